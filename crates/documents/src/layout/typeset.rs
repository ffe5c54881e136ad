//! Text into lines of glyphs: shaping, line breaking and the order of mixed directions, all by
//! parley. Nothing here knows where on a page a line will stand.

use std::borrow::Cow;

use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, FontFamily, FontFamilyName,
    FontWeight, Language, LayoutContext, LineHeight, OverflowWrap, StyleProperty,
    fontique::SourceCache,
};

use crate::{
    Direction, DocumentError, Fonts, Paper, bidi,
    layout::{Cluster, Glyph, Ink, Item, PlacedPicture, Shape, TagId, TextRun},
};

/// How text looks.
#[derive(Clone, Copy)]
pub(crate) struct TextStyle {
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) ink: Ink,
    /// The height of a line as a multiple of the size.
    pub(crate) leading: f32,
}

impl TextStyle {
    pub(crate) fn line_height(&self) -> f32 {
        self.size * self.leading
    }
}

/// A line of text. Its glyphs count x from the left of the box it was broken to fit, and y from
/// the top of the line.
#[derive(Clone, Default)]
pub(crate) struct Line {
    pub(crate) height: f32,
    /// From the left of the box to the end of what is drawn there.
    pub(crate) right_edge: f32,
    pub(crate) runs: Vec<TextRun>,
}

impl Line {
    /// From the left of the box to where the drawing begins.
    pub(crate) fn left_edge(&self) -> f32 {
        let glyphs = self
            .runs
            .iter()
            .flat_map(|run| &run.clusters)
            .flat_map(|cluster| &cluster.glyphs);
        glyphs.map(|glyph| glyph.x).reduce(f32::min).unwrap_or(0.0)
    }

    /// From the top of the line down to where its letters stand; nothing, for an empty line.
    pub(crate) fn baseline(&self) -> Option<f32> {
        let cluster = self.runs.first()?.clusters.first()?;
        cluster.glyphs.first().map(|glyph| glyph.y)
    }

    /// The items of the line, moved so that its top left corner is at `x`, `y`.
    pub(crate) fn items(&self, tag: Option<TagId>, x: f32, y: f32) -> impl Iterator<Item = Item> {
        self.runs.iter().map(move |run| {
            let mut item = Item {
                tag,
                shape: Shape::Text(run.clone()),
            };
            item.shift(x, y);
            item
        })
    }
}

impl Item {
    pub(crate) fn shift(&mut self, by_x: f32, by_y: f32) {
        match &mut self.shape {
            Shape::Text(run) => {
                for glyph in run
                    .clusters
                    .iter_mut()
                    .flat_map(|cluster| &mut cluster.glyphs)
                {
                    glyph.x += by_x;
                    glyph.y += by_y;
                }
            }
            Shape::Bar(bar) => {
                bar.x += by_x;
                bar.y += by_y;
            }
            Shape::Area(area) => {
                for corner in area.polygons.iter_mut().flatten() {
                    corner.0 += by_x;
                    corner.1 += by_y;
                }
            }
            Shape::Picture(PlacedPicture { place, .. }) | Shape::Link(place) => {
                place.x += by_x;
                place.y += by_y;
            }
        }
    }
}

/// Breaks text into lines, in one language and one set of fonts.
pub(crate) struct Typesetter<'a> {
    fonts: &'a Fonts,
    font_context: FontContext,
    layout_context: LayoutContext<Ink>,
    direction: Direction,
    language: Option<Language>,
    families: Vec<FontFamilyName<'a>>,
}

