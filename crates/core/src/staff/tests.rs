use super::*;
use crate::testing::World;

fn volunteer(name: &str) -> StaffForm {
    StaffForm {
        name: name.to_owned(),
        role: "volunteer".to_owned(),
        place: String::new(),
        training_hours: Some(40),
        background_check_on: Some("2026-01-15".to_owned()),
        availability: vec!["Fri 18:00 to Sun 06:00".to_owned()],
    }
}

#[test]
fn a_volunteers_hours_and_call_outs_add_up() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &volunteer("Vera Volunteer")).unwrap().id;
    for (minutes, kind) in [(120, "on_call"), (90, "on_call"), (60, "court")] {
        let form = HoursForm {
            staff_id: id.clone(),
            worked_on: "2026-03-01".to_owned(),
            minutes,
            kind: kind.to_owned(),
        };
        record_hours(&mut file, &form).unwrap();
    }
    let form = CallOutForm {
        staff_id: id.clone(),
        called_at: "2026-03-01T02:10:00-06:00".to_owned(),
        arrived_at: Some("2026-03-01T02:55:00-06:00".to_owned()),
        place: "hospital".to_owned(),
        minutes: 190,
        miles: 62,
    };
    record_call_out(&mut file, &form).unwrap();
    let page = page(&file, &id).unwrap();
    assert_eq!(page.person.minutes_given, 270);
    assert_eq!(page.minutes_by_kind["on_call"], 210);
    assert_eq!(page.call_outs[0].response_minutes, Some(45));
    assert_eq!(call_outs(&file).unwrap(), page.call_outs);
    assert!(file.verify().unwrap().ok);
}

#[test]
fn nobody_changes_her_own_role_or_ends_her_own_access() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let me = list(&file).unwrap().remove(0);
    let form = StaffForm {
        role: "it_admin".to_owned(),
        ..me.form.clone()
    };
    let refused = edit(&mut file, &me.id, &form, &me.seen);
    assert!(matches!(refused, Err(Error::OwnRole)));
    let refused = end_access(&mut file, &me.id, Some("2026-03-02"), &me.seen);
    assert!(matches!(refused, Err(Error::OwnRole)));
    let form = StaffForm {
        training_hours: Some(80),
        ..me.form
    };
    edit(&mut file, &me.id, &form, &me.seen).unwrap();
    let me = list(&file).unwrap().remove(0);
    assert_eq!(me.form.training_hours, Some(80));
}

#[test]
fn when_somebody_can_be_called_is_added_and_taken_back() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &volunteer("Vera Volunteer")).unwrap().id;
    let shown = page(&file, &id).unwrap().person;
    let form = StaffForm {
        availability: vec!["Mon 08:00 to 12:00".to_owned()],
        ..shown.form
    };
    edit(&mut file, &id, &form, &shown.seen).unwrap();
    let shown = page(&file, &id).unwrap().person;
    assert_eq!(shown.form.availability, ["Mon 08:00 to 12:00"]);
}

#[test]
fn hours_no_day_has_and_calls_from_tomorrow_are_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &volunteer("Vera Volunteer")).unwrap().id;
    let hours = |minutes, on: &str| HoursForm {
        staff_id: id.clone(),
        worked_on: on.to_owned(),
        minutes,
        kind: "court".to_owned(),
    };
    for minutes in [0, -5, 1441] {
        let refused = record_hours(&mut file, &hours(minutes, "2026-03-01"));
        assert!(matches!(refused, Err(Error::NumberOutOfRange { .. })));
    }
    let refused = record_hours(&mut file, &hours(60, "2026-03-03"));
    assert!(matches!(
        refused,
        Err(Error::DateInFuture { field: "worked_on" })
    ));
    let call = |called: &str, arrived: &str| CallOutForm {
        staff_id: id.clone(),
        called_at: called.to_owned(),
        arrived_at: Some(arrived.to_owned()),
        place: "scene".to_owned(),
        minutes: 60,
        miles: 10,
    };
    let reversed = call("2026-03-01T03:00:00-06:00", "2026-03-01T08:30:00Z");
    let refused = record_call_out(&mut file, &reversed);
    assert!(matches!(refused, Err(Error::DatesReversed { .. })));
    let ahead = call("2026-03-02T08:00:01-06:00", "2026-03-02T09:00:00-06:00");
    let refused = record_call_out(&mut file, &ahead);
    assert!(matches!(
        refused,
        Err(Error::DateInFuture { field: "called_at" })
    ));
    let form = StaffForm {
        training_hours: Some(-1),
        ..volunteer("X")
    };
    assert!(create(&mut file, &form).is_err());
    assert_eq!(page(&file, &id).unwrap().person.minutes_given, 0);
}

#[test]
fn an_end_of_access_nobody_saw_is_not_taken_back() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = list(&file).unwrap().remove(0).form;
    form.name = "Gil Example".to_owned();
    let gil = create(&mut file, &form).unwrap().id;
    let in_list = |file: &CaseFile| page(file, &gil).unwrap().person;
    let opened = in_list(&file).seen;
    end_access(&mut file, &gil, Some("2026-03-02"), &opened).unwrap();
    end_access(&mut file, &gil, None, &opened).unwrap();
    let person = in_list(&file);
    assert!(!person.has_access);
    assert!(person.in_conflict);
    end_access(&mut file, &gil, None, &person.seen).unwrap();
    assert!(in_list(&file).has_access);
    assert!(file.verify().unwrap().ok);
}
