//! What is odd, though it was merged: nothing to decide, but somebody should look. It stays in the list until
//! a person marks it as seen, which is a change that every machine hears of.
//!
//! A problem is named by ids and hashes alone, so that it has the same name on every machine, and that the mark
//! of who saw it says nothing about a victim once she was erased. One that grows (a third victim with the same
//! number) has another name and is shown again.

use std::collections::BTreeSet;

use countyline_ledger::Value;

use super::provenance::{origin, origin_of};
use super::{InboxItem, ItemVictim, Urgency, store};
use crate::casefile::problems::{self, Kept, Oddity};
use crate::casefile::{Action, CaseFile, hex, log};
use crate::error::Result;
use crate::registry::{self, PROBLEM_SEEN, VICTIM};
use crate::start::Saved;
use crate::{days, duplicates, ids, victims};

pub(super) fn items(file: &CaseFile) -> Result<Vec<InboxItem>> {
    let mut items = Vec::new();
    for kept in problems::all(file.conn())? {
        items.extend(odd_commit(file, &kept)?);
    }
    for branch in store::branches(file.conn())? {
        items.push(continued_twice(file, &branch)?);
    }
    for number in duplicates::numbers_given_twice(file)? {
        items.extend(same_case_number(file, &number)?);
    }
    if !items.is_empty() {
        let seen = seen(file)?;
        items.retain(|item| !seen.contains(&item.id));
    }
    Ok(items)
}

/// Marks a problem as seen.
pub(super) fn mark_seen(file: &mut CaseFile, id: &str) -> Result<Saved> {
    let (mark, changes) = file.change(Action::MarkSeen, |change| {
        let fields = [
            ("problem", Value::text(id)),
            ("staff", Value::bytes(change.staff().0)),
            ("at", Value::text(days::instant(change.now()))),
        ];
        Ok(change.create(&PROBLEM_SEEN, fields))
    })?;
    Ok(Saved::new(mark, &changes))
}

/// The problems somebody has seen.
pub(super) fn seen(file: &CaseFile) -> Result<BTreeSet<String>> {
    store::problems_seen(file.conn())
}

/// A decision that rewrites what is written once is no problem: a person made it here.
fn odd_commit(file: &CaseFile, kept: &Kept) -> Result<Option<InboxItem>> {
    let commit = log::commit(file.conn(), kept.dot)?;
    let was_decided = commit.commit.header().action == Action::ResolveConflict as u16;
    if kept.kind == Oddity::AppendRewritten && was_decided {
        return Ok(None);
    }
    let mut item = blank(kept.kind.code());
    item.id = format!("problem/{}/{}", kept.kind.code(), commit.hash);
    item.origins = vec![origin(file, &commit)?];
    if let Some((key, field)) = kept.about {
        item.id += &format!("/{}/{}/{}", key.record.0, key.entity, field.0);
        if let Some(record) = registry::record(key.record) {
            let (about, victim) = store::about(file.conn(), record, key.entity)?;
            let known = record.field_by_id(field);
            item.record = record.name.to_owned();
            item.field = known.map_or(String::new(), |field| field.name.to_owned());
            item.urgency = Urgency::of(record, known).code().to_owned();
            item.about = about;
            item.victim_id = victim.map(ids::text);
        }
    }
    Ok(Some(item))
}

fn continued_twice(file: &CaseFile, branch: &store::Branch) -> Result<InboxItem> {
    let mut item = blank("log_continued_twice");
    item.id = format!("problem/log_continued_twice/{}", hex(&branch.hash));
    for dot in branch.firsts {
        if log::hash_at(file.conn(), dot)?.is_some() {
            item.origins.push(origin_of(file, dot)?);
        }
    }
    item.about = item
        .origins
        .first()
        .map(|origin| origin.place.clone())
        .unwrap_or_default();
    Ok(item)
}

/// None where not two of them are shown to whom looks.
fn same_case_number(file: &CaseFile, number: &str) -> Result<Option<InboxItem>> {
    let having = store::victims_with_case_number(file.conn(), number)?;
    if having.len() < 2 {
        return Ok(None);
    }
    let mut item = blank("same_case_number");
    let names: Vec<String> = having.iter().map(ToString::to_string).collect();
    item.id = format!("problem/same_case_number/{}", names.join("+"));
    item.record = VICTIM.name.to_owned();
    item.field = "case_number".to_owned();
    item.about = number.to_owned();
    for id in having {
        let (summary, written) = (
            victims::summary(file, id)?,
            store::row_dot(file.conn(), &VICTIM, id)?,
        );
        item.victims.push(ItemVictim {
            victim_id: summary.id,
            case_number: summary.case_number,
            initials: summary.initials,
        });
        item.origins.push(origin_of(file, written)?);
    }
    Ok(Some(item))
}

/// An item of this kind that says nothing yet.
pub(super) fn blank(kind: &str) -> InboxItem {
    InboxItem {
        id: String::new(),
        kind: kind.to_owned(),
        urgency: Urgency::Other.code().to_owned(),
        record: String::new(),
        field: String::new(),
        about: String::new(),
        victim_id: None,
        origins: Vec::new(),
        written_by: Vec::new(),
        values: Vec::new(),
        victims: Vec::new(),
        ways: vec!["seen".to_owned()],
        seen: String::new(),
        conflict: None,
        candidate: None,
    }
}
