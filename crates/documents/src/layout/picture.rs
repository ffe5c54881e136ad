//! Pictures, in the size they are printed.

use std::sync::Arc;

use crate::{
    Direction, DocumentError, Picture,
    layout::{PlacedPicture, Rect, Shape, compose::Composer},
};

/// The share of a page's height a picture may take.
const HIGHEST: f32 = 0.5;

impl Composer<'_, '_> {
    pub(super) fn picture(&mut self, picture: &Picture) -> Result<(), DocumentError> {
        if !picture.width_pt.is_finite() || picture.width_pt <= 0.0 {
            return Err(DocumentError::NoWidth);
        }
        let rise = picture.pixels.height as f32 / picture.pixels.width as f32;
        let highest = HIGHEST * self.measures.body_height();
        let width = picture
            .width_pt
            .min(self.measures.width)
            .min(highest / rise);
        let height = width * rise;
        let place = Rect {
            x: self.at_line_start(width),
            y: 0.0,
            width,
            height,
        };
        let pixels = Arc::clone(&picture.pixels);
        self.figure(
            &picture.alt,
            height,
            Shape::Picture(PlacedPicture { place, pixels }),
        );
        Ok(())
    }

    /// The left edge of something `width` wide that stands where lines begin.
    pub(super) fn at_line_start(&self, width: f32) -> f32 {
        match self.direction {
            Direction::LeftToRight => self.measures.left,
            Direction::RightToLeft => self.measures.left + self.measures.width - width,
        }
    }
}
