//! Ways to reach a victim, and whether they are safe.
//!
//! A number and its safety are one value, so a flag never lands on another number. Of two values written
//! apart the safer one holds at once (the registry says which), and a way marked "do not contact" stays
//! so until a person decides. A channel nobody asked about counts as unsafe.

mod effects;
mod gate;
pub mod outcomes;
mod store;
mod views;

#[cfg(test)]
mod gate_tests;
#[cfg(test)]
mod meanwhile_tests;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use countyline_ledger::{EntityId, Normal, Value};

pub(crate) use effects::after_attempt;
pub use gate::{check_again, gate, open, reveal_code_word, set_details};
pub(crate) use gate::{covered, form_in, gate_unnoted, ways_of_record};
pub use views::*;

use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::{CONTACT_METHOD, SAFE, VICTIM, way};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{codes, ids, policy, search, victims};

/// Adds a way to reach a victim.
pub fn add(file: &mut CaseFile, victim_id: &str, form: &ContactMethodForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    victims::ensure_no_street(file, victim, &form.channel, &form.value)?;
    let (id, changes) = file.change(Action::AddContactMethod, |change| {
        change.state(&VICTIM, victim)?;
        write(change, victim, form)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a way to reach a victim, in place of what the form had shown.
pub fn edit(
    file: &mut CaseFile,
    contact_method_id: &str,
    form: &ContactMethodForm,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&CONTACT_METHOD, contact_method_id)?;
    let seen = Seen::from_token(seen)?;
    Standing::of(file.conn(), &CONTACT_METHOD, id)?;
    ensure_no_street(file, id, &form.channel, &form.value)?;
    let ((), changes) = file.change(Action::EditContactMethod, |change| {
        let before = change.had_shown(&CONTACT_METHOD, id, &seen, "way")?;
        let value = value_written(form, before.as_ref(), change.now())?;
        if before.is_some_and(|before| !name_one_place(&before, &value)) {
            // What happened on the old number says nothing about the new one.
            for mark in ["blocked", "closed"] {
                if is_marked(change, id, &seen, mark)? {
                    let lifted = Filled::default().yes(mark, false);
                    lifted.edit(change, &CONTACT_METHOD, id, &seen)?;
                }
            }
        }
        change.edit(&CONTACT_METHOD, id, &seen, [("way", value)])
    })?;
    Ok(Saved::new(id, &changes))
}

/// Refuses the street of a victim whose address is protected, written as a way to reach her.
///
/// # Errors
/// [`Error::NotFound`]; those of the rule.
pub(crate) fn ensure_no_street(
    file: &CaseFile,
    id: EntityId,
    channel: &str,
    value: &str,
) -> Result<()> {
    match Standing::load(file.conn(), &CONTACT_METHOD, id)?.named("victim") {
        Some(victim) => victims::ensure_no_street(file, victim, channel, value),
        None => Ok(()),
    }
}

/// Whether a form had shown this mark on a way. One that came meanwhile was not on the screen.
fn is_marked(change: &Change<'_>, id: EntityId, seen: &Seen, mark: &str) -> Result<bool> {
    let shown = change.had_shown(&CONTACT_METHOD, id, seen, mark)?;
    Ok(shown == Some(Value::Bool(true)))
}

/// The value a person writes in place of the one her form had shown. It counts as checked now, unless it says
/// the same as before: an unchanged form asked her nothing.
pub(crate) fn value_written(
    form: &ContactMethodForm,
    before: Option<&Value>,
    now: DateTime<FixedOffset>,
) -> Result<Value> {
    let mut value = value_of(form, now)?;
    let Some(before) = before else {
        return Ok(value);
    };
    let same = |number| value.member(number) == before.member(number);
    let says_the_same = same(way::CHANNEL) && same(way::SAFE) && name_one_place(before, &value);
    if let Value::Map(members) = &mut value {
        if before.member(way::MARK_REASON).is_some() {
            // What the form showed and holds no more is taken out.
            members.entry(way::MARK_REASON).or_insert(Value::text(""));
        }
        if says_the_same {
            members.remove(&way::VERIFIED_ON);
        } else {
            members.entry(way::VERIFIED_ON).or_insert(Value::text(""));
        }
    }
    Ok(with_members(Some(before), value))
}

/// The value a form had shown of a way with what is written over it. Members that the form does not show, also
/// those of a newer program, stay with the way they were written of.
fn with_members(shown: Option<&Value>, written: Value) -> Value {
    match (shown, written) {
        (Some(Value::Map(kept)), Value::Map(members)) => {
            let mut whole = kept.clone();
            whole.extend(members);
            Value::Map(whole)
        }
        (_, written) => written,
    }
}

/// Whether two values of a way name one number or address, however it is written.
pub(crate) fn name_one_place(one: &Value, other: &Value) -> bool {
    let nothing = Value::text("");
    let place = |value: &Value| value.member(way::VALUE).unwrap_or(&nothing).clone();
    let same = |normal: Normal| normal.same(&place(one), &place(other));
    same(Normal::Phone) || same(Normal::Text)
}

/// Writes a new way to reach a victim as part of a change.
pub(crate) fn write(
    change: &mut Change<'_>,
    victim: EntityId,
    form: &ContactMethodForm,
) -> Result<EntityId> {
    let fields = [
        ("victim", Value::bytes(victim.0)),
        ("way", value_of(form, change.now())?),
    ];
    Ok(change.create(&CONTACT_METHOD, fields))
}

/// Writes a way to reach a victim of which an old table says so: nobody asked her now, so it is to be asked again
/// before it is used.
pub(crate) fn write_from_table(
    change: &mut Change<'_>,
    id: EntityId,
    victim: EntityId,
    form: &ContactMethodForm,
) -> Result<()> {
    let mut whole = value_of(form, change.now())?;
    if let Value::Map(members) = &mut whole {
        members.remove(&way::VERIFIED_ON);
    }
    let fields = [("victim", Value::bytes(victim.0)), ("way", whole)];
    change.create_as(&CONTACT_METHOD, id, fields);
    Ok(())
}

/// Refuses codes that are on no list, before anything is written.
///
/// # Errors
/// [`Error::UnknownCode`].
pub(crate) fn ensure_sound(form: &ContactMethodForm) -> Result<()> {
    codes::ensure("channel", "channel", &form.channel)?;
    codes::ensure("safe", "safe", &form.safe)?;
    codes::ensure("answer", "voicemail", &form.voicemail)
}

/// The ways to reach a victim, the one to use first at the top.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<ContactMethodView>> {
    let methods = store::of_victim(file.conn(), victim)?;
    as_of(file, victim, methods, &policy::verified_before(file)?)
}

/// As [`of_victim`], for a list, where nobody edits them; what was said to be safe before `stale` is to be asked again.
pub(crate) fn listed_of_victim(
    file: &CaseFile,
    victim: EntityId,
    stale: &str,
) -> Result<Vec<ContactMethodView>> {
    let methods = store::to_look_at(file.conn(), victim)?;
    as_of(file, victim, methods, stale)
}

/// What time, and the other ways that lead to the same place, do to ways to reach a victim.
fn as_of(
    file: &CaseFile,
    victim: EntityId,
    mut methods: Vec<ContactMethodView>,
    stale: &str,
) -> Result<Vec<ContactMethodView>> {
    let channels: Vec<String> = methods.iter().map(|way| way.form.channel.clone()).collect();
    for method in &mut methods {
        let same = |channel: &&String| **channel == method.form.channel;
        let is_only = channels.iter().filter(same).count() == 1;
        let way = ids::parse(&CONTACT_METHOD, &method.id)?;
        let reached =
            store::last_reached_on(file.conn(), victim, way, &method.form.channel, is_only)?;
        let checked = method.verified_on.as_ref().max(reached.as_ref());
        let says_safe = matches!(method.form.safe.as_str(), "yes" | "with_conditions");
        method.ask_again = says_safe && checked.is_none_or(|on| **on < *stale);
        method.verified_on = checked.cloned();
    }
    let marked = methods.clone();
    for method in &mut methods {
        let form = method.form.clone();
        for other in marked
            .iter()
            .filter(|other| lead_to_the_same(&form, &other.form))
        {
            share_marks(method, other);
        }
    }
    Ok(methods)
}

/// As [`of_victim`], also of a record that the person here may not see, and without what time does to a way.
pub(crate) fn unseen_of_victim(
    file: &CaseFile,
    victim: EntityId,
) -> Result<Vec<ContactMethodView>> {
    file.unseen(|conn| store::of_victim(conn, victim))
}

/// The ways to reach a victim, `own`, as far as her other records allow, and theirs: a number that one record calls
/// unsafe is unsafe in each. What stands in the records is not changed.
pub(crate) fn with_other_records(
    file: &CaseFile,
    own: &[ContactMethodView],
    others: &[EntityId],
) -> Result<Vec<ContactMethodView>> {
    let mut of_records = vec![own.to_vec()];
    let mut shown = vec![true];
    for other in others {
        // What protects her does so also from a record that the person here may not see.
        let all = unseen_of_victim(file, *other)?;
        let seen = of_victim(file, *other)?;
        let is_shown = seen.len() == all.len();
        shown.push(is_shown);
        of_records.push(if is_shown { seen } else { all });
    }
    let mut methods = Vec::new();
    let shown = of_records.iter().enumerate().filter(|(at, _)| shown[*at]);
    for (at, of_record) in shown {
        for method in of_record {
            let mut method = method.clone();
            let elsewhere = of_records
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at);
            for other in elsewhere.flat_map(|(_, methods)| methods) {
                if lead_to_the_same(&method.form, &other.form) {
                    protect(&mut method, other);
                }
            }
            methods.push(method);
        }
    }
    Ok(methods)
}

