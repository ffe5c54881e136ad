//! Tables for other programs, in which nothing runs.

use std::borrow::Cow;
use std::io::{self, Write};

/// What begins a formula, also in full width and behind spaces (CWE-1236; OWASP, *CSV Injection*).
const BEGINS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Writes a table of text as CSV in UTF-8, cell by cell, so that no spreadsheet takes one for a formula.
pub struct Writer<W: Write>(csv::Writer<W>);

impl<W: Write> Writer<W> {
    /// A table with these columns.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn new<Cell: AsRef<str>>(out: W, columns: &[Cell]) -> io::Result<Writer<W>> {
        // A row that was refused may have more cells than there are columns.
        let csv = csv::WriterBuilder::new().flexible(true).from_writer(out);
        let mut writer = Writer(csv);
        writer.row(columns)?;
        Ok(writer)
    }

    /// As [`Writer::new`], behind the mark by which Excel knows UTF-8.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn for_excel<Cell: AsRef<str>>(mut out: W, columns: &[Cell]) -> io::Result<Writer<W>> {
        out.write_all("\u{feff}".as_bytes())?;
        Writer::new(out, columns)
    }

    /// Writes a row.
    ///
    /// # Errors
    /// Those of what it is written to.
    pub fn row<Cell: AsRef<str>>(&mut self, cells: &[Cell]) -> io::Result<()> {
        let cells = cells.iter().map(|cell| without_formula(cell.as_ref()));
        let written = self.0.write_record(cells.map(Cow::into_owned));
        written.map_err(io::Error::from)
    }

    /// What it was written to, with all of it.
    ///
    /// # Errors
    /// Those of what it is written to.
    pub fn finish(self) -> io::Result<W> {
        self.0.into_inner().map_err(|error| error.into_error())
    }
}

/// Text that no spreadsheet takes for a formula: an apostrophe goes before it. A number stays as it is.
pub fn without_formula(text: &str) -> Cow<'_, str> {
    let begins_a_formula = text
        .trim_start_matches([' ', '\u{a0}', '\u{feff}'])
        .starts_with(BEGINS);
    if begins_a_formula && text.parse::<f64>().is_err() {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A cell as it was before [`without_formula`].
pub fn as_written(text: &str) -> &str {
    let rest = text.strip_prefix('\'');
    rest.filter(|rest| without_formula(rest) == text)
        .unwrap_or(text)
}
