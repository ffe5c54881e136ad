//! What stands in a record, as labelled values, and what a person writes instead.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, FixedOffset};
use countyline_ledger::{EntityState, Kind, Normal, Value};
use rusqlite::Connection;

use super::{EditableValue, LabelledValue, names};
use crate::contacts::{self, ContactMethodForm};
use crate::error::{Error, Result};
use crate::registry::{
    CONTACT_METHOD, Column, FOLLOW_UP, Field, OFFICE_POLICY, Record, Registry, VICTIM, WORDING,
    name, way,
};
use crate::{codes, days, followups, logo, own_lists, packs};

/// What stands in a record, without what only names other records.
pub(crate) fn values_of(record: &'static Record, state: &EntityState) -> Vec<LabelledValue> {
    let fields = record.fields.iter().filter(|field| {
        let is_plain = !matches!(field.column, Column::Ref | Column::InSet | Column::Encoded);
        is_plain && !state.heads(field.field_id()).is_empty()
    });
    fields
        .filter_map(|field| Some((field, state.shown(&Registry, field.field_id())?.value)))
        .filter(|(_, value)| *value != Value::Null)
        .flat_map(|(field, value)| labelled(record, field, &value))
        .collect()
}

/// A field's value, member by member.
pub(crate) fn labelled(record: &Record, field: &Field, value: &Value) -> Vec<LabelledValue> {
    match field.column {
        Column::Members(members) => members
            .iter()
            .filter_map(|(number, name)| {
                let text = value.member(*number)?.as_text()?;
                (!text.is_empty()).then(|| one_labelled(record, name, text.to_owned()))
            })
            .collect(),
        _ if is_logo(record, field) => {
            vec![one_labelled(
                record,
                field.name,
                logo::called(&written(value)),
            )]
        }
        _ if is_pack(record, field) => {
            vec![one_labelled(
                record,
                field.name,
                packs::called(&written(value)),
            )]
        }
        _ if is_own_lists(record, field) => {
            vec![one_labelled(
                record,
                field.name,
                own_lists::called(&written(value)),
            )]
        }
        _ => vec![one_labelled(record, field.name, written(value))],
    }
}

/// Whether it is a whole state pack.
fn is_pack(record: &Record, field: &Field) -> bool {
    record.id == OFFICE_POLICY.id && field.name == "installed_pack"
}

/// Whether it is the office's own lists.
fn is_own_lists(record: &Record, field: &Field) -> bool {
    record.id == OFFICE_POLICY.id && field.name == "own_lists"
}

/// Whether it is the county's logo.
fn is_logo(record: &Record, field: &Field) -> bool {
    record.id == OFFICE_POLICY.id && field.name == "logo"
}

/// Whether one of two is chosen and nobody writes a third into a line: a state pack, the office's lists, a logo, and what
/// says in which words papers speak, which is looked at where it is written.
fn is_chosen_whole(record: &Record, field: &Field) -> bool {
    is_pack(record, field)
        || is_own_lists(record, field)
        || is_logo(record, field)
        || record.id == WORDING.id
}

/// The same values where nothing of them is decided: of a way to reach a victim only the end of the number, and no
/// code word. What is hidden, or only told about, is no way to use.
pub(crate) fn covered(record: &Record, mut values: Vec<LabelledValue>) -> Vec<LabelledValue> {
    if record.id == CONTACT_METHOD.id {
        values.retain(|value| value.label != "field-code-word");
        let numbers = values
            .iter_mut()
            .filter(|value| value.label == "field-value");
        for number in numbers {
            number.value = contacts::covered(&number.value);
        }
    }
    values
}

/// As [`labelled`], also of what names other records and of lists: what each is called, and its parts in words.
pub(crate) fn of_side(
    conn: &Connection,
    record: &Record,
    field: &Field,
    value: &Value,
) -> Result<Vec<LabelledValue>> {
    match field.column {
        Column::Ref | Column::Encoded => {
            let said = names::in_words(conn, field, value)?;
            Ok(vec![one_labelled(record, field.name, said)])
        }
        _ => Ok(labelled(record, field, value)),
    }
}

/// That something was written which must not be shown.
pub(crate) fn not_said(record: &Record, field: &Field) -> Vec<LabelledValue> {
    vec![LabelledValue {
        code_list: None,
        ..one_labelled(record, field.name, "…".to_owned())
    }]
}

