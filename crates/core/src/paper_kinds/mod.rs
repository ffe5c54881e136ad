//! Papers that are no letters: forms, notices, cards and lists that an office prints.
//!
//! Each kind has a file of its own, which says what stands on it and from which records; [`kind`] says what each is
//! about, whether a victim may carry it, and whether it is in the register. The same request is previewed, saved and
//! printed.
//!
//! Always true: a paper goes with a victim only after her answer that it is safe to carry, and what is for the office
//! is refused for that, whatever she answers. A paper about a victim, and the list of places that goes with somebody, is
//! in the register of [`crate::papers`], written before the file is on the disk; what holds nothing about anybody is
//! not. None of these tells an agency anything, so
//! none has an entry in the account of disclosures: what an agency is told on paper is a letter
//! ([`crate::letters`]).
//!
//! Not here: keys. No passphrase, code or key stands on any of these. Recovery sheets are made by
//! [`crate::recovery`].

mod agreement_page;
mod content;
mod danger_signs;
mod disclosure_log;
mod kind;
mod lost_laptop;
mod quick_card;
mod release_form;
mod resource_list;
mod rights_notice;
mod roll_call;
mod safe_contact_card;
mod six_words;
mod views;

#[cfg(test)]
mod handout_tests;
#[cfg(test)]
mod tests;

use countyline_documents::{
    Fonts, Layout, PageNumbers, Paper, plain_text, to_pdf, to_svg_pages, visible_and_hidden_text,
};
use countyline_ledger::EntityId;

pub use views::*;

use crate::casefile::{Action, CaseFile, Changes};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::letters::{
    self, Destination, LetterCheck, LetterPreview, Print, Private, SavedLetter, ToWrite,
};
use crate::looks::Looked;
use crate::registry::LETTER;
use crate::start::Saved;
use crate::wordings::{self, Wording};
use crate::words::Words;
use crate::{logo, papers};

use content::{About, Content};
use kind::{Kind, Subject};

/// A paper laid out, with its file's bytes and what was checked.
struct Made {
    kind: Kind,
    about: Option<About>,
    file_name: String,
    layout: Layout,
    pdf: Vec<u8>,
    checks: Vec<LetterCheck>,
    /// Whose wording it has.
    version: String,
}

/// Every kind there is, as screens offer it.
pub fn kinds() -> Vec<PaperKindView> {
    kind::KINDS.into_iter().map(Kind::view).collect()
}

/// Whether a form in the register is one of these papers.
pub(crate) fn is_one(form: &str) -> bool {
    Kind::from_code(form).is_ok()
}

/// Whether a paper of this form in the register carries the numbers of the agencies it names. A letter is none of these.
pub(crate) fn carries_numbers_of_agencies(form: &str) -> bool {
    Kind::from_code(form).is_ok_and(Kind::carries_numbers_of_agencies)
}

/// Whether a paper of this form in the register holds her name where it was made for the file. A letter is none of these.
pub(crate) fn names_her(form: &str) -> bool {
    Kind::from_code(form).is_ok_and(|kind| kind == Kind::ReleaseForm)
}

/// Whether a paper of this form in the register is one that goes with nobody. A letter is none of these.
pub(crate) fn stays_here(form: &str) -> bool {
    Kind::from_code(form).is_ok_and(|kind| !kind.may_be_carried())
}

/// The paper as it will come out of the printer, with what was checked.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::NotForCarrying`] for a paper of the office that is to go with her;
/// [`Error::UnsafeToCarry`] for another one, unless she said it is safe; [`Error::NotFound`]; those of its kind;
/// [`Error::Document`] if a font is missing.
pub fn preview(file: &CaseFile, request: &PaperRequest, fonts: &Fonts) -> Result<LetterPreview> {
    let made = make(file, request, fonts)?;
    if let Some(victim) = made.about.as_ref().and_then(|about| about.victim) {
        file.looked_at(Looked::Paper, victim);
    }
    Ok(LetterPreview {
        pages: to_svg_pages(&made.layout),
        text: plain_text(&made.layout),
        ready: letters::is_ready(&made.checks),
        checks: made.checks,
        file_name: made.file_name,
    })
}

