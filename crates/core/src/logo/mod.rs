//! The county's logo: the picture at the top of the papers that name the office.
//!
//! Its coordinator sets it at the county office. It stands in the policy, a record like all others, so every laptop
//! follows with the next files from the county; the picture and what it shows are one value, and of two that were set
//! apart a person chooses one. Only the picture's dots reach a paper, nothing that its file may say beside them.
//!
//! Always true: it is on no paper that does not name this office anyway. A plain or a discreet letter, a pocket card, a
//! safe-contact card and what is handed to anybody never have it, whatever it shows.

mod views;

#[cfg(test)]
mod tests;

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use countyline_documents::{Block, DocumentError, Picture, isolate};

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::OFFICE_POLICY;
use crate::standing::Standing;
use crate::start::Saved;
use crate::{files, policy};

/// The largest file, in bytes: it travels with the files for every laptop, and a letter with it stays small.
const LARGEST_FILE_BYTES: usize = 16 << 10;
/// The most dots across and down: an inch at 600 to the inch.
const MOST_DOTS: u32 = 600;
/// The fewest: below it, a print shows squares.
const FEWEST_DOTS: u32 = 48;
/// How high it is printed, and how wide at most, in points.
const HEIGHT_PT: f32 = 45.0;
const WIDEST_PT: f32 = 200.0;
/// The longest text that says what it shows, in letters.
const LONGEST_TEXT: usize = 100;

/// Why a picture is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogoFlaw {
    /// It is no PNG file, or damaged.
    NotPng,
    /// Its file has more bytes than this.
    LargeFile {
        /// The most, in kB.
        most: usize,
    },
    /// It has fewer or more dots across or down than these.
    Dots {
        /// The fewest.
        fewest: u32,
        /// The most.
        most: u32,
    },
    /// Nothing says what it shows, or more than so many letters do.
    Text {
        /// The most letters.
        most: usize,
    },
}

impl LogoFlaw {
    /// The code its sentence is found by.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            LogoFlaw::NotPng => "not_png",
            LogoFlaw::LargeFile { .. } => "large_file",
            LogoFlaw::Dots { .. } => "dots",
            LogoFlaw::Text { .. } => "text",
        }
    }

    /// The values of its sentence; empty where it has none.
    pub(crate) fn least_and_most(&self) -> (String, String) {
        match self {
            LogoFlaw::NotPng => (String::new(), String::new()),
            LogoFlaw::LargeFile { most } | LogoFlaw::Text { most } => {
                (String::new(), most.to_string())
            }
            LogoFlaw::Dots { fewest, most } => (fewest.to_string(), most.to_string()),
        }
    }
}

/// What stands in the policy.
#[derive(serde::Serialize, serde::Deserialize)]
struct Written {
    shows: String,
    /// The file, in base 64.
    png: String,
}

/// The logo that papers of this office have; none, if none was set or this program cannot print it.
///
/// # Errors
/// [`Error::Storage`].
pub fn logo(file: &CaseFile) -> Result<LogoView> {
    let standing = policy::standing(file)?;
    let written = standing.as_ref().and_then(printable);
    let (written, _) = written.unzip();
    Ok(LogoView {
        shows: written.as_ref().map(|logo| logo.shows.clone()),
        png: written.map(|logo| logo.png),
        seen: standing.map_or_else(String::new, |policy| policy.seen()),
    })
}

/// Sets the logo from a PNG file, in place of what the form had shown.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::LogoRefused`] with what is wrong with it; those of reading a file.
pub fn set(file: &mut CaseFile, path: &Path, shows: &str, seen: &str) -> Result<Saved> {
    file.place().ensure_county()?;
    let shows = shows.trim();
    let png = files::read_beginning(path, LARGEST_FILE_BYTES + 1)?;
    picture(&png, shows).map_err(|flaw| Error::LogoRefused { flaw })?;
    let logo = Written {
        shows: shows.to_owned(),
        png: BASE64.encode(&png),
    };
    let written = serde_json::to_string(&logo).expect("texts are written as JSON");
    write(file, &written, seen)
}

/// Takes it off the papers again, in place of what the form had shown.
///
/// # Errors
/// [`Error::OnlyCounty`].
pub fn remove(file: &mut CaseFile, seen: &str) -> Result<Saved> {
    file.place().ensure_county()?;
    write(file, "", seen)
}

/// The top of a paper that names the office.
pub(crate) fn at_top(file: &CaseFile) -> Result<Option<Block>> {
    let standing = policy::standing(file)?;
    let printable = standing.as_ref().and_then(printable);
    Ok(printable.map(|(_, picture)| Block::Picture(picture)))
}

/// What a list of what waits calls it.
pub(crate) fn called(written: &str) -> String {
    let read = serde_json::from_str::<Written>(written);
    let shows = read.map(|logo| logo.shows).unwrap_or_default();
    // What a newer program wrote is a picture all the same.
    match shows.is_empty() {
        true => "PNG".to_owned(),
        false => shows,
    }
}

fn write(file: &mut CaseFile, written: &str, seen: &str) -> Result<Saved> {
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::SetWording, |change| {
        let filled = Filled::default().text("logo", written);
        filled.edit(change, &OFFICE_POLICY, policy::THE_POLICY, &seen)
    })?;
    Ok(Saved::new(policy::THE_POLICY, &changes))
}

fn printable(policy: &Standing) -> Option<(Written, Picture)> {
    let logo: Written = serde_json::from_str(&policy.maybe("logo")?).ok()?;
    let png = BASE64.decode(&logo.png).ok()?;
    let picture = picture(&png, &logo.shows).ok()?;
    Some((logo, picture))
}

/// The picture as papers have it.
fn picture(png: &[u8], shows: &str) -> std::result::Result<Picture, LogoFlaw> {
    if shows.is_empty() || shows.chars().count() > LONGEST_TEXT {
        return Err(LogoFlaw::Text { most: LONGEST_TEXT });
    }
    let large = LogoFlaw::LargeFile {
        most: LARGEST_FILE_BYTES >> 10,
    };
    if png.len() > LARGEST_FILE_BYTES {
        return Err(large);
    }
    let flaw = |refused| match refused {
        DocumentError::PictureTooLarge => LogoFlaw::Dots {
            fewest: FEWEST_DOTS,
            most: MOST_DOTS,
        },
        _ => LogoFlaw::NotPng,
    };
    let mut read = Picture::from_png(png, isolate(shows), WIDEST_PT).map_err(flaw)?;
    let (across, down) = read.dots();
    let usual = FEWEST_DOTS..=MOST_DOTS;
    if !usual.contains(&across) || !usual.contains(&down) {
        return Err(flaw(DocumentError::PictureTooLarge));
    }
    read.width_pt = (HEIGHT_PT * across as f32 / down as f32).min(WIDEST_PT);
    Ok(read)
}
