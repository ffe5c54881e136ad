use super::*;
use crate::letters::LetterRequest;
use crate::letters::test_office::{fonts, refer, unmarked};
use crate::partners::PartnerForm;
use crate::testing::{World, partner};
use crate::{exchange, papers};

fn form(message: &str, text: &str) -> WordingForm {
    WordingForm {
        language: "en".to_owned(),
        message: message.to_owned(),
        text: text.to_owned(),
    }
}

fn shown(file: &CaseFile, message: &str) -> WordingView {
    let mut all = list(file, "en").unwrap().into_iter();
    all.find(|view| view.message == message).unwrap()
}

/// Words a message over what its form showed.
fn word(file: &mut CaseFile, message: &str, text: &str) {
    let seen = shown(file, message).seen;
    set(file, &form(message, text), &seen).unwrap();
}

/// Why wording is refused: the code of the flaw, and the word, value or name.
fn flaw(file: &mut CaseFile, message: &str, text: &str) -> (String, String) {
    let refused = set(file, &form(message, text), "").unwrap_err();
    let failure = refused.failure();
    assert_eq!(failure.code, "wording-refused", "{message}: {text}");
    (
        failure.values["flaw"].clone(),
        failure.values["what"].clone(),
    )
}

/// A letter for somebody who was referred to an agency here.
fn letter(file: &mut CaseFile, agency: &PartnerForm) -> LetterRequest {
    refer(file, "Ana", std::slice::from_ref(agency))
}

fn text_of(file: &CaseFile, request: &LetterRequest) -> String {
    unmarked(&letters::preview(file, request, &fonts()).unwrap().text)
}

#[test]
fn wording_is_shown_as_it_would_read_and_refused_as_it_would_be_before_anything_is_written() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let text = "{ $count ->\n    [one] One number\n   *[other] { $count } numbers\n} of { $date }.";
    let message = list(&file, "en")
        .unwrap()
        .into_iter()
        .find(|view| view.values.len() == 1);
    let message = message.unwrap();
    let value = &message.values[0];
    let said = format!("Before {{ ${value} }} after.");
    assert_eq!(
        rehearse(&file, &form(&message.message, &said)).unwrap(),
        [format!("Before [{value}] after.")]
    );
    let chosen =
        format!("{{ ${value} ->\n    [one] One way\n   *[other] Another way: {{ ${value} }}\n}}.");
    assert_eq!(
        rehearse(&file, &form(&message.message, &chosen)).unwrap(),
        ["One way.".to_owned(), format!("Another way: [{value}].")]
    );
    let refused = rehearse(&file, &form(&message.message, text)).unwrap_err();
    assert_eq!(
        refused.failure().values["flaw"],
        flaw(&mut file, &message.message, text).0
    );
    let leaks = form("discreet-title", "Help for a victim");
    assert_eq!(
        rehearse(&file, &leaks).unwrap_err().failure().values["flaw"],
        "denied_word"
    );
    assert!(shown(&file, &message.message).own_text.is_none());
}

#[test]
fn every_message_of_a_paper_can_be_worded_as_the_program_words_it() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for language in LANGUAGES {
        let all = list(&file, language).unwrap();
        assert!(all.len() > 200, "{}", all.len());
        let sources = all.iter();
        let sources = sources.map(|view| pattern::source(&view.message, &view.program_text));
        let worded = Words::of(language).worded(sources.collect());
        let program = Words::of(language);
        for view in all {
            let values = view.values.iter();
            let values = values.map(|name| (name.clone(), "2".to_owned())).collect();
            let before = program.say_with(&view.message, &values);
            assert_eq!(worded.say_with(&view.message, &values), before);
            let usable = ensure_usable(&file, language, &view.message, &view.program_text);
            assert!(usable.is_ok(), "{}", view.message);
            assert!(!view.message.ends_with("file-name"));
        }
    }
    let refused = flaw(&mut file, "letter-file-name", "help");
    assert_eq!(refused.0, "unknown");
}

#[test]
fn a_letter_says_what_the_county_words_and_the_register_says_whose_words_it_has() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    word(&mut county, "letter-closing", "Call us at any hour.");
    word(
        &mut county,
        "letterhead",
        "Victim Services of { $office }\nRoom 4",
    );
    word(&mut county, "letter-signed", "{ $office }, Pat");
    let request = letter(&mut county, &partner("Valley Legal Aid"));
    let version = |file: &mut CaseFile, request: &LetterRequest| {
        letters::record_printed(file, request, &fonts()).unwrap();
        papers::out(file).unwrap().remove(0).template_version
    };
    let text = text_of(&county, &request);
    for part in [
        "Call us at any hour.",
        "Victim Services of Rivertown",
        "Rivertown, Pat",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("You are not alone"), "{text}");
    let worded = version(&mut county, &request);
    let program = env!("CARGO_PKG_VERSION");
    let hash = worded.strip_prefix(&format!("{program}+")).unwrap();
    assert_eq!(hash.len(), HASH_LETTERS);

    // It reaches a laptop with what the county hands back.
    let there = letter(&mut laptop, &partner("Oak Flat Legal Aid"));
    assert!(text_of(&laptop, &there).contains("You are not alone"));
    let stick = world.stick("return");
    let returned = exchange::hand_back(&mut county, &stick).unwrap();
    exchange::receive(&mut laptop, &returned[0].paths).unwrap();
    assert!(text_of(&laptop, &there).contains("Call us at any hour."));
    assert_eq!(version(&mut laptop, &there), worded);

    world.clock.set("2026-03-02T10:00:00-06:00");
    word(&mut county, "letter-closing", "Call us by day.");
    let other = version(&mut county, &request);
    assert_ne!(other, worded);
    world.clock.set("2026-03-02T11:00:00-06:00");
    for message in ["letter-closing", "letterhead", "letter-signed"] {
        let seen = shown(&county, message).seen;
        reset(&mut county, "en", message, &seen).unwrap();
        assert_eq!(shown(&county, message).own_text, None);
    }
    assert!(text_of(&county, &request).contains("You are not alone"));
    assert_eq!(version(&mut county, &request), program);
    assert!(county.verify().unwrap().ok && laptop.verify().unwrap().ok);
}

