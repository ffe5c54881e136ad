//! Bundles between laptops and a county: early, late, twice, on two branches, and from whom they must not come.

use std::path::{Path, PathBuf};

use countyline_bundle::{
    Attestation, Contents, CoverSheet, Direction, EnrolmentRequest, LastKnown, LogPoint,
    Revocation, Roster, seal,
};
use countyline_ledger::{Dot, salt_block};

use super::*;
use crate::casefile::{InMemory, Stretch, log, salts};
use crate::testing::{World, phone, victim, ways};
use crate::{contacts, inbox, outreach, start, victims};

fn send(laptop: &mut CaseFile, stick: &Path) -> String {
    send_week(laptop, stick).unwrap().path
}

/// What came of merging one file: its state and the code of a refusal.
fn merged(county: &mut CaseFile, path: &str) -> (String, Option<String>) {
    let paths = [path.to_owned()];
    let read = read_bundles(county, &paths).unwrap().remove(0);
    let file = merge(county, &paths).unwrap().files.remove(0);
    assert_eq!(read.state, file.state, "what was shown is what came of it");
    assert!(county.verify().unwrap().ok);
    (file.state, file.failure.map(|failure| failure.code))
}

fn refused_as(code: &str) -> (String, Option<String>) {
    ("refused".to_owned(), Some(code.to_owned()))
}

fn ready() -> (String, Option<String>) {
    ("ready".to_owned(), None)
}

fn names(file: &CaseFile) -> Vec<String> {
    let mut names: Vec<String> = victims::find(file, "")
        .unwrap()
        .into_iter()
        .map(|victim| victim.name)
        .collect();
    names.sort();
    names
}

/// Replaces the county's roster by one its root key signed.
fn change_roster(county: &mut CaseFile, change: impl FnOnce(&mut Roster)) {
    let (mut roster, body) = roster::current(county).unwrap();
    roster.version += 1;
    roster.prev_hash = Roster::hash(&body);
    change(&mut roster);
    let body = roster
        .sign(county.place().root_key.as_ref().unwrap())
        .unwrap();
    county
        .change(crate::casefile::Action::EnrolLaptop, |change| {
            change.beside(move |conn| store::keep_roster(conn, &roster, &body));
            Ok(())
        })
        .unwrap();
}

/// A bundle of a laptop's own log and of the logs it got from `others`, as `vouched` says of each head.
fn relay(
    laptop: &mut CaseFile,
    others: &[&CaseFile],
    vouched: impl Fn(&LogPoint, &CaseFile) -> Option<Attestation>,
    stick: &Path,
) -> String {
    let place = laptop.place();
    let (agency, device) = (place.agency().unwrap(), place.device);
    let mut cover = CoverSheet::new(agency, device, Direction::Up, 0);
    let mut written = Vec::new();
    for (number, other) in others.iter().enumerate() {
        let own = log::log(other.conn(), other.place().log_rid).unwrap();
        let ranges = blocks::held(other.conn(), &own).unwrap();
        let mut range = blocks::describe(other.conn(), &ranges[0]).unwrap();
        let head = LogPoint {
            log_id: range.log_id,
            seq: range.to,
            hash: range.head_hash,
        };
        range.attestation = vouched(&head, other);
        cover.logs.push(range);
        assert_eq!(number, 0, "blocks name their range by its number");
        written.extend(blocks::write(other.conn(), &ranges).unwrap());
    }
    let (roster, _) = roster::current(laptop).unwrap();
    let contents = Contents {
        cover,
        blocks: written,
    };
    let (key, mut random) = laptop.signing_key_and_random();
    let bytes = seal(
        &contents,
        std::slice::from_ref(&roster.county.sealing_key),
        key,
        &mut random,
    )
    .unwrap();
    let path = stick.join("cl-relayed.clb");
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

#[test]
fn a_bundle_that_comes_twice_or_late_changes_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    let early = send(&mut laptop, &stick);
    victims::create(&mut laptop, &victim("Bea", "Marker")).unwrap();
    let late = send(&mut laptop, &stick);
    assert_eq!(merged(&mut county, &late), ready());
    assert_eq!(names(&county), ["Ana Marker", "Bea Marker"]);
    for again in [&early, &late, &early] {
        let (state, code) = merged(&mut county, again);
        assert_eq!(state, "already_merged");
        assert_eq!(code.as_deref(), Some("bundle-already-merged"));
    }
    assert_eq!(names(&county).len(), 2);
}

