//! From blocks to pages: every glyph and bar with its place, and what each of them means.
//!
//! Blocks become strips ([`compose`]), which no page break may cut; strips become pages
//! ([`paginate`]). Positions are in points from the top left corner of the sheet, y downwards; the
//! y of a glyph is its baseline. Whoever draws a layout decides nothing about it any more.

mod cards;
mod code;
mod compose;
mod contrast;
mod drawn;
mod forms;
mod links;
mod lists;
mod measures;
mod paginate;
mod picture;
mod rows;
mod running_lines;
mod typeset;

use std::collections::BTreeMap;

pub use drawn::{
    Area, Bar, Cluster, DrawnAs, Glyph, Ink, Item, LinkTarget, Marks, Page, PlacedPicture, Rect,
    Role, Shape, Tag, TagId, TextRun,
};

use crate::{
    Block, Contrast, CreatedOn, Direction, DocumentError, Fonts, Outline, Paper, Sides,
    fonts::Face,
    layout::{
        compose::{Composed, compose},
        measures::Measures,
        running_lines::RunningLines,
        typeset::Typesetter,
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
    pub(crate) outline: Outline,
    pub(crate) sides: Sides,
    /// Width and height of every page, in points.
    pub(crate) page_size: (f32, f32),
    pub(crate) pages: Vec<Page>,
    /// The first is the document; a parent stands before its children, siblings in reading order.
    pub(crate) tags: Vec<Tag>,
    /// Where the tags of links lead.
    pub(crate) links: BTreeMap<TagId, LinkTarget>,
    pub(crate) faces: Vec<Face>,
    pub(crate) header: Option<String>,
    pub(crate) footer: Option<String>,
}

impl Layout {
    /// How many pages there are, also empty ones; at least one.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }
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
    let mut pages = pages
        .into_iter()
        .enumerate()
        .map(|(index, mut page)| {
            page.items
                .extend(running_lines.of_page(index + 1, count, &mut typesetter)?);
            Ok(Page { items: page.items })
        })
        .collect::<Result<Vec<_>, DocumentError>>()?;
    if paper.contrast == Contrast::High {
        contrast::blacken(&mut pages);
    }
    if paper.sides == Sides::Both {
        pages = on_sheets(pages, paper);
    }
    let Composed { tags, links, .. } = composed;

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
        outline: paper.outline,
        sides: paper.sides,
        page_size: paper.page.points(),
        pages,
        tags,
        links,
        faces: fonts.faces().to_vec(),
        header: readable(&paper.header),
        footer: readable(&paper.footer),
    })
}

/// Pages for the two sides of sheets, of which the last is filled up with an empty page. Cards are
/// cut out, so nothing stands behind them.
fn on_sheets(pages: Vec<Page>, paper: &Paper) -> Vec<Page> {
    let empty = || Page { items: Vec::new() };
    let is_cards = |block: &Block| matches!(block, Block::Cards { .. });
    if paper.blocks.iter().any(is_cards) {
        return pages.into_iter().flat_map(|page| [page, empty()]).collect();
    }
    let mut pages = pages;
    if pages.len() % 2 == 1 {
        pages.push(empty());
    }
    pages
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
