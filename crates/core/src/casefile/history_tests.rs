//! What arrives late, twice, behind a gap or on two branches comes to the same tables everywhere.

use countyline_ledger::{BlockSeed, CommitHash, Dot, FieldId, Value, salt_block};

use super::take_in::{InMemory, InTurn};
use super::*;
use crate::error::Error;
use crate::registry::{self, Column, Record, VICTIM};
use crate::testing::travel::names;
use crate::testing::{World, phone, victim, ways};
use crate::{contacts, followups, inbox, victims};

/// Commits of a file's own log, as a bundle brings them.
fn stretch(file: &CaseFile, from: u64, to: u64) -> InMemory {
    stretch_of(file, file.place().log_rid, from, to)
}

fn stretch_of(file: &CaseFile, log_rid: u32, from: u64, to: u64) -> InMemory {
    let conn = file.conn();
    let kept = log::commits(conn, log_rid, from, to).unwrap();
    let block = salt_block(from);
    InMemory {
        stretch: Stretch {
            log: log::log(conn, log_rid).unwrap().log_id,
            from,
            to: kept.last().unwrap().commit.header().seq,
            previous: log::hash_before(conn, log_rid, from).unwrap(),
            head: kept.last().unwrap().hash,
        },
        seeds: vec![(block, salts::seed(conn, log_rid, from).unwrap().unwrap())],
        commits: kept.into_iter().map(|kept| kept.commit).collect(),
    }
}

fn last_seq(file: &CaseFile) -> u64 {
    log::log(file.conn(), file.place().log_rid)
        .unwrap()
        .last_seq
}

fn receive(file: &mut CaseFile, stretch: InMemory) -> Result<TakenIn> {
    file.take_in(0, &stretch, |_, _| Ok(()))
}

pub(super) fn give_all(from: &CaseFile, to: &mut CaseFile) {
    receive(to, stretch(from, 1, last_seq(from))).unwrap();
}

/// Everything a place wrote, in the logs before its present one too, on all their branches.
fn give_all_logs(from: &CaseFile, to: &mut CaseFile) {
    let own = own_log::ids(from.conn()).unwrap();
    for branch in log::logs(from.conn()).unwrap() {
        if own.contains(&branch.log_id) {
            receive(
                to,
                stretch_of(from, branch.log_rid, branch.branch_from, branch.last_seq),
            )
            .unwrap();
        }
    }
}

pub(super) fn ensure_sound(file: &CaseFile) {
    let report = file.verify().unwrap();
    assert!(report.ok, "{:?}", report.differences);
}

/// The way to reach a victim, and whether two people wrote it differently.
fn way(file: &CaseFile, id: &str) -> (String, bool) {
    let mut methods = ways(file, id);
    assert_eq!(methods.len(), 1);
    let method = methods.remove(0);
    (method.form.value, method.in_conflict)
}

fn rewrite(file: &mut CaseFile, id: &str, number: &str) {
    let method = victims::page(file, id).unwrap().contact_methods.remove(0);
    contacts::edit(file, &method.id, &phone(number, "yes"), &method.seen).unwrap();
}

