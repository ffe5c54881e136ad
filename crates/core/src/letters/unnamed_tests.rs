//! A letter that must not say who she is, and what somebody typed on it.

use super::test_office::{fonts, refer_under_release, unmarked};
use super::*;
use crate::contacts::{self, ContactMethodForm, SafetyDetails};
use crate::partners::PartnerForm;
use crate::testing::{World, partner, phone, victim};
use crate::victims::{self, OtherName, VictimFacts};

struct Office {
    world: World,
    file: CaseFile,
    request: LetterRequest,
}

impl Office {
    /// A victim of this name who was referred to an agency under a release of these items.
    fn new((given, family): (&str, &str), items: &[&str], agency: &PartnerForm) -> Office {
        let world = World::new();
        let mut file = world.county("Cedar County");
        let victim_id = victims::create(&mut file, &victim(given, family))
            .unwrap()
            .id;
        let request =
            refer_under_release(&mut file, &victim_id, agency, "cold_info", (items, None));
        Office {
            world,
            file,
            request,
        }
    }

    fn facts(&mut self, change: impl FnOnce(&mut VictimFacts)) {
        let her = self.request.victim_id.clone();
        let shown = victims::record(&self.file, &her).unwrap();
        let mut facts = shown.facts;
        change(&mut facts);
        victims::set_facts(&mut self.file, &her, &facts, &shown.seen).unwrap();
    }

    fn needs(&mut self, text: &str) {
        self.facts(|facts| text.clone_into(&mut facts.access_needs));
    }

    fn way(&mut self, form: &ContactMethodForm, details: &SafetyDetails) {
        let way = crate::testing::ways(&self.file, &self.request.victim_id).remove(0);
        contacts::edit(&mut self.file, &way.id, form, &way.seen).unwrap();
        let way = crate::testing::ways(&self.file, &self.request.victim_id).remove(0);
        contacts::set_details(&mut self.file, &way.id, details, &way.seen).unwrap();
    }

    /// The word that names her and the field it stands in, where the letter is refused for one.
    fn named(&self) -> Option<(String, String)> {
        let made = preview(&self.file, &self.request, &fonts()).unwrap();
        let mut found = made
            .checks
            .iter()
            .filter(|check| check.code == "check-name-typed");
        let named = found.next().map(|check| {
            assert!(!check.passed && !check.warning);
            (check.values["word"].clone(), check.values["field"].clone())
        });
        assert_eq!(made.ready, named.is_none(), "{:?}", made.checks);
        let passed = |check: &LetterCheck| check.code == "check-no-name-typed" && check.passed;
        assert_eq!(made.checks.iter().any(passed), named.is_none());
        named
    }
}

/// Everything that is typed may stand on it; her name may not.
const ALL_BUT_NAME: [&str; 3] = ["need", "safe_contact", "access_needs"];

fn unnamed(given: &str, family: &str) -> Office {
    Office::new((given, family), &ALL_BUT_NAME, &partner("Valley Legal Aid"))
}

fn is(word: &str, field: &str) -> Option<(String, String)> {
    Some((word.to_owned(), field.to_owned()))
}

#[test]
fn her_name_in_whatever_was_typed_stops_a_letter_that_must_not_name_her() {
    let plain = || phone("555-0101", "with_conditions");
    let with = |change: &dyn Fn(&mut ContactMethodForm, &mut SafetyDetails)| {
        let (mut form, mut details) = (plain(), SafetyDetails::default());
        change(&mut form, &mut details);
        (form, details)
    };
    let rows = [
        (
            "value",
            with(&|form, _| {
                "email".clone_into(&mut form.channel);
                "maria.p@example.org".clone_into(&mut form.value);
            }),
            "maria",
        ),
        (
            "hours",
            with(&|form, _| "When Maria is at work".clone_into(&mut form.hours)),
            "Maria",
        ),
        (
            "cover_name",
            with(&|form, _| "María’s school".clone_into(&mut form.cover_name)),
            "María",
        ),
        (
            "who_may_answer",
            with(&|_, details| "Mrs. PENA, her mother".clone_into(&mut details.who_may_answer)),
            "PENA",
        ),
        (
            "language_relay",
            with(&|_, details| "TTY, ask for Peña".clone_into(&mut details.language_relay)),
            "Peña",
        ),
    ];
    for (field, (form, details), word) in rows {
        let mut office = unnamed("María", "Peña");
        assert_eq!(office.named(), None);
        office.way(&form, &details);
        assert_eq!(office.named(), is(word, field));
        let stick = office.world.stick("stick");
        let refused = save(&mut office.file, &office.request, &fonts(), &stick);
        assert!(matches!(refused, Err(Error::LetterWouldLeak)), "{field}");
        let refused = record_printed(&mut office.file, &office.request, &fonts());
        assert!(matches!(refused, Err(Error::LetterWouldLeak)), "{field}");
        assert!(papers::out(&office.file).unwrap().is_empty());
    }
    let mut office = unnamed("María", "Peña");
    office.needs("Maria needs a ramp");
    assert_eq!(office.named(), is("Maria", "access_needs"));
    office.needs("She needs a ramp; mariachi music frightens her");
    assert_eq!(office.named(), None);
    record_printed(&mut office.file, &office.request, &fonts()).unwrap();
}

