//! Orders of erasure: who may give them, what they take, who has carried them out, and what comes late.

use std::path::Path;

use countyline_ledger::{EntityId, EraseScope, OrderId, StoredOp, Value};

use super::*;
use crate::casefile::{log, salts};
use crate::outreach::ContactForm;
use crate::registry::{CONTACT, CONTACT_METHOD};
use crate::testing::{World, inside, newer_record, newer_records, partner, phone, victim};
use crate::{contacts, duplicates, exchange, inbox, outreach, partners, victims};

fn form(victim_id: &str) -> EraseForm {
    EraseForm {
        victim_id: victim_id.to_owned(),
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    }
}

fn create(file: &mut CaseFile, given: &str) -> String {
    victims::create(file, &victim(given, "Marker")).unwrap().id
}

fn record_contact(file: &mut CaseFile, victim_id: &str, note: &str) -> String {
    let form = ContactForm {
        victim_id: victim_id.to_owned(),
        channel: "phone".to_owned(),
        outcome: "reached_talked".to_owned(),
        at: None,
        minutes: Some(5),
        note: note.to_owned(),
        follow_up_id: None,
        next_follow_up_on: Some("2026-03-19".to_owned()),
    };
    outreach::record_contact(file, &form).unwrap().id
}

fn rewrite(file: &mut CaseFile, victim_id: &str, number: &str) {
    let page = victims::page(file, victim_id).unwrap();
    let method = &page.contact_methods[0];
    contacts::edit(file, &method.id, &phone(number, "no"), &method.seen).unwrap();
}

fn names(file: &CaseFile) -> Vec<String> {
    let found = victims::find(file, "").unwrap();
    found.into_iter().map(|victim| victim.name).collect()
}

fn send(laptop: &mut CaseFile, stick: &Path) -> String {
    exchange::send_week(laptop, stick).unwrap().path
}

fn merge(county: &mut CaseFile, path: &str) {
    let summary = exchange::merge(county, &[path.to_owned()]).unwrap();
    assert_eq!(summary.files[0].failure, None);
    ensure_sound(county);
}

/// Brings a laptop everything the county has, as another welcome.
fn hand_back(world: &World, county: &mut CaseFile, laptop: &mut CaseFile) {
    let stick = world.stick("handed back");
    let request = exchange::write_enrolment(laptop, &stick).unwrap().path;
    let welcome = exchange::enrol_laptop(county, Path::new(&request), &stick).unwrap();
    exchange::accept_welcome(laptop, Path::new(&welcome.path)).unwrap();
    ensure_sound(laptop);
}

fn ensure_sound(file: &CaseFile) {
    let report = file.verify().unwrap();
    assert!(report.ok, "{:?}", report.differences);
}

/// Operations of the whole history, by what is left of them.
fn left(file: &CaseFile) -> (usize, usize) {
    let (mut present, mut erased) = (0, 0);
    for branch in log::logs(file.conn()).unwrap() {
        for kept in log::commits(file.conn(), branch.log_rid, 1, branch.last_seq).unwrap() {
            for op in kept.commit.stored_ops() {
                match op {
                    StoredOp::Present(_) => present += 1,
                    StoredOp::Erased { .. } => erased += 1,
                    StoredOp::Withheld { .. } => {}
                }
            }
        }
    }
    (present, erased)
}

#[test]
fn an_order_takes_a_victim_with_everything_that_is_hers_and_nothing_else() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let bea = create(&mut county, "Bea");
    record_contact(&mut county, &ana, "hers");
    record_contact(&mut county, &bea, "another's");
    let preview = rehearse(&county, &form(&ana)).unwrap();
    let of = |name: &str| {
        let mut records = preview.records.iter().filter(|row| row.record == name);
        records.next().map_or(0, |row| row.count)
    };
    assert_eq!(
        (
            of("victim"),
            of("contact"),
            of("contact_method"),
            of("follow_up")
        ),
        (1, 1, 1, 1)
    );
    let before = victims::page(&county, &bea).unwrap();
    let done = order(&mut county, &form(&ana)).unwrap();
    assert!(done.finished);
    assert_eq!(names(&county), ["Bea Marker"]);
    assert_eq!(victims::page(&county, &bea).unwrap(), before);
    assert!(matches!(
        victims::page(&county, &ana),
        Err(Error::NotFound { .. })
    ));
    ensure_sound(&county);
    let shown = show(&county, &done.id[..8]).unwrap();
    assert_eq!(
        (shown.records, shown.outstanding, shown.finished_here),
        (4, 0, true)
    );
    // A second order finds nobody.
    assert!(matches!(
        order(&mut county, &form(&ana)),
        Err(Error::NotFound { .. })
    ));
}

