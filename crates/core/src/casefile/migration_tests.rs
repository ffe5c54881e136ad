//! Bringing an older case file up to date: backed up first, whole or not at all.

use rusqlite_migration::M;

use super::*;
use crate::testing::{PASSPHRASE, World, victim};
use crate::victims;

const STAMP: &str = "20260302T080000";

/// The schema of this program.
const KNOWN: i64 = open::MIGRATIONS.len() as i64;

/// The migrations of a program that knows these, too.
fn and_newer(newer: &[&'static str]) -> Vec<M<'static>> {
    let newer = newer.iter().map(|sql| M::up(sql));
    open::MIGRATIONS.iter().cloned().chain(newer).collect()
}

/// A closed office, its folder and its key.
fn closed_office(world: &World) -> (PathBuf, CaseKey) {
    let mut file = world.county("Rivertown");
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    (file.folder.clone(), file.key.clone())
}

fn schema(conn: &Connection) -> i64 {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

fn victims_in(conn: &Connection) -> i64 {
    conn.query_row("SELECT count(*) FROM victim", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn a_migration_backs_the_file_up_first_and_the_backup_opens_with_the_same_passphrase() {
    let world = World::new();
    let (folder, key) = closed_office(&world);
    let newer =
        and_newer(&["ALTER TABLE victim ADD COLUMN added_by_a_test TEXT; DELETE FROM victim;"]);
    let conn = open::open_migrating(&folder, &key, STAMP, &newer).unwrap();
    assert_eq!((schema(&conn), victims_in(&conn)), (KNOWN + 1, 0));
    drop(conn);
    let backup = folder
        .join("backups")
        .join(format!("before-schema-{}-{STAMP}", KNOWN + 1));
    let outside = crate::outside::testing::outside(&world.clock, 3);
    let before = CaseFile::unlock(&backup, PASSPHRASE, outside).unwrap();
    assert_eq!(schema(before.conn()), KNOWN);
    assert_eq!(victims::find(&before, "Marker").unwrap().len(), 1);
    assert!(before.verify().unwrap().ok);
}

#[test]
fn a_failing_migration_leaves_the_file_as_it_was() {
    let world = World::new();
    let (folder, key) = closed_office(&world);
    let failing = and_newer(&[
        "ALTER TABLE victim ADD COLUMN added_by_a_test TEXT;",
        "DELETE FROM victim; DELETE FROM no_such_table;",
    ]);
    let refused = open::open_migrating(&folder, &key, STAMP, &failing);
    assert!(matches!(refused, Err(Error::Storage { .. })));
    let file = world.unlock("Rivertown");
    assert_eq!(schema(file.conn()), KNOWN);
    assert_eq!(victims::find(&file, "Marker").unwrap().len(), 1);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn a_file_that_is_up_to_date_is_not_backed_up() {
    let world = World::new();
    let (folder, _) = closed_office(&world);
    drop(world.unlock("Rivertown"));
    assert!(!folder.join("backups").exists());
}

#[test]
fn a_migrated_file_is_refused_by_the_older_program() {
    let world = World::new();
    let (folder, key) = closed_office(&world);
    let newer = and_newer(&["CREATE TABLE later (x INTEGER) STRICT;"]);
    drop(open::open_migrating(&folder, &key, STAMP, &newer).unwrap());
    let outside = crate::outside::testing::outside(&world.clock, 3);
    let refused = CaseFile::unlock(&folder, PASSPHRASE, outside);
    let Err(Error::NewerCaseFile { found, known }) = refused else {
        panic!("a file of a newer program was opened");
    };
    assert_eq!((found, known), (KNOWN + 1, KNOWN));
}

#[test]
fn what_an_older_program_kept_without_understanding_it_is_shown_after_the_update() {
    let world = World::new();
    let (folder, key) = closed_office(&world);
    let conn = open::open_migrating(&folder, &key, STAMP, open::MIGRATIONS).unwrap();
    // As a program left it that took victims in from a newer one and knew nothing of them.
    conn.execute_batch(
        "DELETE FROM victim; DELETE FROM find_word; DELETE FROM find_form; UPDATE place SET tables_version = 1;",
    )
    .unwrap();
    drop(conn);
    let file = world.unlock("Rivertown");
    assert_eq!(victims::find(&file, "Marker").unwrap().len(), 1);
    assert!(file.verify().unwrap().ok);
}
