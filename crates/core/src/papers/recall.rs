//! Which papers that are out carry a number that is another one now, or that may not be used any more.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use countyline_ledger::{EntityId, Value};
use sha2::{Digest, Sha256};

use super::store;
use crate::casefile::{CaseFile, Change, hex};
use crate::contacts::{self, WayView};
use crate::error::{Error, Result};
use crate::registry::{CONTACT_METHOD, LETTER};
use crate::standing::{Standing, id_in, reference};
use crate::{ids, letters, paper_kinds, search};

/// Letters of a hash that tell one number from another.
const MARK_LETTERS: usize = 16;

/// A way of hers as a paper carries it.
pub(crate) struct WayOnPaper {
    id: String,
    value: String,
}

impl WayOnPaper {
    /// A way, and what stands on the paper for it: a street gives way to the substitute address.
    pub(crate) fn new(way: &WayView, value: String) -> WayOnPaper {
        WayOnPaper {
            id: way.id.clone(),
            value,
        }
    }

    /// Tells whether it is another number, and does not say it: the register holds no copy of hers.
    fn mark(&self) -> String {
        let told = format!("{} {}", self.id, search::plain(&self.value));
        hex(&Sha256::digest(told.as_bytes()))[..MARK_LETTERS].to_owned()
    }
}

/// The number of an agency as a paper carries it: its own, or the one that is called for a service of it.
pub(crate) struct NumberOnPaper {
    partner: EntityId,
    service: Option<EntityId>,
    number: String,
}

impl NumberOnPaper {
    pub(crate) fn of_agency(partner: EntityId, number: &str) -> NumberOnPaper {
        NumberOnPaper {
            partner,
            service: None,
            number: number.to_owned(),
        }
    }

    pub(crate) fn of_service(partner: EntityId, service: EntityId, number: &str) -> NumberOnPaper {
        NumberOnPaper {
            service: Some(service),
            ..NumberOnPaper::of_agency(partner, number)
        }
    }

    fn value(&self) -> Value {
        let mut parts = vec![reference(self.partner), Value::text(&*self.number)];
        parts.extend(self.service.map(reference));
        Value::List(parts)
    }

    /// As it was kept; none where a newer program kept something else.
    pub(super) fn read(kept: &Value) -> Option<NumberOnPaper> {
        let Value::List(parts) = kept else {
            return None;
        };
        let (partner, number, service) = match &parts[..] {
            [partner, number] => (partner, number, None),
            [partner, number, service] => (partner, number, Some(id_in(service)?)),
            _ => return None,
        };
        Some(NumberOnPaper {
            partner: id_in(partner)?,
            number: number.as_text()?.to_owned(),
            service,
        })
    }
}

/// Names the numbers that stand on a paper, as part of the change that makes it, where one of them is called for a
/// service: those of agencies alone are in the order of its agencies.
pub(crate) fn name_services(change: &mut Change<'_>, letter: EntityId, numbers: &[NumberOnPaper]) {
    if numbers.iter().all(|number| number.service.is_none()) {
        return;
    }
    let kept = numbers.iter().map(NumberOnPaper::value).collect();
    change.create_as(&LETTER, letter, [("places", Value::List(kept))]);
}

/// What the register keeps in place of her own numbers.
pub(crate) fn marks_of(ways: &[WayOnPaper]) -> Vec<String> {
    ways.iter().map(WayOnPaper::mark).collect()
}

/// Names the ways that stand on a paper, as part of the change that makes it.
pub(crate) fn name_ways(
    change: &mut Change<'_>,
    letter: EntityId,
    ways: &[WayOnPaper],
) -> Result<()> {
    if ways.is_empty() {
        return Ok(());
    }
    let mut named = Vec::with_capacity(ways.len());
    for way in ways {
        let id = ids::parse(&CONTACT_METHOD, &way.id)?;
        named.push(Value::bytes(id.0));
    }
    change.create_as(&LETTER, letter, [("ways", Value::List(named))]);
    Ok(())
}

/// How many papers that are out carry an old number.
///
/// # Errors
/// [`Error::Storage`].
pub fn to_recall(file: &CaseFile) -> Result<i32> {
    let mut count = 0;
    let phones = store::phones(file.conn())?;
    let number_of = |partner: EntityId, service: Option<EntityId>| -> Result<String> {
        let own = store::number_of_service(file.conn(), partner, service)?;
        let number = own.or_else(|| phones.get(&partner).cloned());
        Ok(number.unwrap_or_default())
    };
    let mut gates = BTreeMap::new();
    for row in store::carried_out(file.conn())? {
        let is_old = !row
            .carried
            .old_agencies(&row.partners, number_of)?
            .is_empty()
            || row.carried.has_old_way_of(file, &mut gates)?;
        count += i32::from(is_old);
    }
    Ok(count)
}

