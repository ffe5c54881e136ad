//! From blocks to pages: every glyph and bar with its place, and what each of them means.
//!
//! Blocks become strips ([`compose`]), which no page break may cut; strips become pages
//! ([`paginate`]). Positions are in points from the top left corner of the sheet, y downwards; the
//! y of a glyph is its baseline. Whoever draws a layout decides nothing about it any more.

mod compose;
mod measures;
mod paginate;
mod rows;
mod running_lines;
mod typeset;

use crate::{
    CreatedOn, Direction, DocumentError, Fonts, Level, Paper,
    fonts::Face,
    layout::{
        compose::compose, measures::Measures, running_lines::RunningLines, typeset::Typesetter,
    },
};

/// How much of the space between blocks is given up, at most, to spare a nearly empty last page.
const TIGHTER: [f32; 3] = [0.85, 0.7, 0.55];
/// The share of a page under which a last page counts as nearly empty.
const NEARLY_EMPTY: f32 = 0.25;

/// A document with every part in its place, ready to be drawn.
#[derive(Clone)]
pub struct Layout {
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) direction: Direction,
    pub(crate) created_on: Option<CreatedOn>,
    /// Width and height of every page, in points.
    pub(crate) page_size: (f32, f32),
    pub(crate) pages: Vec<Page>,
    /// The first is the document; a parent stands before its children, siblings in reading order.
    pub(crate) tags: Vec<Tag>,
    pub(crate) faces: Vec<Face>,
    pub(crate) header: Option<String>,
    pub(crate) footer: Option<String>,
}

impl Layout {
    /// How many pages there are; at least one.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }
}

#[derive(Clone, Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
}

/// Something drawn, and what it belongs to; nothing, if it only decorates the page.
#[derive(Clone)]
pub(crate) struct Item {
    pub(crate) tag: Option<TagId>,
    pub(crate) shape: Shape,
}

#[derive(Clone)]
pub(crate) enum Shape {
    Text(TextRun),
    Bar(Bar),
}

/// Glyphs of one face, size and colour on one line.
#[derive(Clone)]
pub(crate) struct TextRun {
    /// Index into `Layout::faces`.
    pub(crate) face: usize,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
    pub(crate) clusters: Vec<Cluster>,
}

/// The glyphs that together show some characters: usually one for one.
#[derive(Clone)]
pub(crate) struct Cluster {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
}

#[derive(Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// A filled rectangle; x and y are its top left corner.
#[derive(Clone, Copy)]
pub(crate) struct Bar {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) ink: Ink,
}

/// Red, green and blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ink(pub(crate) [u8; 3]);

pub(crate) type TagId = usize;

/// A node of the document's structure.
#[derive(Clone, Debug)]
pub(crate) struct Tag {
    pub(crate) role: Role,
    pub(crate) parent: Option<TagId>,
    /// What it says, in reading order and without invisible characters; empty for groups.
    pub(crate) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Heading(Level),
    Paragraph,
    List,
    ListItem,
    Bullet,
    ListBody,
    Table,
    Row,
    /// Heads the column below it.
    ColumnHead,
    /// Heads the row beside it.
    RowHead,
    Cell,
}

/// Lays out `paper` in `fonts`.
///
/// If only a little would stand on the last page, the space between blocks shrinks to save it:
/// a signature should not travel alone.
///
/// # Errors
/// Whatever [`DocumentError`] says about fonts, characters, sizes and tables; never
/// [`DocumentError::Pdf`].
pub fn lay_out(paper: &Paper, fonts: &Fonts) -> Result<Layout, DocumentError> {
    ensure_language(&paper.language)?;
    let mut typesetter = Typesetter::new(paper, fonts);
    let running_lines = RunningLines::set(paper, &mut typesetter)?;
    let measures = Measures::of(paper, running_lines.heights())?;
    let composed = compose(paper, &measures, &mut typesetter)?;

    let mut pages = paginate::pages(&composed, &measures, 1.0);
    if pages.len() > 1 && pages.last().is_some_and(|page| page.filled < NEARLY_EMPTY) {
        let fewer = TIGHTER
            .iter()
            .map(|&spacing| paginate::pages(&composed, &measures, spacing))
            .find(|tighter| tighter.len() < pages.len());
        pages = fewer.unwrap_or(pages);
    }

    let count = pages.len();
    let pages = pages
        .into_iter()
        .enumerate()
        .map(|(index, mut page)| {
            page.items
                .extend(running_lines.of_page(index + 1, count, &mut typesetter)?);
            Ok(Page { items: page.items })
        })
        .collect::<Result<Vec<_>, DocumentError>>()?;

    let readable = |text: &Option<String>| {
        text.as_deref()
            .map(crate::bidi::readable)
            .filter(|text| !text.trim().is_empty())
    };
    Ok(Layout {
        title: crate::bidi::readable(&paper.title).replace('\n', " "),
        language: paper.language.clone(),
        direction: paper.direction,
        created_on: paper.created_on,
        page_size: paper.page.points(),
        pages,
        tags: composed.tags,
        faces: fonts.faces().to_vec(),
        header: readable(&paper.header),
        footer: readable(&paper.footer),
    })
}

/// Letters, digits and hyphens, beginning with the two or three letters of a language.
fn ensure_language(language: &str) -> Result<(), DocumentError> {
    let mut subtags = language.split('-');
    let primary = subtags.next().unwrap_or_default();
    let is_tag = (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if is_tag {
        Ok(())
    } else {
        Err(DocumentError::LanguageInvalid {
            language: language.to_owned(),
        })
    }
}
