//! Restricted records: who gets them, who does not, and what a later yes brings.

use std::path::Path;

use countyline_ledger::StoredOp;

use super::*;
use crate::casefile::own_log;
use crate::exchange::testing::{carried, sealed_for};
use crate::testing::travel::{ensure_sound, names};
use crate::testing::{World, inside, newer_record, newer_records, phone, restrict, victim, ways};
use crate::{contacts, exchange, staff, victims};

/// Brings a laptop everything the county has for it, as another welcome.
fn hand_back(world: &World, county: &mut CaseFile, laptop: &mut CaseFile) {
    let stick = world.stick("handed back");
    let request = exchange::write_enrolment(laptop, &stick).unwrap().path;
    let welcome = exchange::enrol_laptop(county, Path::new(&request), &stick).unwrap();
    exchange::accept_welcome(laptop, Path::new(&welcome.path)).unwrap();
    ensure_sound(laptop);
}

fn withheld_ops(file: &CaseFile) -> usize {
    let mut withheld = 0;
    for branch in log::logs(file.conn()).unwrap() {
        for kept in log::commits(file.conn(), branch.log_rid, 1, branch.last_seq).unwrap() {
            let ops = kept.commit.stored_ops();
            withheld += ops
                .filter(|op| matches!(op, StoredOp::Withheld { .. }))
                .count();
        }
    }
    withheld
}

/// The county, a laptop that wrote about Ana, one that did not, and Ana's id. Ana's record is restricted.
fn office(world: &World) -> (CaseFile, CaseFile, CaseFile, String) {
    let mut county = world.county("Rivertown");
    let mut writer = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let other = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let ana = victims::create(&mut writer, &victim("Ana", "Marker"))
        .unwrap()
        .id;
    victims::create(&mut writer, &victim("Bea", "Marker")).unwrap();
    restrict(&mut writer, &ana, true).unwrap();
    let week = exchange::send_week(&mut writer, &world.stick("stick"))
        .unwrap()
        .path;
    exchange::merge(&mut county, &[week]).unwrap();
    (county, writer, other, ana)
}

#[test]
fn who_writes_about_a_colleague_where_a_log_begins_is_not_taken_for_her() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let me = county.place().staff;
    county.end_own_log(own_log::Ended::CountyRestored).unwrap();
    let colleague = staff::StaffForm {
        name: "Vera Volunteer".to_owned(),
        role: "volunteer".to_owned(),
        place: String::new(),
        training_hours: None,
        background_check_on: None,
        availability: Vec::new(),
    };
    staff::create(&mut county, &colleague).unwrap();
    let key = county.place().signing_key.verifying_key().key_id();
    let mut logs = logs_of(county.conn(), key).unwrap();
    logs.extend(
        log::logs(county.conn())
            .unwrap()
            .iter()
            .map(|row| row.log_rid),
    );
    assert_eq!(
        people_of(county.conn(), &logs).unwrap(),
        BTreeSet::from([me])
    );
}

#[test]
fn a_restricted_record_goes_to_the_county_and_to_who_wrote_it_and_to_nobody_else() {
    let world = World::new();
    let (mut county, mut writer, mut other, ana) = office(&world);
    assert_eq!(names(&county), ["Ana", "Bea"]);
    hand_back(&world, &mut county, &mut other);
    assert_eq!(names(&other), ["Bea"]);
    assert!(withheld_ops(&other) > 0);
    // What the county writes about her reaches the one and not the other.
    let method = victims::page(&county, &ana)
        .unwrap()
        .contact_methods
        .remove(0);
    contacts::edit(
        &mut county,
        &method.id,
        &phone("555-0199", "no"),
        &method.seen,
    )
    .unwrap();
    hand_back(&world, &mut county, &mut writer);
    hand_back(&world, &mut county, &mut other);
    assert_eq!(ways(&writer, &ana)[0].form.value, "555-0199");
    assert_eq!(names(&other), ["Bea"]);
    let methods: i64 = other
        .conn()
        .query_row("SELECT count(*) FROM contact_method", [], |row| row.get(0))
        .unwrap();
    assert_eq!(methods, 1, "Bea's alone");
}

