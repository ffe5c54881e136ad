use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::*;
use crate::error::Error;
use crate::outside::testing::{KnownSecret, outside};
use crate::testing::{PASSPHRASE, World, phone, victim, ways};
use crate::{contacts, victims};

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
fn a_full_disk_refuses_the_change_and_loses_nothing() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let kept = victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    let pages: i64 = file
        .conn
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    file.door
        .transaction(&file.conn, |conn| {
            conn.pragma_update(None, "max_page_count", pages).unwrap();
            Ok(())
        })
        .unwrap();
    let mut large = victim("Ana", "Marker");
    large.zone = "long ".repeat(10_000);
    let refused = victims::create(&mut file, &large).unwrap_err();
    assert!(matches!(refused, Error::DiskFull), "{refused:?}");
    assert_eq!(victims::find(&file, "").unwrap().len(), 1);
    assert!(file.verify().unwrap().ok);
    drop(file);
    let file = world.unlock("Rivertown");
    assert_eq!(
        victims::page(&file, &kept.id).unwrap().summary.name,
        "Maria Marker"
    );
}

#[test]
fn only_a_change_may_write() {
    let world = World::new();
    let file = world.county("Rivertown");
    for sql in [
        "DELETE FROM victim",
        "UPDATE place SET office_name = 'x'",
        "INSERT INTO set_member VALUES (1, x'00', 1, x'00', 1)",
        "DROP TABLE commit_log",
        "CREATE TABLE extra (x)",
        "PRAGMA user_version = 7",
        "PRAGMA writable_schema = ON",
        "ATTACH ':memory:' AS other",
        "VACUUM",
    ] {
        let refused = file.conn().execute_batch(sql);
        assert!(refused.is_err(), "{sql} must be refused");
    }
}

#[test]
fn a_closure_of_a_change_cannot_write_by_itself() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let refused = file.change(Action::EditVictim, |change| {
        change
            .conn()
            .execute("UPDATE place SET lamport = 0", [])
            .map_err(|source| Error::database("write", source))
    });
    assert!(refused.is_err());
}

#[test]
fn a_statement_prepared_while_the_door_was_open_writes_nothing_when_it_is_shut() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let sql = "UPDATE place SET case_counter = 77";
    let write = |conn: &Connection| {
        conn.prepare_cached(sql)
            .and_then(|mut statement| statement.execute([]))
            .map_err(|source| Error::database("write", source))
    };
    file.door.transaction(&file.conn, write).unwrap();
    file.door
        .transaction(&file.conn, |conn| {
            conn.execute("UPDATE place SET case_counter = 1", [])
                .map_err(|source| Error::database("write", source))
        })
        .unwrap();
    assert!(write(file.conn()).is_err());
    assert!(
        file.change(Action::EditVictim, |change| write(change.conn()))
            .is_err()
    );
    assert_eq!(Place::load(file.conn()).unwrap().case_counter, 1);
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    assert!(file.verify().unwrap().ok);
}

#[test]
fn a_change_is_one_commit_and_a_refused_one_is_none() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let commits = |file: &CaseFile| {
        let count = file
            .conn
            .query_row("SELECT count(*) FROM commit_log", [], |row| row.get(0));
        count.unwrap()
    };
    let before: i64 = commits(&file);
    let saved = victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    assert_eq!(commits(&file), before + 1);
    let mut unnamed = victim("", "");
    unnamed.zone = "Elm Creek".into();
    assert!(matches!(
        victims::create(&mut file, &unnamed).unwrap_err(),
        Error::NameRequired
    ));
    assert_eq!(commits(&file), before + 1);
    let method = ways(&file, &saved.id).remove(0);
    contacts::edit(&mut file, &method.id, &method.form, &method.seen).unwrap();
    assert_eq!(
        commits(&file),
        before + 1,
        "what was left as it was is not written"
    );
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
fn checking_the_data_finds_a_row_that_the_history_does_not_say() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    file.door
        .transaction(&file.conn, |conn| {
            conn.execute("UPDATE victim SET zone = 'Ash Bend'", [])
                .unwrap();
            Ok(())
        })
        .unwrap();
    let report = file.verify().unwrap();
    assert!(!report.ok);
    assert_eq!(report.differences, ["victim"]);
}

