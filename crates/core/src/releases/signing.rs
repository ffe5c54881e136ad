//! Signing a release, and taking it back.
//!
//! The signer is asked about: the alleged abuser may sign for nobody, as a parent or a guardian either
//! (28 CFR 94.115(a)(2)). Taking it back is one step, by word or in writing, and holds from that moment.

use countyline_ledger::EntityId;

use super::{ReleaseDetails, ReleaseForm, Revocation, policy};
use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::registry::{PARTNER, RELEASE, VICTIM};
use crate::start::Saved;
use crate::{checks, codes, days, ids, victims};

/// Records a signed release.
///
/// # Errors
/// [`Error::SignerNotConfirmed`], [`Error::SignerIsAbuser`], [`Error::ExpiryRequired`],
/// [`Error::AnswersExclude`] if it would begin after it ends; [`Error::ReleaseTooLong`]; [`Error::InvalidInput`],
/// [`Error::UnknownCode`], [`Error::NotFound`].
pub fn sign(file: &mut CaseFile, form: &ReleaseForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, &form.victim_id)?;
    let recipient = ids::parse(&PARTNER, &form.recipient_id)?;
    let today = file.now().date_naive();
    if !form.signer_is_not_the_abuser {
        return Err(Error::SignerNotConfirmed);
    }
    let expires_on =
        days::day("expires_on", &form.expires_on).map_err(|_| Error::ExpiryRequired)?;
    if expires_on < today {
        return Err(Error::ExpiryRequired);
    }
    if form.items.is_empty() {
        return Err(Error::InvalidInput { field: "items" });
    }
    codes::ensure_all("release_item", "items", &form.items)?;
    if !matches!(form.signature.as_str(), "paper_on_file" | "signed_here") {
        return Err(Error::UnknownCode { field: "signature" });
    }
    let details = form.details.clone().unwrap_or_default();
    ensure_details(file, victim, &details)?;
    let begins = match details.effective_on.trim() {
        "" => today,
        day => days::day("effective_on", day)?,
    };
    checks::exclude("effective_on", "expires_on", begins > expires_on)?;
    policy::ensure_limited(begins, expires_on)?;
    let (id, changes) = file.change(Action::SignRelease, |change| {
        change.state(&VICTIM, victim)?;
        change.state(&PARTNER, recipient)?;
        let filled = Filled::default()
            .naming("victim", Some(victim))
            .naming("recipient", Some(recipient))
            .list("items", &form.items)
            .text("purpose", &form.purpose)
            .text("signed_on", &today.to_string())
            .text("expires_on", &expires_on.to_string())
            .text("signature", &form.signature)
            .answer("signer_not_abuser", "yes")
            .text("signer", &details.signer)
            .text("signer_capacity", &details.signer_capacity)
            .text("effective_on", &details.effective_on)
            .list("methods", &details.methods)
            .text("excluded_items", &details.excluded_items)
            .answer("risks_explained", &details.risks_explained)
            .text("language", &details.language)
            .text("interpreter", &details.interpreter)
            .text("witness", &details.witness)
            .answer("copy_given", &details.copy_given);
        Ok(filled.by(change).create(change, &RELEASE))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Revokes a release; it holds from this moment here, and elsewhere from when they hear of it.
pub fn revoke(file: &mut CaseFile, release_id: &str, seen: &str) -> Result<Saved> {
    let revocation = Revocation::default();
    take_back(file, release_id, &revocation, seen)
}

/// Revokes a release, with how it was taken back and by whom.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::NotFound`].
pub fn take_back(
    file: &mut CaseFile,
    release_id: &str,
    revocation: &Revocation,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&RELEASE, release_id)?;
    let seen = Seen::from_token(seen)?;
    checks::maybe_code("revoked_how", "revoked_how", &revocation.how)?;
    let ((), changes) = file.change(Action::RevokeRelease, |change| {
        change.state(&RELEASE, id)?;
        let today = change.now().date_naive().to_string();
        Filled::default()
            .yes("revoked", true)
            .text("revoked_on", &today)
            .text("revoked_how", &revocation.how)
            .text("revoked_by", &revocation.by)
            .edit(change, &RELEASE, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

fn ensure_details(file: &CaseFile, victim: EntityId, details: &ReleaseDetails) -> Result<()> {
    checks::maybe_code(
        "signer_capacity",
        "signer_capacity",
        &details.signer_capacity,
    )?;
    codes::ensure_all("release_method", "methods", &details.methods)?;
    checks::maybe_code("language", "language", &details.language)?;
    checks::answer("risks_explained", &details.risks_explained)?;
    checks::answer("copy_given", &details.copy_given)?;
    let for_her = matches!(details.signer_capacity.as_str(), "parent" | "guardian");
    if !for_her {
        return Ok(());
    }
    // Somebody who signs for her has a name.
    if details.signer.trim().is_empty() {
        return Err(Error::ReasonRequired { field: "signer" });
    }
    match victims::guardian_is_alleged_abuser(file, victim)? {
        true => Err(Error::SignerIsAbuser),
        false => Ok(()),
    }
}
