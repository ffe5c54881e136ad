//! The release of information as a form: blank, to be signed, or filled from one that is in force or begins later.
//!
//! One agency, what, what for, how, what not, until when; that help never depends on it and that it can be taken back
//! at any time stand on it whether it is blank or filled (28 CFR 94.115(a)(2) and (d); NNEDV, basic release template).
//! A filled one holds her name and what the release itself says, nothing else of her record.

use countyline_documents::{Block, Choice, Field, isolate};

use super::content::{Content, list, said, said_day, section, to_fill};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::registry::{RELEASE, VICTIM};
use crate::releases::{self, ReleaseView};
use crate::standing::{self, Standing};
use crate::words::Words;
use crate::{codes, ids, values, victims};

/// Nothing filled in.
pub(super) fn blank(file: &CaseFile, words: &Words) -> Content {
    let line = |label| to_fill(words, [(label, 1.0)]);
    let all = |list: &str| {
        let listed = codes::list(list).iter();
        let boxes = listed.map(|code| Choice::open(words.code(list, code)));
        Block::Choices(boxes.collect())
    };
    let days = [
        ("release-form-label-begins", 1.0),
        ("release-form-label-until", 1.0),
    ];
    let about = vec![
        line("release-form-label-name"),
        line("release-form-label-agency"),
        line("release-form-label-purpose"),
        line("release-form-label-excluded"),
        to_fill(words, days),
        section(words, "release-form-mark-items", vec![all("release_item")]),
        section(
            words,
            "release-form-mark-methods",
            vec![all("release_method")],
        ),
    ];
    form(file, words, about)
}

/// Filled from a release.
///
/// # Errors
/// [`Error::ReleaseRevoked`], [`Error::ReleaseExpired`]: a form of one that holds no more would say what she does not
/// say; [`Error::NotFound`].
pub(super) fn filled(
    file: &CaseFile,
    words: &Words,
    release_id: &str,
    goes_with_her: bool,
) -> Result<Content> {
    let id = ids::parse(&RELEASE, release_id)?;
    let not_found = || Error::NotFound {
        record: RELEASE.name,
    };
    let release = Standing::of(file.conn(), &RELEASE, id)?;
    let victim = release.named("victim").ok_or_else(not_found)?;
    let recipient = release.named("recipient").ok_or_else(not_found)?;
    let mut hers = releases::of_victim(file, victim)?.into_iter();
    let shown = hers
        .find(|one| one.id == release_id)
        .ok_or_else(not_found)?;
    match shown.state.as_str() {
        "revoked" => return Err(Error::ReleaseRevoked),
        "expired" => {
            return Err(Error::ReleaseExpired {
                on: shown.expires_on,
            });
        }
        _ => {}
    }
    // What she carries holds her name only where it may stand on paper of hers.
    let name = match goes_with_her && !victims::name_may_be_printed(file, victim)? {
        true => String::new(),
        false => victims::name_for_paper(file, victim)?,
    };
    let purpose = release.text("purpose");
    let (mut fields, mut lines) = (Vec::new(), Vec::new());
    for (label, text) in [
        ("release-form-label-name", name.trim()),
        ("release-form-label-purpose", purpose.trim()),
    ] {
        match text {
            "" => lines.push(to_fill(words, [(label, 1.0)])),
            text => fields.push(said(words, label, text)),
        }
    }
    fields.extend(terms(words, &shown));
    let mut about = vec![Block::Fields(fields)];
    about.extend(lines);
    let of_her = standing::undecided_fields(file.conn(), &VICTIM, victim)?;
    let undecided = shown.in_conflict || of_her.iter().any(|field| field.name == "name");
    let content = form(file, words, about);
    Ok(content
        .about(victim, vec![recipient])
        .warning_if("check-undecided", undecided))
}

/// What the release says.
fn terms(words: &Words, release: &ReleaseView) -> Vec<Field> {
    let listed = |list: &str, codes: &[String]| {
        let said = codes.iter().map(|code| words.code(list, code));
        said.collect::<Vec<_>>().join(", ")
    };
    let label = |name: &str| format!("release-form-label-{name}");
    let methods = match release.methods.as_slice() {
        [] => words.say("release-form-any-way"),
        methods => listed("release_method", methods),
    };
    let excluded = match release.excluded_items.as_str() {
        "" => words.say("release-form-nothing-excluded"),
        excluded => isolate(excluded),
    };
    vec![
        said(words, &label("agency"), &release.recipient_name),
        Field::new(
            words.say(&label("items")),
            listed("release_item", &release.items),
        ),
        Field::new(words.say(&label("methods")), methods),
        Field::new(words.say(&label("excluded")), excluded),
        Field::new(
            words.say(&label("begins")),
            said_day(words, &release.effective_on),
        ),
        Field::new(
            words.say(&label("until")),
            said_day(words, &release.expires_on),
        ),
    ]
}

/// What stands around it, blank or filled.
fn form(file: &CaseFile, words: &Words, about: Vec<Block>) -> Content {
    let office = isolate(&file.place().office_name);
    let introduction = words.say_with("release-form-introduction", &values! { office = office });
    let mut blocks = vec![Block::paragraph(introduction)];
    blocks.extend(about);
    // They may run over to the page of the signature, where it does not stand alone.
    blocks.extend(list(
        words,
        "release-form-heading-rights",
        "release-form-right",
    ));
    blocks.push(Block::HoldOn);
    blocks.push(section(
        words,
        "release-form-heading-signature",
        vec![
            Block::paragraph(words.say("release-form-no-abuser")),
            to_fill(
                words,
                [
                    ("release-form-line-signature", 3.0),
                    ("release-form-line-date", 1.0),
                ],
            ),
            to_fill(
                words,
                [
                    ("release-form-line-signer", 2.0),
                    ("release-form-line-interpreter", 1.0),
                    ("release-form-line-witness", 1.0),
                ],
            ),
        ],
    ));
    let title = words.say("release-form-title");
    Content::new(title, "release-form", blocks).naming_office()
}
