//! The drawing operators of a page, with the marks that tie them to the structure.

use std::{collections::BTreeMap, io::Write};

use crate::{
    DocumentError, Layout,
    layout::{
        Area, Bar, Cluster, DrawnAs, Glyph, Ink, Item, Page, PlacedPicture, Rect, Shape, TagId,
        TextRun,
    },
    pdf::{
        embedding::{EmbeddedFonts, Shown},
        file::{PdfFile, write_hex, write_number, write_whole},
        pictures::EmbeddedPictures,
        structure, utf16,
    },
};

/// What a glyph stands for when the glyph before it already stands for the whole cluster.
const NOTHING_MORE: &str = "\u{200b}";

/// A page as operators.
pub(super) struct PageContent {
    pub(super) operators: Vec<u8>,
    /// Which tag each marked part belongs to; a part's number is its index.
    pub(super) marked: Vec<TagId>,
    /// What each figure covers: left, lower, right and upper edge, from the foot of the page.
    pub(super) boxes: BTreeMap<TagId, [f32; 4]>,
    /// The places that lead somewhere, as edges like those of the figures.
    pub(super) links: Vec<(TagId, [f32; 4])>,
}

/// Draws a page of `layout`. Pictures that are new are written to `file`.
pub(super) fn of_page<W: Write>(
    layout: &Layout,
    page: &Page,
    fonts: &mut EmbeddedFonts,
    pictures: &mut EmbeddedPictures,
    file: &mut PdfFile<W>,
) -> Result<PageContent, DocumentError> {
    let mut pen = Pen {
        layout,
        fonts,
        content: PageContent {
            operators: Vec::new(),
            marked: Vec::new(),
            boxes: BTreeMap::new(),
            links: Vec::new(),
        },
        ink: None,
        font: None,
    };
    let mut open = None;
    for item in &page.items {
        if let Shape::Link(place) = &item.shape {
            let edges = pen.edges(place);
            pen.content.links.extend(item.tag.map(|tag| (tag, edges)));
            continue;
        }
        // Decorations are marked one by one: a footer and its number are two texts.
        if open != Some(item.tag) || item.tag.is_none() {
            pen.end_marked(open);
            pen.begin_marked(item.tag);
            open = Some(item.tag);
        }
        pen.note_figure(item);
        match &item.shape {
            Shape::Text(run) => pen.text(run),
            Shape::Bar(bar) => pen.bar(bar),
            Shape::Area(area) => pen.area(area),
            Shape::Picture(picture) => {
                let name = pictures.name(&picture.pixels, file)?;
                pen.picture(&name, picture);
            }
            Shape::Link(_) => {}
        }
    }
    pen.end_marked(open);
    Ok(pen.content)
}

struct Pen<'a> {
    layout: &'a Layout,
    fonts: &'a mut EmbeddedFonts,
    content: PageContent,
    /// The ink and the font that were chosen last.
    ink: Option<Ink>,
    font: Option<(usize, f32)>,
}

