use super::*;
use crate::partners::{self, PartnerForm};
use crate::referrals::ReferralForm;
use crate::registry::PARTNER;
use crate::testing::{World, partner, victim};
use crate::victims;

struct Office {
    world: World,
    file: CaseFile,
    ana: String,
    legal_aid: String,
    referrals: Vec<String>,
}

fn office() -> Office {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let ana = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let form: PartnerForm = partner("Valley Legal Aid");
    let legal_aid = partners::create(&mut file, &form).unwrap().id;
    let form = ReferralForm {
        victim_id: ana.clone(),
        partner_ids: vec![legal_aid.clone()],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let made = referrals::refer_victim(&mut file, &form).unwrap();
    Office {
        world,
        file,
        ana,
        legal_aid,
        referrals: made.into_iter().map(|made| made.id).collect(),
    }
}

/// A paper with that state, as a letter leaves it.
fn paper(office: &mut Office, state: &str) -> String {
    let victim = ids::parse(&VICTIM, &office.ana).unwrap();
    let partner = ids::parse(&PARTNER, &office.legal_aid).unwrap();
    let numbers = numbers_of(&office.file, &[partner]).unwrap();
    let (id, _) = office
        .file
        .change(Action::MakeLetter, |change| {
            let filled = Filled::default()
                .naming("victim", Some(victim))
                .text("form", "full")
                .text("paper_state", state)
                .list("numbers", &numbers);
            let id = filled.by(change).create(change, &LETTER);
            name_partners(change, id, &[partner]);
            Ok(id)
        })
        .unwrap();
    ids::text(id)
}

#[test]
fn pr_31_the_register_lists_papers_that_are_out_until_they_are_destroyed() {
    let mut office = office();
    let given = paper(&mut office, "given");
    let held = paper(&mut office, "held");
    let listed = |file: &CaseFile| -> Vec<String> {
        out(file)
            .unwrap()
            .into_iter()
            .map(|paper| paper.id)
            .collect()
    };
    assert_eq!(listed(&office.file).len(), 2);
    let row = out(&office.file)
        .unwrap()
        .into_iter()
        .find(|paper| paper.id == given)
        .unwrap();
    move_on(&mut office.file, &given, "destroyed", "", &row.seen).unwrap();
    assert_eq!(listed(&office.file), [held]);
    let refused = move_on(&mut office.file, &given, "given", "yes", &row.seen);
    assert!(matches!(refused, Err(Error::StatusNotAllowed { .. })));
}

#[test]
fn a_paper_that_was_held_is_given_only_after_a_new_yes() {
    let mut office = office();
    let held = paper(&mut office, "held");
    let seen = out(&office.file).unwrap()[0].seen.clone();
    for answer in ["no", "not_asked", ""] {
        let refused = move_on(&mut office.file, &held, "given", answer, &seen);
        assert!(matches!(refused, Err(Error::UnsafeToCarry)), "{answer}");
        assert_eq!(out(&office.file).unwrap()[0].state, "held");
    }
    move_on(&mut office.file, &held, "given", "yes", &seen).unwrap();
    assert_eq!(out(&office.file).unwrap()[0].state, "given");
}

/// One for the file has her name, also where no paper of hers may have it.
#[test]
fn a_filled_release_form_goes_with_her_only_after_a_look_at_the_name_on_it() {
    let mut office = office();
    let held = paper(&mut office, "held");
    let letter = ids::parse(&LETTER, &held).unwrap();
    let form = [("form", Value::text("release_form"))];
    let made = office.file.change(Action::MakeLetter, |change| {
        change.edit_current(&LETTER, letter, form)
    });
    made.unwrap();
    let seen = out(&office.file).unwrap()[0].seen.clone();
    for name_as_released in ["no", "", "yes"] {
        let asked = BeforeGiving {
            safe_to_carry: "yes",
            name_as_released,
        };
        let moved = move_on(&mut office.file, &held, "given", asked, &seen);
        match name_as_released {
            "yes" => assert_eq!(out(&office.file).unwrap()[0].state, "given"),
            _ => assert!(matches!(moved, Err(Error::NameNotLookedAt))),
        }
    }
}

#[test]
fn a_paper_that_was_held_is_read_out_loud_without_a_yes() {
    let mut office = office();
    let held = paper(&mut office, "held");
    let seen = out(&office.file).unwrap()[0].seen.clone();
    move_on(&mut office.file, &held, "given_verbally", "no", &seen).unwrap();
    assert!(out(&office.file).unwrap().is_empty());
}

#[test]
fn pr_31_a_changed_number_lists_the_papers_that_carry_the_old_one() {
    let mut office = office();
    paper(&mut office, "given");
    assert!(out(&office.file).unwrap()[0].old_numbers.is_empty());
    let partner = ids::parse(&PARTNER, &office.legal_aid).unwrap();
    office
        .file
        .change(Action::CreatePartner, |change| {
            change.edit_current(&PARTNER, partner, [("phone", Value::text("555-0199"))])
        })
        .unwrap();
    assert_eq!(
        out(&office.file).unwrap()[0].old_numbers,
        ["Valley Legal Aid"]
    );
}

/// A paper that was handed to the printer, and of which nobody said yet whether it came out.
fn printed(office: &mut Office) -> String {
    let id = paper(office, "held");
    let letter = ids::parse(&LETTER, &id).unwrap();
    let unknown = [("came_out", Value::text("unknown"))];
    let made = office.file.change(Action::MakeLetter, |change| {
        change.edit_current(&LETTER, letter, unknown)
    });
    made.unwrap();
    id
}

#[test]
fn what_she_was_given_did_come_out_of_the_printer() {
    let mut office = office();
    let held = printed(&mut office);
    let row = out(&office.file).unwrap().remove(0);
    assert!(row.unanswered);
    move_on(&mut office.file, &held, "given", "yes", &row.seen).unwrap();
    assert!(!out(&office.file).unwrap()[0].unanswered);
    let refused = came_out(&mut office.file, &[held], "no");
    assert!(matches!(refused, Err(Error::StatusNotAllowed { .. })));
    let refused = came_out(&mut office.file, &[], "yes");
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "paper" })
    ));
}

