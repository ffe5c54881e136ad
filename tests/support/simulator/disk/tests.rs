//! The power is cut at every single write, sync, rename and deletion of what a person waits for.

use std::path::PathBuf;

use countyline_core::casefile::CaseFile;
use countyline_core::error::Error;
use countyline_core::exchange;
use countyline_core::import::{Import, Mapping, import};
use countyline_core::start::{self, NewLaptop, NewOffice};
use countyline_core::testing::{PASSPHRASE, inside};
use tempfile::TempDir;

use super::Disk;
use crate::simulator::chance::Chance;
use crate::simulator::clocks::{LaptopClock, outside};
use crate::simulator::deeds;
use crate::simulator::head_marks::HeadMemory;
use crate::simulator::machine::write_files;
use crate::simulator::sticks::unplug;
use crate::simulator::template::{Template, scratch};

const LAPTOP: usize = 1;
const NEW_PASSPHRASE: &str = "five quite made-up words";

/// One machine of the template on a disk of its own.
struct OneMachine {
    folder: PathBuf,
    disk: Disk,
    clock: LaptopClock,
    scratch: TempDir,
}

impl OneMachine {
    fn of_template(number: usize) -> OneMachine {
        let template = Template::of(2, None).unwrap();
        let machine = OneMachine::empty();
        write_files(&machine.folder, &template.offices[number]).unwrap();
        machine
    }

    fn empty() -> OneMachine {
        Template::of(2, None).unwrap();
        let scratch = scratch();
        OneMachine {
            folder: scratch.path().join("office"),
            disk: Disk::default(),
            clock: LaptopClock::new(),
            scratch,
        }
    }

    fn unlock_with(&self, passphrase: &str) -> Result<CaseFile, Error> {
        self.disk.make_current();
        CaseFile::unlock(
            &self.folder,
            passphrase,
            outside(&self.clock, &HeadMemory::default(), 9),
        )
    }

    fn stick(&self) -> PathBuf {
        let stick = self.scratch.path().join("stick");
        std::fs::create_dir_all(&stick).unwrap();
        stick
    }

    fn has_office(&self) -> bool {
        self.folder.join("case.key").exists()
    }

    fn unlock(&self) -> CaseFile {
        let file = self.unlock_with(PASSPHRASE).unwrap();
        let report = file.verify().unwrap();
        assert!(report.ok, "{:?}", report.differences);
        file
    }
}

/// Does `deed` again and again, the power cut at each point of it in turn, until it gets through. `then`
/// looks at what is left after the power came back, and is told whether the deed was said to be done.
fn at_every_point(
    begin: impl Fn() -> OneMachine,
    deed: impl Fn(&OneMachine) -> Result<(), Error>,
    then: impl Fn(&OneMachine, bool),
) {
    for point in 0.. {
        let machine = begin();
        let (done, was_cut) = cut_at(&machine, point, &deed);
        then(&machine, done);
        if !was_cut {
            assert!(done && point >= 4, "nothing was written at {point} points");
            return;
        }
    }
}

/// As [`at_every_point`], from the last point back to those after which there is no office: how one is made is
/// looked at for itself.
fn at_every_point_since_there_is_an_office(
    deed: impl Fn(&OneMachine) -> Result<(), Error>,
    then: impl Fn(&OneMachine, bool),
) {
    let uncut = OneMachine::empty();
    uncut.disk.make_current();
    deed(&uncut).unwrap();
    let (mut point, mut with_office, mut without_office) = (uncut.disk.points(), 0, 0);
    while without_office < 12 {
        let machine = OneMachine::empty();
        let (done, _) = cut_at(&machine, point, &deed);
        match machine.has_office() {
            true => (with_office, without_office) = (with_office + 1, 0),
            false => without_office += 1,
        }
        then(&machine, done);
        point -= 1;
    }
    assert!(with_office > 4, "{with_office} points");
}

/// Whether `deed` was said to be done, and whether the power went off in it.
fn cut_at(
    machine: &OneMachine,
    point: u64,
    deed: impl Fn(&OneMachine) -> Result<(), Error>,
) -> (bool, bool) {
    machine.disk.make_current();
    machine.disk.cut_after(point);
    let done = deed(machine).is_ok();
    let was_cut = machine.disk.keep_power();
    machine.disk.cut_now();
    machine.disk.power_on(&mut Chance::new(point));
    (done, was_cut)
}

#[test]
fn wherever_the_power_is_cut_what_was_saved_is_there() {
    at_every_point(
        || OneMachine::of_template(LAPTOP),
        |machine| {
            let mut file = machine.unlock_with(PASSPHRASE)?;
            let said = machine.scratch.path().join("said");
            for number in 0..2 {
                deeds::new_victim(&mut file)?;
                std::fs::write(&said, [number + 1]).unwrap();
            }
            // What is said is said while the office is still open: closing it writes, too.
            Ok(())
        },
        |machine, _| {
            let said = std::fs::read(machine.scratch.path().join("said"));
            let said = said.map_or(0, |said| u64::from(said[0]));
            let (_, before) = inside::own_log(&OneMachine::of_template(LAPTOP).unlock()).unwrap();
            machine.disk.make_current();
            let (_, kept) = inside::own_log(&machine.unlock()).unwrap();
            assert!(kept == before + said || kept == before + said + 1);
        },
    );
}

