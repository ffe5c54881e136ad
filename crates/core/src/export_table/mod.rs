//! Tables for a spreadsheet, inside the agency: what the grant's narrative or a meeting of the program needs.
//!
//! Always true:
//! - a table holds the columns listed here and no more; nothing of a way to reach a victim is among them, so her
//!   street is in none, whether she takes part in an address confidentiality program or not (PR-21, PR-22);
//! - her name is in it only if it was asked for; else the case number and initials;
//! - who is restricted is left out, and counted;
//! - no cell begins a formula (AS-15);
//! - a row of which two people wrote something apart says so, until somebody decided;
//! - that a table was made stands in the history, with its name and not its content (PR-12).

mod store;

#[cfg(test)]
mod tests;

use std::path::Path;

use countyline_ledger::Value;
use countyline_sheets::Writer;

use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::long_work::Work;
use crate::roles;
use crate::view::views;
use crate::{codes, files, releases};

views! {
    /// A table that was written.
    pub struct ExportedTable {
        /// Path of the file.
        pub path: String,
        /// Rows below the header.
        pub rows: i32,
        /// Rows of restricted records that were left out.
        pub withheld: i32,
    }
}

/// Whether names of victims stand in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Initials only.
    Covered,
    /// In full.
    Shown,
}

/// Writes a table as CSV, UTF-8 with a header, behind the mark by which Excel knows UTF-8.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::FileExists`]; [`Error::RoleMayNot`]; [`Error::NotJoined`]; [`Error::Stopped`]; those of
/// writing a file. There is no file then.
pub fn export(
    file: &mut CaseFile,
    table: &str,
    names: Names,
    path: &Path,
) -> Result<ExportedTable> {
    codes::ensure("export_table", "table", table)?;
    file.ensure_may(roles::deed(Action::ExportTable))?;
    releases::permit_same_agency(file)?;
    if path.exists() {
        return Err(Error::FileExists);
    }
    let _under_way = file.long_work().begin(Work::Export, 1);
    let (header, rows, withheld) = store::table(file, table, names)?;
    let writing = |source| Error::file("write the table", source);
    let mut csv = Writer::for_excel(Vec::new(), &header).map_err(writing)?;
    for row in &rows {
        csv.row(row).map_err(writing)?;
    }
    let bytes = csv.finish().map_err(writing)?;
    file.change(Action::ExportTable, |change| {
        change.audit(Action::ExportTable, None, Value::text(table));
        Ok(())
    })?;
    files::write_whole(path, &bytes)?;
    Ok(ExportedTable {
        path: path.display().to_string(),
        rows: i32::try_from(rows.len()).unwrap_or(i32::MAX),
        withheld,
    })
}
