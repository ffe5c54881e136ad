//! Fellegi–Sunter: what agreement and difference in each field say, in bits, and how likely that makes it.
//!
//! `m` is how often a field agrees so far in two records of one person, `u` how often in records of two. Both
//! begin at values of our own and are learned from the records themselves by expectation maximisation; the more
//! there are, the less our own count, so that a county of forty victims is not judged by chance. Values that many
//! have count less than rare ones.
//!
//! Two who are not one person need not be strangers. Relatives share a family name, an address, a phone; twins a
//! birth as well. So there are four kinds of pairs, and what is shared counts for one person only as far as it
//! does not make relatives of them ([`Kin`]).

use std::collections::HashMap;

use super::compare;
use super::compare::{Agreement, FIELDS, Field, LEVELS, Level};
use super::prepared::{Pool, Prepared, Word};

/// What our own values for `m` count, in pairs of one person.
const M_COUNTS: f64 = 40.0;
/// What our own values for `u` count, in pairs of two persons.
const U_COUNTS: f64 = 2_000.0;
/// What our own idea of how common names are counts, in persons.
const COMMON_COUNTS: f64 = 100.0;
/// How many times our own value the share of one person's records that differ may become.
const MOST_DIFFERENT: f64 = 3.0;
/// Rounds of learning at most.
const ROUNDS: usize = 25;
/// One in so many records is a double, before anything is learned.
const DOUBLES: f64 = 0.03;

/// A level, its `m` and its `u`.
type OwnLevel = (Level, f64, f64);

/// Our own values: how often a level occurs in one person's records (`m`) and in two persons' (`u`).
const OWN: [(Field, &[OwnLevel]); FIELDS] = [
    (
        Field::Given,
        &[
            (Level::Same, 0.72, 0.008),
            (Level::ShortForm, 0.08, 0.004),
            (Level::Part, 0.03, 0.003),
            (Level::Initial, 0.02, 0.004),
            (Level::Typo, 0.07, 0.003),
            (Level::Alike, 0.03, 0.010),
            (Level::Faint, 0.01, 0.020),
            (Level::Swapped, 0.01, 0.000_02),
            (Level::Different, 0.03, 0.947_98),
        ],
    ),
    (
        Field::Family,
        &[
            (Level::Same, 0.76, 0.004),
            (Level::Part, 0.05, 0.003),
            (Level::Typo, 0.09, 0.002),
            (Level::Alike, 0.03, 0.008),
            (Level::Faint, 0.01, 0.015),
            (Level::Different, 0.06, 0.968),
        ],
    ),
    (
        Field::Middle,
        &[
            (Level::Same, 0.70, 0.02),
            (Level::Initial, 0.20, 0.05),
            (Level::Typo, 0.04, 0.005),
            (Level::Different, 0.06, 0.925),
        ],
    ),
    (
        Field::Suffix,
        &[(Level::Same, 0.98, 0.45), (Level::Different, 0.02, 0.55)],
    ),
    (
        Field::Birth,
        &[
            (Level::Same, 0.84, 0.000_04),
            (Level::DayAndMonth, 0.03, 0.000_03),
            (Level::Typo, 0.06, 0.000_9),
            (Level::TwoParts, 0.03, 0.004),
            (Level::SameYear, 0.015, 0.012),
            (Level::Different, 0.025, 0.983_03),
        ],
    ),
    (
        Field::BirthYear,
        &[
            (Level::Same, 0.90, 0.016),
            (Level::Near, 0.06, 0.032),
            (Level::Different, 0.04, 0.952),
        ],
    ),
    (
        Field::Age,
        &[
            (Level::Same, 0.60, 0.018),
            (Level::Near, 0.30, 0.036),
            (Level::Different, 0.10, 0.946),
        ],
    ),
    (
        Field::Sex,
        &[(Level::Same, 0.98, 0.55), (Level::Different, 0.02, 0.45)],
    ),
    (
        Field::Phone,
        &[
            (Level::Same, 0.60, 0.000_5),
            (Level::Typo, 0.04, 0.000_2),
            (Level::Different, 0.36, 0.999_3),
        ],
    ),
    (
        Field::Email,
        &[
            (Level::Same, 0.75, 0.000_2),
            (Level::Part, 0.05, 0.000_3),
            (Level::Typo, 0.10, 0.000_5),
            (Level::Different, 0.10, 0.999),
        ],
    ),
    (
        Field::Address,
        &[(Level::Same, 0.85, 0.05), (Level::Different, 0.15, 0.95)],
    ),
    (
        Field::Number,
        &[
            (Level::Same, 0.85, 0.02),
            (Level::Typo, 0.08, 0.12),
            (Level::Different, 0.07, 0.86),
        ],
    ),
    (
        Field::Street,
        &[
            (Level::Same, 0.78, 0.01),
            (Level::Typo, 0.10, 0.003),
            (Level::Part, 0.03, 0.002),
            (Level::Alike, 0.02, 0.01),
            (Level::Different, 0.07, 0.975),
        ],
    ),
    (
        Field::Unit,
        &[
            (Level::Same, 0.70, 0.02),
            (Level::Typo, 0.10, 0.003),
            (Level::Part, 0.05, 0.005),
            (Level::Alike, 0.02, 0.01),
            (Level::Different, 0.13, 0.962),
        ],
    ),
    (
        Field::Zone,
        &[
            (Level::Same, 0.80, 0.60),
            (Level::Typo, 0.07, 0.02),
            (Level::Part, 0.03, 0.02),
            (Level::Alike, 0.02, 0.02),
            (Level::Different, 0.08, 0.34),
        ],
    ),
    (
        Field::Postcode,
        &[
            (Level::Same, 0.82, 0.30),
            (Level::Typo, 0.08, 0.10),
            (Level::Near, 0.04, 0.20),
            (Level::Different, 0.06, 0.40),
        ],
    ),
    (
        Field::PostcodeInZone,
        &[
            (Level::Same, 0.90, 0.50),
            (Level::Typo, 0.06, 0.10),
            (Level::Near, 0.02, 0.15),
            (Level::Different, 0.02, 0.25),
        ],
    ),
    (
        Field::State,
        &[(Level::Same, 0.95, 0.60), (Level::Different, 0.05, 0.40)],
    ),
    (
        Field::BirthPlace,
        &[
            (Level::Same, 0.75, 0.02),
            (Level::Typo, 0.06, 0.004),
            (Level::Part, 0.06, 0.006),
            (Level::Alike, 0.02, 0.01),
            (Level::Different, 0.11, 0.96),
        ],
    ),
    (
        Field::Occupation,
        &[
            (Level::Same, 0.75, 0.05),
            (Level::Typo, 0.05, 0.005),
            (Level::Part, 0.04, 0.01),
            (Level::Alike, 0.02, 0.01),
            (Level::Different, 0.14, 0.925),
        ],
    ),
];

