//! What waits for a person, and settling it; hiding what was recorded by mistake.

use std::collections::BTreeMap;

use countyline_core::casefile::CaseFile;
use countyline_core::hiding;
use countyline_core::inbox::{self, ConflictSide, ConflictView, InboxItem, Origin, Settlement};
use countyline_core::start::Saved;
use countyline_core::{values, victims};

use crate::arguments::{Common, Hiding, Inbox, InboxAction, Resolve, Settle};
use crate::asking;
use crate::casework::victim_id;
use crate::duplicates;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

/// Characters of a side's id that are shown, and the fewest that name it.
const SIDE_CHARACTERS: usize = 8;

pub(crate) fn inbox(
    wanted: Inbox,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    match wanted.action {
        None => {
            let mut items = inbox::items(&file)?;
            items.iter_mut().for_each(cover);
            telling.say("cli-inbox-waiting", values! { count = items.len() })?;
            for item in &items {
                telling.line("")?;
                tell_heading(item, telling)?;
            }
            telling.answer(&items)?;
            Ok(Ending::Done)
        }
        Some(InboxAction::Show { item }) => {
            let mut item = inbox::item(&file, &item)?;
            cover(&mut item);
            tell_item(&item, telling)?;
            telling.answer(&item)?;
            Ok(Ending::Done)
        }
        Some(InboxAction::Settle(settle)) => settle_item(&mut file, settle, telling),
    }
}

pub(crate) fn hide(
    part: &Hiding,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let victim = victim_id(&file, &part.victim)?;
    let page = victims::page(&file, &victim)?;
    let (record, id, seen) = match &part.part {
        None => ("victim", victim, page.seen),
        Some(part) => {
            let ways = page.contact_methods.into_iter();
            let ways = ways.map(|way| ("contact_method", way.id, way.seen));
            let due = page.follow_ups.into_iter();
            let due = due.map(|due| ("follow_up", due.id, due.seen));
            let mut parts = ways.chain(due);
            let named = parts.find(|(_, id, _)| id == part);
            named.ok_or_else(|| Stop::refused("not-found"))?
        }
    };
    let saved = hiding::hide(&mut file, record, &id, &seen)?;
    tell_saved(&saved, telling)
}

pub(crate) fn bring_back(
    part: &Hiding,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let page = victims::page(&file, &victim_id(&file, &part.victim)?)?;
    let mut hidden = page.hidden.iter();
    let hidden = hidden
        .find(|hidden| Some(&hidden.id) == part.part.as_ref())
        .ok_or_else(|| Stop::refused("not-found"))?;
    let saved = hiding::bring_back(&mut file, &hidden.record, &hidden.id, &hidden.seen)?;
    tell_saved(&saved, telling)
}

pub(crate) fn conflicts(
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let file = asking::unlock(common, places, telling)?;
    let waiting = inbox::conflicts(&file)?;
    let count = waiting.len();
    telling.say("cli-merge-conflicts", values! { count = count })?;
    for conflict in &waiting {
        tell_conflict(conflict, telling)?;
    }
    telling.answer(&waiting)?;
    Ok(Ending::Done)
}

pub(crate) fn resolve(
    resolve: &Resolve,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let waiting = inbox::conflicts(&file)?;
    let conflict = waiting
        .iter()
        .find(|conflict| conflict.id == resolve.conflict)
        .ok_or_else(|| Stop::refused("not-found"))?;
    let side = side_named(conflict, &resolve.side).ok_or_else(|| Stop::refused("not-found"))?;
    let saved = inbox::resolve(&mut file, &conflict.id, &side.side, &conflict.seen)?;
    tell_saved(&saved, telling)
}

fn settle_item(
    file: &mut CaseFile,
    settle: Settle,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let item = inbox::item(file, &settle.item)?;
    let side = match (&settle.side, &item.conflict) {
        (Some(named), Some(conflict)) => {
            let side = side_named(conflict, named);
            Some(side.ok_or_else(|| Stop::refused("not-found"))?.side.clone())
        }
        _ => None,
    };
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    if let Some(conflict) = &item.conflict {
        let editable = conflict.editable.iter();
        values.extend(editable.map(|value| (value.name.clone(), value.value.clone())));
    }
    for written in &settle.value {
        let (name, text) = written
            .split_once('=')
            .ok_or_else(|| Stop::refused("form-unreadable"))?;
        if !values.contains_key(name) {
            return Err(Stop::refused("form-unreadable"));
        }
        values.insert(name.to_owned(), text.to_owned());
    }
    let settlement = Settlement {
        way: settle.way,
        side,
        values,
        seen: item.seen.clone(),
    };
    let saved = inbox::settle(file, &item.id, &settlement)?;
    tell_saved(&saved, telling)
}

