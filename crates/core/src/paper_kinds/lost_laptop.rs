//! What to do when a laptop is lost, to be kept where the laptop is not: which one, whom to call, in which order.
//!
//! It holds the laptop's name and the beginning of its id, by which the county strikes it from its list
//! ([`crate::exchange::revoke_laptop`]). Telephone numbers are written on it by hand; no key, code or passphrase is
//! on it or belongs there.

use countyline_documents::{Block, Field};

use super::content::{Content, said, section, to_fill};
use crate::casefile::{CaseFile, hex};
use crate::error::{Error, Result};
use crate::exchange::{self, LaptopView};
use crate::letters::numbered;
use crate::words::Words;

/// Letters of the id that name a laptop.
const ID_LETTERS: usize = 8;

pub(super) fn compose(file: &CaseFile, words: &Words, about: Option<&str>) -> Result<Content> {
    let which = match (file.place().ensure_county(), about) {
        (Ok(()), Some(named)) => of_laptop(words, &laptop(file, named)?),
        (Ok(()), None) => Vec::new(),
        (Err(_), None) => {
            let place = file.place();
            let id = hex(&place.device);
            fields(words, &place.place_name, &place.person_name, &id)
        }
        // A laptop knows the list of laptops, and it is the county's to speak of the others.
        (Err(only_county), Some(_)) => return Err(only_county),
    };
    let is_blank = which.is_empty();
    let mut known = which;
    let office = &file.place().office_name;
    if !office.is_empty() {
        known.push(said(words, "lost-label-office", office));
    }
    let line = |label| to_fill(words, [(label, 1.0)]);
    let steps = numbered(words, "lost-now");
    let mut blocks = match is_blank {
        true => vec![
            to_fill(words, [("lost-label-laptop", 2.0), ("lost-label-id", 1.0)]),
            line("lost-label-person"),
        ],
        false => Vec::new(),
    };
    blocks.extend([
        Block::Fields(known),
        section(words, "lost-heading-now", vec![Block::Bullets(steps)]),
        section(
            words,
            "lost-heading-call",
            vec![
                line("lost-line-supervisor"),
                line("lost-line-office"),
                line("lost-line-it"),
            ],
        ),
        section(
            words,
            "lost-heading-notes",
            vec![
                to_fill(words, [("lost-line-noticed", 1.0), ("lost-line-seen", 1.0)]),
                line("lost-line-state"),
            ],
        ),
        Block::paragraph(words.say("lost-no-keys")),
    ]);
    Ok(Content::new(words.say("lost-title"), "lost", blocks))
}

/// The laptop that a name or the beginning of an id means.
fn laptop(file: &CaseFile, named: &str) -> Result<LaptopView> {
    let mut all = exchange::laptops(file)?;
    all.retain(|laptop| laptop.laptop_name == named || laptop.id.starts_with(named));
    match all.len() {
        1 => Ok(all.remove(0)),
        0 => Err(Error::NotFound { record: "laptop" }),
        _ => Err(Error::SeveralLaptops),
    }
}

fn of_laptop(words: &Words, laptop: &LaptopView) -> Vec<Field> {
    fields(words, &laptop.laptop_name, &laptop.person_name, &laptop.id)
}

fn fields(words: &Words, name: &str, person: &str, id: &str) -> Vec<Field> {
    let id = id.get(..ID_LETTERS).unwrap_or(id);
    vec![
        said(words, "lost-label-laptop", name),
        said(words, "lost-label-person", person),
        said(words, "lost-label-id", id),
    ]
}
