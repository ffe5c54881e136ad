//! Rehearsing a merge, and taking it back.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;

use countyline_ledger::Dot;

use super::*;
use crate::casefile::{Seen, tables};
use crate::followups;
use crate::testing::storage::{Disk, Medium, Readers, write_files_to};
use crate::testing::travel::{continued_twice, ensure_sound};
use crate::testing::{World, phone, victim, ways};
use crate::{contacts, hiding, inbox, outreach, victims};

/// Everything the history's tables show and how the logs stand, as a dump.
fn dump(file: &CaseFile) -> Vec<Vec<Vec<rusqlite::types::Value>>> {
    let own = ["salt_block", "attestation"];
    let tables = tables::made_from_history().chain(own);
    tables
        .map(|table| tables::dump(file.conn(), table).unwrap())
        .collect()
}

/// A county with two laptops that know the same victim, each with work of its own on a stick.
struct Week {
    world: World,
    county: CaseFile,
    laptops: [CaseFile; 2],
    victim: String,
}

impl Week {
    fn new() -> Week {
        let world = World::new();
        let mut county = world.county("Rivertown");
        let mut form = victim("Ana", "Marker");
        form.follow_up_on = Some("2026-03-09".to_owned());
        let victim = victims::create(&mut county, &form).unwrap().id;
        let laptops = [("Laptop 03", "Lee Deputy"), ("Laptop 07", "Dana Deputy")]
            .map(|(name, person)| world.joined_laptop(&mut county, name, person));
        Week {
            world,
            county,
            laptops,
            victim,
        }
    }

    fn write_way(&mut self, laptop: usize, number: &str, safe: &str) {
        let file = &mut self.laptops[laptop];
        let way = victims::page(file, &self.victim)
            .unwrap()
            .contact_methods
            .remove(0);
        contacts::edit(file, &way.id, &phone(number, safe), &way.seen).unwrap();
    }

    fn sticks(&mut self) -> Vec<String> {
        let stick = self.world.stick("stick");
        let sent = self.laptops.iter_mut();
        sent.map(|laptop| send_week(laptop, &stick).unwrap().path)
            .collect()
    }
}

fn code(refused: Result<crate::start::Saved>) -> String {
    refused.unwrap_err().failure().code
}

#[test]
fn a_rehearsal_tells_of_all_files_together_what_merging_them_then_does() {
    let mut week = Week::new();
    week.write_way(0, "555-0133", "no");
    week.write_way(1, "555-0188", "yes");
    victims::create(&mut week.laptops[1], &victim("Bea", "Marker")).unwrap();
    let due = victims::page(&week.laptops[1], &week.victim)
        .unwrap()
        .follow_ups
        .remove(0);
    hiding::hide(&mut week.laptops[1], "follow_up", &due.id, &due.seen).unwrap();
    let mut paths = week.sticks();
    paths.push(
        week.world
            .stick("stick")
            .join("cl-nothing.clb")
            .display()
            .to_string(),
    );
    let before = dump(&week.county);
    let rehearsed = rehearse_merge(&week.county, &paths).unwrap();
    assert_eq!(dump(&week.county), before, "a rehearsal leaves nothing");

    let [first, second, third] = &rehearsed.files[..] else {
        panic!("every file is listed");
    };
    assert_eq!(first.conflicts, [], "alone it brings no conflict");
    assert_eq!(first.takes_effect.len(), 1, "the unsafe number would hold");
    assert_eq!(first.takes_effect[0].field, "way");
    assert_eq!(second.conflicts.len(), 1, "after the first it does");
    assert_eq!(second.conflicts[0].urgency, "safety");
    assert!(second.conflicts[0].about.starts_with('R'));
    assert_eq!(second.hidden, 1);
    assert_eq!(third.file.state, "refused");
    assert_eq!((rehearsed.conflicts, rehearsed.hidden), (1, 1));

    let merged = merge(&mut week.county, &paths).unwrap();
    assert_eq!(merged.added, rehearsed.added);
    assert_eq!(merged.new_conflicts, rehearsed.conflicts);
    assert_eq!(inbox::conflicts(&week.county).unwrap().len(), 1);
    for (then, now) in merged.files.iter().zip(&rehearsed.files) {
        assert_eq!(then.new_changes, now.file.new_changes);
        assert_eq!(then.state, now.file.state);
    }
}

