//! Forms and notes that a command saves: read from files, and looked through before anything is saved.
//!
//! A copy of a criminal-history return makes the laptop and every sealed file criminal justice information (CJIS
//! Security Policy 4.1). Only a person can tell whether a text is one, so she is asked; where nobody is there to ask,
//! nothing is saved unless the command said so beforehand.

use std::path::Path;

use countyline_core::criminal_history::{self, HistoryWarning};
use countyline_core::values;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::asking;
use crate::outcome::Stop;
use crate::telling::Telling;

/// A form from a JSON file, with what the command line says of it.
pub(crate) fn read<T: DeserializeOwned>(
    path: &Path,
    said: &[(&str, Value)],
    telling: &mut Telling<'_>,
) -> Result<T, Stop> {
    let text = asking::read_text(path)?;
    let mut value: Value =
        serde_json::from_str(&text).map_err(|_| Stop::refused("form-unreadable"))?;
    let mut texts = Vec::new();
    texts_in(&value, &mut texts);
    ensure_no_history(texts, telling)?;
    for (name, said) in said {
        value[*name] = said.clone();
    }
    from_value(value)
}

pub(crate) fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, Stop> {
    serde_json::from_value(value).map_err(|_| Stop::refused("form-unreadable"))
}

/// Stops before a text is saved that looks like a criminal-history return, unless the person says otherwise.
pub(crate) fn ensure_no_history<'t>(
    texts: impl IntoIterator<Item = &'t str>,
    telling: &mut Telling<'_>,
) -> Result<(), Stop> {
    let mut is_sound = true;
    for text in texts {
        is_sound &= warn_of_history(text, telling)?.is_empty();
    }
    let may_be_saved = is_sound
        || telling.saves_all_the_same()
        || asking::yes(telling, "cli-ask-save-all-the-same") == Some(true);
    match may_be_saved {
        true => Ok(()),
        false => Err(Stop::refused("looks-like-history")),
    }
}

/// Says where a text looks like a criminal-history return.
pub(crate) fn warn_of_history(
    text: &str,
    telling: &mut Telling<'_>,
) -> Result<Vec<HistoryWarning>, Stop> {
    let warnings = criminal_history::warnings(text);
    for warning in &warnings {
        let sign = telling.words().code("history_sign", &warning.sign);
        telling.say(
            "cli-history-warning",
            values! { line = warning.line, sign = sign },
        )?;
    }
    Ok(warnings)
}

/// Every text in a form, however deep.
fn texts_in<'v>(value: &'v Value, texts: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| texts_in(value, texts)),
        Value::Object(values) => values.values().for_each(|value| texts_in(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
