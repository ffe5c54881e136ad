//! What has fallen due to be purged, and what the county decides for every place.

use countyline_core::policy as core_policy;
use countyline_core::retention::{self as core_retention, Clock, DueVictim};
use countyline_core::values;

use crate::arguments::{Common, Policy, Retention};
use crate::asking;
use crate::casework::{tell_saved, victim_id};
use crate::forms;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn retention(
    wanted: Retention,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let list = core_retention::due(&file)?;
    let Retention::Purge {
        victim,
        clock,
        for_good,
    } = wanted
    else {
        for row in &list.due {
            tell_due(row, telling)?;
        }
        for row in &list.held {
            let said = values! { caseNumber = row.case_number, on = row.last_work_on };
            telling.say("cli-due-held", said)?;
        }
        if list.due.is_empty() && list.held.is_empty() {
            telling.say("cli-due-none", values! {})?;
        }
        telling.answer(&list)?;
        return Ok(Ending::Done);
    };
    let id = victim_id(&file, &victim)?;
    if !for_good {
        for row in list.due.iter().filter(|row| row.victim_id == id) {
            tell_due(row, telling)?;
        }
        telling.say("cli-due-not-purged", values! {})?;
        telling.answer(&list)?;
        return Ok(Ending::Done);
    }
    let done = core_retention::purge(&mut file, &id, clock)?;
    telling.say("cli-erase-done", values! { order = done.id })?;
    if !done.finished {
        telling.say("cli-erase-unfinished", values! {})?;
    }
    telling.say("cli-erase-limits", values! {})?;
    telling.answer(&done)?;
    Ok(Ending::Done)
}

pub(crate) fn policy(
    wanted: &Policy,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let holds = core_policy::policy(&file)?;
    if let Policy::Set { from } = wanted {
        let saved = core_policy::set(&mut file, &forms::read(from, &[], telling)?, &holds.seen)?;
        return tell_saved(&saved, telling);
    }
    let said = values! {
        days = holds.verify_after_days, pack = holds.state_pack, identity = holds.identity_months,
        statistics = holds.statistics_months,
    };
    telling.say("cli-policy", said)?;
    telling.answer(&holds)?;
    Ok(Ending::Done)
}

fn tell_due(row: &DueVictim, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let clock = telling.words().say(match row.clock {
        Clock::Identity => "cli-clock-identity",
        Clock::Everything => "cli-clock-everything",
    });
    let said = values! { caseNumber = row.case_number, on = row.last_work_on, clock = clock };
    Ok(telling.say("cli-due-row", said)?)
}
