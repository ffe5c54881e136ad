//! What a paper says: content for `documents`, compiled from a [`Permit`] and from nothing else.
//!
//! A letter is the same request each time it is previewed, saved or printed. It holds the agencies she was
//! referred to and nothing of what was done to her. The discreet forms hold no word that a person who finds
//! them could read as help against him: every text, the metadata and the file name are scanned for the words
//! of `discreet-deny.json` in all languages, and a letter that fails is never written. The plain form names
//! neither this office nor a crime, and agencies as they call themselves.
//!
//! A letter to an agency is another paper, with what a release covers; the two are never mixed. Papers that are
//! no letters stand in [`crate::paper_kinds`].
//!
//! Paper that went out is kept as a record with its hash, never with its content.

mod agency;
mod checks;
mod compose;
mod discreet;
mod fitting;
mod forms;
mod hours;
mod named;
mod neutral;
mod offered;
mod run;
mod saving;
mod store;
mod times;
mod unnamed;
mod views;

#[cfg(test)]
mod agency_tests;
#[cfg(test)]
mod every_template_tests;
#[cfg(test)]
mod right_to_left_tests;
#[cfg(test)]
mod run_tests;
#[cfg(test)]
mod service_tests;
#[cfg(test)]
pub(crate) mod test_office;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod unnamed_tests;

use std::path::{Path, PathBuf};

pub use countyline_documents::Fonts;
use countyline_documents::{Layout, plain_text, to_pdf, to_svg_pages};
use countyline_ledger::{EntityId, Value};

pub use run::{preview_run, record_run_printed, save_run};
pub use saving::Destination;
pub use views::*;

pub(crate) use agency::value_for_paper;
pub(crate) use checks::{
    Private, as_known, check, checks_of_discreet, ensure_ready, hash_of, is_ready,
    no_protected_address, office_name_in, own_denied_words, warn,
};
pub(crate) use compose::{
    Print, as_printed, created_on, file_name, letterhead, numbered, page_code, page_of,
    said_languages, said_needs, written_date,
};
pub(crate) use discreet::{denied_word, denied_words_of, holds_denied};
pub(crate) use fitting::{folded_cards, lay_out_fitting, wallet_cards};
pub(crate) use hours::said_hours;
pub(crate) use neutral::{is_neutral, name_if_neutral, neutral_number};
pub(crate) use saving::ToWrite;

use crate::casefile::{Action, CaseFile, Changes};
use crate::disclosures::{self, Told};
use crate::error::{Error, Result};
use crate::looks::Looked;
use crate::papers::{NumberOnPaper, WayOnPaper};
use crate::registry::{LETTER, VICTIM};
use crate::releases::{self, Carried};
use crate::standing::reference;
use crate::start::Saved;
use crate::wordings::{self, Wording};
use crate::words::Words;
use crate::{days, ids, papers, referrals};

use agency::Asked;
use checks::checks;
use compose::Composed;
use forms::Form;

/// A letter laid out, with its file's bytes and what was checked.
struct Made {
    victim: EntityId,
    partners: Vec<EntityId>,
    /// The numbers of agencies and services that it carries.
    numbers: Vec<NumberOnPaper>,
    /// Her ways whose numbers it carries.
    ways: Vec<WayOnPaper>,
    file_name: String,
    layout: Layout,
    pdf: Vec<u8>,
    checks: Vec<LetterCheck>,
    /// Whose wording it has.
    version: String,
    /// For a letter to an agency: what it tells.
    told: Option<Tells>,
}

/// What a letter tells an agency.
struct Tells {
    referral: EntityId,
    release: EntityId,
    /// Codes of `release_item`.
    items: Vec<String>,
}

/// The letter as it will come out of the printer, with what was checked.
///
/// # Errors
/// [`Error::UnsafeToCarry`] unless she said it is safe or it is held; [`Error::ReleaseOtherRecipient`] if a
/// referral is not hers; for an agency those of its release, and [`Error::AnswersExclude`] for one that is held;
/// [`Error::Document`] if a font is missing.
pub fn preview(file: &CaseFile, request: &LetterRequest, fonts: &Fonts) -> Result<LetterPreview> {
    let made = make(file, request, fonts)?;
    file.looked_at(Looked::Paper, ids::parse(&VICTIM, &request.victim_id)?);
    Ok(LetterPreview {
        pages: to_svg_pages(&made.layout),
        text: plain_text(&made.layout),
        ready: is_ready(&made.checks),
        checks: made.checks,
        file_name: made.file_name,
    })
}

