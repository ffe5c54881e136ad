//! The register of papers that are out: made for whom, given, held for her, told by voice instead, destroyed.
//!
//! What goes to the printer counts as made from the moment it is handed over, which is before anybody knows: whoever
//! printed it says afterwards whether it came out. "Nothing came out" takes the paper back to "never made" and stays in
//! the history; where nobody answers, or two people say different things, it counts as made.
//!
//! A paper carries numbers, and numbers change: the register says which papers still carry an old one. A letter for
//! herself carries those of agencies; where one of their services is meant, the number that is called for it, and so does
//! the letter to that agency. A letter to an agency and the card of her ways carry hers: of these a mark is
//! kept, which tells whether the number is another one and does not say it. What a paper said is not kept; in which
//! form it was printed, and in whose words, is.

mod recall;
mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::{EntityId, Value};

pub use recall::to_recall;
pub use views::*;

pub(crate) use recall::{NumberOnPaper, WayOnPaper, marks_of, name_services, name_ways};
pub(crate) use store::IS_OUT;

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::{LETTER, PAPER_STATE, VICTIM};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{codes, days, disclosures, ids, own_languages, paper_kinds, referrals, releases};

use recall::Carried;

/// Papers that were given or are held, the newest first.
///
/// # Errors
/// [`Error::Storage`].
pub fn out(file: &CaseFile) -> Result<Vec<PaperView>> {
    store::out(file.conn())?
        .into_iter()
        .map(|id| view(file, &Standing::of(file.conn(), &LETTER, id)?))
        .collect()
}

/// What is asked before a paper that was held goes with her.
#[derive(Debug, Clone, Copy, Default)]
pub struct BeforeGiving<'a> {
    /// Answer to "Is it safe for her to carry this?".
    pub safe_to_carry: &'a str,
    /// Of a filled release form: whether her name on it is as on the release. A form for the file has her name, also
    /// where no paper of hers may have it.
    pub name_as_released: &'a str,
}

/// Her answer that it is safe to carry, and nothing else.
impl<'a> From<&'a str> for BeforeGiving<'a> {
    fn from(safe_to_carry: &'a str) -> BeforeGiving<'a> {
        BeforeGiving {
            safe_to_carry,
            ..BeforeGiving::default()
        }
    }
}

/// Keeps what became of a paper, in place of what the row had shown. One that was held goes with her only after her
/// answer now that it is safe to carry: what she said when it was made was said of that day. A filled release form goes
/// only after somebody looked at the name on it.
///
/// # Errors
/// [`Error::StatusNotAllowed`], also for a paper that is said not to have been made; [`Error::UnsafeToCarry`];
/// [`Error::NameNotLookedAt`]; [`Error::NotForCarrying`]; [`Error::UnknownCode`], [`Error::NotFound`].
pub fn move_on<'a>(
    file: &mut CaseFile,
    letter_id: &str,
    state: &str,
    before_giving: impl Into<BeforeGiving<'a>>,
    seen: &str,
) -> Result<Saved> {
    let before_giving = before_giving.into();
    codes::ensure("paper_state", "paper_state", state)?;
    let id = ids::parse(&LETTER, letter_id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::MovePaper, |change| {
        let paper = Standing::of(change.conn(), &LETTER, id)?;
        let now = state_of(&paper);
        // That a paper was not made is known to the program, or said in answer to whether it came out.
        let may_follow = PAPER_STATE.leads(&now, state) && state != "not_made";
        if now != state && !may_follow {
            return Err(Error::StatusNotAllowed {
                from: now,
                to: state.to_owned(),
            });
        }
        if now != state && state == "given" {
            ensure_may_be_given(&paper, before_giving)?;
        }
        let moved = Filled::default().text("paper_state", state);
        moved.edit(change, &LETTER, id, &seen)?;
        match now == state {
            true => Ok(()),
            // What somebody gives her or destroys did come out.
            false => surely_came_out(change, id),
        }
    })?;
    Ok(Saved::new(id, &changes))
}

