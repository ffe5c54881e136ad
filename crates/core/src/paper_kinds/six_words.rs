//! The six words of this laptop's request to join, to be read aloud at the county office.
//!
//! The words name public keys; they open nothing and need not be hidden.

use countyline_documents::{Block, Table, isolate};

use super::content::{Content, said};
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::exchange;
use crate::letters::numbered;
use crate::words::Words;

/// # Errors
/// [`Error::OnlyLaptop`](crate::error::Error::OnlyLaptop) at the county, which reads them on its screen.
pub(super) fn compose(file: &CaseFile, words: &Words) -> Result<Content> {
    let request = exchange::my_enrolment(file)?;
    let spelled = request.words.iter().zip(1..);
    let rows = spelled.map(|(word, number)| vec![number.to_string(), isolate(word)]);
    let columns = ["six-words-column-number", "six-words-column-word"];
    let blocks = vec![
        Block::Fields(vec![
            said(words, "six-words-label-laptop", &request.laptop_name),
            said(words, "six-words-label-person", &request.person_name),
        ]),
        Block::paragraph(words.say("six-words-introduction")),
        Block::Table(Table {
            widths: vec![1.0, 4.0],
            head: columns.map(|column| words.say(column)).to_vec(),
            rows: rows.collect(),
        }),
        Block::Bullets(numbered(words, "six-words-step")),
        Block::paragraph(words.say("six-words-no-secret")),
    ];
    let title = words.say("six-words-title");
    Ok(Content::new(title, "six-words", blocks))
}
