use super::*;
use crate::agreements::{self, AgreementForm};
use crate::outreach::{OutreachForm, PartnerContactForm, record_outreach, record_partner_contact};
use crate::referrals::{self, ReferralForm};
use crate::testing::{World, partner, victim};
use crate::victims;

fn met(partner_id: &str, on: &str, stage: &str) -> OutreachForm {
    OutreachForm {
        contact: PartnerContactForm {
            partner_id: partner_id.to_owned(),
            on: on.to_owned(),
            person: "The director".to_owned(),
            kind: "meeting".to_owned(),
            concerns: Vec::new(),
            response_given: String::new(),
            commitment: String::new(),
            relationship_stage: stage.to_owned(),
        },
        purpose: Some("referral_protocol".to_owned()),
        commitment_by: None,
        next_step: String::new(),
        next_on: None,
    }
}

#[test]
fn the_trust_history_tells_stages_worries_promises_agreements_and_numbers() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &partner("Legal Aid")).unwrap().id;
    for (on, stage) in [
        ("2026-01-10", "wary"),
        ("2026-01-20", "wary"),
        ("2026-02-01", "cooperating"),
    ] {
        record_outreach(&mut file, &met(&id, on, stage)).unwrap();
    }
    let mut worried = met(&id, "2026-02-20", "cooperating");
    worried.contact.concerns = vec!["loss_of_funding".to_owned()];
    "We do not count them as ours.".clone_into(&mut worried.contact.response_given);
    "A monthly list".clone_into(&mut worried.contact.commitment);
    worried.commitment_by = Some("us".to_owned());
    "Send the list".clone_into(&mut worried.next_step);
    worried.next_on = Some("2026-03-20".to_owned());
    let contact = record_outreach(&mut file, &worried).unwrap().id;
    let agreement = AgreementForm {
        title: "Protocol".to_owned(),
        party_ids: vec![id.clone()],
        scope: String::new(),
        confidentiality_terms: String::new(),
        signed_on: None,
        review_on: "2026-04-01".to_owned(),
        ended_on: None,
    };
    agreements::create(&mut file, &agreement).unwrap();
    let maria = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let referral = ReferralForm {
        victim_id: maria,
        partner_ids: vec![id.clone()],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    referrals::refer_victim(&mut file, &referral).unwrap();

    let history = trust(&file, &id).unwrap();
    let stages: Vec<(&str, &str)> = history
        .stages
        .iter()
        .map(|stage| (&*stage.on, &*stage.stage))
        .collect();
    assert_eq!(
        stages,
        [("2026-02-01", "cooperating"), ("2026-01-10", "wary")]
    );
    assert_eq!(history.concerns[0].answer, "We do not count them as ours.");
    assert_eq!(
        (&*history.commitments[0].state, &*history.commitments[0].by),
        ("open", "us")
    );
    assert_eq!(history.agreements.len(), 1);
    assert_eq!(history.referrals["offered"], 1);
    assert_eq!(history.next_steps[0].done_on, None);

    let seen = &history.commitments[0].seen;
    settle_commitment(&mut file, &contact, "kept", seen).unwrap();
    next_step_done(&mut file, &contact, "2026-03-01").unwrap();
    let after = trust(&file, &id).unwrap();
    assert_eq!(after.commitments[0].state, "kept");
    assert_eq!(after.next_steps[0].done_on.as_deref(), Some("2026-03-01"));
    let refused = settle_commitment(&mut file, &contact, "open", &after.commitments[0].seen);
    assert!(matches!(refused, Err(Error::StatusNotAllowed { .. })));
    assert!(file.verify().unwrap().ok);
}

/// "Never about one victim", as far as a program can hold it.
#[test]
fn a_contact_with_an_agency_that_names_a_case_is_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &partner("Legal Aid")).unwrap().id;
    let maria = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let number = victims::page(&file, &maria).unwrap().summary.case_number;
    let fields: [fn(&mut OutreachForm) -> &mut String; 4] = [
        |form| &mut form.contact.person,
        |form| &mut form.contact.response_given,
        |form| &mut form.contact.commitment,
        |form| &mut form.next_step,
    ];
    for field in fields {
        let mut form = met(&id, "2026-03-01", "met");
        *field(&mut form) = format!("about {}", number.to_lowercase());
        let refused = record_outreach(&mut file, &form);
        assert!(
            matches!(refused, Err(Error::CaseNumberInText { .. })),
            "{form:?}"
        );
    }
    assert!(trust(&file, &id).unwrap().stages.is_empty());
}

#[test]
fn a_contact_of_tomorrow_and_a_next_step_of_yesterday_are_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = create(&mut file, &partner("Legal Aid")).unwrap().id;
    let tomorrow = met(&id, "2026-03-03", "met");
    let refused = record_partner_contact(&mut file, &tomorrow.contact);
    assert!(matches!(refused, Err(Error::DateInFuture { field: "on" })));
    let backwards = OutreachForm {
        next_on: Some("2026-02-27".to_owned()),
        ..met(&id, "2026-02-28", "met")
    };
    let refused = record_outreach(&mut file, &backwards);
    assert!(matches!(
        refused,
        Err(Error::DatesReversed { field: "next_on" })
    ));
}
