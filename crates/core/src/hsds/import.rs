//! Taking a directory in.

use std::path::Path;

use countyline_ledger::{EntityId, Value};
use countyline_sheets::Writer;

use super::agency::{self, Agency, Known};
use super::gather::{Gathered, gather};
use super::{DirectoryImport, ImportIssue, Row, read};
use crate::casefile::{Action, CaseFile, Change, Seen, key, tables};
use crate::error::{Error, Result};
use crate::fields::set_elements;
use crate::partners::{self, directory};
use crate::registry::{
    PARTNER, PARTNER_LOCATION, PARTNER_PERSON, PARTNER_SERVICE, Record, Registry,
};
use crate::standing::reference;
use crate::{files, ids};

/// Where the rows that were not taken go.
#[derive(Debug, Clone, Copy)]
pub enum Refused<'a> {
    /// Nowhere: they are only told.
    Told,
    /// Into this table, with file, row, column and problem.
    Into(&'a Path),
}

/// Takes a directory in: a folder with a tabular data package, or a JSON file. In a dry run nothing is written
/// but the table of refused rows, if one was asked for.
///
/// # Errors
/// [`Error::FileNotFound`]; [`Error::DirectoryUnreadable`]; [`Error::RoleMayNot`]; those of writing a file.
/// Rows with a flaw are no error: they are in the answer.
pub fn import(
    file: &mut CaseFile,
    path: &Path,
    dry_run: bool,
    refused: Refused<'_>,
) -> Result<DirectoryImport> {
    file.ensure_may(crate::roles::deed(Action::ImportDirectory))?;
    let directory = read::read(path)?;
    let left_out = directory.left_out.iter().cloned().collect();
    let mut parted = gather(directory);
    let mut sound = Vec::new();
    for gathered in std::mem::take(&mut parted.sound) {
        let known = known(file, &gathered)?;
        let unfit = match agency::agency(&gathered, &known) {
            Ok(made) => {
                sound.push(made);
                continue;
            }
            Err(unfit) => unfit,
        };
        for (row, column, problem) in unfit {
            let (file, line) = (row.file.clone(), row.line);
            parted.issue(&file, line, &column, problem);
        }
        parted.refused.push(gathered);
    }
    parted
        .issues
        .sort_by(|one, other| (&one.file, one.row).cmp(&(&other.file, other.row)));
    let mut told = DirectoryImport {
        dry_run,
        organizations: count(sound.len() + parted.refused.len()),
        new: 0,
        changed: 0,
        same: 0,
        refused: count(parted.refused.len()),
        services: count(sound.iter().map(|agency| agency.services.len()).sum()),
        locations: count(sound.iter().map(|agency| agency.locations.len()).sum()),
        people: count(sound.iter().map(|agency| agency.people.len()).sum()),
        issues: parted.issues,
        left_out,
    };
    for agency in &sound {
        match standing(file, agency)? {
            Standing::New => told.new += 1,
            Standing::Changed => told.changed += 1,
            Standing::Same => told.same += 1,
        }
    }
    if let Refused::Into(path) = refused {
        let stray = parted.stray.iter().map(|(table, row)| (*table, row));
        let rows = parted.refused.iter().flat_map(Gathered::all).chain(stray);
        write_refused(path, rows, &told.issues)?;
    }
    if !dry_run && (told.new > 0 || told.changed > 0) {
        file.change(Action::ImportDirectory, |change| {
            sound.iter().try_for_each(|agency| write(change, agency))
        })?;
    }
    Ok(told)
}

/// What this place says already of an organization.
fn known(file: &CaseFile, gathered: &Gathered) -> Result<Known> {
    let Ok(id) = ids::parse(&PARTNER, gathered.organization.cell("id")) else {
        return Ok(Known::default());
    };
    match partners::view(file, id) {
        Ok(view) => Ok(Known {
            gives_shelter: partners::a_service_gives_shelter(file.conn(), id)?,
            form: Some(view.form),
        }),
        Err(Error::NotFound { .. }) => Ok(Known::default()),
        Err(refused) => Err(refused),
    }
}

enum Standing {
    New,
    Changed,
    Same,
}

