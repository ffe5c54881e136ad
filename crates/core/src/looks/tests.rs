use rusqlite::Connection;

use super::*;
use crate::testing::{PASSPHRASE, World, victim, ways};
use crate::{contacts, exchange, followups, ids, services, staff, victims};

/// What was looked at, the oldest first: who, what, whose case number.
fn seen(file: &CaseFile, question: &LooksQuestion) -> Vec<(String, String, String)> {
    let shown = looks(file, question).unwrap().looks.into_iter().rev();
    shown
        .filter(|look| look.what != "looks")
        .map(|look| (look.name, look.what, look.case_number))
        .collect()
}

fn everything() -> LooksQuestion {
    LooksQuestion::default()
}

fn number_of(file: &CaseFile, victim: &str) -> String {
    let id = ids::parse(&crate::registry::VICTIM, victim).unwrap();
    victims::case_number_of(file, id).unwrap()
}

/// Runs SQL past the door, as somebody would who has the key.
fn tamper(file: &CaseFile, sql: &str) {
    file.beside(|conn: &Connection| {
        conn.execute_batch(sql).unwrap();
        Ok(())
    })
    .unwrap();
}

#[test]
fn whoever_reads_a_victims_page_or_record_is_written_down_and_a_list_is_no_look() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    victims::find(&county, "Ana").unwrap();
    assert!(seen(&county, &everything()).is_empty());
    victims::page(&county, &ana).unwrap();
    victims::record(&county, &ana).unwrap();
    ways(&county, &ana);
    services::of_victim(&county, &ana).unwrap();
    followups::next_steps(&county, &ana).unwrap();
    assert!(victims::page(&county, &ids::text(store::NOTHING)).is_err());
    let number = number_of(&county, &ana);
    let row = |what: &str| {
        (
            "Pat Coordinator".to_owned(),
            what.to_owned(),
            number.clone(),
        )
    };
    assert_eq!(
        seen(&county, &everything()),
        [row("victim_page"), row("victim_record"), row("ways")]
    );
    assert!(county.verify().unwrap().ok);
}

#[test]
fn looking_twice_within_ten_minutes_is_one_look_and_later_is_another() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    for at in ["08:00:00", "08:04:00", "08:09:59", "08:10:00", "08:15:00"] {
        world.clock.set(&format!("2026-03-02T{at}-06:00"));
        victims::page(&county, &ana).unwrap();
    }
    let shown = looks(&county, &everything()).unwrap().looks;
    let pages = shown.iter().filter(|look| look.what == "victim_page");
    let at: Vec<&str> = pages.map(|look| &*look.at).collect();
    assert_eq!(
        at,
        ["2026-03-02T14:10:00+00:00", "2026-03-02T14:00:00+00:00"]
    );
    // A program that is started anew remembers what it wrote.
    drop(county);
    let county = world.unlock("Rivertown");
    victims::page(&county, &ana).unwrap();
    let pages = seen(&county, &everything());
    let pages = pages.iter().filter(|(_, what, _)| what == "victim_page");
    assert_eq!(pages.count(), 2);
}

#[test]
fn opening_the_office_says_how_many_wrong_passphrases_came_before() {
    let world = World::new();
    drop(world.county("Rivertown"));
    for _ in 0..3 {
        let outside = crate::outside::testing::outside(&world.clock, 5);
        let refused = CaseFile::unlock(&world.path("Rivertown"), "not this one", outside);
        assert!(refused.is_err());
    }
    let county = world.unlock("Rivertown");
    county.ensure_passphrase(PASSPHRASE).unwrap();
    assert!(county.ensure_passphrase("nor this").is_err());
    county.ensure_passphrase(PASSPHRASE).unwrap();
    let shown = looks(&county, &everything()).unwrap().looks;
    let times: Vec<(&str, i32)> = shown
        .iter()
        .rev()
        .map(|look| (&*look.what, look.times))
        .collect();
    assert_eq!(
        times,
        [("opened", 3), ("passphrase_again", 1), ("looks", 0)]
    );
}

