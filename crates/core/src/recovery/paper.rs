//! A recovery sheet as a page to be printed: what it is for, and its four lines of words.
//!
//! It names the office, the number of the sheet and the day it was made; no custodian, and not where the other two
//! are. What lays a page out does not wipe its memory: the command line makes sheets and ends, and the window asks
//! to be closed.

use countyline_documents::{
    Block, Fonts, Level, PageNumbers, Paper, Table, isolate, lay_out, to_pdf,
};
use zeroize::Zeroizing;

use super::Sheet;
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::letters;
use crate::wordings;
use crate::{values, words};

/// How sheets are printed.
pub struct OnPaper<'a> {
    /// `en` or `es`; another one counts as English.
    pub language: &'a str,
    /// `us_letter` or `a4`.
    pub page: &'a str,
    /// What they are set in.
    pub fonts: &'a Fonts,
}

/// What lays out one sheet after another.
pub(super) struct Printer<'a> {
    words: words::Words,
    office: String,
    made_on: chrono::NaiveDate,
    asked: &'a OnPaper<'a>,
}

impl<'a> Printer<'a> {
    pub(super) fn new(file: &CaseFile, asked: &'a OnPaper<'a>) -> Result<Printer<'a>> {
        Ok(Printer {
            words: wordings::of(file, asked.language)?.words,
            office: file.place().office_name.clone(),
            made_on: file.now().date_naive(),
            asked,
        })
    }

    /// One sheet as a PDF.
    pub(super) fn pdf(&self, sheet: &Sheet) -> Result<Zeroizing<Vec<u8>>> {
        let words = &self.words;
        let number = values! { number = sheet.number };
        let title = words.say_with("recovery-title", &number);
        let text = sheet.text();
        let lines = text.lines().filter_map(|line| line.split_once(". "));
        let rows = lines.map(|(number, spelled)| vec![number.to_owned(), spelled.to_owned()]);
        let office = values! {
            office = isolate(&self.office),
            date = isolate(&letters::written_date(words, self.made_on)),
        };
        let mut paper = Paper::new(&*title, self.asked.language);
        paper.page = letters::page_of(self.asked.page);
        paper.page_numbers = PageNumbers::Hidden;
        paper.blocks = vec![
            Block::heading(Level::One, title),
            Block::paragraph(words.say_with("recovery-office", &office)),
            Block::paragraph(words.say("recovery-what")),
            Block::Table(Table {
                widths: vec![1.0, 8.0],
                head: vec![
                    words.say("recovery-column-line"),
                    words.say("recovery-column-words"),
                ],
                rows: rows.collect(),
            }),
            Block::Bullets(letters::numbered(words, "recovery-keep")),
        ];
        let layout = lay_out(&paper, self.asked.fonts)?;
        Ok(Zeroizing::new(to_pdf(&layout)?))
    }
}
