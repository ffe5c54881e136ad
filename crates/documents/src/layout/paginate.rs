//! Strips onto pages, from top to bottom.
//!
//! Strips that hold on to each other move to the next page together. Where a group is taller than
//! a page, only its tight holds count; where those are too, a page breaks between any two strips.

use crate::layout::{
    Item,
    compose::{Composed, Hold, Strip},
    measures::Measures,
};

/// A page and how much of its height is used, from 0 to 1.
#[derive(Default)]
pub(crate) struct FilledPage {
    pub(crate) items: Vec<Item>,
    pub(crate) filled: f32,
}

/// The pages of `composed`, with the space between blocks multiplied by `spacing`.
pub(crate) fn pages(composed: &Composed, measures: &Measures, spacing: f32) -> Vec<FilledPage> {
    let mut paginator = Paginator {
        composed,
        top: measures.top,
        body_height: measures.body_height(),
        spacing,
        pages: vec![FilledPage::default()],
        used: 0.0,
        is_at_top: true,
    };
    let strips = &composed.strips;
    for index in 0..strips.len() {
        let begins_chain = |hold| index == 0 || strips[index - 1].hold < hold;
        let breaks = strips[index].starts_page
            || [Hold::Group, Hold::Tight].into_iter().any(|hold| {
                begins_chain(hold) && paginator.should_move(chain_from(strips, index, hold))
            })
            || !paginator.fits(&strips[index..=index]);
        if breaks && !paginator.is_at_top {
            paginator.begin_page();
        }
        paginator.place(&strips[index]);
    }
    paginator.pages
}

/// The strips from `index` on that hold on to each other at least as strongly as `hold`.
fn chain_from(strips: &[Strip], index: usize, hold: Hold) -> &[Strip] {
    let rest = &strips[index..];
    let held = rest.iter().take_while(|strip| strip.hold >= hold).count();
    &rest[..rest.len().min(held + 1)]
}

struct Paginator<'a> {
    composed: &'a Composed,
    top: f32,
    body_height: f32,
    spacing: f32,
    pages: Vec<FilledPage>,
    /// The height used on the current page.
    used: f32,
    is_at_top: bool,
}

impl Paginator<'_> {
    /// Whether `chain` should stand on the next page: it fits there, and does not fit here.
    fn should_move(&self, chain: &[Strip]) -> bool {
        !self.fits(chain) && self.height_on_new_page(chain) <= self.body_height
    }

    fn fits(&self, chain: &[Strip]) -> bool {
        // Sums of lines must not fail to fit for the sake of rounding.
        const TOLERANCE: f32 = 0.01;
        let height = if self.is_at_top {
            self.height_on_new_page(chain)
        } else {
            chain
                .iter()
                .map(|strip| self.spacing * strip.space_above + strip.height)
                .sum()
        };
        self.used + height <= self.body_height + TOLERANCE
    }

    fn height_on_new_page(&self, chain: &[Strip]) -> f32 {
        let Some((first, rest)) = chain.split_first() else {
            return 0.0;
        };
        let rest: f32 = rest
            .iter()
            .map(|strip| self.spacing * strip.space_above + strip.height)
            .sum();
        let head = first
            .head
            .map_or(0.0, |head| self.composed.heads[head].height);
        head + first.height + rest
    }

    fn begin_page(&mut self) {
        self.pages.push(FilledPage::default());
        self.used = 0.0;
        self.is_at_top = true;
    }

    fn place(&mut self, strip: &Strip) {
        if self.is_at_top {
            if let Some(head) = strip.head.map(|head| &self.composed.heads[head]) {
                self.draw(&head.items, head.height);
            }
        } else {
            self.used += self.spacing * strip.space_above;
        }
        self.draw(&strip.items, strip.height);
        self.is_at_top = false;
    }

    fn draw(&mut self, items: &[Item], height: f32) {
        let y = self.top + self.used;
        self.used += height;
        let Some(page) = self.pages.last_mut() else {
            return;
        };
        page.filled = self.used / self.body_height;
        page.items.extend(items.iter().cloned().map(|mut item| {
            item.shift(0.0, y);
            item
        }));
    }
}
