//! Rehearsing: taking in several bundles, one after another, in a transaction of which nothing stays.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{Dot, EntityKey, FieldId, Op};
use rusqlite::Connection;

use super::fresh::Fresh;
use super::take_in::{Incoming, TakenIn, take_in};
use super::{CaseFile, log};
use crate::error::{Error, Result};
use crate::long_work::LongWork;

/// A rehearsal under way.
pub(crate) struct Rehearsal<'c> {
    conn: &'c Connection,
    work: &'c LongWork,
}

/// The fields written in, by record; [`FieldId::TOMBSTONE`] where one was hidden.
pub(crate) type Written = BTreeMap<EntityKey, BTreeSet<FieldId>>;

impl CaseFile {
    /// Lets `rehearse` take in what it likes. What it reads of this file in the meantime is as it would be;
    /// afterwards everything is as before.
    pub(crate) fn rehearsal<T>(
        &self,
        rehearse: impl FnOnce(&Rehearsal<'_>) -> Result<T>,
    ) -> Result<T> {
        self.door.with_room(&self.conn, || {
            let work = &self.long_work;
            self.door
                .rehearsal(&self.conn, |conn| rehearse(&Rehearsal { conn, work }))
        })
    }
}

impl Rehearsal<'_> {
    /// What taking these commits in, after those before, would do, and where they write. What is refused
    /// leaves nothing for those that follow.
    pub(crate) fn take_in(&self, incoming: &impl Incoming) -> Result<(TakenIn, Written)> {
        self.savepoint("SAVEPOINT one_bundle")?;
        let taken = take_in(self.conn, 0, incoming, self.work)
            .and_then(|(taken, fresh, _)| Ok((taken, self.written(&fresh)?)));
        if taken.is_err() {
            self.savepoint("ROLLBACK TO one_bundle")?;
        }
        self.savepoint("RELEASE one_bundle")?;
        taken
    }

    fn written(&self, fresh: &Fresh) -> Result<Written> {
        let mut written = Written::new();
        let mut next = Dot::new(0, 0);
        while let Some((first, last)) = fresh.run_from(next) {
            log::each_commit(self.conn, first, last, |_, kept| {
                for (_, op) in kept.commit.ops().map_err(Error::BrokenHistory)? {
                    note(&op, &mut written);
                }
                Ok(true)
            })?;
            next = Dot::new(last.log_rid(), last.seq() + 1);
        }
        Ok(written)
    }

    fn savepoint(&self, sql: &str) -> Result<()> {
        self.conn
            .execute_batch(sql)
            .map_err(|source| Error::database("rehearse", source))
    }
}

fn note(op: &Op, written: &mut Written) {
    let mut add = |record, entity, fields: &mut dyn Iterator<Item = FieldId>| {
        let key = EntityKey { record, entity };
        written.entry(key).or_default().extend(fields);
    };
    match op {
        Op::Set {
            record,
            entity,
            fields,
            ..
        } => add(*record, *entity, &mut fields.fields()),
        Op::Add {
            record,
            entity,
            field,
            ..
        }
        | Op::Remove {
            record,
            entity,
            field,
            ..
        } => add(*record, *entity, &mut std::iter::once(*field)),
        Op::Delete { record, entity, .. } => {
            add(*record, *entity, &mut std::iter::once(FieldId::TOMBSTONE))
        }
        _ => {}
    }
}