/// A record of an agency: its fields and its sets.
struct Part {
    record: &'static Record,
    id: EntityId,
    fields: Vec<(&'static str, Value)>,
    /// Written once, when the record is made.
    once: Vec<(&'static str, Value)>,
    sets: Vec<(&'static str, Vec<Value>)>,
}

fn parts(agency: &Agency) -> Result<Vec<Part>> {
    let mut fields = partners::fields(&agency.form);
    fields.extend(directory::details_fields(&agency.details)?);
    fields.push(("more", more(&agency.more)));
    fields.extend(day("assured_on", agency.assured_on.as_deref()));
    let mut parts = vec![Part {
        record: &PARTNER,
        id: agency.id,
        fields,
        once: Vec::new(),
        sets: vec![
            ("needs", directory::elements(&agency.form.needs)),
            ("languages", directory::elements(&agency.form.languages)),
        ],
    }];
    let of = || vec![("partner", reference(agency.id))];
    for service in &agency.services {
        let mut fields = directory::service_fields(&service.form)?;
        // Hints for deputies are ours: no directory has them, and none takes them away.
        fields.retain(|(name, _)| *name != "notes_for_deputies");
        fields.push(("more", more(&service.more)));
        fields.extend(day("assured_on", service.form.assured_on.as_deref()));
        parts.push(Part {
            record: &PARTNER_SERVICE,
            id: service.id,
            fields,
            once: of(),
            sets: directory::service_sets(&service.form).into(),
        });
    }
    for location in &agency.locations {
        let mut fields = directory::location_fields(&location.form)?;
        fields.push(("more", more(&location.more)));
        parts.push(Part {
            record: &PARTNER_LOCATION,
            id: location.id,
            fields,
            once: of(),
            sets: directory::location_sets(&location.form)?.into(),
        });
    }
    for person in &agency.people {
        let mut fields = directory::person_fields(&person.form)?;
        // That somebody left is known here, not in the file.
        fields.retain(|(name, _)| *name != "left_on");
        fields.push(("more", more(&person.more)));
        parts.push(Part {
            record: &PARTNER_PERSON,
            id: person.id,
            fields,
            once: of(),
            sets: Vec::new(),
        });
    }
    Ok(parts)
}

fn standing(file: &CaseFile, agency: &Agency) -> Result<Standing> {
    let mut standing = Standing::Same;
    for part in parts(agency)? {
        let Some(state) = tables::load(file.conn(), key(part.record, part.id))? else {
            if part.record.id == PARTNER.id {
                return Ok(Standing::New);
            }
            standing = Standing::Changed;
            continue;
        };
        let says = |name: &str, value: &Value| {
            let field = part.record.field(name).field_id();
            let shown = state.shown(&Registry, field);
            shown.map_or(Value::Null, |shown| shown.value) == *value
        };
        let same_fields = part.fields.iter().all(|(name, value)| says(name, value));
        let same_sets = part.sets.iter().all(|(name, wanted)| {
            let known = state.elements(part.record.field(name).field_id());
            known.len() == wanted.len() && wanted.iter().all(|element| known.contains(element))
        });
        if !(same_fields && same_sets) {
            standing = Standing::Changed;
        }
    }
    Ok(standing)
}

fn write(change: &mut Change<'_>, agency: &Agency) -> Result<()> {
    for part in parts(agency)? {
        match tables::load(change.conn(), key(part.record, part.id))? {
            Some(state) => {
                let seen = Seen::of(&state);
                change.edit(part.record, part.id, &seen, part.fields)?;
                for (name, wanted) in part.sets {
                    set_elements(change, part.record, part.id, &seen, name, wanted)?;
                }
            }
            None => {
                let fields = part.once.into_iter().chain(part.fields);
                let said = fields.filter(|(_, value)| *value != Value::Null);
                change.create_as(part.record, part.id, said);
                for (name, wanted) in part.sets {
                    change.add(part.record, part.id, name, wanted);
                }
            }
        }
    }
    Ok(())
}

fn more(rows: &[directory::Item]) -> Value {
    let texts = rows.iter().map(|row| {
        Value::text(serde_json::to_string(row).expect("a map of texts is written as JSON"))
    });
    Value::List(texts.collect())
}

fn day(name: &'static str, day: Option<&str>) -> Option<(&'static str, Value)> {
    day.map(|day| (name, Value::text(day)))
}

fn write_refused<'r>(
    path: &Path,
    rows: impl Iterator<Item = (&'static str, &'r Row)>,
    issues: &[ImportIssue],
) -> Result<()> {
    let writing = |source| Error::file("write the refused rows", source);
    let columns = ["file", "row", "table", "column", "problem", "cells"];
    let mut table = Writer::new(Vec::new(), &columns).map_err(writing)?;
    for (name, row) in rows {
        let line = count(usize::try_from(row.line).unwrap_or(usize::MAX));
        let cells = serde_json::to_string(&row.cells).expect("a map of texts is written as JSON");
        let of_row = issues
            .iter()
            .filter(|issue| issue.file == row.file && issue.row == line);
        let mut problems: Vec<(&str, &str)> = of_row
            .map(|issue| (issue.column.as_str(), issue.problem.as_str()))
            .collect();
        if problems.is_empty() {
            // Sound itself, but of an organization that is not.
            problems.push(("", "with_another"));
        }
        for (column, problem) in problems {
            let line = line.to_string();
            let cells = [&*row.file, &*line, name, column, problem, &*cells];
            table.row(&cells).map_err(writing)?;
        }
    }
    // Rows that could not even be read as rows.
    let unread = issues.iter().filter(|issue| issue.problem == "uneven");
    for issue in unread {
        let line = issue.row.to_string();
        let cells = [&*issue.file, &*line, "", "", &*issue.problem, ""];
        table.row(&cells).map_err(writing)?;
    }
    let bytes = table.finish().map_err(writing)?;
    files::write_whole(path, &bytes)
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