/// What the county sets once stands under her full letter, and under no paper that may be found.
#[test]
fn the_county_signs_in_lines_of_its_own_and_no_paper_that_may_be_found_is_signed() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    word(
        &mut county,
        "letter-signed",
        "Pat Hale\nAdvocate\n{ $office }",
    );
    let mut request = letter(&mut county, &partner("Valley Legal Aid"));
    let full = text_of(&county, &request);
    assert!(full.contains("Pat Hale\nAdvocate\nRivertown"), "{full}");
    for form in ["plain", "discreet", "pocket_card"] {
        request.form = form.to_owned();
        let text = text_of(&county, &request);
        for line in ["Pat Hale", "Advocate", "Rivertown"] {
            assert!(!text.contains(line), "{form}: {line} in {text}");
        }
    }
    // Nothing of hers can be put into it, and nothing of ours into what may be found.
    for (message, text, code, what) in [
        ("letter-signed", "{ $name }", "value", "name"),
        ("agency-call-back", "{ $partner }", "value", "partner"),
        ("plain-as-of", "Victim Services", "denied_word", "victim"),
        ("plain-as-of", "Rivertown", "office_name", "Rivertown"),
        ("discreet-as-of", "Rivertown", "office_name", "Rivertown"),
    ] {
        let refused = flaw(&mut county, message, text);
        assert_eq!(refused, (code.to_owned(), what.to_owned()), "{message}");
    }
}

/// A place that is kept secret is known at the place that knows it: there the letter is refused with the reason.
#[test]
fn a_signature_with_a_secret_address_makes_no_letter() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    word(&mut county, "letter-signed", "{ $office }\n44 Hidden Lane");
    let request = letter(&mut county, &partner("Valley Legal Aid"));
    let failed = |file: &CaseFile| {
        let checks = letters::preview(file, &request, &fonts()).unwrap().checks;
        let failed = checks.into_iter().filter(|check| !check.passed);
        failed.map(|check| check.code).collect::<Vec<_>>()
    };
    assert!(failed(&county).is_empty());
    let hidden = county.change(Action::CreatePartner, |change| {
        let address = countyline_ledger::Value::text("44 Hidden Lane");
        let hidden = countyline_ledger::Value::Bool(true);
        let fields = [("address", address), ("confidential_location", hidden)];
        change.create(&crate::registry::PARTNER, fields);
        Ok(())
    });
    hidden.unwrap();
    assert_eq!(failed(&county), ["check-no-protected-address"]);
}

#[test]
fn wording_of_one_language_leaves_the_other_alone() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut request = letter(&mut county, &partner("Valley Legal Aid"));
    word(&mut county, "letter-closing", "Call us at any hour.");
    request.language = "es".to_owned();
    let text = text_of(&county, &request);
    assert!(text.contains("Cuente con nosotros"), "{text}");
    let refused = list(&county, "fr");
    assert!(matches!(
        refused,
        Err(Error::UnknownCode { field: "language" })
    ));
}

#[test]
fn wording_that_cannot_be_read_or_says_more_than_its_message_is_refused_with_the_reason() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let commits = file.verify().unwrap().commits;
    for (message, text, code, what) in [
        ("letter-nothing", "Hello", "unknown", ""),
        ("today", "Hello", "unknown", ""),
        ("letter-closing", " \n ", "empty", ""),
        ("letter-closing", "Call { $office", "not_fluent", ""),
        ("letter-closing", "Call { $office }", "value", "office"),
        (
            "letter-greeting-named",
            "Dear { $victim }",
            "value",
            "victim",
        ),
        ("letter-closing", "See { letter-title }", "other", ""),
        ("letter-closing", "See { -term }", "other", ""),
        ("letter-closing", "{ \"shelter\" }", "other", ""),
        ("letter-as-of", "{ DATETIME($date) }", "other", ""),
        ("letter-closing", "A\u{7}", "other", ""),
        ("letter-closing", ".title = Hidden", "other", ""),
        ("letter-closing", "Call.\n.title = Hidden", "other", ""),
    ] {
        let (found, why) = flaw(&mut file, message, text);
        assert_eq!((&*found, &*why), (code, what), "{message}: {text}");
    }
    let long = "a".repeat(2001);
    assert_eq!(flaw(&mut file, "letter-closing", &long).0, "too_long");
    let choice = "{ $count ->\n    [one] a\n   *[other] b\n}".repeat(7);
    assert_eq!(
        flaw(&mut file, "agency-people-adults", &choice).0,
        "too_long"
    );
    assert_eq!(
        file.verify().unwrap().commits,
        commits,
        "nothing was written"
    );
    // A line that looks like another message belongs to the text.
    word(&mut file, "letter-closing", "Call.\nletter-title = Hidden");
    assert_eq!(
        of(&file, "en").unwrap().words.say("letter-title"),
        Words::of("en").say("letter-title")
    );
}

