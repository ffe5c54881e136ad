//! A mapping laid over the columns of a file, and a row read by it.

use std::collections::{BTreeMap, HashMap};

use chrono::FixedOffset;

use super::cells::{self, Days};
use super::fields::{self, Field, Reads};
use super::{ImportRefusal, Mapping, headings, rejects};
use crate::error::{Error, Result};
use crate::search::plain;
use crate::{codes, criminal_history};

/// Letters a text may have: what a record holds, in the widest script.
const TEXT: usize = 16_000;
/// What in a mapping still waits for a person.
pub(super) const OPEN: &str = "?";

/// Which column of a file is what.
#[derive(Debug)]
pub(super) struct Plan {
    fields: &'static [Field],
    key: Option<usize>,
    columns: Vec<Planned>,
    always: Vec<(&'static Field, String)>,
    days: Days,
}

#[derive(Debug)]
struct Planned {
    at: usize,
    name: String,
    field: &'static Field,
    values: HashMap<String, Option<String>>,
    empty: Option<String>,
    parted_by: Option<String>,
}

/// What a row says, by field.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Told {
    texts: BTreeMap<&'static str, String>,
    codes: BTreeMap<&'static str, Vec<String>>,
}

impl Told {
    /// A text, code or day; empty where nothing stands.
    pub(super) fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }

    pub(super) fn owned(&self, field: &str) -> String {
        self.text(field).to_owned()
    }

    pub(super) fn maybe(&self, field: &str) -> Option<String> {
        self.texts.get(field).cloned()
    }

    pub(super) fn number(&self, field: &str) -> Option<i32> {
        self.text(field).parse().ok()
    }

    pub(super) fn codes(&self, field: &str) -> Vec<String> {
        self.codes.get(field).cloned().unwrap_or_default()
    }

    /// Yes or no; none where nothing stands.
    pub(super) fn mark(&self, field: &str) -> Option<bool> {
        self.texts.get(field).map(|code| code == "yes")
    }
}

impl Plan {
    /// Lays a mapping over the columns of a file.
    ///
    /// # Errors
    /// [`Error::Import`] with what is wrong with the mapping.
    pub(super) fn of(mapping: &Mapping, columns: &[String]) -> Result<Plan> {
        if mapping.source.trim().is_empty() {
            return Err(ImportRefusal::SourceMissing.into());
        }
        let columns = named(columns);
        let find = |name: &str| {
            let found = columns.iter().position(|known| is_same(known, name));
            let column = || name.to_owned();
            found.ok_or_else(|| ImportRefusal::ColumnMissing { column: column() })
        };
        let mut plan = Plan {
            fields: fields::of(mapping.what),
            key: mapping.key.as_deref().map(find).transpose()?,
            columns: Vec::new(),
            always: Vec::new(),
            days: Days::of(&mapping.dates)
                .map_err(|format| ImportRefusal::DateFormat { format })?,
        };
        for mapped in &mapping.columns {
            let at = find(&mapped.column)?;
            let name = columns[at].clone();
            if plan.columns.iter().any(|planned| planned.at == at) {
                return Err(ImportRefusal::ColumnTwice { column: name }.into());
            }
            let field = field_called(mapping, &mapped.field)?;
            let takes_several = matches!(field.reads, Reads::Text(_) | Reads::Codes(_));
            let is_taken = plan.columns.iter().any(|planned| planned.field == field);
            if is_taken && !takes_several {
                let field = mapped.field.clone();
                return Err(ImportRefusal::FieldTwice { field }.into());
            }
            if matches!(field.reads, Reads::Text(_)) && headings::is_not_taken(&name) {
                return Err(ImportRefusal::ColumnNotTaken { column: name }.into());
            }
            let values = mapped.values.iter().map(|(value, code)| {
                ensure_code(field, &name, code.as_deref())?;
                Ok((plain(value), code.clone()))
            });
            ensure_empty(field, &name, mapped.empty.as_deref())?;
            plan.columns.push(Planned {
                at,
                values: values.collect::<Result<_>>()?,
                empty: mapped.empty.clone(),
                parted_by: mapped.parted_by.clone().filter(|by| !by.is_empty()),
                name,
                field,
            });
        }
        for (name, answer) in &mapping.always {
            let field = field_called(mapping, name)?;
            ensure_code(field, name, Some(answer))?;
            plan.always.push((field, answer.clone()));
        }
        plan.ensure_whole(mapping, &columns)?;
        Ok(plan)
    }

