//! What records are called where a person has to know which one is meant, and lists in words.

use countyline_ledger::{EntityId, Value};
use rusqlite::Connection;

use crate::contacts;
use crate::error::{Error, Result};
use crate::partners::directory;
use crate::registry::{
    ADVISORY_GROUP, COMMUNITY_EVENT, CONTACT_METHOD, COURT_DATE, Column, FOLLOW_UP, Field,
    INCIDENT, LETTER, PARTNER, PARTNER_SERVICE, REFERRAL, RELEASE, REPORT_SNAPSHOT, Record, STAFF,
    SURVEY, TRAINING_SESSION, VICTIM, way,
};
use crate::standing::{Standing, id_in};

/// The record type that a field names.
pub(super) fn named_by(field: &Field) -> Option<&'static Record> {
    Some(match field.name {
        "victim" | "relations" | "same_as" | "not_same_as" => &VICTIM,
        "staff" | "named_staff" | "assigned_to" | "person" | "pack_chosen_by"
        | "reporting_officer" => &STAFF,
        "partner" | "partners" | "recipient" | "responding_partner" => &PARTNER,
        "release" => &RELEASE,
        "incident" => &INCIDENT,
        "contact_method" => &CONTACT_METHOD,
        "follow_up" => &FOLLOW_UP,
        "referral" | "re_referred_from" => &REFERRAL,
        "letter" => &LETTER,
        "advisory_group" => &ADVISORY_GROUP,
        "community_event" => &COMMUNITY_EVENT,
        "survey" => &SURVEY,
        "repeat_of" => &TRAINING_SESSION,
        "service" => &PARTNER_SERVICE,
        "court_date" => &COURT_DATE,
        "amends" => &REPORT_SNAPSHOT,
        _ => return None,
    })
}

/// What a record is called: whose part it is, its own name, and its day where it has no name. Empty if it has not
/// come.
pub(super) fn called(conn: &Connection, record: &'static Record, id: EntityId) -> Result<String> {
    let stands = match Standing::load(conn, record, id) {
        Ok(stands) => stands,
        Err(Error::NotFound { .. }) => return Ok(String::new()),
        Err(refused) => return Err(refused),
    };
    let mut parts = Vec::new();
    for field in record.fields {
        let is_part_of = matches!(
            field.name,
            "partner" | "recipient" | "advisory_group" | "survey" | "community_event" | "person"
        );
        let named = is_part_of.then(|| stands.named(field.name)).flatten();
        if let (Some(named), Some(whole)) = (named, named_by(field)) {
            parts.push(called(conn, whole, named)?);
        }
    }
    let own = [
        "case_number",
        "agency_case_number",
        "name",
        "title",
        "topic",
        "campaign",
        "message",
        "person",
    ];
    let days = [
        "occurred_on",
        "due_on",
        "signed_on",
        "held_on",
        "contacted_on",
        "given_on",
        "worked_on",
        "counted_on",
        "called_at",
        "handed_in_on",
        "made_at",
        "at",
    ];
    let said = |names: &[&str]| {
        let has = |name: &&&str| {
            let mut fields = record.fields.iter();
            fields.any(|field| field.name == **name && field.column == Column::Text)
        };
        let mut texts = names.iter().filter(has).map(|name| stands.text(name));
        texts.find(|text| !text.is_empty())
    };
    let own = match record.id == CONTACT_METHOD.id {
        true => Some(contacts::covered(&stands.member("way", way::VALUE))),
        false => said(&own),
    };
    parts.extend(own.or_else(|| Some(said(&days)?.chars().take(ISO_DAY).collect())));
    parts.retain(|part| !part.is_empty());
    Ok(parts.join(", "))
}

/// Characters of an ISO date, with which every moment begins.
const ISO_DAY: usize = 10;

/// A value that names records or is a list, in words.
pub(super) fn in_words(conn: &Connection, field: &Field, value: &Value) -> Result<String> {
    match value {
        Value::List(parts) => joined(conn, field, parts, "; "),
        one => part_in_words(conn, field, one),
    }
}

/// One thing of several parts, which stand in a list or an HSDS item of their own.
pub(crate) fn part_in_words(conn: &Connection, field: &Field, value: &Value) -> Result<String> {
    Ok(match value {
        Value::List(parts) => joined(conn, field, parts, " ")?,
        Value::Map(members) => joined(conn, field, members.values(), " ")?,
        Value::Bytes(_) => match (named_by(field), id_in(value)) {
            (Some(record), Some(id)) => called(conn, record, id)?,
            _ => String::new(),
        },
        Value::Text(text) => match directory::items_read(std::slice::from_ref(text)).pop() {
            Some(item) => {
                let parts = item.iter();
                let parts = parts.map(|(name, text)| format!("{}: {text}", name.replace('_', " ")));
                parts.collect::<Vec<String>>().join(", ")
            }
            None => text.to_string(),
        },
        Value::Int(number) => number.to_string(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Null => String::new(),
    })
}

fn joined<'v>(
    conn: &Connection,
    field: &Field,
    parts: impl IntoIterator<Item = &'v Value>,
    between: &str,
) -> Result<String> {
    let parts = parts.into_iter();
    let parts = parts.map(|part| part_in_words(conn, field, part));
    let mut parts = parts.collect::<Result<Vec<String>>>()?;
    parts.retain(|part| !part.is_empty());
    Ok(parts.join(between))
}
