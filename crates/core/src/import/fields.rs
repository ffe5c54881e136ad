//! What a column can be: the fields of each kind of row, and how a cell of each is read.

use super::{ImportField, ImportWhat};
use crate::codes;

/// How a cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reads {
    /// Text as it is. Several columns are joined by this.
    Text(&'static str),
    /// A code of this list.
    Code(&'static str),
    /// Codes of this list; several columns add up.
    Codes(&'static str),
    /// Yes or no; an empty cell is neither.
    Mark,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// A day, with or without a time.
    Moment,
}

/// A field.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) reads: Reads,
    /// Whether a row without it is refused.
    pub(super) needed: bool,
}

const fn field(name: &'static str, reads: Reads) -> Field {
    Field {
        name,
        reads,
        needed: false,
    }
}

const fn needed(name: &'static str, reads: Reads) -> Field {
    Field {
        needed: true,
        ..field(name, reads)
    }
}

const NAME: Reads = Reads::Text(" ");
const TEXT: Reads = Reads::Text(", ");
const ANSWER: Reads = Reads::Code("answer");

/// The ways to reach a victim: what its fields begin with, and its channel.
pub(super) const WAYS: [(&str, &str); 6] = [
    ("phone", "phone"),
    ("other_phone", "phone"),
    ("text", "text"),
    ("email", "email"),
    ("post", "post"),
    ("trusted_person", "trusted_person"),
];

static VICTIMS: &[Field] = &[
    field("given_name", NAME),
    field("family_name", NAME),
    field("full_name", NAME),
    field("other_name", NAME),
    field("name_kind", Reads::Code("name_kind")),
    field("name_safe_to_print", ANSWER),
    field("birth_date", Reads::Day),
    field("birth_year", Reads::Number),
    field("age_at_incident", Reads::Number),
    field("age_at_first_service", Reads::Number),
    field("age_band", Reads::Code("age_band")),
    field("gender", Reads::Code("gender")),
    field("gender_stated", TEXT),
    field("pronoun", TEXT),
    field("race_ethnicity", Reads::Codes("race_ethnicity")),
    field("special_classes", Reads::Codes("special_class")),
    field("special_class_other", TEXT),
    field("language", Reads::Code("language")),
    field("interpreter_need", ANSWER),
    field("access_needs", TEXT),
    field("needs", Reads::Codes("need")),
    field("zone", TEXT),
    field("minor", ANSWER),
    field("guardian", NAME),
    field("guardian_is_alleged_abuser", ANSWER),
    field("tribal_affiliation", TEXT),
    field("opened_on", Reads::Day),
    field("follow_up_on", Reads::Day),
    field("do_not_contact", Reads::Mark),
    field("do_not_contact_reason", TEXT),
    field("acp", ANSWER),
    field("acp_substitute_address", TEXT),
    field("acp_card_number", TEXT),
    field("acp_expires_on", Reads::Day),
    field("real_address", TEXT),
    field("real_address_need", TEXT),
    field("phone", TEXT),
    field("phone_safe", Reads::Code("safe")),
    field("phone_voicemail", ANSWER),
    field("phone_hours", TEXT),
    field("phone_cover_name", TEXT),
    field("other_phone", TEXT),
    field("other_phone_safe", Reads::Code("safe")),
    field("other_phone_voicemail", ANSWER),
    field("other_phone_hours", TEXT),
    field("other_phone_cover_name", TEXT),
    field("text", TEXT),
    field("text_safe", Reads::Code("safe")),
    field("text_hours", TEXT),
    field("email", TEXT),
    field("email_safe", Reads::Code("safe")),
    field("post", TEXT),
    field("post_safe", Reads::Code("safe")),
    field("trusted_person", TEXT),
    field("trusted_person_safe", Reads::Code("safe")),
];

static CONTACTS: &[Field] = &[
    needed("victim", TEXT),
    needed("at", Reads::Moment),
    needed("channel", Reads::Code("channel")),
    needed("outcome", Reads::Code("outcome")),
    field("minutes", Reads::Number),
    field("note", TEXT),
    field("next_follow_up_on", Reads::Day),
];

static PARTNERS: &[Field] = &[
    needed("name", NAME),
    needed("kind", Reads::Code("partner_kind")),
    field("needs", Reads::Codes("need")),
    field("languages", Reads::Codes("language")),
    field("phone", TEXT),
    field("hours", TEXT),
    field("address", TEXT),
    field("zone", TEXT),
    field("confidential_location", Reads::Mark),
    field("victim_service_program", Reads::Mark),
    field("assured_on", Reads::Day),
];

static PARTNER_CONTACTS: &[Field] = &[
    needed("partner", TEXT),
    needed("on", Reads::Day),
    needed("kind", Reads::Code("partner_contact_kind")),
    field("person", NAME),
    field("concerns", Reads::Codes("concern")),
    field("response_given", TEXT),
    field("commitment", TEXT),
    field("commitment_by", Reads::Code("commitment_by")),
    field("purpose", Reads::Code("outreach_purpose")),
    field("relationship_stage", Reads::Code("relationship_stage")),
    field("next_step", TEXT),
    field("next_on", Reads::Day),
];

/// The fields of rows of this kind.
pub(super) fn of(what: ImportWhat) -> &'static [Field] {
    match what {
        ImportWhat::Victims => VICTIMS,
        ImportWhat::Contacts => CONTACTS,
        ImportWhat::Partners => PARTNERS,
        ImportWhat::PartnerContacts => PARTNER_CONTACTS,
    }
}

/// What the columns of such a table can be.
pub fn what_columns_can_be(what: ImportWhat) -> Vec<ImportField> {
    of(what).iter().map(Field::told).collect()
}

impl Field {
    fn told(&self) -> ImportField {
        let (code_list, codes) = match self.reads {
            Reads::Code(list) | Reads::Codes(list) => (Some(list), codes::list(list).to_vec()),
            Reads::Mark => (Some("answer"), vec!["yes".to_owned(), "no".to_owned()]),
            Reads::Text(_) | Reads::Number | Reads::Day | Reads::Moment => (None, Vec::new()),
        };
        ImportField {
            name: self.name.to_owned(),
            code_list: code_list.map(str::to_owned),
            codes,
            needed: self.needed,
        }
    }
}

/// The field of this name.
pub(super) fn named(what: ImportWhat, name: &str) -> Option<&'static Field> {
    of(what).iter().find(|field| field.name == name)
}
