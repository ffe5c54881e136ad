use super::*;
use crate::testing::{World, victim};
use crate::{erasure, victims};

fn office() -> (World, CaseFile, String) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    (world, file, id)
}

fn assault() -> IncidentForm {
    IncidentForm {
        agency_case_number: "26-00117".to_owned(),
        occurred_on: "2026-03-01".to_owned(),
        occurred_at: "23:40".to_owned(),
        zone: "Elm Creek".to_owned(),
        weapon_firearm: "unknown".to_owned(),
        part: PartForm {
            role: "primary".to_owned(),
            victimization: vec!["V01".to_owned(), "V10".to_owned()],
            offender_relation: "ex".to_owned(),
            ..PartForm::default()
        },
        ..IncidentForm::default()
    }
}

fn incidents(file: &CaseFile, id: &str) -> Vec<IncidentView> {
    victims::record(file, id).unwrap().incidents
}

#[test]
fn an_incident_says_what_it_was_for_each_victim_in_it() {
    let (_world, mut file, ana) = office();
    let leo = victims::create(&mut file, &victim("Leo", "Example"))
        .unwrap()
        .id;
    let incident = record(&mut file, &ana, &assault()).unwrap().id;
    let child = PartForm {
        role: "witness".to_owned(),
        offender_relation: "parent".to_owned(),
        ..PartForm::default()
    };
    join(&mut file, &leo, &incident, &child).unwrap();
    let (hers, his) = (incidents(&file, &ana), incidents(&file, &leo));
    assert_eq!(
        (hers[0].id.clone(), hers[0].other_victims),
        (incident.clone(), 1)
    );
    assert_eq!(hers[0].form.part.victimization, ["V01", "V10"]);
    assert_eq!(hers[0].form.tribal_jurisdiction, "not_asked");
    assert_eq!(his[0].form.agency_case_number, "26-00117");
    assert_eq!(
        his[0].form.part,
        PartForm {
            strangulation_reported: "not_asked".to_owned(),
            ..child.clone()
        }
    );
    let refused = join(&mut file, &leo, &incident, &child);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "incident" })
    ));
    assert!(file.verify().unwrap().ok);
}

#[test]
fn an_incident_and_a_part_are_edited_apart_in_place_of_what_was_shown() {
    let (_world, mut file, ana) = office();
    record(&mut file, &ana, &assault()).unwrap();
    let shown = incidents(&file, &ana).remove(0);
    let mut form = shown.form.clone();
    form.arrest = "yes".to_owned();
    edit(&mut file, &shown.id, &form, &shown.seen).unwrap();
    form.part.victimization = vec!["V10".to_owned(), "V22".to_owned()];
    edit_part(&mut file, &shown.part_id, &form.part, &shown.part_seen).unwrap();
    let after = incidents(&file, &ana).remove(0);
    assert_eq!(after.form, form);
    assert!(!after.in_conflict);
}

#[test]
fn reported_strangulation_sets_a_call_for_the_next_day() {
    let (_world, mut file, ana) = office();
    let mut form = assault();
    form.part.strangulation_reported = "yes".to_owned();
    record(&mut file, &ana, &form).unwrap();
    let due = victims::page(&file, &ana).unwrap().follow_ups;
    assert_eq!(
        (&*due[0].due_on, &*due[0].reason),
        ("2026-03-03", "strangulation_check")
    );
}

#[test]
fn strangulation_learned_later_sets_the_call_once() {
    let (_world, mut file, ana) = office();
    record(&mut file, &ana, &assault()).unwrap();
    for answer in ["no", "yes", "yes"] {
        let shown = incidents(&file, &ana).remove(0);
        let mut part = shown.form.part;
        answer.clone_into(&mut part.strangulation_reported);
        edit_part(&mut file, &shown.part_id, &part, &shown.part_seen).unwrap();
    }
    let due = victims::page(&file, &ana).unwrap().follow_ups;
    let calls = due.iter().filter(|row| row.reason == "strangulation_check");
    assert_eq!(calls.count(), 1);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let (_world, mut file, ana) = office();
    let commits = file.verify().unwrap().commits;
    let mut refuse = |change: fn(&mut IncidentForm)| {
        let mut form = assault();
        change(&mut form);
        record(&mut file, &ana, &form).unwrap_err().failure().code
    };
    assert_eq!(
        refuse(|form| form.occurred_on = "2026-03-03".to_owned()),
        "date-in-future"
    );
    assert_eq!(
        refuse(|form| form.occurred_on = "yesterday".to_owned()),
        "date-required"
    );
    assert_eq!(
        refuse(|form| form.occurred_at = "25:00".to_owned()),
        "invalid-input"
    );
    assert_eq!(
        refuse(|form| form.arrest = "perhaps".to_owned()),
        "unknown-code"
    );
    assert_eq!(
        refuse(|form| form.part.role = String::new()),
        "unknown-code"
    );
    assert_eq!(
        refuse(|form| form.part.victimization = vec!["V26".to_owned()]),
        "reason-required"
    );
    assert_eq!(file.verify().unwrap().commits, commits);
}