/// The numbers that a paper carries.
pub(super) struct Carried {
    pub(super) victim: Option<EntityId>,
    /// Of its agencies in their order, or the marks of her ways.
    pub(super) numbers: Vec<String>,
    pub(super) ways: Vec<EntityId>,
    pub(super) has_agencies_numbers: bool,
    /// Where a number of a service is among them: all of them, each with what it is called for.
    pub(super) places: Vec<NumberOnPaper>,
}

/// The ways of each victim with the marks they have now; none of a victim whose record is not here.
type Gates = BTreeMap<EntityId, Option<BTreeMap<EntityId, String>>>;

impl Carried {
    pub(super) fn by(paper: &Standing) -> Carried {
        Carried {
            victim: paper.named("victim"),
            numbers: paper.texts("numbers"),
            ways: paper.elements("ways").iter().filter_map(id_in).collect(),
            has_agencies_numbers: has_agencies_numbers(&paper.text("kind"), &paper.text("form")),
            places: places_in(&paper.elements("places")),
        }
    }

    /// Which of its agencies, by their places, have another number now. A paper of an older program does not say which
    /// numbers it carries.
    pub(super) fn old_agencies(
        &self,
        partners: &[EntityId],
        number_of: impl Fn(EntityId, Option<EntityId>) -> Result<String>,
    ) -> Result<Vec<usize>> {
        let mut old = Vec::new();
        if !self.places.is_empty() {
            for place in &self.places {
                if place.number != number_of(place.partner, place.service)? {
                    let at = partners.iter().position(|named| *named == place.partner);
                    old.extend(at.filter(|at| !old.contains(at)));
                }
            }
            return Ok(old);
        }
        if !self.has_agencies_numbers {
            return Ok(old);
        }
        for (at, (carried, partner)) in self.numbers.iter().zip(partners).enumerate() {
            if *carried != number_of(*partner, None)? {
                old.push(at);
            }
        }
        Ok(old)
    }

    /// Whether a way of hers on it is another one now, or may not be used.
    pub(super) fn has_old_way(&self, file: &CaseFile) -> Result<bool> {
        self.has_old_way_of(file, &mut Gates::new())
    }

    fn has_old_way_of(&self, file: &CaseFile, gates: &mut Gates) -> Result<bool> {
        let (Some(victim), false) = (self.victim, self.ways.is_empty()) else {
            return Ok(false);
        };
        let now = match gates.entry(victim) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(marks_now(file, victim)?),
        };
        let Some(now) = now else {
            return Ok(false);
        };
        let mut carried = self.ways.iter().zip(&self.numbers);
        Ok(carried.any(|(way, mark)| now.get(way) != Some(mark)))
    }
}

/// The numbers that stand on a paper, as they were kept.
pub(super) fn places_in(kept: &[Value]) -> Vec<NumberOnPaper> {
    kept.iter().filter_map(NumberOnPaper::read).collect()
}

/// Whether a paper carries the numbers of the agencies it names: her own letters and the list of places do, a letter to
/// an agency and a form name one alone.
pub(super) fn has_agencies_numbers(kind: &str, form: &str) -> bool {
    let is_letter_of_hers = matches!(kind, "" | "victim") && !paper_kinds::is_one(form);
    is_letter_of_hers || paper_kinds::carries_numbers_of_agencies(form)
}

/// The marks of those of her ways that may be used.
fn marks_now(file: &CaseFile, victim: EntityId) -> Result<Option<BTreeMap<EntityId, String>>> {
    let gate = match contacts::gate_unnoted(file, &ids::text(victim)) {
        Ok(gate) => gate,
        Err(Error::NotFound { .. } | Error::Erased) => return Ok(None),
        Err(refused) => return Err(refused),
    };
    let mut marks = BTreeMap::new();
    for way in gate.ways.iter().filter(|way| way.usable) {
        let id = ids::parse(&CONTACT_METHOD, &way.id)?;
        let value = letters::value_for_paper(file, victim, way)?;
        marks.insert(id, WayOnPaper::new(way, value).mark());
    }
    Ok(Some(marks))
}