#[test]
fn the_last_merge_is_taken_back_byte_for_byte_and_can_be_merged_again() {
    let mut week = Week::new();
    week.write_way(0, "555-0133", "no");
    week.write_way(1, "555-0188", "yes");
    victims::create(&mut week.laptops[1], &victim("Bea", "Marker")).unwrap();
    let paths = week.sticks();
    let before = dump(&week.county);
    let first = merge(&mut week.county, &paths).unwrap();
    assert_ne!(dump(&week.county), before);
    let shown = merge_to_undo(&week.county).unwrap().unwrap();
    assert_eq!((shown.files, shown.refused), (2, None));

    undo_merge(&mut week.county).unwrap();
    assert_eq!(dump(&week.county), before);
    ensure_sound(&week.county);
    assert_eq!(merge_to_undo(&week.county).unwrap(), None);
    assert_eq!(code(undo_merge(&mut week.county)), "nothing-to-undo");

    // The sticks may be wiped by now: the office has the files.
    for path in &paths {
        std::fs::remove_file(path).unwrap();
    }
    let kept = files_taken_back(&week.county).unwrap();
    assert_eq!(kept.len(), 2);
    let again = merge(&mut week.county, &kept).unwrap();
    assert!(again.files.iter().all(|file| file.state == "ready"));
    // Logs are numbered in the order they came; what is shown is the same.
    assert_eq!(victims::find(&week.county, "").unwrap().len(), 2);
    assert_eq!(inbox::conflicts(&week.county).unwrap().len(), 1);
    assert_eq!(again.added, first.added);
    assert_eq!(
        files_taken_back(&week.county).unwrap(),
        Vec::<String>::new()
    );
    ensure_sound(&week.county);
    drop(week.county);
    ensure_sound(&week.world.unlock("Rivertown"));
}

#[test]
fn a_form_that_showed_what_was_taken_back_replaces_nothing_that_came_instead() {
    let mut week = Week::new();
    week.write_way(0, "555-0133", "yes");
    week.write_way(1, "555-0188", "no");
    let paths = week.sticks();
    merge(&mut week.county, &paths[..1]).unwrap();
    let open = ways(&week.county, &week.victim).remove(0);
    assert_eq!(open.form.value, "555-0133");

    undo_merge(&mut week.county).unwrap();
    merge(&mut week.county, &paths[1..]).unwrap();
    let saved = contacts::edit(
        &mut week.county,
        &open.id,
        &phone("555-0134", "yes"),
        &open.seen,
    );
    let refused = saved.unwrap_err();
    assert!(
        matches!(refused, Error::InvalidInput { field: "seen" }),
        "{refused:?}"
    );
    let way = ways(&week.county, &week.victim).remove(0);
    assert_eq!((&*way.form.value, &*way.form.safe), ("555-0188", "no"));
}

/// The same log number stands for another commit then, with another value in the same field of the same record.
#[test]
fn a_form_that_showed_one_way_of_a_log_continued_twice_replaces_nothing_of_the_other() {
    let mut week = Week::new();
    // The county knows the log before: its numbers stay.
    week.write_way(0, "555-0132", "yes");
    let paths = week.sticks();
    merge(&mut week.county, &paths[..1]).unwrap();
    let Week {
        world,
        mut county,
        laptops,
        victim,
    } = week;
    drop(laptops);
    world.image("Laptop 03", "Clone");
    let mut machines = ["Laptop 03", "Clone"].map(|name| world.unlock(name));
    let written = [("555-0133", "yes"), ("555-0188", "no")];
    let sticks: Vec<String> = machines
        .iter_mut()
        .zip(written)
        .map(|(machine, (number, safe))| {
            let way = ways(machine, &victim).remove(0);
            contacts::edit(machine, &way.id, &phone(number, safe), &way.seen).unwrap();
            send_week(machine, &world.stick(number)).unwrap().path
        })
        .collect();

    merge(&mut county, &sticks[..1]).unwrap();
    let open = ways(&county, &victim).remove(0);
    undo_merge(&mut county).unwrap();
    merge(&mut county, &sticks[1..]).unwrap();
    let now = ways(&county, &victim).remove(0);
    let dots = |seen: &str| -> Vec<Dot> { Seen::from_token(seen).unwrap().dots().collect() };
    assert_eq!(dots(&open.seen), dots(&now.seen), "one number, two commits");
    let saved = contacts::edit(&mut county, &open.id, &phone("555-0134", "yes"), &open.seen);
    assert_eq!(code(saved), "invalid-input");
    let hidden = hiding::hide(&mut county, "contact_method", &open.id, &open.seen);
    assert_eq!(code(hidden), "invalid-input");
    let way = ways(&county, &victim).remove(0);
    assert_eq!((&*way.form.value, &*way.form.safe), ("555-0188", "no"));
    contacts::edit(&mut county, &now.id, &phone("555-0135", "no"), &now.seen).unwrap();
    ensure_sound(&county);
}

