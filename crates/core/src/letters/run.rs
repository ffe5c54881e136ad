//! Several letters to agencies about one victim as one file, or as one pile of the printer: to each agency its own letter,
//! under its own release, with its own account.
//!
//! Always true: a letter for herself is in none of these, and no letter of somebody else is. What is printed on both
//! sides of the sheet begins a new sheet with each letter, so that no agency gets the back of another's.

use countyline_documents::{plain_text, to_svg_pages, write_run};
use countyline_ledger::EntityId;

use super::{
    Destination, Fonts, LetterCheck, LetterPreview, LetterRequest, Made, SavedLetter, ToWrite,
    ensure_ready, is_ready, keep, make, send,
};
use crate::casefile::{CaseFile, Changes};
use crate::error::{Error, Result};
use crate::papers;
use crate::start::Saved;

/// The letters as they will come out of the printer, one behind the other, with what was checked in any of them.
///
/// # Errors
/// [`Error::InvalidInput`] without a letter, for one that is not to an agency, and for one of another victim; those of
/// [`super::preview`].
pub fn preview_run(
    file: &CaseFile,
    requests: &[LetterRequest],
    fonts: &Fonts,
) -> Result<LetterPreview> {
    let made = make_all(file, requests, fonts)?;
    let mut pages = Vec::new();
    let mut text = String::new();
    for one in &made {
        // On both sides, each letter fills its own sheets.
        pages.extend(to_svg_pages(&one.layout));
        text.push_str(&plain_text(&one.layout));
        text.push('\n');
    }
    let checks = checks_of(&made);
    Ok(LetterPreview {
        pages,
        text,
        ready: is_ready(&checks),
        checks,
        file_name: made[0].file_name.clone(),
    })
}

/// Keeps that each of the letters went out, and writes them into a folder as one PDF, which asks for a password where
/// one is given. What is kept is on the disk before the PDF is; if that cannot be written, each says so. The referrals
/// that waited for them are sent.
///
/// # Errors
/// As [`preview_run`]; those of [`super::save`].
pub fn save_run<'a>(
    file: &mut CaseFile,
    requests: &[LetterRequest],
    fonts: &Fonts,
    to: impl Into<Destination<'a>>,
) -> Result<SavedLetter> {
    let to = to.into();
    to.ensure_there()?;
    let made = make_all(file, requests, fonts)?;
    let mut pdf = Vec::new();
    let layouts = made.iter().map(|one| Ok(one.layout.clone()));
    write_run(layouts, &mut pdf)?;
    let checks = checks_of(&made);
    let paper = ToWrite {
        file_name: &made[0].file_name,
        pdf: &pdf,
        checks: &checks,
    };
    let saved = paper.write(file, &to, |file| {
        let kept = keep_all(file, requests, &made, "saved")?;
        Ok(kept.into_iter().map(|(letter, _)| letter).collect())
    })?;
    for one in &made {
        send(file, one)?;
    }
    Ok(saved)
}

/// Keeps that the letters are handed to the printer together, before they are, as [`super::record_printed`] does of one.
///
/// # Errors
/// As [`preview_run`]; those of [`super::record_printed`].
pub fn record_run_printed(
    file: &mut CaseFile,
    requests: &[LetterRequest],
    fonts: &Fonts,
) -> Result<Vec<Saved>> {
    let made = make_all(file, requests, fonts)?;
    ensure_ready(&checks_of(&made))?;
    let kept = keep_all(file, requests, &made, "printed")?;
    let kept = kept
        .iter()
        .map(|(letter, changes)| Saved::new(*letter, changes));
    Ok(kept.collect())
}

fn make_all(file: &CaseFile, requests: &[LetterRequest], fonts: &Fonts) -> Result<Vec<Made>> {
    let first = requests.first();
    let first = first.ok_or(Error::InvalidInput { field: "referral" })?;
    for request in requests {
        if request.form != "agency" {
            return Err(Error::InvalidInput { field: "form" });
        }
        if request.victim_id != first.victim_id {
            return Err(Error::ReleaseOtherRecipient);
        }
    }
    requests
        .iter()
        .map(|request| make(file, request, fonts))
        .collect()
}

/// Keeps each letter; if one cannot be kept, those before it were never made.
fn keep_all(
    file: &mut CaseFile,
    requests: &[LetterRequest],
    made: &[Made],
    given: &str,
) -> Result<Vec<(EntityId, Changes)>> {
    let mut kept = Vec::with_capacity(made.len());
    for (request, one) in requests.iter().zip(made) {
        match keep(file, request, one, given) {
            Ok(letter) => kept.push(letter),
            Err(refused) => {
                for (letter, _) in kept {
                    let _ = papers::never_made(file, letter);
                }
                return Err(refused);
            }
        }
    }
    Ok(kept)
}

/// What was checked in any of the letters: each once, and not passed if it failed in one.
fn checks_of(made: &[Made]) -> Vec<LetterCheck> {
    let mut all: Vec<LetterCheck> = Vec::new();
    for check in made.iter().flat_map(|one| &one.checks) {
        let same =
            |known: &&mut LetterCheck| known.code == check.code && known.values == check.values;
        match all.iter_mut().find(same) {
            Some(known) => known.passed &= check.passed,
            None => all.push(check.clone()),
        }
    }
    all
}
