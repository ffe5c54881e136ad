//! Codes for a camera (QR, ISO/IEC 18004), drawn as rectangles.

use qrcode::{Color, EcLevel, Version, bits::Bits};

use crate::{
    DocumentError, QrCode,
    layout::{Area, Ink, Shape, compose::Composer},
};

/// The side of one square as a share of the text size, and what no camera should have to go
/// below: a third of a millimetre, in points.
const SQUARE: f32 = 1.0 / 6.0;
const SMALLEST_SQUARE: f32 = 0.95;
/// The empty squares a camera needs around a code.
const QUIET: f32 = 4.0;
const BLACK: Ink = Ink([0, 0, 0]);

impl Composer<'_, '_> {
    pub(super) fn code(&mut self, code: &QrCode) -> Result<(), DocumentError> {
        let text = crate::bidi::readable(&code.text);
        let unprintable = || DocumentError::CodeUnprintable {
            size_bytes: text.len(),
        };
        if text.is_empty() || text.len() > QrCode::LONGEST_TEXT_BYTES {
            return Err(unprintable());
        }
        let squares = squares_of(&text).ok_or_else(unprintable)?;
        let count = squares.width();
        let square = (SQUARE * self.measures.text_size).max(SMALLEST_SQUARE);
        let side = square * count as f32;
        let quiet = QUIET * square;
        if side > self.measures.width {
            return Err(unprintable());
        }
        let left = self.at_line_start(side);
        let polygons = rectangles(&squares.to_colors(), count)
            .into_iter()
            .map(|[from_x, from_y, to_x, to_y]| {
                let [x0, x1] = [from_x, to_x].map(|x| left + square * x as f32);
                let [y0, y1] = [from_y, to_y].map(|y| quiet + square * y as f32);
                vec![(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
            })
            .collect();
        let area = Area {
            ink: BLACK,
            polygons,
        };
        let said = format!("{} {text}", code.alt);
        self.figure(&said, side + 2.0 * quiet, Shape::Area(area));
        Ok(())
    }
}

/// The smallest code that says `text`. Beyond ASCII it also says that it is UTF-8, where a camera
/// would have to guess.
fn squares_of(text: &str) -> Option<qrcode::QrCode> {
    const UTF_8: u32 = 26;
    const LEVEL: EcLevel = EcLevel::M;
    if text.is_ascii() {
        return qrcode::QrCode::with_error_correction_level(text, LEVEL).ok();
    }
    (1..=40).find_map(|version| {
        let mut bits = Bits::new(Version::Normal(version));
        bits.push_eci_designator(UTF_8).ok()?;
        bits.push_byte_data(text.as_bytes()).ok()?;
        bits.push_terminator(LEVEL).ok()?;
        qrcode::QrCode::with_bits(bits, LEVEL).ok()
    })
}

/// The dark squares as few rectangles: from x, from y, to x, to y. Rows that are dark in the same
/// places are one, so that no hairline shows between them.
fn rectangles(colors: &[Color], count: usize) -> Vec<[usize; 4]> {
    let mut done: Vec<[usize; 4]> = Vec::new();
    let mut above: Vec<[usize; 4]> = Vec::new();
    for (y, row) in colors.chunks(count).enumerate() {
        let mut here = Vec::new();
        let mut x = 0;
        while x < count {
            let dark = row[x..]
                .iter()
                .take_while(|&&color| color == Color::Dark)
                .count();
            if dark > 0 {
                let continued = above
                    .iter()
                    .position(|rectangle| (rectangle[0], rectangle[2]) == (x, x + dark));
                let from_y = continued.map_or(y, |index| above.swap_remove(index)[1]);
                here.push([x, from_y, x + dark, y + 1]);
            }
            x += dark.max(1);
        }
        done.append(&mut above);
        above = here;
    }
    done.append(&mut above);
    done
}