#[test]
fn one_field_goes_and_the_rest_of_the_record_stays() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let contact = record_contact(&mut county, &ana, "written by mistake");
    let of_note = EraseForm {
        record: Some(NamedRecord {
            record: "contact".to_owned(),
            id: contact,
        }),
        fields: vec!["note".to_owned()],
        basis: "recorded_by_mistake".to_owned(),
        ..form(&ana)
    };
    order(&mut county, &of_note).unwrap();
    let (note, minutes): (Option<String>, i32) = county
        .conn()
        .query_row("SELECT note, minutes FROM contact", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!((note, minutes), (None, 5));
    assert_eq!(names(&county), ["Ana Marker"]);
    ensure_sound(&county);
    // A field that is not written alone would take others along.
    let of_minutes = EraseForm {
        fields: vec!["minutes".to_owned()],
        ..of_note
    };
    let refused = order(&mut county, &of_minutes);
    assert!(matches!(
        refused,
        Err(Error::InvalidInput { field: "field" })
    ));
}

#[test]
fn only_the_county_orders_and_only_on_a_basis_it_knows() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    assert!(matches!(
        order(&mut laptop, &form(&ana)),
        Err(Error::OnlyCounty)
    ));
    let no_basis = EraseForm {
        basis: "because".to_owned(),
        ..form(&ana)
    };
    assert!(matches!(
        order(&mut county, &no_basis),
        Err(Error::UnknownCode { .. })
    ));
    assert_eq!(names(&county), ["Ana Marker"]);
}

/// A laptop whose program was tampered with writes an order into its own log.
#[test]
fn an_order_in_a_laptops_log_has_no_effect_and_is_shown() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let scope = EraseScope {
        record: VICTIM.record_type(),
        entity: ids::parse(&VICTIM, &ana).unwrap(),
        fields: BTreeSet::new(),
    };
    laptop
        .change(Action::OrderErasure, |change| {
            change.erase(OrderId([9; 16]), "court_order".to_owned(), vec![scope]);
            Ok(())
        })
        .unwrap();
    assert_eq!(names(&laptop), ["Ana Marker"]);
    let week = send(&mut laptop, &world.stick("stick"));
    merge(&mut county, &week);
    assert_eq!(names(&county), ["Ana Marker"]);
    let shown = orders(&county).unwrap();
    assert!(shown.orders.is_empty());
    assert_eq!(shown.refused.len(), 1);
    assert_eq!(shown.refused[0].by, "Dana Deputy");
}

#[test]
fn what_a_newer_program_wrote_about_her_goes_with_her_also_where_it_comes_late() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let (ana, bea) = (create(&mut county, "Ana"), create(&mut county, "Bea"));
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    inside::write(
        &mut county,
        vec![newer_record(1, &ana), newer_record(2, &bea)],
    )
    .unwrap();
    inside::write(
        &mut laptop,
        vec![newer_record(3, &ana), newer_record(4, &bea)],
    )
    .unwrap();
    let late = send(&mut laptop, &world.stick("late"));
    order(&mut county, &form(&ana)).unwrap();
    assert_eq!(newer_records(&county), [2]);
    merge(&mut county, &late);
    assert_eq!(newer_records(&county), [2, 4]);
    hand_back(&world, &mut county, &mut laptop);
    assert_eq!(newer_records(&laptop), [2, 4]);
    ensure_sound(&county);
}