/// Keeps whether papers that were handed to the printer came out of it, `yes` or `no`. With the yes, and not before,
/// the referral that waited for its letter is sent, as of the day the letter was printed. A "no" takes the account of
/// the paper back to "never made"; nobody can say so any more once somebody said yes, gave it or destroyed it.
///
/// # Errors
/// [`Error::UnknownCode`] for another answer; [`Error::StatusNotAllowed`] for a paper that was not handed to the
/// printer, and for a "no" that comes too late; [`Error::InvalidInput`] without a paper; [`Error::NotFound`].
pub fn came_out(file: &mut CaseFile, letter_ids: &[String], answer: &str) -> Result<Saved> {
    let ids = letter_ids.iter().map(|id| ids::parse(&LETTER, id));
    let ids = ids.collect::<Result<Vec<_>>>()?;
    let first = *ids.first().ok_or(Error::InvalidInput { field: "paper" })?;
    let ((), changes) = file.change(Action::MovePaper, |change| {
        for id in ids {
            let paper = Standing::of(change.conn(), &LETTER, id)?;
            match answer {
                "yes" => say_it_did(change, id, &paper)?,
                "no" => say_it_did_not(change, id, &paper)?,
                _ => return Err(Error::UnknownCode { field: "came_out" }),
            }
        }
        Ok(())
    })?;
    Ok(Saved::new(first, &changes))
}

fn say_it_did(change: &mut Change<'_>, id: EntityId, paper: &Standing) -> Result<()> {
    ensure_printed(paper, "given")?;
    let yes = [("came_out", Value::text("yes"))];
    change.edit_current(&LETTER, id, yes)?;
    let told_under = disclosures::release_of_letter(change.conn(), id)?;
    let (Some(referral), Some(release)) = (paper.named("referral"), told_under) else {
        return Ok(());
    };
    let printed_on = days::day("at", &days::day_of(&paper.text("at")))?;
    match referrals::sent_by_letter(change, referral, release, printed_on) {
        // It was taken back meanwhile; the letter came out all the same.
        Err(Error::NotFound { .. }) => Ok(()),
        done => done,
    }
}

fn say_it_did_not(change: &mut Change<'_>, id: EntityId, paper: &Standing) -> Result<()> {
    ensure_printed(paper, "not_made")?;
    let now = state_of(paper);
    let is_known = paper.text("came_out") == "yes";
    if now == "not_made" {
        return Ok(());
    }
    if is_known || !PAPER_STATE.leads(&now, "not_made") {
        return Err(Error::StatusNotAllowed {
            from: now,
            to: "not_made".to_owned(),
        });
    }
    let no = [
        ("came_out", Value::text("no")),
        ("paper_state", Value::text("not_made")),
    ];
    change.edit_current(&LETTER, id, no)
}

/// Refuses to say of a file, or of what was told by voice, whether it came out of a printer.
fn ensure_printed(paper: &Standing, to: &str) -> Result<()> {
    match paper.text("came_out").is_empty() {
        false => Ok(()),
        true => Err(Error::StatusNotAllowed {
            from: state_of(paper),
            to: to.to_owned(),
        }),
    }
}

/// Keeps that a paper did come out of the printer, as part of a change that is about one that did. Nothing, where that
/// was said already, or it is a file.
pub(crate) fn surely_came_out(change: &mut Change<'_>, letter: EntityId) -> Result<()> {
    let paper = Standing::of(change.conn(), &LETTER, letter)?;
    match paper.text("came_out").as_str() {
        "unknown" => change.edit_current(&LETTER, letter, [("came_out", Value::text("yes"))]),
        _ => Ok(()),
    }
}

fn ensure_may_be_given(paper: &Standing, asked: BeforeGiving<'_>) -> Result<()> {
    let form = paper.text("form");
    if paper_kinds::stays_here(&form) {
        return Err(Error::NotForCarrying);
    }
    if asked.safe_to_carry != "yes" {
        return Err(Error::UnsafeToCarry);
    }
    match paper_kinds::names_her(&form) && asked.name_as_released != "yes" {
        true => Err(Error::NameNotLookedAt),
        false => Ok(()),
    }
}

/// Keeps that a paper whose account stands already could not be made after all.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Storage`].
pub(crate) fn never_made(file: &mut CaseFile, letter: EntityId) -> Result<()> {
    file.change(Action::MovePaper, |change| {
        let state = Value::text("not_made");
        change.edit_current(&LETTER, letter, [("paper_state", state)])
    })?;
    Ok(())
}

