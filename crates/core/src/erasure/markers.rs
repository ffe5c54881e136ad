//! Victims whose every text carries a marker, and the search for markers in whatever lies in an office: the case
//! file page by page, the write-ahead log, its index, the key file, backups, and sealed files, opened.
//!
//! The same search finds all of them before an order, so that a search that finds nothing means something.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use countyline_bundle::{Block, Opened};

use super::every_text;
pub(crate) use super::every_text::marker;
use crate::casefile::CaseFile;
use crate::exchange::testing::opened;
use crate::outreach::ContactForm;
use crate::referrals::ReferralForm;
use crate::releases::ReleaseForm;
use crate::testing::{PASSPHRASE, World, victim, ways};
use crate::{contacts, outreach, referrals, releases, victims};

/// What is typed into forms, replaced, contradicted and hidden; a phone as its digits.
const TYPED: [&str; 12] = [
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

/// Those, and one for each field about a victim that people write freely.
pub(crate) static MARKERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let typed = TYPED.into_iter().map(str::to_owned);
    typed.chain(every_text::markers()).collect()
});

/// A form a marker could be written in, and the marker.
type Form = (Vec<u8>, &'static str);

/// Each marker in each form it could be written in, by its first byte.
static FORMS: LazyLock<Vec<Vec<Form>>> = LazyLock::new(|| {
    let mut forms = vec![Vec::new(); 256];
    for marker in MARKERS.iter() {
        for form in forms_of(&crate::search::plain(marker)) {
            forms[usize::from(form[0])].push((form, marker.as_str()));
        }
    }
    forms
});

fn forms_of(plain: &str) -> [Vec<u8>; 3] {
    let (beginning, end) = plain.split_at(3);
    let mut utf16: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // The zeros between the letters, whichever byte of each comes first.
    utf16.pop();
    [
        plain.as_bytes().to_vec(),
        format!("{beginning}-{end}").into_bytes(),
        utf16,
    ]
}

/// What is found of them, by marker.
pub(crate) fn found_in(bytes: &[u8]) -> BTreeSet<&'static str> {
    let folded: Vec<u8> = bytes.iter().map(u8::to_ascii_lowercase).collect();
    let mut found = BTreeSet::new();
    for (place, byte) in folded.iter().enumerate() {
        for (form, marker) in &FORMS[usize::from(*byte)] {
            if folded[place..].starts_with(form) {
                found.insert(*marker);
            }
        }
    }
    found
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
pub(crate) fn type_everything(file: &mut CaseFile, agency: &str) -> String {
    let mut form = victim("Givenmarker", "Familymarker");
    form.zone = "Zonemarker".to_owned();
    let way = |number: &str| contacts::ContactMethodForm {
        channel: "phone".to_owned(),
        value: number.to_owned(),
        safe: "yes".to_owned(),
        voicemail: "no".to_owned(),
        hours: "Hoursmarker".to_owned(),
        cover_name: "Covermarker".to_owned(),
        mark_reason: String::new(),
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
    every_text::write_every_text(file, &ana);
    ana
}

/// A conflict about her: another place writes her number apart.
pub(super) fn disagree(file: &mut CaseFile, ana: &str, hours: &str) {
    let ways = ways(file, ana);
    let method = ways.iter().find(|way| way.form.channel == "phone").unwrap();
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
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(found_in(&utf16), BTreeSet::from(["Notemarker"]));
    assert_eq!(
        found_in(b"call 555-0142 or 5550142"),
        BTreeSet::from(["5550142"])
    );
    assert!(found_in(b"nothing of the kind").is_empty());
}
