//! Tables of an office, as its spreadsheet wrote them.

use std::io::Cursor;

use countyline_sheets::{Error, MAX_CELL, MAX_COLUMNS, Refusal, open};

/// Reads the bytes as a table, of text or a workbook. Every row ends, whatever is in it.
pub fn run(bytes: &[u8]) {
    let read = || open(Cursor::new(bytes.to_vec()), None);
    let Ok(table) = read() else { return };
    let width = table.columns.len();
    assert!((1..=MAX_COLUMNS).contains(&width));
    let (mut line, mut count) = (0, 0);
    for row in table {
        count += 1;
        let Ok(row) = row else { continue };
        assert!(row.line > line, "rows come in the order of their lines");
        line = row.line;
        match row.refused {
            Some(Refusal::TooManyCells) => assert!(row.cells.len() > width),
            Some(_) => {}
            None => {
                assert_eq!(row.cells.len(), width);
                let longest = row.cells.iter().map(|cell| cell.chars().count()).max();
                assert!(longest <= Some(MAX_CELL));
                assert!(row.cells.iter().all(|cell| cell.trim() == cell));
            }
        }
    }
    let again = read().map_err(|error: Error| panic!("what was read can be read again: {error}"));
    assert_eq!(again.map_or(0, Iterator::count), count);
}
