//! Sending the week, merging what the sticks bring, and settling what two people wrote differently.

use std::path::{Path, PathBuf};

use countyline_core::exchange::{self, IncomingBundle};
use countyline_core::inbox::{self, ConflictSide, ConflictView};
use countyline_core::values;
use serde_json::json;

use crate::arguments::{Common, Export, Merge, Resolve};
use crate::asking;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

/// Characters of a side's id that are shown, and the fewest that name it.
const SIDE_CHARACTERS: usize = 8;

pub(crate) fn export(
    export: &Export,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let sent = exchange::send_week(&mut file, &export.to)?;
    let said = values! {
        number = sent.number, changes = sent.changes, path = sent.path, size = sent.size_bytes,
    };
    telling.say("cli-export-done", said)?;
    telling.say("cli-export-sha256", values! { sha256 = sent.sha256 })?;
    telling.answer(&sent)?;
    Ok(Ending::Done)
}

pub(crate) fn merge(
    merge: &Merge,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let paths = bundles_named(&merge.bundle)?;
    let mut file = asking::unlock(common, places, telling)?;
    if merge.rehearse {
        let incoming = exchange::read_bundles(&file, &paths)?;
        telling.say("cli-merge-rehearsal", values! {})?;
        tell_files(&incoming, telling)?;
        telling.answer(&incoming)?;
        return Ok(ending(&incoming, 0));
    }
    let summary = exchange::merge(&mut file, &paths)?;
    tell_files(&summary.files, telling)?;
    let done = values! {
        added = summary.added, changed = summary.changed, known = summary.known,
    };
    telling.say("cli-merge-done", done)?;
    telling.say("cli-merge-conflicts", values! { count = summary.conflicts })?;
    telling.answer(&summary)?;
    Ok(ending(&summary.files, summary.conflicts))
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
    telling.say("cli-saved", values! { time = saved.saved_at })?;
    telling.answer(&saved)?;
    Ok(Ending::Done)
}

pub(crate) fn inspect(path: &Path, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let outer = exchange::inspect(path)?;
    let size = outer.header_bytes + outer.payload_bytes;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let heading = values! { file = name, size = size, format = outer.version };
    telling.say("cli-inspect-heading", heading)?;
    let count = outer.recipients.len();
    telling.say("cli-inspect-recipients", values! { count = count })?;
    telling.say("cli-inspect-sealed", values! {})?;
    telling.answer(&json!({
        "format": outer.version,
        "suite": outer.suite,
        "bundleId": hex(&outer.bundle_id),
        "recipients": outer.recipients.iter().map(|hint| hex(hint)).collect::<Vec<_>>(),
        "sizeBytes": size,
    }))?;
    Ok(Ending::Done)
}

/// One line for each file: what it is and what came, or would come, of it.
pub(crate) fn tell_files(files: &[IncomingBundle], telling: &mut Telling<'_>) -> Result<(), Stop> {
    for incoming in files {
        let name = &incoming.file_name;
        let place = incoming.place.as_deref().unwrap_or_default();
        match (incoming.state.as_str(), &incoming.failure) {
            ("refused", Some(failure)) => {
                let (happened, remedy) = telling.words().failure(failure);
                let reason = format!("{happened} {remedy} [{}]", failure.code);
                let said = values! { file = name, reason = reason };
                telling.say("cli-merge-file-refused", said)?;
            }
            ("already_merged", _) => {
                telling.say("cli-merge-file-known", values! { file = name })?;
            }
            _ => {
                let said = values! {
                    file = name, place = place, new = incoming.new_changes,
                    known = incoming.known_changes,
                };
                telling.say("cli-merge-file-ready", said)?;
            }
        }
        if incoming.missing > 0 {
            let said = values! { file = name, place = place, missing = incoming.missing };
            telling.say("cli-merge-file-missing", said)?;
        }
    }
    Ok(())
}

fn ending(files: &[IncomingBundle], conflicts: i32) -> Ending {
    if conflicts > 0 || files.iter().any(|incoming| incoming.state == "refused") {
        Ending::WaitsForAPerson
    } else {
        Ending::Done
    }
}

/// Files as they were named; of a folder, the bundles in it.
fn bundles_named(named: &[PathBuf]) -> Result<Vec<String>, Stop> {
    let mut paths = Vec::new();
    for path in named {
        if path.is_dir() {
            paths.extend(exchange::bundles_in(path)?);
        } else {
            paths.push(path.display().to_string());
        }
    }
    Ok(paths)
}

fn tell_conflict(conflict: &ConflictView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    telling.line("")?;
    telling.line(&conflict.id)?;
    let heading = values! { about = conflict.about, field = conflict.field };
    telling.say("cli-conflict-heading", heading)?;
    for side in &conflict.sides {
        let written: Vec<&str> = side.values.iter().map(|value| &*value.value).collect();
        let said = values! {
            by = side.by, place = side.place, when = side.claimed_at, value = written.join(" / "),
        };
        let mut line = telling.words().say_with("cli-conflict-side", &said);
        if side.in_effect {
            line = format!("{line} ({})", telling.words().say("cli-conflict-in-effect"));
        }
        let short: String = side.side.chars().take(SIDE_CHARACTERS).collect();
        telling.line(&format!("  {short}  {line}"))?;
    }
    Ok(())
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

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
