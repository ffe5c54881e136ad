//! Whether two records of a case file may be one person's: a function of what stands in the two, of how many share a
//! phone or a street, and of how large the office is, so that it can be kept ([`super::kept`]).
//!
//! In a table of anybody's, weights are learned from all records ([`super::find`]); then every new record changes
//! every pair a little. Here our own weights hold, and both numbers are rounded up to a power of two: a pair changes
//! when one of its records does, or where a number passes such a power.

use std::collections::HashMap;

use super::blocking::{self, Blocks, Key};
use super::compare::{Agreement, Field, compare};
use super::find::band;
use super::guard::{appear_in_different_roles, are_generations, may_be_twins};
use super::model::{Common, Ground, Model};
use super::prepared::{Pool, Prepared, Word};
use super::{Band, POSSIBLE, Person};

/// A number of persons who share a value beyond which more make no difference.
pub(super) const SHARED_AT_MOST: usize = 512;

/// The number a number of persons counts as.
pub(super) fn rounded(persons: usize) -> usize {
    persons.next_power_of_two()
}

/// What a pair comes to that is suggested.
pub(super) struct Judgement {
    pub(super) weight: f64,
    pub(super) probability: f64,
    pub(super) band: Band,
    pub(super) grounds: Vec<Ground>,
}

impl Judgement {
    /// The weight as it is kept: thousandths of a bit, so that it is one number everywhere.
    pub(super) fn kept_weight(&self) -> i64 {
        (self.weight * 1000.0).round() as i64
    }
}

/// Judges pairs in an office of one size.
pub(super) struct Judge {
    model: Model,
    common: Common,
}

impl Judge {
    /// For an office of so many persons, of whom so many share each phone and street that is asked about.
    pub(super) fn new(persons: usize, shared: HashMap<(Field, Word), u32>) -> Judge {
        let persons = rounded(persons);
        let pairs = persons as f64 * (persons as f64 - 1.0) / 2.0;
        Judge {
            model: Model::own(persons, pairs),
            common: Common::shared(persons, shared),
        }
    }

    /// What a pair comes to, the one with the smaller id first; `None` if it is not suggested.
    pub(super) fn judge(&self, one: &Prepared, other: &Prepared, pool: &Pool) -> Option<Judgement> {
        let agreement: Agreement = compare(one, other, pool);
        if are_generations(&agreement) || appear_in_different_roles(&one.appears, &other.appears) {
            return None;
        }
        let (grounds, weight, _) = self.model.grounds(one, other, &agreement, &self.common);
        let probability = self.model.probability_of(weight);
        let suggested = probability >= POSSIBLE && !may_be_twins(&grounds);
        suggested.then(|| Judgement {
            weight,
            probability,
            band: band(probability, &agreement, &[one.birth, other.birth]),
            grounds,
        })
    }
}

/// How many share each phone and street of these persons, as it counts; `sharing` says it of a key.
pub(super) fn shared<'p>(
    persons: impl IntoIterator<Item = &'p Prepared>,
    pool: &Pool,
    mut sharing: impl FnMut(Key) -> usize,
) -> HashMap<(Field, Word), u32> {
    let mut shared = HashMap::new();
    for person in persons {
        let phones = person.phones.iter().map(|word| (Field::Phone, *word));
        for value in phones.chain([(Field::Street, person.street)]) {
            let text = pool.text(value.1);
            let key = match value.0 {
                Field::Phone => blocking::phone_key(text),
                _ => blocking::street_key(text),
            };
            if !text.is_empty() && !shared.contains_key(&value) {
                let count = rounded(sharing(key).clamp(1, SHARED_AT_MOST));
                shared.insert(value, u32::try_from(count).unwrap_or(u32::MAX));
            }
        }
    }
    shared
}

/// Persons made ready to be compared, and the keys they are compared by.
pub(super) struct Ready {
    pool: Pool,
    persons: Vec<Prepared>,
    keys: Vec<Vec<Key>>,
}

impl Ready {
    pub(super) fn of(persons: &[Person]) -> Ready {
        let mut pool = Pool::default();
        let persons: Vec<Prepared> = persons
            .iter()
            .map(|person| Prepared::of(person, &mut pool))
            .collect();
        let keys = persons
            .iter()
            .map(|person| blocking::kept_keys(person, &pool, ""));
        Ready {
            keys: keys.collect(),
            pool,
            persons,
        }
    }

    /// Every pair that is suggested among these persons, if they are the whole office; the places in ascending order.
    pub(super) fn suggested(&self) -> Vec<(usize, usize, Judgement)> {
        let mut sharing: HashMap<Key, usize> = HashMap::new();
        let counted = self.keys.iter().flatten();
        for key in counted.filter(|key| blocking::is_counted(**key)) {
            *sharing.entry(*key).or_default() += 1;
        }
        let shared = shared(&self.persons, &self.pool, |key| {
            sharing.get(&key).copied().unwrap_or(0)
        });
        let judge = Judge::new(self.persons.len(), shared);
        let pairing = |keys: &Vec<Key>| {
            let keys = keys.iter().copied();
            keys.filter(|key| blocking::pairs(*key)).collect()
        };
        let blocks = Blocks::by(self.keys.iter().map(pairing).collect());
        let mut suggested = Vec::new();
        blocks.pairs(|one, other| {
            let judged = judge.judge(&self.persons[one], &self.persons[other], &self.pool);
            suggested.extend(judged.map(|judged| (one, other, judged)));
        });
        suggested.sort_unstable_by_key(|(one, other, _)| (*one, *other));
        suggested
    }
}
