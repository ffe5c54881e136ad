//! The county's key is replaced, waits, and is destroyed.

use std::path::Path;

use super::*;
use crate::testing::travel::office;
use crate::testing::{World, victim};
use crate::victims;

fn send(laptop: &mut CaseFile, stick: &Path) -> String {
    send_week(laptop, stick).unwrap().path
}

/// What came of merging one file: its state, or the code of a refusal.
fn merged(county: &mut CaseFile, path: &str) -> String {
    let file = merge(county, &[path.to_owned()]).unwrap().files.remove(0);
    file.failure.map_or(file.state, |failure| failure.code)
}

/// Whether these bytes stand on any page of the case file or of its write-ahead log, free ones included.
fn holds(file: &CaseFile, wanted: &[u8]) -> bool {
    let pages = file.pages_on_disk();
    pages.windows(wanted.len()).any(|part| part == wanted)
}

/// The county hands back, and a laptop takes it in.
fn hand_over(world: &World, county: &mut CaseFile, laptop: &mut CaseFile) {
    let handed_back = hand_back(county, &world.stick("returns")).unwrap();
    let paths: Vec<String> = handed_back.into_iter().flat_map(|one| one.paths).collect();
    let received = receive(laptop, &paths).unwrap();
    assert!(received.files.iter().all(|file| file.state != "refused"));
}

#[test]
fn what_was_sealed_for_the_key_before_opens_until_it_is_destroyed_and_is_refused_in_its_own_words_after()
 {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    let in_a_drawer = send(&mut laptop, &stick);
    let words = keys(&county).unwrap().words;
    let replaced = replace_key(&mut county).unwrap();
    assert_eq!(replaced.epoch, 2);
    assert_ne!(replaced.words, words);
    assert_eq!(replaced.replaced[0].waits_for, ["Laptop 07"]);
    assert_eq!(replaced.replaced[0].can_go_on, None);

    // The laptop does not know the new key yet; its weeks open all the same.
    let before = send(&mut laptop, &stick);
    assert_eq!(merged(&mut county, &before), "ready");
    assert!(matches!(
        destroy_key(&mut county, 1),
        Err(Error::KeyStillNeeded)
    ));

    world.clock.set("2026-03-09T08:00:00-06:00");
    hand_over(&world, &mut county, &mut laptop);
    let after = send(&mut laptop, &stick);
    assert_eq!(merged(&mut county, &after), "ready");
    let waiting = keys(&county).unwrap().replaced.remove(0);
    assert!(waiting.waits_for.is_empty());
    assert_eq!(waiting.can_go_on.as_deref(), Some("2026-06-07"));
    assert!(matches!(
        destroy_key(&mut county, 1),
        Err(Error::KeyStillNeeded)
    ));

    world.clock.set("2026-06-06T23:00:00-06:00");
    assert!(matches!(
        destroy_key(&mut county, 1),
        Err(Error::KeyStillNeeded)
    ));
    world.clock.set("2026-06-07T08:00:00-06:00");
    let destroyed = destroy_key(&mut county, 1).unwrap();
    assert!(destroyed.replaced[0].destroyed_at.is_some());
    let refused = merge(&mut county, &[in_a_drawer]).unwrap().files.remove(0);
    let failure = refused.failure.unwrap();
    assert_eq!(failure.code, "key-destroyed");
    assert_eq!(failure.values["on"], "2026-06-07");
    // Nothing is lost: what the county never confirmed goes with every week.
    let again = send(&mut laptop, &stick);
    assert_eq!(merged(&mut county, &again), "ready");
    assert!(matches!(
        destroy_key(&mut county, 2),
        Err(Error::NotFound { .. })
    ));
}

#[test]
fn a_destroyed_key_is_nowhere_in_the_case_file_its_log_and_its_backups() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let secret = county.place().opening_key.to_bytes();
    assert!(holds(&county, secret.as_ref()), "the search finds it");
    replace_key(&mut county).unwrap();
    assert!(
        holds(&county, secret.as_ref()),
        "kept for what is on its way"
    );
    let backup = county.back_up().unwrap();
    // More is written around it, so that pages are split and moved.
    for _ in 0..20 {
        victims::create(&mut county, &victim("Ana", "Marker")).unwrap();
    }
    world.clock.set("2026-06-01T08:00:00-06:00");
    destroy_key(&mut county, 1).unwrap();
    assert!(
        !holds(&county, secret.as_ref()),
        "no page holds it any more"
    );
    assert!(!backup.exists(), "a backup made before held it");
    let backups: Vec<_> = std::fs::read_dir(county.folder().join("backups"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(backups.len(), 1, "there is a fresh one");
    let outside = crate::outside::testing::outside(&world.clock, 77);
    let fresh = CaseFile::unlock(&backups[0], crate::testing::PASSPHRASE, outside).unwrap();
    assert!(!holds(&fresh, secret.as_ref()));
    drop(fresh);
    // Done again, it finishes what a power cut left.
    destroy_key(&mut county, 1).unwrap();
    let present = county.place().opening_key.to_bytes();
    assert!(holds(&county, present.as_ref()));
    assert!(county.verify().unwrap().ok);
}

#[test]
fn a_revoked_laptop_is_waited_for_no_longer_and_its_time_counts_from_then() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let _lost = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    replace_key(&mut county).unwrap();
    world.clock.set("2026-04-01T08:00:00-06:00");
    revoke_laptop(&mut county, "Laptop 07").unwrap();
    let waiting = keys(&county).unwrap().replaced.remove(0);
    assert!(waiting.waits_for.is_empty());
    assert_eq!(waiting.can_go_on.as_deref(), Some("2026-06-30"));
}

