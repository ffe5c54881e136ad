//! Carrying orders of erasure out in the history and in the tables.
//!
//! An order counts if it stands in a log of the county's; in any other log it has no effect. What it covers
//! is taken out of every commit held, whichever came first, and out of every commit that comes later before
//! it is stored. What stays of an operation is its digest and the order's number; the seed of its block is
//! destroyed and the salts of what stayed are listed, so that nobody can try values against the digest.
//!
//! Not here: what lies in the file's free pages and in backups ([`sweep`](super::sweep)), and who may give
//! an order.

use std::collections::BTreeSet;

use countyline_bundle::{KeyId, Roster};
use countyline_ledger::{
    Commit, Dot, EntityId, EntityKey, EraseFilter, EraseScope, FieldId, Op, OrderId, Owner,
    RecordType, Registry as _,
};
use rusqlite::{Connection, named_params};

use super::log::{self, KeptCommit};
use super::{left_alone, own_log, rebuild, salts};
use crate::error::{Error, Result};
use crate::registry::Registry;

/// Stands in `erase_scope.field` for the whole record.
const WHOLE: i64 = -1;

/// Values of `erase_scope.found`: named by the order; found to belong to what it names; named by an erased part in
/// an incident, and not covered ([`left_alone`]).
const NAMED: u8 = 0;
pub(super) const FOUND: u8 = 1;
pub(super) const NAMED_BY_A_PART: u8 = 2;

/// Everything the orders known here cover.
pub(crate) fn filter(conn: &Connection) -> Result<EraseFilter> {
    let mut filter = EraseFilter::default();
    let mut statement = conn
        .prepare_cached("SELECT order_id, record, entity, field FROM erase_scope WHERE found < ?1")
        .map_err(reading)?;
    let mut rows = statement.query([NAMED_BY_A_PART]).map_err(reading)?;
    while let Some(row) = rows.next().map_err(reading)? {
        let order = OrderId(row.get(0).map_err(reading)?);
        let field: i64 = row.get(3).map_err(reading)?;
        let fields = u16::try_from(field).map(FieldId).into_iter().collect();
        let record = RecordType(row.get(1).map_err(reading)?);
        let entity = EntityId(row.get(2).map_err(reading)?);
        let scope = EraseScope {
            record,
            entity,
            fields,
        };
        filter.cover(order, &scope);
    }
    Ok(filter)
}

/// Refuses to write into what was erased.
///
/// # Errors
/// [`Error::Erased`].
pub(super) fn ensure_not_erased(conn: &Connection, ops: &[Op]) -> Result<()> {
    let filter = filter(conn)?;
    let covered = |op: &Op| filter.order_for(&Registry, op).is_some();
    if !filter.is_empty() && ops.iter().any(covered) {
        return Err(Error::Erased);
    }
    Ok(())
}

/// Finds what operations show to belong to what is covered, and which incidents it was in. A record of one may be
/// found by a record that was only just found.
pub(crate) fn discover_all(
    filter: &mut EraseFilter,
    ops: &[Op],
    found: &mut Vec<(EntityKey, OrderId)>,
) {
    loop {
        let more = filter.discover(&Registry, ops);
        if more.is_empty() {
            break;
        }
        found.extend(more);
    }
    for op in ops {
        if let Some(named) = left_alone::incident_named(filter, op)
            && !found.contains(&named)
        {
            found.push(named);
        }
    }
}

/// Keeps the orders in a commit, if they stand in a log of the county's. Whether there were any.
pub(super) fn hear(conn: &Connection, dot: Dot) -> Result<bool> {
    if !is_of_county(conn, dot.log_rid())? {
        conn.execute(
            "INSERT INTO erase_refused (dot) VALUES (?1) ON CONFLICT DO NOTHING",
            [dot.to_i64()],
        )
        .map_err(writing)?;
        return Ok(false);
    }
    let kept = log::commit(conn, dot)?;
    let mut heard = false;
    for (_, op) in kept.commit.ops().map_err(Error::BrokenHistory)? {
        if let Op::Erase {
            order,
            basis,
            scopes,
        } = op
        {
            conn.execute(
                "INSERT INTO erase_order (order_id, basis, dot, swept, confirmed)
                 VALUES (:order, :basis, :dot, 0, 0)
                 ON CONFLICT (order_id) DO UPDATE SET swept = 0",
                named_params! { ":order": order.0, ":basis": basis, ":dot": dot.to_i64() },
            )
            .map_err(writing)?;
            for scope in &scopes {
                keep_scope(conn, order, scope, NAMED)?;
            }
            heard = true;
        }
    }
    Ok(heard)
}

