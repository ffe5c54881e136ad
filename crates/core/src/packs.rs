//! State packs: what differs from state to state, as data in `assets/packs`: rights, deadlines, retention.
//!
//! The one that comes with the program is a sample and says so. No number of a state stands in code.

use std::sync::LazyLock;

use crate::error::{Error, Result};
use crate::view::views;

/// The packs that come with the program.
const FILES: [&str; 1] = [include_str!("../../../assets/packs/sample.json")];

static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let read = |file: &&str| {
        serde_json::from_str(file)
            .expect("assets/packs is part of the program and was read by its tests")
    };
    FILES.iter().map(read).collect()
});

/// A state's rules.
#[derive(Debug, serde::Deserialize)]
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
#[derive(Debug, serde::Deserialize)]
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
#[derive(Debug, serde::Deserialize)]
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
}

impl Pack {
    /// The id with the version, as records keep it.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.id, self.version)
    }
}

/// The pack with this id.
///
/// # Errors
/// [`Error::UnknownPack`].
pub fn pack(id: &str) -> Result<&'static Pack> {
    let mut packs = PACKS.iter();
    packs.find(|pack| pack.id == id).ok_or(Error::UnknownPack)
}

/// Every pack.
pub fn all() -> Vec<PackView> {
    let views = PACKS.iter().map(|pack| PackView {
        id: pack.id.clone(),
        version: pack.version.clone(),
        sample: pack.sample,
        source: pack.source.clone(),
        rights: pack.rights.clone(),
        late_for_good_cause: pack.compensation.late_for_good_cause,
    });
    views.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_that_comes_along_is_marked_as_a_sample_and_says_everything_twice() {
        for pack in PACKS.iter() {
            assert!(pack.sample && !pack.source.is_empty());
            assert!(!pack.rights.is_empty());
            for right in &pack.rights {
                assert!(
                    !right.en.is_empty() && !right.es.is_empty(),
                    "{}",
                    right.code
                );
            }
            assert!(pack.retention.identity_months <= pack.retention.statistics_months);
        }
        assert!(matches!(super::pack("nowhere"), Err(Error::UnknownPack)));
    }
}