/// An image of a laptop's disk, put back later.
fn copy_office(world: &World, from: &str, to: &str) {
    let (from, to) = (world.path(from), world.path(to));
    fs::create_dir_all(&to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn what_lies_behind_a_gap_is_shown_and_filling_the_gap_brings_nothing_back() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let id = victims::create(&mut laptop, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    let created = last_seq(&laptop);
    rewrite(&mut laptop, &id, "555-0199");
    let taken = receive(&mut county, stretch(&laptop, created + 1, created + 1)).unwrap();
    assert_eq!((taken.new, taken.missing), (1, created));
    ensure_sound(&county);
    give_all(&laptop, &mut county);
    assert_eq!(way(&county, &id), ("555-0199".to_owned(), false));
    assert_eq!(inbox::conflicts(&county).unwrap().len(), 0);
    ensure_sound(&county);
}

#[test]
fn a_change_of_what_another_place_wrote_survives_a_rebuild() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let id = victims::create(&mut laptop, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    give_all(&laptop, &mut county);
    rewrite(&mut county, &id, "555-0144");
    assert_eq!(way(&county, &id), ("555-0144".to_owned(), false));
    ensure_sound(&county);
    give_all(&county, &mut laptop);
    assert_eq!(way(&laptop, &id), ("555-0144".to_owned(), false));
    ensure_sound(&laptop);
}

#[test]
fn what_comes_later_in_the_same_bundle_is_replaced_as_if_it_had_come_first() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut first = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut second = world.joined_laptop(&mut county, "Laptop 08", "Kim Deputy");
    let id = victims::create(&mut first, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    give_all(&first, &mut second);
    rewrite(&mut second, &id, "555-0144");
    let whole = |file: &CaseFile| stretch(file, 1, last_seq(file));
    let bundle = InTurn::new(vec![whole(&second), whole(&first)]);
    let taken = county.take_in(0, &bundle, |_, _| Ok(())).unwrap();
    assert_eq!(taken.new, last_seq(&first) + last_seq(&second));
    assert_eq!(way(&county, &id), ("555-0144".to_owned(), false));
    assert!(tables::awaited(county.conn()).unwrap().is_empty());
    ensure_sound(&county);
    let again = county.take_in(0, &bundle, |_, _| Ok(())).unwrap();
    assert_eq!((again.new, again.known), (0, taken.new));
}

#[test]
fn a_laptop_restored_from_an_image_loses_neither_of_its_histories() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let id = victims::create(&mut laptop, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    drop(laptop);
    copy_office(&world, "Laptop 07", "Restored");
    let mut laptop = world.unlock("Laptop 07");
    rewrite(&mut laptop, &id, "555-0111");
    rewrite(&mut laptop, &id, "555-0112");
    give_all(&laptop, &mut county);
    rewrite(&mut county, &id, "555-0113");
    let mut restored = world.unlock("Restored");
    rewrite(&mut restored, &id, "555-0222");
    rewrite(&mut restored, &id, "555-0223");
    victims::create(&mut restored, &victim("Ana", "Marker")).unwrap();
    give_all(&restored, &mut county);

    let branches = log::branches(
        county.conn(),
        log::log(laptop.conn(), laptop.place().log_rid)
            .unwrap()
            .log_id,
    );
    assert_eq!(branches.unwrap().len(), 2);
    assert_eq!(victims::find(&county, "Marker").unwrap().len(), 2);
    let conflict = inbox::conflicts(&county).unwrap().remove(0);
    let numbers: Vec<&str> = conflict
        .sides
        .iter()
        .flat_map(|side| &side.values)
        .filter(|value| value.label == "field-value")
        .map(|value| value.value.as_str())
        .collect();
    assert_eq!(numbers.len(), 2);
    assert!(
        numbers.contains(&"555-0113") && numbers.contains(&"555-0223"),
        "{numbers:?}"
    );
    ensure_sound(&county);
    assert_eq!(
        receive(&mut county, stretch(&laptop, 1, last_seq(&laptop)))
            .unwrap()
            .new,
        0
    );
    assert_eq!(
        receive(&mut county, stretch(&restored, 1, last_seq(&restored)))
            .unwrap()
            .new,
        0
    );
}

#[test]
fn what_replaces_a_commit_on_the_other_branch_of_its_own_log_names_that_branch() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let id = victims::create(&mut laptop, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    drop(laptop);
    copy_office(&world, "Laptop 07", "Restored");
    let mut laptop = world.unlock("Laptop 07");
    rewrite(&mut laptop, &id, "555-0111");
    let mut restored = world.unlock("Restored");
    victims::create(&mut restored, &victim("Ana", "Marker")).unwrap();
    victims::create(&mut restored, &victim("Lena", "Marker")).unwrap();
    give_all(&laptop, &mut restored);
    rewrite(&mut restored, &id, "555-0133");
    assert_eq!(way(&restored, &id), ("555-0133".to_owned(), false));
    ensure_sound(&restored);
    give_all(&laptop, &mut county);
    give_all_logs(&restored, &mut county);
    assert_eq!(way(&county, &id), ("555-0133".to_owned(), false));
    ensure_sound(&county);
}

#[test]
fn a_restored_laptop_gives_no_number_that_came_back_with_its_own_lost_work() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    copy_office(&world, "Laptop 07", "Restored");
    let mut laptop = world.unlock("Laptop 07");
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    let mut restored = world.unlock("Restored");
    give_all(&laptop, &mut restored);
    victims::create(&mut restored, &victim("Bea", "Marker")).unwrap();
    let found = victims::find(&restored, "").unwrap();
    assert_eq!(found.len(), 2);
    assert_ne!(found[0].case_number, found[1].case_number);
    ensure_sound(&restored);
}

#[test]
fn what_was_awaited_and_comes_on_another_branch_is_still_replaced() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut other = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    drop(laptop);
    copy_office(&world, "Laptop 07", "Restored");
    laptop = world.unlock("Laptop 07");
    let id = victims::create(&mut laptop, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    give_all(&laptop, &mut other);
    rewrite(&mut other, &id, "555-0144");
    let mut restored = world.unlock("Restored");
    victims::create(&mut restored, &victim("Ana", "Marker")).unwrap();
    give_all(&other, &mut county);
    ensure_sound(&county);
    // The place that was kept for Maria's commit is another's: what is awaited stands apart from now on.
    give_all(&restored, &mut county);
    assert_eq!(names(&county), ["Ana"]);
    ensure_sound(&county);
    give_all(&laptop, &mut county);
    give_all(&restored, &mut county);
    assert_eq!(way(&county, &id), ("555-0144".to_owned(), false));
    assert_eq!(victims::find(&county, "").unwrap().len(), 2);
    ensure_sound(&county);
}

#[test]
fn what_was_awaited_is_still_replaced_when_another_branchs_commit_comes_in_its_place_with_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut other = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    drop(laptop);
    copy_office(&world, "Laptop 07", "Restored");
    laptop = world.unlock("Laptop 07");
    let id = victims::create(&mut laptop, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    give_all(&laptop, &mut other);
    rewrite(&mut other, &id, "555-0144");
    let mut restored = world.unlock("Restored");
    victims::create(&mut restored, &victim("Ana", "Marker")).unwrap();
    give_all(&other, &mut county);
    let whole = |file: &CaseFile| stretch(file, 1, last_seq(file));
    let both = InTurn::new(vec![whole(&restored), whole(&laptop)]);
    county.take_in(0, &both, |_, _| Ok(())).unwrap();
    assert_eq!(way(&county, &id), ("555-0144".to_owned(), false));
    ensure_sound(&county);
}

#[test]
fn a_county_put_back_gives_the_number_of_a_commit_it_lost_to_no_other() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let id = victims::create(&mut county, &victim("Maria", "Marker"))
        .unwrap()
        .id;
    give_all(&county, &mut laptop);
    drop(county);
    copy_office(&world, "Rivertown", "Restored");
    let mut county = world.unlock("Rivertown");
    rewrite(&mut county, &id, "555-0111");
    give_all(&county, &mut laptop);
    rewrite(&mut laptop, &id, "555-0144");
    let mut restored = world.unlock("Restored");
    give_all(&laptop, &mut restored);
    victims::create(&mut restored, &victim("Ana", "Marker")).unwrap();
    ensure_sound(&restored);
    give_all(&county, &mut restored);
    assert_eq!(way(&restored, &id), ("555-0144".to_owned(), false));
    assert_eq!(victims::find(&restored, "").unwrap().len(), 2);
    ensure_sound(&restored);
}