/// Takes everything the known orders cover out of the history, and makes the tables again.
pub(crate) fn carry_out(conn: &Connection) -> Result<()> {
    let mut filter = filter(conn)?;
    discover_in_history(conn, &mut filter)?;
    let mut erased = BTreeSet::new();
    for branch in log::logs(conn)? {
        for (from, to) in rebuild::batches(&branch) {
            for kept in log::commits(conn, branch.log_rid, from, to)? {
                let ops = kept.commit.ops().map_err(Error::BrokenHistory)?;
                let covered = |(_, op): &(usize, Op)| filter.order_for(&Registry, op).is_some();
                if ops.iter().any(covered) {
                    let dot = Dot::new(branch.log_rid, kept.commit.header().seq);
                    erased.extend(erase(conn, &filter, dot)?);
                }
            }
        }
    }
    for order in &erased {
        conn.execute(
            "UPDATE erase_order SET swept = 0 WHERE order_id = ?1",
            [order.0],
        )
        .map_err(writing)?;
    }
    if erased.is_empty() {
        return Ok(());
    }
    rebuild::in_place(conn)
}

/// Takes what is covered out of one commit, and says under which orders.
fn erase(conn: &Connection, filter: &EraseFilter, dot: Dot) -> Result<BTreeSet<OrderId>> {
    // Read again: its salts may have been listed meanwhile, when another commit of its block was erased.
    let kept = log::commit(conn, dot)?;
    let known = salts::of(conn, dot, &kept)?;
    let reduced = filter
        .reduce(&Registry, &kept.commit, &known)
        .map_err(Error::BrokenHistory)?;
    let Some(reduced) = reduced else {
        return Ok(BTreeSet::new());
    };
    salts::close_block(conn, log::log(conn, dot.log_rid())?.log_id, dot.seq())?;
    put_body(conn, dot, &reduced, &salts::list(&reduced, &known)?)?;
    Ok(reduced.orders_since(&kept.commit))
}

/// Finds the records that belong to erased ones by what the history still says.
fn discover_in_history(conn: &Connection, filter: &mut EraseFilter) -> Result<()> {
    let mut found = Vec::new();
    loop {
        let before = found.len();
        for branch in log::logs(conn)? {
            for (from, to) in rebuild::batches(&branch) {
                let mut ops = Vec::new();
                for kept in log::commits(conn, branch.log_rid, from, to)? {
                    let present = kept.commit.ops().map_err(Error::BrokenHistory)?;
                    ops.extend(present.into_iter().map(|(_, op)| op));
                }
                discover_all(filter, &ops, &mut found);
            }
        }
        if found.len() == before {
            break;
        }
    }
    for (key, order) in found {
        keep_found(conn, order, key)?;
    }
    Ok(())
}