#[test]
fn a_row_that_was_changed_left_out_or_moved_is_noticed() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let hers: Vec<String> = ["Ana", "Bea", "Cleo", "Dina"]
        .iter()
        .map(|name| {
            let form = victim(name, "Example");
            victims::create(&mut county, &form).unwrap().id
        })
        .collect();
    for id in &hers {
        victims::page(&county, id).unwrap();
    }
    let differs = |county: &CaseFile| {
        let report = county.verify().unwrap();
        assert_eq!(report.ok, report.differences.is_empty());
        report.differences == ["look"]
    };
    assert!(county.verify().unwrap().ok);
    tamper(&county, "CREATE TABLE look_before AS SELECT * FROM look");
    let swap = "UPDATE look SET seq = 9 WHERE seq = 2; UPDATE look SET seq = 2 WHERE seq = 3;
                UPDATE look SET seq = 3 WHERE seq = 9;";
    for (flaw, sql) in [
        (
            "another instant",
            "UPDATE look SET at_ms = at_ms + 1 WHERE seq = 2",
        ),
        (
            "another person",
            "UPDATE look SET who = zeroblob(16) WHERE seq = 2",
        ),
        ("another deed", "UPDATE look SET deed = 4 WHERE seq = 2"),
        (
            "another victim",
            "UPDATE look SET record = zeroblob(16) WHERE seq = 2",
        ),
        ("another number", "UPDATE look SET times = 1 WHERE seq = 2"),
        (
            "another hash",
            "UPDATE look SET hash = zeroblob(32) WHERE seq = 2",
        ),
        ("one left out", "DELETE FROM look WHERE seq = 2"),
        ("the first left out", "DELETE FROM look WHERE seq = 1"),
        ("the last left out", "DELETE FROM look WHERE seq = 4"),
        ("all left out", "DELETE FROM look"),
        ("two changed places", swap),
        (
            "one more",
            "INSERT INTO look SELECT 5, at_ms, who, deed, record, times, hash FROM look WHERE seq = 4",
        ),
    ] {
        tamper(&county, sql);
        assert!(differs(&county), "{flaw}");
        tamper(
            &county,
            "DELETE FROM look; INSERT INTO look SELECT * FROM look_before",
        );
    }
    tamper(&county, "DROP TABLE look_before");
    assert!(county.verify().unwrap().ok);
}

#[test]
fn what_was_looked_at_is_there_after_the_program_was_killed() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    victims::page(&county, &ana).unwrap();
    // What a killed program leaves: the files as they are while it has them open.
    let copy = world.path("Killed");
    std::fs::create_dir_all(&copy).unwrap();
    for name in ["case.db", "case.db-wal", "case.key"] {
        std::fs::copy(county.folder().join(name), copy.join(name)).unwrap();
    }
    let killed = world.unlock("Killed");
    let rows = seen(&killed, &everything());
    assert_eq!(rows[0].1, "victim_page");
    assert!(killed.verify().unwrap().ok);
}

#[test]
fn a_saved_change_waits_for_the_disk_also_after_a_look() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let waits = |file: &CaseFile| -> i64 {
        file.conn()
            .pragma_query_value(None, "synchronous", |row| row.get(0))
            .unwrap()
    };
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    assert_eq!(waits(&county), 2);
    victims::page(&county, &ana).unwrap();
    assert_eq!(waits(&county), 2, "FULL again");
    // While an office is made up nothing waits, and a look does not change that.
    county.hurry().unwrap();
    victims::record(&county, &ana).unwrap();
    assert_eq!(waits(&county), 0);
    county.settle().unwrap();
    assert_eq!(seen(&county, &everything()).len(), 2);
}

