//! Whatever is saved and taken back, every page is as it was, and the history holds all of it.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::outreach::ContactForm;
use crate::services::ServiceForm;
use crate::testing::travel::ensure_sound;
use crate::testing::{World, inside, partner, phone, victim, ways};
use crate::{contacts, hiding, outreach, partners, referrals, services, victims};

/// What somebody does next, in an office of two victims and two agencies.
#[derive(Debug, Clone, Copy)]
enum Act {
    CreateVictim,
    CreatePartner,
    AddWay(u8),
    EditWay(u8, u8),
    HideWay(u8),
    Contact(u8, bool),
    Service(u8),
    Refer(u8, u8),
    Advance(u8),
    Complete(u8),
    Correct(u8, u8),
    EditPartner(u8, u8),
    Forbid(u8),
    Allow(u8),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        Just(Act::CreateVictim),
        Just(Act::CreatePartner),
        any::<u8>().prop_map(Act::AddWay),
        any::<(u8, u8)>().prop_map(|(of, number)| Act::EditWay(of, number)),
        any::<u8>().prop_map(Act::HideWay),
        any::<(u8, bool)>().prop_map(|(of, next)| Act::Contact(of, next)),
        any::<u8>().prop_map(Act::Service),
        any::<(u8, u8)>().prop_map(|(of, to)| Act::Refer(of, to)),
        any::<u8>().prop_map(Act::Advance),
        any::<u8>().prop_map(Act::Complete),
        any::<(u8, u8)>().prop_map(|(of, zone)| Act::Correct(of, zone)),
        any::<(u8, u8)>().prop_map(|(of, hours)| Act::EditPartner(of, hours)),
        any::<u8>().prop_map(Act::Forbid),
        any::<u8>().prop_map(Act::Allow),
    ]
}

fn of<T: Clone>(all: &[T], which: u8) -> Option<T> {
    let place = usize::from(which).checked_rem(all.len())?;
    Some(all[place].clone())
}

fn victims_of(file: &CaseFile) -> Vec<String> {
    let found = victims::find(file, "").unwrap().into_iter();
    found.map(|one| one.id).collect()
}

/// Does it, if there is something to do it with. What a form refuses is nothing that was saved.
fn perform(file: &mut CaseFile, act: Act) -> Option<()> {
    let ids = victims_of(file);
    let agencies = partners::list(file, "").unwrap();
    match act {
        Act::CreateVictim => victims::create(file, &victim("Ana", "Example")).map(drop),
        Act::CreatePartner => partners::create(file, &partner("Food Bank")).map(drop),
        Act::AddWay(which) => {
            contacts::add(file, &of(&ids, which)?, &phone("555-0177", "yes")).map(drop)
        }
        Act::EditWay(which, number) => {
            let way = ways(file, &of(&ids, which)?).into_iter().next()?;
            let number = format!("555-01{:02}", number % 100);
            contacts::edit(file, &way.id, &phone(&number, "yes"), &way.seen).map(drop)
        }
        Act::HideWay(which) => {
            let way = ways(file, &of(&ids, which)?).into_iter().next()?;
            hiding::hide(file, "contact_method", &way.id, &way.seen).map(drop)
        }
        Act::Contact(which, next) => {
            let victim_id = of(&ids, which)?;
            let due = victims::page(file, &victim_id).unwrap().follow_ups;
            let form = ContactForm {
                victim_id,
                channel: "phone".to_owned(),
                outcome: "reached_talked".to_owned(),
                at: None,
                minutes: Some(5),
                note: String::new(),
                follow_up_id: due.first().map(|due| due.id.clone()),
                next_follow_up_on: next.then(|| "2026-03-09".to_owned()),
            };
            outreach::record_contact(file, &form).map(drop)
        }
        Act::Service(which) => {
            let form: ServiceForm = serde_json::from_value(json!({
                "victimId": of(&ids, which)?, "item": "A1", "mode": "phone", "outcome": "accepted",
                "fundingSource": null, "reason": null,
            }))
            .unwrap();
            services::record(file, &form).map(drop)
        }
        Act::Refer(which, to) => {
            let form = referrals::ReferralForm {
                victim_id: of(&ids, which)?,
                partner_ids: vec![of(&agencies, to)?.id],
                need: "legal".to_owned(),
                kind: "cold_info".to_owned(),
                release_id: None,
            };
            referrals::refer_victim(file, &form).map(drop)
        }
        Act::Advance(which) => {
            let made = victims::page(file, &of(&ids, which)?).unwrap().referrals;
            let open = made.into_iter().find(|one| !one.next_statuses.is_empty())?;
            let status = open.next_statuses[0].clone();
            referrals::advance(file, &open.id, &status, &open.seen).map(drop)
        }
        Act::Complete(which) => {
            let due = victims::page(file, &of(&ids, which)?).unwrap().follow_ups;
            let open = due.into_iter().find(|one| one.state == "open")?;
            crate::followups::complete(file, &open.id, "done", &open.seen).map(drop)
        }
        Act::Correct(which, zone) => {
            let id = of(&ids, which)?;
            let page = victims::page(file, &id).unwrap();
            let mut about = page.about;
            about.zone = format!("Zone {zone}");
            about.needs = vec!["food".to_owned(), "legal".to_owned()];
            about.needs.truncate(1 + usize::from(zone % 2));
            victims::correct(file, &id, &about, &page.seen).map(drop)
        }
        Act::EditPartner(which, hours) => {
            let entry = partners::directory::entry(file, &of(&agencies, which)?.id).unwrap();
            let mut form = entry.partner.form;
            form.hours = format!("{hours} to 5");
            partners::edit(file, &entry.partner.id, &form, &entry.seen).map(drop)
        }
        Act::Forbid(which) => {
            let id = of(&ids, which)?;
            let seen = victims::page(file, &id).unwrap().seen;
            victims::forbid_contact(file, &id, "She asked us", &seen).map(drop)
        }
        Act::Allow(which) => {
            let id = of(&ids, which)?;
            let seen = victims::page(file, &id).unwrap().seen;
            victims::allow_contact(file, &id, &seen).map(drop)
        }
    }
    .ok()
}

