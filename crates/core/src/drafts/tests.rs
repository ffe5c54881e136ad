use super::*;
use crate::erasure::{self, EraseForm};
use crate::testing::{World, victim};
use crate::victims;

fn draft(form: &str, about: Option<&str>, content: &str) -> Draft {
    Draft {
        form: form.to_owned(),
        about: about.map(str::to_owned),
        content: content.to_owned(),
    }
}

fn contents(file: &CaseFile) -> Vec<String> {
    let drafts = all(file).unwrap();
    drafts.into_iter().map(|draft| draft.content).collect()
}

#[test]
fn what_is_typed_is_there_after_the_program_was_killed() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    keep(&mut county, &draft("log-contact", Some(&ana), "she c")).unwrap();
    keep(&mut county, &draft("log-contact", Some(&ana), "she called")).unwrap();
    keep(&mut county, &draft("new-victim", None, "Bea")).unwrap();
    drop(county);

    let county = world.unlock("Rivertown");
    let kept = all(&county).unwrap();
    assert_eq!(kept.len(), 2);
    let about_ana = kept.iter().find(|kept| kept.form == "log-contact").unwrap();
    assert_eq!(about_ana.content, "she called");
    assert_eq!(about_ana.about.as_deref(), Some(&*ana));
    let number = victims::page(&county, &ana).unwrap().summary.case_number;
    assert_eq!(about_ana.case_number.as_deref(), Some(&*number));
}

#[test]
fn the_change_that_saves_a_form_takes_its_draft_and_no_other() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    keep(&mut county, &draft("new-victim", None, "Ana")).unwrap();
    keep(&mut county, &draft("new-partner", None, "Legal")).unwrap();
    let key = DraftKey {
        form: "new-victim".to_owned(),
        about: None,
    };
    finishing(&mut county, Some(&key), |file| {
        victims::create(file, &victim("Ana", "Example"))
    })
    .unwrap();
    assert_eq!(contents(&county), ["Legal"]);
}

#[test]
fn a_refused_form_keeps_its_draft_and_so_does_what_is_saved_after_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    keep(&mut county, &draft("new-victim", None, "nobody yet")).unwrap();
    let key = DraftKey {
        form: "new-victim".to_owned(),
        about: None,
    };
    let refused = finishing(&mut county, Some(&key), |file| {
        victims::create(file, &victim("", ""))
    });
    assert!(refused.is_err());
    victims::create(&mut county, &victim("Bea", "Example")).unwrap();
    assert_eq!(contents(&county), ["nobody yet"]);
}

#[test]
fn a_form_whose_command_knows_no_draft_takes_its_own_with_the_save_and_nothing_when_refused() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    keep(&mut county, &draft("form-hold-2", None, "Ana")).unwrap();
    let key = DraftKey {
        form: "form-hold-2".to_owned(),
        about: None,
    };
    finish_with_next(&mut county, Some(&key)).unwrap();
    victims::create(&mut county, &victim("", "")).unwrap_err();
    finish_with_next(&mut county, None).unwrap();
    victims::create(&mut county, &victim("Bea", "Example")).unwrap();
    assert_eq!(contents(&county), ["Ana"]);
    finish_with_next(&mut county, Some(&key)).unwrap();
    victims::create(&mut county, &victim("Ana", "Example")).unwrap();
    assert!(contents(&county).is_empty());
}

#[test]
fn a_draft_is_let_go_when_who_typed_it_says_so() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    keep(&mut county, &draft("new-victim", None, "Ana")).unwrap();
    let key = DraftKey {
        form: "new-victim".to_owned(),
        about: None,
    };
    discard(&mut county, &key).unwrap();
    discard(&mut county, &key).unwrap();
    assert!(contents(&county).is_empty());
}

#[test]
fn a_draft_goes_with_nobodys_week_and_is_in_no_history() {
    let world = World::new();
    let (mut county, [mut laptop, _]) = {
        let mut county = world.county("Rivertown");
        let one = world.joined_laptop(&mut county, "Elm Creek", "Dana Deputy");
        let two = world.joined_laptop(&mut county, "Oak Flat", "Lee Deputy");
        (county, [one, two])
    };
    keep(&mut laptop, &draft("new-victim", None, "Anabel Markerson")).unwrap();
    world.week(&mut laptop, &mut county);
    assert!(contents(&county).is_empty());
    assert!(laptop.verify().unwrap().ok);
    assert_eq!(contents(&laptop), ["Anabel Markerson"]);
}

#[test]
fn an_erasure_takes_the_drafts_about_her_and_leaves_the_others() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let bea = victims::create(&mut county, &victim("Bea", "Example"))
        .unwrap()
        .id;
    keep(&mut county, &draft("log-contact", Some(&ana), "about her")).unwrap();
    let names_her = format!("{{\"victims\": [\"{ana}\"]}}");
    keep(&mut county, &draft("refer", None, &names_her)).unwrap();
    // As a form among others on her page writes it.
    let on_her_page =
        format!(r#"{{"place":{{"screen":"victim","victimId":"{ana}"}},"fields":{{}}}}"#);
    keep(&mut county, &draft("form-told", None, &on_her_page)).unwrap();
    keep(&mut county, &draft("log-contact", Some(&bea), "about Bea")).unwrap();
    keep(&mut county, &draft("new-victim", None, "somebody")).unwrap();
    let form = EraseForm {
        victim_id: ana,
        basis: "court_order".to_owned(),
        record: None,
        fields: Vec::new(),
    };
    erasure::order(&mut county, &form).unwrap();
    let mut left = contents(&county);
    left.sort();
    assert_eq!(left, ["about Bea", "somebody"]);
}

#[test]
fn what_cannot_be_a_draft_is_refused_and_what_was_kept_stays() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    keep(&mut county, &draft("new-victim", None, "Ana")).unwrap();
    let long = "x".repeat(LONGEST + 1);
    for bad in [
        draft("new-victim", None, &long),
        draft("New Victim", None, ""),
        draft("", None, ""),
        draft("new-victim", Some("nobody"), ""),
    ] {
        assert!(keep(&mut county, &bad).is_err(), "{}", bad.form);
    }
    assert_eq!(contents(&county), ["Ana"]);
}