#[test]
fn what_a_newer_program_wrote_about_a_restricted_victim_goes_to_nobody_else_either() {
    let world = World::new();
    let (mut county, mut writer, mut other, ana) = office(&world);
    let bea = victims::find(&county, "Bea").unwrap().remove(0).id;
    let both = vec![newer_record(1, &ana), newer_record(2, &bea)];
    inside::write(&mut writer, both).unwrap();
    let week = exchange::send_week(&mut writer, &world.stick("later")).unwrap();
    exchange::merge(&mut county, &[week.path]).unwrap();
    assert_eq!(newer_records(&county), [1, 2]);
    hand_back(&world, &mut county, &mut other);
    assert_eq!(newer_records(&other), [2], "Bea's alone");
}

#[test]
fn who_is_named_later_gets_all_of_it_and_a_poorer_copy_takes_nothing_away() {
    let world = World::new();
    let (mut county, _, mut other, ana) = office(&world);
    hand_back(&world, &mut county, &mut other);
    let stick = world.stick("older");
    let request = exchange::write_enrolment(&mut other, &stick).unwrap().path;
    let poorer = exchange::enrol_laptop(&mut county, Path::new(&request), &stick).unwrap();
    let mine = ids::text(other.place().staff);
    let week = exchange::send_week(&mut other, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    name_for(&mut county, &ana, &mine).unwrap();
    // The older file comes first, or once more: it holds less and changes nothing.
    exchange::accept_welcome(&mut other, Path::new(&poorer.path)).unwrap();
    hand_back(&world, &mut county, &mut other);
    assert_eq!(names(&other), ["Ana", "Bea"]);
    assert_eq!(withheld_ops(&other), 0);
    let numbers = |file: &CaseFile| victims::page(file, &ana).unwrap().contact_methods.len();
    assert_eq!(numbers(&other), numbers(&county));
}

#[test]
fn who_is_named_no_longer_gets_nothing_new_and_keeps_what_came() {
    let world = World::new();
    let (mut county, mut writer, mut other, ana) = office(&world);
    let mine = ids::text(other.place().staff);
    world.week(&mut other, &mut county);
    name_for(&mut county, &ana, &mine).unwrap();
    hand_back(&world, &mut county, &mut other);
    assert_eq!(names(&other), ["Ana", "Bea"]);
    let seen = victims::record(&county, &ana).unwrap().seen;
    no_longer_name_for(&mut county, &ana, &mine, &seen).unwrap();
    contacts::add(&mut writer, &ana, &phone("555-0177", "yes")).unwrap();
    let week = exchange::send_week(&mut writer, &world.stick("later")).unwrap();
    exchange::merge(&mut county, &[week.path]).unwrap();
    hand_back(&world, &mut county, &mut other);
    assert_eq!(names(&other), ["Ana", "Bea"], "what came stays");
    assert_eq!(ways(&county, &ana).len(), ways(&other, &ana).len() + 1);
}

/// The seed of a block is every salt of it, so a laptop never gets one; of what is withheld it gets no salt.
#[test]
fn a_laptop_gets_no_seed_of_another_and_no_salt_of_what_is_withheld() {
    let world = World::new();
    let (mut county, writer, mut other, _) = office(&world);
    hand_back(&world, &mut county, &mut other);
    let log_id = log::log(writer.conn(), writer.place().log_rid)
        .unwrap()
        .log_id;
    for branch in log::branches(other.conn(), log_id).unwrap() {
        let seed = crate::casefile::salts::seed(other.conn(), branch.log_rid, 1).unwrap();
        assert_eq!(seed, None);
        for kept in log::commits(other.conn(), branch.log_rid, 1, branch.last_seq).unwrap() {
            let ops = kept.commit.stored_ops();
            let present = ops.filter(|op| matches!(op, StoredOp::Present(_))).count();
            assert_eq!(kept.salts.unwrap().len(), 16 * present);
        }
    }
}

#[test]
fn what_is_withheld_can_be_erased_and_never_comes_then() {
    let world = World::new();
    let (mut county, _, mut other, ana) = office(&world);
    hand_back(&world, &mut county, &mut other);
    let form = crate::erasure::EraseForm {
        victim_id: ana,
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    };
    crate::erasure::order(&mut county, &form).unwrap();
    hand_back(&world, &mut county, &mut other);
    assert_eq!(names(&other), ["Bea"]);
    assert_eq!(withheld_ops(&other), 0, "what was withheld is erased");
}

/// Commits that the next return brings a laptop.
fn brought(world: &World, county: &mut CaseFile, laptop: &CaseFile, stick: &str) -> u64 {
    let paths = world.returns(county, stick);
    let own = sealed_for(laptop, &paths);
    own.iter().map(|path| carried(laptop, county, path)).sum()
}

#[test]
fn what_is_opened_to_a_laptop_later_comes_with_the_next_return() {
    let world = World::new();
    let (mut county, _, mut other, ana) = office(&world);
    world.received(&mut county, &mut other, "closed");
    assert_eq!(names(&other), ["Bea"]);
    assert!(withheld_ops(&other) > 0);
    world.week(&mut other, &mut county);
    let nothing_new = brought(&world, &mut county, &other, "still closed");
    assert_eq!(
        nothing_new, 2,
        "the merge and the handing back: no digest comes twice"
    );

    let mine = ids::text(other.place().staff);
    name_for(&mut county, &ana, &mine).unwrap();
    // That one is lost.
    world.returns(&mut county, "lost");
    let taken = world.received(&mut county, &mut other, "opened");
    assert!(taken.files.iter().any(|file| file.state == "ready"));
    assert_eq!(names(&other), ["Ana", "Bea"]);
    assert_eq!(withheld_ops(&other), 0);
    world.week(&mut other, &mut county);
    let nothing_new = brought(&world, &mut county, &other, "told");
    assert!(
        nothing_new <= 3,
        "{nothing_new}: what it holds is not sent again"
    );
}

#[test]
fn a_restriction_nobody_saw_is_not_opened() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Marker"))
        .unwrap()
        .id;
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let opened = victims::record(&county, &ana).unwrap().seen;
    restrict(&mut laptop, &ana, true).unwrap();
    let sealed = victims::record(&laptop, &ana).unwrap().seen;
    victims::classify(&mut laptop, &ana, victims::Classification::Sealed, &sealed).unwrap();
    let held = victims::record(&laptop, &ana).unwrap().seen;
    victims::hold(&mut laptop, &ana, true, "County counsel", &held).unwrap();
    world.week(&mut laptop, &mut county);

    super::restrict(&mut county, &ana, false, &opened).unwrap();
    let normal = victims::Classification::Normal;
    victims::classify(&mut county, &ana, normal, &opened).unwrap();
    victims::hold(&mut county, &ana, false, "It is over", &opened).unwrap();
    let record = victims::record(&county, &ana).unwrap();
    assert_eq!(record.classification, victims::Classification::Sealed);
    assert!(record.legal_hold);
    let restricted = super::restricted(county.conn()).unwrap();
    assert!(restricted.contains(&ids::parse(&VICTIM, &ana).unwrap()));

    // Who saw it may open it.
    let seen = victims::record(&county, &ana).unwrap().seen;
    victims::classify(&mut county, &ana, normal, &seen).unwrap();
    assert!(super::restricted(county.conn()).unwrap().is_empty());
}

