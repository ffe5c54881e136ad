//! A layout as a PDF 1.7 file, tagged for screen readers.
//!
//! printpdf writes the objects and the drawing operators; what it does not know (structure,
//! language, metadata, a stable file id) is added to its object tree before that becomes bytes.
//! Nothing is chosen here that depends on the process: fonts are named by us, not by a counter,
//! and the file id is a digest of the content.

mod content;
mod embedding;
mod metadata;
mod structure;

use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use crate::{DocumentError, Layout, pdf::embedding::EmbeddedFonts};

/// The bytes of `layout` as a PDF. The same layout gives the same bytes.
///
/// # Errors
/// [`DocumentError::Pdf`] if the PDF library refuses its own objects.
pub fn to_pdf(layout: &Layout) -> Result<Vec<u8>, DocumentError> {
    let mut document = PdfDocument::new("");
    let fonts = EmbeddedFonts::embed(layout, &mut document)?;

    let (width, height) = layout.page_size;
    let sheet = Rect::from_wh(Pt(width), Pt(height));
    let mut marked = Vec::new();
    for content in content::pages(layout, &fonts) {
        document.pages.push(PdfPage {
            media_box: sheet.clone(),
            trim_box: sheet.clone(),
            crop_box: sheet.clone(),
            ops: content.operators,
        });
        marked.push(content.marked);
    }

    // Fonts are cut down before they get here; printpdf could not do it in this build.
    let options = PdfSaveOptions {
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let mut pdf = document.to_lopdf_document(&options, &mut Vec::new());
    pdf.version = "1.7".into();
    fonts.describe(layout, &mut pdf);
    structure::add(&mut pdf, layout, &marked)?;
    metadata::replace(&mut pdf, layout)?;
    pdf.compress();
    metadata::set_file_id(&mut pdf)?;
    bytes_of(&mut pdf)
}

fn bytes_of(pdf: &mut lopdf::Document) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes)
        .map_err(|error| DocumentError::Pdf {
            doing: "writing the file",
            source: Some(lopdf::Error::from(error)),
        })?;
    Ok(bytes)
}

/// For lookups in the object tree that printpdf has just built.
fn while_doing(doing: &'static str) -> impl Fn(lopdf::Error) -> DocumentError {
    move |error| DocumentError::Pdf {
        doing,
        source: Some(error),
    }
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
