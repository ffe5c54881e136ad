use super::*;
use crate::staff::{self, StaffForm};
use crate::testing::World;

fn deputy(name: &str) -> StaffForm {
    StaffForm {
        name: name.to_owned(),
        role: "deputy".to_owned(),
        place: String::new(),
        training_hours: None,
        background_check_on: None,
        availability: Vec::new(),
    }
}

fn session(on: &str, attended: &[&String], repeat_of: Option<&String>) -> TrainingForm {
    TrainingForm {
        topic: "Strangulation".to_owned(),
        held_on: on.to_owned(),
        mandatory: repeat_of.is_none(),
        repeat_of: repeat_of.cloned(),
        minutes: 90,
        attended: attended.iter().map(|id| (*id).clone()).collect(),
    }
}

#[test]
fn a_mandatory_training_is_repeated_until_everybody_came() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let one = staff::create(&mut file, &deputy("Ada One")).unwrap().id;
    let two = staff::create(&mut file, &deputy("Bo Two")).unwrap().id;
    let first = record(&mut file, &session("2026-02-01", &[&one], None))
        .unwrap()
        .id;
    let lacking = |file: &CaseFile| list(file).unwrap()[0].lacking.clone();
    assert_eq!(lacking(&file), ["Bo Two", "Pat Coordinator"]);
    let again = session("2026-02-15", &[&two], Some(&first));
    let again = record(&mut file, &again).unwrap().id;
    assert_eq!(lacking(&file), ["Pat Coordinator"]);
    let pat = staff::list(&file).unwrap();
    let pat = pat
        .iter()
        .find(|person| person.form.name == "Pat Coordinator");
    attended(&mut file, &again, &[pat.unwrap().id.clone()]).unwrap();
    assert!(lacking(&file).is_empty());
    assert_eq!(list(&file).unwrap()[0].sessions.len(), 2);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn who_has_left_lacks_nothing() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let gone = staff::create(&mut file, &deputy("Gil Gone")).unwrap().id;
    record(&mut file, &session("2026-02-01", &[], None)).unwrap();
    assert_eq!(list(&file).unwrap()[0].lacking.len(), 2);
    let seen = staff::page(&file, &gone).unwrap().person.seen;
    staff::end_access(&mut file, &gone, Some("2026-03-01"), &seen).unwrap();
    assert_eq!(list(&file).unwrap()[0].lacking, ["Pat Coordinator"]);
}

#[test]
fn a_repeat_repeats_the_first_and_nobody_came_to_what_has_not_been() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let first = record(&mut file, &session("2026-02-01", &[], None))
        .unwrap()
        .id;
    let again = record(&mut file, &session("2026-02-15", &[], Some(&first)))
        .unwrap()
        .id;
    let refused = record(&mut file, &session("2026-02-20", &[], Some(&again)));
    assert!(matches!(refused, Err(Error::NotARepeat)));
    let planned = session("2026-04-01", &[], Some(&first));
    let planned = record(&mut file, &planned).unwrap().id;
    let me = staff::list(&file).unwrap().remove(0).id;
    let refused = attended(&mut file, &planned, &[me]);
    assert!(matches!(refused, Err(Error::DateInFuture { .. })));
}
