//! Tables and label-value pairs: rows of cells, side by side.

use crate::{
    Direction, DocumentError, Field, Table,
    layout::{
        Bar, Ink, Item, Role, Shape, TagId,
        compose::{Composer, Hold, RepeatedHead, Strip},
        measures::{HEAD_TINT, HEADING_INK, LINE_INK},
        typeset::{Line, TextStyle},
    },
};

const ROW_LINE: f32 = 0.6;
const HEAD_LINE: f32 = 1.2;
/// A head may take this share of a page before nothing useful fits under it.
const HIGHEST_HEAD: f32 = 0.5;
const LABEL_SHARE: f32 = 0.32;

/// Where a cell stands between the margins.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) width: f32,
}

/// A row before it is known on how many pages it stands.
struct Row {
    cells: Vec<(TagId, Column, Vec<Line>)>,
    padding: f32,
    tint: Option<Ink>,
    underline: Option<(f32, Ink)>,
}

impl Composer<'_, '_> {
    pub(super) fn table(&mut self, table: &Table) -> Result<(), DocumentError> {
        let columns = self.columns(table)?;
        let around = self.measures.around_table();
        let tag = self.tag(Role::Table, self.parent);
        let (column_head, body_text) = (self.measures.column_head(), self.measures.body_text());
        let padding = 0.4 * self.measures.text_size;

        let head = Row {
            cells: self.cells(&table.head, &columns, padding, tag, |_| {
                (Role::ColumnHead, column_head)
            })?,
            padding,
            tint: Some(HEAD_TINT),
            underline: Some((HEAD_LINE, HEADING_INK)),
        };
        if head.height() > HIGHEST_HEAD * self.measures.body_height() {
            return Err(DocumentError::NoRoomOnPage);
        }
        let strips = head.strips(f32::INFINITY, self.measures.left, self.measures.width);
        let room = self.measures.body_height() - head.height();
        let head_index = self.remember_head(&strips);
        self.add_block(around, strips, 0.0);
        if !table.rows.is_empty() {
            self.hold_last(Hold::Tight);
        }

        for row in &table.rows {
            let row = Row {
                cells: self.cells(row, &columns, padding, tag, |_| (Role::Cell, body_text))?,
                padding,
                tint: None,
                underline: Some((ROW_LINE, LINE_INK)),
            };
            let mut strips = row.strips(room, self.measures.left, self.measures.width);
            for strip in &mut strips {
                strip.head = Some(head_index);
            }
            self.add_block(0.0, strips, 0.0);
        }
        self.pending_space = around;
        Ok(())
    }

    pub(super) fn fields(&mut self, fields: &[Field]) -> Result<(), DocumentError> {
        if fields.is_empty() {
            return Ok(());
        }
        let between = self.measures.between_blocks();
        let columns = self.shared_out(&[LABEL_SHARE, 1.0 - LABEL_SHARE]);
        let (label_text, body_text) = (self.measures.label_text(), self.measures.body_text());
        let room = self.measures.body_height();
        let tag = self.tag(Role::Table, self.parent);
        for (index, field) in fields.iter().enumerate() {
            let texts = [field.label.clone(), field.value.clone()];
            let row = Row {
                cells: self.cells(&texts, &columns, 0.0, tag, |column| match column {
                    0 => (Role::RowHead, label_text),
                    _ => (Role::Cell, body_text),
                })?,
                padding: 0.12 * self.measures.text_size,
                tint: None,
                underline: None,
            };
            let strips = row.strips(room, self.measures.left, self.measures.width);
            self.add_block(if index == 0 { between } else { 0.0 }, strips, 0.0);
        }
        self.pending_space = between;
        Ok(())
    }

    /// The columns of `table`, if its parts agree on how many there are.
    fn columns(&self, table: &Table) -> Result<Vec<Column>, DocumentError> {
        let columns = table.head.len();
        let counts = table.rows.iter().map(Vec::len).chain([table.widths.len()]);
        if let Some(cells) = counts.into_iter().find(|&cells| cells != columns) {
            return Err(DocumentError::TableUneven { columns, cells });
        }
        if table
            .widths
            .iter()
            .any(|&share| !share.is_finite() || share <= 0.0)
        {
            return Err(DocumentError::ColumnWithoutWidth);
        }
        Ok(self.shared_out(&table.widths))
    }

