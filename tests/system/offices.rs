//! Rivertown and its laptops: what the stories of these tests begin with.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::contacts::ContactMethodView;
use countyline_core::exchange::{self, MergeSummary, ParkedView, Received};
use countyline_core::testing::World;
use countyline_core::{inbox, partners, victims};
use serde_json::Value;

/// Sends the week of a laptop to its own stick; the path of the sealed file.
pub fn sent(world: &World, laptop: &mut CaseFile, stick: &str) -> String {
    let sent = exchange::send_week(laptop, &world.stick(stick)).unwrap();
    sent.path
}

/// Merges files that must not be refused.
pub fn merged(county: &mut CaseFile, paths: &[&str]) -> MergeSummary {
    let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
    let summary = exchange::merge(county, &paths).unwrap();
    for file in &summary.files {
        assert_ne!(file.state, "refused", "{:?}", file.failure);
    }
    summary
}

/// What the county hands back to all its laptops; each finds its own.
pub fn handed_back(world: &World, county: &mut CaseFile) -> Vec<String> {
    let handed_back = exchange::hand_back(county, &world.stick("returns")).unwrap();
    handed_back.into_iter().flat_map(|one| one.paths).collect()
}

/// A laptop takes in what of it is its own; nothing may be refused.
pub fn take_in(laptop: &mut CaseFile, returns: &[String]) -> Received {
    let received = exchange::receive(laptop, returns).unwrap();
    for file in &received.files {
        assert_ne!(file.state, "refused", "{:?}", file.failure);
    }
    received
}

/// The one file that waits at the county.
pub fn parked(county: &CaseFile) -> ParkedView {
    let mut waiting = exchange::parked(county).unwrap();
    assert_eq!(waiting.len(), 1);
    waiting.remove(0)
}

/// The given names of the victims an office finds, sorted.
pub fn found(file: &CaseFile) -> Vec<String> {
    let victims = victims::find(file, "").unwrap().into_iter();
    let mut given: Vec<String> = victims
        .map(|victim| victim.name.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    given.sort();
    given
}

/// The code a file is refused with; it must be refused, when it is read and when it is merged.
pub fn refusal(county: &mut CaseFile, path: &Path) -> String {
    let paths = [path.display().to_string()];
    let read = exchange::read_bundles(county, &paths).unwrap();
    assert_eq!(read[0].state, "refused");
    let summary = exchange::merge(county, &paths).unwrap();
    assert_eq!(summary.files[0].state, "refused");
    assert_eq!((summary.added, summary.changed, summary.known), (0, 0, 0));
    let failure = summary.files[0].failure.clone().unwrap();
    assert_eq!(read[0].failure.as_ref(), Some(&failure));
    failure.code
}

/// The first way to reach a victim.
pub fn phone_of(file: &CaseFile, victim_id: &str) -> ContactMethodView {
    countyline_core::testing::ways(file, victim_id).remove(0)
}

/// Everything this office would show, without what is its own: tokens of its screens, and when it
/// received what.
pub fn everything(file: &CaseFile) -> Value {
    let report = file.verify().unwrap();
    assert!(report.ok, "{:?}", report.differences);
    let mut victims: Vec<_> = victims::find(file, "").unwrap();
    victims.sort_by(|one, other| one.id.cmp(&other.id));
    let pages: Vec<_> = victims
        .iter()
        .map(|victim| victims::page(file, &victim.id).unwrap())
        .collect();
    let records: Vec<_> = victims
        .iter()
        .map(|victim| victims::record(file, &victim.id).unwrap())
        .collect();
    let agencies = partners::list(file, "").unwrap();
    let agencies: Vec<_> = agencies
        .iter()
        .map(|partner| partners::page(file, &partner.id).unwrap())
        .collect();
    let mut conflicts = inbox::conflicts(file).unwrap();
    conflicts.sort_by(|one, other| one.id.cmp(&other.id));
    for conflict in &mut conflicts {
        conflict
            .sides
            .sort_by(|one, other| one.side.cmp(&other.side));
    }
    let mut told = serde_json::json!({
        "victims": pages, "records": records, "partners": agencies, "conflicts": conflicts,
        "commits": report.commits, "rows": report.rows,
    });
    strip(&mut told);
    told
}

/// What a place shows of the work, without how it came to hold it.
pub fn work(file: &CaseFile) -> Value {
    let mut told = everything(file);
    for own in ["commits", "rows"] {
        told[own].take();
    }
    told
}

/// Rivertown and three laptops that belong to it.
pub fn rivertown(world: &World) -> (CaseFile, [CaseFile; 3]) {
    let mut county = world.county("Rivertown");
    let laptops = [
        ("Elm Creek", "Alex Sample"),
        ("Oak Flat", "Robin Sample"),
        ("Ash Bend", "Kim Sample"),
    ]
    .map(|(name, person)| world.joined_laptop(&mut county, name, person));
    (county, laptops)
}

/// A second office with the same keys and history, as after restoring a backup.
pub fn copied(world: &World, from: &str, to: &str) -> CaseFile {
    let (from, folder) = (world.path(from), world.path(to));
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            // What was merged and what waits: not what an office opens with.
            continue;
        }
        fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    world.unlock(to)
}

/// A file of these bytes on a stick of its own.
pub fn file_with(world: &World, name: &str, bytes: &[u8]) -> PathBuf {
    let path = world.stick("altered").join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for own in ["seen", "partSeen", "receivedAt", "bundle", "notSent"] {
                members.remove(own);
            }
            members.values_mut().for_each(strip);
        }
        Value::Array(elements) => elements.iter_mut().for_each(strip),
        _ => {}
    }
}
