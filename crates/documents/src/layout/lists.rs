//! Lists: points below each other, each behind its mark.

use crate::{
    Direction, DocumentError,
    layout::{
        DrawnAs, Item, Marks, Role, TagId,
        compose::{Composer, Strip},
        typeset::Line,
    },
};

const BULLET: &str = "•";

/// Where a mark is to be drawn.
pub(super) struct MarkPlace {
    pub(super) tag: TagId,
    /// The left edge of the room for marks.
    pub(super) x: f32,
    /// How far below the top of the strip the letters beside it stand.
    pub(super) baseline: f32,
}

impl Composer<'_, '_> {
    pub(super) fn bullets(&mut self, points: &[String]) -> Result<(), DocumentError> {
        let style = self.measures.body_text();
        let indent = self.measures.bullet_indent();
        let bullet = self.typesetter.lines(BULLET, style, indent)?;
        let inwards = match self.direction {
            Direction::LeftToRight => 0.35 * indent,
            Direction::RightToLeft => -0.35 * indent,
        };
        let points = points.iter().map(|point| (BULLET, point.as_str()));
        self.list(points, Marks::Bullets, |_, place| {
            let bullet = bullet.first().into_iter();
            bullet
                .flat_map(|line| line.items(Some(place.tag), place.x + inwards, 0.0))
                .collect()
        })
    }

    /// A list of points, each with its mark, which `draw` draws.
    pub(super) fn list<'t>(
        &mut self,
        points: impl Iterator<Item = (&'t str, &'t str)>,
        marks: Marks,
        draw: impl Fn(&str, MarkPlace) -> Vec<Item>,
    ) -> Result<(), DocumentError> {
        let between = self.measures.between_blocks();
        let mut list = None;
        for (mark, point) in points {
            let above = match list {
                None => between,
                Some(_) => self.measures.between_bullets(),
            };
            let list = *list.get_or_insert_with(|| self.tag(Role::List(marks), self.parent));
            let strips = self.point(mark, point, list, &draw)?;
            self.add_block(above, strips, 0.0);
        }
        if list.is_some() {
            self.pending_space = between;
        }
        Ok(())
    }

    fn point(
        &mut self,
        mark: &str,
        point: &str,
        list: TagId,
        draw: impl Fn(&str, MarkPlace) -> Vec<Item>,
    ) -> Result<Vec<Strip>, DocumentError> {
        let (measures, style) = (self.measures, self.measures.body_text());
        let indent = measures.bullet_indent();
        let text_width = measures.width - indent;
        let (mark_x, text_x) = match self.direction {
            Direction::LeftToRight => (measures.left, measures.left + indent),
            Direction::RightToLeft => (measures.left + text_width, measures.left),
        };
        let item = self.tag(Role::ListItem, list);
        let mark_tag = self.leaf(Role::Bullet, item, mark);
        if self.composed.tags[list].role == Role::List(Marks::Boxes) {
            self.composed.tags[mark_tag].drawn_as = DrawnAs::Sign;
        }
        let body_tag = self.leaf(Role::ListBody, item, point);
        let lines = self.typesetter.lines(point, style, text_width)?;
        let baseline = lines.first().and_then(Line::baseline);

        let mut strips = self.text_strips(&lines, body_tag, text_x);
        if let Some(strip) = strips.first_mut() {
            let place = MarkPlace {
                tag: mark_tag,
                x: mark_x,
                baseline: baseline.unwrap_or(style.size),
            };
            strip.items.splice(0..0, draw(mark, place));
        }
        Ok(strips)
    }
}
