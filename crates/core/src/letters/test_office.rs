//! A county with somebody who was referred, and the request for her letter: for tests of everything on paper.

use std::path::PathBuf;

use countyline_documents::testing::{Page, Shape, TagId, pages};
use countyline_documents::{Fonts, Layout};

use super::LetterRequest;
use crate::casefile::CaseFile;
use crate::partners::{self, PartnerForm};
use crate::referrals::{self, ReferralForm};
use crate::releases::{self, ReleaseDetails, ReleaseForm};
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
    full_letter(
        victim_id,
        made.into_iter().map(|referral| referral.id).collect(),
    )
}

/// The request for her full letter in English about these referrals.
pub(crate) fn full_letter(victim_id: String, referral_ids: Vec<String>) -> LetterRequest {
    LetterRequest {
        victim_id,
        referral_ids,
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

/// Signs a release of these items for a new agency and refers her there; the request for the letter that goes to it. A
/// referral by letter names its release.
pub(crate) fn refer_under_release(
    file: &mut CaseFile,
    victim_id: &str,
    agency: &PartnerForm,
    kind: &str,
    (items, details): (&[&str], Option<ReleaseDetails>),
) -> LetterRequest {
    let agency = partners::create(file, agency).unwrap().id;
    let release = release(victim_id, &agency, items, details);
    let release = releases::sign(file, &release).unwrap().id;
    let referral = ReferralForm {
        victim_id: victim_id.to_owned(),
        partner_ids: vec![agency],
        need: "legal".to_owned(),
        kind: kind.to_owned(),
        release_id: (kind == "letter").then(|| release.clone()),
    };
    let made = referrals::refer_victim(file, &referral).unwrap();
    LetterRequest {
        form: "agency".to_owned(),
        safe_to_carry: "not_asked".to_owned(),
        release_id: Some(release),
        ..full_letter(victim_id.to_owned(), vec![made[0].id.clone()])
    }
}

/// A release of these items for an agency.
pub(crate) fn release(
    victim_id: &str,
    agency_id: &str,
    items: &[&str],
    details: Option<ReleaseDetails>,
) -> ReleaseForm {
    ReleaseForm {
        victim_id: victim_id.to_owned(),
        recipient_id: agency_id.to_owned(),
        items: items.iter().map(|item| (*item).to_owned()).collect(),
        purpose: String::new(),
        expires_on: "2026-03-20".to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details,
    }
}

/// A text without the marks that keep a name's direction apart.
pub(crate) fn unmarked(text: &str) -> String {
    let marks = |letter: &char| !matches!(letter, '\u{2066}'..='\u{2069}');
    text.chars().filter(marks).collect()
}

/// A letter of a page: how far from the left and from the top it stands, what it belongs to, and what it says.
pub(crate) type Placed = (f32, f32, Option<TagId>, String);

/// The letters of each page.
pub(crate) fn letters_of(layout: &Layout) -> Vec<Vec<Placed>> {
    let of_page = |page: &Page| {
        let mut letters = Vec::new();
        for item in &page.items {
            let Shape::Text(run) = &item.shape else {
                continue;
            };
            for cluster in &run.clusters {
                let Some(glyph) = cluster.glyphs.first() else {
                    continue;
                };
                letters.push((glyph.x, glyph.y, item.tag, cluster.text.clone()));
            }
        }
        letters
    };
    pages(layout).iter().map(of_page).collect()
}

/// What stands on each line of each page, from left to right, as an eye sees it.
pub(crate) fn seen(layout: &Layout) -> Vec<String> {
    let mut lines = Vec::new();
    for mut letters in letters_of(layout) {
        letters.sort_by(|one, other| {
            let lines = one.1.round().total_cmp(&other.1.round());
            lines.then(one.0.total_cmp(&other.0))
        });
        let by_line = letters.chunk_by(|one, other| one.1.round() == other.1.round());
        lines.extend(by_line.map(|line| line.iter().map(|letter| &*letter.3).collect::<String>()));
    }
    lines
}
