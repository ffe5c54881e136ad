//! A layout as SVG: one picture a page, complete in itself.
//!
//! Letters are drawn as outlines, so that the page needs no font and looks as it will print. There
//! are no `style` attributes, no scripts and no references to anything outside the page: a picture
//! on it stands in it as PNG. So it may stand in a window whose policy forbids all of them.

use std::{collections::BTreeMap, fmt::Write};

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use skrifa::{
    GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};

use crate::{
    Layout,
    fonts::Face,
    layout::{Area, Bar, Ink, Page, PlacedPicture, Rect, Shape, TextRun},
};

/// Every page of `layout` as an SVG element.
///
/// The names of glyphs hold the number of their page, so all pages may stand in one window.
pub fn to_svg_pages(layout: &Layout) -> Vec<String> {
    layout
        .pages
        .iter()
        .enumerate()
        .map(|(index, page)| {
            Drawing {
                layout,
                number: index + 1,
                body: String::new(),
            }
            .draw(page)
        })
        .collect()
}

/// The outlines of the glyphs a page shows, by face and glyph; empty for a space.
type Outlines = BTreeMap<(usize, u16), String>;

struct Drawing<'a> {
    layout: &'a Layout,
    number: usize,
    body: String,
}

impl Drawing<'_> {
    fn draw(mut self, page: &Page) -> String {
        let mut outlines = Outlines::new();
        for item in &page.items {
            match &item.shape {
                Shape::Bar(bar) => self.bar(bar),
                Shape::Text(run) => self.text(run, &mut outlines),
                Shape::Area(area) => self.area(area),
                Shape::Picture(picture) => self.picture(picture),
                Shape::Link(_) => {}
            }
        }
        let (width, height) = self.layout.page_size;
        let (width, height) = (short(width), short(height));
        let mut defs = String::new();
        for ((face, glyph), path) in outlines.iter().filter(|(_, path)| !path.is_empty()) {
            let name = self.name(*face, *glyph);
            push(
                &mut defs,
                format_args!("<path id=\"{name}\" d=\"{path}\"/>"),
            );
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
             viewBox=\"0 0 {width} {height}\"><defs>{defs}</defs>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>{}</svg>",
            self.body
        )
    }

    fn bar(&mut self, bar: &Bar) {
        let [x, y, width, height] = [bar.x, bar.y, bar.width, bar.height].map(short);
        let ink = hex(bar.ink);
        push(
            &mut self.body,
            format_args!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{ink}\"/>"
            ),
        );
    }

    fn area(&mut self, area: &Area) {
        let ink = hex(area.ink);
        push(&mut self.body, format_args!("<path fill=\"{ink}\" d=\""));
        for polygon in &area.polygons {
            for (index, (x, y)) in polygon.iter().enumerate() {
                let command = if index == 0 { 'M' } else { 'L' };
                let (x, y) = (short(*x), short(*y));
                push(&mut self.body, format_args!("{command}{x} {y}"));
            }
            self.body.push('Z');
        }
        self.body.push_str("\"/>");
    }

    fn picture(&mut self, picture: &PlacedPicture) {
        let Rect {
            x,
            y,
            width,
            height,
        } = picture.place;
        let [x, y, width, height] = [x, y, width, height].map(short);
        let png = BASE64.encode(picture.pixels.png());
        push(
            &mut self.body,
            format_args!(
                "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
                 href=\"data:image/png;base64,{png}\"/>"
            ),
        );
    }

    /// The glyphs of a run, in the units of its font from the first glyph on.
    fn text(&mut self, run: &TextRun, outlines: &mut Outlines) {
        let face = &self.layout.faces[run.face];
        let glyphs = || run.clusters.iter().flat_map(|cluster| &cluster.glyphs);
        let Some(first) = glyphs().next().copied() else {
            return;
        };
        let scale = run.size / units_per_em(face);
        let mut uses = String::new();
        for glyph in glyphs() {
            let path = outlines
                .entry((run.face, glyph.id))
                .or_insert_with(|| outline(face, glyph.id));
            if path.is_empty() {
                continue;
            }
            let name = self.name(run.face, glyph.id);
            let (x, y) = ((glyph.x - first.x) / scale, (first.y - glyph.y) / scale);
            push(
                &mut uses,
                format_args!("<use href=\"#{name}\" x=\"{}\"", short(x)),
            );
            if y != 0.0 {
                push(&mut uses, format_args!(" y=\"{}\"", short(y)));
            }
            uses.push_str("/>");
        }
        if !uses.is_empty() {
            let (x, y, ink) = (short(first.x), short(first.y), hex(run.ink));
            push(
                &mut self.body,
                format_args!(
                    "<g transform=\"translate({x} {y}) scale({scale:.6} -{scale:.6})\" \
                     fill=\"{ink}\">{uses}</g>"
                ),
            );
        }
    }

    fn name(&self, face: usize, glyph: u16) -> String {
        format!("p{}f{face}g{glyph}", self.number)
    }
}

fn units_per_em(face: &Face) -> f32 {
    let metrics = face
        .font()
        .metrics(Size::unscaled(), LocationRef::default());
    f32::from(metrics.units_per_em)
}

/// The outline of a glyph in font units, y upwards; empty for a space.
fn outline(face: &Face, glyph: u16) -> String {
    let mut path = Path(String::new());
    if let Some(outline) = face.font().outline_glyphs().get(GlyphId::from(glyph)) {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        // Fonts are asked for their outlines when they are loaded; a damaged single glyph draws
        // as far as it can be read, as it does in the PDF.
        let _ = outline.draw(settings, &mut path);
    }
    path.0
}

struct Path(String);

impl Path {
    fn step(&mut self, command: char, numbers: &[f32]) {
        self.0.push(command);
        for (index, number) in numbers.iter().enumerate() {
            let gap = if index == 0 { "" } else { " " };
            push(&mut self.0, format_args!("{gap}{}", short(*number)));
        }
    }
}

impl OutlinePen for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[x, y]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[x, y]);
    }
    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.step('Q', &[cx0, cy0, x, y]);
    }
    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.step('C', &[cx0, cy0, cx1, cy1, x, y]);
    }
    fn close(&mut self) {
        self.0.push('Z');
    }
}

/// A number to a hundredth, without needless zeros.
fn short(number: f32) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

fn hex(ink: Ink) -> String {
    let [red, green, blue] = ink.0;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn push(text: &mut String, part: std::fmt::Arguments<'_>) {
    text.write_fmt(part)
        .expect("writing to a String does not fail");
}
