//! The register of papers that are out: made for whom, given, held for her, told by voice instead, destroyed.
//!
//! A paper carries numbers, and numbers change: the register says which papers still carry an old one. A letter for
//! herself carries those of agencies. A letter to an agency and the card of her ways carry hers: of these a mark is
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

pub(crate) use recall::{WayOnPaper, marks_of, name_ways};

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::{LETTER, PAPER_STATE, VICTIM};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{codes, ids, own_languages, paper_kinds, referrals, releases};

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

/// Keeps what became of a paper, in place of what the row had shown. One that was held goes with her only after her
/// answer now that it is safe to carry: what she said when it was made was said of that day.
///
/// # Errors
/// [`Error::StatusNotAllowed`], also for a paper that is said not to have been made; [`Error::UnsafeToCarry`];
/// [`Error::NotForCarrying`]; [`Error::UnknownCode`], [`Error::NotFound`].
pub fn move_on(
    file: &mut CaseFile,
    letter_id: &str,
    state: &str,
    safe_to_carry: &str,
    seen: &str,
) -> Result<Saved> {
    codes::ensure("paper_state", "paper_state", state)?;
    let id = ids::parse(&LETTER, letter_id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::MovePaper, |change| {
        let paper = Standing::of(change.conn(), &LETTER, id)?;
        let now = state_of(&paper);
        // That a paper could not be made is known to the program alone.
        let may_follow = PAPER_STATE.leads(&now, state) && state != "not_made";
        if now != state && !may_follow {
            return Err(Error::StatusNotAllowed {
                from: now,
                to: state.to_owned(),
            });
        }
        if now != state && state == "given" {
            ensure_may_be_given(&paper, safe_to_carry)?;
        }
        let moved = Filled::default().text("paper_state", state);
        moved.edit(change, &LETTER, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

fn ensure_may_be_given(paper: &Standing, safe_to_carry: &str) -> Result<()> {
    match (paper_kinds::stays_here(&paper.text("form")), safe_to_carry) {
        (true, _) => Err(Error::NotForCarrying),
        (false, "yes") => Ok(()),
        (false, _) => Err(Error::UnsafeToCarry),
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
    let named = partners.iter().map(|id| Value::Bytes(id.0.to_vec()));
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
    let number_of = |id| store::number_of(file.conn(), id);
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
        state,
        sha256: paper.text("sha256"),
        seen: paper.seen(),
    })
}

/// Where a paper is. One of an older program was given.
fn state_of(paper: &Standing) -> String {
    let state = paper.maybe("paper_state");
    state.unwrap_or_else(|| "given".to_owned())
}
