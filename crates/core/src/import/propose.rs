//! A mapping proposed from what a file's columns are called and from what stands in the first rows. A person goes
//! over it: what is not known stays a question mark or undecided, and nothing is taken in until it is answered.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use super::cells::Days;
use super::fields::{self, Field, Reads};
use super::plan::{self, OPEN};
use super::{ImportRefusal, ImportWhat, MappedColumn, Mapping, headings, rejects};
use crate::codes;
use crate::error::{Error, Result};
use crate::search::plain;
use crate::view::views;
use crate::words::{LANGUAGES, Words};

/// Rows that are looked at.
const LOOKED_AT: usize = 5_000;
/// Values of a column that are listed.
const VALUES: usize = 40;
/// How days are written, the most usual here first.
const FORMATS: [&str; 9] = [
    "MM/DD/YYYY",
    "DD/MM/YYYY",
    "MM/DD/YY",
    "DD/MM/YY",
    "MM-DD-YYYY",
    "DD-MM-YYYY",
    "DD.MM.YYYY",
    "D-MON-YY",
    "D-MON-YYYY",
];
const YES: [&str; 9] = ["yes", "y", "true", "x", "-1", "1", "si", "s", "verdadero"];
const NO: [&str; 6] = ["no", "n", "false", "0", "falso", "none"];
/// Both values of a check box, as Access and Excel write it. One that is not checked says nothing: perhaps nobody
/// asked.
const UNCHECKED: [&str; 3] = ["false", "0", "falso"];

views! {
    /// A proposed mapping, and what a person has to decide.
    pub struct Proposal {
        /// The mapping.
        pub mapping: Mapping,
        /// Columns that look like an alleged offender or a narrative: there is no field for them.
        pub not_taken: Vec<String>,
        /// Columns with values that nobody has explained.
        pub unexplained: Vec<String>,
        /// Other sheets of a workbook.
        pub other_sheets: Vec<String>,
    }
}

/// Proposes a mapping for a file. `source` names the old system.
///
/// # Errors
/// [`Error::FileNotFound`]; [`ImportRefusal::Table`]; [`ImportRefusal::SourceMissing`].
pub fn propose(
    path: &Path,
    what: ImportWhat,
    source: &str,
    sheet: Option<&str>,
) -> Result<Proposal> {
    if source.trim().is_empty() {
        return Err(ImportRefusal::SourceMissing.into());
    }
    let file = File::open(path).map_err(|_| Error::FileNotFound)?;
    let table = countyline_sheets::open(BufReader::new(file), sheet);
    let table = table.map_err(ImportRefusal::Table)?;
    let other_sheets = match &table.source {
        countyline_sheets::Source::Workbook { others, .. } => others.clone(),
        countyline_sheets::Source::Text { .. } => Vec::new(),
    };
    let columns = plan::named(&table.columns);
    let mut rows = Vec::new();
    for row in table.take(LOOKED_AT) {
        let row = row.map_err(ImportRefusal::Table)?;
        rows.extend(row.refused.is_none().then_some(row.cells));
    }
    let mut mapping = Mapping {
        what,
        source: source.trim().to_owned(),
        sheet: sheet.map(str::to_owned),
        key: None,
        dates: Vec::new(),
        columns: Vec::new(),
        always: BTreeMap::new(),
        leave_out: Vec::new(),
        undecided: Vec::new(),
    };
    let mut days = Vec::new();
    let (mut not_taken, mut unexplained) = (Vec::new(), Vec::new());
    let words = LANGUAGES.map(Words::of);
    for (at, column) in columns.iter().enumerate() {
        let cells = || {
            rows.iter()
                .map(|row| row[at].as_str())
                .filter(|cell| !cell.is_empty())
        };
        if rejects::is_ours(column) {
            continue;
        }
        let field = headings::field(what, column).and_then(|name| fields::named(what, name));
        let field = field.filter(|field| is_free(&mapping, field));
        let is_key = mapping.key.is_none() && headings::is_key(what, column);
        let names_another = field.is_some_and(|field| field.needed);
        if is_key && !names_another && are_different(cells()) {
            mapping.key = Some(column.clone());
            continue;
        }
        let Some(field) = field.filter(|_| !headings::is_not_taken(column)) else {
            not_taken.extend(headings::is_not_taken(column).then(|| column.clone()));
            mapping.undecided.push(column.clone());
            continue;
        };
        if matches!(field.reads, Reads::Day | Reads::Moment) {
            days.extend(cells().map(str::to_owned));
        }
        let values = values(field, &words, cells());
        let is_open = values.values().any(|code| code.as_deref() == Some(OPEN));
        unexplained.extend(is_open.then(|| column.clone()));
        mapping.columns.push(MappedColumn {
            column: column.clone(),
            field: field.name.to_owned(),
            values,
            empty: None,
            parted_by: None,
        });
    }
    mapping.dates = formats(&days);
    for field in fields::of(what).iter().filter(|field| field.needed) {
        let is_there = mapping
            .columns
            .iter()
            .any(|column| column.field == field.name);
        if !is_there {
            mapping
                .always
                .insert(field.name.to_owned(), OPEN.to_owned());
        }
    }
    Ok(Proposal {
        mapping,
        not_taken,
        unexplained,
        other_sheets,
    })
}

