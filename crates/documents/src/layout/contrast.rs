//! High contrast: black on white, and nothing between.

use std::sync::Arc;

use crate::layout::{Ink, Page, Shape};

/// What is lighter than this, from 0 to 255, is a tint behind letters and not a line.
const LIGHTEST_LINE: u32 = 216;
const BLACK: Ink = Ink([0, 0, 0]);

/// Makes everything on `pages` black, and takes away what only tints the paper.
pub(super) fn blacken(pages: &mut [Page]) {
    for page in pages {
        page.items.retain(|item| match &item.shape {
            Shape::Bar(bar) => !is_tint(bar.ink),
            _ => true,
        });
        for item in &mut page.items {
            match &mut item.shape {
                Shape::Text(run) => run.ink = BLACK,
                Shape::Bar(bar) => bar.ink = BLACK,
                Shape::Area(area) => area.ink = BLACK,
                Shape::Picture(picture) => {
                    picture.pixels = Arc::new(picture.pixels.without_shades());
                }
                Shape::Link(_) => {}
            }
        }
    }
}

fn is_tint(ink: Ink) -> bool {
    let sum: u32 = ink.0.into_iter().map(u32::from).sum();
    sum / 3 > LIGHTEST_LINE
}
