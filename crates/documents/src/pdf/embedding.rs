//! The fonts of a PDF: only the glyphs a document shows, renumbered.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use subsetter::GlyphRemapper;

use crate::{
    DocumentError, Layout,
    fonts::Face,
    layout::{Shape, TextRun},
};

/// The faces embedded in a PDF, and where their glyphs went.
pub(super) struct EmbeddedFonts {
    remapped: BTreeMap<usize, BTreeMap<u16, u16>>,
}

impl EmbeddedFonts {
    /// Embeds the glyphs `layout` shows in `document`.
    pub(super) fn embed(
        layout: &Layout,
        document: &mut PdfDocument,
    ) -> Result<Self, DocumentError> {
        let mut remapped = BTreeMap::new();
        for (face, glyphs) in used_glyphs(layout) {
            let mut remapper = GlyphRemapper::new();
            let renumbered = glyphs
                .iter()
                .map(|&glyph| (glyph, remapper.remap(glyph)))
                .collect();
            let font = subset(&layout.faces[face], &remapper)?;
            document
                .resources
                .fonts
                .map
                .insert(font_id(face), PdfFont::new(font));
            remapped.insert(face, renumbered);
        }
        Ok(Self { remapped })
    }

    /// The number a glyph of `face` has in the PDF.
    pub(super) fn glyph(&self, face: usize, glyph: u16) -> u16 {
        self.remapped[&face][&glyph]
    }
}

/// The name of a face in the PDF. Chosen here: printpdf would count up through the process.
pub(super) fn font_id(face: usize) -> FontId {
    FontId(format!("F{face}"))
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

fn subset(face: &Face, remapper: &GlyphRemapper) -> Result<ParsedFont, DocumentError> {
    let refused = || DocumentError::FontUnreadable {
        file: face.postscript_name.clone(),
        source: None,
    };
    let bytes = subsetter::subset(face.bytes.data(), 0, remapper).map_err(|_| refused())?;
    ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).ok_or_else(refused)
}
