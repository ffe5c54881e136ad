//! A laptop is lost, and sometimes found again.

use std::path::Path;

use super::*;
use crate::testing::travel::office;
use crate::testing::{World, victim};
use crate::victims;

const LAPTOP: &str = "Laptop 07";

fn send(laptop: &mut CaseFile, stick: &Path) -> String {
    send_week(laptop, stick).unwrap().path
}

/// What came of merging one file: its state, or the code of a refusal.
fn merged(county: &mut CaseFile, path: &str) -> String {
    let file = merge(county, &[path.to_owned()]).unwrap().files.remove(0);
    assert!(county.verify().unwrap().ok);
    file.failure.map_or(file.state, |failure| failure.code)
}

fn count(file: &CaseFile) -> usize {
    victims::find(file, "").unwrap().len()
}

/// The county's newest roster, handed to a laptop as a return file does.
fn hand_over(county: &CaseFile, laptop: &mut CaseFile) -> Result<()> {
    let (_, body) = roster::current(county)?;
    laptop.change(crate::casefile::Action::MergeBundles, |change| {
        change.beside(move |conn| roster::take_up(conn, &body).map(drop));
        Ok(())
    })?;
    Ok(())
}

#[test]
fn what_a_lost_laptop_wrote_before_it_was_revoked_is_merged_also_when_it_comes_late() {
    let (world, mut county, [mut lost]) = office();
    let stick = world.stick("stick");
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    let known = send(&mut lost, &stick);
    assert_eq!(merged(&mut county, &known), "ready");
    let revoked = revoke_laptop(&mut county, "laptop 07").unwrap();
    assert!(revoked.revoked_at.is_some());
    assert_eq!(merged(&mut county, &known), "bundle-already-merged");
    assert!(matches!(
        revoke_laptop(&mut county, LAPTOP),
        Err(Error::AlreadyRevoked)
    ));
}

#[test]
fn later_work_of_a_revoked_laptop_waits_for_a_supervisor_and_can_be_taken_in_after_all() {
    let (world, mut county, [mut lost]) = office();
    let stick = world.stick("stick");
    let known = send(&mut lost, &stick);
    merged(&mut county, &known);
    revoke_laptop(&mut county, LAPTOP).unwrap();
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    let later = send(&mut lost, &stick);
    victims::create(&mut lost, &victim("Bea", "Marker")).unwrap();
    let later_still = send(&mut lost, &stick);
    assert_eq!(merged(&mut county, &later), "bundle-revoked-laptop");

    let path = Path::new(&later);
    let before = county.verify().unwrap().commits;
    let would = read_revoked_work(&county, path).unwrap();
    assert!(would.new_changes > 0);
    assert_eq!(county.verify().unwrap().commits, before, "only read");
    keep_out_revoked_work(&mut county, path).unwrap();
    assert_eq!(count(&county), 0);
    assert!(Path::new(&later).exists(), "nothing is thrown away");

    let taken = take_in_revoked_work(&mut county, path).unwrap();
    assert_eq!(taken.new_changes, would.new_changes);
    assert_eq!(count(&county), 1);
    // What came later still is another decision.
    assert_eq!(merged(&mut county, &later_still), "bundle-revoked-laptop");
    take_in_revoked_work(&mut county, Path::new(&later_still)).unwrap();
    assert_eq!(count(&county), 2);
    assert!(laptops(&county).unwrap()[0].revoked_at.is_some());
}

#[test]
fn work_that_cannot_be_merged_is_vouched_for_by_nobody() {
    let (world, mut county, [mut lost]) = office();
    let stick = world.stick("stick");
    let first = send(&mut lost, &stick);
    merged(&mut county, &first);
    revoke_laptop(&mut county, LAPTOP).unwrap();
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    let later = send(&mut lost, &stick);
    let mut bytes = std::fs::read(&later).unwrap();
    let end = bytes.len() - 1;
    bytes[end] ^= 1;
    std::fs::write(&later, bytes).unwrap();
    let (before, _) = roster::current(&county).unwrap();
    assert!(take_in_revoked_work(&mut county, Path::new(&later)).is_err());
    assert_eq!(roster::current(&county).unwrap().0, before);
}

#[test]
fn a_revoked_laptop_says_so_and_erases_nothing() {
    let (world, mut county, [mut lost]) = office();
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    assert_eq!(standing(&lost).unwrap(), Standing::Enrolled);
    revoke_laptop(&mut county, LAPTOP).unwrap();
    hand_over(&county, &mut lost).unwrap();
    assert!(matches!(
        standing(&lost).unwrap(),
        Standing::Revoked { at } if at.starts_with("2026-03-02")
    ));
    victims::create(&mut lost, &victim("Bea", "Marker")).unwrap();
    assert_eq!(count(&lost), 2);
    send(&mut lost, &world.stick("stick"));
}

