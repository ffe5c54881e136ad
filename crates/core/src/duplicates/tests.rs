use super::generated::County;
use super::*;

fn person(id: &str, given: &str, family: &str, birth: &str) -> Person {
    Person {
        id: id.to_owned(),
        given: given.to_owned(),
        family: family.to_owned(),
        birth: Birth::parse(birth).unwrap_or_default(),
        ..Person::default()
    }
}

/// A small county around the persons a test is about, so that there is something to learn from.
fn among_others(persons: Vec<Person>) -> Vec<Person> {
    let mut all = persons;
    all.extend(County::new(200, 7).persons);
    all
}

fn pair_of(persons: Vec<Person>) -> Option<Pair> {
    let persons = among_others(persons);
    let found = find(&persons, Among::All, POSSIBLE);
    found
        .pairs
        .into_iter()
        .find(|pair| (pair.one, pair.other) == (0, 1))
}

fn at_home(mut person: Person) -> Person {
    "12 Main Street".clone_into(&mut person.street);
    "Elm Creek".clone_into(&mut person.zone);
    person.phones = vec!["555-010-0142".to_owned()];
    person
}

#[test]
fn more_doubles_are_found_than_by_name_and_date_and_hardly_one_is_wrong() {
    for seed in 1..=3 {
        let county = County::new(400, seed);
        let scores = county.scores();
        assert!(scores.exact.recall < 0.40, "{seed}: {:?}", scores.exact);
        assert!(scores.all.recall > 0.85, "{seed}: {:?}", scores.all);
        assert!(scores.all.precision > 0.80, "{seed}: {:?}", scores.all);
        assert_eq!(scores.probable.wrong, 0, "{seed}");
        assert!(scores.probable.recall > scores.exact.recall, "{seed}");
    }
}

#[test]
fn the_order_of_the_records_changes_nothing() {
    let county = County::new(150, 5);
    let forwards = find(&county.persons, Among::All, POSSIBLE);
    let mut turned = county.persons.clone();
    turned.reverse();
    let backwards = find(&turned, Among::All, POSSIBLE);
    let ids = |persons: &[Person], found: &Found| {
        let mut ids: Vec<[String; 2]> = found
            .pairs
            .iter()
            .map(|pair| [persons[pair.one].id.clone(), persons[pair.other].id.clone()])
            .collect();
        ids.iter_mut().for_each(|pair| pair.sort());
        ids.sort();
        ids
    };
    assert!(!forwards.pairs.is_empty());
    assert_eq!(ids(&county.persons, &forwards), ids(&turned, &backwards));
}

#[test]
fn short_forms_double_surnames_and_swapped_days_are_seen_through() {
    for (one, other) in [
        (
            ("Margaret", "Example", "1991-03-31"),
            ("Peggy", "Example", "1991-03-31"),
        ),
        (
            ("Francisco", "Garcia Lopez", "1980-05-06"),
            ("Paco", "Garcia", "1980-05-06"),
        ),
        (
            ("Ana", "Lopez-Garcia", "1980-05-06"),
            ("Ana", "Garcia Lopez", "1980-05-06"),
        ),
        (
            ("Margaret", "Example", "1991-03-04"),
            ("Margaret", "Example", "1991-04-03"),
        ),
        (
            ("Margaret", "Exampel", "1991-03-31"),
            ("Margaret", "Example", "1991-03-30"),
        ),
        (
            ("Marble", "Zenobia", "1991-03-31"),
            ("Zenobia", "Marble", "1991-03-31"),
        ),
    ] {
        let pair = pair_of(vec![
            person("a", one.0, one.1, one.2),
            person("b", other.0, other.1, other.2),
        ]);
        assert!(pair.is_some(), "{one:?} {other:?}");
    }
}

