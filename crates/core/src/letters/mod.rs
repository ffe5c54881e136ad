//! What a paper says: content for `documents`, compiled from a [`Permit`] and from nothing else.
//!
//! A letter is the same request each time it is previewed, saved or printed. It holds the agencies she was
//! referred to and nothing of what was done to her. The discreet form holds no word that a person who finds
//! it could read as help against him: every text, the metadata and the file name are scanned for the words
//! of `discreet-deny.json` in all languages, and a letter that fails is never written.
//!
//! A letter to an agency is another paper, with what a release covers; the two are never mixed.
//!
//! Paper that went out is kept as a record with its hash, never with its content.

mod agency;
mod compose;
mod discreet;
mod store;
mod views;

#[cfg(test)]
mod agency_tests;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

pub use countyline_documents::Fonts;
use countyline_documents::{
    Layout, Paper, lay_out, plain_text, to_pdf, to_svg_pages, visible_and_hidden_text,
};
use countyline_ledger::{EntityId, Value};
use sha2::{Digest, Sha256};

pub use views::*;

use crate::casefile::{Action, CaseFile, Changes, hex};
use crate::disclosures::{self, Told};
use crate::error::{Error, Result};
use crate::registry::{LETTER, VICTIM};
use crate::releases::{self, Carried};
use crate::standing::reference;
use crate::start::Saved;
use crate::{codes, days, exchange, files, ids, papers, referrals, victims};

use agency::Asked;
use compose::Composed;
use discreet::Names;

/// A letter laid out, with its file's bytes and what was checked.
struct Made {
    victim: EntityId,
    partners: Vec<EntityId>,
    file_name: String,
    layout: Layout,
    pdf: Vec<u8>,
    checks: Vec<LetterCheck>,
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
    Ok(LetterPreview {
        pages: to_svg_pages(&made.layout),
        text: plain_text(&made.layout),
        ready: is_ready(&made.checks),
        checks: made.checks,
        file_name: made.file_name,
    })
}

/// Keeps that the letter went out, and writes its PDF into a folder. What is kept is on the disk before the PDF is;
/// if that cannot be written, it says so.
///
/// # Errors
/// As [`preview`]; [`Error::LetterWouldLeak`]; [`Error::ExclusionsUnread`]; those of writing a file.
pub fn save(
    file: &mut CaseFile,
    request: &LetterRequest,
    fonts: &Fonts,
    folder: &Path,
) -> Result<SavedLetter> {
    if !folder.is_dir() {
        return Err(Error::FolderNotFound);
    }
    let made = make(file, request, fonts)?;
    ensure_ready(&made.checks)?;
    let path = free_path(folder, &made);
    let (letter, _) = keep(file, request, &made, "saved")?;
    if let Err(refused) = files::write_whole(&path, &made.pdf) {
        // Should this fail as well, what is kept says more than went out, never less.
        let _ = papers::never_made(file, letter);
        return Err(refused);
    }
    if let Some(tells) = &made.told {
        file.change(Action::AdvanceReferral, |change| {
            referrals::sent_by_letter(change, tells.referral, tells.release)
        })?;
    }
    Ok(SavedLetter {
        path: path.display().to_string(),
        sha256: hash_of(&made.pdf),
    })
}

/// Where the letter can stand without taking the place of another victim's: letters of a kind share a name.
fn free_path(folder: &Path, made: &Made) -> PathBuf {
    let (name, ending) = made
        .file_name
        .rsplit_once('.')
        .unwrap_or((&made.file_name, "pdf"));
    let numbered = (2..).map(|number| format!("{name}-{number}.{ending}"));
    let names = std::iter::once(made.file_name.clone()).chain(numbered);
    let mut paths = names.map(|name| folder.join(name));
    let same = |path: &PathBuf| fs::read(path).is_ok_and(|bytes| bytes == made.pdf);
    paths
        .find(|path| !path.exists() || same(path))
        .unwrap_or_else(|| folder.join(&made.file_name))
}

