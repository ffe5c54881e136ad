//! Who may read and do what here, by role. One table, asked at the doors and nowhere else.
//!
//! | role | cases | counts | directory | own work | people | weeks | deciding | erasing | keys | telling |
//! |---|---|---|---|---|---|---|---|---|---|---|
//! | `deputy` | all | yes | yes | yes | | yes | yes | yes | yes | yes |
//! | `advocate` | all | yes | yes | yes | | yes | yes | | | |
//! | `volunteer` | own | | yes | yes | | yes | | | | |
//! | `coordinator` | all | yes | yes | yes | yes | yes | yes | yes | yes | yes |
//! | `grant_viewer` | | yes | | | | | | | | |
//! | `it_admin` | | | | | | | | | yes | |
//!
//! Everybody reads the directory of partner agencies. What only the county office does (most keys, erasing,
//! merging) is asked there besides.
//!
//! Always true: *reading* is not left to the functions that read. SQLite asks an authorizer before it prepares
//! a statement, and for a role that may not see cases it refuses every table that holds something of a victim
//! (those of [`case_tables`], from the registry). A function written tomorrow is refused with the same words. A
//! volunteer reads these tables through views of her own cases, and nothing else of them. What no row can hold
//! stands in side tables for every record; both read them through views without what they may not see. *Doing* goes through
//! [`CaseFile::change`], whose [`Action`] names what is done; the match in [`deed`] has no arm for the rest.
//!
//! Not here: who may see a restricted record ([`crate::need_to_know`]). Nor is this a lock against the person
//! who owns the machine: it holds for our programs.

mod sight;

#[cfg(test)]
mod tests;

use countyline_ledger::EntityId;
use rusqlite::Connection;

pub(crate) use sight::{Sight, mixed_tables, narrow, tables_of_cases, widen};

use crate::casefile::{Action, CaseFile};
use crate::error::{Error, Result};
use crate::registry::STAFF;
use crate::standing::Standing;

/// What somebody is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Sworn; records and serves.
    Deputy,
    /// Victim-services staff.
    Advocate,
    /// Unpaid; her own cases only.
    Volunteer,
    /// Runs the program.
    Coordinator,
    /// Looks at figures for a grant.
    GrantViewer,
    /// Keeps the machines running.
    ItAdmin,
}

/// Every role, as in the table.
pub const ROLES: [Role; 6] = [
    Role::Deputy,
    Role::Advocate,
    Role::Volunteer,
    Role::Coordinator,
    Role::GrantViewer,
    Role::ItAdmin,
];

/// Something that is done: a column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Recording victims, contacts, referrals, releases, letters.
    Cases,
    /// The directory, agreements, groups, outreach and materials.
    Directory,
    /// One's own hours and call-outs, and who came to a training.
    OwnWork,
    /// The people who work here: roles, checks, trainings, surveys; and what the county decides for every place.
    People,
    /// Merging weeks at the county, handing back, letting laptops join, files that wait.
    Weeks,
    /// Settling what two people wrote apart; linking, hiding, restricting; taking a merge back; taking a table of
    /// cases in.
    Deciding,
    /// Ordering an erasure.
    Erasing,
    /// Lost laptops, keys, one-time codes, recovery sheets.
    Keys,
    /// A table that leaves the program.
    Telling,
    /// What the program itself writes down, whoever sits before it. A laptop's work goes out and the county's
    /// word comes in whatever role its person has: nothing of it is shown, and a new role must reach her.
    Upkeep,
}

