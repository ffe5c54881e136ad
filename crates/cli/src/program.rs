//! The program around the cases: agreements, groups, the community, the people who work here, training,
//! surveys, and tables for a spreadsheet.

use countyline_core::casefile::CaseFile;
use countyline_core::export_table::{self, Names};
use countyline_core::groups::GroupForm;
use countyline_core::staff::{HoursForm, StaffView};
use countyline_core::start::Saved;
use countyline_core::{agreements, community, groups, staff, surveys, trainings, values};
use serde_json::json;

use crate::arguments::{Agreement, Common, Community, ExportTable, Group, Staff, Survey, Training};
use crate::asking;
use crate::casework::{is_id, tell_saved};
use crate::forms;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn agreement(
    wanted: Agreement,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Agreement::List => {
            let found = agreements::list(&file)?;
            for agreement in &found {
                let form = &agreement.form;
                telling.line(&format!(
                    "{}  {}  {}  {}",
                    form.review_on,
                    form.title,
                    agreement.party_names.join(", "),
                    agreement.id
                ))?;
                if agreement.due {
                    let said = values! { title = form.title, on = form.review_on };
                    telling.say("cli-agreement-due", said)?;
                }
            }
            telling.answer(&found)?;
            return Ok(Ending::Done);
        }
        Agreement::Add { from } => {
            agreements::create(&mut file, &forms::read(&from, &[], telling)?)?
        }
        Agreement::Renew {
            agreement,
            signed,
            review,
        } => agreements::renew(&mut file, &agreement, &signed, &review)?,
    };
    tell_saved(&saved, telling)
}

pub(crate) fn group(
    wanted: Group,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Group::List => {
            let found = groups::list(&file)?;
            for group in &found {
                let kind = telling
                    .words()
                    .code("advisory_group_kind", &group.form.kind);
                telling.line(&format!("{}  {kind}  {}", group.form.name, group.id))?;
            }
            telling.answer(&found)?;
            return Ok(Ending::Done);
        }
        Group::Show { group } => {
            let page = groups::page(&file, &group)?;
            telling.line(&page.group.form.name)?;
            for member in &page.members {
                let of = member.partner_name.as_deref().unwrap_or("—");
                telling.line(&format!("  {}  {of}", member.form.person))?;
            }
            for meeting in &page.meetings {
                let form = &meeting.form;
                telling.line(&format!(
                    "  {}  {}",
                    form.held_on,
                    form.decisions.join("; ")
                ))?;
            }
            telling.answer(&page)?;
            return Ok(Ending::Done);
        }
        Group::Add { name, kind } => groups::create(&mut file, &GroupForm { name, kind })?,
        Group::Member { group, from } => {
            groups::add_member(&mut file, &group, &forms::read(&from, &[], telling)?)?
        }
        Group::Meeting { group, from } => {
            groups::record_meeting(&mut file, &group, &forms::read(&from, &[], telling)?)?
        }
    };
    tell_saved(&saved, telling)
}

pub(crate) fn community(
    wanted: Community,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Community::List => {
            let events = community::events(&file)?;
            for event in &events {
                let form = &event.form;
                let reached = form
                    .number_reached
                    .map_or_else(|| "—".to_owned(), |number| number.to_string());
                telling.line(&format!(
                    "{}  {}  {reached}  {}",
                    form.held_on, form.place, form.audience
                ))?;
            }
            let materials = community::materials(&file)?;
            for material in &materials {
                let form = &material.form;
                let item = telling.words().code("material_item", &form.item);
                let row = format!(
                    "{}  {}  {item}  {}",
                    form.given_on, form.place, form.quantity
                );
                telling.line(&format!("{row}  {}", material.id))?;
            }
            telling.answer(&json!({ "events": events, "materials": materials }))?;
            return Ok(Ending::Done);
        }
        Community::Add { from } => {
            community::record_event(&mut file, &forms::read(&from, &[], telling)?)?
        }
        Community::Material { from } => {
            community::record_material(&mut file, &forms::read(&from, &[], telling)?)?
        }
        Community::Returned { material, on } => {
            community::return_material(&mut file, &material, &on)?
        }
    };
    tell_saved(&saved, telling)
}