/// Pairs of relatives for each record, before anything is learned.
const RELATIVES: f64 = 0.1;
/// Pairs of twins for each record. Not learned: a twin and a record with a wrong given name look the same, and
/// only this says how many of either there are.
const TWINS: f64 = 0.003;

/// Two who are related, not one person.
#[derive(Clone, Copy)]
enum Kin {
    Relatives,
    Twins,
}

/// How often each kind of agreement was met.
pub(super) type Met = HashMap<Agreement, f64>;

type Shares = [[f64; LEVELS]; FIELDS];

/// What each level of each field says.
pub(super) struct Model {
    m: Shares,
    u: Shares,
    /// How likely two records are one person's, before they are compared.
    prior: f64,
    /// How likely they are two relatives', and two twins'.
    relatives: f64,
    twins: f64,
}

/// What one field says of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground {
    /// The field.
    pub field: Field,
    /// How far it agrees.
    pub level: Level,
    /// What that says, in bits: above 0 for one person, below 0 for two.
    pub weight: f64,
}

impl Model {
    /// Our own values, for `persons` records that make `pairs` pairs.
    pub(super) fn own(persons: usize, pairs: f64) -> Model {
        let mut m = [[0.0; LEVELS]; FIELDS];
        let mut u = [[0.0; LEVELS]; FIELDS];
        for (field, levels) in OWN {
            for (level, same_person, two_persons) in levels {
                m[field as usize][*level as usize] = *same_person;
                u[field as usize][*level as usize] = *two_persons;
            }
        }
        Model {
            m,
            u,
            prior: (expected_doubles(persons) / pairs.max(1.0)).min(0.5),
            relatives: (persons as f64 * RELATIVES / pairs.max(1.0)).min(0.25),
            twins: (persons as f64 * TWINS / pairs.max(1.0)).min(0.25),
        }
    }

