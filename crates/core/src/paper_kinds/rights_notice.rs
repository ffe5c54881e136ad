//! The rights that the state pack lists, with the deadlines of a claim: about nobody. That she was given it is a
//! record of its own ([`crate::rights::give`]).
//!
//! Where the rights are a sample's, the paper says so first, in words nobody can miss, and before it is printed.

use countyline_documents::{Block, Level, isolate};

use super::content::{Content, section};
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::packs::Deadlines;
use crate::words::Words;
use crate::{policy, values};

pub(super) fn compose(file: &CaseFile, words: &Words) -> Result<Content> {
    let pack = policy::state_pack(file)?.pack;
    let mut blocks = Vec::new();
    if pack.sample {
        blocks.push(Block::heading(Level::Two, words.say("rights-sample")));
    }
    let rights = pack.rights.iter().map(|right| match words.language() {
        "es" => isolate(&right.es),
        _ => isolate(&right.en),
    });
    let office = isolate(&file.place().office_name);
    let source = isolate(&pack.name().in_words(words));
    blocks.extend([
        Block::paragraph(words.say("rights-introduction")),
        section(
            words,
            "rights-heading-list",
            vec![Block::Bullets(rights.collect())],
        ),
        section(
            words,
            "rights-heading-costs",
            vec![Block::Bullets(deadlines(words, &pack.compensation))],
        ),
        section(
            words,
            "rights-heading-ask",
            vec![
                Block::paragraph(words.say_with("rights-how-to-ask", &values! { office = office })),
                Block::paragraph(words.say("rights-no-condition")),
            ],
        ),
        Block::paragraph(words.say_with("rights-source", &values! { pack = source })),
    ]);
    let content = Content::new(words.say("rights-title"), "rights", blocks);
    Ok(content
        .naming_office()
        .warning_if("check-sample-pack", pack.sample))
}

/// The deadlines of a claim for compensation.
fn deadlines(words: &Words, of: &Deadlines) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(hours) = of.report_within_hours {
        said.push(words.say_with("rights-report-within", &values! { hours = hours }));
    }
    let months = values! { months = of.file_within_months };
    said.push(words.say_with("rights-file-within", &months));
    if let Some(age) = of.minor_until_birthday {
        said.push(words.say_with("rights-minor-until", &values! { age = age }));
    }
    if of.late_for_good_cause {
        said.push(words.say("rights-late"));
    }
    said
}
