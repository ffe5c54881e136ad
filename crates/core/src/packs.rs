//! State packs: what differs from state to state, as data: rights, deadlines, retention.
//!
//! The one that comes with the program (`assets/packs`) is a sample and says so. An office installs its own from a
//! file of the same form ([`crate::policy::install_pack`]). No number of a state stands in code, and whatever comes
//! from a sample is called one wherever it is shown ([`PackName::in_words`]).

mod reading;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use crate::error::{Error, Result};
use crate::standing::Standing;
use crate::view::views;
use crate::words::Words;

pub use reading::Flaw;
pub(crate) use reading::{FILE_BYTES, is_later, read, refused, text_of};

/// The packs that come with the program.
const FILES: [&str; 1] = [include_str!("../../../assets/packs/sample.json")];

/// The pack that stands in where there is no other.
pub(crate) const SAMPLE: &str = "sample";

static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let read = |file: &&str| {
        read(file).expect("assets/packs is part of the program and was read by its tests")
    };
    FILES.iter().map(read).collect()
});

/// A state's rules.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Pack {
    /// What it is called in the office's policy.
    pub id: String,
    /// Rises with every change.
    pub version: String,
    /// Made up: no state's law.
    pub sample: bool,
    /// Where it comes from.
    pub source: String,
    /// What a victim may ask for or waive.
    pub rights: Vec<Right>,
    /// Deadlines of a claim.
    pub compensation: Deadlines,
    /// How long is kept what.
    pub retention: Keeping,
}

/// Deadlines of a claim for crime victim compensation.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Deadlines {
    /// Hours from the incident within which it is to be reported; none if there is no such limit.
    pub report_within_hours: Option<u32>,
    /// Months from the incident within which the claim is to be filed.
    pub file_within_months: u32,
    /// A minor may file until this birthday.
    pub minor_until_birthday: Option<u32>,
    /// A late claim may be heard for a good cause.
    pub late_for_good_cause: bool,
}

/// How long is kept what, in months from the last work with a victim.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Keeping {
    /// Names, addresses and notes.
    pub identity_months: i32,
    /// Everything else.
    pub statistics_months: i32,
}

views! {
    /// A right of a victim, in the words of the pack.
    #[derive(Eq)]
    pub struct Right {
        /// Its code.
        pub code: String,
        /// In English.
        pub en: String,
        /// In Spanish.
        pub es: String,
    }

    /// A state pack as screens offer it.
    pub struct PackView {
        /// What it is called in the office's policy.
        pub id: String,
        /// Its version.
        pub version: String,
        /// Made up: no state's law.
        pub sample: bool,
        /// Where it comes from.
        pub source: String,
        /// What a victim may ask for or waive.
        pub rights: Vec<Right>,
        /// A late claim may be heard for a good cause.
        pub late_for_good_cause: bool,
    }

    /// The state pack that a deadline or a right comes from.
    #[derive(Eq)]
    pub struct PackName {
        /// Its id with its version.
        pub name: String,
        /// Made up: no state's law. It is shown with that word, never alone.
        pub sample: bool,
    }
}

impl Pack {
    /// What is kept with a record that follows from it.
    pub(crate) fn name(&self) -> PackName {
        self.view().name()
    }

    /// As screens offer it.
    pub(crate) fn view(&self) -> PackView {
        PackView {
            id: self.id.clone(),
            version: self.version.clone(),
            sample: self.sample,
            source: self.source.clone(),
            rights: self.rights.clone(),
            late_for_good_cause: self.compensation.late_for_good_cause,
        }
    }
}

impl PackView {
    /// What it is called with its version.
    pub fn name(&self) -> PackName {
        PackName {
            name: format!("{} {}", self.id, self.version),
            sample: self.sample,
        }
    }
}

impl PackName {
    /// The pack that a record names. Where nothing says that it is a state's own, it is taken for a sample.
    pub(crate) fn kept_in(record: &Standing) -> PackName {
        PackName {
            name: record.text("pack"),
            sample: record.said("pack_sample").unwrap_or(true),
        }
    }

    /// What it is called where something of it is shown or printed: a sample's name never stands without the word
    /// that it is no state's law. The screens say it by the same message.
    pub fn in_words(&self, words: &Words) -> String {
        let sample = if self.sample { "yes" } else { "no" };
        words.say_with(
            "state-pack-name",
            &crate::values! { name = self.name, sample = sample },
        )
    }
}

/// A pack as it is kept in the history: the same rules are the same text, however their file was laid out.
pub(crate) fn written(pack: &Pack) -> Result<String> {
    serde_json::to_string(pack).map_err(|source| Error::Storage {
        doing: "write a state pack",
        source: Box::new(source),
    })
}

/// What an installed pack is called where two of them wait for a person. One that is not understood begins with its
/// id as well.
pub(crate) fn called(written: &str) -> String {
    let begins = || written.chars().take(40).collect();
    read(written).map_or_else(|_| begins(), |pack| pack.name().name)
}

/// The pack with this id that comes with the program.
pub(crate) fn brought(id: &str) -> Option<&'static Pack> {
    PACKS.iter().find(|pack| pack.id == id)
}

/// The pack that stands in where there is no other.
pub(crate) fn sample() -> &'static Pack {
    brought(SAMPLE).expect("the sample is part of the program and its tests ask for it")
}

/// Every pack that comes with the program.
pub(crate) fn all_brought() -> impl Iterator<Item = &'static Pack> {
    PACKS.iter()
}