/// What a person may write instead of a field's sides, beginning with `shown`; nothing where only one of the
/// sides can be right, or where it is written somewhere else. All of it is written by [`value_written`].
pub(super) fn editable(record: &Record, field: &Field, shown: &Value) -> Vec<EditableValue> {
    let one = |name: &str, value: String| {
        let labelled = one_labelled(record, name, value);
        EditableValue {
            name: name.to_owned(),
            label: labelled.label,
            value: labelled.value,
            code_list: labelled.code_list,
        }
    };
    match (field.kind, field.column) {
        _ if is_chosen_whole(record, field) => Vec::new(),
        (Kind::Compound { .. }, Column::Members(members)) => members
            .iter()
            .filter(|(_, name)| is_written_instead(record, field, name))
            .map(|(number, name)| {
                let member = shown.member(*number).and_then(Value::as_text);
                one(name, member.unwrap_or_default().to_owned())
            })
            .collect(),
        (Kind::Register(_), Column::Text | Column::Int) if field.name != "case_number" => {
            vec![one(field.name, written(shown))]
        }
        _ => Vec::new(),
    }
}

/// Whether a person writes a member instead of two sides. When a way was checked follows from what she writes;
/// what came of a referral is recorded there, where the agency's word needs her release.
fn is_written_instead(record: &Record, field: &Field, member: &str) -> bool {
    match (record.id, field.name) {
        (id, "way") if id == CONTACT_METHOD.id => member != "verified_on",
        (id, "name") => id == VICTIM.id,
        _ => false,
    }
}

/// The value of a field that a person wrote, in place of what her screen had shown.
///
/// # Errors
/// Those of the form the field is written in.
pub(super) fn value_written(
    record: &Record,
    field: &Field,
    shown: Option<&Value>,
    given: &BTreeMap<String, String>,
    now: DateTime<FixedOffset>,
) -> Result<Value> {
    let text = |name: &str| given.get(name).map_or("", |text| text.trim()).to_owned();
    match (record.id, field.name) {
        (id, "way") if id == CONTACT_METHOD.id => {
            let stands = shown.and_then(|shown| shown.member(way::MARK_REASON)?.as_text());
            let form = ContactMethodForm {
                channel: text("channel"),
                value: text("value"),
                safe: text("safe"),
                voicemail: text("voicemail"),
                hours: text("hours"),
                cover_name: text("cover_name"),
                mark_reason: match given.contains_key("mark_reason") {
                    true => text("mark_reason"),
                    false => stands.unwrap_or_default().to_owned(),
                },
            };
            let mut value = contacts::value_written(&form, shown, now)?;
            if let (Value::Map(members), true) = (&mut value, given.contains_key("who_may_answer"))
            {
                members.insert(way::WHO_MAY_ANSWER, Value::text(text("who_may_answer")));
            }
            Ok(value)
        }
        (id, "name") if id == VICTIM.id => {
            let (given, family) = (text("given_name"), text("family_name"));
            if given.is_empty() && family.is_empty() {
                return Err(Error::NameRequired);
            }
            let mut members = match shown {
                Some(Value::Map(members)) => members.clone(),
                _ => BTreeMap::new(),
            };
            members.insert(name::GIVEN, Value::text(given));
            members.insert(name::FAMILY, Value::text(family));
            Ok(Value::Map(members))
        }
        _ => plain_written(record, field, text(field.name), now),
    }
}

fn plain_written(
    record: &Record,
    field: &Field,
    text: String,
    now: DateTime<FixedOffset>,
) -> Result<Value> {
    let name = field.name;
    if let Some(list) = code_list(record, name) {
        codes::ensure(list, name, &text)?;
        return Ok(Value::text(text));
    }
    match (field.kind, field.column) {
        (Kind::Register(Normal::Date), Column::Text) => {
            let day = days::day(name, &text)?;
            if record.id == FOLLOW_UP.id && name == "due_on" {
                let today = now.date_naive();
                followups::ensure_due(name, day, today, today)?;
            }
            Ok(Value::text(day.to_string()))
        }
        (Kind::Register(_), Column::Text) if name == "name" && text.is_empty() => {
            Err(Error::NameRequired)
        }
        (Kind::Register(_), Column::Text) => Ok(Value::text(text)),
        (Kind::Register(_), Column::Int) => {
            let range = match name {
                "birth_year" => 1900..=i64::from(now.year()),
                "age_at_incident" | "age_at_first_service" | "minimum_age" | "maximum_age" => {
                    0..=120
                }
                "verify_after_days" => 1..=365,
                "identity_months" | "statistics_months" => 1..=1200,
                _ => 0..=100_000,
            };
            let number = text.parse().ok();
            let plausible = number.filter(|number| range.contains(number));
            plausible
                .map(Value::Int)
                .ok_or(Error::InvalidInput { field: name })
        }
        _ => Err(Error::InvalidInput { field: name }),
    }
}

