//! The header, the footer and the page number: the same on every page, and no part of what the
//! document says, so screen readers pass over them.

use crate::{
    Direction, DocumentError, PageNumbers, Paper,
    bidi::isolate,
    layout::{
        Bar, Item, Shape,
        measures::{self, EDGE, LINE_INK, MARGIN, RunningHeights},
        typeset::{Line, TextStyle, Typesetter},
    },
};

const GAP_TO_RULE: f32 = 7.0;
const RULE_HEIGHT: f32 = 0.5;
/// Room for `100 / 100` and a gap, as a multiple of the size.
const NUMBER_WIDTH: f32 = 6.5;

/// What is drawn at the top and the foot of every page.
pub(crate) struct RunningLines {
    header: Vec<Line>,
    footer: Vec<Line>,
    page_numbers: PageNumbers,
    direction: Direction,
    style: TextStyle,
    page_size: (f32, f32),
}

impl RunningLines {
    pub(crate) fn set(
        paper: &Paper,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Self, DocumentError> {
        let style = measures::running_text(paper)?;
        let page_size = paper.page.points();
        let width = page_size.0 - 2.0 * MARGIN;
        let beside_number = match paper.page_numbers {
            PageNumbers::Hidden => width,
            PageNumbers::Shown => width - NUMBER_WIDTH * style.size,
        };
        let mut set = |text: &Option<String>, width| match text {
            Some(text) if !text.trim().is_empty() => typesetter.lines(text, style, width),
            _ => Ok(Vec::new()),
        };
        Ok(Self {
            header: set(&paper.header, width)?,
            footer: set(&paper.footer, beside_number)?,
            page_numbers: paper.page_numbers,
            direction: paper.direction,
            style,
            page_size,
        })
    }

    pub(crate) fn heights(&self) -> RunningHeights {
        RunningHeights {
            header: self.header_height(),
            footer: self.footer_height(),
        }
    }

    /// What page `number` of `count` shows, in its place.
    pub(crate) fn of_page(
        &self,
        number: usize,
        count: usize,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Vec<Item>, DocumentError> {
        let (page_width, page_height) = self.page_size;
        let width = page_width - 2.0 * MARGIN;
        let mut items = stacked(&self.header, MARGIN, EDGE);

        let top = page_height - EDGE - self.footer_height();
        if self.footer_height() > 0.0 {
            items.push(Item {
                tag: None,
                shape: Shape::Bar(Bar {
                    x: MARGIN,
                    y: top,
                    width,
                    height: RULE_HEIGHT,
                    ink: LINE_INK,
                }),
            });
        }
        let top = top + GAP_TO_RULE;
        let number_width = NUMBER_WIDTH * self.style.size;
        if self.page_numbers == PageNumbers::Shown {
            let text = isolate(&format!("{number} / {count}"));
            let lines = typesetter.lines(&text, self.style, number_width)?;
            let x = match self.direction {
                Direction::LeftToRight => {
                    page_width - MARGIN - lines.first().map_or(0.0, |line| line.right_edge)
                }
                Direction::RightToLeft => MARGIN - lines.first().map_or(0.0, Line::left_edge),
            };
            items.extend(stacked(&lines, x, top));
        }
        let footer_x = match (self.page_numbers, self.direction) {
            (PageNumbers::Shown, Direction::RightToLeft) => MARGIN + number_width,
            _ => MARGIN,
        };
        items.extend(stacked(&self.footer, footer_x, top));
        Ok(items)
    }

    fn header_height(&self) -> f32 {
        self.header.iter().map(|line| line.height).sum()
    }

    /// With its rule; 0 if nothing stands at the foot.
    fn footer_height(&self) -> f32 {
        let lines: f32 = self.footer.iter().map(|line| line.height).sum();
        let number = match self.page_numbers {
            PageNumbers::Hidden => 0.0,
            PageNumbers::Shown => self.style.line_height(),
        };
        match lines.max(number) {
            0.0 => 0.0,
            height => height + GAP_TO_RULE,
        }
    }
}

fn stacked(lines: &[Line], x: f32, top: f32) -> Vec<Item> {
    let mut items = Vec::new();
    let mut y = top;
    for line in lines {
        items.extend(line.items(None, x, y));
        y += line.height;
    }
    items
}