#[test]
fn every_place_carries_an_order_out_and_confirms_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    world.joined_laptop(&mut county, "Laptop 08", "Lee Deputy");
    record_contact(&mut laptop, &ana, "written on the laptop");
    let done = order(&mut county, &form(&ana)).unwrap();
    assert_eq!(show(&county, &done.id).unwrap().outstanding, 2);
    hand_back(&world, &mut county, &mut laptop);
    assert!(names(&laptop).is_empty());
    let contacts: i64 = laptop
        .conn()
        .query_row("SELECT count(*) FROM contact", [], |row| row.get(0))
        .unwrap();
    assert_eq!(contacts, 0, "its own unsent work about her goes, too");
    let week = send(&mut laptop, &world.stick("stick"));
    merge(&mut county, &week);
    let shown = show(&county, &done.id).unwrap();
    assert_eq!(shown.outstanding, 1);
    let places: Vec<(&str, bool)> = shown
        .places
        .iter()
        .map(|place| (place.place.as_str(), place.confirmed_at.is_some()))
        .collect();
    assert_eq!(
        places,
        [
            ("Rivertown", true),
            ("Laptop 07", true),
            ("Laptop 08", false)
        ]
    );
    // A newcomer gets the history without her.
    let newcomer = world.joined_laptop(&mut county, "Laptop 09", "Kim Deputy");
    assert!(names(&newcomer).is_empty());
    assert_eq!(left(&newcomer).1, left(&county).1);
    ensure_sound(&newcomer);
}

#[test]
fn what_comes_late_is_erased_before_it_is_stored_and_shown_as_written_on() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let ana = create(&mut laptop, "Ana");
    let stick = world.stick("stick");
    let first = send(&mut laptop, &stick);
    merge(&mut county, &first);
    let done = order(&mut county, &form(&ana)).unwrap();
    let present = left(&county).0;
    // The laptop never heard of it and writes on.
    rewrite(&mut laptop, &ana, "555-0199");
    record_contact(&mut laptop, &ana, "written after the order");
    create(&mut laptop, "Bea");
    let late = send(&mut laptop, &stick);
    for bundle in [&late, &first, &late] {
        let _ = exchange::merge(&mut county, std::slice::from_ref(bundle)).unwrap();
        assert_eq!(names(&county), ["Bea Marker"]);
        ensure_sound(&county);
    }
    assert!(left(&county).0 > present, "what is about others came in");
    let shown = show(&county, &done.id).unwrap();
    assert_eq!(shown.late.len(), 2, "two things were written on, each once");
    assert_eq!(shown.late[0].by, "Dana Deputy");
    assert!(inbox::conflicts(&county).unwrap().is_empty());
}

#[test]
fn nobody_writes_into_what_was_erased() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let opened = victims::page(&county, &ana).unwrap();
    order(&mut county, &form(&ana)).unwrap();
    let commits = county.verify().unwrap().commits;
    let method = &opened.contact_methods[0];
    let edit = contacts::edit(
        &mut county,
        &method.id,
        &phone("555-0199", "no"),
        &method.seen,
    );
    assert!(matches!(edit, Err(Error::Erased)), "{edit:?}");
    let add = contacts::add(&mut county, &ana, &phone("555-0199", "no"));
    assert!(matches!(add, Err(Error::Erased)), "{add:?}");
    assert_eq!(county.verify().unwrap().commits, commits);
}

#[test]
fn the_seed_of_an_erased_block_is_destroyed_and_work_goes_on() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let own = county.place().log_rid;
    assert!(salts::seed(county.conn(), own, 1).unwrap().is_some());
    order(&mut county, &form(&ana)).unwrap();
    assert!(salts::seed(county.conn(), own, 1).unwrap().is_none());
    create(&mut county, "Bea");
    assert!(salts::seed(county.conn(), own, 1).unwrap().is_none());
    ensure_sound(&county);
    let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    assert_eq!(names(&laptop), ["Bea Marker"]);
    ensure_sound(&laptop);
}

/// The power fails when the order stands and nothing else is done.
#[test]
fn what_a_power_cut_left_undone_the_next_start_finishes() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let backup = county.back_up().unwrap();
    let scopes = scopes(&county, &form(&ana)).unwrap();
    county
        .change(Action::OrderErasure, |change| {
            change.erase(OrderId([9; 16]), "court_order".to_owned(), scopes);
            Ok(())
        })
        .unwrap();
    assert!(!orders(&county).unwrap().orders[0].finished_here);
    assert!(backup.exists());
    drop(county);
    let county = world.unlock("Rivertown");
    let shown = &orders(&county).unwrap().orders[0];
    assert!(shown.finished_here);
    assert_eq!(shown.outstanding, 0);
    assert!(!backup.exists());
    assert_eq!(
        county.backups().unwrap().len(),
        1,
        "a fresh one took its place"
    );
    ensure_sound(&county);
}

