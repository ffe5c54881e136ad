//! Follow-ups by a policy, and risk screens.

use std::collections::BTreeMap;

use countyline_core::casefile::CaseFile;
use countyline_core::followups::{self, FollowUpView, NextStepView, PlanForm};
use countyline_core::risk_screens::{self, ScreenForm};
use countyline_core::{values, victims};

use crate::arguments::{Common, FollowUp, NewPlan, NewScreen, Screen, YesNo};
use crate::asking;
use crate::casework::{tell_saved, victim_id};
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::program::staff_id;
use crate::telling::Telling;

pub(crate) fn follow_up(
    wanted: FollowUp,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    match wanted {
        FollowUp::Plan(new) => {
            let form = plan_form(&file, new)?;
            let planned = followups::plan(&mut file, &form)?;
            let why = telling.words().code("due_why", &planned.why);
            let said = values! { due = planned.due_at, why = why };
            telling.say("cli-follow-up-planned", said)?;
            telling.answer(&planned)?;
            Ok(Ending::Done)
        }
        FollowUp::Next { victim } => {
            let steps = followups::next_steps(&file, &victim_id(&file, &victim)?)?;
            for step in &steps {
                let row = step_row(step, telling);
                telling.line(&row)?;
            }
            telling.answer(&steps)?;
            Ok(Ending::Done)
        }
        FollowUp::Close {
            victim,
            follow_up,
            state,
        } => {
            let row = row(&file, &victim, &follow_up)?;
            let saved = followups::complete(&mut file, &row.id, &state, &row.seen)?;
            tell_saved(&saved, telling)
        }
        FollowUp::Assign {
            victim,
            follow_up,
            person,
        } => {
            let row = row(&file, &victim, &follow_up)?;
            let person = staff_id(&file, person.as_deref())?;
            let saved = followups::assign(&mut file, &row.id, person.as_deref(), &row.seen)?;
            tell_saved(&saved, telling)
        }
        FollowUp::Move {
            victim,
            follow_up,
            due_on,
        } => {
            let row = row(&file, &victim, &follow_up)?;
            let saved = followups::move_to(&mut file, &row.id, &due_on, &row.seen)?;
            tell_saved(&saved, telling)
        }
        FollowUp::Queue => {
            let queue = followups::queue(&file)?;
            for one in &queue {
                let words = telling.words();
                let nobody = || words.say("cli-follow-up-of-nobody");
                let name = Some(one.name.clone()).filter(|name| !name.is_empty());
                let name = name.unwrap_or_else(nobody);
                telling.line(&name)?;
                for row in &one.follow_ups {
                    let reason = telling.words().code("follow_up_reason", &row.reason);
                    let (due, number, id) = (&row.due_on, &row.case_number, &row.follow_up_id);
                    telling.line(&format!("  {due}  {number}  {reason}  {id}"))?;
                }
            }
            telling.answer(&queue)?;
            Ok(Ending::Done)
        }
    }
}

pub(crate) fn screen(
    wanted: Screen,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let language = telling.language().to_owned();
    match wanted {
        Screen::Instruments => {
            let instruments = risk_screens::instruments(&file, &language)?;
            for instrument in &instruments {
                telling.line(&format!("{} {}", instrument.id, instrument.version))?;
                telling.line(&instrument.script)?;
                for item in &instrument.items {
                    telling.line(&format!("{:>4}  {}", item.id, item.text))?;
                }
            }
            telling.answer(&instruments)?;
        }
        Screen::Add(new) => {
            let form = screen_form(&file, *new)?;
            let screened = risk_screens::record(&mut file, &form, &language)?;
            telling.line(&screened.text)?;
            if let Some(due) = &screened.follow_up_due_at {
                telling.say("cli-screen-follow-up", values! { due = due })?;
            }
            telling.answer(&screened)?;
        }
        Screen::List { victim } => {
            let screens = risk_screens::of_victim(&file, &victim_id(&file, &victim)?)?;
            for screen in &screens {
                let level = telling.words().code("risk_level", &screen.level);
                let instrument = &screen.instrument;
                telling.line(&format!("{}  {instrument}  {level}", screen.at))?;
            }
            telling.answer(&screens)?;
        }
    }
    Ok(Ending::Done)
}

fn step_row(step: &NextStepView, telling: &Telling<'_>) -> String {
    let words = telling.words();
    let (named, why) = (
        words.code("next_step", &step.step),
        words.code("due_why", &step.why),
    );
    let (due, id) = (&step.due_at, &step.follow_up_id);
    format!("{due}  {named}: {why}  {id}")
}

/// The row of a follow-up as the victim's page shows it.
fn row(file: &CaseFile, victim: &str, follow_up: &str) -> Result<FollowUpView, Stop> {
    let page = victims::page(file, &victim_id(file, victim)?)?;
    let mut rows = page.follow_ups.into_iter();
    rows.find(|row| row.id == follow_up)
        .ok_or_else(|| Stop::refused("not-found"))
}

fn plan_form(file: &CaseFile, new: NewPlan) -> Result<PlanForm, Stop> {
    Ok(PlanForm {
        victim_id: victim_id(file, &new.victim)?,
        policy: new.policy,
        since: new.since,
        types: new.types,
        strangulation: new.strangulation,
        court_on: new.court,
    })
}

fn screen_form(file: &CaseFile, new: NewScreen) -> Result<ScreenForm, Stop> {
    let mut answers = BTreeMap::new();
    for answer in &new.answer {
        let (item, code) = answer.split_once('=').unwrap_or((answer, ""));
        answers.insert(item.to_owned(), code.to_owned());
    }
    let belief = new
        .belief_file
        .as_deref()
        .map(asking::read_text)
        .transpose()?;
    let said = |answer: Option<YesNo>| answer.map_or("not_asked", YesNo::code).to_owned();
    Ok(ScreenForm {
        victim_id: victim_id(file, &new.victim)?,
        instrument: new.instrument,
        answers,
        officer_believes: belief.is_some(),
        override_reason: belief.unwrap_or_default(),
        not_done_reason: new.not_done,
        hotline_called_at: new.hotline_at,
        hotline_answered: said(new.hotline_answered),
        victim_spoke: said(new.spoke),
        minutes: new.minutes,
        at: None,
    })
}
