//! What was told about one victim outside the office: to whom, when, which kind of thing, on what basis (PR-12).
//!
//! She may have it herself, once she said it is safe to carry. Her case number stands on it, no name. What was told of
//! her other records is on it as well.

use countyline_documents::{Block, Table, isolate};

use super::content::{Content, said, said_day};
use crate::casefile::CaseFile;
use crate::disclosures::{self, DisclosureView};
use crate::error::Result;
use crate::letters::written_date;
use crate::registry::VICTIM;
use crate::words::Words;
use crate::{duplicates, exchange, ids, values, victims};

pub(super) fn compose(file: &CaseFile, words: &Words, victim_id: &str) -> Result<Content> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let number = victims::case_number_of(file, victim)?;
    let mut told = Vec::new();
    for record in duplicates::records_of_person(file, victim)? {
        told.extend(disclosures::of_victim(file, record)?);
    }
    told.sort_by(|one, other| other.at.cmp(&one.at));
    let date = isolate(&written_date(words, exchange::known_as_of(file)?));
    let rows: Vec<Vec<String>> = told.iter().map(|one| row(words, one)).collect();
    let columns = ["when", "whom", "what", "why", "how"];
    let blocks = vec![
        Block::paragraph(words.say("told-log-introduction")),
        Block::Fields(vec![said(words, "told-log-label-case", &number)]),
        match rows.is_empty() {
            true => Block::paragraph(words.say("told-log-nothing")),
            false => Block::Table(Table {
                widths: vec![2.0, 2.5, 3.0, 2.5, 2.0],
                head: columns
                    .map(|column| words.say(&format!("told-log-column-{column}")))
                    .to_vec(),
                rows,
            }),
        },
        Block::paragraph(words.say_with("told-log-as-of", &values! { date = date })),
    ];
    let content = Content::new(words.say("told-log-title"), "told-log", blocks);
    Ok(content.naming_office().about(victim, Vec::new()))
}

fn row(words: &Words, told: &DisclosureView) -> Vec<String> {
    let items = told.items.iter();
    let items = items.map(|item| words.code("release_item", item));
    let basis = words.code("disclosure_basis", &told.basis);
    vec![
        said_day(words, &told.at),
        isolate(&told.recipient),
        items.collect::<Vec<_>>().join(", "),
        match told.order.as_str() {
            "" => basis,
            order => words.say_with(
                "told-log-order",
                &values! { basis = basis, order = isolate(order) },
            ),
        },
        match told.not_made {
            true => words.say("told-log-not-made"),
            false => words.code("disclosure_form", &told.form),
        },
    ]
}