    /// Learns from pairs that share a key (`candidates`) and from pairs drawn evenly from all (`drawn`).
    pub(super) fn learn(&mut self, candidates: Met, drawn: Met, persons: usize, pairs: f64) {
        let own = Model::own(persons, pairs);
        let (candidates, drawn) = (in_order(candidates), in_order(drawn));
        for _ in 0..ROUNDS {
            let (mut m, mut u) = (own.m, own.u);
            scale(&mut m, M_COUNTS);
            scale(&mut u, U_COUNTS);
            let (mut doubles, mut relatives) = (0.0, 0.0);
            for (agreement, count) in &candidates {
                let kinds = self.kinds(agreement);
                relatives += kinds.relatives * count;
                // Pairs that are more likely something else teach nothing about one person's records: there are
                // so many of them that together they would drown the few that do.
                if kinds.one_person > 0.5 {
                    doubles += kinds.one_person * count;
                    count_in(&mut m, agreement, kinds.one_person * count);
                }
            }
            for (agreement, count) in &drawn {
                let kinds = self.kinds(agreement);
                count_in(&mut u, agreement, kinds.strangers * count);
            }
            normalize(&mut m);
            normalize(&mut u);
            bound(&mut m, &own.m);
            let prior = ((doubles + 1.0) / pairs.max(1.0)).min(0.5);
            let settled = (prior / self.prior).ln().abs() < 1e-4;
            self.relatives = (own.relatives + relatives / pairs.max(1.0)).min(0.25);
            (self.m, self.u, self.prior) = (m, u, prior);
            if settled {
                break;
            }
        }
    }

    /// How likely it is that two records are one person's, from what the fields say ([`Model::weight`]).
    pub(super) fn probability_of(&self, weight: f64) -> f64 {
        let odds = (self.prior / (1.0 - self.prior)).log2() + weight;
        1.0 / (1.0 + (-odds).exp2())
    }

    /// The weight of an agreement, whatever the values are.
    pub(super) fn weight(&self, agreement: &Agreement) -> f64 {
        let (weight, kin) = self.sums(agreement, |_, _| None);
        weight + self.kin_weight(kin)
    }

    /// What each compared field says of a pair, the weight of all, and how much of it kinship took away.
    pub(super) fn grounds(
        &self,
        one: &Prepared,
        other: &Prepared,
        agreement: &Agreement,
        common: &Common,
    ) -> (Vec<Ground>, f64, f64) {
        let chance = |field, level| common.chance(one, other, field, level);
        let compared = compare::ALL_FIELDS.iter().map(|(field, _)| *field);
        let grounds: Vec<Ground> = compared
            .filter(|field| agreement[*field as usize] != Level::Missing)
            .map(|field| {
                let level = agreement[field as usize];
                let u = chance(field, level).unwrap_or(self.u[field as usize][level as usize]);
                Ground {
                    field,
                    level,
                    weight: (self.m[field as usize][level as usize] / u).log2(),
                }
            })
            .collect();
        let (weight, kin) = self.sums(agreement, chance);
        let kin_weight = self.kin_weight(kin);
        (grounds, weight + kin_weight, kin_weight)
    }

    /// What speaks for one person, for relatives and for twins, each against strangers, in bits.
    fn sums(
        &self,
        agreement: &Agreement,
        chance: impl Fn(Field, Level) -> Option<f64>,
    ) -> (f64, [f64; 2]) {
        let (mut weight, mut kin) = (0.0, [0.0; 2]);
        for (field, _) in compare::ALL_FIELDS {
            let (place, level) = (field as usize, agreement[field as usize]);
            if level == Level::Missing {
                continue;
            }
            let share = level as usize;
            let u = chance(field, level).unwrap_or(self.u[place][share]);
            weight += (self.m[place][share] / u).log2();
            for (sum, kind) in kin.iter_mut().zip([Kin::Relatives, Kin::Twins]) {
                let related = kind.share(field, level).unwrap_or(u);
                *sum += (related / u).log2();
            }
        }
        (weight, kin)
    }