/// Takes over what another record says more carefully.
fn protect(method: &mut ContactMethodView, other: &ContactMethodView) {
    method.do_not_contact |= other.do_not_contact;
    share_marks(method, other);
    let rank = |safe: &str| SAFE.rank(Some(&Value::text(safe)));
    if rank(&other.form.safe) < rank(&method.form.safe) {
        method.form.safe.clone_from(&other.form.safe);
    }
    if other.form.voicemail == "no" {
        "no".clone_into(&mut method.form.voicemail);
    }
}

/// What happened at one telephone or address holds for every way that leads there. What she said of each way does
/// not: a call may be safe where a text is not.
fn share_marks(method: &mut ContactMethodView, other: &ContactMethodView) {
    method.blocked |= other.blocked;
    method.closed |= other.closed;
    method.watched |= other.watched;
}

/// Whether two ways end at one telephone or one address. What is said of a telephone holds for calls and texts.
fn lead_to_the_same(one: &ContactMethodForm, other: &ContactMethodForm) -> bool {
    let is_telephone = |form: &ContactMethodForm| matches!(&*form.channel, "phone" | "text");
    if is_telephone(one) && is_telephone(other) {
        let (one, other) = (search::digits(&one.value), search::digits(&other.value));
        let end = |digits: &str| digits[digits.len().saturating_sub(10)..].to_owned();
        return !one.is_empty() && end(&one) == end(&other);
    }
    let (value, other_value) = (search::plain(&one.value), search::plain(&other.value));
    one.channel == other.channel && !value.is_empty() && value == other_value
}