#[test]
fn a_record_that_is_open_to_all_again_comes_to_all() {
    let world = World::new();
    let (mut county, mut writer, mut other, ana) = office(&world);
    world.received(&mut county, &mut other, "closed");
    world.week(&mut other, &mut county);
    restrict(&mut writer, &ana, false).unwrap();
    world.week(&mut writer, &mut county);
    world.received(&mut county, &mut other, "open");
    assert_eq!(names(&other), ["Ana", "Bea"]);
    assert_eq!(withheld_ops(&other), 0);
}

#[test]
fn what_a_laptop_has_when_a_record_is_closed_stays_and_what_it_wrote_goes_out() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Marker"))
        .unwrap()
        .id;
    let mut reader = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut writer = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    let rewrite = |file: &mut CaseFile, number: &str| {
        let way = victims::page(file, &ana).unwrap().contact_methods.remove(0);
        contacts::edit(file, &way.id, &phone(number, "no"), &way.seen).unwrap();
    };
    // Not sent when the record is closed.
    rewrite(&mut writer, "555-0155");
    restrict(&mut county, &ana, true).unwrap();
    rewrite(&mut county, "555-0199");
    let paths = world.returns(&mut county, "closed");
    for laptop in [&mut reader, &mut writer] {
        exchange::receive(laptop, &paths).unwrap();
        assert_eq!(names(laptop), ["Ana"], "what it has, it keeps");
        assert!(withheld_ops(laptop) > 0, "what came since, it does not get");
    }
    let number = |file: &CaseFile| ways(file, &ana).remove(0).form.value;
    assert_eq!(number(&reader), "555-0101");
    assert_eq!(number(&writer), "555-0155");
    // What it wrote reaches the county, and it is one of those who need to know from then on.
    world.week(&mut writer, &mut county);
    world.week(&mut reader, &mut county);
    assert_eq!(
        crate::inbox::conflicts(&county).unwrap().len(),
        1,
        "written apart"
    );
    let paths = world.returns(&mut county, "after");
    for laptop in [&mut reader, &mut writer] {
        exchange::receive(laptop, &paths).unwrap();
        ensure_sound(laptop);
    }
    assert_eq!(withheld_ops(&writer), 0);
    assert!(withheld_ops(&reader) > 0);
    assert_eq!(crate::inbox::conflicts(&writer).unwrap().len(), 1);
}