#[test]
fn the_order_of_two_laptops_bundles_does_not_matter() {
    let views: Vec<Vec<String>> = [[0, 1], [1, 0]]
        .into_iter()
        .map(|order| {
            let world = World::new();
            let mut county = world.county("Rivertown");
            let mut first = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
            let id = victims::create(&mut first, &victim("Ana", "Marker"))
                .unwrap()
                .id;
            let stick = world.stick("stick");
            let start = send(&mut first, &stick);
            merged(&mut county, &start);
            let mut second = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
            let rewrite = |file: &mut CaseFile, number: &str, safe: &str| {
                let method = victims::page(file, &id).unwrap().contact_methods.remove(0);
                contacts::edit(file, &method.id, &phone(number, safe), &method.seen).unwrap();
            };
            rewrite(&mut first, "555-0111", "yes");
            rewrite(&mut second, "555-0122", "no");
            let bundles = [send(&mut first, &stick), send(&mut second, &stick)];
            for place in order {
                assert_eq!(merged(&mut county, &bundles[place]), ready());
            }
            let method = ways(&county, &id).remove(0);
            assert!(method.in_conflict);
            assert_eq!(inbox::conflicts(&county).unwrap()[0].sides.len(), 2);
            vec![method.form.value.clone(), method.form.safe.clone()]
        })
        .collect();
    assert_eq!(views[0], ["555-0122", "no"]);
    assert_eq!(views[0], views[1]);
}

#[test]
fn both_branches_of_a_restored_laptop_are_merged() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    let image = laptop.back_up().unwrap();
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    let first = send(&mut laptop, &stick);
    let outside = crate::outside::testing::outside(&world.clock, 77);
    let mut restored = CaseFile::unlock(&image, crate::testing::PASSPHRASE, outside).unwrap();
    victims::create(&mut restored, &victim("Bea", "Marker")).unwrap();
    let second = send(&mut restored, &stick);
    assert_eq!(merged(&mut county, &first), ready());
    assert_eq!(merged(&mut county, &second), ready());
    assert_eq!(names(&county), ["Ana Marker", "Bea Marker"]);
    // Everyone who joins later gets both.
    let newcomer = world.joined_laptop(&mut county, "Laptop 09", "Kim Deputy");
    assert_eq!(names(&newcomer), names(&county));
    assert!(newcomer.verify().unwrap().ok);
}

#[test]
fn a_bundle_for_another_county_is_refused() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut elsewhere = world.county("Oak Flat");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let bundle = send(&mut laptop, &world.stick("stick"));
    let refused = refused_as("bundle-not-for-this-office");
    assert_eq!(merged(&mut elsewhere, &bundle), refused);
}

#[test]
fn a_bundle_of_a_revoked_laptop_is_kept_aside_and_what_came_before_stays() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    let before = send(&mut laptop, &stick);
    assert_eq!(merged(&mut county, &before), ready());
    change_roster(&mut county, |roster| {
        roster.entries[0].revoked = Some(Revocation {
            at_ms: 0,
            last_known: Vec::new(),
        });
    });
    victims::create(&mut laptop, &victim("Bea", "Marker")).unwrap();
    let after = send(&mut laptop, &stick);
    assert_eq!(
        merged(&mut county, &after),
        (
            "parked".to_owned(),
            Some("bundle-revoked-laptop".to_owned())
        )
    );
    assert_eq!(names(&county), ["Ana Marker"]);
    assert_eq!(parked(&county).unwrap().len(), 1);
}

#[test]
fn an_altered_bundle_is_refused() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let bundle = send(&mut laptop, &world.stick("stick"));
    let mut bytes = std::fs::read(&bundle).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&bundle, bytes).unwrap();
    let (state, code) = merged(&mut county, &bundle);
    assert_eq!(state, "refused");
    assert!(code.unwrap().starts_with("bundle-"));
}