#[test]
fn a_later_answer_is_a_new_one_and_the_earlier_stays() {
    let (_world, mut file, ana) = office();
    let incident = record(&mut file, &ana, &assault()).unwrap().id;
    let mut fact = FactForm {
        fact: "forensic_exam_offered".to_owned(),
        answer: "no".to_owned(),
        answered_on: "2026-03-01".to_owned(),
        agency: String::new(),
    };
    add_fact(&mut file, &ana, &incident, &fact).unwrap();
    fact.answer = "yes".to_owned();
    fact.answered_on = "2026-03-02".to_owned();
    add_fact(&mut file, &ana, &incident, &fact).unwrap();
    let facts = incidents(&file, &ana).remove(0).facts;
    let answers: Vec<&str> = facts.iter().map(|fact| &*fact.answer).collect();
    assert_eq!(answers, ["yes", "no"]);
    let leo = victims::create(&mut file, &victim("Leo", "Example"))
        .unwrap()
        .id;
    let refused = add_fact(&mut file, &leo, &incident, &fact);
    assert!(matches!(refused, Err(Error::NotFound { .. })));
}

#[test]
fn an_incident_is_erased_with_the_last_victim_in_it_and_not_before() {
    let (_world, mut file, ana) = office();
    let leo = victims::create(&mut file, &victim("Leo", "Example"))
        .unwrap()
        .id;
    let incident = record(&mut file, &ana, &assault()).unwrap().id;
    let part = PartForm {
        role: "witness".to_owned(),
        ..PartForm::default()
    };
    join(&mut file, &leo, &incident, &part).unwrap();
    let erase = |victim_id: &str| erasure::EraseForm {
        victim_id: victim_id.to_owned(),
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    let named = |file: &CaseFile, id: &str| {
        let preview = erasure::rehearse(file, &erase(id)).unwrap();
        preview
            .records
            .iter()
            .any(|record| record.record == "incident")
    };
    assert!(!named(&file, &ana), "somebody else is in it");
    erasure::order(&mut file, &erase(&ana)).unwrap();
    assert_eq!(incidents(&file, &leo)[0].other_victims, 0);
    assert!(named(&file, &leo));
    assert!(file.verify().unwrap().ok);
}

/// Mutual aid: whose report it is, and which agency answered, are records and no words.
#[test]
fn an_incident_names_its_officer_and_the_agency_that_answered_and_nobody_who_is_not_there() {
    let (_world, mut file, ana) = office();
    let (officer, name) = crate::need_to_know::staff(&file).unwrap().remove(0);
    let police = crate::testing::partner("Oak Flat Police");
    let police = crate::partners::create(&mut file, &police).unwrap().id;
    let mut form = IncidentForm {
        reporting_officer: Some(officer.clone()),
        responding_partner: Some(police.clone()),
        ..assault()
    };
    record(&mut file, &ana, &form).unwrap();
    let shown = incidents(&file, &ana).remove(0);
    assert_eq!(shown.reporting_officer_name, name);
    assert_eq!(shown.responding_partner_name, "Oak Flat Police");
    let named = (
        &shown.form.reporting_officer,
        &shown.form.responding_partner,
    );
    assert_eq!(named, (&Some(officer), &Some(police.clone())));

    // An agency is no officer, and what is on no list is nobody.
    for wrong in [police, ana.clone()] {
        form.reporting_officer = Some(wrong);
        let refused = edit(&mut file, &shown.id, &form, &shown.seen);
        assert!(
            matches!(refused, Err(Error::NotFound { .. })),
            "{refused:?}"
        );
    }
    form.reporting_officer = None;
    form.responding_partner = None;
    edit(&mut file, &shown.id, &form, &shown.seen).unwrap();
    let shown = incidents(&file, &ana).remove(0);
    let names = [shown.reporting_officer_name, shown.responding_partner_name];
    assert_eq!(names, ["", ""]);
    assert!(file.verify().unwrap().ok);
}