/// Everything screens show, but what says which commits stand there, what is hidden, and how much waits to be sent.
fn pages(file: &CaseFile) -> Json {
    let ids = victims_of(file);
    let victims: Vec<Json> = ids
        .iter()
        .map(|id| {
            json!([
                victims::page(file, id).unwrap(),
                victims::record(file, id).unwrap(),
                services::of_victim(file, id).unwrap(),
                crate::followups::next_steps(file, id).unwrap(),
            ])
        })
        .collect();
    let agencies: Vec<Json> = partners::list(file, "")
        .unwrap()
        .iter()
        .map(|one| json!([one, partners::page(file, &one.id).unwrap()]))
        .collect();
    let mut all = json!({
        "found": victims::find(file, "").unwrap(),
        "victims": victims,
        "agencies": agencies,
        "today": outreach::today(file).unwrap(),
        "waiting": crate::inbox::items(file).unwrap(),
    });
    strip(&mut all);
    all
}

/// The first place in which two values differ.
fn difference(one: &Json, other: &Json) -> Option<String> {
    match (one, other) {
        _ if one == other => None,
        (Json::Object(of_one), Json::Object(of_other)) => {
            let differs = |name: &String| {
                let inner = difference(of_one.get(name)?, of_other.get(name)?)?;
                Some(format!("{name}/{inner}"))
            };
            Some(
                of_one
                    .keys()
                    .find_map(differs)
                    .unwrap_or_else(|| format!("{one} and {other}")),
            )
        }
        (Json::Array(of_one), Json::Array(of_other)) if of_one.len() == of_other.len() => {
            let mut pairs = of_one.iter().zip(of_other).enumerate();
            pairs.find_map(|(at, (one, other))| Some(format!("{at}/{}", difference(one, other)?)))
        }
        _ => Some(format!("{one} and {other}")),
    }
}

fn strip(json: &mut Json) {
    match json {
        Json::Object(members) => {
            for name in ["seen", "hidden", "notSent", "changesWaiting"] {
                members.remove(name);
            }
            members.values_mut().for_each(strip);
        }
        Json::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_saved_and_taken_back_every_page_is_as_it_was_and_the_history_holds_it_all(
        acts in prop::collection::vec((act(), 0_u8..4), 1..24),
    ) {
        let world = World::new();
        let mut file = world.county("Rivertown");
        for name in ["Maria", "Bea"] {
            victims::create(&mut file, &victim(name, "Marker")).unwrap();
        }
        partners::create(&mut file, &partner("Legal Aid")).unwrap();
        for (act, times) in acts {
            let before = pages(&file);
            let held = inside::held(&file).unwrap();
            if perform(&mut file, act).is_none() || inside::held(&file).unwrap().len() == held.len() {
                continue;
            }
            let after = pages(&file);
            for time in 0..times {
                let view = offered(&file).unwrap().unwrap();
                if view.refusal.is_some() {
                    prop_assert!(take_back(&mut file, &view.commit).is_err());
                    break;
                }
                prop_assert_eq!(view.takes_back, time % 2 == 0);
                let kept = inside::held(&file).unwrap();
                take_back(&mut file, &view.commit).unwrap();
                let now = inside::held(&file).unwrap();
                prop_assert_eq!(now.len(), kept.len() + 1, "one commit, and none is gone");
                prop_assert!(kept.iter().zip(&now).all(|(one, other)| one.hash == other.hash && one.bytes == other.bytes));
                let wanted = if time % 2 == 0 { &before } else { &after };
                let differs = difference(&pages(&file), wanted);
                prop_assert!(differs.is_none(), "{:?}: {}", act, differs.unwrap_or_default());
            }
        }
        ensure_sound(&file);
    }
}
