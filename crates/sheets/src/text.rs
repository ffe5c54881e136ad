//! Letters out of bytes.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Error;

/// Reads bytes as what they were written in: by their mark, as UTF-8 if they are that, else as Windows' Western
/// letters, in which older programs of this country write.
///
/// # Errors
/// [`Error::NotATable`] for bytes that no text has.
pub(crate) fn letters(bytes: &[u8]) -> Result<(String, &'static str), Error> {
    let (encoding, marked): (&'static Encoding, usize) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0),
        None => (WINDOWS_1252, 0),
    };
    let is_wide = encoding == UTF_16LE || encoding == UTF_16BE;
    if !is_wide && bytes.contains(&0) {
        return Err(Error::NotATable);
    }
    let (text, has_errors) = encoding.decode_without_bom_handling(&bytes[marked..]);
    if has_errors {
        return Err(Error::NotATable);
    }
    Ok((text.into_owned(), encoding.name()))
}
