use std::collections::BTreeSet;

use countyline_ledger::{Dot, EntityKey, EntityState, Kind, Order, Value};

use super::rules::{OfRecord, of_record};
use super::*;
use crate::casefile::{Change, key, tables};
use crate::outreach::ContactForm;
use crate::registry::{Column, Field, RECORDS, Record, VICTIM};
use crate::testing::travel::ensure_sound;
use crate::testing::{World, inside, partner, phone, victim, ways};
use crate::{contacts, exchange, hiding, ids, outreach, partners, victims};

fn undo(file: &mut CaseFile) -> Result<Saved> {
    let view = offered(file).unwrap().expect("something was saved");
    if let Some(refusal) = &view.refusal {
        let refused = take_back(file, &view.commit).unwrap_err();
        assert_eq!(refused.failure(), *refusal, "both say the same");
        return Err(refused);
    }
    take_back(file, &view.commit)
}

/// Why the last commit is not taken back.
fn why(file: &mut CaseFile) -> String {
    let refused = undo(file).unwrap_err().failure();
    refused.values.get("why").cloned().unwrap_or(refused.code)
}

fn contact(victim: &str) -> ContactForm {
    ContactForm {
        victim_id: victim.to_owned(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: None,
        note: "Spoke of the bus.".to_owned(),
        follow_up_id: None,
        next_follow_up_on: Some("2026-03-09".to_owned()),
    }
}

fn known(file: &mut CaseFile) -> String {
    let form = victim("Maria", "Marker");
    victims::create(file, &form).unwrap().id
}

#[test]
fn a_contact_is_taken_back_with_its_follow_up_and_both_commits_stay() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = known(&mut file);
    let before = victims::page(&file, &id).unwrap();
    let commits = inside::held(&file).unwrap().len();
    outreach::record_contact(&mut file, &contact(&id)).unwrap();
    let after = victims::page(&file, &id).unwrap();
    assert_eq!(offered(&file).unwrap().unwrap().record, "contact");

    undo(&mut file).unwrap();
    let page = victims::page(&file, &id).unwrap();
    assert_eq!(page.timeline, before.timeline);
    assert_eq!(page.follow_ups, before.follow_ups);
    assert_eq!(page.summary, before.summary);
    let hidden: Vec<&str> = page.hidden.iter().map(|one| &*one.record).collect();
    assert_eq!(hidden, ["contact", "follow_up"]);
    assert_eq!(page.hidden[0].by, "Pat Coordinator");
    assert_eq!(inside::held(&file).unwrap().len(), commits + 2);

    let redo = offered(&file).unwrap().unwrap();
    assert!(!redo.takes_back);
    take_back(&mut file, &redo.commit).unwrap();
    let again = victims::page(&file, &id).unwrap();
    assert_eq!((again.timeline, again.hidden), (after.timeline, vec![]));
    undo(&mut file).unwrap();
    let hidden = victims::page(&file, &id).unwrap().hidden.remove(0);
    hiding::bring_back(&mut file, &hidden.record, &hidden.id, &hidden.seen).unwrap();
    assert_eq!(victims::page(&file, &id).unwrap().timeline.len(), 1);
    ensure_sound(&file);
}

#[test]
fn only_the_last_commit_is_taken_back_for_ten_minutes_and_until_the_lock() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = known(&mut file);
    let first = offered(&file).unwrap().unwrap();
    assert_eq!(first.seconds_left, 600);
    outreach::record_contact(&mut file, &contact(&id)).unwrap();
    let older = take_back(&mut file, &first.commit).unwrap_err();
    assert_eq!(older.failure().values["why"], "over");
    let last = offered(&file).unwrap().unwrap();
    world.clock.set("2026-03-02T08:09:59-06:00");
    assert!(offered(&file).unwrap().is_some());
    world.clock.set("2026-03-02T08:10:00-06:00");
    assert_eq!(offered(&file).unwrap(), None);
    assert!(take_back(&mut file, &last.commit).is_err());

    outreach::record_contact(&mut file, &contact(&id)).unwrap();
    drop(file);
    assert_eq!(offered(&world.unlock("Rivertown")).unwrap(), None);
}

