//! What is looked at before a paper goes out: streets and places that are secret, and in the discreet forms every
//! denied word and every name.

use std::collections::BTreeMap;

use countyline_documents::{Layout, Paper, plain_text, visible_and_hidden_text};
use countyline_ledger::EntityId;
use sha2::{Digest, Sha256};

use super::discreet::{self, Names};
use super::forms::Form;
use super::{LetterCheck, store};
use crate::casefile::{CaseFile, hex};
use crate::error::{Error, Result};
use crate::{exchange, own_languages, own_lists, staff, victims};

/// What a letter keeps to itself: addresses of confidential places, streets of hers, and, if it is discreet, the names of
/// this office, its place and everybody who is known to work here, and every name and number of the victim.
pub(crate) struct Private {
    pub(super) addresses: Vec<String>,
    pub(super) office: Names,
    pub(super) victim: Names,
    /// Words that the office denies: in its own lists, and in languages it added.
    denied: Vec<String>,
    /// Languages it added whose denied words cannot be read.
    unread: Vec<String>,
}

impl Private {
    /// What paper for or about a victim keeps to itself.
    pub(crate) fn of(file: &CaseFile, victim: EntityId) -> Result<Private> {
        let hers = victims::names_and_numbers(file, victim)?;
        let mut private = Private::of_office(file)?;
        private.addresses.extend(victims::streets(file, victim)?);
        private.victim = Names::words_of(hers.iter().map(String::as_str));
        Ok(private)
    }

    /// What paper about no victim keeps to itself.
    pub(crate) fn of_office(file: &CaseFile) -> Result<Private> {
        Ok(Private {
            addresses: store::confidential_addresses(file.conn())?,
            office: Names::whole(office_names(file)?.iter().map(String::as_str)),
            victim: Names::whole([]),
            denied: own_denied_words(file)?,
            unread: own_languages::without_denied_words(file),
        })
    }

    /// Whether a text holds a denied word, of the program's or of the office's.
    pub(super) fn denied_word_stands_in(&self, text: &str) -> bool {
        let mut own = self.denied.iter();
        discreet::denied_word(text).is_some() || own.any(|word| discreet::holds_denied(text, word))
    }

    /// Whether a text holds one of the names.
    pub(super) fn names_stand_in(&self, text: &str) -> bool {
        self.office.stand_in(text) || self.victim.stand_in(text)
    }
}

/// The words that this office denies beside the program's, as they are written.
pub(crate) fn own_denied_words(file: &CaseFile) -> Result<Vec<String>> {
    let mut denied = own_lists::installed(file)?.denied_words;
    denied.extend(own_languages::denied_words(file));
    Ok(denied)
}

/// The names of this office, of its place and of everybody who works here or did, as far as they are known here.
fn office_names(file: &CaseFile) -> Result<Vec<String>> {
    let place = file.place();
    let own = [&place.office_name, &place.place_name, &place.person_name];
    let mut names: Vec<String> = own.into_iter().cloned().collect();
    names.extend(staff::names(file)?);
    Ok(names)
}

/// The first of these names that a text holds.
pub(crate) fn office_name_in(file: &CaseFile, text: &str) -> Result<Option<String>> {
    let mut names = office_names(file)?.into_iter();
    Ok(names.find(|name| Names::whole([name.as_str()]).stand_in(text)))
}

/// What a letter is checked for: one without this office's name for that, the discreet ones for much more.
pub(super) fn checks(
    form: Form,
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
    let mut checks = vec![no_protected_address(private, &everything)];
    if !form.names_office() {
        checks.push(check(
            "check-no-agency-name",
            !held(&|part| private.office.stand_in(part)),
        ));
    }
    if form.is_discreet() {
        checks.push(check(
            "check-no-denied-word",
            !held(&|part| private.denied_word_stands_in(part)),
        ));
        checks.push(check(
            "check-no-victim-or-case",
            !held(&|part| private.victim.stand_in(part)),
        ));
        checks.push(check(
            "check-neutral-file",
            !private.denied_word_stands_in(file_name)
                && !private.denied_word_stands_in(&paper.title),
        ));
        // What could not be compared is not called clean.
        if !private.unread.is_empty() {
            let languages = private.unread.join(", ");
            checks.push(warn(
                "check-denied-words-unread",
                crate::values! { languages = languages },
            ));
        }
    }
    Ok(checks)
}

/// What a paper that is no letter is checked for where it goes with somebody and must give nothing away.
pub(crate) fn checks_of_discreet(
    paper: &Paper,
    layout: &Layout,
    pdf: &[u8],
    file_name: &str,
    private: &Private,
) -> Result<Vec<LetterCheck>> {
    checks(Form::Discreet, paper, layout, pdf, file_name, private)
}

/// No address of a confidential place and no street of hers stands in any of these texts.
pub(crate) fn no_protected_address(private: &Private, everything: &[&str]) -> LetterCheck {
    let holds = |part: &&str| {
        let mut addresses = private.addresses.iter();
        addresses.any(|address| discreet::holds_word(part, address))
    };
    check("check-no-protected-address", !everything.iter().any(holds))
}

/// Something that whoever prints it should know and that does not stop it.
pub(crate) fn warn(code: &str, values: BTreeMap<String, String>) -> LetterCheck {
    LetterCheck {
        code: code.to_owned(),
        values,
        passed: false,
        warning: true,
    }
}

/// A warning where what is known here is older than today.
pub(crate) fn as_known(file: &CaseFile) -> Result<Option<LetterCheck>> {
    let known = exchange::known_as_of(file)?;
    let is_old = known < file.now().date_naive();
    Ok(is_old.then(|| warn("check-known-as-of", crate::values! { date = known })))
}

pub(crate) fn check(code: &str, passed: bool) -> LetterCheck {
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
pub(crate) fn ensure_ready(checks: &[LetterCheck]) -> Result<()> {
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

pub(crate) fn is_ready(checks: &[LetterCheck]) -> bool {
    checks.iter().all(|check| check.passed || check.warning)
}

pub(crate) fn hash_of(pdf: &[u8]) -> String {
    hex(&Sha256::digest(pdf))
}
