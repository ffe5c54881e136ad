//! Cards for a wallet, two beside each other, each in a frame along which it is cut out.

use crate::{
    Block, Card, CardSize, Direction, DocumentError,
    layout::{
        Area, Ink, Item, Role, Shape, TagId,
        compose::{Composer, Strip},
        measures::{self, MARGIN, Measures},
    },
};

const WIDTH: f32 = 252.0;
const WALLET_HEIGHT: f32 = 144.0;
const BESIDE_EACH_OTHER: usize = 2;
/// The empty space inside a card: what is cut a little askew is still whole.
const PADDING: f32 = 10.0;
const CUT_INK: Ink = Ink([110, 114, 120]);
const CUT_THICKNESS: f32 = 0.5;
/// How long the parts of a line to cut and of a line to fold along are, and their gaps.
const CUT_DASHES: (f32, f32) = (6.0, 3.0);
const FOLD_DASHES: (f32, f32) = (1.5, 4.5);

impl Composer<'_, '_> {
    pub(super) fn cards(&mut self, size: CardSize, cards: &[Card]) -> Result<(), DocumentError> {
        let sheet_width = self.measures.width + 2.0 * MARGIN;
        let row_width = WIDTH * BESIDE_EACH_OTHER as f32;
        // A card in a card: there is no room for it.
        if sheet_width < row_width {
            return Err(DocumentError::CardOverfull { number: 1 });
        }
        let left = self.measures.left + (self.measures.width - row_width) / 2.0;
        let height = match size {
            CardSize::Wallet => WALLET_HEIGHT,
            CardSize::Folded => 2.0 * WALLET_HEIGHT,
        };
        let around = self.measures.around_table();
        for (row, beside) in cards.chunks(BESIDE_EACH_OTHER).enumerate() {
            let mut items = Vec::new();
            for (column, card) in beside.iter().enumerate() {
                let column_from_left = match self.direction {
                    Direction::LeftToRight => column,
                    Direction::RightToLeft => BESIDE_EACH_OTHER - 1 - column,
                };
                let x = left + WIDTH * column_from_left as f32;
                let number = BESIDE_EACH_OTHER * row + column + 1;
                items.push(frame(x, height));
                if size == CardSize::Folded {
                    items.push(fold(x, height / 2.0));
                }
                items.extend(self.card(card, size, x, number)?);
            }
            let above = if row == 0 { around } else { 0.0 };
            self.add_block(above, vec![Strip::new(height, items)], 0.0);
        }
        if !cards.is_empty() {
            self.pending_space = around;
        }
        Ok(())
    }

    /// What stands on a card whose left edge is at `x`.
    fn card(
        &mut self,
        card: &Card,
        size: CardSize,
        x: f32,
        number: usize,
    ) -> Result<Vec<Item>, DocumentError> {
        if size == CardSize::Wallet && !card.below_fold.is_empty() {
            return Err(DocumentError::CardOverfull { number });
        }
        let measures = Measures {
            text_size: measures::ensure_text_size(card.text_size_pt)?,
            left: x + PADDING,
            width: WIDTH - 2.0 * PADDING,
            top: 0.0,
            bottom: WALLET_HEIGHT - 2.0 * PADDING,
        };
        let section = self.tag(Role::Section, self.parent);
        let mut items = Vec::new();
        for (half, blocks) in [&card.blocks, &card.below_fold].into_iter().enumerate() {
            let top = PADDING + WALLET_HEIGHT * half as f32;
            let written = self.apart(measures, section, blocks)?;
            items.extend(
                stacked(written, &measures, top).ok_or(DocumentError::CardOverfull { number })?,
            );
        }
        Ok(items)
    }

    /// The strips of `blocks` in a room of their own, as part of `parent`.
    fn apart(
        &mut self,
        measures: Measures,
        parent: TagId,
        blocks: &[Block],
    ) -> Result<Vec<Strip>, DocumentError> {
        let outside = (
            std::mem::replace(&mut self.measures, measures),
            std::mem::replace(&mut self.parent, parent),
            std::mem::take(&mut self.composed.strips),
            std::mem::take(&mut self.pending_space),
            std::mem::take(&mut self.page_break_pending),
        );
        let composed = self.blocks(blocks);
        let strips = std::mem::take(&mut self.composed.strips);
        (
            self.measures,
            self.parent,
            self.composed.strips,
            self.pending_space,
            self.page_break_pending,
        ) = outside;
        composed.map(|()| strips)
    }
}

/// The items of `strips` from `top` downwards; nothing, if they are higher than their room.
fn stacked(strips: Vec<Strip>, measures: &Measures, top: f32) -> Option<Vec<Item>> {
    const TOLERANCE: f32 = 0.01;
    let mut items = Vec::new();
    let mut used = 0.0;
    for (index, strip) in strips.into_iter().enumerate() {
        used += if index == 0 { 0.0 } else { strip.space_above };
        for mut item in strip.items {
            item.shift(0.0, top + used);
            items.push(item);
        }
        used += strip.height;
    }
    (used <= measures.body_height() + TOLERANCE).then_some(items)
}

/// The lines to cut along around a card at `x`. Those of neighbours fall on each other.
fn frame(x: f32, height: f32) -> Item {
    let mut polygons = Vec::new();
    for edge in [0.0, height] {
        polygons.extend(dashes(WIDTH, CUT_DASHES).map(|(from, to)| {
            let y = edge - CUT_THICKNESS / 2.0;
            rectangle(x + from, y, to - from, CUT_THICKNESS)
        }));
    }
    for edge in [x, x + WIDTH] {
        polygons.extend(dashes(height, CUT_DASHES).map(|(from, to)| {
            let x = edge - CUT_THICKNESS / 2.0;
            rectangle(x, from, CUT_THICKNESS, to - from)
        }));
    }
    drawn(polygons)
}

/// The line to fold along, at `y`.
fn fold(x: f32, y: f32) -> Item {
    let polygons = dashes(WIDTH, FOLD_DASHES)
        .map(|(from, to)| {
            let y = y - CUT_THICKNESS / 2.0;
            rectangle(x + from, y, to - from, CUT_THICKNESS)
        })
        .collect();
    drawn(polygons)
}

fn drawn(polygons: Vec<Vec<(f32, f32)>>) -> Item {
    Item {
        tag: None,
        shape: Shape::Area(Area {
            ink: CUT_INK,
            polygons,
        }),
    }
}

/// Where each dash of a line of `length` begins and ends.
fn dashes(length: f32, (dash, gap): (f32, f32)) -> impl Iterator<Item = (f32, f32)> {
    let count = (length / (dash + gap)).ceil() as usize;
    (0..count).map(move |index| {
        let from = index as f32 * (dash + gap);
        (from, (from + dash).min(length))
    })
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Vec<(f32, f32)> {
    vec![
        (x, y),
        (x + width, y),
        (x + width, y + height),
        (x, y + height),
    ]
}
