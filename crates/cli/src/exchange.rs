//! Sending the week, and merging what the sticks bring.

use std::path::Path;

use countyline_core::casefile::CaseFile;
use countyline_core::exchange::{self, IncomingBundle, MergeRehearsal, Standing};
use countyline_core::{inbox, values};
use serde_json::json;

use crate::arguments::{Common, Export, Merge};
use crate::asking;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::returns;
use crate::telling::Telling;

pub(crate) fn export(
    export: &Export,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let size = returns::part_size(export.part_mib);
    let sent = exchange::send_week_in_parts(&mut file, &export.to, size)?;
    let said = values! {
        number = sent.number, changes = sent.changes, path = sent.path, size = sent.size_bytes,
    };
    telling.say("cli-export-done", said)?;
    if sent.files > 1 {
        telling.say("cli-export-files", values! { count = sent.files })?;
    }
    telling.say("cli-export-sha256", values! { sha256 = sent.sha256 })?;
    tell_standing(&file, telling)?;
    telling.answer(&sent)?;
    Ok(Ending::Done)
}

/// Says so if the county struck this laptop from its list, or if it has taken in nothing from it for long.
pub(crate) fn tell_standing(file: &CaseFile, telling: &mut Telling<'_>) -> Result<(), Stop> {
    if let Some(days) = exchange::days_without_return(file)? {
        telling.say("cli-days-without-return", values! { days = days })?;
    }
    if let Ok(Standing::Revoked { at }) = exchange::standing(file) {
        telling.say("cli-standing-revoked", values! { at = at })?;
    }
    Ok(())
}

pub(crate) fn merge(
    merge: &Merge,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let paths = exchange::bundles_named(&merge.bundle)?;
    let mut file = asking::unlock(common, places, telling)?;
    if merge.rehearse {
        let rehearsal = exchange::rehearse_merge(&file, &paths)?;
        telling.say("cli-merge-rehearsal", values! {})?;
        tell_rehearsal(&rehearsal, telling)?;
        telling.answer(&rehearsal)?;
        let files = rehearsal.files.into_iter().map(|rehearsed| rehearsed.file);
        return Ok(ending(&files.collect::<Vec<_>>(), rehearsal.conflicts));
    }
    let summary = exchange::merge(&mut file, &paths)?;
    tell_files(&summary.files, telling)?;
    let done = values! {
        added = summary.added, changed = summary.changed, known = summary.known,
    };
    telling.say("cli-merge-done", done)?;
    telling.say("cli-merge-conflicts", values! { count = summary.conflicts })?;
    let suggestions = inbox::suggestions(&file)?;
    if suggestions > 0 {
        telling.say("cli-merge-same-person", values! { count = suggestions })?;
    }
    telling.answer(&summary)?;
    Ok(ending(&summary.files, summary.conflicts))
}

pub(crate) fn undo_merge(
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = exchange::undo_merge(&mut file)?;
    let kept = exchange::files_taken_back(&file)?;
    telling.say("cli-undo-merge-done", values! { time = saved.saved_at })?;
    for path in &kept {
        telling.line(&format!("  {path}"))?;
    }
    telling.answer(&json!({ "savedAt": saved.saved_at, "files": kept }))?;
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
            ("for_another", _) => {
                telling.say("cli-receive-for-another", values! { file = name })?
            }
            (state @ ("refused" | "parked"), Some(failure)) => {
                let (happened, remedy) = telling.words().failure(failure);
                let reason = format!("{happened} {remedy} [{}]", failure.code);
                let said = values! { file = name, reason = reason };
                let id = match state {
                    "parked" => "cli-merge-file-parked",
                    _ => "cli-merge-file-refused",
                };
                telling.say(id, said)?;
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

/// What merging would do, file by file and in sum.
fn tell_rehearsal(rehearsal: &MergeRehearsal, telling: &mut Telling<'_>) -> Result<(), Stop> {
    for rehearsed in &rehearsal.files {
        tell_files(std::slice::from_ref(&rehearsed.file), telling)?;
        for conflict in &rehearsed.conflicts {
            let field = telling.words().field(&conflict.field);
            let said = values! { about = conflict.about, field = field };
            telling.say("cli-rehearsal-conflict", said)?;
        }
        for value in &rehearsed.takes_effect {
            let words = telling.words();
            let values: Vec<String> = value.values.iter().map(|it| words.labelled(it)).collect();
            let said = values! {
                about = value.about, field = words.field(&value.field), value = values.join(" / "),
            };
            telling.say("cli-rehearsal-takes-effect", said)?;
        }
    }
    let sum = values! {
        added = rehearsal.added, changed = rehearsal.changed, conflicts = rehearsal.conflicts,
        stricter = rehearsal.takes_effect, hidden = rehearsal.hidden,
        problems = rehearsal.problems, missing = rehearsal.missing,
    };
    telling.say("cli-rehearsal-sum", sum)?;
    if rehearsal.same_person > 0 {
        let said = values! { count = rehearsal.same_person };
        telling.say("cli-rehearsal-same-person", said)?;
    }
    Ok(())
}

/// How a command ends that took files in and left so many things for a person.
pub(crate) fn ending(files: &[IncomingBundle], waiting: i32) -> Ending {
    if waiting > 0
        || files
            .iter()
            .any(|incoming| matches!(incoming.state.as_str(), "refused" | "parked"))
    {
        Ending::WaitsForAPerson
    } else {
        Ending::Done
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
