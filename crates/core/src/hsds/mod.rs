//! The directory to and from other programs: Open Referral's HSDS 3.0, as a tabular data package (a folder of
//! CSV files with `datapackage.json`) or as JSON.
//!
//! *In.* The files are read whole, each row is checked against its table ([`spec`]), and the rows of one
//! organization are put together ([`agency`]). An organization of which any row has a flaw is left out whole,
//! with file, row and column of each; the others are written in one change, or, in a dry run, nothing is. What an
//! organization had here and the file does not say stays. What has no field here is kept with the record and
//! goes out again; what is not taken at all is named.
//!
//! An id of the file becomes the record's id. So two laptops that take the same file in write the same records,
//! and a file taken in twice changes nothing.
//!
//! *Out.* Where a confidential location is stands in no field that is written (PR-20). Hints for deputies
//! and everything about the relationship stay here.

mod agency;
mod export;
mod gather;
mod import;
mod read;
pub(crate) mod spec;
mod views;
mod write;

#[cfg(test)]
mod tests;

pub use import::{Refused, import};
pub use views::*;
pub use write::{export_json, export_package};

use crate::partners::directory::Item;

/// A row of a table, and where it stood.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Name of the file.
    pub(crate) file: String,
    /// Its line in a table, the header counted; its number among its kind in JSON.
    pub(crate) line: u64,
    /// What it says, without what is empty.
    pub(crate) cells: Item,
}

impl Row {
    pub(crate) fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}