#[test]
fn checking_the_data_finds_a_commit_that_was_altered() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    file.door
        .transaction(&file.conn, |conn| {
            let (dot, mut body): (i64, Vec<u8>) = conn
                .query_row(
                    "SELECT dot, body FROM commit_log ORDER BY dot DESC LIMIT 1",
                    [],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .unwrap();
            let at = body.windows(6).position(|part| part == b"Marker").unwrap();
            body[at] = b'B';
            conn.execute(
                "UPDATE commit_log SET body = ?1 WHERE dot = ?2",
                (body, dot),
            )
            .unwrap();
            Ok(())
        })
        .unwrap();
    assert!(!file.verify().unwrap().ok);
}

#[test]
fn a_form_saved_over_a_change_it_never_saw_is_a_conflict_and_the_safer_way_holds() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let saved = victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    let opened = victims::page(&file, &saved.id)
        .unwrap()
        .contact_methods
        .remove(0);
    contacts::edit(
        &mut file,
        &opened.id,
        &phone("555-0199", "no"),
        &opened.seen,
    )
    .unwrap();
    contacts::edit(
        &mut file,
        &opened.id,
        &phone("555-0133", "yes"),
        &opened.seen,
    )
    .unwrap();
    let shown = ways(&file, &saved.id).remove(0);
    assert!(shown.in_conflict);
    assert_eq!(
        (shown.form.value.as_str(), shown.form.safe.as_str()),
        ("555-0199", "no")
    );
    assert!(file.verify().unwrap().ok);

    let conflict = crate::inbox::conflicts(&file).unwrap().remove(0);
    assert!(conflict.protective && conflict.sides.len() == 2 && conflict.sides[0].in_effect);
    let other = &conflict.sides[1].side;
    crate::inbox::resolve(&mut file, &conflict.id, other, &conflict.seen).unwrap();
    let shown = ways(&file, &saved.id).remove(0);
    assert!(!shown.in_conflict);
    assert_eq!(shown.form.value, "555-0133");
    assert!(file.verify().unwrap().ok);
}

