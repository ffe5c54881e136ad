//! Victims in full, incidents, safe contact and what protects a victim: forms from files become the core's.

mod history;
mod keeping;
mod made_papers;
mod paper_looks;
mod telling_agencies;

use std::path::Path;

use countyline_core::casefile::CaseFile;
use countyline_core::contacts;
use countyline_core::incidents;
use countyline_core::start::Saved;
use countyline_core::victims::{self, VictimRecord};
use countyline_core::{
    compensation, court_dates, custody, policy as core_policy, protection_orders, rights, values,
};
use serde::de::DeserializeOwned;

use crate::arguments::{
    CheckText, Common, FromFile, Incident, Protection, SafeContact, VictimInFull, YesNo,
};
use crate::asking;
use crate::casework::{partner_called, tell_saved, victim_id};
use crate::forms::{self, warn_of_history};
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::program::person_called;
use crate::telling::Telling;

pub(crate) use keeping::{policy, retention};
pub(crate) use telling_agencies::{paper, tell_releases, told};

/// The commands of `victim` that write more than her page shows.
pub(crate) fn victim(
    wanted: VictimInFull,
    file: &mut CaseFile,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let saved = match wanted {
        VictimInFull::Facts(form) => {
            let id = victim_id(file, &form.victim)?;
            let seen = victims::record(file, &id)?.seen;
            let saved =
                victims::set_facts(file, &id, &forms::read(&form.from, &[], telling)?, &seen)?;
            telling.say("cli-facts-saved", values! {})?;
            saved
        }
        VictimInFull::Address(form) => {
            let id = victim_id(file, &form.victim)?;
            let seen = victims::record(file, &id)?.seen;
            victims::set_address_protection(
                file,
                &id,
                &forms::read(&form.from, &[], telling)?,
                &seen,
            )?
        }
        VictimInFull::Relate(two) => {
            let (id, to) = (
                victim_id(file, &two.victim)?,
                victim_id(file, &two.to_victim)?,
            );
            victims::relate(file, &id, &to, &two.relation)?
        }
        VictimInFull::Unrelate(two) => {
            let (id, to) = (
                victim_id(file, &two.victim)?,
                victim_id(file, &two.to_victim)?,
            );
            let seen = victims::record(file, &id)?.seen;
            victims::unrelate(file, &id, &to, &two.relation, &seen)?
        }
        VictimInFull::Classify(wanted) => {
            let id = victim_id(file, &wanted.victim)?;
            let seen = victims::record(file, &id)?.seen;
            victims::classify(file, &id, wanted.as_what, &seen)?
        }
        VictimInFull::Hold(hold) => {
            let id = victim_id(file, &hold.victim)?;
            let on = matches!(hold.answer, YesNo::Yes);
            forms::ensure_no_history([&*hold.reason_text], telling)?;
            let seen = victims::record(file, &id)?.seen;
            victims::hold(file, &id, on, &hold.reason_text, &seen)?
        }
        VictimInFull::Record { victim } => return show_record(file, &victim, telling),
        VictimInFull::History(wanted) => return history::tell(file, &wanted, telling),
        VictimInFull::Exists { victim } => return telling_agencies::exists(file, &victim, telling),
    };
    tell_saved(&saved, telling)
}

pub(crate) fn incident(
    wanted: Incident,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Incident::Add(form) => {
            let id = victim_id(&file, &form.victim)?;
            let form = incident_form(&file, &form.from, telling)?;
            incidents::record(&mut file, &id, &form)?
        }
        Incident::Edit(form) => {
            let shown = incident_of(&file, &form.victim, &form.incident)?;
            let form = incident_form(&file, &form.from, telling)?;
            incidents::edit(&mut file, &shown.id, &form, &shown.seen)?
        }
        Incident::EditPart(form) => {
            let shown = incident_of(&file, &form.victim, &form.incident)?;
            let part = forms::read(&form.from, &[], telling)?;
            incidents::edit_part(&mut file, &shown.part_id, &part, &shown.part_seen)?
        }
        Incident::Join(form) => {
            let id = victim_id(&file, &form.victim)?;
            incidents::join(
                &mut file,
                &id,
                &form.incident,
                &forms::read(&form.from, &[], telling)?,
            )?
        }
        Incident::Fact(form) => {
            let id = victim_id(&file, &form.victim)?;
            incidents::add_fact(
                &mut file,
                &id,
                &form.incident,
                &forms::read(&form.from, &[], telling)?,
            )?
        }
        Incident::Hold {
            victim,
            incident,
            answer,
            reason_text,
        } => {
            let shown = incident_of(&file, &victim, &incident)?;
            let on = matches!(answer, YesNo::Yes);
            forms::ensure_no_history([&*reason_text], telling)?;
            incidents::hold(&mut file, &shown.id, on, &reason_text, &shown.seen)?
        }
    };
    tell_saved(&saved, telling)
}