#[test]
fn a_sealed_record_goes_to_the_county_and_to_those_named_for_her_alone() {
    let world = World::new();
    let (mut county, mut writer, mut other, ana) = office(&world);
    let seen = victims::record(&county, &ana).unwrap().seen;
    victims::classify(&mut county, &ana, victims::Classification::Sealed, &seen).unwrap();
    let method = victims::page(&county, &ana)
        .unwrap()
        .contact_methods
        .remove(0);
    let new = phone("555-0199", "no");
    contacts::edit(&mut county, &method.id, &new, &method.seen).unwrap();
    hand_back(&world, &mut county, &mut writer);
    let number = |file: &CaseFile| ways(file, &ana).remove(0).form.value;
    assert_eq!(number(&writer), "555-0101", "what it had, and nothing new");
    let mine = ids::text(other.place().staff);
    let week = exchange::send_week(&mut other, &world.stick("stick"))
        .unwrap()
        .path;
    exchange::merge(&mut county, &[week]).unwrap();
    name_for(&mut county, &ana, &mine).unwrap();
    hand_back(&world, &mut county, &mut other);
    assert_eq!(number(&other), "555-0199");
}

#[test]
fn an_incident_that_only_she_is_in_is_withheld_with_her() {
    let world = World::new();
    let (mut county, _, mut other, ana) = office(&world);
    let happened = incidents::IncidentForm {
        agency_case_number: "26-00117".to_owned(),
        part: incidents::PartForm {
            role: "primary".to_owned(),
            ..incidents::PartForm::default()
        },
        ..incidents::IncidentForm::default()
    };
    incidents::record(&mut county, &ana, &happened).unwrap();
    hand_back(&world, &mut county, &mut other);
    let held = |file: &CaseFile| -> i64 {
        let sql = "SELECT count(*) FROM incident";
        file.conn().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!((held(&county), held(&other)), (1, 0));
}

/// Whose laptop it is does not change when the county writes something of the person.
#[test]
fn who_is_named_gets_her_record_also_when_the_county_wrote_of_that_person_before() {
    let world = World::new();
    let (mut county, _, mut other, ana) = office(&world);
    world.week(&mut other, &mut county);
    let mine = ids::text(other.place().staff);
    let person = crate::staff::page(&county, &mine).unwrap().person;
    let form = crate::staff::StaffForm {
        name: "Lee Advocate".to_owned(),
        role: "advocate".to_owned(),
        place: "Laptop 08, front desk".to_owned(),
        ..person.form
    };
    crate::staff::edit(&mut county, &mine, &form, &person.seen).unwrap();
    name_for(&mut county, &ana, &mine).unwrap();
    world.received(&mut county, &mut other, "opened");
    assert_eq!(names(&other), ["Ana", "Bea"]);
}

/// The numbers of all ways to reach victims that are here.
fn numbers(file: &CaseFile) -> Vec<String> {
    let sql = "SELECT value FROM contact_method ORDER BY value";
    let mut statement = file.conn().prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

fn rewrite(file: &mut CaseFile, victim_id: &str, number: &str) {
    let page = victims::page(file, victim_id).unwrap();
    let way = &page.contact_methods[0];
    contacts::edit(file, &way.id, &phone(number, "no"), &way.seen).unwrap();
}

/// A way to reach her names her once, when it is written first. Of a week in parts the part with that may be lost.
#[test]
fn what_is_about_a_victim_who_is_not_known_yet_goes_to_no_other_laptop() {
    let world = World::new();
    let (mut county, mut writer, mut other, ana) = office(&world);
    let cora = victims::create(&mut writer, &victim("Cora", "Marker"))
        .unwrap()
        .id;
    restrict(&mut writer, &cora, true).unwrap();
    rewrite(&mut writer, &cora, "555-0177");
    let stick = world.stick("parts");
    exchange::send_week_in_parts(&mut writer, &stick, exchange::PartSize::of_commits(2)).unwrap();
    let mut parts = exchange::bundles_in(&stick).unwrap();
    parts.sort_by_key(|path| {
        let opened = crate::exchange::testing::opened(&county, &writer, path);
        opened.manifest.cover.logs[0].from
    });
    let last = parts.pop().unwrap();
    exchange::merge(&mut county, &[last]).unwrap();
    assert_eq!(names(&county), ["Ana", "Bea"], "the part with Cora is lost");
    assert!(numbers(&county).contains(&"555-0177".to_owned()));

    hand_back(&world, &mut county, &mut other);
    assert_eq!(numbers(&other), ["555-0101"], "Bea's alone");
    hand_back(&world, &mut county, &mut writer);

    // The rest turns up, and who needs it gets it.
    exchange::merge(&mut county, &parts).unwrap();
    assert_eq!(names(&county), ["Ana", "Bea", "Cora"]);
    world.received(&mut county, &mut other, "still closed");
    assert_eq!(numbers(&other), ["555-0101"]);
    for victim in [&ana, &cora] {
        restrict(&mut county, victim, false).unwrap();
    }
    world.week(&mut other, &mut county);
    world.received(&mut county, &mut other, "open");
    assert_eq!(names(&other), ["Ana", "Bea", "Cora"]);
    assert_eq!((withheld_ops(&other), numbers(&other).len()), (0, 3));
}

/// Logs are numbered as they come. Hers began before that of the laptop which recorded the victim.
#[test]
fn a_laptop_that_only_edited_what_a_later_log_began_has_written_about_her() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut editor = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let mut recorder = world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    world.week(&mut editor, &mut county);
    let ana = victims::create(&mut recorder, &victim("Ana", "Marker"))
        .unwrap()
        .id;
    world.week(&mut recorder, &mut county);
    world.received(&mut county, &mut editor, "all");
    rewrite(&mut editor, &ana, "555-0155");
    world.week(&mut editor, &mut county);
    restrict(&mut county, &ana, true).unwrap();
    rewrite(&mut county, &ana, "555-0199");
    world.received(&mut county, &mut editor, "restricted");
    assert_eq!(numbers(&editor), ["555-0199"]);
}

/// No victim is open to the laptop through whom it would have to know of what happened.
#[test]
fn an_incident_of_several_restricted_victims_is_withheld_and_one_that_is_open_brings_it() {
    let world = World::new();
    let (mut county, _, mut other, ana) = office(&world);
    let happened = incidents::IncidentForm {
        agency_case_number: "26-00117".to_owned(),
        part: incidents::PartForm {
            role: "primary".to_owned(),
            ..incidents::PartForm::default()
        },
        ..incidents::IncidentForm::default()
    };
    let incident = incidents::record(&mut county, &ana, &happened).unwrap().id;
    let cora = victims::create(&mut county, &victim("Cora", "Marker"))
        .unwrap()
        .id;
    incidents::join(&mut county, &cora, &incident, &happened.part).unwrap();
    restrict(&mut county, &cora, true).unwrap();
    hand_back(&world, &mut county, &mut other);
    let held = |file: &CaseFile| -> i64 {
        let sql = "SELECT count(*) FROM incident";
        file.conn().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!((held(&county), held(&other)), (1, 0));
    world.week(&mut other, &mut county);
    restrict(&mut county, &cora, false).unwrap();
    world.received(&mut county, &mut other, "open");
    assert_eq!(held(&other), 1);
}
