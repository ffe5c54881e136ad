//! An agreement with partner agencies on one page, to be signed: what each does, what each keeps to itself, its days.
//!
//! It names no victim and is no release. (OVC, *Victim Services in Rural Law Enforcement*: periodic re-signing.)

use countyline_documents::{Blank, Block, Field, isolate};

use super::content::{Content, said_day, section};
use crate::agreements::{self, AgreementView};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::registry::AGREEMENT;
use crate::values;
use crate::words::Words;

pub(super) fn compose(file: &CaseFile, words: &Words, agreement_id: &str) -> Result<Content> {
    let mut all = agreements::list(file)?.into_iter();
    let found = all.find(|agreement| agreement.id == agreement_id);
    let agreement = found.ok_or(Error::NotFound {
        record: AGREEMENT.name,
    })?;
    let office = &file.place().office_name;
    let between = values! {
        office = isolate(office),
        parties = isolate(&agreement.party_names.join(", ")),
    };
    let written = |text: &str| match text.trim() {
        "" => Block::paragraph(words.say("mou-nothing-written")),
        text => Block::paragraph(isolate(text)),
    };
    let parties = std::iter::once(office).chain(&agreement.party_names);
    let signatures = parties.map(|party| {
        let party = values! { party = isolate(party) };
        Block::Blanks(vec![
            Blank::new(words.say_with("mou-line-for", &party), 3.0),
            Blank::new(words.say("mou-line-date"), 1.0),
        ])
    });
    let signatures = signatures.collect();
    let form = &agreement.form;
    let mut blocks = vec![Block::paragraph(words.say_with("mou-between", &between))];
    if agreement.in_conflict {
        blocks.push(Block::paragraph(words.say("mou-undecided")));
    }
    blocks.extend([
        section(words, "mou-heading-scope", vec![written(&form.scope)]),
        section(
            words,
            "mou-heading-confidential",
            vec![written(&form.confidentiality_terms)],
        ),
        section(
            words,
            "mou-heading-dates",
            vec![Block::Fields(dates(words, &agreement))],
        ),
        Block::paragraph(words.say("mou-no-release")),
        section(words, "mou-heading-signatures", signatures),
    ]);
    let content = Content::new(form.title.clone(), "mou", blocks).naming_office();
    Ok(content.warning_if("check-undecided", agreement.in_conflict))
}

fn dates(words: &Words, agreement: &AgreementView) -> Vec<Field> {
    let form = &agreement.form;
    let signed = form.signed_on.as_deref();
    let signed = signed.map(|day| said_day(words, day));
    let mut fields = vec![Field::new(
        words.say("mou-label-signed"),
        signed.unwrap_or_else(|| words.say("mou-not-signed")),
    )];
    if !agreement.renewals.is_empty() {
        let renewed = agreement.renewals.iter().map(|day| said_day(words, day));
        let renewed = renewed.collect::<Vec<_>>().join(", ");
        fields.push(Field::new(words.say("mou-label-renewed"), renewed));
    }
    let review = said_day(words, &form.review_on);
    fields.push(Field::new(words.say("mou-label-review"), review));
    if let Some(day) = &form.ended_on {
        let ended = said_day(words, day);
        fields.push(Field::new(words.say("mou-label-ended"), ended));
    }
    fields
}