pub(crate) fn safe_contact(
    wanted: SafeContact,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        SafeContact::Show { victim } => return show_gate(&file, &victim, telling),
        SafeContact::Add(form) => {
            let id = victim_id(&file, &form.victim)?;
            contacts::add(&mut file, &id, &forms::read(&form.from, &[], telling)?)?
        }
        SafeContact::Edit { victim, way, from } => {
            let way = way_of(&file, &victim, &way)?;
            let opened = contacts::open(&file, &way.id)?;
            let Some(from) = from else {
                let form = serde_json::to_string_pretty(&opened.form);
                telling.line(&form.map_err(std::io::Error::from)?)?;
                telling.answer(&opened.form)?;
                return Ok(Ending::Done);
            };
            contacts::edit(
                &mut file,
                &opened.id,
                &forms::read(&from, &[], telling)?,
                &opened.seen,
            )?
        }
        SafeContact::Check { victim, way, safe } => {
            let way = way_of(&file, &victim, &way)?;
            contacts::check_again(&mut file, &way.id, &safe, &way.seen)?
        }
        SafeContact::Details { victim, way, from } => {
            let way = way_of(&file, &victim, &way)?;
            contacts::set_details(
                &mut file,
                &way.id,
                &forms::read(&from, &[], telling)?,
                &way.seen,
            )?
        }
        SafeContact::CodeWord { victim, way } => {
            let way = way_of(&file, &victim, &way)?;
            let word = contacts::reveal_code_word(&mut file, &way.id)?;
            match word.is_empty() {
                true => telling.say("cli-code-word-none", values! {})?,
                false => telling.say("cli-code-word", values! { word = word })?,
            }
            telling.answer(&word)?;
            return Ok(Ending::Done);
        }
    };
    tell_saved(&saved, telling)
}

pub(crate) fn protection(
    wanted: Protection,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Protection::Notice(form) => {
            let saved = write(&mut file, &form, telling, rights::give)?;
            let mut record = record_of(&file, &form.victim)?;
            record.rights_notices.retain(|notice| notice.id == saved.id);
            tell_rights(&file, &record, telling)?;
            saved
        }
        Protection::Order(form) => write(&mut file, &form, telling, protection_orders::record)?,
        Protection::Court(form) => write(&mut file, &form, telling, court_dates::record)?,
        Protection::Custody(form) => write(&mut file, &form, telling, custody::record)?,
        Protection::Claim(form) => {
            let saved = write(&mut file, &form, telling, compensation::open)?;
            let mut record = record_of(&file, &form.victim)?;
            record
                .compensation_claims
                .retain(|claim| claim.id == saved.id);
            tell_claims(&record, telling)?;
            saved
        }
        Protection::EditOrder {
            victim,
            order_id,
            from,
        } => {
            let orders = record_of(&file, &victim)?.protection_orders;
            let shown = orders.into_iter().find(|order| order.id == order_id);
            let shown = shown.ok_or_else(|| Stop::refused("not-found"))?;
            protection_orders::edit(
                &mut file,
                &shown.id,
                &forms::read(&from, &[], telling)?,
                &shown.seen,
            )?
        }
        Protection::EditCourt {
            victim,
            court_date_id,
            from,
        } => {
            let dates = record_of(&file, &victim)?.court_dates;
            let shown = dates.into_iter().find(|date| date.id == court_date_id);
            let shown = shown.ok_or_else(|| Stop::refused("not-found"))?;
            court_dates::edit(
                &mut file,
                &shown.id,
                &forms::read(&from, &[], telling)?,
                &shown.seen,
            )?
        }
        Protection::AdvanceClaim {
            victim,
            claim,
            status,
            on,
        } => {
            let claims = record_of(&file, &victim)?.compensation_claims;
            let shown = claims.into_iter().find(|shown| shown.id == claim);
            let shown = shown.ok_or_else(|| Stop::refused("not-found"))?;
            compensation::advance(&mut file, &shown.id, &status, &on, &shown.seen)?
        }
    };
    tell_saved(&saved, telling)
}

