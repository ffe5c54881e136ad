use super::*;
use crate::partners;
use crate::testing::{World, partner};

fn agreement(parties: &[&str]) -> AgreementForm {
    AgreementForm {
        title: "Referral protocol".to_owned(),
        party_ids: parties.iter().map(|id| (*id).to_owned()).collect(),
        scope: "They take our calls; we never ask who came.".to_owned(),
        confidentiality_terms: "Nothing without a release.".to_owned(),
        signed_on: Some("2025-04-01".to_owned()),
        review_on: "2026-04-01".to_owned(),
        ended_on: None,
    }
}

#[test]
fn an_agreement_is_due_until_it_is_signed_again() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let legal = partners::create(&mut file, &partner("Legal Aid"))
        .unwrap()
        .id;
    let id = create(&mut file, &agreement(&[&legal])).unwrap().id;
    let shown = list(&file).unwrap().remove(0);
    assert_eq!(shown.party_names, ["Legal Aid"]);
    assert_eq!((shown.days_left, shown.due), (Some(30), true));
    renew(&mut file, &id, "2026-03-01", "2027-03-01").unwrap();
    let shown = list(&file).unwrap().remove(0);
    assert_eq!(shown.renewals, ["2026-03-01"]);
    assert!(!shown.due);
    assert_eq!(shown.form.review_on, "2027-03-01");
    assert!(file.verify().unwrap().ok);
}

#[test]
fn two_renewals_written_apart_are_both_kept() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let legal = partners::create(&mut file, &partner("Legal Aid"))
        .unwrap()
        .id;
    let id = create(&mut file, &agreement(&[&legal])).unwrap().id;
    renew(&mut file, &id, "2026-02-01", "2027-02-01").unwrap();
    renew(&mut file, &id, "2026-03-01", "2027-03-01").unwrap();
    let shown = list(&file).unwrap().remove(0);
    assert_eq!(shown.renewals, ["2026-02-01", "2026-03-01"]);
}

#[test]
fn what_an_agreement_cannot_say_is_refused_and_nothing_is_written() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let legal = partners::create(&mut file, &partner("Legal Aid"))
        .unwrap()
        .id;
    let refused = |change: &dyn Fn(&mut AgreementForm), file: &mut CaseFile| {
        let mut form = agreement(&[&legal]);
        change(&mut form);
        create(file, &form).unwrap_err().failure().code
    };
    assert_eq!(
        refused(&|form| form.party_ids.clear(), &mut file),
        "invalid-input"
    );
    assert_eq!(
        refused(&|form| form.title.clear(), &mut file),
        "name-required"
    );
    let ahead = |form: &mut AgreementForm| {
        form.signed_on = Some("2026-03-03".to_owned());
    };
    assert_eq!(refused(&ahead, &mut file), "date-in-future");
    let reversed = |form: &mut AgreementForm| "2025-03-31".clone_into(&mut form.review_on);
    assert_eq!(refused(&reversed, &mut file), "dates-reversed");
    let about_her = |form: &mut AgreementForm| "As in RI-26-B7K-0042".clone_into(&mut form.scope);
    assert_eq!(refused(&about_her, &mut file), "case-number-in-text");
    assert!(list(&file).unwrap().is_empty());
}
