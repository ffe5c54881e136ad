//! What a form that was open across a merge writes: what its person said of the number on her screen, and
//! nothing of the number that came meanwhile.

use super::*;
use crate::casefile::{key, tables};
use crate::inbox;
use crate::testing::{World, phone, victim};
use crate::{exchange, victims};

/// The county's form of one number, opened before a laptop's other number was merged.
struct Open {
    world: World,
    county: CaseFile,
    form: WayView,
}

const SISTER: &str = "her sister";
const MOTHER: &str = "her mother";

/// The number on the screen is answered by the sister; the one that comes is answered by the mother.
fn open_across_a_merge(blocked: bool) -> Open {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    may_answer(&mut county, &ana, SISTER);
    if blocked {
        mark(&mut county, &ana, "blocked");
    }
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let form = way_of(&county, &ana);
    world.clock.set("2026-03-09T08:00:00-06:00");
    let there = way_of(&laptop, &ana);
    edit(
        &mut laptop,
        &there.id,
        &phone("555-0133", "yes"),
        &there.seen,
    )
    .unwrap();
    may_answer(&mut laptop, &ana, MOTHER);
    let sent = exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    Open {
        world,
        county,
        form,
    }
}

fn way_of(file: &CaseFile, victim: &str) -> WayView {
    gate(file, victim).unwrap().ways.remove(0)
}

fn may_answer(file: &mut CaseFile, victim: &str, who: &str) {
    let way = way_of(file, victim);
    let details = SafetyDetails {
        who_may_answer: who.to_owned(),
        ..SafetyDetails::default()
    };
    set_details(file, &way.id, &details, &way.seen).unwrap();
}

fn mark(file: &mut CaseFile, victim: &str, mark: &'static str) {
    let id = ids::parse(&CONTACT_METHOD, &way_of(file, victim).id).unwrap();
    file.change(Action::CheckContactMethod, |change| {
        change.edit_current(&CONTACT_METHOD, id, [(mark, Value::Bool(true))])
    })
    .unwrap();
}

impl Open {
    /// What stands for the way: number, safety, who may answer, and when she was asked.
    fn sides(&self) -> Vec<[String; 4]> {
        let id = ids::parse(&CONTACT_METHOD, &self.form.id).unwrap();
        let state = tables::load(self.county.conn(), key(&CONTACT_METHOD, id)).unwrap();
        let state = state.unwrap();
        let heads = state.heads(CONTACT_METHOD.field("way").field_id()).iter();
        let mut sides: Vec<[String; 4]> = heads
            .map(|head| {
                [way::VALUE, way::SAFE, way::WHO_MAY_ANSWER, way::VERIFIED_ON].map(|number| {
                    let member = head.value.member(number).and_then(Value::as_text);
                    member.unwrap_or_default().to_owned()
                })
            })
            .collect();
        sides.sort();
        sides
    }

    fn is_blocked(&self) -> bool {
        let id = ids::parse(&CONTACT_METHOD, &self.form.id).unwrap();
        let stands = Standing::of(self.county.conn(), &CONTACT_METHOD, id).unwrap();
        stands.is("blocked")
    }
}

const CAME: [&str; 4] = ["555-0133", "yes", MOTHER, "2026-03-09"];

#[test]
fn a_form_saved_as_it_was_writes_nothing_over_the_number_that_came() {
    let mut open = open_across_a_merge(false);
    let commits = open.county.verify().unwrap().commits;
    let as_it_was = phone("555-0101", "yes");
    edit(&mut open.county, &open.form.id, &as_it_was, &open.form.seen).unwrap();
    assert_eq!(open.sides(), [CAME]);
    assert_eq!(open.county.verify().unwrap().commits, commits);
}

#[test]
fn what_is_written_over_one_number_takes_nothing_from_the_number_that_came() {
    let mut open = open_across_a_merge(false);
    let unsafe_now = phone("555-0101", "no");
    let (id, seen) = (open.form.id.clone(), open.form.seen.clone());
    edit(&mut open.county, &id, &unsafe_now, &seen).unwrap();
    assert_eq!(open.sides(), [["555-0101", "no", SISTER, ""], CAME]);
    assert!(open.county.verify().unwrap().ok);
}

#[test]
fn an_answer_about_one_number_is_not_written_onto_the_number_that_came() {
    let mut open = open_across_a_merge(false);
    let (id, seen) = (open.form.id.clone(), open.form.seen.clone());
    check_again(&mut open.county, &id, "no", &seen).unwrap();
    let answered = ["555-0101", "no", SISTER, "2026-03-09"];
    assert_eq!(open.sides(), [answered, CAME]);
}

