//! What protects a victim's record: her address, who may have it, and whether anything of it may be erased.
//!
//! Of two answers written apart the one that protects more holds until a person decides. An address
//! confidentiality program gives her a substitute address that government must accept. Her street is then
//! neither stored without a legal need that somebody names, nor printed, nor exported.

use std::collections::BTreeSet;

use countyline_ledger::EntityId;

use super::facts::other_names;
use super::{AddressProtection, Classification, facts, store};
use crate::casefile::{Action, CaseFile, Change, Seen};
use crate::checks;
use crate::contacts::ContactMethodForm;
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::{CONTACT_METHOD, VICTIM, name};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{contacts, duplicates, ids, incidents};

/// Writes down what protects her address, in place of what the form had shown. Ways to reach her at a street
/// are blocked when she takes part in a program.
///
/// # Errors
/// [`Error::ProtectedAddress`] if she takes part and a street is given without the legal need for it;
/// [`Error::DateRequired`]; [`Error::UnknownCode`].
pub fn set_address_protection(
    file: &mut CaseFile,
    victim_id: &str,
    form: &AddressProtection,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let seen = Seen::from_token(seen)?;
    ensure_sound(form, takes_part_in_acp(file, id)?)?;
    let ((), changes) = file.change(Action::ProtectAddress, |change| {
        change.state(&VICTIM, id)?;
        if form.acp == "yes" {
            block_streets(change, id, &form.substitute_address)?;
        }
        write_protection(change, id, form, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

fn ensure_sound(form: &AddressProtection, took_part: bool) -> Result<()> {
    checks::answer("acp", &form.acp)?;
    checks::maybe_day("acp_expires_on", &form.expires_on)?;
    let takes_part = form.acp == "yes" || took_part;
    let (street, need) = (form.real_address.trim(), form.legal_need.trim());
    if takes_part && !street.is_empty() && need.is_empty() {
        return Err(Error::ProtectedAddress);
    }
    Ok(())
}

/// Refuses of a new victim what [`set_address_protection`] and [`ensure_no_street`] refuse of one who is known.
///
/// # Errors
/// As theirs.
pub(crate) fn ensure_new_protected(
    form: &AddressProtection,
    ways: &[ContactMethodForm],
) -> Result<()> {
    ensure_sound(form, false)?;
    let leads_home = |way: &ContactMethodForm| {
        is_street(&way.channel, &way.value) && way.value.trim() != form.substitute_address.trim()
    };
    match form.acp == "yes" && ways.iter().any(leads_home) {
        true => Err(Error::ProtectedAddress),
        false => Ok(()),
    }
}

/// Writes what protects her address, found sound, as part of a change.
pub(crate) fn write_protection(
    change: &mut Change<'_>,
    victim: EntityId,
    form: &AddressProtection,
    seen: &Seen,
) -> Result<()> {
    Filled::default()
        .answer("acp", &form.acp)
        .text("acp_substitute_address", &form.substitute_address)
        .text("acp_card_number", &form.card_number)
        .text("acp_expires_on", &form.expires_on)
        .text("real_address", &form.real_address)
        .text("real_address_need", &form.legal_need)
        .edit(change, &VICTIM, victim, seen)
}

/// Says who may have a victim's record: every laptop, those that need it, or only those named for her; in place of
/// what the form had shown. What another place closed meanwhile stays closed until a person decides.
///
/// # Errors
/// [`Error::NotFound`].
pub fn classify(
    file: &mut CaseFile,
    victim_id: &str,
    as_what: Classification,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&VICTIM, victim_id)?, Seen::from_token(seen)?);
    let sealed = as_what == Classification::Sealed;
    let restricted = as_what != Classification::Normal;
    let ((), changes) = file.change(Action::RestrictVictim, |change| {
        change.state(&VICTIM, id)?;
        let filled = match (sealed, seen.heads(VICTIM.field("sealed").field_id())) {
            // Nobody ever sealed it: there is nothing to take back.
            (false, []) => Filled::default(),
            _ => Filled::default().yes("sealed", sealed),
        };
        filled
            .yes("restricted", restricted)
            .edit(change, &VICTIM, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Puts a legal hold on a victim's records, with who asked for it, or lifts it, in place of what the form had
/// shown. Nothing of hers is erased while it is on; one that another place put on meanwhile is not lifted.
///
/// # Errors
/// [`Error::ReasonRequired`] in both cases; [`Error::NotFound`].
pub fn hold(
    file: &mut CaseFile,
    victim_id: &str,
    on: bool,
    reason: &str,
    seen: &str,
) -> Result<Saved> {
    let (id, seen) = (ids::parse(&VICTIM, victim_id)?, Seen::from_token(seen)?);
    if reason.trim().is_empty() {
        return Err(Error::ReasonRequired {
            field: "legal_hold_reason",
        });
    }
    let ((), changes) = file.change(Action::HoldRecords, |change| {
        change.state(&VICTIM, id)?;
        Filled::default()
            .yes("legal_hold", on)
            .text("legal_hold_reason", reason)
            .edit(change, &VICTIM, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// Refuses to erase anything of a person on any of whose records a legal hold is, or on an incident that one of them is
/// in.
///
/// # Errors
/// [`Error::LegalHold`].
pub(crate) fn ensure_not_held(file: &CaseFile, victim: EntityId) -> Result<()> {
    if any_record_says(file, victim, |standing| standing.is("legal_hold"))? {
        return Err(Error::LegalHold);
    }
    for record in duplicates::records_of_person(file, victim)? {
        if file.unseen(|conn| incidents::any_is_held(conn, record))? {
            return Err(Error::LegalHold);
        }
    }
    Ok(())
}

/// Whether any of her records says that she takes part in an address confidentiality program.
pub(crate) fn takes_part_in_acp(file: &CaseFile, victim: EntityId) -> Result<bool> {
    any_record_says(file, victim, |standing| standing.text("acp") == "yes")
}

/// Whether the one who may sign for her is the alleged abuser, by any of her records.
pub(crate) fn guardian_is_alleged_abuser(file: &CaseFile, victim: EntityId) -> Result<bool> {
    any_record_says(file, victim, |standing| {
        standing.text("guardian_is_alleged_abuser") == "yes"
    })
}

/// Whether her name may stand on her own paper. Until she was asked it may, as she gave it to us for that; if she
/// was asked, only her yes counts.
pub(crate) fn name_may_be_printed(file: &CaseFile, victim: EntityId) -> Result<bool> {
    let withheld = any_record_says(file, victim, |standing| {
        !matches!(&*standing.answer("name_safe_to_print"), "yes" | "not_asked")
    })?;
    Ok(!withheld)
}

/// The address that stands for hers on paper; empty if she takes part in no program.
pub(crate) fn substitute_address(file: &CaseFile, victim: EntityId) -> Result<String> {
    let standing = Standing::of(file.conn(), &VICTIM, victim)?;
    match takes_part_in_acp(file, victim)? {
        true => Ok(standing.text("acp_substitute_address")),
        false => Ok(String::new()),
    }
}

/// Every street that is known of her and must be on no paper: the one kept for a legal need, and, if she
/// takes part in a program, those she could be reached at.
pub(crate) fn streets(file: &CaseFile, victim: EntityId) -> Result<Vec<String>> {
    let mut streets = Vec::new();
    let in_program = takes_part_in_acp(file, victim)?;
    for record in duplicates::records_of_person(file, victim)? {
        if let Some(standing) = unseen(file, record)? {
            streets.push(standing.text("real_address"));
        }
        if in_program {
            let ways = contacts::unseen_of_victim(file, record)?.into_iter();
            let at_a_street = ways.filter(|way| is_street(&way.form.channel, &way.form.value));
            streets.extend(at_a_street.map(|way| way.form.value));
        }
    }
    let substitute = substitute_address(file, victim)?;
    streets.retain(|street| !street.trim().is_empty() && *street != substitute);
    Ok(streets)
}

/// Every name she goes by and every number of hers, of all her records: what no discreet paper may say.
pub(crate) fn names_and_numbers(file: &CaseFile, victim: EntityId) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for record in duplicates::records_of_person(file, victim)? {
        if let Some(standing) = unseen(file, record)? {
            found.extend([
                standing.member("name", name::GIVEN),
                standing.member("name", name::FAMILY),
                standing.text("case_number"),
            ]);
            found.extend(other_names(&standing).into_iter().map(|other| other.name));
        }
        let numbers = file.unseen(|conn| incidents::numbers_of(conn, record))?;
        found.extend(numbers.into_iter().filter(|number| tells_a_case(number)));
    }
    Ok(found)
}

/// Every name that tells who she is, of all her records: hers, that of whoever may sign for her, and those of everybody on
/// record who is something to her.
pub(crate) fn names_around(file: &CaseFile, victim: EntityId) -> Result<Vec<String>> {
    let hers = duplicates::records_of_person(file, victim)?;
    let mut people: BTreeSet<EntityId> = hers.iter().copied().collect();
    let mut names = Vec::new();
    for record in hers {
        if let Some(standing) = unseen(file, record)? {
            let guardian = standing.text("guardian");
            // "Pat Example, her mother": a name begins with a capital, or is of a script that has none.
            let words = guardian.split_whitespace();
            let names_of = words.filter(|word| !word.starts_with(char::is_lowercase));
            names.push(names_of.collect::<Vec<_>>().join(" "));
            people.extend(facts::related_in(&standing));
        }
        people.extend(file.unseen(|conn| store::related_to(conn, record))?);
    }
    for person in people {
        if let Some(standing) = unseen(file, person)? {
            names.push(standing.member("name", name::GIVEN));
            names.push(standing.member("name", name::FAMILY));
            names.extend(other_names(&standing).into_iter().map(|other| other.name));
        }
    }
    Ok(names)
}

/// Whether a number is long enough to be more than the end of somebody's telephone.
fn tells_a_case(number: &str) -> bool {
    number.chars().filter(|sign| sign.is_alphanumeric()).count() > 4
}

/// Refuses a street for somebody who takes part in a program; her substitute address is none.
///
/// # Errors
/// [`Error::ProtectedAddress`].
pub(crate) fn ensure_no_street(
    file: &CaseFile,
    victim: EntityId,
    channel: &str,
    value: &str,
) -> Result<()> {
    if !is_street(channel, value) || value.trim().is_empty() || !takes_part_in_acp(file, victim)? {
        return Ok(());
    }
    match value.trim() == substitute_address(file, victim)?.trim() {
        true => Ok(()),
        false => Err(Error::ProtectedAddress),
    }
}

pub(super) fn address_protection_in(standing: &Standing) -> AddressProtection {
    AddressProtection {
        acp: standing.answer("acp"),
        substitute_address: standing.text("acp_substitute_address"),
        card_number: standing.text("acp_card_number"),
        expires_on: standing.text("acp_expires_on"),
        real_address: standing.text("real_address"),
        legal_need: standing.text("real_address_need"),
    }
}

pub(super) fn classification_in(standing: &Standing) -> Classification {
    match (standing.is("sealed"), standing.is("restricted")) {
        (true, _) => Classification::Sealed,
        (false, true) => Classification::Restricted,
        (false, false) => Classification::Normal,
    }
}

/// Whether a way leads to a street: mail and visits do; a place to meet or a person who carries word does if a
/// house number stands before a word in it.
pub(crate) fn is_street(channel: &str, value: &str) -> bool {
    match channel {
        "post" | "home_visit" => true,
        "phone" | "text" | "email" => false,
        _ => {
            let words: Vec<&str> = value.split_whitespace().collect();
            words.windows(2).any(|pair| {
                let digits = pair[0].trim_end_matches(|letter: char| letter.is_alphabetic());
                (1..=6).contains(&digits.len())
                    && digits.chars().all(|letter| letter.is_ascii_digit())
                    && pair[0].len() <= digits.len() + 1
                    && pair[1].starts_with(char::is_alphabetic)
            })
        }
    }
}

/// Blocks the ways that lead to a street other than the substitute address.
fn block_streets(change: &mut Change<'_>, victim: EntityId, substitute: &str) -> Result<()> {
    for way in Standing::of_victim(change.conn(), &CONTACT_METHOD, victim)? {
        let form = contacts::form_in(&way);
        if is_street(&form.channel, &form.value) && form.value.trim() != substitute.trim() {
            let seen = Seen::from_token(&way.seen())?;
            let blocked = Filled::default().yes("blocked", true);
            blocked.edit(change, &CONTACT_METHOD, way.entity(), &seen)?;
        }
    }
    Ok(())
}

/// One of her records, also one that the person here may not see: what protects her in it does so all the same.
fn unseen(file: &CaseFile, record: EntityId) -> Result<Option<Standing>> {
    match file.unseen(|conn| Standing::of(conn, &VICTIM, record)) {
        Ok(standing) => Ok(Some(standing)),
        Err(Error::NotFound { .. } | Error::Erased) => Ok(None),
        Err(refused) => Err(refused),
    }
}

fn any_record_says(
    file: &CaseFile,
    victim: EntityId,
    says: impl Fn(&Standing) -> bool,
) -> Result<bool> {
    for record in duplicates::records_of_person(file, victim)? {
        if unseen(file, record)?.is_some_and(|standing| says(&standing)) {
            return Ok(true);
        }
    }
    Ok(false)
}
