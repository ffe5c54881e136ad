//! Blocks into strips: slices of the page, from margin to margin, that no page break may cut.
//!
//! A strip knows its height and how strongly it holds on to the next one, but not yet its page.

use std::collections::BTreeMap;

use crate::{
    Block, Direction, DocumentError, Level, Paper,
    layout::{
        Bar, DrawnAs, Item, LinkTarget, Role, Shape, Tag, TagId,
        measures::{LINE_INK, Measures},
        typeset::{Line, Typesetter},
    },
};

/// What a paper says, in strips.
#[derive(Default)]
pub(crate) struct Composed {
    pub(crate) strips: Vec<Strip>,
    /// Table heads, drawn again where their table runs over to another page.
    pub(crate) heads: Vec<RepeatedHead>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) links: BTreeMap<TagId, LinkTarget>,
}

/// A slice of the page that stays whole. Its items count y from its top.
pub(crate) struct Strip {
    /// Empty space above it; given up at the top of a page.
    pub(crate) space_above: f32,
    pub(crate) height: f32,
    pub(crate) items: Vec<Item>,
    pub(crate) hold: Hold,
    pub(crate) starts_page: bool,
    /// The head to draw above it if it is the first on its page; an index into `heads`.
    pub(crate) head: Option<usize>,
}

/// How strongly a strip holds on to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hold {
    /// A page may break here.
    Loose,
    /// Only if the blocks that belong together are more than a page.
    Group,
    /// Not here: a heading, a table head, the first of a paragraph's lines.
    Tight,
}

/// A table head drawn again on a later page. It is an artifact there: it was read once.
pub(crate) struct RepeatedHead {
    pub(crate) height: f32,
    pub(crate) items: Vec<Item>,
}

/// Breaks everything `paper` says into strips.
pub(crate) fn compose(
    paper: &Paper,
    measures: &Measures,
    typesetter: &mut Typesetter<'_>,
) -> Result<Composed, DocumentError> {
    let document = Tag {
        role: Role::Document,
        parent: None,
        text: String::new(),
        drawn_as: DrawnAs::Letters,
    };
    let mut composer = Composer {
        measures: *measures,
        typesetter,
        direction: paper.direction,
        composed: Composed {
            tags: vec![document],
            ..Composed::default()
        },
        parent: 0,
        pending_space: 0.0,
        page_break_pending: false,
    };
    composer.blocks(&paper.blocks)?;
    Ok(composer.composed)
}

pub(super) struct Composer<'a, 'f> {
    pub(super) measures: Measures,
    pub(super) typesetter: &'a mut Typesetter<'f>,
    pub(super) direction: Direction,
    pub(super) composed: Composed,
    /// What blocks are part of: the document, or one of its cards.
    pub(super) parent: TagId,
    /// The space the last block wants below it; the larger wish of two neighbours counts.
    pub(super) pending_space: f32,
    pub(super) page_break_pending: bool,
}

