//! Incidents, and what each was for a victim in it.
//!
//! Nothing tells what happened in words, and nothing is kept of an offender but what he is to her. What is
//! said of a person stands in her part of the incident and is erased with her. Facts that come later (an exam
//! was offered, a report was made) are dated answers; a later answer is a new one.

mod views;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{Days, NaiveTime};
use countyline_ledger::{EntityId, Value};
use rusqlite::Connection;

pub use views::*;

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::fields::{Filled, set_elements};
use crate::own_lists::{self, Adds, Sorted};
use crate::registry::{INCIDENT, INCIDENT_FACT, PARTICIPATION, PARTNER, Record, STAFF, VICTIM};
use crate::standing::{self, Standing};
use crate::start::Saved;
use crate::{checks, codes, followups, ids};

/// Records an incident with a victim's part in it. Reported strangulation sets a call for the next day: it can
/// kill after a day without a mark.
///
/// # Errors
/// [`Error::DateInFuture`], [`Error::UnknownCode`], [`Error::AnswersExclude`], [`Error::ReasonRequired`];
/// [`Error::NotFound`] for an officer or an agency that is not there. Nothing is written then.
pub fn record(file: &mut CaseFile, victim_id: &str, form: &IncidentForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let crimes = ensure_new_sound(file, form)?;
    let (id, changes) = file.change(Action::RecordIncident, |change| {
        change.state(&VICTIM, victim)?;
        write(change, victim, form, &crimes)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Refuses an incident with a victim's part in it that cannot be so, before anything is written, and tells its kinds of
/// crime.
///
/// # Errors
/// As [`record`].
pub(crate) fn ensure_new_sound(file: &CaseFile, form: &IncidentForm) -> Result<Sorted> {
    ensure_sound(file, form)?;
    own_lists::zones(file)?.ensure("zone", &form.zone, &[])?;
    crimes_of(file, &form.part, &[])
}

/// Writes an incident that was found sound, with a victim's part in it, as part of a change.
///
/// # Errors
/// [`Error::NotFound`] for an officer or an agency that is not there.
pub(crate) fn write(
    change: &mut Change<'_>,
    victim: EntityId,
    form: &IncidentForm,
    crimes: &Sorted,
) -> Result<EntityId> {
    let incident = filled(change, form)?.by(change).create(change, &INCIDENT);
    write_part(change, [victim, incident], &form.part, crimes)?;
    Ok(incident)
}

/// Edits an incident, in place of what the form had shown. A victim's part in it is edited apart.
///
/// # Errors
/// As [`record`].
pub fn edit(
    file: &mut CaseFile,
    incident_id: &str,
    form: &IncidentForm,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&INCIDENT, incident_id)?;
    let seen = Seen::from_token(seen)?;
    ensure_sound(file, form)?;
    let before = Standing::of(file.conn(), &INCIDENT, id)?.text("zone");
    own_lists::zones(file)?.ensure("zone", &form.zone, &[before])?;
    let ((), changes) = file.change(Action::RecordIncident, |change| {
        change.state(&INCIDENT, id)?;
        filled(change, form)?.edit(change, &INCIDENT, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Records that another victim was in an incident too.
///
/// # Errors
/// As [`record`]; [`Error::InvalidInput`] if she is in it already.
pub fn join(
    file: &mut CaseFile,
    victim_id: &str,
    incident_id: &str,
    part: &PartForm,
) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let incident = ids::parse(&INCIDENT, incident_id)?;
    let crimes = crimes_of(file, part, &[])?;
    let (id, changes) = file.change(Action::RecordIncident, |change| {
        change.state(&VICTIM, victim)?;
        change.state(&INCIDENT, incident)?;
        if part_of(change, victim, incident)?.is_some() {
            return Err(Error::InvalidInput { field: "incident" });
        }
        write_part(change, [victim, incident], part, &crimes)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a victim's part in an incident, in place of what the form had shown.
///
/// # Errors
/// As [`record`].
pub fn edit_part(file: &mut CaseFile, part_id: &str, part: &PartForm, seen: &str) -> Result<Saved> {
    let id = ids::parse(&PARTICIPATION, part_id)?;
    let seen = Seen::from_token(seen)?;
    let before = Standing::of(file.conn(), &PARTICIPATION, id)?;
    let crimes = crimes_of(file, part, &before.texts("own_crimes"))?;
    let ((), changes) = file.change(Action::RecordIncident, |change| {
        let is_new = before.answer("strangulation_reported") != "yes";
        if let (true, Some(victim)) = (is_new, before.named("victim")) {
            call_if_strangled(change, victim, part)?;
        }
        filled_part(part).edit(change, &PARTICIPATION, id, &seen)?;
        let types = texts(&crimes.standard);
        set_elements(change, &PARTICIPATION, id, &seen, "victimization", types)?;
        let own = texts(&crimes.own);
        set_elements(change, &PARTICIPATION, id, &seen, "own_crimes", own)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Puts a legal hold on an incident, with who asked for it, or lifts it, in place of what the form had shown. Nothing of
/// anybody in it is erased while it is on; one that another place put on meanwhile is not lifted.
///
/// # Errors
/// [`Error::ReasonRequired`] in both cases; [`Error::NotFound`].
pub fn hold(
    file: &mut CaseFile,
    incident_id: &str,
    on: bool,
    reason: &str,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&INCIDENT, incident_id)?, Seen::from_token(seen)?);
    if reason.trim().is_empty() {
        return Err(Error::ReasonRequired {
            field: "legal_hold_reason",
        });
    }
    let ((), changes) = file.change(Action::HoldRecords, |change| {
        change.state(&INCIDENT, id)?;
        Filled::default()
            .yes("legal_hold", on)
            .text("legal_hold_reason", reason)
            .edit(change, &INCIDENT, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Whether a legal hold is on an incident that a victim is in.
pub(crate) fn any_is_held(conn: &Connection, victim: EntityId) -> Result<bool> {
    let held = standing::ids(
        conn,
        "SELECT incident.id FROM participation
         JOIN incident ON incident.id = participation.incident
         WHERE participation.victim = ?1 AND participation.deleted <> 1 AND incident.legal_hold = 1",
        [victim.0],
    )?;
    Ok(!held.is_empty())
}

/// The numbers of the incidents that a victim is in.
pub(crate) fn numbers_of(conn: &Connection, victim: EntityId) -> Result<Vec<String>> {
    let of_hers = standing::ids(
        conn,
        "SELECT incident.id FROM participation
         JOIN incident ON incident.id = participation.incident
         WHERE participation.victim = ?1 AND participation.deleted <> 1 AND incident.deleted <> 1",
        [victim.0],
    )?;
    let mut numbers = Vec::with_capacity(of_hers.len());
    for incident in of_hers {
        numbers.push(Standing::load(conn, &INCIDENT, incident)?.text("agency_case_number"));
    }
    Ok(numbers)
}

/// Keeps a dated answer about a victim in an incident.
///
/// # Errors
/// [`Error::DateInFuture`], [`Error::UnknownCode`]; [`Error::NotFound`] if she has no part in it.
pub fn add_fact(
    file: &mut CaseFile,
    victim_id: &str,
    incident_id: &str,
    form: &FactForm,
) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let incident = ids::parse(&INCIDENT, incident_id)?;
    codes::ensure("incident_fact", "fact", &form.fact)?;
    codes::ensure("answer", "answer", &form.answer)?;
    let on = checks::past_day("answered_on", &form.answered_on, file.now().date_naive())?;
    let (id, changes) = file.change(Action::RecordIncident, |change| {
        ensure_in(change, victim, incident)?;
        let filled = Filled::default()
            .naming("victim", Some(victim))
            .naming("incident", Some(incident))
            .text("fact", &form.fact)
            .text("answer", &form.answer)
            .text("answered_on", &on.to_string())
            .text("agency", &form.agency);
        Ok(filled.by(change).create(change, &INCIDENT_FACT))
    })?;
    Ok(Saved::new(id, &changes))
}

/// A victim's incidents, the newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<IncidentView>> {
    let mut views = Vec::new();
    let facts = Standing::of_victim(file.conn(), &INCIDENT_FACT, victim)?;
    for part in Standing::of_victim(file.conn(), &PARTICIPATION, victim)? {
        let Some(incident) = part.named("incident") else {
            continue;
        };
        let standing = match Standing::of(file.conn(), &INCIDENT, incident) {
            Ok(standing) => standing,
            // It has not come yet.
            Err(Error::NotFound { .. } | Error::Erased) => continue,
            Err(refused) => return Err(refused),
        };
        let everyone =
            Standing::that_name(file.conn(), &PARTICIPATION, "incident", incident)?.len();
        let hers = facts
            .iter()
            .filter(|fact| fact.named("incident") == Some(incident));
        views.push(IncidentView {
            id: standing.id(),
            form: form_in(&standing, &part),
            reporting_officer_name: standing.name_in(file.conn(), "reporting_officer", &STAFF)?,
            responding_partner_name: standing.name_in(
                file.conn(),
                "responding_partner",
                &PARTNER,
            )?,
            legal_hold: standing.is("legal_hold"),
            legal_hold_reason: standing.text("legal_hold_reason"),
            facts: newest_first(hers.map(fact_view).collect()),
            other_victims: i32::try_from(everyone.saturating_sub(1)).unwrap_or(i32::MAX),
            part_id: part.id(),
            in_conflict: standing.in_conflict() || part.in_conflict(),
            seen: standing.seen(),
            part_seen: part.seen(),
        });
    }
    views.sort_by(|one, other| other.form.occurred_on.cmp(&one.form.occurred_on));
    Ok(views)
}

/// The day an incident happened on, if that is known.
pub(crate) fn day_of(file: &CaseFile, incident: EntityId) -> Result<Option<String>> {
    Ok(Standing::of(file.conn(), &INCIDENT, incident)?.maybe("occurred_on"))
}

/// The incidents nobody but this victim is in: they are erased with her.
pub(crate) fn hers_alone(conn: &Connection, victim: EntityId) -> Result<Vec<EntityId>> {
    let mut alone = Vec::new();
    for part in Standing::of_victim(conn, &PARTICIPATION, victim)? {
        let Some(incident) = part.named("incident") else {
            continue;
        };
        let everyone = Standing::that_name(conn, &PARTICIPATION, "incident", incident)?;
        if everyone
            .iter()
            .all(|part| part.named("victim") == Some(victim))
        {
            alone.push(incident);
        }
    }
    Ok(alone)
}

/// The incidents nobody is known to be in but these victims: they are withheld with them.
pub(crate) fn nobody_elses(
    conn: &Connection,
    victims: &BTreeSet<EntityId>,
) -> Result<Vec<EntityId>> {
    let reading = |source| Error::database("read incidents", source);
    let mut statement = conn
        .prepare_cached(
            "SELECT incident.id, participation.victim FROM incident
             LEFT JOIN participation ON participation.incident = incident.id
                AND participation.deleted <> 1",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map([], |row| {
            Ok((EntityId(row.get(0)?), row.get::<_, Option<[u8; 16]>>(1)?))
        })
        .and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>)
        .map_err(reading)?;
    let is_open = |victim: &[u8; 16]| !victims.contains(&EntityId(*victim));
    let opened: BTreeSet<EntityId> = rows
        .iter()
        .filter(|(_, victim)| victim.as_ref().is_some_and(is_open))
        .map(|(incident, _)| *incident)
        .collect();
    let closed = rows.into_iter().map(|(incident, _)| incident);
    Ok(closed
        .filter(|incident| !opened.contains(incident))
        .collect())
}

/// The incident a form names, if it names one; it must be one of hers.
///
/// # Errors
/// [`Error::NotFound`].
pub(crate) fn named_by(
    file: &CaseFile,
    victim: EntityId,
    incident_id: Option<&str>,
) -> Result<Option<EntityId>> {
    let Some(id) = incident_id else {
        return Ok(None);
    };
    let incident = ids::parse(&INCIDENT, id)?;
    let parts = Standing::of_victim(file.conn(), &PARTICIPATION, victim)?;
    match parts
        .iter()
        .any(|part| part.named("incident") == Some(incident))
    {
        true => Ok(Some(incident)),
        false => Err(Error::NotFound {
            record: INCIDENT.name,
        }),
    }
}

fn ensure_sound(file: &CaseFile, form: &IncidentForm) -> Result<()> {
    checks::maybe_past_day("occurred_on", &form.occurred_on, file.now().date_naive())?;
    let time = form.occurred_at.trim();
    if !time.is_empty() && NaiveTime::parse_from_str(time, "%H:%M").is_err() {
        return Err(Error::InvalidInput {
            field: "occurred_at",
        });
    }
    for (field, code) in [
        ("tribal_jurisdiction", &form.tribal_jurisdiction),
        ("arrest", &form.arrest),
        ("in_custody", &form.in_custody),
        ("weapon_firearm", &form.weapon_firearm),
        ("children_present", &form.children_present),
        ("protection_order_in_force", &form.protection_order_in_force),
    ] {
        checks::answer(field, code)?;
    }
    Ok(())
}

/// The kinds of crime of a part that was found good: the program's, and the office's own. `stands` are those of its own
/// that the part has already.
fn crimes_of(file: &CaseFile, part: &PartForm, stands: &[String]) -> Result<Sorted> {
    ensure_sound_part(part)?;
    let lists = own_lists::installed(file)?;
    lists.sort_out(Adds::Crimes, "victimization", &part.victimization, stands)
}

fn ensure_sound_part(part: &PartForm) -> Result<()> {
    codes::ensure("incident_role", "role", &part.role)?;
    let needs_words = part
        .victimization
        .iter()
        .any(|code| matches!(code.as_str(), "V13" | "V26"));
    if needs_words && part.victimization_other.trim().is_empty() {
        return Err(Error::ReasonRequired {
            field: "victimization_other",
        });
    }
    checks::maybe_code(
        "offender_relation",
        "offender_relation",
        &part.offender_relation,
    )?;
    checks::answer("strangulation_reported", &part.strangulation_reported)
}

fn filled(change: &Change<'_>, form: &IncidentForm) -> Result<Filled> {
    let officer = named_in(change, &STAFF, form.reporting_officer.as_deref())?;
    let partner = named_in(change, &PARTNER, form.responding_partner.as_deref())?;
    Ok(Filled::default()
        .text("agency_case_number", &form.agency_case_number)
        .text("occurred_on", &form.occurred_on)
        .text("occurred_at", &form.occurred_at)
        .text("zone", &form.zone)
        .answer("tribal_jurisdiction", &form.tribal_jurisdiction)
        .answer("arrest", &form.arrest)
        .answer("in_custody", &form.in_custody)
        .answer("weapon_firearm", &form.weapon_firearm)
        .answer("children_present", &form.children_present)
        .answer("protection_order_in_force", &form.protection_order_in_force)
        .text("responding_agency", &form.responding_agency)
        .naming("responding_partner", partner)
        .naming("reporting_officer", officer))
}

/// The record that a form names, if it names one.
fn named_in(
    change: &Change<'_>,
    record: &'static Record,
    id: Option<&str>,
) -> Result<Option<EntityId>> {
    let Some(id) = id.filter(|id| !id.is_empty()) else {
        return Ok(None);
    };
    let id = ids::parse(record, id)?;
    change.state(record, id)?;
    Ok(Some(id))
}

fn filled_part(part: &PartForm) -> Filled {
    Filled::default()
        .text("role", &part.role)
        .text("victimization_other", &part.victimization_other)
        .text("offender_relation", &part.offender_relation)
        .answer("strangulation_reported", &part.strangulation_reported)
}

fn write_part(
    change: &mut Change<'_>,
    [victim, incident]: [EntityId; 2],
    part: &PartForm,
    crimes: &Sorted,
) -> Result<EntityId> {
    let filled = filled_part(part)
        .naming("victim", Some(victim))
        .naming("incident", Some(incident));
    let id = filled.by(change).create(change, &PARTICIPATION);
    for (field, codes) in [
        ("victimization", &crimes.standard),
        ("own_crimes", &crimes.own),
    ] {
        change.add(&PARTICIPATION, id, field, texts(codes));
    }
    call_if_strangled(change, victim, part)?;
    Ok(id)
}

/// Sets a call for the next day if strangulation is reported, whenever it comes to be known.
fn call_if_strangled(change: &mut Change<'_>, victim: EntityId, part: &PartForm) -> Result<()> {
    if part.strangulation_reported == "yes" {
        let today = change.now().date_naive();
        let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
        followups::write(change, victim, &tomorrow.to_string(), "strangulation_check")?;
    }
    Ok(())
}

fn part_of(change: &Change<'_>, victim: EntityId, incident: EntityId) -> Result<Option<EntityId>> {
    let parts = Standing::of_victim(change.conn(), &PARTICIPATION, victim)?;
    let mut of_incident = parts
        .iter()
        .filter(|part| part.named("incident") == Some(incident));
    Ok(of_incident.next().map(Standing::entity))
}

fn ensure_in(change: &Change<'_>, victim: EntityId, incident: EntityId) -> Result<()> {
    let part = part_of(change, victim, incident)?;
    part.map(drop).ok_or(Error::NotFound {
        record: PARTICIPATION.name,
    })
}

fn form_in(standing: &Standing, part: &Standing) -> IncidentForm {
    IncidentForm {
        agency_case_number: standing.text("agency_case_number"),
        occurred_on: standing.text("occurred_on"),
        occurred_at: standing.text("occurred_at"),
        zone: standing.text("zone"),
        tribal_jurisdiction: standing.answer("tribal_jurisdiction"),
        arrest: standing.answer("arrest"),
        in_custody: standing.answer("in_custody"),
        weapon_firearm: standing.answer("weapon_firearm"),
        children_present: standing.answer("children_present"),
        protection_order_in_force: standing.answer("protection_order_in_force"),
        responding_agency: standing.text("responding_agency"),
        responding_partner: standing.named("responding_partner").map(ids::text),
        reporting_officer: standing.named("reporting_officer").map(ids::text),
        part: PartForm {
            role: part.text("role"),
            victimization: [part.texts("victimization"), part.texts("own_crimes")].concat(),
            victimization_other: part.text("victimization_other"),
            offender_relation: part.text("offender_relation"),
            strangulation_reported: part.answer("strangulation_reported"),
        },
    }
}

fn fact_view(fact: &Standing) -> FactForm {
    FactForm {
        fact: fact.text("fact"),
        answer: fact.answer("answer"),
        answered_on: fact.text("answered_on"),
        agency: fact.text("agency"),
    }
}

/// The latest answer first; of one day, the one written last.
fn newest_first(mut facts: Vec<FactForm>) -> Vec<FactForm> {
    facts.reverse();
    facts.sort_by(|one, other| other.answered_on.cmp(&one.answered_on));
    facts
}

fn texts(codes: &[String]) -> Vec<Value> {
    codes.iter().map(|code| Value::text(&**code)).collect()
}
