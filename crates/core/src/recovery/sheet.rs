//! One custodian's sheet as words: four lines of eleven, the eleventh of each a check.
//!
//! A line holds sixteen bytes; its check word is over the number of the sheet, the number of the line and
//! the bytes. So a line that was mistyped, or stands in another line's place, is told by its number before
//! anything is tried, and the sheet's own number need not be typed at all: only one makes the checks right.

use countyline_bundle::words;
use zeroize::Zeroizing;

use super::{Half, SHEETS};
use crate::error::{Error, Result};

const LINES: usize = 4;
const LINE_WORDS: usize = words::WORDS_OF_SIXTEEN_BYTES + 1;

/// What one custodian holds.
#[derive(PartialEq, Eq)]
pub struct Sheet {
    /// From 1.
    pub number: u8,
    pub(super) halves: [Half; 2],
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sheet({})", self.number)
    }
}

impl Sheet {
    /// The four lines, each with its number before it.
    pub fn text(&self) -> Zeroizing<String> {
        // Room for all of it from the start, so that no half of it stays behind in memory.
        let mut text = Zeroizing::new(String::with_capacity(LINES * LINE_WORDS * 16));
        let quarters = self.halves.iter().flat_map(|half| half.chunks_exact(16));
        for (bytes, line) in quarters.zip(1u8..) {
            let mut sixteen = Zeroizing::new([0; 16]);
            sixteen.copy_from_slice(bytes);
            text.push_str(&format!("{line}."));
            let check = check_word(self.number, line, &sixteen);
            for word in words::spell(&sixteen).into_iter().chain([check]) {
                text.push(' ');
                text.push_str(word);
            }
            text.push('\n');
        }
        text
    }

    /// Reads a sheet as a person typed it, or the whole text of one: every line of it that begins with a
    /// number and holds words of the list counts, the others are taken for explanations.
    ///
    /// # Errors
    /// [`Error::RecoverySheetMistyped`] with the first line that is not as it was written.
    pub fn read(text: &str) -> Result<Sheet> {
        let lines: Vec<Vec<&str>> = text.lines().filter_map(words_of_line).collect();
        let mut best = 1;
        for number in 1..=SHEETS as u8 {
            match read_as(number, &lines) {
                Ok(sheet) => return Ok(sheet),
                Err(line) => best = best.max(line),
            }
        }
        Err(Error::RecoverySheetMistyped { line: best })
    }
}

/// The sheet with this number, or the first line that is wrong for it.
fn read_as(number: u8, lines: &[Vec<&str>]) -> std::result::Result<Sheet, usize> {
    let mut halves = [Half::default(), Half::default()];
    let quarters = halves.iter_mut().flat_map(|half| half.chunks_exact_mut(16));
    for (line, quarter) in (1..).zip(quarters) {
        let words = lines.get(line - 1).ok_or(line)?;
        let (check, spelled) = words.split_last().ok_or(line)?;
        let spelled = spelled.try_into().map_err(|_| line)?;
        let bytes = Zeroizing::new(words::unspell(spelled).ok_or(line)?);
        let right = check_word(number, line as u8, &bytes);
        if !check.eq_ignore_ascii_case(right) {
            return Err(line);
        }
        quarter.copy_from_slice(bytes.as_ref());
    }
    match lines.len() {
        LINES => Ok(Sheet { number, halves }),
        _ => Err(LINES),
    }
}

/// The words of a line that begins with a number from 1 to 4, with or without a mark behind it.
fn words_of_line(line: &str) -> Option<Vec<&str>> {
    let mut words = line.split_whitespace();
    let number = words.next()?.trim_end_matches(['.', ':', ')']);
    let is_numbered = number
        .parse::<usize>()
        .is_ok_and(|number| (1..=LINES).contains(&number));
    let words: Vec<&str> = words.collect();
    (is_numbered && words.len().abs_diff(LINE_WORDS) <= LINE_WORDS / 2).then_some(words)
}

fn check_word(sheet: u8, line: u8, bytes: &[u8; 16]) -> &'static str {
    words::check_word(&[b"countyline recovery sheet", &[sheet], &[line], bytes])
}
