//! Victims: who they are, finding them, and everything recorded about them.
//!
//! A victim may be only initials. The number is made on the laptop and unique without a server: prefix,
//! year, three letters of the device, a counter. "Do not contact" has a reason wherever it is set, and holds
//! everywhere until a person takes it back.

mod about;
mod facts;
mod history;
mod new;
mod protection;
mod record;
mod record_views;
mod store;
mod views;

#[cfg(test)]
mod about_tests;
#[cfg(test)]
mod facts_tests;
#[cfg(test)]
mod history_tests;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use countyline_ledger::EntityId;

pub use about::correct;
pub(crate) use facts::{minor_on, name_for_paper, name_in_greeting};
pub use facts::{relate, set_facts, unrelate};
pub use history::history;
pub(crate) use new::{NewVictim, Numbers, ensure_sound, named_by, write as write_new};
pub use protection::{classify, hold, set_address_protection};
pub(crate) use protection::{
    ensure_new_protected, ensure_no_street, ensure_not_held, guardian_is_alleged_abuser, is_street,
    name_may_be_printed, names_and_numbers, names_around, streets, substitute_address,
    write_protection,
};
pub use record::{record, what_exists};
pub use record_views::*;
pub use views::*;

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::duplicates::Links;
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::looks::Looked;
use crate::registry::{CONTACT_METHOD, VICTIM};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{
    contacts, duplicates, exchange, followups, hiding, ids, incidents, outreach, policy, referrals,
    releases, rights, search,
};

/// Rows Find shows at most.
const FOUND_AT_MOST: usize = 50;

/// The victims who match every word, the best match first ([`search`]); the one whose referral has the reference that is
/// typed; without a word, the newest. One who has
/// several records is shown once, by the record that stands for them.
pub fn find(file: &CaseFile, query: &str) -> Result<Vec<VictimSummary>> {
    file.at_once(|| found(file, query))
}

fn found(file: &CaseFile, query: &str) -> Result<Vec<VictimSummary>> {
    let links = Links::load(file.conn())?;
    let stale = policy::verified_before(file)?;
    let mut shown = BTreeSet::new();
    let mut rows = Vec::new();
    for id in matching(file, query)? {
        let records = links.person(id);
        let row_of = |record: &EntityId| {
            let row = store::one(file.conn(), *record).ok()?;
            Some((*record, row))
        };
        // The record may be hidden though a way to reach her is not.
        let Some((stands, row)) = records.iter().find_map(row_of) else {
            continue;
        };
        if shown.insert(stands) {
            rows.push(summary_of(file, (stands, row), &records, &stale)?);
        }
        if rows.len() == FOUND_AT_MOST {
            break;
        }
    }
    Ok(rows)
}

fn matching(file: &CaseFile, query: &str) -> Result<Vec<EntityId>> {
    if query.trim().is_empty() {
        return store::newest(file.conn(), FOUND_AT_MOST);
    }
    let referred = referrals::reference::victims_of(file.conn(), query)?;
    match referred.is_empty() {
        true => search::matching(file.conn(), query, search::Whom::Victims),
        false => Ok(referred),
    }
}

/// The victim page. Whoever reads it looked at her.
pub fn page(file: &CaseFile, victim_id: &str) -> Result<VictimPage> {
    let page = page_unnoted(file, victim_id)?;
    file.looked_at(Looked::VictimPage, ids::parse(&VICTIM, victim_id)?);
    Ok(page)
}

/// The same for the program's own work, as a table that is written down as a whole.
pub(crate) fn page_unnoted(file: &CaseFile, victim_id: &str) -> Result<VictimPage> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let row = store::one(file.conn(), id)?;
    let standing = Standing::of(file.conn(), &VICTIM, id)?;
    let ways = Standing::of_victim(file.conn(), &CONTACT_METHOD, id)?;
    Ok(VictimPage {
        summary: summary(file, id)?,
        about: about::about_in(&row, store::needs(file.conn(), id)?),
        do_not_contact: row.do_not_contact,
        do_not_contact_reason: standing.text("do_not_contact_reason"),
        contact_methods: contacts::ways_of_record(file, id)?,
        timeline: outreach::of_victim(file, id)?,
        referrals: referrals::of_victim(file, id)?,
        releases: releases::of_victim(file, id)?,
        follow_ups: followups::of_victim(file.conn(), id)?,
        same_person: duplicates::same_person(file, id)?,
        hidden: hiding::of_victim(file, id)?,
        seen: standing.seen(),
        holds_more: standing.holds_more() || ways.iter().any(Standing::holds_more),
        role_disclosure_due: rights::is_role_disclosure_due(file, id)?,
        not_sent: exchange::changes_waiting_of(file, &store::records_of(file.conn(), id)?)?,
    })
}

