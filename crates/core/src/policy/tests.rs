use super::*;
use crate::inbox;
use crate::packs::PackName;
use crate::staff;
use crate::testing::travel::{ensure_sound, merged};
use crate::testing::{World, state_pack};

fn form() -> PolicyForm {
    PolicyForm {
        verify_after_days: 14,
        state_pack: "sample".to_owned(),
        identity_months: Some(12),
        statistics_months: Some(60),
        call_back_phone: None,
    }
}

fn install(file: &mut CaseFile, pack: &str) -> Result<Saved> {
    let seen = policy(file).unwrap().seen;
    install_pack(file, pack, &seen)
}

fn holds(file: &CaseFile) -> (String, bool, bool) {
    let shown = policy(file).unwrap();
    let PackName { name, sample } = shown.pack;
    (name, sample, shown.pack_stands_in)
}

/// What the tables of the policy hold, written past the doors.
fn craft(file: &mut CaseFile, fields: &[(&'static str, &str)]) {
    file.change(Action::CompleteFollowUp, |change| {
        let filled = fields
            .iter()
            .fold(Filled::default(), |filled, &(field, text)| {
                filled.text(field, text)
            });
        filled.edit(change, &OFFICE_POLICY, THE_POLICY, &Seen::default())
    })
    .unwrap();
}

#[test]
fn the_county_decides_and_laptops_follow() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    assert_eq!(
        policy(&county).unwrap().verify_after_days,
        VERIFY_AFTER_DAYS
    );
    set(&mut county, &form(), "").unwrap();
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    assert_eq!(policy(&laptop).unwrap().verify_after_days, 14);
    let seen = policy(&laptop).unwrap().seen;
    let refused = set(&mut laptop, &form(), &seen);
    assert!(matches!(refused, Err(Error::OnlyCounty)));
}

#[test]
fn what_cannot_hold_is_refused_and_nothing_changes() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut refuse = |change: fn(&mut PolicyForm)| {
        let mut wrong = form();
        change(&mut wrong);
        set(&mut county, &wrong, "").unwrap_err().failure().code
    };
    assert_eq!(refuse(|form| form.verify_after_days = 0), "invalid-input");
    assert_eq!(
        refuse(|form| form.call_back_phone = Some("ask the desk".to_owned())),
        "invalid-input"
    );
    assert_eq!(
        refuse(|form| form.identity_months = Some(0)),
        "invalid-input"
    );
    assert_eq!(
        refuse(|form| form.identity_months = Some(61)),
        "answers-exclude"
    );
    // Left out, they are the pack's: the sample keeps names 36 months.
    assert_eq!(
        refuse(|form| (form.identity_months, form.statistics_months) = (None, Some(24))),
        "answers-exclude"
    );
    assert_eq!(
        refuse(|form| form.state_pack = "moon".to_owned()),
        "unknown-pack"
    );
    assert_eq!(policy(&county).unwrap().seen, "");
}

#[test]
fn months_that_the_county_leaves_out_are_the_packs_and_change_with_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let left_out = PolicyForm {
        identity_months: None,
        statistics_months: None,
        ..form()
    };
    set(&mut county, &left_out, "").unwrap();
    let shown = policy(&county).unwrap();
    assert_eq!((shown.identity_months, shown.identity_is_own), (36, false));
    assert!(shown.sample_months);
    let longer =
        state_pack("ohio", "1").replace("\"identity_months\":36", "\"identity_months\":48");
    install(&mut county, &longer).unwrap();
    let shown = policy(&county).unwrap();
    assert_eq!((shown.identity_months, shown.sample_months), (48, false));
    // And what the county had set goes back to the pack's.
    let mut own = PolicyForm {
        state_pack: "ohio".to_owned(),
        ..form()
    };
    set(&mut county, &own, &shown.seen).unwrap();
    let shown = policy(&county).unwrap();
    assert_eq!((shown.identity_months, shown.identity_is_own), (12, true));
    (own.identity_months, own.statistics_months) = (None, None);
    set(&mut county, &own, &shown.seen).unwrap();
    assert_eq!(policy(&county).unwrap().identity_months, 48);
}

#[test]
fn the_county_installs_its_own_state_pack_and_it_travels_to_the_laptops() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    assert_eq!(holds(&county), ("sample 1".to_owned(), true, false));
    install(&mut county, &state_pack("ohio", "1")).unwrap();
    assert_eq!(holds(&county), ("ohio 1".to_owned(), false, false));
    let ids: Vec<String> = state_packs(&county)
        .unwrap()
        .into_iter()
        .map(|pack| pack.id)
        .collect();
    assert_eq!(ids, ["ohio", "sample"]);

    assert_eq!(holds(&laptop), ("sample 1".to_owned(), true, false));
    world.received(&mut county, &mut laptop, "return");
    assert_eq!(holds(&laptop), ("ohio 1".to_owned(), false, false));
    let refused = install(&mut laptop, &state_pack("ohio", "2"));
    assert!(matches!(refused, Err(Error::OnlyCounty)));
    ensure_sound(&laptop);
}

