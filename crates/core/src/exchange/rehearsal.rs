//! What merging files would do, all of them together and in order, before anything is written.

use std::collections::BTreeSet;
use std::path::Path;

use countyline_ledger::{Deletion, EntityId, EntityKey, EntityState, FieldId, Value};

use super::arriving::{refusal, unpack};
use super::{
    IncomingBundle, MergeRehearsal, RehearsedConflict, RehearsedFile, RehearsedValue, count, round,
};
use crate::casefile::{CaseFile, Rehearsal, Written, key, tables};
use crate::error::{Error, Result};
use crate::inbox;
use crate::long_work::Work;
use crate::registry::{self, Field, Record, Registry};
use crate::roles::Deed;

/// What merging these files, in this order, would do. Nothing is written. A file that would be refused is
/// listed with its reason and brings nothing.
pub fn rehearse_merge(file: &CaseFile, paths: &[String]) -> Result<MergeRehearsal> {
    file.place().ensure_county()?;
    file.ensure_may(Deed::Weeks)?;
    let waiting = inbox::waiting(file)?;
    let suggested = inbox::suggested(file)?;
    let under_way = file.long_work().begin(Work::Rehearse, paths.len());
    let (mut files, written, same_person) = file.rehearsal(|rehearsal| {
        let mut waiting = waiting.clone();
        let mut files = Vec::new();
        let mut all_written = Vec::new();
        for (number, path) in (1..).zip(paths) {
            file.long_work().file(number)?;
            match one(file, rehearsal, path, &mut waiting) {
                Ok((rehearsed, written)) => {
                    files.push(rehearsed);
                    all_written.push(written);
                }
                Err(Error::Stopped) => return Err(Error::Stopped),
                Err(refused) => {
                    files.push(RehearsedFile::refused(refusal(
                        Path::new(path),
                        round::state_of(&refused),
                        &refused,
                    )));
                    all_written.push(Vec::new());
                }
            }
        }
        let same_person = inbox::suggested(file)?.difference(&suggested).count();
        Ok((files, all_written, same_person))
    })?;
    drop(under_way);
    // Everything is as before again, so that what would take effect can be told from what holds now.
    for (rehearsed, written) in files.iter_mut().zip(written) {
        tell_effects(file, rehearsed, &written)?;
    }
    Ok(MergeRehearsal {
        same_person: count(same_person as u64),
        ..sum(files)
    })
}

/// What would stand in a record a file writes in.
struct Outcome {
    record: &'static Record,
    entity: EntityId,
    after: EntityState,
    fields: BTreeSet<FieldId>,
    about: String,
}

fn one(
    file: &CaseFile,
    rehearsal: &Rehearsal<'_>,
    path: &str,
    waiting: &mut BTreeSet<String>,
) -> Result<(RehearsedFile, Vec<Outcome>)> {
    let unpacked = unpack(file, Path::new(path), Path::new(path))?;
    let (taken, written) = rehearsal.take_in(&unpacked.carried)?;
    let mut rehearsed = RehearsedFile {
        added: count(taken.added as u64),
        changed: count(taken.changed as u64),
        problems: count(taken.problems.len() as u64),
        ..RehearsedFile::refused(unpacked.describe(&taken))
    };
    let now = inbox::waiting(file)?;
    for id in now.difference(waiting) {
        let item = inbox::item_unnoted(file, id)?;
        rehearsed.conflicts.push(RehearsedConflict {
            record: item.record,
            field: item.field,
            about: item.about,
            urgency: item.urgency,
        });
    }
    *waiting = now;
    Ok((rehearsed, outcomes(file, written)?))
}

/// Only what could take effect at once: safety fields and deletions.
fn outcomes(file: &CaseFile, written: Written) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    for (EntityKey { record, entity }, fields) in written {
        let Some(record) = registry::record(record) else {
            continue;
        };
        let matters = |field: &FieldId| {
            let known = record.field_by_id(*field);
            *field == FieldId::TOMBSTONE || known.is_some_and(Field::is_protective)
        };
        let fields: BTreeSet<FieldId> = fields.into_iter().filter(matters).collect();
        if fields.is_empty() {
            continue;
        }
        if let Some(after) = tables::load(file.conn(), key(record, entity))? {
            outcomes.push(Outcome {
                record,
                entity,
                after,
                fields,
                about: inbox::about(file, record, entity)?,
            });
        }
    }
    Ok(outcomes)
}

fn tell_effects(
    file: &CaseFile,
    rehearsed: &mut RehearsedFile,
    outcomes: &[Outcome],
) -> Result<()> {
    for outcome in outcomes {
        let before = tables::load(file.conn(), key(outcome.record, outcome.entity))?;
        // Nothing holds yet for a record that is new.
        let Some(before) = before else { continue };
        for field in &outcome.fields {
            if *field == FieldId::TOMBSTONE {
                let hides = before.deleted() != Deletion::Hidden
                    && outcome.after.deleted() == Deletion::Hidden;
                rehearsed.hidden += i32::from(hides);
                continue;
            }
            let known = outcome
                .record
                .field_by_id(*field)
                .ok_or(Error::DamagedCaseFile)?;
            let shown = |state: &EntityState| state.shown(&Registry, *field).map(|it| it.value);
            let (then, now) = (shown(&outcome.after), shown(&before));
            if is_stricter(known, then.as_ref(), now.as_ref()) {
                let then = then.unwrap_or(Value::Null);
                rehearsed.takes_effect.push(RehearsedValue {
                    record: outcome.record.name.to_owned(),
                    field: known.name.to_owned(),
                    about: outcome.about.clone(),
                    values: inbox::covered(
                        outcome.record,
                        inbox::labelled(outcome.record, known, &then),
                    ),
                });
            }
        }
    }
    Ok(())
}

fn is_stricter(field: &Field, then: Option<&Value>, now: Option<&Value>) -> bool {
    then.is_some() && field.kind.rank(then) < field.kind.rank(now)
}

fn sum(files: Vec<RehearsedFile>) -> MergeRehearsal {
    let total = |number: fn(&RehearsedFile) -> i32| files.iter().map(number).sum();
    MergeRehearsal {
        added: total(|file| file.added),
        changed: total(|file| file.changed),
        new_changes: total(|file| file.file.new_changes),
        known_changes: total(|file| file.file.known_changes),
        missing: total(|file| file.file.missing),
        conflicts: total(|file| count(file.conflicts.len() as u64)),
        problems: total(|file| file.problems),
        takes_effect: total(|file| count(file.takes_effect.len() as u64)),
        hidden: total(|file| file.hidden),
        same_person: 0,
        files,
    }
}

impl RehearsedFile {
    fn refused(file: IncomingBundle) -> RehearsedFile {
        RehearsedFile {
            file,
            added: 0,
            changed: 0,
            conflicts: Vec::new(),
            problems: 0,
            takes_effect: Vec::new(),
            hidden: 0,
        }
    }
}