    fn ensure_whole(&self, mapping: &Mapping, columns: &[String]) -> Result<()> {
        for (at, column) in columns.iter().enumerate() {
            let column = column.clone();
            let says = |names: &[String]| names.iter().any(|name| is_same(name, &column));
            let is_taken = self.key == Some(at) || self.columns.iter().any(|known| known.at == at);
            if is_taken || says(&mapping.leave_out) || rejects::is_ours(&column) {
                continue;
            }
            return Err(match headings::is_not_taken(&column) {
                true => ImportRefusal::ColumnNotTaken { column },
                false => ImportRefusal::ColumnUndecided { column },
            }
            .into());
        }
        let needed = self.fields.iter().filter(|field| field.needed);
        for field in needed {
            let has_column = self.columns.iter().any(|known| known.field == field);
            if !has_column && !self.always.iter().any(|(always, _)| *always == field) {
                let field = field.name.to_owned();
                return Err(ImportRefusal::FieldMissing { field }.into());
            }
        }
        Ok(())
    }

    /// What names the row in its old system; none if the mapping has no such column.
    ///
    /// # Errors
    /// [`ImportRefusal::KeyMissing`].
    pub(super) fn key<'a>(&self, cells: &'a [String]) -> Result<Option<&'a str>> {
        match self.key.map(|at| cells[at].as_str()) {
            Some("") => Err(ImportRefusal::KeyMissing.into()),
            key => Ok(key),
        }
    }

    /// The columns that a field is read from.
    pub(super) fn columns_of(&self, field: &str) -> Vec<String> {
        let columns = self.columns.iter();
        let of_field = columns.filter(|planned| planned.field.name == field);
        of_field.map(|planned| planned.name.clone()).collect()
    }

    /// As [`Plan::columns_of`], those that are not empty in a row.
    pub(super) fn filled(&self, field: &str, cells: &[String]) -> Vec<String> {
        let columns = self.columns.iter();
        let says = |planned: &&Planned| {
            let cell = cells.get(planned.at);
            planned.field.name == field && cell.is_some_and(|cell| !cell.is_empty())
        };
        columns
            .filter(says)
            .map(|planned| planned.name.clone())
            .collect()
    }

    /// Reads a row.
    ///
    /// # Errors
    /// [`Error::Import`] with the column of the first cell that cannot be read; [`Error::TextTooLong`].
    pub(super) fn read(&self, cells: &[String], offset: FixedOffset) -> Result<Told> {
        let mut told = Told::default();
        for (field, answer) in &self.always {
            match field.reads {
                Reads::Codes(_) => told
                    .codes
                    .insert(field.name, vec![answer.clone()])
                    .is_none(),
                _ => told.texts.insert(field.name, answer.clone()).is_none(),
            };
        }
        for planned in &self.columns {
            planned.read(&cells[planned.at], &self.days, offset, &mut told)?;
        }
        for field in self.fields {
            let length = told.text(field.name).chars().count();
            if length > TEXT {
                let (field, most) = (field.name, TEXT);
                return Err(Error::TextTooLong { field, most });
            }
            if field.needed && length == 0 {
                let columns = self.columns_of(field.name);
                let column = columns
                    .first()
                    .map_or(field.name, String::as_str)
                    .to_owned();
                return Err(ImportRefusal::CellMissing { column }.into());
            }
        }
        Ok(told)
    }
}

