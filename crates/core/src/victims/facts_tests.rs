use super::*;
use crate::contacts::{self, ContactMethodForm};
use crate::testing::{World, phone, restrict, victim};

fn office() -> (World, CaseFile, String) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &victim("Ana", "Example")).unwrap().id;
    (world, file, id)
}

/// Writes facts over what is shown now.
fn say(file: &mut CaseFile, id: &str, change: impl FnOnce(&mut VictimFacts)) -> Result<Saved> {
    let shown = record(file, id).unwrap();
    let mut facts = shown.facts;
    change(&mut facts);
    set_facts(file, id, &facts, &shown.seen)
}

fn post(address: &str) -> ContactMethodForm {
    ContactMethodForm {
        channel: "post".to_owned(),
        ..phone(address, "yes")
    }
}

fn in_program() -> AddressProtection {
    AddressProtection {
        acp: "yes".to_owned(),
        substitute_address: "PO Box 12, Capital City".to_owned(),
        card_number: "SAC-77".to_owned(),
        expires_on: "2029-12-31".to_owned(),
        ..AddressProtection::default()
    }
}

#[test]
fn what_was_not_asked_was_declined_or_is_not_known_stays_told_apart() {
    let (_world, mut file, id) = office();
    let before = record(&file, &id).unwrap();
    assert_eq!(before.facts.minor, "not_asked");
    assert!(before.facts.race_ethnicity.is_empty());
    say(&mut file, &id, |facts| {
        facts.minor = "unknown".to_owned();
        facts.interpreter_need = "declined".to_owned();
        facts.race_ethnicity = vec!["declined".to_owned()];
    })
    .unwrap();
    let after = record(&file, &id).unwrap().facts;
    assert_eq!(
        (&*after.minor, &*after.interpreter_need),
        ("unknown", "declined")
    );
    assert_eq!(after.race_ethnicity, ["declined"]);
    say(&mut file, &id, |facts| facts.minor = "not_asked".to_owned()).unwrap();
    assert_eq!(record(&file, &id).unwrap().facts.minor, "not_asked");
    assert!(file.verify().unwrap().ok);
}

#[test]
fn a_minor_is_whom_the_date_of_birth_says_where_nobody_asked() {
    let (world, mut file, id) = office();
    let minor = |file: &CaseFile| record(file, &id).unwrap().minor;
    assert_eq!(minor(&file), "not_asked");
    let born = |file: &mut CaseFile, day: &str| {
        say(file, &id, |facts| facts.birth_date = Some(day.to_owned())).unwrap();
    };
    born(&mut file, "2008-03-03");
    assert_eq!(minor(&file), "yes");
    assert_eq!(record(&file, &id).unwrap().facts.minor, "not_asked");
    world.clock.set("2026-03-03T08:00:00-06:00");
    assert_eq!(minor(&file), "no", "she is of age since this morning");
    say(&mut file, &id, |facts| facts.minor = "declined".to_owned()).unwrap();
    assert_eq!(minor(&file), "declined");
}

#[test]
fn a_year_of_birth_in_which_she_cannot_be_what_was_answered_is_refused() {
    let (_world, mut file, id) = office();
    for (minor, year, is_refused) in [
        ("no", 2009, true),
        ("no", 2008, false),
        ("yes", 2007, true),
        ("yes", 2008, false),
        ("not_asked", 2009, false),
    ] {
        let mut form = victim("Jo", "Example");
        form.birth_year = Some(year);
        form.facts = Some(VictimFacts {
            minor: minor.to_owned(),
            ..VictimFacts::default()
        });
        let refused = matches!(create(&mut file, &form), Err(Error::AnswersExclude { .. }));
        assert_eq!(refused, is_refused, "{minor} {year}");
    }
    say(&mut file, &id, |facts| facts.minor = "no".to_owned()).unwrap();
    let mut shown = page(&file, &id).unwrap();
    shown.about.birth_year = Some(2015);
    let refused = correct(&mut file, &id, &shown.about, &shown.seen);
    assert!(matches!(refused, Err(Error::AnswersExclude { .. })));
}

