use super::*;
use crate::exchange;
use crate::staff::StaffForm;
use crate::testing::World;

fn volunteer(file: &mut CaseFile, name: &str) -> String {
    let form = StaffForm {
        name: name.to_owned(),
        role: "volunteer".to_owned(),
        place: String::new(),
        training_hours: None,
        background_check_on: None,
        availability: Vec::new(),
    };
    staff::create(file, &form).unwrap().id
}

fn shift(staff_id: &str, begins_at: &str, ends_at: &str) -> ShiftForm {
    ShiftForm {
        staff_id: staff_id.to_owned(),
        begins_at: begins_at.to_owned(),
        ends_at: ends_at.to_owned(),
        order: "first".to_owned(),
    }
}

fn names(shifts: &[ShiftView]) -> Vec<&str> {
    shifts.iter().map(|shift| &*shift.name).collect()
}

fn between(file: &CaseFile, from: &str, to: &str) -> Vec<ShiftView> {
    shifts(file, Some(from), Some(to)).unwrap()
}

fn begins(file: &CaseFile, from: &str, to: &str) -> Vec<String> {
    between(file, from, to)
        .into_iter()
        .map(|shift| shift.form.begins_at)
        .collect()
}

#[test]
fn who_is_on_call_now_and_tonight_is_answered_with_the_first_before_who_stands_by() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let vera = volunteer(&mut county, "Vera Volunteer");
    let gil = volunteer(&mut county, "Gil Example");
    let backup = ShiftForm {
        order: "backup".to_owned(),
        ..shift(&gil, "2026-03-02T07:00", "2026-03-03T07:00")
    };
    record(&mut county, &backup, None).unwrap();
    record(
        &mut county,
        &shift(&vera, "2026-03-02T18:00", "2026-03-03T06:00"),
        None,
    )
    .unwrap();
    // It is eight in the morning.
    let shown = on_call(&county).unwrap();
    assert_eq!(shown.at, "2026-03-02T08:00");
    assert_eq!(names(&shown.now), ["Gil Example"]);
    assert_eq!(names(&shown.tonight), ["Vera Volunteer", "Gil Example"]);
    for (at, now, tonight) in [
        ("2026-03-02T17:59:59-06:00", "Gil Example", "Vera Volunteer"),
        (
            "2026-03-02T18:00:00-06:00",
            "Vera Volunteer",
            "Vera Volunteer",
        ),
        // After midnight it is still that night.
        (
            "2026-03-03T05:59:00-06:00",
            "Vera Volunteer",
            "Vera Volunteer",
        ),
        ("2026-03-03T06:00:00-06:00", "Gil Example", ""),
        ("2026-03-03T07:00:00-06:00", "", ""),
    ] {
        world.clock.set(at);
        let shown = on_call(&county).unwrap();
        let first = |shifts: &[ShiftView]| {
            shifts
                .first()
                .map_or(String::new(), |shift| shift.name.clone())
        };
        let nobody_twice = shown.now.iter().all(|one| !one.called_off);
        assert!(nobody_twice);
        assert_eq!(
            (&*first(&shown.now), &*first(&shown.tonight)),
            (now, tonight),
            "{at}"
        );
    }
}

#[test]
fn a_shift_is_repeated_every_week_until_a_day() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let vera = volunteer(&mut county, "Vera Volunteer");
    let friday = shift(&vera, "2026-03-06T18:00", "2026-03-08T06:00");
    let saved = record(&mut county, &friday, Some("2026-03-27")).unwrap();
    assert_eq!(saved.count, 4);
    assert_eq!(
        begins(&county, "2026-03-01", "2026-04-30"),
        [
            "2026-03-06T18:00",
            "2026-03-13T18:00",
            "2026-03-20T18:00",
            "2026-03-27T18:00"
        ]
    );
    // A period has those that reach into it.
    assert_eq!(
        begins(&county, "2026-03-08", "2026-03-12"),
        ["2026-03-06T18:00"]
    );
    assert!(begins(&county, "2026-03-09", "2026-03-12").is_empty());
    assert!(county.verify().unwrap().ok);
}