#[test]
fn what_somebody_wrote_since_stays_and_says_whose_it_is() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let id = known(&mut county);
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let way = ways(&laptop, &id).remove(0);
    contacts::edit(&mut laptop, &way.id, &phone("555-0199", "yes"), &way.seen).unwrap();
    let sent = exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
    let way = ways(&county, &id).remove(0);
    contacts::edit(&mut county, &way.id, &phone("555-0188", "yes"), &way.seen).unwrap();
    let commit = offered(&county).unwrap().unwrap().commit;
    exchange::merge(&mut county, &[sent.path]).unwrap();
    // The merge is the last commit now; what was offered before it is asked for all the same.
    assert!(take_back(&mut county, &commit).is_err());
    let ours = county
        .latest()
        .map(|latest| latest.dot.to_i64().to_string());
    assert_ne!(ours, Some(commit.clone()));
    let dot = Dot::from_i64(commit.parse().unwrap()).unwrap();
    let refused = county.unseen(|conn| Plan::of(conn, dot).map(drop));
    assert!(matches!(refused, Err(Error::WrittenSince { by }) if by == "Alex Sample"));
}

#[test]
fn no_protection_falls_and_one_that_was_lifted_comes_back() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = known(&mut file);
    let seen = victims::page(&file, &id).unwrap().seen;
    victims::forbid_contact(&mut file, &id, "She asked us", &seen).unwrap();
    assert_eq!(why(&mut file), "protects");
    assert!(victims::page(&file, &id).unwrap().do_not_contact);
    let seen = victims::page(&file, &id).unwrap().seen;
    victims::allow_contact(&mut file, &id, &seen).unwrap();
    undo(&mut file).unwrap();
    assert!(victims::page(&file, &id).unwrap().do_not_contact);
    assert_eq!(why(&mut file), "protects", "nor by doing it again");
    // A way that is called unsafe stays so; one that was called safe is asked about again.
    let way = ways(&file, &id).remove(0);
    contacts::edit(&mut file, &way.id, &phone("555-0101", "no"), &way.seen).unwrap();
    assert_eq!(why(&mut file), "protects");
    ensure_sound(&file);
}

#[test]
fn what_was_sent_told_or_erased_says_so() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let id = known(&mut county);
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    assert_eq!(why(&mut county), "keys");
    exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
    assert_eq!(why(&mut laptop), "sent");
    for (action, reason) in [
        (Action::RevealCodeWord, "told"),
        (Action::OrderErasure, "erased"),
        (Action::EditVictim, "nothing"),
    ] {
        let about = ids::parse(&VICTIM, &id).unwrap();
        county
            .change(action, |change| {
                change.audit(action, Some(about), Value::Null);
                Ok(())
            })
            .unwrap();
        assert_eq!(why(&mut county), reason);
    }
}

#[test]
fn who_might_not_have_written_it_takes_nothing_back() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    known(&mut file);
    let me = file.place().staff;
    let latest = file.latest().unwrap();
    file.change(Action::KeepStaff, |change| {
        let viewer = Value::text("grant_viewer");
        change.edit_current(&crate::registry::STAFF, me, [("role", viewer)])
    })
    .unwrap();
    let refused = ensure_may(&file, &latest);
    assert!(matches!(refused, Err(Error::RoleMayNot { .. })));
    assert!(offered(&file).unwrap().unwrap().refusal.is_some());
}

