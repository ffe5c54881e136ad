//! The history on disk: logs, and commits as they were signed.
//!
//! A commit is its hash. Inside this file it also has a dot, the local number of its log and its sequence
//! number; see [`Dot`]. A log that was continued twice (a laptop restored from an image) has a row for
//! each branch, and both are kept.

use countyline_bundle::KeyId;
use countyline_ledger::{Anchor, Commit, CommitHash, Dot, LogId, chain_start};
use rusqlite::{CachedStatement, Connection, OptionalExtension, named_params};

use crate::error::{Error, Result};

/// One branch of one log.
#[derive(Debug, Clone)]
pub(crate) struct LogRow {
    pub(crate) log_rid: u32,
    pub(crate) log_id: LogId,
    /// The hash of its first commit; `None` for the first branch.
    pub(crate) first: Option<CommitHash>,
    /// The branch it left; `None` for the first branch, and for one that stands apart ([`LogRow::is_apart`]).
    pub(crate) base_rid: Option<u32>,
    pub(crate) branch_from: u64,
    pub(crate) contiguous: u64,
    pub(crate) last_seq: u64,
    /// No commit that comes gets a place up to here: others had these, and a form may be open that showed them.
    pub(crate) taken_to: u64,
}

impl LogRow {
    /// Whether it is not known which branch this one left: what comes before it has not come.
    pub(crate) fn is_apart(&self) -> bool {
        self.base_rid.is_none() && self.first.is_some()
    }

    /// Whether commits are missing before others of it.
    pub(crate) fn has_gap(&self) -> bool {
        self.contiguous < self.last_seq
    }
}

/// How a branch begins that is not its log's first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beginning {
    /// Its first commit.
    pub(crate) seq: u64,
    pub(crate) hash: CommitHash,
    /// The branch it leaves, if that is known.
    pub(crate) base_rid: Option<u32>,
}

/// A commit as it lies here.
pub(crate) struct KeptCommit {
    pub(crate) dot: Dot,
    pub(crate) hash: CommitHash,
    pub(crate) commit: Commit,
    pub(crate) bundle: i64,
    /// The salts of its operations, if they are not derived from its block's seed.
    pub(crate) salts: Option<Vec<u8>>,
}

/// Every branch of every log.
pub(crate) fn logs(conn: &Connection) -> Result<Vec<LogRow>> {
    select_logs(conn, "ORDER BY log_rid", &[])
}

/// Every branch of one log.
pub(crate) fn branches(conn: &Connection, log: LogId) -> Result<Vec<LogRow>> {
    select_logs(
        conn,
        "WHERE log_id = :log_id ORDER BY log_rid",
        named_params! { ":log_id": log.0 },
    )
}

/// The branch with this local number.
pub(crate) fn log(conn: &Connection, log_rid: u32) -> Result<LogRow> {
    select_logs(
        conn,
        "WHERE log_rid = :log_rid",
        named_params! { ":log_rid": log_rid },
    )?
    .pop()
    .ok_or(Error::DamagedCaseFile)
}

