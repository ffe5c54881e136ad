//! The office's own lists: its own services, kinds of crime and needs, its follow-up policies' figures, the days on which
//! it is closed, its zones, and words that must not stand on a paper that may be found.
//!
//! The county installs them from one file; they stand in the office's policy whole, as one value, and every place
//! follows them as soon as it hears of them. Two that were installed apart wait for a person and are never mixed. Where
//! they are not understood, as by an older program, what comes with the program holds.

mod reading;
mod views;
mod zones;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;

pub use reading::ListsFlaw;
pub use views::*;
pub use zones::other_zones;
pub(crate) use zones::zones;

use crate::casefile::{Action, CaseFile, Seen};
use crate::codes;
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::files;
use crate::followups::policy::{Figures, Policy};
use crate::policy::{self, THE_POLICY};
use crate::registry::OFFICE_POLICY;
use crate::start::Saved;
use crate::words::Words;

/// What an office put beside the program's lists, or in their place.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnLists {
    /// Rises with every change. The program's own lists are version 1.
    version: i32,
    #[serde(default)]
    services: Vec<Code>,
    #[serde(default)]
    crimes: Vec<Code>,
    #[serde(default)]
    needs: Vec<Code>,
    /// By code of `follow_up_policy`.
    #[serde(default)]
    follow_up: BTreeMap<String, Figures>,
    /// Beside Saturdays and Sundays.
    #[serde(default)]
    pub(crate) closed_on: BTreeSet<NaiveDate>,
    /// Words of any language that must not stand on a paper that may be found, beside the program's.
    #[serde(default)]
    pub(crate) denied_words: Vec<String>,
    /// The zones a form may name; none leaves it to words. Where there are none, older programs read the rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    zones: Vec<String>,
}

/// A code of the office's own as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Code {
    code: String,
    en: String,
    es: String,
    /// Code of the program's list: what it counts as.
    pub(crate) counts_as: String,
    #[serde(default)]
    pub(crate) retired: bool,
}

/// A list of the program that an office adds codes of its own to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Adds {
    Services,
    Crimes,
    Needs,
}

/// Codes of a form, told apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sorted {
    /// Those of the program, with what the office's own count as.
    pub(crate) standard: Vec<String>,
    /// The office's own.
    pub(crate) own: Vec<String>,
}

/// What holds in this office.
///
/// # Errors
/// [`Error::Storage`].
pub fn lists(file: &CaseFile) -> Result<OwnListsView> {
    let standing = policy::standing(file)?;
    let seen = standing.as_ref().map_or_else(String::new, |it| it.seen());
    Ok(installed(file)?.view(seen))
}

/// The text of a file with lists.
///
/// # Errors
/// [`Error::FileNotFound`]; [`Error::ListsRefused`] for one that is too large or no text.
pub fn text(path: &Path) -> Result<String> {
    reading::text_of(files::read_beginning(path, reading::FILE_BYTES + 1)?)
}

/// Reads the lists from a file's text, wholly, and writes nothing.
///
/// # Errors
/// [`Error::ListsRefused`] with what cannot be used, and why.
pub fn check(text: &str) -> Result<OwnListsView> {
    Ok(reading::read(text)?.view(String::new()))
}

/// Installs the lists from a file's text, in place of what [`lists`] had shown. The same file again changes nothing.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::ListsRefused`] for what cannot be used, for a version that does not come after the
/// installed one, and for a code that is left out though records may name it.
pub fn install(file: &mut CaseFile, text: &str, seen: &str) -> Result<Saved> {
    file.place().ensure_county()?;
    let seen = Seen::from_token(seen)?;
    let lists = reading::read(text)?;
    let stands = installed(file)?;
    if stands != lists {
        lists.ensure_follow(&stands)?;
    }
    let written = lists.written()?;
    let ((), changes) = file.change(Action::SetPolicy, |change| {
        let filled = Filled::default().text("own_lists", &written);
        filled.edit(change, &OFFICE_POLICY, THE_POLICY, &seen)
    })?;
    Ok(Saved::new(THE_POLICY, &changes))
}

/// What the county installed, as far as this program understands it.
pub(crate) fn installed(file: &CaseFile) -> Result<OwnLists> {
    let written = policy::standing(file)?.and_then(|policy| policy.maybe("own_lists"));
    let read = written.and_then(|written| reading::read(&written).ok());
    Ok(read.unwrap_or_default())
}

