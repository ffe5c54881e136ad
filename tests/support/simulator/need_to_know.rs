//! Who may see what, worked out from the commits at the county: a restricted victim's record is for the county, for
//! the laptops that wrote about her, and for those of the people named for her.

use std::collections::{BTreeMap, BTreeSet};

use countyline_core::registry::{Column, STAFF, VICTIM};
use countyline_core::testing::program::Program;
use countyline_ledger::{Commit, CommitHash, EntityId, EntityKey, Op, StoredOp, Value};

use super::checks::{Failure, failure, folded, refused};
use super::oracle;
use super::sticks::Stick;
use super::world::{COUNTY, World};

/// For each device the victims whose records it is not to get.
pub type Hidden = BTreeMap<[u8; 16], BTreeSet<EntityId>>;

/// For each commit a machine holds, which operations of a hidden record it can read.
pub(super) type Readable = BTreeMap<CommitHash, BTreeSet<usize>>;

impl World {
    /// Which victims' records are kept from each device, as the county's commits say now.
    pub(super) fn hidden_from_each(&self) -> Result<Hidden, Failure> {
        let held = folded(&self.machines[COUNTY], &self.chronicle)?;
        let mut restricted: BTreeSet<EntityId> = BTreeSet::new();
        let mut about = BTreeMap::new();
        let mut staff_by: BTreeMap<[u8; 16], BTreeSet<EntityId>> = BTreeMap::new();
        let mut wrote: BTreeSet<([u8; 16], EntityId)> = BTreeSet::new();
        let reading = |error| failure("every commit verifies", format!("{error}"));
        for held in &held {
            for (_, op) in held.commit.ops().map_err(reading)? {
                belongs_to(&op, &mut about);
                let is_restricting = matches!(&op, Op::Set { record, fields, .. }
                    if *record == VICTIM.record_type()
                        && fields.get(VICTIM.field("restricted").field_id()).is_some());
                if is_restricting {
                    restricted.extend(entity_of(&op));
                }
            }
        }
        if restricted.is_empty() {
            return Ok(Hidden::new());
        }
        let standing = oracle::fold(&self.chronicle, &held, Program::Newest)?;
        restricted.retain(|victim| {
            let key = EntityKey {
                record: VICTIM.record_type(),
                entity: *victim,
            };
            let field = VICTIM.field("restricted").field_id();
            let shown = standing.get(&key).and_then(|view| view.shown.get(&field));
            shown.is_some_and(|(value, _)| *value == Value::Bool(true))
        });
        let mut devices: BTreeSet<[u8; 16]> = BTreeSet::new();
        for held in &held {
            let by = self
                .chronicle
                .get(held.hash)
                .map(|written| written.by.device);
            let Some(by) = by else { continue };
            for (_, op) in held.commit.ops().map_err(reading)? {
                let Some(key) = oracle::key(&op) else {
                    continue;
                };
                let victim = about.get(&key.entity).copied().unwrap_or(key.entity);
                wrote.insert((by, victim));
                if key.record == STAFF.record_type() {
                    staff_by.entry(by).or_default().insert(key.entity);
                }
            }
        }
        let roster = self.roster_of(COUNTY)?;
        devices.extend(roster.entries.iter().map(|entry| entry.device));
        let named = VICTIM.field("named_staff").field_id();
        let is_named = |victim: EntityId, device: &[u8; 16]| {
            let key = EntityKey {
                record: VICTIM.record_type(),
                entity: victim,
            };
            let people = staff_by.get(device);
            let mut people = people.into_iter().flatten();
            people.any(|person| {
                let element = (named, Value::bytes(person.0).encode());
                standing
                    .get(&key)
                    .is_some_and(|view| view.members.contains_key(&element))
            })
        };
        Ok(devices
            .into_iter()
            .map(|device| {
                let hidden = restricted.iter().filter(|victim| {
                    !wrote.contains(&(device, **victim)) && !is_named(**victim, &device)
                });
                (device, hidden.copied().collect())
            })
            .collect())
    }

