//! What holds for any work at all: places that got the same commits show the same, whatever the order, and
//! a record's state comes back from its tables as it went in.

use std::collections::BTreeSet;

use countyline_bundle::{Attestation, LogPoint};
use countyline_ledger::{
    CommitHash, Dot, EntityId, EntityState, FieldId, Head, LogId, Tombstone, Value,
};
use proptest::prelude::*;

use super::*;
use crate::contacts;
use crate::erasure;
use crate::hiding;
use crate::inbox;
use crate::registry::{Column, RECORDS};
use crate::testing::{World, phone, victim};
use crate::victims;

// ---- places that exchange commits in any order

/// Something that happens in an office.
#[derive(Debug, Clone)]
enum Deed {
    NewVictim {
        place: usize,
    },
    Rewrite {
        place: usize,
        victim: usize,
        safe: usize,
    },
    ForbidContact {
        place: usize,
        victim: usize,
        on: bool,
    },
    Resolve {
        place: usize,
    },
    /// Hides a victim, or one way to reach her.
    Hide {
        place: usize,
        victim: usize,
        whole: bool,
    },
    /// Brings back what is hidden of a victim.
    BringBack {
        place: usize,
        victim: usize,
    },
    /// Settles something that one hid while another wrote in it.
    SettleHidden {
        place: usize,
        way: usize,
    },
    /// The county orders a victim erased.
    Erase {
        victim: usize,
    },
    /// From one place to another: all of the first's own log from a commit on.
    Carry {
        from: usize,
        to: usize,
        skip: u64,
    },
}

const PLACES: usize = 3;

fn deed() -> impl Strategy<Value = Deed> {
    let place = 0..PLACES;
    prop_oneof![
        2 => place.clone().prop_map(|place| Deed::NewVictim { place }),
        5 => (place.clone(), 0..8usize, 0..4usize)
            .prop_map(|(place, victim, safe)| Deed::Rewrite { place, victim, safe }),
        2 => (place.clone(), 0..8usize, any::<bool>())
            .prop_map(|(place, victim, on)| Deed::ForbidContact { place, victim, on }),
        1 => place.clone().prop_map(|place| Deed::Resolve { place }),
        2 => (place.clone(), 0..8usize, any::<bool>())
            .prop_map(|(place, victim, whole)| Deed::Hide { place, victim, whole }),
        1 => (place.clone(), 0..8usize)
            .prop_map(|(place, victim)| Deed::BringBack { place, victim }),
        1 => (place.clone(), 0..2usize)
            .prop_map(|(place, way)| Deed::SettleHidden { place, way }),
        1 => (0..8usize).prop_map(|victim| Deed::Erase { victim }),
        4 => (place.clone(), place, 0..6u64)
            .prop_map(|(from, to, skip)| Deed::Carry { from, to, skip }),
    ]
}

/// Commits of one log, each with the salts of what is present in it.
struct Listed {
    stretch: Stretch,
    commits: Vec<(Vec<u8>, Vec<u8>)>,
}

impl Incoming for Listed {
    fn stretches(&self) -> &[Stretch] {
        std::slice::from_ref(&self.stretch)
    }

