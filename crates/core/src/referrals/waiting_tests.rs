//! Which referrals wait for an answer, and from which day.

use super::*;
use crate::releases::ReleaseForm;
use crate::testing::{World, partner, victim};
use crate::{partners, victims};

struct Scene {
    world: World,
    file: CaseFile,
    victim: String,
    partner: String,
    release: String,
}

/// On 2 March, with a release until the end of May.
fn scene() -> Scene {
    let world = World::new();
    world.clock.set("2026-03-02T08:00:00-07:00");
    let mut file = world.county("Rivertown");
    let victim = victims::create(&mut file, &victim("Maria", "Marker"));
    let victim = victim.unwrap().id;
    let partner = partners::create(&mut file, &partner("Valley Legal Aid"));
    let partner = partner.unwrap().id;
    let form = ReleaseForm {
        victim_id: victim.clone(),
        recipient_id: partner.clone(),
        items: vec!["name".to_owned(), "need".to_owned()],
        purpose: String::new(),
        expires_on: "2026-05-30".to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details: None,
    };
    let release = releases::sign(&mut file, &form).unwrap().id;
    Scene {
        world,
        file,
        victim,
        partner,
        release,
    }
}

impl Scene {
    fn refer(&mut self, kind: &str) -> ReferralView {
        let form = ReferralForm {
            victim_id: self.victim.clone(),
            partner_ids: vec![self.partner.clone()],
            need: "legal".to_owned(),
            kind: kind.to_owned(),
            release_id: Some(self.release.clone()),
        };
        refer_victim(&mut self.file, &form).unwrap().remove(0)
    }

    fn step(&mut self, referral: &str, status: &str) {
        let mut shown = of_victim(&self.file, ids::parse(&VICTIM, &self.victim).unwrap())
            .unwrap()
            .into_iter();
        let shown = shown.find(|one| one.id == referral).unwrap();
        advance(&mut self.file, referral, status, &shown.seen).unwrap();
    }

    fn on(&self, day: &str) -> &Scene {
        self.world.clock.set(&format!("{day}T08:00:00-07:00"));
        self
    }

    fn waiting(&self) -> WaitingReferrals {
        waiting(&self.file, 0).unwrap()
    }
}

#[test]
fn a_referral_that_nobody_answered_for_more_than_a_week_waits_until_somebody_says_what_came_of_it()
{
    let mut scene = scene();
    let referral = scene.refer("warm_phone");
    assert_eq!(scene.on("2026-03-09").waiting().all, 0);
    let waiting = scene.on("2026-03-10").waiting();
    assert_eq!(waiting.all, 1);
    let row = &waiting.rows[0];
    assert_eq!(row.referral_id, referral.id);
    assert_eq!(row.victim_id, scene.victim);
    assert_eq!(row.initials, "M.M.");
    assert_eq!(row.partner_name, "Valley Legal Aid");
    assert_eq!((row.sent_on.as_str(), row.days), ("2026-03-02", 8));

    let form = OutcomeForm {
        outcome: "got_help".to_owned(),
        source: "victim".to_owned(),
        barrier: None,
    };
    let seen = details(&scene.file, &referral.id).unwrap().seen;
    record_outcome(&mut scene.file, &referral.id, &form, &seen).unwrap();
    assert_eq!(scene.waiting().all, 0);
}

#[test]
fn every_answer_ends_the_waiting_also_that_the_agency_keeps_it_to_itself() {
    for answer in [
        "acknowledged",
        "no_capacity",
        "unknown_partner_confidential",
    ] {
        let mut scene = scene();
        let referral = scene.refer("warm_in_person");
        scene.on("2026-03-20");
        assert_eq!(scene.waiting().all, 1, "{answer}");
        scene.step(&referral.id, answer);
        let waiting = scene.waiting();
        assert_eq!((waiting.all, waiting.rows.len()), (0, 0), "{answer}");
    }
}

#[test]
fn nobody_waits_for_an_answer_to_cold_information() {
    let mut scene = scene();
    let referral = scene.refer("cold_info");
    scene.step(&referral.id, "sent");
    assert_eq!(scene.on("2026-04-20").waiting().all, 0);
}

#[test]
fn a_letter_waits_from_the_day_it_was_sent_and_not_from_the_day_it_was_drafted() {
    let mut scene = scene();
    let referral = scene.refer("letter");
    assert_eq!(scene.on("2026-04-01").waiting().all, 0, "it is a draft");
    scene.step(&referral.id, "sent");
    assert_eq!(scene.on("2026-04-08").waiting().all, 0);
    let waiting = scene.on("2026-04-09").waiting();
    assert_eq!(waiting.all, 1);
    assert_eq!(waiting.rows[0].sent_on, "2026-04-01");
    assert_eq!(waiting.rows[0].days, 8);
}

#[test]
fn the_oldest_wait_first_and_fifteen_are_shown_at_a_time() {
    let mut scene = scene();
    let first = scene.refer("warm_phone").id;
    scene.on("2026-03-03");
    for _ in 0..16 {
        scene.refer("warm_phone");
    }
    let waiting = scene.on("2026-03-30").waiting();
    assert_eq!((waiting.all, waiting.rows.len()), (17, 15));
    assert_eq!(waiting.rows[0].referral_id, first);
    let more = super::waiting(&scene.file, 15).unwrap();
    assert_eq!((more.all, more.rows.len()), (17, 2));
}
