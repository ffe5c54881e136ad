//! Paper: what a document says goes in; laid-out pages come out, as PDF and as SVG.
//!
//! A [`Paper`] is a list of blocks with a title, a language and a page size. [`lay_out`] turns it
//! into a [`Layout`]: pages of positioned glyphs and bars, each tied to a tag that says what it is
//! (a heading, a table cell). [`to_pdf`] and [`to_svg_pages`] draw that same layout, so what is
//! seen on the screen is what leaves the printer; [`plain_text`] reads it aloud. [`write_run`] puts
//! any number of papers into one file, and [`protected`] has a file ask for a password.
//!
//! What always holds:
//! - The same paper and the same fonts give the same bytes, in every process, on every day: no
//!   clock, no random source and no path of the machine enters a document.
//! - A document says nothing the paper did not say: no author, no program name, no time unless one
//!   was given. [`visible_and_hidden_text`] is how a caller proves it of a finished file.
//! - A font file or a letter that is missing is an error, never a box on the page.
//! - Every page is tagged for screen readers, and only the letters used are embedded. What is drawn
//!   and not written (a picture, a code, a tick) is said in words.
//! - What does not fit its place is an error, never cut off.
//!
//! Not here: what a document may say, to whom it may go, words in any language, files and
//! printers. This crate does not know what the paper is about.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod bidi;
mod error;
mod fonts;
mod layout;
mod paper;
mod pdf;
mod plain_text;
mod scan;
mod svg;
#[cfg(feature = "testing")]
pub mod testing;

pub use bidi::isolate;
pub use error::{DocumentError, script_of};
pub use fonts::Fonts;
pub use layout::{Layout, lay_out};
pub use paper::{
    Blank, Block, Card, CardSize, Choice, Contrast, CreatedOn, Direction, Field, Level, Outline,
    PageNumbers, PageSize, Paper, Picture, QrCode, Sides, Table,
};
pub use pdf::{protected, to_pdf, write_run};
pub use plain_text::plain_text;
pub use scan::visible_and_hidden_text;
pub use svg::to_svg_pages;
