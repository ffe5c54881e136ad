//! Why an agency may be told, when a stage was reached, and what came of it.

use super::*;
use crate::partners::directory;
use crate::releases::ReleaseForm;
use crate::testing::{World, partner, victim};
use crate::{partners, victims};

struct Scene {
    _world: World,
    file: CaseFile,
    victim: String,
    prosecutor: String,
    legal_aid: String,
}

impl Scene {
    fn new() -> Scene {
        let world = World::new();
        let mut file = world.county("Rivertown");
        let victim = victims::create(&mut file, &victim("Maria", "Marker"))
            .unwrap()
            .id;
        let mut agency = |kind: &str| {
            let mut form = partner(kind);
            form.kind = kind.to_owned();
            partners::create(&mut file, &form).unwrap().id
        };
        let (prosecutor, legal_aid) = (agency("prosecutor"), agency("legal_aid"));
        Scene {
            _world: world,
            file,
            victim,
            prosecutor,
            legal_aid,
        }
    }

    fn form(&self, partner: &str, kind: &str) -> ReferralForm {
        ReferralForm {
            victim_id: self.victim.clone(),
            partner_ids: vec![partner.to_owned()],
            need: "legal".to_owned(),
            kind: kind.to_owned(),
            release_id: None,
        }
    }

    fn refer(&mut self, form: &ReferralForm, details: &ReferralDetails) -> Result<ReferralView> {
        refer_in_detail(&mut self.file, form, details).map(|mut made| made.remove(0))
    }

    fn release(&mut self) -> String {
        let form = ReleaseForm {
            victim_id: self.victim.clone(),
            recipient_id: self.legal_aid.clone(),
            items: vec!["name".to_owned(), "need".to_owned()],
            purpose: String::new(),
            expires_on: "2026-03-20".to_owned(),
            signature: "paper_on_file".to_owned(),
            signer_is_not_the_abuser: true,
            details: None,
        };
        releases::sign(&mut self.file, &form).unwrap().id
    }

    fn details(&self, id: &str) -> ReferralDetailsView {
        details(&self.file, id).unwrap()
    }

    fn outcome(&mut self, id: &str, said: [&str; 3]) -> Result<Saved> {
        let [outcome, source, barrier] = said;
        let form = OutcomeForm {
            outcome: outcome.to_owned(),
            source: source.to_owned(),
            barrier: (!barrier.is_empty()).then(|| barrier.to_owned()),
        };
        let seen = self.details(id).seen;
        record_outcome(&mut self.file, id, &form, &seen)
    }
}

fn by(basis: &str, note: &str) -> ReferralDetails {
    ReferralDetails {
        legal_basis: Some(basis.to_owned()),
        legal_basis_note: Some(note.to_owned()),
        ..ReferralDetails::default()
    }
}

/// 28 CFR 94.115(a)(2) and (c); PR-03: a release, or law enforcement and prosecution, or a court or statute that is named.
#[test]
fn an_agency_is_told_under_a_release_or_a_basis_that_reaches_it() {
    let mut scene = Scene::new();
    let (prosecutor, legal_aid) = (scene.prosecutor.clone(), scene.legal_aid.clone());
    for (agency, details, code) in [
        (&prosecutor, ReferralDetails::default(), "release-required"),
        (&prosecutor, by("le_prosecution_purpose", ""), ""),
        (
            &legal_aid,
            by("le_prosecution_purpose", ""),
            "basis-not-for-agency",
        ),
        (&legal_aid, by("court_or_statute", "  "), "reason-required"),
        (
            &legal_aid,
            by("court_or_statute", "Order 26-114"),
            "notify-first",
        ),
        (&legal_aid, by("victim_release", ""), "release-required"),
        (&legal_aid, by("same_agency", ""), "unknown-code"),
    ] {
        let form = scene.form(agency, "warm_phone");
        let refused = scene.refer(&form, &details).err();
        let found = refused.map_or(String::new(), |refused| refused.failure().code);
        assert_eq!(found, code, "{details:?}");
    }
    // PR-11: she is notified first, whichever door it is told through.
    let victim = scene.form(&legal_aid, "warm_phone").victim_id;
    let form = scene.form(&legal_aid, "warm_phone");
    for announced in ["Order 26-113", "order  26-114"] {
        let refused = scene.refer(&form, &by("court_or_statute", "Order 26-114"));
        assert!(matches!(refused, Err(Error::NotifyFirst)), "{announced}");
        crate::disclosures::announce_order(&mut scene.file, &victim, announced).unwrap();
    }
    scene
        .refer(&form, &by("court_or_statute", "Order 26-114"))
        .unwrap();
    let told = crate::disclosures::log(&scene.file).unwrap();
    assert_eq!(told[0].order, "Order 26-114");
    let cold = scene.form(&legal_aid, "cold_info");
    scene.refer(&cold, &ReferralDetails::default()).unwrap();
}

