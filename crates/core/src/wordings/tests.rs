use super::*;
use crate::letters::{Fonts, LetterRequest};
use crate::partners::{self, PartnerForm};
use crate::referrals::{self, ReferralForm};
use crate::testing::{World, partner, victim};
use crate::{exchange, papers, victims};

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

fn fonts() -> Fonts {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts");
    Fonts::load(&folder).unwrap()
}

/// A letter for somebody who was referred to an agency here.
fn letter(file: &mut CaseFile, agency: &PartnerForm) -> LetterRequest {
    let ana = victims::create(file, &victim("Ana", "Example")).unwrap().id;
    let agency = partners::create(file, agency).unwrap().id;
    let referral = ReferralForm {
        victim_id: ana.clone(),
        partner_ids: vec![agency],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let made = referrals::refer_victim(file, &referral).unwrap();
    LetterRequest {
        victim_id: ana,
        referral_ids: vec![made[0].id.clone()],
        form: "full".to_owned(),
        language: "en".to_owned(),
        page: "us_letter".to_owned(),
        large_print: false,
        safe_to_carry: "yes".to_owned(),
        release_id: None,
        exclusions_read: false,
        held: false,
    }
}

fn text_of(file: &CaseFile, request: &LetterRequest) -> String {
    let text = letters::preview(file, request, &fonts()).unwrap().text;
    let marks = |letter: &char| !matches!(letter, '\u{2066}'..='\u{2069}');
    text.chars().filter(marks).collect()
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
