//! What the county decides for every place of its office: when a safe way is asked about again, whose law
//! holds, and how long is kept what.
//!
//! It is one record that travels like any other, so a laptop follows the county's word as soon as it hears
//! it. Only the county writes it. The office's own state pack stands in it whole, as one value: two that were
//! installed apart wait for a person and are never mixed. Where the chosen pack is not here, or this program does
//! not understand it, the sample stands in, and what shows the policy says so.

mod views;

#[cfg(test)]
mod tests;

use std::path::Path;

use chrono::{Days, NaiveDate};
use countyline_ledger::EntityId;

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::packs::{self, Flaw, Pack, PackView};
use crate::registry::OFFICE_POLICY;
use crate::standing::Standing;
use crate::start::Saved;
use crate::{checks, files};

/// The one record's id, the same everywhere.
pub(crate) const THE_POLICY: EntityId = EntityId(*b"countyline/rules");

/// Days until a safe way is asked about again, until the county says otherwise.
const VERIFY_AFTER_DAYS: i32 = 30;

/// A state pack, and how it came to hold here.
pub(crate) struct Holding {
    pub(crate) pack: Pack,
    /// Who chose it, or installed this version of it; nobody, if none was chosen.
    pub(crate) chosen_by: Option<EntityId>,
}

/// What holds in this office, as far as this place knows.
///
/// # Errors
/// [`Error::Storage`].
pub fn policy(file: &CaseFile) -> Result<PolicyView> {
    let standing = standing(file)?;
    let standing = standing.as_ref();
    let number = |field| standing.and_then(|policy| policy.number(field));
    let (pack, stands_in) = in_effect(standing);
    let keeping = &pack.retention;
    let (identity, statistics) = (number("identity_months"), number("statistics_months"));
    let is_own = identity.is_some() && statistics.is_some();
    Ok(PolicyView {
        verify_after_days: number("verify_after_days").unwrap_or(VERIFY_AFTER_DAYS),
        identity_months: identity.unwrap_or(keeping.identity_months),
        identity_is_own: identity.is_some(),
        statistics_months: statistics.unwrap_or(keeping.statistics_months),
        statistics_is_own: statistics.is_some(),
        sample_months: pack.sample && !is_own,
        state_pack: chosen(standing),
        pack: pack.name(),
        pack_stands_in: stands_in,
        call_back_phone: standing.map_or_else(String::new, |policy| policy.text("call_back_phone")),
        seen: standing.map_or_else(String::new, Standing::seen),
    })
}

/// Sets what holds in this office, in place of what the form had shown. Months that the form leaves out are those of
/// the state pack.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::InvalidInput`] for days below 1 or above 365 and months below 1 or above
/// 1200, and for a phone number without digits; [`Error::AnswersExclude`] if names would be kept longer than everything else;
/// [`Error::UnknownPack`].
pub fn set(file: &mut CaseFile, form: &PolicyForm, seen: &str) -> Result<Saved> {
    file.place().ensure_county()?;
    let seen = Seen::from_token(seen)?;
    let pack = known(standing(file)?.as_ref(), &form.state_pack).ok_or(Error::UnknownPack)?;
    let identity = form.identity_months;
    let statistics = form.statistics_months;
    for (field, number, most) in [
        ("verify_after_days", Some(form.verify_after_days), 365),
        ("identity_months", identity, 1200),
        ("statistics_months", statistics, 1200),
    ] {
        if number.is_some_and(|number| !(1..=most).contains(&number)) {
            return Err(Error::InvalidInput { field });
        }
    }
    checks::exclude(
        "identity_months",
        "statistics_months",
        identity.unwrap_or(pack.retention.identity_months)
            > statistics.unwrap_or(pack.retention.statistics_months),
    )?;
    let phone = form.call_back_phone.as_deref();
    let phone = phone.map(call_back_number).transpose()?;
    let ((), changes) = file.change(Action::SetPolicy, |change| {
        let mut filled = Filled::default()
            .number("verify_after_days", Some(form.verify_after_days))
            .text("state_pack", &form.state_pack)
            .number("identity_months", identity)
            .number("statistics_months", statistics);
        if let Some(phone) = &phone {
            filled = filled.text("call_back_phone", phone);
        }
        filled.edit(change, &OFFICE_POLICY, THE_POLICY, &seen)
    })?;
    Ok(Saved::new(THE_POLICY, &changes))
}

/// The office's phone number as it goes onto letters to agencies; empty if the county wrote none.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn call_back_phone(file: &CaseFile) -> Result<String> {
    let standing = standing(file)?;
    Ok(standing.map_or_else(String::new, |policy| policy.text("call_back_phone")))
}

/// A number somebody can call, with what is said beside it; empty for none.
fn call_back_number(written: &str) -> Result<String> {
    const FIELD: &str = "call_back_phone";
    let phone = checks::line(FIELD, written)?;
    match phone.is_empty() || phone.chars().any(|sign| sign.is_ascii_digit()) {
        true => Ok(phone),
        false => Err(Error::InvalidInput { field: FIELD }),
    }
}

