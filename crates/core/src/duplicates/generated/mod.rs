//! A county of made-up people, some of whom were entered twice: what the search is tuned and measured on.
//!
//! One seed, one county. It has what makes real lists hard: short forms, double surnames, day and month swapped,
//! births missing, households with one phone, twins, fathers and sons, moves and marriages. Every name is drawn
//! from lists of common ones; nobody real is meant.

mod again;
mod chance;
mod drawing;
mod households;
mod names;
mod score;

use std::collections::BTreeMap;

pub use score::{Score, Scores};

use super::person::Person;
use super::{Among, Band, POSSIBLE, find};
use households::Making;

/// A made-up county's records, and who each of them really is.
pub struct County {
    /// The records.
    pub persons: Vec<Person>,
    /// For each record, the number of the person it is about.
    pub truth: Vec<u32>,
}

impl County {
    /// Makes a county of about so many records.
    pub fn new(records: usize, seed: u64) -> County {
        let mut making = Making::new(seed);
        // One in nine people was entered again, so this comes out at about the number asked for.
        while making.persons.len() < records {
            making.household();
        }
        let mut county = County {
            persons: making.persons,
            truth: making.truth,
        };
        for (number, person) in county.persons.iter_mut().enumerate() {
            person.id = format!("G{number:05}");
        }
        county
    }

    /// How many pairs of records are one person's.
    pub fn pairs(&self) -> usize {
        let mut records: BTreeMap<u32, usize> = BTreeMap::new();
        for person in &self.truth {
            *records.entry(*person).or_default() += 1;
        }
        records.values().map(|count| count * (count - 1) / 2).sum()
    }

    /// Finds pairs in three ways and scores them.
    pub fn scores(&self) -> Scores {
        let found = find(&self.persons, Among::All, POSSIBLE);
        let places = |pairs: &[super::Pair], probable_only: bool| -> Vec<(usize, usize)> {
            let wanted = pairs
                .iter()
                .filter(|pair| !probable_only || pair.band == Band::Probable);
            wanted.map(|pair| (pair.one, pair.other)).collect()
        };
        let there_are = self.pairs();
        Scores {
            exact: Score::of(self.exact(), &self.truth, there_are),
            probable: Score::of(places(&found.pairs, true), &self.truth, there_are),
            all: Score::of(places(&found.pairs, false), &self.truth, there_are),
        }
    }

    /// Pairs with the same name and the same whole date of birth.
    fn exact(&self) -> Vec<(usize, usize)> {
        let mut same: BTreeMap<(String, String, [u8; 8]), Vec<usize>> = BTreeMap::new();
        for (place, person) in self.persons.iter().enumerate() {
            if let Some(digits) = person.birth.digits() {
                let names = (person.given.to_lowercase(), person.family.to_lowercase());
                same.entry((names.0, names.1, digits))
                    .or_default()
                    .push(place);
            }
        }
        let mut pairs = Vec::new();
        for group in same.into_values() {
            for (at, one) in group.iter().enumerate() {
                pairs.extend(group[at + 1..].iter().map(|other| (*one, *other)));
            }
        }
        pairs
    }
}
