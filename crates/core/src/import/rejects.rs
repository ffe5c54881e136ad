//! The rejects file: the rows that were refused, as they came, with their line and the reason before them. It can be
//! imported again as it is once the cells are mended, and no cell of it begins a formula.
//!
//! It holds what victims told us and is readable by the person who runs the program only, where the file system
//! knows persons.

use std::path::Path;

use countyline_sheets::{Row, Writer};

use crate::error::{Error, Result};
use crate::files::{GrowingFile, Readers};

/// The columns before those of the file.
const OURS: [&str; 2] = ["countyline_row", "countyline_reason"];

/// Whether a column is one of ours, which says nothing about anybody.
pub(super) fn is_ours(column: &str) -> bool {
    OURS.contains(&column)
}

/// Refused rows on their way into a file, which is there only if there are any.
pub(super) struct Rejects<'a> {
    path: Option<&'a Path>,
    columns: Vec<String>,
    ours: Vec<usize>,
    file: Option<Writer<GrowingFile>>,
}

impl<'a> Rejects<'a> {
    /// Rows with these columns, for a file that is not there yet; none to write no file.
    ///
    /// # Errors
    /// [`Error::FileExists`]; [`Error::FolderNotFound`].
    pub(super) fn to(path: Option<&'a Path>, columns: &[String]) -> Result<Rejects<'a>> {
        if let Some(path) = path {
            if path.exists() {
                return Err(Error::FileExists);
            }
            let folder = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            if folder.is_some_and(|folder| !folder.is_dir()) {
                return Err(Error::FolderNotFound);
            }
        }
        // What was refused before and comes again has one reason: today's.
        let ours = (0..columns.len()).filter(|at| is_ours(&columns[*at]));
        let ours: Vec<usize> = ours.collect();
        Ok(Rejects {
            path,
            columns: without(columns, &ours),
            ours,
            file: None,
        })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// Those of writing a file.
    pub(super) fn add(&mut self, row: &Row, reason: &str) -> Result<()> {
        let Some(path) = self.path else { return Ok(()) };
        let writing = |source| Error::file("write the refused rows", source);
        let file = match &mut self.file {
            Some(file) => file,
            none => {
                let mut names = OURS.map(str::to_owned).to_vec();
                names.extend(self.columns.iter().cloned());
                let file = GrowingFile::begin(path, Readers::Owner)?;
                none.insert(Writer::for_excel(file, &names).map_err(writing)?)
            }
        };
        let mut cells = vec![row.line.to_string(), reason.to_owned()];
        cells.extend(without(&row.cells, &self.ours));
        file.row(&cells).map_err(writing)
    }

    /// Closes the file, and says where it is.
    ///
    /// # Errors
    /// Those of writing a file; there is none then.
    pub(super) fn finish(self) -> Result<Option<String>> {
        let (Some(path), Some(file)) = (self.path, self.file) else {
            return Ok(None);
        };
        let file = file
            .finish()
            .map_err(|source| Error::file("write the refused rows", source))?;
        file.finish()?;
        Ok(Some(path.display().to_string()))
    }
}

fn without(cells: &[String], places: &[usize]) -> Vec<String> {
    let kept = cells.iter().enumerate();
    let kept = kept.filter(|(at, _)| !places.contains(at));
    kept.map(|(_, cell)| cell.clone()).collect()
}
