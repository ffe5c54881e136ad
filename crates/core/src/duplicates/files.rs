//! Looking for doubles in tables on disk, without an office.

use std::path::Path;

use super::{Among, Band, csv, find};
use crate::error::{Error, Result};
use crate::files::write_whole;
use crate::view::views;

views! {
    /// What a search in tables came to.
    pub struct TablesSearched {
        /// Rows read.
        pub rows: u32,
        /// Pairs written that are probable.
        pub probable: u32,
        /// Pairs written that are possible.
        pub possible: u32,
        /// Cells that are no date or age and were taken for empty.
        pub unreadable: u32,
        /// The line of the first of them.
        pub first_unreadable: Option<u32>,
        /// Values so common that sharing one was no reason to compare.
        pub too_common: u32,
    }
}

/// Finds pairs in a table, or between two, and writes them to `out`.
///
/// # Errors
/// [`Error::FileNotFound`], [`Error::Csv`], and those of writing a file; nothing was written then.
pub fn search_tables(
    first: &Path,
    second: Option<&Path>,
    out: &Path,
    least: f64,
) -> Result<TablesSearched> {
    let mut table = csv::read(&bytes(first)?)?;
    let mut among = Among::All;
    if let Some(second) = second {
        among = Among::Across(table.persons.len());
        let second = csv::read(&bytes(second)?)?;
        table.persons.extend(second.persons);
        table.unreadable += second.unreadable;
        table.first_unreadable = table.first_unreadable.or(second.first_unreadable);
    }
    let found = find(&table.persons, among, least);
    let mut written = Vec::new();
    csv::write(&found.pairs, &table.persons, &mut written)
        .map_err(|source| Error::file("write the pairs", source))?;
    write_whole(out, &written)?;
    let probable = found
        .pairs
        .iter()
        .filter(|pair| pair.band == Band::Probable);
    let probable = count(probable.count());
    Ok(TablesSearched {
        rows: count(table.persons.len()),
        probable,
        possible: count(found.pairs.len()) - probable,
        unreadable: table.unreadable,
        first_unreadable: table
            .first_unreadable
            .and_then(|line| u32::try_from(line).ok()),
        too_common: count(found.too_common),
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    let too_large = std::fs::metadata(path).is_ok_and(|known| known.len() > csv::MAX_BYTES as u64);
    if too_large {
        return Err(csv::CsvError::TooLarge.into());
    }
    std::fs::read(path).map_err(|_| Error::FileNotFound)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
