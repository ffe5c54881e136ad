//! How large a workbook is once it is unpacked, seen before anything of it is held in memory.
//!
//! What an entry says of its size is believed where it is too large, and not where it is small: everything is inflated
//! once, a piece at a time, and thrown away.

use std::io::{Cursor, Read};

use calamine::Sheets;
use zip::ZipArchive;

use crate::{Error, MAX_GRID, MAX_UNPACKED_BYTES};

/// Refuses a zipped workbook that unpacks to more than we take.
///
/// # Errors
/// [`Error::UnpacksTooLarge`]; [`Error::NotATable`] if it cannot be unpacked.
pub(crate) fn ensure_fits(bytes: &[u8]) -> Result<(), Error> {
    ensure_within(bytes, MAX_UNPACKED_BYTES)
}

fn ensure_within(bytes: &[u8], limit: u64) -> Result<(), Error> {
    let too_large = Error::UnpacksTooLarge { limit };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::NotATable)?;
    let mut said: u64 = 0;
    for entry in 0..archive.len() {
        let entry = archive.by_index_raw(entry).map_err(|_| Error::NotATable)?;
        said = said.saturating_add(entry.size());
    }
    if said > limit {
        return Err(too_large);
    }
    let mut left = limit;
    for entry in 0..archive.len() {
        let entry = archive.by_index(entry).map_err(|_| Error::NotATable)?;
        let unpacked = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink());
        let unpacked = unpacked.map_err(|_| Error::NotATable)?;
        left = left.checked_sub(unpacked).ok_or(too_large.clone())?;
    }
    Ok(())
}

/// Refuses a sheet that reaches so far that its cells, most of them empty, would not fit in memory.
///
/// # Errors
/// [`Error::TooManyCells`]; [`Error::NotATable`].
pub(crate) fn ensure_grid(workbook: &mut Sheets<Cursor<&[u8]>>, sheet: &str) -> Result<(), Error> {
    let mut reach = Reach::default();
    match workbook {
        Sheets::Xlsx(workbook) => {
            let cells = workbook.worksheet_cells_reader(sheet);
            let mut cells = cells.map_err(|_| Error::NotATable)?;
            while let Some(cell) = cells.next_cell().map_err(|_| Error::NotATable)? {
                reach.take(cell.get_position())?;
            }
        }
        Sheets::Xlsb(workbook) => {
            let cells = workbook.worksheet_cells_reader(sheet);
            let mut cells = cells.map_err(|_| Error::NotATable)?;
            while let Some(cell) = cells.next_cell().map_err(|_| Error::NotATable)? {
                reach.take(cell.get_position())?;
            }
        }
        // These were read as a whole when they were opened.
        Sheets::Xls(_) | Sheets::Ods(_) => {}
    }
    Ok(())
}

/// From which cell to which a sheet goes.
#[derive(Default)]
struct Reach(Option<[(u32, u32); 2]>);

impl Reach {
    fn take(&mut self, (row, column): (u32, u32)) -> Result<(), Error> {
        let [rows, columns] = self.0.unwrap_or([(row, row), (column, column)]);
        let rows = (rows.0.min(row), rows.1.max(row));
        let columns = (columns.0.min(column), columns.1.max(column));
        self.0 = Some([rows, columns]);
        let [height, width] = [rows, columns].map(|(from, to)| u64::from(to - from) + 1);
        match height * width > MAX_GRID {
            true => Err(Error::TooManyCells),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zip file of one entry: so many noughts, which pack to a thousandth, and what it says of its size.
    fn bomb(unpacked: u64, said: Option<u32>) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file("xl/worksheets/sheet1.xml", options).unwrap();
        std::io::copy(&mut std::io::repeat(b'0').take(unpacked), &mut zip).unwrap();
        let mut bytes = zip.finish().unwrap().into_inner();
        if let Some(said) = said {
            // Where the size stands in the entry's own header and in the list of entries.
            let list = bytes
                .windows(4)
                .rposition(|four| four == b"PK\x01\x02")
                .unwrap();
            for at in [22, list + 24] {
                bytes[at..at + 4].copy_from_slice(&said.to_le_bytes());
            }
        }
        bytes
    }

    #[test]
    fn what_says_that_it_is_too_large_and_what_is_without_saying_so_are_refused() {
        let limit = 1 << 20;
        let refused = Err(Error::UnpacksTooLarge { limit });
        assert_eq!(ensure_within(&bomb(limit, None), limit), Ok(()));
        let honest = bomb(limit + 1, None);
        assert!(honest.len() < 10_000, "{}", honest.len());
        assert_eq!(ensure_within(&honest, limit), refused);
        assert_eq!(ensure_within(&bomb(10, Some(u32::MAX)), limit), refused);
        let lying = ensure_within(&bomb(4 * limit, Some(10)), limit);
        assert!(lying.is_err(), "{lying:?}");
    }
}