#[test]
fn wording_that_would_give_her_away_is_refused_with_the_word() {
    let world = World::new();
    let mut file = world.county("Cedar Springs");
    for (message, text, code, what) in [
        (
            "discreet-introduction",
            "From the Sheriff",
            "denied_word",
            "sheriff",
        ),
        ("discreet-title", "VÍCTIMAS", "denied_word", "victim"),
        ("pocket-title", "Safe house", "denied_word", "safe house"),
        (
            "discreet-as-of",
            "sher{ $date }iff",
            "denied_word",
            "sheriff",
        ),
        (
            "discreet-as-of",
            "{ $date ->\n    [one] fine\n   *[other] the shelter\n}",
            "denied_word",
            "shelter",
        ),
        (
            "letter-language-es",
            "Spanish (for victims)",
            "denied_word",
            "victim",
        ),
        (
            "plain-introduction",
            "After the assault",
            "denied_word",
            "assault",
        ),
        (
            "discreet-introduction",
            "From Cedar Springs",
            "office_name",
            "Cedar Springs",
        ),
        (
            "plain-emergency",
            "Ask for Pat Coordinator",
            "office_name",
            "Pat Coordinator",
        ),
    ] {
        let (found, why) = flaw(&mut file, message, text);
        assert_eq!((&*found, &*why), (code, what), "{message}: {text}");
    }
    // A paper that names the office anyway may say so.
    word(
        &mut file,
        "letter-introduction",
        "The Sheriff of Cedar Springs can help.",
    );
    word(
        &mut file,
        "discreet-introduction",
        "Numbers for our valley.",
    );
    let mut request = letter(&mut file, &partner("Valley Clinic"));
    request.form = "discreet".to_owned();
    assert!(text_of(&file, &request).contains("Numbers for our valley."));
}

#[test]
fn only_the_countys_coordinator_words_papers() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let closing = form("letter-closing", "Call us.");
    let refused = set(&mut laptop, &closing, "");
    assert!(matches!(refused, Err(Error::OnlyCounty)));
    let refused = reset(&mut laptop, "en", "letter-closing", "");
    assert!(matches!(refused, Err(Error::OnlyCounty)));
    let me = county.place().staff;
    let deputy = countyline_ledger::Value::text("deputy");
    let became = county.change(Action::SetUp, |change| {
        change.edit_current(&crate::registry::STAFF, me, [("role", deputy)])
    });
    became.unwrap();
    let refused = set(&mut county, &closing, "");
    assert!(
        matches!(refused, Err(Error::RoleMayNot { .. })),
        "{refused:?}"
    );
}

/// A newer program may know a value that this one does not: its wording waits for it.
#[test]
fn wording_that_this_program_cannot_use_is_kept_and_the_programs_own_stands_in() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for (message, text) in [
        ("letter-closing", "Call { $hotline }."),
        ("discreet-introduction", "From the sheriff"),
        ("a-message-of-a-newer-program", "Hello"),
    ] {
        let written = file.change(Action::SetWording, |change| {
            let filled = Filled::default()
                .text("language", "en")
                .text("message", message)
                .text("text", text);
            filled.edit(change, &WORDING, id_of("en", message), &Seen::default())
        });
        written.unwrap();
    }
    let wording = of(&file, "en").unwrap();
    let program = Words::of("en");
    for message in ["letter-closing", "discreet-introduction"] {
        assert_eq!(wording.words.say(message), program.say(message));
        let view = shown(&file, message);
        assert!(view.not_used && view.own_text.is_some());
    }
    assert_eq!(wording.version, env!("CARGO_PKG_VERSION"));
}

#[test]
fn two_who_word_one_message_apart_are_asked_and_write_no_third() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let seen = shown(&file, "letter-closing").seen;
    for text in ["Call us by day.", "Call us by night."] {
        set(&mut file, &form("letter-closing", text), &seen).unwrap();
    }
    assert!(shown(&file, "letter-closing").in_conflict);
    let conflicts = crate::inbox::conflicts(&file).unwrap();
    assert_eq!(conflicts.len(), 1);
    assert!(
        format!("{conflicts:?}").contains("letter-closing"),
        "{conflicts:?}"
    );
    assert!(file.verify().unwrap().ok);
}
