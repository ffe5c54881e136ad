//! How she is reached safely, for the file in the office: what she said is safe, on what conditions.
//!
//! It is never carried, by nobody. It says her case number and no name; a way that may not be used shows the end of
//! its number, as on the screen; a street gives way to the substitute address of an address program. No code word and
//! no reason of hers stands on any paper. Ask again each time (NNEDV, safe contact methods).

use countyline_documents::{Block, Field, isolate};

use super::content::{Content, said, said_day, section};
use crate::casefile::CaseFile;
use crate::contacts::{self, GateView, WayView};
use crate::error::Result;
use crate::letters::{value_for_paper, written_date};
use crate::registry::VICTIM;
use crate::words::Words;
use crate::{exchange, ids, values, victims};

pub(super) fn compose(file: &CaseFile, words: &Words, victim_id: &str) -> Result<Content> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let gate = contacts::gate(file, victim_id)?;
    let number = victims::case_number_of(file, victim)?;
    let mut blocks = vec![
        Block::paragraph(words.say("safe-card-for-office")),
        Block::Fields(vec![said(words, "safe-card-label-case", &number)]),
    ];
    let (usable, not): (Vec<&WayView>, Vec<&WayView>) =
        gate.ways.iter().partition(|way| way.usable);
    let mut ways = Vec::new();
    for way in &usable {
        let value = isolate(&value_for_paper(file, victim, way)?);
        ways.push(Block::Fields(conditions(words, way, value)));
    }
    match ways.is_empty() {
        true => blocks.push(Block::paragraph(words.say(why_none(&gate)))),
        false => blocks.push(section(words, "safe-card-heading-ways", ways)),
    }
    if !not.is_empty() {
        let channel = |way: &&WayView| {
            let end = isolate(&way.value);
            Field::new(words.code("channel", &way.channel), end)
        };
        let not = Block::Fields(not.iter().map(channel).collect());
        blocks.push(section(words, "safe-card-heading-not", vec![not]));
    }
    let date = isolate(&written_date(words, exchange::known_as_of(file)?));
    blocks.push(Block::paragraph(words.say("safe-card-ask-first")));
    blocks.push(Block::paragraph(
        words.say_with("safe-card-as-of", &values! { date = date }),
    ));
    let undecided = gate.ways.iter().any(|way| way.in_conflict);
    let content = Content::new(words.say("safe-card-title"), "safe-card", blocks);
    Ok(content
        .about(victim, Vec::new())
        .warning_if("check-undecided", undecided))
}

/// Why no way may be used.
fn why_none(gate: &GateView) -> &'static str {
    match gate.safe_contact.level.as_str() {
        "do_not_contact" => "safe-card-do-not-contact",
        _ => "safe-card-no-way",
    }
}

/// A way with what she said of it.
fn conditions(words: &Words, way: &WayView, value: String) -> Vec<Field> {
    let mut fields = vec![Field::new(words.code("channel", &way.channel), value)];
    for (label, text) in [
        ("safe-card-label-hours", &way.hours),
        ("safe-card-label-who-may-answer", &way.who_may_answer),
        ("safe-card-label-cover-name", &way.cover_name),
        ("safe-card-label-relay", &way.language_relay),
    ] {
        if !text.is_empty() {
            fields.push(said(words, label, text));
        }
    }
    if !way.envelope.is_empty() {
        let envelope = words.code("envelope", &way.envelope);
        fields.push(Field::new(words.say("safe-card-label-envelope"), envelope));
    }
    let voicemail = match way.voicemail.as_str() {
        "yes" => "safe-card-voicemail-yes",
        _ => "safe-card-voicemail-no",
    };
    let voicemail = Field::new(words.say("safe-card-label-voicemail"), words.say(voicemail));
    fields.push(voicemail);
    let asked_on = way.verified_on.as_deref().map(|day| said_day(words, day));
    let asked = match (asked_on, way.ask_again) {
        (Some(day), false) => day,
        (Some(day), true) => format!("{day} · {}", words.say("safe-card-ask-again")),
        (None, _) => words.say("safe-card-ask-again"),
    };
    fields.push(Field::new(words.say("safe-card-label-asked-on"), asked));
    fields
}