    /// In the end nothing is withheld from a laptop that it may see and that anybody on the list can read. While any
    /// record is restricted it may not see what is about a victim whom the county's commits do not name. What nobody can read is gone with the disks of those who could: nobody loses it otherwise
    /// ([`World::count_what_is_held`]).
    ///
    /// # Errors
    /// If something is.
    pub fn only_the_hidden_is_withheld(&mut self, number: usize) -> Result<(), Failure> {
        let hidden = self.hidden_from_each()?;
        let begun = match hidden.is_empty() {
            true => None,
            false => Some(self.begun_at_county()?),
        };
        let hidden = hidden.get(&self.machines[number].device);
        let about = self.belongings();
        for (hash, place, op) in self.withheld_from(number)? {
            let victim = entity_of(&op).map(|of| about.get(&of).copied().unwrap_or(of));
            let is_hidden = |victim| hidden.is_some_and(|hidden| hidden.contains(&victim));
            let is_unknown = begun
                .as_ref()
                .zip(entity_of(&op))
                .is_some_and(|(begun, of)| !begun.contains(&of));
            if is_unknown || victim.is_some_and(is_hidden) {
                continue;
            }
            let readers = self.readers_of_operation(hash, place)?;
            if !readers.is_empty() {
                let found = format!(
                    "machine {number} lacks a part of {hash} about {victim:?}, which {readers:?} can read"
                );
                return Err(failure("who may see a record gets it", found));
            }
            self.counts.parts_gone_with_a_disk += 1;
        }
        Ok(())
    }

    /// The records whose beginning the county's commits hold: a victim's number, or whose a record is.
    fn begun_at_county(&self) -> Result<BTreeSet<EntityId>, Failure> {
        let reading = |error| failure("every commit verifies", format!("{error}"));
        let mut begun = BTreeMap::new();
        for held in folded(&self.machines[COUNTY], &self.chronicle)? {
            for (_, op) in held.commit.ops().map_err(reading)? {
                belongs_to(&op, &mut begun);
                if let Op::Set {
                    record,
                    entity,
                    fields,
                    ..
                } = &op
                    && *record == VICTIM.record_type()
                    && fields.get(VICTIM.field("case_number").field_id()).is_some()
                {
                    begun.insert(*entity, *entity);
                }
            }
        }
        Ok(begun.into_keys().collect())
    }

    /// The machines on the county's list that hold an operation and can read it.
    fn readers_of_operation(&self, hash: CommitHash, place: usize) -> Result<Vec<usize>, Failure> {
        let mut readers = Vec::new();
        for number in self.enrolled()? {
            if self.machines[number].kept.contains(&hash) {
                let withheld = self.withheld_from(number)?;
                let is_lacking = withheld
                    .iter()
                    .any(|(of, at, _)| (*of, *at) == (hash, place));
                readers.extend((!is_lacking).then_some(number));
            }
        }
        Ok(readers)
    }

    /// The operations that are withheld from a machine, each with its place in its commit, as they were written.
    fn withheld_from(&self, number: usize) -> Result<Vec<(CommitHash, usize, Op)>, Failure> {
        let mut withheld = Vec::new();
        for held in folded(&self.machines[number], &self.chronicle)? {
            let stored = held.commit.stored_ops();
            let places = stored
                .enumerate()
                .filter(|(_, op)| matches!(op, StoredOp::Withheld { .. }));
            let places: BTreeSet<usize> = places.map(|(place, _)| place).collect();
            let written = self.chronicle.get(held.hash);
            let ops = written.and_then(|written| written.commit.ops().ok());
            let ops = ops.into_iter().flatten();
            let lacking = ops.filter(|(place, _)| places.contains(place));
            withheld.extend(lacking.map(|(place, op)| (held.hash, place, op)));
        }
        Ok(withheld)
    }

    /// The records of which something is withheld from a machine.
    pub(super) fn known_in_part(&self, number: usize) -> Result<BTreeSet<EntityKey>, Failure> {
        let withheld = self.withheld_from(number)?.into_iter();
        Ok(withheld.filter_map(|(_, _, op)| oracle::key(&op)).collect())
    }

