//! The fonts of a PDF: only the glyphs its pages show, renumbered in the order they come.
//!
//! Which they are is known when the last page is written. Then each face is cut down to them, and
//! printpdf makes the objects that tell a reader what the font is and what its glyphs mean.

use std::{collections::BTreeMap, io::Write};

use lopdf::{Dictionary, Document, Object, ObjectId};
use printpdf::{
    Codepoint, FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Pt, Rect, TextItem,
};
use sha2::{Digest, Sha256};
use skrifa::{
    GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    metrics::Metrics,
};
use subsetter::GlyphRemapper;

use crate::{DocumentError, fonts::Face, pdf::file::PdfFile};

/// The faces a PDF shows glyphs of, in the order they were first needed.
#[derive(Default)]
pub(super) struct EmbeddedFonts {
    faces: Vec<EmbeddedFace>,
}

struct EmbeddedFace {
    face: Face,
    numbers: GlyphRemapper,
    /// By the number of a glyph in the PDF: what it was first seen to stand for, as a font can
    /// say only one thing, and its width in thousandths of the size.
    meanings: Vec<(String, f32)>,
}

/// A glyph as the PDF knows it.
pub(super) struct Shown {
    pub(super) number: u16,
    /// In thousandths of the size.
    pub(super) width: f32,
    /// Whether the glyph alone is read as what it stands for here.
    pub(super) is_read_right: bool,
}

impl EmbeddedFonts {
    /// The number of `face` among the fonts of the PDF.
    pub(super) fn index_of(&mut self, face: &Face) -> usize {
        let known = |embedded: &EmbeddedFace| embedded.face.is(face);
        self.faces.iter().position(known).unwrap_or_else(|| {
            self.faces.push(EmbeddedFace {
                face: face.clone(),
                numbers: GlyphRemapper::new(),
                // The glyph for what is missing; it is in every font and never shown.
                meanings: vec![(String::new(), 0.0)],
            });
            self.faces.len() - 1
        })
    }

    /// Takes down that a glyph of a face is shown, where it stands for `meant`.
    pub(super) fn show(&mut self, face: usize, glyph: u16, meant: &str) -> Shown {
        let EmbeddedFace {
            face,
            numbers,
            meanings,
        } = &mut self.faces[face];
        let number = numbers.remap(glyph);
        if usize::from(number) == meanings.len() {
            meanings.push((meant.to_owned(), width_of(face, glyph)));
        }
        let (meaning, width) = &meanings[usize::from(number)];
        Shown {
            number,
            width: *width,
            is_read_right: meaning == meant,
        }
    }

    /// Writes the fonts, and says which object is the font of which name.
    pub(super) fn write<W: Write>(&self, file: &mut PdfFile<W>) -> Result<Object, DocumentError> {
        let mut document = PdfDocument::new("");
        let mut names = Vec::new();
        let mut operators = Vec::new();
        for (index, embedded) in self.faces.iter().enumerate() {
            let bytes = embedded.cut_down()?;
            let font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
                .ok_or_else(|| refused(&embedded.face))?;
            names.push(format!(
                "{}+{}",
                subset_tag(&bytes),
                embedded.face.postscript_name
            ));
            let fonts = &mut document.resources.fonts.map;
            fonts.insert(font_id(index), PdfFont::new(font));
            operators.extend(embedded.shown_once(index));
        }
        let sheet = Rect::from_wh(Pt(0.0), Pt(0.0));
        document.pages.push(PdfPage {
            media_box: sheet.clone(),
            trim_box: sheet.clone(),
            crop_box: sheet,
            ops: operators,
        });
        // Fonts are cut down before they get here; printpdf could not do it in this build.
        let options = PdfSaveOptions {
            subset_fonts: false,
            ..PdfSaveOptions::default()
        };
        let mut made = document.to_lopdf_document(&options, &mut Vec::new());
        for (index, name) in names.iter().enumerate() {
            self.faces[index].describe(index, name, &mut made);
        }
        let page = made.page_iter().next().ok_or_else(lost)?;
        let fonts = made.get_page_fonts(page).map_err(|_| lost())?;
        let mut copies = Copies {
            from: &made,
            done: BTreeMap::new(),
        };
        let mut by_name = Dictionary::new();
        for (name, font) in fonts {
            let font = copies.copy(file, &Object::Dictionary(font.clone()))?;
            by_name.set(name, file.add(font)?);
        }
        Ok(Object::Dictionary(by_name))
    }
}

impl EmbeddedFace {
    /// The font file with no other glyphs than those shown.
    fn cut_down(&self) -> Result<Vec<u8>, DocumentError> {
        let Face { bytes, index, .. } = &self.face;
        subsetter::subset(bytes.data(), *index, &self.numbers).map_err(|_| refused(&self.face))
    }

