//! What was handed in: the figures of a period as they were on that day (CR11).
//!
//! A week that arrives later, a link between two records or a purge changes what the program counts of a period; it
//! never changes what was handed in. Both stand beside each other, and an amended report names the one it stands for.
//! Only figures are kept, no case numbers: those are erased with whom they name.

use std::collections::BTreeMap;

use countyline_ledger::EntityId;

use super::{CountSettings, CountsView, DifferenceView, HandedInView, count};
use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::{REPORT_SNAPSHOT, STAFF};
use crate::standing::{self, Standing};
use crate::start::Saved;
use crate::{days, ids, roles};

/// A figure by its question and its code.
type Figures = BTreeMap<(String, String), Option<i32>>;

/// Keeps the figures of a period as they are counted now, as handed in on a day.
///
/// # Errors
/// As [`count`]; [`Error::DateInFuture`] for a day that has not come, [`Error::DatesReversed`] for one before the period
/// ends; [`Error::NotFound`] for a report to amend that is not there, [`Error::InvalidInput`] for one of another period.
pub fn hand_in(
    file: &mut CaseFile,
    settings: &CountSettings,
    on: &str,
    amends: Option<&str>,
) -> Result<Saved> {
    let counted = count(file, settings)?;
    let on = days::day_until("handed_in_on", on, file.now().date_naive())?;
    if on.to_string() < counted.to {
        return Err(Error::DatesReversed {
            field: "handed_in_on",
        });
    }
    let amended = ids::parse_maybe(&REPORT_SNAPSHOT, amends)?;
    if let Some(amended) = amended {
        let before = Standing::of(file.conn(), &REPORT_SNAPSHOT, amended)?;
        if (before.text("covers_from"), before.text("covers_to"))
            != (counted.from.clone(), counted.to.clone())
        {
            return Err(Error::InvalidInput { field: "amends" });
        }
    }
    let (asked, figures) = (written(settings)?, written(&of(&counted))?);
    let (id, changes) = file.change(Action::HandInReport, |change| {
        let filled = Filled::default()
            .text("report", &counted.report)
            .text("covers_from", &counted.from)
            .text("covers_to", &counted.to)
            .text("settings", &asked)
            .text("figures", &figures)
            .text("handed_in_on", &on.to_string())
            .naming("amends", amended);
        Ok(filled.by(change).create(change, &REPORT_SNAPSHOT))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Every report that was handed in, the latest first.
///
/// # Errors
/// [`Error::CasesNotShown`] to whom figures are not shown; [`Error::Storage`].
pub fn handed_in(file: &CaseFile) -> Result<Vec<HandedInView>> {
    roles::ensure_sees_figures(file)?;
    let found = standing::ids(
        file.conn(),
        "SELECT id FROM report_snapshot WHERE deleted <> 1 ORDER BY handed_in_on DESC, id DESC",
        [],
    )?;
    let view = |id: EntityId| {
        let kept = Standing::of(file.conn(), &REPORT_SNAPSHOT, id)?;
        Ok(HandedInView {
            id: kept.id(),
            report: kept.text("report"),
            from: kept.text("covers_from"),
            to: kept.text("covers_to"),
            handed_in_on: kept.text("handed_in_on"),
            by: kept.name_in(file.conn(), "staff", &STAFF)?,
            amends: kept.named("amends").map(ids::text),
        })
    };
    found.into_iter().map(view).collect()
}

/// Which figures of a report that was handed in are counted differently now, with the settings it was counted with.
///
/// # Errors
/// As [`count`]; [`Error::NotFound`]; [`Error::InvalidInput`] where a newer program kept it in a way that this one does
/// not read.
pub fn differences(file: &CaseFile, report_id: &str) -> Result<Vec<DifferenceView>> {
    roles::ensure_sees_figures(file)?;
    let id = ids::parse(&REPORT_SNAPSHOT, report_id)?;
    let kept = Standing::of(file.conn(), &REPORT_SNAPSHOT, id)?;
    let unread = |_| Error::InvalidInput { field: "report" };
    let settings: CountSettings = serde_json::from_str(&kept.text("settings")).map_err(unread)?;
    let then: Vec<(String, String, Option<i32>)> =
        serde_json::from_str(&kept.text("figures")).map_err(unread)?;
    let then: Figures = then
        .into_iter()
        .map(|(question, code, count)| ((question, code), count))
        .collect();
    let counted = count(file, &settings)?;
    let now: Figures = of(&counted)
        .into_iter()
        .map(|(question, code, count)| ((question, code), count))
        .collect();
    let all = counted
        .figures
        .iter()
        .map(|figure| (figure.question.clone(), figure.code.clone()));
    // What is asked no more stands behind what still is.
    let gone = then.keys().filter(|key| !now.contains_key(*key)).cloned();
    let differing = all.chain(gone).filter_map(|key| {
        let figure = |of: &Figures| of.get(&key).copied().flatten();
        let (then, now) = (figure(&then), figure(&now));
        let (question, code) = key.clone();
        (then != now).then_some(DifferenceView {
            question,
            code,
            then,
            now,
        })
    });
    Ok(differing.collect())
}

fn of(counted: &CountsView) -> Vec<(String, String, Option<i32>)> {
    let figures = counted.figures.iter();
    figures
        .map(|figure| (figure.question.clone(), figure.code.clone(), figure.count))
        .collect()
}

fn written(what: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(what).map_err(|source| Error::Storage {
        doing: "write a report that was handed in",
        source: Box::new(source),
    })
}
