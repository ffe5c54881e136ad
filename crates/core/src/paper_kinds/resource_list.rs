//! The list of places that can help, for anybody: from the directory, and about nobody.
//!
//! It names neither this office nor what a place calls its work with victims, only neutral words for what it helps
//! with. Where a place is stands nowhere on it.

use countyline_documents::{Block, Level, Table, isolate};

use super::content::Content;
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::letters::{said_hours, said_languages, said_needs, warn, written_date};
use crate::partners::{self, PartnerView};
use crate::words::Words;
use crate::{codes, exchange, values};

/// The places that help with one of these needs; with all of them if none is named.
pub(super) fn compose(file: &CaseFile, words: &Words, needs: &[String]) -> Result<Content> {
    codes::ensure_all("need", "needs", needs)?;
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
        blocks.push(Block::heading(Level::Two, heading));
        blocks.push(Block::Table(table(words, &helping)));
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
    let mut content = content.warning_if("check-undecided", undecided);
    if stale > 0 {
        let warning = warn("check-stale-numbers", values! { count = stale });
        content.warnings.push(warning);
    }
    Ok(content)
}

fn table(words: &Words, places: &[&PartnerView]) -> Table {
    let row = |place: &&PartnerView| {
        let form = &place.form;
        vec![
            isolate(&form.name),
            isolate(&form.phone),
            isolate(&said_hours(words, &form.hours)),
            said_languages(words, &form.languages),
        ]
    };
    let columns = ["place", "phone", "hours", "languages"];
    Table {
        widths: vec![2.8, 1.8, 2.8, 1.8],
        head: columns
            .map(|column| words.say(&format!("resource-column-{column}")))
            .to_vec(),
        rows: places.iter().map(row).collect(),
    }
}
