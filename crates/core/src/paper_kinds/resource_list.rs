//! The list of places that can help, for anybody: from the directory, and about nobody.
//!
//! It names neither this office nor what a place calls its work with victims, only neutral words for what it helps
//! with. Where a place is stands nowhere on it. One that goes with somebody says no more than a discreet letter does, is
//! looked at as one, and is in the register with the numbers it carries, so that it is recalled when one changes; also
//! that of somebody who has no record.

use countyline_documents::{Block, Field, Level, Table, isolate};

use super::PaperRequest;
use super::content::Content;
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::letters::{
    Private, is_neutral, name_if_neutral, neutral_number, said_hours, said_languages, said_needs,
    warn, written_date,
};
use crate::partners::{self, PartnerView};
use crate::registry::{PARTNER, VICTIM};
use crate::standing::Standing;
use crate::words::Words;
use crate::{codes, exchange, ids, values};

/// The places that help with the needs that were asked for; with all of them if none is named.
pub(super) fn compose(
    file: &CaseFile,
    words: &Words,
    request: &PaperRequest,
    for_whom: Option<&str>,
) -> Result<Content> {
    let needs = &request.needs;
    codes::ensure_all("need", "needs", needs)?;
    let victim = ids::parse_maybe(&VICTIM, for_whom)?;
    let private = match victim {
        Some(victim) => {
            // A list for nobody we know would be in nobody's register.
            Standing::of(file.conn(), &VICTIM, victim)?;
            Private::of(file, victim)?
        }
        None => Private::of_office(file)?,
    };
    let discreet = request.goes_with_her.then_some(&private);
    let mut places = partners::list(file, "")?;
    places.retain(|place| !place.form.phone.is_empty());
    let wanted = |need: &&String| needs.is_empty() || needs.contains(need);
    let listed = codes::list("need").iter().filter(wanted);
    let mut blocks = vec![Block::paragraph(words.say("resource-introduction"))];
    let mut on_it: Vec<&PartnerView> = Vec::new();
    for need in listed {
        let helping = places
            .iter()
            .filter(|place| place.form.needs.contains(need));
        let helping: Vec<&PartnerView> = helping.collect();
        if helping.is_empty() {
            continue;
        }
        let heading = said_needs(words, "discreet", std::slice::from_ref(need));
        let rows = helping.iter();
        let rows = rows.map(|place| Row::of(words, place, discreet, &heading));
        let rows: Vec<Row> = rows.collect();
        blocks.push(Block::heading(Level::Two, heading));
        match request.large_print {
            // Four columns of large letters break every word.
            true => blocks.extend(rows.into_iter().map(|row| row.apart(words))),
            false => blocks.push(Block::Table(table(words, rows))),
        }
        on_it.extend(helping);
    }
    if on_it.is_empty() {
        blocks.push(Block::paragraph(words.say("resource-nothing")));
    }
    let date = isolate(&written_date(words, exchange::known_as_of(file)?));
    blocks.push(Block::paragraph(words.say("resource-emergency")));
    blocks.push(Block::paragraph(
        words.say_with("resource-as-of", &values! { date = date }),
    ));
    on_it.sort_by(|one, other| one.id.cmp(&other.id));
    on_it.dedup_by(|one, other| one.id == other.id);
    let stale = on_it.iter().filter(|place| place.stale).count();
    let undecided = on_it.iter().any(|place| place.in_conflict);
    let content = Content::new(words.say("resource-title"), "resource", blocks);
    let mut content = content
        .warning_if("check-undecided", undecided)
        .discreet_if(request.goes_with_her);
    if request.goes_with_her || victim.is_some() {
        let mut partners = Vec::with_capacity(on_it.len());
        for place in &on_it {
            partners.push(ids::parse(&PARTNER, &place.id)?);
        }
        content = content.with_numbers_of(victim, partners);
    }
    if stale > 0 {
        let warning = warn("check-stale-numbers", values! { count = stale });
        content.warnings.push(warning);
    }
    Ok(content)
}

/// What is said of a place.
struct Row {
    name: String,
    phone: String,
    hours: String,
    languages: String,
}

impl Row {
    /// Where nothing may be given away, a place whose name tells something is called by what it helps with, and what else
    /// tells something is left out.
    fn of(words: &Words, place: &PartnerView, discreet: Option<&Private>, neutral: &str) -> Row {
        let form = &place.form;
        let (hours, languages) = (
            isolate(&said_hours(words, &form.hours)),
            said_languages(words, &form.languages),
        );
        let Some(private) = discreet else {
            return Row {
                name: isolate(&form.name),
                phone: isolate(&form.phone),
                hours,
                languages,
            };
        };
        let if_neutral = |said: String, written: &str| match is_neutral(written, private) {
            true => said,
            false => String::new(),
        };
        Row {
            name: name_if_neutral(place, private).unwrap_or_else(|| neutral.to_owned()),
            phone: isolate(&neutral_number(&form.phone, private)),
            hours: if_neutral(hours, &form.hours),
            languages: if_neutral(languages.clone(), &languages),
        }
    }

    /// The place by itself, its name above the rest.
    fn apart(self, words: &Words) -> Block {
        let fields = [
            ("phone", self.phone),
            ("hours", self.hours),
            ("languages", self.languages),
        ];
        let fields = fields.into_iter().filter(|(_, said)| !said.is_empty());
        let fields = fields.map(|(column, said)| Field::new(words.say(&head_of(column)), said));
        Block::KeepTogether(vec![
            Block::heading(Level::Three, self.name),
            Block::Fields(fields.collect()),
        ])
    }
}

fn head_of(column: &str) -> String {
    format!("resource-column-{column}")
}

/// Places as a table. A phone number of eleven digits stands on one line.
fn table(words: &Words, rows: Vec<Row>) -> Table {
    let columns = ["place", "phone", "hours", "languages"];
    let cells = |row: Row| vec![row.name, row.phone, row.hours, row.languages];
    Table {
        widths: vec![2.6, 2.2, 2.6, 1.8],
        head: columns.map(|column| words.say(&head_of(column))).to_vec(),
        rows: rows.into_iter().map(cells).collect(),
    }
}
