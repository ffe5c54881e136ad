//! Sticks between the places of a test: weeks up, returns down, and disks that are copied.

use std::fs;

use super::{World, victim};
use crate::casefile::CaseFile;
use crate::exchange::{self, Received};
use crate::{inbox, victims};

impl World {
    /// Sends a laptop's week to a stick; the path of the sealed file.
    pub fn sent(&self, laptop: &mut CaseFile) -> String {
        let sent = exchange::send_week(laptop, &self.stick("up"));
        sent.expect("the week is sent").path
    }

    /// Sends a laptop's week, and the county merges it.
    pub fn week(&self, laptop: &mut CaseFile, county: &mut CaseFile) {
        let path = self.sent(laptop);
        assert_eq!(merged(county, &path), "ready");
    }

    /// What the county hands back, on a stick of this name.
    pub fn returns(&self, county: &mut CaseFile, stick: &str) -> Vec<String> {
        let stick = self.stick(stick);
        exchange::hand_back(county, &stick).expect("the county hands back");
        exchange::returns_in(&stick).expect("the stick is read")
    }

    /// What a laptop takes in of what the county hands back on a stick of this name.
    pub fn received(&self, county: &mut CaseFile, laptop: &mut CaseFile, stick: &str) -> Received {
        let paths = self.returns(county, stick);
        exchange::receive(laptop, &paths).expect("the laptop takes it in")
    }

    /// The disk of a place as it is now, to be put back later or on another machine.
    pub fn image(&self, from: &str, to: &str) {
        let (from, to) = (self.path(from), self.path(to));
        fs::create_dir_all(&to).expect("a folder for the test");
        for entry in fs::read_dir(from).expect("the office is there") {
            let entry = entry.expect("the office is read");
            if entry.file_type().is_ok_and(|kind| kind.is_file()) {
                fs::copy(entry.path(), to.join(entry.file_name())).expect("a file is copied");
            }
        }
    }
}

/// A world with Rivertown and laptops that belong to it: 07, 08 and 09, as many as are asked for.
pub fn office<const LAPTOPS: usize>() -> (World, CaseFile, [CaseFile; LAPTOPS]) {
    const PEOPLE: [&str; 3] = ["Dana Deputy", "Lee Deputy", "Kim Deputy"];
    let world = World::new();
    let mut county = world.county("Rivertown");
    let laptops = std::array::from_fn(|place| {
        let name = format!("Laptop {:02}", place + 7);
        world.joined_laptop(&mut county, &name, PEOPLE[place])
    });
    (world, county, laptops)
}

/// Records a victim of this name; her id.
pub fn record(file: &mut CaseFile, given: &str) -> String {
    let saved = victims::create(file, &victim(given, "Marker"));
    saved.expect("the victim is recorded").id
}

/// The victims of an office by their given names, in order; its data must be sound.
pub fn names(file: &CaseFile) -> Vec<String> {
    ensure_sound(file);
    let found = victims::find(file, "").expect("the victims are listed");
    let mut names: Vec<String> = found
        .into_iter()
        .map(|victim| victim.name.replace(" Marker", ""))
        .collect();
    names.sort();
    names
}

/// What came of merging one file, for the last time it was listed: its state.
pub fn merged(county: &mut CaseFile, path: &str) -> String {
    let summary = exchange::merge(county, &[path.to_owned()]).expect("files are merged");
    let last = summary.files.last().expect("the file is listed");
    last.state.clone()
}

/// What waits for a person about histories, by kind.
pub fn notice_kinds(file: &CaseFile) -> Vec<String> {
    let notices = exchange::notices(file).expect("the notices are read");
    let mut kinds: Vec<String> = notices.into_iter().map(|notice| notice.kind).collect();
    kinds.sort();
    kinds
}

/// The logs that were continued twice, as the inbox lists them: whose they are.
pub fn continued_twice(file: &CaseFile) -> Vec<String> {
    let items = inbox::items(file).expect("the inbox is read").into_iter();
    items
        .filter(|item| item.kind == "log_continued_twice")
        .map(|item| item.about)
        .collect()
}

/// Follows every chain and makes every table again.
pub fn ensure_sound(file: &CaseFile) {
    let report = file.verify().expect("the history is read");
    assert!(report.ok, "{:?}", report.differences);
}
