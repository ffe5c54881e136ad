//! What is asked once a year, beside the grant's figures: requests that could not be met and why (AN1), survey sheets
//! (AN3, AN4), and how many of those who were newly recorded got the card of their rights.

use rusqlite::{Connection, named_params};

use super::views::{UnmetView, YearView};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::{days, roles};

/// Counts a period. The numbers open to no case, so whoever may see figures may see them.
///
/// # Errors
/// [`Error::DateRequired`] and [`Error::PeriodBackwards`] for the period; [`Error::CasesNotShown`] to whom figures are
/// not shown either.
pub fn year(file: &CaseFile, from: &str, to: &str) -> Result<YearView> {
    let (from, to) = days::period(from, to)?;
    roles::count(file, |conn| {
        counted(conn, &from.to_string(), &to.to_string())
    })
}

fn counted(conn: &Connection, from: &str, to: &str) -> Result<YearView> {
    let number = |sql: &str| -> Result<i32> {
        conn.prepare_cached(sql)
            .and_then(|mut statement| {
                statement.query_row(named_params! { ":from": from, ":to": to }, |row| row.get(0))
            })
            .map_err(reading)
    };
    let unmet = unmet(conn, from, to)?;
    let for_want_of_capacity = unmet.iter().filter(|row| row.reason == "staff_capacity");
    Ok(YearView {
        for_want_of_capacity: for_want_of_capacity.map(|row| row.requests).sum(),
        unmet,
        surveys_handed_out: number(
            "SELECT coalesce(sum(handed_out), 0) FROM survey_return
             WHERE deleted <> 1 AND counted_on BETWEEN :from AND :to",
        )?,
        surveys_returned: number(
            "SELECT coalesce(sum(returned), 0) FROM survey_return
             WHERE deleted <> 1 AND counted_on BETWEEN :from AND :to",
        )?,
        newly_recorded: number(
            "SELECT count(*) FROM victim WHERE deleted <> 1 AND opened_on BETWEEN :from AND :to",
        )?,
        with_rights_card: number(
            "SELECT count(*) FROM victim
             WHERE deleted <> 1 AND opened_on BETWEEN :from AND :to
               AND EXISTS (SELECT 1 FROM rights_notice AS notice
                           WHERE notice.victim = victim.id AND notice.deleted <> 1
                             AND notice.item = 'state_card')",
        )?,
    })
}

/// Requests of a period that could not be met, the most frequent first.
fn unmet(conn: &Connection, from: &str, to: &str) -> Result<Vec<UnmetView>> {
    let sql = "SELECT coalesce(item, ''), coalesce(reason, 'other'), sum(coalesce(quantity, 1)) AS requests
         FROM service_event
         WHERE served_on BETWEEN :from AND :to AND deleted <> 1 AND outcome = 'unmet'
         GROUP BY 1, 2 ORDER BY requests DESC, 1, 2";
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":from": from, ":to": to }, |row| {
            Ok(UnmetView {
                item: row.get(0)?,
                reason: row.get(1)?,
                requests: row.get(2)?,
            })
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("count a year", source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rights::{self, RightsNoticeForm};
    use crate::services::{self, ServiceForm};
    use crate::surveys::{self, SurveyCount, SurveyForm};
    use crate::testing::{World, victim};
    use crate::victims;

    /// A hand-worked office: three requests not met, two of them for want of people; 20 sheets out, 8 back; two victims,
    /// one with the card.
    #[test]
    fn an_1_an_3_and_an_4_are_counted_as_they_are_by_hand() {
        let world = World::new();
        let mut file = world.county("Rivertown");
        let mut ask = |name: &str, reasons: &[&str]| {
            let id = victims::create(&mut file, &victim(name, "Example"))
                .unwrap()
                .id;
            for reason in reasons {
                let form = ServiceForm {
                    victim_id: Some(id.clone()),
                    item: "D1".to_owned(),
                    mode: "phone".to_owned(),
                    outcome: "unmet".to_owned(),
                    reason: Some((*reason).to_owned()),
                    ..ServiceForm::default()
                };
                services::record(&mut file, &form).unwrap();
            }
            id
        };
        let ana = ask("Ana", &["staff_capacity", "distance_transport"]);
        ask("Rosa", &["staff_capacity"]);
        let card = RightsNoticeForm {
            item: "state_card".to_owned(),
            language: "es".to_owned(),
            how_given: "hand".to_owned(),
            given_on: "2026-03-02".to_owned(),
            ..RightsNoticeForm::default()
        };
        rights::give(&mut file, &ana, &card).unwrap();
        let survey = SurveyForm {
            title: "How did we do?".to_owned(),
            audience: "victim".to_owned(),
            began_on: "2026-01-01".to_owned(),
            ended_on: None,
        };
        let survey = surveys::create(&mut file, &survey).unwrap().id;
        let sheets = SurveyCount {
            counted_on: "2026-03-01".to_owned(),
            handed_out: 20,
            returned: 8,
            answers: Vec::new(),
        };
        surveys::count(&mut file, &survey, &sheets).unwrap();

        let counted = year(&file, "2026-01-01", "2026-12-31").unwrap();
        assert_eq!(counted.for_want_of_capacity, 2);
        let rows: Vec<(&str, i32)> = counted
            .unmet
            .iter()
            .map(|row| (&*row.reason, row.requests))
            .collect();
        assert_eq!(rows, [("staff_capacity", 2), ("distance_transport", 1)]);
        assert_eq!(
            (counted.surveys_handed_out, counted.surveys_returned),
            (20, 8)
        );
        assert_eq!((counted.newly_recorded, counted.with_rights_card), (2, 1));
        let before = year(&file, "2025-01-01", "2025-12-31").unwrap();
        assert_eq!((before.newly_recorded, before.unmet.len()), (0, 0));
        assert!(matches!(
            year(&file, "2026-02-01", "2026-01-01"),
            Err(Error::PeriodBackwards)
        ));
    }
}