    /// The width between the margins, shared out from the side where lines begin.
    pub(super) fn shared_out(&self, shares: &[f32]) -> Vec<Column> {
        let total: f32 = shares.iter().sum();
        let mut before = 0.0;
        shares
            .iter()
            .map(|share| {
                let width = self.measures.width * share / total;
                let x = match self.direction {
                    Direction::LeftToRight => before,
                    Direction::RightToLeft => self.measures.width - before - width,
                };
                before += width;
                Column {
                    x: self.measures.left + x,
                    width,
                }
            })
            .collect()
    }

    fn cells(
        &mut self,
        texts: &[String],
        columns: &[Column],
        padding: f32,
        table: TagId,
        looks: impl Fn(usize) -> (Role, TextStyle),
    ) -> Result<Vec<(TagId, Column, Vec<Line>)>, DocumentError> {
        let row = self.tag(Role::Row, table);
        let mut cells = Vec::new();
        for (index, (text, column)) in texts.iter().zip(columns).enumerate() {
            let (role, style) = looks(index);
            let tag = self.leaf(role, row, text);
            let inner = self.inside(*column, padding);
            let lines = self.typesetter.lines(text, style, inner.width)?;
            cells.push((tag, inner, lines));
        }
        Ok(cells)
    }

    /// The part of `column` that text may fill: padding where the line begins, and enough at its
    /// end that two columns never read as one sentence.
    pub(super) fn inside(&self, column: Column, padding: f32) -> Column {
        let gap = padding.max(0.9 * self.measures.text_size);
        let width = (column.width - padding - gap).max(self.measures.text_size);
        let x = match self.direction {
            Direction::LeftToRight => column.x + padding,
            Direction::RightToLeft => column.x + column.width - padding - width,
        };
        Column { x, width }
    }

    fn remember_head(&mut self, strips: &[Strip]) -> usize {
        let mut items: Vec<Item> = strips
            .iter()
            .flat_map(|strip| strip.items.clone())
            .collect();
        for item in &mut items {
            item.tag = None;
        }
        let height = strips.iter().map(|strip| strip.height).sum();
        self.composed.heads.push(RepeatedHead { height, items });
        self.composed.heads.len() - 1
    }
}

impl Row {
    fn height(&self) -> f32 {
        let tallest = self
            .cells
            .iter()
            .map(|(_, _, lines)| height_of(lines))
            .fold(0.0, f32::max);
        2.0 * self.padding + tallest + self.underline.map_or(0.0, |(thickness, _)| thickness)
    }

    /// The row as one strip, or as several if it is taller than `room`.
    fn strips(&self, room: f32, left: f32, width: f32) -> Vec<Strip> {
        let line = self
            .cells
            .iter()
            .flat_map(|(_, _, lines)| lines)
            .map(|line| line.height);
        let line = line.fold(1.0, f32::max);
        let most_lines = self
            .cells
            .iter()
            .map(|(_, _, lines)| lines.len())
            .max()
            .unwrap_or(0);
        let lines_per_strip = if self.height() <= room {
            most_lines.max(1)
        } else {
            (((room - 2.0 * self.padding - ROW_LINE) / line) as usize).max(1)
        };
        let mut strips = Vec::new();
        let mut from = 0;
        while from < most_lines.max(1) {
            let to = from + lines_per_strip;
            strips.push(self.strip(from, to, left, width, to >= most_lines));
            from = to;
        }
        strips
    }

    /// The lines `from..to` of every cell.
    fn strip(&self, from: usize, to: usize, left: f32, width: f32, is_last: bool) -> Strip {
        let shown =
            |lines: &[Line]| -> Vec<Line> { lines.iter().take(to).skip(from).cloned().collect() };
        let text_height = self
            .cells
            .iter()
            .map(|(_, _, lines)| height_of(&shown(lines)))
            .fold(0.0, f32::max);
        let underline = self.underline.filter(|_| is_last);
        let filled = text_height + 2.0 * self.padding;
        let bar = |y, height, ink| Item {
            tag: None,
            shape: Shape::Bar(Bar {
                x: left,
                y,
                width,
                height,
                ink,
            }),
        };

        let mut items = Vec::new();
        items.extend(self.tint.map(|ink| bar(0.0, filled, ink)));
        items.extend(underline.map(|(thickness, ink)| bar(filled, thickness, ink)));
        for (tag, column, lines) in &self.cells {
            let mut y = self.padding;
            for line in shown(lines) {
                items.extend(line.items(Some(*tag), column.x, y));
                y += line.height;
            }
        }
        Strip::new(
            filled + underline.map_or(0.0, |(thickness, _)| thickness),
            items,
        )
    }
}

pub(super) fn height_of(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}
