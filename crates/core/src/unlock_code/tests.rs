use std::path::PathBuf;

use countyline_bundle::{Expectation, open};

use super::*;
use crate::exchange;
use crate::outside::testing::{KnownSecret, outside};
use crate::testing::{PASSPHRASE, World, victim};
use crate::victims;

const NEW: &str = "other made-up words";

/// A county and a laptop that sent it one week.
struct Office {
    world: World,
    county: CaseFile,
    stick: PathBuf,
}

impl Office {
    fn with_laptop() -> (Office, CaseFile) {
        let world = World::new();
        let mut county = world.county("Rivertown");
        let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
        let stick = world.stick("stick");
        let office = Office {
            world,
            county,
            stick,
        };
        (office, laptop)
    }

    fn week(&mut self, laptop: &mut CaseFile) -> String {
        let sent = exchange::send_week(laptop, &self.stick).unwrap().path;
        exchange::merge(&mut self.county, std::slice::from_ref(&sent)).unwrap();
        sent
    }

    fn asked(&mut self) -> String {
        let asked = ask(&mut self.county, PASSPHRASE, "laptop 07", None).unwrap();
        assert_eq!(asked.words.len(), CODE_WORDS);
        asked.words.join(" ")
    }

    fn unlock(&self, code: &str) -> Result<CaseFile> {
        let outside = outside(&self.world.clock, 99);
        unlock(&self.world.path("Laptop 07"), code, NEW, outside)
    }
}

#[test]
fn a_code_opens_its_laptop_once_and_the_next_one_goes_to_the_county() {
    let (mut office, mut laptop) = Office::with_laptop();
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    office.week(&mut laptop);
    drop(laptop);

    let first = office.asked();
    let mut laptop = office.unlock(&first.to_uppercase()).unwrap();
    assert_eq!(victims::find(&laptop, "").unwrap().len(), 1);
    assert!(laptop.verify().unwrap().ok);
    assert!(matches!(
        laptop.ensure_passphrase(PASSPHRASE),
        Err(Error::WrongPassphrase)
    ));
    laptop.ensure_passphrase(NEW).unwrap();
    office.week(&mut laptop);
    drop(laptop);

    let refused = office.unlock(&first).map(drop);
    assert!(matches!(refused, Err(Error::UsedUnlockCode)), "{refused:?}");
    let second = office.asked();
    assert_ne!(first, second);
    office.unlock(&second).unwrap();
}

#[test]
fn a_code_is_worth_nothing_on_another_machine() {
    let (mut office, mut laptop) = Office::with_laptop();
    office.week(&mut laptop);
    drop(laptop);
    let code = office.asked();
    let elsewhere = Outside {
        device_secret: Box::new(KnownSecret([8; 32])),
        ..outside(&office.world.clock, 5)
    };
    let refused = unlock(&office.world.path("Laptop 07"), &code, NEW, elsewhere).map(drop);
    assert!(matches!(refused, Err(Error::DeviceSecretMissing)));
}

#[test]
fn a_wrong_code_a_short_passphrase_and_a_place_without_a_code_are_told_apart() {
    let (mut office, mut laptop) = Office::with_laptop();
    office.week(&mut laptop);
    drop(laptop);
    let wrong = "abacus abdomen abdominal abide abiding ability ablaze able";
    let refused = office.unlock(wrong).map(drop);
    assert!(matches!(refused, Err(Error::WrongUnlockCode)));

    let code = office.asked();
    let folder = office.world.path("Laptop 07");
    let weak = unlock(&folder, &code, "short", outside(&office.world.clock, 5)).map(drop);
    assert!(matches!(weak, Err(Error::WeakPassphrase)));

    let stick = office.stick.clone();
    let (alone, _) = office.world.laptop("Laptop 08", "Lee Deputy", &stick);
    drop(alone);
    let folder = office.world.path("Laptop 08");
    let none = unlock(&folder, &code, NEW, outside(&office.world.clock, 5)).map(drop);
    assert!(matches!(none, Err(Error::NoUnlockCode)));
    // What was refused spent nothing.
    office.unlock(&code).unwrap();
}

#[test]
fn asking_for_a_code_needs_the_passphrase_and_is_in_the_history_before_it_is_told() {
    let (mut office, mut laptop) = Office::with_laptop();
    let unknown = ask(&mut office.county, PASSPHRASE, "Laptop 07", None);
    assert!(matches!(unknown, Err(Error::UnlockCodeUnknown)));
    assert_eq!(known(&office.county).unwrap()[0].number, None);
    office.week(&mut laptop);

    let county = &mut office.county;
    let wrong = ask(county, "not the passphrase", "Laptop 07", None);
    assert!(matches!(wrong, Err(Error::WrongPassphrase)));
    let before = county.verify().unwrap().commits;
    ask(county, PASSPHRASE, "Laptop 07", None).unwrap();
    assert_eq!(county.verify().unwrap().commits, before + 1);
    assert_eq!(known(county).unwrap()[0].number, Some(1));

    let elsewhere = ask(&mut laptop, PASSPHRASE, "Laptop 07", None);
    assert!(matches!(elsewhere, Err(Error::OnlyCounty)));
}

