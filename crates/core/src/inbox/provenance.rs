//! Who wrote something, where, when, and how it came here.
//!
//! Who it was, a commit says of itself. Which machine it comes from, the signature under its log says: a laptop is
//! shown by its name in the roster, and if a machine signed what another person is said to have written, that is
//! shown too.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use countyline_bundle::Roster;
use countyline_ledger::{Dot, EntityId};

use super::{Origin, store};
use crate::casefile::{CaseFile, log};
use crate::error::{Error, Result};
use crate::exchange::roster;
use crate::{days, need_to_know};

/// The machine that signed a log, as far as it is known.
#[derive(Debug, Clone, Default)]
struct Machine {
    /// A laptop's name in the roster.
    laptop: Option<String>,
    /// Who sits before it.
    people: BTreeSet<EntityId>,
}

/// Where commits come from: for a list, each machine is looked up once.
pub(crate) struct Origins<'f> {
    file: &'f CaseFile,
    roster: OnceCell<Option<Roster>>,
    machines: RefCell<BTreeMap<u32, Machine>>,
}

impl<'f> Origins<'f> {
    pub(crate) fn of(file: &'f CaseFile) -> Origins<'f> {
        Origins {
            file,
            roster: OnceCell::new(),
            machines: RefCell::default(),
        }
    }

    /// Where a commit comes from.
    pub(crate) fn origin(&self, kept: &log::KeptCommit) -> Result<Origin> {
        let conn = self.file.conn();
        let header = kept.commit.header();
        let actor = EntityId(header.actor.0);
        let author = store::author(conn, actor)?;
        let machine = self.machine(kept.dot.log_rid())?;
        let mut signed_by = Vec::new();
        if !machine.people.is_empty() && !machine.people.contains(&actor) {
            for person in &machine.people {
                signed_by.push(store::author(conn, *person)?);
            }
        }
        let place = match (machine.laptop, signed_by.first()) {
            (Some(laptop), _) => laptop,
            (None, Some(signer)) => signer.place.clone(),
            (None, None) => author.place,
        };
        let names: Vec<String> = signed_by.into_iter().map(|signer| signer.name).collect();
        let received = store::received(conn, kept.bundle)?;
        Ok(Origin {
            by: author.name,
            place,
            signed_by: (!names.is_empty()).then(|| names.join(", ")),
            claimed_at: days::from_millis(header.wall_ms),
            received_at: received.as_ref().map(|bundle| bundle.at.clone()),
            bundle: received.map(|bundle| bundle.file_name),
        })
    }

    fn machine(&self, log_rid: u32) -> Result<Machine> {
        if let Some(known) = self.machines.borrow().get(&log_rid) {
            return Ok(known.clone());
        }
        let conn = self.file.conn();
        let machine = match log::key_of(conn, log_rid)? {
            // Nobody vouches for what this place wrote until it is sent.
            None => Machine::default(),
            Some(key) => {
                let entries = self.roster()?.map_or(&[][..], |roster| &roster.entries);
                let mut entries = entries.iter();
                let entry = entries.find(|entry| entry.verifying_key.key_id() == key);
                Machine {
                    laptop: entry.map(|entry| entry.laptop_name.clone()),
                    people: need_to_know::people_of(conn, &need_to_know::logs_of(conn, key)?)?,
                }
            }
        };
        let mut machines = self.machines.borrow_mut();
        Ok(machines.entry(log_rid).or_insert(machine).clone())
    }

    fn roster(&self) -> Result<Option<&Roster>> {
        if self.roster.get().is_none() {
            let newest = match roster::current(self.file) {
                Ok((newest, _)) => Some(newest),
                Err(Error::NotJoined) => None,
                Err(refused) => return Err(refused),
            };
            return Ok(self.roster.get_or_init(|| newest).as_ref());
        }
        Ok(self.roster.get().and_then(Option::as_ref))
    }
}

/// Where one commit comes from.
pub(crate) fn origin(file: &CaseFile, kept: &log::KeptCommit) -> Result<Origin> {
    Origins::of(file).origin(kept)
}

/// As [`origin`], of the commit with this dot.
pub(super) fn origin_of(file: &CaseFile, dot: Dot) -> Result<Origin> {
    origin(file, &log::commit(file.conn(), dot)?)
}
