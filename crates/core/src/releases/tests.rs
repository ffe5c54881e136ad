use countyline_ledger::Value;

use super::*;
use crate::casefile::{Action, Seen};
use crate::referrals::{self, ReferralForm};
use crate::testing::{World, partner, victim};
use crate::{ids, partners, victims};

struct Office {
    world: World,
    file: CaseFile,
    victim: String,
    partner: String,
}

fn office() -> Office {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let victim = victims::create(&mut file, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let partner = partners::create(&mut file, &partner("Valley Legal Aid"))
        .unwrap()
        .id;
    Office {
        world,
        file,
        victim,
        partner,
    }
}

fn form(office: &Office) -> ReleaseForm {
    ReleaseForm {
        victim_id: office.victim.clone(),
        recipient_id: office.partner.clone(),
        items: vec!["name".to_owned(), "need".to_owned()],
        purpose: "legal help".to_owned(),
        expires_on: "2026-03-31".to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details: None,
    }
}

fn signed(office: &mut Office) -> String {
    let form = form(office);
    sign(&mut office.file, &form).unwrap().id
}

/// Whether a warm referral to an agency goes through on a release.
fn refer(office: &mut Office, release: &str, partner: &str) -> Result<()> {
    let form = ReferralForm {
        victim_id: office.victim.clone(),
        partner_ids: vec![partner.to_owned()],
        need: "legal".to_owned(),
        kind: "warm_phone".to_owned(),
        release_id: Some(release.to_owned()),
    };
    referrals::refer_victim(&mut office.file, &form).map(|_| ())
}

#[test]
fn a_release_in_force_lets_its_agency_be_told() {
    let mut office = office();
    let release = signed(&mut office);
    let partner = office.partner.clone();
    refer(&mut office, &release, &partner).unwrap();
}

#[test]
fn a_revoked_release_blocks_at_once() {
    let mut office = office();
    let release = signed(&mut office);
    let seen = victims::page(&office.file, &office.victim)
        .unwrap()
        .releases[0]
        .seen
        .clone();
    revoke(&mut office.file, &release, &seen).unwrap();
    let partner = office.partner.clone();
    let refused = refer(&mut office, &release, &partner);
    assert!(matches!(refused, Err(Error::ReleaseRevoked)));
    assert_eq!(
        victims::page(&office.file, &office.victim)
            .unwrap()
            .releases[0]
            .state,
        "revoked"
    );
}

#[test]
fn a_release_holds_through_its_last_day_and_no_longer() {
    let mut office = office();
    let release = signed(&mut office);
    let partner = office.partner.clone();
    office.world.clock.set("2026-03-31T23:00:00-06:00");
    refer(&mut office, &release, &partner).unwrap();
    office.world.clock.set("2026-04-01T00:30:00-06:00");
    let refused = refer(&mut office, &release, &partner);
    assert!(matches!(refused, Err(Error::ReleaseExpired { on }) if on == "2026-03-31"));
}

#[test]
fn a_release_lets_no_other_agency_and_no_other_victim_through() {
    let mut office = office();
    let release = signed(&mut office);
    let other = partners::create(&mut office.file, &partner("Oak Clinic"))
        .unwrap()
        .id;
    let refused = refer(&mut office, &release, &other);
    assert!(matches!(refused, Err(Error::ReleaseOtherRecipient)));
    office.victim = victims::create(&mut office.file, &victim("Ana", "Other"))
        .unwrap()
        .id;
    let partner = office.partner.clone();
    let refused = refer(&mut office, &release, &partner);
    assert!(matches!(refused, Err(Error::ReleaseOtherRecipient)));
}

#[test]
fn a_release_covers_only_what_it_lists() {
    let mut office = office();
    let mut narrow = form(&office);
    narrow.items = vec!["name".to_owned()];
    let release = sign(&mut office.file, &narrow).unwrap().id;
    let partner = office.partner.clone();
    let refused = refer(&mut office, &release, &partner);
    assert!(matches!(refused, Err(Error::ReleaseScope { item }) if item == "need"));
}

#[test]
fn a_warm_referral_needs_a_release_and_cold_information_none() {
    let mut office = office();
    let mut form = ReferralForm {
        victim_id: office.victim.clone(),
        partner_ids: vec![office.partner.clone()],
        need: "legal".to_owned(),
        kind: "letter".to_owned(),
        release_id: None,
    };
    let refused = referrals::refer_victim(&mut office.file, &form);
    assert!(matches!(refused, Err(Error::ReleaseRequired)));
    form.kind = "cold_info".to_owned();
    assert_eq!(
        referrals::refer_victim(&mut office.file, &form)
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_release_needs_a_signer_who_is_not_the_abuser_items_and_an_expiry_ahead() {
    let mut office = office();
    let mut unconfirmed = form(&office);
    unconfirmed.signer_is_not_the_abuser = false;
    let refused = sign(&mut office.file, &unconfirmed);
    assert!(matches!(refused, Err(Error::SignerNotConfirmed)));
    for expiry in ["", "2026-03-01", "soon"] {
        let mut form = form(&office);
        form.expires_on = expiry.to_owned();
        let refused = sign(&mut office.file, &form);
        assert!(matches!(refused, Err(Error::ExpiryRequired)), "{expiry}");
    }
    let mut nothing = form(&office);
    nothing.items.clear();
    let refused = sign(&mut office.file, &nothing);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "items" })
    ));
}

