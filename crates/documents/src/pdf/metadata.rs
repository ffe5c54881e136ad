//! What a PDF says about itself: its title and language, the day if one was given, on how many
//! sides it is printed, and nothing else. No author, no program, no history.

use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use crate::{
    CreatedOn, Direction, DocumentError, Layout, Sides,
    pdf::{file::PdfFile, text_string},
};

/// What a file says about itself.
pub(super) struct About {
    title: String,
    language: String,
    direction: Direction,
    created_on: Option<CreatedOn>,
    sides: Sides,
}

impl About {
    pub(super) fn of(layout: &Layout) -> Self {
        Self {
            title: layout.title.clone(),
            language: layout.language.clone(),
            direction: layout.direction,
            created_on: layout.created_on,
            sides: layout.sides,
        }
    }

    /// Says it in `catalog` and in two objects, of which the first is the trailer's.
    pub(super) fn write<W: Write>(
        &self,
        file: &mut PdfFile<W>,
        catalog: &mut Dictionary,
    ) -> Result<ObjectId, DocumentError> {
        let mut info = dictionary! { "Title" => text_string(&self.title) };
        if let Some(day) = self.created_on {
            info.set("CreationDate", Object::string_literal(pdf_date(day)));
        }
        let xmp = file.reserve();
        file.set_stream(
            xmp,
            dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
            self.xmp().as_bytes(),
        )?;
        let direction = match self.direction {
            Direction::LeftToRight => "L2R",
            Direction::RightToLeft => "R2L",
        };
        catalog.set("Lang", Object::string_literal(self.language.as_str()));
        catalog.set("Metadata", xmp);
        let mut preferences = dictionary! { "DisplayDocTitle" => true, "Direction" => direction };
        if self.sides == Sides::Both {
            preferences.set("Duplex", "DuplexFlipLongEdge");
        }
        catalog.set("ViewerPreferences", Object::Dictionary(preferences));
        file.add(info)
    }

    fn xmp(&self) -> String {
        let title = escaped(&self.title);
        let language = &self.language;
        let date = self.created_on.map_or(String::new(), |day| {
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
}

fn pdf_date(day: CreatedOn) -> String {
    format!("D:{:04}{:02}{:02}", day.year, day.month, day.day)
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
