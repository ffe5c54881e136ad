//! Drawing a home, a person, a birth, a name.

use super::households::Making;
use super::names::{ENGLISH, MEN, SPANISH, STREETS, WOMEN, ZONES};
use crate::duplicates::person::{Birth, Person};

impl Making {
    pub(super) fn person(&mut self, home: &Person, family: &str, spanish: bool) -> Person {
        let woman = self.chance.percent(65);
        let mut person = home.clone();
        person.given = self.given_name(woman);
        if spanish && self.chance.one_in(6) {
            person.given = format!("{} {}", person.given, self.given_name(woman));
        }
        if self.chance.one_in(3) {
            person.middle = char::from(b'A' + self.chance.small(26)).to_string();
        }
        person.family = family.to_owned();
        person.sex = if woman { "female" } else { "male" }.to_owned();
        person.birth = self.birth(1940, 2008);
        if person.phones.is_empty() || self.chance.one_in(2) {
            person.phones = vec![self.phone()];
        }
        person
    }

    pub(super) fn home(&mut self) -> Person {
        let (zone, postcode) = *self.chance.of(ZONES);
        Person {
            number: (self.chance.below(900) + 1).to_string(),
            street: (*self.chance.of(STREETS)).to_owned(),
            zone: zone.to_owned(),
            postcode: postcode.to_owned(),
            phones: vec![self.phone()],
            ..Person::default()
        }
    }

    pub(super) fn phone(&mut self) -> String {
        format!(
            "555-{:03}-{:04}",
            self.chance.below(1000),
            self.chance.below(10_000)
        )
    }

    pub(super) fn birth(&mut self, from: u16, to: u16) -> Birth {
        let years = u64::from(to - from);
        let year = from + u16::try_from(self.chance.below(years)).unwrap_or(0);
        Birth {
            year: Some(year),
            day: Some((self.chance.small(12) + 1, self.chance.small(28) + 1)),
        }
    }

    /// Common names are common: the list is drawn from its head more often than from its tail.
    pub(super) fn given_name(&mut self, woman: bool) -> String {
        let names: &[&str] = if woman { WOMEN } else { MEN };
        (*self.chance.of_head(names)).to_owned()
    }

    pub(super) fn family_name(&mut self, spanish: bool) -> String {
        if !spanish {
            let name = *self.chance.of_head(ENGLISH);
            if self.chance.percent(5) {
                return format!("{name}-{}", self.chance.of_head(ENGLISH));
            }
            return name.to_owned();
        }
        let first = *self.chance.of_head(SPANISH);
        if self.chance.percent(55) {
            format!("{first} {}", self.chance.of_head(&SPANISH[..31]))
        } else {
            first.to_owned()
        }
    }
}
