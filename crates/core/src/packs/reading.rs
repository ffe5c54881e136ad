//! Reads a state pack that somebody wrote, wholly: what is not understood is refused by the name of its field.
//!
//! What was installed is read by the same rules each time. A program that meets a pack of a later form refuses it as
//! well, and the sample stands in.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::Pack;
use crate::error::{Error, Result};

/// Longest file, in bytes: what fits into one field of a record.
pub(crate) const FILE_BYTES: usize = countyline_ledger::limits::TEXT_BYTES;

/// Longest text of a field, in characters.
const TEXT: usize = 500;

/// Longest id, version or code.
const SHORT: usize = 40;

/// Most rights.
const RIGHTS: usize = 100;

/// What is wrong with a field of a state pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// It is no JSON, from this line on.
    Unreadable {
        /// Line of the file.
        line: usize,
    },
    /// The file is larger than one record may hold.
    TooLarge,
    /// It does not stand there.
    Missing,
    /// No pack has such a field.
    Unknown,
    /// It stands there twice.
    Twice,
    /// A field stands a second time in this line.
    FieldTwice {
        /// Line of the file.
        line: usize,
    },
    /// Something else belongs there.
    NotA(Kind),
    /// Nothing is written there.
    Empty,
    /// It is longer than so many characters, or has more parts.
    TooLong {
        /// The most.
        most: usize,
    },
    /// Small letters, digits and `_` only.
    Code,
    /// Digits with points between them only.
    Version,
    /// A character that cannot be seen.
    Unseen,
    /// The number is outside of what is possible.
    Range {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Names would be kept longer than everything else.
    LongerThanAll,
    /// A pack that comes with the program is called so.
    OfTheProgram,
    /// The one that is installed is later.
    Older {
        /// Version of the installed one.
        installed: String,
    },
    /// The installed one has this version and says something else.
    SameVersion {
        /// Version of the installed one.
        installed: String,
    },
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `"…"`.
    Text,
    /// A whole number.
    Number,
    /// A whole number or `null`.
    NumberOrNull,
    /// `true` or `false`.
    YesOrNo,
    /// `[…]`.
    List,
    /// `{…}`.
    Group,
}

impl Flaw {
    /// The code its sentence is found by.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Flaw::Unreadable { .. } => "unreadable",
            Flaw::TooLarge => "too_large",
            Flaw::Missing => "missing",
            Flaw::Unknown => "unknown",
            Flaw::Twice => "twice",
            Flaw::FieldTwice { .. } => "field_twice",
            Flaw::NotA(Kind::Text) => "no_text",
            Flaw::NotA(Kind::Number) => "no_number",
            Flaw::NotA(Kind::NumberOrNull) => "no_number_or_null",
            Flaw::NotA(Kind::YesOrNo) => "no_yes_or_no",
            Flaw::NotA(Kind::List) => "no_list",
            Flaw::NotA(Kind::Group) => "no_group",
            Flaw::Empty => "empty",
            Flaw::TooLong { .. } => "too_long",
            Flaw::Code => "code",
            Flaw::Version => "version",
            Flaw::Unseen => "unseen",
            Flaw::Range { .. } => "range",
            Flaw::LongerThanAll => "longer_than_all",
            Flaw::OfTheProgram => "of_the_program",
            Flaw::Older { .. } => "older",
            Flaw::SameVersion { .. } => "same_version",
        }
    }

    /// The values of its sentence.
    pub(crate) fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Flaw::Unreadable { line } | Flaw::FieldTwice { line } => {
                vec![("line", line.to_string())]
            }
            Flaw::TooLong { most } => vec![("most", most.to_string())],
            Flaw::Range { least, most } => {
                vec![("least", least.to_string()), ("most", most.to_string())]
            }
            Flaw::Older { installed } | Flaw::SameVersion { installed } => {
                vec![("installed", installed.clone())]
            }
            _ => Vec::new(),
        }
    }
}