/// Keeps that the numbers were told by voice, because paper was not safe to carry, in a language of the list or one
/// that the office added.
///
/// # Errors
/// [`Error::UnknownCode`] of another language; [`Error::InvalidInput`] without a referral;
/// [`Error::ReleaseOtherRecipient`] if one is not hers.
pub fn told_by_voice(
    file: &mut CaseFile,
    victim_id: &str,
    referral_ids: &[String],
    language: &str,
) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    // What is told by voice needs no files of the language to be whole.
    if !own_languages::is_added(file, language) {
        codes::ensure("language", "language", language)?;
    }
    let referred = referral_ids
        .iter()
        .map(|id| referrals::referred(file, id))
        .collect::<Result<Vec<_>>>()?;
    if referred.is_empty() {
        return Err(Error::InvalidInput { field: "referral" });
    }
    let partners = releases::partners_of_herself(victim, &referred)?;
    let numbers = store::numbers_of(file.conn(), &partners)?;
    let (id, changes) = file.change(Action::MovePaper, |change| {
        change.state(&VICTIM, victim)?;
        let filled = Filled::default()
            .naming("victim", Some(victim))
            .text("kind", "victim")
            .text("language", language)
            .text("paper_state", "given_verbally")
            .list("numbers", &numbers);
        let id = filled.by(change).create(change, &LETTER);
        name_partners(change, id, &partners);
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// A victim's papers, the newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<PaperView>> {
    let papers = Standing::of_victim(file.conn(), &LETTER, victim)?;
    papers.iter().rev().map(|paper| view(file, paper)).collect()
}

/// The numbers that these agencies have now, in their order.
pub(crate) fn numbers_of(file: &CaseFile, partners: &[EntityId]) -> Result<Vec<String>> {
    store::numbers_of(file.conn(), partners)
}

/// Names the agencies that stand on a paper, as part of the change that makes it.
pub(crate) fn name_partners(change: &mut Change<'_>, letter: EntityId, partners: &[EntityId]) {
    let named = partners.iter().map(|id| Value::bytes(id.0));
    change.create_as(
        &LETTER,
        letter,
        [("partners", Value::List(named.collect()))],
    );
}

fn view(file: &CaseFile, paper: &Standing) -> Result<PaperView> {
    let partners: Vec<EntityId> = paper
        .elements("partners")
        .iter()
        .filter_map(crate::standing::id_in)
        .collect();
    let names = store::names_of(file.conn(), &partners)?;
    let state = state_of(paper);
    let is_out = matches!(state.as_str(), "given" | "held");
    let carried = Carried::by(paper);
    let number_of = |partner, service| store::number_of(file.conn(), partner, service);
    let old = match is_out {
        true => carried.old_agencies(&partners, number_of)?,
        false => Vec::new(),
    };
    Ok(PaperView {
        id: paper.id(),
        case_number: match paper.named("victim") {
            Some(victim) => store::case_number_of(file.conn(), victim)?,
            None => String::new(),
        },
        made_at: paper.text("at"),
        kind: paper.maybe("kind").unwrap_or_else(|| "victim".to_owned()),
        form: paper.text("form"),
        page: paper.text("page"),
        large_print: paper.is("large_print"),
        template_version: paper.text("template_version"),
        language: paper.text("language"),
        fields: paper.texts("fields"),
        old_numbers: old.into_iter().map(|at| names[at].clone()).collect(),
        old_way: is_out && carried.has_old_way(file)?,
        partners: names,
        unanswered: is_out && paper.text("came_out") == "unknown",
        state,
        sha256: paper.text("sha256"),
        seen: paper.seen(),
    })
}

/// Where a paper is. One of an older program was given. Of one that came out of the printer by the word of one and was
/// never made by the word of another, nobody knows where it is: it is searched for as one that was given.
fn state_of(paper: &Standing) -> String {
    match paper.maybe("paper_state") {
        Some(state) if state == "not_made" && paper.text("came_out") == "yes" => "given".to_owned(),
        Some(state) => state,
        None => "given".to_owned(),
    }
}