#[test]
fn a_laptop_may_bring_what_another_wrote_with_that_ones_word() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut writer = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut carrier = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    victims::create(&mut writer, &victim("Ana", "Marker")).unwrap();
    let stick = world.stick("stick");
    let own_word = |head: &LogPoint, writer: &CaseFile| {
        Some(Attestation::sign(head, &writer.place().signing_key))
    };
    let bundle = relay(&mut carrier, &[&writer], own_word, &stick);
    assert_eq!(merged(&mut county, &bundle), ready());
    assert_eq!(names(&county), ["Ana Marker"]);
}

#[test]
fn a_laptop_cannot_bring_what_nobody_of_the_roster_vouches_for() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let writer = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut carrier = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let (stranger, _) = world.laptop("Stranger", "Nobody", &world.stick("stranger"));
    let stick = world.stick("stick");
    let no_word = |_: &LogPoint, _: &CaseFile| None;
    let bundle = relay(&mut carrier, &[&writer], no_word, &stick);
    assert_eq!(merged(&mut county, &bundle), refused_as("bundle-altered"));
    let a_strangers = |head: &LogPoint, _: &CaseFile| {
        Some(Attestation::sign(head, &stranger.place().signing_key))
    };
    let bundle = relay(&mut carrier, &[&writer], a_strangers, &stick);
    assert_eq!(merged(&mut county, &bundle), refused_as("bundle-altered"));
    let for_another_head = |head: &LogPoint, writer: &CaseFile| {
        let head = LogPoint {
            seq: head.seq + 1,
            ..*head
        };
        Some(Attestation::sign(&head, &writer.place().signing_key))
    };
    let bundle = relay(&mut carrier, &[&writer], for_another_head, &stick);
    assert_eq!(merged(&mut county, &bundle), refused_as("bundle-altered"));
}

#[test]
fn a_laptop_cannot_write_in_the_log_of_another() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut writer = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut forger = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let stick = world.stick("stick");
    let honest = send(&mut writer, &stick);
    assert_eq!(merged(&mut county, &honest), ready());
    victims::create(&mut writer, &victim("Ana", "Marker")).unwrap();
    let forgers_key = *forger.place().signing_key.to_bytes();
    let forged = move |head: &LogPoint, _: &CaseFile| {
        let key = countyline_bundle::SigningKey::from_bytes(&forgers_key);
        Some(Attestation::sign(head, &key))
    };
    let bundle = relay(&mut forger, &[&writer], forged, &stick);
    assert_eq!(merged(&mut county, &bundle), refused_as("bundle-altered"));
    assert!(names(&county).is_empty());
}

#[test]
fn a_revoked_laptops_word_holds_for_what_was_known_of_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut lost = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut carrier = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    victims::create(&mut lost, &victim("Ana", "Marker")).unwrap();
    let own = log::log(lost.conn(), lost.place().log_rid).unwrap();
    let last = log::hash_before(lost.conn(), own.log_rid, own.last_seq + 1).unwrap();
    let device = lost.place().device;
    change_roster(&mut county, |roster| {
        let mut entries = roster.entries.iter_mut();
        let entry = entries.find(|entry| entry.device == device).unwrap();
        entry.revoked = Some(Revocation {
            at_ms: 0,
            last_known: vec![LastKnown {
                log_id: own.log_id.0,
                seq: own.last_seq,
                hash: last.0,
            }],
        });
    });
    let stick = world.stick("stick");
    let own_word = |head: &LogPoint, writer: &CaseFile| {
        Some(Attestation::sign(head, &writer.place().signing_key))
    };
    let known = relay(&mut carrier, &[&lost], own_word, &stick);
    assert_eq!(merged(&mut county, &known), ready());
    victims::create(&mut lost, &victim("Bea", "Marker")).unwrap();
    let in_doubt = relay(&mut carrier, &[&lost], own_word, &stick);
    assert_eq!(
        merged(&mut county, &in_doubt),
        (
            "parked".to_owned(),
            Some("bundle-revoked-laptop".to_owned())
        )
    );
    assert_eq!(names(&county), ["Ana Marker"]);
}

