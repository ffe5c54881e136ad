use super::*;
use crate::outside::testing::{Memory, outside};
use crate::testing::World;
use crate::testing::inside::dump;
use crate::testing::travel::{ensure_sound, names, record};

/// Every table but the log of looks, in which opening the office is a row.
fn dump_but_looks(file: &CaseFile) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut tables = dump(file).unwrap();
    tables.retain(|name, _| !matches!(&**name, "look" | "look_chain"));
    tables
}

#[test]
fn a_backup_that_is_brought_back_is_the_office_as_it_was() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    record(&mut county, "Ana");
    let made = make(&mut county, &world.stick("disk")).unwrap();
    let was = dump_but_looks(&county);
    let folder = county.folder().to_owned();
    assert_eq!(last_made_at(&folder), Some(made.made_at));
    drop(county);
    std::fs::remove_dir_all(&folder).unwrap();
    let view = bring_back(Path::new(&made.path), &folder, outside(&world.clock, 9)).unwrap();
    assert_eq!(view.state, start::OfficeState::Locked);
    let county = world.unlock("Rivertown");
    assert_eq!(dump_but_looks(&county), was);
    ensure_sound(&county);
}

#[test]
fn an_office_that_is_there_is_not_written_over() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let made = make(&mut county, &world.stick("disk")).unwrap();
    record(&mut county, "Ana");
    let folder = county.folder().to_owned();
    drop(county);
    let refused = bring_back(Path::new(&made.path), &folder, outside(&world.clock, 9));
    assert!(matches!(refused, Err(Error::OfficeExists)));
    assert_eq!(names(&world.unlock("Rivertown")), ["Ana"]);
}

#[test]
fn what_is_no_backup_is_not_brought_back() {
    let world = World::new();
    let (empty, folder) = (world.stick("empty"), world.path("Rivertown"));
    let refused = bring_back(&empty, &folder, outside(&world.clock, 9));
    assert!(matches!(refused, Err(Error::NoBackup)));
    std::fs::write(empty.join("case.db"), b"no case file").unwrap();
    std::fs::write(empty.join("case.key"), b"no key file").unwrap();
    let refused = bring_back(&empty, &folder, outside(&world.clock, 9));
    assert!(matches!(refused, Err(Error::KeyFileMissing)));
    assert!(!folder.exists());
}

/// A backup from before goes on in a log of its own, so the week that was sent since stays what it is.
#[test]
fn a_backup_that_is_behind_goes_on_apart_from_what_was_done_since() {
    let (world, mark) = (World::new(), Memory::default());
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    let mut laptop = world.unlock_on("Laptop 07", mark.clone());
    let made = make(&mut laptop, &world.stick("disk")).unwrap();
    record(&mut laptop, "Ana");
    world.week(&mut laptop, &mut county);
    let folder = laptop.folder().to_owned();
    drop(laptop);
    std::fs::remove_dir_all(&folder).unwrap();
    bring_back(Path::new(&made.path), &folder, outside(&world.clock, 9)).unwrap();
    let mut laptop = world.unlock_on("Laptop 07", mark);
    record(&mut laptop, "Bea");
    world.week(&mut laptop, &mut county);
    assert_eq!(names(&county), ["Ana", "Bea"]);
    world.received(&mut county, &mut laptop, "return");
    assert_eq!(names(&laptop), ["Ana", "Bea"]);
    ensure_sound(&county);
}

#[test]
fn a_backup_that_is_stopped_or_finds_no_folder_leaves_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let refused = make(&mut county, &world.path("no such stick"));
    assert!(matches!(refused, Err(Error::FolderNotFound)));
    let disk = world.stick("disk");
    // More pages than are copied at a time.
    for _ in 0..160 {
        fill(&mut county);
    }
    let work = county.long_work().clone();
    let asking = work.clone();
    work.watch(move |_| asking.stop());
    let stopped = make(&mut county, &disk);
    assert!(matches!(stopped, Err(Error::Stopped)), "{stopped:?}");
    assert_eq!(std::fs::read_dir(&disk).unwrap().count(), 0);
    assert_eq!(last_made_at(county.folder()), None);
}

/// What is written has 30 kB more.
fn fill(file: &mut CaseFile) {
    file.change(Action::SetUp, |change| {
        change.audit(Action::SetUp, None, Value::bytes([7; 30_000]));
        Ok(())
    })
    .unwrap();
}
