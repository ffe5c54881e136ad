//! "Check my data": every hash chain is followed again and every table is rebuilt from the history and
//! compared. Nothing is written.

use countyline_ledger::{BlockSalts, Dot, salt_block};
use rusqlite::Connection;

use super::rebuild::{self, Rebuild};
use super::{CaseFile, erasing, log, salts, tables};
use crate::duplicates;
use crate::error::{Error, Result};
use crate::long_work::Work;
use crate::looks;
use crate::start::CheckReport;

impl CaseFile {
    /// Follows every chain and rebuilds every table, and says what differs.
    pub fn verify(&self) -> Result<CheckReport> {
        let _under_way = self.long_work.begin(Work::Check, 1);
        self.unseen(|_| self.check())
    }

    fn check(&self) -> Result<CheckReport> {
        let rebuilt = beside()?;
        let mut report = CheckReport {
            ok: true,
            commits: 0,
            rows: 0,
            differences: Vec::new(),
        };
        let damaged: Option<String> = self
            .conn
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map(|answer: String| (answer != "ok").then_some("database".to_owned()))
            .map_err(|source| Error::database("check the database", source))?;
        report.differences.extend(damaged);
        copy_logs(&self.conn, &rebuilt)?;
        let mut rebuild = Rebuild::new(&self.conn, &rebuilt)?;
        let (filter, mut carried_out) = (erasing::filter(&self.conn)?, true);
        let logs = log::logs(&self.conn)?;
        let commits = logs
            .iter()
            .map(|branch| (branch.last_seq + 1).saturating_sub(branch.branch_from));
        self.long_work.of(commits.sum());
        for branch in logs {
            for (from, to) in rebuild::batches(&branch) {
                let made = follow(&self.conn, branch.log_rid, from, to).and_then(|commits| {
                    copy_commits(&rebuilt, branch.log_rid, &commits)?;
                    rebuild.merge(branch.log_rid, &commits)?;
                    carried_out &=
                        erasing::is_carried_out(&self.conn, &filter, branch.log_rid, &commits)?;
                    Ok(i32::try_from(commits.len()).unwrap_or(i32::MAX))
                });
                self.long_work
                    .did(usize::try_from(to - from + 1).unwrap_or(0))?;
                match made {
                    Ok(count) => report.commits += count,
                    Err(Error::DamagedCaseFile | Error::BrokenHistory(_)) => {
                        report.differences.push(format!("log {}", branch.log_id))
                    }
                    Err(other) => return Err(other),
                }
            }
        }
        rebuild.finish()?;
        // Where no suggestions are kept, there are none to compare.
        let suggestions: &[&str] = match duplicates::persons(&self.conn)? {
            Some(_) => {
                duplicates::make(&rebuilt)?;
                &duplicates::TABLES
            }
            None => &[],
        };
        for table in tables::made_from_history().chain(suggestions.iter().copied()) {
            let (kept, made) = (
                tables::dump(&self.conn, table)?,
                tables::dump(&rebuilt, table)?,
            );
            // Suggestions come and go with looks; what is recorded does not.
            if !suggestions.contains(&table) {
                report.rows += i32::try_from(kept.len()).unwrap_or(i32::MAX);
            }
            if kept != made {
                report.differences.push(table.to_owned());
            }
        }
        if !carried_out {
            report.differences.push("erase_order".to_owned());
        }
        if !looks::ensure_chained(&self.conn)? {
            report.differences.push("look".to_owned());
        }
        report.ok = report.differences.is_empty();
        Ok(report)
    }
}

/// An empty database to rebuild into.
#[cfg(not(any(test, feature = "testing")))]
fn beside() -> Result<Connection> {
    super::open::in_memory()
}

/// An empty database to rebuild into.
#[cfg(any(test, feature = "testing"))]
fn beside() -> Result<crate::testing::Lent> {
    crate::testing::Lent::new()
}

/// The logs as they are numbered here, so that dots mean the same.
fn copy_logs(from: &Connection, to: &Connection) -> Result<()> {
    let doing = "rebuild the tables";
    let mut read = from
        .prepare("SELECT log_rid, log_id, branch, base_rid, branch_from FROM log")
        .map_err(|source| Error::database(doing, source))?;
    let mut rows = read
        .query([])
        .map_err(|source| Error::database(doing, source))?;
    while let Some(row) = rows
        .next()
        .map_err(|source| Error::database(doing, source))?
    {
        let copy = |row: &rusqlite::Row<'_>| {
            to.execute(
                "INSERT INTO log (log_rid, log_id, branch, base_rid, branch_from, contiguous, last_seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, 0, 0)",
                (
                    row.get::<_, i64>(0)?,
                    row.get::<_, Vec<u8>>(1)?,
                    row.get::<_, Vec<u8>>(2)?,
                    row.get::<_, Option<i64>>(3)?,
                    row.get::<_, i64>(4)?,
                ),
            )
        };
        copy(row).map_err(|source| Error::database(doing, source))?;
    }
    Ok(())
}

/// A stretch of one branch, each commit compared with the hash it is kept under.
fn follow(conn: &Connection, log_rid: u32, from: u64, to: u64) -> Result<Vec<log::KeptCommit>> {
    let commits = log::commits(conn, log_rid, from, to)?;
    let mut block: Option<(u64, Option<BlockSalts>)> = None;
    let mut before: Option<(u64, countyline_ledger::CommitHash)> = None;
    for kept in &commits {
        let seq = kept.commit.header().seq;
        let listed = kept.salts.as_deref();
        let listed = listed
            .map(|listed| salts::listed_salts(&kept.commit, listed))
            .transpose()?;
        if listed.is_none()
            && block
                .as_ref()
                .is_none_or(|(number, _)| *number != salt_block(seq))
        {
            let seed = salts::seed(conn, log_rid, seq)?;
            block = Some((salt_block(seq), seed.map(BlockSalts::Seed)));
        }
        let derived = block.as_ref().and_then(|(_, seed)| seed.as_ref());
        let salts = listed.as_ref().or(derived);
        let previous = match before {
            Some((last, hash)) if last + 1 == seq => Some(hash),
            _ => log::hash_followed(conn, Dot::new(log_rid, seq))?,
        };
        if let Some(previous) = previous {
            let hash = kept
                .commit
                .hash(previous, &salts)
                .map_err(Error::BrokenHistory)?;
            if hash != kept.hash {
                return Err(Error::DamagedCaseFile);
            }
        }
        before = Some((seq, kept.hash));
    }
    Ok(commits)
}

fn copy_commits(to: &Connection, log_rid: u32, commits: &[log::KeptCommit]) -> Result<()> {
    commits.iter().try_for_each(|kept| {
        let dot = Dot::new(log_rid, kept.commit.header().seq);
        log::append(to, dot, kept.hash, &kept.commit, kept.bundle, None)
    })
}
