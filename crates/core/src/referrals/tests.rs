use super::*;
use crate::testing::{World, partner, victim};
use crate::{partners, victims};

fn referral(world: &World) -> (CaseFile, String) {
    let mut file = world.county("Rivertown");
    let victim = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let partner = partners::create(&mut file, &partner("Valley Legal Aid"))
        .unwrap()
        .id;
    let form = ReferralForm {
        victim_id: victim.clone(),
        partner_ids: vec![partner],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    refer_victim(&mut file, &form).unwrap();
    (file, victim)
}

fn shown(file: &CaseFile, victim: &str) -> ReferralView {
    victims::page(file, victim).unwrap().referrals.remove(0)
}

fn step(file: &mut CaseFile, victim: &str, status: &str) -> Result<Saved> {
    let referral = shown(file, victim);
    advance(file, &referral.id, status, &referral.seen)
}

#[test]
fn a_status_moves_only_to_the_next_step() {
    let world = World::new();
    let (mut file, victim) = referral(&world);
    for too_far in ["completed", "accepted", "draft"] {
        let refused = step(&mut file, &victim, too_far);
        assert!(
            matches!(refused, Err(Error::StatusNotAllowed { .. })),
            "{too_far}"
        );
    }
    for status in ["sent", "acknowledged", "accepted", "completed"] {
        assert!(
            shown(&file, &victim)
                .next_statuses
                .contains(&status.to_owned())
        );
        step(&mut file, &victim, status).unwrap();
        assert_eq!(shown(&file, &victim).status, status);
    }
    let back = step(&mut file, &victim, "sent");
    assert!(matches!(back, Err(Error::StatusNotAllowed { .. })));
}

#[test]
fn an_end_that_a_partner_keeps_confidential_is_an_end() {
    let world = World::new();
    let (mut file, victim) = referral(&world);
    step(&mut file, &victim, "sent").unwrap();
    step(&mut file, &victim, "unknown_partner_confidential").unwrap();
    assert!(shown(&file, &victim).next_statuses.is_empty());
}

#[test]
fn a_referral_names_at_least_one_agency() {
    let world = World::new();
    let (mut file, victim) = referral(&world);
    let form = ReferralForm {
        victim_id: victim,
        partner_ids: Vec::new(),
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    let refused = refer_victim(&mut file, &form);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "partner" })
    ));
}