fn select_logs(
    conn: &Connection,
    rest: &str,
    params: &[(&str, &dyn rusqlite::ToSql)],
) -> Result<Vec<LogRow>> {
    let sql = format!(
        "SELECT log_rid, log_id, branch, base_rid, branch_from, contiguous, last_seq, taken_to
         FROM log {rest}"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let rows = statement
        .query_map(params, |row| {
            Ok(LogRow {
                log_rid: row.get(0)?,
                log_id: LogId(row.get(1)?),
                first: row.get::<_, Vec<u8>>(2)?.try_into().ok().map(CommitHash),
                base_rid: row.get(3)?,
                branch_from: row.get(4)?,
                contiguous: row.get(5)?,
                last_seq: row.get(6)?,
                taken_to: row.get(7)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The key that vouched for a log first, whichever branch it was; none while nobody did.
pub(crate) fn key_of(conn: &Connection, log_rid: u32) -> Result<Option<KeyId>> {
    let log_id = log(conn, log_rid)?.log_id;
    conn.prepare_cached(
        "SELECT key FROM attestation JOIN log USING (log_rid) WHERE log_id = ?1
         ORDER BY log_rid, seq LIMIT 1",
    )
    .and_then(|mut statement| {
        let key = statement.query_row([log_id.0], |row| row.get(0).map(KeyId));
        key.optional()
    })
    .map_err(reading)
}

/// Starts a log, or a branch of one.
pub(crate) fn start(conn: &Connection, log: LogId, beginning: Option<Beginning>) -> Result<u32> {
    let first = beginning.map_or(Vec::new(), |begins| begins.hash.0.to_vec());
    let branch_from = beginning.map_or(1, |begins| begins.seq);
    conn.prepare_cached(
        "INSERT INTO log (log_rid, log_id, branch, base_rid, branch_from, contiguous, last_seq)
         VALUES (1 + max((SELECT coalesce(max(log_rid), 0) FROM log),
                         (SELECT coalesce(max(last_log_taken_back), 0) FROM place)),
                 :log_id, :branch, :base_rid, :branch_from, :contiguous, :contiguous)",
    )
    .and_then(|mut statement| {
        statement.execute(named_params! {
            ":log_id": log.0,
            ":branch": first,
            ":base_rid": beginning.and_then(|begins| begins.base_rid),
            ":branch_from": branch_from,
            ":contiguous": branch_from - 1,
        })
    })
    .map_err(writing)?;
    u32::try_from(conn.last_insert_rowid()).map_err(|_| Error::DamagedCaseFile)
}

/// Says which branch one left that stood apart.
pub(super) fn leave(conn: &Connection, log_rid: u32, base_rid: Option<u32>) -> Result<()> {
    conn.prepare_cached("UPDATE log SET base_rid = ?2 WHERE log_rid = ?1")
        .and_then(|mut statement| statement.execute((log_rid, base_rid)))
        .map(drop)
        .map_err(writing)
}

/// Notes that the places of what a branch holds are not to be given to other commits.
pub(super) fn keep_taken(conn: &Connection, branch: &LogRow) -> Result<()> {
    let taken_to = branch.taken_to.max(branch.last_seq);
    conn.prepare_cached("UPDATE log SET taken_to = ?2 WHERE log_rid = ?1")
        .and_then(|mut statement| statement.execute((branch.log_rid, taken_to)))
        .map(drop)
        .map_err(writing)
}

/// Notes that no later log is to have the number of one that is about to go: a form may be open that showed its
/// commits.
pub(super) fn remember_numbers(conn: &Connection) -> Result<()> {
    conn.execute(
        "UPDATE place SET
            last_log_taken_back = max(last_log_taken_back, (SELECT coalesce(max(log_rid), 0) FROM log))",
        [],
    )
    .map(drop)
    .map_err(writing)
}

/// The dot of commit `seq` as this branch counts: before its first own commit, the base's.
pub(crate) fn dot_on_branch(conn: &Connection, log_rid: u32, seq: u64) -> Result<Dot> {
    let mut branch = log(conn, log_rid)?;
    while let (Some(base_rid), true) = (branch.base_rid, seq < branch.branch_from) {
        branch = log(conn, base_rid)?;
    }
    Ok(Dot::new(branch.log_rid, seq))
}

/// The lamport number and hash of a commit, which must be held.
pub(crate) fn order(conn: &Connection, dot: Dot) -> Result<(u64, CommitHash)> {
    conn.prepare_cached("SELECT lamport, hash FROM commit_log WHERE dot = ?1")
        .and_then(|mut statement| {
            statement
                .query_row([dot.to_i64()], |row| {
                    Ok((row.get(0)?, CommitHash(row.get(1)?)))
                })
                .optional()
        })
        .map_err(reading)?
        .ok_or(Error::DamagedCaseFile)
}

/// The hash of a commit, if it is held.
pub(crate) fn hash_at(conn: &Connection, dot: Dot) -> Result<Option<CommitHash>> {
    conn.prepare_cached("SELECT hash FROM commit_log WHERE dot = :dot")
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":dot": dot.to_i64() }, |row| row.get(0))
                .optional()
        })
        .map(|hash| hash.map(CommitHash))
        .map_err(reading)
}

/// The hash before commit `seq` of a branch.
pub(crate) fn hash_before(conn: &Connection, log_rid: u32, seq: u64) -> Result<CommitHash> {
    if seq == 1 {
        return Ok(chain_start(log(conn, log_rid)?.log_id));
    }
    hash_at(conn, dot_on_branch(conn, log_rid, seq - 1)?)?.ok_or(Error::DamagedCaseFile)
}

/// Keeps what the first commit behind a gap follows.
pub(super) fn keep_behind_gap(conn: &Connection, dot: Dot, previous: CommitHash) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO behind_gap (dot, previous) VALUES (?1, ?2) ON CONFLICT (dot) DO NOTHING",
    )
    .and_then(|mut statement| statement.execute((dot.to_i64(), previous.0)))
    .map(drop)
    .map_err(writing)
}

