//! What people do in a run: through the screens' own functions where there is a screen, with a pen of the
//! tests where there is none yet (deletions, sets, and what a newer program might write).

use std::collections::{BTreeMap, BTreeSet};

use countyline_core::casefile::CaseFile;
use countyline_core::erasure::{self, EraseForm};
use countyline_core::error::{Error, Result};
use countyline_core::registry::VICTIM;
use countyline_core::testing::program::Later;
use countyline_core::testing::{inside, phone, victim};
use countyline_core::{contacts, followups, inbox, outreach, referrals, releases, victims};
use countyline_ledger::{
    ByField, CommitHash, Dot, EntityId, EntityState, FieldId, ResolvedOp, Value,
};

use super::chance::Chance;
use super::newer::{later, newer};

/// A form on a screen: what the person is about to say, and what the screen showed.
#[derive(Debug, Clone)]
pub struct Form {
    entry: Entry,
    /// What a save may replace.
    pub shown: BTreeSet<CommitHash>,
}

#[derive(Debug, Clone)]
enum Entry {
    Way {
        method: String,
        number: &'static str,
        safe: &'static str,
        seen: String,
    },
    DoNotContact {
        victim: String,
        on: bool,
        seen: String,
    },
    FollowUp {
        follow_up: String,
        state: &'static str,
        seen: String,
    },
    Decision {
        conflict: String,
        side: String,
        seen: String,
    },
    Referral {
        referral: String,
        status: String,
        seen: String,
    },
    RevokeRelease {
        release: String,
        seen: String,
    },
    Crafted(Vec<ResolvedOp>),
}

const SAFE: &[&str] = &["no", "unknown", "with_conditions", "yes"];
const NUMBERS: &[&str] = &["555-0100", "555 0100", "555-0199"];
const STATES: &[&str] = &["done", "unable_to_reach", "cancelled"];
const NEEDS: &[&str] = &["legal", "shelter"];
const ZONES: &[&str] = &["Elm Creek", " elm creek", "Oak Flat", "Ash Bend"];

impl Form {
    /// Opens some form about one of these victims, if the machine knows her and there is something to
    /// fill in.
    ///
    /// # Errors
    /// If the case file cannot be read.
    pub fn open(file: &CaseFile, victims: &[String], chance: &mut Chance) -> Result<Option<Form>> {
        if victims.is_empty() {
            return Ok(None);
        }
        let id = victims[chance.below(victims.len())].clone();
        let page = match victims::page(file, &id) {
            Ok(page) => page,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(broken) => return Err(broken),
        };
        let what = chance.below(100);
        if what >= 55 {
            return Form::crafted(file, &id, what, chance);
        }
        let (entry, seen) = match what {
            0..16 => {
                let Some(method) = page.contact_methods.first() else {
                    return Ok(None);
                };
                let entry = Entry::Way {
                    method: method.id.clone(),
                    number: chance.one_of(NUMBERS),
                    safe: chance.one_of(SAFE),
                    seen: method.seen.clone(),
                };
                (entry, method.seen.clone())
            }
            16..26 => {
                let entry = Entry::DoNotContact {
                    victim: id,
                    on: chance.percent(50),
                    seen: page.seen.clone(),
                };
                (entry, page.seen)
            }
            26..31 => {
                let next = page.referrals.iter().flat_map(|referral| {
                    let next = referral.next_statuses.iter();
                    next.map(move |status| (referral, status))
                });
                let next: Vec<_> = next.collect();
                if next.is_empty() {
                    return Ok(None);
                }
                let (referral, status) = next[chance.below(next.len())];
                let entry = Entry::Referral {
                    referral: referral.id.clone(),
                    status: status.clone(),
                    seen: referral.seen.clone(),
                };
                (entry, referral.seen.clone())
            }
            31..34 => {
                let Some(release) = page.releases.first() else {
                    return Ok(None);
                };
                let entry = Entry::RevokeRelease {
                    release: release.id.clone(),
                    seen: release.seen.clone(),
                };
                (entry, release.seen.clone())
            }
            34..45 => {
                let Some(follow_up) = page.follow_ups.first() else {
                    return Ok(None);
                };
                let entry = Entry::FollowUp {
                    follow_up: follow_up.id.clone(),
                    state: chance.one_of(STATES),
                    seen: follow_up.seen.clone(),
                };
                (entry, follow_up.seen.clone())
            }
            _ => {
                let conflicts = inbox::conflicts(file)?;
                let Some(conflict) = conflicts.get(chance.below(3)) else {
                    return Ok(None);
                };
                if conflict.sides.is_empty() {
                    return Ok(None);
                }
                let side = chance.below(conflict.sides.len());
                let entry = Entry::Decision {
                    conflict: conflict.id.clone(),
                    side: conflict.sides[side].side.clone(),
                    seen: conflict.seen.clone(),
                };
                (entry, conflict.seen.clone())
            }
        };
        let shown = inside::seen(file, &seen)?;
        Ok(Some(Form { entry, shown }))
    }

