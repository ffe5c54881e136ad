//! Bringing an older case file up to date: backed up first, whole or not at all.

use rusqlite_migration::M;

use super::*;
use crate::testing::{PASSPHRASE, World, victim};
use crate::victims;

const FIRST: &str = include_str!("../../migrations/0001_case_file.sql");
const STAMP: &str = "20260302T080000";

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
    let newer = [
        M::up(FIRST),
        M::up("ALTER TABLE victim ADD COLUMN pronoun TEXT; DELETE FROM victim;"),
    ];
    let conn = open::open_migrating(&folder, &key, STAMP, &newer).unwrap();
    assert_eq!((schema(&conn), victims_in(&conn)), (2, 0));
    drop(conn);
    let backup = folder
        .join("backups")
        .join(format!("before-schema-2-{STAMP}"));
    let outside = crate::outside::testing::outside(&world.clock, 3);
    let before = CaseFile::unlock(&backup, PASSPHRASE, outside).unwrap();
    assert_eq!(schema(before.conn()), 1);
    assert_eq!(victims::find(&before, "Marker").unwrap().len(), 1);
    assert!(before.verify().unwrap().ok);
}

#[test]
fn a_failing_migration_leaves_the_file_as_it_was() {
    let world = World::new();
    let (folder, key) = closed_office(&world);
    let failing = [
        M::up(FIRST),
        M::up("ALTER TABLE victim ADD COLUMN pronoun TEXT;"),
        M::up("DELETE FROM victim; DELETE FROM no_such_table;"),
    ];
    let refused = open::open_migrating(&folder, &key, STAMP, &failing);
    assert!(matches!(refused, Err(Error::Storage { .. })));
    let file = world.unlock("Rivertown");
    assert_eq!(schema(file.conn()), 1);
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
    let newer = [
        M::up(FIRST),
        M::up("CREATE TABLE later (x INTEGER) STRICT;"),
    ];
    drop(open::open_migrating(&folder, &key, STAMP, &newer).unwrap());
    let outside = crate::outside::testing::outside(&world.clock, 3);
    let refused = CaseFile::unlock(&folder, PASSPHRASE, outside);
    assert!(matches!(
        refused,
        Err(Error::NewerCaseFile { found: 2, known: 1 })
    ));
}
