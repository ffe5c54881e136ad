//! The words of a letter, put together from a permit.

use chrono::Datelike;
use countyline_documents::{Block, CreatedOn, Field, Level, PageNumbers, PageSize, Paper, isolate};

use super::{LetterRequest, Private, discreet, store};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::partners::{self, PartnerView};
use crate::referrals::Referred;
use crate::releases::{Permit, Scope};
use crate::values;
use crate::words::Words;
use crate::{exchange, victims};

/// A letter's content.
pub(super) struct Composed {
    pub(super) paper: Paper,
    pub(super) file_name: String,
    pub(super) stale_partners: usize,
    /// Two people wrote something that stands on it apart, and nobody decided yet.
    pub(super) undecided: bool,
}

/// One agency as the letter names it.
struct Place {
    partner: PartnerView,
    needs: Vec<String>,
}

pub(super) fn compose(
    file: &CaseFile,
    permit: &Permit,
    request: &LetterRequest,
    referred: &[Referred],
    private: &Private,
) -> Result<Composed> {
    let Scope::HerOwnPaper { victim, partners } = permit.scope() else {
        return Err(Error::ReleaseRequired);
    };
    let words = Words::of(&request.language);
    let places = places(file, partners, referred)?;
    let today = file.now().date_naive();
    let known_as_of = exchange::known_as_of(file)?;
    let date = isolate(&written_date(&words, known_as_of));
    let is_discreet = request.form == "discreet";
    let prefix = if is_discreet { "discreet" } else { "letter" };
    let mut paper = Paper::new(words.say(&format!("{prefix}-title")), &*request.language);
    paper.page = page_of(request);
    paper.text_size_pt = if request.large_print {
        Paper::LARGE_PRINT_PT
    } else {
        Paper::LETTER_TEXT_PT
    };
    paper.page_numbers = if is_discreet {
        PageNumbers::Hidden
    } else {
        PageNumbers::Shown
    };
    paper.created_on = created_on(today);
    paper.blocks = if is_discreet {
        discreet_blocks(&words, &places, &date, private)
    } else {
        let name = match victims::name_may_be_printed(file, *victim)? {
            true => store::given_name(file.conn(), *victim)?,
            false => String::new(),
        };
        full_blocks(&words, &places, &date, &name, &file.place().office_name)
    };
    Ok(Composed {
        paper,
        file_name: format!(
            "{}-{}.pdf",
            words.say(&format!("{prefix}-file-name")),
            request.language
        ),
        stale_partners: places.iter().filter(|place| place.partner.stale).count(),
        undecided: places.iter().any(|place| place.partner.in_conflict),
    })
}

/// The size of paper that was asked for.
pub(super) fn page_of(request: &LetterRequest) -> PageSize {
    match request.page.as_str() {
        "a4" => PageSize::A4,
        _ => PageSize::UsLetter,
    }
}

/// The code of the size of paper that is printed on.
pub(super) fn page_code(request: &LetterRequest) -> &'static str {
    match page_of(request) {
        PageSize::A4 => "a4",
        PageSize::UsLetter => "us_letter",
    }
}

/// The agencies the permit names, each once, with what she was referred there for.
fn places(
    file: &CaseFile,
    partners: &[countyline_ledger::EntityId],
    referred: &[Referred],
) -> Result<Vec<Place>> {
    let mut places: Vec<(countyline_ledger::EntityId, Place)> = Vec::new();
    for partner in partners {
        if places.iter().any(|(id, _)| id == partner) {
            continue;
        }
        let mut needs: Vec<String> = Vec::new();
        for referral in referred
            .iter()
            .filter(|referral| referral.partner == *partner)
        {
            if !needs.contains(&referral.need) {
                needs.push(referral.need.clone());
            }
        }
        let partner_view = partners::view(file, *partner)?;
        places.push((
            *partner,
            Place {
                partner: partner_view,
                needs,
            },
        ));
    }
    Ok(places.into_iter().map(|(_, place)| place).collect())
}

fn full_blocks(
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
    for place in places {
        let form = &place.partner.form;
        let mut fields = vec![
            Field::new(
                words.say("letter-label-helps-with"),
                said_needs(words, "letter", &place.needs),
            ),
            Field::new(words.say("letter-label-phone"), isolate(&form.phone)),
        ];
        if !form.hours.is_empty() {
            fields.push(Field::new(
                words.say("letter-label-hours"),
                isolate(&form.hours),
            ));
        }
        if !form.languages.is_empty() {
            let languages = said_languages(words, &form.languages);
            fields.push(Field::new(words.say("letter-label-languages"), languages));
        }
        if !place.partner.location_hidden && !form.address.is_empty() {
            fields.push(Field::new(
                words.say("letter-label-address"),
                isolate(&form.address),
            ));
        }
        let mut about = vec![
            Block::heading(Level::Three, isolate(&form.name)),
            Block::Fields(fields),
        ];
        if place.partner.location_hidden {
            about.push(Block::paragraph(words.say("letter-agency-no-address")));
        }
        blocks.push(Block::KeepTogether(about));
    }
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

/// A list of numbers that could hang in any kitchen.
fn discreet_blocks(words: &Words, places: &[Place], date: &str, private: &Private) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(Level::One, words.say("discreet-title")),
        Block::paragraph(words.say("discreet-introduction")),
    ];
    for place in places {
        let form = &place.partner.form;
        let neutral = |text: &str| {
            !text.is_empty()
                && discreet::denied_word(text).is_none()
                && !private.names_stand_in(text)
        };
        let needs = said_needs(words, "discreet", &place.needs);
        let heading = if neutral(&form.name) && !place.partner.location_hidden {
            format!("{} · {needs}", isolate(&form.name))
        } else {
            needs
        };
        let phone = if neutral(&form.phone) {
            form.phone.clone()
        } else {
            number_only(&form.phone)
        };
        let mut fields = vec![Field::new(
            words.say("discreet-label-phone"),
            isolate(&phone),
        )];
        if neutral(&form.hours) {
            fields.push(Field::new(
                words.say("discreet-label-hours"),
                isolate(&form.hours),
            ));
        }
        let languages = said_languages(words, &form.languages);
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

/// The lines of a list whose messages are numbered from 1.
pub(super) fn numbered(words: &Words, prefix: &str) -> Vec<String> {
    (1..)
        .map(|number| format!("{prefix}-{number}"))
        .take_while(|id| words.has(id))
        .map(|id| words.say(&id))
        .collect()
}

pub(super) fn said_needs(words: &Words, prefix: &str, needs: &[String]) -> String {
    let said = needs
        .iter()
        .map(|need| words.say(&format!("{prefix}-need-{need}")));
    said.collect::<Vec<_>>().join(", ")
}

fn said_languages(words: &Words, languages: &[String]) -> String {
    let said = languages
        .iter()
        .map(|code| words.say(&format!("letter-language-{code}")));
    said.collect::<Vec<_>>().join(", ")
}

pub(super) fn written_date(words: &Words, day: chrono::NaiveDate) -> String {
    let month = words.say(&format!("letter-month-{}", day.month()));
    words.say_with(
        "letter-date",
        &values! { day = day.day(), month = month, year = day.year() },
    )
}

pub(super) fn created_on(day: chrono::NaiveDate) -> Option<CreatedOn> {
    Some(CreatedOn {
        year: u16::try_from(day.year()).ok()?,
        month: u8::try_from(day.month()).ok()?,
        day: u8::try_from(day.day()).ok()?,
    })
}