impl Pen<'_> {
    fn begin_marked(&mut self, tag: Option<TagId>) {
        let Some(tag) = tag else {
            return self.put("/Artifact BMC\n");
        };
        self.put("/");
        self.put(structure::name(self.layout.tags[tag].role));
        self.put(" <</MCID ");
        write_whole(
            &mut self.content.operators,
            self.content.marked.len() as i64,
        );
        self.put(">> BDC\n");
        self.content.marked.push(tag);
    }

    fn end_marked(&mut self, open: Option<Option<TagId>>) {
        if open.is_some() {
            self.put("EMC\n");
        }
    }

    fn text(&mut self, run: &TextRun) {
        let Some(first) = run
            .clusters
            .iter()
            .flat_map(|cluster| &cluster.glyphs)
            .next()
        else {
            return;
        };
        self.choose_ink(run.ink);
        let font = self.fonts.index_of(&self.layout.faces[run.face]);
        if self.font != Some((font, run.size)) {
            self.font = Some((font, run.size));
            self.put("/F");
            write_whole(&mut self.content.operators, font as i64);
            self.put(" ");
            self.numbers(&[run.size]);
            self.put("Tf\n");
        }
        let mut line = LineOfText {
            font,
            size: run.size,
            x: first.x,
            y: f32::NAN,
            is_open: false,
        };
        self.put("BT\n");
        for cluster in &run.clusters {
            self.cluster(&mut line, cluster);
        }
        self.close(&mut line);
        self.put("ET\n");
    }

    /// Draws a cluster; where its glyphs alone would be read wrongly, says what they mean.
    fn cluster(&mut self, line: &mut LineOfText, cluster: &Cluster) {
        let one_sign = as_one_sign(&cluster.text);
        if let ([glyph], None) = (&cluster.glyphs[..], &one_sign) {
            let glyph = *glyph;
            let shown = self.fonts.show(line.font, glyph.id, &cluster.text);
            if shown.is_read_right {
                return self.glyph(line, glyph, &shown);
            }
        }
        self.close(line);
        self.put("/Span <</ActualText <");
        let read_as = one_sign.as_ref().unwrap_or(&cluster.text);
        write_hex(&mut self.content.operators, &utf16(read_as));
        self.put(">>> BDC\n");
        let mut meant = cluster.text.as_str();
        for &glyph in &cluster.glyphs {
            let shown = self.fonts.show(line.font, glyph.id, meant);
            self.glyph(line, glyph, &shown);
            meant = NOTHING_MORE;
        }
        self.close(line);
        self.put("EMC\n");
    }

    fn glyph(&mut self, line: &mut LineOfText, Glyph { x, y, .. }: Glyph, shown: &Shown) {
        if line.y != y {
            self.close(line);
            self.put("1 0 0 1 ");
            self.numbers(&[x, self.upwards(y)]);
            self.put("Tm\n");
            (line.x, line.y) = (x, y);
        }
        let out = &mut self.content.operators;
        // Where the last glyph ended is known to a thousandth of the size; what is missing is
        // made up for before the next, so that rounding never adds up along a line.
        let gap = ((line.x - x) * 1000.0 / line.size).round();
        if !line.is_open {
            out.push(b'[');
        } else if gap != 0.0 {
            out.push(b'>');
        }
        if gap != 0.0 {
            write_whole(out, gap as i64);
        }
        if !line.is_open || gap != 0.0 {
            out.push(b'<');
        }
        line.is_open = true;
        write_hex(out, &shown.number.to_be_bytes());
        line.x += (shown.width - gap) * line.size / 1000.0;
    }

    /// Ends the glyphs that are being listed.
    fn close(&mut self, line: &mut LineOfText) {
        if line.is_open {
            self.put(">]TJ\n");
            line.is_open = false;
        }
    }

    fn bar(&mut self, bar: &Bar) {
        self.choose_ink(bar.ink);
        let y = self.upwards(bar.y + bar.height);
        self.numbers(&[bar.x, y, bar.width, bar.height]);
        self.put("re f\n");
    }

    fn area(&mut self, area: &Area) {
        self.choose_ink(area.ink);
        for polygon in &area.polygons {
            for (index, &(x, y)) in polygon.iter().enumerate() {
                self.numbers(&[x, self.upwards(y)]);
                self.put(if index == 0 { "m\n" } else { "l\n" });
            }
            self.put("h\n");
        }
        self.put("f\n");
    }

    fn picture(&mut self, name: &str, picture: &PlacedPicture) {
        let [left, lower, right, upper] = self.edges(&picture.place);
        self.put("q ");
        self.numbers(&[right - left, 0.0, 0.0, upper - lower, left, lower]);
        self.put("cm /");
        self.put(name);
        self.put(" Do Q\n");
    }

    fn choose_ink(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            self.ink = Some(ink);
            self.numbers(&ink.0.map(|part| f32::from(part) / 255.0));
            self.put("rg\n");
        }
    }

    /// Takes down what a figure covers.
    fn note_figure(&mut self, item: &Item) {
        let Some(tag) = item.tag else { return };
        if self.layout.tags[tag].drawn_as != DrawnAs::Figure {
            return;
        }
        let place = match &item.shape {
            Shape::Picture(picture) => picture.place,
            Shape::Area(area) => bounds(area),
            _ => return,
        };
        self.content.boxes.insert(tag, self.edges(&place));
    }

    /// A rectangle by its edges, counted from the foot of the page.
    fn edges(&self, place: &Rect) -> [f32; 4] {
        [
            place.x,
            self.upwards(place.y + place.height),
            place.x + place.width,
            self.upwards(place.y),
        ]
    }

    fn put(&mut self, operators: &str) {
        self.content
            .operators
            .extend_from_slice(operators.as_bytes());
    }

    fn numbers(&mut self, numbers: &[f32]) {
        for &number in numbers {
            write_number(&mut self.content.operators, number);
            self.content.operators.push(b' ');
        }
    }

    /// A PDF counts y from the foot of the page.
    fn upwards(&self, y: f32) -> f32 {
        self.layout.page_size.1 - y
    }
}

/// The glyphs of a run that are being listed, and where the pen stands after them.
struct LineOfText {
    font: usize,
    size: f32,
    x: f32,
    y: f32,
    is_open: bool,
}

/// The sign that stands for both letters of a lam-alef, where a cluster begins with one.
///
/// Readers that put words from right to left into order (poppler) take each letter of a glyph for
/// one that stands beside the others, and turn the two round. One sign cannot be turned; it is
/// compatible with the two letters (NFKC), so that they are found and read out.
fn as_one_sign(text: &str) -> Option<String> {
    let mut letters = text.chars();
    let sign = match (letters.next(), letters.next()) {
        (Some('\u{644}'), Some('\u{622}')) => '\u{fef5}',
        (Some('\u{644}'), Some('\u{623}')) => '\u{fef7}',
        (Some('\u{644}'), Some('\u{625}')) => '\u{fef9}',
        (Some('\u{644}'), Some('\u{627}')) => '\u{fefb}',
        _ => return None,
    };
    Some(std::iter::once(sign).chain(letters).collect())
}

fn bounds(area: &Area) -> Rect {
    let corners = || area.polygons.iter().flatten();
    let (xs, ys) = (
        corners().map(|corner| corner.0),
        corners().map(|corner| corner.1),
    );
    let least = |numbers: &mut dyn Iterator<Item = f32>| numbers.reduce(f32::min).unwrap_or(0.0);
    let most = |numbers: &mut dyn Iterator<Item = f32>| numbers.reduce(f32::max).unwrap_or(0.0);
    let (x, y) = (least(&mut xs.clone()), least(&mut ys.clone()));
    Rect {
        x,
        y,
        width: most(&mut xs.clone()) - x,
        height: most(&mut ys.clone()) - y,
    }
}
