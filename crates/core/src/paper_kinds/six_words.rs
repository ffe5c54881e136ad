//! The enrolment sheet of a laptop: the six words of its request to join, to be read aloud at the county office, and
//! the request itself as a code, for the case that the stick is lost.
//!
//! The words name public keys; they open nothing and need not be hidden.

use countyline_documents::{Block, Field, QrCode, isolate};

use super::content::{Content, said, section};
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::exchange;
use crate::letters::numbered;
use crate::values;
use crate::words::Words;

/// # Errors
/// [`Error::OnlyLaptop`](crate::error::Error::OnlyLaptop) at the county, which reads them on its screen.
pub(super) fn compose(file: &CaseFile, words: &Words) -> Result<Content> {
    let request = exchange::my_enrolment(file)?;
    let spelled = request.words.iter().zip(1..);
    let spelled = spelled.map(|(word, number)| {
        let label = words.say_with("six-words-label-word", &values! { number = number });
        Field::new(label, isolate(word))
    });
    let mut blocks = vec![
        Block::Fields(vec![
            said(words, "six-words-label-laptop", &request.laptop_name),
            said(words, "six-words-label-person", &request.person_name),
        ]),
        Block::paragraph(words.say("six-words-introduction")),
        Block::Fields(spelled.collect()),
        Block::Bullets(numbered(words, "six-words-step")),
        Block::paragraph(words.say("six-words-no-secret")),
    ];
    let code = exchange::my_enrolment_spelled(file)?;
    // A laptop and a person with very long names have no code: it would be none for a camera.
    if code.len() <= QrCode::LONGEST_TEXT_BYTES {
        let code = Block::Qr(QrCode {
            text: code,
            alt: words.say("six-words-code"),
        });
        let how = Block::paragraph(words.say("six-words-code-how"));
        blocks.push(section(words, "six-words-heading-code", vec![how, code]));
    }
    let title = words.say("six-words-title");
    Ok(Content::new(title, "six-words", blocks))
}
