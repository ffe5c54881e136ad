//! Incidents that an erased victim was in, and that the county had not heard of when it ordered the erasure.

use std::cmp::Reverse;

use super::*;
use crate::exchange;
use crate::testing::World;
use crate::testing::travel::{ensure_sound, merged, names, office, record};

fn form(victim_id: &str) -> EraseForm {
    EraseForm {
        victim_id: victim_id.to_owned(),
        record: None,
        fields: Vec::new(),
        basis: "court_order".to_owned(),
    }
}

fn happened(number: &str) -> incidents::IncidentForm {
    incidents::IncidentForm {
        agency_case_number: number.to_owned(),
        part: incidents::PartForm {
            role: "primary".to_owned(),
            ..incidents::PartForm::default()
        },
        ..incidents::IncidentForm::default()
    }
}

/// Incidents by their numbers.
fn incidents_of(file: &CaseFile) -> Vec<String> {
    let sql = "SELECT coalesce(agency_case_number, '') FROM incident ORDER BY 1";
    let mut statement = file.conn().prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

/// Ana and Bea at the county and on a laptop, where 26-00117 is Ana's alone and 26-00118 is of both; nothing of it
/// is sent.
fn unsent() -> (World, CaseFile, CaseFile, [String; 2]) {
    let (world, mut county, [mut laptop]) = office();
    world.week(&mut laptop, &mut county);
    let [ana, bea] = ["Ana", "Bea"].map(|given| record(&mut county, given));
    world.received(&mut county, &mut laptop, "both");
    incidents::record(&mut laptop, &ana, &happened("26-00117")).unwrap();
    let shared = incidents::record(&mut laptop, &ana, &happened("26-00118")).unwrap();
    incidents::join(&mut laptop, &bea, &shared.id, &happened("").part).unwrap();
    (world, county, laptop, [ana, bea])
}

#[test]
fn an_incident_that_comes_late_goes_with_her_unless_somebody_else_is_in_it() {
    let (world, mut county, mut laptop, [ana, bea]) = unsent();
    let done = order(&mut county, &form(&ana)).unwrap();
    let late = world.sent(&mut laptop);
    assert_eq!(merged(&mut county, &late), "ready");
    assert_eq!(incidents_of(&county), ["26-00118"]);
    assert_eq!(victims::record(&county, &bea).unwrap().incidents.len(), 1);
    world.received(&mut county, &mut laptop, "after");
    assert_eq!(incidents_of(&laptop), ["26-00118"]);
    assert_eq!(names(&laptop), ["Bea"]);
    // The same week again, and the laptop's receipt, change nothing.
    let records = show(&county, &done.id).unwrap().records;
    let week = world.sent(&mut laptop);
    for path in [&late, &week] {
        merged(&mut county, path);
        ensure_sound(&county);
    }
    assert_eq!(incidents_of(&county), ["26-00118"]);
    assert_eq!(show(&county, &done.id).unwrap().records, records);
}

/// The laptop heard of the order before it sent: her part in the incident comes as a digest.
#[test]
fn an_incident_that_only_the_laptop_knew_goes_once_the_county_has_named_it() {
    let (world, mut county, mut laptop, [ana, _]) = unsent();
    order(&mut county, &form(&ana)).unwrap();
    world.received(&mut county, &mut laptop, "order");
    assert_eq!(names(&laptop), ["Bea"]);
    world.week(&mut laptop, &mut county);
    assert_eq!(incidents_of(&county), ["26-00118"]);
    world.received(&mut county, &mut laptop, "named");
    assert_eq!(incidents_of(&laptop), ["26-00118"]);
    ensure_sound(&laptop);
}

/// Her part is written last and comes first, the incident and the other's part in it last.
#[test]
fn an_incident_whose_other_part_is_still_to_come_is_not_erased() {
    let (world, mut county, [mut laptop]) = office();
    world.week(&mut laptop, &mut county);
    let [ana, bea] = ["Ana", "Bea"].map(|given| record(&mut county, given));
    world.received(&mut county, &mut laptop, "both");
    let shared = incidents::record(&mut laptop, &bea, &happened("26-00118")).unwrap();
    incidents::join(&mut laptop, &ana, &shared.id, &happened("").part).unwrap();
    order(&mut county, &form(&ana)).unwrap();
    let stick = world.stick("parts");
    let size = exchange::PartSize::of_commits(1);
    exchange::send_week_in_parts(&mut laptop, &stick, size).unwrap();
    let mut parts = exchange::bundles_in(&stick).unwrap();
    parts.sort_by_key(|path| {
        let opened = exchange::testing::opened(&county, &laptop, path);
        Reverse(opened.manifest.cover.logs[0].from)
    });
    for part in &parts {
        assert_eq!(merged(&mut county, part), "ready");
        ensure_sound(&county);
    }
    assert_eq!(incidents_of(&county), ["26-00118"]);
    assert_eq!(victims::record(&county, &bea).unwrap().incidents.len(), 1);
}
