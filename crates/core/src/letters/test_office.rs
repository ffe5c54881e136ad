//! A county with somebody who was referred, and the request for her letter: for tests of everything on paper.

use std::path::PathBuf;

use countyline_documents::Fonts;

use super::LetterRequest;
use crate::casefile::CaseFile;
use crate::partners::{self, PartnerForm};
use crate::referrals::{self, ReferralForm};
use crate::testing::victim;
use crate::victims;

/// The fonts that come with the program.
pub(crate) fn fonts() -> Fonts {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts");
    Fonts::load(&folder).unwrap()
}

/// Refers a new victim of this given name to new agencies, for legal help; the request for her full letter.
pub(crate) fn refer(file: &mut CaseFile, given: &str, agencies: &[PartnerForm]) -> LetterRequest {
    let victim_id = victims::create(file, &victim(given, "Marker")).unwrap().id;
    let partner_ids = agencies
        .iter()
        .map(|agency| partners::create(file, agency).unwrap().id)
        .collect();
    let form = ReferralForm {
        victim_id: victim_id.clone(),
        partner_ids,
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let made = referrals::refer_victim(file, &form).unwrap();
    LetterRequest {
        victim_id,
        referral_ids: made.into_iter().map(|referral| referral.id).collect(),
        form: "full".to_owned(),
        language: "en".to_owned(),
        page: "us_letter".to_owned(),
        large_print: false,
        both_sides: false,
        safe_to_carry: "yes".to_owned(),
        release_id: None,
        exclusions_read: false,
        held: false,
    }
}

/// A text without the marks that keep a name's direction apart.
pub(crate) fn unmarked(text: &str) -> String {
    let marks = |letter: &char| !matches!(letter, '\u{2066}'..='\u{2069}');
    text.chars().filter(marks).collect()
}