fn tell_heading(item: &InboxItem, telling: &mut Telling<'_>) -> Result<(), Stop> {
    telling.line(&item.id)?;
    let words = telling.words();
    let said = values! {
        kind = words.code("inbox-kind", &item.kind), about = item.about,
        field = words.field(&item.field), urgency = words.code("urgency", &item.urgency),
        ways = item.ways.join(", "),
    };
    telling.say("cli-inbox-heading", said)?;
    Ok(())
}

fn tell_item(item: &InboxItem, telling: &mut Telling<'_>) -> Result<(), Stop> {
    tell_heading(item, telling)?;
    if let Some(conflict) = &item.conflict {
        return tell_conflict(conflict, telling);
    }
    if let Some(candidate) = &item.candidate {
        return duplicates::tell_sides(candidate, false, telling);
    }
    for value in &item.values {
        let line = telling.words().labelled(value);
        telling.line(&format!("  {line}"))?;
    }
    for victim in &item.victims {
        let line = format!("  {}  {}", victim.case_number, victim.initials);
        telling.line(&line)?;
    }
    tell_origins(&item.origins, "cli-inbox-origin", telling)?;
    tell_origins(&item.written_by, "cli-inbox-written-by", telling)
}

/// Two records that may be one person's show initials and numbers; `duplicates --names` shows more.
fn cover(item: &mut InboxItem) {
    item.candidate.iter_mut().for_each(duplicates::cover);
}

fn tell_origins(origins: &[Origin], word: &str, telling: &mut Telling<'_>) -> Result<(), Stop> {
    for origin in origins {
        let said = values! {
            by = origin.by, place = origin.place, when = origin.claimed_at,
            received = origin.received_at.as_deref().unwrap_or("—"),
            file = origin.bundle.as_deref().unwrap_or("—"),
        };
        telling.say(word, said)?;
        tell_signer(&origin.by, origin.signed_by.as_deref(), telling)?;
    }
    Ok(())
}

fn tell_saved(saved: &Saved, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    telling.say("cli-saved", values! { time = saved.saved_at })?;
    telling.answer(saved)?;
    Ok(Ending::Done)
}

fn tell_conflict(conflict: &ConflictView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    telling.line("")?;
    telling.line(&conflict.id)?;
    let field = telling.words().field(&conflict.field);
    let heading = values! { about = conflict.about, field = field };
    telling.say("cli-conflict-heading", heading)?;
    for side in &conflict.sides {
        let written: Vec<String> = side
            .values
            .iter()
            .map(|value| telling.words().labelled(value))
            .collect();
        let said = values! {
            by = side.by, place = side.place, when = side.claimed_at, value = written.join(" / "),
            received = side.received_at.as_deref().unwrap_or("—"),
            file = side.bundle.as_deref().unwrap_or("—"),
        };
        let mut line = telling.words().say_with("cli-conflict-side", &said);
        if side.in_effect {
            line = format!("{line} ({})", telling.words().say("cli-conflict-in-effect"));
        }
        let short: String = side.side.chars().take(SIDE_CHARACTERS).collect();
        telling.line(&format!("  {short}  {line}"))?;
        tell_signer(&side.by, side.signed_by.as_deref(), telling)?;
    }
    Ok(())
}

/// That another person's machine signed what somebody is said to have written.
fn tell_signer(by: &str, signer: Option<&str>, telling: &mut Telling<'_>) -> Result<(), Stop> {
    match signer {
        Some(who) => Ok(telling.say("cli-signed-by", values! { who = who, by = by })?),
        None => Ok(()),
    }
}

/// The side whose id begins with this. Ids are hashes, so a beginning never names another conflict's side.
fn side_named<'a>(conflict: &'a ConflictView, named: &str) -> Option<&'a ConflictSide> {
    let mut sides = conflict
        .sides
        .iter()
        .filter(|side| named.len() >= SIDE_CHARACTERS && side.side.starts_with(named));
    let side = sides.next()?;
    sides.next().is_none().then_some(side)
}