/// Whether commits of one branch hold nothing that should not be there: no operation that an order covers, and
/// no order of the county's that nobody heard.
pub(super) fn is_carried_out(
    conn: &Connection,
    filter: &EraseFilter,
    log_rid: u32,
    commits: &[KeptCommit],
) -> Result<bool> {
    for kept in commits {
        if filter.is_empty() && !kept.commit.holds_order() {
            continue;
        }
        for (_, op) in kept.commit.ops().map_err(Error::BrokenHistory)? {
            let unheard = match &op {
                Op::Erase { order, .. } => !is_known(conn, *order)? && is_of_county(conn, log_rid)?,
                _ => false,
            };
            if unheard || filter.order_for(&Registry, &op).is_some() {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Whether that order is known here.
pub(crate) fn is_known(conn: &Connection, order: OrderId) -> Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM erase_order WHERE order_id = ?1)")
        .and_then(|mut statement| statement.query_row([order.0], |row| row.get(0)))
        .map_err(reading)
}

/// Whether a log is the county's: at the county one that was ever written here, elsewhere one that the
/// county's key vouched for.
pub(crate) fn is_of_county(conn: &Connection, log_rid: u32) -> Result<bool> {
    let log_id = log::log(conn, log_rid)?.log_id;
    let at_county: bool = conn
        .query_row("SELECT kind = 'county_office' FROM place", [], |row| {
            row.get(0)
        })
        .map_err(reading)?;
    if at_county && own_log::ids(conn)?.contains(&log_id) {
        return Ok(true);
    }
    let keys = county_keys(conn)?;
    let mut statement = conn
        .prepare_cached(
            "SELECT DISTINCT key FROM attestation JOIN log USING (log_rid) WHERE log_id = ?1",
        )
        .map_err(reading)?;
    let vouching = statement
        .query_map([log_id.0], |row| row.get(0))
        .map_err(reading)?;
    let vouching: BTreeSet<[u8; 8]> = vouching.collect::<rusqlite::Result<_>>().map_err(reading)?;
    Ok(!vouching.is_empty() && vouching.iter().all(|key| keys.contains(key)))
}

/// The ids of the keys the county signed with, by every roster known here.
fn county_keys(conn: &Connection) -> Result<BTreeSet<[u8; 8]>> {
    let mut statement = conn
        .prepare_cached("SELECT body FROM roster")
        .map_err(reading)?;
    let bodies = statement
        .query_map([], |row| row.get::<_, Vec<u8>>(0))
        .map_err(reading)?;
    let mut keys = BTreeSet::new();
    for body in bodies {
        let roster =
            Roster::read_first(&body.map_err(reading)?).map_err(|_| Error::DamagedCaseFile)?;
        let KeyId(key) = roster.county.verifying_key.key_id();
        keys.insert(key);
    }
    Ok(keys)
}

/// Keeps what was found in reading ([`discover_all`]): a record that belongs to an order, or an incident that was
/// named. Whether it is covered now.
pub(crate) fn keep_found(conn: &Connection, order: OrderId, key: EntityKey) -> Result<bool> {
    let found = match Registry.owner(key.record) {
        Owner::NamedBy(_) | Owner::Unknown => FOUND,
        Owner::Nobody => NAMED_BY_A_PART,
    };
    keep_scope(conn, order, &whole(key), found)?;
    Ok(found == FOUND)
}

/// Covers a record that was found to belong to an order.
pub(super) fn cover_found(conn: &Connection, order: OrderId, key: EntityKey) -> Result<()> {
    keep_scope(conn, order, &whole(key), FOUND)
}

fn whole(key: EntityKey) -> EraseScope {
    EraseScope {
        record: key.record,
        entity: key.entity,
        fields: BTreeSet::new(),
    }
}

/// What an order names, or what was found here to belong to it. Named counts more than found.
fn keep_scope(conn: &Connection, order: OrderId, scope: &EraseScope, found: u8) -> Result<()> {
    let fields: Vec<i64> = match scope.fields.is_empty() {
        true => vec![WHOLE],
        false => scope
            .fields
            .iter()
            .map(|field| i64::from(field.0))
            .collect(),
    };
    for field in fields {
        conn.prepare_cached(
            "INSERT INTO erase_scope (entity, field, order_id, record, found)
             VALUES (:entity, :field, :order, :record, :found)
             ON CONFLICT (entity, field, order_id) DO UPDATE SET found = min(found, :found)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":entity": scope.entity.0,
                ":field": field,
                ":order": order.0,
                ":record": scope.record.0,
                ":found": found,
            })
        })
        .map_err(writing)?;
    }
    Ok(())
}

pub(super) fn keep_late(conn: &Connection, dot: Dot, orders: &BTreeSet<OrderId>) -> Result<()> {
    for order in orders {
        conn.prepare_cached(
            "INSERT INTO erase_late (order_id, dot) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )
        .and_then(|mut statement| statement.execute((order.0, dot.to_i64())))
        .map_err(writing)?;
    }
    Ok(())
}

pub(super) fn put_body(conn: &Connection, dot: Dot, commit: &Commit, listed: &[u8]) -> Result<()> {
    conn.prepare_cached("UPDATE commit_log SET body = :body, salts = :salts WHERE dot = :dot")
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":body": commit.bytes(),
                ":salts": listed,
                ":dot": dot.to_i64(),
            })
        })
        .map_err(writing)?;
    Ok(())
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read what was erased", source)
}

fn writing(source: rusqlite::Error) -> Error {
    Error::database("erase", source)
}
