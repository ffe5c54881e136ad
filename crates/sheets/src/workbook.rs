//! Rows of a sheet of a workbook: Excel's two formats and OpenDocument.

use std::io::{Cursor, Read};

use calamine::{
    Data, Dimensions, ExcelDateTime, Range, Reader, Sheets, open_workbook_auto_from_rs,
};

use crate::read::trimmed;
use crate::unpacked;
use crate::{Error, MAX_WORKBOOK_BYTES, Refusal, Row, Source};

type Rows = Box<dyn Iterator<Item = Result<Row, Error>>>;

/// How files begin that are zipped, as `.xlsx` and `.ods` are, and `.xls`.
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// Whether bytes begin as a workbook does.
pub(crate) fn is_one(bytes: &[u8]) -> bool {
    BEGINNINGS.iter().any(|begin| bytes.starts_with(begin))
}

/// Reads one sheet.
///
/// # Errors
/// [`Error::NotATable`], [`Error::TooLarge`], [`Error::UnpacksTooLarge`], [`Error::TooManyCells`]; [`Error::Empty`] if there is no such sheet.
pub(crate) fn read(source: impl Read, wanted: Option<&str>) -> Result<(Source, Rows), Error> {
    let mut bytes = Vec::new();
    let limit = MAX_WORKBOOK_BYTES;
    let read = source.take(limit + 1).read_to_end(&mut bytes);
    if read.map_err(|_| Error::Unreadable)? as u64 > limit {
        return Err(Error::TooLarge { limit });
    }
    if bytes.starts_with(BEGINNINGS[0]) {
        unpacked::ensure_fits(&bytes)?;
    }
    let mut workbook =
        open_workbook_auto_from_rs(Cursor::new(bytes.as_slice())).map_err(|_| Error::NotATable)?;
    let mut names = workbook.sheet_names();
    let at = match wanted {
        Some(wanted) => names.iter().position(|name| name == wanted),
        None => {
            let mut first = None;
            for (at, name) in names.iter().enumerate() {
                match range_of(&mut workbook, name) {
                    Ok(range) if !range.is_empty() => first = Some(at),
                    Ok(_) | Err(Error::NotATable) => continue,
                    Err(refused) => return Err(refused),
                }
                break;
            }
            first
        }
    };
    let sheet = names.remove(at.ok_or(Error::Empty)?);
    let range = range_of(&mut workbook, &sheet)?;
    let merged = merged_cells(&mut workbook, &sheet);
    let (first_row, _) = range.start().ok_or(Error::Empty)?;
    let mut rows = Vec::with_capacity(range.height());
    for (number, cells) in (first_row..).zip(range.rows()) {
        let shares = |cells: &Dimensions| cells.start.0 < number && number <= cells.end.0;
        let refused = if merged.iter().any(shares) {
            Some(Refusal::MergedCells)
        } else if cells.iter().any(|cell| matches!(cell, Data::Error(_))) {
            Some(Refusal::FormulaError)
        } else {
            None
        };
        rows.push(Ok(Row {
            line: u64::from(number) + 1,
            cells: cells.iter().map(text).collect(),
            refused,
        }));
    }
    let source = Source::Workbook {
        sheet,
        others: names,
    };
    Ok((source, Box::new(rows.into_iter())))
}

/// The cells of a sheet that is not too large to be held.
fn range_of(workbook: &mut Sheets<Cursor<&[u8]>>, sheet: &str) -> Result<Range<Data>, Error> {
    unpacked::ensure_grid(workbook, sheet)?;
    workbook
        .worksheet_range(sheet)
        .map_err(|_| Error::NotATable)
}

/// The cells that were merged, where the format says so.
fn merged_cells(workbook: &mut Sheets<Cursor<&[u8]>>, sheet: &str) -> Vec<Dimensions> {
    match workbook {
        Sheets::Xlsx(workbook) => workbook
            .merge_cells_by_sheet_name(sheet)
            .unwrap_or_default(),
        Sheets::Xls(workbook) => workbook
            .merge_cells_by_sheet_name(sheet)
            .unwrap_or_default(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    }
}

/// A cell as a person reads it: whole numbers without a point, days and times as ISO 8601 writes them.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => trimmed(text),
        Data::Int(number) => number.to_string(),
        // Numbers to which nothing is lost when they are written without a point: phones and years.
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(at) => day_and_time(at),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}

fn day_and_time(at: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    if at.is_duration() || at.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}");
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        day
    } else {
        format!("{day}T{hour:02}:{minute:02}:{second:02}")
    }
}
