//! Opening what is there, and refusing what is no case file, somebody else's, damaged, or in use.

use std::fs;
use std::path::Path;

use super::*;
use crate::error::Error;
use crate::outside::testing::{KnownSecret, outside};
use crate::testing::{PASSPHRASE, World, victim};
use crate::victims;

/// Everything in a folder, byte for byte.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .filter(|(name, _)| name != "case.lock")
        .collect();
    files.sort();
    files
}

/// An office with one victim, closed again.
fn closed_office(world: &World) -> std::path::PathBuf {
    let mut file = world.county("Rivertown");
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    file.folder().to_owned()
}

fn refusal(world: &World, folder: &Path, passphrase: &str) -> Error {
    match CaseFile::unlock(folder, passphrase, outside(&world.clock, 1)) {
        Ok(_) => panic!("the office must not open"),
        Err(refused) => refused,
    }
}

#[test]
fn a_wrong_passphrase_is_refused_and_changes_nothing() {
    let world = World::new();
    let folder = closed_office(&world);
    let before = contents(&folder);
    assert!(matches!(
        refusal(&world, &folder, "four other words"),
        Error::WrongPassphrase
    ));
    let mut after = contents(&folder);
    after.retain(|(name, _)| name != "case.tries");
    assert_eq!(after, before, "all but the count of tries");
    assert!(CaseFile::unlock(&folder, PASSPHRASE, outside(&world.clock, 1)).is_ok());
    assert!(!folder.join("case.tries").exists());
}

#[test]
fn a_short_passphrase_is_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let refused = file.change_passphrase(PASSPHRASE, "short").unwrap_err();
    assert!(matches!(refused, Error::WeakPassphrase));
    drop(file);
    world.unlock("Rivertown");
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let refused = file
        .change_passphrase("not the old one", "another long phrase")
        .unwrap_err();
    assert!(matches!(refused, Error::WrongPassphrase));
    file.change_passphrase(PASSPHRASE, "another long phrase")
        .unwrap();
    let folder = file.folder().to_owned();
    drop(file);
    assert!(matches!(
        refusal(&world, &folder, PASSPHRASE),
        Error::WrongPassphrase
    ));
    assert!(CaseFile::unlock(&folder, "another long phrase", outside(&world.clock, 1)).is_ok());
}

#[test]
fn a_wrong_passphrase_behind_the_door_counts_as_one_before_it() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let folder = file.folder().to_owned();
    for _ in 0..3 {
        let refused = file.ensure_passphrase("four other words").unwrap_err();
        assert!(matches!(refused, Error::WrongPassphrase));
    }
    file.ensure_passphrase(PASSPHRASE).unwrap();
    assert!(
        !folder.join("case.tries").exists(),
        "the right one forgives"
    );
    for _ in 0..4 {
        let refused = file.change_passphrase("four other words", "another long phrase");
        assert!(matches!(refused, Err(Error::WrongPassphrase)));
    }
    let fifth = file.ensure_passphrase("four other words");
    assert!(matches!(fifth, Err(Error::LockedForNow { minutes: 15 })));
    let right = file.ensure_passphrase(PASSPHRASE);
    assert!(matches!(right, Err(Error::LockedForNow { .. })));
    drop(file);
    assert!(matches!(
        refusal(&world, &folder, PASSPHRASE),
        Error::LockedForNow { .. }
    ));
    world.clock.set("2026-03-02T08:15:01-06:00");
    assert!(CaseFile::unlock(&folder, PASSPHRASE, outside(&world.clock, 1)).is_ok());
}

#[test]
fn nothing_readable_lies_on_the_disk() {
    let world = World::new();
    let file = {
        let mut file = world.county("Rivertown");
        victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
        file
    };
    for (name, bytes) in contents(file.folder()) {
        assert!(
            !bytes.starts_with(b"SQLite format 3"),
            "{name} is a plain database"
        );
        assert!(
            !bytes.windows(6).any(|part| part == b"Marker"),
            "{name} holds a name"
        );
    }
}

#[test]
fn a_plain_database_is_no_case_file() {
    let world = World::new();
    let folder = closed_office(&world);
    for (name, _) in contents(&folder) {
        if name.starts_with("case.db") {
            fs::remove_file(folder.join(name)).unwrap();
        }
    }
    let foreign = Connection::open(folder.join("case.db")).unwrap();
    foreign
        .execute_batch("CREATE TABLE note (text TEXT)")
        .unwrap();
    drop(foreign);
    let before = contents(&folder);
    assert!(matches!(
        refusal(&world, &folder, PASSPHRASE),
        Error::NotACaseFile
    ));
    assert_eq!(contents(&folder), before);
}

#[test]
fn a_case_file_of_another_office_is_told_from_a_wrong_passphrase() {
    let world = World::new();
    let folder = closed_office(&world);
    let other = world.county("Oak Flat").folder().to_owned();
    fs::copy(other.join("case.db"), folder.join("case.db")).unwrap();
    let _ = fs::remove_file(folder.join("case.db-wal"));
    assert!(matches!(
        refusal(&world, &folder, PASSPHRASE),
        Error::NotACaseFile
    ));
}

#[test]
fn a_truncated_case_file_is_refused_and_left_as_it_is() {
    let world = World::new();
    let folder = closed_office(&world);
    let whole = fs::read(folder.join("case.db")).unwrap();
    for length in [
        whole.len() - 1,
        whole.len() - 4096,
        whole.len() / 2 / 4096 * 4096,
        0,
    ] {
        fs::write(folder.join("case.db"), &whole[..length]).unwrap();
        let refused = refusal(&world, &folder, PASSPHRASE);
        assert!(
            matches!(refused, Error::DamagedCaseFile),
            "{length}: {refused:?}"
        );
        assert_eq!(fs::read(folder.join("case.db")).unwrap(), &whole[..length]);
    }
}

