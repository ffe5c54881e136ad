//! The sizes, distances and colours of a page. All of them but the margins follow from the size
//! of body text, so that large print is the same page, larger.

use crate::{
    DocumentError, Level, Paper,
    layout::{Ink, typeset::TextStyle},
};

pub(crate) const TEXT_INK: Ink = Ink([28, 28, 30]);
pub(crate) const HEADING_INK: Ink = Ink([22, 46, 78]);
pub(crate) const QUIET_INK: Ink = Ink([88, 92, 98]);
pub(crate) const LINE_INK: Ink = Ink([172, 178, 186]);
pub(crate) const HEAD_TINT: Ink = Ink([236, 240, 245]);

const TEXT_SIZES_PT: std::ops::RangeInclusive<f32> = 8.0..=36.0;
/// The empty space on either side of the text.
pub(crate) const MARGIN: f32 = 72.0;
/// How far the header and the footer stand from the edge; printers reach no further than 18.
pub(crate) const EDGE: f32 = 36.0;
const GAP_TO_RUNNING_LINE: f32 = 18.0;
const SHORTEST_BODY_IN_LINES: f32 = 8.0;

/// What a page and its text measure, in points.
#[derive(Clone, Copy)]
pub(crate) struct Measures {
    pub(crate) text_size: f32,
    pub(crate) left: f32,
    pub(crate) width: f32,
    /// Where the first line of a page may begin, and where the last must end.
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

/// The heights of what stands at the top and the foot of every page; 0 where nothing does.
#[derive(Clone, Copy)]
pub(crate) struct RunningHeights {
    pub(crate) header: f32,
    pub(crate) footer: f32,
}

impl Measures {
    pub(crate) fn of(paper: &Paper, running: RunningHeights) -> Result<Self, DocumentError> {
        let text_size = ensure_text_size(paper.text_size_pt)?;
        let (page_width, page_height) = paper.page.points();
        let beside = |height: f32| match height {
            0.0 => MARGIN,
            height => MARGIN.max(EDGE + height + GAP_TO_RUNNING_LINE),
        };
        let measures = Self {
            text_size,
            left: MARGIN,
            width: page_width - 2.0 * MARGIN,
            top: beside(running.header),
            bottom: page_height - beside(running.footer),
        };
        if measures.body_height() < SHORTEST_BODY_IN_LINES * measures.line() {
            return Err(DocumentError::NoRoomOnPage);
        }
        Ok(measures)
    }

    pub(crate) fn body_height(&self) -> f32 {
        self.bottom - self.top
    }

    /// The height of a line of body text.
    pub(crate) fn line(&self) -> f32 {
        self.body_text().line_height()
    }

    pub(crate) fn body_text(&self) -> TextStyle {
        TextStyle {
            size: self.text_size,
            bold: false,
            ink: TEXT_INK,
            leading: 1.4,
        }
    }

    pub(crate) fn bold_text(&self) -> TextStyle {
        TextStyle {
            bold: true,
            ..self.body_text()
        }
    }

    pub(crate) fn label_text(&self) -> TextStyle {
        TextStyle {
            ink: QUIET_INK,
            ..self.body_text()
        }
    }

    /// The words below a line to write on.
    pub(crate) fn blank_label(&self) -> TextStyle {
        TextStyle {
            size: (0.8 * self.text_size).max(*TEXT_SIZES_PT.start()),
            ..self.label_text()
        }
    }

    pub(crate) fn link_text(&self) -> TextStyle {
        TextStyle {
            ink: HEADING_INK,
            ..self.body_text()
        }
    }

    pub(crate) fn column_head(&self) -> TextStyle {
        TextStyle {
            ink: HEADING_INK,
            ..self.bold_text()
        }
    }

    pub(crate) fn heading(&self, level: Level) -> TextStyle {
        let times = match level {
            Level::One => 1.75,
            Level::Two => 1.3,
            Level::Three => 1.08,
        };
        TextStyle {
            size: self.text_size * times,
            bold: true,
            ink: HEADING_INK,
            leading: 1.2,
        }
    }

    /// The space above and below a heading.
    pub(crate) fn around_heading(&self, level: Level) -> (f32, f32) {
        let (above, below) = match level {
            Level::One => (1.6, 0.7),
            Level::Two => (1.5, 0.45),
            Level::Three => (1.1, 0.25),
        };
        (above * self.text_size, below * self.text_size)
    }

    /// The space between two blocks of text.
    pub(crate) fn between_blocks(&self) -> f32 {
        0.75 * self.text_size
    }

    pub(crate) fn between_bullets(&self) -> f32 {
        0.35 * self.text_size
    }

    pub(crate) fn bullet_indent(&self) -> f32 {
        1.35 * self.text_size
    }

    /// The space above and below a table.
    pub(crate) fn around_table(&self) -> f32 {
        0.9 * self.text_size
    }
}

/// The style of headers and footers.
pub(crate) fn running_text(paper: &Paper) -> Result<TextStyle, DocumentError> {
    let size = (ensure_text_size(paper.text_size_pt)? * 0.75).max(8.5);
    Ok(TextStyle {
        size,
        bold: false,
        ink: QUIET_INK,
        leading: 1.3,
    })
}

pub(crate) fn ensure_text_size(points: f32) -> Result<f32, DocumentError> {
    if TEXT_SIZES_PT.contains(&points) {
        Ok(points)
    } else {
        Err(DocumentError::TextSizeOutOfRange { points })
    }
}
