//! The letter to a partner agency: what a release in force covers, and nothing beside it.
//!
//! It says who asks, for what, how she is reached safely, until when the release holds, and whom to call back, at the
//! number the county wrote down, or at one that is written in by hand. Letter and reply slip have the reference of the
//! referral, so that a slip that comes back is put to it and names nobody. Her name stands there only where the release
//! covers it, and never on a letter to a place whose location is secret or that gives shelter and was not asked: a
//! shelter hears of somebody by phone. What somebody typed may hold a name all the same, so on a letter without hers it is
//! compared with every name that is known ([`super::unnamed`]). Where one service of the agency is meant, the letter is
//! addressed to that, with its own number, times and place. The reply slip asks the agency to answer only as far as its
//! own rules allow; a referral may well end without an answer. Nothing of what happened stands in it, and no street of
//! somebody in an address confidentiality program.

use chrono::NaiveDate;
use countyline_documents::{Blank, Block, Choice, Field, Level, PageNumbers, isolate};
use countyline_ledger::EntityId;

use super::compose::{
    Composed, as_printed, created_on, file_name, letterhead, said_needs, written_date,
};
use super::offered::{self, Offered};
use super::unnamed::{self, Typed};
use super::{LetterCheck, LetterRequest, check, discreet, store, warn};
use crate::casefile::CaseFile;
use crate::contacts::{self, WayView};
use crate::error::{Error, Result};
use crate::papers::WayOnPaper;
use crate::referrals::{self, Referred};
use crate::registry::{CONTACT_METHOD, REFERRAL, RELEASE, VICTIM};
use crate::releases::{self, Permit, Scope, Telling, Terms, Ways};
use crate::standing::Standing;
use crate::values;
use crate::words::Words;
use crate::{exchange, ids, logo, policy, standing, victims};

/// The items that such a letter can hold.
const CAN_HOLD: [&str; 6] = [
    "name",
    "need",
    "safe_contact",
    "case_number",
    "access_needs",
    "people",
];
/// The one without which it says nothing.
const MUST_HOLD: &str = "need";
/// So many digits are a number that somebody can call.
const DIGITS_OF_A_NUMBER: usize = 7;

/// A letter to an agency as it was asked for, with the leave to write it.
pub(super) struct Asked {
    pub(super) permit: Permit,
    pub(super) release: EntityId,
    pub(super) items: Vec<String>,
    terms: Terms,
    pub(super) referral_id: EntityId,
    referral: Referred,
}

impl Asked {
    /// The leave for one referral under one release.
    ///
    /// # Errors
    /// [`Error::ReleaseRequired`] if none is named; [`Error::InvalidInput`] unless there is exactly one
    /// referral; those of the release.
    pub(super) fn of(file: &CaseFile, request: &LetterRequest) -> Result<Asked> {
        let victim = ids::parse(&VICTIM, &request.victim_id)?;
        let [referral] = request.referral_ids.as_slice() else {
            return Err(Error::InvalidInput { field: "referral" });
        };
        let referral_id = ids::parse(&REFERRAL, referral)?;
        let referral = referrals::referred(file, referral)?;
        let release = request.release_id.as_deref();
        let release = ids::parse(&RELEASE, release.ok_or(Error::ReleaseRequired)?)?;
        let terms = releases::terms_of(file, release)?;
        let listed = |item: &str| terms.items.iter().any(|have| have == item);
        let is_named = referrals::may_be_named(file.conn(), referral.partner, Some(release))?;
        let may = |item: &&str| match *item {
            "name" => is_named,
            // What nobody wrote down is not told.
            "people" => listed(item) && says_for_whom(&referral),
            item => item == MUST_HOLD || listed(item),
        };
        let items: Vec<&str> = CAN_HOLD.into_iter().filter(may).collect();
        let telling = Telling {
            items: &items,
            by: Ways::OnPaper,
            // The letter is looked at before it is made; `checks` asks.
            exclusions_read: true,
        };
        let permit =
            releases::permit_for_partner(file, release, victim, referral.partner, &telling)?;
        Ok(Asked {
            items: items.into_iter().map(str::to_owned).collect(),
            terms,
            permit,
            release,
            referral_id,
            referral,
        })
    }
}

