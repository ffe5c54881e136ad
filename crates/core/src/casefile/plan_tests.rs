//! What the screens that people look at all day ask SQLite for, and how it looks for it: no list that grows with the
//! office is read from one end to the other.

use std::cell::RefCell;
use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use crate::casefile::CaseFile;
use crate::roles;
use crate::testing::{World, victim};
use crate::{inbox, outreach, referrals, victims};

/// Tables that grow with the office but are no cases themselves.
const GROWING: [&str; 3] = ["commit_log", "find_word", "find_form"];

/// Tables and an index that hold nothing but what somebody hid or what waits for somebody, and one row.
const FEW: [&str; 5] = [
    "tombstone",
    "double_number",
    "double_pair",
    "double_state",
    "victim USING COVERING INDEX victim_hidden",
];

/// Read from one end on purpose: in the order of an index, and only as far as rows are shown.
const IN_ORDER: &str = "FROM victim WHERE deleted <> 1 ORDER BY id DESC LIMIT :most";

thread_local! {
    static ASKED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

fn note(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(statement, _) = event {
        let sql = statement.sql().into_owned();
        // A look writes one row and how its commit waits: neither looks for anything.
        if sql.starts_with("SELECT") || sql.starts_with("WITH") {
            ASKED.with_borrow_mut(|asked| asked.insert(sql));
        }
    }
}

/// Every statement that runs while a screen is made.
fn asked_for(file: &CaseFile, screen: impl FnOnce(&CaseFile)) -> BTreeSet<String> {
    ASKED.take();
    let all = TraceEventCodes::SQLITE_TRACE_STMT;
    file.conn().trace_v2(all, Some(note));
    screen(file);
    file.conn().trace_v2(TraceEventCodes::empty(), None);
    ASKED.take()
}

/// The steps that go through a whole table that grows, or through all of an index of it.
fn scans(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let unbound = vec![rusqlite::types::Null; statement.parameter_count()];
    let steps = statement
        .query_map(rusqlite::params_from_iter(unbound), |row| {
            row.get::<_, String>(3)
        })
        .unwrap()
        .map(|step| step.unwrap());
    let grows = |step: &String| {
        let Some(of) = step.strip_prefix("SCAN ") else {
            return false;
        };
        let table = of.split(' ').next().unwrap_or_default();
        let mut tables = roles::tables_of_cases()
            .chain(roles::mixed_tables())
            .chain(GROWING);
        let few = FEW.iter().any(|few| *few == table || *few == of);
        let in_order = sql.ends_with(IN_ORDER) && of.contains(" INDEX ");
        tables.any(|grows| grows == table) && !few && !in_order
    };
    steps.filter(grows).collect()
}

/// What it is called, and making it.
type Screen<'a> = (&'a str, &'a dyn Fn(&CaseFile));

#[test]
fn no_screen_of_every_day_reads_a_table_from_one_end_to_the_other() {
    let world = World::new();
    let mut file = world.county("Rivertown");
    let maria = victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    victims::create(&mut file, &victim("Maria", "Marker")).unwrap();
    // The first look makes the suggestions of all of them, once.
    assert_eq!(inbox::first(&file).unwrap().all, 1);
    let screens: [Screen<'_>; 8] = [
        ("Find, nothing typed", &|file| {
            assert_eq!(victims::find(file, "").unwrap().len(), 2);
        }),
        ("Find, a name", &|file| {
            assert_eq!(victims::find(file, "maria marker").unwrap().len(), 2);
        }),
        ("Find, two words", &|file| {
            assert_eq!(victims::find(file, "mrakers m").unwrap().len(), 2);
        }),
        ("Find, the end of a number", &|file| {
            victims::find(file, "0142").unwrap();
        }),
        ("a victim's page", &|file| {
            victims::page(file, &maria.id).unwrap();
        }),
        ("Today", &|file| {
            outreach::today(file).unwrap();
        }),
        ("Today, waiting on a partner", &|file| {
            referrals::waiting(file, 0).unwrap();
        }),
        ("the inbox", &|file| {
            assert_eq!(inbox::first(file).unwrap().first.len(), 1);
        }),
    ];
    let mut found = Vec::new();
    for (screen, show) in screens {
        let asked = asked_for(&file, show);
        assert!(!asked.is_empty(), "{screen}");
        for sql in asked {
            let scans = scans(file.conn(), &sql).into_iter();
            found.extend(scans.map(|step| format!("{screen}: {step}: {sql}")));
        }
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_question_that_reads_a_whole_table_is_noticed() {
    let world = World::new();
    let file = world.county("Rivertown");
    let asked = asked_for(&file, |file| {
        file.conn()
            .query_row("SELECT count(*) FROM victim WHERE zone = 'x'", [], |_| {
                Ok(())
            })
            .unwrap();
    });
    let found: Vec<String> = asked
        .iter()
        .flat_map(|sql| scans(file.conn(), sql))
        .collect();
    assert_eq!(found, ["SCAN victim"]);
}
