//! What the field asks of a program like this, scenario by scenario. The numbers are those of the list that
//! agencies and reviewers go through.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::contacts::{self, ContactMethodForm};
use countyline_core::error::{Error, Failure};
use countyline_core::exchange;
use countyline_core::letters::{self, Fonts, LetterRequest};
use countyline_core::outreach::{self, ContactForm};
use countyline_core::outside::testing::outside;
use countyline_core::policy::{self, PolicyForm};
use countyline_core::referrals::{self, ReferralForm};
use countyline_core::releases::{self, ReleaseForm, Revocation};
use countyline_core::retention::{self, Clock};
use countyline_core::testing::{PASSPHRASE, World, partner, phone, victim};
use countyline_core::victims::{self, AddressProtection};
use countyline_core::words::{LANGUAGES, Words};
use countyline_core::{partners, unlock_code};

use crate::offices::{copied, everything, merged, phone_of, refusal, sent};

/// Rivertown, which knows Ana, and a laptop that knows her too.
fn rivertown(world: &World) -> (CaseFile, CaseFile, String) {
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    (county, laptop, ana)
}

/// A release of her name and need for an agency, until a day, and the letter written under it.
fn letter_for_an_agency(file: &mut CaseFile, ana: &str, until: &str) -> (String, LetterRequest) {
    let agency = partners::create(file, &partner("Oak Flat Legal Aid"))
        .unwrap()
        .id;
    let form = ReleaseForm {
        victim_id: ana.to_owned(),
        recipient_id: agency.clone(),
        items: vec!["name".to_owned(), "need".to_owned()],
        purpose: String::new(),
        expires_on: until.to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details: None,
    };
    let release = releases::sign(file, &form).unwrap().id;
    let form = ReferralForm {
        victim_id: ana.to_owned(),
        partner_ids: vec![agency.clone()],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let referred = referrals::refer_victim(file, &form).unwrap();
    let request = LetterRequest {
        victim_id: ana.to_owned(),
        referral_ids: vec![referred[0].id.clone()],
        form: "agency".to_owned(),
        language: "en".to_owned(),
        page: "us_letter".to_owned(),
        large_print: false,
        both_sides: false,
        safe_to_carry: "yes".to_owned(),
        release_id: Some(release),
        exclusions_read: false,
        held: false,
    };
    (agency, request)
}

fn fonts() -> Fonts {
    Fonts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts")).unwrap()
}

fn code_of(refused: Error) -> String {
    refused.failure().code
}

#[test]
fn as_01_a_number_that_somebody_else_answered_is_blocked_in_whatever_order_the_weeks_come() {
    let world = World::new();
    let (mut county, mut elm_creek, ana) = rivertown(&world);
    let mut oak_flat = world.joined_laptop(&mut county, "Oak Flat", "Robin Sample");
    let hung_up = ContactForm {
        victim_id: ana.clone(),
        channel: "phone".to_owned(),
        outcome: "other_answered_hung_up".to_owned(),
        at: None,
        minutes: None,
        note: String::new(),
        follow_up_id: None,
        next_follow_up_on: None,
    };
    outreach::record_contact(&mut elm_creek, &hung_up).unwrap();
    world.clock.set("2026-03-04T08:00:00-06:00");
    let shown = phone_of(&oak_flat, &ana);
    let later = phone("555-0101", "with_conditions");
    contacts::edit(&mut oak_flat, &shown.id, &later, &shown.seen).unwrap();
    let blocked = sent(&world, &mut elm_creek, "Elm Creek stick");
    let edited = sent(&world, &mut oak_flat, "Oak Flat stick");
    drop(county);
    for (name, paths) in [
        ("one order", [&*blocked, &*edited]),
        ("the other", [&*edited, &*blocked]),
    ] {
        let mut county = copied(&world, "Rivertown", name);
        for path in paths {
            merged(&mut county, &[path]);
        }
        let gate = contacts::gate(&county, &ana).unwrap();
        assert_eq!(gate.ways[0].obstacles, ["blocked"], "{name}");
        assert!(!gate.ways[0].value.contains("555"), "{name}");
        assert_eq!(gate.safe_contact.level, "no_safe_way", "{name}");
        everything(&county);
    }
}

#[test]
fn as_03_what_a_release_covered_when_it_was_sent_is_withheld_and_listed_once_it_ran_out() {
    let world = World::new();
    let (mut county, mut laptop, ana) = rivertown(&world);
    let (agency, request) = letter_for_an_agency(&mut laptop, &ana, "2026-03-06");
    assert!(letters::preview(&laptop, &request, &fonts()).unwrap().ready);
    let week = sent(&world, &mut laptop, "stick");
    world.clock.set("2026-03-09T08:00:00-05:00");
    merged(&mut county, &[&week]);
    let refused = letters::preview(&county, &request, &fonts()).unwrap_err();
    assert_eq!(code_of(refused), "release-expired");
    let items = ["name".to_owned(), "need".to_owned()];
    let list = releases::share_list(&county, &agency, &items, None).unwrap();
    assert!(list.shared.is_empty());
    let withheld = &list.withheld[0];
    assert_eq!(
        (&*withheld.victim_id, &*withheld.reason),
        (&*ana, "expired")
    );
}

#[test]
fn as_04_a_release_taken_back_by_word_stops_the_letter_on_another_laptop() {
    let world = World::new();
    let (mut county, mut elm_creek, ana) = rivertown(&world);
    let (_, request) = letter_for_an_agency(&mut county, &ana, "2026-03-31");
    let mut oak_flat = world.joined_laptop(&mut county, "Oak Flat", "Robin Sample");
    world.received(&mut county, &mut elm_creek, "return 1");
    world.clock.set("2026-03-05T08:00:00-06:00");
    let signed = victims::page(&elm_creek, &ana).unwrap().releases.remove(0);
    let by_word = Revocation {
        how: "oral".to_owned(),
        by: "herself".to_owned(),
    };
    releases::take_back(&mut elm_creek, &signed.id, &by_word, &signed.seen).unwrap();
    let refused = letters::preview(&elm_creek, &request, &fonts()).unwrap_err();
    assert_eq!(code_of(refused), "release-revoked");
    // The other laptop cannot know yet, and says how old its knowledge is.
    let preview = letters::preview(&oak_flat, &request, &fonts()).unwrap();
    let as_of = preview
        .checks
        .iter()
        .find(|check| check.code == "check-known-as-of");
    assert_eq!(as_of.unwrap().values["date"], "2026-03-02");
    let week = sent(&world, &mut elm_creek, "Elm Creek stick");
    merged(&mut county, &[&week]);
    world.received(&mut county, &mut oak_flat, "return 2");
    let stick = world.stick("paper");
    let refused = letters::save(&mut oak_flat, &request, &fonts(), &stick).unwrap_err();
    assert_eq!(code_of(refused), "release-revoked");
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 0);
}

