//! Rows of a table, whatever it was written in.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::text::letters;
use crate::workbook;
use crate::write::without_formula;
use crate::{Error, MAX_CELL, MAX_COLUMNS, MAX_TEXT_BYTES, Refusal, Row, Sheet, Source};

/// What may part the cells of a line.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Reads a table. A workbook's sheet is named by `sheet`; without a name it is the first that holds something.
///
/// # Errors
/// [`Error`], for the table as a whole.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, Error> {
    let table = if workbook::is_one(bytes) {
        workbook::read(bytes, sheet)?
    } else {
        of_text(bytes)?
    };
    settle(table)
}

/// A table as it was written: every row, the one with the names too.
pub(crate) struct Raw {
    pub(crate) source: Source,
    pub(crate) rows: Vec<Row>,
}

fn of_text(bytes: &[u8]) -> Result<Raw, Error> {
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(Error::TooLarge {
            limit: MAX_TEXT_BYTES,
        });
    }
    let (text, encoding) = letters(bytes)?;
    let delimiter = delimiter_of(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Error::NotATable)?;
        rows.push(Row {
            line: record.position().map_or(0, |at| line_of(&text, at)),
            cells: record.iter().map(trimmed).collect(),
            refused: None,
        });
    }
    Ok(Raw {
        source: Source::Text {
            delimiter,
            encoding,
        },
        rows,
    })
}

/// Where a row begins, behind the empty lines that the reader passes over with it.
fn line_of(text: &str, at: &csv::Position) -> u64 {
    let from = usize::try_from(at.byte()).unwrap_or(text.len());
    let behind = text.as_bytes().get(from..).unwrap_or_default().iter();
    let passed = behind.take_while(|byte| matches!(byte, b'\r' | b'\n'));
    at.line() + passed.filter(|byte| **byte == b'\n').count() as u64
}

/// What parts the cells of the first line that is not empty: what stands in it most often, outside of quotes.
fn delimiter_of(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let mut counts = [0; DELIMITERS.len()];
    let mut is_quoted = false;
    for letter in first.unwrap_or_default().chars() {
        if letter == '"' {
            is_quoted = !is_quoted;
        }
        let which = DELIMITERS.iter().position(|known| *known == letter);
        if let Some(which) = which.filter(|_| !is_quoted) {
            counts[which] += 1;
        }
    }
    // Of equally frequent ones the first: they stand in the order in which programs use them.
    let most = (0..DELIMITERS.len())
        .rev()
        .max_by_key(|which| counts[*which]);
    DELIMITERS[most.unwrap_or(0)]
}

/// Takes the names of the columns off, and makes every row as long as they are.
fn settle(table: Raw) -> Result<Sheet, Error> {
    let is_empty = |row: &Row| row.cells.iter().all(String::is_empty);
    let mut rows = table.rows.into_iter().filter(|row| !is_empty(row));
    let mut columns = rows.next().ok_or(Error::Empty)?.cells;
    while columns.last().is_some_and(String::is_empty) {
        columns.pop();
    }
    if columns.len() > MAX_COLUMNS {
        return Err(Error::TooManyColumns);
    }
    let mut named = HashSet::new();
    for name in columns.iter().filter(|name| !name.is_empty()) {
        if !named.insert(name.to_lowercase()) {
            return Err(Error::ColumnTwice { name: name.clone() });
        }
    }
    let rows: Vec<Row> = rows.map(|row| fitted(row, columns.len())).collect();
    if rows.is_empty() {
        return Err(Error::Empty);
    }
    Ok(Sheet {
        source: table.source,
        columns,
        rows,
    })
}

fn fitted(mut row: Row, columns: usize) -> Row {
    if row.cells.iter().skip(columns).any(|cell| !cell.is_empty()) {
        row.refused.get_or_insert(Refusal::TooManyCells);
        return row;
    }
    if row.cells.iter().any(|cell| cell.chars().count() > MAX_CELL) {
        row.refused.get_or_insert(Refusal::CellTooLong);
    }
    row.cells.resize(columns, String::new());
    row
}

/// A cell without spaces around it, and without what programs write around text so that it stays what it is:
/// `="0042"`, and an apostrophe before what would be a formula ([`crate::without_formula`]).
pub(crate) fn trimmed(cell: &str) -> String {
    let cell = cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let quoted = cell
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inner| !inner.contains('"'));
    let marked = cell
        .strip_prefix('\'')
        .filter(|text| matches!(without_formula(text), Cow::Owned(_)));
    quoted.or(marked).unwrap_or(cell).trim().to_owned()
}
