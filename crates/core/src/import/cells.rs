//! Cells as people write them: days, moments, numbers.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::days;

/// How days are written everywhere, also by workbooks.
const ISO: &str = "%Y-%m-%d";
/// How a time stands behind a day.
const TIMES: [&str; 5] = [
    "%H:%M",
    "%H:%M:%S",
    "%I:%M %p",
    "%I:%M:%S %p",
    "%H:%M:%S%.f",
];

/// Formats of days, and what is read by them.
#[derive(Debug, Default)]
pub(super) struct Days {
    formats: Vec<String>,
}

impl Days {
    /// These formats, written with `YYYY`, `YY`, `MM`, `MON` and `DD`; the one that is none of that.
    pub(super) fn of(formats: &[String]) -> Result<Days, String> {
        let read = |format: &String| of_format(format).ok_or_else(|| format.clone());
        Ok(Days {
            formats: formats.iter().map(read).collect::<Result<_, _>>()?,
        })
    }

    /// A day, whatever time stands behind it.
    pub(super) fn day(&self, cell: &str) -> Option<NaiveDate> {
        Some(self.day_and_time(cell)?.0)
    }

    /// A day and time as it is stored, by the clocks of this place; without a time, its first minute.
    pub(super) fn moment(&self, cell: &str, offset: FixedOffset) -> Option<String> {
        if let Ok(at) = DateTime::parse_from_rfc3339(cell) {
            return Some(days::instant(at));
        }
        let (day, time) = self.day_and_time(cell)?;
        let at = day.and_time(time).and_local_timezone(offset).single()?;
        Some(days::instant(at))
    }

    fn day_and_time(&self, cell: &str) -> Option<(NaiveDate, NaiveTime)> {
        if let Some(day) = self.bare_day(cell) {
            return Some((day, NaiveTime::MIN));
        }
        let gaps = cell
            .char_indices()
            .filter(|(_, letter)| matches!(letter, ' ' | 'T' | ','));
        gaps.into_iter().find_map(|(at, _)| {
            let (day, time) = (cell[..at].trim(), cell[at + 1..].trim());
            Some((self.bare_day(day)?, self::time(time)?))
        })
    }

    fn bare_day(&self, cell: &str) -> Option<NaiveDate> {
        let formats = std::iter::once(ISO).chain(self.formats.iter().map(String::as_str));
        let mut read = formats.filter_map(|format| NaiveDate::parse_from_str(cell, format).ok());
        // A year of two digits is no year of four: 3/4/25 was not in the year 25.
        read.find(|day| chrono::Datelike::year(day) >= 1000)
    }
}

fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim_end_matches('Z').to_uppercase();
    let text = text.replace("A.M.", "AM").replace("P.M.", "PM");
    let mut read = TIMES
        .iter()
        .filter_map(|format| NaiveTime::parse_from_str(&text, format).ok());
    read.next()
}

/// A format as people write it, as the parser does.
fn of_format(format: &str) -> Option<String> {
    let mut rest = format.trim();
    let mut found = [0; 3];
    let mut read = String::new();
    while let Some(letter) = rest.chars().next() {
        let tokens = [
            ("YYYY", "%Y", 0),
            ("YY", "%y", 0),
            ("MON", "%B", 1),
            ("MM", "%m", 1),
            ("M", "%m", 1),
            ("DD", "%d", 2),
            ("D", "%d", 2),
        ];
        let token = tokens.iter().find(|(token, _, _)| rest.starts_with(token));
        match token {
            Some((token, parsed, part)) => {
                read.push_str(parsed);
                found[*part] += 1;
                rest = &rest[token.len()..];
            }
            None if letter.is_alphanumeric() || letter == '%' => return None,
            None => {
                read.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    (found == [1, 1, 1]).then_some(read)
}

/// A whole number, also as some programs write it: `34.0`.
pub(super) fn number(cell: &str) -> Option<i32> {
    cell.strip_suffix(".0").unwrap_or(cell).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(formats: &[&str]) -> Days {
        let formats: Vec<String> = formats.iter().map(|format| (*format).to_owned()).collect();
        Days::of(&formats).unwrap()
    }

    #[test]
    fn a_day_is_read_as_the_mapping_says_and_not_otherwise() {
        for (format, cell) in [
            ("MM/DD/YYYY", "03/04/2025"),
            ("MM/DD/YYYY", "3/4/2025"),
            ("MM/DD/YYYY", "3/4/2025 0:00:00"),
            ("MM/DD/YYYY", "3/4/2025 12:00:00 AM"),
            ("DD/MM/YYYY", "04/03/2025"),
            ("DD.MM.YY", "4.3.25"),
            ("D-MON-YY", "4-Mar-25"),
            ("MON D, YYYY", "March 4, 2025"),
            ("MM/DD/YYYY", "2025-03-04T00:00:00"),
        ] {
            let read = days(&[format]).day(cell);
            assert_eq!(
                read,
                NaiveDate::from_ymd_opt(2025, 3, 4),
                "{format}: {cell}"
            );
        }
        for (format, cell) in [
            ("MM/DD/YYYY", "3/4/25"),
            ("MM/DD/YYYY", "13/4/2025"),
            ("MM/DD/YYYY", "2/30/2025"),
            ("MM/DD/YYYY", "3/4/2025 soon"),
            ("MM/DD/YYYY", "last spring"),
            ("MM/DD/YY", "3/4/2025"),
        ] {
            assert_eq!(days(&[format]).day(cell), None, "{format}: {cell}");
        }
    }

    #[test]
    fn what_is_no_format_is_told() {
        for format in ["", "MM/DD", "MM/MM/YYYY", "month/day/year", "%Y-%m-%d"] {
            let formats = [format.to_owned()];
            assert_eq!(Days::of(&formats).unwrap_err(), format);
        }
    }

    #[test]
    fn a_moment_is_of_the_clocks_of_the_place() {
        let offset = FixedOffset::west_opt(6 * 3600).unwrap();
        let at = |cell: &str| days(&["MM/DD/YYYY"]).moment(cell, offset).unwrap();
        assert_eq!(at("3/4/2025 2:30 PM"), "2025-03-04T14:30:00-06:00");
        assert_eq!(at("3/4/2025 2:30 p.m."), "2025-03-04T14:30:00-06:00");
        assert_eq!(at("2025-03-04T14:30:00"), "2025-03-04T14:30:00-06:00");
        assert_eq!(at("3/4/2025"), "2025-03-04T00:00:00-06:00");
        assert_eq!(at("2025-03-04T14:30:00-05:00"), "2025-03-04T14:30:00-05:00");
    }
}