    /// The records written in by what a revoked laptop wrote later and only one of this machine and the county
    /// holds: nobody on the list passes that on.
    pub(super) fn written_in_doubt(&self, number: usize) -> Result<BTreeSet<EntityKey>, Failure> {
        let roster = self.roster_of(COUNTY)?;
        let (here, there) = (&self.machines[number].kept, &self.machines[COUNTY].kept);
        let apart = here.symmetric_difference(there);
        let in_doubt = apart.filter(|hash| self.is_in_doubt(&roster, **hash));
        let written = in_doubt.filter_map(|hash| self.chronicle.get(*hash));
        let ops = written.flat_map(|written| written.commit.ops().unwrap_or_default());
        Ok(ops.filter_map(|(_, op)| oracle::key(&op)).collect())
    }

    /// Which victim each record belongs to that is not a victim's own.
    fn belongings(&self) -> BTreeMap<EntityId, EntityId> {
        let mut about = BTreeMap::new();
        for written in self.chronicle.all() {
            let ops = written.commit.ops().unwrap_or_default();
            ops.iter().for_each(|(_, op)| belongs_to(op, &mut about));
        }
        about
    }

    /// What a machine can read of the records that a stick must not bring it.
    pub(super) fn seen_of_hidden(&self, number: usize, stick: &Stick) -> Result<Readable, Failure> {
        let mut seen = Readable::new();
        if number == COUNTY || stick.said.hidden.is_empty() {
            return Ok(seen);
        }
        let held = self.machines[number].held();
        let held = held.map_err(|error| refused("read", &error))?;
        let about = self.belongings();
        for held in held {
            let Ok(commit) = Commit::decode(held.bytes) else {
                continue;
            };
            for (place, op) in commit.ops().unwrap_or_default() {
                let victim = entity_of(&op).map(|of| about.get(&of).copied().unwrap_or(of));
                if victim.is_some_and(|victim| stick.said.hidden.contains(&victim)) {
                    seen.entry(held.hash).or_default().insert(place);
                }
            }
        }
        Ok(seen)
    }

    /// Nothing of a record that its reader was not to get came with a stick.
    pub(super) fn nothing_hidden_came(
        &mut self,
        number: usize,
        stick: &Stick,
        before: &Readable,
    ) -> Result<(), Failure> {
        let after = self.seen_of_hidden(number, stick)?;
        self.counts.kept_from_a_laptop += u64::from(!stick.said.hidden.is_empty());
        let came = after.iter().find(|(hash, places)| {
            let known = before.get(*hash);
            !known.is_some_and(|known| places.is_subset(known))
        });
        match came {
            None => Ok(()),
            Some((hash, _)) => {
                let found = format!("machine {number} can read {hash} since {}", stick.name);
                Err(failure("a restricted record goes to nobody else", found))
            }
        }
    }
}

/// Notes which victim a record belongs to, if an operation says so.
fn belongs_to(op: &Op, about: &mut BTreeMap<EntityId, EntityId>) {
    if let (Some(key), Some(victim)) = (oracle::key(op), victim_named_by(op)) {
        about.insert(key.entity, victim.entity);
    }
}

/// The victim whose record an operation says its own to be, whichever programs understand it.
pub(super) fn victim_named_by(op: &Op) -> Option<EntityKey> {
    let Op::Set { record, fields, .. } = op else {
        return None;
    };
    let mut known = Program::Newest.record(*record)?.fields.iter();
    let owner = known.find(|field| field.name == "victim" && field.column == Column::Ref)?;
    match fields.get(owner.field_id())? {
        Value::Bytes(victim) => Some(EntityKey {
            record: VICTIM.record_type(),
            entity: EntityId(victim.as_slice().try_into().ok()?),
        }),
        _ => None,
    }
}

/// The record an operation writes in, or says that somebody looked at.
fn entity_of(op: &Op) -> Option<EntityId> {
    match op {
        Op::Audit { entity, .. } => *entity,
        other => oracle::key(other).map(|key| key.entity),
    }
}