#[test]
fn what_came_before_stays_when_a_merge_is_taken_back() {
    let mut week = Week::new();
    week.write_way(0, "555-0133", "no");
    let paths = week.sticks();
    merge(&mut week.county, &paths).unwrap();
    let before = dump(&week.county);
    // The next stick carries the first changes again, and one more.
    week.write_way(0, "555-0134", "no");
    let paths = week.sticks();
    merge(&mut week.county, &paths).unwrap();
    undo_merge(&mut week.county).unwrap();
    assert_eq!(dump(&week.county), before);
    ensure_sound(&week.county);
}

#[test]
fn a_merge_is_not_taken_back_once_somebody_worked_with_what_it_brought() {
    type Deed = fn(&mut CaseFile, &str);
    let deeds: [(&str, Deed); 3] = [
        ("edited what it wrote", |county, id| {
            let way = victims::page(county, id).unwrap().contact_methods.remove(0);
            contacts::edit(county, &way.id, &phone("555-0199", "no"), &way.seen).unwrap();
        }),
        ("completed a follow-up it wrote in", |county, id| {
            let due = victims::page(county, id).unwrap().follow_ups.remove(0);
            followups::complete(county, &due.id, "done", &due.seen).unwrap();
        }),
        ("named a record it brought", |county, _| {
            let new = victims::find(county, "Bea").unwrap().remove(0).id;
            let form = outreach::ContactForm {
                victim_id: new,
                channel: "phone".to_owned(),
                outcome: "reached_talked".to_owned(),
                at: None,
                minutes: None,
                note: String::new(),
                follow_up_id: None,
                next_follow_up_on: None,
            };
            outreach::record_contact(county, &form).unwrap();
        }),
    ];
    for (name, deed) in deeds {
        let mut week = Week::new();
        week.write_way(0, "555-0133", "yes");
        victims::create(&mut week.laptops[1], &victim("Bea", "Marker")).unwrap();
        let due = victims::page(&week.laptops[1], &week.victim)
            .unwrap()
            .follow_ups
            .remove(0);
        hiding::hide(&mut week.laptops[1], "follow_up", &due.id, &due.seen).unwrap();
        let hidden = victims::page(&week.laptops[1], &week.victim)
            .unwrap()
            .hidden;
        let hidden = &hidden[0];
        hiding::bring_back(
            &mut week.laptops[1],
            &hidden.record,
            &hidden.id,
            &hidden.seen,
        )
        .unwrap();
        let paths = week.sticks();
        merge(&mut week.county, &paths).unwrap();
        deed(&mut week.county, &week.victim);
        let before = dump(&week.county);
        assert_eq!(
            code(undo_merge(&mut week.county)),
            "merge-built-on",
            "{name}"
        );
        assert_eq!(dump(&week.county), before, "{name}");
    }
}

#[test]
fn work_on_other_records_does_not_hold_a_merge() {
    let mut week = Week::new();
    week.write_way(0, "555-0133", "yes");
    let paths = week.sticks();
    merge(&mut week.county, &paths).unwrap();
    victims::create(&mut week.county, &victim("Cam", "Other")).unwrap();
    undo_merge(&mut week.county).unwrap();
    assert_eq!(victims::find(&week.county, "Cam").unwrap().len(), 1);
    ensure_sound(&week.county);
}

#[test]
fn a_merge_is_not_taken_back_once_a_laptop_was_given_a_file_or_another_was_merged() {
    let mut week = Week::new();
    week.write_way(0, "555-0133", "yes");
    let paths = week.sticks();
    merge(&mut week.county, &paths).unwrap();
    week.world
        .joined_laptop(&mut week.county, "Laptop 09", "Kim Deputy");
    assert_eq!(code(undo_merge(&mut week.county)), "merge-handed-out");

    // The next merge can be taken back, and only that.
    week.write_way(0, "555-0134", "yes");
    let paths = week.sticks();
    merge(&mut week.county, &paths).unwrap();
    undo_merge(&mut week.county).unwrap();
    assert_eq!(code(undo_merge(&mut week.county)), "nothing-to-undo");
}