    /// What it takes away that the two may be related, in bits: never above 0.
    fn kin_weight(&self, [relatives, twins]: [f64; 2]) -> f64 {
        let strangers = 1.0 - self.relatives - self.twins;
        let all = strangers + self.relatives * relatives.exp2() + self.twins * twins.exp2();
        -all.log2().max(0.0)
    }

    fn kinds(&self, agreement: &Agreement) -> Kinds {
        let (weight, [relatives, twins]) = self.sums(agreement, |_, _| None);
        let one_person = self.prior * weight.exp2();
        let relatives = self.relatives * relatives.exp2();
        let twins = self.twins * twins.exp2();
        let strangers = (1.0 - self.prior - self.relatives - self.twins).max(0.0);
        let all = one_person + relatives + twins + strangers;
        Kinds {
            one_person: one_person / all,
            relatives: relatives / all,
            strangers: strangers / all,
        }
    }
}

/// How likely a pair is of each kind; what is missing to one, twins.
struct Kinds {
    one_person: f64,
    relatives: f64,
    strangers: f64,
}

impl Kin {
    /// How often such two agree so far; `None` where they agree as strangers do.
    fn share(self, field: Field, level: Level) -> Option<f64> {
        let shares: &[(Level, f64)] = match (self, field) {
            (_, Field::Family) => &[
                (Level::Same, 0.80),
                (Level::Part, 0.06),
                (Level::Typo, 0.06),
                (Level::Alike, 0.02),
                (Level::Faint, 0.01),
                (Level::Different, 0.05),
            ],
            (Kin::Relatives, Field::Given) => &[(Level::Same, 0.01)],
            (Kin::Twins, Field::Given) => &[(Level::Same, 0.000_2), (Level::ShortForm, 0.001)],
            (Kin::Twins, Field::Birth) => &[
                (Level::Same, 0.93),
                (Level::DayAndMonth, 0.02),
                (Level::Typo, 0.03),
                (Level::TwoParts, 0.005),
                (Level::SameYear, 0.005),
                (Level::Different, 0.01),
            ],
            (Kin::Twins, Field::BirthYear | Field::Age) => &[
                (Level::Same, 0.95),
                (Level::Near, 0.04),
                (Level::Different, 0.01),
            ],
            (Kin::Relatives, Field::Suffix) => &[(Level::Same, 0.1), (Level::Different, 0.9)],
            (_, Field::Phone) => &[
                (Level::Same, 0.50),
                (Level::Typo, 0.02),
                (Level::Different, 0.48),
            ],
            (_, Field::Email) => &[(Level::Same, 0.05)],
            (_, Field::BirthPlace) => &[(Level::Same, 0.50)],
            (
                _,
                Field::Address
                | Field::Number
                | Field::Street
                | Field::Unit
                | Field::Zone
                | Field::Postcode
                | Field::PostcodeInZone
                | Field::State,
            ) => return Some(own_share(field, level)),
            _ => return None,
        };
        let known = shares.iter().find(|(known, _)| *known == level);
        known.map(|(_, share)| *share)
    }
}

/// How often one person's records agree so far, by our own values; a household keeps one address as she does.
fn own_share(field: Field, level: Level) -> f64 {
    let (_, levels) = OWN[field as usize];
    let known = levels.iter().find(|(known, ..)| *known == level);
    known.map_or(1e-6, |(_, share, _)| *share)
}

/// Sums of fractions depend on their order; it must not change from run to run.
fn in_order(met: Met) -> Vec<(Agreement, f64)> {
    let mut met: Vec<(Agreement, f64)> = met.into_iter().collect();
    met.sort_unstable_by_key(|(agreement, _)| *agreement);
    met
}

fn expected_doubles(persons: usize) -> f64 {
    (persons as f64 * DOUBLES).max(0.5)
}

fn count_in(shares: &mut Shares, agreement: &Agreement, share: f64) {
    for (field, level) in agreement.iter().enumerate() {
        if *level != Level::Missing {
            shares[field][*level as usize] += share;
        }
    }
}

fn scale(shares: &mut Shares, by: f64) {
    shares.iter_mut().flatten().for_each(|share| *share *= by);
}

fn normalize(shares: &mut Shares) {
    for levels in shares {
        let all: f64 = levels.iter().sum();
        levels.iter_mut().for_each(|share| *share /= all);
    }
}