#[test]
fn who_may_answer_one_number_is_not_written_onto_the_number_that_came() {
    let mut open = open_across_a_merge(false);
    let (id, seen) = (open.form.id.clone(), open.form.seen.clone());
    let details = SafetyDetails {
        who_may_answer: "only she".to_owned(),
        ..SafetyDetails::default()
    };
    set_details(&mut open.county, &id, &details, &seen).unwrap();
    let said = ["555-0101", "yes", "only she", "2026-03-02"];
    assert_eq!(open.sides(), [said, CAME]);
    // As it was shown, it is no change.
    let details = SafetyDetails {
        who_may_answer: SISTER.to_owned(),
        ..SafetyDetails::default()
    };
    let commits = open.county.verify().unwrap().commits;
    set_details(&mut open.county, &id, &details, &seen).unwrap();
    assert_eq!(open.county.verify().unwrap().commits, commits);
}

#[test]
fn a_block_that_the_form_showed_stays_with_its_number_and_one_that_came_is_not_lifted() {
    let mut open = open_across_a_merge(true);
    assert!(!open.is_blocked(), "the laptop wrote down another number");
    let (id, seen) = (open.form.id.clone(), open.form.seen.clone());
    let commits = open.county.verify().unwrap().commits;
    let as_it_was = phone("555-0101", "yes");
    edit(&mut open.county, &id, &as_it_was, &seen).unwrap();
    assert_eq!(open.county.verify().unwrap().commits, commits);

    let mut open = open_across_a_merge(false);
    let (id, seen) = (open.form.id.clone(), open.form.seen.clone());
    let victim = victims::find(&open.county, "Ana").unwrap().remove(0).id;
    mark(&mut open.county, &victim, "blocked");
    check_again(&mut open.county, &id, "yes", &seen).unwrap();
    edit(&mut open.county, &id, &phone("555-0199", "yes"), &seen).unwrap();
    assert!(open.is_blocked());
    let fields: Vec<String> = inbox::conflicts(&open.county)
        .unwrap()
        .into_iter()
        .map(|conflict| conflict.field)
        .collect();
    assert_eq!(fields, ["way"], "nothing was written about the block");
}

#[test]
fn another_way_to_write_a_number_is_the_same_number() {
    let mut open = open_across_a_merge(false);
    let victim = victims::find(&open.county, "Ana").unwrap().remove(0).id;
    for blocked_or_closed in ["blocked", "closed"] {
        mark(&mut open.county, &victim, blocked_or_closed);
    }
    open.world.clock.set("2026-03-16T08:00:00-06:00");
    for (number, stays) in [
        ("(555) 0133", true),
        (" 555 0133 ", true),
        ("555-0134", false),
    ] {
        let way = way_of(&open.county, &victim);
        edit(&mut open.county, &way.id, &phone(number, "yes"), &way.seen).unwrap();
        assert_eq!(open.is_blocked(), stays, "{number}");
        let closed = way_of(&open.county, &victim).obstacles;
        assert_eq!(closed.contains(&"closed".to_owned()), stays, "{number}");
        let asked_on = if stays { "2026-03-09" } else { "2026-03-16" };
        assert_eq!(open.sides()[0][3], asked_on, "{number}");
    }
}

#[test]
fn what_is_written_instead_of_two_sides_takes_nothing_from_a_third_that_came() {
    let mut open = open_across_a_merge(false);
    let (id, seen) = (open.form.id.clone(), open.form.seen.clone());
    edit(&mut open.county, &id, &phone("555-0199", "yes"), &seen).unwrap();
    let item = inbox::items(&open.county).unwrap().remove(0);
    let shown = item.conflict.as_ref().unwrap().editable.clone();
    // Meanwhile somebody says of the first number who answers there, and that is the last that was written.
    let third = SafetyDetails {
        who_may_answer: "his brother".to_owned(),
        ..SafetyDetails::default()
    };
    set_details(&mut open.county, &id, &third, &seen).unwrap();
    assert_eq!(open.sides().len(), 3);
    let values = shown.into_iter().map(|it| (it.name, it.value));
    let other = inbox::Settlement {
        way: "other".to_owned(),
        side: None,
        values: values
            .chain([("value".to_owned(), "555-0177".to_owned())])
            .collect(),
        seen: item.seen,
    };
    inbox::settle(&mut open.county, &item.id, &other).unwrap();
    let sides = open.sides();
    let numbers: Vec<&str> = sides.iter().map(|side| &*side[0]).collect();
    assert_eq!(numbers, ["555-0101", "555-0177"]);
    assert_eq!(sides[1][2], SISTER);
    assert!(open.county.verify().unwrap().ok);
}