#[test]
fn a_backup_made_before_is_replaced_by_one_without_her() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    create(&mut county, "Bea");
    county.back_up().unwrap();
    let done = order(&mut county, &form(&ana)).unwrap();
    assert_eq!(done.backups_replaced, 1);
    let backups = county.backups().unwrap();
    assert_eq!(backups.len(), 1);
    let outside = crate::outside::testing::outside(&world.clock, 77);
    let restored = CaseFile::unlock(&backups[0], crate::testing::PASSPHRASE, outside).unwrap();
    assert_eq!(names(&restored), ["Bea Marker"]);
    ensure_sound(&restored);
}

/// A laptop's contact with her that the county never saw is erased on the laptop; the county learns its number
/// from the receipt, and so knows a later change of it that comes without it.
#[test]
fn what_a_laptop_found_the_county_names_for_all() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let contact = record_contact(&mut laptop, &ana, "never sent");
    let done = order(&mut county, &form(&ana)).unwrap();
    hand_back(&world, &mut county, &mut laptop);
    let before = show(&county, &done.id).unwrap().records;
    let week = send(&mut laptop, &world.stick("stick"));
    merge(&mut county, &week);
    let filter = crate::casefile::erasing::filter(county.conn()).unwrap();
    assert!(
        filter
            .whole(ids::parse(&CONTACT, &contact).unwrap())
            .is_some()
    );
    assert!(show(&county, &done.id).unwrap().records > before);
    // Said once.
    let commits = county.verify().unwrap().commits;
    county.finish_erasing().unwrap();
    assert_eq!(county.verify().unwrap().commits, commits);
}

/// A receipt is a laptop's word: it cannot be used to have somebody else's record erased.
#[test]
fn a_receipt_does_not_erase_what_belongs_to_another() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let bea = create(&mut county, "Bea");
    let beas = victims::page(&county, &bea).unwrap().contact_methods[0]
        .id
        .clone();
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let done = order(&mut county, &form(&ana)).unwrap();
    let method = ids::parse(&CONTACT_METHOD, &beas).unwrap();
    let victim = ids::parse(&VICTIM, &bea).unwrap();
    let named = |record: &Record, id: EntityId| {
        Value::List(vec![Value::Int(record.id.into()), Value::bytes(id.0)])
    };
    let order_id = show(&county, &done.id).unwrap().id;
    let order_id: Vec<u8> = (0..16)
        .map(|at| u8::from_str_radix(&order_id[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    laptop
        .change(Action::ConfirmErasure, |change| {
            let found = vec![named(&CONTACT_METHOD, method), named(&VICTIM, victim)];
            change.create(
                &crate::registry::ERASE_RECEIPT,
                [
                    ("order_id", Value::bytes(order_id)),
                    ("carried_out_at", Value::text("2026-03-02T08:00:00-06:00")),
                    ("found", Value::List(found)),
                ],
            );
            Ok(())
        })
        .unwrap();
    let week = send(&mut laptop, &world.stick("stick"));
    merge(&mut county, &week);
    assert_eq!(names(&county), ["Bea Marker"]);
    assert_eq!(
        victims::page(&county, &bea).unwrap().contact_methods.len(),
        1
    );
}

#[test]
fn an_agency_is_no_victim_and_cannot_be_ordered_erased_as_one() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let agency = partners::create(&mut county, &partner("Legal Aid"))
        .unwrap()
        .id;
    assert!(matches!(
        order(&mut county, &form(&agency)),
        Err(Error::NotFound { .. })
    ));
    assert_eq!(partners::list(&county, "").unwrap().len(), 1);
}

#[test]
fn an_order_in_a_log_that_the_county_ended_is_still_the_countys() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    order(&mut county, &form(&ana)).unwrap();
    let ended = county.place().log_rid;
    exchange::county_restored(&mut county).unwrap();
    assert_ne!(county.place().log_rid, ended, "it writes another log now");
    let is_of_county = crate::casefile::erasing::is_of_county(county.conn(), ended);
    assert!(is_of_county.unwrap());
    ensure_sound(&county);
}

