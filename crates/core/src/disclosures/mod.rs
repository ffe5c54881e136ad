//! The account of what was told about a victim: to whom, when, on what basis, which items.
//!
//! Always true: an entry is written in the same change as the act that tells something — a warm referral, a
//! letter to an agency — and by nothing else, and one act has one entry. That of a letter is on the disk before the
//! letter is; a letter that was not made then says so. Names of items are kept, never what they said. A week sent
//! within the agency is no disclosure.
//!
//! A subpoena, a court's order or a statute that demands something is announced first, by its name: that opens a
//! task to notify her and to protect her privacy. Nothing is told under an order before, and a notice of one
//! order is none of another (28 CFR 94.115(b)).

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::EntityId;
use rusqlite::Connection;

pub use views::*;

use crate::casefile::{Action, CaseFile, Change};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::{DISCLOSURE, FOLLOW_UP, PARTNER, VICTIM};
use crate::search::plain;
use crate::standing::Standing;
use crate::start::Saved;
use crate::{checks, codes, followups, ids};

/// The reason of the task that an order opens.
const NOTIFY: &str = "notify_of_order";

/// Something that is told about a victim.
pub(crate) struct Told<'a> {
    pub(crate) victim: EntityId,
    pub(crate) recipient: EntityId,
    /// Codes of `release_item`.
    pub(crate) items: &'a [String],
    /// Code of `disclosure_basis`.
    pub(crate) basis: &'a str,
    /// The release it is told under, where that is the basis.
    pub(crate) release: Option<EntityId>,
    /// Which order or statute demands it, where that is the basis.
    pub(crate) demanded_by: Option<&'a str>,
    /// Code of `disclosure_form`.
    pub(crate) form: &'static str,
    pub(crate) letter: Option<EntityId>,
}

/// Writes that something is told, as part of the change that tells it.
pub(crate) fn write(change: &mut Change<'_>, told: &Told<'_>) -> EntityId {
    Filled::default()
        .naming("victim", Some(told.victim))
        .naming("recipient", Some(told.recipient))
        .list("items", told.items)
        .text("basis", told.basis)
        .naming("release", told.release)
        .text("demanded_by", told.demanded_by.unwrap_or_default())
        .text("form", told.form)
        .naming("letter", told.letter)
        .by(change)
        .create(change, &DISCLOSURE)
}

/// Keeps that a court ordered, or a statute demands, that something is told: opens the task to notify her of it.
///
/// # Errors
/// [`Error::ReasonRequired`] for an order that is not named; [`Error::TextTooLong`]; [`Error::NotFound`].
pub fn announce_order(file: &mut CaseFile, victim_id: &str, order: &str) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let order = named(order)?;
    let (id, changes) = file.change(Action::RecordDisclosure, |change| {
        change.state(&VICTIM, victim)?;
        let today = change.now().date_naive().to_string();
        followups::write_about(change, victim, &today, NOTIFY, &order)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Which order or statute, in one line.
fn named(order: &str) -> Result<String> {
    match order.trim() {
        "" => Err(Error::ReasonRequired { field: "order" }),
        order => checks::line("order", order),
    }
}

/// Refuses to tell anything under an order or a statute that was not announced: she is notified of this one first.
///
/// # Errors
/// [`Error::NotifyFirst`].
pub(crate) fn ensure_announced(file: &CaseFile, victim: EntityId, order: &str) -> Result<()> {
    let tasks = Standing::of_victim(file.conn(), &FOLLOW_UP, victim)?;
    let is_of_it = |task: &Standing| {
        task.text("reason") == NOTIFY && plain(&task.text("about")) == plain(order)
    };
    match tasks.iter().any(is_of_it) {
        true => Ok(()),
        false => Err(Error::NotifyFirst),
    }
}

/// Tells an agency something under a court's order or a statute, and keeps what.
///
/// # Errors
/// [`Error::ReasonRequired`] for an order that is not named; [`Error::NotifyFirst`] unless this one was announced;
/// [`Error::UnknownCode`]; [`Error::NotFound`].
pub fn tell_under_order(
    file: &mut CaseFile,
    victim_id: &str,
    form: &UnderOrderForm,
) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let recipient = ids::parse(&PARTNER, &form.recipient_id)?;
    codes::ensure_all("release_item", "items", &form.items)?;
    if form.items.is_empty() {
        return Err(Error::InvalidInput { field: "items" });
    }
    let order = named(&form.order)?;
    ensure_announced(file, victim, &order)?;
    let (id, changes) = file.change(Action::RecordDisclosure, |change| {
        change.state(&VICTIM, victim)?;
        change.state(&PARTNER, recipient)?;
        let told = Told {
            victim,
            recipient,
            items: &form.items,
            basis: "court_or_statute",
            release: None,
            demanded_by: Some(&order),
            form: "verbal",
            letter: None,
        };
        Ok(write(change, &told))
    })?;
    Ok(Saved::new(id, &changes))
}

/// The release under which a letter told something; none for one that tells nobody anything.
pub(crate) fn release_of_letter(conn: &Connection, letter: EntityId) -> Result<Option<EntityId>> {
    let told = Standing::that_name(conn, &DISCLOSURE, "letter", letter)?;
    Ok(told.first().and_then(|told| told.named("release")))
}

/// What was told about a victim, the newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<DisclosureView>> {
    store::log(file.conn(), Some(victim))
}

/// What was told about anybody, the newest first: case numbers, no names.
///
/// # Errors
/// [`Error::Storage`].
pub fn log(file: &CaseFile) -> Result<Vec<DisclosureView>> {
    store::log(file.conn(), None)
}