/// Records a new victim with her first way to be reached and her first follow-up.
pub fn create(file: &mut CaseFile, form: &VictimForm) -> Result<Saved> {
    create_on_scene(file, form, &Scene::default())
}

/// As [`create`], with what happened and the card of rights she was given there: all of it in one save, or nothing. A
/// notice is about what happened, if both are recorded.
///
/// # Errors
/// Those of a victim, of [`incidents::record`] and of [`rights::give`].
pub fn create_on_scene(file: &mut CaseFile, form: &VictimForm, scene: &Scene) -> Result<Saved> {
    let needs = new::ensure_sound(file, form, file.now().date_naive())?;
    let incident = scene.incident.as_ref();
    let crimes = incident.map(|form| incidents::ensure_new_sound(file, form));
    let crimes = crimes.transpose()?.unwrap_or_default();
    let notice = scene.rights.as_ref();
    let notice = notice.map(|form| rights::checked(file, form)).transpose()?;
    let (counter, case_number) = next_case_number(file, file.place().case_counter)?;
    let new = NewVictim {
        form,
        needs: &needs,
        case_number: &case_number,
        opened_on: None,
        named: new::named_by(file),
    };
    let (id, changes) = file.change(Action::CreateVictim, |change| {
        let id = change.new_id();
        new::write(change, id, &new)?;
        if let Some(method) = &form.contact_method {
            contacts::write(change, id, method)?;
        }
        let incident = scene.incident.as_ref();
        let incident = incident.map(|form| incidents::write(change, id, form, &crimes));
        let incident = incident.transpose()?;
        if let Some(notice) = &notice {
            notice.write(change, id, incident);
        }
        change.beside(move |conn| store::keep_case_counter(conn, counter));
        Ok(id)
    })?;
    file.count_case(counter);
    Ok(Saved::new(id, &changes))
}

