//! A partner agency learns nothing without a release in force that names it and covers what is told.

use countyline_core::casefile::CaseFile;
use countyline_core::referrals::{self, ReferralForm};
use countyline_core::releases::{self, ReleaseForm};
use countyline_core::testing::{World, partner, victim};
use countyline_core::{partners, victims};

use crate::offices::{everything, merged, sent};

/// Rivertown, a victim, and two agencies.
struct Scene {
    world: World,
    county: CaseFile,
    ana: String,
    legal_aid: String,
    clinic: String,
}

impl Scene {
    fn new() -> Scene {
        let world = World::new();
        let mut county = world.county("Rivertown");
        let ana = victims::create(&mut county, &victim("Ana", "Example"))
            .unwrap()
            .id;
        let legal_aid = partners::create(&mut county, &partner("Oak Flat Legal Aid"))
            .unwrap()
            .id;
        let clinic = partners::create(&mut county, &partner("Ash Bend Clinic"))
            .unwrap()
            .id;
        Scene {
            world,
            county,
            ana,
            legal_aid,
            clinic,
        }
    }

    fn release(&self) -> ReleaseForm {
        ReleaseForm {
            victim_id: self.ana.clone(),
            recipient_id: self.legal_aid.clone(),
            items: vec!["name".to_owned(), "need".to_owned()],
            purpose: "Help with papers".to_owned(),
            expires_on: "2026-03-20".to_owned(),
            signature: "paper_on_file".to_owned(),
            signer_is_not_the_abuser: true,
            details: None,
        }
    }

    fn sign(&mut self) -> String {
        let form = self.release();
        releases::sign(&mut self.county, &form).unwrap().id
    }

    fn warm(&self, partner: &str, release: Option<&str>) -> ReferralForm {
        ReferralForm {
            victim_id: self.ana.clone(),
            partner_ids: vec![partner.to_owned()],
            need: "legal".to_owned(),
            kind: "warm_phone".to_owned(),
            release_id: release.map(str::to_owned),
        }
    }

    /// The code a referral is refused with; nothing may be changed by it.
    fn refused(&mut self, form: &ReferralForm) -> String {
        let before = everything(&self.county);
        let refused = referrals::refer_victim(&mut self.county, form).unwrap_err();
        assert_eq!(everything(&self.county), before);
        refused.failure().code
    }
}

#[test]
fn a_release_in_force_lets_its_one_agency_be_told() {
    let mut scene = Scene::new();
    let release = scene.sign();
    let form = scene.warm(&scene.legal_aid, Some(&release));
    let made = referrals::refer_victim(&mut scene.county, &form).unwrap();
    assert_eq!(made[0].status, "sent");
}

#[test]
fn telling_an_agency_without_a_release_is_refused() {
    let mut scene = Scene::new();
    let form = scene.warm(&scene.legal_aid, None);
    assert_eq!(scene.refused(&form), "release-required");
}

#[test]
fn information_for_herself_needs_no_release() {
    let mut scene = Scene::new();
    let mut form = scene.warm(&scene.legal_aid, None);
    form.kind = "cold_info".to_owned();
    assert_eq!(
        referrals::refer_victim(&mut scene.county, &form).unwrap()[0].status,
        "offered"
    );
}

#[test]
fn a_release_names_one_agency_only() {
    let mut scene = Scene::new();
    let release = scene.sign();
    let form = scene.warm(&scene.clinic, Some(&release));
    assert_eq!(scene.refused(&form), "release-other-recipient");
}

#[test]
fn a_release_of_another_victim_is_refused() {
    let mut scene = Scene::new();
    let release = scene.sign();
    let jo = victims::create(&mut scene.county, &victim("Jo", "Example"))
        .unwrap()
        .id;
    let mut form = scene.warm(&scene.legal_aid, Some(&release));
    form.victim_id = jo;
    assert_eq!(scene.refused(&form), "release-other-recipient");
}

#[test]
fn a_release_that_ran_out_is_refused_and_its_last_day_still_counts() {
    let mut scene = Scene::new();
    let release = scene.sign();
    let form = scene.warm(&scene.legal_aid, Some(&release));
    scene.world.clock.set("2026-03-21T00:05:00-05:00");
    assert_eq!(scene.refused(&form), "release-expired");
    scene.world.clock.set("2026-03-20T23:55:00-05:00");
    assert!(referrals::refer_victim(&mut scene.county, &form).is_ok());
}

#[test]
fn a_release_covers_what_it_lists_and_no_more() {
    let mut scene = Scene::new();
    let mut narrow = scene.release();
    narrow.items = vec!["need".to_owned()];
    let release = releases::sign(&mut scene.county, &narrow).unwrap().id;
    let form = scene.warm(&scene.legal_aid, Some(&release));
    assert_eq!(scene.refused(&form), "release-scope");
}

#[test]
fn a_release_revoked_on_a_laptop_is_refused_at_the_county() {
    let mut scene = Scene::new();
    let release = scene.sign();
    let mut laptop = scene
        .world
        .joined_laptop(&mut scene.county, "Elm Creek", "Alex Sample");
    let page = victims::page(&laptop, &scene.ana).unwrap();
    releases::revoke(&mut laptop, &release, &page.releases[0].seen).unwrap();
    let week = sent(&scene.world, &mut laptop, "stick");
    merged(&mut scene.county, &[&week]);
    let form = scene.warm(&scene.legal_aid, Some(&release));
    assert_eq!(scene.refused(&form), "release-revoked");
}

#[test]
fn a_release_without_its_questions_answered_is_not_kept() {
    let mut scene = Scene::new();
    let whole = scene.release();
    let mut refuse = |change: fn(&mut ReleaseForm)| {
        let mut form = whole.clone();
        change(&mut form);
        releases::sign(&mut scene.county, &form)
            .unwrap_err()
            .failure()
            .code
    };
    assert_eq!(
        refuse(|form| form.signer_is_not_the_abuser = false),
        "signer-not-confirmed"
    );
    assert_eq!(refuse(|form| form.expires_on.clear()), "expiry-required");
    assert_eq!(
        refuse(|form| form.expires_on = "2026-03-01".to_owned()),
        "expiry-required"
    );
    assert_eq!(refuse(|form| form.items.clear()), "invalid-input");
    assert!(
        victims::page(&scene.county, &scene.ana)
            .unwrap()
            .releases
            .is_empty()
    );
}
