//! How she is reached safely, for the file in the office: what she said is safe, on what conditions, as cards to be
//! cut out, one for each way; on the whole page where a card does not hold it.
//!
//! It is never carried, by nobody. It says her case number and no name; a way that may not be used shows the end of
//! its number, as on the screen; a street gives way to the substitute address of an address program. No code word and
//! no reason of hers stands on any paper. Ask again each time (NNEDV, safe contact methods).

use countyline_documents::{Block, Card, Field, isolate};

use super::content::{Content, said, said_day, section};
use crate::casefile::CaseFile;
use crate::contacts::{self, GateView, WayView};
use crate::error::Result;
use crate::letters::{folded_cards, value_for_paper, wallet_cards, written_date};
use crate::papers::WayOnPaper;
use crate::registry::VICTIM;
use crate::words::Words;
use crate::{exchange, ids, values, victims};

/// How cards are printed, from the smallest to the one without cards, which holds everything.
#[derive(Clone, Copy)]
enum Printed {
    Wallet,
    Folded,
    OnPage,
}

/// What stands on it.
struct Safe {
    case: Field,
    /// The conditions of each way that may be used.
    ways: Vec<Vec<Field>>,
    /// Those that may not.
    not: Vec<Field>,
    why_none: &'static str,
    /// The day as of which it is known.
    date: String,
}

/// For the file, in large print without cards: a card has room for small letters only.
pub(super) fn compose(
    file: &CaseFile,
    words: &Words,
    victim_id: &str,
    is_large: bool,
) -> Result<Content> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let gate = contacts::gate_unnoted(file, victim_id)?;
    let number = victims::case_number_of(file, victim)?;
    let (usable, not): (Vec<&WayView>, Vec<&WayView>) =
        gate.ways.iter().partition(|way| way.usable);
    let (mut ways, mut carried) = (Vec::new(), Vec::new());
    for way in &usable {
        let value = value_for_paper(file, victim, way)?;
        ways.push(conditions(words, way, isolate(&value)));
        carried.push(WayOnPaper::new(way, value));
    }
    let end_of = |way: &&WayView| {
        let end = isolate(&way.value);
        Field::new(words.code("channel", &way.channel), end)
    };
    let safe = Safe {
        case: said(words, "safe-card-label-case", &number),
        ways,
        not: not.iter().map(end_of).collect(),
        why_none: why_none(&gate),
        date: isolate(&written_date(words, exchange::known_as_of(file)?)),
    };
    let undecided = gate.ways.iter().any(|way| way.in_conflict);
    let [wallet, folded, on_page] = [Printed::Wallet, Printed::Folded, Printed::OnPage]
        .map(|printed| safe.blocks(words, printed));
    let content = |blocks| Content::new(words.say("safe-card-title"), "safe-card", blocks);
    let content = match is_large {
        true => content(on_page),
        false => content(wallet).or_else(folded).or_else(on_page),
    };
    Ok(content
        .about_ways(victim, carried)
        .warning_if("check-undecided", undecided))
}

impl Safe {
    fn blocks(&self, words: &Words, printed: Printed) -> Vec<Block> {
        let mut blocks = vec![
            Block::paragraph(words.say("safe-card-for-office")),
            Block::Fields(vec![self.case.clone()]),
        ];
        blocks.push(match self.ways.is_empty() {
            true => Block::paragraph(words.say(self.why_none)),
            false => section(
                words,
                "safe-card-heading-ways",
                self.cards(&self.ways, printed),
            ),
        });
        if !self.not.is_empty() {
            let not = self.cards(std::slice::from_ref(&self.not), printed);
            blocks.push(section(words, "safe-card-heading-not", not));
        }
        let as_of = words.say_with("safe-card-as-of", &values! { date = self.date });
        blocks.push(Block::paragraph(words.say("safe-card-ask-first")));
        blocks.push(Block::paragraph(as_of));
        blocks
    }

    /// Each of these lists with the case number over it, which goes with a card that was cut out.
    fn cards(&self, lists: &[Vec<Field>], printed: Printed) -> Vec<Block> {
        let with_case = |fields: &Vec<Field>| {
            let case = std::iter::once(self.case.clone());
            case.chain(fields.iter().cloned()).collect::<Vec<Field>>()
        };
        match printed {
            Printed::Wallet => {
                let card = |fields| vec![Block::Fields(with_case(fields))];
                vec![wallet_cards(
                    lists.iter().map(card).collect(),
                    Card::TEXT_PT,
                )]
            }
            Printed::Folded => {
                let card = |fields| {
                    let fields = with_case(fields);
                    let (above, below) = fields.split_at(fields.len().div_ceil(2));
                    [above, below].map(|half| vec![Block::Fields(half.to_vec())])
                };
                vec![folded_cards(
                    lists.iter().map(card).collect(),
                    Card::TEXT_PT,
                )]
            }
            Printed::OnPage => lists.iter().cloned().map(Block::Fields).collect(),
        }
    }
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