/// The figure is the policy's: `assets/policies/release.json`.
#[test]
fn a_release_that_would_hold_longer_than_the_policy_allows_is_refused() {
    let mut office = office();
    let mut long = form(&office);
    long.expires_on = "2026-08-30".to_owned();
    let refused = sign(&mut office.file, &long);
    assert!(
        matches!(refused, Err(Error::ReleaseTooLong { days: 180, until }) if until == "2026-08-29")
    );
    assert!(
        victims::page(&office.file, &office.victim)
            .unwrap()
            .releases
            .is_empty()
    );
    // The days are those from the one it begins on.
    long.details = Some(ReleaseDetails {
        effective_on: "2026-03-03".to_owned(),
        ..ReleaseDetails::default()
    });
    sign(&mut office.file, &long).unwrap();
    long.expires_on = "9999-12-31".to_owned();
    let refused = sign(&mut office.file, &long);
    assert!(matches!(refused, Err(Error::ReleaseTooLong { .. })));
}

/// What she said about how it is told, and what is not told, holds where something is told.
#[test]
fn a_release_is_told_only_in_its_ways_and_by_who_read_what_is_excluded() {
    let mut office = office();
    let mut limited = form(&office);
    limited.details = Some(ReleaseDetails {
        methods: vec!["phone".to_owned(), "fax".to_owned()],
        excluded_items: "Where I work.".to_owned(),
        ..ReleaseDetails::default()
    });
    let release = sign(&mut office.file, &limited).unwrap().id;
    let shown = victims::page(&office.file, &office.victim).unwrap();
    assert_eq!(shown.releases[0].methods, ["phone", "fax"]);
    assert_eq!(shown.releases[0].excluded_items, "Where I work.");
    let referral = |kind: &str| ReferralForm {
        victim_id: office.victim.clone(),
        partner_ids: vec![office.partner.clone()],
        need: "legal".to_owned(),
        kind: kind.to_owned(),
        release_id: Some(release.clone()),
    };
    let read = |sent_method: Option<&str>| referrals::ReferralDetails {
        sent_method: sent_method.map(str::to_owned),
        exclusions_read: true,
        ..referrals::ReferralDetails::default()
    };
    let file = &mut office.file;
    let refused = referrals::refer_in_detail(file, &referral("warm_phone"), &Default::default());
    assert!(matches!(refused, Err(Error::ExclusionsUnread)));
    for (kind, sent_method, wrong) in [
        ("warm_in_person", None, Some("in_person")),
        ("joint_visit", None, Some("in_person")),
        ("letter", None, Some("letter")),
        ("letter", Some("secure_email"), Some("secure_email")),
        ("warm_phone", Some("letter"), Some("letter")),
        ("letter", Some("fax"), None),
        ("warm_phone", None, None),
    ] {
        let made = referrals::refer_in_detail(file, &referral(kind), &read(sent_method));
        match wrong {
            Some(wrong) => assert!(
                matches!(made, Err(Error::ReleaseMethod { method }) if method == wrong),
                "{kind} {sent_method:?}"
            ),
            None => assert_eq!(made.unwrap().len(), 1, "{kind} {sent_method:?}"),
        }
    }
}

#[test]
fn of_two_expiries_the_earlier_holds() {
    let mut office = office();
    let release = signed(&mut office);
    let id = ids::parse(&RELEASE, &release).unwrap();
    let seen = Seen::of(
        &crate::casefile::tables::load(office.file.conn(), crate::casefile::key(&RELEASE, id))
            .unwrap()
            .unwrap(),
    );
    for day in ["2026-12-31", "2026-03-05"] {
        office
            .file
            .change(Action::SignRelease, |change| {
                change.edit(&RELEASE, id, &seen, [("expires_on", Value::text(day))])
            })
            .unwrap();
    }
    let shown = victims::page(&office.file, &office.victim)
        .unwrap()
        .releases
        .remove(0);
    assert_eq!(shown.expires_on, "2026-03-05");
    assert!(shown.in_conflict);
}