/// The letter's content.
pub(super) fn compose(
    file: &CaseFile,
    words: &Words,
    asked: &Asked,
    request: &LetterRequest,
) -> Result<Composed> {
    let Scope::Partner { victim, items, .. } = asked.permit.scope() else {
        return Err(Error::ReleaseRequired);
    };
    let offered = Offered::of(file, &asked.referral)?;
    let mut typed = Vec::new();
    let today = file.now().date_naive();
    let title = words.say("agency-title");
    let mut paper = as_printed(title, &request.language, request.print());
    paper.page_numbers = PageNumbers::Shown;
    paper.created_on = created_on(today);
    let covers = |item: &str| items.iter().any(|have| have == item);
    let reference = isolate(&referrals::reference::of(asked.referral_id));
    let mut fields = Vec::new();
    if covers("name") {
        let name = victims::name_for_paper(file, *victim)?;
        fields.push(Field::new(words.say("agency-label-name"), isolate(&name)));
    }
    fields.push(Field::new(
        words.say("agency-label-need"),
        said_needs(words, "letter", std::slice::from_ref(&asked.referral.need)),
    ));
    if covers("people") {
        fields.push(for_whom(&asked.referral, words));
    }
    if covers("access_needs") {
        fields.extend(access_needs(file, *victim, words, &mut typed)?);
    }
    if covers("case_number") {
        let number = victims::case_number_of(file, *victim)?;
        fields.push(Field::new(
            words.say("agency-label-case-number"),
            isolate(&number),
        ));
    }
    let (reach, ways) = match covers("safe_contact") {
        true => reaching_her(file, *victim, words, &mut typed)?,
        false => (
            vec![Block::paragraph(words.say("agency-through-us"))],
            Vec::new(),
        ),
    };
    let undecided = is_undecided(file, asked, &offered, *victim)?;
    let place = file.place();
    paper.header = Some(letterhead(words, &place.office_name));
    let until = &asked.terms.expires_on;
    let date_of = |day: NaiveDate| isolate(&written_date(words, day));
    let until = crate::days::day("expires_on", until).map_or_else(|_| isolate(until), date_of);
    let mut blocks: Vec<Block> = logo::at_top(file)?.into_iter().collect();
    blocks.extend([
        Block::heading(
            Level::One,
            format!("{} {reference}", words.say("agency-title")),
        ),
        Block::paragraph(words.say_with(
            "agency-to",
            &values! { partner = isolate(&offered.agency.form.name) },
        )),
    ]);
    let of_service = offered.for_agency(words);
    let numbers = match of_service.is_empty() {
        true => Vec::new(),
        false => {
            blocks.push(Block::Fields(of_service));
            vec![offered.on_paper()]
        }
    };
    blocks.extend([
        Block::paragraph(words.say_with(
            "agency-introduction",
            &values! { office = isolate(&place.office_name) },
        )),
        Block::Fields(fields),
    ]);
    if !covers("name") {
        blocks.push(Block::paragraph(
            words.say_with("agency-no-name", &values! { reference = reference }),
        ));
    }
    blocks.push(Block::heading(
        Level::Two,
        words.say("agency-heading-reach"),
    ));
    blocks.extend(reach);
    if undecided {
        blocks.push(Block::paragraph(words.say("agency-undecided")));
    }
    let mut about_release = vec![
        Block::heading(Level::Two, words.say("agency-heading-release")),
        Block::paragraph(words.say_with("agency-release", &values! { until = until })),
    ];
    if !asked.terms.methods.is_empty() {
        let methods = asked.terms.methods.iter();
        let methods: Vec<String> = methods
            .map(|method| words.code("release_method", method))
            .collect();
        about_release.push(Block::paragraph(words.say_with(
            "agency-release-methods",
            &values! { methods = methods.join(", ") },
        )));
    }
    about_release.push(Block::paragraph(words.say_with(
        "agency-as-of",
        &values! { date = date_of(exchange::known_as_of(file)?) },
    )));
    about_release.extend(call_back(file, words)?);
    blocks.push(Block::KeepTogether(about_release));
    let answers = super::compose::numbered(words, "agency-reply");
    blocks.push(Block::KeepTogether(vec![
        Block::heading(
            Level::Two,
            format!(
                "{} · {} {reference}",
                words.say("agency-heading-reply"),
                words.say("agency-label-reference"),
            ),
        ),
        Block::paragraph(words.say("agency-reply-why")),
        Block::Choices(answers.into_iter().map(Choice::open).collect()),
        Block::Blanks(vec![
            Blank::new(words.say("agency-reply-line-name"), 2.0),
            Blank::new(words.say("agency-reply-line-date"), 1.0),
        ]),
    ]));
    paper.blocks = blocks;
    let mut found: Vec<LetterCheck> = offered::lacks_service([&offered]).into_iter().collect();
    if !covers("name") {
        found.push(unnamed::names_nobody(file, *victim, &typed)?);
    }
    Ok(Composed {
        paper,
        otherwise: Vec::new(),
        file_name: file_name(words, "agency", &request.language),
        stale_partners: usize::from(!numbers.is_empty() && offered.is_stale()),
        undecided,
        found,
        numbers,
        ways,
    })
}

