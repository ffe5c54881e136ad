//! The gate in front of every number, letter and task: whether a way may be used now, and on what conditions.
//!
//! A number is shown whole only where it may be used. What was said of a way ages: after some days, which the
//! county sets, the gate asks again. A way nobody asked about is not safe (NNEDV, safe contact methods).

use std::collections::BTreeMap;

use countyline_ledger::{EntityId, Value};

use super::{
    ContactMethodForm, ContactMethodView, GateView, SafetyDetails, WayView, is_marked, is_usable,
    of_victim, safe_contact, with_members, with_other_records,
};
use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::looks::Looked;
use crate::registry::{CONTACT_METHOD, VICTIM, way};
use crate::standing::{self, Standing, is_empty};
use crate::start::Saved;
use crate::{checks, codes, duplicates, ids, search, victims};

/// What has to be known before a victim is contacted.
///
/// # Errors
/// [`crate::error::Error::NotFound`].
pub fn gate(file: &CaseFile, victim_id: &str) -> Result<GateView> {
    let gate = gate_unnoted(file, victim_id)?;
    file.looked_at(Looked::Ways, ids::parse(&VICTIM, victim_id)?);
    Ok(gate)
}

/// The same for the program's own work: papers and pages that are written down themselves.
pub(crate) fn gate_unnoted(file: &CaseFile, victim_id: &str) -> Result<GateView> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let standing = Standing::of(file.conn(), &VICTIM, victim)?;
    let methods = with_other_records(file, &of_victim(file, victim)?, &others(file, victim)?)?;
    let do_not_contact = victims::must_not_be_contacted(file, victim)?;
    Ok(GateView {
        safe_contact: safe_contact(&methods, do_not_contact),
        do_not_contact_reason: standing.text("do_not_contact_reason"),
        ways: way_views(file, &methods, do_not_contact)?,
    })
}

/// The ways of this record as its page shows them: as far as her other records allow.
pub(crate) fn ways_of_record(file: &CaseFile, victim: EntityId) -> Result<Vec<WayView>> {
    let own = of_victim(file, victim)?;
    let mut methods = with_other_records(file, &own, &others(file, victim)?)?;
    methods.truncate(own.len());
    way_views(
        file,
        &methods,
        victims::must_not_be_contacted(file, victim)?,
    )
}

/// What stands of a way, the whole number with it, for the form that corrects it. Nothing else shows a number that
/// may not be used.
///
/// # Errors
/// [`crate::error::Error::NotFound`].
pub fn open(file: &CaseFile, contact_method_id: &str) -> Result<ContactMethodView> {
    let id = ids::parse(&CONTACT_METHOD, contact_method_id)?;
    let not_found = || Error::NotFound {
        record: CONTACT_METHOD.name,
    };
    let of_whom = standing::ids(
        file.conn(),
        "SELECT victim FROM contact_method WHERE id = :id AND victim IS NOT NULL AND deleted <> 1",
        [id.0],
    )?;
    let victim = of_whom.first().ok_or_else(not_found)?;
    let mut ways = of_victim(file, *victim)?.into_iter();
    let way = ways.find(|way| way.id == contact_method_id);
    file.looked_at(Looked::Ways, *victim);
    way.ok_or_else(not_found)
}

/// The other records of the same person.
fn others(file: &CaseFile, victim: EntityId) -> Result<Vec<EntityId>> {
    let mut others = duplicates::records_of_person(file, victim)?;
    others.retain(|record| *record != victim);
    Ok(others)
}

