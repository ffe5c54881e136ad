//! Training sessions, and who came. What everybody must hear is repeated until everybody has heard it: a repeat
//! names the first session of its row, and who came to any of them has come.
//! (OVC, *Victim Services in Rural Law Enforcement*, `training.html`: mandatory, repeated until all came.)

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::{EntityId, Value};

pub use views::*;

use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::registry::{STAFF, TRAINING_SESSION};
use crate::standing::{Standing, reference};
use crate::start::Saved;
use crate::{checks, days, ids};

/// Training, row by row: the newest row first, each with who still lacks it.
pub fn list(file: &CaseFile) -> Result<Vec<TrainingRow>> {
    store::rows(file.conn(), file.now().date_naive())
}

/// Records a session that was held or is planned.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::DateRequired`]; [`Error::NumberOutOfRange`];
/// [`Error::NotARepeat`] if it repeats a repeat; [`Error::DateInFuture`] if people are said to have come to one
/// that has not been; [`Error::NotFound`]. Nothing is written then.
pub fn record(file: &mut CaseFile, form: &TrainingForm) -> Result<Saved> {
    let topic = checks::name("topic", &form.topic)?;
    let held_on = days::day("held_on", &form.held_on)?;
    let minutes = checks::within("minutes", form.minutes, 1..=7 * 24 * 60)?;
    let attended = people(&form.attended)?;
    if !attended.is_empty() && held_on > file.now().date_naive() {
        return Err(Error::DateInFuture { field: "held_on" });
    }
    let repeat_of = form.repeat_of.as_deref();
    let repeat_of = repeat_of
        .map(|id| ids::parse(&TRAINING_SESSION, id))
        .transpose()?;
    if let Some(first) = repeat_of {
        let first = Standing::load(file.conn(), &TRAINING_SESSION, first)?;
        if first.named("repeat_of").is_some() {
            return Err(Error::NotARepeat);
        }
    }
    let (id, changes) = file.change(Action::KeepTraining, |change| {
        for person in &attended {
            change.state(&STAFF, *person)?;
        }
        let fields = [
            ("topic", Value::text(topic)),
            ("held_on", Value::text(held_on.to_string())),
            ("mandatory", Value::Bool(form.mandatory)),
            ("repeat_of", repeat_of.map_or(Value::Null, reference)),
            ("minutes", Value::Int(minutes.into())),
        ];
        let id = change.create(&TRAINING_SESSION, fields);
        change.add(
            &TRAINING_SESSION,
            id,
            "attended",
            attended.into_iter().map(reference),
        );
        Ok(id)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes down who came to a session.
///
/// # Errors
/// [`Error::DateInFuture`] if it has not been; [`Error::NotFound`].
pub fn attended(file: &mut CaseFile, session_id: &str, staff_ids: &[String]) -> Result<Saved> {
    let id = ids::parse(&TRAINING_SESSION, session_id)?;
    let came = people(staff_ids)?;
    let held_on = Standing::load(file.conn(), &TRAINING_SESSION, id)?.text("held_on");
    checks::past_day("held_on", &held_on, file.now().date_naive())?;
    let ((), changes) = file.change(Action::KeepTraining, |change| {
        for person in &came {
            change.state(&STAFF, *person)?;
        }
        change.add(
            &TRAINING_SESSION,
            id,
            "attended",
            came.into_iter().map(reference),
        );
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

fn people(staff_ids: &[String]) -> Result<Vec<EntityId>> {
    staff_ids.iter().map(|id| ids::parse(&STAFF, id)).collect()
}