impl Role {
    /// Its code in the list `role`.
    pub fn code(self) -> &'static str {
        match self {
            Role::Deputy => "deputy",
            Role::Advocate => "advocate",
            Role::Volunteer => "volunteer",
            Role::Coordinator => "coordinator",
            Role::GrantViewer => "grant_viewer",
            Role::ItAdmin => "it_admin",
        }
    }

    /// The role with this code; none for one of a newer program.
    pub fn from_code(code: &str) -> Option<Role> {
        ROLES.into_iter().find(|role| role.code() == code)
    }

    /// How much of the cases it sees.
    pub(crate) fn sight(self) -> Sight {
        match self {
            Role::Deputy | Role::Advocate | Role::Coordinator => Sight::All,
            Role::Volunteer => Sight::Own,
            Role::GrantViewer | Role::ItAdmin => Sight::None,
        }
    }

    /// Whether it may see numbers of cases.
    pub(crate) fn counts(self) -> bool {
        !matches!(self, Role::Volunteer | Role::ItAdmin)
    }

    /// Whether it may do this.
    pub fn may(self, deed: Deed) -> bool {
        match deed {
            Deed::Upkeep => true,
            Deed::Cases | Deed::Directory | Deed::OwnWork | Deed::Weeks => {
                !matches!(self, Role::GrantViewer | Role::ItAdmin)
            }
            Deed::Deciding => matches!(self, Role::Deputy | Role::Advocate | Role::Coordinator),
            Deed::Erasing | Deed::Telling => matches!(self, Role::Deputy | Role::Coordinator),
            Deed::Keys => matches!(self, Role::Deputy | Role::Coordinator | Role::ItAdmin),
            Deed::People => self == Role::Coordinator,
        }
    }
}

/// What an action does, as a column of the table.
pub(crate) fn deed(action: Action) -> Deed {
    match action {
        Action::CreateVictim
        | Action::EditVictim
        | Action::AddContactMethod
        | Action::EditContactMethod
        | Action::RecordContact
        | Action::ReferVictim
        | Action::AdvanceReferral
        | Action::SignRelease
        | Action::RevokeRelease
        | Action::CompleteFollowUp
        | Action::RecordService
        | Action::RecordRiskScreen
        | Action::PlanFollowUp
        | Action::RecordReferralOutcome
        | Action::WriteVictimFacts
        | Action::ProtectAddress
        | Action::RecordIncident
        | Action::CheckContactMethod
        | Action::RevealCodeWord
        | Action::GiveNotice
        | Action::RecordProtection
        | Action::RecordDisclosure
        | Action::MovePaper
        | Action::MakeLetter
        // Whose deed it was is asked besides.
        | Action::TakeBack => Deed::Cases,
        Action::CreatePartner
        | Action::RecordPartnerContact
        | Action::EditPartner
        | Action::ImportDirectory
        | Action::ImportPartners
        | Action::KeepAgreement
        | Action::KeepGroup
        | Action::RecordOutreach => Deed::Directory,
        Action::RecordOwnWork | Action::KeepShift => Deed::OwnWork,
        Action::KeepStaff
        | Action::KeepTraining
        | Action::KeepSurvey
        | Action::SetPolicy
        | Action::SetWording
        | Action::ReviewLooks => Deed::People,
        Action::EnrolLaptop
        | Action::HandBack
        | Action::CountyRestored
        | Action::ForgetParked
        | Action::SettleNotice
        | Action::TakeInRevokedWork
        | Action::KeepRevokedWorkOut => Deed::Weeks,
        Action::ResolveConflict
        | Action::RestrictVictim
        | Action::HoldRecords
        | Action::LinkPersons
        | Action::UnlinkPersons
        | Action::TellPersonsApart
        | Action::Hide
        | Action::BringBack
        | Action::MarkSeen
        | Action::ImportCases
        | Action::UndoMerge => Deed::Deciding,
        Action::OrderErasure => Deed::Erasing,
        Action::RevokeLaptop
        | Action::ReplaceCountyKey
        | Action::DestroyCountyKey
        | Action::MakeRecoverySheets
        | Action::AskUnlockCode => Deed::Keys,
        Action::ExportTable | Action::HandInReport => Deed::Telling,
        Action::SetUp
        | Action::BackUp
        | Action::SendWeek
        | Action::TellLooks
        | Action::MergeBundles
        | Action::JoinOffice
        | Action::BeginLog
        | Action::UseRecoverySheets
        | Action::UseUnlockCode
        | Action::RenewLaptopKeys
        | Action::ConfirmErasure
        | Action::ExtendErasure => Deed::Upkeep,
    }
}