/// That Bea is her sister, or was taken for her, says that she was.
#[test]
fn what_others_records_say_of_her_goes_with_her_also_when_it_comes_late() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = create(&mut county, "Ana");
    let [bea, cora, dee] = ["Bea", "Cora", "Dee"].map(|given| create(&mut county, given));
    let mut laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    victims::relate(&mut county, &bea, &ana, "other_family").unwrap();
    victims::relate(&mut county, &bea, &cora, "other_family").unwrap();
    duplicates::not_the_same(&mut county, &ana, &dee).unwrap();
    victims::relate(&mut laptop, &cora, &ana, "other_family").unwrap();
    victims::relate(&mut laptop, &cora, &bea, "other_family").unwrap();
    order(&mut county, &form(&ana)).unwrap();
    let week = send(&mut laptop, &world.stick("stick"));
    merge(&mut county, &week);
    let ana = ids::parse(&VICTIM, &ana).unwrap();
    let named: Vec<(String, Vec<u8>)> = {
        let sql = "SELECT hex(entity), element FROM set_member ORDER BY 1";
        let mut statement = county.conn().prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().collect::<rusqlite::Result<_>>().unwrap()
    };
    let names_her = |bytes: &[u8]| bytes.windows(16).any(|part| part == ana.0);
    assert!(!named.iter().any(|(_, element)| names_her(element)));
    for victim in [&bea, &cora] {
        assert_eq!(victims::record(&county, victim).unwrap().relations.len(), 1);
    }
    for branch in log::logs(county.conn()).unwrap() {
        for kept in log::commits(county.conn(), branch.log_rid, 1, branch.last_seq).unwrap() {
            for (_, op) in kept.commit.ops().unwrap() {
                let of_an_order = matches!(op, countyline_ledger::Op::Erase { .. });
                assert!(of_an_order || !names_her(&op.encode().unwrap()), "{op:?}");
            }
        }
    }
}

#[test]
fn what_can_be_erased_by_itself_is_listed_and_each_of_it_can_be_ordered() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let hers = create(&mut county, "Maria");
    let other = create(&mut county, "Ana");
    let contact = record_contact(&mut county, &hers, "Asked about the bus.");
    let listed = erasable(&county, &hers).unwrap();
    assert_eq!((&*listed[0].record, &*listed[0].id), ("victim", &*hers));
    let of_contact = listed.iter().find(|one| one.id == contact).unwrap();
    assert_eq!(of_contact.record, "contact");
    assert!(
        of_contact
            .values
            .iter()
            .any(|value| value.value == "Asked about the bus.")
    );
    assert!(
        erasable(&county, &other)
            .unwrap()
            .iter()
            .all(|one| one.id != contact)
    );
    for one in &listed {
        let fields = one.fields.iter().map(|field| vec![field.clone()]);
        // Her record without a field named means all of hers.
        let whole = (one.record != "victim").then(Vec::new);
        for fields in fields.chain(whole) {
            let order = EraseForm {
                record: Some(NamedRecord {
                    record: one.record.clone(),
                    id: one.id.clone(),
                }),
                fields,
                ..form(&hers)
            };
            assert_eq!(
                rehearse(&county, &order).unwrap().records[0].count,
                1,
                "{order:?}"
            );
        }
    }
    let order_contact = EraseForm {
        record: Some(NamedRecord {
            record: "contact".to_owned(),
            id: contact.clone(),
        }),
        ..form(&hers)
    };
    order(&mut county, &order_contact).unwrap();
    assert!(
        erasable(&county, &hers)
            .unwrap()
            .iter()
            .all(|one| one.id != contact)
    );
    let laptop = world.joined_laptop(&mut county, "Laptop 07", "Deputy Ortiz");
    assert!(matches!(erasable(&laptop, &hers), Err(Error::OnlyCounty)));
}

#[test]
fn whatever_can_be_erased_by_itself_has_a_name_in_both_languages() {
    for language in crate::words::LANGUAGES {
        let words = crate::words::Words::of(language);
        let mut fields = RECORDS.iter().flat_map(|record| record.fields);
        let nameless = fields.find(|field| {
            field.is_erased_alone()
                && !words.has(&format!("field-{}", field.name.replace('_', "-")))
        });
        assert_eq!(nameless.map(|field| field.name), None, "{language}");
    }
}
