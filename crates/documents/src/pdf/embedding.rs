//! The fonts of a PDF: only the glyphs a document shows, renumbered.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object};
use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use sha2::{Digest, Sha256};
use skrifa::{
    MetadataProvider,
    instance::{LocationRef, Size},
    metrics::Metrics,
};
use subsetter::GlyphRemapper;

use crate::{
    DocumentError, Layout,
    fonts::Face,
    layout::{Shape, TextRun},
};

/// The faces embedded in a PDF, and where their glyphs went.
#[derive(Default)]
pub(super) struct EmbeddedFonts {
    remapped: BTreeMap<usize, BTreeMap<u16, u16>>,
    /// What the PDF calls each face: a tag for the choice of glyphs, and its name.
    names: BTreeMap<usize, String>,
}

impl EmbeddedFonts {
    /// Embeds the glyphs `layout` shows in `document`.
    pub(super) fn embed(
        layout: &Layout,
        document: &mut PdfDocument,
    ) -> Result<Self, DocumentError> {
        let mut embedded = Self::default();
        for (face, glyphs) in used_glyphs(layout) {
            let mut remapper = GlyphRemapper::new();
            let renumbered = glyphs
                .iter()
                .map(|&glyph| (glyph, remapper.remap(glyph)))
                .collect();
            let bytes = subset(&layout.faces[face], &remapper)?;
            let font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
                .ok_or_else(|| refused(&layout.faces[face]))?;
            document
                .resources
                .fonts
                .map
                .insert(font_id(face), PdfFont::new(font));
            embedded.remapped.insert(face, renumbered);
            let name = format!(
                "{}+{}",
                subset_tag(&bytes),
                layout.faces[face].postscript_name
            );
            embedded.names.insert(face, name);
        }
        Ok(embedded)
    }

    /// The number a glyph of `face` has in the PDF.
    pub(super) fn glyph(&self, face: usize, glyph: u16) -> u16 {
        self.remapped[&face][&glyph]
    }

    /// Gives the fonts the names and the measures that printpdf does not carry over.
    pub(super) fn describe(&self, layout: &Layout, pdf: &mut Document) {
        for (&face, name) in &self.names {
            let given = Object::from(font_id(face).0.as_str());
            let metrics = layout.faces[face]
                .font()
                .metrics(Size::new(1000.0), LocationRef::default());
            for object in pdf.objects.values_mut() {
                if let Object::Dictionary(dictionary) = object {
                    describe(dictionary, &given, name, &metrics);
                }
            }
        }
    }
}

/// The name of a face in the PDF. Chosen here: printpdf would count up through the process.
pub(super) fn font_id(face: usize) -> FontId {
    FontId(format!("F{face}"))
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

fn used_glyphs(layout: &Layout) -> BTreeMap<usize, BTreeSet<u16>> {
    let mut used: BTreeMap<usize, BTreeSet<u16>> = BTreeMap::new();
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        if let Shape::Text(TextRun { face, clusters, .. }) = &item.shape {
            let glyphs = clusters.iter().flat_map(|cluster| &cluster.glyphs);
            used.entry(*face)
                .or_default()
                .extend(glyphs.map(|glyph| glyph.id));
        }
    }
    used
}

fn subset(face: &Face, remapper: &GlyphRemapper) -> Result<Vec<u8>, DocumentError> {
    subsetter::subset(face.bytes.data(), 0, remapper).map_err(|_| refused(face))
}

fn refused(face: &Face) -> DocumentError {
    DocumentError::FontUnreadable {
        file: face.postscript_name.clone(),
        source: None,
    }
}