/// The hash of the commit before one of a branch: of the one that is held, or behind a gap of the one that
/// was promised. `None` if neither is known.
pub(crate) fn hash_followed(conn: &Connection, dot: Dot) -> Result<Option<CommitHash>> {
    if dot.seq() == 1 {
        return Ok(Some(chain_start(log(conn, dot.log_rid())?.log_id)));
    }
    let before = dot_on_branch(conn, dot.log_rid(), dot.seq() - 1)?;
    if let Some(held) = hash_at(conn, before)? {
        return Ok(Some(held));
    }
    conn.prepare_cached("SELECT previous FROM behind_gap WHERE dot = ?1")
        .and_then(|mut statement| {
            statement
                .query_row([dot.to_i64()], |row| row.get(0))
                .optional()
        })
        .map(|hash| hash.map(CommitHash))
        .map_err(reading)
}

/// A commit, which must be held.
pub(crate) fn commit(conn: &Connection, dot: Dot) -> Result<KeptCommit> {
    let found = conn
        .prepare_cached("SELECT hash, body, bundle, salts, dot FROM commit_log WHERE dot = :dot")
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":dot": dot.to_i64() }, kept_commit)
                .optional()
        })
        .map_err(reading)?;
    found.ok_or(Error::DamagedCaseFile)?
}

/// The held commits of one branch in a range of sequence numbers, in order.
pub(crate) fn commits(
    conn: &Connection,
    log_rid: u32,
    from: u64,
    to: u64,
) -> Result<Vec<KeptCommit>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT hash, body, bundle, salts, dot FROM commit_log
             WHERE dot BETWEEN :from AND :to ORDER BY dot",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(
            named_params! {
                ":from": Dot::new(log_rid, from).to_i64(),
                ":to": Dot::new(log_rid, to).to_i64(),
            },
            kept_commit,
        )
        .map_err(reading)?;
    rows.map(|row| row.map_err(reading)?).collect()
}

/// Reads commits of one branch in order, and says whether `take` wanted no more of them.
pub(crate) fn each_commit(
    conn: &Connection,
    first: Dot,
    last: Dot,
    mut take: impl FnMut(Dot, KeptCommit) -> Result<bool>,
) -> Result<bool> {
    let mut statement = conn
        .prepare_cached(
            "SELECT hash, body, bundle, salts, dot FROM commit_log
             WHERE dot BETWEEN ?1 AND ?2 ORDER BY dot",
        )
        .map_err(reading)?;
    let mut rows = statement
        .query([first.to_i64(), last.to_i64()])
        .map_err(reading)?;
    while let Some(row) = rows.next().map_err(reading)? {
        let kept = kept_commit(row).map_err(reading)??;
        if !take(kept.dot, kept)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn kept_commit(row: &rusqlite::Row<'_>) -> rusqlite::Result<Result<KeptCommit>> {
    let (hash, bundle, salts) = (CommitHash(row.get(0)?), row.get(2)?, row.get(3)?);
    let (body, dot): (Vec<u8>, i64) = (row.get(1)?, row.get(4)?);
    let dot = Dot::from_i64(dot).ok_or(Error::DamagedCaseFile);
    Ok(dot.and_then(|dot| {
        let commit = Commit::decode(body).map_err(|_| Error::DamagedCaseFile)?;
        Ok(KeptCommit {
            dot,
            hash,
            commit,
            bundle,
            salts,
        })
    }))
}

/// Appends commits, one after another, as signed.
pub(crate) struct Appender<'c>(CachedStatement<'c>);

impl<'c> Appender<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Result<Appender<'c>> {
        conn.prepare_cached(
            "INSERT INTO commit_log (dot, hash, lamport, body, bundle, salts)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )
        .map(Appender)
        .map_err(writing)
    }

    /// Appends a commit, with the salts to be listed beside it.
    pub(crate) fn append(
        &mut self,
        dot: Dot,
        hash: CommitHash,
        commit: &Commit,
        bundle: i64,
        salts: Option<&[u8]>,
    ) -> Result<()> {
        let lamport = commit.header().lamport;
        self.0
            .execute((dot.to_i64(), hash.0, lamport, commit.bytes(), bundle, salts))
            .map(|_| ())
            .map_err(writing)
    }
}

/// Appends one commit, as signed, with the salts to be listed beside it.
pub(crate) fn append(
    conn: &Connection,
    dot: Dot,
    hash: CommitHash,
    commit: &Commit,
    bundle: i64,
    salts: Option<&[u8]>,
) -> Result<()> {
    Appender::new(conn)?.append(dot, hash, commit, bundle, salts)
}

/// Commits of a branch that are missing before others that are held. Before a branch that stands apart, as many as
/// there are numbers behind the last that is held of its log: at least one.
pub(crate) fn missing(conn: &Connection, branch: &LogRow) -> Result<u64> {
    let mut missing = 0;
    if branch.is_apart() && branch.last_seq >= branch.branch_from {
        let of_log = branches(conn, branch.log_id)?;
        missing += missing_before_apart(of_log.iter(), branch.branch_from);
    }
    if branch.has_gap() {
        let held = count_held(conn, branch.log_rid, branch.contiguous + 1, branch.last_seq)?;
        missing += (branch.last_seq - branch.contiguous).saturating_sub(held);
    }
    Ok(missing)
}

/// How many commits are missing at least before one that stands apart of the branches of its log.
pub(super) fn missing_before_apart<'r>(of_log: impl Iterator<Item = &'r LogRow>, seq: u64) -> u64 {
    let held = of_log.map(|branch| branch.last_seq);
    let last = held.filter(|last| *last < seq - 1).max();
    last.map_or(1, |last| seq - 1 - last)
}

