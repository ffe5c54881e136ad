//! What a victim was told or handed: her rights, and what she tells us that cannot stay confidential.
//!
//! A notice is written once. People who work for law enforcement generally have no privilege, so the role
//! disclosure ("a court can order what you tell me") is a notice of its own. Which rights there are comes
//! from the state pack, whose name and version are kept with the notice.

mod views;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use countyline_ledger::EntityId;

pub use views::*;

use crate::casefile::{Action, CaseFile, Change};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::packs::PackName;
use crate::registry::{RIGHTS_NOTICE, VICTIM};
use crate::standing::{self, Standing};
use crate::start::Saved;
use crate::{checks, codes, duplicates, ids, incidents, policy};

/// Records that a victim was told or handed something.
///
/// # Errors
/// [`Error::DateInFuture`], [`Error::UnknownCode`]; [`Error::AnswersExclude`] if a right is both asked for and
/// waived; [`Error::NotFound`].
pub fn give(file: &mut CaseFile, victim_id: &str, form: &RightsNoticeForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let incident = incidents::named_by(file, victim, form.incident_id.as_deref())?;
    let notice = checked(file, form)?;
    let (id, changes) = file.change(Action::GiveNotice, |change| {
        change.state(&VICTIM, victim)?;
        Ok(notice.write(change, victim, incident))
    })?;
    Ok(Saved::new(id, &changes))
}

/// A notice that was found sound. Which incident it is about, whoever writes it says.
pub(crate) struct SoundNotice<'f> {
    form: &'f RightsNoticeForm,
    given_on: NaiveDate,
    pack: PackName,
}

impl SoundNotice<'_> {
    /// Writes it as part of a change.
    pub(crate) fn write(
        &self,
        change: &mut Change<'_>,
        victim: EntityId,
        incident: Option<EntityId>,
    ) -> EntityId {
        let form = self.form;
        let filled = Filled::default()
            .naming("victim", Some(victim))
            .naming("incident", incident)
            .text("item", &form.item)
            .text("version", &form.version)
            .text("language", &form.language)
            .text("how_given", &form.how_given)
            .text("given_on", &self.given_on.to_string())
            .text("acknowledgement", &form.acknowledgement)
            .list("rights_requested", &form.rights_requested)
            .list("rights_waived", &form.rights_waived)
            .text("representative", &form.representative)
            .text("pack", &self.pack.name)
            .yes("pack_sample", self.pack.sample);
        filled.by(change).create(change, &RIGHTS_NOTICE)
    }
}

/// Refuses a notice that cannot be so, before anything is written.
///
/// # Errors
/// As [`give`].
pub(crate) fn checked<'f>(file: &CaseFile, form: &'f RightsNoticeForm) -> Result<SoundNotice<'f>> {
    codes::ensure("notice_item", "item", &form.item)?;
    codes::ensure("language", "language", &form.language)?;
    codes::ensure("how_given", "how_given", &form.how_given)?;
    checks::maybe_code("acknowledgement", "acknowledgement", &form.acknowledgement)?;
    let given_on = checks::past_day("given_on", &form.given_on, file.now().date_naive())?;
    let pack = policy::state_pack(file)?.pack;
    for right in form.rights_requested.iter().chain(&form.rights_waived) {
        if !pack.rights.iter().any(|known| known.code == *right) {
            return Err(Error::UnknownCode { field: "right" });
        }
    }
    let both = |right| form.rights_waived.contains(right);
    checks::exclude(
        "rights_requested",
        "rights_waived",
        form.rights_requested.iter().any(both),
    )?;
    let pack = pack.name();
    Ok(SoundNotice {
        form,
        given_on,
        pack,
    })
}

/// Whether nobody told a victim yet what she tells us cannot stay confidential, in this record or in another of hers.
pub(crate) fn is_role_disclosure_due(file: &CaseFile, victim: EntityId) -> Result<bool> {
    for record in duplicates::records_of_person(file, victim)? {
        let told = standing::counted(
            file.conn(),
            "SELECT count(*) FROM rights_notice
             WHERE victim = ?1 AND item = 'role_disclosure' AND deleted <> 1",
            [record.0],
        )?;
        if told > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What a victim was told or handed, the newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<RightsNoticeView>> {
    let notices = Standing::of_victim(file.conn(), &RIGHTS_NOTICE, victim)?;
    let views = notices.iter().rev().map(|notice| RightsNoticeView {
        id: notice.id(),
        pack: PackName::kept_in(notice),
        form: RightsNoticeForm {
            incident_id: notice.named("incident").map(ids::text),
            item: notice.text("item"),
            version: notice.text("version"),
            language: notice.text("language"),
            how_given: notice.text("how_given"),
            given_on: notice.text("given_on"),
            acknowledgement: notice.text("acknowledgement"),
            rights_requested: notice.texts("rights_requested"),
            rights_waived: notice.texts("rights_waived"),
            representative: notice.text("representative"),
        },
    });
    Ok(views.collect())
}
