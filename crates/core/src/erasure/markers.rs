//! Victims whose every text carries a marker, and the search for markers in whatever lies in an office: the case
//! file page by page, the write-ahead log, its index, the key file, backups, and sealed files, opened.
//!
//! The same search finds all of them before an order, so that a search that finds nothing means something.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use countyline_bundle::{Block, Opened};

use crate::casefile::CaseFile;
use crate::exchange::testing::opened;
use crate::outreach::ContactForm;
use crate::referrals::ReferralForm;
use crate::releases::ReleaseForm;
use crate::testing::{PASSPHRASE, World, victim};
use crate::{contacts, outreach, referrals, releases, victims};

/// One for each text that can be typed about a victim; a phone as its digits.
pub(super) const MARKERS: [&str; 12] = [
    "Givenmarker",
    "Familymarker",
    "Zonemarker",
    "5550142",
    "Hoursmarker",
    "Covermarker",
    "Notemarker",
    "Purposemarker",
    "5550199",
    "Othermarker",
    "Latermarker",
    "Deletedmarker",
];

/// What is found of them, by marker.
pub(super) fn found_in(bytes: &[u8]) -> BTreeSet<&'static str> {
    let folded: Vec<u8> = bytes.iter().map(u8::to_ascii_lowercase).collect();
    let holds = |part: &[u8]| folded.windows(part.len()).any(|window| window == part);
    let in_any_form = |marker: &&&str| {
        let plain = crate::search::plain(marker);
        let utf16 = |little: bool| -> Vec<u8> {
            let units = plain.encode_utf16();
            units
                .flat_map(|unit| {
                    if little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                })
                .collect()
        };
        let hyphened = format!(
            "{}-{}",
            &plain[..3.min(plain.len())],
            &plain[3.min(plain.len())..]
        );
        holds(plain.as_bytes())
            || holds(hyphened.as_bytes())
            || holds(&utf16(true))
            || holds(&utf16(false))
    };
    MARKERS.iter().filter(in_any_form).copied().collect()
}

/// Every file of an office as it lies on the disk.
pub(super) fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_of(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// A bundle's blocks as its recipient opens them.
pub(super) fn blocks_of(reader: &CaseFile, from: &CaseFile, path: &str) -> Vec<u8> {
    blocks_in(&opened(reader, from, path))
}

/// All blocks of a bundle.
pub(super) fn blocks_in(opened: &Opened<'_>) -> Vec<u8> {
    let blocks: Vec<Block> = opened.blocks().collect::<Result<_, _>>().unwrap();
    blocks.into_iter().flat_map(|block| block.plain).collect()
}

/// Nothing of any marker is in the pages, the files and the backups of an office, and its data is sound.
pub(super) fn ensure_nothing_found(world: &World, file: &CaseFile) {
    let (nothing, name) = (BTreeSet::new(), file.place().place_name.clone());
    assert_eq!(found_in(&file.pages_on_disk()), nothing, "pages of {name}");
    for path in files_of(file.folder()) {
        let found = found_in(&fs::read(&path).unwrap());
        assert_eq!(found, nothing, "{}", path.display());
    }
    for backup in file.backups().unwrap() {
        let outside = crate::outside::testing::outside(&world.clock, 5);
        let restored = CaseFile::unlock(&backup, PASSPHRASE, outside).unwrap();
        let found = found_in(&restored.pages_on_disk());
        assert_eq!(found, nothing, "backup of {name}");
    }
    let report = file.verify().unwrap();
    assert!(report.ok, "{:?}", report.differences);
}

pub(super) fn contact(victim_id: &str, note: &str) -> ContactForm {
    ContactForm {
        victim_id: victim_id.to_owned(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: Some(5),
        note: note.to_owned(),
        follow_up_id: None,
        next_follow_up_on: Some("2026-03-19".to_owned()),
    }
}

/// Types a marker into every text about a victim, and returns her id.
pub(super) fn type_everything(file: &mut CaseFile, agency: &str) -> String {
    let mut form = victim("Givenmarker", "Familymarker");
    form.zone = "Zonemarker".to_owned();
    let way = |number: &str| contacts::ContactMethodForm {
        channel: "phone".to_owned(),
        value: number.to_owned(),
        safe: "yes".to_owned(),
        voicemail: "no".to_owned(),
        hours: "Hoursmarker".to_owned(),
        cover_name: "Covermarker".to_owned(),
    };
    form.contact_method = Some(way("555-0142"));
    let ana = victims::create(file, &form).unwrap().id;
    outreach::record_contact(file, &contact(&ana, "Notemarker")).unwrap();
    let release = ReleaseForm {
        victim_id: ana.clone(),
        recipient_id: agency.to_owned(),
        items: vec!["name".to_owned()],
        purpose: "Purposemarker".to_owned(),
        expires_on: "2026-04-01".to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details: None,
    };
    releases::sign(file, &release).unwrap();
    let referral = ReferralForm {
        victim_id: ana.clone(),
        partner_ids: vec![agency.to_owned()],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    referrals::refer_victim(file, &referral).unwrap();
    // What was replaced is in the history all the same.
    let method = victims::page(file, &ana).unwrap().contact_methods.remove(0);
    contacts::edit(file, &method.id, &way("555-0199"), &method.seen).unwrap();
    ana
}

/// A conflict about her: another place writes her number apart.
pub(super) fn disagree(file: &mut CaseFile, ana: &str, hours: &str) {
    let method = victims::page(file, ana).unwrap().contact_methods.remove(0);
    let mut form = method.form.clone();
    form.hours = hours.to_owned();
    contacts::edit(file, &method.id, &form, &method.seen).unwrap();
}

/// What the search looks for is found in every form it could be written in.
#[test]
fn the_search_would_find_a_marker_in_any_form() {
    for form in ["x Notemarker x", "NOTEMARKER", "notemarker"] {
        assert_eq!(
            found_in(form.as_bytes()),
            BTreeSet::from(["Notemarker"]),
            "{form}"
        );
    }
    let utf16: Vec<u8> = "Notemarker"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(found_in(&utf16), BTreeSet::from(["Notemarker"]));
    assert_eq!(
        found_in(b"call 555-0142 or 5550142"),
        BTreeSet::from(["5550142"])
    );
    assert!(found_in(b"nothing of the kind").is_empty());
}