    /// What has no screen yet: fields of a victim, her needs, deleting her record and taking that back, and
    /// what a newer program writes.
    fn crafted(
        file: &CaseFile,
        victim: &str,
        what: usize,
        chance: &mut Chance,
    ) -> Result<Option<Form>> {
        let entity = entity(victim);
        let record = VICTIM.record_type();
        let states = inside::states(file)?;
        let state = states
            .into_iter()
            .find(|state| (state.record, state.id) == (record, entity));
        let Some(state) = state else {
            return Ok(None);
        };
        let need = Value::text(chance.one_of(NEEDS));
        let needs = VICTIM.field("needs").field_id();
        let op = match what {
            55..68 => {
                let fields: ByField<Value> =
                    (0..1 + chance.below(2)).map(|_| field(chance)).collect();
                ResolvedOp::Set {
                    record,
                    entity,
                    parents: dots(state.head_dots(fields.fields())),
                    fields,
                }
            }
            68..74 => ResolvedOp::Add {
                record,
                entity,
                field: needs,
                elements: vec![need],
            },
            74..80 => ResolvedOp::Remove {
                record,
                entity,
                field: needs,
                parents: state.member_dots(needs, &need).to_vec(),
                elements: vec![need],
            },
            80..87 => ResolvedOp::Delete {
                record,
                entity,
                parents: dots(state.all_heads()),
            },
            87..92 => ResolvedOp::Set {
                record,
                entity,
                parents: tombstones(&state),
                fields: ByField::new(),
            },
            _ => newer(entity, &state, chance),
        };
        let shown = hashes(file, op.parents())?;
        let entry = Entry::Crafted(vec![op]);
        Ok(Some(Form { entry, shown }))
    }

    /// Something that came later than the oldest program, about this victim or beside her.
    ///
    /// # Errors
    /// If the case file cannot be read.
    pub(super) fn newer(
        file: &CaseFile,
        victim: &str,
        what: Later,
        chance: &mut Chance,
    ) -> Result<Option<Form>> {
        let Some(op) = later(&inside::states(file)?, entity(victim), what, chance) else {
            return Ok(None);
        };
        let shown = hashes(file, op.parents())?;
        let entry = Entry::Crafted(vec![op]);
        Ok(Some(Form { entry, shown }))
    }

    /// The same form, opened once more at the same moment and filled in otherwise; none if it has nothing to choose.
    pub fn otherwise(&self, chance: &mut Chance) -> Option<Form> {
        let mut other = self.clone();
        match &mut other.entry {
            Entry::Way { number, safe, .. } => {
                *number = if *number == NUMBERS[2] {
                    NUMBERS[0]
                } else {
                    NUMBERS[2]
                };
                *safe = chance.one_of(SAFE);
            }
            Entry::DoNotContact { on, .. } => *on = !*on,
            Entry::FollowUp { state, .. } => *state = chance.one_of(STATES),
            _ => return None,
        }
        Some(other)
    }

