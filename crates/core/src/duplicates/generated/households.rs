//! Who lives in the county, household by household, and who is entered twice.

use super::chance::Chance;
use crate::duplicates::person::{Appearance, Birth, Person};

/// A county being made.
pub(super) struct Making {
    pub(super) chance: Chance,
    pub(super) persons: Vec<Person>,
    pub(super) truth: Vec<u32>,
    people: u32,
}

impl Making {
    /// Nobody yet.
    pub(super) fn new(seed: u64) -> Making {
        Making {
            chance: Chance(seed ^ 0x5bd1_e995),
            persons: Vec::new(),
            truth: Vec::new(),
            people: 0,
        }
    }

    /// One household: a person alone, a couple, a parent and children, twins, a father and his son.
    pub(super) fn household(&mut self) {
        let home = self.home();
        let spanish = self.chance.one_in(3);
        let family = self.family_name(spanish);
        let first = self.person(&home, &family, spanish);
        match self.chance.below(100) {
            0..=49 => {
                self.enter(first, &family);
            }
            // Two who live together, with one name or with two.
            50..=71 => {
                let own_name = self.family_name(spanish);
                let second_name = if self.chance.one_in(2) {
                    &family
                } else {
                    &own_name
                };
                let mut second = self.person(&home, second_name, spanish);
                let mut first = first;
                if self.chance.one_in(4) {
                    let incident = format!("26-{:04}", self.people);
                    appear(&mut first, &incident, "victim");
                    appear(&mut second, &incident, "offender");
                }
                self.enter(first, &family);
                self.enter(second, second_name);
            }
            // A parent and one or two children.
            72..=91 => {
                self.enter(first, &family);
                for _ in 0..=self.chance.below(2) {
                    let mut child = self.person(&home, &family, spanish);
                    child.birth = self.birth(1996, 2020);
                    self.enter(child, &family);
                }
            }
            92..=96 => {
                let mut twin = self.person(&home, &family, spanish);
                while twin.given == first.given {
                    twin = self.person(&home, &family, spanish);
                }
                twin.birth = first.birth;
                self.enter(first, &family);
                self.enter(twin, &family);
            }
            _ => {
                let mut son = self.person(&home, &family, spanish);
                son.given.clone_from(&first.given);
                son.sex.clone_from(&first.sex);
                son.birth = self.birth(1990, 2008);
                let mut father = first;
                father.birth = self.birth(1950, 1975);
                if self.chance.one_in(2) {
                    "Jr".clone_into(&mut son.suffix);
                    "Sr".clone_into(&mut father.suffix);
                }
                self.enter(father, &family);
                self.enter(son, &family);
            }
        }
    }

    /// Enters a person, and for one in nine enters the person again, as another deputy would have.
    fn enter(&mut self, person: Person, family: &str) {
        let number = self.people;
        self.people += 1;
        let mut copies = u64::from(self.chance.one_in(9));
        copies += u64::from(copies == 1 && self.chance.one_in(5));
        for _ in 0..copies {
            let again = self.entered_again(&person, family);
            self.persons.push(again);
            self.truth.push(number);
        }
        let first = self.as_first_entered(person);
        self.persons.push(first);
        self.truth.push(number);
    }

    pub(super) fn as_first_entered(&mut self, mut person: Person) -> Person {
        if self.chance.percent(12) {
            person.birth = Birth::default();
        } else if self.chance.percent(10) {
            person.birth.day = None;
        }
        if self.chance.percent(20) {
            person.phones.clear();
        }
        if self.chance.percent(30) {
            person.number.clear();
            person.street.clear();
        }
        person
    }
}

fn appear(person: &mut Person, incident: &str, role: &str) {
    person.appears.push(Appearance {
        incident: incident.to_owned(),
        role: role.to_owned(),
    });
}
