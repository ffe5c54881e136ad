//! A laptop takes in what the county handed back: others' work, what is safe at the county, what it lacks,
//! and the newest roster.
//!
//! Files for other laptops may lie on the same stick; each laptop leaves them alone. Whatever a file says
//! or does not say, nothing of our own that the county has not confirmed is ever dropped.

use super::round::Round;
use super::{Received, count, notices, sending};
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::inbox;
use crate::long_work::Work;

/// Takes in what the county handed back, one file after another, in any order.
///
/// # Errors
/// [`Error::OnlyLaptop`](crate::error::Error::OnlyLaptop),
/// [`Error::NotJoined`](crate::error::Error::NotJoined).
pub fn receive(file: &mut CaseFile, paths: &[String]) -> Result<Received> {
    file.place().ensure_laptop()?;
    file.place().agency()?;
    let waited = inbox::waiting(file)?;
    let log_before = file.place().log_rid;
    let mut round = Round::default();
    round.take_all(file, Work::Receive, paths)?;
    if round.new_roster {
        file.reload_place()?;
    }
    let waiting = inbox::waiting(file)?;
    let state = sending::send_state(file)?;
    Ok(Received {
        files: round.files,
        added: round.added,
        changed: round.changed,
        known: round.known,
        new_conflicts: count(waiting.difference(&waited).count() as u64),
        conflicts: count(waiting.len() as u64),
        safe_up_to: state.safe_up_to,
        unconfirmed: state.unconfirmed,
        began_anew: file.place().log_rid != log_before,
        notices: notices::notices(file)?,
    })
}
