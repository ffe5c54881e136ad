//! The tables as they are made, explained and read.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::*;

#[test]
fn the_schema_is_what_schema_sql_explains() {
    let migrated = open::in_memory().unwrap();
    let explained = Connection::open_in_memory().unwrap();
    explained
        .execute_batch(include_str!("../../schema.sql"))
        .unwrap();
    let shape = |conn: &Connection| -> BTreeSet<(String, String, String)> {
        let mut statement = conn
            .prepare(
                "SELECT schema.name, coalesce(info.name, ''), coalesce(info.type, '') || info.\"notnull\" || info.pk
                 FROM sqlite_schema AS schema LEFT JOIN pragma_table_info(schema.name) AS info
                 WHERE schema.name NOT LIKE 'sqlite_%' ORDER BY 1, 2",
            )
            .unwrap();
        let rows = statement
            .query_map([], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                ))
            })
            .unwrap();
        rows.map(|row| row.unwrap()).collect()
    };
    let (migrated, explained) = (shape(&migrated), shape(&explained));
    let only_in_one: Vec<_> = migrated.symmetric_difference(&explained).collect();
    assert!(only_in_one.is_empty(), "{only_in_one:#?}");
    assert!(migrated.len() > 500, "{}", migrated.len());
    for record in crate::registry::RECORDS {
        let columns: Vec<&String> = migrated
            .iter()
            .filter(|(table, ..)| table == record.name)
            .map(|(_, column, _)| column)
            .collect();
        for field in record.fields {
            let in_table = columns.iter().any(|column| *column == field.name);
            assert_eq!(
                in_table,
                field.column != crate::registry::Column::InSet,
                "{}.{}",
                record.name,
                field.name
            );
        }
    }
}

#[test]
fn lists_use_their_indexes() {
    let conn = open::in_memory().unwrap();
    for (sql, index) in [
        (
            "SELECT id FROM contact_method WHERE victim = x'00' AND deleted <> 1",
            "contact_method_by_victim",
        ),
        (
            "SELECT count(*) FROM follow_up
             WHERE state = 'open' AND deleted <> 1 AND victim IS NOT NULL AND due_on <= '2026-01-01'",
            "COVERING INDEX follow_up_open",
        ),
        (
            "SELECT count(*) FROM contact WHERE at >= '2026-01-01' AND deleted <> 1",
            "COVERING INDEX contact_by_day",
        ),
        (
            "SELECT count(*) FROM referral WHERE made_at >= '2026-01-01' AND deleted <> 1",
            "referral_by_day",
        ),
        (
            "SELECT count(*) FROM victim WHERE opened_on >= '2026-01-01' AND deleted <> 1",
            "victim_by_day",
        ),
        (
            "SELECT id FROM victim WHERE deleted = 1 AND EXISTS (SELECT 1 FROM contact)",
            "victim_hidden",
        ),
        (
            "SELECT one, other FROM double_pair ORDER BY weight DESC, one, other",
            "double_pair_by_weight",
        ),
        (
            "SELECT max(at) FROM contact WHERE victim = x'00'",
            "contact_by_victim",
        ),
        (
            "SELECT id FROM referral WHERE victim = x'00'",
            "referral_by_victim",
        ),
        (
            "SELECT id FROM service_event WHERE victim = x'00' ORDER BY served_on DESC",
            "service_event_by_victim",
        ),
        (
            "SELECT id FROM service_event WHERE served_on BETWEEN '2026-01-01' AND '2026-03-31'",
            "service_event_by_day",
        ),
        (
            "SELECT min(id) FROM service_event WHERE referral = x'00'",
            "service_event_by_referral",
        ),
        (
            "SELECT id FROM risk_screen WHERE victim = x'00' ORDER BY at DESC",
            "risk_screen_by_victim",
        ),
        (
            "SELECT at FROM contact WHERE follow_up = x'00'",
            "contact_by_follow_up",
        ),
        (
            "SELECT id FROM participation WHERE victim = x'00' AND deleted <> 1 ORDER BY id",
            "participation_by_victim",
        ),
        (
            "SELECT id FROM participation WHERE incident = x'00' AND deleted <> 1 ORDER BY id",
            "participation_by_incident",
        ),
        (
            "SELECT id FROM incident_fact WHERE victim = x'00' AND deleted <> 1 ORDER BY id",
            "incident_fact_by_victim",
        ),
        (
            "SELECT id FROM rights_notice WHERE victim = x'00' AND deleted <> 1 ORDER BY id",
            "rights_notice_by_victim",
        ),
        (
            "SELECT id FROM disclosure WHERE victim = x'00' ORDER BY at DESC",
            "disclosure_by_victim",
        ),
        (
            "SELECT id FROM compensation_claim WHERE victim = x'00' AND deleted <> 1 ORDER BY id",
            "compensation_claim_by_victim",
        ),
        (
            "SELECT DISTINCT record, entity, field FROM field_head WHERE open = 1",
            "open_conflicts",
        ),
        (
            "SELECT id FROM partner_service WHERE partner = x'00' AND deleted <> 1 ORDER BY name, id",
            "partner_service_by_partner",
        ),
        (
            "SELECT id FROM partner_location WHERE partner = x'00' AND deleted <> 1",
            "partner_location_by_partner",
        ),
        (
            "SELECT id FROM partner_person WHERE partner = x'00' AND deleted <> 1",
            "partner_person_by_partner",
        ),
        (
            "SELECT id FROM group_member WHERE advisory_group = x'00' AND deleted <> 1",
            "group_member_by_group",
        ),
        (
            "SELECT id FROM group_meeting WHERE advisory_group = x'00' AND deleted <> 1
             ORDER BY held_on DESC, id DESC",
            "group_meeting_by_group",
        ),
        (
            "SELECT id FROM community_event WHERE deleted <> 1 ORDER BY held_on DESC, id DESC",
            "community_event_by_day",
        ),
        (
            "SELECT id FROM material WHERE deleted <> 1 ORDER BY given_on DESC, id DESC",
            "material_by_day",
        ),
        (
            "SELECT id FROM training_session WHERE deleted <> 1 ORDER BY held_on DESC, id DESC",
            "training_session_by_day",
        ),
        (
            "SELECT id FROM staff_hours WHERE person = x'00' AND deleted <> 1
             ORDER BY worked_on DESC, id DESC",
            "staff_hours_by_person",
        ),
        (
            "SELECT id FROM survey_return WHERE survey = x'00' AND deleted <> 1",
            "survey_return_by_survey",
        ),
    ] {
        let plan: Vec<String> = conn
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap()
            .query_map([], |row| row.get(3))
            .unwrap()
            .map(|row| row.unwrap())
            .collect();
        assert!(
            plan.iter().any(|step| step.contains(index)),
            "{sql}: {plan:?}"
        );
    }
}