/// Warns where a text looks like a criminal-history return. Nothing of it is kept.
pub(crate) fn check_text(wanted: &CheckText, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let warnings = warn_of_history(&asking::read_text(&wanted.text_file)?, telling)?;
    telling.answer(&warnings)?;
    Ok(Ending::Done)
}

fn write<T: DeserializeOwned>(
    file: &mut CaseFile,
    from: &FromFile,
    telling: &mut Telling<'_>,
    write: impl FnOnce(&mut CaseFile, &str, &T) -> countyline_core::error::Result<Saved>,
) -> Result<Saved, Stop> {
    let id = victim_id(file, &from.victim)?;
    Ok(write(file, &id, &forms::read(&from.from, &[], telling)?)?)
}

fn record_of(file: &CaseFile, victim: &str) -> Result<VictimRecord, Stop> {
    Ok(victims::record(file, &victim_id(file, victim)?)?)
}

fn incident_of(
    file: &CaseFile,
    victim: &str,
    incident: &str,
) -> Result<incidents::IncidentView, Stop> {
    let incidents = record_of(file, victim)?.incidents;
    let found = incidents.into_iter().find(|shown| shown.id == incident);
    found.ok_or_else(|| Stop::refused("not-found"))
}

/// The form of an incident. Its officer and its agency are named as on the command line: by id or by name.
fn incident_form(
    file: &CaseFile,
    from: &Path,
    telling: &mut Telling<'_>,
) -> Result<incidents::IncidentForm, Stop> {
    let mut form: incidents::IncidentForm = forms::read(from, &[], telling)?;
    if let Some(asked) = &form.reporting_officer {
        form.reporting_officer = Some(person_called(file, asked)?.id);
    }
    if let Some(asked) = &form.responding_partner {
        form.responding_partner = Some(partner_called(file, asked)?.id);
    }
    Ok(form)
}

/// The way with this id, or the only one of this channel.
fn way_of(file: &CaseFile, victim: &str, asked: &str) -> Result<contacts::WayView, Stop> {
    let ways = contacts::gate(file, &victim_id(file, victim)?)?.ways;
    let mut meant = ways
        .into_iter()
        .filter(|way| way.id == asked || way.channel == asked);
    match (meant.next(), meant.next()) {
        (Some(way), None) => Ok(way),
        (Some(_), Some(_)) => Err(Stop::refused("more-than-one")),
        _ => Err(Stop::refused("not-found")),
    }
}

fn show_gate(file: &CaseFile, victim: &str, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let gate = contacts::gate(file, &victim_id(file, victim)?)?;
    if gate.ways.is_empty() {
        telling.say("cli-gate-none", values! {})?;
    }
    for way in &gate.ways {
        let words = telling.words();
        let line = values! {
            channel = words.code("channel", &way.channel), value = way.value,
            safe = words.code("safe", &way.safe),
        };
        let conditions = values! {
            hours = way.hours, who = way.who_may_answer, cover = way.cover_name,
            voicemail = words.code("answer", &way.voicemail),
        };
        let obstacles: Vec<String> = way
            .obstacles
            .iter()
            .map(|code| words.code("obstacle", code))
            .collect();
        telling.say("cli-gate-line", line)?;
        if way.usable {
            telling.say("cli-gate-usable", conditions)?;
        }
        for obstacle in obstacles {
            telling.say("cli-gate-obstacle", values! { obstacle = obstacle })?;
        }
        if !way.mark_reason.is_empty() {
            telling.say("cli-gate-reason", values! { reason = way.mark_reason })?;
        }
        if way.ask_again {
            let on = way.verified_on.as_deref().unwrap_or("–");
            telling.say("cli-gate-ask-again", values! { on = on })?;
        }
        if way.has_code_word {
            telling.say("cli-gate-code-word", values! {})?;
        }
    }
    telling.answer(&gate)?;
    Ok(Ending::Done)
}