/// A refusal of a field.
pub(crate) fn refused(field: impl Into<String>, flaw: Flaw) -> Error {
    Error::StatePack {
        field: field.into(),
        flaw,
    }
}

/// The text of a file that was read up to a byte beyond what one may be long.
///
/// # Errors
/// [`Error::StatePack`] if it is longer, or no text in UTF-8.
pub(crate) fn text_of(bytes: Vec<u8>) -> Result<String> {
    ensure_fits(bytes.len())?;
    String::from_utf8(bytes).map_err(|wrong| {
        let text = &wrong.as_bytes()[..wrong.utf8_error().valid_up_to()];
        let line = 1 + text.iter().filter(|byte| **byte == b'\n').count();
        refused("", Flaw::Unreadable { line })
    })
}

fn ensure_fits(bytes: usize) -> Result<()> {
    match bytes > FILE_BYTES {
        true => Err(refused("", Flaw::TooLarge)),
        false => Ok(()),
    }
}

/// The pack that a file holds.
///
/// # Errors
/// [`Error::StatePack`] with the first field that cannot be used, and why.
pub(crate) fn read(text: &str) -> Result<Pack> {
    ensure_fits(text.len())?;
    let unreadable = |error: serde_json::Error| {
        let line = error.line();
        refused("", Flaw::Unreadable { line })
    };
    // Editors of Windows begin a file with a mark that JSON does not know.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let whole: Value = serde_json::from_str(text).map_err(unreadable)?;
    if !whole.is_object() {
        return Err(refused("", Flaw::Unreadable { line: 1 }));
    }
    let fields = Fields::of(
        &whole,
        "",
        &[
            "id",
            "version",
            "sample",
            "source",
            "rights",
            "compensation",
            "retention",
        ],
    )?;
    ensure_code(&fields, "id")?;
    let version = fields.text("version", SHORT)?;
    if numbers(version).is_none() {
        return Err(fields.refused("version", Flaw::Version));
    }
    fields.yes_or_no("sample")?;
    fields.text("source", TEXT)?;
    ensure_rights(&fields)?;

    let claims = fields.group(
        "compensation",
        &[
            "report_within_hours",
            "file_within_months",
            "minor_until_birthday",
            "late_for_good_cause",
        ],
    )?;
    claims.number_or_null("report_within_hours", 1..=26_280)?;
    claims.number("file_within_months", 1..=600)?;
    claims.number_or_null("minor_until_birthday", 10..=99)?;
    claims.yes_or_no("late_for_good_cause")?;

    let kept = fields.group("retention", &["identity_months", "statistics_months"])?;
    let identity = kept.number("identity_months", 1..=1200)?;
    if identity > kept.number("statistics_months", 1..=1200)? {
        return Err(kept.refused("identity_months", Flaw::LongerThanAll));
    }
    // All that is left to refuse is a field that stands there twice: a map of JSON keeps the last one.
    serde_json::from_str(text).map_err(|error| {
        let line = error.line();
        refused("", Flaw::FieldTwice { line })
    })
}

/// Whether a version comes after another one.
pub(crate) fn is_later(version: &str, than: &str) -> bool {
    numbers(version) > numbers(than)
}

/// A version by its numbers: `2026.10` comes after `2026.9`.
fn numbers(version: &str) -> Option<Vec<u32>> {
    let part = |part: &str| {
        let digits = part.bytes().all(|digit| digit.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| digits)
    };
    version.split('.').map(part).collect()
}

fn ensure_rights(pack: &Fields<'_>) -> Result<()> {
    let Value::Array(rights) = pack.value("rights") else {
        return Err(pack.refused("rights", Flaw::NotA(Kind::List)));
    };
    if rights.is_empty() {
        return Err(pack.refused("rights", Flaw::Empty));
    }
    if rights.len() > RIGHTS {
        return Err(pack.refused("rights", Flaw::TooLong { most: RIGHTS }));
    }
    let mut codes = BTreeSet::new();
    for (at, right) in rights.iter().enumerate() {
        let right = Fields::of(right, &format!("rights {}", at + 1), &["code", "en", "es"])?;
        if !codes.insert(ensure_code(&right, "code")?) {
            return Err(right.refused("code", Flaw::Twice));
        }
        right.text("en", TEXT)?;
        right.text("es", TEXT)?;
    }
    Ok(())
}