/// Keeps what she answered when she was asked again whether a way is safe. A block is taken back by it, and why the way
/// was marked stands no longer where she answers something else.
///
/// # Errors
/// [`crate::error::Error::UnknownCode`]; [`crate::error::Error::NotFound`].
pub fn check_again(
    file: &mut CaseFile,
    contact_method_id: &str,
    safe: &str,
    seen: &str,
) -> Result<Saved> {
    codes::ensure("safe", "safe", safe)?;
    let id = ids::parse(&CONTACT_METHOD, contact_method_id)?;
    let seen = Seen::from_token(seen)?;
    let today = file.now().date_naive().to_string();
    let ((), changes) = file.change(Action::CheckContactMethod, |change| {
        Standing::of(change.conn(), &CONTACT_METHOD, id)?;
        let is_safe = matches!(safe, "yes" | "with_conditions");
        let lifts = is_safe && is_marked(change, id, &seen, "blocked")?;
        let before = change.had_shown(&CONTACT_METHOD, id, &seen, "way")?;
        let before = before.as_ref().and_then(|before| before.member(way::SAFE));
        let stays = before == Some(&Value::text(safe)) && !lifts;
        let reason = (way::MARK_REASON, Value::text(""));
        let answer = [
            (way::SAFE, Value::text(safe)),
            (way::VERIFIED_ON, Value::text(today)),
        ];
        let unmarked = (!stays).then_some(reason);
        write_members(change, id, &seen, answer.into_iter().chain(unmarked))?;
        if lifts {
            let open = Filled::default().yes("blocked", false);
            open.edit(change, &CONTACT_METHOD, id, &seen)?;
        }
        Ok(())
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes down the conditions of a way, in place of what the form had shown. A code word left empty stays as
/// it is: the form never shows it.
///
/// # Errors
/// [`crate::error::Error::UnknownCode`]; [`crate::error::Error::NotFound`].
pub fn set_details(
    file: &mut CaseFile,
    contact_method_id: &str,
    details: &SafetyDetails,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&CONTACT_METHOD, contact_method_id)?;
    let seen = Seen::from_token(seen)?;
    checks::maybe_code("envelope", "envelope", &details.envelope)?;
    checks::answer("monitored_device", &details.monitored_device)?;
    let ((), changes) = file.change(Action::CheckContactMethod, |change| {
        Standing::of(change.conn(), &CONTACT_METHOD, id)?;
        let who = Value::text(details.who_may_answer.trim());
        write_members(change, id, &seen, [(way::WHO_MAY_ANSWER, who)])?;
        let mut filled = Filled::default()
            .text("envelope", &details.envelope)
            .text("language_relay", &details.language_relay)
            .answer("monitored_device", &details.monitored_device);
        if !details.code_word.trim().is_empty() {
            filled = filled.text("code_word", &details.code_word);
        }
        filled.edit(change, &CONTACT_METHOD, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Writes what was said of a way onto the very value that the form had shown: it was said of that number and of
/// no other. Empty stays what was empty.
fn write_members(
    change: &mut Change<'_>,
    id: EntityId,
    seen: &Seen,
    members: impl IntoIterator<Item = (u32, Value)>,
) -> Result<()> {
    let shown = change.had_shown(&CONTACT_METHOD, id, seen, "way")?;
    let said = |number| shown.as_ref().and_then(|shown| shown.member(number));
    let members = members.into_iter();
    let written: BTreeMap<u32, Value> = members
        .filter(|(number, value)| said(*number).is_some() || !is_empty(value))
        .collect();
    if written.is_empty() {
        return Ok(());
    }
    let shown = shown.ok_or(Error::InvalidInput { field: "seen" })?;
    let value = with_members(Some(&shown), Value::Map(written));
    change.edit(&CONTACT_METHOD, id, seen, [("way", value)])
}

/// The code word agreed with her. That it was looked up stays in the history.
///
/// # Errors
/// [`crate::error::Error::NotFound`].
pub fn reveal_code_word(file: &mut CaseFile, contact_method_id: &str) -> Result<String> {
    let id = ids::parse(&CONTACT_METHOD, contact_method_id)?;
    let (word, _) = file.change(Action::RevealCodeWord, |change| {
        let standing = Standing::of(change.conn(), &CONTACT_METHOD, id)?;
        change.audit(Action::RevealCodeWord, Some(id), Value::Null);
        Ok(standing.text("code_word"))
    })?;
    Ok(word)
}

/// What stands of a way as its form writes it.
pub(crate) fn form_in(standing: &Standing) -> ContactMethodForm {
    let member = |number| standing.member("way", number);
    ContactMethodForm {
        channel: member(way::CHANNEL),
        value: member(way::VALUE),
        safe: member(way::SAFE),
        voicemail: member(way::VOICEMAIL),
        hours: member(way::HOURS),
        cover_name: member(way::COVER_NAME),
        mark_reason: member(way::MARK_REASON),
    }
}

fn way_views(
    file: &CaseFile,
    methods: &[ContactMethodView],
    do_not_contact: bool,
) -> Result<Vec<WayView>> {
    let methods = methods.iter();
    methods
        .map(|method| way_view(file, method, do_not_contact))
        .collect()
}

fn way_view(file: &CaseFile, method: &ContactMethodView, do_not_contact: bool) -> Result<WayView> {
    let id = ids::parse(&CONTACT_METHOD, &method.id)?;
    let standing = Standing::of(file.conn(), &CONTACT_METHOD, id)?;
    let monitored = standing.answer("monitored_device");
    let envelope = standing.text("envelope");
    let never_send = method.form.channel == "post" && envelope == "never_send";
    let mut obstacles = Vec::new();
    for (code, stands) in [
        ("do_not_contact", do_not_contact || method.do_not_contact),
        ("not_safe", method.form.safe == "no"),
        ("not_asked", method.form.safe == "unknown"),
        ("blocked", method.blocked),
        ("closed", method.closed),
        ("monitored", method.watched && !never_send),
        ("never_send", never_send),
    ] {
        if stands {
            obstacles.push(code.to_owned());
        }
    }
    let usable = obstacles.is_empty() && is_usable(method);
    Ok(WayView {
        id: method.id.clone(),
        channel: method.form.channel.clone(),
        value: if usable {
            method.form.value.clone()
        } else {
            covered(&method.form.value)
        },
        safe: method.form.safe.clone(),
        voicemail: method.form.voicemail.clone(),
        hours: method.form.hours.clone(),
        cover_name: method.form.cover_name.clone(),
        mark_reason: method.form.mark_reason.clone(),
        who_may_answer: standing.member("way", way::WHO_MAY_ANSWER),
        envelope,
        language_relay: standing.text("language_relay"),
        monitored_device: monitored,
        has_code_word: standing.maybe("code_word").is_some(),
        verified_on: method.verified_on.clone(),
        ask_again: method.ask_again,
        usable,
        obstacles,
        in_conflict: method.in_conflict,
        seen: method.seen.clone(),
    })
}

/// The end of a number, enough to know which one is meant and too little to call it.
pub(crate) fn covered(value: &str) -> String {
    if value.is_empty() {
        return String::new();
    }
    let digits = search::digits(value);
    format!("…{}", &digits[digits.len().saturating_sub(2)..])
}
