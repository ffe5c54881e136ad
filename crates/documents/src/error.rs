//! Why a document could not be made. Nothing here quotes what the paper says, save the one
//! character no font can draw, which the person needs in order to change it.

use std::io;

use icu_properties::{PropertyNamesLong, props::Script};

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// A font file is not where it belongs: the installation is damaged.
    #[error("the font file {file} is missing")]
    FontMissing {
        /// The name of the file, without its folder.
        file: String,
    },
    /// A font file is there but cannot be read, or is not a font.
    #[error("the font file {file} cannot be read")]
    FontUnreadable {
        /// The name of the file, without its folder.
        file: String,
        /// What the machine said, when it was the machine that refused.
        #[source]
        source: Option<io::Error>,
    },
    /// No font has a drawing for this character.
    #[error("no font can draw the character U+{:04X} ({})", u32::from(*character), script_of(*character))]
    GlyphMissing {
        /// The character.
        character: char,
    },
    /// The text size is outside what can be read or fits a page.
    #[error("a text size of {points} points cannot be printed")]
    TextSizeOutOfRange {
        /// The size asked for.
        points: f32,
    },
    /// The language is not a BCP 47 tag.
    #[error("{language:?} is not a language tag")]
    LanguageInvalid {
        /// What was given.
        language: String,
    },
    /// The widths, the head and the rows of a table do not agree on how many columns there are.
    #[error("a table of {columns} columns has a row of {cells} cells")]
    TableUneven {
        /// How many columns the head has.
        columns: usize,
        /// How many cells or widths were found instead.
        cells: usize,
    },
    /// A width of a table is not a share of the line.
    #[error("a table has a column without width")]
    ColumnWithoutWidth,
    /// The head of a table, or a header or footer, leaves no room on the page for anything else.
    #[error("what repeats on every page leaves no room for the rest")]
    NoRoomOnPage,
    /// A width of a row of blanks, or of a picture, is not a width.
    #[error("a blank or a picture has no width")]
    NoWidth,
    /// A picture has more bytes or pixels than a paper needs.
    #[error("the picture is too large")]
    PictureTooLarge,
    /// A picture is not a PNG file, is damaged, or has another number of pixels than it says.
    #[error("the picture cannot be read")]
    PictureUnreadable,
    /// A code would say nothing, or more than a camera can read from a card.
    #[error("a code of {size_bytes} bytes cannot be printed")]
    CodeUnprintable {
        /// How much it would say.
        size_bytes: usize,
    },
    /// A card says more than fits on it, or has a lower half without being folded.
    #[error("card {number} has more on it than fits")]
    CardOverfull {
        /// Which one, counted from 1.
        number: usize,
    },
    /// An address a link leads to has a character that addresses do not have.
    #[error("a link does not lead to an address")]
    LinkInvalid,
    /// A password is empty, too long, or has a character that readers of PDFs refuse.
    #[error("the password cannot be used")]
    PasswordUnusable,
    /// A run of papers holds none.
    #[error("there is nothing to print")]
    NothingToPrint,
    /// The PDF could not be written or read.
    #[error("the PDF could not be handled while {doing}")]
    Pdf {
        /// What was being done.
        doing: &'static str,
        /// What the PDF library said, when it said anything.
        #[source]
        source: Option<lopdf::Error>,
    },
}

/// The writing system a character belongs to, by its name in Unicode (`Arabic`, `Han`): it says
/// which pack of fonts is missing. Marks and signs of several systems are `Common` or `Inherited`.
pub fn script_of(character: char) -> &'static str {
    let script = icu_properties::CodePointMapData::<Script>::new().get(character);
    PropertyNamesLong::<Script>::new()
        .get(script)
        .unwrap_or("Unknown")
}