#[test]
fn a_welcome_can_be_written_again_and_accepted_again() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let stick = world.stick("stick");
    let (mut laptop, request) = world.laptop("Laptop 07", "Dana Deputy", &stick);
    let request = PathBuf::from(request);
    enrol_laptop(&mut county, &request, &stick).unwrap();
    let welcome = enrol_laptop(&mut county, &request, &stick).unwrap().path;
    let (roster, _) = roster::current(&county).unwrap();
    assert_eq!(roster.entries.len(), 1);
    accept_welcome(&mut laptop, Path::new(&welcome)).unwrap();
    let commits = laptop.verify().unwrap().commits;
    accept_welcome(&mut laptop, Path::new(&welcome)).unwrap();
    assert_eq!(laptop.verify().unwrap().commits, commits);
}

#[test]
fn an_older_welcome_is_refused_once_a_newer_roster_is_known() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let stick = world.stick("stick");
    let (mut laptop, request) = world.laptop("Laptop 07", "Dana Deputy", &stick);
    let request = PathBuf::from(request);
    let older = enrol_laptop(&mut county, &request, &stick).unwrap().path;
    let newer = enrol_laptop(&mut county, &request, &stick).unwrap().path;
    accept_welcome(&mut laptop, Path::new(&newer)).unwrap();
    let refused = accept_welcome(&mut laptop, Path::new(&older));
    assert!(matches!(refused, Err(Error::RosterRefused)), "{refused:?}");
    assert_eq!(roster::current(&laptop).unwrap().0.version, 3);
}

#[test]
fn a_laptop_that_joined_refuses_another_countys_welcome() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut elsewhere = world.county("Oak Flat");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    let request = write_enrolment(&mut laptop, &stick).unwrap().path;
    let welcome = enrol_laptop(&mut elsewhere, Path::new(&request), &stick)
        .unwrap()
        .path;
    assert!(read_welcome(&laptop, Path::new(&welcome)).is_err());
    assert!(accept_welcome(&mut laptop, Path::new(&welcome)).is_err());
    assert_eq!(laptop.place().office_name, "Rivertown");
    assert_eq!(laptop.place().agency, county.place().agency);
}

#[test]
fn a_roster_of_another_root_key_is_refused_even_under_the_same_agency() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    let request = write_enrolment(&mut laptop, &stick).unwrap().path;
    // A county that claims to be this one, with keys of its own.
    let agency = county.place().agency().unwrap();
    let mut impostor = world.county("Impostor");
    impostor
        .change(crate::casefile::Action::SetUp, |change| {
            change.beside(move |conn| {
                conn.execute("UPDATE place SET agency = ?1", [agency])
                    .unwrap();
                Ok(())
            });
            Ok(())
        })
        .unwrap();
    impostor.reload_place().unwrap();
    change_roster(&mut impostor, |roster| {
        roster.agency = agency;
        roster.version = 9;
    });
    let welcome = enrol_laptop(&mut impostor, Path::new(&request), &stick)
        .unwrap()
        .path;
    assert!(accept_welcome(&mut laptop, Path::new(&welcome)).is_err());
    let (roster, _) = roster::current(&laptop).unwrap();
    let root = county.place().root_key.as_ref().unwrap().verifying_key();
    assert_eq!(roster.county.root, root);
}

#[test]
fn a_request_under_another_laptops_number_is_refused() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let stick = world.stick("stick");
    let (stranger, _) = world.laptop("Stranger", "Nobody", &stick);
    for device in [laptop.place().device, county.place().device] {
        let request = EnrolmentRequest {
            device,
            laptop_name: "Laptop 07".to_owned(),
            person_name: "Dana Deputy".to_owned(),
            verifying_key: stranger.place().signing_key.verifying_key(),
            sealing_key: stranger.place().opening_key.sealing_key().clone(),
            created_ms: 0,
        };
        let bytes = request.encode(&stranger.place().signing_key).unwrap();
        let path = stick.join("enrol-forged.clb");
        std::fs::write(&path, bytes).unwrap();
        let refused = enrol_laptop(&mut county, &path, &stick).map(|_| ());
        assert!(matches!(refused, Err(Error::EnrolmentAltered)));
    }
    assert_eq!(roster::current(&county).unwrap().0.entries.len(), 1);
}

