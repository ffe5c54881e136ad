//! One door: what writes, what is one change, and what checking finds of what came by another way.

use super::*;
use crate::error::Error;
use crate::testing::{World, phone, victim, ways};
use crate::{contacts, victims};

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