#[test]
fn what_is_missing_speaks_neither_for_nor_against() {
    let whole = at_home(person("a", "Zenobia", "Marble", "1991-03-31"));
    let bare = Person {
        birth: Birth::default(),
        street: String::new(),
        zone: String::new(),
        ..whole.clone()
    };
    let pair = pair_of(vec![whole, bare]).unwrap();
    let compared: Vec<Field> = pair.grounds.iter().map(|ground| ground.field).collect();
    assert_eq!(compared, [Field::Given, Field::Family, Field::Phone]);
}

#[test]
fn victim_and_offender_of_one_incident_are_never_suggested() {
    let appears = |role: &str| Appearance {
        incident: "26-0042".to_owned(),
        role: role.to_owned(),
    };
    let mut one = at_home(person("a", "Alex", "Example", "1991-03-31"));
    let mut other = at_home(person("b", "Alex", "Example", "1991-03-31"));
    assert!(pair_of(vec![one.clone(), other.clone()]).is_some());
    one.appears = vec![appears("victim")];
    other.appears = vec![appears("offender")];
    assert_eq!(pair_of(vec![one, other]), None);
}

#[test]
fn a_father_and_his_son_are_told_apart_by_their_suffixes() {
    let father = at_home(person("a", "Alex", "Example Sr", ""));
    let son = at_home(person("b", "Alex", "Example Jr", ""));
    assert_eq!(pair_of(vec![father, son]), None);
}

#[test]
fn twins_are_never_probable_and_their_grounds_say_so() {
    let one = at_home(person("a", "Zenobia", "Marble", "1991-03-31"));
    let twin = at_home(person("b", "Ottilie", "Marble", "1991-03-31"));
    let persons = among_others(vec![one, twin]);
    let found = find(&persons, Among::All, 0.0);
    let pair = found
        .pairs
        .iter()
        .find(|pair| (pair.one, pair.other) == (0, 1))
        .unwrap();
    assert_eq!(pair.band, Band::Possible);
    assert!(pair.kin_weight < -5.0, "{}", pair.kin_weight);
    assert!(may_be_twins(&pair.grounds));
}

#[test]
fn a_value_that_many_have_counts_less() {
    let rare = pair_of(vec![
        person("a", "Zenobia", "Marble", "1991-03-31"),
        person("b", "Zenobia", "Marble", "1991-03-31"),
    ]);
    let common = pair_of(vec![
        person("a", "James", "Smith", "1991-03-31"),
        person("b", "James", "Smith", "1991-03-31"),
    ]);
    assert!(rare.unwrap().weight > common.unwrap().weight + 2.0);
}

#[test]
fn of_two_lists_only_pairs_across_are_found() {
    let twice = |id: &str| person(id, "Zenobia", "Marble", "1991-03-31");
    let persons = vec![twice("a1"), twice("a2"), twice("b1")];
    let found = find(&persons, Among::Across(2), 0.0);
    let pairs: Vec<(usize, usize)> = found
        .pairs
        .iter()
        .map(|pair| (pair.one, pair.other))
        .collect();
    assert_eq!(pairs, [(0, 2), (1, 2)]);
}

#[test]
fn a_search_with_some_finds_only_their_pairs() {
    let county = County::new(150, 5);
    let all = find(&county.persons, Among::All, POSSIBLE);
    let with = [all.pairs[0].one];
    let some = find(&county.persons, Among::With(&with), POSSIBLE);
    assert!(!some.pairs.is_empty());
    assert!(
        some.pairs
            .iter()
            .all(|pair| pair.one == with[0] || pair.other == with[0])
    );
    assert_eq!(some.pairs[0], all.pairs[0]);
}

#[test]
fn a_key_that_everybody_has_does_not_cost_the_square_of_their_number() {
    let persons: Vec<Person> = (0..3_000)
        .map(|number| Person {
            id: number.to_string(),
            phones: vec!["555-010-0142".to_owned()],
            given: format!("g{number}"),
            ..Person::default()
        })
        .collect();
    let found = find(&persons, Among::All, POSSIBLE);
    assert!(found.too_common > 0);
    assert!(found.compared < 100_000, "{}", found.compared);
}
