//! What somebody has typed and not saved yet: kept here while she types, so that a crash or a flat battery takes
//! nothing that the screen called kept.
//!
//! A draft is the screen's own, as text that only the screen reads. It is no record: it is in no history, in no week
//! and in no table that leaves the program, and nobody but who typed it is shown it. The change that saves the form
//! takes the draft away in the same transaction ([`finishing`], [`finish_with_next`]), so that after a crash either the draft is there or
//! what it became. An erasure takes away the drafts about whom it erases; one that names nobody stays with who
//! typed it.

mod store;
mod views;

#[cfg(test)]
mod tests;

use countyline_ledger::EntityId;

pub use views::*;

pub(crate) use store::{TABLE, erase_about};

use crate::casefile::{BesideChange, CaseFile};
use crate::days;
use crate::error::{Error, Result};
use crate::roles::Deed;

/// Longest draft, in letters: many times the longest form.
pub const LONGEST: usize = 64 * 1024;
/// Longest name of a form, in letters.
const LONGEST_FORM: usize = 100;

/// Keeps what is typed in a form, in place of what was kept of it before. It is on the disk when this returns.
///
/// # Errors
/// [`Error::InvalidInput`] for a form's name that is no word or a record that is none; [`Error::TextTooLong`];
/// [`Error::RoleMayNot`]; [`Error::DiskFull`], [`Error::Storage`]: then what was kept before is there still.
pub fn keep(file: &mut CaseFile, draft: &Draft) -> Result<Kept> {
    file.ensure_may(Deed::Cases)?;
    let place = place_of(&draft.form, draft.about.as_deref())?;
    if draft.content.chars().count() > LONGEST {
        return Err(Error::TextTooLong {
            field: "draft",
            most: LONGEST,
        });
    }
    let (staff, kept_at) = (file.place().staff, days::instant(file.now()));
    file.beside(|conn| store::keep(conn, staff, &place, &draft.content, &kept_at))?;
    Ok(Kept { kept_at })
}

/// The drafts of the person here, the newest first.
///
/// # Errors
/// [`Error::RoleMayNot`]; [`Error::Storage`].
pub fn all(file: &CaseFile) -> Result<Vec<DraftView>> {
    file.ensure_may(Deed::Cases)?;
    store::all(file.conn(), file.place().staff)
}

/// Lets a draft go, because who typed it says so. One that is not there is gone already.
///
/// # Errors
/// [`Error::InvalidInput`]; [`Error::RoleMayNot`]; [`Error::Storage`].
pub fn discard(file: &mut CaseFile, key: &DraftKey) -> Result<()> {
    file.ensure_may(Deed::Cases)?;
    let (staff, place) = (
        file.place().staff,
        place_of(&key.form, key.about.as_deref())?,
    );
    file.beside(|conn| store::remove(conn, staff, &place))
}

/// Saves a form by `save`; the first change it makes takes the form's draft with it. If it is refused, the draft stays.
///
/// # Errors
/// [`Error::InvalidInput`]; those of `save`.
pub fn finishing<T>(
    file: &mut CaseFile,
    draft: Option<&DraftKey>,
    save: impl FnOnce(&mut CaseFile) -> Result<T>,
) -> Result<T> {
    match draft {
        Some(draft) => {
            let beside = removal(file, draft)?;
            file.finishing(beside, save)
        }
        None => save(file),
    }
}

/// The next change takes the draft with it, whichever command makes it; none takes that back, when it was refused. For
/// forms whose commands do not carry the key of a draft: nobody saves two of them at a time.
///
/// # Errors
/// [`Error::InvalidInput`].
pub fn finish_with_next(file: &mut CaseFile, draft: Option<&DraftKey>) -> Result<()> {
    let beside = draft.map(|draft| removal(file, draft)).transpose()?;
    file.beside_next(beside);
    Ok(())
}

fn removal(file: &CaseFile, draft: &DraftKey) -> Result<BesideChange> {
    let staff = file.place().staff;
    let place = place_of(&draft.form, draft.about.as_deref())?;
    Ok(Box::new(move |conn| store::remove(conn, staff, &place)))
}

/// Which draft is meant: one of each form and whom it is about.
pub(crate) struct FormPlace {
    form: String,
    about: Option<EntityId>,
}

fn place_of(form: &str, about: Option<&str>) -> Result<FormPlace> {
    let is_word =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if form.is_empty() || form.len() > LONGEST_FORM || !form.chars().all(is_word) {
        return Err(Error::InvalidInput { field: "form" });
    }
    let about = about
        .map(|id| uuid::Uuid::parse_str(id).map_err(|_| Error::InvalidInput { field: "record" }))
        .transpose()?;
    Ok(FormPlace {
        form: form.to_owned(),
        about: about.map(|id| EntityId(id.into_bytes())),
    })
}
