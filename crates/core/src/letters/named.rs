//! What the full and the plain letter say: the agencies she was referred to, by their names.

use countyline_documents::{Block, Field, Level, isolate};
use countyline_ledger::EntityId;

use super::Private;
use super::compose::{numbered, said_needs};
use super::offered::Offered;
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::referrals::Referred;
use crate::values;
use crate::words::Words;

/// One agency, or one service of it, as the letter names it.
pub(super) struct Place {
    pub(super) at: Offered,
    pub(super) needs: Vec<String>,
    /// Its agency stands there with something else as well.
    pub(super) is_one_of_several: bool,
}

/// The agencies the permit names and their services that are meant, each once, with what she was referred there for.
pub(super) fn places(
    file: &CaseFile,
    partners: &[EntityId],
    referred: &[Referred],
) -> Result<Vec<Place>> {
    let mut places: Vec<Place> = Vec::new();
    for referral in referred {
        if !partners.contains(&referral.partner) {
            continue;
        }
        let at = Offered::of(file, referral)?;
        let known = places.iter_mut().find(|place| place.at.is_same(&at));
        match known {
            Some(place) => {
                place.at.lacks_service |= at.lacks_service;
                if !place.needs.contains(&referral.need) {
                    place.needs.push(referral.need.clone());
                }
            }
            None => {
                let mut others = places.iter_mut();
                let other = others.find(|place| place.at.is_of_same_agency(&at));
                let is_one_of_several = match other {
                    Some(other) => {
                        other.is_one_of_several = true;
                        true
                    }
                    None => false,
                };
                places.push(Place {
                    at,
                    needs: vec![referral.need.clone()],
                    is_one_of_several,
                });
            }
        }
    }
    Ok(places)
}

pub(super) fn full(
    words: &Words,
    places: &[Place],
    date: &str,
    name: &str,
    office: &str,
) -> Vec<Block> {
    let greeting = if name.is_empty() {
        words.say("letter-greeting")
    } else {
        words.say_with("letter-greeting-named", &values! { name = isolate(name) })
    };
    let mut blocks = vec![
        Block::heading(Level::One, words.say("letter-title")),
        Block::paragraph(greeting),
        Block::paragraph(words.say("letter-introduction")),
        Block::heading(Level::Two, words.say("letter-heading-places")),
    ];
    blocks.extend(about_places(words, places, &FULL, |_| true, |_| true));
    blocks.push(Block::KeepTogether(vec![
        Block::heading(Level::Two, words.say("letter-heading-what-to-say")),
        Block::Bullets(numbered(words, "letter-what-to-say")),
    ]));
    blocks.push(Block::KeepTogether(vec![
        Block::heading(Level::Two, words.say("letter-heading-safety")),
        Block::Bullets(numbered(words, "letter-safety")),
    ]));
    blocks.push(Block::KeepTogether(vec![
        Block::paragraph(words.say("letter-closing")),
        Block::paragraph(words.say_with("letter-signed", &values! { office = isolate(office) })),
        Block::paragraph(words.say_with("letter-as-of", &values! { date = date })),
    ]));
    blocks
}

/// The words that the full and the plain letter have for one agency.
struct Labels {
    helps_with: &'static str,
    service: &'static str,
    phone: &'static str,
    hours: &'static str,
    languages: &'static str,
    address: &'static str,
    no_address: &'static str,
    /// Before the code of a need.
    needs: &'static str,
}

const FULL: Labels = Labels {
    helps_with: "letter-label-helps-with",
    service: "letter-label-service",
    phone: "letter-label-phone",
    hours: "letter-label-hours",
    languages: "letter-label-languages",
    address: "letter-label-address",
    no_address: "letter-agency-no-address",
    needs: "letter",
};

/// Those of the plain letter are the neutral ones.
const PLAIN: Labels = Labels {
    helps_with: "plain-label-helps-with",
    service: "plain-label-service",
    phone: "discreet-label-phone",
    hours: "discreet-label-hours",
    languages: "discreet-label-languages",
    address: "plain-label-address",
    no_address: "plain-no-address",
    needs: "discreet",
};

/// Each agency with its number and what it helps with, as far as it may stand there; of a service its own. Where it is
/// stands there only if that is no secret.
fn about_places(
    words: &Words,
    places: &[Place],
    labels: &Labels,
    may_stand: impl Fn(&str) -> bool,
    may_name_service: impl Fn(&str) -> bool,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    for place in places {
        let form = &place.at.agency.form;
        let needs = said_needs(words, labels.needs, &place.needs);
        let mut fields = vec![Field::new(words.say(labels.helps_with), &*needs)];
        let service = place.at.service_name();
        if let Some(service) = service.filter(|name| may_name_service(name)) {
            fields.push(Field::new(words.say(labels.service), isolate(service)));
        }
        let phone = place.at.phone(words);
        fields.push(Field::new(words.say(labels.phone), phone));
        if let Some(hours) = place.at.hours(words, &may_stand) {
            fields.push(Field::new(words.say(labels.hours), hours));
        }
        let languages = place.at.languages(words);
        if !languages.is_empty() {
            fields.push(Field::new(words.say(labels.languages), languages));
        }
        for address in place.at.addresses() {
            if may_stand(&address) {
                fields.push(Field::new(words.say(labels.address), isolate(&address)));
            }
        }
        let heading = match may_stand(&form.name) {
            true => isolate(&form.name),
            false => needs,
        };
        let mut about = vec![Block::heading(Level::Three, heading), Block::Fields(fields)];
        if place.at.agency.location_hidden {
            about.push(Block::paragraph(words.say(labels.no_address)));
        }
        blocks.push(Block::KeepTogether(about));
    }
    blocks
}

/// A letter of plain words: it names neither this office nor a crime, and each agency as it calls itself, unless that
/// names this office.
pub(super) fn plain(
    words: &Words,
    places: &[Place],
    date: &str,
    name: &str,
    private: &Private,
) -> Vec<Block> {
    let greeting = match name {
        "" => words.say("plain-greeting"),
        name => words.say_with("plain-greeting-named", &values! { name = isolate(name) }),
    };
    let mut blocks = vec![
        Block::heading(Level::One, words.say("plain-title")),
        Block::paragraph(greeting),
        Block::paragraph(words.say("plain-introduction")),
        Block::heading(Level::Two, words.say("plain-heading-places")),
    ];
    let may_stand = |text: &str| !private.office.stand_in(text);
    // What an agency calls one of its services may say what happened to her.
    let may_name_service = |name: &str| may_stand(name) && !private.denied_word_stands_in(name);
    let about = about_places(words, places, &PLAIN, may_stand, may_name_service);
    blocks.extend(about);
    blocks.push(Block::KeepTogether(vec![
        Block::heading(Level::Two, words.say("plain-heading-what-to-say")),
        Block::Bullets(numbered(words, "plain-what-to-say")),
        Block::paragraph(words.say("plain-emergency")),
        Block::paragraph(words.say_with("plain-as-of", &values! { date = date })),
    ]));
    blocks
}