/// An offered warm referral (as another program may write one) is sent only with leave, and leave that ran out is none.
#[test]
fn sending_later_asks_for_leave_again() {
    let mut scene = Scene::new();
    let release = scene.release();
    let mut form = scene.form(&scene.legal_aid.clone(), "warm_phone");
    form.release_id = Some(release);
    let made = scene.refer(&form, &ReferralDetails::default()).unwrap();
    let id = ids::parse(&REFERRAL, &made.id).unwrap();
    scene
        .file
        .change(Action::AdvanceReferral, |change| {
            change.edit_current(&REFERRAL, id, [("status", Value::text("offered"))])
        })
        .unwrap();
    scene._world.clock.set("2026-03-21T08:00:00-06:00");
    let seen = scene.details(&made.id).seen;
    let refused = advance(&mut scene.file, &made.id, "sent", &seen);
    assert!(matches!(refused, Err(Error::ReleaseExpired { .. })));
}

#[test]
fn each_stage_keeps_its_day_and_its_reason() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "cold_info");
    let details = ReferralDetails {
        urgency: Some("urgent".to_owned()),
        sent_method: Some("in_person".to_owned()),
        ..ReferralDetails::default()
    };
    let made = scene.refer(&form, &details).unwrap();
    let step = |status: &str, reason: &str, on: Option<&str>| StepForm {
        status: status.to_owned(),
        reason: reason.to_owned(),
        on: on.map(str::to_owned),
        ..StepForm::default()
    };
    let tomorrow = step("sent", "", Some("2026-03-03"));
    let refused = advance_in_detail(&mut scene.file, &made.id, &tomorrow, &made.seen);
    assert!(matches!(refused, Err(Error::DateInFuture { field: "on" })));
    for step in [
        step("sent", "", Some("2026-02-27")),
        step("no_capacity", "No room until June. ملاحظة 🙂", None),
    ] {
        let seen = scene.details(&made.id).seen;
        advance_in_detail(&mut scene.file, &made.id, &step, &seen).unwrap();
    }
    let shown = scene.details(&made.id);
    let dates: Vec<(&str, &str)> = shown
        .status_dates
        .iter()
        .map(|reached| (&*reached.status, &*reached.on))
        .collect();
    assert_eq!(dates.len(), 3);
    assert!(
        dates.contains(&("sent", "2026-02-27")) && dates.contains(&("no_capacity", "2026-03-02"))
    );
    assert_eq!(
        shown.status_reason.as_deref(),
        Some("No room until June. ملاحظة 🙂")
    );
    assert_eq!(shown.urgency.as_deref(), Some("urgent"));
    let again = ReferralDetails {
        re_referred_from: Some(made.id.clone()),
        ..ReferralDetails::default()
    };
    let second = scene.refer(&form, &again).unwrap();
    assert_eq!(scene.details(&second.id).re_referred_from, Some(made.id));
}

#[test]
fn a_referral_of_somebody_else_is_not_where_this_one_came_from() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "cold_info");
    let hers = scene.refer(&form, &ReferralDetails::default()).unwrap();
    let other = victims::create(&mut scene.file, &victim("Ana", "Other"))
        .unwrap()
        .id;
    let details = ReferralDetails {
        re_referred_from: Some(hers.id),
        ..ReferralDetails::default()
    };
    let form = ReferralForm {
        victim_id: other,
        ..form
    };
    assert!(matches!(
        scene.refer(&form, &details),
        Err(Error::NotFound { record: "referral" })
    ));
}