/// Spanish text, with and without its accents, and names that are part of longer words.
#[test]
fn accents_and_case_hide_no_name_and_longer_words_are_none() {
    for (given, family, needs, word) in [
        ("José", "Núñez", "Pregunte por JOSE", Some("JOSE")),
        ("Jose", "Nunez", "El señor Núñez contesta", Some("Núñez")),
        (
            "Ángela",
            "Ruiz",
            "angela usa silla de ruedas",
            Some("angela"),
        ),
        ("Ana", "Sol", "Mañana, en la ventana; el soldado", None),
        ("Concepción", "Ríos", "Concepciones, riosa", None),
        ("Rosa", "De la Cruz", "Vive cerca de la plaza", None),
        ("Rosa", "De la Cruz", "Vive con los Cruz", Some("Cruz")),
    ] {
        let mut office = unnamed(given, family);
        office.needs(needs);
        let expected = word.and_then(|word| is(word, "access_needs"));
        assert_eq!(office.named(), expected, "{given} {family}: {needs}");
    }
}

#[test]
fn every_name_around_her_is_looked_for() {
    let mut office = unnamed("Ana", "Marker");
    office.facts(|facts| {
        let called = |kind: &str, name: &str| OtherName {
            kind: kind.to_owned(),
            name: name.to_owned(),
        };
        facts.other_names = vec![called("alias", "Birdie"), called("legal", "Ana Oldname")];
        facts.guardian = "Gwen Keeper, her aunt".to_owned();
    });
    let her = office.request.victim_id.clone();
    // A child of hers, and somebody of whom only her own record says so.
    let child = victims::create(&mut office.file, &victim("Tomas", "Smallname"))
        .unwrap()
        .id;
    victims::relate(&mut office.file, &child, &her, "child").unwrap();
    let sister = victims::create(&mut office.file, &victim("Sisi", "Kinname"))
        .unwrap()
        .id;
    victims::relate(&mut office.file, &her, &sister, "household").unwrap();
    let again = victims::create(&mut office.file, &victim("Ria", "Otherly"))
        .unwrap()
        .id;
    crate::duplicates::link(&mut office.file, &her, &again).unwrap();
    let stranger = victims::create(&mut office.file, &victim("Nobody", "Known")).unwrap();
    assert!(!stranger.id.is_empty());
    for name in [
        "Ana",
        "Marker",
        "Birdie",
        "Oldname",
        "Gwen",
        "Keeper",
        "Tomás",
        "Smallname",
        "Sisi",
        "Kinname",
        "Ria",
        "Otherly",
    ] {
        office.needs(&format!("A ramp; ask {name}"));
        assert_eq!(office.named(), is(name, "access_needs"));
    }
    for nobody in ["Nobody", "her", "aunt", "Legal"] {
        office.needs(&format!("A ramp; ask {nobody}"));
        assert_eq!(office.named(), None, "{nobody}");
    }
}

/// Her release covers the name: then it stands there anyway.
#[test]
fn a_letter_that_may_name_her_is_not_looked_at_for_it_and_one_to_a_hidden_place_is() {
    let named = ["name", "need", "safe_contact", "access_needs"];
    let shelter = PartnerForm {
        needs: vec!["shelter".to_owned()],
        address: String::new(),
        confidential_location: Some(true),
        ..partner("Quiet House")
    };
    for (agency, is_refused) in [(partner("Valley Legal Aid"), false), (shelter, true)] {
        let mut office = Office::new(("Ana", "Marker"), &named, &agency);
        office.needs("Ana needs a ramp");
        let made = preview(&office.file, &office.request, &fonts()).unwrap();
        assert_eq!(made.ready, !is_refused);
        let codes = made.checks.iter().map(|check| &*check.code);
        let looked_at = codes.filter(|code| code.ends_with("name-typed")).count();
        assert_eq!(looked_at, usize::from(is_refused));
        assert!(unmarked(&made.text).contains("Ana needs a ramp"));
    }
}

/// What is not on the letter is not looked at: her release covers neither.
#[test]
fn what_does_not_stand_on_the_letter_stops_it_for_nothing() {
    let mut office = Office::new(("Ana", "Marker"), &["need"], &partner("Valley Legal Aid"));
    office.needs("Ana needs a ramp");
    let mut way = phone("555-0101", "with_conditions");
    "When Ana is in".clone_into(&mut way.hours);
    office.way(&way, &SafetyDetails::default());
    assert_eq!(office.named(), None);
}

#[test]
fn the_sentence_says_the_word_and_where_it_stands_in_both_languages() {
    let mut office = unnamed("María", "Peña");
    office.needs("Maria needs a ramp");
    let made = preview(&office.file, &office.request, &fonts()).unwrap();
    let mut failed = made
        .checks
        .iter()
        .filter(|check| !check.passed && !check.warning);
    let check = failed.next().unwrap();
    for (language, parts) in [
        ("en", ["“Maria”", "what she needs"]),
        ("es", ["“Maria”", "lo que necesita"]),
    ] {
        let words = Words::of(language);
        let said = words.say_with(&check.code, &check.values);
        for part in parts {
            assert!(said.contains(part), "{part} in {said}");
        }
        for field in [
            "value",
            "hours",
            "who_may_answer",
            "cover_name",
            "language_relay",
        ] {
            let mut values = check.values.clone();
            values.insert("field".to_owned(), field.to_owned());
            let of_screen = words.say_with("check-name-typed", &values);
            let of_line = words.say_with("cli-check-name-typed", &values);
            assert!(
                of_screen != said && of_line.contains("“Maria”"),
                "{of_screen}"
            );
        }
    }
}
