//! The mapping file: what a person says the columns of a table mean.

use std::path::Path;

use super::{ImportRefusal, ImportWhat, Mapping};
use crate::error::{Error, Result};
use crate::files;

/// Reads a mapping file, which must be one for rows of this kind.
///
/// # Errors
/// [`Error::FileNotFound`]; [`ImportRefusal::MappingUnreadable`] with the line; [`ImportRefusal::MappingForOthers`].
pub fn read_mapping(path: &Path, what: ImportWhat) -> Result<Mapping> {
    let text = std::fs::read_to_string(path).map_err(|_| Error::FileNotFound)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mapping: Mapping = serde_json::from_str(text)
        .map_err(|flaw| ImportRefusal::MappingUnreadable { line: flaw.line() })?;
    match mapping.what == what {
        true => Ok(mapping),
        false => Err(ImportRefusal::MappingForOthers.into()),
    }
}

/// Writes a mapping file for a person to go over.
///
/// # Errors
/// [`Error::FileExists`]: what somebody went over is not written over; those of writing a file.
pub fn write_mapping(path: &Path, mapping: &Mapping) -> Result<()> {
    if path.exists() {
        return Err(Error::FileExists);
    }
    let written = "a mapping is written as JSON";
    let mut value = serde_json::to_value(mapping).expect(written);
    // A person goes over it: what says nothing only stands in the way.
    for column in value["columns"].as_array_mut().into_iter().flatten() {
        if let Some(parts) = column.as_object_mut() {
            parts.retain(|_, part| !part.is_null() && *part != serde_json::json!({}));
        }
    }
    let mut bytes = serde_json::to_vec_pretty(&value).expect(written);
    bytes.push(b'\n');
    files::write_whole(path, &bytes)
}
