//! A warning where a text looks like a return from NCIC or the Interstate Identification Index.
//!
//! What a deputy collects from a victim is not criminal justice information; a copy from such a return is,
//! and the laptop and every bundle with it (CJIS Security Policy 4.1). There is no field for an offender's
//! record, and this looks for one that was pasted into free text. It warns and never refuses: only a person
//! can tell.

use crate::view::views;

views! {
    /// Why a text looks like a criminal-history return.
    pub struct HistoryWarning {
        /// Code of `history_sign`.
        pub sign: String,
        /// The line it stands on, from 1.
        pub line: i32,
    }
}

/// Field codes of NCIC messages and rap sheets, as they stand before a slash.
const FIELD_CODES: [&str; 20] = [
    "AGY", "CRI", "DOB", "DOO", "EYE", "FBI", "FPC", "HAI", "HGT", "MKE", "MNU", "NAM", "NIC",
    "OCA", "OFF", "OLN", "ORI", "POB", "SID", "WGT",
];

/// Headings of such returns.
const HEADINGS: [&str; 6] = [
    "CRIMINAL HISTORY RECORD",
    "INTERSTATE IDENTIFICATION INDEX",
    "III RECORD",
    "NCIC RECORD",
    "WANTED PERSON",
    "THIS RECORD IS RELEASED FOR",
];

/// What in a text looks like such a return, line by line.
pub fn warnings(text: &str) -> Vec<HistoryWarning> {
    let mut warnings = Vec::new();
    for (line, written) in (1..).zip(text.lines()) {
        let sign = if fields_in(written) >= 2 {
            "field_codes"
        } else if holds_heading(written) {
            "heading"
        } else if holds_record_number(written) {
            "record_number"
        } else {
            continue;
        };
        warnings.push(HistoryWarning {
            sign: sign.to_owned(),
            line,
        });
    }
    warnings
}

/// How many fields of a message stand in a line: `NAM/DOE, JOHN`.
fn fields_in(line: &str) -> usize {
    let parts = line.split(|letter: char| letter.is_whitespace() || letter == '.');
    let is_field = |part: &&str| {
        let (code, value) = part.split_once('/').unwrap_or_default();
        FIELD_CODES.contains(&code) && !value.is_empty()
    };
    parts.filter(is_field).count()
}

fn holds_heading(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let plain = words.join(" ").to_uppercase();
    HEADINGS.iter().any(|heading| plain.contains(heading))
}

/// A number as NCIC gives it (`W123456789`) beside the word for it.
fn holds_record_number(line: &str) -> bool {
    let line = line.to_uppercase();
    let named = ["NIC", "FBI", "SID"].iter().any(|name| {
        let mut words = line.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| word == *name)
    });
    let is_number = |word: &str| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        (8..=10).contains(&word.chars().count()) && letters <= 2
    };
    let mut words = line.split(|letter: char| !letter.is_alphanumeric());
    let numbered = words.any(is_number);
    named && numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> Vec<(String, i32)> {
        let found = warnings(text).into_iter();
        found.map(|warning| (warning.sign, warning.line)).collect()
    }

    #[test]
    fn what_was_pasted_from_a_return_is_noticed_on_its_line() {
        let pasted = "Went over the card.\nNAM/DOE, JOHN A DOB/19700101 SEX/M\nFBI/123456AB7";
        let expected = [
            ("field_codes".to_owned(), 2),
            ("record_number".to_owned(), 3),
        ];
        assert_eq!(signs(pasted), expected);
        assert_eq!(
            signs("  criminal   history record"),
            [("heading".to_owned(), 1)]
        );
        assert_eq!(
            signs("NIC number W123456789"),
            [("record_number".to_owned(), 1)]
        );
    }

    #[test]
    fn ordinary_notes_are_left_alone() {
        for note in [
            "",
            "Met her at 555-0101, he/she was fine. FBI training next week.",
            "Court 03/12/2026, case 2026-0042; DOB/unknown",
            "Le dio la tarjeta y habló de la corte. 🙂",
            "והיא התקשרה",
        ] {
            assert_eq!(signs(note), [], "{note}");
        }
    }
}
