//! What has fallen due to be purged, and what the county decides for every place.

use countyline_core::own_lists::{self, OwnListsView};
use countyline_core::packs::{PackName, PackView};
use countyline_core::policy::{self as core_policy, PolicyView};
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
    if let Some(sample) = &list.sample {
        tell_sample_months(sample, telling)?;
    }
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
    if let Policy::Pack {
        pack_file,
        check: true,
    } = wanted
    {
        let pack = core_policy::check_pack(&asking::read_text(pack_file)?)?;
        tell_pack("cli-pack-checked", &pack, telling)?;
        telling.answer(&pack)?;
        return Ok(Ending::Done);
    }
    if let Policy::Lists {
        lists_file: Some(lists_file),
        check: true,
    } = wanted
    {
        let lists = own_lists::check(&asking::read_text(lists_file)?)?;
        tell_lists("cli-lists-checked", &lists, telling)?;
        telling.answer(&lists)?;
        return Ok(Ending::Done);
    }
    let mut file = asking::unlock(common, places, telling)?;
    let holds = core_policy::policy(&file)?;
    match wanted {
        Policy::Show => {
            tell_policy(&holds, telling)?;
            telling.answer(&holds)?;
            Ok(Ending::Done)
        }
        Policy::Set { from } => {
            let saved =
                core_policy::set(&mut file, &forms::read(from, &[], telling)?, &holds.seen)?;
            tell_saved(&saved, telling)
        }
        Policy::Pack { pack_file, .. } => {
            let text = asking::read_text(pack_file)?;
            let saved = core_policy::install_pack(&mut file, &text, &holds.seen)?;
            tell_pack(
                "cli-pack-installed",
                &core_policy::check_pack(&text)?,
                telling,
            )?;
            tell_saved(&saved, telling)
        }
        Policy::Zones => {
            let found = own_lists::other_zones(&file)?;
            for other in &found {
                telling.line(&other.zone)?;
                for one in &other.records {
                    let record = telling.words().code("conflict_record", &one.record);
                    telling.line(&format!("  {record}  {}  {}", one.about, one.id))?;
                }
            }
            let count: usize = found.iter().map(|other| other.records.len()).sum();
            telling.say("lists-other-zones", values! { count = count })?;
            telling.answer(&found)?;
            Ok(Ending::Done)
        }
        Policy::Lists { lists_file, .. } => {
            let shown = own_lists::lists(&file)?;
            let Some(lists_file) = lists_file else {
                tell_lists("cli-lists", &shown, telling)?;
                telling.answer(&shown)?;
                return Ok(Ending::Done);
            };
            let text = asking::read_text(lists_file)?;
            let saved = own_lists::install(&mut file, &text, &shown.seen)?;
            tell_lists("cli-lists-installed", &own_lists::check(&text)?, telling)?;
            tell_saved(&saved, telling)
        }
    }
}

fn tell_lists(id: &str, lists: &OwnListsView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    telling.say(id, values! { version = lists.version })?;
    let own = [&lists.services, &lists.crimes, &lists.needs];
    for service in own.into_iter().flatten() {
        let name = service.name(telling.words());
        let said = values! {
            code = service.code, name = name, countsAs = service.counts_as,
            retired = if service.retired { "yes" } else { "no" },
        };
        telling.say("cli-lists-service", said)?;
    }
    for policy in &lists.follow_up {
        let policy = telling.words().code("follow_up_policy", policy);
        telling.say("cli-lists-follow-up", values! { policy = policy })?;
    }
    for zone in &lists.zones {
        telling.say("cli-lists-zone", values! { zone = zone })?;
    }
    for day in &lists.closed_on {
        telling.say("cli-lists-closed", values! { on = day })?;
    }
    if !lists.denied_words.is_empty() {
        let words = lists.denied_words.join(", ");
        telling.say("cli-lists-denied", values! { words = words })?;
    }
    Ok(())
}

fn tell_policy(holds: &PolicyView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let pack = holds.pack.in_words(telling.words());
    let said = values! {
        days = holds.verify_after_days, pack = pack, identity = holds.identity_months,
        statistics = holds.statistics_months,
    };
    telling.say("cli-policy", said)?;
    if !holds.call_back_phone.is_empty() {
        telling.say(
            "cli-policy-phone",
            values! { phone = holds.call_back_phone },
        )?;
    }
    if holds.pack_stands_in {
        telling.say(
            "state-pack-stands-in",
            values! { chosen = holds.state_pack },
        )?;
    }
    if holds.sample_months {
        tell_sample_months(&holds.pack, telling)?;
    }
    Ok(())
}

/// That nothing is purged by the months of a sample.
fn tell_sample_months(sample: &PackName, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let pack = sample.in_words(telling.words());
    Ok(telling.say("state-pack-sample-months", values! { pack = pack })?)
}

fn tell_pack(id: &str, pack: &PackView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let name = pack.name().in_words(telling.words());
    Ok(telling.say(id, values! { pack = name, source = pack.source })?)
}

fn tell_due(row: &DueVictim, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let clock = telling.words().say(match row.clock {
        Clock::Identity => "cli-clock-identity",
        Clock::Everything => "cli-clock-everything",
    });
    let said = values! { caseNumber = row.case_number, on = row.last_work_on, clock = clock };
    Ok(telling.say("cli-due-row", said)?)
}
