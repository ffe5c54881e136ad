//! Tables of persons, as other programs write them.

use countyline_core::duplicates::csv::{self, MAX_ROWS};

/// Reads the bytes as a table. It may take memory and time in proportion to its length, and no more.
pub fn run(bytes: &[u8]) {
    let Ok(table) = csv::read(bytes) else { return };
    assert!(!table.persons.is_empty() && table.persons.len() <= MAX_ROWS);
    // Each has a line of its own, the header another.
    assert!(table.persons.len() < bytes.len());
    assert_eq!(table.first_unreadable.is_some(), table.unreadable > 0);
    let again = csv::read(bytes).expect("what was read can be read again");
    assert_eq!(again.persons.len(), table.persons.len());
    assert_eq!(again.unreadable, table.unreadable);
}
