//! A record about a person as it is compared: plain text, from a case file or from anybody's table.
//!
//! Every part may be empty; what is not known speaks neither for nor against. National numbers have no place
//! here on purpose: an office that asks for none can still find its doubles.

/// What is known of one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Names the record in its source.
    pub id: String,
    /// Given name or names, or an initial.
    pub given: String,
    /// Middle name or initial.
    pub middle: String,
    /// Family name or names.
    pub family: String,
    /// `Jr`, `Sr`, `III`.
    pub suffix: String,
    /// Date or year of birth.
    pub birth: Birth,
    /// Age in years, where no birth is known.
    pub age: Option<u16>,
    /// Sex, in the source's words.
    pub sex: String,
    /// Phone numbers.
    pub phones: Vec<String>,
    /// Email address.
    pub email: String,
    /// House number.
    pub number: String,
    /// Street, with or without the number.
    pub street: String,
    /// Apartment, building, second address line.
    pub unit: String,
    /// Town, suburb or zone.
    pub zone: String,
    /// Postal code.
    pub postcode: String,
    /// State or province.
    pub state: String,
    /// Where the person was born.
    pub birth_place: String,
    /// Occupation.
    pub occupation: String,
    /// Incidents the person appears in, and as what.
    pub appears: Vec<Appearance>,
}

/// A person's part in an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appearance {
    /// The incident's number.
    pub incident: String,
    /// Victim, offender, parent, in the source's words.
    pub role: String,
}

/// A date of birth as written, also one that no calendar has: a typing error is still worth comparing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Birth {
    /// Year.
    pub year: Option<u16>,
    /// Month and day.
    pub day: Option<(u8, u8)>,
}

impl Birth {
    /// A year alone.
    pub fn in_year(year: u16) -> Birth {
        Birth {
            year: Some(year),
            day: None,
        }
    }

    /// From `1991-03-31`, `19910331`, `3/31/1991`, `31.3.1991` or `1991`; `None` for anything else.
    ///
    /// Between slashes the month comes first, as on American forms, unless it cannot be one.
    pub fn parse(text: &str) -> Option<Birth> {
        let text = text.trim();
        // A time behind the date says nothing about a birth.
        let text = text.split(['T', ' ']).next().unwrap_or(text);
        let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
        let number = |part: &str| -> Option<u16> {
            let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        };
        let short = |part: &str| (part.len() <= 2).then(|| number(part)).flatten();
        match parts.as_slice() {
            [whole] if whole.len() == 8 && whole.bytes().all(|b| b.is_ascii_digit()) => {
                let (year, day) = whole.split_at(4);
                let (month, day) = day.split_at(2);
                Birth::of(number(year)?, number(month)?, number(day)?)
            }
            [year] if year.len() == 4 => Some(Birth::in_year(number(year)?)),
            [year, month] if year.len() == 4 => {
                short(month)?;
                Some(Birth::in_year(number(year)?))
            }
            [year, month, day] if year.len() == 4 => {
                Birth::of(number(year)?, short(month)?, short(day)?)
            }
            [first, second, year] if year.len() == 4 => {
                let (first, second) = (short(first)?, short(second)?);
                let day_first = text.contains('.') || first > 12;
                let (month, day) = if day_first {
                    (second, first)
                } else {
                    (first, second)
                };
                Birth::of(number(year)?, month, day)
            }
            _ => None,
        }
    }

    fn of(year: u16, month: u16, day: u16) -> Option<Birth> {
        let month = u8::try_from(month).ok()?;
        let day = u8::try_from(day).ok()?;
        Some(Birth {
            year: Some(year),
            day: Some((month, day)),
        })
    }

    /// Year, month and day, if the whole date is known.
    pub(super) fn whole(self) -> Option<(u16, u8, u8)> {
        let (month, day) = self.day?;
        Some((self.year?, month, day))
    }

    /// Whether the day may stand for one that is not known: January 1 is what people write then.
    pub(super) fn may_stand_for_a_year(self) -> bool {
        self.day == Some((1, 1))
    }

    /// The eight digits of a whole date.
    pub(super) fn digits(self) -> Option<[u8; 8]> {
        let (year, month, day) = self.whole()?;
        let mut digits = [0; 8];
        let number = u32::from(year) * 10_000 + u32::from(month % 100) * 100 + u32::from(day % 100);
        for (place, digit) in digits.iter_mut().rev().enumerate() {
            *digit = u8::try_from(number / 10u32.pow(u32::try_from(place).ok()?) % 10).ok()?;
        }
        Some(digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_people_write_it() {
        let born = Birth {
            year: Some(1991),
            day: Some((3, 31)),
        };
        for text in [
            "1991-03-31",
            "19910331",
            "3/31/1991",
            "31/3/1991",
            "31.3.1991",
            " 1991/3/31 ",
            "1991-03-31T00:00:00",
        ] {
            assert_eq!(Birth::parse(text), Some(born), "{text}");
        }
        assert_eq!(Birth::parse("1991"), Some(Birth::in_year(1991)));
        assert_eq!(Birth::parse("1991-03"), Some(Birth::in_year(1991)));
        for text in ["", "unknown", "31", "1991-03-31-02", "19-1-1", "١٩٩١"] {
            assert_eq!(Birth::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_that_no_calendar_has_is_kept_as_written() {
        let typed = Birth::parse("19371321").unwrap();
        assert_eq!(typed.day, Some((13, 21)));
        assert_eq!(typed.digits(), Some([1, 9, 3, 7, 1, 3, 2, 1]));
    }
}
