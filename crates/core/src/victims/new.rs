//! A new victim: what her form may say, and how it is written. For the form on the screen and for the rows of a
//! table that are taken in, so that there is one set of rules.

use chrono::NaiveDate;
use countyline_ledger::{EntityId, Value};

use super::{VictimForm, about, facts, next_case_number, store};
use crate::casefile::{CaseFile, Change, Seen};
use crate::error::Result;
use crate::own_lists::Sorted;
use crate::registry::{VICTIM, name};
use crate::roles::Sight;
use crate::{checks, contacts, days, followups, own_lists};

/// Refuses a form that cannot all be so, before anything is written, and tells what she needs. No follow-up is due
/// before her record was opened.
///
/// # Errors
/// Those of the facts and of the ways to reach her; `NameRequired`, `AnswersExclude`, `InvalidInput`,
/// `UnknownCode`, `DueOutOfRange`.
pub(crate) fn ensure_sound(
    file: &CaseFile,
    form: &VictimForm,
    opened_on: NaiveDate,
) -> Result<Sorted> {
    let about = about::about_of(form);
    let facts = form.facts.clone().unwrap_or_default();
    let unnamed = facts.name_kind == "unnamed";
    about::ensure_sound(file, &about, unnamed)?;
    own_lists::zones(file)?.ensure("zone", &form.zone, &[])?;
    checks::exclude("name", "name_kind", unnamed && about::is_named(&about))?;
    facts::ensure_sound(file, &facts)?;
    about::ensure_minor_born_in(file, form.birth_year, &facts.minor)?;
    if let Some(born) = facts.birth_date.as_deref().and_then(|day| day.get(..4)) {
        let differs = form.birth_year.is_some_and(|year| year.to_string() != born);
        checks::exclude("birth_date", "birth_year", differs)?;
    }
    if let Some(method) = &form.contact_method {
        contacts::ensure_sound(method)?;
    }
    if let Some(due_on) = &form.follow_up_on {
        let due_on = days::day("follow_up_on", due_on)?;
        followups::ensure_due("follow_up_on", due_on, opened_on, file.now().date_naive())?;
    }
    about::needs_of(file, &about, &[])
}

/// A victim about to be written, whose form was found sound.
pub(crate) struct NewVictim<'a> {
    pub(crate) form: &'a VictimForm,
    /// What she needs, as [`ensure_sound`] found it.
    pub(crate) needs: &'a Sorted,
    /// Her number.
    pub(crate) case_number: &'a str,
    /// ISO date; none is today.
    pub(crate) opened_on: Option<&'a str>,
    /// Who is named for her from the first: a volunteer sees no other cases.
    pub(crate) named: Option<EntityId>,
}

/// Who is named for the victims that the person here records.
pub(crate) fn named_by(file: &CaseFile) -> Option<EntityId> {
    let sees_own_only = file.person().sight() == Sight::Own;
    sees_own_only.then(|| file.place().staff)
}

/// Writes a victim without the ways to reach her, as part of a change.
pub(crate) fn write(change: &mut Change<'_>, id: EntityId, new: &NewVictim<'_>) -> Result<()> {
    let form = new.form;
    let facts = form.facts.clone().unwrap_or_default();
    let today = change.now().date_naive().to_string();
    let opened_on = new.opened_on.unwrap_or(&today);
    let mut fields = vec![
        ("case_number", Value::text(new.case_number)),
        ("zone", Value::text(form.zone.trim())),
        ("opened_on", Value::text(opened_on)),
    ];
    // Nothing written is "not known": a language that nobody asked about is not English.
    if !form.language.is_empty() {
        fields.push(("language", Value::text(&*form.language)));
    }
    fields.extend(
        form.birth_year
            .map(|year| ("birth_year", Value::Int(year.into()))),
    );
    if facts.name_kind != "unnamed" {
        let whole_name = [
            (name::GIVEN, Value::text(form.given_name.trim())),
            (name::FAMILY, Value::text(form.family_name.trim())),
        ];
        fields.push(("name", Value::Map(whole_name.into())));
    }
    change.create_as(&VICTIM, id, fields);
    facts::write(change, id, &facts, &Seen::default())?;
    for (field, codes) in [
        ("needs", &new.needs.standard),
        ("own_needs", &new.needs.own),
    ] {
        let codes = codes.iter().map(|code| Value::text(&**code));
        change.add(&VICTIM, id, field, codes);
    }
    if let Some(due_on) = &form.follow_up_on {
        followups::write(change, id, due_on, "first_follow_up")?;
    }
    let named = new.named.map(|staff| Value::bytes(staff.0));
    change.add(&VICTIM, id, "named_staff", named);
    Ok(())
}

/// Case numbers for several victims of one change.
pub(crate) struct Numbers {
    counter: u32,
}

impl Numbers {
    /// Behind the last number this place gave.
    pub(crate) fn of(file: &CaseFile) -> Numbers {
        Numbers {
            counter: file.place().case_counter,
        }
    }

    /// The next one.
    pub(crate) fn next(&mut self, file: &CaseFile) -> Result<String> {
        let (counter, number) = next_case_number(file, self.counter)?;
        self.counter = counter;
        Ok(number)
    }

    /// Keeps what was given, in the change that gives it.
    pub(crate) fn keep(&self, change: &mut Change<'_>) {
        let counter = self.counter;
        change.beside(move |conn| store::keep_case_counter(conn, counter));
    }

    /// Says so to the place, once the change is on disk.
    pub(crate) fn were_given(&self, file: &mut CaseFile) {
        file.count_case(self.counter);
    }
}
