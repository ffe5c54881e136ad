//! Everything that can be refused, as values a person's words are made from.
//!
//! A variant is something a caller can act on. No variant quotes what a victim told us: errors end up in logs.
//! Words for each code stand in `assets/words/<language>/failures.ftl` as `err-<code>` and `rec-<code>`.

use std::collections::BTreeMap;

use countyline_bundle::BundleError;
use countyline_documents::DocumentError;

use crate::duplicates::csv::CsvError;
use crate::import::ImportRefusal;

/// What this crate's functions answer.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A refusal on its way to a person: a code, and the values its sentence needs.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// For example `wrong-passphrase`.
    pub code: String,
    /// Values for the sentence; never about a victim.
    pub values: BTreeMap<String, String>,
}

/// Why something was refused. Nothing was changed, unless the variant says otherwise.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The passphrase does not open the key file.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// A new passphrase is too short.
    #[error("passphrase too short")]
    WeakPassphrase,
    /// This laptop has made no one-time code yet.
    #[error("no one-time code")]
    NoUnlockCode,
    /// The one-time code is not the one in force.
    #[error("wrong one-time code")]
    WrongUnlockCode,
    /// The one-time code was used before.
    #[error("one-time code used before")]
    UsedUnlockCode,
    /// The county has no one-time code of this laptop.
    #[error("no one-time code of this laptop has come")]
    UnlockCodeUnknown,
    /// No recovery sheets were ever made for this office.
    #[error("no recovery sheets")]
    NoRecovery,
    /// A line of a recovery sheet is not as it was written.
    #[error("recovery sheet mistyped in line {line}")]
    RecoverySheetMistyped {
        /// Number of the line on its sheet, from 1.
        line: usize,
    },
    /// Two different sheets are needed.
    #[error("one recovery sheet twice")]
    RecoverySheetTwice,
    /// The two sheets are not of the set in force here, or are another office's.
    #[error("recovery sheets of another set")]
    RecoverySheetsOld,
    /// The key a bundle was sealed for was destroyed on schedule.
    #[error("sealed for a destroyed key")]
    KeyDestroyed {
        /// ISO date.
        on: String,
    },
    /// A replaced key is still needed.
    #[error("the replaced key is still needed")]
    KeyStillNeeded,
    /// Files that wait in the office are sealed for the key that was to be destroyed.
    #[error("files that wait are sealed for the key")]
    KeyNeededByFiles {
        /// Their names as they came, with commas between.
        files: String,
    },
    /// This office was brought back from a copy older than the key a week is sealed for.
    #[error("the office is older than the key")]
    KeyNotInCopy,
    /// A file of this name is there already.
    #[error("the file is there already")]
    FileExists,
    /// Two laptops are called the same; the first letters of an id name one.
    #[error("several laptops have this name")]
    SeveralLaptops,
    /// The laptop is revoked already.
    #[error("the laptop is revoked already")]
    AlreadyRevoked,
    /// Fresh keys are for a laptop that was revoked, and this one was not, as far as it knows.
    #[error("this laptop is not revoked")]
    NotRevoked,
    /// The county has not taken in everything this laptop wrote before it was revoked.
    #[error("the county has not taken in all work of this laptop")]
    WorkNotTakenIn,
    /// There is no office in this folder.
    #[error("no office in this folder")]
    NoOffice,
    /// There is an office in this folder already.
    #[error("an office exists in this folder")]
    OfficeExists,
    /// The file is no case file of ours, or its key is another file's.
    #[error("not a case file")]
    NotACaseFile,
    /// A newer program wrote the file.
    #[error("written by a newer program (schema {found}, this program knows {known})")]
    NewerCaseFile {
        /// Schema number found.
        found: i64,
        /// Newest schema number this program knows.
        known: i64,
    },
    /// The file is cut short or altered.
    #[error("damaged case file")]
    DamagedCaseFile,
    /// The key file is missing or unreadable.
    #[error("key file missing")]
    KeyFileMissing,
    /// This machine's secret is missing: the folder was moved to another machine or profile.
    #[error("device secret missing")]
    DeviceSecretMissing,
    /// The disk or stick is full.
    #[error("disk full")]
    DiskFull,
    /// A folder that holds no backup.
    #[error("no backup")]
    NoBackup,
    /// Somebody asked long work to stop; what it was about is as before.
    #[error("stopped")]
    Stopped,
    /// Another window or program holds the file.
    #[error("file in use")]
    FileInUse,
    /// No such record.
    #[error("{record} not found")]
    NotFound {
        /// Record name.
        record: &'static str,
    },
    /// A value that cannot be stored.
    #[error("invalid {field}")]
    InvalidInput {
        /// Field name.
        field: &'static str,
    },
    /// A date is missing or no date.
    #[error("{field} needs a date")]
    DateRequired {
        /// Field name.
        field: &'static str,
    },
    /// Too many wrong passphrases: only the one-time code opens this laptop.
    #[error("locked until the one-time code is used")]
    LockedOut,
    /// Too many wrong passphrases, at a place that has no one-time code.
    #[error("locked for {minutes} minutes")]
    LockedForNow {
        /// Whole minutes until the next try.
        minutes: i64,
    },
    /// What was saved is not taken back this way.
    #[error("not taken back: {why}")]
    NotTakenBack {
        /// Code of [`crate::undo::Why`].
        why: &'static str,
    },
    /// Somebody wrote since in what was to be taken back.
    #[error("somebody wrote since")]
    WrittenSince {
        /// Who, if that is known.
        by: String,
    },
    /// A day that has not come yet, where only one that was can be meant.
    #[error("{field} lies in the future")]
    DateInFuture {
        /// Field name.
        field: &'static str,
    },
    /// A period ends before it begins.
    #[error("the period ends before it begins")]
    PeriodBackwards,
    /// An age nobody has.
    #[error("no age")]
    AgeOutOfRange,
    /// Two answers of which only one can be right.
    #[error("{field} and {other} exclude each other")]
    AnswersExclude {
        /// Field name.
        field: &'static str,
        /// The other's, or the same if its own answers exclude each other.
        other: &'static str,
    },
    /// An answer that means nothing without a reason or an explanation in words.
    #[error("{field} is required")]
    ReasonRequired {
        /// The field the words go in.
        field: &'static str,
    },
    /// This legal basis does not reach this kind of agency.
    #[error("the legal basis does not fit the agency")]
    BasisNotForAgency,
    /// A stage of another system that no table of ours knows.
    #[error("unknown stage of another system")]
    OutsideStatusUnknown,
    /// The agency tells only under a release, and none is in force.
    #[error("the partner's word needs a release")]
    PartnerWordNeedsRelease,
    /// A name or initials are needed.
    #[error("a name is required")]
    NameRequired,
    /// A street address of somebody in an address confidentiality program, without a legal need for it.
    #[error("address of somebody in an address confidentiality program")]
    ProtectedAddress,
    /// Four digits where a PIN must never stand.
    #[error("looks like a PIN")]
    LooksLikePin,
    /// Nothing of hers may be erased while a legal hold is on.
    #[error("a legal hold is on")]
    LegalHold,
    /// What was to be purged has not fallen due.
    #[error("not due for purging")]
    NotDue,
    /// No state pack of this name comes with the program or is installed.
    #[error("unknown state pack")]
    UnknownPack,
    /// A state pack that somebody wrote was refused.
    #[error("state pack refused: {field}: {flaw:?}")]
    StatePack {
        /// The field, with the group it stands in; empty for the whole file.
        field: String,
        /// What is wrong with it.
        flaw: crate::packs::Flaw,
    },
    /// An office's own lists were refused.
    #[error("own lists refused: {what}: {flaw:?}")]
    ListsRefused {
        /// The service or policy; empty for the whole file.
        what: String,
        /// What is wrong with it.
        flaw: crate::own_lists::ListsFlaw,
    },
    /// The county's own words for a message of a paper were refused.
    #[error("wording refused: {message}: {flaw:?}")]
    WordingRefused {
        /// Id of the message, as it was asked for.
        message: String,
        /// What is wrong with it.
        flaw: crate::wordings::WordingFlaw,
    },
    /// A language that the office added cannot be used.
    #[error("language {language} refused: {flaw:?}")]
    LanguageRefused {
        /// Its tag.
        language: String,
        /// What is wrong with it.
        flaw: crate::own_languages::LanguageFlaw,
    },
    /// A picture is refused as the county's logo.
    #[error("logo refused: {flaw:?}")]
    LogoRefused {
        /// What is wrong with it.
        flaw: crate::logo::LogoFlaw,
    },
    /// How long is kept what comes from a sample, and nothing is purged by that.
    #[error("the months come from a sample")]
    SampleMonths,
    /// A code that is in no list.
    #[error("unknown code in {field}")]
    UnknownCode {
        /// Field name.
        field: &'static str,
    },
    /// A street address was given for an agency whose location is confidential.
    #[error("address of a confidential location")]
    ConfidentialAddress,
    /// A street address was given for a shelter that nobody asked whether its location is confidential.
    #[error("is the location confidential?")]
    ConfidentialNotSaid,
    /// A zone that is on no list of the office.
    #[error("{field} is no zone of the office")]
    ZoneUnknown {
        /// Field name.
        field: &'static str,
        /// The zone of the list that is spelled most like it.
        nearest: String,
    },
    /// Somebody is on call already at that time.
    #[error("on call already")]
    ShiftsOverlap {
        /// Who.
        name: String,
        /// When the other shift begins, by the clock on the wall.
        begins: String,
        /// When it is over.
        ends: String,
    },
    /// Somebody works here no more on that day.
    #[error("works here no more on {on}")]
    AccessEndedThen {
        /// Who.
        name: String,
        /// ISO date from which on.
        on: String,
    },
    /// A later day comes before an earlier one.
    #[error("{field} comes before what it follows")]
    DatesReversed {
        /// Field name of the later one.
        field: &'static str,
    },
    /// A number that no such thing can have.
    #[error("{field} is not between {least} and {most}")]
    NumberOutOfRange {
        /// Field name.
        field: &'static str,
        /// Smallest.
        least: i32,
        /// Largest.
        most: i32,
    },
    /// A text is longer than a record holds.
    #[error("{field} has more than {most} letters")]
    TextTooLong {
        /// Field name.
        field: &'static str,
        /// Letters it may have.
        most: usize,
    },
    /// A case number stands in a text that is never about one victim.
    #[error("a case number in {field}")]
    CaseNumberInText {
        /// Field name.
        field: &'static str,
    },
    /// The role of the person here does not do this.
    #[error("role {role} may not do this")]
    RoleMayNot {
        /// Code of `role`.
        role: &'static str,
    },
    /// The role of the person here sees no cases.
    #[error("cases are not shown to this role")]
    CasesNotShown,
    /// The access of the person here was ended.
    #[error("access ended")]
    AccessEnded,
    /// Work is given to somebody who does not work here any more.
    #[error("this person's access has ended")]
    NoLongerHere,
    /// Nobody changes her own role or ends her own access.
    #[error("one's own role")]
    OwnRole,
    /// A meeting or a training repeats one that is itself a repeat, or of another topic.
    #[error("not a repeat of this")]
    NotARepeat,
    /// More came back than were handed out.
    #[error("more returned than handed out")]
    MoreReturned,
    /// A directory that cannot be read at all.
    #[error("directory unreadable: {file}")]
    DirectoryUnreadable {
        /// Name of the file.
        file: String,
    },
    /// Only the county office does this.
    #[error("only the county office does this")]
    OnlyCounty,
    /// Only a laptop does this.
    #[error("only a laptop does this")]
    OnlyLaptop,
    /// The county's words were not confirmed yet.
    #[error("this laptop has not joined an office yet")]
    NotJoined,
    /// The bundle was refused.
    #[error("bundle refused")]
    Bundle(#[from] BundleError),
    /// Every commit of the bundle is here already.
    #[error("bundle already merged")]
    BundleAlreadyMerged,
    /// A revoked laptop wrote this after the last that was known of it.
    #[error("signed by a revoked laptop")]
    RevokedLaptop,
    /// The commits inside do not form the chain the manifest promises.
    #[error("broken history in a bundle: {0}")]
    BrokenHistory(countyline_ledger::Error),
    /// A log turned out to have been continued twice while something was presumed of it. Whoever takes commits in sets
    /// that apart and begins again, so this reaches nobody else.
    #[error("presumed of a log that was continued twice")]
    ContinuedTwice {
        /// The log.
        log: countyline_ledger::LogId,
    },
    /// The enrolment file was altered or cut.
    #[error("enrolment file refused")]
    EnrolmentAltered,
    /// The welcome file is for another laptop.
    #[error("welcome for another laptop")]
    WelcomeForAnother,
    /// A file that the county made for another laptop.
    #[error("handed back to another laptop")]
    ReturnForAnother,
    /// The roster in a bundle is not signed by this office's root key, or is older than ours.
    #[error("roster refused")]
    RosterRefused,
    /// The stick or disk went away.
    #[error("medium removed")]
    MediumRemoved,
    /// No such file.
    #[error("file not found")]
    FileNotFound,
    /// No such folder.
    #[error("folder not found")]
    FolderNotFound,
    /// A release of information is needed.
    #[error("a release is required")]
    ReleaseRequired,
    /// The release has run out.
    #[error("release expired")]
    ReleaseExpired {
        /// ISO date.
        on: String,
    },
    /// The release was revoked.
    #[error("release revoked")]
    ReleaseRevoked,
    /// The release names another recipient or another victim.
    #[error("release for another recipient")]
    ReleaseOtherRecipient,
    /// The release does not cover this item.
    #[error("release does not cover {item}")]
    ReleaseScope {
        /// Code of `release_item`.
        item: String,
    },
    /// The release does not let this be told in this way.
    #[error("release does not allow {method}")]
    ReleaseMethod {
        /// Code of `release_method`.
        method: String,
    },
    /// She does not want some things told, and nobody confirmed having read which.
    #[error("what she does not want told was not read")]
    ExclusionsUnread,
    /// A release would hold longer than the policy allows.
    #[error("a release holds at most {days} days")]
    ReleaseTooLong {
        /// Days from the one it begins on.
        days: u64,
        /// ISO date, the last day it may end on.
        until: String,
    },
    /// Nothing is told under an order before she was to be notified of it.
    #[error("notify her first")]
    NotifyFirst,
    /// The release begins later.
    #[error("release not in force yet")]
    ReleaseNotYet {
        /// ISO date it begins.
        on: String,
    },
    /// "Not the alleged abuser" was not confirmed.
    #[error("signer not confirmed")]
    SignerNotConfirmed,
    /// The guardian is the alleged abuser and may not sign.
    #[error("the guardian is the alleged abuser")]
    SignerIsAbuser,
    /// A release needs an expiry that lies ahead.
    #[error("expiry required")]
    ExpiryRequired,
    /// It was not said that it is safe for her to carry paper.
    #[error("not safe to carry")]
    UnsafeToCarry,
    /// Nobody said that the name on a filled form is the one on its release.
    #[error("name not looked at")]
    NameNotLookedAt,
    /// A paper of the office was to go with a victim.
    #[error("not for carrying")]
    NotForCarrying,
    /// A discreet letter holds a word it must not.
    #[error("letter would leak")]
    LetterWouldLeak,
    /// Paper could not be made.
    #[error("paper: {0}")]
    Document(#[from] DocumentError),
    /// A referral's status cannot move this way.
    #[error("{from} cannot become {to}")]
    StatusNotAllowed {
        /// Code it has.
        from: String,
        /// Code it was to have.
        to: String,
    },
    /// This victim must not be contacted.
    #[error("do not contact")]
    DoNotContact,
    /// This channel is not safe for this.
    #[error("channel not safe")]
    ChannelNotSafe,
    /// Something happened on this channel after which it is not used until it was asked about again.
    #[error("channel blocked")]
    ChannelBlocked,
    /// This way of reaching her cannot have this outcome.
    #[error("{outcome} cannot come of {channel}")]
    OutcomeNotOfChannel {
        /// Code of `outcome`.
        outcome: String,
        /// Code of `channel`.
        channel: String,
    },
    /// No follow-up is due on such a day.
    #[error("{field} is before {earliest} or after {latest}")]
    DueOutOfRange {
        /// Field.
        field: &'static str,
        /// ISO date.
        earliest: String,
        /// ISO date.
        latest: String,
    },
    /// What was chosen is not there any more: somebody changed it since it was shown.
    #[error("changed meanwhile")]
    ChangedMeanwhile,
    /// The record was erased under an order: nothing is written into it any more.
    #[error("the record was erased under an order")]
    Erased,
    /// A victim with whom something was done cannot be hidden.
    #[error("the victim has work")]
    VictimHasWork,
    /// There is no merge that could be taken back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Something was done here with what the merge brought.
    #[error("the merge was built on")]
    MergeBuiltOn,
    /// Something was handed to a laptop since the merge.
    #[error("something was handed out since the merge")]
    MergeHandedOut,
    /// Something else was merged since.
    #[error("merged since")]
    MergedSince,
    /// The sealed files of the merge are not kept whole any more.
    #[error("a merged file is gone")]
    MergedFileGone,
    /// A commit of our own could not be read back. Nothing was saved.
    #[error("own change refused: {0}")]
    OwnChangeRefused(countyline_ledger::Error),
    /// A table of persons was refused.
    #[error("table refused: {0}")]
    Csv(#[from] CsvError),
    /// A mapping, a table to import or one of its rows was refused.
    #[error("import refused: {0}")]
    Import(#[from] ImportRefusal),
    /// Anything the caller cannot act on but by reporting it.
    #[error("could not {doing}")]
    Storage {
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    /// A refusal of the file system, told apart into what a person can act on.
    pub(crate) fn file(doing: &'static str, source: std::io::Error) -> Error {
        use std::io::ErrorKind;
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Error::DiskFull
            }
            // EIO, ENODEV and ENXIO: what a pulled stick answers.
            _ if matches!(source.raw_os_error(), Some(5 | 6 | 19)) => Error::MediumRemoved,
            _ => Error::Storage {
                doing,
                source: Box::new(source),
            },
        }
    }

    /// A refusal of the database, told apart into what a person can act on.
    pub(crate) fn database(doing: &'static str, source: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode;
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Error::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::FileInUse,
            Some(ErrorCode::NotADatabase) => Error::NotACaseFile,
            Some(ErrorCode::DatabaseCorrupt) => Error::DamagedCaseFile,
            Some(ErrorCode::AuthorizationForStatementDenied)
                if crate::casefile::last_refused_to_show() =>
            {
                Error::CasesNotShown
            }
            _ => Error::Storage {
                doing,
                source: Box::new(source),
            },
        }
    }

    /// The code and values this refusal crosses to a person as.
    pub fn failure(&self) -> Failure {
        let (code, values): (&str, Vec<(&str, String)>) = match self {
            Error::WrongPassphrase => ("wrong-passphrase", vec![]),
            Error::WeakPassphrase => ("weak-passphrase", vec![]),
            Error::NoUnlockCode => ("no-unlock-code", vec![]),
            Error::WrongUnlockCode => ("wrong-unlock-code", vec![]),
            Error::UsedUnlockCode => ("used-unlock-code", vec![]),
            Error::UnlockCodeUnknown => ("unlock-code-unknown", vec![]),
            Error::NoRecovery => ("no-recovery", vec![]),
            Error::RecoverySheetMistyped { line } => {
                ("recovery-sheet-mistyped", vec![("line", line.to_string())])
            }
            Error::RecoverySheetTwice => ("recovery-sheet-twice", vec![]),
            Error::RecoverySheetsOld => ("recovery-sheets-old", vec![]),
            Error::KeyDestroyed { on } => ("key-destroyed", vec![("on", on.clone())]),
            Error::KeyStillNeeded => ("key-still-needed", vec![]),
            Error::KeyNeededByFiles { files } => {
                ("key-needed-by-files", vec![("files", files.clone())])
            }
            Error::KeyNotInCopy => ("key-not-in-copy", vec![]),
            Error::FileExists => ("file-exists", vec![]),
            Error::SeveralLaptops => ("several-laptops", vec![]),
            Error::AlreadyRevoked => ("already-revoked", vec![]),
            Error::NotRevoked => ("not-revoked", vec![]),
            Error::WorkNotTakenIn => ("work-not-taken-in", vec![]),
            Error::NoOffice => ("no-office", vec![]),
            Error::OfficeExists => ("office-exists", vec![]),
            Error::NotACaseFile => ("not-a-case-file", vec![]),
            Error::NewerCaseFile { .. } => ("newer-case-file", vec![]),
            Error::DamagedCaseFile => ("damaged-case-file", vec![]),
            Error::KeyFileMissing => ("key-file-missing", vec![]),
            Error::DeviceSecretMissing => ("device-secret-missing", vec![]),
            Error::DiskFull => ("disk-full", vec![]),
            Error::NoBackup => ("no-backup", vec![]),
            Error::Stopped => ("stopped", vec![]),
            Error::FileInUse => ("file-in-use", vec![]),
            Error::NotFound { .. } => ("not-found", vec![]),
            Error::InvalidInput { field } => ("invalid-input", vec![("field", field.to_string())]),
            Error::DateRequired { field } => ("date-required", vec![("field", field.to_string())]),
            Error::LockedOut => ("locked-out", vec![]),
            Error::LockedForNow { minutes } => {
                ("locked-for-now", vec![("minutes", minutes.to_string())])
            }
            Error::NotTakenBack { why } => ("not-taken-back", vec![("why", why.to_string())]),
            Error::WrittenSince { by } => {
                let known = if by.is_empty() { "no" } else { "yes" };
                let values = vec![("by", by.clone()), ("known", known.to_owned())];
                ("written-since", values)
            }
            Error::DateInFuture { field } => ("date-in-future", vec![("field", field.to_string())]),
            Error::AgeOutOfRange => ("age-out-of-range", vec![]),
            Error::PeriodBackwards => ("period-backwards", vec![]),
            Error::AnswersExclude { field, other } => (
                "answers-exclude",
                vec![("field", field.to_string()), ("other", other.to_string())],
            ),
            Error::ReasonRequired { field } => {
                ("reason-required", vec![("field", field.to_string())])
            }
            Error::BasisNotForAgency => ("basis-not-for-agency", vec![]),
            Error::OutsideStatusUnknown => ("outside-status-unknown", vec![]),
            Error::PartnerWordNeedsRelease => ("partner-word-needs-release", vec![]),
            Error::NameRequired => ("name-required", vec![]),
            Error::ProtectedAddress => ("protected-address", vec![]),
            Error::LooksLikePin => ("looks-like-pin", vec![]),
            Error::LegalHold => ("legal-hold", vec![]),
            Error::NotDue => ("not-due", vec![]),
            Error::UnknownPack => ("unknown-pack", vec![]),
            Error::StatePack { field, flaw } => {
                let mut values = flaw.values();
                values.extend([("field", field.clone()), ("flaw", flaw.code().to_owned())]);
                ("state-pack-refused", values)
            }
            Error::ListsRefused { what, flaw } => {
                let mut values = flaw.values();
                values.extend([("what", what.clone()), ("flaw", flaw.code().to_owned())]);
                ("lists-refused", values)
            }
            Error::WordingRefused { message, flaw } => (
                "wording-refused",
                vec![
                    ("message", message.clone()),
                    ("flaw", flaw.code().to_owned()),
                    ("what", flaw.what()),
                ],
            ),
            Error::LanguageRefused { language, flaw } => {
                let (what, word) = flaw.what();
                let code = ("flaw", flaw.code().to_owned());
                let named = [
                    ("language", language.clone()),
                    ("what", what),
                    ("word", word),
                ];
                (
                    "language-refused",
                    std::iter::once(code).chain(named).collect(),
                )
            }
            Error::LogoRefused { flaw } => {
                let (least, most) = flaw.least_and_most();
                let code = ("flaw", flaw.code().to_owned());
                ("logo-refused", vec![code, ("least", least), ("most", most)])
            }
            Error::SampleMonths => ("sample-months", vec![]),
            Error::UnknownCode { field } => ("unknown-code", vec![("field", field.to_string())]),
            Error::ConfidentialAddress => ("confidential-address", vec![]),
            Error::ConfidentialNotSaid => ("confidential-not-said", vec![]),
            Error::ZoneUnknown { field, nearest } => (
                "zone-unknown",
                vec![("field", field.to_string()), ("nearest", nearest.clone())],
            ),
            Error::ShiftsOverlap { name, begins, ends } => (
                "shifts-overlap",
                vec![
                    ("name", name.clone()),
                    ("begins", begins.clone()),
                    ("ends", ends.clone()),
                ],
            ),
            Error::AccessEndedThen { name, on } => (
                "access-ended-then",
                vec![("name", name.clone()), ("on", on.clone())],
            ),
            Error::DatesReversed { field } => {
                ("dates-reversed", vec![("field", field.to_string())])
            }
            Error::NumberOutOfRange { field, least, most } => (
                "number-out-of-range",
                vec![
                    ("field", field.to_string()),
                    ("least", least.to_string()),
                    ("most", most.to_string()),
                ],
            ),
            Error::TextTooLong { field, most } => (
                "text-too-long",
                vec![("field", field.to_string()), ("most", most.to_string())],
            ),
            Error::CaseNumberInText { field } => {
                ("case-number-in-text", vec![("field", field.to_string())])
            }
            Error::RoleMayNot { role } => ("role-may-not", vec![("role", role.to_string())]),
            Error::CasesNotShown => ("cases-not-shown", vec![]),
            Error::AccessEnded => ("access-ended", vec![]),
            Error::NoLongerHere => ("no-longer-here", vec![]),
            Error::OwnRole => ("own-role", vec![]),
            Error::NotARepeat => ("not-a-repeat", vec![]),
            Error::MoreReturned => ("more-returned", vec![]),
            Error::DirectoryUnreadable { file } => {
                ("directory-unreadable", vec![("file", file.clone())])
            }
            Error::OnlyCounty => ("only-county", vec![]),
            Error::OnlyLaptop => ("only-laptop", vec![]),
            Error::NotJoined => ("not-joined", vec![]),
            Error::Bundle(refused) => (bundle_code(refused), vec![]),
            Error::BundleAlreadyMerged => ("bundle-already-merged", vec![]),
            Error::RevokedLaptop => ("bundle-revoked-laptop", vec![]),
            Error::BrokenHistory(_) => ("bundle-altered", vec![]),
            Error::ContinuedTwice { .. } => ("bundle-altered", vec![]),
            Error::EnrolmentAltered => ("enrolment-altered", vec![]),
            Error::WelcomeForAnother => ("welcome-not-for-this-laptop", vec![]),
            Error::ReturnForAnother => ("return-for-another-laptop", vec![]),
            Error::RosterRefused => ("bundle-altered", vec![]),
            Error::MediumRemoved => ("medium-removed", vec![]),
            Error::FileNotFound => ("file-not-found", vec![]),
            Error::FolderNotFound => ("folder-not-found", vec![]),
            Error::ReleaseRequired => ("release-required", vec![]),
            Error::ReleaseExpired { on } => ("release-expired", vec![("on", on.clone())]),
            Error::ReleaseRevoked => ("release-revoked", vec![]),
            Error::ReleaseOtherRecipient => ("release-other-recipient", vec![]),
            Error::ReleaseScope { item } => ("release-scope", vec![("item", item.clone())]),
            Error::ReleaseMethod { method } => ("release-method", vec![("method", method.clone())]),
            Error::ExclusionsUnread => ("exclusions-unread", vec![]),
            Error::ReleaseTooLong { days, until } => (
                "release-too-long",
                vec![("days", days.to_string()), ("until", until.clone())],
            ),
            Error::NotifyFirst => ("notify-first", vec![]),
            Error::ReleaseNotYet { on } => ("release-not-yet", vec![("on", on.clone())]),
            Error::SignerNotConfirmed => ("signer-not-confirmed", vec![]),
            Error::SignerIsAbuser => ("signer-is-abuser", vec![]),
            Error::ExpiryRequired => ("expiry-required", vec![]),
            Error::UnsafeToCarry => ("unsafe-to-carry", vec![]),
            Error::NameNotLookedAt => ("name-not-looked-at", vec![]),
            Error::NotForCarrying => ("not-for-carrying", vec![]),
            Error::LetterWouldLeak => ("letter-would-leak", vec![]),
            Error::Document(refused) => return document_failure(refused),
            Error::StatusNotAllowed { from, to } => (
                "status-not-allowed",
                vec![("from", from.clone()), ("to", to.clone())],
            ),
            Error::DoNotContact => ("do-not-contact", vec![]),
            Error::ChannelNotSafe => ("channel-not-safe", vec![]),
            Error::ChannelBlocked => ("channel-blocked", vec![]),
            Error::OutcomeNotOfChannel { outcome, channel } => (
                "outcome-not-of-channel",
                vec![("outcome", outcome.clone()), ("channel", channel.clone())],
            ),
            Error::DueOutOfRange {
                field,
                earliest,
                latest,
            } => (
                "due-out-of-range",
                vec![
                    ("field", (*field).to_owned()),
                    ("earliest", earliest.clone()),
                    ("latest", latest.clone()),
                ],
            ),
            Error::ChangedMeanwhile => ("changed-meanwhile", vec![]),
            Error::Erased => ("erased", vec![]),
            Error::VictimHasWork => ("victim-has-work", vec![]),
            Error::NothingToUndo => ("nothing-to-undo", vec![]),
            Error::MergeBuiltOn => ("merge-built-on", vec![]),
            Error::MergeHandedOut => ("merge-handed-out", vec![]),
            Error::MergedSince => ("merged-since", vec![]),
            Error::MergedFileGone => ("merged-file-gone", vec![]),
            Error::OwnChangeRefused(_) => ("own-change-refused", vec![]),
            Error::Csv(refused) => return csv_failure(*refused),
            Error::Import(refused) => return refused.failure(),
            Error::Storage { doing, .. } => ("storage", vec![("doing", doing.to_string())]),
        };
        Failure {
            code: code.to_owned(),
            values: values
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        }
    }
}

fn bundle_code(refused: &BundleError) -> &'static str {
    match refused {
        BundleError::NotABundle => "bundle-not-a-bundle",
        BundleError::DamagedInTransfer => "bundle-damaged-in-transfer",
        BundleError::NewerVersion { .. }
        | BundleError::UnknownSuite { .. }
        | BundleError::UnknownFlags { .. }
        | BundleError::NewerManifest { .. }
        | BundleError::NeedsNewerReader { .. } => "bundle-newer",
        BundleError::Truncated => "bundle-truncated",
        BundleError::Unreadable { .. } => "medium-removed",
        BundleError::NotForThisKey | BundleError::OtherAgency => "bundle-not-for-this-office",
        BundleError::UnknownSigner { .. } => "bundle-unknown-laptop",
        BundleError::WrongDirection { .. } => "bundle-wrong-direction",
        BundleError::OverLimit { .. } => "bundle-over-limit",
        BundleError::RosterForked { .. } => "roster-forked",
        _ => "bundle-altered",
    }
}

