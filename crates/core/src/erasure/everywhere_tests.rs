//! What an order erased is in no byte of any file here: the case file page by page, the write-ahead log, its
//! index, the key file, backups made afterwards, and bundles written afterwards, opened.
//!
//! Every text of a victim carries a marker. The same search finds all of them before the order, so that a
//! search that finds nothing means something.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_bundle::{Block, Direction, Expectation, open};

use super::*;
use crate::outreach::ContactForm;
use crate::referrals::ReferralForm;
use crate::releases::ReleaseForm;
use crate::testing::{PASSPHRASE, World, partner, victim};
use crate::{contacts, exchange, outreach, partners, referrals, releases, victims};

/// One for each text that can be typed about a victim; a phone as its digits.
const MARKERS: [&str; 12] = [
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
fn found_in(bytes: &[u8]) -> BTreeSet<&'static str> {
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
fn files_of(folder: &Path) -> Vec<PathBuf> {
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

/// A bundle's blocks, opened as its recipient would.
fn blocks_of(path: &str, reader: &CaseFile, directions: &[Direction]) -> Vec<u8> {
    let bytes = fs::read(path).unwrap();
    let roster = newest_roster_of(reader);
    let expect = Expectation {
        agency: reader.place().agency,
        directions,
    };
    let signer = |manifest: &countyline_bundle::Manifest| {
        roster.verifying_key(&manifest.cover.device).cloned()
    };
    let opened = open(&bytes, &reader.place().opening_key, signer, &expect).unwrap();
    let blocks: Vec<Block> = opened.blocks().collect::<Result<_, _>>().unwrap();
    blocks.into_iter().flat_map(|block| block.plain).collect()
}

fn newest_roster_of(file: &CaseFile) -> countyline_bundle::Roster {
    let body: Vec<u8> = file
        .conn()
        .query_row(
            "SELECT body FROM roster ORDER BY version DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    countyline_bundle::Roster::read_first(&body).unwrap()
}

fn contact(victim_id: &str, note: &str) -> ContactForm {
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
fn type_everything(file: &mut CaseFile, agency: &str) -> String {
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
fn disagree(file: &mut CaseFile, ana: &str, hours: &str) {
    let method = victims::page(file, ana).unwrap().contact_methods.remove(0);
    let mut form = method.form.clone();
    form.hours = hours.to_owned();
    contacts::edit(file, &method.id, &form, &method.seen).unwrap();
}

#[test]
fn what_an_order_erased_is_in_no_byte_of_any_file_of_any_place() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let agency = partners::create(&mut county, &partner("Legal Aid"))
        .unwrap()
        .id;
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    let ana = type_everything(&mut laptop, &agency);
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, std::slice::from_ref(&week)).unwrap();
    disagree(&mut county, &ana, "Othermarker");
    disagree(&mut laptop, &ana, "Latermarker");
    outreach::record_contact(&mut laptop, &contact(&ana, "Deletedmarker")).unwrap();
    let second = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, std::slice::from_ref(&second)).unwrap();
    assert_eq!(crate::inbox::conflicts(&county).unwrap().len(), 1);
    for file in [&county, &laptop] {
        file.back_up().unwrap();
    }

    // The search finds every marker before.
    let all: BTreeSet<&str> = MARKERS.into_iter().collect();
    assert_eq!(found_in(&county.pages_on_disk()), all);
    let mut on_laptop = all.clone();
    on_laptop.remove("Othermarker");
    assert_eq!(found_in(&laptop.pages_on_disk()), on_laptop);
    assert_eq!(
        found_in(&blocks_of(&second, &county, &[Direction::Up])),
        on_laptop
    );

    let form = EraseForm {
        victim_id: ana.clone(),
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    order(&mut county, &form).unwrap();
    // Written and sent without knowing of the order.
    outreach::record_contact(&mut laptop, &contact(&ana, "Latermarker")).unwrap();
    let unheard = exchange::send_week(&mut laptop, &stick).unwrap().path;
    let request = exchange::write_enrolment(&mut laptop, &stick).unwrap().path;
    let welcome = exchange::enrol_laptop(&mut county, Path::new(&request), &stick).unwrap();
    exchange::accept_welcome(&mut laptop, Path::new(&welcome.path)).unwrap();
    // The first stick, found again, brings nothing back.
    for late in [&week, &second, &unheard] {
        exchange::merge(&mut county, std::slice::from_ref(late)).unwrap();
    }
    let third = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, std::slice::from_ref(&third)).unwrap();

    let nothing = BTreeSet::new();
    for (name, file) in [("Rivertown", &county), ("Laptop 07", &laptop)] {
        assert_eq!(found_in(&file.pages_on_disk()), nothing, "pages of {name}");
        for path in files_of(file.folder()) {
            assert_eq!(
                found_in(&fs::read(&path).unwrap()),
                nothing,
                "{}",
                path.display()
            );
        }
        for backup in file.backups().unwrap() {
            let outside = crate::outside::testing::outside(&world.clock, 5);
            let restored = CaseFile::unlock(&backup, PASSPHRASE, outside).unwrap();
            assert_eq!(
                found_in(&restored.pages_on_disk()),
                nothing,
                "backup of {name}"
            );
        }
        let report = file.verify().unwrap();
        assert!(report.ok, "{:?}", report.differences);
    }
    // No sealed file that holds her is kept in the office either.
    for path in files_of(county.folder()) {
        if path.extension().is_some_and(|extension| extension == "clb") {
            let sealed = blocks_of(path.to_str().unwrap(), &county, &[Direction::Up]);
            assert_eq!(found_in(&sealed), nothing, "{}", path.display());
        }
    }
    assert_eq!(
        found_in(&blocks_of(&third, &county, &[Direction::Up])),
        nothing
    );
    let welcomed = blocks_of(&welcome.path, &laptop, &[Direction::Bootstrap]);
    assert_eq!(found_in(&welcomed), nothing);
    // What is about others is still found.
    assert_eq!(partners::list(&laptop, "").unwrap().len(), 1);
}

/// What the searches above look for is found in every form it could be written in.
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