#[test]
fn as_08_somebody_who_was_purged_does_not_come_back_with_an_old_stick() {
    let world = World::new();
    let (mut county, mut laptop, ana) = rivertown(&world);
    let shown = phone_of(&laptop, &ana);
    contacts::edit(
        &mut laptop,
        &shown.id,
        &phone("555-0177", "yes"),
        &shown.seen,
    )
    .unwrap();
    let old = sent(&world, &mut laptop, "forgotten stick");
    world.clock.set("2036-03-02T08:00:00-06:00");
    let due = retention::due(&county).unwrap();
    assert_eq!(due.due[0].victim_id, ana);
    // How long is kept what is the office's own word: by a sample's months nothing is purged.
    let form = PolicyForm {
        verify_after_days: 30,
        state_pack: "sample".to_owned(),
        identity_months: Some(36),
        statistics_months: Some(84),
        call_back_phone: None,
    };
    policy::set(&mut county, &form, "").unwrap();
    retention::purge(&mut county, &ana, Clock::Everything).unwrap();
    merged(&mut county, &[&old]);
    assert!(victims::find(&county, "").unwrap().is_empty());
    let told = everything(&county).to_string();
    assert!(!told.contains("555-0177") && !told.contains("Example"));
    world.received(&mut county, &mut laptop, "return 3");
    assert!(victims::find(&laptop, "").unwrap().is_empty());
}