#[test]
fn an_old_roster_takes_no_lost_laptop_back() {
    let (_world, mut county, [mut laptop]) = office();
    let (_, old) = roster::current(&county).unwrap();
    revoke_laptop(&mut county, LAPTOP).unwrap();
    hand_over(&county, &mut laptop).unwrap();
    laptop
        .change(crate::casefile::Action::MergeBundles, |change| {
            change.beside(move |conn| roster::take_up(conn, &old).map(drop));
            Ok(())
        })
        .unwrap();
    assert!(matches!(
        standing(&laptop).unwrap(),
        Standing::Revoked { .. }
    ));
}

#[test]
fn a_found_laptop_comes_back_with_fresh_keys_once_its_work_is_taken_in() {
    let (world, mut county, [mut lost]) = office();
    let stick = world.stick("stick");
    let first = send(&mut lost, &stick);
    merged(&mut county, &first);
    assert!(matches!(
        renew_keys(&mut lost, &stick, false),
        Err(Error::NotRevoked)
    ));
    revoke_laptop(&mut county, LAPTOP).unwrap();
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    let later = send(&mut lost, &stick);
    hand_over(&county, &mut lost).unwrap();
    assert!(matches!(
        renew_keys(&mut lost, &stick, false),
        Err(Error::WorkNotTakenIn)
    ));
    take_in_revoked_work(&mut county, Path::new(&later)).unwrap();
    hand_over(&county, &mut lost).unwrap();

    let before = (
        lost.place().device,
        lost.place().signing_key.verifying_key(),
    );
    let request = renew_keys(&mut lost, &stick, false).unwrap();
    assert_ne!(lost.place().device, before.0);
    assert_ne!(lost.place().signing_key.verifying_key(), before.1);
    assert_eq!(standing(&lost).unwrap(), Standing::NotEnrolled);
    assert!(matches!(
        send_week(&mut lost, &stick),
        Err(Error::NotJoined)
    ));
    let seen = read_enrolment(&county, Path::new(&request.path)).unwrap();
    assert_eq!(seen.words, request.words);
    // The first stick got lost: the same request again, under the same keys.
    let again = renew_keys(&mut lost, &stick, false).unwrap();
    assert_eq!(again.words, request.words);

    let welcome = enrol_laptop(&mut county, Path::new(&request.path), &stick).unwrap();
    accept_welcome(&mut lost, Path::new(&welcome.path)).unwrap();
    assert_eq!(standing(&lost).unwrap(), Standing::Enrolled);
    assert_eq!(count(&lost), 1);
    victims::create(&mut lost, &victim("Bea", "Marker")).unwrap();
    let week = send(&mut lost, &stick);
    assert_eq!(merged(&mut county, &week), "ready");
    assert_eq!(count(&county), 2);
    let listed = laptops(&county).unwrap();
    assert_eq!(listed.len(), 2, "the old device stays on the roster");
    assert!(lost.verify().unwrap().ok);
}

#[test]
fn a_found_laptop_comes_back_though_a_county_put_back_had_merged_its_work_as_any_other() {
    let (world, mut county, [mut lost]) = office();
    let stick = world.stick("stick");
    let copy = county.back_up().unwrap();
    revoke_laptop(&mut county, LAPTOP).unwrap();
    let (_, list) = roster::current(&county).unwrap();

    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    drop(lost);
    world.image(LAPTOP, "Image");
    let first = send(&mut world.unlock(LAPTOP), &stick);
    assert_eq!(merged(&mut restored, &first), "ready");
    // The laptop is put back, too: what it writes next is in another log, and it sends nothing of this one again.
    let mut lost = world.unlock("Image");
    lost.end_own_log(crate::casefile::own_log::Ended::Restored)
        .unwrap();
    world.received(&mut restored, &mut lost, "confirmed");
    restored
        .change(crate::casefile::Action::MergeBundles, |change| {
            change.beside(move |conn| roster::take_up(conn, &list).map(drop));
            Ok(())
        })
        .unwrap();
    let later = send(&mut lost, &stick);
    assert_eq!(merged(&mut restored, &later), "bundle-revoked-laptop");
    take_in_revoked_work(&mut restored, Path::new(&later)).unwrap();
    hand_over(&restored, &mut lost).unwrap();
    renew_keys(&mut lost, &stick, false).unwrap();
    assert_eq!((count(&lost), count(&restored)), (1, 1));
}