#[test]
fn a_gap_is_not_filled_from_the_other_branch() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    drop(laptop);
    copy_office(&world, "Laptop 07", "Restored");
    let mut laptop = world.unlock("Laptop 07");
    let mut restored = world.unlock("Restored");
    let first = last_seq(&laptop) + 1;
    for name in ["Ana", "Bea"] {
        victims::create(&mut laptop, &victim(name, "Marker")).unwrap();
        victims::create(&mut restored, &victim(name, "Other")).unwrap();
    }
    receive(&mut county, stretch(&laptop, 1, first - 1)).unwrap();
    receive(&mut county, stretch(&laptop, first + 1, first + 1)).unwrap();
    let taken = receive(&mut county, stretch(&restored, first, first + 1)).unwrap();
    assert_eq!(taken.new, 2);
    assert_eq!(victims::find(&county, "").unwrap().len(), 3);
    ensure_sound(&county);
    assert_eq!(
        receive(&mut county, stretch(&laptop, 1, first + 1))
            .unwrap()
            .new,
        1
    );
    assert_eq!(victims::find(&county, "").unwrap().len(), 4);
    ensure_sound(&county);
}

#[test]
fn what_is_confirmed_behind_a_gap_confirms_nothing_before_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    copy_office(&world, "Laptop 07", "Restored");
    let mut laptop = world.unlock("Laptop 07");
    let mut restored = world.unlock("Restored");
    let own_log = laptop.place().log_rid;
    let first = last_seq(&laptop) + 1;
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    let ana = log::hash_at(laptop.conn(), Dot::new(own_log, first))
        .unwrap()
        .unwrap();
    for name in ["Bea", "Cora", "Dee"] {
        victims::create(&mut restored, &victim(name, "Marker")).unwrap();
    }
    receive(&mut laptop, stretch(&restored, first + 2, first + 2)).unwrap();
    let head = log::anchor(laptop.conn(), Dot::new(own_log, first + 2)).unwrap();
    laptop
        .door
        .transaction(&laptop.conn, |conn| {
            let sql = "INSERT INTO acknowledged (log_id, seq, hash) VALUES (?1, ?2, ?3)";
            conn.execute(sql, (head.log.0, head.seq, head.hash.0))
                .unwrap();
            Ok(())
        })
        .unwrap();
    let (safe, open) = exchange::testing::confirmed(&laptop).unwrap();
    assert!(!safe.contains(&ana) && open.contains(&ana));
}