fn document_failure(refused: &DocumentError) -> Failure {
    let (code, values) = match refused {
        DocumentError::FontMissing { file } | DocumentError::FontUnreadable { file, .. } => {
            ("font-missing", crate::values! { file = file })
        }
        DocumentError::GlyphMissing { character } => {
            let script = countyline_documents::script_of(*character);
            (
                "glyph-missing",
                crate::values! { character = character, script = script },
            )
        }
        DocumentError::PasswordUnusable => ("password-unusable", BTreeMap::new()),
        _ => ("storage", crate::values! { doing = "make the paper" }),
    };
    Failure {
        code: code.to_owned(),
        values,
    }
}

fn csv_failure(refused: CsvError) -> Failure {
    let (code, values) = match refused {
        CsvError::Empty => ("csv-empty", BTreeMap::new()),
        CsvError::TooLarge => ("csv-too-large", BTreeMap::new()),
        CsvError::NotText { line } => ("csv-not-text", crate::values! { line = line }),
        CsvError::Uneven {
            line,
            found,
            expected,
        } => (
            "csv-uneven",
            crate::values! { line = line, found = found, expected = expected },
        ),
        CsvError::NoNames => ("csv-no-names", BTreeMap::new()),
        CsvError::ColumnTwice { first, second } => (
            "csv-column-twice",
            crate::values! { first = first, second = second },
        ),
        CsvError::IdTwice { first, line } => (
            "csv-id-twice",
            crate::values! { first = first, line = line },
        ),
        CsvError::CellTooLong { line } => ("csv-cell-too-long", crate::values! { line = line }),
    };
    Failure {
        code: code.to_owned(),
        values,
    }
}

#[cfg(test)]
mod tests;