/// Takes back that a victim is not to be contacted, and why, in place of what the page had shown. A mark that
/// another place made meanwhile is not taken back: it holds until a person decides.
///
/// # Errors
/// [`Error::NotFound`].
pub fn allow_contact(file: &mut CaseFile, victim_id: &str, seen: &str) -> Result<Saved> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let seen = Seen::from_token(seen)?;
    let ((), changes) = file.change(Action::EditVictim, |change| {
        change.state(&VICTIM, id)?;
        Filled::default()
            .yes("do_not_contact", false)
            .text("do_not_contact_reason", "")
            .edit(change, &VICTIM, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Marks a victim as not to be contacted, with the reason, in place of what the page had shown.
///
/// # Errors
/// [`Error::ReasonRequired`]; [`Error::NotFound`].
pub fn forbid_contact(
    file: &mut CaseFile,
    victim_id: &str,
    reason: &str,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let seen = Seen::from_token(seen)?;
    ensure_reason(reason)?;
    let ((), changes) = file.change(Action::EditVictim, |change| {
        change.state(&VICTIM, id)?;
        write_do_not_contact(change, id, reason, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Refuses a mark without a reason: who meets it later must know what would have to change.
///
/// # Errors
/// [`Error::ReasonRequired`].
pub(crate) fn ensure_reason(reason: &str) -> Result<()> {
    match reason.trim() {
        "" => Err(Error::ReasonRequired {
            field: "do_not_contact_reason",
        }),
        _ => Ok(()),
    }
}

/// Writes the mark with its reason as part of a change.
pub(crate) fn write_do_not_contact(
    change: &mut Change<'_>,
    id: EntityId,
    reason: &str,
    seen: &Seen,
) -> Result<()> {
    Filled::default()
        .yes("do_not_contact", true)
        .text("do_not_contact_reason", reason)
        .edit(change, &VICTIM, id, seen)
}

/// Whether no channel may be used for this victim: a mark on any of her records holds for all.
pub(crate) fn must_not_be_contacted(file: &CaseFile, id: EntityId) -> Result<bool> {
    let row = store::one(file.conn(), id)?;
    let records = duplicates::records_of_person(file, id)?;
    is_marked(file, (id, &row), &records)
}

/// Whether one of these records of a person is marked, of which one has been read.
fn is_marked(
    file: &CaseFile,
    (read, row): (EntityId, &store::Row),
    records: &[EntityId],
) -> Result<bool> {
    if row.do_not_contact || records == [read] {
        return Ok(row.do_not_contact);
    }
    // A mark on a record that the person here may not see holds all the same.
    file.unseen(|conn| {
        for record in records {
            match store::one(conn, *record) {
                Ok(row) if row.do_not_contact => return Ok(true),
                Ok(_) | Err(Error::NotFound { .. }) => {}
                Err(refused) => return Err(refused),
            }
        }
        Ok(false)
    })
}

/// The case number of one record.
pub(crate) fn case_number_of(file: &CaseFile, id: EntityId) -> Result<String> {
    Ok(store::one(file.conn(), id)?.case_number)
}

/// One victim as a row of Find.
pub(crate) fn summary(file: &CaseFile, id: EntityId) -> Result<VictimSummary> {
    let records = duplicates::records_of_person(file, id)?;
    summary_of_records(file, id, &records, &policy::verified_before(file)?)
}

/// As [`summary`], where all her records are known, and before which day what was said to be safe is asked again.
pub(crate) fn summary_of_records(
    file: &CaseFile,
    id: EntityId,
    records: &[EntityId],
    stale: &str,
) -> Result<VictimSummary> {
    let row = store::one(file.conn(), id)?;
    summary_of(file, (id, row), records, stale)
}

/// As [`summary`], of one of these records, which are all hers.
fn summary_of(
    file: &CaseFile,
    (id, row): (EntityId, store::Row),
    records: &[EntityId],
    stale: &str,
) -> Result<VictimSummary> {
    let methods = contacts::listed_of_victim(file, id, stale)?;
    let do_not_contact = is_marked(file, (id, &row), records)?;
    let (mut others, mut other_numbers) = (Vec::new(), Vec::new());
    for other in records.iter().filter(|record| **record != id) {
        // A record that was not brought yet, or that somebody hid, says nothing.
        match case_number_of(file, *other) {
            Ok(number) => {
                others.push(*other);
                other_numbers.push(number);
            }
            // Not shown to a volunteer, but what it says for her safety counts.
            Err(Error::NotFound { .. })
                if file.unseen(|conn| Ok(store::one(conn, *other).is_ok()))? =>
            {
                others.push(*other);
            }
            Err(Error::NotFound { .. }) => {}
            Err(refused) => return Err(refused),
        }
    }
    let usable = contacts::with_other_records(file, &methods, &others)?;
    let phone = methods
        .iter()
        .find(|method| matches!(method.form.channel.as_str(), "phone" | "text"));
    let phone_end = phone.map(|method| {
        let digits = search::digits(&method.form.value);
        digits[digits.len().saturating_sub(2)..].to_owned()
    });
    let in_conflict = row.in_conflict || methods.iter().any(|method| method.in_conflict);
    Ok(VictimSummary {
        id: ids::text(id),
        case_number: row.case_number,
        initials: initials(&row.given_name, &row.family_name),
        name: format!("{} {}", row.given_name, row.family_name)
            .trim()
            .to_owned(),
        birth_year: row.birth_year,
        phone_end: phone_end.filter(|end| !end.is_empty()),
        language: row.language,
        last_contact_on: outreach::last_contact_on(file, id)?,
        safe_contact: contacts::safe_contact(&usable, do_not_contact),
        in_conflict,
        other_numbers,
    })
}

/// As [`summary`], or an empty one for a victim whose record has not come yet.
pub(crate) fn summary_or_stub(file: &CaseFile, id: EntityId) -> Result<VictimSummary> {
    match summary(file, id) {
        Err(Error::NotFound { .. }) => Ok(VictimSummary {
            id: ids::text(id),
            case_number: String::new(),
            initials: "—".to_owned(),
            name: String::new(),
            birth_year: None,
            phone_end: None,
            language: String::new(),
            last_contact_on: None,
            safe_contact: contacts::safe_contact(&[], false),
            in_conflict: false,
            other_numbers: Vec::new(),
        }),
        outcome => outcome,
    }
}

fn initials(given: &str, family: &str) -> String {
    let letters = [given, family]
        .into_iter()
        .filter_map(|part| part.chars().next());
    letters
        .map(|letter| format!("{}.", letter.to_uppercase()))
        .collect()
}

/// The next number of this place behind `counter` that no victim has. After a laptop was restored from an image, its own
/// later work may have come back with numbers that it does not remember giving.
fn next_case_number(file: &CaseFile, counter: u32) -> Result<(u32, String)> {
    let mut counter = counter + 1;
    loop {
        let number = case_number(file, counter);
        if !store::has_case_number(file.conn(), &number)? {
            return Ok((counter, number));
        }
        counter += 1;
    }
}

/// For example `CC-26-B7K-0042`: office, year, three letters of the device, counter.
fn case_number(file: &CaseFile, counter: u32) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let place = file.place();
    let office: String = place
        .office_name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect();
    let device: String = place.device[..3]
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    format!("{office}-{}-{device}-{counter:04}", file.now().format("%y"))
}