/// Whom to call back, and at which number: the county's, if its own signature has none; a line to write one on, if it
/// wrote none down.
fn call_back(file: &CaseFile, words: &Words) -> Result<Vec<Block>> {
    let place = file.place();
    let signature = words.say_with(
        "agency-call-back",
        &values! { person = isolate(&place.person_name), office = isolate(&place.office_name) },
    );
    let phone = policy::call_back_phone(file)?;
    Ok(match phone.as_str() {
        "" if holds_a_number(&signature) => vec![Block::paragraph(signature)],
        "" => {
            let blank = Blank::new(words.say("agency-line-call-back-phone"), 1.0);
            vec![Block::paragraph(signature), Block::Blanks(vec![blank])]
        }
        phone => {
            let number = values! { phone = isolate(phone) };
            let number = words.say_with("agency-call-back-phone", &number);
            vec![Block::paragraph(format!("{signature}\n{number}"))]
        }
    })
}

fn holds_a_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit);
    digits.count() >= DIGITS_OF_A_NUMBER
}

/// A warning where nobody wrote down at which number the office is called back.
pub(super) fn lacks_number(file: &CaseFile, words: &Words) -> Result<Option<LetterCheck>> {
    let blocks = call_back(file, words)?;
    let is_blank = blocks.iter().any(|block| matches!(block, Block::Blanks(_)));
    Ok(is_blank.then(|| warn("check-no-call-back-number", values! {})))
}

/// What she does not want told: the letter holds none of it, and whoever makes it has read it. It stands beside the
/// letter, never on it.
pub(super) fn checks(asked: &Asked, text: &str, exclusions_read: bool) -> Vec<LetterCheck> {
    let excluded = &asked.terms.excluded_items;
    if excluded.is_empty() {
        return Vec::new();
    }
    vec![
        check("check-nothing-excluded", !holds_excluded(text, excluded)),
        LetterCheck {
            values: values! { excluded = excluded },
            ..check("check-exclusions-read", exclusions_read)
        },
    ]
}

/// Whether a text holds something of what is excluded, word for word: a phrase of it, or a number.
fn holds_excluded(text: &str, excluded: &str) -> bool {
    let long = |part: &&str| {
        part.chars()
            .filter(|letter| letter.is_alphanumeric())
            .count()
            > 3
    };
    let phrases = excluded.split(['\n', ',', ';', '.']).map(str::trim);
    let numbers = excluded.split(|letter: char| letter.is_whitespace() || ",;".contains(letter));
    let numbers = numbers.map(|part| part.trim_end_matches('.'));
    let numbers = numbers.filter(|part| part.chars().filter(char::is_ascii_digit).count() > 3);
    let mut parts = phrases.filter(long).chain(numbers);
    parts.any(|part| discreet::holds_word(text, part))
}

/// Whether two of us wrote something that stands on this paper apart, and nobody decided yet.
fn is_undecided(
    file: &CaseFile,
    asked: &Asked,
    offered: &Offered,
    victim: EntityId,
) -> Result<bool> {
    let here = |record, id, held: &[&str]| -> Result<bool> {
        let fields = standing::undecided_fields(file.conn(), record, id)?;
        Ok(fields.iter().any(|field| held.contains(&field.name)))
    };
    let covers = |item: &str| asked.items.iter().any(|have| have == item);
    let mut hers = Vec::new();
    if covers("name") {
        hers.push("name");
    }
    if covers("case_number") {
        hers.push("case_number");
    }
    if covers("access_needs") {
        hers.extend(["language", "access_needs", "interpreter_need"]);
    }
    if covers("people") && here(&REFERRAL, asked.referral_id, &["adults", "children"])? {
        return Ok(true);
    }
    if covers("safe_contact") {
        for way in contacts::gate_unnoted(file, &ids::text(victim))?.ways {
            let id = ids::parse(&CONTACT_METHOD, &way.id)?;
            if !standing::undecided_fields(file.conn(), &CONTACT_METHOD, id)?.is_empty() {
                return Ok(true);
            }
        }
    }
    Ok(offered.is_undecided()
        || here(&VICTIM, victim, &hers)?
        || here(&RELEASE, asked.release, &["expires_on"])?)
}

