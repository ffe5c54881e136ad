use super::*;
use crate::referrals::{self, ReferralForm};
use crate::releases::{self, ReleaseForm};
use crate::testing::{World, partner, victim};
use crate::{partners, victims};

struct Office {
    _world: World,
    file: CaseFile,
    ana: String,
    legal_aid: String,
}

fn office() -> Office {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let ana = victims::create(&mut file, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let legal_aid = partners::create(&mut file, &partner("Valley Legal Aid"))
        .unwrap()
        .id;
    Office {
        _world: world,
        file,
        ana,
        legal_aid,
    }
}

fn refer(office: &mut Office, kind: &str, release: Option<String>) {
    let form = ReferralForm {
        victim_id: office.ana.clone(),
        partner_ids: vec![office.legal_aid.clone()],
        need: "legal".to_owned(),
        kind: kind.to_owned(),
        release_id: release,
    };
    referrals::refer_victim(&mut office.file, &form).unwrap();
}

#[test]
fn telling_an_agency_and_the_account_of_it_are_one_change() {
    let mut office = office();
    let form = ReleaseForm {
        victim_id: office.ana.clone(),
        recipient_id: office.legal_aid.clone(),
        items: vec!["name".to_owned(), "need".to_owned()],
        purpose: String::new(),
        expires_on: "2026-03-31".to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details: None,
    };
    let release = releases::sign(&mut office.file, &form).unwrap().id;
    let commits = office.file.verify().unwrap().commits;
    refer(&mut office, "warm_phone", Some(release.clone()));
    assert_eq!(office.file.verify().unwrap().commits, commits + 1);
    let told = log(&office.file).unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].recipient, "Valley Legal Aid");
    assert_eq!(told[0].items, ["name", "need"]);
    assert_eq!(
        (&*told[0].basis, &*told[0].form),
        ("victim_release", "verbal")
    );
    assert_eq!(told[0].release_id, Some(release));
    assert_eq!(
        victims::record(&office.file, &office.ana)
            .unwrap()
            .disclosures,
        told
    );
}

#[test]
fn information_for_herself_is_no_disclosure() {
    let mut office = office();
    refer(&mut office, "cold_info", None);
    assert!(log(&office.file).unwrap().is_empty());
}

#[test]
fn pr_11_nothing_is_told_under_an_order_before_she_was_to_be_notified() {
    let mut office = office();
    let form = UnderOrderForm {
        recipient_id: office.legal_aid.clone(),
        items: vec!["documents".to_owned()],
        order: "Subpoena 26-114, District Court".to_owned(),
    };
    let (ana, file) = (office.ana.clone(), &mut office.file);
    let refused = tell_under_order(file, &ana, &form);
    assert!(matches!(refused, Err(Error::NotifyFirst)));
    let unnamed = announce_order(file, &ana, " ");
    assert!(matches!(
        unnamed,
        Err(Error::ReasonRequired { field: "order" })
    ));
    announce_order(file, &ana, &form.order).unwrap();
    let task = &victims::page(file, &ana).unwrap().follow_ups[0];
    assert_eq!(
        (&*task.reason, &*task.due_on, &task.about),
        ("notify_of_order", "2026-03-02", &form.order)
    );
    tell_under_order(file, &ana, &form).unwrap();
    let told = log(file).unwrap();
    assert_eq!(
        (&*told[0].basis, &told[0].release_id, &told[0].order),
        ("court_or_statute", &None, &form.order)
    );
    for (order, code) in [("Subpoena 26-115", "notify-first"), ("", "reason-required")] {
        let another = UnderOrderForm {
            order: order.to_owned(),
            ..form.clone()
        };
        let refused = tell_under_order(file, &ana, &another).unwrap_err();
        assert_eq!(refused.failure().code, code, "{order}");
    }
    assert_eq!(log(file).unwrap().len(), 1);
    let nothing = UnderOrderForm {
        items: Vec::new(),
        ..form
    };
    let refused = tell_under_order(file, &ana, &nothing);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "items" })
    ));
}