/// Keeps what is learned about differences near our own values: one person's records agree in most things, and
/// a list in which they seem not to was misread.
fn bound(m: &mut Shares, own: &Shares) {
    let different = Level::Different as usize;
    for (levels, own) in m.iter_mut().zip(own) {
        let most = (own[different] * MOST_DIFFERENT).min(0.9);
        let now = levels[different];
        if now > most {
            let others = (1.0 - most) / (1.0 - now).max(1e-9);
            levels.iter_mut().for_each(|share| *share *= others);
            levels[different] = most;
        }
    }
}

/// How many persons have each value.
pub(super) struct Common {
    persons: f64,
    counts: Counts,
}

enum Counts {
    /// Of every counted field, by word.
    All(Vec<[u32; COUNTED.len()]>),
    /// Of phones and streets alone.
    Shared(HashMap<(Field, Word), u32>),
}

/// Fields whose values are counted.
const COUNTED: [Field; 11] = [
    Field::Given,
    Field::Family,
    Field::Birth,
    Field::Phone,
    Field::Street,
    Field::Unit,
    Field::Zone,
    Field::Postcode,
    Field::BirthPlace,
    Field::Occupation,
    Field::Number,
];

impl Common {
    pub(super) fn of(persons: &[Prepared], pool: &Pool) -> Common {
        let mut counts = vec![[0; COUNTED.len()]; pool.len().max(1)];
        for person in persons {
            for (place, field) in COUNTED.into_iter().enumerate() {
                for word in values(person, field) {
                    counts[word as usize][place] += 1;
                }
            }
        }
        Common {
            persons: persons.len() as f64,
            counts: Counts::All(counts),
        }
    }

    /// As many persons, of whom so many share each phone and each street.
    pub(super) fn shared(persons: usize, shared: HashMap<(Field, Word), u32>) -> Common {
        Common {
            persons: persons as f64,
            counts: Counts::Shared(shared),
        }
    }

    fn count(&self, field: Field, word: Word) -> Option<f64> {
        let count = match &self.counts {
            Counts::All(counts) => {
                let place = COUNTED.iter().position(|counted| *counted == field)?;
                counts[word as usize][place]
            }
            Counts::Shared(shared) => *shared.get(&(field, word))?,
        };
        Some(f64::from(count))
    }

    /// How likely any other person agrees on just this value; `None` where values are not counted.
    fn chance(&self, one: &Prepared, other: &Prepared, field: Field, level: Level) -> Option<f64> {
        let word = match (field, level) {
            (Field::Given, Level::Part) => compare::shared_given(one, other)?,
            (Field::Family, Level::Part) => compare::shared_name(one, other)?,
            (Field::Phone, Level::Same) => *one
                .phones
                .iter()
                .find(|phone| other.phones.contains(phone))?,
            (_, Level::Same) => values(one, field).next()?,
            _ => return None,
        };
        let own = own_chance(field);
        let counted = self.count(field, word)?;
        let chance = (counted + own * COMMON_COUNTS) / (self.persons + COMMON_COUNTS);
        Some(if level == Level::Part {
            (2.0 * chance).min(0.5)
        } else {
            chance.min(0.99)
        })
    }
}

fn own_chance(field: Field) -> f64 {
    let (_, levels) = OWN[field as usize];
    levels[0].2
}

/// The values of a counted field; of a name, the whole name and then the names in it.
fn values(person: &Prepared, field: Field) -> impl Iterator<Item = Word> {
    let (word, more): (Word, &[Word]) = match field {
        Field::Given => (person.given, &person.given_words),
        Field::Family => (person.family, &person.family_names),
        Field::Birth => (person.birth_word, &[]),
        Field::Phone => (0, &person.phones),
        Field::Street => (person.street, &[]),
        Field::Unit => (person.unit, &[]),
        Field::Zone => (person.zone, &[]),
        Field::Postcode => (person.postcode, &[]),
        Field::BirthPlace => (person.birth_place, &[]),
        Field::Occupation => (person.occupation, &[]),
        Field::Number => (person.number, &[]),
        _ => (0, &[]),
    };
    let more = more.iter().copied().filter(move |more| *more != word);
    [word].into_iter().chain(more).filter(|word| *word != 0)
}