/// Keeps that the letter went out, and writes its PDF into a folder, as a file that asks for a password where one is
/// given. What is kept is on the disk before the PDF is; if that cannot be written, it says so.
///
/// # Errors
/// As [`preview`]; [`Error::LetterWouldLeak`]; [`Error::ExclusionsUnread`]; [`Error::FolderNotFound`];
/// [`Error::Document`] if the password cannot be used: nothing is kept and nothing written then; those of writing a
/// file.
pub fn save<'a>(
    file: &mut CaseFile,
    request: &LetterRequest,
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
    let saved = paper.write(file, &to, |file| {
        let (letter, _) = keep(file, request, &made, "saved")?;
        Ok(vec![letter])
    })?;
    send(file, &made)?;
    Ok(saved)
}

/// Sends the referral that waited for a letter which is on the disk now.
fn send(file: &mut CaseFile, made: &Made) -> Result<()> {
    let Some(tells) = &made.told else {
        return Ok(());
    };
    file.change(Action::AdvanceReferral, |change| {
        let today = change.now().date_naive();
        referrals::sent_by_letter(change, tells.referral, tells.release, today)
    })?;
    Ok(())
}

/// The folder of an office that holds the fonts it added, for scripts that ours cannot write. It need not be there.
pub fn font_packs(office: &Path) -> PathBuf {
    office.join("fonts")
}

/// Keeps that the letter is handed to the printer, before it is. From then on it counts as made, and what it tells as
/// told, until somebody says that nothing came out ([`papers::came_out`]); a referral that waits for it is sent only
/// once somebody says that it did.
///
/// # Errors
/// As [`preview`]; [`Error::LetterWouldLeak`]; [`Error::ExclusionsUnread`].
pub fn record_printed(
    file: &mut CaseFile,
    request: &LetterRequest,
    fonts: &Fonts,
) -> Result<Saved> {
    let made = make(file, request, fonts)?;
    ensure_ready(&made.checks)?;
    let (letter, changes) = keep(file, request, &made, "printed")?;
    Ok(Saved::new(letter, &changes))
}

fn make(file: &CaseFile, request: &LetterRequest, fonts: &Fonts) -> Result<Made> {
    let form = Form::from_code(&request.form)?;
    let victim = ids::parse(&VICTIM, &request.victim_id)?;
    let private = Private::of(file, victim)?;
    let Wording { words, version } = wordings::of(file, &request.language)?;
    let (partners, asked, composed) = match form {
        Form::Agency => {
            crate::checks::exclude("held", "form", request.held)?;
            let asked = Asked::of(file, request)?;
            let composed = agency::compose(file, &words, &asked, request)?;
            (store::partners_of(&asked.permit), Some(asked), composed)
        }
        form => {
            let asked = Hers {
                victim,
                request,
                form,
            };
            let (partners, composed) = asked.compose(file, &words, &private)?;
            (partners, None, composed)
        }
    };
    let Composed {
        mut paper,
        otherwise,
        file_name,
        stale_partners,
        undecided,
        found,
        numbers,
        ways,
    } = composed;
    let layout = lay_out_fitting(&mut paper, otherwise, fonts)?;
    let pdf = to_pdf(&layout)?;
    let mut checks = checks(form, &paper, &layout, &pdf, &file_name, &private)?;
    if let Some(asked) = &asked {
        checks.extend(agency::checks(
            asked,
            &plain_text(&layout),
            request.exclusions_read,
        ));
        checks.extend(agency::lacks_number(file, &words)?);
    }
    checks.extend(found);
    checks.extend(as_known(file)?);
    if stale_partners > 0 {
        let count = crate::values! { count = stale_partners };
        checks.push(warn("check-stale-numbers", count));
    }
    if undecided {
        checks.push(warn("check-undecided", crate::values! {}));
    }
    Ok(Made {
        victim,
        partners,
        numbers,
        ways,
        file_name,
        layout,
        pdf,
        checks,
        version,
        told: asked.map(|asked| Tells {
            referral: asked.referral_id,
            release: asked.release,
            items: asked.items,
        }),
    })
}

