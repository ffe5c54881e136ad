use serde_json::{Value, json};

use super::*;
use crate::error::Error;
use crate::words::LANGUAGES;

/// The sample with one field written otherwise, by its pointer; taken out if there is nothing to write.
fn with(pointer: &str, written: Option<Value>) -> String {
    let mut pack: Value = serde_json::from_str(FILES[0]).unwrap();
    let (group, name) = pointer.rsplit_once('/').unwrap();
    let group = pack.pointer_mut(group).unwrap();
    match (group, written) {
        (Value::Array(items), Some(written)) => items[name.parse::<usize>().unwrap()] = written,
        (Value::Object(members), Some(written)) => drop(members.insert(name.to_owned(), written)),
        (Value::Object(members), None) => drop(members.remove(name)),
        _ => panic!("{pointer}"),
    }
    pack.to_string()
}

#[test]
fn every_pack_that_comes_along_is_marked_as_a_sample_and_says_everything_twice() {
    for pack in all_brought() {
        assert!(pack.sample && !pack.source.is_empty());
        assert!(!pack.rights.is_empty());
        for right in &pack.rights {
            assert!(
                !right.en.is_empty() && !right.es.is_empty(),
                "{}",
                right.code
            );
        }
        assert!(pack.retention.identity_months <= pack.retention.statistics_months);
    }
    assert_eq!(sample().id, SAMPLE);
    assert!(brought("nowhere").is_none());
}

#[test]
fn every_flaw_of_a_pack_is_refused_with_the_name_of_its_field() {
    let long = "x".repeat(501);
    let many: Vec<Value> = (0..101)
        .map(|at| json!({ "code": format!("r{at}"), "en": "A", "es": "B" }))
        .collect();
    let cases: &[(&str, Option<Value>, &str, &str)] = &[
        ("/id", None, "id", "missing"),
        ("/id", Some(json!("Ohio 1")), "id", "code"),
        ("/id", Some(json!("")), "id", "empty"),
        ("/colour", Some(json!("blue")), "colour", "unknown"),
        ("/version", Some(json!(2)), "version", "no_text"),
        ("/version", Some(json!("two")), "version", "version"),
        ("/version", Some(json!("1.")), "version", "version"),
        ("/version", Some(json!("+1")), "version", "version"),
        ("/sample", Some(json!("no")), "sample", "no_yes_or_no"),
        ("/source", Some(json!(" ")), "source", "empty"),
        ("/source", Some(json!(long)), "source", "too_long"),
        ("/source", Some(json!("a\u{1b}[2J")), "source", "unseen"),
        ("/rights", Some(json!({})), "rights", "no_list"),
        ("/rights", Some(json!([])), "rights", "empty"),
        ("/rights", Some(json!(many)), "rights", "too_long"),
        ("/rights/1", Some(json!("be_heard")), "rights 2", "no_group"),
        ("/rights/1/es", None, "rights 2: es", "missing"),
        ("/rights/1/es", Some(json!("")), "rights 2: es", "empty"),
        ("/rights/0/en", Some(json!(null)), "rights 1: en", "no_text"),
        ("/rights/0/fr", Some(json!("A")), "rights 1: fr", "unknown"),
        (
            "/rights/2/code",
            Some(json!("be_informed")),
            "rights 3: code",
            "twice",
        ),
        ("/compensation", Some(json!(12)), "compensation", "no_group"),
        (
            "/compensation/report_within_hours",
            None,
            "compensation: report_within_hours",
            "missing",
        ),
        (
            "/compensation/report_within_hours",
            Some(json!("72")),
            "compensation: report_within_hours",
            "no_number_or_null",
        ),
        (
            "/compensation/report_within_hours",
            Some(json!(0)),
            "compensation: report_within_hours",
            "range",
        ),
        (
            "/compensation/file_within_months",
            Some(json!(null)),
            "compensation: file_within_months",
            "no_number",
        ),
        (
            "/compensation/file_within_months",
            Some(json!(1.5)),
            "compensation: file_within_months",
            "no_number",
        ),
        (
            "/compensation/file_within_months",
            Some(json!(601)),
            "compensation: file_within_months",
            "range",
        ),
        (
            "/compensation/file_within_months",
            Some(json!(-1)),
            "compensation: file_within_months",
            "range",
        ),
        (
            "/compensation/minor_until_birthday",
            Some(json!(100)),
            "compensation: minor_until_birthday",
            "range",
        ),
        (
            "/compensation/late_for_good_cause",
            Some(json!(null)),
            "compensation: late_for_good_cause",
            "no_yes_or_no",
        ),
        (
            "/retention/identity_months",
            Some(json!(85)),
            "retention: identity_months",
            "longer_than_all",
        ),
        (
            "/retention/statistics_months",
            Some(json!(1201)),
            "retention: statistics_months",
            "range",
        ),
    ];
    for (pointer, written, field, flaw) in cases {
        refuses(&with(pointer, written.clone()), field, flaw);
    }
    refuses("[", "", "unreadable");
    refuses("[]", "", "unreadable");
    refuses(&" ".repeat(64 * 1024 + 1), "", "too_large");
    assert!(text_of(vec![b' '; 64 * 1024 + 1]).is_err());
    let in_windows_1252 = text_of(b"{\n\"id\": \"ca\xf1on\"}".to_vec()).unwrap_err();
    assert_eq!(in_windows_1252.failure().values["line"], "2");
    let twice = FILES[0].replacen(
        "\"version\": \"1\",",
        "\"version\": \"1\",\n\"version\": \"2\",",
        1,
    );
    refuses(&twice, "", "field_twice");
}

/// A refusal names the field and says one whole sentence about it in each language.
fn refuses(text: &str, field: &str, flaw: &str) {
    let refused = read(text).expect_err(field);
    assert!(matches!(refused, Error::StatePack { .. }));
    let failure = refused.failure();
    assert_eq!(
        (&*failure.values["field"], &*failure.values["flaw"]),
        (field, flaw)
    );
    for language in LANGUAGES {
        let (happened, _) = Words::of(language).failure(&failure);
        assert!(happened.contains(field), "{happened}");
        assert!(
            happened.ends_with('.') && !happened.contains('{'),
            "{happened}"
        );
    }
}

#[test]
fn where_a_state_sets_no_limit_null_says_so() {
    let text = with("/compensation/report_within_hours", Some(json!(null)));
    assert_eq!(read(&text).unwrap().compensation.report_within_hours, None);
    let text = with("/compensation/minor_until_birthday", Some(json!(null)));
    assert_eq!(read(&text).unwrap().compensation.minor_until_birthday, None);
}

#[test]
fn versions_are_compared_by_their_numbers() {
    for (version, than) in [("2", "1"), ("10", "9"), ("2026.10", "2026.9"), ("1.1", "1")] {
        assert!(is_later(version, than), "{version} {than}");
        assert!(!is_later(than, version), "{than} {version}");
    }
    assert!(!is_later("1", "1"));
}

#[test]
fn a_sample_is_called_no_states_law_in_each_language_and_a_states_own_is_not() {
    for (language, said) in [
        ("en", "sample, not your state’s law: ask your coordinator"),
        (
            "es",
            "muestra, no es la ley de su estado: pregunte a su coordinación",
        ),
    ] {
        let words = Words::of(language);
        let called = sample().name().in_words(&words);
        assert_eq!(called, format!("sample 1 ({said})"));
        let own = PackName {
            name: "ohio 3".to_owned(),
            sample: false,
        };
        assert_eq!(own.in_words(&words), "ohio 3");
    }
}
