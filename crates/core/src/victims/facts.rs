//! Who a victim is, as far as she said: names, age, what she calls herself, what she needs to be served.
//!
//! Nothing is required, and three ways of not knowing are kept apart: not asked yet, declined, unknown. A
//! report maps these answers to its own codes when it is made; what she said stays as she said it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use countyline_ledger::{EntityId, Value};

use super::{OtherName, RelationView, VictimFacts};
use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::checks;
use crate::error::{Error, Result};
use crate::fields::{Filled, set_elements};
use crate::registry::{VICTIM, name, other_name, relation};
use crate::standing::{NOT_ASKED, Standing, id_in};
use crate::start::Saved;
use crate::{codes, days, ids};

/// Writes down who a victim is, in place of what the form had shown.
///
/// # Errors
/// [`Error::DateInFuture`], [`Error::AgeOutOfRange`], [`Error::AnswersExclude`], [`Error::UnknownCode`],
/// [`Error::ReasonRequired`]; nothing is written then.
pub fn set_facts(
    file: &mut CaseFile,
    victim_id: &str,
    facts: &VictimFacts,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let seen = Seen::from_token(seen)?;
    ensure_sound(file, facts)?;
    let ((), changes) = file.change(Action::WriteVictimFacts, |change| {
        change.state(&VICTIM, id)?;
        write(change, id, facts, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Says what this victim is to another one: a child of hers, somebody who lives with her.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::NotFound`]; [`Error::InvalidInput`] if both are the same record.
pub fn relate(file: &mut CaseFile, victim_id: &str, to_id: &str, kind: &str) -> Result<Saved> {
    codes::ensure("relation", "relation", kind)?;
    let (id, to) = (ids::parse(&VICTIM, victim_id)?, ids::parse(&VICTIM, to_id)?);
    if id == to {
        return Err(Error::InvalidInput { field: "victim" });
    }
    let ((), changes) = file.change(Action::WriteVictimFacts, |change| {
        change.state(&VICTIM, id)?;
        change.state(&VICTIM, to)?;
        change.add(&VICTIM, id, "relations", [related_to(to, kind)]);
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

/// Takes back what was said of this victim and another one, as far as the page had shown it. Somebody else's saying
/// the same, apart from that, stays.
///
/// # Errors
/// [`Error::NotFound`].
pub fn unrelate(
    file: &mut CaseFile,
    victim_id: &str,
    to_id: &str,
    kind: &str,
    seen: &str,
) -> Result<Saved> {
    let (id, to) = (ids::parse(&VICTIM, victim_id)?, ids::parse(&VICTIM, to_id)?);
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::WriteVictimFacts, |change| {
        change.remove(&VICTIM, id, &seen, "relations", [related_to(to, kind)])
    })?;
    Ok(Saved::new(id, &changes))
}

/// An element of `relations`.
fn related_to(to: EntityId, kind: &str) -> Value {
    Value::Map(BTreeMap::from([
        (relation::TO, Value::bytes(to.0)),
        (relation::KIND, Value::text(kind)),
    ]))
}

/// The name a letter to an agency says: the one she chose, else another one she goes by, else her own.
pub(crate) fn name_for_paper(file: &CaseFile, victim: EntityId) -> Result<String> {
    let standing = Standing::of(file.conn(), &VICTIM, victim)?;
    let others = other_names(&standing);
    let called = |kind: &str| others.iter().find(|other| other.kind == kind);
    if let Some(other) = called("chosen").or_else(|| called("alias")) {
        return Ok(other.name.clone());
    }
    let whole = format!(
        "{} {}",
        standing.member("name", name::GIVEN),
        standing.member("name", name::FAMILY)
    );
    Ok(whole.trim().to_owned())
}

/// What a letter for herself calls her: the name she chose, without her family name, else her given name.
pub(crate) fn name_in_greeting(file: &CaseFile, victim: EntityId) -> Result<String> {
    let standing = Standing::of(file.conn(), &VICTIM, victim)?;
    let others = other_names(&standing);
    let Some(chosen) = others.iter().find(|other| other.kind == "chosen") else {
        return Ok(standing.member("name", name::GIVEN));
    };
    let family = standing.member("name", name::FAMILY);
    let called = chosen.name.trim();
    let first = match called.strip_suffix(family.trim()) {
        Some(first) if first.ends_with(char::is_whitespace) => first.trim(),
        _ => called,
    };
    Ok(first.to_owned())
}

/// What stands in a victim's record about who she is.
pub(super) fn facts_in(standing: &Standing) -> VictimFacts {
    VictimFacts {
        name_kind: standing.text("name_kind"),
        other_names: other_names(standing),
        name_safe_to_print: standing.answer("name_safe_to_print"),
        birth_date: standing.maybe("birth_date"),
        age_at_incident: standing.number("age_at_incident"),
        age_at_first_service: standing.number("age_at_first_service"),
        age_band: standing.text("age_band"),
        race_ethnicity: standing.texts("race_ethnicity"),
        gender: standing.text("gender"),
        gender_stated: standing.text("gender_stated"),
        pronoun: standing.text("pronoun"),
        special_classes: standing.texts("special_classes"),
        special_class_other: standing.text("special_class_other"),
        interpreter_need: standing.answer("interpreter_need"),
        access_needs: standing.text("access_needs"),
        minor: standing.answer("minor"),
        guardian: standing.text("guardian"),
        guardian_is_alleged_abuser: standing.answer("guardian_is_alleged_abuser"),
        tribal_affiliation: standing.text("tribal_affiliation"),
    }
}

/// Whom she is something to.
pub(super) fn related_in(standing: &Standing) -> Vec<EntityId> {
    let related = standing.elements("relations");
    let related = related.iter();
    related
        .filter_map(|element| element.member(relation::TO).and_then(id_in))
        .collect()
}

/// What she is to other victims. One whose record has not come yet has no number to show.
pub(super) fn relations_in(file: &CaseFile, standing: &Standing) -> Result<Vec<RelationView>> {
    let mut relations = Vec::new();
    for element in standing.elements("relations") {
        let Some(to) = element.member(relation::TO).and_then(id_in) else {
            continue;
        };
        relations.push(RelationView {
            victim_id: ids::text(to),
            case_number: super::summary_or_stub(file, to)?.case_number,
            kind: text_member(&element, relation::KIND),
        });
    }
    Ok(relations)
}

/// Refuses facts that cannot all be so, before anything is written.
pub(super) fn ensure_sound(file: &CaseFile, facts: &VictimFacts) -> Result<()> {
    let today = file.now().date_naive();
    checks::maybe_code("name_kind", "name_kind", &facts.name_kind)?;
    for other in &facts.other_names {
        codes::ensure("name_kind", "name_kind", &other.kind)?;
        if other.name.trim().is_empty() {
            return Err(Error::NameRequired);
        }
    }
    for (field, code) in [
        ("name_safe_to_print", &facts.name_safe_to_print),
        ("interpreter_need", &facts.interpreter_need),
        ("minor", &facts.minor),
        (
            "guardian_is_alleged_abuser",
            &facts.guardian_is_alleged_abuser,
        ),
    ] {
        checks::answer(field, code)?;
    }
    checks::age(facts.age_at_incident)?;
    checks::age(facts.age_at_first_service)?;
    checks::maybe_code("age_band", "age_band", &facts.age_band)?;
    if let Some(birth_date) = &facts.birth_date {
        let born = checks::birth_day("birth_date", birth_date, today)?;
        let years = checks::years_between(born, today).unwrap_or(0);
        ensure_minor_fits("birth_date", &facts.minor, years..=years)?;
    }
    // One finer answer makes a coarser one a second truth.
    let has_age = facts
        .age_at_incident
        .or(facts.age_at_first_service)
        .is_some();
    let has_band = !facts.age_band.is_empty();
    checks::exclude(
        "birth_date",
        "age_band",
        facts.birth_date.is_some() && has_band,
    )?;
    checks::exclude("age_at_incident", "age_band", has_age && has_band)?;
    checks::codes_or_no_answer("race_ethnicity", "race_ethnicity", &facts.race_ethnicity)?;
    checks::codes_or_no_answer("special_class", "special_classes", &facts.special_classes)?;
    checks::maybe_code("gender", "gender", &facts.gender)?;
    let is_other_class = facts.special_classes.iter().any(|code| code == "S8");
    for (needs_words, field, words) in [
        (
            is_other_class,
            "special_class_other",
            &facts.special_class_other,
        ),
        (facts.gender == "G3", "gender_stated", &facts.gender_stated),
    ] {
        if needs_words && words.trim().is_empty() {
            return Err(Error::ReasonRequired { field });
        }
    }
    checks::exclude(
        "minor",
        "guardian",
        facts.minor == "no" && !facts.guardian.trim().is_empty(),
    )
}

/// The age from which nobody is a minor.
const OF_AGE: i32 = 18;

/// Refuses that somebody is a minor, or is none, where she is as old as `years` and cannot be.
///
/// # Errors
/// [`Error::AnswersExclude`], with `field`, which says how old she is.
pub(super) fn ensure_minor_fits(
    field: &'static str,
    minor: &str,
    years: RangeInclusive<i32>,
) -> Result<()> {
    let contradicts = match minor {
        "yes" => *years.start() >= OF_AGE,
        "no" => *years.end() < OF_AGE,
        _ => false,
    };
    checks::exclude(field, "minor", contradicts)
}

/// Whether a victim was a minor on a day, as an answer: as it was given, or where nobody asked as her date of birth
/// says.
pub(crate) fn minor_on(standing: &Standing, day: NaiveDate) -> String {
    let given = standing.answer("minor");
    let born = days::day("birth_date", &standing.text("birth_date"));
    match (given == NOT_ASKED, born) {
        (true, Ok(born)) => {
            let years = checks::years_between(born, day).unwrap_or(0);
            if years < OF_AGE { "yes" } else { "no" }.to_owned()
        }
        _ => given,
    }
}

/// Writes facts that were found sound, as part of a change.
pub(super) fn write(
    change: &mut Change<'_>,
    id: EntityId,
    facts: &VictimFacts,
    seen: &Seen,
) -> Result<()> {
    let birth_date = facts.birth_date.as_deref().unwrap_or_default();
    let mut filled = Filled::default()
        .text("name_kind", &facts.name_kind)
        .answer("name_safe_to_print", &facts.name_safe_to_print)
        .text("birth_date", birth_date)
        .number("age_at_incident", facts.age_at_incident)
        .number("age_at_first_service", facts.age_at_first_service)
        .text("age_band", &facts.age_band)
        .text("gender", &facts.gender)
        .text("gender_stated", &facts.gender_stated)
        .text("pronoun", &facts.pronoun)
        .text("special_class_other", &facts.special_class_other)
        .answer("interpreter_need", &facts.interpreter_need)
        .text("access_needs", &facts.access_needs)
        .answer("minor", &facts.minor)
        .text("guardian", &facts.guardian)
        .answer(
            "guardian_is_alleged_abuser",
            &facts.guardian_is_alleged_abuser,
        )
        .text("tribal_affiliation", &facts.tribal_affiliation);
    // The year is what duplicates are compared by: it never says another thing than the date.
    if let Ok(born) = days::day("birth_date", birth_date.trim()) {
        filled = filled.number("birth_year", Some(born.year()));
    }
    filled.edit(change, &VICTIM, id, seen)?;
    let texts = |codes: &[String]| -> Vec<Value> {
        let codes = codes.iter();
        codes.map(|code| Value::text(&**code)).collect()
    };
    let names = facts.other_names.iter().map(|other| {
        Value::Map(BTreeMap::from([
            (other_name::KIND, Value::text(&*other.kind)),
            (other_name::NAME, Value::text(other.name.trim())),
        ]))
    });
    for (set, elements) in [
        ("race_ethnicity", texts(&facts.race_ethnicity)),
        ("special_classes", texts(&facts.special_classes)),
        ("other_names", names.collect()),
    ] {
        set_elements(change, &VICTIM, id, seen, set, elements)?;
    }
    Ok(())
}

pub(super) fn other_names(standing: &Standing) -> Vec<OtherName> {
    let elements = standing.elements("other_names").into_iter();
    elements
        .map(|element| OtherName {
            kind: text_member(&element, other_name::KIND),
            name: text_member(&element, other_name::NAME),
        })
        .collect()
}

fn text_member(element: &Value, number: u32) -> String {
    let text = element.member(number).and_then(Value::as_text);
    text.unwrap_or_default().to_owned()
}
