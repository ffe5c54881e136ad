//! Everything a finished PDF says, seen or unseen, so that a caller can look for words that must
//! not leave the office.
//!
//! Whatever is a text in the file counts: metadata, titles, alternative texts, link targets,
//! bookmarks, form fields, attachments, and the words of the pages. It reads any PDF, not only
//! ours, and refuses one whose words it cannot read: what cannot be read cannot be called clean.

mod page_words;

use lopdf::{Dictionary, Document, Object, Stream};

use crate::DocumentError;

/// The texts of `pdf`, one a line: those of its objects first, then those of its pages.
///
/// # Errors
/// [`DocumentError::Pdf`] if it is not a PDF, is encrypted or damaged, or shows glyphs whose
/// meaning it does not tell.
pub fn visible_and_hidden_text(pdf: &[u8]) -> Result<String, DocumentError> {
    let document = Document::load_mem(pdf).map_err(refused)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(unreadable());
    }
    let mut texts = Vec::new();
    for (key, value) in &document.trailer {
        if key != b"ID" {
            texts_of(value, &mut texts)?;
        }
    }
    for object in document.objects.values() {
        texts_of(object, &mut texts)?;
    }
    for page in document.page_iter() {
        let fonts = document.get_page_fonts(page).map_err(refused)?;
        let content = document.get_page_content(page);
        page_words::words_of(&document, &fonts, &content, &mut texts)?;
    }
    for object in document.objects.values() {
        if let Ok(form) = object.as_stream()
            && form
                .dict
                .get(b"Subtype")
                .is_ok_and(|subtype| subtype == &Object::from("Form"))
        {
            let fonts = page_words::fonts_of(&document, &form.dict);
            let content = form.get_plain_content().map_err(refused)?;
            page_words::words_of(&document, &fonts, &content, &mut texts)?;
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    Ok(texts.join("\n"))
}

/// Every string in `object`, and every stream that holds text rather than drawings.
fn texts_of(object: &Object, texts: &mut Vec<String>) -> Result<(), DocumentError> {
    match object {
        Object::String(..) => texts.push(lopdf::decode_text_string(object).map_err(refused)?),
        Object::Array(parts) => {
            for part in parts {
                texts_of(part, texts)?;
            }
        }
        Object::Dictionary(dictionary) => dictionary_texts(dictionary, texts)?,
        Object::Stream(stream) if !is_file_table(stream) => {
            dictionary_texts(&stream.dict, texts)?;
            if holds_text(stream) {
                let content = stream.get_plain_content().map_err(refused)?;
                texts.push(String::from_utf8_lossy(&content).into_owned());
            }
        }
        _ => {}
    }
    Ok(())
}

fn dictionary_texts(dictionary: &Dictionary, texts: &mut Vec<String>) -> Result<(), DocumentError> {
    for (key, value) in dictionary {
        // Names the numbering of a font's glyphs, in words of the PDF standard.
        if key != b"CIDSystemInfo" {
            texts_of(value, texts)?;
        }
    }
    Ok(())
}

/// Whether the stream lists or packs the other objects of the file; those are read themselves.
fn is_file_table(stream: &Stream) -> bool {
    stream.dict.has_type(b"XRef") || stream.dict.has_type(b"ObjStm")
}

fn holds_text(stream: &Stream) -> bool {
    stream.dict.has_type(b"Metadata") || stream.dict.has_type(b"EmbeddedFile")
}

fn refused(error: lopdf::Error) -> DocumentError {
    DocumentError::Pdf {
        doing: DOING,
        source: Some(error),
    }
}

fn unreadable() -> DocumentError {
    DocumentError::Pdf {
        doing: DOING,
        source: None,
    }
}

const DOING: &str = "reading its text";