#[test]
fn two_shifts_of_one_person_that_overlap_are_refused_and_none_of_a_series_is_entered() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let vera = volunteer(&mut county, "Vera Volunteer");
    let gil = volunteer(&mut county, "Gil Example");
    let third = shift(&vera, "2026-03-20T12:00", "2026-03-20T20:00");
    record(&mut county, &third, None).unwrap();
    let series = shift(&vera, "2026-03-06T18:00", "2026-03-07T06:00");
    let refused = record(&mut county, &series, Some("2026-03-27"));
    match refused {
        Err(Error::ShiftsOverlap { name, begins, .. }) => {
            assert_eq!((&*name, &*begins), ("Vera Volunteer", "2026-03-20 12:00"));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(begins(&county, "2026-03-01", "2026-04-30").len(), 1);
    // One that begins when the other ends, and another person's, are none of this.
    record(
        &mut county,
        &shift(&vera, "2026-03-20T20:00", "2026-03-21T06:00"),
        None,
    )
    .unwrap();
    record(
        &mut county,
        &shift(&gil, "2026-03-20T12:00", "2026-03-20T20:00"),
        None,
    )
    .unwrap();
    // A shift of more than a week overlaps its own repetition.
    let long = shift(&gil, "2026-04-01T08:00", "2026-04-10T08:00");
    assert!(matches!(
        record(&mut county, &long, Some("2026-04-30")),
        Err(Error::ShiftsOverlap { .. })
    ));
}

#[test]
fn a_swap_is_an_edit_and_what_is_called_off_is_no_call() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let vera = volunteer(&mut county, "Vera Volunteer");
    let gil = volunteer(&mut county, "Gil Example");
    let all_day = shift(&vera, "2026-03-02T07:00", "2026-03-02T19:00");
    record(&mut county, &all_day, None).unwrap();
    let shown = on_call(&county).unwrap().now.remove(0);
    let swapped = ShiftForm {
        staff_id: gil.clone(),
        ..shown.form
    };
    edit(&mut county, &shown.id, &swapped, &shown.seen).unwrap();
    let shown = on_call(&county).unwrap().now.remove(0);
    assert_eq!(shown.name, "Gil Example");
    call_off(&mut county, &shown.id, true, &shown.seen).unwrap();
    assert!(on_call(&county).unwrap().now.is_empty());
    let kept = between(&county, "2026-03-02", "2026-03-02").remove(0);
    assert!(kept.called_off, "it stays as what was planned");
    // Meanwhile he is on call otherwise: it cannot be taken back.
    record(
        &mut county,
        &shift(&gil, "2026-03-02T08:00", "2026-03-02T09:00"),
        None,
    )
    .unwrap();
    let refused = call_off(&mut county, &kept.id, false, &kept.seen);
    assert!(matches!(refused, Err(Error::ShiftsOverlap { .. })));
    assert!(county.verify().unwrap().ok);
}

#[test]
fn shifts_nobody_can_mean_are_refused() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let vera = volunteer(&mut county, "Vera Volunteer");
    let good = shift(&vera, "2026-03-06T18:00", "2026-03-07T06:00");
    let backwards = shift(&vera, "2026-03-06T18:00", "2026-03-06T18:00");
    assert!(matches!(
        record(&mut county, &backwards, None),
        Err(Error::DatesReversed { .. })
    ));
    let no_clock = shift(&vera, "2026-03-06T6 pm", "2026-03-07T06:00");
    assert!(matches!(
        record(&mut county, &no_clock, None),
        Err(Error::DateRequired { .. })
    ));
    let endless = shift(&vera, "2026-03-06T18:00", "2026-03-20T18:01");
    assert!(matches!(
        record(&mut county, &endless, None),
        Err(Error::NumberOutOfRange { .. })
    ));
    assert!(matches!(
        record(&mut county, &good, Some("2026-03-05")),
        Err(Error::PeriodBackwards)
    ));
    assert!(matches!(
        record(&mut county, &good, Some("2036-03-05")),
        Err(Error::NumberOutOfRange { .. })
    ));
    let unknown = ShiftForm {
        order: "third".to_owned(),
        ..good.clone()
    };
    assert!(matches!(
        record(&mut county, &unknown, None),
        Err(Error::UnknownCode { .. })
    ));
    let nobody = ShiftForm {
        staff_id: ids::text(EntityId([7; 16])),
        ..good.clone()
    };
    assert!(matches!(
        record(&mut county, &nobody, None),
        Err(Error::NotFound { .. })
    ));
    let person = staff::page(&county, &vera).unwrap().person;
    staff::end_access(&mut county, &vera, Some("2026-03-20"), &person.seen).unwrap();
    let refused = record(&mut county, &good, Some("2026-03-20"));
    assert!(matches!(refused, Err(Error::AccessEndedThen { .. })));
    record(&mut county, &good, Some("2026-03-13")).unwrap();
    assert_eq!(begins(&county, "2026-03-01", "2026-04-30").len(), 2);
}

#[test]
fn shifts_travel_and_one_that_was_moved_apart_waits_for_a_person() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Dana Deputy");
    let vera = ids::text(laptop.place().staff);
    record(
        &mut laptop,
        &shift(&vera, "2026-03-06T18:00", "2026-03-07T06:00"),
        None,
    )
    .unwrap();
    let stick = world.stick("stick");
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    for (file, ends) in [
        (&mut county, "2026-03-07T08:00"),
        (&mut laptop, "2026-03-07T12:00"),
    ] {
        let shown = between(file, "2026-03-06", "2026-03-06").remove(0);
        let moved = shift(&vera, "2026-03-06T20:00", ends);
        edit(file, &shown.id, &moved, &shown.seen).unwrap();
    }
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    let shown = between(&county, "2026-03-06", "2026-03-06").remove(0);
    assert!(shown.in_conflict);
    let time = (&*shown.form.begins_at, &*shown.form.ends_at);
    assert!(matches!(
        time,
        ("2026-03-06T20:00", "2026-03-07T08:00" | "2026-03-07T12:00")
    ));
    assert!(county.verify().unwrap().ok);
}
