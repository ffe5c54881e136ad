//! By what a row is known again: an id made from what its old system called it.
//!
//! The id is the record's own, so it comes with the record to every laptop, and an order of erasure that names the
//! record also names it: a row that was erased is refused when the file comes again (decision 27).

use countyline_ledger::EntityId;
use sha2::{Digest, Sha256};

use crate::registry::Record;

/// Makes ids for the rows of one old system in one office.
pub(super) struct Keys {
    /// Of the office and the old system; without it nobody can try keys against an id.
    begun: Sha256,
}

impl Keys {
    /// For an office and the name of an old system.
    pub(super) fn of(agency: [u8; 16], source: &str) -> Keys {
        let begun = Sha256::new();
        let begun = part(begun, b"countyline import 1");
        let begun = part(begun, &agency);
        Keys {
            begun: part(begun, source.trim().to_lowercase().as_bytes()),
        }
    }

    /// The id of the record that the old system calls `key`.
    pub(super) fn named(&self, record: &Record, key: &str) -> EntityId {
        self.id(record, "key", &[key.trim()])
    }

    /// The id of a row that has no name of its own: made from all that stands in it. The order of the columns does
    /// not matter.
    pub(super) fn of_row(&self, record: &Record, columns: &[String], cells: &[String]) -> EntityId {
        let mut told: Vec<(&str, &str)> = columns
            .iter()
            .zip(cells)
            .map(|(column, cell)| (column.as_str(), cell.as_str()))
            .filter(|(column, cell)| !cell.is_empty() && !super::rejects::is_ours(column))
            .collect();
        told.sort_unstable();
        let parts: Vec<&str> = told.into_iter().flat_map(|(a, b)| [a, b]).collect();
        self.id(record, "row", &parts)
    }

    /// The id of something written with a record, such as her second number.
    pub(super) fn below(&self, record: &Record, above: EntityId, what: &str) -> EntityId {
        let above = uuid::Uuid::from_bytes(above.0).to_string();
        self.id(record, "below", &[&above, what])
    }

    fn id(&self, record: &Record, kind: &str, parts: &[&str]) -> EntityId {
        let begun = part(self.begun.clone(), record.name.as_bytes());
        let begun = part(begun, kind.as_bytes());
        let whole = parts
            .iter()
            .fold(begun, |digest, text| part(digest, text.as_bytes()));
        let mut bytes = [0; 16];
        // Where other ids have the time they were made at there is nothing: what was taken in sorts as the oldest.
        bytes[6..].copy_from_slice(&whole.finalize()[..10]);
        EntityId(
            uuid::Builder::from_custom_bytes(bytes)
                .into_uuid()
                .into_bytes(),
        )
    }
}

/// Adds a part with its length, so that two parts never look like two others.
fn part(mut digest: Sha256, bytes: &[u8]) -> Sha256 {
    digest.update((bytes.len() as u64).to_be_bytes());
    digest.update(bytes);
    digest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{CONTACT, VICTIM};

    #[test]
    fn a_row_has_one_id_in_an_office_and_another_in_every_other() {
        let texts = |texts: &[&str]| {
            texts
                .iter()
                .map(|text| (*text).to_owned())
                .collect::<Vec<_>>()
        };
        let keys = Keys::of([1; 16], "Access 2015");
        let id = keys.named(&VICTIM, "17");
        assert_eq!(
            id,
            Keys::of([1; 16], " access 2015 ").named(&VICTIM, " 17 ")
        );
        for other in [
            Keys::of([2; 16], "Access 2015").named(&VICTIM, "17"),
            Keys::of([1; 16], "Excel").named(&VICTIM, "17"),
            keys.named(&CONTACT, "17"),
            keys.named(&VICTIM, "18"),
            keys.of_row(&VICTIM, &texts(&["ID"]), &texts(&["17"])),
            keys.below(&VICTIM, id, "phone"),
        ] {
            assert_ne!(id, other);
        }
        let row = keys.of_row(&VICTIM, &texts(&["a", "b"]), &texts(&["1", "2"]));
        let columns = texts(&["countyline_row", "b", "a", "c"]);
        assert_eq!(
            row,
            keys.of_row(&VICTIM, &columns, &texts(&["9", "2", "1", ""]))
        );
        assert_ne!(row, keys.of_row(&VICTIM, &texts(&["a"]), &texts(&["1b2"])));
    }
}