    fn parts(&self, take: &mut dyn FnMut(Part<'_>) -> Result<()>) -> Result<()> {
        take(Part {
            stretch: 0,
            salts: PartSalts::Listed(self.commits.iter().map(|(_, salts)| &**salts).collect()),
            commits: self
                .commits
                .iter()
                .map(|(commit, _)| commit.to_vec())
                .collect(),
        })
    }
}

fn carry(places: &mut [CaseFile], from: usize, to: usize, skip: u64) {
    if from == to {
        return;
    }
    let giver = &places[from];
    let (conn, log_rid) = (giver.conn(), giver.place().log_rid);
    let own = log::log(conn, log_rid).unwrap();
    let first = (1 + skip).min(own.last_seq);
    let kept = log::commits(conn, log_rid, first, own.last_seq).unwrap();
    let head = LogPoint {
        log_id: own.log_id.0,
        seq: own.last_seq,
        hash: kept.last().unwrap().hash.0,
    };
    let listed = |kept: log::KeptCommit| {
        let dot = Dot::new(log_rid, kept.commit.header().seq);
        let known = salts::of(conn, dot, &kept).unwrap();
        let listed = salts::list(&kept.commit, &known).unwrap();
        (kept.commit.bytes().to_vec(), listed)
    };
    let carried = Listed {
        stretch: Stretch {
            log: own.log_id,
            from: first,
            to: own.last_seq,
            previous: log::hash_before(conn, log_rid, first).unwrap(),
            head: CommitHash(head.hash),
        },
        commits: kept.into_iter().map(listed).collect(),
    };
    let word = Attestation::sign(&head, &giver.place().signing_key);
    let vouch = |conn: &Connection, _: &TakenIn| {
        let rid = log::branches(conn, LogId(head.log_id))?[0].log_rid;
        conn.execute(
            "INSERT INTO attestation (log_rid, seq, hash, signature, key)
             VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
            (rid, head.seq, head.hash, word.signature, word.key.0),
        )
        .unwrap();
        Ok(())
    };
    places[to].take_in(0, &carried, vouch).unwrap();
}

fn carry_out(places: &mut [CaseFile], deed: &Deed) {
    let id_of = |file: &CaseFile, number: usize| {
        let mut found = victims::find(file, "").unwrap();
        found.sort_by(|one, other| one.id.cmp(&other.id));
        let place = number % found.len().max(1);
        found.get(place).map(|victim| victim.id.clone())
    };
    match *deed {
        Deed::NewVictim { place } => {
            victims::create(&mut places[place], &victim("Maria", "Marker")).unwrap();
        }
        Deed::Rewrite {
            place,
            victim,
            safe,
        } => {
            let file = &mut places[place];
            let Some(id) = id_of(file, victim) else {
                return;
            };
            let methods = victims::page(file, &id).unwrap().contact_methods;
            let safe = ["no", "unknown", "with_conditions", "yes"][safe];
            if let Some(method) = methods.first() {
                let form = phone(&format!("555-01{victim}{place}"), safe);
                contacts::edit(file, &method.id, &form, &method.seen).unwrap();
            }
        }
        Deed::ForbidContact { place, victim, on } => {
            let file = &mut places[place];
            if let Some(id) = id_of(file, victim) {
                let seen = victims::page(file, &id).unwrap().seen;
                let saved = match on {
                    true => victims::forbid_contact(file, &id, "She asked us not to", &seen),
                    false => victims::allow_contact(file, &id, &seen),
                };
                saved.unwrap();
            }
        }
        Deed::Resolve { place } => {
            let file = &mut places[place];
            if let Some(conflict) = inbox::conflicts(file).unwrap().first() {
                let side = &conflict.sides[0].side;
                inbox::resolve(file, &conflict.id, side, &conflict.seen).unwrap();
            }
        }
        Deed::Hide {
            place,
            victim,
            whole,
        } => {
            let file = &mut places[place];
            let Some(id) = id_of(file, victim) else {
                return;
            };
            let page = victims::page(file, &id).unwrap();
            match page.contact_methods.first() {
                _ if whole => match hiding::hide(file, "victim", &id, &page.seen) {
                    Ok(_) | Err(Error::VictimHasWork) => {}
                    Err(refused) => panic!("{refused:?}"),
                },
                Some(way) => {
                    hiding::hide(file, "contact_method", &way.id, &way.seen).unwrap();
                }
                None => {}
            }
        }
        Deed::BringBack { place, victim } => {
            let file = &mut places[place];
            let Some(id) = id_of(file, victim) else {
                return;
            };
            if let Some(hidden) = victims::page(file, &id).unwrap().hidden.first() {
                hiding::bring_back(file, &hidden.record, &hidden.id, &hidden.seen).unwrap();
            }
        }
        Deed::SettleHidden { place, way } => {
            let file = &mut places[place];
            let mut items = inbox::items(file).unwrap().into_iter();
            if let Some(item) = items.find(|item| item.ways.contains(&"keep".to_owned())) {
                let settlement = inbox::Settlement {
                    way: item.ways[way].clone(),
                    side: None,
                    values: Default::default(),
                    seen: item.seen.clone(),
                };
                inbox::settle(file, &item.id, &settlement).unwrap();
            }
        }
        Deed::Erase { victim } => {
            let county = &mut places[0];
            if let Some(victim_id) = id_of(county, victim) {
                let form = erasure::EraseForm {
                    victim_id,
                    record: None,
                    fields: Vec::new(),
                    basis: "court_order".to_owned(),
                };
                erasure::order(county, &form).unwrap();
            }
        }
        Deed::Carry { from, to, skip } => carry(places, from, to, skip),
    }
}

/// Everything a place shows, without what is numbered here only: its victims, its conflicts, and what else
/// waits, by kind and name.
fn shown(
    file: &CaseFile,
) -> (
    Vec<victims::VictimPage>,
    Vec<inbox::ConflictView>,
    BTreeSet<(String, String)>,
) {
    let mut ids: Vec<String> = victims::find(file, "")
        .unwrap()
        .into_iter()
        .map(|victim| victim.id)
        .collect();
    ids.sort();
    let pages = ids.iter().map(|id| {
        let mut page = victims::page(file, id).unwrap();
        page.not_sent = 0;
        page.seen.clear();
        for method in &mut page.contact_methods {
            method.seen.clear();
        }
        for hidden in &mut page.hidden {
            hidden.seen.clear();
        }
        page
    });
    let conflicts = inbox::conflicts(file).unwrap().into_iter().map(|conflict| {
        let mut conflict = inbox::ConflictView {
            seen: String::new(),
            ..conflict
        };
        for side in &mut conflict.sides {
            side.received_at = None;
            side.bundle = None;
        }
        conflict
            .sides
            .sort_by(|one, other| one.side.cmp(&other.side));
        conflict
    });
    let mut conflicts: Vec<inbox::ConflictView> = conflicts.collect();
    conflicts.sort_by(|one, other| one.id.cmp(&other.id));
    let items = inbox::items(file).unwrap().into_iter();
    let waiting = items.map(|item| (item.kind, item.id)).collect();
    (pages.collect(), conflicts, waiting)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_and_carried_every_place_is_sound_and_all_show_the_same_in_the_end(
        deeds in prop::collection::vec(deed(), 1..30),
        mut last in Just((0..PLACES).flat_map(|from| (0..PLACES).map(move |to| (from, to)))
            .collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let world = World::new();
        let mut county = world.county("Rivertown");
        let laptops = [("Laptop 07", "Dana Deputy"), ("Laptop 08", "Lee Deputy")]
            .map(|(name, person)| world.joined_laptop(&mut county, name, person));
        let mut places: Vec<CaseFile> = [county].into_iter().chain(laptops).collect();
        for place in &mut places {
            place.hurry().unwrap();
        }
        for deed in &deeds {
            carry_out(&mut places, deed);
            if let Deed::Carry { to, .. } = deed {
                let report = places[*to].verify().unwrap();
                prop_assert!(report.ok, "{:?} after {:?}", report.differences, deed);
            }
        }
        for (from, to) in last.drain(..) {
            carry(&mut places, from, to, 0);
        }
        for place in &places {
            let report = place.verify().unwrap();
            prop_assert!(report.ok, "{:?}", report.differences);
            prop_assert_eq!(shown(place), shown(&places[0]));
        }
    }
}

#[test]
fn a_change_of_a_victim_who_has_not_come_counts_her_among_those_who_are_compared() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut places = [county, laptop];
    carry_out(&mut places, &Deed::NewVictim { place: 1 });
    let forbid = Deed::ForbidContact {
        place: 1,
        victim: 0,
        on: true,
    };
    carry_out(&mut places, &forbid);
    // What is suggested is kept from the first look on.
    assert_eq!(inbox::suggestions(&places[0]).unwrap(), 0);
    let log = log::log(places[1].conn(), places[1].place().log_rid).unwrap();
    carry(&mut places, 1, 0, log.last_seq - 1);
    let report = places[0].verify().unwrap();
    assert!(report.ok, "{:?}", report.differences);
}

// ---- a state and its tables

const COMMITS: u64 = 6;

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        ".{0,12}".prop_map(Value::text),
        Just(Value::text("nul\0inside")),
        prop::collection::vec(any::<u8>(), 0..20).prop_map(Value::bytes),
        prop::array::uniform16(any::<u8>()).prop_map(Value::bytes),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::List),
            prop::collection::btree_map(1..9u32, inner, 0..3).prop_map(Value::Map),
        ]
    })
}