/// Who sits before this place, as the file says now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Person {
    /// Nobody is written down yet: the place is being set up.
    NotIntroduced,
    /// Somebody with a role.
    Known(Role),
    /// Somebody with a role of a newer program: it is not guessed what that one may see.
    Unknown,
    /// Somebody whose access was ended.
    Disabled,
}

impl Person {
    /// The person of a place, on a day.
    pub(crate) fn read(
        conn: &Connection,
        staff: EntityId,
        today: chrono::NaiveDate,
    ) -> Result<Person> {
        let shown = match Standing::load(conn, &STAFF, staff) {
            Ok(shown) => shown,
            Err(Error::NotFound { .. }) => return Ok(Person::NotIntroduced),
            Err(refused) => return Err(refused),
        };
        let disabled_on = shown.maybe("disabled_on");
        let has_come =
            |day: &str| crate::days::day("disabled_on", day).is_ok_and(|day| day <= today);
        if disabled_on.as_deref().is_some_and(has_come) {
            return Ok(Person::Disabled);
        }
        Ok(match Role::from_code(&shown.text("role")) {
            Some(role) => Person::Known(role),
            None => Person::Unknown,
        })
    }

    /// What she is here, if this program knows it.
    pub(crate) fn role(self) -> Option<Role> {
        match self {
            Person::Known(role) => Some(role),
            Person::NotIntroduced | Person::Unknown | Person::Disabled => None,
        }
    }

    pub(crate) fn sight(self) -> Sight {
        match self {
            Person::NotIntroduced => Sight::All,
            Person::Known(role) => role.sight(),
            Person::Unknown | Person::Disabled => Sight::None,
        }
    }

    /// Refuses what this person may not do.
    ///
    /// # Errors
    /// [`Error::RoleMayNot`]; [`Error::AccessEnded`].
    pub(crate) fn ensure_may(self, deed: Deed) -> Result<()> {
        let may = match self {
            Person::NotIntroduced => true,
            Person::Known(role) => role.may(deed),
            Person::Unknown | Person::Disabled => deed == Deed::Upkeep,
        };
        if may { Ok(()) } else { Err(self.refusal()) }
    }

    /// Why this person is refused.
    pub(crate) fn refusal(self) -> Error {
        match self {
            Person::Known(role) => Error::RoleMayNot { role: role.code() },
            Person::Disabled => Error::AccessEnded,
            Person::Unknown | Person::NotIntroduced => Error::RoleMayNot { role: "unknown" },
        }
    }
}

/// What a count may hand out: numbers, and numbers by a code. Never a name.
pub(crate) trait Figures {}

impl Figures for i32 {}
impl Figures for (i32, i32, i32) {}
impl Figures for crate::counts::CountsView {}
impl Figures for crate::counts::YearView {}
/// By code.
impl Figures for std::collections::BTreeMap<String, i32> {}

/// Refuses somebody who sees no numbers of the whole office.
///
/// # Errors
/// [`Error::RoleMayNot`]; [`Error::AccessEnded`].
pub(crate) fn ensure_sees_figures(file: &CaseFile) -> Result<()> {
    match file.person() {
        Person::NotIntroduced => Ok(()),
        Person::Known(role) if role.counts() => Ok(()),
        other => Err(other.refusal()),
    }
}

/// Numbers of cases, for those who may see numbers. A volunteer counts what is her own.
///
/// # Errors
/// [`Error::RoleMayNot`]; those of `count`.
pub(crate) fn count<T: Figures>(
    file: &CaseFile,
    count: impl FnOnce(&Connection) -> Result<T>,
) -> Result<T> {
    match file.person() {
        Person::Known(role) if role.sight() == Sight::None && role.counts() => file.unseen(count),
        _ => count(file.conn()),
    }
}