/// What installed lists are called where two of them wait for a person.
pub(crate) fn called(written: &str) -> String {
    match reading::read(written) {
        Ok(lists) => lists.version.to_string(),
        Err(_) => written.chars().take(40).collect(),
    }
}

impl Adds {
    const ALL: [Adds; 3] = [Adds::Services, Adds::Crimes, Adds::Needs];

    /// What its codes count as: a list of the program.
    fn counts_in(self) -> &'static str {
        match self {
            Adds::Services => "service_item",
            Adds::Crimes => "victimization",
            Adds::Needs => "need",
        }
    }

    /// The list its codes stand beside, none of which they repeat.
    fn beside(self) -> &'static str {
        match self {
            Adds::Services => "local_item",
            Adds::Crimes | Adds::Needs => self.counts_in(),
        }
    }
}

impl OwnCode {
    /// What it is called in the language of these words.
    pub fn name(&self, words: &Words) -> &str {
        match words.language() {
            "es" => &self.es,
            _ => &self.en,
        }
    }
}

impl Code {
    /// As it is shown.
    pub(crate) fn view(&self) -> OwnCode {
        OwnCode {
            code: self.code.clone(),
            en: self.en.clone(),
            es: self.es.clone(),
            counts_as: self.counts_as.clone(),
            retired: self.retired,
        }
    }
}

impl OwnLists {
    /// The office's own service of this code, also one that is no longer given.
    pub(crate) fn service(&self, code: &str) -> Option<&Code> {
        self.own(Adds::Services, code)
    }

    fn codes(&self, adds: Adds) -> &[Code] {
        match adds {
            Adds::Services => &self.services,
            Adds::Crimes => &self.crimes,
            Adds::Needs => &self.needs,
        }
    }

    fn own(&self, adds: Adds, code: &str) -> Option<&Code> {
        self.codes(adds).iter().find(|own| own.code == code)
    }

    /// Tells the codes of a form apart. One that stands in the record already is no mistake of the form, also where
    /// the office's lists are not understood.
    ///
    /// # Errors
    /// [`Error::UnknownCode`].
    pub(crate) fn sort_out(
        &self,
        adds: Adds,
        field: &'static str,
        codes: &[String],
        stands: &[String],
    ) -> Result<Sorted> {
        let mut sorted = Sorted::default();
        for code in codes {
            let standard = match self.own(adds, code) {
                Some(own) => {
                    sorted.own.push(code.clone());
                    &own.counts_as
                }
                None if stands.contains(code) => {
                    sorted.own.push(code.clone());
                    continue;
                }
                None => code,
            };
            codes::ensure(adds.counts_in(), field, standard)?;
            if !sorted.standard.contains(standard) {
                sorted.standard.push(standard.clone());
            }
        }
        Ok(sorted)
    }

    /// The follow-up policy of this code by the office's own figures.
    pub(crate) fn follow_up(&self, id: &str) -> Option<Policy> {
        Some(Policy {
            id: id.to_owned(),
            version: self.version,
            figures: self.follow_up.get(id)?.clone(),
        })
    }

    /// Refuses a version that does not come after the installed one, and the loss of a code's name.
    fn ensure_follow(&self, stands: &OwnLists) -> Result<()> {
        if self.version <= stands.version {
            let installed = stands.version.to_string();
            return Err(reading::refused("version", ListsFlaw::Older { installed }));
        }
        for adds in Adds::ALL {
            let is_there = |code: &&Code| self.own(adds, &code.code).is_some();
            if let Some(left_out) = stands.codes(adds).iter().find(|code| !is_there(code)) {
                return Err(reading::refused(&left_out.code, ListsFlaw::LeftOut));
            }
        }
        Ok(())
    }

    /// The same lists are the same text, however their file was laid out.
    fn written(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|source| Error::Storage {
            doing: "write the office's lists",
            source: Box::new(source),
        })
    }

    fn view(&self, seen: String) -> OwnListsView {
        OwnListsView {
            version: self.version,
            services: self.services.iter().map(Code::view).collect(),
            crimes: self.crimes.iter().map(Code::view).collect(),
            needs: self.needs.iter().map(Code::view).collect(),
            follow_up: self.follow_up.keys().cloned().collect(),
            closed_on: self.closed_on.iter().map(NaiveDate::to_string).collect(),
            denied_words: self.denied_words.clone(),
            zones: self.zones.clone(),
            seen,
        }
    }
}