/// Brings a branch's counts up to what it now holds, of which everything up to `contiguous` is known to be held.
/// What lies behind a gap is not looked at.
pub(crate) fn recount(conn: &Connection, log_rid: u32, mut contiguous: u64) -> Result<()> {
    let mut statement = conn
        .prepare_cached(
            "SELECT dot FROM commit_log WHERE dot > :after AND dot <= :end ORDER BY dot",
        )
        .map_err(reading)?;
    let end = Dot::new(log_rid, countyline_ledger::limits::SEQ).to_i64();
    let mut rows = statement
        .query(named_params! {
            ":after": Dot::new(log_rid, contiguous).to_i64(),
            ":end": end,
        })
        .map_err(reading)?;
    while let Some(row) = rows.next().map_err(reading)? {
        let dot = Dot::from_i64(row.get(0).map_err(reading)?).ok_or(Error::DamagedCaseFile)?;
        if dot.seq() != contiguous + 1 {
            break;
        }
        contiguous = dot.seq();
    }
    drop(rows);
    let last: Option<i64> = conn
        .prepare_cached("SELECT max(dot) FROM commit_log WHERE dot > :contiguous AND dot <= :end")
        .and_then(|mut statement| {
            let after = Dot::new(log_rid, contiguous).to_i64();
            statement.query_row(named_params! { ":contiguous": after, ":end": end }, |row| {
                row.get(0)
            })
        })
        .map_err(reading)?;
    let last_seq = last.and_then(Dot::from_i64).map_or(contiguous, Dot::seq);
    conn.prepare_cached(
        "UPDATE log SET contiguous = :contiguous, last_seq = :last_seq WHERE log_rid = :log_rid",
    )
    .and_then(|mut statement| {
        statement.execute(named_params! {
            ":contiguous": contiguous,
            ":last_seq": last_seq,
            ":log_rid": log_rid,
        })
    })
    .map_err(writing)?;
    Ok(())
}

/// How many commits of a branch are held in a range of sequence numbers.
pub(crate) fn count_held(conn: &Connection, log_rid: u32, from: u64, to: u64) -> Result<u64> {
    conn.prepare_cached("SELECT count(*) FROM commit_log WHERE dot BETWEEN :from AND :to")
        .and_then(|mut statement| {
            statement.query_row(
                named_params! {
                    ":from": Dot::new(log_rid, from).to_i64(),
                    ":to": Dot::new(log_rid, to).to_i64(),
                },
                |row| row.get(0),
            )
        })
        .map_err(reading)
}

/// How a commit is named to another machine.
pub(crate) fn anchor(conn: &Connection, dot: Dot) -> Result<Anchor> {
    Ok(Anchor {
        log: log(conn, dot.log_rid())?.log_id,
        seq: dot.seq(),
        hash: hash_at(conn, dot)?.ok_or(Error::DamagedCaseFile)?,
    })
}

pub(super) fn reading(source: rusqlite::Error) -> Error {
    Error::database("read the history", source)
}

pub(super) fn writing(source: rusqlite::Error) -> Error {
    Error::database("write the history", source)
}