/// PR-16: she says it, or the agency with her release, or nobody has to.
#[test]
fn what_came_of_it_has_a_source_and_the_agencys_word_needs_her_release() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "cold_info");
    let made = scene.refer(&form, &ReferralDetails::default()).unwrap();
    let early = scene.outcome(&made.id, ["got_help", "victim", ""]);
    assert!(matches!(early, Err(Error::StatusNotAllowed { .. })));
    advance(&mut scene.file, &made.id, "sent", &made.seen).unwrap();
    for (said, code) in [
        (["got_help", "none", ""], "reason-required"),
        (
            ["got_help", "partner_with_release", ""],
            "partner-word-needs-release",
        ),
        (["no", "victim", ""], "reason-required"),
        (["got_help", "victim", "cost"], "answers-exclude"),
        (["no", "victim", "weather"], "unknown-code"),
        (["maybe", "victim", ""], "unknown-code"),
    ] {
        let refused = scene.outcome(&made.id, said).unwrap_err();
        assert_eq!(refused.failure().code, code, "{said:?}");
    }
    scene
        .outcome(&made.id, ["no", "victim", "distance_transport"])
        .unwrap();
    let shown = scene.details(&made.id);
    let found = (shown.outcome.as_deref(), shown.barrier.as_deref());
    assert_eq!(found, (Some("no"), Some("distance_transport")));

    let mut told = form;
    told.kind = "warm_phone".to_owned();
    told.release_id = Some(scene.release());
    let told = scene.refer(&told, &ReferralDetails::default()).unwrap();
    scene
        .outcome(&told.id, ["got_help", "partner_with_release", ""])
        .unwrap();
    assert_eq!(
        scene.details(&told.id).outcome_source.as_deref(),
        Some("partner_with_release")
    );
}

#[test]
fn what_another_system_tells_moves_a_referral_by_our_own_steps() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "cold_info");
    let made = scene.refer(&form, &ReferralDetails::default()).unwrap();
    advance(&mut scene.file, &made.id, "sent", &made.seen).unwrap();
    let mut told = |status: &str| {
        let seen = scene.details(&made.id).seen;
        let told = OutsideStatus {
            status: status.to_owned(),
            reason: None,
        };
        advance_as_told(&mut scene.file, &made.id, "findhelp", &told, &seen)
    };
    told("Eligible").unwrap();
    told("Needs client action").unwrap();
    let back = told("Not eligible").unwrap_err();
    assert!(matches!(back, Error::StatusNotAllowed { .. }));
    assert!(matches!(told("eligible"), Err(Error::OutsideStatusUnknown)));
    let shown = scene.details(&made.id);
    assert_eq!(
        (&*shown.status, shown.barrier.as_deref()),
        ("in_progress", Some("needs_client_action"))
    );
    assert!(scene.file.verify().unwrap().ok);
}

/// HL7 SDOHCC Task: work is begun or put on hold from wherever it stands, resumed, and may end on hold.
#[test]
fn what_was_sent_is_begun_put_on_hold_and_resumed_as_other_systems_say() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "cold_info");
    for told in [
        &["in-progress", "on-hold", "in-progress", "completed"][..],
        &["on-hold", "accepted", "on-hold", "in-progress", "failed"],
        &["accepted", "in-progress", "on-hold", "cancelled"],
        &["on-hold", "rejected"],
    ] {
        let made = scene.refer(&form, &ReferralDetails::default()).unwrap();
        advance(&mut scene.file, &made.id, "sent", &made.seen).unwrap();
        for stage in told {
            let seen = scene.details(&made.id).seen;
            let said = OutsideStatus {
                status: (*stage).to_owned(),
                reason: None,
            };
            advance_as_told(&mut scene.file, &made.id, "fhir", &said, &seen)
                .unwrap_or_else(|refused| panic!("{told:?} {stage}: {refused}"));
        }
    }
    // PR-16: also on a waiting list nobody has to say how it ended.
    let made = scene.refer(&form, &ReferralDetails::default()).unwrap();
    for stage in ["sent", "waiting_list", "unknown_partner_confidential"] {
        let seen = scene.details(&made.id).seen;
        advance(&mut scene.file, &made.id, stage, &seen).unwrap();
    }
}

#[test]
fn a_referral_she_was_offered_or_said_no_to_is_kept_and_tells_nobody_until_it_is_sent() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "warm_phone");
    let kept = |status: &str| ReferralDetails {
        status: Some(status.to_owned()),
        ..ReferralDetails::default()
    };
    for begun in ["accepted", "sent", "draft", "nonsense"] {
        let refused = scene.refer(&form, &kept(begun));
        assert!(
            matches!(refused, Err(Error::UnknownCode { field: "status" })),
            "{begun}"
        );
    }
    let declined = scene.refer(&form, &kept("declined_by_victim")).unwrap();
    assert_eq!(declined.status, "declined_by_victim");
    assert!(declined.next_statuses.is_empty());
    let offered = scene.refer(&form, &kept("offered")).unwrap();
    assert_eq!(offered.status, "offered");
    let services = crate::services::of_victim(&scene.file, &scene.victim).unwrap();
    assert!(services.is_empty() && crate::disclosures::log(&scene.file).unwrap().is_empty());

    let refused = advance(&mut scene.file, &offered.id, "sent", &offered.seen);
    assert!(matches!(refused, Err(Error::ReleaseRequired)));
    let step = StepForm {
        status: "sent".to_owned(),
        release_id: Some(scene.release()),
        ..StepForm::default()
    };
    advance_in_detail(&mut scene.file, &offered.id, &step, &offered.seen).unwrap();
    let told = crate::disclosures::log(&scene.file).unwrap();
    assert_eq!((told.len(), &told[0].release_id), (1, &step.release_id));
}

