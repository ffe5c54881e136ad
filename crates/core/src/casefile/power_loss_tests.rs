//! "Saved" is said after the disk has it: a program that is killed loses nothing it said so of.
//!
//! The test starts itself again as a child that saves and says so, and kills it at no chosen moment.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::*;
use crate::outside::testing::{SetClock, outside};
use crate::testing::{MONDAY, PASSPHRASE, World, phone, victim};
use crate::{contacts, victims};

const OFFICE: &str = "COUNTYLINE_TEST_SAVE_IN";
const KILLS: u32 = 12;

#[test]
fn what_was_said_to_be_saved_is_there_after_a_kill() {
    if let Ok(folder) = std::env::var(OFFICE) {
        save_until_killed(Path::new(&folder));
    }
    let world = World::new();
    let folder = world.county("Rivertown").folder().to_owned();
    let mut said: Vec<String> = Vec::new();
    for kill in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--nocapture"])
            .arg("casefile::power_loss_tests::what_was_said_to_be_saved_is_there_after_a_kill")
            .env(OFFICE, &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut saved = 0;
        for line in lines.by_ref().map_while(|line| line.ok()) {
            if let Some((_, name)) = line.split_once("saved ") {
                said.push(name.to_owned());
                saved += 1;
            }
            // Never at the same place, and often while the next change is being written.
            if saved == 1 + kill % 5 {
                break;
            }
        }
        child.kill().unwrap();
        said.extend(lines.map_while(|line| line.ok()).filter_map(|line| {
            let (_, name) = line.split_once("saved ")?;
            Some(name.to_owned())
        }));
        child.wait().unwrap();
        let file = world.unlock("Rivertown");
        for name in &said {
            assert_eq!(victims::find(&file, name).unwrap().len(), 1, "{name}");
        }
        let report = file.verify().unwrap();
        assert!(report.ok, "{:?}", report.differences);
    }
    assert!(said.len() >= KILLS as usize, "every child saved something");
}

/// Saves victim after victim, each with a second change, and says so after each.
fn save_until_killed(folder: &Path) -> ! {
    let clock = SetClock::at(MONDAY);
    let seed = u64::from(std::process::id());
    let mut file = CaseFile::unlock(folder, PASSPHRASE, outside(&clock, seed)).unwrap();
    let mut number = 0;
    loop {
        let name = format!("Saved{seed}x{number}x");
        let id = victims::create(&mut file, &victim(&name, "Marker"))
            .unwrap()
            .id;
        println!("saved {name}");
        let method = victims::page(&file, &id).unwrap().contact_methods.remove(0);
        contacts::edit(
            &mut file,
            &method.id,
            &phone("555-0199", "no"),
            &method.seen,
        )
        .unwrap();
        number += 1;
    }
}