/// Whether a referral says how many people it is for.
fn says_for_whom(referral: &Referred) -> bool {
    referral.adults.or(referral.children).is_some()
}

/// How many adults and children it is for.
fn for_whom(referral: &Referred, words: &Words) -> Field {
    let said = |id: &str, people: Option<i32>| {
        people.map(|count| words.say_with(id, &values! { count = count }))
    };
    let people = [
        said("agency-people-adults", referral.adults),
        said("agency-people-children", referral.children),
    ];
    let people: Vec<String> = people.into_iter().flatten().collect();
    Field::new(words.say("agency-label-people"), people.join(", "))
}

/// What she needs to be served, as far as she said: her language, too, which tells where she is from. What was typed of it
/// is added.
fn access_needs(
    file: &CaseFile,
    victim: EntityId,
    words: &Words,
    typed: &mut Vec<Typed>,
) -> Result<Vec<Field>> {
    let her = Standing::of(file.conn(), &VICTIM, victim)?;
    let mut fields = Vec::new();
    let language = store::language(file.conn(), victim)?;
    if !language.is_empty() {
        fields.push(Field::new(
            words.say("agency-label-language"),
            words.say(&format!("letter-language-{language}")),
        ));
    }
    if her.text("interpreter_need") == "yes" {
        fields.push(Field::new(
            words.say("agency-label-interpreter"),
            words.say("agency-interpreter-yes"),
        ));
    }
    if let Some(needs) = her.maybe("access_needs") {
        fields.push(Field::new(
            words.say("agency-label-access-needs"),
            isolate(&needs),
        ));
        typed.push(Typed {
            field: "access_needs",
            text: needs,
        });
    }
    Ok(fields)
}

/// How she is reached safely, by the first way that may be used, and that way; what was typed of it is added.
fn reaching_her(
    file: &CaseFile,
    victim: EntityId,
    words: &Words,
    typed: &mut Vec<Typed>,
) -> Result<(Vec<Block>, Vec<WayOnPaper>)> {
    let gate = contacts::gate_unnoted(file, &ids::text(victim))?;
    let Some(way) = gate.ways.iter().find(|way| way.usable) else {
        let no_way = Block::paragraph(words.say("agency-no-safe-way"));
        return Ok((vec![no_way], Vec::new()));
    };
    let value = value_for_paper(file, victim, way)?;
    let mut fields = vec![Field::new(
        words.code("channel", &way.channel),
        isolate(&value),
    )];
    typed.push(Typed {
        field: "value",
        text: value.clone(),
    });
    for (label, field, text) in [
        ("agency-label-hours", "hours", &way.hours),
        (
            "agency-label-who-may-answer",
            "who_may_answer",
            &way.who_may_answer,
        ),
        ("agency-label-cover-name", "cover_name", &way.cover_name),
        ("agency-label-relay", "language_relay", &way.language_relay),
    ] {
        if !text.is_empty() {
            fields.push(Field::new(words.say(label), isolate(text)));
            typed.push(Typed {
                field,
                text: text.clone(),
            });
        }
    }
    fields.push(Field::new(
        words.say("agency-label-voicemail"),
        words.say(match way.voicemail.as_str() {
            "yes" => "agency-voicemail-yes",
            _ => "agency-voicemail-no",
        }),
    ));
    let reach = vec![
        Block::Fields(fields),
        Block::paragraph(words.say("agency-ask-first")),
    ];
    Ok((reach, vec![WayOnPaper::new(way, value)]))
}

/// A street gives way to the substitute address.
pub(crate) fn value_for_paper(file: &CaseFile, victim: EntityId, way: &WayView) -> Result<String> {
    let substitute = victims::substitute_address(file, victim)?;
    let is_street = victims::is_street(&way.channel, &way.value);
    Ok(match is_street && !substitute.is_empty() {
        true => substitute,
        false => way.value.clone(),
    })
}
