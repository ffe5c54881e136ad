//! What a document says, before anyone decides where it stands on the page.
//!
//! Sizes follow from `text_size_pt`, so large print is one number. Text may hold line breaks
//! (`\n`) and the marks of [`isolate`](crate::isolate); it holds no other markup.

/// A document to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The title a reader shows in its window; it is not printed on the page.
    pub title: String,
    /// The language the document is written in, as a BCP 47 tag (`en-US`, `es`).
    pub language: String,
    /// The direction its lines run in.
    pub direction: Direction,
    /// The sheet it is printed on.
    pub page: PageSize,
    /// The size of body text in points, from 8 to 36; 12 for letters, 18 for large print.
    pub text_size_pt: f32,
    /// A line at the top of every page.
    pub header: Option<String>,
    /// A line at the foot of every page.
    pub footer: Option<String>,
    /// Whether the foot of a page shows its number.
    pub page_numbers: PageNumbers,
    /// The day written into the file; without one, the file names no time at all.
    pub created_on: Option<CreatedOn>,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

impl Paper {
    /// The size of body text in a letter, in points.
    pub const LETTER_TEXT_PT: f32 = 12.0;
    /// The size of body text in large print, in points.
    pub const LARGE_PRINT_PT: f32 = 18.0;

    /// A letter-sized paper of ordinary text size without header, footer or date.
    pub fn new(title: impl Into<String>, language: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            language: language.into(),
            direction: Direction::LeftToRight,
            page: PageSize::UsLetter,
            text_size_pt: Self::LETTER_TEXT_PT,
            header: None,
            footer: None,
            page_numbers: PageNumbers::Hidden,
            created_on: None,
            blocks: Vec::new(),
        }
    }
}

/// The direction lines run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As in English and Spanish.
    LeftToRight,
    /// As in Arabic and Hebrew; bullets and first columns stand on the right.
    RightToLeft,
}

/// The sheet a document is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSize {
    /// 8.5 by 11 inches.
    UsLetter,
    /// 210 by 297 millimetres.
    A4,
}

impl PageSize {
    /// Width and height in points.
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::UsLetter => (612.0, 792.0),
            Self::A4 => (595.276, 841.89),
        }
    }
}

/// Whether the foot of a page shows its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageNumbers {
    /// No numbers.
    Hidden,
    /// `1 / 3`: needs no words, so no language.
    Shown,
}

/// A calendar day, as the caller's clock had it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CreatedOn {
    /// The year, such as 2026.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// A part of a document, from margin to margin.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; it stays with what follows it.
    Heading {
        /// How deep it stands; levels should not be skipped.
        level: Level,
        /// Its words.
        text: String,
    },
    /// Running text. Never leaves a single line alone on a page.
    Paragraph(String),
    /// A list of points.
    Bullets(Vec<String>),
    /// Rows and columns.
    Table(Table),
    /// Labels with their values, such as the particulars of a form.
    Fields(Vec<Field>),
    /// A thin line across the page.
    Rule,
    /// Empty space, as a number of text lines.
    Space {
        /// How many lines of body text.
        lines: f32,
    },
    /// What follows begins a page. At the top of a page it does nothing.
    PageBreak,
    /// Blocks that stand on one page if one page can hold them.
    KeepTogether(Vec<Block>),
}

impl Block {
    /// A heading of `level`.
    pub fn heading(level: Level, text: impl Into<String>) -> Self {
        Self::Heading {
            level,
            text: text.into(),
        }
    }

    /// A paragraph.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }
}

/// How deep a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The name of the document.
    One,
    /// A section.
    Two,
    /// A part of a section.
    Three,
}

/// Rows and columns under a head. Rows stay whole unless one alone is taller than a page; the
/// head is repeated on every page the table runs over to.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The share of the width each column takes; only their proportions count.
    pub widths: Vec<f32>,
    /// The words over the columns.
    pub head: Vec<String>,
    /// The rows, each with one text for every column.
    pub rows: Vec<Vec<String>>,
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the value is.
    pub label: String,
    /// The value.
    pub value: String,
}

impl Field {
    /// A label and its value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}
