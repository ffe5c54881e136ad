//! What is filled in by hand: boxes to tick and lines to write on.

use crate::{
    Blank, Choice, DocumentError,
    layout::{
        Area, Bar, Item, Marks, Role, Shape,
        compose::{Composer, Strip},
        measures::TEXT_INK,
        rows::height_of,
    },
};

const EMPTY_BOX: &str = "\u{2610}";
const TICKED_BOX: &str = "\u{2611}";
/// The side of a box and the thickness of its frame, as shares of the text size.
const BOX: f32 = 0.78;
const FRAME: f32 = 0.07;
/// How far a box reaches below the letters beside it.
const BOX_DROP: f32 = 0.06;
/// The corners of a tick, in a square of 1 whose y runs downwards.
const TICK: [(f32, f32); 6] = [
    (0.16, 0.52),
    (0.27, 0.41),
    (0.42, 0.58),
    (0.75, 0.17),
    (0.87, 0.27),
    (0.43, 0.82),
];
/// Room above a line to write on, in lines of text; never less than a hand needs, in points.
const WRITING_LINES: f32 = 1.6;
const LEAST_WRITING_ROOM: f32 = 22.0;
const LINE_THICKNESS: f32 = 0.75;

impl Composer<'_, '_> {
    pub(super) fn choices(&mut self, choices: &[Choice]) -> Result<(), DocumentError> {
        let size = self.measures.text_size;
        let room = self.measures.bullet_indent();
        let mark = |choice: &Choice| match choice.is_ticked {
            true => TICKED_BOX,
            false => EMPTY_BOX,
        };
        let points = choices
            .iter()
            .map(|choice| (mark(choice), choice.text.as_str()));
        self.list(points, Marks::Boxes, |mark, place| {
            let left = place.x + (room - BOX * size) / 2.0;
            let top = place.baseline + BOX_DROP * size - BOX * size;
            let area = Area {
                ink: TEXT_INK,
                polygons: tick_box(left, top, size, mark == TICKED_BOX),
            };
            vec![Item {
                tag: Some(place.tag),
                shape: Shape::Area(area),
            }]
        })
    }

    /// A row of lines to write on. It stays whole.
    pub(super) fn blanks(&mut self, blanks: &[Blank]) -> Result<(), DocumentError> {
        if blanks.is_empty() {
            return Ok(());
        }
        let shares: Vec<f32> = blanks.iter().map(|blank| blank.width).collect();
        if shares
            .iter()
            .any(|share| !share.is_finite() || *share <= 0.0)
        {
            return Err(DocumentError::NoWidth);
        }
        let style = self.measures.blank_label();
        let line_y = (WRITING_LINES * self.measures.line()).max(LEAST_WRITING_ROOM);
        let label_y = line_y + LINE_THICKNESS + 0.15 * style.size;
        let columns = self.shared_out(&shares);
        let mut items = Vec::new();
        let mut tallest = 0.0_f32;
        for (index, (blank, column)) in blanks.iter().zip(columns).enumerate() {
            // The last line of a row ends where the text does.
            let is_last = index + 1 == blanks.len();
            let room = if is_last {
                column
            } else {
                self.inside(column, 0.0)
            };
            items.push(Item {
                tag: None,
                shape: Shape::Bar(Bar {
                    x: room.x,
                    y: line_y,
                    width: room.width,
                    height: LINE_THICKNESS,
                    ink: TEXT_INK,
                }),
            });
            let tag = self.leaf(Role::Paragraph, self.parent, &blank.label);
            let lines = self.typesetter.lines(&blank.label, style, room.width)?;
            let mut y = label_y;
            for line in &lines {
                items.extend(line.items(Some(tag), room.x, y));
                y += line.height;
            }
            tallest = tallest.max(height_of(&lines));
        }
        let between = self.measures.between_blocks();
        self.add_block(0.0, vec![Strip::new(label_y + tallest, items)], between);
        Ok(())
    }
}

/// The frame of a box, as four bars, and its tick.
fn tick_box(left: f32, top: f32, size: f32, is_ticked: bool) -> Vec<Vec<(f32, f32)>> {
    let (side, frame) = (BOX * size, (FRAME * size).max(0.75));
    let bar = |x: f32, y: f32, width: f32, height: f32| {
        let (x, y) = (left + x, top + y);
        vec![
            (x, y),
            (x + width, y),
            (x + width, y + height),
            (x, y + height),
        ]
    };
    let mut polygons = vec![
        bar(0.0, 0.0, side, frame),
        bar(0.0, side - frame, side, frame),
        bar(0.0, frame, frame, side - 2.0 * frame),
        bar(side - frame, frame, frame, side - 2.0 * frame),
    ];
    if is_ticked {
        polygons.push(
            TICK.iter()
                .map(|(x, y)| (left + x * side, top + y * side))
                .collect(),
        );
    }
    polygons
}
