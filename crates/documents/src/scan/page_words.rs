//! The words a content stream shows, by what its fonts say their glyphs mean.

use std::collections::BTreeMap;

use lopdf::{
    Dictionary, Document, Encoding, Object,
    content::{Content, Operation},
};

use super::{refused, texts_of, unreadable};
use crate::DocumentError;

/// A gap between glyphs, in thousandths of their size, that is read as a space.
const GAP_OF_A_SPACE: f32 = 200.0;

/// The fonts named in the resources of `dictionary`.
pub(super) fn fonts_of<'a>(
    document: &'a Document,
    dictionary: &'a Dictionary,
) -> BTreeMap<Vec<u8>, &'a Dictionary> {
    let follow = |dictionary: &'a Dictionary, key| {
        dictionary
            .get_deref(key, document)
            .and_then(Object::as_dict)
            .ok()
    };
    let fonts = follow(dictionary, b"Resources").and_then(|resources| follow(resources, b"Font"));
    fonts
        .into_iter()
        .flatten()
        .filter_map(|(name, _)| Some((name.clone(), follow(fonts?, name)?)))
        .collect()
}

/// Adds the words of `content` to `texts`, a line for each line of each part of the page.
pub(super) fn words_of(
    document: &Document,
    fonts: &BTreeMap<Vec<u8>, &Dictionary>,
    content: &[u8],
    texts: &mut Vec<String>,
) -> Result<(), DocumentError> {
    let mut encodings = BTreeMap::new();
    for (name, font) in fonts {
        encodings.insert(name.as_slice(), encoding_of(document, font)?);
    }
    let mut reader = Reader {
        encodings,
        ..Reader::default()
    };
    for operation in Content::decode(content).map_err(refused)?.operations {
        reader.follow(&operation)?;
    }
    for line in reader.shown.lines().chain(reader.replaced.lines()) {
        texts.push(line.to_owned());
        // Glyphs stand on the page in the order they are seen, words are looked for as they are
        // read.
        if line.chars().any(is_right_to_left) {
            texts.push(line.chars().rev().collect());
        }
    }
    texts.append(&mut reader.beside);
    Ok(())
}

/// What a font's codes mean; nothing, for a font that does not tell.
fn encoding_of<'a>(
    document: &'a Document,
    font: &'a Dictionary,
) -> Result<Option<Encoding<'a>>, DocumentError> {
    let is_composite = font
        .get(b"Subtype")
        .is_ok_and(|subtype| subtype == &Object::from("Type0"));
    if is_composite && !font.has(b"ToUnicode") {
        return Ok(None);
    }
    font.get_font_encoding(document).map(Some).map_err(refused)
}

/// Hebrew, Arabic, Syriac, Thaana and their presentation forms.
fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[derive(Default)]
struct Reader<'a> {
    encodings: BTreeMap<&'a [u8], Option<Encoding<'a>>>,
    font: Vec<u8>,
    baseline: Option<f32>,
    shown: String,
    /// The glyphs that an `ActualText` speaks for.
    replaced: String,
    /// Texts in the properties of marked content that stand for no glyphs.
    beside: Vec<String>,
    /// For each open mark, whether an `ActualText` speaks for its glyphs.
    marks: Vec<bool>,
}

impl Reader<'_> {
    fn follow(&mut self, operation: &Operation) -> Result<(), DocumentError> {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok());
                self.font = name.unwrap_or_default().to_vec();
            }
            "Tj" | "TJ" => self.show(operands)?,
            "'" | "\"" => {
                self.new_line();
                self.show(operands)?;
            }
            "Td" | "TD" | "T*" => self.new_line(),
            "Tm" => {
                let baseline = operands.get(5).and_then(|y| y.as_float().ok());
                if self.baseline != baseline {
                    self.new_line();
                }
                self.baseline = baseline;
            }
            "BMC" => {
                self.new_line();
                self.marks.push(false);
            }
            "BDC" => self.begin_mark(operands)?,
            "EMC" => {
                self.marks.pop();
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_mark(&mut self, operands: &[Object]) -> Result<(), DocumentError> {
        let Some(properties) = operands.get(1).and_then(|operand| operand.as_dict().ok()) else {
            self.marks.push(false);
            return Ok(());
        };
        // A part of the structure: the next cell, the next paragraph.
        if properties.has(b"MCID") {
            self.new_line();
        }
        let mut replaces = false;
        for (key, value) in properties {
            if key == b"ActualText" {
                let text = lopdf::decode_text_string(value).map_err(refused)?;
                self.shown.push_str(&text);
                replaces = true;
            } else {
                texts_of(value, &mut self.beside)?;
            }
        }
        self.marks.push(replaces);
        Ok(())
    }

    fn show(&mut self, operands: &[Object]) -> Result<(), DocumentError> {
        for operand in operands {
            match operand {
                Object::String(codes, _) => self.show_codes(codes)?,
                Object::Array(parts) => self.show(parts)?,
                gap if gap.as_float().is_ok_and(|gap| gap < -GAP_OF_A_SPACE) => {
                    self.words().push(' ');
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn show_codes(&mut self, codes: &[u8]) -> Result<(), DocumentError> {
        let Some(Some(encoding)) = self.encodings.get(self.font.as_slice()) else {
            return Err(unreadable());
        };
        let text = Document::decode_text(encoding, codes).map_err(refused)?;
        self.words().push_str(&text.replace('\u{200b}', ""));
        Ok(())
    }

    /// Where the glyphs drawn now are written down.
    fn words(&mut self) -> &mut String {
        if self.marks.contains(&true) {
            &mut self.replaced
        } else {
            &mut self.shown
        }
    }

    fn new_line(&mut self) {
        self.words().push('\n');
    }
}