    /// Saves it.
    ///
    /// # Errors
    /// Those of the screen's own function.
    pub fn save(&self, file: &mut CaseFile) -> Result<()> {
        match &self.entry {
            Entry::Way {
                method,
                number,
                safe,
                seen,
            } => contacts::edit(file, method, &phone(number, safe), seen).map(drop),
            Entry::DoNotContact { victim, on, seen } => match on {
                true => victims::forbid_contact(file, victim, "She asked us not to", seen),
                false => victims::allow_contact(file, victim, seen),
            }
            .map(drop),
            Entry::FollowUp {
                follow_up,
                state,
                seen,
            } => followups::complete(file, follow_up, state, seen).map(drop),
            Entry::Decision {
                conflict,
                side,
                seen,
            } => inbox::resolve(file, conflict, side, seen).map(drop),
            Entry::Referral {
                referral,
                status,
                seen,
            } => referrals::advance(file, referral, status, seen).map(drop),
            Entry::RevokeRelease { release, seen } => {
                releases::revoke(file, release, seen).map(drop)
            }
            Entry::Crafted(ops) => inside::write(file, ops.clone()),
        }
    }
}

/// Records a victim with a way to reach her and a follow-up.
///
/// # Errors
/// Those of recording her.
pub fn new_victim(file: &mut CaseFile) -> Result<String> {
    let mut form = victim("Maria", "Marker");
    form.follow_up_on = Some(outreach::today(file)?.date);
    Ok(victims::create(file, &form)?.id)
}

/// Orders everything about a victim to be erased.
///
/// # Errors
/// Those of ordering it.
pub fn order_erasure(file: &mut CaseFile, victim: &str) -> Result<()> {
    let form = EraseForm {
        victim_id: victim.to_owned(),
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    erasure::order(file, &form).map(drop)
}

/// Every commit whose value stands anywhere: what a person sees who edits what stands.
///
/// # Errors
/// If the case file cannot be read.
pub fn standing(file: &CaseFile) -> Result<BTreeSet<CommitHash>> {
    let mut standing = BTreeSet::new();
    for state in inside::states(file)? {
        standing.extend(hashes(file, &dots(state.all_heads()))?);
    }
    Ok(standing)
}

/// Whether casework may say no to a change for this reason on this day, as the machine's clock has it.
pub fn is_a_rule_of_casework(refused: &Error, today: &str) -> bool {
    match refused {
        Error::ReleaseNotYet { on } => on.as_str() > today,
        Error::ReleaseExpired { on } => on.as_str() < today,
        Error::StatusNotAllowed { .. }
        | Error::NotFound { .. }
        | Error::ChangedMeanwhile
        | Error::DoNotContact
        | Error::ChannelNotSafe
        | Error::Erased
        | Error::InvalidInput { .. }
        | Error::ExpiryRequired
        | Error::ReleaseTooLong { .. }
        | Error::ReleaseRevoked
        | Error::ReleaseScope { .. }
        | Error::ReleaseOtherRecipient => true,
        _ => false,
    }
}

fn field(chance: &mut Chance) -> (FieldId, Value) {
    let field = |name: &str| VICTIM.field(name).field_id();
    match chance.below(4) {
        0 => (field("zone"), Value::text(chance.one_of(ZONES))),
        1 => (field("language"), Value::text(chance.one_of(&["en", "es"]))),
        2 => {
            let year = 1950 + chance.below(3) as i64;
            (field("birth_year"), Value::Int(year))
        }
        _ => {
            let given = Value::text(chance.one_of(&["Maria", "Marie"]));
            let members = BTreeMap::from([(1, given), (2, Value::text("Marker"))]);
            (field("name"), Value::Map(members))
        }
    }
}

fn tombstones(state: &EntityState) -> Vec<Dot> {
    let tombstones = state.tombstones.iter();
    tombstones.map(|tombstone| tombstone.dot).collect()
}

pub(super) fn dots(dots: BTreeSet<Dot>) -> Vec<Dot> {
    dots.into_iter().collect()
}

fn hashes(file: &CaseFile, dots: &[Dot]) -> Result<BTreeSet<CommitHash>> {
    let mut hashes = BTreeSet::new();
    for dot in dots {
        hashes.extend(inside::hash_of(file, *dot)?);
    }
    Ok(hashes)
}

fn entity(id: &str) -> EntityId {
    let id = uuid::Uuid::parse_str(id).expect("ids are UUIDs");
    EntityId(id.into_bytes())
}
