use super::*;
use crate::incidents::{self, IncidentForm, PartForm};
use crate::packs;
use crate::testing::{World, state_pack, victim};
use crate::victims::{self, VictimFacts};

fn office(facts: Option<VictimFacts>) -> (World, CaseFile, String, String) {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let mut form = victim("Ana", "Example");
    form.birth_year = None;
    form.facts = facts;
    let ana = victims::create(&mut file, &form).unwrap().id;
    let happened = IncidentForm {
        occurred_on: "2026-02-28".to_owned(),
        part: PartForm {
            role: "primary".to_owned(),
            ..PartForm::default()
        },
        ..IncidentForm::default()
    };
    let incident = incidents::record(&mut file, &ana, &happened).unwrap().id;
    (world, file, ana, incident)
}

fn informed(incident: &str) -> ClaimForm {
    ClaimForm {
        incident_id: Some(incident.to_owned()),
        status: "informed".to_owned(),
        status_on: "2026-03-02".to_owned(),
    }
}

fn shown(file: &CaseFile, ana: &str) -> ClaimView {
    victims::record(file, ana)
        .unwrap()
        .compensation_claims
        .remove(0)
}

#[test]
fn deadlines_come_from_the_state_pack_and_are_kept_with_it() {
    let (_world, mut file, ana, incident) = office(None);
    open(&mut file, &ana, &informed(&incident)).unwrap();
    let claim = shown(&file, &ana);
    // The sample: 72 hours to report, 12 months to file.
    assert_eq!(claim.report_by.as_deref(), Some("2026-03-03"));
    assert_eq!(claim.file_by.as_deref(), Some("2027-02-28"));
    assert_eq!(claim.days_to_file, Some(363));
    assert_eq!((&*claim.pack.name, claim.pack.sample), ("sample 1", true));
    assert_eq!(claim.pack_chosen_by, None, "nobody chose the sample");
}

#[test]
fn a_claim_keeps_the_pack_its_version_and_who_chose_it_whatever_is_installed_later() {
    let (_world, mut file, ana, incident) = office(None);
    install(&mut file, "1", 24);
    open(&mut file, &ana, &informed(&incident)).unwrap();
    install(&mut file, "2", 36);
    let claim = shown(&file, &ana);
    assert_eq!(claim.report_by, None);
    assert_eq!(claim.file_by.as_deref(), Some("2028-02-28"));
    assert_eq!((&*claim.pack.name, claim.pack.sample), ("ohio 1", false));
    assert_eq!(claim.pack_chosen_by.as_deref(), Some("Pat Coordinator"));
    open(&mut file, &ana, &informed(&incident)).unwrap();
    let claims = victims::record(&file, &ana).unwrap().compensation_claims;
    let later = claims.iter().find(|claim| claim.pack.name == "ohio 2");
    assert_eq!(later.unwrap().file_by.as_deref(), Some("2029-02-28"));
}

/// A state without a limit for the report.
fn install(file: &mut CaseFile, version: &str, months: u32) {
    let pack = state_pack("ohio", version)
        .replace("\"report_within_hours\":72", "\"report_within_hours\":null")
        .replace(
            "\"file_within_months\":12",
            &format!("\"file_within_months\":{months}"),
        );
    let seen = policy::policy(file).unwrap().seen;
    policy::install_pack(file, &pack, &seen).unwrap();
}

#[test]
fn a_minor_may_file_until_the_birthday_of_the_pack() {
    // Where nobody asked, her date of birth says so.
    for answer in ["yes", "not_asked"] {
        let minor = VictimFacts {
            birth_date: Some("2015-06-01".to_owned()),
            minor: answer.to_owned(),
            ..VictimFacts::default()
        };
        let (_world, mut file, ana, incident) = office(Some(minor));
        open(&mut file, &ana, &informed(&incident)).unwrap();
        assert_eq!(shown(&file, &ana).file_by.as_deref(), Some("2036-06-01"));
    }
}

#[test]
fn without_a_day_there_are_no_deadlines() {
    let due = deadlines::of(&packs::sample().compensation, None, None);
    assert_eq!(due, deadlines::Due::default());
}

#[test]
fn a_claim_moves_on_and_never_back() {
    let (_world, mut file, ana, incident) = office(None);
    open(&mut file, &ana, &informed(&incident)).unwrap();
    let claim = shown(&file, &ana);
    advance(&mut file, &claim.id, "filed", "2026-03-02", &claim.seen).unwrap();
    let claim = shown(&file, &ana);
    assert_eq!((&*claim.status, claim.days_to_file), ("filed", None));
    let refused = advance(&mut file, &claim.id, "informed", "2026-03-02", &claim.seen);
    assert!(matches!(refused, Err(Error::StatusNotAllowed { .. })));
    let refused = advance(&mut file, &claim.id, "decision", "2026-03-09", &claim.seen);
    assert!(matches!(refused, Err(Error::DateInFuture { .. })));
}

#[test]
fn a_claim_names_no_incident_of_somebody_else() {
    let (_world, mut file, _, incident) = office(None);
    let other = victims::create(&mut file, &victim("Jo", "Example"))
        .unwrap()
        .id;
    let refused = open(&mut file, &other, &informed(&incident));
    assert!(matches!(refused, Err(Error::NotFound { .. })));
}
