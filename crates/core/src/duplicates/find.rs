//! Finding pairs of records that may be one person's: suggestions, never more.
//!
//! The same records give the same pairs on every machine, whatever their order. Memory is bounded: of the pairs
//! compared only those are kept that could still turn out likely.

use super::blocking::Blocks;
use super::compare::{Agreement, Field, Level, compare};
use super::guard;
use super::model::{Common, Ground, Met, Model};
use super::person::{Birth, Person};
use super::prepared::{Pool, Prepared};

/// Pairs drawn to learn how often strangers agree.
const DRAWN: u64 = 300_000;
/// A pair this unlikely by our own values is not kept, only counted.
const HOPELESS: f64 = -14.0;
/// From this likelihood on a pair is suggested.
pub const POSSIBLE: f64 = 0.5;
/// From this likelihood on, and with names and births to show for it, a pair is probable.
pub const PROBABLE: f64 = 0.999;

/// How sure a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Names and births agree so well that hardly one in a thousand is wrong.
    Probable,
    /// Worth looking at.
    Possible,
}

impl Band {
    /// The name it has in tables and words.
    pub fn name(self) -> &'static str {
        match self {
            Band::Probable => "probable",
            Band::Possible => "possible",
        }
    }
}

/// Two records that may be one person's.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Place of the one among the persons given.
    pub one: usize,
    /// Place of the other; of two lists, counted on behind the first.
    pub other: usize,
    /// What all fields say together, in bits.
    pub weight: f64,
    /// How much of it was taken away because relatives, too, agree so; never above 0.
    pub kin_weight: f64,
    /// How likely it is that they are one person.
    pub probability: f64,
    /// How sure that is.
    pub band: Band,
    /// What each field says.
    pub grounds: Vec<Ground>,
}

/// What a search found.
#[derive(Debug)]
pub struct Found {
    /// The most likely first.
    pub pairs: Vec<Pair>,
    /// Pairs compared.
    pub compared: u64,
    /// Values so common that sharing one was no reason to compare.
    pub too_common: usize,
}

/// Which pairs are meant.
#[derive(Debug, Clone, Copy)]
pub enum Among<'a> {
    /// Any two.
    All,
    /// One of the first so many with one of the rest.
    Across(usize),
    /// Any two of which one is here.
    With(&'a [usize]),
}

/// Pairs among these persons that may be one, down to a likelihood of `least`.
pub fn find(persons: &[Person], among: Among<'_>, least: f64) -> Found {
    let mut pool = Pool::default();
    let prepared: Vec<Prepared> = persons
        .iter()
        .map(|person| Prepared::of(person, &mut pool))
        .collect();
    let common = Common::of(&prepared, &pool);
    let all = all_pairs(persons.len(), among);
    let mut model = Model::own(persons.len(), all);
    let blocks = Blocks::of(&prepared, &pool);
    let mut candidates = Met::new();
    let mut kept: Vec<(u32, u32, Agreement)> = Vec::new();
    let mut compared = 0;
    blocks.pairs(|one, other| {
        if matches!(among, Among::Across(split) if (one < split) == (other < split)) {
            return;
        }
        let agreement = compare(&prepared[one], &prepared[other], &pool);
        compared += 1;
        *candidates.entry(agreement).or_default() += 1.0;
        let wanted = match among {
            Among::With(these) => these.contains(&one) || these.contains(&other),
            Among::All | Among::Across(_) => true,
        };
        if wanted && model.weight(&agreement) > HOPELESS {
            // Places fit: blocks are made of 32-bit places.
            kept.push((one as u32, other as u32, agreement));
        }
    });
    let drawn = draw(&prepared, &pool, among);
    model.learn(candidates, drawn, persons.len(), all);
    let mut pairs: Vec<Pair> = kept
        .into_iter()
        .filter_map(|(one, other, agreement)| {
            let (one, other) = (one as usize, other as usize);
            let apart = guard::are_generations(&agreement)
                || guard::appear_in_different_roles(&persons[one].appears, &persons[other].appears);
            if apart {
                return None;
            }
            let (grounds, weight, kin_weight) =
                model.grounds(&prepared[one], &prepared[other], &agreement, &common);
            let probability = model.probability_of(weight);
            (probability >= least).then(|| Pair {
                one,
                other,
                weight,
                kin_weight,
                probability,
                band: band(
                    probability,
                    &agreement,
                    &[persons[one].birth, persons[other].birth],
                ),
                grounds,
            })
        })
        .collect();
    pairs.sort_by(|a, b| {
        let by_weight = b.weight.total_cmp(&a.weight);
        by_weight.then_with(|| (a.one, a.other).cmp(&(b.one, b.other)))
    });
    Found {
        pairs,
        compared,
        too_common: blocks.too_common,
    }
}

/// A weight alone is not enough to be probable: who lives together shares most of what we compare.
pub(super) fn band(probability: f64, agreement: &Agreement, births: &[Birth; 2]) -> Band {
    let level = |field: Field| agreement[field as usize];
    let given = matches!(
        level(Field::Given),
        Level::Same | Level::ShortForm | Level::Part | Level::Typo | Level::Swapped
    );
    let birth = matches!(
        level(Field::Birth),
        Level::Same | Level::DayAndMonth | Level::Typo
    ) && !births.iter().any(|birth| birth.may_stand_for_a_year());
    let family = matches!(
        level(Field::Family),
        Level::Same | Level::Part | Level::Typo
    ) || level(Field::Given) == Level::Swapped;
    if probability >= PROBABLE && given && birth && family {
        Band::Probable
    } else {
        Band::Possible
    }
}

fn all_pairs(persons: usize, among: Among<'_>) -> f64 {
    match among {
        Among::Across(split) => (split as f64) * (persons.saturating_sub(split) as f64),
        Among::All | Among::With(_) => persons as f64 * (persons as f64 - 1.0) / 2.0,
    }
}

/// Pairs drawn evenly from all, the same ones each time; all of them, if they are few.
fn draw(prepared: &[Prepared], pool: &Pool, among: Among<'_>) -> Met {
    let mut met = Met::new();
    let count = prepared.len();
    let split = match among {
        Among::Across(split) => split,
        Among::All | Among::With(_) => count,
    };
    let mut meet = |one: usize, other: usize| {
        if one != other && (split == count || (one < split) != (other < split)) {
            let agreement = compare(&prepared[one], &prepared[other], pool);
            *met.entry(agreement).or_default() += 1.0;
        }
    };
    let all = (count as u64).saturating_mul(count.saturating_sub(1) as u64) / 2;
    if all <= DRAWN {
        for one in 0..count {
            (one + 1..count).for_each(|other| meet(one, other));
        }
        return met;
    }
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = || {
        // SplitMix64: spreads well enough, and needs no chance from outside.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % count as u64) as usize
    };
    for _ in 0..DRAWN {
        let (one, other) = (next(), next());
        meet(one, other);
    }
    met
}
