//! What a PDF says about itself: its title and language, the day if one was given, and nothing
//! else. No author, no program, no history.

use lopdf::{Document, Object, Stream, dictionary};
use sha2::{Digest, Sha256};

use crate::{
    CreatedOn, Direction, DocumentError, Layout,
    pdf::{bytes_of, text_string, while_doing},
};

/// Replaces everything printpdf said about the file and itself.
pub(super) fn replace(pdf: &mut Document, layout: &Layout) -> Result<(), DocumentError> {
    let doing = while_doing("describing the document");
    let mut info = dictionary! { "Title" => text_string(&layout.title) };
    if let Some(day) = layout.created_on {
        info.set("CreationDate", Object::string_literal(pdf_date(day)));
    }
    let info_id = pdf
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)
        .map_err(&doing)?;
    pdf.set_object(info_id, info);

    let xmp = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(layout).into_bytes(),
    );
    let xmp_id = pdf.add_object(xmp.with_compression(false));
    let direction = match layout.direction {
        Direction::LeftToRight => "L2R",
        Direction::RightToLeft => "R2L",
    };
    let catalog = pdf.catalog_mut().map_err(&doing)?;
    catalog.set("Lang", Object::string_literal(layout.language.clone()));
    catalog.set("Metadata", xmp_id);
    catalog.set(
        "ViewerPreferences",
        Object::Dictionary(dictionary! { "DisplayDocTitle" => true, "Direction" => direction }),
    );
    for needless in [
        b"PageMode".as_slice(),
        b"PageLayout",
        b"OCProperties",
        b"Outlines",
    ] {
        catalog.remove(needless);
    }
    Ok(())
}

/// Sets the file's id to a digest of its content.
pub(super) fn set_file_id(pdf: &mut Document) -> Result<(), DocumentError> {
    pdf.trailer.remove(b"ID");
    let digest = Sha256::digest(bytes_of(pdf)?);
    let half = Object::String(digest[..16].to_vec(), lopdf::StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![half.clone(), half]);
    Ok(())
}

fn pdf_date(day: CreatedOn) -> String {
    format!("D:{:04}{:02}{:02}", day.year, day.month, day.day)
}

fn xmp(layout: &Layout) -> String {
    let title = escaped(&layout.title);
    let language = &layout.language;
    let date = layout.created_on.map_or(String::new(), |day| {
        let CreatedOn { year, month, day } = day;
        format!("<xmp:CreateDate>{year:04}-{month:02}-{day:02}</xmp:CreateDate>")
    });
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         {date}<pdfuaid:part>1</pdfuaid:part>\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

/// `text` as it stands in XML. Control characters have no form there, so they are left out.
fn escaped(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_control())
        .map(|character| match character {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            other => other.to_string(),
        })
        .collect()
}
