//! Records that only some need to know: closed, opened later, closed again, while weeks and returns go on.

use countyline_core::testing::travel::{names, record};
use countyline_core::testing::{self, World};
use countyline_core::{need_to_know, victims};

use crate::offices::{rivertown, take_in, work};

#[test]
fn a_record_opened_to_a_deputy_later_comes_with_the_next_return() {
    let world = World::new();
    let (mut county, [mut writer, mut named, mut other]) = rivertown(&world);
    let ana = record(&mut writer, "Ana");
    testing::restrict(&mut writer, &ana, true).unwrap();
    record(&mut writer, "Bea");
    world.week(&mut writer, &mut county);
    let paths = world.returns(&mut county, "closed");
    for laptop in [&mut writer, &mut named, &mut other] {
        take_in(laptop, &paths);
        world.week(laptop, &mut county);
    }
    assert_eq!(names(&writer), ["Ana", "Bea"]);
    assert_eq!(names(&named), ["Bea"]);
    assert!(victims::page(&named, &ana).is_err());

    let staff = need_to_know::staff(&county).unwrap();
    let robin = staff
        .iter()
        .find(|(_, name)| name == "Robin Sample")
        .unwrap();
    need_to_know::name_for(&mut county, &ana, &robin.0).unwrap();
    let paths = world.returns(&mut county, "opened");
    for laptop in [&mut writer, &mut named, &mut other] {
        take_in(laptop, &paths);
    }
    assert_eq!(work(&named), work(&county));
    assert_eq!(names(&other), ["Bea"], "nobody else gets it");
}
