//! The calls that are due today or earlier, for a shift: case codes and days, no name, no number, no reason.
//!
//! Who is not to be contacted, or has a record that is restricted or sealed, stands on the screen only: a list is read
//! by whoever passes. How many those are is said, so that nobody takes the list for all of it.

use std::collections::BTreeSet;

use countyline_documents::{Block, Table, isolate};

use super::content::{Content, said_day};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::followups::{self, DueWhen};
use crate::registry::VICTIM;
use crate::standing::Standing;
use crate::words::Words;
use crate::{values, victims};

/// Calls on a list at most; more of them are no list for a shift.
const AT_MOST: usize = 500;

pub(super) fn compose(file: &CaseFile, words: &Words) -> Result<Content> {
    let today = file.now().date_naive().to_string();
    let mut due = Vec::new();
    for when in [DueWhen::Late, DueWhen::Today] {
        due.extend(followups::due(
            file.conn(),
            when,
            (&*today, &*today),
            0,
            AT_MOST,
        )?);
    }
    let (mut rows, mut listed, mut left_out) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for call in due {
        match code_for_list(file, call.victim)? {
            Some(code) if listed.insert(call.victim) => rows.push(vec![
                isolate(&code),
                said_day(words, &call.due_on),
                // To be written into.
                String::new(),
            ]),
            Some(_) => {}
            None => {
                left_out.insert(call.victim);
            }
        }
    }
    let date = said_day(words, &today);
    let mut blocks = vec![
        Block::paragraph(words.say_with("roll-call-day", &values! { date = date })),
        Block::paragraph(words.say("roll-call-introduction")),
    ];
    blocks.push(match rows.is_empty() {
        true => Block::paragraph(words.say("roll-call-nothing")),
        false => Block::Table(Table {
            widths: vec![2.0, 2.0, 1.0],
            head: ["case", "due", "done"]
                .map(|column| words.say(&format!("roll-call-column-{column}")))
                .to_vec(),
            rows,
        }),
    });
    if !left_out.is_empty() {
        let count = values! { count = left_out.len() };
        blocks.push(Block::paragraph(
            words.say_with("roll-call-not-listed", &count),
        ));
    }
    blocks.push(Block::paragraph(words.say("roll-call-shred")));
    let title = words.say("roll-call-title");
    Ok(Content::new(title, "roll-call", blocks))
}

/// The case number, if it may stand on a list.
fn code_for_list(file: &CaseFile, victim: countyline_ledger::EntityId) -> Result<Option<String>> {
    let record = match Standing::of(file.conn(), &VICTIM, victim) {
        Ok(record) => record,
        Err(Error::NotFound { .. } | Error::Erased) => return Ok(None),
        Err(refused) => return Err(refused),
    };
    let is_closed = record.is("restricted") || record.is("sealed");
    let code = record.text("case_number");
    let stays = is_closed || code.is_empty() || victims::must_not_be_contacted(file, victim)?;
    Ok((!stays).then_some(code))
}