#[test]
fn wherever_the_power_is_cut_a_week_is_there_whole_or_not_at_all() {
    at_every_point(
        || OneMachine::of_template(LAPTOP),
        |machine| {
            let mut file = machine.unlock_with(PASSPHRASE)?;
            exchange::send_week(&mut file, &machine.stick()).map(drop)
        },
        |machine, done| {
            let files = unplug(&machine.stick()).unwrap();
            assert!(!done || files.len() == 1);
            let county = OneMachine::of_template(0);
            for (name, bytes) in files {
                let path = county.scratch.path().join(name);
                std::fs::write(&path, bytes).unwrap();
                let paths = [path.display().to_string()];
                let merged = exchange::merge(&mut county.unlock(), &paths).unwrap();
                assert_eq!(merged.files[0].state, "ready", "{:?}", merged.files[0]);
            }
            machine.unlock();
        },
    );
}

/// Rows are there in whole portions, and the same file again brings the rest and no row twice.
#[test]
fn wherever_the_power_is_cut_an_import_goes_on_without_doubles() {
    const ROWS: i32 = 66;
    let mapping = r#"{"what": "victims", "source": "Access", "key": "ID", "columns": [
        {"column": "Name", "field": "full_name"}]}"#;
    let mapping: Mapping = serde_json::from_str(mapping).unwrap();
    let import = |machine: &OneMachine, file: &mut CaseFile| {
        let table = machine.scratch.path().join("victims.csv");
        let rows = (0..ROWS).map(|row| format!("{row},Maria{row}\n"));
        std::fs::write(&table, format!("ID,Name\n{}", rows.collect::<String>())).unwrap();
        let wanted = Import {
            path: &table,
            mapping: &mapping,
            dry_run: false,
            rejects: None,
            language: "en",
        };
        import(file, &wanted)
    };
    at_every_point(
        || OneMachine::of_template(LAPTOP),
        |machine| {
            let mut file = machine.unlock_with(PASSPHRASE)?;
            import(machine, &mut file).map(drop)
        },
        |machine, done| {
            machine.disk.make_current();
            let report = import(machine, &mut machine.unlock()).unwrap();
            assert!([0, 64, ROWS].contains(&report.here_already), "{report:?}");
            assert!(!done || report.here_already == ROWS);
            assert_eq!(report.taken + report.here_already, ROWS);
        },
    );
}

#[test]
fn wherever_the_power_is_cut_a_passphrase_opens_the_office() {
    at_every_point(
        || OneMachine::of_template(LAPTOP),
        |machine| {
            let mut file = machine.unlock_with(PASSPHRASE)?;
            file.change_passphrase(PASSPHRASE, NEW_PASSPHRASE)
        },
        |machine, done| {
            let with_new = machine.unlock_with(NEW_PASSPHRASE).is_ok();
            let with_old = machine.unlock_with(PASSPHRASE).is_ok();
            assert!(with_new || (with_old && !done));
        },
    );
}

#[test]
fn wherever_the_power_is_cut_an_office_is_made_whole_or_not_at_all() {
    let form = || NewOffice {
        office_name: "Oak Flat".to_owned(),
        place_name: "County desk".to_owned(),
        person_name: "Pat Coordinator".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        language: "en".to_owned(),
    };
    at_every_point(
        OneMachine::empty,
        |machine| {
            let outside = outside(&machine.clock, &HeadMemory::default(), 3);
            start::create_office(&machine.folder, &form(), outside).map(drop)
        },
        |machine, done| {
            assert!(machine.has_office() || !done);
            if machine.has_office() {
                machine.unlock();
            }
        },
    );
}

#[test]
fn wherever_the_power_is_cut_no_request_to_join_is_of_a_laptop_that_is_not_there() {
    let form = |machine: &OneMachine| NewLaptop {
        laptop_name: "Laptop 07".to_owned(),
        person_name: "Dana Deputy".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        language: "en".to_owned(),
        folder: machine.stick().display().to_string(),
    };
    at_every_point_since_there_is_an_office(
        |machine| {
            let outside = outside(&machine.clock, &HeadMemory::default(), 3);
            start::create_laptop(&machine.folder, &form(machine), outside).map(drop)
        },
        |machine, done| {
            let requests = unplug(&machine.stick()).unwrap();
            assert!(!done || requests.len() == 1);
            if machine.has_office() {
                machine.unlock();
            }
            // Asked again, the laptop is the one whose request lies on the stick, if one does.
            let outside = outside(&machine.clock, &HeadMemory::default(), 4);
            let again = start::create_laptop(&machine.folder, &form(machine), outside);
            let again = std::fs::read(again.unwrap().1.path).unwrap();
            for (_, request) in requests {
                assert!(request == again);
            }
        },
    );
}

#[test]
fn wherever_the_power_is_cut_a_backup_is_there_whole_or_not_at_all() {
    at_every_point(
        || OneMachine::of_template(LAPTOP),
        |machine| machine.unlock_with(PASSPHRASE)?.back_up().map(drop),
        |machine, done| {
            let entries = std::fs::read_dir(machine.folder.join("backups"));
            let names = entries.into_iter().flatten().map(|entry| entry.unwrap());
            let whole: Vec<_> = names
                .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
                .collect();
            assert!(!done || whole.len() == 1);
            for backup in whole {
                let outside = outside(&machine.clock, &HeadMemory::default(), 9);
                let copy = CaseFile::unlock(&backup.path(), PASSPHRASE, outside).unwrap();
                assert!(copy.verify().unwrap().ok);
            }
            machine.unlock();
        },
    );
}
