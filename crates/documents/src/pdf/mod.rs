//! Layouts as PDF 1.7 files, tagged for screen readers.
//!
//! A file is written object by object as its pages come ([`file`]), so that a run of any number of
//! papers takes the memory of one: the drawing operators ([`content`]), the page tree ([`pages`]),
//! the structure ([`structure`]), links and the list of headings ([`outline`]). Fonts come at the
//! end, when it is known which glyphs were shown; printpdf makes their objects ([`embedding`]).
//! Nothing is chosen here that depends on the process: fonts are named by us, not by a counter,
//! and the file id is a digest of the content.

mod content;
mod embedding;
mod file;
mod metadata;
mod outline;
mod pages;
mod pictures;
mod protection;
mod run;
mod structure;

pub use protection::protected;
pub use run::write_run;

use crate::{DocumentError, Layout, pdf::run::Run};

/// The bytes of `layout` as a PDF. The same layout gives the same bytes.
///
/// # Errors
/// [`DocumentError::Pdf`] if a PDF library refuses its own objects,
/// [`DocumentError::FontUnreadable`] if a damaged font cannot be cut down to the glyphs in use.
pub fn to_pdf(layout: &Layout) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    let mut run = Run::of_one(layout, &mut bytes)?;
    run.add(layout)?;
    run.finish()?;
    Ok(bytes)
}

/// A text string in the form every reader knows: UTF-16 with a byte order mark.
fn text_string(text: &str) -> lopdf::Object {
    lopdf::Object::String(utf16(text), lopdf::StringFormat::Hexadecimal)
}

fn utf16(text: &str) -> Vec<u8> {
    [0xfe, 0xff]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
        .collect()
}
