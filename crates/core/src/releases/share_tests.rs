use super::*;
use crate::referrals::{self, ReferralForm};
use crate::testing::{World, partner, victim};
use crate::victims::{self, VictimFacts};
use crate::{partners, registry::VICTIM};

struct Office {
    world: World,
    file: CaseFile,
    legal_aid: String,
}

fn office() -> Office {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let legal_aid = partners::create(&mut file, &partner("Valley Legal Aid"))
        .unwrap()
        .id;
    Office {
        world,
        file,
        legal_aid,
    }
}

fn form(office: &Office, victim_id: &str) -> ReleaseForm {
    ReleaseForm {
        victim_id: victim_id.to_owned(),
        recipient_id: office.legal_aid.clone(),
        items: vec!["name".to_owned(), "need".to_owned()],
        purpose: String::new(),
        expires_on: "2026-03-31".to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details: None,
    }
}

fn new_victim(office: &mut Office, facts: Option<VictimFacts>) -> String {
    let mut form = victim("Ana", "Example");
    form.facts = facts;
    victims::create(&mut office.file, &form).unwrap().id
}

fn from_day(day: &str) -> Option<ReleaseDetails> {
    Some(ReleaseDetails {
        effective_on: day.to_owned(),
        ..ReleaseDetails::default()
    })
}

fn listed(office: &Office) -> ShareList {
    let items = ["name".to_owned(), "need".to_owned()];
    share_list(&office.file, &office.legal_aid, &items, None).unwrap()
}

fn signed_by(capacity: &str, signer: &str) -> Option<ReleaseDetails> {
    Some(ReleaseDetails {
        signer: signer.to_owned(),
        signer_capacity: capacity.to_owned(),
        ..ReleaseDetails::default()
    })
}

#[test]
fn pr_06_pr_07_what_no_release_covers_is_listed_by_a_bare_id_and_a_reason() {
    let mut office = office();
    let ids: Vec<String> = (0..6).map(|_| new_victim(&mut office, None)).collect();
    for id in &ids[1..] {
        let mut form = form(&office, id);
        match ids.iter().position(|known| known == id) {
            Some(2) => form.items = vec!["name".to_owned()],
            Some(3) => form.details = from_day("2026-03-10"),
            Some(4) => form.expires_on = "2026-03-03".to_owned(),
            _ => {}
        }
        let release = sign(&mut office.file, &form).unwrap().id;
        if *id == ids[5] {
            let seen = victims::page(&office.file, id).unwrap().releases[0]
                .seen
                .clone();
            let by_word = Revocation {
                how: "oral".to_owned(),
                by: "herself".to_owned(),
            };
            take_back(&mut office.file, &release, &by_word, &seen).unwrap();
        }
    }
    let cold = ReferralForm {
        victim_id: ids[0].clone(),
        partner_ids: vec![office.legal_aid.clone()],
        need: "legal".to_owned(),
        kind: "cold_info".to_owned(),
        release_id: None,
    };
    referrals::refer_victim(&mut office.file, &cold).unwrap();
    office.world.clock.set("2026-03-04T08:00:00-06:00");
    let list = listed(&office);
    let shared: Vec<&str> = list.shared.iter().map(|row| &*row.victim_id).collect();
    assert_eq!(shared, [&*ids[1]]);
    let reason = |id: &String| {
        let mut rows = list.withheld.iter();
        rows.find(|row| row.victim_id == *id)
            .map(|row| &*row.reason)
    };
    let reasons: Vec<Option<&str>> = ids.iter().map(reason).collect();
    let expected = [
        Some("absent"),
        None,
        Some("out_of_scope"),
        Some("future_dated"),
        Some("expired"),
        Some("revoked"),
    ];
    assert_eq!(reasons, expected);
    assert!(!serde_json::to_string(&list).unwrap().contains("Ana"));
    let after = &victims::page(&office.file, &ids[5]).unwrap().releases[0];
    assert_eq!(
        (&*after.revoked_how, after.revoked_on.as_deref()),
        ("oral", Some("2026-03-02"))
    );
}

