use crate::casefile::CaseFile;
use crate::contacts::ContactMethodForm;
use crate::incidents::{self, IncidentForm, PartForm};
use crate::testing::{World, restrict, victim};
use crate::victims::{self, VictimForm};
use crate::{exchange, hiding};

fn office_with(names: &[(&str, &str)]) -> (World, CaseFile) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    for (given, family) in names {
        victims::create(&mut file, &victim(given, family)).unwrap();
    }
    (world, file)
}

/// The names found, best first.
fn found(file: &CaseFile, query: &str) -> Vec<String> {
    let found = victims::find(file, query).unwrap();
    found.into_iter().map(|victim| victim.name).collect()
}

#[test]
fn a_name_is_found_as_it_is_written_before_all_that_are_like_it() {
    let (_world, file) = office_with(&[
        ("Maria", "Gonsales"),
        ("Marisol", "Gonzaga"),
        ("María", "González"),
        ("Peter", "Sample"),
    ]);
    assert_eq!(
        found(&file, "gonzalez"),
        ["María González", "Maria Gonsales"]
    );
    assert_eq!(found(&file, "GONZA").len(), 2);
    assert_eq!(
        found(&file, "mar gonz"),
        ["Marisol Gonzaga", "María González"]
    );
    assert!(found(&file, "maria sample").is_empty());
}

#[test]
fn a_misspelled_name_a_short_form_and_a_sound_are_found() {
    let (_world, file) = office_with(&[
        ("Margaret", "Marker"),
        ("Guadalupe", "Jiménez"),
        ("Nguyen", "O'Brien-Sample"),
    ]);
    for (query, name) in [
        ("makrer", "Margaret Marker"),
        ("markr", "Margaret Marker"),
        ("peggy marker", "Margaret Marker"),
        ("ximenez", "Guadalupe Jiménez"),
        ("lupita", "Guadalupe Jiménez"),
        ("obrien", "Nguyen O'Brien-Sample"),
        ("sample o'brien", "Nguyen O'Brien-Sample"),
        ("m.m.", "Margaret Marker"),
    ] {
        assert_eq!(found(&file, query), [name], "{query}");
    }
}

#[test]
fn a_case_number_and_the_end_of_a_phone_number_are_found_however_they_are_typed() {
    let (_world, mut file) = office_with(&[("Alex", "Sample")]);
    let form = VictimForm {
        contact_method: Some(ContactMethodForm {
            value: "+1 (555) 010-0142".to_owned(),
            ..victim("", "").contact_method.unwrap()
        }),
        ..victim("Maria", "Marker")
    };
    victims::create(&mut file, &form).unwrap();
    let number = found_numbers(&file, "maria").remove(0);
    let (_, behind) = number.split_once('-').unwrap();
    let counter = number.rsplit('-').next().unwrap();
    for query in [
        number.as_str(),
        behind,
        counter,
        counter.trim_start_matches('0'),
        "0142",
        "010-0142",
        "555 010 0142",
        "(555) 010-0142",
        "15550100142",
        "maria 142",
    ] {
        assert_eq!(
            found_numbers(&file, query).first(),
            Some(&number),
            "{query}"
        );
    }
    assert!(found_numbers(&file, "0143").is_empty());
}

fn found_numbers(file: &CaseFile, query: &str) -> Vec<String> {
    let found = victims::find(file, query).unwrap();
    found.into_iter().map(|victim| victim.case_number).collect()
}

#[test]
fn the_sheriffs_own_number_finds_the_victims_in_that_incident_and_nobody_else() {
    let (world, mut file) = office_with(&[("Ana", "Other")]);
    let number = |number: &str| IncidentForm {
        agency_case_number: number.to_owned(),
        part: PartForm {
            role: "primary".to_owned(),
            ..PartForm::default()
        },
        ..IncidentForm::default()
    };
    let [maria, leo] = ["Maria", "Leo"].map(|given| {
        victims::create(&mut file, &victim(given, "Marker"))
            .unwrap()
            .id
    });
    incidents::record(&mut file, &maria, &number("SO 26-00117")).unwrap();
    let incident = |file: &CaseFile| victims::record(file, &maria).unwrap().incidents.remove(0);
    let shown = incident(&file);
    let child = PartForm {
        role: "witness".to_owned(),
        ..PartForm::default()
    };
    incidents::join(&mut file, &leo, &shown.id, &child).unwrap();
    for query in [
        "26-00117",
        "so 26-00117",
        "00117",
        "117",
        "2600117",
        "26-001",
    ] {
        let mut found = found(&file, query);
        found.sort();
        assert_eq!(found, ["Leo Marker", "Maria Marker"], "{query}");
    }
    assert_eq!(found(&file, "maria 117"), ["Maria Marker"]);
    assert!(found(&file, "ana 117").is_empty());

    // Corrected, the old number finds nobody; a laptop that may not have her record finds her by neither.
    incidents::edit(&mut file, &shown.id, &number("26-00244"), &shown.seen).unwrap();
    assert!(found(&file, "26-00117").is_empty());
    assert_eq!(found(&file, "26-00244").len(), 2);
    for victim in [&maria, &leo] {
        restrict(&mut file, victim, true).unwrap();
    }
    let laptop = world.joined_laptop(&mut file, "Elm Creek", "Deputy Sample");
    assert_eq!(found(&laptop, ""), ["Ana Other"]);
    assert!(found(&laptop, "26-00244").is_empty());
    assert!(file.verify().unwrap().ok && laptop.verify().unwrap().ok);
}

