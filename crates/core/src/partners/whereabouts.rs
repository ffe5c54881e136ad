//! What may be stored of where an agency is.
//!
//! A confidential location is never stored (PR-20; in many states a statute). Where somebody is sheltered nothing is
//! stored until an agency was asked and said that its location is no secret. Other agencies need not be asked.

use countyline_ledger::EntityId;
use rusqlite::Connection;

use super::{PartnerForm, directory};
use crate::error::{Error, Result};
use crate::registry::{PARTNER, PARTNER_SERVICE};
use crate::standing::Standing;

/// What may be stored of where an agency is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whereabouts {
    Open,
    /// It gives shelter, and nobody asked whether its location is confidential.
    NotAsked,
    Confidential,
}

impl Whereabouts {
    /// As an agency's record and its services say.
    pub(crate) fn of(conn: &Connection, partner: EntityId) -> Result<Whereabouts> {
        let agency = Standing::load(conn, &PARTNER, partner)?;
        let answer = agency.said("confidential_location");
        let gives_shelter = gives_shelter(&agency.text("kind"), &agency.set("needs"))
            || a_service_gives_shelter(conn, partner)?;
        Ok(Whereabouts::answered(answer, gives_shelter))
    }

    /// As an agency's form says.
    pub(crate) fn of_form(form: &PartnerForm) -> Whereabouts {
        let gives_shelter = gives_shelter(&form.kind, &form.needs);
        Whereabouts::answered(form.confidential_location, gives_shelter)
    }

    pub(crate) fn answered(answer: Option<bool>, gives_shelter: bool) -> Whereabouts {
        match answer {
            Some(true) => Whereabouts::Confidential,
            None if gives_shelter => Whereabouts::NotAsked,
            _ => Whereabouts::Open,
        }
    }

    /// Whether where it is stands nowhere.
    pub(crate) fn is_hidden(self) -> bool {
        self != Whereabouts::Open
    }

    /// Refuses what says where it is.
    ///
    /// # Errors
    /// [`Error::ConfidentialAddress`]; [`Error::ConfidentialNotSaid`].
    pub(crate) fn ensure_unsaid(self, says_where: bool) -> Result<()> {
        match self {
            Whereabouts::Confidential if says_where => Err(Error::ConfidentialAddress),
            Whereabouts::NotAsked if says_where => Err(Error::ConfidentialNotSaid),
            _ => Ok(()),
        }
    }
}

/// Whether an agency of this kind, or one that answers these needs, gives shelter.
pub(crate) fn gives_shelter(kind: &str, needs: &[String]) -> bool {
    kind == "shelter" || needs.iter().any(|need| need == "shelter")
}

/// Whether one of an agency's services gives shelter.
pub(crate) fn a_service_gives_shelter(conn: &Connection, partner: EntityId) -> Result<bool> {
    let services = Standing::that_name(conn, &PARTNER_SERVICE, "partner", partner)?;
    let mut services = services.iter();
    Ok(services.any(|service| gives_shelter("", &service.set("needs"))))
}

/// Refuses a service that gives shelter at an agency that says where it is and was not asked.
///
/// # Errors
/// [`Error::ConfidentialNotSaid`]; [`Error::NotFound`].
pub(crate) fn ensure_shelter_fits(
    conn: &Connection,
    partner: EntityId,
    needs: &[String],
) -> Result<()> {
    let agency = Standing::load(conn, &PARTNER, partner)?;
    if !gives_shelter("", needs) || Whereabouts::of(conn, partner)?.is_hidden() {
        return Ok(());
    }
    let places = directory::locations_of(conn, partner)?;
    let says_where = !agency.text("address").trim().is_empty()
        || places
            .iter()
            .any(|place| directory::says_where(&place.form));
    Whereabouts::answered(agency.said("confidential_location"), true).ensure_unsaid(says_where)
}