/// Writes the PDF into a folder, as a file that asks for a password where one is given, and first, if it is one of those,
/// into the register that it went out.
///
/// # Errors
/// As [`preview`]; [`Error::LetterWouldLeak`]; [`Error::FolderNotFound`]; [`Error::Document`] if the password cannot
/// be used: nothing is kept and nothing written then; those of writing a file.
pub fn save<'a>(
    file: &mut CaseFile,
    request: &PaperRequest,
    fonts: &Fonts,
    to: impl Into<Destination<'a>>,
) -> Result<SavedLetter> {
    let to = to.into();
    to.ensure_there()?;
    let made = make(file, request, fonts)?;
    let paper = ToWrite {
        file_name: &made.file_name,
        pdf: &made.pdf,
        checks: &made.checks,
    };
    paper.write(file, &to, |file| {
        let kept = keep(file, request, &made, "saved")?;
        Ok(kept.into_iter().map(|(paper, _)| paper).collect())
    })
}

/// Keeps that the paper is handed to the printer, before it is, as [`letters::record_printed`] does; nothing, where it
/// is not in the register.
///
/// # Errors
/// As [`preview`]; [`Error::LetterWouldLeak`].
pub fn record_printed(
    file: &mut CaseFile,
    request: &PaperRequest,
    fonts: &Fonts,
) -> Result<Option<Saved>> {
    let made = make(file, request, fonts)?;
    letters::ensure_ready(&made.checks)?;
    let kept = keep(file, request, &made, "printed")?;
    Ok(kept.map(|(paper, changes)| Saved::new(paper, &changes)))
}

fn make(file: &CaseFile, request: &PaperRequest, fonts: &Fonts) -> Result<Made> {
    let kind = Kind::from_code(&request.kind)?;
    let is_programs = crate::words::LANGUAGES.contains(&&*request.language);
    if !is_programs && !kind.speaks_added_languages() {
        return Err(Error::UnknownCode { field: "language" });
    }
    ensure_may_be_carried(kind, request)?;
    let Wording { words, version } = wordings::of(file, &request.language)?;
    let content = compose(file, kind, &words, request)?;
    let mut paper = on_paper(file, &content, &words, request)?;
    let file_name = letters::file_name(&words, content.file_name, &request.language);
    let layout = letters::lay_out_fitting(&mut paper, content.otherwise, fonts)?;
    let pdf = to_pdf(&layout)?;
    let private = match content.about.as_ref().and_then(|about| about.victim) {
        Some(victim) => Private::of(file, victim)?,
        None => Private::of_office(file)?,
    };
    let mut checks = match content.is_discreet {
        true => letters::checks_of_discreet(&paper, &layout, &pdf, &file_name, &private)?,
        false => {
            let (text, hidden) = (plain_text(&layout), visible_and_hidden_text(&pdf)?);
            let everything = [text.as_str(), &hidden, &file_name, &paper.title];
            vec![letters::no_protected_address(&private, &everything)]
        }
    };
    checks.extend(content.warnings);
    if kind.is_of_what_is_known() {
        checks.extend(letters::as_known(file)?);
    }
    Ok(Made {
        kind,
        about: content.about,
        file_name,
        layout,
        pdf,
        checks,
        version,
    })
}

/// The paper as it is laid out, for tests of every paper there is.
#[cfg(test)]
pub(crate) fn laid_out(file: &CaseFile, request: &PaperRequest, fonts: &Fonts) -> Result<Layout> {
    Ok(make(file, request, fonts)?.layout)
}