#[test]
fn a_later_version_replaces_a_pack_and_an_older_one_or_another_of_the_same_version_does_not() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    install(&mut county, &state_pack("ohio", "2026.9")).unwrap();
    install(&mut county, &state_pack("ohio", "2026.10")).unwrap();
    let refuse = |county: &mut CaseFile, pack: &str| {
        let failure = install(county, pack).unwrap_err().failure();
        assert_eq!(failure.values["field"], "version");
        assert_eq!(failure.values["installed"], "2026.10");
        failure.values["flaw"].clone()
    };
    let before = policy(&county).unwrap();
    assert_eq!(refuse(&mut county, &state_pack("ohio", "2026.9")), "older");
    let other = state_pack("ohio", "2026.10").replace("72", "96");
    assert_eq!(refuse(&mut county, &other), "same_version");
    assert_eq!(policy(&county).unwrap(), before);
    // The same again, laid out otherwise, says nothing new.
    let again = state_pack("ohio", "2026.10").replace("\",\"", "\",\n  \"");
    install(&mut county, &again).unwrap();
    assert_eq!(policy(&county).unwrap(), before);
    // Another state's is another pack.
    install(&mut county, &state_pack("indiana", "1")).unwrap();
    assert_eq!(holds(&county), ("indiana 1".to_owned(), false, false));
}

#[test]
fn a_pack_with_a_flaw_or_called_like_the_programs_own_is_refused_and_nothing_changes() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    for (pack, field, flaw) in [
        (state_pack("sample", "2"), "id", "of_the_program"),
        (state_pack("ohio", "two"), "version", "version"),
        ("no pack".to_owned(), "", "unreadable"),
    ] {
        let checked = check_pack(&pack).unwrap_err().failure();
        assert_eq!(
            (&*checked.values["field"], &*checked.values["flaw"]),
            (field, flaw)
        );
        let refused = install(&mut county, &pack).unwrap_err().failure();
        assert_eq!(refused, checked);
    }
    assert_eq!(policy(&county).unwrap().seen, "");
    assert_eq!(check_pack(&state_pack("ohio", "1")).unwrap().id, "ohio");
}

#[test]
fn until_the_chosen_pack_has_come_and_is_understood_the_sample_stands_in_and_the_policy_says_so() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    craft(&mut county, &[("state_pack", "ohio")]);
    assert_eq!(holds(&county), ("sample 1".to_owned(), true, true));
    assert_eq!(policy(&county).unwrap().state_pack, "ohio");
    assert!(policy(&county).unwrap().sample_months);
    assert_eq!(state_pack_of(&county), ("sample".to_owned(), None));
    // As a later program writes it.
    let later = state_pack("ohio", "1").replacen('{', "{\"courts\":[],", 1);
    craft(&mut county, &[("installed_pack", &later)]);
    assert_eq!(holds(&county), ("sample 1".to_owned(), true, true));
    install(&mut county, &state_pack("ohio", "2")).unwrap();
    assert_eq!(holds(&county), ("ohio 2".to_owned(), false, false));
    let chosen_by = Some("Pat Coordinator".to_owned());
    assert_eq!(state_pack_of(&county), ("ohio".to_owned(), chosen_by));
}

/// The pack that deadlines are worked out by, and who chose it.
fn state_pack_of(file: &CaseFile) -> (String, Option<String>) {
    let Holding { pack, chosen_by } = super::state_pack(file).unwrap();
    let chosen_by = chosen_by.map(|person| staff::called(file.conn(), person).unwrap());
    (pack.id, chosen_by)
}

#[test]
fn two_packs_installed_apart_are_a_conflict_that_a_person_decides() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    install(&mut county, &state_pack("ohio", "1")).unwrap();
    let other = state_pack("ohio", "2");
    craft(
        &mut laptop,
        &[("installed_pack", &other), ("state_pack", "ohio")],
    );
    let sent = world.sent(&mut laptop);
    assert_eq!(merged(&mut county, &sent), "ready");

    let conflict = inbox::conflicts(&county).unwrap().remove(0);
    let said = |side: &inbox::ConflictSide| side.values[0].value.clone();
    let mut sides: Vec<String> = conflict.sides.iter().map(said).collect();
    sides.sort();
    assert_eq!(
        sides,
        ["ohio 1", "ohio 2"],
        "each by its name, neither lost"
    );
    assert_eq!(inbox::conflicts(&county).unwrap().len(), 1);
    let newer = conflict.sides.iter().find(|side| said(side) == "ohio 2");
    inbox::resolve(
        &mut county,
        &conflict.id,
        &newer.unwrap().side,
        &conflict.seen,
    )
    .unwrap();
    assert_eq!(holds(&county), ("ohio 2".to_owned(), false, false));
    ensure_sound(&county);
}
