//! Looking: today, victims, partner agencies, sealed files, the office; and checking the data.
//!
//! A terminal can be read over a shoulder: names are shown only when they were asked for.

use countyline_core::outreach::DueRow;
use countyline_core::victims::{VictimPage, VictimSummary};
use countyline_core::{casefile::CaseFile, contacts::SafeContactView};
use countyline_core::{exchange, outreach, partners, start, values, victims};

use crate::arguments::{Common, Show, Shown};
use crate::asking;
use crate::casework::victim_id;
use crate::exchange::tell_standing;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn show(
    wanted: &Show,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let file = asking::unlock(common, places, telling)?;
    match &wanted.what {
        Shown::Today => show_today(&file, telling)?,
        Shown::Victims { query } => {
            let found = victims::find(&file, query)?;
            for victim in &found {
                let row = victim_row(victim, wanted.names, telling);
                telling.line(&row)?;
            }
            telling.answer(&found)?;
        }
        Shown::Victim { victim } => {
            let page = victims::page(&file, &victim_id(&file, victim)?)?;
            show_victim(&page, wanted.names, telling)?;
            telling.answer(&page)?;
        }
        Shown::Partners { query } => {
            let found = partners::list(&file, query)?;
            for partner in &found {
                let form = &partner.form;
                let row = [&form.name, &form.zone, &form.phone, &form.needs.join(", ")];
                telling.line(&row.map(String::as_str).join("  "))?;
            }
            telling.answer(&found)?;
        }
        Shown::Bundles => show_bundles(&file, telling)?,
        Shown::Office => {
            let office = start::look(&places.office, Some(&file))?;
            for part in [&office.office_name, &office.place_name, &office.person_name] {
                telling.line(part.as_deref().unwrap_or("—"))?;
            }
            tell_standing(&file, telling)?;
            telling.answer(&office)?;
        }
    }
    Ok(Ending::Done)
}

pub(crate) fn verify(
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let file = asking::unlock(common, places, telling)?;
    let report = file.verify()?;
    telling.answer(&report)?;
    if report.ok {
        let said = values! { commits = report.commits, rows = report.rows };
        telling.say("cli-verify-ok", said)?;
        return Ok(Ending::Done);
    }
    let names = report.differences.join(", ");
    telling.say("cli-verify-differs", values! { names = names })?;
    Ok(Ending::DataDiffers)
}

fn show_today(file: &CaseFile, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let mut today = outreach::today(file)?;
    for (name, list) in [
        ("late", &mut today.late),
        ("today", &mut today.today),
        ("upcoming", &mut today.upcoming),
    ] {
        // Nobody turns pages here.
        while (list.rows.len() as u64) < u64::try_from(list.all).unwrap_or(0) {
            let more = outreach::more_due(file, name, list.rows.len())?;
            if more.is_empty() {
                break;
            }
            list.rows.extend(more);
        }
    }
    telling.say("cli-today-heading", values! { date = today.date })?;
    let lists = [
        ("cli-today-late", &today.late.rows),
        ("cli-today-due", &today.today.rows),
        ("cli-today-upcoming", &today.upcoming.rows),
    ];
    if lists.iter().all(|(_, rows)| rows.is_empty()) {
        telling.say("cli-today-empty", values! {})?;
    }
    for (heading, rows) in lists.iter().filter(|(_, rows)| !rows.is_empty()) {
        telling.say(heading, values! {})?;
        for row in *rows {
            tell_due(row, telling)?;
        }
    }
    telling.say("cli-waiting", values! { changes = today.changes_waiting })?;
    telling.say("cli-merge-conflicts", values! { count = today.conflicts })?;
    tell_standing(file, telling)?;
    telling.answer(&today)?;
    Ok(())
}

fn tell_due(row: &DueRow, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let number = match row.case_number.as_str() {
        "" => telling.words().say("cli-record-not-here"),
        number => number.to_owned(),
    };
    let said = values! {
        caseNumber = number, initials = row.initials,
        reason = telling.words().code("follow_up_reason", &row.reason), due = row.due_on,
    };
    Ok(telling.say("cli-today-row", said)?)
}

fn show_victim(page: &VictimPage, with_names: bool, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let row = victim_row(&page.summary, with_names, telling);
    telling.line(&row)?;
    if page.role_disclosure_due {
        telling.say("cli-role-disclosure-due", values! {})?;
    }
    if page.holds_more {
        telling.say("cli-victim-holds-more", values! {})?;
    }
    for way in &page.contact_methods {
        let words = telling.words();
        let mut row = vec![
            words.code("channel", &way.channel),
            way.value.clone(),
            words.code("safe", &way.safe),
            words.code("answer", &way.voicemail),
        ];
        row.extend(
            way.obstacles
                .iter()
                .map(|code| words.code("obstacle", code)),
        );
        telling.line(&format!("  {}", row.join("  ")))?;
    }
    for referral in &page.referrals {
        let words = telling.words();
        let row = [
            referral.made_on.clone(),
            referral.partner_name.clone(),
            words.code("need", &referral.need),
            words.code("referral_status", &referral.status),
        ];
        telling.line(&format!("  {}", row.join("  ")))?;
    }
    for entry in &page.timeline {
        let facts = entry.facts.iter();
        let facts: Vec<String> = facts
            .map(|(name, value)| telling.words().code(code_list(name), value))
            .collect();
        let row = [&entry.at, &entry.kind, &facts.join(", "), &entry.by];
        telling.line(&format!("  {}", row.map(String::as_str).join("  ")))?;
    }
    Ok(())
}

fn show_bundles(file: &CaseFile, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let state = exchange::send_state(file)?;
    telling.say("cli-waiting", values! { changes = state.changes })?;
    for sent in &state.history {
        let row = [
            &sent.number.to_string(),
            &sent.made_at,
            &sent.file_name,
            &sent.sha256,
        ];
        telling.line(&row.map(String::as_str).join("  "))?;
    }
    telling.answer(&state)?;
    Ok(())
}

fn victim_row(victim: &VictimSummary, with_names: bool, telling: &Telling<'_>) -> String {
    let called = if with_names {
        &victim.name
    } else {
        &victim.initials
    };
    let line = safe_contact_line(&victim.safe_contact, telling);
    let safe = telling
        .words()
        .say_with("cli-victim-safe-contact", &values! { line = line });
    format!("{}  {called}  {safe}", victim.case_number)
}

fn safe_contact_line(safe: &SafeContactView, telling: &Telling<'_>) -> String {
    let words = telling.words();
    let channel = safe.channel.as_deref();
    [
        words.code("contact_level", &safe.level),
        channel.map_or_else(String::new, |code| words.code("channel", code)),
        safe.hours.clone(),
        safe.cover_name.clone(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(", ")
}

/// The code list the values of a timeline's fact come from; what is no code stays as it is.
fn code_list(fact: &str) -> &str {
    match fact {
        "status" => "referral_status",
        "form" => "letter_form",
        other => other,
    }
}