/// Refuses to let go with her what is not for her, and what she did not say is safe to carry.
fn ensure_may_be_carried(kind: Kind, request: &PaperRequest) -> Result<()> {
    match (request.goes_with_her, kind.may_be_carried()) {
        (false, _) => Ok(()),
        (true, false) => Err(Error::NotForCarrying),
        (true, true) if request.safe_to_carry == "yes" => Ok(()),
        (true, true) => Err(Error::UnsafeToCarry),
    }
}

fn compose(file: &CaseFile, kind: Kind, words: &Words, request: &PaperRequest) -> Result<Content> {
    let about = request.about_id.as_deref().filter(|id| !id.is_empty());
    if about.is_some() && kind.subject() == Subject::Nothing {
        return Err(Error::InvalidInput { field: "about" });
    }
    let needed = || about.ok_or(Error::InvalidInput { field: "about" });
    match kind {
        Kind::ResourceList => resource_list::compose(file, words, request, about),
        Kind::ReleaseForm => match about {
            Some(release) => release_form::filled(file, words, release, request.goes_with_her),
            None => Ok(release_form::blank(file, words)),
        },
        Kind::RightsNotice => rights_notice::compose(file, words),
        Kind::DangerSigns => Ok(danger_signs::compose(words)),
        Kind::SafeContactCard => {
            safe_contact_card::compose(file, words, needed()?, request.large_print)
        }
        Kind::RollCall => roll_call::compose(file, words),
        Kind::DisclosureLog => disclosure_log::compose(file, words, needed()?),
        Kind::LostLaptop => lost_laptop::compose(file, words, about),
        Kind::AgreementPage => agreement_page::compose(file, words, needed()?),
        Kind::QuickCard => Ok(quick_card::compose(words)),
        Kind::SixWords => six_words::compose(file, words),
    }
}

fn on_paper(
    file: &CaseFile,
    content: &Content,
    words: &Words,
    request: &PaperRequest,
) -> Result<Paper> {
    let title = content.title.clone();
    let language = &request.language;
    let print = Print {
        page: &request.page,
        is_large: request.large_print,
        is_on_both_sides: request.both_sides,
    };
    let mut paper = letters::as_printed(title, language, print);
    paper.page_numbers = PageNumbers::Shown;
    paper.created_on = letters::created_on(file.now().date_naive());
    if content.names_office {
        paper.header = Some(letters::letterhead(words, &file.place().office_name));
        paper.blocks.extend(logo::at_top(file)?);
    }
    paper.blocks.extend(content.blocks.iter().cloned());
    Ok(paper)
}

/// Keeps that a paper goes out, if it is in the register.
fn keep(
    file: &mut CaseFile,
    request: &PaperRequest,
    made: &Made,
    given: &str,
) -> Result<Option<(EntityId, Changes)>> {
    let Some(about) = &made.about else {
        return Ok(None);
    };
    // Of an agency, most of these carry no more than the name.
    let numbers = match made.kind.carries_numbers_of_agencies() {
        true => papers::numbers_of(file, &about.partners)?,
        false => papers::marks_of(&about.ways),
    };
    let (kind, state) = match request.goes_with_her {
        true => ("victim", "given"),
        false => ("office", "held"),
    };
    let kept = file.change(Action::MakeLetter, |change| {
        let filled = Filled::default()
            .naming("victim", about.victim)
            .text("form", made.kind.code())
            .text("language", &request.language)
            .text("sha256", &letters::hash_of(&made.pdf))
            .text("given", given)
            .text("kind", kind)
            .list("numbers", &numbers)
            .text("paper_state", state)
            .text("page", letters::page_code(&request.page))
            .yes("large_print", request.large_print)
            .text("template_version", &made.version)
            .text("came_out", if given == "printed" { "unknown" } else { "" });
        let paper = filled.by(change).create(change, &LETTER);
        papers::name_partners(change, paper, &about.partners);
        papers::name_ways(change, paper, &about.ways)?;
        Ok(paper)
    })?;
    Ok(Some(kept))
}