/// The text of a state pack's file.
///
/// # Errors
/// [`Error::FileNotFound`]; [`Error::StatePack`] for one that is too large or no text.
pub fn pack_text(path: &Path) -> Result<String> {
    packs::text_of(files::read_beginning(path, packs::FILE_BYTES + 1)?)
}

/// Reads a state pack from a file's text, wholly, and writes nothing.
///
/// # Errors
/// [`Error::StatePack`] with the field that cannot be used, and why.
pub fn check_pack(text: &str) -> Result<PackView> {
    Ok(readable(text)?.view())
}

/// Installs the office's own state pack from a file's text, in place of what the form had shown, and chooses it.
/// The same file again changes nothing.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::StatePack`] for a field that cannot be used, and for a version that does not come
/// after the installed one.
pub fn install_pack(file: &mut CaseFile, text: &str, seen: &str) -> Result<Saved> {
    file.place().ensure_county()?;
    let seen = Seen::from_token(seen)?;
    let pack = readable(text)?;
    let stands = standing(file)?.as_ref().and_then(installed);
    if let Some(stands) = stands.filter(|stands| stands.id == pack.id && *stands != pack) {
        ensure_later(&pack.version, stands.version)?;
    }
    let written = packs::written(&pack)?;
    let ((), changes) = file.change(Action::SetPolicy, |change| {
        Filled::default()
            .text("installed_pack", &written)
            .text("state_pack", &pack.id)
            .edit(change, &OFFICE_POLICY, THE_POLICY, &seen)
    })?;
    Ok(Saved::new(THE_POLICY, &changes))
}

/// The state packs that can be chosen: the office's own, and those that come with the program.
///
/// # Errors
/// [`Error::Storage`].
pub fn state_packs(file: &CaseFile) -> Result<Vec<PackView>> {
    let own = standing(file)?.as_ref().and_then(installed);
    let brought = packs::all_brought().map(Pack::view);
    Ok(own.iter().map(Pack::view).chain(brought).collect())
}

/// The state pack that holds here.
pub(crate) fn state_pack(file: &CaseFile) -> Result<Holding> {
    let standing = standing(file)?;
    let (pack, stands_in) = in_effect(standing.as_ref());
    let chosen_by = match &standing {
        Some(policy) if !stands_in => {
            let is_own = installed(policy).is_some_and(|own| own.id == pack.id);
            let field = if is_own {
                "installed_pack"
            } else {
                "state_pack"
            };
            policy.author(file.conn(), field)?
        }
        _ => None,
    };
    Ok(Holding { pack, chosen_by })
}

/// What was said to be safe before this day is to be asked again.
pub(crate) fn verified_before(file: &CaseFile) -> Result<String> {
    let days = standing(file)?.and_then(|policy| policy.number("verify_after_days"));
    let days = u64::try_from(days.unwrap_or(VERIFY_AFTER_DAYS)).unwrap_or(0);
    let today = file.now().date_naive();
    let before = today.checked_sub_days(Days::new(days));
    Ok(before.unwrap_or(NaiveDate::MIN).to_string())
}

/// What the county wrote, if anything of it is here.
pub(crate) fn standing(file: &CaseFile) -> Result<Option<Standing>> {
    match Standing::of(file.conn(), &OFFICE_POLICY, THE_POLICY) {
        Ok(standing) => Ok(Some(standing)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(refused) => Err(refused),
    }
}

/// The id of the pack that the county chose.
fn chosen(standing: Option<&Standing>) -> String {
    let chosen = standing.and_then(|policy| policy.maybe("state_pack"));
    chosen.unwrap_or_else(|| packs::SAMPLE.to_owned())
}

/// The pack that holds, and whether it stands in for another one.
fn in_effect(standing: Option<&Standing>) -> (Pack, bool) {
    match known(standing, &chosen(standing)) {
        Some(pack) => (pack, false),
        None => (packs::sample().clone(), true),
    }
}

/// The pack of this id, if it is here and understood.
fn known(standing: Option<&Standing>, id: &str) -> Option<Pack> {
    let own = standing.and_then(installed).filter(|own| own.id == id);
    own.or_else(|| packs::brought(id).cloned())
}

/// The office's own pack, if this program understands it.
fn installed(policy: &Standing) -> Option<Pack> {
    packs::read(&policy.maybe("installed_pack")?).ok()
}

/// A pack that may be installed.
fn readable(text: &str) -> Result<Pack> {
    let pack = packs::read(text)?;
    match packs::brought(&pack.id) {
        Some(_) => Err(packs::refused("id", Flaw::OfTheProgram)),
        None => Ok(pack),
    }
}

/// A version rises with every change, so that a claim's pack says which rules it was worked out by.
fn ensure_later(version: &str, installed: String) -> Result<()> {
    let flaw = if version == installed {
        Flaw::SameVersion { installed }
    } else if packs::is_later(version, &installed) {
        return Ok(());
    } else {
        Flaw::Older { installed }
    };
    Err(packs::refused("version", flaw))
}
