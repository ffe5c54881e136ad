//! What was written of a victim when she was recorded, and correcting it: a misspelled name, another zone, the
//! language she speaks after all.
//!
//! A correction replaces what its form had shown and nothing else: what another place wrote meanwhile stands
//! beside it until a person decides.

use std::collections::BTreeMap;

use chrono::Datelike;
use countyline_ledger::{EntityId, Value};

use super::{VictimAbout, VictimForm, facts, store};
use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::fields::{Filled, set_elements};
use crate::own_lists::{self, Adds, Sorted};
use crate::registry::{VICTIM, name};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{checks, ids};

/// Corrects what was written of a victim, in place of what the form had shown. One who had given no name and gives
/// one now is unnamed no more.
///
/// # Errors
/// [`Error::NameRequired`]; [`Error::UnknownCode`]; [`Error::InvalidInput`]; [`Error::AnswersExclude`] for a year
/// that is not the one of her date of birth, or not one of a minor's; [`Error::NotFound`]. Nothing is written then.
pub fn correct(
    file: &mut CaseFile,
    victim_id: &str,
    about: &VictimAbout,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let seen = Seen::from_token(seen)?;
    let stands = Standing::of(file.conn(), &VICTIM, id)?;
    let was_unnamed = stands.text("name_kind") == "unnamed";
    ensure_sound(file, about, was_unnamed)?;
    let needs = needs_of(file, about, &stands.texts("own_needs"))?;
    own_lists::zones(file)?.ensure("zone", &about.zone, &[stands.text("zone")])?;
    ensure_born_in(about.birth_year, stands.maybe("birth_date").as_deref())?;
    // She grows up, and what was answered once stays: only another year than before is asked about.
    if about.birth_year != stands.number("birth_year") {
        ensure_minor_born_in(file, about.birth_year, &stands.text("minor"))?;
    }
    let ((), changes) = file.change(Action::EditVictim, |change| {
        let mut filled = Filled::default()
            .number("birth_year", about.birth_year)
            .text("language", &about.language)
            .text("zone", &about.zone);
        if was_unnamed && is_named(about) {
            filled = filled.text("name_kind", "");
        }
        filled.edit(change, &VICTIM, id, &seen)?;
        write_name(change, id, about, &seen)?;
        for (field, codes) in [("needs", &needs.standard), ("own_needs", &needs.own)] {
            let codes = codes.iter().map(|code| Value::text(&**code));
            set_elements(change, &VICTIM, id, &seen, field, codes)?;
        }
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

/// What stands of a victim.
pub(super) fn about_in(row: &store::Row, needs: Vec<String>) -> VictimAbout {
    VictimAbout {
        given_name: row.given_name.clone(),
        family_name: row.family_name.clone(),
        birth_year: row.birth_year,
        language: row.language.clone(),
        zone: row.zone.clone(),
        needs,
    }
}

/// What the form for a new victim says of her.
pub(super) fn about_of(form: &VictimForm) -> VictimAbout {
    VictimAbout {
        given_name: form.given_name.clone(),
        family_name: form.family_name.clone(),
        birth_year: form.birth_year,
        language: form.language.clone(),
        zone: form.zone.clone(),
        needs: form.needs.clone(),
    }
}

pub(super) fn is_named(about: &VictimAbout) -> bool {
    !(about.given_name.trim().is_empty() && about.family_name.trim().is_empty())
}

/// Refuses what cannot be so of anybody, before anything is written.
pub(super) fn ensure_sound(
    file: &CaseFile,
    about: &VictimAbout,
    may_be_unnamed: bool,
) -> Result<()> {
    if !is_named(about) && !may_be_unnamed {
        return Err(Error::NameRequired);
    }
    let this_year = file.now().year();
    let is_possible = |year| (1900..=this_year).contains(&year);
    if about.birth_year.is_some_and(|year| !is_possible(year)) {
        return Err(Error::InvalidInput {
            field: "birth_year",
        });
    }
    checks::maybe_code("language", "language", &about.language)
}

/// What she needs: the program's codes, and the office's own. `stands` are those of its own that she has already.
pub(super) fn needs_of(file: &CaseFile, about: &VictimAbout, stands: &[String]) -> Result<Sorted> {
    own_lists::installed(file)?.sort_out(Adds::Needs, "needs", &about.needs, stands)
}

/// Refuses another year than the one of her date of birth: duplicates are compared by it.
fn ensure_born_in(birth_year: Option<i32>, birth_date: Option<&str>) -> Result<()> {
    let born = birth_date.and_then(|day| day.get(..4));
    let year = birth_year.map(|year| year.to_string());
    checks::exclude(
        "birth_date",
        "birth_year",
        born.is_some() && year.as_deref() != born,
    )
}

/// Refuses a year in which a minor, or somebody who is none, cannot have been born.
pub(super) fn ensure_minor_born_in(
    file: &CaseFile,
    birth_year: Option<i32>,
    minor: &str,
) -> Result<()> {
    let Some(year) = birth_year else {
        return Ok(());
    };
    // This year's birthday may be still to come.
    let years = file.now().year() - year;
    facts::ensure_minor_fits("birth_year", minor, years - 1..=years)
}

/// Writes both names as one value, over the very value that the form had shown.
fn write_name(
    change: &mut Change<'_>,
    id: EntityId,
    about: &VictimAbout,
    seen: &Seen,
) -> Result<()> {
    let shown = change.had_shown(&VICTIM, id, seen, "name")?;
    if shown.is_none() && !is_named(about) {
        return Ok(());
    }
    let mut members = match shown {
        Some(Value::Map(members)) => members,
        _ => BTreeMap::new(),
    };
    members.insert(name::GIVEN, Value::text(about.given_name.trim()));
    members.insert(name::FAMILY, Value::text(about.family_name.trim()));
    change.edit(&VICTIM, id, seen, [("name", Value::Map(members))])
}
