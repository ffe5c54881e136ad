//! A row about a victim: who she is, how she may be reached, what protects her.

use chrono::{Months, NaiveDate};
use countyline_ledger::EntityId;

use super::fields::WAYS;
use super::keys::Keys;
use super::plan::Told;
use crate::casefile::{CaseFile, Change, Seen};
use crate::contacts::{self, ContactMethodForm};
use crate::duplicates::{Birth, Person};
use crate::error::{Error, Result};
use crate::own_lists::Sorted;
use crate::registry::{CONTACT_METHOD, VICTIM, name};
use crate::search::plain;
use crate::standing::{NOT_ASKED, Standing};
use crate::victims::{
    self, AddressProtection, NewVictim, OtherName, VictimFacts, VictimForm, ensure_new_protected,
    ensure_sound,
};
use crate::{checks, days};

/// How long something may be overdue that no day of opening explains.
const OVERDUE: Months = Months::new(60);

/// A victim whose row was found sound.
pub(super) struct Victim {
    form: VictimForm,
    needs: Sorted,
    ways: Vec<(&'static str, ContactMethodForm)>,
    protection: AddressProtection,
    opened_on: Option<String>,
    /// Why she is not to be contacted.
    do_not_contact: Option<String>,
}

/// Refuses a row that the forms would refuse.
///
/// # Errors
/// Those of the forms.
pub(super) fn checked(file: &CaseFile, told: &Told) -> Result<Victim> {
    let (given_name, family_name) = names(told);
    let other_names = told.maybe("other_name").map(|name| OtherName {
        kind: "alias".to_owned(),
        name,
    });
    let ways: Vec<(&'static str, ContactMethodForm)> = WAYS
        .iter()
        .filter_map(|(field, channel)| Some((*field, way(told, field, channel)?)))
        .collect();
    let form = VictimForm {
        given_name,
        family_name,
        birth_year: told.number("birth_year"),
        language: told.owned("language"),
        needs: told.codes("needs"),
        zone: told.owned("zone"),
        contact_method: None,
        follow_up_on: told.maybe("follow_up_on"),
        facts: Some(VictimFacts {
            name_kind: told.owned("name_kind"),
            other_names: other_names.into_iter().collect(),
            name_safe_to_print: told.owned("name_safe_to_print"),
            birth_date: told.maybe("birth_date"),
            age_at_incident: told.number("age_at_incident"),
            age_at_first_service: told.number("age_at_first_service"),
            age_band: told.owned("age_band"),
            race_ethnicity: told.codes("race_ethnicity"),
            gender: told.owned("gender"),
            gender_stated: told.owned("gender_stated"),
            pronoun: told.owned("pronoun"),
            special_classes: told.codes("special_classes"),
            special_class_other: told.owned("special_class_other"),
            interpreter_need: told.owned("interpreter_need"),
            access_needs: told.owned("access_needs"),
            minor: told.owned("minor"),
            guardian: told.owned("guardian"),
            guardian_is_alleged_abuser: told.owned("guardian_is_alleged_abuser"),
            tribal_affiliation: told.owned("tribal_affiliation"),
        }),
    };
    let protection = AddressProtection {
        acp: told.owned("acp"),
        substitute_address: told.owned("acp_substitute_address"),
        card_number: told.owned("acp_card_number"),
        expires_on: told.owned("acp_expires_on"),
        real_address: told.owned("real_address"),
        legal_need: told.owned("real_address_need"),
    };
    let today = file.now().date_naive();
    checks::maybe_past_day("opened_on", told.text("opened_on"), today)?;
    // What is overdue in an old table is overdue here; of a table that does not say when she came, for some years.
    let opened_on = match told.maybe("opened_on") {
        Some(day) => days::day("opened_on", day.trim())?,
        None => today.checked_sub_months(OVERDUE).unwrap_or(NaiveDate::MIN),
    };
    let needs = ensure_sound(file, &form, opened_on)?;
    let forms: Vec<ContactMethodForm> = ways.iter().map(|(_, form)| form.clone()).collect();
    forms.iter().try_for_each(contacts::ensure_sound)?;
    ensure_new_protected(&protection, &forms)?;
    let is_marked = told.mark("do_not_contact") == Some(true);
    let do_not_contact = is_marked.then(|| told.owned("do_not_contact_reason"));
    do_not_contact
        .as_deref()
        .map_or(Ok(()), victims::ensure_reason)?;
    Ok(Victim {
        form,
        needs,
        ways,
        protection,
        opened_on: told.maybe("opened_on"),
        do_not_contact,
    })
}

impl Victim {
    /// Writes her as part of a change, with everything the row says or not at all.
    pub(super) fn write(
        &self,
        change: &mut Change<'_>,
        id: EntityId,
        keys: &Keys,
        case_number: &str,
        named: Option<EntityId>,
    ) -> Result<()> {
        let new = NewVictim {
            form: &self.form,
            needs: &self.needs,
            case_number,
            opened_on: self.opened_on.as_deref(),
            named,
        };
        victims::write_new(change, id, &new)?;
        for (field, form) in &self.ways {
            let way = keys.below(&CONTACT_METHOD, id, field);
            contacts::write_from_table(change, way, id, form)?;
        }
        let nothing = Seen::default();
        victims::write_protection(change, id, &self.protection, &nothing)?;
        if let Some(reason) = &self.do_not_contact {
            victims::write_do_not_contact(change, id, reason, &nothing)?;
        }
        Ok(())
    }

    /// As she is compared with others.
    pub(super) fn person(&self) -> Person {
        let facts = self.form.facts.as_ref();
        let year = self
            .form
            .birth_year
            .and_then(|year| u16::try_from(year).ok());
        let birth = facts.and_then(|facts| Birth::parse(facts.birth_date.as_deref()?));
        let values = |channels: &'static [&'static str]| {
            let ways = self.ways.iter().map(|(_, form)| form);
            let of_channel = ways.filter(|form| channels.contains(&form.channel.as_str()));
            of_channel.map(|form| form.value.clone())
        };
        Person {
            given: self.form.given_name.clone(),
            family: self.form.family_name.clone(),
            birth: birth.or(year.map(Birth::in_year)).unwrap_or_default(),
            zone: self.form.zone.clone(),
            phones: values(&["phone", "text"]).collect(),
            email: values(&["email"]).next().unwrap_or_default(),
            street: values(&["post"]).next().unwrap_or_default(),
            ..Person::default()
        }
    }
}

/// Whether the record that is here under a row's id has a name, and the row another.
pub(super) fn has_another_name(file: &CaseFile, id: EntityId, told: &Told) -> Result<bool> {
    let standing = match Standing::of(file.conn(), &VICTIM, id) {
        Ok(standing) => standing,
        // Hidden as recorded by mistake: it is here all the same.
        Err(Error::NotFound { .. } | Error::Erased) => return Ok(false),
        Err(refused) => return Err(refused),
    };
    let member = |number| standing.member("name", number);
    let here = plain(&format!("{} {}", member(name::GIVEN), member(name::FAMILY)));
    let (given, family) = names(told);
    let row = plain(&format!("{given} {family}"));
    Ok(!here.is_empty() && !row.is_empty() && here != row)
}

/// Given and family name. A full name has the family name first if there is a comma, else last.
fn names(told: &Told) -> (String, String) {
    let (given, family) = (told.owned("given_name"), told.owned("family_name"));
    let full = told.text("full_name").trim();
    if full.is_empty() || !(given.is_empty() && family.is_empty()) {
        return (given, family);
    }
    let parted = match full.split_once(',') {
        Some((family, given)) => (given, family),
        None => full.rsplit_once(char::is_whitespace).unwrap_or((full, "")),
    };
    (parted.0.trim().to_owned(), parted.1.trim().to_owned())
}

/// A way to reach her, if the row says anything of it. What nobody asked stays so: it is never "safe".
fn way(told: &Told, field: &str, channel: &str) -> Option<ContactMethodForm> {
    let part = |name: &str| told.owned(&format!("{field}_{name}"));
    let or = |text: String, default: &str| match text.as_str() {
        "" => default.to_owned(),
        _ => text,
    };
    let form = ContactMethodForm {
        channel: channel.to_owned(),
        value: told.owned(field),
        safe: or(part("safe"), "unknown"),
        voicemail: or(part("voicemail"), NOT_ASKED),
        hours: part("hours"),
        cover_name: part("cover_name"),
        mark_reason: String::new(),
    };
    let says_nothing = form.value.is_empty()
        && form.safe == "unknown"
        && form.voicemail == NOT_ASKED
        && form.hours.is_empty()
        && form.cover_name.is_empty();
    (!says_nothing).then_some(form)
}
