//! Services and the counts made of them.

use countyline_core::casefile::CaseFile;
use countyline_core::counts::{self, CountSettings, CountsView, FigureView, YearView};
use countyline_core::services::{self, ServiceForm, ServiceView};
use countyline_core::{hiding, values};

use crate::arguments::{Common, Counts, NewService, Service};
use crate::asking;
use crate::casework::{tell_saved, victim_id};
use crate::forms;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::program::staff_id;
use crate::telling::Telling;

pub(crate) fn service(
    service: Service,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    match service {
        Service::Add(new) => {
            let form = service_form(&file, *new, telling)?;
            let saved = services::record(&mut file, &form)?;
            tell_saved(&saved, telling)
        }
        Service::List { victim } => {
            let events = services::of_victim(&file, &victim_id(&file, &victim)?)?;
            for event in &events {
                let row = service_row(event, telling);
                telling.line(&row)?;
            }
            telling.answer(&events)?;
            Ok(Ending::Done)
        }
        Service::Hide { victim, service } => {
            let events = services::of_victim(&file, &victim_id(&file, &victim)?)?;
            let event = events.iter().find(|event| event.id == service);
            let event = event.ok_or_else(|| Stop::refused("not-found"))?;
            let saved = hiding::hide(&mut file, "service_event", &event.id, &event.seen)?;
            tell_saved(&saved, telling)
        }
    }
}

pub(crate) fn counts(
    wanted: &Counts,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut settings = CountSettings::usual(&wanted.from, &wanted.to);
    for setting in &wanted.setting {
        let (name, value) = setting.split_once('=').unwrap_or((setting, ""));
        settings.set(name, value)?;
    }
    let mut file = asking::unlock(common, places, telling)?;
    if let Some(on) = &wanted.hand_in {
        let saved = counts::hand_in(&mut file, &settings, on, wanted.amends.as_deref())?;
        return tell_saved(&saved, telling);
    }
    if wanted.handed_in {
        return tell_handed_in(&file, &settings, telling);
    }
    if wanted.yearly {
        let year = counts::year(&file, &wanted.from, &wanted.to)?;
        return tell_year(&year, telling);
    }
    let mut counted = counts::count(&file, &settings)?;
    if wanted.public {
        counted = counts::public(counted);
    }
    if let Some(question) = &wanted.open {
        return open_figure(&counted, question, telling);
    }
    for figure in &counted.figures {
        let row = figure_row(figure, telling);
        telling.line(&row)?;
    }
    tell_remarks(&counted, telling)?;
    telling.answer(&counted)?;
    Ok(Ending::Done)
}

/// The reports of a period that were handed in, each with what is counted differently now.
fn tell_handed_in(
    file: &CaseFile,
    settings: &CountSettings,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut reports = counts::handed_in(file)?;
    reports.retain(|report| (&report.from, &report.to) == (&settings.from, &settings.to));
    let mut answers = Vec::with_capacity(reports.len());
    for report in reports {
        let differing = counts::differences(file, &report.id)?;
        let said = values! { id = report.id, on = report.handed_in_on, by = report.by, count = differing.len() };
        telling.say("cli-handed-in", said)?;
        for one in &differing {
            let words = telling.words();
            let figure = |count: Option<i32>| match count {
                Some(count) => count.to_string(),
                None => words.say("counts-not-tracked"),
            };
            let row = format!(
                "  {} {} {} → {}",
                one.question,
                one.code,
                figure(one.then),
                figure(one.now)
            );
            telling.line(&row)?;
        }
        answers.push((report, differing));
    }
    telling.answer(&answers)?;
    Ok(Ending::Done)
}

fn tell_year(year: &YearView, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let said = values! {
        capacity = year.for_want_of_capacity, handedOut = year.surveys_handed_out,
        returned = year.surveys_returned, recorded = year.newly_recorded,
        cards = year.with_rights_card,
    };
    telling.say("cli-year", said)?;
    for row in &year.unmet {
        let words = telling.words();
        let said = values! {
            item = words.code("service_item", &row.item),
            reason = words.code("unmet_reason", &row.reason), requests = row.requests,
        };
        telling.say("cli-year-unmet", said)?;
    }
    telling.answer(year)?;
    Ok(Ending::Done)
}

/// The case numbers behind one figure, written as `Q1` or `Q8A:A3`.
fn open_figure(
    counted: &CountsView,
    question: &str,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let (question, code) = question.split_once(':').unwrap_or((question, ""));
    let is_meant = |figure: &&FigureView| figure.question == question && figure.code == code;
    let figure = counted.figures.iter().find(is_meant);
    let figure = figure.ok_or_else(|| Stop::refused("not-found"))?;
    for number in &figure.case_numbers {
        telling.line(number)?;
    }
    telling.answer(figure)?;
    Ok(Ending::Done)
}

fn tell_remarks(counted: &CountsView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    for check in counted.checks.iter().filter(|check| !check.holds) {
        telling.say("counts-check", values! { id = check.id })?;
    }
    if let Some(left_out) = &counted.left_out {
        let said = values! {
            notDelivered = left_out.not_delivered,
            otherFunding = left_out.other_funding,
            notSaid = left_out.funding_not_said,
        };
        telling.say("counts-left-out", said)?;
    }
    if !counted.missing_answers.is_empty() {
        let count = counted.missing_answers.len();
        telling.say("counts-missing", values! { count = count })?;
    }
    if counted.shared_out {
        telling.say("counts-shared-out", values! {})?;
    }
    Ok(())
}

fn figure_row(figure: &FigureView, telling: &Telling<'_>) -> String {
    let words = telling.words();
    let count = match figure.count {
        Some(count) => count.to_string(),
        None if figure.hidden => words.say("counts-hidden"),
        None => words.say("counts-not-tracked"),
    };
    let name = if figure.code.is_empty() {
        words.code("figure", &figure.question)
    } else if figure.question.starts_with("Q8") {
        words.code("service_item", &figure.code)
    } else {
        words.code("figure", &figure.question)
    };
    format!("{:4} {:5} {count:>8}  {name}", figure.question, figure.code)
}

fn service_row(event: &ServiceView, telling: &Telling<'_>) -> String {
    let words = telling.words();
    let name = match &event.local_item {
        Some(local) => match &event.own_service {
            Some(own) => own.name(words).to_owned(),
            None => words.code("local_item", local),
        },
        None => words.code("service_item", &event.item),
    };
    let outcome = words.code("service_outcome", &event.outcome);
    let times = event.quantity;
    let (day, item) = (&event.served_on, &event.item);
    format!("{day}  {item:3} × {times}  {outcome}  {name}  {}", event.id)
}

fn service_form(
    file: &CaseFile,
    new: NewService,
    telling: &mut Telling<'_>,
) -> Result<ServiceForm, Stop> {
    if let Some(path) = &new.from {
        return forms::read(path, &[], telling);
    }
    let victim = new.victim.as_deref();
    let victim_id = victim.map(|victim| victim_id(file, victim)).transpose()?;
    Ok(ServiceForm {
        victim_id,
        incident_id: new.incident,
        served_on: new.on,
        item: new.item,
        local_item: new.local_item,
        quantity: new.times,
        minutes: new.minutes,
        miles: new.miles,
        mode: new.mode,
        funding_source: new.paid_by,
        outcome: new.outcome,
        reason: new.reason,
        compensation_assistance: new.compensation,
        anonymous_contact: new.anonymous,
        victimization: new.types,
        staff_id: staff_id(file, new.by.as_deref())?,
    })
}