#[test]
fn work_stays_on_a_found_laptop_when_it_is_to() {
    let (world, mut county, [mut lost]) = office();
    let stick = world.stick("stick");
    revoke_laptop(&mut county, LAPTOP).unwrap();
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    hand_over(&county, &mut lost).unwrap();
    let request = renew_keys(&mut lost, &stick, true).unwrap();
    let welcome = enrol_laptop(&mut county, Path::new(&request.path), &stick).unwrap();
    accept_welcome(&mut lost, Path::new(&welcome.path)).unwrap();
    let week = send(&mut lost, &stick);
    assert_eq!(merged(&mut county, &week), "ready");
    assert_eq!((count(&lost), count(&county)), (1, 0));
}

#[test]
fn a_revoked_device_is_not_enrolled_under_its_old_keys_and_does_not_lose_its_mark() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let stick = world.stick("stick");
    let (_, request) = world.laptop(LAPTOP, "Dana Deputy", &stick);
    enrol_laptop(&mut county, Path::new(&request), &stick).unwrap();
    revoke_laptop(&mut county, LAPTOP).unwrap();
    let refused = enrol_laptop(&mut county, Path::new(&request), &stick);
    assert!(matches!(refused, Err(Error::RevokedLaptop)), "{refused:?}");
    assert!(laptops(&county).unwrap()[0].revoked_at.is_some());
}

#[test]
fn a_county_brought_back_from_an_old_copy_learns_again_whom_it_had_revoked() {
    let (world, mut county, [_lost, mut other]) = office();
    let copy = county.back_up().unwrap();
    revoke_laptop(&mut county, LAPTOP).unwrap();
    hand_over(&county, &mut other).unwrap();
    let week = send(&mut other, &world.stick("stick"));

    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    assert!(laptops(&restored).unwrap()[0].revoked_at.is_none());
    assert_eq!(merged(&mut restored, &week), "ready");
    assert!(laptops(&restored).unwrap()[0].revoked_at.is_some());
}

#[test]
fn a_county_brought_back_from_an_old_copy_learns_whom_it_had_revoked_also_from_a_week_that_must_wait()
 {
    let (world, mut county, [mut lost]) = office();
    let copy = county.back_up().unwrap();
    revoke_laptop(&mut county, LAPTOP).unwrap();
    hand_over(&county, &mut lost).unwrap();
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    let week = send(&mut lost, &world.stick("stick"));

    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    assert_eq!(merged(&mut restored, &week), "bundle-revoked-laptop");
    assert_eq!(count(&restored), 0);
    assert!(laptops(&restored).unwrap()[0].revoked_at.is_some());
    assert_eq!(
        roster::current(&restored).unwrap().1,
        roster::current(&county).unwrap().1
    );
}

#[test]
fn a_roster_of_another_chain_is_an_alarm_and_the_work_is_merged_all_the_same() {
    let (world, mut county, [mut laptop]) = office();
    let copy = county.back_up().unwrap();
    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&copy, crate::testing::PASSPHRASE, outside).unwrap();
    // Both go on from the same version: two chains.
    replace_key(&mut restored).unwrap();
    revoke_laptop(&mut county, LAPTOP).unwrap();
    hand_over(&county, &mut laptop).unwrap();
    let forked = hand_over(&restored, &mut laptop);
    assert!(matches!(
        forked,
        Err(Error::Bundle(
            countyline_bundle::BundleError::RosterForked { version: 3 }
        ))
    ));
    let week = send(&mut laptop, &world.stick("stick"));
    let told = merged(&mut restored, &week);
    assert_eq!(told, "ready");
    let alarms = keys(&restored).unwrap().alarms;
    assert_eq!((alarms.len(), alarms[0].version), (1, 3));
    assert_eq!(alarms[0].laptop_name, LAPTOP);
}

#[test]
fn two_laptops_of_one_name_are_told_apart_by_their_ids() {
    let (world, mut county, [first]) = office();
    let stick = world.stick("stick");
    let form = crate::start::NewLaptop {
        laptop_name: LAPTOP.to_owned(),
        person_name: "Lee Deputy".to_owned(),
        passphrase: crate::testing::PASSPHRASE.to_owned(),
        language: "en".to_owned(),
        folder: stick.display().to_string(),
    };
    let outside = crate::outside::testing::outside(&world.clock, 1234);
    let (_, request) = crate::start::create_laptop(&world.path("second"), &form, outside).unwrap();
    enrol_laptop(&mut county, Path::new(&request.path), &stick).unwrap();
    assert!(matches!(
        revoke_laptop(&mut county, LAPTOP),
        Err(Error::SeveralLaptops)
    ));
    assert!(matches!(
        revoke_laptop(&mut county, "no such laptop"),
        Err(Error::NotFound { record: "laptop" })
    ));
    let id = crate::casefile::hex(&first.place().device);
    let revoked = revoke_laptop(&mut county, &id[..8]).unwrap();
    assert_eq!(revoked.id, id);
}