/// Whether a field can still have this column.
fn is_free(mapping: &Mapping, field: &Field) -> bool {
    let takes_several = matches!(field.reads, Reads::Text(_) | Reads::Codes(_));
    takes_several
        || !mapping
            .columns
            .iter()
            .any(|column| column.field == field.name)
}

fn are_different<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut met = BTreeSet::new();
    let mut cells = cells.peekable();
    cells.peek().is_some() && cells.all(|cell| met.insert(cell))
}

/// The code of each value that stands in a column, as far as it can be told.
fn values<'a>(
    field: &Field,
    words: &[Words],
    cells: impl Iterator<Item = &'a str>,
) -> BTreeMap<String, Option<String>> {
    let list = match field.reads {
        Reads::Code(list) | Reads::Codes(list) => list,
        Reads::Mark => "answer",
        Reads::Text(_) | Reads::Number | Reads::Day | Reads::Moment => return BTreeMap::new(),
    };
    let mut met = BTreeSet::new();
    for cell in cells {
        let parts: Vec<&str> = match field.reads {
            Reads::Codes(_) => cell.split([';', ',', '\n']).map(str::trim).collect(),
            _ => vec![cell],
        };
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        met.extend(parts.map(str::to_owned));
        if met.len() >= VALUES {
            break;
        }
    }
    let is_check_box = met
        .iter()
        .any(|value| UNCHECKED.contains(&plain(value).as_str()))
        && met.iter().all(|value| is_of_check_box(value));
    let is_mark = field.reads == Reads::Mark;
    let code = |value: &String| match code_of(list, words, value) {
        // It was not checked: that is no answer.
        Some("no") if is_check_box || is_mark => None,
        Some(code) if is_mark && code != "yes" => None,
        Some(code) => Some(code.to_owned()),
        None => Some(OPEN.to_owned()),
    };
    met.iter()
        .map(|value| (value.clone(), code(value)))
        .collect()
}

fn is_of_check_box(value: &str) -> bool {
    let value = plain(value);
    UNCHECKED.contains(&value.as_str())
        || ["true", "-1", "1", "verdadero"].contains(&value.as_str())
}

fn code_of(list: &str, words: &[Words], value: &str) -> Option<&'static str> {
    let value = plain(value);
    let known = codes::list(list);
    let has = |code: &str| {
        known
            .iter()
            .find(|known| *known == code)
            .map(String::as_str)
    };
    let said = known.iter().find(|code| {
        let mut languages = words.iter();
        code.to_lowercase() == value
            || languages.any(|words| plain(&words.code(list, code)) == value)
    });
    let yes_or_no = || match value.as_str() {
        value if YES.contains(&value) => has("yes"),
        value if NO.contains(&value) => has("no"),
        _ => None,
    };
    said.map(String::as_str).or_else(yes_or_no)
}

/// The formats that read these days, as few as will do.
fn formats(days: &[String]) -> Vec<String> {
    let reads = |format: &str, day: &str| {
        Days::of(&[format.to_owned()]).is_ok_and(|days| days.day(day).is_some())
    };
    let iso = Days::default();
    let mut left: Vec<&String> = days.iter().filter(|day| iso.day(day).is_none()).collect();
    let mut chosen: Vec<String> = Vec::new();
    while !left.is_empty() && chosen.len() < 2 {
        let read = |format: &str| left.iter().filter(|day| reads(format, day)).count();
        // Of equally good ones the first, which is the most usual.
        let best = FORMATS.iter().rev().max_by_key(|format| read(format));
        let Some(best) = best.filter(|format| read(format) > 0) else {
            break;
        };
        chosen.push((*best).to_owned());
        left.retain(|day| !reads(best, day));
        // Days and months that can be told apart in one cell cannot in another: two orders would be a guess.
        left.retain(|day| !FORMATS[..4].iter().any(|format| reads(format, day)));
    }
    chosen
}