/// A paper that may be in somebody's hands is in the register, whatever somebody else believes.
#[test]
fn a_paper_of_which_two_say_different_things_counts_as_made() {
    let mut office = office();
    let paper = printed(&mut office);
    let mut laptop = office
        .world
        .joined_laptop(&mut office.file, "Elm Creek", "Alex Sample");
    came_out(&mut laptop, std::slice::from_ref(&paper), "yes").unwrap();
    came_out(&mut office.file, std::slice::from_ref(&paper), "no").unwrap();
    assert!(out(&office.file).unwrap().is_empty());
    office.world.week(&mut laptop, &mut office.file);
    let row = out(&office.file).unwrap().remove(0);
    assert_eq!((&*row.state, row.unanswered), ("given", false));
    move_on(&mut office.file, &paper, "destroyed", "", &row.seen).unwrap();
    assert!(out(&office.file).unwrap().is_empty());
}

#[test]
fn numbers_told_by_voice_leave_no_paper_to_look_for() {
    let mut office = office();
    let referrals = office.referrals.clone();
    told_by_voice(&mut office.file, &office.ana, &referrals, "en").unwrap();
    assert!(out(&office.file).unwrap().is_empty());
    let shown = victims::record(&office.file, &office.ana).unwrap().papers;
    assert_eq!(shown[0].state, "given_verbally");
    assert_eq!(shown[0].partners, ["Valley Legal Aid"]);
    let refused = told_by_voice(&mut office.file, &office.ana, &[], "en");
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "referral" })
    ));
    let other = victims::create(&mut office.file, &victim("Jo", "Example"))
        .unwrap()
        .id;
    let refused = told_by_voice(&mut office.file, &other, &referrals, "en");
    assert!(matches!(refused, Err(Error::ReleaseOtherRecipient)));
}