#[test]
fn what_lies_behind_a_gap_is_not_sent_without_its_owners_word() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    for name in ["Ana", "Bea"] {
        victims::create(&mut laptop, &victim(name, "Marker")).unwrap();
    }
    let own = log::log(laptop.conn(), laptop.place().log_rid).unwrap();
    let whole = blocks::held(laptop.conn(), &own).unwrap();
    assert_eq!(whole.len(), 1);
    let kept = log::commit(laptop.conn(), Dot::new(own.log_rid, own.last_seq)).unwrap();
    let seed = salts::seed(laptop.conn(), own.log_rid, own.last_seq).unwrap();
    let last = InMemory {
        stretch: Stretch {
            log: own.log_id,
            from: own.last_seq,
            to: own.last_seq,
            previous: log::hash_before(laptop.conn(), own.log_rid, own.last_seq).unwrap(),
            head: kept.hash,
        },
        seeds: vec![(salt_block(own.last_seq), seed.unwrap())],
        commits: vec![kept.commit],
    };
    county.take_in(0, &last, |_, _| Ok(())).unwrap();
    let log_id = own.log_id;
    let branch = log::branches(county.conn(), log_id).unwrap().remove(0);
    assert!(
        log::hash_at(county.conn(), Dot::new(branch.log_rid, own.last_seq))
            .unwrap()
            .is_some()
    );
    let behind = blocks::held(county.conn(), &branch).unwrap();
    assert_eq!(behind.len(), 1, "its chain could be followed");
    let newcomer = world.joined_laptop(&mut county, "Laptop 09", "Kim Deputy");
    assert!(newcomer.verify().unwrap().ok);
    assert!(log::branches(newcomer.conn(), log_id).unwrap().is_empty());
}

#[test]
fn what_waits_to_be_sent_is_counted_for_each_victim_and_never_at_the_county() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let ana = victims::create(&mut laptop, &victim("Ana", "Marker"))
        .unwrap()
        .id;
    let stick = world.stick("stick");
    send(&mut laptop, &stick);
    let bea = victims::create(&mut laptop, &victim("Bea", "Marker"))
        .unwrap()
        .id;
    let method = victims::page(&laptop, &bea)
        .unwrap()
        .contact_methods
        .remove(0);
    contacts::edit(
        &mut laptop,
        &method.id,
        &phone("555-0133", "no"),
        &method.seen,
    )
    .unwrap();
    let not_sent = |id: &str| victims::page(&laptop, id).unwrap().not_sent;
    assert_eq!((not_sent(&ana), not_sent(&bea)), (0, 2));
    assert_eq!(outreach::today(&laptop).unwrap().changes_waiting, 2);
    victims::create(&mut county, &victim("Cora", "Marker")).unwrap();
    assert_eq!(outreach::today(&county).unwrap().changes_waiting, 0);
}

#[test]
fn the_door_says_when_the_week_was_sent_and_of_an_older_office_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let folder = laptop.folder().to_owned();
    let at_the_door = || start::look(&folder, None).unwrap().last_sent_at;
    assert_eq!(at_the_door(), None);
    send_week(&mut laptop, &world.stick("stick")).unwrap();
    let open = start::look(&folder, Some(&laptop)).unwrap();
    assert!(open.last_sent_at.is_some());
    assert_eq!(at_the_door(), open.last_sent_at);
    std::fs::remove_file(folder.join("last-sent")).unwrap();
    assert_eq!(at_the_door(), None);
}

#[test]
fn a_stick_that_is_gone_counts_nothing_as_sent() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    let before = send_state(&laptop).unwrap();
    let gone = world.path("no stick");
    assert!(matches!(
        send_week(&mut laptop, &gone),
        Err(Error::FolderNotFound)
    ));
    assert_eq!(send_state(&laptop).unwrap(), before);
}
