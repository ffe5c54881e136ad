//! What can be taken back, by what was done, by kind of record, and by kind of field. The actions and the records are
//! listed in full: what is added to either is decided here before anything compiles or passes.

use countyline_ledger::{Kind, Value};

use crate::casefile::Action;
use crate::error::Error;
use crate::hiding;
use crate::registry::{
    COURT_DATE, DISCLOSURE, ERASE_RECEIPT, LETTER, LOOK_PORTION, LOOK_REVIEW, OFFICE_POLICY,
    PROBLEM_SEEN, RELEASE, Record, STAFF, WORDING,
};

/// Why something is not taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Ten minutes are over, or something else was saved since.
    Over,
    /// It changed no record.
    Nothing,
    /// It has left this place.
    Sent,
    /// Somebody was told or given something.
    Told,
    /// It protects somebody.
    Protects,
    /// Laptops and keys.
    Keys,
    /// It was erased.
    Erased,
    /// It is taken back as a merge, or not at all.
    Merged,
    /// A person decided between what others had written.
    Decided,
    /// Who works here, and as what.
    People,
    /// A whole table came in.
    Many,
}

impl Why {
    /// As the words know it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Why::Over => "over",
            Why::Nothing => "nothing",
            Why::Sent => "sent",
            Why::Told => "told",
            Why::Protects => "protects",
            Why::Keys => "keys",
            Why::Erased => "erased",
            Why::Merged => "merged",
            Why::Decided => "decided",
            Why::People => "people",
            Why::Many => "many",
        }
    }

    pub(super) fn refusal(self) -> Error {
        Error::NotTakenBack { why: self.code() }
    }
}

/// Whether what was done is taken back by its own way or by none; nothing if its records decide.
pub(super) fn of_action(action: Action) -> Option<Why> {
    match action {
        Action::CreateVictim
        | Action::EditVictim
        | Action::AddContactMethod
        | Action::EditContactMethod
        | Action::RecordContact
        | Action::CreatePartner
        | Action::RecordPartnerContact
        | Action::ReferVictim
        | Action::AdvanceReferral
        | Action::SignRelease
        | Action::RevokeRelease
        | Action::CompleteFollowUp
        | Action::RestrictVictim
        | Action::WriteVictimFacts
        | Action::ProtectAddress
        | Action::HoldRecords
        | Action::RecordIncident
        | Action::CheckContactMethod
        | Action::GiveNotice
        | Action::RecordProtection
        | Action::SetPolicy
        | Action::Hide
        | Action::BringBack
        | Action::RecordService
        | Action::RecordRiskScreen
        | Action::PlanFollowUp
        | Action::RecordReferralOutcome
        | Action::EditPartner
        | Action::KeepAgreement
        | Action::KeepGroup
        | Action::RecordOutreach
        | Action::RecordOwnWork
        | Action::KeepShift
        | Action::KeepTraining
        | Action::KeepSurvey
        | Action::SetWording
        | Action::HandInReport
        | Action::TakeBack => None,
        Action::SendWeek | Action::TellLooks | Action::HandBack | Action::ExportTable => {
            Some(Why::Sent)
        }
        Action::MakeLetter
        | Action::MovePaper
        | Action::RecordDisclosure
        | Action::RevealCodeWord => Some(Why::Told),
        Action::SetUp
        | Action::BeginLog
        | Action::JoinOffice
        | Action::EnrolLaptop
        | Action::RevokeLaptop
        | Action::ReplaceCountyKey
        | Action::DestroyCountyKey
        | Action::MakeRecoverySheets
        | Action::UseRecoverySheets
        | Action::AskUnlockCode
        | Action::UseUnlockCode
        | Action::RenewLaptopKeys => Some(Why::Keys),
        Action::OrderErasure | Action::ConfirmErasure | Action::ExtendErasure => Some(Why::Erased),
        Action::MergeBundles
        | Action::UndoMerge
        | Action::CountyRestored
        | Action::ForgetParked
        | Action::TakeInRevokedWork
        | Action::KeepRevokedWorkOut => Some(Why::Merged),
        Action::ResolveConflict
        | Action::SettleNotice
        | Action::MarkSeen
        | Action::ReviewLooks
        | Action::LinkPersons
        | Action::UnlinkPersons
        | Action::TellPersonsApart => Some(Why::Decided),
        Action::KeepStaff => Some(Why::People),
        Action::BackUp => Some(Why::Nothing),
        Action::ImportCases | Action::ImportPartners | Action::ImportDirectory => Some(Why::Many),
    }
}

/// What becomes of a record that is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfRecord {
    /// One that was made is hidden as a mistake.
    Hidden,
    /// As [`OfRecord::Hidden`], unless it says something that protects somebody.
    HiddenUnlessItProtects,
    /// There is one, under an id that every place knows: it is never hidden, its fields are emptied.
    Emptied,
    /// It stays: it happened.
    Stays(Why),
}

/// The rule of a record type. What is not named follows from its fields.
pub(super) fn of_record(record: &Record) -> OfRecord {
    let is = |known: &Record| known.id == record.id;
    if is(&STAFF) {
        return OfRecord::Stays(Why::People);
    }
    if is(&DISCLOSURE) || is(&LETTER) {
        return OfRecord::Stays(Why::Told);
    }
    if is(&ERASE_RECEIPT) {
        return OfRecord::Stays(Why::Erased);
    }
    if is(&LOOK_PORTION) {
        return OfRecord::Stays(Why::Sent);
    }
    if is(&PROBLEM_SEEN) || is(&LOOK_REVIEW) {
        return OfRecord::Stays(Why::Decided);
    }
    if is(&OFFICE_POLICY) || is(&WORDING) {
        return OfRecord::Emptied;
    }
    // Whoever hides one by its form is asked for no reason; without a release nothing may be told; a day in court that
    // was recorded by mistake protects nobody.
    let by_form = hiding::MAY_BE_HIDDEN.into_iter().any(is);
    let protects = record.fields.iter().any(|field| field.is_protective());
    match protects && !by_form && !is(&RELEASE) && !is(&COURT_DATE) {
        true => OfRecord::HiddenUnlessItProtects,
        false => OfRecord::Hidden,
    }
}

/// Whether a record of this type may have been hidden, and be brought back.
pub(crate) fn may_be_hidden(record: &Record) -> bool {
    matches!(
        of_record(record),
        OfRecord::Hidden | OfRecord::HiddenUnlessItProtects
    )
}

/// Whether a field would protect less with `before` in place of `now`.
pub(super) fn would_fall(kind: Kind, now: Option<&Value>, before: Option<&Value>) -> bool {
    kind.rank(now) < kind.rank(before)
}