pub(crate) fn one_labelled(record: &Record, name: &str, value: String) -> LabelledValue {
    LabelledValue {
        label: format!("field-{}", name.replace('_', "-")),
        value,
        code_list: code_list(record, name).map(str::to_owned),
    }
}

/// The code list a field's or member's values come from.
fn code_list(record: &Record, name: &str) -> Option<&'static str> {
    Some(match (record.name, name) {
        (_, "channel") => "channel",
        (_, "safe") => "safe",
        (
            _,
            "voicemail"
            | "do_not_contact"
            | "confidential_location"
            | "victim_service_program"
            | "compensation_assistance"
            | "anonymous_contact"
            | "safe_check_reasked"
            | "hotline_answered"
            | "victim_spoke"
            | "revoked"
            | "name_safe_to_print"
            | "interpreter_need"
            | "acp"
            | "minor"
            | "guardian_is_alleged_abuser"
            | "sealed"
            | "legal_hold"
            | "monitored_device"
            | "blocked"
            | "closed"
            | "tribal_jurisdiction"
            | "arrest"
            | "in_custody"
            | "weapon_firearm"
            | "children_present"
            | "protection_order_in_force"
            | "strangulation_reported"
            | "explained"
            | "served"
            | "accepts_letter"
            | "warm_line_24h"
            | "mandatory"
            | "co_chair"
            | "pack_sample"
            | "called_off"
            | "came_out",
        ) => "answer",
        (_, "call_order") => "on_call_order",
        (_, "name_kind") => "name_kind",
        (_, "age_band") => "age_band",
        (_, "envelope") => "envelope",
        (_, "offender_relation") => "offender_relation",
        (_, "paper_state") => "paper_state",
        (_, "revoked_how") => "revoked_how",
        ("participation", "role") => "incident_role",
        ("compensation_claim", "status") => "claim_status",
        (_, "language") => "language",
        (_, "need") | ("victim", "needs") => "need",
        ("victim", "race_ethnicity") => "race_ethnicity",
        ("victim", "special_classes") => "special_class",
        ("victim", "relations") => "relation",
        ("victim", "gender") => "gender",
        (_, "victimization") => "victimization",
        ("release_of_information" | "disclosure", "items") => "release_item",
        ("release_of_information", "methods") => "release_method",
        ("release_of_information", "signer_capacity") => "signer_capacity",
        ("disclosure", "basis") => "disclosure_basis",
        ("disclosure", "form") => "disclosure_form",
        ("letter", "form") => "letter_form",
        ("letter", "kind") => "letter_kind",
        ("rights_notice", "item") => "notice_item",
        (_, "how_given") => "how_given",
        (_, "acknowledgement") => "acknowledgement",
        ("custody_notice", "state") => "custody_state",
        ("incident_fact", "fact") => "incident_fact",
        ("incident_fact", "answer") => "answer",
        (_, "not_done_reason") => "not_done_reason",
        ("service_event", "outcome") => "service_outcome",
        ("referral", "outcome") => "referral_outcome",
        (_, "outcome") => "outcome",
        (_, "item") => "service_item",
        (_, "local_item") => "local_item",
        (_, "mode") => "service_mode",
        (_, "funding_source") => "funding_source",
        (_, "urgency") => "urgency",
        (_, "legal_basis") => "referral_basis",
        (_, "sent_method") => "sent_method",
        (_, "outcome_source") => "outcome_source",
        (_, "barrier") => "barrier",
        (_, "level") => "risk_level",
        (_, "trigger") => "risk_trigger",
        (_, "policy") => "follow_up_policy",
        (_, "why") => "due_why",
        ("staff", "role") => "role",
        ("referral", "status") => "referral_status",
        ("referral", "kind") => "referral_kind",
        ("partner", "kind") => "partner_kind",
        ("partner_contact", "commitment_state") => "commitment_state",
        ("partner_service", "status") => "service_status",
        ("partner_location", "location_type") => "location_type",
        ("advisory_group", "kind") => "advisory_group_kind",
        ("survey", "audience") => "survey_audience",
        ("needs_assessment", "method") => "assessment_method",
        ("follow_up", "state") => "follow_up_state",
        ("follow_up", "reason") => "follow_up_reason",
        _ => return None,
    })
}

fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Null | Value::Bytes(_) | Value::List(_) | Value::Map(_) => String::new(),
    }
}
