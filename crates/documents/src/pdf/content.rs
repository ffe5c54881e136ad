//! The drawing operators of the pages, with the marks that tie them to the structure.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, Op, PaintMode, PdfFontHandle, Pt, Rect, Rgb, TextItem, TextMatrix,
};

use crate::{
    Layout,
    layout::{Bar, Cluster, Ink, Page, Shape, TagId, TextRun},
    pdf::{
        embedding::{EmbeddedFonts, font_id},
        structure, utf16,
    },
};

/// What a glyph stands for when the glyph before it already stands for the whole cluster.
const NOTHING_MORE: &str = "\u{200b}";

/// A page as operators.
pub(super) struct PageContent {
    pub(super) operators: Vec<Op>,
    /// Which tag each marked part belongs to; a part's number is its index.
    pub(super) marked: Vec<TagId>,
}

/// Draws the pages of `layout`.
pub(super) fn pages(layout: &Layout, fonts: &EmbeddedFonts) -> Vec<PageContent> {
    let mut pen = Pen {
        layout,
        fonts,
        meanings: BTreeMap::new(),
        operators: Vec::new(),
    };
    layout.pages.iter().map(|page| pen.page(page)).collect()
}

struct Pen<'a> {
    layout: &'a Layout,
    fonts: &'a EmbeddedFonts,
    /// What each glyph of each face was first seen to stand for: a font can say only one thing.
    meanings: BTreeMap<(usize, u16), String>,
    operators: Vec<Op>,
}

impl Pen<'_> {
    fn page(&mut self, page: &Page) -> PageContent {
        let mut marked = Vec::new();
        let mut open = None;
        for item in &page.items {
            // Decorations are marked one by one: a footer and its number are two texts.
            if open != Some(item.tag) || item.tag.is_none() {
                self.end_marked(open);
                self.begin_marked(item.tag, marked.len());
                marked.extend(item.tag);
                open = Some(item.tag);
            }
            match &item.shape {
                Shape::Text(run) => self.text(run),
                Shape::Bar(bar) => self.bar(bar),
            }
        }
        self.end_marked(open);
        PageContent {
            operators: std::mem::take(&mut self.operators),
            marked,
        }
    }

    fn begin_marked(&mut self, tag: Option<TagId>, part: usize) {
        self.operators.push(match tag {
            None => Op::BeginMarkedContent {
                tag: "Artifact".into(),
            },
            Some(tag) => Op::BeginMarkedContentWithProperties {
                tag: structure::name(self.layout.tags[tag].role).into(),
                properties: properties("MCID", DictItem::Int(part as i64)),
            },
        });
    }

    fn end_marked(&mut self, open: Option<Option<TagId>>) {
        if open.is_some() {
            self.operators.push(Op::EndMarkedContent);
        }
    }

    fn text(&mut self, run: &TextRun) {
        self.operators.push(Op::SetFillColor {
            col: color(run.ink),
        });
        self.operators.push(Op::SetFont {
            font: PdfFontHandle::External(font_id(run.face)),
            size: Pt(run.size),
        });
        self.operators.push(Op::StartTextSection);
        for cluster in &run.clusters {
            self.cluster(run.face, cluster);
        }
        self.operators.push(Op::EndTextSection);
    }

    /// Draws a cluster; where its glyphs alone would be read wrongly, says what they mean.
    fn cluster(&mut self, face: usize, cluster: &Cluster) {
        let meanings: Vec<String> = cluster
            .glyphs
            .iter()
            .enumerate()
            .map(|(index, glyph)| {
                let meant = if index == 0 {
                    cluster.text.as_str()
                } else {
                    NOTHING_MORE
                };
                self.meanings
                    .entry((face, glyph.id))
                    .or_insert_with(|| meant.to_owned())
                    .clone()
            })
            .collect();
        let reads_right = meanings.len() == 1 && meanings[0] == cluster.text;
        if !reads_right {
            let text = DictItem::String {
                data: utf16(&cluster.text),
                literal: false,
            };
            self.operators.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".into(),
                properties: properties("ActualText", text),
            });
        }
        for (glyph, meaning) in cluster.glyphs.iter().zip(meanings) {
            let y = self.upwards(glyph.y);
            self.operators.push(Op::SetTextMatrix {
                matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, glyph.x, y]),
            });
            self.operators.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(vec![Codepoint {
                    gid: self.fonts.glyph(face, glyph.id),
                    offset: 0.0,
                    cid: Some(meaning),
                }])],
            });
        }
        if !reads_right {
            self.operators.push(Op::EndMarkedContent);
        }
    }

    fn bar(&mut self, bar: &Bar) {
        self.operators.push(Op::SetFillColor {
            col: color(bar.ink),
        });
        self.operators.push(Op::DrawRectangle {
            rectangle: Rect {
                x: Pt(bar.x),
                y: Pt(self.upwards(bar.y + bar.height)),
                width: Pt(bar.width),
                height: Pt(bar.height),
                mode: Some(PaintMode::Fill),
                winding_order: None,
            },
        });
    }

    /// A PDF counts y from the foot of the page.
    fn upwards(&self, y: f32) -> f32 {
        self.layout.page_size.1 - y
    }
}

fn properties(key: &str, value: DictItem) -> DictItem {
    DictItem::Dict {
        map: BTreeMap::from([(key.to_owned(), value)]),
    }
}

fn color(ink: Ink) -> Color {
    let [r, g, b] = ink.0.map(|part| f32::from(part) / 255.0);
    Color::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}