/// What is recorded of her, in a few lines; everything as JSON.
fn show_record(file: &CaseFile, victim: &str, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let record = record_of(file, victim)?;
    for incident in &record.incidents {
        let words = telling.words();
        let part = &incident.form.part;
        let types = part.victimization.iter();
        let types: Vec<String> = types
            .map(|code| words.code("victimization", code))
            .collect();
        let row = values! {
            on = incident.form.occurred_on, zone = incident.form.zone, types = types.join(", "),
            relation = words.code("offender_relation", &part.offender_relation), id = incident.id,
        };
        telling.say("cli-incident-row", row)?;
        if incident.legal_hold {
            let reason = &incident.legal_hold_reason;
            telling.say("cli-incident-held", values! { reason = reason })?;
        }
        let officer = &incident.reporting_officer_name;
        if !officer.is_empty() {
            telling.say("cli-incident-officer", values! { officer = officer })?;
        }
        let in_words = &incident.form.responding_agency;
        let agencies = [&incident.responding_partner_name, in_words];
        for agency in agencies.into_iter().filter(|agency| !agency.is_empty()) {
            telling.say("cli-incident-partner", values! { agency = agency })?;
        }
    }
    tell_rights(file, &record, telling)?;
    tell_claims(&record, telling)?;
    telling_agencies::tell_disclosures(&record.disclosures, telling)?;
    telling_agencies::tell_papers(&record.papers, telling)?;
    telling.answer(&record)?;
    Ok(Ending::Done)
}

/// Her notices: the rights she asked for or waived with the pack they come from, which says if it is a sample.
fn tell_rights(
    file: &CaseFile,
    record: &VictimRecord,
    telling: &mut Telling<'_>,
) -> Result<(), Stop> {
    let packs = core_policy::state_packs(file)?;
    for notice in &record.rights_notices {
        let (form, pack) = (&notice.form, notice.pack.in_words(telling.words()));
        let item = telling.words().code("notice_item", &form.item);
        let row = values! { on = form.given_on, item = item, id = notice.id };
        telling.say("cli-notice-row", row)?;
        let rights: Vec<&String> = form
            .rights_requested
            .iter()
            .chain(&form.rights_waived)
            .collect();
        let mut packs = packs.iter();
        let known = packs.find(|known| known.name() == notice.pack);
        for right in &rights {
            let mut known = known.iter().flat_map(|pack| &pack.rights);
            let said = known.find(|known| known.code == **right);
            let said = said.map_or(right.as_str(), |right| match telling.language() {
                "es" => right.es.as_str(),
                _ => right.en.as_str(),
            });
            telling.say("cli-notice-right", values! { right = said })?;
        }
        if !rights.is_empty() {
            telling.say("cli-notice-pack", values! { pack = pack })?;
        }
    }
    Ok(())
}

/// Her claims: the deadlines with the pack they were worked out by, which says if it is a sample.
fn tell_claims(record: &VictimRecord, telling: &mut Telling<'_>) -> Result<(), Stop> {
    for claim in &record.compensation_claims {
        let day = |day: &Option<String>| day.clone().unwrap_or_else(|| "–".to_owned());
        let row = values! {
            status = telling.words().code("claim_status", &claim.status), on = claim.status_on,
            reportBy = day(&claim.report_by), fileBy = day(&claim.file_by), id = claim.id,
        };
        telling.say("cli-claim-row", row)?;
        let pack = claim.pack.in_words(telling.words());
        let by = day(&claim.pack_chosen_by);
        telling.say("cli-claim-pack", values! { pack = pack, by = by })?;
    }
    Ok(())
}