#[test]
fn an_unchanged_form_writes_nothing() {
    let (_world, mut file, id) = office();
    say(&mut file, &id, |facts| {
        facts.birth_date = Some("1991-05-01".to_owned());
        facts.special_classes = vec!["S1".to_owned(), "S5".to_owned()];
        facts.other_names = vec![OtherName {
            kind: "chosen".to_owned(),
            name: "Annie".to_owned(),
        }];
    })
    .unwrap();
    let commits = file.verify().unwrap().commits;
    say(&mut file, &id, |_| {}).unwrap();
    assert_eq!(file.verify().unwrap().commits, commits);
    say(&mut file, &id, |facts| {
        facts.special_classes = vec!["S5".to_owned()]
    })
    .unwrap();
    assert_eq!(record(&file, &id).unwrap().facts.special_classes, ["S5"]);
}

#[test]
fn answers_that_cannot_all_be_so_are_refused_and_nothing_changes() {
    let (_world, mut file, id) = office();
    let commits = file.verify().unwrap().commits;
    let mut refuse = |change: fn(&mut VictimFacts)| {
        let refused = say(&mut file, &id, change).unwrap_err();
        refused.failure().code
    };
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(
        refuse(|f| f.birth_date = Some("2026-03-03".to_owned())),
        "date-in-future"
    );
    assert_eq!(
        refuse(|f| f.birth_date = Some("1870-01-01".to_owned())),
        "age-out-of-range"
    );
    assert_eq!(
        refuse(|f| f.age_at_incident = Some(150)),
        "age-out-of-range"
    );
    assert_eq!(refuse(|f| f.age_band = "AGE9".to_owned()), "unknown-code");
    assert_eq!(
        refuse(|f| f.special_classes = vec!["S8".to_owned()]),
        "reason-required"
    );
    assert_eq!(
        refuse(|f| f.race_ethnicity = vec!["R01".to_owned(), "unknown".to_owned()]),
        "answers-exclude"
    );
    assert_eq!(
        refuse(|f| {
            f.age_at_incident = Some(30);
            f.age_band = "AGE4".to_owned();
        }),
        "answers-exclude"
    );
    assert_eq!(
        refuse(|f| {
            f.minor = "yes".to_owned();
            f.birth_date = Some("1991-05-01".to_owned());
        }),
        "answers-exclude"
    );
    assert_eq!(
        refuse(|f| {
            f.minor = "no".to_owned();
            f.birth_date = Some("2010-05-01".to_owned());
        }),
        "answers-exclude"
    );
    assert_eq!(
        refuse(|f| {
            f.minor = "no".to_owned();
            f.guardian = "Pat Example".to_owned();
        }),
        "answers-exclude"
    );
    assert_eq!(file.verify().unwrap().commits, commits);
    let mut form = victim("Jo", "Example");
    form.facts = Some(VictimFacts {
        birth_date: day("1990-01-01"),
        ..VictimFacts::default()
    });
    let refused = create(&mut file, &form);
    assert!(matches!(
        refused,
        Err(Error::AnswersExclude {
            field: "birth_date",
            ..
        })
    ));
}

#[test]
fn names_of_any_length_and_script_are_kept_as_they_are() {
    let (_world, mut file, _) = office();
    let long = "Ñ".repeat(200);
    for (given, family) in [("M", ""), (&*long, &*long), ("🙂", "X"), ("מרים", "الأمل")]
    {
        let id = create(&mut file, &victim(given, family)).unwrap().id;
        let shown = page(&file, &id).unwrap().summary.name;
        assert_eq!(shown, format!("{given} {family}").trim());
    }
}

#[test]
fn somebody_who_gives_no_name_is_recorded_as_unnamed() {
    let (_world, mut file, _) = office();
    let unnamed = VictimFacts {
        name_kind: "unnamed".to_owned(),
        ..VictimFacts::default()
    };
    let mut form = victim("", "");
    form.facts = Some(unnamed);
    let id = create(&mut file, &form).unwrap().id;
    assert_eq!(record(&file, &id).unwrap().facts.name_kind, "unnamed");
    assert_eq!(page(&file, &id).unwrap().summary.name, "");
    form.given_name = "Ana".to_owned();
    let refused = create(&mut file, &form);
    assert!(matches!(
        refused,
        Err(Error::AnswersExclude { field: "name", .. })
    ));
}