#[test]
fn a_laptop_that_joined_after_a_key_was_replaced_is_not_waited_for() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    replace_key(&mut county).unwrap();
    let mut newcomer = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    assert!(keys(&county).unwrap().replaced[0].waits_for.is_empty());
    let week = send(&mut newcomer, &world.stick("stick"));
    assert_eq!(merged(&mut county, &week), "ready");
}

#[test]
fn a_new_key_is_suggested_every_quarter() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let fresh = keys(&county).unwrap();
    assert_eq!(
        (fresh.replace_on.as_str(), fresh.replace_suggested),
        ("2026-06-02", false)
    );
    world.clock.set("2026-06-02T08:00:00-06:00");
    assert!(keys(&county).unwrap().replace_suggested);
    assert!(!replace_key(&mut county).unwrap().replace_suggested);
}

#[test]
fn a_county_older_than_its_key_says_so_and_makes_another() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let copy = county.back_up().unwrap();
    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    replace_key(&mut county).unwrap();
    let week_before = send(&mut laptop, &world.stick("stick"));
    hand_over(&world, &mut county, &mut laptop);
    // This week knows the new roster, and is still sealed for the key the copy has.
    let (newer, body) = roster::current(&county).unwrap();
    restored
        .change(crate::casefile::Action::MergeBundles, |change| {
            change.beside(move |conn| roster::take_up(conn, &body).map(drop));
            Ok(())
        })
        .unwrap();
    assert_eq!(merged(&mut restored, &week_before), "ready");
    assert!(keys(&restored).unwrap().own_key_missing);
    let lost = send(&mut laptop, &world.stick("stick"));
    assert_eq!(merged(&mut restored, &lost), "key-not-in-copy");
    let replaced = replace_key(&mut restored).unwrap();
    assert!(!replaced.own_key_missing);
    assert_eq!(
        u64::try_from(replaced.epoch).unwrap(),
        newer.county.key_epoch + 1
    );
    hand_over(&world, &mut restored, &mut laptop);
    let again = send(&mut laptop, &world.stick("stick"));
    assert_eq!(merged(&mut restored, &again), "ready");
}

#[test]
fn weeks_are_sealed_for_a_key_a_county_has_though_it_heard_of_a_later_one_that_it_lost() {
    let (world, mut county, [mut first, mut second]) = office();
    let copy = county.back_up().unwrap();
    replace_key(&mut county).unwrap();
    let known_to_first = send(&mut first, &world.stick("first"));
    hand_over(&world, &mut county, &mut first);
    let (_, heard_of) = roster::current(&county).unwrap();
    drop(world.joined_laptop(&mut county, "Laptop 09", "Kim Deputy"));
    hand_over(&world, &mut county, &mut second);

    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    assert_eq!(merged(&mut restored, &known_to_first), "ready");
    restored
        .change(crate::casefile::Action::MergeBundles, |change| {
            change.beside(move |conn| roster::take_up(conn, &heard_of).map(drop));
            Ok(())
        })
        .unwrap();
    assert!(keys(&restored).unwrap().own_key_missing);
    county_restored(&mut restored).unwrap();
    hand_over(&world, &mut restored, &mut second);
    let week = send(&mut second, &world.stick("second"));
    assert_eq!(merged(&mut restored, &week), "ready");
    let (newest, _) = roster::current(&restored).unwrap();
    assert_eq!(newest.version, roster::current(&second).unwrap().0.version);
    assert!(!replace_key(&mut restored).unwrap().own_key_missing);
}

#[test]
fn only_the_county_has_keys_to_replace() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    assert!(matches!(replace_key(&mut laptop), Err(Error::OnlyCounty)));
    assert!(matches!(keys(&laptop), Err(Error::OnlyCounty)));
    assert!(matches!(
        revoke_laptop(&mut laptop, "Laptop 07"),
        Err(Error::OnlyCounty)
    ));
}