#[test]
fn a_release_that_begins_later_lets_nothing_through_before() {
    let mut office = office();
    let ana = new_victim(&mut office, None);
    let mut later = form(&office, &ana);
    later.details = from_day("2026-03-10");
    sign(&mut office.file, &later).unwrap();
    assert_eq!(listed(&office).withheld[0].reason, "future_dated");
    office.world.clock.set("2026-03-10T00:10:00-06:00");
    assert_eq!(listed(&office).shared.len(), 1);
    later.details = from_day("2026-04-01");
    let refused = sign(&mut office.file, &later);
    assert!(matches!(
        refused,
        Err(Error::AnswersExclude {
            field: "effective_on",
            ..
        })
    ));
}

#[test]
fn pr_14_a_guardian_who_is_the_alleged_abuser_signs_nothing() {
    let mut office = office();
    let hurt = VictimFacts {
        minor: "yes".to_owned(),
        guardian: "Pat Example".to_owned(),
        guardian_is_alleged_abuser: "yes".to_owned(),
        ..VictimFacts::default()
    };
    let leo = {
        let mut form = victim("Leo", "Example");
        form.birth_year = None;
        form.facts = Some(hurt);
        victims::create(&mut office.file, &form).unwrap().id
    };
    for capacity in ["parent", "guardian"] {
        let mut form = form(&office, &leo);
        form.details = signed_by(capacity, "Pat Example");
        let refused = sign(&mut office.file, &form);
        assert!(matches!(refused, Err(Error::SignerIsAbuser)), "{capacity}");
    }
    let mut by_minor = form(&office, &leo);
    by_minor.details = signed_by("minor", "");
    sign(&mut office.file, &by_minor).unwrap();
    assert_eq!(listed(&office).shared.len(), 1);
}

#[test]
fn pr_14_what_is_learned_of_the_guardian_later_stops_what_was_signed_before() {
    let mut office = office();
    let leo = new_victim(&mut office, None);
    let mut signed = form(&office, &leo);
    signed.details = signed_by("guardian", "");
    let refused = sign(&mut office.file, &signed);
    assert!(matches!(
        refused,
        Err(Error::ReasonRequired { field: "signer" })
    ));
    signed.details = signed_by("guardian", "Pat Example");
    sign(&mut office.file, &signed).unwrap();
    assert_eq!(listed(&office).shared.len(), 1);
    let shown = victims::record(&office.file, &leo).unwrap();
    let mut facts = shown.facts;
    facts.guardian_is_alleged_abuser = "yes".to_owned();
    victims::set_facts(&mut office.file, &leo, &facts, &shown.seen).unwrap();
    let list = listed(&office);
    assert!(list.shared.is_empty());
    assert_eq!(list.withheld[0].reason, "revoked");
    let id = crate::ids::parse(&VICTIM, &leo).unwrap();
    assert!(victims::guardian_is_alleged_abuser(&office.file, id).unwrap());
}

#[test]
fn the_list_says_how_it_may_be_told_and_what_is_not_and_keeps_to_a_way() {
    let mut office = office();
    let id = new_victim(&mut office, None);
    let mut limited = form(&office, &id);
    limited.details = Some(ReleaseDetails {
        methods: vec!["phone".to_owned()],
        excluded_items: "Where I work.".to_owned(),
        ..ReleaseDetails::default()
    });
    sign(&mut office.file, &limited).unwrap();
    let items = ["name".to_owned()];
    let list = |way| share_list(&office.file, &office.legal_aid, &items, way).unwrap();
    for way in [None, Some("phone")] {
        let shared = list(way).shared.remove(0);
        assert_eq!(shared.methods, ["phone"]);
        assert_eq!(shared.excluded_items, "Where I work.");
    }
    let by_fax = list(Some("fax"));
    assert!(by_fax.shared.is_empty());
    assert_eq!(by_fax.withheld[0].reason, "out_of_scope");
}