fn ensure_code<'v>(fields: &Fields<'v>, name: &str) -> Result<&'v str> {
    let code = fields.text(name, SHORT)?;
    let allowed = |letter: u8| matches!(letter, b'a'..=b'z' | b'0'..=b'9' | b'_');
    match code.bytes().all(allowed) {
        true => Ok(code),
        false => Err(fields.refused(name, Flaw::Code)),
    }
}

/// The fields of one group, all of them known and all there.
struct Fields<'v> {
    within: String,
    members: &'v Map<String, Value>,
}

impl<'v> Fields<'v> {
    fn of(value: &'v Value, within: &str, known: &[&str]) -> Result<Fields<'v>> {
        let Value::Object(members) = value else {
            return Err(refused(within, Flaw::NotA(Kind::Group)));
        };
        let fields = Fields {
            within: within.to_owned(),
            members,
        };
        if let Some(unknown) = members.keys().find(|name| !known.contains(&name.as_str())) {
            return Err(fields.refused(unknown, Flaw::Unknown));
        }
        if let Some(missing) = known.iter().find(|name| !members.contains_key(**name)) {
            return Err(fields.refused(missing, Flaw::Missing));
        }
        Ok(fields)
    }

    fn refused(&self, name: &str, flaw: Flaw) -> Error {
        match self.within.is_empty() {
            true => refused(name, flaw),
            false => refused(format!("{}: {name}", self.within), flaw),
        }
    }

    fn value(&self, name: &str) -> &'v Value {
        self.members.get(name).unwrap_or(&Value::Null)
    }

    fn group(&self, name: &str, known: &[&str]) -> Result<Fields<'v>> {
        Fields::of(self.value(name), name, known)
    }

    fn text(&self, name: &str, most: usize) -> Result<&'v str> {
        let flaw = match self.value(name) {
            Value::String(text) if text.trim().is_empty() => Flaw::Empty,
            Value::String(text) if text.chars().count() > most => Flaw::TooLong { most },
            Value::String(text) if text.chars().any(char::is_control) => Flaw::Unseen,
            Value::String(text) => return Ok(text),
            _ => Flaw::NotA(Kind::Text),
        };
        Err(self.refused(name, flaw))
    }

    fn number(&self, name: &str, possible: RangeInclusive<u32>) -> Result<u32> {
        let (least, most) = (*possible.start(), *possible.end());
        let flaw = match self.value(name) {
            Value::Number(number) if number.is_f64() => Flaw::NotA(Kind::Number),
            Value::Number(number) => {
                let number = number
                    .as_u64()
                    .and_then(|number| u32::try_from(number).ok());
                match number.filter(|number| possible.contains(number)) {
                    Some(number) => return Ok(number),
                    None => Flaw::Range { least, most },
                }
            }
            _ => Flaw::NotA(Kind::Number),
        };
        Err(self.refused(name, flaw))
    }

    fn number_or_null(&self, name: &str, possible: RangeInclusive<u32>) -> Result<()> {
        match self.value(name) {
            Value::Null => Ok(()),
            Value::Number(number) if !number.is_f64() => self.number(name, possible).map(drop),
            _ => Err(self.refused(name, Flaw::NotA(Kind::NumberOrNull))),
        }
    }

    fn yes_or_no(&self, name: &str) -> Result<()> {
        match self.value(name) {
            Value::Bool(_) => Ok(()),
            _ => Err(self.refused(name, Flaw::NotA(Kind::YesOrNo))),
        }
    }
}