/// Keeps that the letter was handed to the printer.
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
    codes::ensure("letter_form", "form", &request.form)?;
    if !crate::words::LANGUAGES.contains(&request.language.as_str()) {
        return Err(Error::UnknownCode { field: "language" });
    }
    let victim = ids::parse(&VICTIM, &request.victim_id)?;
    let private = Private::of(file, victim)?;
    let (partners, asked, composed) = match request.form.as_str() {
        "agency" => {
            crate::checks::exclude("held", "form", request.held)?;
            let asked = Asked::of(file, request)?;
            let composed = agency::compose(file, &asked, request)?;
            (store::partners_of(&asked.permit), Some(asked), composed)
        }
        _ => {
            let (partners, composed) = compose_for_herself(file, victim, request, &private)?;
            (partners, None, composed)
        }
    };
    let Composed {
        paper,
        file_name,
        stale_partners,
        undecided,
    } = composed;
    let layout = lay_out(&paper, fonts)?;
    let pdf = to_pdf(&layout)?;
    let mut checks = checks(request, &paper, &layout, &pdf, &file_name, &private)?;
    if let Some(asked) = &asked {
        checks.extend(agency::checks(
            asked,
            &plain_text(&layout),
            request.exclusions_read,
        ));
    }
    let known_as_of = exchange::known_as_of(file)?;
    if known_as_of < file.now().date_naive() {
        checks.push(LetterCheck {
            code: "check-known-as-of".to_owned(),
            values: crate::values! { date = known_as_of },
            passed: false,
            warning: true,
        });
    }
    if stale_partners > 0 {
        checks.push(LetterCheck {
            code: "check-stale-numbers".to_owned(),
            values: crate::values! { count = stale_partners },
            passed: false,
            warning: true,
        });
    }
    if undecided {
        checks.push(LetterCheck {
            code: "check-undecided".to_owned(),
            values: BTreeMap::new(),
            passed: false,
            warning: true,
        });
    }
    Ok(Made {
        victim,
        partners,
        file_name,
        layout,
        pdf,
        checks,
        told: asked.map(|asked| Tells {
            referral: asked.referral_id,
            release: asked.release,
            items: asked.items,
        }),
    })
}

/// Her own paper, and the agencies on it.
fn compose_for_herself(
    file: &CaseFile,
    victim: EntityId,
    request: &LetterRequest,
    private: &Private,
) -> Result<(Vec<EntityId>, Composed)> {
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
    let permit = releases::permit_for_herself(victim, carried, &referred)?;
    let composed = compose::compose(file, &permit, request, &referred, private)?;
    Ok((store::partners_of(&permit), composed))
}

/// What a letter keeps to itself: addresses of confidential places, streets of hers, and, if it is discreet, the names of
/// this office, its place and person, and the victim.
struct Private {
    addresses: Vec<String>,
    office: Names,
    victim: Names,
}

impl Private {
    fn of(file: &CaseFile, victim: EntityId) -> Result<Private> {
        let place = file.place();
        let office = [&place.office_name, &place.place_name, &place.person_name];
        let hers = store::names_and_number(file.conn(), victim)?;
        let mut addresses = store::confidential_addresses(file.conn())?;
        addresses.extend(victims::streets(file, victim)?);
        Ok(Private {
            addresses,
            office: Names::whole(office.map(String::as_str)),
            victim: Names::words_of(hers.iter().map(String::as_str)),
        })
    }

    /// Whether a text holds one of the names.
    fn names_stand_in(&self, text: &str) -> bool {
        self.office.stand_in(text) || self.victim.stand_in(text)
    }
}