/// The line every screen shows before a victim is contacted.
pub(crate) fn safe_contact(methods: &[ContactMethodView], do_not_contact: bool) -> SafeContactView {
    let nothing = |level: &str| SafeContactView {
        level: level.to_owned(),
        channel: None,
        hours: String::new(),
        cover_name: String::new(),
        voicemail: "not_asked".to_owned(),
    };
    if do_not_contact {
        return nothing("do_not_contact");
    }
    let usable = methods
        .iter()
        .filter(|method| !is_barred(method))
        .max_by_key(|method| (safety(&method.form.safe), !method.ask_again));
    match usable {
        Some(method) if safety(&method.form.safe) > 0 => SafeContactView {
            level: match method.form.safe.as_str() {
                _ if method.ask_again => "ask_again",
                "yes" => "safe",
                "with_conditions" => "with_conditions",
                _ => "ask_again",
            }
            .to_owned(),
            channel: Some(method.form.channel.clone()),
            hours: method.form.hours.clone(),
            cover_name: method.form.cover_name.clone(),
            voicemail: method.form.voicemail.clone(),
        },
        _ => nothing("no_safe_way"),
    }
}

/// Refuses a contact on a channel, by the way whose id is named if there is one, that her rules forbid: none at all, a message on a channel where she did not agree to
/// one, or word left with somebody she did not name.
pub(crate) fn ensure_may_contact(
    methods: &[ContactMethodView],
    do_not_contact: bool,
    (channel, used): (&str, Option<&str>),
    outcome: &str,
) -> Result<()> {
    // She came to us, or we stood before her: nothing was sent into a home that is not safe.
    let face_to_face = matches!(channel, "in_person");
    if do_not_contact && !face_to_face && outcome != "blocked_no_safe_method" {
        return Err(Error::DoNotContact);
    }
    effects::ensure_may_have_used(methods, (channel, used), outcome)
}

/// Whether nothing stands in the way of using it: she said that it is safe, and nothing says otherwise.
pub(crate) fn is_usable(method: &ContactMethodView) -> bool {
    !is_barred(method) && matches!(&*method.form.safe, "yes" | "with_conditions")
}

fn is_barred(method: &ContactMethodView) -> bool {
    method.do_not_contact || method.blocked || method.closed || method.watched
}

fn safety(code: &str) -> usize {
    let known = codes::list("safe").iter().position(|safe| safe == code);
    known.unwrap_or(0)
}

fn value_of(form: &ContactMethodForm, now: DateTime<FixedOffset>) -> Result<Value> {
    ensure_sound(form)?;
    let members = [
        (way::CHANNEL, &form.channel),
        (way::VALUE, &form.value),
        (way::SAFE, &form.safe),
        (way::VOICEMAIL, &form.voicemail),
        (way::HOURS, &form.hours),
        (way::COVER_NAME, &form.cover_name),
    ];
    let members = members.map(|(number, text)| (number, Value::text(text.trim())));
    let mut members = BTreeMap::from(members);
    let reason = form.mark_reason.trim();
    if !reason.is_empty() {
        members.insert(way::MARK_REASON, Value::text(reason));
    }
    if matches!(form.safe.as_str(), "yes" | "with_conditions") {
        members.insert(way::VERIFIED_ON, Value::text(now.date_naive().to_string()));
    }
    Ok(Value::Map(members))
}
