//! The offices and bundles a release leaves behind, which every later program must read.
//!
//! `cargo run -p system-tests --bin old-files -- --write` makes those of this version: a made-up county and
//! a laptop on a clock that is set, with bytes from a seed. The database draws its own random bytes, so two
//! runs give equal offices in other bytes. Those of a released version are never written again.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::erasure::EraseForm;
use countyline_core::exchange::testing::{Keys, keys};
use countyline_core::outreach::{self, ContactForm};
use countyline_core::outside::testing::{SetClock, outside};
use countyline_core::partners;
use countyline_core::referrals::{self, ReferralForm};
use countyline_core::releases::{self, ReleaseForm};
use countyline_core::testing::{PASSPHRASE, World, partner, phone, restrict, victim};
use countyline_core::{contacts, duplicates, erasure, exchange, inbox, victims};
use serde_json::{Value, json};

use crate::flawed_histories;
use crate::told::hex;

/// The offices of each version.
pub const PLACES: [&str; 2] = ["county", "laptop"];
/// What an office folder consists of while nobody has it open.
const OFFICE_FILES: [&str; 3] = ["case.db", "case.key", "preferences.json"];

/// Where the old files of all versions are.
pub fn every_version() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("old-files")
}

/// Where those of this program are.
pub fn this_version() -> PathBuf {
    every_version().join(env!("CARGO_PKG_VERSION"))
}

/// Opens an office, or a copy of one.
pub fn unlock(folder: &Path) -> CaseFile {
    // Later than anything in it, as a file is that was put away.
    let clock = SetClock::at("2026-06-01T08:00:00-06:00");
    CaseFile::unlock(folder, PASSPHRASE, outside(&clock, 9)).expect("the old office opens")
}

/// What an office shows, as far as it can be counted.
pub fn counts(file: &CaseFile) -> Value {
    let report = file.verify().expect("the history is read");
    assert!(report.ok, "{:?}", report.differences);
    let found = victims::find(file, "").expect("victims are found");
    let pages = found
        .iter()
        .map(|victim| victims::page(file, &victim.id).expect("a victim has a page"));
    let entries: usize = pages.map(|page| page.timeline.len()).sum();
    json!({
        "commits": report.commits,
        "victims": found.len(),
        "persons_with_two_records": found.iter().filter(|one| !one.other_numbers.is_empty()).count(),
        "timeline_entries": entries,
        "partners": partners::list(file, "").expect("partners are listed").len(),
        "conflicts": inbox::conflicts(file).expect("conflicts are listed").len(),
        "orders_of_erasure": erasure::orders(file).expect("orders are listed").orders.len(),
    })
}

/// Writes the old files of this version anew.
pub fn write() {
    let folder = this_version();
    let _ = fs::remove_dir_all(&folder);
    let bundles = folder.join("bundles");
    fs::create_dir_all(&bundles).expect("a folder for the bundles");
    let world = World::new();
    let story = Story::tell(&world);
    story.keep_bundles(&bundles);
    let (county, laptop) = (keys_of(&story.county), keys_of(&story.laptop));
    flawed_histories::write(&story.week, &county, &laptop, &every_flaw());
    let Story { county, laptop, .. } = story;
    drop((county, laptop));
    let mut expected = json!({});
    for (place, name) in PLACES.into_iter().zip(["Rivertown", "Elm Creek"]) {
        keep_office(&world.path(name), &folder.join(place));
        let copy = world.path(&format!("copy of {name}"));
        copy_office(&folder.join(place), &copy);
        expected[place] = counts(&unlock(&copy));
    }
    let expected = format!("{expected:#}\n");
    fs::write(folder.join("expected.json"), expected).expect("the counts are written");
}

/// Where the flawed histories lie. They are sealed for the county of this version.
pub fn every_flaw() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/histories")
}

/// Copies an office that nobody has open.
pub fn copy_office(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the office");
    for name in OFFICE_FILES {
        fs::copy(from.join(name), to.join(name)).expect("an office file is copied");
    }
}

fn keep_office(from: &Path, to: &Path) {
    assert!(
        !from.join("case.db-wal").exists(),
        "somebody has the office open"
    );
    copy_office(from, to);
}

/// Rivertown and its laptops.
struct Story {
    county: CaseFile,
    laptop: CaseFile,
    /// What a laptop knows that has not joined.
    unjoined: Keys,
    request: PathBuf,
    welcome: PathBuf,
    returned: PathBuf,
    /// The laptop's last week, which the county has not merged.
    week: PathBuf,
}

impl Story {
    fn tell(world: &World) -> Story {
        let mut county = world.county("Rivertown");
        let ana = create_victim(&mut county, "Ana", "Example");
        let legal_aid = partners::create(&mut county, &partner("Oak Flat Legal Aid"))
            .expect("an agency")
            .id;

        let stick = world.stick("enrolment");
        let (mut laptop, request) = world.laptop("Elm Creek", "Deputy Sample", &stick);
        let unjoined = keys_of(&laptop);
        let welcome = exchange::enrol_laptop(&mut county, Path::new(&request), &stick)
            .expect("the county enrols");
        exchange::accept_welcome(&mut laptop, Path::new(&welcome.path)).expect("the laptop joins");
        let mut other = world.joined_laptop(&mut county, "Oak Flat", "Deputy Made-Up");

        world.clock.set("2026-03-04T10:00:00-06:00");
        let ben = create_victim(&mut laptop, "Ben", "Testcase");
        talk(&mut laptop, &ana, "Talked at home.");
        talk(&mut laptop, &ben, "First talk. Ñandú, 例 and \u{1f30e}.");
        change_phone(&mut laptop, &ana, "555-0111", "no");
        change_phone(&mut other, &ana, "555-0122", "yes");
        refer(&mut laptop, &ben, &legal_aid);
        let weeks = [&mut laptop, &mut other]
            .map(|place| send(world, place))
            .map(|path| path.display().to_string());
        let merged = exchange::merge(&mut county, &weeks).expect("the county merges");
        assert_eq!(merged.new_conflicts, 1);
        decide_at_the_county(world, &mut county, &ana);

        world.clock.set("2026-03-09T09:00:00-06:00");
        let returned = hand_back(world, &mut county, "Elm Creek");
        let received = exchange::receive(&mut laptop, std::slice::from_ref(&returned));
        assert_eq!(received.expect("the return is taken in").files.len(), 1);
        world.clock.set("2026-03-10T15:00:00-06:00");
        create_victim(&mut laptop, "Cleo", "Placeholder");
        talk(&mut laptop, &ana, "Asked about the hearing.");
        let week = send(world, &mut laptop);
        Story {
            county,
            laptop,
            unjoined,
            request: request.into(),
            welcome: welcome.path.into(),
            returned: returned.into(),
            week,
        }
    }

