//! Carrying a change out: sealed as the next commit of this place's own log, and merged like any other.

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{
    ActorId, BlockSalts, BlockSeed, ByField, Dot, EntityKey, FieldId, Header, Op, Parent, Value,
    limits, seal_commit,
};
use rusqlite::{Connection, named_params};

use super::branches::Branches;
use super::change::{Action, Change, Pending};
use super::{erasing, log, merge, own_log, salts};
use crate::error::{Error, Result};
use crate::outside::{Head, Random};
use crate::registry;
#[cfg(any(test, feature = "testing"))]
use crate::testing::{Broken, breaks};

/// Seals the change as the next commit of this place's log and writes what follows from it.
pub(super) fn carry_out(
    change: Change<'_>,
    action: Action,
    log_rid: u32,
    lamport: u64,
) -> Result<(BTreeSet<&'static str>, u64, Option<Head>)> {
    let conn = change.conn;
    let mut records = BTreeSet::new();
    let mut written = None;
    let mut lamport = lamport;
    if !(change.fields.is_empty() && change.others.is_empty()) {
        let log_row = log::log(conn, log_rid)?;
        let seq = log_row.last_seq + 1;
        let dot = Dot::new(log_rid, seq);
        // The order of display may end in a tie; writing must not end.
        lamport = (lamport + 1).min(limits::LAMPORT);
        #[cfg(any(test, feature = "testing"))]
        if breaks(Broken::ClockAsLamport) {
            lamport = change.now.timestamp_millis().unsigned_abs();
        }
        let seed = seed_for(conn, log_rid, seq, change.random)?;
        let mut header = Header {
            seq,
            lamport,
            wall_ms: change.now.timestamp_millis(),
            actor: ActorId(change.staff.0),
            action: action as u16,
            flags: 0,
            anchors: Vec::new(),
        };
        let longest = change.longest;
        let ops = encode_ops(conn, &mut header, log_rid, change.fields, change.others)?;
        erasing::ensure_not_erased(conn, &ops)?;
        let previous = log::hash_before(conn, log_rid, seq)?;
        let sealed = seal_commit(previous, &seed, &header, &ops).map_err(|refused| {
            let too_large = matches!(refused, countyline_ledger::Error::TooLarge { .. });
            if too_large || longest.bytes > limits::TEXT_BYTES {
                let field = longest.field;
                Error::InvalidInput { field }
            } else {
                Error::OwnChangeRefused(refused)
            }
        })?;
        let listed = salts::keep(conn, dot, &sealed.commit, &BlockSalts::Seed(seed))?;
        log::append(conn, dot, sealed.hash, &sealed.commit, 0, listed.as_deref())?;
        log::recount(conn, log_rid, log_row.contiguous)?;
        let resolved = Branches::load(conn)?
            .resolve(&sealed.commit, dot, sealed.hash)
            .map_err(|refused| match refused {
                Error::BrokenHistory(broken) => Error::OwnChangeRefused(broken),
                other => other,
            })?;
        records = merge::merge_one(conn, resolved)?;
        if sealed.commit.holds_order() && erasing::hear(conn, dot)? {
            erasing::carry_out(conn)?;
            records.extend(registry::RECORDS.iter().map(|record| record.name));
        }
        conn.prepare_cached("UPDATE place SET lamport = :lamport")
            .and_then(|mut statement| statement.execute(named_params! { ":lamport": lamport }))
            .map_err(|source| Error::database("write the history", source))?;
        written = Some(own_log::head(conn, log_rid)?);
    }
    for write in change.beside {
        write(conn)?;
    }
    Ok((records, lamport, written))
}

/// The seed of the block; a fresh one in a block that is closed, for this commit alone.
fn seed_for(
    conn: &Connection,
    log_rid: u32,
    seq: u64,
    random: &mut dyn Random,
) -> Result<BlockSeed> {
    if let Some(seed) = salts::seed(conn, log_rid, seq)? {
        return Ok(seed);
    }
    let mut seed = BlockSeed([0; 32]);
    random.fill(&mut seed.0);
    Ok(seed)
}

/// One operation for each record and distinct list of parents, and one for each field that is written alone.
fn encode_ops(
    conn: &Connection,
    header: &mut Header,
    log_rid: u32,
    fields: BTreeMap<EntityKey, BTreeMap<FieldId, (Value, Vec<Dot>)>>,
    others: Vec<Pending>,
) -> Result<Vec<Op>> {
    let mut ops = Vec::new();
    for (key, fields) in fields {
        let record = registry::record(key.record);
        let mut by_parents: BTreeMap<(Vec<Dot>, Option<FieldId>), ByField<Value>> = BTreeMap::new();
        for (field, (value, mut parents)) in fields {
            parents.sort_unstable();
            let known = record.and_then(|record| record.field_by_id(field));
            let alone = known.filter(|known| known.alone).map(|_| field);
            let together = by_parents.entry((parents, alone)).or_default();
            together.insert(field, value);
        }
        for ((dots, _), fields) in by_parents {
            let parents = parents(conn, header, log_rid, dots)?;
            ops.push(Op::Set {
                record: key.record,
                entity: key.entity,
                parents,
                fields,
            });
        }
    }
    for other in others {
        ops.push(match other {
            Pending::Add(key, field, elements) => Op::Add {
                record: key.record,
                entity: key.entity,
                field,
                elements,
            },
            Pending::Erase(order, basis, scopes) => Op::Erase {
                order,
                basis,
                scopes,
            },
            Pending::Remove(key, field, elements, seen) => Op::Remove {
                record: key.record,
                entity: key.entity,
                field,
                elements,
                parents: parents(conn, header, log_rid, seen)?,
            },
            Pending::Delete(key, seen) => Op::Delete {
                record: key.record,
                entity: key.entity,
                parents: parents(conn, header, log_rid, seen)?,
            },
            Pending::Audit(what, entity, detail) => Op::Audit {
                what,
                entity,
                detail,
            },
            #[cfg(any(test, feature = "testing"))]
            Pending::Crafted(op) => crate::testing::unresolved(op, |dots| {
                let dots = dots.into_iter();
                // As with any form, what it showed may have been taken back since.
                dots.map(|dot| match log::hash_at(conn, dot)? {
                    Some(_) => parent(conn, header, log_rid, dot),
                    None => Err(Error::InvalidInput { field: "seen" }),
                })
                .collect()
            })?,
        });
    }
    Ok(ops)
}

fn parents(
    conn: &Connection,
    header: &mut Header,
    log_rid: u32,
    dots: Vec<Dot>,
) -> Result<Vec<Parent>> {
    dots.into_iter()
        .map(|dot| parent(conn, header, log_rid, dot))
        .collect()
}

/// How a commit names a parent: by its number where it stands before it on the same branch, otherwise, also
/// on another branch of the same log, by its hash.
fn parent(conn: &Connection, header: &mut Header, log_rid: u32, dot: Dot) -> Result<Parent> {
    if log::dot_on_branch(conn, log_rid, dot.seq())? == dot {
        return Ok(Parent::Own(dot.seq()));
    }
    let anchor = log::anchor(conn, dot)?;
    let known = header.anchors.iter().position(|known| *known == anchor);
    let place = known.unwrap_or_else(|| {
        header.anchors.push(anchor);
        header.anchors.len() - 1
    });
    u32::try_from(place)
        .map(Parent::Foreign)
        .map_err(|_| Error::InvalidInput { field: "size" })
}