/// What a letter is checked for; the discreet one for much more.
fn checks(
    request: &LetterRequest,
    paper: &Paper,
    layout: &Layout,
    pdf: &[u8],
    file_name: &str,
    private: &Private,
) -> Result<Vec<LetterCheck>> {
    let text = plain_text(layout);
    let hidden = visible_and_hidden_text(pdf)?;
    let everything = [
        text.as_str(),
        hidden.as_str(),
        file_name,
        paper.title.as_str(),
    ];
    let held = |holds: &dyn Fn(&str) -> bool| everything.iter().any(|part| holds(part));
    let mut checks = vec![check(
        "check-no-protected-address",
        !held(&|part| {
            private
                .addresses
                .iter()
                .any(|address| discreet::holds_word(part, address))
        }),
    )];
    if request.form == "discreet" {
        checks.push(check(
            "check-no-denied-word",
            !held(&|part| discreet::denied_word(part).is_some()),
        ));
        checks.push(check(
            "check-no-agency-name",
            !held(&|part| private.office.stand_in(part)),
        ));
        checks.push(check(
            "check-no-victim-or-case",
            !held(&|part| private.victim.stand_in(part)),
        ));
        checks.push(check(
            "check-neutral-file",
            discreet::denied_word(file_name).is_none()
                && discreet::denied_word(&paper.title).is_none(),
        ));
    }
    Ok(checks)
}

fn check(code: &str, passed: bool) -> LetterCheck {
    LetterCheck {
        code: code.to_owned(),
        values: Default::default(),
        passed,
        warning: false,
    }
}

/// Refuses a letter that fails one of its checks.
///
/// # Errors
/// [`Error::ExclusionsUnread`]; [`Error::LetterWouldLeak`].
fn ensure_ready(checks: &[LetterCheck]) -> Result<()> {
    let failed = checks
        .iter()
        .filter(|check| !check.passed && !check.warning);
    let failed: Vec<&str> = failed.map(|check| &*check.code).collect();
    match failed.as_slice() {
        [] => Ok(()),
        ["check-exclusions-read"] => Err(Error::ExclusionsUnread),
        _ => Err(Error::LetterWouldLeak),
    }
}

fn is_ready(checks: &[LetterCheck]) -> bool {
    checks.iter().all(|check| check.passed || check.warning)
}

/// Keeps that a letter goes out, and the account of what it tells. A referral that waited for it is sent with it, once
/// it is printed.
fn keep(
    file: &mut CaseFile,
    request: &LetterRequest,
    made: &Made,
    given: &str,
) -> Result<(EntityId, Changes)> {
    let numbers = papers::numbers_of(file, &made.partners)?;
    let paper_state = if request.held { "held" } else { "given" };
    file.change(Action::MakeLetter, |change| {
        let named = made.partners.iter().map(|id| Value::Bytes(id.0.to_vec()));
        let numbers = numbers.iter().map(|number| Value::text(&**number));
        let kind = match made.told {
            Some(_) => "agency",
            None => "victim",
        };
        let mut fields = vec![
            ("victim", Value::Bytes(made.victim.0.to_vec())),
            ("at", Value::text(days::instant(change.now()))),
            ("form", Value::text(&*request.form)),
            ("language", Value::text(&*request.language)),
            ("partners", Value::List(named.collect())),
            ("sha256", Value::text(hash_of(&made.pdf))),
            ("given", Value::text(given)),
            ("staff", Value::Bytes(change.staff().0.to_vec())),
            ("kind", Value::text(kind)),
            ("numbers", Value::List(numbers.collect())),
            ("paper_state", Value::text(paper_state)),
            ("page", Value::text(compose::page_code(request))),
            ("large_print", Value::Bool(request.large_print)),
            // The words of a template come with the program.
            ("template_version", Value::text(env!("CARGO_PKG_VERSION"))),
        ];
        let Some(tells) = &made.told else {
            return Ok(change.create(&LETTER, fields));
        };
        let listed = tells.items.iter().map(|item| Value::text(&**item));
        fields.push(("fields", Value::List(listed.collect())));
        fields.push(("referral", reference(tells.referral)));
        let letter = change.create(&LETTER, fields);
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
        if given == "printed" {
            referrals::sent_by_letter(change, tells.referral, tells.release)?;
        }
        Ok(letter)
    })
}

fn hash_of(pdf: &[u8]) -> String {
    hex(&Sha256::digest(pdf))
}