#[test]
fn what_stands_in_the_way_elsewhere_takes_the_place_of_no_outcome() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "cold_info");
    let made = scene.refer(&form, &ReferralDetails::default()).unwrap();
    advance(&mut scene.file, &made.id, "sent", &made.seen).unwrap();
    scene
        .outcome(&made.id, ["partly", "victim", "cost"])
        .unwrap();
    let told = OutsideStatus {
        status: "Needs client action".to_owned(),
        reason: None,
    };
    let seen = scene.details(&made.id).seen;
    advance_as_told(&mut scene.file, &made.id, "findhelp", &told, &seen).unwrap();
    let shown = scene.details(&made.id);
    assert_eq!(shown.status, "in_progress");
    assert_eq!(
        [shown.outcome, shown.outcome_source, shown.barrier].map(Option::unwrap),
        ["partly", "victim", "cost"]
    );
}

#[test]
fn the_service_a_referral_counts_as_is_of_the_day_it_was_sent() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "cold_info");
    let made = scene.refer(&form, &ReferralDetails::default()).unwrap();
    let step = StepForm {
        status: "sent".to_owned(),
        on: Some("2026-02-27".to_owned()),
        ..StepForm::default()
    };
    advance_in_detail(&mut scene.file, &made.id, &step, &made.seen).unwrap();
    let services = crate::services::of_victim(&scene.file, &scene.victim).unwrap();
    let days: Vec<&str> = services.iter().map(|service| &*service.served_on).collect();
    assert_eq!(days, ["2026-02-27"]);
}

#[test]
fn a_referral_says_how_many_people_it_is_for_and_a_number_nobody_means_is_refused() {
    let mut scene = Scene::new();
    let form = scene.form(&scene.legal_aid.clone(), "cold_info");
    let people = |adults: Option<i32>, children: Option<i32>| ReferralDetails {
        adults,
        children,
        ..ReferralDetails::default()
    };
    for (adults, children, field) in [
        (Some(-1), None, "adults"),
        (Some(100), Some(1), "adults"),
        (None, Some(100), "children"),
        (Some(0), Some(0), "adults"),
    ] {
        let refused = scene.refer(&form, &people(adults, children)).unwrap_err();
        assert!(matches!(refused, Error::InvalidInput { field: found } if found == field));
    }
    for (adults, children) in [(Some(1), Some(2)), (None, Some(1)), (None, None)] {
        let made = scene.refer(&form, &people(adults, children)).unwrap();
        let shown = scene.details(&made.id);
        assert_eq!((shown.adults, shown.children), (adults, children));
    }
}

#[test]
fn a_referral_names_one_service_of_the_agency_and_none_of_another() {
    let mut scene = Scene::new();
    let (prosecutor, legal_aid) = (scene.prosecutor.clone(), scene.legal_aid.clone());
    let mut service = |partner: &str, name: &str| {
        let form = crate::testing::service(partner, name);
        directory::create_service(&mut scene.file, &form)
            .unwrap()
            .id
    };
    let orders = service(&legal_aid, "Protection orders");
    let evictions = service(&legal_aid, "Evictions");
    let elsewhere = service(&prosecutor, "Victim witness unit");
    let naming = |services: &[&String]| ReferralDetails {
        service_ids: services.iter().map(|id| (*id).clone()).collect(),
        ..ReferralDetails::default()
    };
    let form = scene.form(&legal_aid, "cold_info");
    let made = scene.refer(&form, &naming(&[&orders])).unwrap();
    assert_eq!(made.service_name, "Protection orders");
    let none = scene.refer(&form, &ReferralDetails::default()).unwrap();
    assert_eq!(none.service_name, "");
    for wrong in [vec![&elsewhere], vec![&orders, &evictions]] {
        let refused = scene.refer(&form, &naming(&wrong)).unwrap_err();
        assert!(matches!(refused, Error::InvalidInput { field: "service" }));
    }
    let both = ReferralForm {
        partner_ids: vec![legal_aid.clone(), prosecutor.clone()],
        ..form
    };
    let details = naming(&[&elsewhere, &orders]);
    let made = refer_in_detail(&mut scene.file, &both, &details).unwrap();
    let mut named: Vec<&str> = made.iter().map(|one| &*one.service_name).collect();
    named.sort_unstable();
    assert_eq!(named, ["Protection orders", "Victim witness unit"]);
}