#[test]
fn a_secondary_victim_names_the_one_she_belongs_to() {
    let (_world, mut file, ana) = office();
    let child = create(&mut file, &victim("Leo", "Example")).unwrap().id;
    relate(&mut file, &child, &ana, "child").unwrap();
    let relations = record(&file, &child).unwrap().relations;
    assert_eq!(
        (&*relations[0].victim_id, &*relations[0].kind),
        (&*ana, "child")
    );
    assert!(relations[0].case_number.starts_with("R-26-"));
    let refused = relate(&mut file, &ana, &ana, "child");
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "victim" })
    ));
}

#[test]
fn a_relation_is_taken_back_as_far_as_the_page_had_shown_it() {
    let (_world, mut file, ana) = office();
    let child = create(&mut file, &victim("Leo", "Example")).unwrap().id;
    relate(&mut file, &child, &ana, "child").unwrap();
    let seen = record(&file, &child).unwrap().seen;
    relate(&mut file, &child, &ana, "household").unwrap();
    let kinds = |file: &CaseFile| -> Vec<String> {
        let relations = record(file, &child).unwrap().relations;
        relations.into_iter().map(|one| one.kind).collect()
    };

    // What the page had not shown stays.
    unrelate(&mut file, &child, &ana, "household", &seen).unwrap();
    assert_eq!(kinds(&file), ["child", "household"]);
    unrelate(&mut file, &child, &ana, "child", &seen).unwrap();
    assert_eq!(kinds(&file), ["household"]);
    // Once more changes nothing, and what is gone can be said again.
    unrelate(&mut file, &child, &ana, "child", &seen).unwrap();
    relate(&mut file, &child, &ana, "child").unwrap();
    assert_eq!(kinds(&file), ["child", "household"]);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn pr_21_a_street_of_somebody_in_a_program_is_kept_only_for_a_named_legal_need() {
    let (_world, mut file, id) = office();
    contacts::add(&mut file, &id, &post("9 Hidden Lane")).unwrap();
    let mut form = in_program();
    form.real_address = "9 Hidden Lane".to_owned();
    let seen = record(&file, &id).unwrap().seen;
    let refused = set_address_protection(&mut file, &id, &form, &seen);
    assert!(matches!(refused, Err(Error::ProtectedAddress)));
    assert_eq!(record(&file, &id).unwrap().address.acp, "not_asked");
    form.legal_need = "Service of a subpoena".to_owned();
    set_address_protection(&mut file, &id, &form, &seen).unwrap();
    let shown = record(&file, &id).unwrap();
    assert_eq!(shown.address, form);
    let by_post = shown.ways.iter().find(|way| way.channel == "post").unwrap();
    assert_eq!(
        by_post.obstacles,
        ["blocked"],
        "the street she could be reached at"
    );
    assert!(!by_post.value.contains("Hidden"));
}

#[test]
fn pr_21_no_street_is_added_while_she_takes_part() {
    let (_world, mut file, id) = office();
    let seen = record(&file, &id).unwrap().seen;
    set_address_protection(&mut file, &id, &in_program(), &seen).unwrap();
    let refused = contacts::add(&mut file, &id, &post("9 Hidden Lane"));
    assert!(matches!(refused, Err(Error::ProtectedAddress)));
    let added = contacts::add(&mut file, &id, &post("PO Box 12, Capital City")).unwrap();
    let ways = page(&file, &id).unwrap().contact_methods;
    let way = ways.iter().find(|way| way.id == added.id).unwrap();
    let refused = contacts::edit(&mut file, &way.id, &post("9 Hidden Lane"), &way.seen);
    assert!(matches!(refused, Err(Error::ProtectedAddress)));
}

/// PR-22: a street is a street, whatever the way is called.
#[test]
fn a_street_is_refused_on_every_channel_that_is_no_telephone() {
    let (_world, mut file, id) = office();
    let seen = record(&file, &id).unwrap().seen;
    set_address_protection(&mut file, &id, &in_program(), &seen).unwrap();
    for (channel, value, allowed) in [
        ("in_person", "77 Hidden Lane", false),
        ("trusted_person", "her aunt, 9b Elm St", false),
        ("in_person", "the library, Saturdays at 10", true),
        ("trusted_person", "her aunt, 555-0101", true),
    ] {
        let way = ContactMethodForm {
            channel: channel.to_owned(),
            ..post(value)
        };
        let added = contacts::add(&mut file, &id, &way);
        assert_eq!(added.is_ok(), allowed, "{channel} {value}: {added:?}");
    }
}

/// She was asked whether her name may stand on paper; only her yes counts then.
#[test]
fn a_name_she_did_not_say_yes_to_is_printed_only_while_nobody_asked() {
    for (answer, printed) in [
        ("yes", true),
        ("not_asked", true),
        ("no", false),
        ("declined", false),
        ("unknown", false),
    ] {
        let (_world, mut file, id) = office();
        let shown = record(&file, &id).unwrap();
        let mut facts = shown.facts.clone();
        answer.clone_into(&mut facts.name_safe_to_print);
        set_facts(&mut file, &id, &facts, &shown.seen).unwrap();
        let key = ids::parse(&VICTIM, &id).unwrap();
        assert_eq!(
            name_may_be_printed(&file, key).unwrap(),
            printed,
            "{answer}"
        );
    }
}

#[test]
fn restricted_and_sealed_are_one_truth_in_two_steps() {
    let (_world, mut file, id) = office();
    let shown = |file: &CaseFile| record(file, &id).unwrap().classification;
    assert_eq!(shown(&file), Classification::Normal);
    restrict(&mut file, &id, true).unwrap();
    assert_eq!(shown(&file), Classification::Restricted);
    let seen = record(&file, &id).unwrap().seen;
    classify(&mut file, &id, Classification::Sealed, &seen).unwrap();
    assert_eq!(shown(&file), Classification::Sealed);
    restrict(&mut file, &id, false).unwrap();
    assert_eq!(
        shown(&file),
        Classification::Sealed,
        "sealed holds by itself"
    );
    let seen = record(&file, &id).unwrap().seen;
    classify(&mut file, &id, Classification::Normal, &seen).unwrap();
    assert_eq!(shown(&file), Classification::Normal);
}

#[test]
fn pr_27_do_not_contact_has_a_reason() {
    let (_world, mut file, id) = office();
    let seen = page(&file, &id).unwrap().seen;
    let refused = forbid_contact(&mut file, &id, " ", &seen);
    assert!(matches!(refused, Err(Error::ReasonRequired { .. })));
    forbid_contact(&mut file, &id, "She asked us not to", &seen).unwrap();
    let gate = contacts::gate(&file, &id).unwrap();
    assert_eq!(gate.safe_contact.level, "do_not_contact");
    assert_eq!(gate.do_not_contact_reason, "She asked us not to");
    assert!(gate.ways.iter().all(|way| !way.usable));
    // Taken back, the reason goes with it: the next mark asks for its own.
    let shown = page(&file, &id).unwrap();
    assert_eq!(shown.do_not_contact_reason, "She asked us not to");
    allow_contact(&mut file, &id, &shown.seen).unwrap();
    let shown = page(&file, &id).unwrap();
    assert!(!shown.do_not_contact && shown.do_not_contact_reason.is_empty());
    let refused = forbid_contact(&mut file, &id, "", &shown.seen);
    assert!(matches!(refused, Err(Error::ReasonRequired { .. })));
}

#[test]
fn pr_12_what_exists_tells_kinds_and_numbers_and_nothing_that_stands_in_them() {
    let (_world, mut file, id) = office();
    let seen = record(&file, &id).unwrap().seen;
    hold(&mut file, &id, true, "County counsel", &seen).unwrap();
    let exists = what_exists(&file, &id).unwrap();
    assert!(exists.legal_hold && exists.disclosures.is_empty());
    let kinds: Vec<(&str, i32)> = exists
        .records
        .iter()
        .map(|kind| (&*kind.record, kind.count))
        .collect();
    assert_eq!(kinds, [("contact_method", 1)]);
    let told = serde_json::to_string(&exists).unwrap();
    assert!(!told.contains("555") && !told.contains("Ana"));
}
