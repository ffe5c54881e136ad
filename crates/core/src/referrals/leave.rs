//! What an agency may be told when somebody is referred to it, and by whose leave.

use countyline_ledger::EntityId;
use rusqlite::Connection;

use super::{ReferralDetails, store};
use crate::casefile::{CaseFile, Change};
use crate::disclosures::{self, Told};
use crate::error::{Error, Result};
use crate::partners::Whereabouts;
use crate::releases::{self, Telling, Ways};
use crate::standing::Standing;

/// What an agency hears when somebody is referred to it.
const TOLD: [&str; 2] = ["name", "need"];

/// Refuses to send a referral that tells the agency something without leave. Cold information tells it nothing.
pub(super) fn ensure_may_be_sent(
    file: &CaseFile,
    sending: &store::Sending,
    exclusions_read: bool,
) -> Result<()> {
    if sending.kind == "cold_info" {
        return Ok(());
    }
    let leave = Leave {
        release: sending.release,
        basis: sending.basis(),
        kind: &sending.kind,
        sent_method: sending.sent_method.as_deref(),
        exclusions_read,
    };
    ensure_may_be_told(file, sending.victim, sending.partner, &leave)
}

/// The letter whose account holds already what sending a referral by letter tells: it was made, and nobody said yet
/// that it came out, or the program stopped before it said so here. An account is used once: a referral that was sent
/// before has used it.
pub(super) fn letter_with_account(
    file: &CaseFile,
    referral: EntityId,
    standing: &Standing,
    sending: &store::Sending,
) -> Result<Option<EntityId>> {
    let reached = standing.elements("status_dates");
    let mut reached = reached.iter().filter_map(store::status_date);
    let was_sent = reached.any(|stage| stage.status == "sent");
    let release = sending.release.filter(|_| sending.basis().is_release());
    match release {
        Some(release) if sending.kind == "letter" && !was_sent => {
            store::letter_with_account(file.conn(), referral, sending, release)
        }
        _ => Ok(None),
    }
}

/// Keeps in the account of disclosures what an agency hears with a referral, in the change that sends it.
pub(super) fn tell(
    change: &mut Change<'_>,
    [victim, recipient]: [EntityId; 2],
    release: Option<EntityId>,
    basis: Basis<'_>,
    kind: &str,
) -> Result<()> {
    let mut items = TOLD.to_vec();
    if kind == "letter" && !may_be_named(change.conn(), recipient, release)? {
        items.retain(|item| *item != "name");
    }
    let items: Vec<String> = items.into_iter().map(str::to_owned).collect();
    let told = Told {
        victim,
        recipient,
        items: &items,
        basis: basis.code(),
        release,
        demanded_by: basis.note.filter(|_| basis.code() == "court_or_statute"),
        form: if kind == "letter" { "paper" } else { "verbal" },
        letter: None,
    };
    disclosures::write(change, &told);
    Ok(())
}

/// Whether a letter to this agency may hold her name: where her release covers it, and never on paper for a place whose
/// location is secret or that gives shelter and was not asked. A shelter hears of somebody by phone; its letter has the
/// reference.
pub(crate) fn may_be_named(
    conn: &Connection,
    recipient: EntityId,
    release: Option<EntityId>,
) -> Result<bool> {
    if Whereabouts::of(conn, recipient)?.is_hidden() {
        return Ok(false);
    }
    release.map_or(Ok(true), |release| releases::covers(conn, release, "name"))
}

/// Why an agency may be told: a code of `referral_basis`, and which order or statute.
#[derive(Clone, Copy)]
pub(super) struct Basis<'a> {
    code: Option<&'a str>,
    note: Option<&'a str>,
}

impl<'a> Basis<'a> {
    pub(super) fn code(self) -> &'a str {
        self.code.unwrap_or("victim_release")
    }

    pub(super) fn is_release(self) -> bool {
        self.code() == "victim_release"
    }
}

impl ReferralDetails {
    pub(super) fn basis(&self) -> Basis<'_> {
        Basis {
            code: self.legal_basis.as_deref(),
            note: self.legal_basis_note.as_deref(),
        }
    }

    pub(super) fn leave<'a>(&'a self, kind: &'a str, release: Option<EntityId>) -> Leave<'a> {
        Leave {
            release,
            basis: self.basis(),
            kind,
            sent_method: self.sent_method.as_deref(),
            exclusions_read: self.exclusions_read,
        }
    }
}

impl store::Sending {
    pub(super) fn basis(&self) -> Basis<'_> {
        Basis {
            code: self.legal_basis.as_deref(),
            note: self.legal_basis_note.as_deref(),
        }
    }
}

/// What an agency is told by, and how.
pub(super) struct Leave<'a> {
    release: Option<EntityId>,
    basis: Basis<'a>,
    /// Code of `referral_kind`.
    kind: &'a str,
    /// Code of `sent_method`.
    sent_method: Option<&'a str>,
    exclusions_read: bool,
}

impl<'a> Leave<'a> {
    /// The ways in which this kind of referral tells the agency, as codes of `release_method`.
    fn ways(&self) -> Vec<&'a str> {
        let by_kind = match self.kind {
            "warm_phone" => Some("phone"),
            "warm_in_person" | "joint_visit" => Some("in_person"),
            // A letter is also what is faxed or mailed in another way.
            _ => Some("letter").filter(|_| self.sent_method.is_none()),
        };
        by_kind.into_iter().chain(self.sent_method).collect()
    }
}

/// Refuses to tell an agency about a victim without a release or another basis that reaches it.
pub(super) fn ensure_may_be_told(
    file: &CaseFile,
    victim: EntityId,
    partner: EntityId,
    leave: &Leave<'_>,
) -> Result<()> {
    let basis = leave.basis;
    match basis.code() {
        "le_prosecution_purpose" => {
            let agency = store::agency(file.conn(), partner)?;
            match agency.kind.as_str() {
                "prosecutor" | "court" => Ok(()),
                _ => Err(Error::BasisNotForAgency),
            }
        }
        "court_or_statute" => match basis.note.map(str::trim) {
            Some(note) if !note.is_empty() => disclosures::ensure_announced(file, victim, note),
            _ => Err(Error::ReasonRequired {
                field: "legal_basis_note",
            }),
        },
        _ => {
            let release = leave.release.ok_or(Error::ReleaseRequired)?;
            // A letter says her name only where the release covers it, and has the reference otherwise.
            let items = match leave.kind {
                "letter" => &TOLD[1..],
                _ => &TOLD[..],
            };
            let telling = Telling {
                items,
                by: Ways::Each(&leave.ways()),
                exclusions_read: leave.exclusions_read,
            };
            releases::permit_for_partner(file, release, victim, partner, &telling)?;
            Ok(())
        }
    }
}