/// As files of 0.1.0 may hold it: what came behind a gap before its log was known to have been continued twice, and
/// came again on the branch it is on.
#[test]
fn what_an_older_program_held_twice_is_held_once() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    drop(world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy"));
    copy_office(&world, "Laptop 07", "Restored");
    let mut laptop = world.unlock("Laptop 07");
    let mut restored = world.unlock("Restored");
    let first = last_seq(&laptop) + 1;
    victims::create(&mut laptop, &victim("Ana", "Marker")).unwrap();
    for name in ["Bea", "Cora", "Dee"] {
        victims::create(&mut restored, &victim(name, "Marker")).unwrap();
    }
    give_all(&laptop, &mut county);
    give_all(&restored, &mut county);
    let log_id = log::log(laptop.conn(), laptop.place().log_rid)
        .unwrap()
        .log_id;
    let branches = log::branches(county.conn(), log_id).unwrap();
    let (one, other) = (branches[0].log_rid, branches[1].log_rid);
    let held = |file: &CaseFile| log::count_held(file.conn(), one, first, first + 2).unwrap();
    county
        .door
        .transaction(&county.conn, |conn| {
            let twice = "INSERT INTO commit_log (dot, hash, lamport, body, bundle, salts)
                SELECT dot + ?1, hash, lamport, body, bundle, salts FROM commit_log WHERE dot = ?2";
            let there = Dot::new(other, first + 2).to_i64();
            let here = Dot::new(one, first + 2).to_i64();
            conn.execute(twice, [here - there, there]).unwrap();
            log::recount(conn, one, first)
        })
        .unwrap();
    assert_eq!(held(&county), 2);
    county
        .door
        .transaction(&county.conn, |conn| {
            assert!(apart::set_all_apart(conn)?);
            rebuild::in_place(conn)
        })
        .unwrap();
    assert_eq!(held(&county), 1);
    assert!(
        log::logs(county.conn())
            .unwrap()
            .iter()
            .all(|row| !row.has_gap())
    );
    assert_eq!(names(&county), ["Ana", "Bea", "Cora", "Dee"]);
    ensure_sound(&county);
}

#[test]
fn a_rehearsal_leaves_nothing() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    victims::create(&mut laptop, &victim("Maria", "Marker")).unwrap();
    let lists = |file: &CaseFile| -> Vec<_> {
        let tables = tables::made_from_history().chain(["log", "commit_log", "salt_block"]);
        tables
            .map(|table| tables::dump(file.conn(), table).unwrap())
            .collect()
    };
    let before = lists(&county);
    let brought = &stretch(&laptop, 1, last_seq(&laptop));
    let (rehearsed, _) = county
        .rehearsal(|rehearsal| rehearsal.take_in(brought))
        .unwrap();
    assert_eq!(rehearsed.new, last_seq(&laptop));
    assert_eq!(lists(&county), before);
}

#[test]
fn a_stretch_whose_chain_does_not_hold_is_refused_whole() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    victims::create(&mut laptop, &victim("Maria", "Marker")).unwrap();
    let whole = || stretch(&laptop, 1, last_seq(&laptop));
    let mut other_head = whole();
    other_head.stretch.head = CommitHash([1; 32]);
    let mut other_seed = whole();
    other_seed.seeds = vec![(0, BlockSeed([1; 32]))];
    let mut out_of_order = whole();
    out_of_order.commits.reverse();
    for altered in [other_head, other_seed, out_of_order] {
        let refused = receive(&mut county, altered);
        assert!(matches!(refused, Err(Error::BrokenHistory(_))));
        assert_eq!(victims::find(&county, "").unwrap().len(), 0);
    }
    ensure_sound(&county);
}

#[test]
fn a_lamport_number_at_its_limit_does_not_stop_the_work() {
    let world = World::new();
    let county = world.county("Rivertown");
    county
        .door
        .transaction(&county.conn, |conn| {
            conn.execute("UPDATE place SET lamport = ?1", [i64::MAX])
                .unwrap();
            Ok(())
        })
        .unwrap();
    drop(county);
    let mut county = world.unlock("Rivertown");
    for name in ["Ana", "Bea"] {
        victims::create(&mut county, &victim(name, "Marker")).unwrap();
    }
    ensure_sound(&county);
}