#[test]
fn a_week_carries_what_was_looked_at_and_the_countys_coordinator_sees_it() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut elm_creek = world.joined_laptop(&mut county, "Elm Creek", "Dana Deputy");
    let ana = victims::create(&mut elm_creek, &victim("Ana", "Example"))
        .unwrap()
        .id;
    victims::page(&elm_creek, &ana).unwrap();
    let stick = world.stick("stick");
    let week = exchange::send_week(&mut elm_creek, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    let number = number_of(&county, &ana);
    let of_ana = LooksQuestion {
        victim_id: Some(ana.clone()),
        ..everything()
    };
    let dana = |what: &str| ("Dana Deputy".to_owned(), what.to_owned(), number.clone());
    assert_eq!(seen(&county, &of_ana), [dana("victim_page")]);

    // The next week carries only what came since, and the two follow on each other.
    victims::record(&elm_creek, &ana).unwrap();
    let week = exchange::send_week(&mut elm_creek, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    assert_eq!(
        seen(&county, &of_ana),
        [dana("victim_page"), dana("victim_record")]
    );
    let shown = looks(&county, &everything()).unwrap();
    assert_eq!(shown.broken, [""; 0]);
    let dana_id = shown.looks.iter().find(|look| look.name == "Dana Deputy");
    let of_dana = LooksQuestion {
        staff_id: dana_id.map(|look| look.staff_id.clone()),
        ..everything()
    };
    assert_eq!(seen(&county, &of_dana).len(), 2);
    let before = LooksQuestion {
        until: Some("2026-03-01".to_owned()),
        ..everything()
    };
    assert!(seen(&county, &before).is_empty());
    for file in [&county, &elm_creek] {
        assert!(file.verify().unwrap().ok);
    }
}

#[test]
fn what_waits_to_be_sent_is_not_counted_higher_for_who_looked() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Dana Deputy");
    let ana = victims::create(&mut laptop, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let stick = world.stick("stick");
    victims::page(&laptop, &ana).unwrap();
    let before = exchange::send_state(&laptop).unwrap().changes;
    exchange::send_week(&mut laptop, &stick).unwrap();
    let state = exchange::send_state(&laptop).unwrap();
    assert!(before > 0);
    assert_eq!(state.changes, 0);
}

#[test]
fn many_rows_go_in_portions_that_come_back_as_they_were() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Dana Deputy");
    let rows: Vec<Row> = (0..2 * ROWS_OF_A_PORTION + 7)
        .map(|number| Row {
            at_ms: laptop.now().timestamp_millis() + i64::try_from(number).unwrap(),
            who: laptop.place().staff,
            deed: if number % 3 == 0 { 3 } else { 200 },
            record: EntityId([u8::try_from(number % 251).unwrap(); 16]),
            times: u16::try_from(number % 4).unwrap(),
        })
        .collect();
    laptop.lightly(|conn| store::append(conn, &rows)).unwrap();
    let stick = world.stick("stick");
    let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    let own = county.place().device;
    let portions = portion::between(county.conn(), own, 0, i64::MAX).unwrap();
    assert_eq!(portions.len(), 3);
    let back: Vec<Row> = portions.into_iter().flat_map(|one| one.rows).collect();
    assert_eq!(back, rows);
    let shown = looks(&county, &everything()).unwrap();
    assert_eq!(shown.looks.len(), 500);
    assert!(shown.all > 2000);
    assert!(shown.looks.iter().any(|look| look.what == "newer_program"));
    assert!(shown.broken.is_empty());
}

#[test]
fn a_laptop_whose_rows_do_not_follow_on_each_other_is_named() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Dana Deputy");
    let ana = victims::create(&mut laptop, &victim("Ana", "Example"))
        .unwrap()
        .id;
    let stick = world.stick("stick");
    for flaw in ["", "UPDATE look_chain SET told_seq = told_seq + 1"] {
        victims::page(&laptop, &ana).unwrap();
        victims::record(&laptop, &ana).unwrap();
        tamper(&laptop, if flaw.is_empty() { "SELECT 1" } else { flaw });
        let week = exchange::send_week(&mut laptop, &stick).unwrap().path;
        exchange::merge(&mut county, &[week]).unwrap();
        world.clock.set("2026-03-02T09:00:00-06:00");
        let broken = looks(&county, &everything()).unwrap().broken;
        assert_eq!(broken.len(), usize::from(!flaw.is_empty()));
    }
}

#[test]
fn everybody_but_the_coordinator_sees_only_her_own_looks() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut elm_creek = world.joined_laptop(&mut county, "Elm Creek", "Dana Deputy");
    let mut oak_flat = world.joined_laptop(&mut county, "Oak Flat", "Lee Deputy");
    let ana = victims::create(&mut elm_creek, &victim("Ana", "Example"))
        .unwrap()
        .id;
    victims::page(&elm_creek, &ana).unwrap();
    let stick = world.stick("stick");
    let week = exchange::send_week(&mut elm_creek, &stick).unwrap().path;
    exchange::merge(&mut county, &[week]).unwrap();
    for back in exchange::hand_back(&mut county, &stick).unwrap() {
        let _ = exchange::receive(&mut oak_flat, &back.paths);
    }
    victims::page(&oak_flat, &ana).unwrap();
    // Nobody else's are shown, whoever is asked for; what goes through the log is the coordinator's.
    let dana = county_id(&county, "Dana Deputy");
    let asked = LooksQuestion {
        staff_id: Some(dana),
        ..everything()
    };
    let shown = looks(&oak_flat, &asked).unwrap();
    assert!(!shown.everybody);
    assert!(shown.looks.iter().all(|look| look.name == "Lee Deputy"));
    assert!(shown.looks.iter().any(|look| look.what == "victim_page"));
    let refused = review(&mut oak_flat);
    assert!(matches!(
        refused,
        Err(crate::error::Error::RoleMayNot { .. })
    ));
}

