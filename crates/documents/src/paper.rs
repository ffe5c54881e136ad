//! What a document says, before anyone decides where it stands on the page.
//!
//! Sizes follow from `text_size_pt`, so large print is one number. Text may hold line breaks
//! (`\n`) and the marks of [`isolate`](crate::isolate); it holds no other markup.
//!
//! What is filled in by hand is in [`forms`], pictures and codes in [`pictures`], cards for a
//! wallet in [`cards`].

mod cards;
mod forms;
mod pictures;

pub use cards::{Card, CardSize};
pub use forms::{Blank, Choice};
pub(crate) use pictures::Pixels;
pub use pictures::{Picture, QrCode};

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
    /// Whether a reader's side bar lists the headings.
    pub outline: Outline,
    /// Whether anything is printed in another ink than black.
    pub contrast: Contrast,
    /// Whether the sheet is printed on one side or on both.
    pub sides: Sides,
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
            outline: Outline::None,
            contrast: Contrast::Ordinary,
            sides: Sides::One,
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

impl Direction {
    /// The direction of a language by its tag.
    pub fn of(language: &str) -> Self {
        let primary = language.split('-').next().unwrap_or_default();
        let from_the_right = [
            "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi",
        ];
        if from_the_right.contains(&primary.to_ascii_lowercase().as_str()) {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }
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

/// Whether the side bar of a reader's window lists the headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outline {
    /// No list: a discreet letter says nothing outside its page.
    None,
    /// Every heading, each below the one it belongs to.
    FromHeadings,
}

/// Whether a paper is printed in the colors of the house or in black alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// Dark blue headings, grey lines, a light tint behind a table's head.
    Ordinary,
    /// Nothing but black on white, for weak eyes, fax machines and worn-out toner. Pictures are
    /// printed in black and white, without shades.
    High,
}

/// On how many sides of a sheet a paper is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// On one; a paper in a [run](crate::write_run) follows the one before it.
    One,
    /// On both: it begins a sheet and leaves none half used, so that two people's papers never
    /// share one, however they reach the printer. Nothing stands behind a page of cards, which are
    /// cut out.
    Both,
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
    /// Boxes to tick, one below the other.
    Choices(Vec<Choice>),
    /// Lines to write on, side by side in one row, each with its label below it.
    Blanks(Vec<Blank>),
    /// A square that a telephone's camera reads.
    Qr(QrCode),
    /// A picture, such as the badge of an office.
    Picture(Picture),
    /// Words that lead to an address when the paper is read on a screen.
    Link {
        /// The words.
        text: String,
        /// Where they lead, such as `https://example.org` or `tel:555-0142`.
        uri: String,
        /// What a screen reader says of it, such as where it leads.
        alt: String,
    },
    /// Cards to be cut out, two beside each other, with lines along which to cut.
    Cards {
        /// How large each of them is.
        size: CardSize,
        /// The cards, in the order of lines.
        cards: Vec<Card>,
    },
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
    /// The last line above stands on the page on which what follows begins, if one page can hold both: a signature is
    /// under something.
    HoldOn,
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