#[test]
fn a_merge_whose_files_are_gone_is_not_taken_back() {
    let mut week = Week::new();
    week.write_way(0, "555-0133", "yes");
    let paths = week.sticks();
    merge(&mut week.county, &paths).unwrap();
    for entry in std::fs::read_dir(week.world.path("Rivertown").join("received")).unwrap() {
        std::fs::write(entry.unwrap().path(), b"cut short").unwrap();
    }
    assert_eq!(code(undo_merge(&mut week.county)), "merged-file-gone");
    ensure_sound(&week.county);
}

#[test]
fn only_the_files_of_the_last_merge_are_kept() {
    let mut week = Week::new();
    let folder = week.world.path("Rivertown").join("received");
    for number in ["555-0133", "555-0134", "555-0135"] {
        week.write_way(0, number, "yes");
        let paths = week.sticks();
        merge(&mut week.county, &paths).unwrap();
    }
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 2);
}

/// What was heard of the laptops as the screen shows it; what they lack of the county's own commits is not asked.
fn heard(county: &CaseFile) -> Vec<LaptopView> {
    let mut heard = laptops(county).unwrap();
    heard.iter_mut().for_each(|laptop| laptop.lacks = 0);
    heard
}

#[test]
fn what_a_merge_told_of_the_laptops_is_taken_back_with_it() {
    let mut week = Week::new();
    let first = week.sticks();
    merge(&mut week.county, &first).unwrap();
    week.world.clock.set("2026-03-16T08:00:00-06:00");
    let told = |county: &CaseFile, laptop: &CaseFile| {
        heard::have(county.conn(), &laptop.place().device).unwrap()
    };
    let [lee, dana] = &week.laptops;
    let before = (
        heard(&week.county),
        told(&week.county, lee),
        told(&week.county, dana),
    );
    victims::create(&mut week.laptops[1], &victim("Bea", "Marker")).unwrap();
    let second = week.sticks();
    merge(&mut week.county, &second).unwrap();
    let merged = heard(&week.county);
    assert_ne!(merged, before.0, "both were heard");

    undo_merge(&mut week.county).unwrap();
    let [lee, dana] = &week.laptops;
    let after = (
        heard(&week.county),
        told(&week.county, lee),
        told(&week.county, dana),
    );
    assert_eq!(after, before);
    merge(&mut week.county, &second).unwrap();
    assert_eq!(heard(&week.county), merged);
}

#[test]
fn a_branch_that_was_taken_back_is_spoken_of_no_more() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    world.image("Laptop 07", "Image");
    let mut laptop = world.unlock("Laptop 07");
    let mut copy = world.unlock("Image");
    for (file, given) in [(&mut laptop, "Ana"), (&mut copy, "Bea")] {
        victims::create(file, &victim(given, "Marker")).unwrap();
        world.week(file, &mut county);
    }
    assert_eq!(continued_twice(&county), ["Laptop 07"]);
    undo_merge(&mut county).unwrap();
    assert!(continued_twice(&county).is_empty());
    let taken_back = files_taken_back(&county).unwrap();
    merge(&mut county, &taken_back).unwrap();
    assert_eq!(continued_twice(&county), ["Laptop 07"]);
}

/// A disk that remembers which names its folders hold for good: those it was told to bring there.
#[derive(Default)]
struct Remembering(RefCell<Vec<PathBuf>>);

impl Medium for Remembering {
    fn write_new(&self, path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
        Disk.write_new(path, bytes, readers)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.borrow_mut().push(to.to_owned());
        Disk.rename(from, to)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        Disk.read(path)
    }

    fn remove(&self, path: &Path) {
        Disk.remove(path);
    }
}

/// Taking a merge back takes commits out of the history, and the stick may be wiped: the kept copy must be there
/// when the power fails right after, name and all.
#[test]
fn the_copy_that_undoing_relies_on_has_its_name_on_the_disk() {
    let mut week = Week::new();
    let sticks = week.sticks();
    let disk = Rc::new(Remembering::default());
    write_files_to(Some(Rc::<Remembering>::clone(&disk)));
    merge(&mut week.county, &sticks).unwrap();
    write_files_to(None);
    let kept = received::kept(&week.county).unwrap();
    assert!(!kept.is_empty());
    for (_, path) in kept {
        assert!(disk.0.borrow().contains(&path), "{}", path.display());
    }
}