fn county_id(file: &CaseFile, name: &str) -> String {
    let mut all = staff::list(file).unwrap().into_iter();
    all.find(|person| person.form.name == name).unwrap().id
}

#[test]
fn the_log_is_gone_through_once_a_week() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    victims::page(&county, &ana).unwrap();
    let due = |file: &CaseFile| looks(file, &everything()).unwrap().review_due;
    assert!(!due(&county));
    world.clock.set("2026-03-09T08:00:00-06:00");
    assert!(due(&county));
    review(&mut county).unwrap();
    let shown = looks(&county, &everything()).unwrap();
    assert!(!shown.review_due);
    assert_eq!(shown.reviewed_by, "Pat Coordinator");
    assert_eq!(
        shown.reviewed_at.as_deref(),
        Some("2026-03-09T08:00:00-06:00")
    );
    world.clock.set("2026-03-16T08:00:00-06:00");
    assert!(due(&county));
}

#[test]
fn rows_are_kept_for_a_year_and_more_and_what_is_left_is_still_a_chain() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Dana Deputy");
    let ana = victims::create(&mut laptop, &victim("Ana", "Example"))
        .unwrap()
        .id;
    victims::page(&laptop, &ana).unwrap();
    let a_year_of = |since: &str| LooksQuestion {
        since: Some(since.to_owned()),
        ..everything()
    };
    let pages = |file: &CaseFile| {
        let rows = seen(file, &a_year_of("2026-03-01"));
        rows.iter()
            .filter(|(_, what, _)| what == "victim_page")
            .count()
    };
    drop(laptop);
    // A year later it is there. Two years later it is still there: no week has carried it.
    for at in ["2027-03-02T08:00:00-06:00", "2028-03-02T08:00:00-06:00"] {
        world.clock.set(at);
        assert_eq!(pages(&world.unlock("Elm Creek")), 1, "{at}");
    }
    let mut laptop = world.unlock("Elm Creek");
    let week = exchange::send_week(&mut laptop, &world.stick("stick"))
        .unwrap()
        .path;
    exchange::merge(&mut county, &[week]).unwrap();
    drop(laptop);
    let laptop = world.unlock("Elm Creek");
    assert_eq!(pages(&laptop), 0);
    assert!(laptop.verify().unwrap().ok);
    assert_eq!(pages(&county), 1, "the county's copy is in the history");
    victims::page(&laptop, &ana).unwrap();
    assert_eq!(pages(&laptop), 1);
    assert!(laptop.verify().unwrap().ok);
}

#[test]
fn what_was_looked_at_stays_after_an_erasure_and_names_nobody() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    victims::page(&county, &ana).unwrap();
    let form = crate::erasure::EraseForm {
        victim_id: ana.clone(),
        basis: "court_order".to_owned(),
        record: None,
        fields: Vec::new(),
    };
    crate::erasure::order(&mut county, &form).unwrap();
    let shown = looks(&county, &everything()).unwrap().looks;
    let page = shown
        .iter()
        .find(|look| look.what == "victim_page")
        .unwrap();
    assert_eq!(page.victim_id.as_deref(), Some(&*ana));
    assert_eq!(page.case_number, "");
    assert!(county.verify().unwrap().ok);
}

#[test]
fn every_deed_stands_in_the_code_list() {
    let mut codes: Vec<&str> = Looked::ALL.into_iter().map(Looked::code).collect();
    codes.push("newer_program");
    assert_eq!(codes, crate::codes::list("looked"));
}

#[test]
fn the_form_of_a_way_shows_her_number_and_is_a_look_at_her_ways() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let ana = victims::create(&mut county, &victim("Ana", "Example"))
        .unwrap()
        .id;
    contacts::gate(&county, &ana).unwrap();
    let rows = seen(&county, &everything());
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].1, "ways");
}