impl Composer<'_, '_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) -> Result<(), DocumentError> {
        for block in blocks {
            match block {
                Block::Heading { level, text } => self.heading(*level, text)?,
                Block::Paragraph(text) => self.paragraph(text)?,
                Block::Bullets(points) => self.bullets(points)?,
                Block::Table(table) => self.table(table)?,
                Block::Fields(fields) => self.fields(fields)?,
                Block::Choices(choices) => self.choices(choices)?,
                Block::Blanks(blanks) => self.blanks(blanks)?,
                Block::Qr(code) => self.code(code)?,
                Block::Picture(picture) => self.picture(picture)?,
                Block::Link { text, uri, alt } => self.link(text, uri, alt)?,
                Block::Cards { size, cards } => self.cards(*size, cards)?,
                Block::Rule => self.rule(),
                Block::Space { lines } => {
                    self.pending_space += lines.max(0.0) * self.measures.line();
                }
                Block::PageBreak => self.page_break_pending = true,
                Block::KeepTogether(blocks) => self.keep_together(blocks)?,
                Block::HoldOn => self.hold_last(Hold::Group),
            }
        }
        Ok(())
    }

    fn heading(&mut self, level: Level, text: &str) -> Result<(), DocumentError> {
        let (above, below) = self.measures.around_heading(level);
        let style = self.measures.heading(level);
        let lines = self.typesetter.lines(text, style, self.measures.width)?;
        let tag = self.leaf(Role::Heading(level), self.parent, text);
        let strips = self.text_strips(&lines, tag, self.measures.left);
        self.add_block(above, strips, below);
        self.hold_last(Hold::Tight);
        Ok(())
    }

    fn paragraph(&mut self, text: &str) -> Result<(), DocumentError> {
        let between = self.measures.between_blocks();
        let style = self.measures.body_text();
        let lines = self.typesetter.lines(text, style, self.measures.width)?;
        let tag = self.leaf(Role::Paragraph, self.parent, text);
        let strips = self.text_strips(&lines, tag, self.measures.left);
        self.add_block(between, strips, between);
        Ok(())
    }

    fn rule(&mut self) {
        const THICKNESS: f32 = 0.75;
        let around = self.measures.text_size;
        let bar = Bar {
            x: self.measures.left,
            y: 0.0,
            width: self.measures.width,
            height: THICKNESS,
            ink: LINE_INK,
        };
        let items = vec![Item {
            tag: None,
            shape: Shape::Bar(bar),
        }];
        self.add_block(around, vec![Strip::new(THICKNESS, items)], around);
    }

    fn keep_together(&mut self, blocks: &[Block]) -> Result<(), DocumentError> {
        let first = self.composed.strips.len();
        self.blocks(blocks)?;
        if let Some((_, held)) = self.composed.strips[first..].split_last_mut() {
            for strip in held {
                strip.hold = strip.hold.max(Hold::Group);
            }
        }
        Ok(())
    }

    /// A strip of height `height` that is drawn once and says what its tag says.
    pub(super) fn figure(&mut self, text: &str, height: f32, shape: Shape) {
        let between = self.measures.between_blocks();
        let tag = self.leaf(Role::Figure, self.parent, text);
        self.composed.tags[tag].drawn_as = DrawnAs::Figure;
        let item = Item {
            tag: Some(tag),
            shape,
        };
        self.add_block(between, vec![Strip::new(height, vec![item])], between);
    }

    /// One strip a line, so that never a single line of a text is left on a page.
    pub(super) fn text_strips(&self, lines: &[Line], tag: TagId, x: f32) -> Vec<Strip> {
        let count = lines.len();
        lines
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let mut strip = Strip::new(line.height, line.items(Some(tag), x, 0.0).collect());
                let after_first = index == 0 && count > 1;
                let before_last = index + 2 == count;
                if after_first || before_last {
                    strip.hold = Hold::Tight;
                }
                strip
            })
            .collect()
    }

    /// Adds the strips of a block with the space it wants above and below.
    pub(super) fn add_block(&mut self, above: f32, mut strips: Vec<Strip>, below: f32) {
        let Some(first) = strips.first_mut() else {
            return;
        };
        first.space_above = above.max(self.pending_space);
        first.starts_page = std::mem::take(&mut self.page_break_pending);
        self.composed.strips.extend(strips);
        self.pending_space = below;
    }

    pub(super) fn hold_last(&mut self, hold: Hold) {
        if let Some(strip) = self.composed.strips.last_mut() {
            strip.hold = hold;
        }
    }

    /// A tag that groups others.
    pub(super) fn tag(&mut self, role: Role, parent: TagId) -> TagId {
        self.leaf(role, parent, "")
    }

    /// A tag that says `text`.
    pub(super) fn leaf(&mut self, role: Role, parent: TagId, text: &str) -> TagId {
        let text = crate::bidi::readable(&crate::bidi::tidied(text));
        self.composed.tags.push(Tag {
            role,
            parent: Some(parent),
            text,
            drawn_as: DrawnAs::Letters,
        });
        self.composed.tags.len() - 1
    }
}

impl Strip {
    pub(super) fn new(height: f32, items: Vec<Item>) -> Self {
        Self {
            space_above: 0.0,
            height,
            items,
            hold: Hold::Loose,
            starts_page: false,
            head: None,
        }
    }
}