#[test]
fn a_code_is_in_no_history_and_reaches_no_other_laptop() {
    let (mut office, mut laptop) = Office::with_laptop();
    office.week(&mut laptop);
    let code = office.asked();
    let newcomer = office
        .world
        .joined_laptop(&mut office.county, "Laptop 08", "Lee Deputy");
    let held: i64 = newcomer
        .conn()
        .query_row(
            "SELECT count(*) FROM unlock_code WHERE device = ?1",
            [laptop.place().device],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(held, 0);
    for file in [&office.county, &laptop, &newcomer] {
        let mut statement = file.conn().prepare("SELECT body FROM commit_log").unwrap();
        let bodies = statement
            .query_map([], |row| row.get::<_, Vec<u8>>(0))
            .unwrap();
        for body in bodies {
            let body = body.unwrap();
            for word in code.split(' ').filter(|word| word.len() > 4) {
                let inside = body.windows(word.len()).any(|part| part == word.as_bytes());
                assert!(!inside, "a word of the code stands in a commit");
            }
        }
    }
}

#[test]
fn a_stick_that_comes_late_does_not_hide_a_newer_code() {
    let (mut office, mut laptop) = Office::with_laptop();
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    let late = exchange::send_week(&mut laptop, &office.stick)
        .unwrap()
        .path;
    let first = opened_code(&office.county, &late);
    drop(laptop);
    let mut laptop = office.unlock(&first).unwrap();
    office.week(&mut laptop);
    drop(laptop);
    exchange::merge(&mut office.county, &[late]).unwrap();
    let newest = office.asked();
    assert_ne!(newest, first);
    office.unlock(&newest).unwrap();
}

/// The code a week carries, read with the county's key.
fn opened_code(county: &CaseFile, path: &str) -> String {
    let bytes = std::fs::read(path).unwrap();
    let (roster, _) = roster::current(county).unwrap();
    let expect = Expectation {
        agency: None,
        directions: &[countyline_bundle::Direction::Up],
    };
    let opened: Opened<'_> = open(
        &bytes,
        &county.place().opening_key,
        |manifest| roster.verifying_key(&manifest.cover.device).cloned(),
        &expect,
    )
    .unwrap();
    carried(&opened).unwrap().unwrap().code.to_string()
}

#[test]
fn a_code_that_was_never_sent_because_the_power_failed_is_made_anew() {
    let (mut office, mut laptop) = Office::with_laptop();
    let device = laptop.place().device;
    // The key file was written, the words were not.
    laptop
        .change(Action::UseUnlockCode, |change| {
            change.beside(move |conn| store::forget(conn, &device));
            Ok(())
        })
        .unwrap();
    office.week(&mut laptop);
    drop(laptop);
    let code = office.asked();
    office.unlock(&code).unwrap();
}

#[test]
fn a_changed_passphrase_leaves_the_code_in_force() {
    let (mut office, mut laptop) = Office::with_laptop();
    office.week(&mut laptop);
    laptop
        .change_passphrase(PASSPHRASE, "third made-up words")
        .unwrap();
    drop(laptop);
    let code = office.asked();
    office.unlock(&code).unwrap();
}

#[test]
fn a_block_that_is_no_code_is_refused_and_a_newer_form_is_left_alone() {
    assert!(read_block(b"").is_err());
    assert!(read_block(&[0x83, 1, 1, 0x63, b'a', b'b', b'c']).is_err());
    assert!(read_block(&[0x82, 2, 1]).unwrap().is_none());
}

#[test]
fn a_code_has_one_encoding() {
    let code = Code {
        number: 7,
        code: Zeroizing::new(["zoom"; CODE_WORDS].join(" ")),
    };
    let plain = encode(&code).unwrap();
    assert_eq!(read_block(&plain).unwrap().unwrap().number, 7);
    let longer_number = [&plain[..2], &[0x18], &plain[2..]].concat();
    let unstated_length = [&[0x9f], &plain[1..], &[0xff]].concat();
    let more_behind = [&plain[..], &[0]].concat();
    for other in [longer_number, unstated_length, more_behind] {
        assert!(read_block(&other).is_err(), "{other:02x?}");
    }
}
