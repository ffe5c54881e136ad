//! Rows of a table, whatever it was written in.

use std::collections::HashSet;
use std::io::{Read, Seek, SeekFrom};

use crate::text::{Letters, RowBytes, encoding_of};
use crate::workbook;
use crate::write::as_written;
use crate::{Error, MAX_CELL, MAX_COLUMNS, MAX_TITLES, Refusal, Row, Source, Table};

/// What may part the cells of a line, in the order in which programs use them.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// Bytes in which the line that shows the delimiter is looked for.
const SHOWN: u64 = 64 * 1024;

type Rows = Box<dyn Iterator<Item = Result<Row, Error>>>;

/// Reads a table. A workbook's sheet is named by `sheet`; without a name it is the first that holds something.
///
/// # Errors
/// [`Error`], for the table as a whole; an error that stands further down comes out in place of the row.
pub fn open(mut source: impl Read + Seek + 'static, sheet: Option<&str>) -> Result<Table, Error> {
    let unreadable = |_| Error::Unreadable;
    let mut begins = Vec::new();
    let mut first = source.by_ref().take(8);
    first.read_to_end(&mut begins).map_err(unreadable)?;
    source.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let (source, rows) = match workbook::is_one(&begins) {
        true => workbook::read(source, sheet)?,
        false => of_text(source)?,
    };
    settle(source, rows)
}

fn of_text(mut source: impl Read + Seek + 'static) -> Result<(Source, Rows), Error> {
    let encoding = encoding_of(&mut source)?;
    let start = source.stream_position().map_err(|_| Error::Unreadable)?;
    let mut shown = Vec::new();
    let letters = Letters::new(source.by_ref(), encoding, RowBytes::default());
    let read = letters.take(SHOWN).read_to_end(&mut shown);
    read.map_err(|_| Error::Unreadable)?;
    let delimiter = delimiter_of(&String::from_utf8_lossy(&shown));
    let sought = source.seek(SeekFrom::Start(start));
    sought.map_err(|_| Error::Unreadable)?;
    let in_row = RowBytes::default();
    let reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(Letters::new(source, encoding, in_row.clone()));
    let rows = TextRows {
        reader,
        in_row,
        has_ended: false,
    };
    let source = Source::Text {
        delimiter,
        encoding: encoding.name(),
    };
    Ok((source, Box::new(rows)))
}

struct TextRows<S> {
    reader: csv::Reader<Letters<S>>,
    in_row: RowBytes,
    has_ended: bool,
}

impl<S: Read> Iterator for TextRows<S> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_ended {
            return None;
        }
        let mut record = csv::StringRecord::new();
        let begins = self.reader.position().line();
        match self.reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(_) => {
                self.has_ended = true;
                return Some(Err(match self.in_row.are_too_many() {
                    true => Error::RowTooLong { line: begins },
                    false => Error::Unreadable,
                }));
            }
        }
        self.in_row.taken();
        // Every line ends in one line feed, and the reader stands behind the one of this row.
        let feeds = |cell: &str| cell.bytes().filter(|byte| *byte == b'\n').count() as u64;
        let within: u64 = record.iter().map(feeds).sum();
        Some(Ok(Row {
            line: self.reader.position().line().saturating_sub(1 + within),
            cells: record.iter().map(trimmed).collect(),
            refused: None,
        }))
    }
}

/// What parts the cells: of the first line in which anything does, what stands in it most often, outside of quotes.
/// Below a title that has none it must part the next line into as many cells.
fn delimiter_of(text: &str) -> char {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let counts: Vec<[usize; DELIMITERS.len()]> = lines.take(MAX_TITLES + 2).map(counts).collect();
    for (at, line) in counts.iter().enumerate() {
        let most = (0..DELIMITERS.len()).rev().max_by_key(|which| line[*which]);
        let parts = |which: &usize| {
            let next = counts.get(at + 1);
            let goes_on = next.is_none_or(|next| next[*which] == line[*which]);
            line[*which] > 0 && (at == 0 || goes_on)
        };
        if let Some(most) = most.filter(parts) {
            return DELIMITERS[most];
        }
    }
    DELIMITERS[0]
}

/// How often each of [`DELIMITERS`] stands in a line, outside of quotes.
fn counts(line: &str) -> [usize; DELIMITERS.len()] {
    let mut counts = [0; DELIMITERS.len()];
    let mut is_quoted = false;
    for letter in line.chars() {
        if letter == '"' {
            is_quoted = !is_quoted;
        }
        let which = DELIMITERS.iter().position(|known| *known == letter);
        if let Some(which) = which.filter(|_| !is_quoted) {
            counts[which] += 1;
        }
    }
    counts
}

/// Takes the titles and the names of the columns off, and makes every row as long as they are.
fn settle(source: Source, rows: Rows) -> Result<Table, Error> {
    let is_empty = |row: &Row| row.cells.iter().all(String::is_empty);
    let is_full = move |row: &Result<Row, Error>| row.as_ref().map_or(true, |row| !is_empty(row));
    let mut rows = rows.filter(is_full);
    let mut above = Vec::new();
    while above.len() <= MAX_TITLES && above.last().is_none_or(is_title) {
        let Some(row) = rows.next() else { break };
        above.push(row?);
    }
    let names = above.iter().position(|row| !is_title(row)).unwrap_or(0);
    let mut above = above.into_iter().skip(names);
    let mut columns = above.next().ok_or(Error::Empty)?.cells;
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
    let width = columns.len();
    let mut rows = above.map(Ok).chain(rows).peekable();
    if rows.peek().is_none() {
        return Err(Error::Empty);
    }
    Ok(Table {
        source,
        columns,
        rows: Box::new(rows.map(move |row| row.map(|row| fitted(row, width)))),
    })
}

fn is_title(row: &Row) -> bool {
    row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1
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
    quoted.unwrap_or(as_written(cell)).trim().to_owned()
}
