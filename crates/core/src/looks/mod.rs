//! Who looked at what (CJIS Security Policy AU-2, AU-3, AU-6, AU-9, AU-11): rows beside the history, written by the
//! core itself where one person's record is read, so that no front door can forget it.
//!
//! A row says when, who, what was done and about which record: never a value and never a name. Lists are no looks. Nor
//! does anything stand here that the history holds already: what was changed, printed, told, sent, exported, uncovered.
//! Looking twice at the same within [`ONE_LOOK_MS`] is one row.
//!
//! Always true: the rows are chained by their hashes, so that one that was changed, left out or moved is noticed by
//! "Check my data". A row is in the file when the read returns and outlives the program; only the machine's power
//! takes the last ones, back to what was saved last, because no row waits for the disk. A laptop's rows go along with
//! its week as records of the history that belong to no victim, so the county's coordinator sees them.
//!
//! Not here: erasing. An id tells nothing once its record is erased, and this log has its own clock ([`KEPT_DAYS`]).

mod chain;
mod portion;
mod reading;
mod store;
mod views;

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::Days;
use countyline_ledger::EntityId;

pub(crate) use reading::ensure_chained;
pub use reading::{looks, review};
pub(crate) use store::Row;
pub use views::*;

use crate::casefile::{Action, CaseFile, PlaceKind};
use crate::error::Result;

/// Looking at the same again within this is the same look.
const ONE_LOOK_MS: i64 = 10 * 60 * 1000;
/// Days a row is kept: a year (PR-40, CJIS AU-11) and the month in which somebody asks for it.
const KEPT_DAYS: u64 = 400;
/// Rows of one record of the history; it stays far below the longest field.
const ROWS_OF_A_PORTION: usize = 1000;
/// Records one week carries at most; what is left goes with the next.
const PORTIONS_OF_A_WEEK: usize = 50;

/// What was done. Numbers are never reused; the codes are those of the list `looked`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Looked {
    /// The office was opened; how many wrong passphrases came before.
    Opened = 1,
    /// The passphrase was typed again behind the door, after wrong ones.
    PassphraseAgain = 2,
    /// A victim's page.
    VictimPage = 3,
    /// What else is recorded of her.
    VictimRecord = 4,
    /// The ways to reach her, with the numbers.
    Ways = 5,
    /// One of her referrals.
    Referral = 6,
    /// A letter or paper about her on the screen. What was printed is in the history.
    Paper = 7,
    /// Two values of her record that wait for a decision.
    Decision = 8,
    /// This log.
    Looks = 9,
}

impl Looked {
    /// All of them.
    pub(crate) const ALL: [Looked; 9] = [
        Looked::Opened,
        Looked::PassphraseAgain,
        Looked::VictimPage,
        Looked::VictimRecord,
        Looked::Ways,
        Looked::Referral,
        Looked::Paper,
        Looked::Decision,
        Looked::Looks,
    ];

    /// Its code in the list `looked`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Looked::Opened => "opened",
            Looked::PassphraseAgain => "passphrase_again",
            Looked::VictimPage => "victim_page",
            Looked::VictimRecord => "victim_record",
            Looked::Ways => "ways",
            Looked::Referral => "referral",
            Looked::Paper => "paper",
            Looked::Decision => "decision",
            Looked::Looks => "looks",
        }
    }
}

/// What an open office keeps in memory of its looks.
#[derive(Default)]
pub(crate) struct Looking(RefCell<Memory>);

#[derive(Default)]
struct Memory {
    /// When each was looked at last; none until the file was asked what it holds.
    recent: Option<BTreeMap<(u8, [u8; 16]), i64>>,
    /// What could not be written yet.
    unwritten: Vec<Row>,
}

impl CaseFile {
    /// Keeps that the person here looked at something. A disk that takes no row hides nobody's safety from her: the row
    /// waits in memory for the next.
    pub(crate) fn looked_at(&self, looked: Looked, about: EntityId) {
        self.note_look(looked, Some(about), 0);
    }

    /// Keeps that something was done that is about no record, and how many wrong passphrases came before.
    pub(crate) fn looked(&self, looked: Looked, times: usize) {
        self.note_look(looked, None, u16::try_from(times).unwrap_or(u16::MAX));
    }

    /// Writes what could not be written when it was looked at.
    pub(crate) fn write_looks(&self) {
        let mut memory = self.looking().0.borrow_mut();
        // Within a transaction nothing may be begun; of a rehearsal nothing would stay.
        if memory.unwritten.is_empty() || !self.conn().is_autocommit() {
            return;
        }
        let written = self.lightly(|conn| store::append(conn, &memory.unwritten));
        if written.is_ok() {
            memory.unwritten.clear();
        }
    }

    fn note_look(&self, looked: Looked, about: Option<EntityId>, times: u16) {
        let at_ms = self.now().timestamp_millis();
        let row = Row {
            at_ms,
            who: self.place().staff,
            deed: looked as u8,
            record: about.unwrap_or(store::NOTHING),
            times,
        };
        {
            let mut memory = self.looking().0.borrow_mut();
            let recent = match memory.recent.take() {
                Some(recent) => recent,
                None => {
                    store::recent(self.conn(), row.who, at_ms - ONE_LOOK_MS).unwrap_or_default()
                }
            };
            let recent = memory.recent.insert(recent);
            let last = recent.insert((row.deed, row.record.0), at_ms);
            let is_the_same = last.is_some_and(|last| (at_ms - last).abs() < ONE_LOOK_MS);
            // A door that is opened again is opened again.
            let is_door = matches!(looked, Looked::Opened | Looked::PassphraseAgain);
            if is_the_same && !is_door {
                // The look goes on from when it began, so that whoever sits before one page all day is seen all day.
                recent.extend(last.map(|last| ((row.deed, row.record.0), last)));
                return;
            }
            memory.unwritten.push(row);
        }
        self.write_looks();
    }
}

/// Lets go of rows that are older than [`KEPT_DAYS`] and that the county has or needs not have.
///
/// # Errors
/// [`crate::error::Error::Storage`].
pub(crate) fn let_go_of_old(file: &CaseFile) -> Result<()> {
    let before = file.now().checked_sub_days(Days::new(KEPT_DAYS));
    let before_ms = before.map_or(i64::MIN, |before| before.timestamp_millis());
    let needs_telling = file.place().kind == PlaceKind::Laptop;
    if store::first_ms(file.conn())?.is_some_and(|first| first < before_ms) {
        file.lightly(|conn| store::let_go(conn, before_ms, needs_telling))?;
    }
    Ok(())
}

/// Writes what was looked at here since the last week into the history, so that it goes along with this one.
///
/// # Errors
/// As [`CaseFile::change`].
pub(crate) fn tell(file: &mut CaseFile) -> Result<()> {
    file.write_looks();
    let device = file.place().device;
    let most = ROWS_OF_A_PORTION * PORTIONS_OF_A_WEEK;
    let (rows, follows) = store::untold(file.conn(), most)?;
    let Some(last) = rows.last().map(|(seq, _)| *seq) else {
        return Ok(());
    };
    file.change(Action::TellLooks, |change| {
        let mut follows = follows;
        for rows in rows.chunks(ROWS_OF_A_PORTION) {
            follows = portion::write(change, device, rows, follows);
        }
        change.beside(move |conn| store::keep_told(conn, last));
        Ok(())
    })?;
    Ok(())
}
