//! What the discreet forms say: neutral words and phone numbers, in a list or on a card.
//!
//! An agency whose name, hours or other words tell something appears by its number and a neutral word alone.

use countyline_documents::{Block, Field, Level, isolate};

use super::Private;
use super::compose::said_needs;
use super::fitting::{folded_cards, wallet_cards};
use super::named::Place;
use crate::partners::PartnerView;
use crate::values;
use crate::words::Words;

/// A list of numbers that could hang in any kitchen.
pub(super) fn list(words: &Words, places: &[Place], date: &str, private: &Private) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(Level::One, words.say("discreet-title")),
        Block::paragraph(words.say("discreet-introduction")),
    ];
    for place in places {
        let needs = said_needs(words, "discreet", &place.needs);
        let heading = match called(place, private) {
            Some(name) => format!("{name} · {needs}"),
            None => needs,
        };
        let neutral = |text: &str| is_neutral(text, private);
        let mut fields = vec![Field::new(
            words.say("discreet-label-phone"),
            place.at.neutral_phone(words, private),
        )];
        if let Some(hours) = place.at.hours(words, neutral) {
            fields.push(Field::new(words.say("discreet-label-hours"), hours));
        }
        let languages = place.at.languages(words);
        if neutral(&languages) {
            fields.push(Field::new(words.say("discreet-label-languages"), languages));
        }
        blocks.push(Block::KeepTogether(vec![
            Block::heading(Level::Three, heading),
            Block::Fields(fields),
        ]));
    }
    blocks.push(Block::paragraph(
        words.say_with("discreet-as-of", &values! { date = date }),
    ));
    blocks
}

/// How many lines go above and below the fold of one card, from the most to the fewest.
const LINES_OF_A_HALF: [usize; 4] = [5, 4, 2, 1];

/// The same as a card, one line for each place: in the ways it can be printed, from the one to be cut out and put into
/// a wallet to the one without a card, which holds everything.
pub(super) fn card(
    words: &Words,
    places: &[Place],
    date: &str,
    private: &Private,
    text_size_pt: f32,
) -> Vec<Vec<Block>> {
    let lines = places.iter().map(|place| {
        let label =
            called(place, private).unwrap_or_else(|| said_needs(words, "discreet", &place.needs));
        Field::new(label, place.at.neutral_phone(words, private))
    });
    let lines: Vec<Field> = lines.collect();
    let title = || Block::heading(Level::One, words.say("pocket-title"));
    let date = || Block::paragraph(words.say_with("pocket-as-of", &values! { date = date }));
    let whole = vec![title(), Block::Fields(lines.clone()), date()];
    let folded = LINES_OF_A_HALF.map(|half| {
        let cards = lines.chunks(2 * half).map(|lines| {
            let (above, below) = lines.split_at(half.min(lines.len().div_ceil(2)));
            [
                vec![title(), Block::Fields(above.to_vec())],
                vec![Block::Fields(below.to_vec()), date()],
            ]
        });
        vec![folded_cards(cards.collect(), text_size_pt)]
    });
    let mut ways = vec![vec![wallet_cards(vec![whole.clone()], text_size_pt)]];
    ways.extend(folded);
    ways.push(whole);
    ways
}

/// What a place is called, unless that tells something. Which of its services it is stands there only where it is needed to
/// tell two lines apart.
fn called(place: &Place, private: &Private) -> Option<String> {
    let name = name_if_neutral(&place.at.agency, private)?;
    let service = place.at.service_name().filter(|_| place.is_one_of_several);
    Some(
        match service.filter(|service| is_neutral(service, private)) {
            Some(service) => format!("{name}, {}", isolate(service)),
            None => name,
        },
    )
}

/// Whether a text tells nobody anything.
pub(crate) fn is_neutral(text: &str, private: &Private) -> bool {
    !text.is_empty() && !private.denied_word_stands_in(text) && !private.names_stand_in(text)
}

/// An agency's name, unless it tells something or the agency keeps to itself where it is.
pub(crate) fn name_if_neutral(partner: &PartnerView, private: &Private) -> Option<String> {
    let name = &partner.form.name;
    (is_neutral(name, private) && !partner.location_hidden).then(|| isolate(name))
}

/// A phone number, without words beside it that tell something.
pub(crate) fn neutral_number(phone: &str, private: &Private) -> String {
    match is_neutral(phone, private) {
        true => phone.to_owned(),
        false => number_only(phone),
    }
}

/// A phone number without the words somebody wrote beside it.
fn number_only(phone: &str) -> String {
    let number: String = phone
        .chars()
        .map(|letter| if letter.is_alphabetic() { ' ' } else { letter })
        .collect();
    let parts = number
        .split_whitespace()
        .filter(|part| part.contains(|letter: char| letter.is_ascii_digit()));
    parts.collect::<Vec<_>>().join(" ")
}
