use super::*;
use crate::testing::{World, partner};
use crate::{error::Error, partners};

fn member(person: &str) -> MemberForm {
    MemberForm {
        person: person.to_owned(),
        partner_id: None,
        co_chair: false,
        joined_on: None,
        left_on: None,
    }
}

#[test]
fn a_task_force_has_co_chairs_members_and_minutes() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let clinic = partners::create(&mut file, &partner("Clinic")).unwrap().id;
    let form = GroupForm {
        name: "Monthly task force".to_owned(),
        kind: "task_force".to_owned(),
    };
    let group = create(&mut file, &form).unwrap().id;
    add_member(&mut file, &group, &member("A. Nurse")).unwrap();
    let chief = MemberForm {
        co_chair: true,
        partner_id: Some(clinic),
        ..member("Z. Chief")
    };
    add_member(&mut file, &group, &chief).unwrap();
    let meeting = MeetingForm {
        held_on: "2026-03-02".to_owned(),
        present: vec!["Z. Chief".to_owned(), " ".to_owned()],
        minutes: "Who takes calls at night.".to_owned(),
        decisions: vec!["The clinic does on Fridays.".to_owned()],
    };
    record_meeting(&mut file, &group, &meeting).unwrap();
    let page = page(&file, &group).unwrap();
    let names: Vec<&str> = page
        .members
        .iter()
        .map(|member| &*member.form.person)
        .collect();
    assert_eq!(names, ["Z. Chief", "A. Nurse"]);
    assert_eq!(page.members[0].partner_name.as_deref(), Some("Clinic"));
    assert_eq!(page.meetings[0].form.present, ["Z. Chief"]);
    assert_eq!((page.group.members, page.group.meetings), (2, 1));

    let left = MemberForm {
        left_on: Some("2026-03-02".to_owned()),
        ..member("A. Nurse")
    };
    edit_member(&mut file, &page.members[1].id, &left, &page.members[1].seen).unwrap();
    assert_eq!(list(&file).unwrap()[0].members, 1);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn a_meeting_is_never_about_one_victim() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let form = GroupForm {
        name: "Board".to_owned(),
        kind: "advisory_board".to_owned(),
    };
    let group = create(&mut file, &form).unwrap().id;
    let empty = || MeetingForm {
        held_on: "2026-03-01".to_owned(),
        present: Vec::new(),
        minutes: String::new(),
        decisions: Vec::new(),
    };
    for form in [
        MeetingForm {
            minutes: "Spoke of RI-26-B7K-0001.".to_owned(),
            ..empty()
        },
        MeetingForm {
            decisions: vec!["ri-26-b7k-0001 goes first".to_owned()],
            ..empty()
        },
    ] {
        let refused = record_meeting(&mut file, &group, &form);
        assert!(matches!(refused, Err(Error::CaseNumberInText { .. })));
    }
    let ahead = MeetingForm {
        held_on: "2026-03-09".to_owned(),
        ..empty()
    };
    let refused = record_meeting(&mut file, &group, &ahead);
    assert!(matches!(
        refused,
        Err(Error::DateInFuture { field: "held_on" })
    ));
    assert!(page(&file, &group).unwrap().meetings.is_empty());
}