#[test]
fn a_refused_change_leaves_the_place_as_it_was_and_no_number_is_given_twice() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let numbers = |file: &CaseFile| -> Vec<String> {
        let found = victims::find(file, "").unwrap().into_iter();
        found.map(|victim| victim.case_number).collect()
    };
    victims::create(&mut file, &victim("Ana", "Marker")).unwrap();
    let (lamport, counter) = (file.place().lamport, file.place().case_counter);
    let mut refused = victim("Bea", "Marker");
    refused.follow_up_on = Some("no day".into());
    assert!(victims::create(&mut file, &refused).is_err());
    assert_eq!(
        (file.place().lamport, file.place().case_counter),
        (lamport, counter)
    );
    drop(file);
    let mut file = world.unlock("Rivertown");
    victims::create(&mut file, &victim("Bea", "Marker")).unwrap();
    let given = numbers(&file);
    assert_eq!(given.len(), 2);
    assert_ne!(given[0], given[1]);
}

#[test]
fn a_form_of_another_record_is_refused() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let ids: Vec<String> = ["Ana", "Bea"]
        .iter()
        .map(|name| {
            victims::create(&mut file, &victim(name, "Marker"))
                .unwrap()
                .id
        })
        .collect();
    let mut methods = ids
        .iter()
        .map(|id| victims::page(&file, id).unwrap().contact_methods.remove(0));
    let (ana, bea) = (methods.next().unwrap(), methods.next().unwrap());
    drop(methods);
    let refused = contacts::edit(&mut file, &ana.id, &phone("555-0199", "no"), &bea.seen);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "seen" })
    ));
    let refused = followups::complete(&mut file, &ana.id, "done", "no token");
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "seen" })
    ));
}

#[test]
fn text_that_is_too_long_is_refused_by_the_name_of_its_field_and_nothing_is_lost() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let long = "á".repeat(40 * 1024);
    for (field, change) in [
        (
            "zone",
            (|form, long| form.zone = long) as fn(&mut crate::victims::VictimForm, String),
        ),
        ("given_name", |form, long| form.given_name = long),
        ("hours", |form, long| {
            form.contact_method.as_mut().unwrap().hours = long;
        }),
    ] {
        let mut form = victim("Maria", "Marker");
        change(&mut form, long.clone());
        match victims::create(&mut file, &form) {
            Err(Error::InvalidInput { field: refused }) => assert_eq!(refused, field),
            other => panic!("{field}: {other:?}"),
        }
    }
    assert_eq!(victims::find(&file, "").unwrap().len(), 0);
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    ensure_sound(&file);
}

#[test]
fn a_field_of_a_newer_program_stays_the_same_however_its_commits_came() {
    static NEWER: Record = Record {
        id: 2,
        name: "victim",
        fields: &[registry::Field {
            id: 200,
            name: "newer",
            kind: countyline_ledger::Kind::Append,
            column: Column::Text,
            alone: false,
            since: 9,
        }],
    };
    assert_eq!(NEWER.id, VICTIM.id);
    let world = World::new();
    let mut writer = world.county("Rivertown");
    let ((), _) = writer
        .change(Action::EditVictim, |change| {
            change.create_as(
                &NEWER,
                countyline_ledger::EntityId([9; 16]),
                [("newer", Value::text("unknown to us"))],
            );
            Ok(())
        })
        .unwrap();
    let first = last_seq(&writer);
    writer
        .change(Action::EditVictim, |change| {
            change.create_as(
                &VICTIM,
                countyline_ledger::EntityId([9; 16]),
                [("zone", Value::text("Elm Creek"))],
            );
            Ok(())
        })
        .unwrap();
    let world = World::new();
    let mut at_once = world.county("Oak Flat");
    let mut in_parts = world.county("Ash Bend");
    give_all(&writer, &mut at_once);
    receive(&mut in_parts, stretch(&writer, first + 1, first + 1)).unwrap();
    receive(&mut in_parts, stretch(&writer, 1, first)).unwrap();
    for file in [&at_once, &in_parts, &writer] {
        ensure_sound(file);
        let key = key(&VICTIM, countyline_ledger::EntityId([9; 16]));
        let state = tables::load(file.conn(), key).unwrap().unwrap();
        assert_eq!(state.heads(FieldId(200)).len(), 1);
        let page = victims::page(file, &crate::ids::text(key.entity)).unwrap();
        assert!(page.holds_more && page.about.zone == "Elm Creek");
    }
}