#[test]
fn as_10_the_street_of_somebody_in_an_address_program_is_on_no_template() {
    let world = World::new();
    let (mut county, _, ana) = rivertown(&world);
    let (_, mut request) = letter_for_an_agency(&mut county, &ana, "2026-03-31");
    let post = ContactMethodForm {
        channel: "post".to_owned(),
        ..phone("9 Hidden Lane", "yes")
    };
    contacts::add(&mut county, &ana, &post).unwrap();
    let protection = AddressProtection {
        acp: "yes".to_owned(),
        substitute_address: "PO Box 12, Capital City".to_owned(),
        real_address: "9 Hidden Lane".to_owned(),
        legal_need: "Service of a subpoena".to_owned(),
        ..AddressProtection::default()
    };
    let seen = victims::record(&county, &ana).unwrap().seen;
    victims::set_address_protection(&mut county, &ana, &protection, &seen).unwrap();
    for form in ["full", "plain", "discreet", "pocket_card", "agency"] {
        for language in LANGUAGES {
            request.form = form.to_owned();
            request.language = language.to_owned();
            let preview = letters::preview(&county, &request, &fonts()).unwrap();
            assert!(preview.text.len() > 20, "{form} {language}");
            assert!(!preview.text.contains("Hidden"), "{form} {language}");
        }
    }
    // Also where the street came in as an agency's text: the letter is not made.
    let mut tricky = partner("Oak Flat Annex");
    tricky.address = "9 Hidden Lane".to_owned();
    let tricky = partners::create(&mut county, &tricky).unwrap().id;
    let form = ReferralForm {
        victim_id: ana.clone(),
        partner_ids: vec![tricky],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let referred = referrals::refer_victim(&mut county, &form).unwrap();
    request.form = "full".to_owned();
    request.referral_ids = vec![referred[0].id.clone()];
    assert!(!letters::preview(&county, &request, &fonts()).unwrap().ready);
}

#[test]
fn as_11_a_copy_that_broke_off_at_sixty_percent_is_refused_and_says_what_to_do() {
    let world = World::new();
    let (mut county, mut laptop, _) = rivertown(&world);
    victims::create(&mut laptop, &victim("Jo", "Example")).unwrap();
    let whole = fs::read(sent(&world, &mut laptop, "stick")).unwrap();
    let cut: PathBuf = world.stick("cut").join("cl-cut.clb");
    fs::write(&cut, &whole[..whole.len() * 6 / 10]).unwrap();
    let before = everything(&county);
    let code = refusal(&mut county, &cut);
    assert_eq!(everything(&county), before);
    let failure = Failure {
        code,
        values: Default::default(),
    };
    for language in LANGUAGES {
        let (happened, remedy) = Words::of(language).failure(&failure);
        let general = Words::of(language).say("err-storage");
        assert!(
            happened != general && remedy.len() > 20,
            "{language}: {happened}"
        );
    }
    fs::write(&cut, &whole).unwrap();
    merged(&mut county, &[cut.to_str().unwrap()]);
    assert_eq!(victims::find(&county, "Jo").unwrap().len(), 1);
}

#[test]
fn as_12_a_clock_three_years_wrong_is_flagged_and_order_stays_causal() {
    for (wrong, ahead) in [
        ("2029-03-03T08:00:00-06:00", true),
        ("2023-03-03T08:00:00-06:00", false),
    ] {
        let world = World::new();
        let (mut county, mut laptop, ana) = rivertown(&world);
        world.clock.set(wrong);
        let shown = phone_of(&laptop, &ana);
        contacts::edit(
            &mut laptop,
            &shown.id,
            &phone("555-0133", "yes"),
            &shown.seen,
        )
        .unwrap();
        let week = sent(&world, &mut laptop, "stick");
        world.clock.set("2026-03-09T08:00:00-05:00");
        merged(&mut county, &[&week]);
        let off = exchange::laptops(&county).unwrap()[0].clock_days_off;
        assert!(off.abs() > 1000 && (off > 0) == ahead, "{off}");
        // What replaced a value replaces it, whatever the clock said.
        let now = phone_of(&county, &ana);
        assert_eq!((&*now.form.value, now.in_conflict), ("555-0133", false));
        contacts::edit(&mut county, &now.id, &phone("555-0144", "yes"), &now.seen).unwrap();
        world.received(&mut county, &mut laptop, "return 4");
        assert_eq!(phone_of(&laptop, &ana).form.value, "555-0144");
    }
}

#[test]
fn as_13_the_sixth_wrong_passphrase_finds_the_laptop_locked_and_a_code_opens_it_offline() {
    let world = World::new();
    let (mut county, mut laptop, ana) = rivertown(&world);
    let week = sent(&world, &mut laptop, "stick");
    merged(&mut county, &[&week]);
    drop(laptop);
    let folder = world.path("Elm Creek");
    let attempt =
        |passphrase: &str| CaseFile::unlock(&folder, passphrase, outside(&world.clock, 7));
    for _ in 0..5 {
        let refused = attempt("not the passphrase at all").map(drop).unwrap_err();
        assert_eq!(code_of(refused), "wrong-passphrase");
    }
    world.clock.set("2026-03-03T08:00:00-06:00");
    for passphrase in ["not the passphrase at all", PASSPHRASE] {
        let refused = attempt(passphrase).map(drop).unwrap_err();
        assert_eq!(code_of(refused), "locked-out");
    }
    let asked = unlock_code::ask(&mut county, PASSPHRASE, "Elm Creek", None).unwrap();
    let code = asked.words.join(" ");
    let fresh = "four other made-up words";
    let opened = unlock_code::unlock(&folder, &code, fresh, outside(&world.clock, 8)).unwrap();
    assert!(victims::page(&opened, &ana).is_ok());
    drop(opened);
    assert!(attempt(fresh).is_ok());
}

#[test]
fn as_13_a_place_without_a_code_opens_again_after_a_quarter_of_an_hour() {
    let world = World::new();
    drop(world.county("Rivertown"));
    let folder = world.path("Rivertown");
    let attempt =
        |passphrase: &str| CaseFile::unlock(&folder, passphrase, outside(&world.clock, 7));
    for _ in 0..5 {
        assert!(attempt("not the passphrase at all").is_err());
    }
    let refused = attempt(PASSPHRASE).map(drop).unwrap_err();
    assert_eq!(code_of(refused), "locked-for-now");
    world.clock.set("2026-03-02T08:15:01-06:00");
    assert!(attempt(PASSPHRASE).is_ok());
}