pub(crate) fn staff(
    wanted: Staff,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Staff::List => {
            let found = staff::list(&file)?;
            for person in &found {
                let role = telling.words().code("role", &person.form.role);
                let ends = person.disabled_on.as_deref().unwrap_or("");
                telling.line(&format!("{}  {role}  {ends}", person.form.name))?;
            }
            telling.answer(&found)?;
            return Ok(Ending::Done);
        }
        Staff::Show { person } => {
            let page = staff::page(&file, &person_called(&file, &person)?.id)?;
            let role = telling.words().code("role", &page.person.form.role);
            telling.line(&format!("{}  {role}", page.person.form.name))?;
            for (kind, minutes) in &page.minutes_by_kind {
                let kind = telling.words().code("hours_kind", kind);
                telling.line(&format!("  {kind}  {}:{:02}", minutes / 60, minutes % 60))?;
            }
            telling.answer(&page)?;
            return Ok(Ending::Done);
        }
        Staff::Add { from } => staff::create(&mut file, &forms::read(&from, &[], telling)?)?,
        Staff::Role { person, role } => {
            let person = person_called(&file, &person)?;
            let form = staff::StaffForm {
                role,
                ..person.form
            };
            staff::edit(&mut file, &person.id, &form, &person.seen)?
        }
        Staff::EndAccess { person, on } => {
            let person = person_called(&file, &person)?;
            staff::end_access(&mut file, &person.id, Some(&on), &person.seen)?
        }
        Staff::GiveAccess { person } => {
            let person = person_called(&file, &person)?;
            staff::end_access(&mut file, &person.id, None, &person.seen)?
        }
        Staff::Hours {
            person,
            on,
            minutes,
            kind,
        } => {
            let form = HoursForm {
                staff_id: person_called(&file, &person)?.id,
                worked_on: on,
                minutes,
                kind,
            };
            staff::record_hours(&mut file, &form)?
        }
        Staff::CallOut { person, from } => {
            let id = person_called(&file, &person)?.id;
            staff::record_call_out(
                &mut file,
                &forms::read(&from, &[("staffId", json!(id))], telling)?,
            )?
        }
    };
    tell_saved(&saved, telling)
}

pub(crate) fn training(
    wanted: Training,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        Training::List => {
            let found = trainings::list(&file)?;
            for row in &found {
                telling.line(&row.topic)?;
                for session in &row.sessions {
                    telling.line(&format!("  {}  {}", session.form.held_on, session.id))?;
                }
                if !row.lacking.is_empty() {
                    let names = row.lacking.join(", ");
                    telling.say("cli-training-lacking", values! { names = names })?;
                }
            }
            telling.answer(&found)?;
            return Ok(Ending::Done);
        }
        Training::Add { from } => trainings::record(&mut file, &forms::read(&from, &[], telling)?)?,
        Training::Attended { session, person } => {
            let ids = person.iter().map(|name| Ok(person_called(&file, name)?.id));
            let ids = ids.collect::<Result<Vec<String>, Stop>>()?;
            trainings::attended(&mut file, &session, &ids)?
        }
    };
    tell_saved(&saved, telling)
}

pub(crate) fn survey(
    wanted: Survey,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved: Saved = match wanted {
        Survey::List => {
            let found = surveys::list(&file)?;
            for survey in &found {
                let audience = telling
                    .words()
                    .code("survey_audience", &survey.form.audience);
                let sheets = format!("{}/{}", survey.returned, survey.handed_out);
                telling.line(&format!(
                    "{}  {audience}  {sheets}  {}",
                    survey.form.title, survey.id
                ))?;
                for given in &survey.answers {
                    telling.line(&format!(
                        "  {:>4}  {}: {}",
                        given.times, given.question, given.answer
                    ))?;
                }
            }
            telling.answer(&found)?;
            return Ok(Ending::Done);
        }
        Survey::Assessments => {
            let found = surveys::assessments(&file)?;
            for assessment in &found {
                let form = &assessment.form;
                let method = telling.words().code("assessment_method", &form.method);
                telling.line(&format!("{}  {}  {method}", form.began_on, form.campaign))?;
            }
            telling.answer(&found)?;
            return Ok(Ending::Done);
        }
        Survey::Add { from } => surveys::create(&mut file, &forms::read(&from, &[], telling)?)?,
        Survey::Count { survey, from } => {
            surveys::count(&mut file, &survey, &forms::read(&from, &[], telling)?)?
        }
        Survey::Assessment { from } => {
            surveys::create_assessment(&mut file, &forms::read(&from, &[], telling)?)?
        }
    };
    tell_saved(&saved, telling)
}

pub(crate) fn export_table(
    wanted: &ExportTable,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let names = if wanted.names {
        Names::Shown
    } else {
        Names::Covered
    };
    let told = export_table::export(&mut file, &wanted.table, names, &wanted.to)?;
    telling.say(
        "cli-table-written",
        values! { path = told.path, rows = told.rows },
    )?;
    if told.withheld > 0 {
        telling.say("cli-table-withheld", values! { count = told.withheld })?;
    }
    telling.answer(&told)?;
    Ok(Ending::Done)
}

/// The one person with this id or name.
/// The id of the person who is called so, if one is named.
pub(crate) fn staff_id(file: &CaseFile, asked: Option<&str>) -> Result<Option<String>, Stop> {
    let person = asked.map(|name| person_called(file, name)).transpose()?;
    Ok(person.map(|person| person.id))
}

pub(crate) fn person_called(file: &CaseFile, asked: &str) -> Result<StaffView, Stop> {
    let mut found = staff::list(file)?;
    found.retain(|person| {
        if is_id(asked) {
            person.id == asked
        } else {
            person.form.name.eq_ignore_ascii_case(asked)
        }
    });
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(Stop::refused("not-found")),
        _ => Err(Stop::refused("more-than-one")),
    }
}
