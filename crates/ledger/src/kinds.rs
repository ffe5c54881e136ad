//! Field kinds: how several values that stand side by side in one field are shown and told apart.
//!
//! A kind never decides what is kept (every head is), only what a screen shows until a person decides
//! and whether there is anything to decide.

use std::cmp::Reverse;

use crate::{FieldId, RecordType, Value};

/// What is known of record types and their fields.
pub trait Registry {
    /// The kind of a field; `None` if this program does not know it.
    fn kind(&self, record: RecordType, field: FieldId) -> Option<Kind>;

    /// What records of this type belong to, and are erased with.
    fn owner(&self, _record: RecordType) -> Owner {
        Owner::Nobody
    }
}

/// What records of a type belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Nothing.
    Nobody,
    /// The record that this field names.
    NamedBy(FieldId),
    /// This program does not know the type: one may belong to any record that a field of it names.
    Unknown,
}

impl<R: Registry + ?Sized> Registry for &R {
    fn kind(&self, record: RecordType, field: FieldId) -> Option<Kind> {
        (**self).kind(record, field)
    }

    fn owner(&self, record: RecordType) -> Owner {
        (**self).owner(record)
    }
}

/// How a field merges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One value; of several the last written is shown, and it is a conflict unless they mean the same.
    Register(Normal),
    /// Values that only make sense together, as a map: never half of one and half of another.
    Compound {
        /// The members a person's safety depends on, the weightiest first. The value most protective in the first
        /// is shown; of several equally so, the one most protective in the next.
        protective: &'static [(u32, Order)],
    },
    /// One value on which a person's safety depends: the most protective is shown, whoever is newer.
    Protective(Order),
    /// Elements added and removed one by one; never a conflict.
    Set,
    /// Written once with the record: corrections are new records. Several values are a conflict.
    Append,
    /// A stage: the one further along is shown; where neither leads to the other, the more open one.
    Status(&'static Lattice),
}

impl Kind {
    /// A value's place among others of its field: the lower, the more protective. Nobody's safety depends on a
    /// field of another kind, where each has the same place.
    pub fn rank(self, value: Option<&Value>) -> impl Ord + use<> {
        match self {
            Kind::Protective(order) => vec![order.rank(value)],
            Kind::Compound { protective } => protective
                .iter()
                .map(|(member, order)| order.rank(value.and_then(|value| value.member(*member))))
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// When two values mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Normal {
    /// When they are equal.
    Exact,
    /// When they are equal but for spaces and upper or lower case.
    Text,
    /// When they have the same digits; a leading country code 1 does not count.
    Phone,
    /// When they are the same day, written `2026-03-31`, `2026/3/31` or `3/31/2026`.
    Date,
}

impl Normal {
    /// Whether two values mean the same.
    pub fn same(self, one: &Value, other: &Value) -> bool {
        match (one, other) {
            _ if one == other => true,
            (Value::Text(one), Value::Text(other)) => match self {
                Normal::Exact => false,
                Normal::Text => plain_text(one) == plain_text(other),
                Normal::Phone => digits(one) == digits(other) && !digits(one).is_empty(),
                Normal::Date => day(one).is_some() && day(one) == day(other),
            },
            _ => false,
        }
    }
}

/// Which of several values protects a person most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Text codes, the most protective first. A code not listed, from a newer program, comes before
    /// all of them; an emptied field right behind the first.
    Codes(&'static [&'static str]),
    /// The earliest date. What is no date comes before all dates; an emptied field behind all.
    EarliestDate,
    /// Yes before no; what is neither between them.
    TrueFirst,
}

impl Order {
    /// A value's place in the order: the lower, the more protective.
    pub fn rank(self, value: Option<&Value>) -> impl Ord + Copy + use<> {
        match (self, value.unwrap_or(&Value::Null)) {
            (Order::Codes(_), Value::Null) => (1, 1, 0, 0),
            (Order::Codes(codes), value) => {
                let place = codes.iter().position(|code| value.as_text() == Some(*code));
                match place {
                    None => (0, 0, 0, 0),
                    Some(0) => (1, 0, 0, 0),
                    Some(place) => (2, i32::try_from(place).unwrap_or(i32::MAX), 0, 0),
                }
            }
            (Order::EarliestDate, Value::Null) => (2, 0, 0, 0),
            (Order::EarliestDate, value) => match value.as_text().and_then(day) {
                Some((year, month, day)) => (1, year, month, day),
                None => (0, 0, 0, 0),
            },
            (Order::TrueFirst, Value::Bool(true)) => (0, 0, 0, 0),
            (Order::TrueFirst, Value::Bool(false)) => (2, 0, 0, 0),
            (Order::TrueFirst, _) => (1, 0, 0, 0),
        }
    }
}

/// The stages of something, and which lead to which.
#[derive(Debug, PartialEq, Eq)]
pub struct Lattice {
    /// Each step forward: from, to.
    pub forward: &'static [(&'static str, &'static str)],
    /// Every stage, the more open first: what leaves most still to be done.
    pub most_open_first: &'static [&'static str],
}

impl Lattice {
    /// Whether steps forward lead from one stage to another.
    pub fn leads(&self, from: &str, to: &str) -> bool {
        let mut reached = vec![from];
        let mut next = 0;
        while next < reached.len() {
            let here = reached[next];
            for (_, further) in self.forward.iter().filter(|(step, _)| *step == here) {
                if *further == to {
                    return true;
                }
                if !reached.contains(further) {
                    reached.push(further);
                }
            }
            next += 1;
        }
        false
    }

    /// Whether the second stage lies ahead of the first, with no way back.
    pub(crate) fn is_behind(&self, one: &Value, other: &Value) -> bool {
        match (one.as_text(), other.as_text()) {
            (Some(one), Some(other)) => self.leads(one, other) && !self.leads(other, one),
            _ => false,
        }
    }

    /// How open a stage is; one a newer program knows counts as most open, so that it stays in view.
    pub(crate) fn openness(&self, value: &Value) -> Reverse<usize> {
        let place = self
            .most_open_first
            .iter()
            .position(|stage| value.as_text() == Some(*stage));
        Reverse(place.map_or(0, |place| place + 1))
    }
}

fn plain_text(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(local) if digits.len() == 11 => local.to_owned(),
        _ => digits,
    }
}

/// Year, month and day of a written date.
fn day(text: &str) -> Option<(i32, i32, i32)> {
    let parts: Vec<&str> = text.trim().split(['-', '/']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str| -> Option<i32> {
        let plain = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        if plain { part.parse().ok() } else { None }
    };
    let (year, month, day) = if first.len() == 4 {
        (first, second, third)
    } else {
        (third, first, second)
    };
    let (month, day) = (number(month)?, number(day)?);
    if year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day) {
        Some((number(year)?, month, day))
    } else {
        None
    }
}