/// A value of a field, and another one. Of a protective field the first protects least, and the last most.
fn values(field: &Field, about: EntityId) -> [Value; 2] {
    if field.name == "victim" {
        return [Value::bytes(about.0), Value::bytes(about.0)];
    }
    match (field.kind, field.column) {
        (Kind::Protective(Order::Codes(codes)), _) => {
            [Value::text(codes[codes.len() - 1]), Value::text(codes[0])]
        }
        (Kind::Protective(Order::EarliestDate), _) => {
            [Value::text("2026-06-01"), Value::text("2026-04-01")]
        }
        (Kind::Status(lattice), _) => {
            let (from, to) = lattice.forward[0];
            [Value::text(from), Value::text(to)]
        }
        (_, Column::Text) => [Value::text("2026-03-02"), Value::text("2026-03-03")],
        (_, Column::Int) => [Value::Int(1), Value::Int(2)],
        (_, Column::Bool) => [Value::Bool(false), Value::Bool(true)],
        (_, Column::Ref) => [Value::bytes([1; 16]), Value::bytes([2; 16])],
        (_, Column::Encoded | Column::InSet) => {
            let list = |text: &str| Value::List(vec![Value::text(text)]);
            [list("one"), list("two")]
        }
        (Kind::Compound { protective }, Column::Members(members)) => {
            let map = |last: bool| {
                let members = members.iter().map(|(number, _)| {
                    let order = protective.iter().find(|(of, _)| of == number);
                    let text = match order {
                        Some((_, Order::Codes(codes))) if last => codes[0],
                        Some((_, Order::Codes(codes))) => codes[codes.len() - 1],
                        _ if last => "two",
                        _ => "one",
                    };
                    (*number, Value::text(text))
                });
                Value::Map(members.collect())
            };
            [map(false), map(true)]
        }
        (kind, column) => panic!("{}: {kind:?} in {column:?}", field.name),
    }
}

fn write_all(
    change: &mut Change<'_>,
    record: &'static Record,
    id: EntityId,
    about: EntityId,
    only: impl Fn(&Field) -> bool,
    which: usize,
) -> Result<()> {
    for field in record.fields.iter().filter(|field| only(field)) {
        let value = values(field, about)[which].clone();
        match field.kind {
            Kind::Set => change.add(record, id, field.name, [value]),
            _ if which == 0 => change.create_as(record, id, [(field.name, value)]),
            _ => change.edit_current(record, id, [(field.name, value)])?,
        }
    }
    Ok(())
}

/// Its row, and what its sets hold.
type Shown = (Option<Vec<(String, String)>>, Vec<Vec<u8>>);

fn shown(file: &CaseFile, at: EntityKey) -> Shown {
    let row = inside::row(file, at).unwrap();
    let row = row.map(|row| {
        let cells = row.into_iter();
        cells
            .map(|(name, value)| (name, format!("{value:?}")))
            .collect()
    });
    let state: EntityState = tables::load(file.conn(), at).unwrap().unwrap();
    (row, state.members.into_keys().map(|(_, one)| one).collect())
}

/// Every kind of record has a rule, and what the rule says is what happens: a new one fails here until it has one.
#[test]
fn every_kind_of_record_is_taken_back_by_its_rule_and_done_again() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let about = ids::parse(&VICTIM, &known(&mut file)).unwrap();
    let mut stays = BTreeSet::new();
    for record in RECORDS {
        let (id, _) = file
            .change(Action::EditVictim, |change| {
                let id = change.new_id();
                write_all(change, record, id, about, |_| true, 0)?;
                Ok(id)
            })
            .unwrap();
        let at = key(record, id);
        let made = shown(&file, at);
        match of_record(record) {
            OfRecord::Stays(why_it_stays) => {
                stays.insert(record.name);
                assert_eq!(why(&mut file), why_it_stays.code(), "{}", record.name);
                continue;
            }
            OfRecord::Emptied => {
                undo(&mut file).unwrap();
                let state = tables::load(file.conn(), at).unwrap().unwrap();
                assert_eq!(state.deleted(), Deletion::No, "{}", record.name);
            }
            OfRecord::Hidden | OfRecord::HiddenUnlessItProtects => {
                undo(&mut file).unwrap();
                let state = tables::load(file.conn(), at).unwrap().unwrap();
                assert_eq!(state.deleted(), Deletion::Hidden, "{}", record.name);
            }
        }
        undo(&mut file).unwrap();
        assert_eq!(shown(&file, at), made, "{}: done again", record.name);

        let may_fall = |field: &Field| field.kind != Kind::Append && !field.is_protective();
        if !record.fields.iter().any(may_fall) {
            continue;
        }
        file.change(Action::EditVictim, |change| {
            write_all(change, record, id, about, may_fall, 1)
        })
        .unwrap();
        let edited = shown(&file, at);
        assert_ne!(edited, made, "{}", record.name);
        undo(&mut file).unwrap();
        assert_eq!(shown(&file, at), made, "{}: an edit", record.name);
        undo(&mut file).unwrap();
        assert_eq!(shown(&file, at), edited, "{}: an edit, again", record.name);
    }
    let facts = [
        "staff",
        "letter",
        "disclosure",
        "erase_receipt",
        "problem_seen",
        "look_portion",
        "look_review",
    ];
    assert_eq!(stays, BTreeSet::from(facts));
    ensure_sound(&file);
}