#[test]
fn who_is_hidden_is_not_found_and_leaves_no_word_behind() {
    let (_world, mut file) = office_with(&[("Maria", "Onlyone")]);
    let id = victims::find(&file, "onlyone").unwrap().remove(0).id;
    let seen = victims::page(&file, &id).unwrap().seen;
    hiding::hide(&mut file, "victim", &id, &seen).unwrap();
    assert!(found(&file, "onlyone").is_empty());
    let words: i64 = file
        .conn()
        .query_row(
            "SELECT (SELECT count(*) FROM find_word WHERE word = 'onlyone')
                  + (SELECT count(*) FROM find_form WHERE word = 'onlyone')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(words, 0);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn who_was_hidden_while_another_wrote_about_her_is_found_again() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let her = victims::create(&mut county, &victim("Maria", "Onlyone"))
        .unwrap()
        .id;
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Deputy Sample");
    let seen = |file: &CaseFile| victims::page(file, &her).unwrap().seen;
    let at_the_county = seen(&county);
    hiding::hide(&mut county, "victim", &her, &at_the_county).unwrap();
    assert!(found(&county, "onlyone").is_empty());
    let on_the_laptop = seen(&laptop);
    victims::forbid_contact(&mut laptop, &her, "She asked us not to", &on_the_laptop).unwrap();
    let week = exchange::send_week(&mut laptop, &world.stick("week")).unwrap();
    exchange::merge(&mut county, &[week.path]).unwrap();
    assert_eq!(found(&county, "onlyone"), ["Maria Onlyone"]);
    assert!(county.verify().unwrap().ok);
}

#[test]
fn words_of_any_kind_are_looked_for_and_none_is_refused() {
    let (_world, file) = office_with(&[
        ("Maria", "Marker"),
        ("ليلى", "حداد"),
        ("🙂", "Q"),
        ("Agent", "007x"),
    ]);
    assert_eq!(found(&file, "007"), ["Agent 007x"]);
    assert_eq!(found(&file, "حداد"), ["ليلى حداد"]);
    assert_eq!(found(&file, "q"), ["🙂 Q"]);
    let long = "a".repeat(10_000);
    for query in [
        "",
        "   ",
        "'; DROP TABLE victim",
        "%",
        "_",
        "\u{10ffff}",
        "-",
        "()",
        &long,
    ] {
        victims::find(&file, query).unwrap();
    }
    assert_eq!(found(&file, "").len(), 4);
}

#[test]
fn another_name_finds_her_and_no_longer_once_it_is_taken_out() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let mut called = |names: &[&str]| {
        let facts = victims::VictimFacts {
            other_names: names
                .iter()
                .map(|name| victims::OtherName {
                    kind: "alias".to_owned(),
                    name: (*name).to_owned(),
                })
                .collect(),
            ..victims::VictimFacts::default()
        };
        let seen = victims::page(&file, &id).unwrap().seen;
        victims::set_facts(&mut file, &id, &facts, &seen).unwrap();
        ["josefina", "ortega", "hosefina", "maria"].map(|query| found(&file, query).len())
    };
    assert_eq!(called(&["Josefina Ortega"]), [1, 1, 1, 1]);
    assert_eq!(called(&[]), [0, 0, 0, 1]);
    assert!(file.verify().unwrap().ok);
}

/// As in an office of a hundred thousand: more people fit each of the words than are read for one.
#[test]
fn who_fits_two_words_that_thousands_fit_is_found() {
    let (_world, file) = office_with(&[("Rosa", "Tolvesa"), ("Rosa", "Quindeso")]);
    let fill = "WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 5000)
         INSERT INTO find_word (word, kind, entity, source)
         SELECT ?1, 2, id, id FROM (SELECT CAST(char(0) || printf(?2, n) AS BLOB) AS id FROM n)";
    let filled = file.derive(|conn| {
        for (word, ids) in [("rosa", "of rosa %07d"), ("tabea", "of tabea%07d")] {
            assert_eq!(conn.execute(fill, (word, ids)), Ok(5000));
        }
        Ok(())
    });
    filled.unwrap();
    for query in ["rosa t", "t rosa", "rosa tol"] {
        assert_eq!(found(&file, query), ["Rosa Tolvesa"], "{query}");
    }
}
