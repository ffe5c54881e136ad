//! The reference of a referral: what a letter to an agency and its reply slip carry in place of her name and number, so
//! that a slip that comes back by mail is put to its referral.
//!
//! It is a short form of the referral's id, the same in every place, and tells nothing to who has no case file.

use countyline_ledger::EntityId;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// Digits and capital letters without those that are read as one another (Crockford): 32 of them, five bits each.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many of them: forty bits, so that two referrals of one office share a reference hardly ever.
const LENGTH: usize = 8;
/// What stands before them, so that nobody takes it for a case number, which has two letters there.
const PREFIX: &str = "R-";

/// The reference of a referral, as `R-7K3M-92QX`.
pub(crate) fn of(referral: EntityId) -> String {
    let mut named = b"countyline referral\n".to_vec();
    named.extend(referral.0);
    let digest = Sha256::digest(&named);
    let bits = digest[..5]
        .iter()
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let sign = |place: usize| {
        let five = bits >> (5 * (LENGTH - 1 - place)) & 31;
        // Five bits are below 32.
        char::from(SIGNS[usize::try_from(five).unwrap_or(0)])
    };
    let signs: String = (0..LENGTH).map(sign).collect();
    let (first, second) = signs.split_at(LENGTH / 2);
    format!("{PREFIX}{first}-{second}")
}

/// The victims whose referral has this reference; nobody for what is none. Letters and spaces may be typed in any way, and
/// a letter that is read as a digit is that digit.
pub(crate) fn victims_of(conn: &Connection, typed: &str) -> Result<Vec<EntityId>> {
    let Some(wanted) = read(typed) else {
        return Ok(Vec::new());
    };
    let mut statement = conn
        .prepare_cached(
            "SELECT id, victim FROM referral WHERE deleted <> 1 AND victim IS NOT NULL ORDER BY id DESC",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| Ok((EntityId(row.get(0)?), EntityId(row.get(1)?))))
        .map_err(reading)?;
    let mut found = Vec::new();
    for row in rows {
        let (referral, victim) = row.map_err(reading)?;
        if of(referral) == wanted && !found.contains(&victim) {
            found.push(victim);
        }
    }
    Ok(found)
}

/// A reference as it was typed, in the form it is printed in.
fn read(typed: &str) -> Option<String> {
    let typed = typed.trim().to_ascii_uppercase();
    let signs: String = typed
        .strip_prefix(PREFIX)?
        .chars()
        .filter(|sign| !matches!(sign, '-' | ' '))
        .map(|sign| match sign {
            'O' => '0',
            'I' | 'L' => '1',
            sign => sign,
        })
        .collect();
    let is_whole = signs.len() == LENGTH && signs.bytes().all(|sign| SIGNS.contains(&sign));
    let (first, second) = is_whole.then(|| signs.split_at(LENGTH / 2))?;
    Some(format!("{PREFIX}{first}-{second}"))
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("find a referral by its reference", source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_the_same_everywhere_and_read_as_people_write_it() {
        let reference = of(EntityId([7; 16]));
        assert_eq!(reference.len(), "R-7K3M-92QX".len());
        assert_eq!(reference, of(EntityId([7; 16])));
        assert_ne!(reference, of(EntityId([8; 16])));
        let spaced = reference.to_lowercase().replacen("-", " - ", 3);
        let spaced = spaced.replacen("r - ", "r-", 1);
        for typed in [&reference, &reference.to_lowercase(), &spaced] {
            assert_eq!(read(typed).as_ref(), Some(&reference), "{typed}");
        }
        assert_eq!(read("R-OIL0-0000").as_deref(), Some("R-0110-0000"));
        for other in [
            "RV-26-B7-0004",
            "Rosa",
            "R-1234",
            "R-1234-567U",
            "R-1234-56789",
            "",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