    fn keep_bundles(&self, folder: &Path) {
        let county = keys_of(&self.county);
        let laptop = keys_of(&self.laptop);
        let roster = county.roster.as_ref().expect("the county has a roster");
        let keep = |name: &str, from: &Path| {
            fs::copy(from, folder.join(name)).expect("a bundle is copied");
        };
        fs::write(folder.join("roster.clr"), roster).expect("the roster is written");
        keep("request.cle", &self.request);
        for (name, from, reader) in [
            ("bootstrap", &self.welcome, &self.unjoined),
            ("return", &self.returned, &laptop),
            ("up", &self.week, &county),
        ] {
            let own = folder.join(name);
            fs::create_dir_all(&own).expect("a folder for a bundle");
            fs::copy(from, own.join("bundle.clb")).expect("a bundle is copied");
            write_keys(&own, reader);
        }
    }
}

/// What only a county does: one person found twice, one record for few, one erased, a laptop lost, a key replaced.
fn decide_at_the_county(world: &World, county: &mut CaseFile, ana: &str) {
    world.clock.set("2026-03-06T11:00:00-06:00");
    let anna = create_victim(county, "Anna", "Example");
    duplicates::link(county, ana, &anna).expect("two records of one person");
    let dora = create_victim(county, "Dora", "Forgotten");
    talk(county, &dora, "What a court had erased.");
    let order = EraseForm {
        victim_id: dora,
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    erasure::order(county, &order).expect("an order is carried out");
    let eve = create_victim(county, "Eve", "Restricted");
    restrict(county, &eve, true).expect("a restricted record");
    exchange::revoke_laptop(county, "Oak Flat").expect("a laptop is struck off");
    exchange::replace_key(county).expect("the county has a new key");
}

fn keys_of(file: &CaseFile) -> Keys {
    keys(file).expect("a place has keys")
}

/// Writes what the reader in Python has to know of a recipient.
pub fn write_keys(folder: &Path, keys: &Keys) {
    let mut known = json!({ "opening_key": hex(keys.opening.to_bytes().as_slice()) });
    if let Some(agency) = &keys.agency {
        known["agency"] = json!(hex(agency));
    }
    if let Some(roster) = &keys.roster {
        known["roster"] = json!("roster.clr");
        fs::write(folder.join("roster.clr"), roster).expect("the roster is written");
    }
    fs::write(folder.join("keys.json"), format!("{known:#}\n")).expect("the keys are written");
}

fn create_victim(file: &mut CaseFile, given: &str, family: &str) -> String {
    let saved = victims::create(file, &victim(given, family));
    saved.expect("a victim").id
}

fn talk(file: &mut CaseFile, victim_id: &str, note: &str) {
    let form = ContactForm {
        victim_id: victim_id.to_owned(),
        channel: "in_person".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: Some(20),
        note: note.to_owned(),
        follow_up_id: None,
        next_follow_up_on: Some("2026-03-12".to_owned()),
    };
    outreach::record_contact(file, &form).expect("a contact");
}

fn change_phone(file: &mut CaseFile, victim_id: &str, number: &str, safe: &str) {
    let page = victims::page(file, victim_id).expect("a victim has a page");
    let method = &page.contact_methods[0];
    contacts::edit(file, &method.id, &phone(number, safe), &method.seen).expect("a number");
}

fn refer(file: &mut CaseFile, victim_id: &str, partner_id: &str) {
    let release = ReleaseForm {
        victim_id: victim_id.to_owned(),
        recipient_id: partner_id.to_owned(),
        items: vec!["name".to_owned(), "need".to_owned()],
        purpose: "Help with papers".to_owned(),
        expires_on: "2026-03-20".to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details: None,
    };
    let release = releases::sign(file, &release).expect("a release").id;
    let referral = ReferralForm {
        victim_id: victim_id.to_owned(),
        partner_ids: vec![partner_id.to_owned()],
        need: "legal".to_owned(),
        kind: "warm_phone".to_owned(),
        release_id: Some(release),
    };
    referrals::refer_victim(file, &referral).expect("a referral");
}

/// What the county hands back to the laptop of this name.
fn hand_back(world: &World, county: &mut CaseFile, laptop: &str) -> String {
    let all = exchange::hand_back(county, &world.stick("returns")).expect("the county hands back");
    let mut own = all.into_iter().filter(|one| one.laptop_name == laptop);
    own.next().expect("the laptop is on the roster").paths[0].clone()
}

fn send(world: &World, file: &mut CaseFile) -> PathBuf {
    let sent = exchange::send_week(file, &world.stick("weeks")).expect("a week is sealed");
    sent.path.into()
}