impl LetterRequest {
    fn print(&self) -> Print<'_> {
        Print {
            page: &self.page,
            is_large: self.large_print,
            is_on_both_sides: self.both_sides,
        }
    }
}

/// A letter for herself as it was asked for.
struct Hers<'a> {
    victim: EntityId,
    request: &'a LetterRequest,
    form: Form,
}

impl Hers<'_> {
    /// Her own paper, and the agencies on it.
    fn compose(
        &self,
        file: &CaseFile,
        words: &Words,
        private: &Private,
    ) -> Result<(Vec<EntityId>, Composed)> {
        let request = self.request;
        let referred = request
            .referral_ids
            .iter()
            .map(|id| referrals::referred(file, id))
            .collect::<Result<Vec<_>>>()?;
        if referred.is_empty() {
            return Err(Error::InvalidInput { field: "referral" });
        }
        let carried = match request.held {
            true => Carried::Held,
            false => Carried::ByHer(&request.safe_to_carry),
        };
        let permit = releases::permit_for_herself(self.victim, carried, &referred)?;
        let asked = (request, self.form);
        let composed = compose::compose((file, words), &permit, asked, &referred, private)?;
        Ok((store::partners_of(&permit), composed))
    }
}

/// Keeps that a letter goes out, and the account of what it tells.
fn keep(
    file: &mut CaseFile,
    request: &LetterRequest,
    made: &Made,
    given: &str,
) -> Result<(EntityId, Changes)> {
    // A letter to an agency carries her number, and of the agency's only that of the service it is for.
    let numbers = match made.told {
        Some(_) => papers::marks_of(&made.ways),
        None => papers::numbers_of(file, &made.partners)?,
    };
    let paper_state = if request.held { "held" } else { "given" };
    file.change(Action::MakeLetter, |change| {
        let named = made.partners.iter().map(|id| Value::bytes(id.0));
        let numbers = numbers.iter().map(|number| Value::text(&**number));
        let kind = match made.told {
            Some(_) => "agency",
            None => "victim",
        };
        let mut fields = vec![
            ("victim", Value::bytes(made.victim.0)),
            ("at", Value::text(days::instant(change.now()))),
            ("form", Value::text(&*request.form)),
            ("language", Value::text(&*request.language)),
            ("partners", Value::List(named.collect())),
            ("sha256", Value::text(hash_of(&made.pdf))),
            ("given", Value::text(given)),
            ("staff", Value::bytes(change.staff().0)),
            ("kind", Value::text(kind)),
            ("numbers", Value::List(numbers.collect())),
            ("paper_state", Value::text(paper_state)),
            ("page", Value::text(page_code(&request.page))),
            ("large_print", Value::Bool(request.large_print)),
            ("template_version", Value::text(&*made.version)),
        ];
        if given == "printed" {
            fields.push(("came_out", Value::text("unknown")));
        }
        let Some(tells) = &made.told else {
            let letter = change.create(&LETTER, fields);
            papers::name_services(change, letter, &made.numbers);
            return Ok(letter);
        };
        let listed = tells.items.iter().map(|item| Value::text(&**item));
        fields.push(("fields", Value::List(listed.collect())));
        fields.push(("referral", reference(tells.referral)));
        let letter = change.create(&LETTER, fields);
        papers::name_services(change, letter, &made.numbers);
        papers::name_ways(change, letter, &made.ways)?;
        for recipient in &made.partners {
            let told = Told {
                victim: made.victim,
                recipient: *recipient,
                items: &tells.items,
                basis: "victim_release",
                release: Some(tells.release),
                demanded_by: None,
                form: "paper",
                letter: Some(letter),
            };
            disclosures::write(change, &told);
        }
        Ok(letter)
    })
}