/// A value that fits a column, most of the time.
fn value_for(column: Column) -> BoxedStrategy<Value> {
    let fitting = match column {
        Column::Text => ".{0,12}".prop_map(Value::text).boxed(),
        Column::Int => any::<i64>().prop_map(Value::Int).boxed(),
        Column::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        Column::Ref => prop::array::uniform16(any::<u8>())
            .prop_map(Value::bytes)
            .boxed(),
        Column::Encoded => prop::collection::vec(value(), 0..3)
            .prop_map(Value::List)
            .boxed(),
        Column::Members(_) => prop::collection::btree_map(1..9u32, value(), 0..5)
            .prop_map(Value::Map)
            .boxed(),
        Column::InSet => value().boxed(),
    };
    prop_oneof![3 => fitting, 1 => value()].boxed()
}

fn dots() -> impl Strategy<Value = BTreeSet<u64>> {
    prop::collection::btree_set(1..=COMMITS, 1..3)
}

fn head(seq: u64, value: Value) -> Head {
    Head {
        dot: Dot::new(1, seq),
        value,
    }
}

/// Any state of any record: heads of known and unknown fields, members, deletions, what is awaited.
fn state() -> impl Strategy<Value = EntityState> {
    (0..RECORDS.len()).prop_flat_map(|number| {
        let record = RECORDS[number];
        let known: Vec<_> = record
            .fields
            .iter()
            .map(|field| {
                let heads = dots().prop_flat_map(move |dots| {
                    let values = vec![value_for(field.column); dots.len()];
                    (Just(dots), values)
                });
                (Just(field.field_id()), prop::option::of(heads))
            })
            .collect();
        let unknown = (dots(), value()).prop_map(|(dots, value)| {
            let values = vec![value; dots.len()];
            (FieldId(240), Some((dots, values)))
        });
        let members = prop::collection::btree_map((1..9u16, value()), dots(), 0..3);
        let tombstones = prop::collection::btree_map(1..=COMMITS, dots(), 0..2);
        let early = prop::collection::btree_set(
            (
                COMMITS + 1..COMMITS + 5,
                1..250u16,
                prop::option::of(value()),
            ),
            0..3,
        );
        (known, prop::option::of(unknown), members, tombstones, early).prop_map(
            move |(known, unknown, members, tombstones, early)| {
                let mut state = EntityState::empty(record.record_type(), EntityId([7; 16]));
                for (field, heads) in known.into_iter().chain(unknown) {
                    if let Some((dots, values)) = heads {
                        let heads = dots.into_iter().zip(values);
                        let heads = heads.map(|(seq, value)| head(seq, value));
                        state.fields.insert(field, heads.collect());
                    }
                }
                let dots = |seqs: BTreeSet<u64>| seqs.into_iter().map(|seq| Dot::new(1, seq));
                for ((field, element), seqs) in members {
                    let key = (FieldId(field), element.encode());
                    state.members.insert(key, dots(seqs).collect());
                }
                for (seq, seen) in tombstones {
                    state.tombstones.push(Tombstone {
                        dot: Dot::new(1, seq),
                        seen: dots(seen).collect(),
                    });
                }
                for (seq, field, element) in early {
                    let element = element.map(|element| element.encode());
                    state
                        .early
                        .insert((Dot::new(1, seq), FieldId(field), element));
                }
                state
            },
        )
    })
}

/// Tables over a history of which only the hashes matter.
fn empty_tables() -> Connection {
    let conn = open::in_memory().unwrap();
    for seq in 1..=COMMITS {
        conn.execute(
            "INSERT INTO commit_log (dot, hash, lamport, body, bundle) VALUES (?1, ?2, ?3, x'', 0)",
            (
                Dot::new(1, seq).to_i64(),
                [u8::try_from(seq).unwrap(); 32],
                seq,
            ),
        )
        .unwrap();
    }
    conn
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_state_comes_back_from_its_tables_as_it_went_in(states in prop::collection::vec(state(), 1..4)) {
        let conn = empty_tables();
        for state in &states {
            tables::store(&conn, state).unwrap();
            let key = countyline_ledger::EntityKey { record: state.record, entity: state.id };
            let loaded = tables::load(&conn, key).unwrap();
            let nothing = EntityState::empty(state.record, state.id);
            prop_assert_eq!(&loaded.unwrap_or(nothing), state);
        }
    }
}