#[test]
fn the_schema_is_what_schema_sql_explains() {
    let migrated = open::in_memory().unwrap();
    let explained = Connection::open_in_memory().unwrap();
    explained
        .execute_batch(include_str!("../../schema.sql"))
        .unwrap();
    let shape = |conn: &Connection| -> Vec<(String, String, String)> {
        let mut statement = conn
            .prepare(
                "SELECT schema.name, coalesce(info.name, ''), coalesce(info.type, '') || info.\"notnull\" || info.pk
                 FROM sqlite_schema AS schema LEFT JOIN pragma_table_info(schema.name) AS info
                 WHERE schema.name NOT LIKE 'sqlite_%' ORDER BY 1, 2",
            )
            .unwrap();
        let rows = statement
            .query_map([], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                ))
            })
            .unwrap();
        rows.map(|row| row.unwrap()).collect()
    };
    assert_eq!(shape(&migrated), shape(&explained));
    for record in crate::registry::RECORDS {
        let columns: Vec<String> = shape(&migrated)
            .into_iter()
            .filter(|(table, ..)| table == record.name)
            .map(|(_, column, _)| column)
            .collect();
        for field in record.fields {
            let in_table = columns.iter().any(|column| column == field.name);
            assert_eq!(
                in_table,
                field.column != crate::registry::Column::InSet,
                "{}.{}",
                record.name,
                field.name
            );
        }
    }
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
fn lists_use_their_indexes() {
    let conn = open::in_memory().unwrap();
    for (sql, index) in [
        (
            "SELECT id FROM contact_method WHERE victim = x'00' AND deleted <> 1",
            "contact_method_by_victim",
        ),
        (
            "SELECT count(*) FROM follow_up
             WHERE state = 'open' AND deleted <> 1 AND victim IS NOT NULL AND due_on <= '2026-01-01'",
            "COVERING INDEX follow_up_open",
        ),
        (
            "SELECT count(*) FROM contact WHERE at >= '2026-01-01' AND deleted <> 1",
            "COVERING INDEX contact_by_day",
        ),
        (
            "SELECT count(*) FROM referral WHERE made_at >= '2026-01-01' AND deleted <> 1",
            "referral_by_day",
        ),
        (
            "SELECT count(*) FROM victim WHERE opened_on >= '2026-01-01' AND deleted <> 1",
            "victim_by_day",
        ),
        (
            "SELECT id FROM victim WHERE deleted = 1 AND EXISTS (SELECT 1 FROM contact)",
            "victim_hidden",
        ),
        (
            "SELECT one, other FROM double_pair ORDER BY weight DESC, one, other",
            "double_pair_by_weight",
        ),
        (
            "SELECT max(at) FROM contact WHERE victim = x'00'",
            "contact_by_victim",
        ),
        (
            "SELECT id FROM referral WHERE victim = x'00'",
            "referral_by_victim",
        ),
        (
            "SELECT id FROM service_event WHERE victim = x'00' ORDER BY served_on DESC",
            "service_event_by_victim",
        ),
        (
            "SELECT id FROM service_event WHERE served_on BETWEEN '2026-01-01' AND '2026-03-31'",
            "service_event_by_day",
        ),
        (
            "SELECT min(id) FROM service_event WHERE referral = x'00'",
            "service_event_by_referral",
        ),
        (
            "SELECT id FROM risk_screen WHERE victim = x'00' ORDER BY at DESC",
            "risk_screen_by_victim",
        ),
        (
            "SELECT at FROM contact WHERE follow_up = x'00'",
            "contact_by_follow_up",
        ),
        (
            "SELECT id FROM participation WHERE victim = x'00' AND deleted <> 1 ORDER BY id",
            "participation_by_victim",
        ),
        (
            "SELECT id FROM participation WHERE incident = x'00' AND deleted <> 1 ORDER BY id",
            "participation_by_incident",
        ),
        (
            "SELECT id FROM incident_fact WHERE victim = x'00' AND deleted <> 1 ORDER BY id",
            "incident_fact_by_victim",
        ),
        (
            "SELECT id FROM rights_notice WHERE victim = x'00' AND deleted <> 1 ORDER BY id",
            "rights_notice_by_victim",
        ),
        (
            "SELECT id FROM disclosure WHERE victim = x'00' ORDER BY at DESC",
            "disclosure_by_victim",
        ),
        (
            "SELECT id FROM compensation_claim WHERE victim = x'00' AND deleted <> 1 ORDER BY id",
            "compensation_claim_by_victim",
        ),
        (
            "SELECT DISTINCT record, entity, field FROM field_head WHERE open = 1",
            "open_conflicts",
        ),
        (
            "SELECT id FROM partner_service WHERE partner = x'00' AND deleted <> 1 ORDER BY name, id",
            "partner_service_by_partner",
        ),
        (
            "SELECT id FROM partner_location WHERE partner = x'00' AND deleted <> 1",
            "partner_location_by_partner",
        ),
        (
            "SELECT id FROM partner_person WHERE partner = x'00' AND deleted <> 1",
            "partner_person_by_partner",
        ),
        (
            "SELECT id FROM group_member WHERE advisory_group = x'00' AND deleted <> 1",
            "group_member_by_group",
        ),
        (
            "SELECT id FROM group_meeting WHERE advisory_group = x'00' AND deleted <> 1
             ORDER BY held_on DESC, id DESC",
            "group_meeting_by_group",
        ),
        (
            "SELECT id FROM community_event WHERE deleted <> 1 ORDER BY held_on DESC, id DESC",
            "community_event_by_day",
        ),
        (
            "SELECT id FROM material WHERE deleted <> 1 ORDER BY given_on DESC, id DESC",
            "material_by_day",
        ),
        (
            "SELECT id FROM training_session WHERE deleted <> 1 ORDER BY held_on DESC, id DESC",
            "training_session_by_day",
        ),
        (
            "SELECT id FROM staff_hours WHERE person = x'00' AND deleted <> 1
             ORDER BY worked_on DESC, id DESC",
            "staff_hours_by_person",
        ),
        (
            "SELECT id FROM survey_return WHERE survey = x'00' AND deleted <> 1",
            "survey_return_by_survey",
        ),
    ] {
        let plan: Vec<String> = conn
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap()
            .query_map([], |row| row.get(3))
            .unwrap()
            .map(|row| row.unwrap())
            .collect();
        assert!(
            plan.iter().any(|step| step.contains(index)),
            "{sql}: {plan:?}"
        );
    }
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