#[test]
fn every_protective_field_may_be_raised_by_taking_back_and_never_lowered() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let about = ids::parse(&VICTIM, &known(&mut file)).unwrap();
    let mut seen = 0;
    for record in RECORDS {
        if matches!(of_record(record), OfRecord::Stays(_)) {
            continue;
        }
        for field in record.fields.iter().filter(|field| field.is_protective()) {
            seen += 1;
            let [least, most] = values(field, about);
            let name = format!("{}.{}", record.name, field.name);
            let write = |file: &mut CaseFile, id, value: &Value| {
                file.change(Action::EditVictim, |change| {
                    change.edit_current(record, id, [(field.name, value.clone())])
                })
                .unwrap();
            };
            let (id, _) = file
                .change(Action::EditVictim, |change| {
                    Ok(change.create(record, [(field.name, least.clone())]))
                })
                .unwrap();
            write(&mut file, id, &most);
            assert_eq!(why(&mut file), "protects", "{name}");
            write(&mut file, id, &least);
            undo(&mut file).unwrap_or_else(|refused| panic!("{name}: {refused}"));
            let state = tables::load(file.conn(), key(record, id)).unwrap().unwrap();
            assert_eq!(state.heads(field.field_id())[0].value, most, "{name}");
        }
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn what_a_record_says_that_protects_is_not_hidden_with_it() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    known(&mut file);
    for (answer, stays) in [("yes", true), ("no", false)] {
        file.change(Action::RecordIncident, |change| {
            let fields = [
                ("occurred_on", Value::text("2026-03-01")),
                ("weapon_firearm", Value::text(answer)),
            ];
            Ok(change.create(&crate::registry::INCIDENT, fields))
        })
        .unwrap();
        assert_eq!(undo(&mut file).is_err(), stays, "{answer}");
    }
}

#[test]
fn a_set_loses_what_was_put_in_and_gets_back_what_was_taken_out_and_no_more() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = partners::create(&mut file, &partner("Legal Aid"))
        .unwrap()
        .id;
    let form = |file: &CaseFile| {
        let entry = partners::directory::entry(file, &id).unwrap();
        (entry.partner.form, entry.seen)
    };
    let (before, seen) = form(&file);
    let mut edited = before.clone();
    edited.needs = vec!["food".to_owned(), "legal".to_owned()];
    edited.languages = vec!["en".to_owned()];
    partners::edit(&mut file, &id, &edited, &seen).unwrap();
    undo(&mut file).unwrap();
    assert_eq!(form(&file).0, before);
    undo(&mut file).unwrap();
    assert_eq!(form(&file).0, edited);
    ensure_sound(&file);
}

#[test]
fn what_takes_back_goes_out_with_the_week_like_any_other_change() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let id = known(&mut county);
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    outreach::record_contact(&mut laptop, &contact(&id)).unwrap();
    undo(&mut laptop).unwrap();
    let sent = exchange::send_week(&mut laptop, &world.stick("stick")).unwrap();
    exchange::merge(&mut county, &[sent.path]).unwrap();
    let page = victims::page(&county, &id).unwrap();
    assert_eq!(page.timeline, []);
    assert_eq!(page.hidden.len(), 2);
    let waiting = crate::inbox::items(&county).unwrap();
    assert!(waiting.is_empty(), "{waiting:?}");
    ensure_sound(&county);
}

#[test]
fn a_way_that_was_hidden_is_brought_back_by_taking_back() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let id = known(&mut file);
    let way = ways(&file, &id).remove(0);
    hiding::hide(&mut file, "contact_method", &way.id, &way.seen).unwrap();
    undo(&mut file).unwrap();
    assert_eq!(ways(&file, &id).len(), 1);
}
