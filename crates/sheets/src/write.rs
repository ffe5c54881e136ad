//! Tables for other programs, in which nothing runs.

use std::borrow::Cow;

use crate::Error;

/// Writes a table of text, cell by cell, so that no spreadsheet takes one for a formula.
pub struct Writer(csv::Writer<Vec<u8>>);

impl Writer {
    /// A table with these columns.
    ///
    /// # Errors
    /// [`Error::TooManyColumns`] if there are none.
    pub fn new(columns: &[&str]) -> Result<Writer, Error> {
        let mut writer = Writer(csv::Writer::from_writer(Vec::new()));
        writer.row(columns)?;
        Ok(writer)
    }

    /// Writes a row, which must have as many cells as there are columns.
    ///
    /// # Errors
    /// [`Error::TooManyColumns`] if it has not.
    pub fn row<Cell: AsRef<str>>(&mut self, cells: &[Cell]) -> Result<(), Error> {
        let cells = cells.iter().map(|cell| without_formula(cell.as_ref()));
        let written = self.0.write_record(cells.map(Cow::into_owned));
        written.map_err(|_| Error::TooManyColumns)
    }

    /// The table, in UTF-8 with the mark by which Excel knows it.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        bytes.extend(self.0.into_inner().unwrap_or_default());
        bytes
    }
}

/// A cell that no spreadsheet takes for a formula: one that begins as a formula does gets an apostrophe before it,
/// by which spreadsheets mark text (OWASP, *CSV Injection*).
pub fn without_formula(cell: &str) -> Cow<'_, str> {
    let begins = cell.trim_start().chars().next();
    let is_dangerous = matches!(begins, Some('=' | '+' | '-' | '@' | '|' | '%'))
        || cell.starts_with(['\t', '\r', '\n']);
    if is_dangerous {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}