impl Planned {
    fn read(&self, cell: &str, days: &Days, offset: FixedOffset, told: &mut Told) -> Result<()> {
        let name = self.field.name;
        let cell = match (cell, &self.empty) {
            ("", None) => return Ok(()),
            ("", Some(code)) => code.as_str(),
            (cell, _) => cell,
        };
        let column = || self.name.clone();
        let text = match self.field.reads {
            Reads::Text(between) => {
                if !criminal_history::warnings(cell).is_empty() {
                    return Err(ImportRefusal::CriminalHistory { column: column() }.into());
                }
                match told.texts.get(name).filter(|before| !before.is_empty()) {
                    Some(before) => format!("{before}{between}{cell}"),
                    None => cell.to_owned(),
                }
            }
            Reads::Code(list) => match self.code(cell, codes::list(list))? {
                Some(code) => code,
                None => return Ok(()),
            },
            Reads::Mark => match self.code(cell, &["yes".to_owned(), "no".to_owned()])? {
                Some(code) => code,
                None => return Ok(()),
            },
            Reads::Codes(list) => {
                let chosen = self.several(cell, codes::list(list))?;
                let known = told.codes.entry(name).or_default();
                chosen.into_iter().for_each(|code| {
                    if !known.contains(&code) {
                        known.push(code);
                    }
                });
                return Ok(());
            }
            Reads::Number => match cells::number(cell) {
                Some(number) => number.to_string(),
                None => return Err(ImportRefusal::NotANumber { column: column() }.into()),
            },
            Reads::Day => match days.day(cell) {
                Some(day) => day.to_string(),
                None => return Err(ImportRefusal::NotADate { column: column() }.into()),
            },
            Reads::Moment => match days.moment(cell, offset) {
                Some(at) => at,
                None => return Err(ImportRefusal::NotADate { column: column() }.into()),
            },
        };
        told.texts.insert(name, text);
        Ok(())
    }

    /// The code of a value; none if it means as much as an empty cell.
    fn code(&self, value: &str, list: &[String]) -> Result<Option<String>> {
        let value = plain(value);
        if let Some(code) = self.values.get(&value) {
            return Ok(code.clone().or_else(|| self.empty.clone()));
        }
        let itself = list.iter().find(|code| code.to_lowercase() == value);
        match itself {
            Some(code) => Ok(Some(code.clone())),
            None => {
                let column = self.name.clone();
                Err(ImportRefusal::ValueUnknown { column }.into())
            }
        }
    }

    fn several(&self, cell: &str, list: &[String]) -> Result<Vec<String>> {
        if let Ok(code) = self.code(cell, list) {
            return Ok(code.into_iter().collect());
        }
        let parts: Vec<&str> = match &self.parted_by {
            Some(by) => cell.split(by.as_str()).collect(),
            None => cell.split([';', ',', '\n']).collect(),
        };
        let parts = parts
            .into_iter()
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let mut chosen = Vec::new();
        for part in parts {
            chosen.extend(self.code(part, list)?);
        }
        Ok(chosen)
    }
}

/// The columns by name; one without a name by its number, `#3`.
pub(super) fn named(columns: &[String]) -> Vec<String> {
    let named = columns
        .iter()
        .enumerate()
        .map(|(at, name)| match name.as_str() {
            "" => format!("#{}", at + 1),
            name => name.to_owned(),
        });
    named.collect()
}

fn is_same(column: &str, name: &str) -> bool {
    plain(column) == plain(name)
}

fn field_called(mapping: &Mapping, name: &str) -> Result<&'static Field> {
    let known = fields::named(mapping.what, name);
    let field = || name.to_owned();
    known.ok_or_else(|| ImportRefusal::NoSuchField { field: field() }.into())
}

/// Refuses a code that is not one of the field's.
fn ensure_code(field: &Field, column: &str, code: Option<&str>) -> Result<()> {
    let Some(code) = code else { return Ok(()) };
    let is_known = match field.reads {
        Reads::Code(list) | Reads::Codes(list) => {
            codes::list(list).iter().any(|known| known == code)
        }
        Reads::Mark => matches!(code, "yes" | "no"),
        Reads::Text(_) | Reads::Number | Reads::Day | Reads::Moment => code != OPEN,
    };
    match is_known {
        true => Ok(()),
        false => {
            let column = column.to_owned();
            Err(ImportRefusal::MappingCode { column }.into())
        }
    }
}

/// An empty cell may say that nobody asked, that she declined or that it is not known; never an answer.
fn ensure_empty(field: &Field, column: &str, empty: Option<&str>) -> Result<()> {
    let Some(code) = empty else { return Ok(()) };
    let is_no_answer = matches!(code, "not_asked" | "declined" | "unknown");
    let has_codes = matches!(field.reads, Reads::Code(_) | Reads::Codes(_));
    if is_no_answer && has_codes && ensure_code(field, column, empty).is_ok() {
        return Ok(());
    }
    let column = column.to_owned();
    Err(ImportRefusal::MappingEmpty { column }.into())
}
