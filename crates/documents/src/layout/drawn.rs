//! What a layout is made of: items on pages, and the tags that say what they are.

#![allow(missing_docs, reason = "only this crate and its own checks see these")]

use std::sync::Arc;

use crate::{Level, paper::Pixels};

/// What is drawn on one page, from the lowest to what may cover it.
#[derive(Clone, Default)]
pub struct Page {
    pub items: Vec<Item>,
}

/// Something drawn, and what it belongs to; nothing, if it only decorates the page.
#[derive(Clone)]
pub struct Item {
    pub tag: Option<TagId>,
    pub shape: Shape,
}

#[derive(Clone)]
pub enum Shape {
    Text(TextRun),
    Bar(Bar),
    Area(Area),
    Picture(PlacedPicture),
    /// Draws nothing; whoever points there follows the link of its tag.
    Link(Rect),
}

/// Glyphs of one face, size and colour on one line.
#[derive(Clone)]
pub struct TextRun {
    /// Index into `Layout::faces`.
    pub face: usize,
    pub size: f32,
    pub ink: Ink,
    pub clusters: Vec<Cluster>,
}

/// The glyphs that together show some characters: usually one for one.
#[derive(Clone)]
pub struct Cluster {
    pub text: String,
    pub glyphs: Vec<Glyph>,
}

#[derive(Clone, Copy)]
pub struct Glyph {
    pub id: u16,
    pub x: f32,
    pub y: f32,
}

/// A filled rectangle; x and y are its top left corner.
#[derive(Clone, Copy)]
pub struct Bar {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub ink: Ink,
}

/// A filled area of any form, or several of one ink.
#[derive(Clone)]
pub struct Area {
    pub ink: Ink,
    /// The corners of each part, x and y, all around in the same turn.
    pub polygons: Vec<Vec<(f32, f32)>>,
}

/// A picture and where it stands.
#[derive(Clone)]
pub struct PlacedPicture {
    pub place: Rect,
    pub pixels: Arc<Pixels>,
}

/// A rectangle; x and y are its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Red, green and blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ink(pub [u8; 3]);

pub type TagId = usize;

/// A node of the document's structure.
#[derive(Clone, Debug)]
pub struct Tag {
    pub role: Role,
    pub parent: Option<TagId>,
    /// What it says, in reading order and without invisible characters; empty for groups.
    pub text: String,
    pub drawn_as: DrawnAs,
}

/// How what a tag says is seen on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawnAs {
    /// As letters.
    Letters,
    /// As a sign that stands for its text, such as a box to tick.
    Sign,
    /// As something to look at; its text describes it.
    Figure,
}

/// Where a link leads, and what is said of it.
#[derive(Clone, Debug)]
pub struct LinkTarget {
    pub uri: String,
    pub alt: String,
}

/// What stands before the points of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    Bullets,
    /// Boxes to tick.
    Boxes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Document,
    /// A card among others.
    Section,
    Heading(Level),
    Paragraph,
    List(Marks),
    ListItem,
    Bullet,
    ListBody,
    Table,
    Row,
    /// Heads the column below it.
    ColumnHead,
    /// Heads the row beside it.
    RowHead,
    Cell,
    Figure,
    Link,
}