    /// Every glyph with its meaning, as a page that printpdf can make font objects for.
    fn shown_once(&self, index: usize) -> [Op; 2] {
        let glyphs = self.meanings.iter().enumerate().skip(1);
        let glyphs = glyphs.map(|(number, (meaning, _))| Codepoint {
            gid: number as u16,
            offset: 0.0,
            cid: Some(meaning.clone()),
        });
        [
            Op::SetFont {
                font: PdfFontHandle::External(font_id(index)),
                size: Pt(1.0),
            },
            Op::ShowText {
                items: vec![TextItem::GlyphIds(glyphs.collect())],
            },
        ]
    }

    /// Gives the font the name and the measures that printpdf does not carry over.
    fn describe(&self, index: usize, name: &str, made: &mut Document) {
        let given = Object::from(font_id(index).0.as_str());
        let font = self.face.font();
        let metrics = font.metrics(Size::new(1000.0), LocationRef::default());
        for object in made.objects.values_mut() {
            if let Object::Dictionary(dictionary) = object {
                describe(dictionary, &given, name, &metrics);
            }
        }
    }
}

/// Objects copied from a document into a file, each once.
struct Copies<'a> {
    from: &'a Document,
    done: BTreeMap<ObjectId, ObjectId>,
}

impl Copies<'_> {
    /// `object` with everything it refers to written to `file`, and named by its number there.
    fn copy<W: Write>(
        &mut self,
        file: &mut PdfFile<W>,
        object: &Object,
    ) -> Result<Object, DocumentError> {
        Ok(match object {
            Object::Reference(id) => {
                if let Some(copy) = self.done.get(id) {
                    return Ok(Object::Reference(*copy));
                }
                let copy = file.reserve();
                self.done.insert(*id, copy);
                let object = self.from.get_object(*id).map_err(|_| lost())?;
                match object {
                    Object::Stream(stream) => {
                        file.set_packed(copy, stream.dict.clone(), &stream.content)?;
                    }
                    object => {
                        let object = self.copy(file, object)?;
                        file.set(copy, object)?;
                    }
                }
                Object::Reference(copy)
            }
            Object::Array(parts) => Object::Array(
                parts
                    .iter()
                    .map(|part| self.copy(file, part))
                    .collect::<Result<_, _>>()?,
            ),
            Object::Dictionary(dictionary) => {
                let mut copy = Dictionary::new();
                for (key, value) in dictionary {
                    copy.set(key.clone(), self.copy(file, value)?);
                }
                Object::Dictionary(copy)
            }
            other => other.clone(),
        })
    }
}

/// The width of a glyph in thousandths of its size, cut off as printpdf writes it down.
fn width_of(face: &Face, glyph: u16) -> f32 {
    let font = face.font();
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let units = font
        .metrics(Size::unscaled(), LocationRef::default())
        .units_per_em;
    let advance = metrics.advance_width(GlyphId::from(glyph)).unwrap_or(0.0);
    (advance * 1000.0 / f32::from(units)).trunc()
}

/// The name of a face in the PDF. Chosen here: printpdf would count up through the process.
fn font_id(index: usize) -> FontId {
    FontId(format!("F{index}"))
}

/// Describes a font, its descriptor or its descendant, if it is the one called `given`.
fn describe(dictionary: &mut Dictionary, given: &Object, name: &str, metrics: &Metrics) {
    if dictionary.get(b"BaseFont").is_ok_and(|base| base == given) {
        dictionary.set("BaseFont", name);
        if let Ok(descendants) = dictionary
            .get_mut(b"DescendantFonts")
            .and_then(Object::as_array_mut)
        {
            for descendant in descendants.iter_mut().flat_map(Object::as_dict_mut) {
                describe(descendant, given, name, metrics);
            }
        }
    }
    if dictionary
        .get(b"FontName")
        .is_ok_and(|font_name| font_name == given)
    {
        dictionary.set("FontName", name);
        dictionary.set("Ascent", metrics.ascent);
        dictionary.set("Descent", metrics.descent);
        dictionary.set("CapHeight", metrics.cap_height.unwrap_or(metrics.ascent));
    }
}

/// Six letters that tell one choice of glyphs from another (ISO 32000-1, 9.6.4).
fn subset_tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..6]
        .iter()
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

fn refused(face: &Face) -> DocumentError {
    DocumentError::FontUnreadable {
        file: face.postscript_name.clone(),
        source: None,
    }
}

/// printpdf did not make what it was asked for.
fn lost() -> DocumentError {
    DocumentError::Pdf {
        doing: "embedding the fonts",
        source: None,
    }
}