impl<'a> Typesetter<'a> {
    pub(crate) fn new(paper: &Paper, fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            font_context: FontContext {
                collection: fonts.collection(),
                source_cache: SourceCache::default(),
            },
            layout_context: LayoutContext::new(),
            direction: paper.direction,
            language: Language::parse(&paper.language).ok(),
            families: fonts
                .families(&paper.language)
                .into_iter()
                .map(|name| FontFamilyName::Named(Cow::Borrowed(name)))
                .collect(),
        }
    }

    /// The lines of `text`, none wider than `width`. Empty text is one empty line.
    pub(crate) fn lines(
        &mut self,
        text: &str,
        style: TextStyle,
        width: f32,
    ) -> Result<Vec<Line>, DocumentError> {
        let text = bidi::tidied(text);
        let layout = self.broken(&text, style, width);
        let mut lines = Vec::new();
        for line in layout.lines() {
            lines.push(self.line(&line, &text)?);
        }
        if lines.is_empty() {
            lines.push(Line {
                height: style.line_height(),
                ..Line::default()
            });
        }
        Ok(lines)
    }

    fn broken(&mut self, text: &str, style: TextStyle, width: f32) -> parley::Layout<Ink> {
        let mut builder =
            self.layout_context
                .ranged_builder(&mut self.font_context, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(
            &self.families,
        ))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::Brush(style.ink));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(
            style.line_height(),
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Locale(self.language));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        builder.set_base_direction(match self.direction {
            Direction::LeftToRight => BaseDirection::Ltr,
            Direction::RightToLeft => BaseDirection::Rtl,
        });
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        layout
    }

    fn line(&self, line: &parley::Line<'_, Ink>, text: &str) -> Result<Line, DocumentError> {
        let metrics = line.metrics();
        let baseline = metrics.baseline - metrics.block_min_coord;
        let mut x = metrics.offset;
        let mut runs = Vec::new();
        for run in line.runs() {
            let mut drawn = TextRun {
                face: self.face_of(run.font()),
                size: run.font_size(),
                ink: Ink::default(),
                clusters: Vec::new(),
            };
            for cluster in run.visual_clusters() {
                // The glyphs of a ligature all belong to its first letter.
                if cluster.is_ligature_continuation() {
                    continue;
                }
                drawn.ink = cluster.style().brush;
                let shown = bidi::readable(&text[ligature_range(&cluster)]).replace('\n', "");
                let mut glyphs = Vec::new();
                for glyph in cluster.glyphs() {
                    // parley's y already runs downwards; negating it drops the dots of Arabic.
                    glyphs.push(Glyph {
                        id: glyph_id(glyph.id),
                        x: x + glyph.x,
                        y: baseline + glyph.y,
                    });
                    x += glyph.advance;
                }
                if let Some(character) = shown.chars().next() {
                    if glyphs.iter().any(|glyph| glyph.id == 0) {
                        return Err(DocumentError::GlyphMissing {
                            character: self.missing_of(text, character),
                        });
                    }
                    drawn.clusters.push(Cluster {
                        text: shown,
                        glyphs,
                    });
                }
            }
            add_run(&mut runs, drawn);
        }
        let right_edge = metrics.offset + metrics.advance - metrics.hanging_advance;
        Ok(Line {
            height: metrics.line_height,
            right_edge,
            runs,
        })
    }

    /// Which character of `text` is the first to have no glyph of its own.
    fn missing_of(&self, text: &str, first: char) -> char {
        self.fonts.first_missing(text).unwrap_or(first)
    }

    fn face_of(&self, font: &parley::FontData) -> usize {
        self.fonts
            .faces()
            .iter()
            .position(|face| (face.bytes.id(), face.index) == (font.data.id(), font.index))
            .expect("the collection holds these faces and no others")
    }
}

/// Adds `run`, as part of the run before it if they look the same: the invisible marks that steer
/// the text cut it into runs, and should leave no trace.
fn add_run(runs: &mut Vec<TextRun>, run: TextRun) {
    if run.clusters.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if (last.face, last.size, last.ink) == (run.face, run.size, run.ink) => {
            last.clusters.extend(run.clusters);
        }
        _ => runs.push(run),
    }
}

/// A glyph number: TrueType has no more than 65,536 of them.
fn glyph_id(id: u32) -> u16 {
    u16::try_from(id).expect("TrueType glyph numbers have 16 bits")
}

/// The characters a cluster shows, with those its ligature swallowed.
fn ligature_range(cluster: &parley::Cluster<'_, Ink>) -> std::ops::Range<usize> {
    let mut range = cluster.text_range();
    let mut next = cluster.next_logical();
    while let Some(following) = next.filter(parley::Cluster::is_ligature_continuation) {
        range.start = range.start.min(following.text_range().start);
        range.end = range.end.max(following.text_range().end);
        next = following.next_logical();
    }
    range
}