/// What a power cut may leave while the journal is carried over into the file.
#[test]
fn half_a_page_at_the_end_is_mended_from_the_journal() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let folder = file.folder().to_owned();
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    let left = ["case.db", "case.db-wal", "case.key"].map(|name| {
        let path = folder.join(name);
        let bytes = fs::read(&path).unwrap();
        (path, bytes)
    });
    drop(file);
    for (path, mut bytes) in left {
        if path.ends_with("case.db") {
            bytes.extend([0; 512]);
        }
        fs::write(path, bytes).unwrap();
    }
    let file = world.unlock("Rivertown");
    assert_eq!(victims::find(&file, "Marker").unwrap().len(), 1);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn a_case_file_from_a_newer_program_is_refused_untouched() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    file.door
        .transaction(&file.conn, |conn| {
            conn.pragma_update(None, "user_version", 99).unwrap();
            Ok(())
        })
        .unwrap();
    file.place.lamport += 0;
    let folder = file.folder().to_owned();
    drop(file);
    let before = contents(&folder);
    assert!(matches!(
        refusal(&world, &folder, PASSPHRASE),
        Error::NewerCaseFile { found: 99, .. }
    ));
    assert_eq!(contents(&folder), before);
}

#[test]
fn a_missing_key_file_is_told() {
    let world = World::new();
    let folder = closed_office(&world);
    fs::remove_file(folder.join("case.key")).unwrap();
    assert!(matches!(
        refusal(&world, &folder, PASSPHRASE),
        Error::KeyFileMissing
    ));
}

#[cfg(unix)]
#[test]
fn nobody_else_on_this_machine_may_read_the_key_file() {
    use std::os::unix::fs::PermissionsExt;

    let rights = |folder: &Path| {
        let key_file = fs::metadata(folder.join("case.key")).unwrap();
        key_file.permissions().mode() & 0o777
    };
    let world = World::new();
    let mut file = world.county("Rivertown");
    let folder = file.folder().to_owned();
    assert_eq!(rights(&folder), 0o600);
    // As an earlier program left it, and the beginning of another that a power cut left.
    let for_everybody = fs::Permissions::from_mode(0o644);
    fs::set_permissions(folder.join("case.key"), for_everybody.clone()).unwrap();
    fs::write(folder.join(".case.key.part"), "{").unwrap();
    fs::set_permissions(folder.join(".case.key.part"), for_everybody).unwrap();
    file.change_passphrase(PASSPHRASE, "another long passphrase")
        .unwrap();
    assert_eq!(rights(&folder), 0o600);
    assert_eq!(rights(&file.back_up().unwrap()), 0o600);
}

#[test]
fn an_office_copied_to_another_machine_does_not_open_there() {
    let world = World::new();
    let folder = closed_office(&world);
    let mut elsewhere = outside(&world.clock, 1);
    elsewhere.device_secret = Box::new(KnownSecret([8; 32]));
    let refused = CaseFile::unlock(&folder, PASSPHRASE, elsewhere)
        .err()
        .unwrap();
    assert!(matches!(refused, Error::DeviceSecretMissing));
}

#[test]
fn a_second_window_is_refused_while_the_first_has_the_office_open() {
    let world = World::new();
    let file = world.county("Rivertown");
    assert!(matches!(
        refusal(&world, file.folder(), PASSPHRASE),
        Error::FileInUse
    ));
    let folder = file.folder().to_owned();
    drop(file);
    assert!(CaseFile::unlock(&folder, PASSPHRASE, outside(&world.clock, 1)).is_ok());
}

#[test]
fn an_office_is_never_made_over_another() {
    let world = World::new();
    let folder = closed_office(&world);
    let before = contents(&folder);
    let form = crate::start::NewOffice {
        office_name: "Rivertown".into(),
        place_name: "Desk".into(),
        person_name: "Pat".into(),
        passphrase: PASSPHRASE.into(),
        language: "en".into(),
    };
    let refused = crate::start::create_office(&folder, &form, outside(&world.clock, 1));
    assert!(matches!(refused.err().unwrap(), Error::OfficeExists));
    assert_eq!(contents(&folder), before);
}

#[test]
fn what_was_saved_is_there_after_the_file_was_closed() {
    let world = World::new();
    let folder = closed_office(&world);
    let file = CaseFile::unlock(&folder, PASSPHRASE, outside(&world.clock, 1)).unwrap();
    assert_eq!(victims::find(&file, "marker").unwrap().len(), 1);
    let report = file.verify().unwrap();
    assert!(
        report.ok && report.commits >= 2 && report.rows >= 3,
        "{report:?}"
    );
}

#[test]
fn a_lock_that_is_held_for_a_moment_is_waited_for_and_no_longer() {
    let world = World::new();
    let folder = closed_office(&world);
    let held = lock(&folder).unwrap();
    assert!(matches!(lock(&folder), Err(Error::FileInUse)));
    let moment = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(50));
        drop(held);
    });
    lock(&folder).unwrap();
    moment.join().unwrap();
}

#[test]
fn a_backup_opens_with_the_same_passphrase() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    let backup = file.back_up().unwrap();
    drop(file);
    let restored = CaseFile::unlock(&backup, PASSPHRASE, outside(&world.clock, 1)).unwrap();
    assert_eq!(victims::find(&restored, "marker").unwrap().len(), 1);
}
