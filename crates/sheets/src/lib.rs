//! Tables as offices have them: CSV of any program and language, Excel and OpenDocument workbooks, read into rows of
//! text; and CSV written so that no spreadsheet runs anything in it.
//!
//! What a row means is not known here. Text is read as a stream, one row in memory at a time; a workbook is unpacked
//! as a whole. A table that cannot be read is refused; a row that cannot be taken for what it is comes out as a
//! refused row, with its line and the reason, and the rows around it stand.

mod read;
mod text;
mod unpacked;
mod workbook;
mod write;

#[cfg(test)]
mod tests;

pub use read::open;
pub use write::{Writer, as_written, without_formula};

/// Bytes a table of text may have.
pub const MAX_TEXT_BYTES: u64 = 1 << 30;
/// Bytes a workbook may have. It is unpacked into memory as a whole.
pub const MAX_WORKBOOK_BYTES: u64 = 32 << 20;
/// Bytes everything in a workbook may have together once it is unpacked.
pub const MAX_UNPACKED_BYTES: u64 = 256 << 20;
/// Cells a sheet may have from its first to its last, empty ones included: all of them are held in memory. Excel's older
/// format has no more.
pub const MAX_GRID: u64 = 1 << 24;
/// Bytes of text a row may have. A quotation mark that nobody closed would swallow all rows behind it.
pub const MAX_ROW_BYTES: usize = 4 << 20;
/// Columns a table may have.
pub const MAX_COLUMNS: usize = 500;
/// Letters a cell may have; longer ones are refused with their row.
pub const MAX_CELL: usize = 32_767;
/// Rows above the names of the columns that are passed over, if they fill one cell only: titles.
pub const MAX_TITLES: usize = 5;

/// A table being read: its rows come out one by one, empty ones left out.
pub struct Table {
    /// What it is written in.
    pub source: Source,
    /// The names of its columns: the first row that fills two cells, or, if none does, the first.
    pub columns: Vec<String>,
    rows: Box<dyn Iterator<Item = Result<Row, Error>>>,
}

impl Iterator for Table {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next()
    }
}

/// What a table is written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Lines of text.
    Text {
        /// What parts the cells.
        delimiter: char,
        /// What the letters are written in: `UTF-8`, `UTF-16LE`, `UTF-16BE` or `windows-1252`.
        encoding: &'static str,
    },
    /// One sheet of a workbook.
    Workbook {
        /// Its name there.
        sheet: String,
        /// The others, which are not read.
        others: Vec<String>,
    },
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file or its number in the sheet, from 1.
    pub line: u64,
    /// Its cells, without spaces around them, as many as there are columns; of a refused row, those it has.
    pub cells: Vec<String>,
    /// Why it cannot be taken as it is.
    pub refused: Option<Refusal>,
}

/// Why a row cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It has more cells than there are columns.
    TooManyCells,
    /// It shares a cell with the row above: whose the value is cannot be told.
    MergedCells,
    /// A formula in it gives an error, such as `#REF!`.
    FormulaError,
    /// A cell is longer than [`MAX_CELL`].
    CellTooLong,
}

/// Why a table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There are no rows below the names of the columns, or no names.
    #[error("there is no table in it")]
    Empty,
    /// It is larger than we take.
    #[error("it is larger than {limit} bytes")]
    TooLarge {
        /// Bytes it may have.
        limit: u64,
    },
    /// A workbook is small, and what is packed in it is larger than we take.
    #[error("it unpacks to more than {limit} bytes")]
    UnpacksTooLarge {
        /// Bytes that may come out of it.
        limit: u64,
    },
    /// A sheet reaches further than [`MAX_GRID`] cells.
    #[error("a sheet has more than {MAX_GRID} cells")]
    TooManyCells,
    /// A row is larger than [`MAX_ROW_BYTES`]: most likely a quotation mark is not closed.
    #[error("the row of line {line} has no end")]
    RowTooLong {
        /// Where it begins.
        line: u64,
    },
    /// It has more columns than [`MAX_COLUMNS`].
    #[error("it has more than {MAX_COLUMNS} columns")]
    TooManyColumns,
    /// Two columns have one name.
    #[error("two columns are called {name}")]
    ColumnTwice {
        /// The name.
        name: String,
    },
    /// It is neither text nor a workbook, or a workbook that is damaged or locked.
    #[error("it is no table")]
    NotATable,
    /// The file could not be read to its end, or changed meanwhile.
    #[error("it could not be read to its end")]
    Unreadable,
}
