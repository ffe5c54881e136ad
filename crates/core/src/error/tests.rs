use countyline_bundle::Direction;
use countyline_bundle::limits::Limit;

use super::*;
use crate::words::{LANGUAGES, Words};

/// One of each. What is added to [`Error`] is added here: `failure` has no arm for the rest either.
fn every_error() -> Vec<Error> {
    let broken = || countyline_ledger::Error::Malformed { what: "op" };
    let mut errors = vec![
        Error::WrongPassphrase,
        Error::WeakPassphrase,
        Error::NoUnlockCode,
        Error::WrongUnlockCode,
        Error::UsedUnlockCode,
        Error::UnlockCodeUnknown,
        Error::NoRecovery,
        Error::RecoverySheetMistyped { line: 2 },
        Error::RecoverySheetTwice,
        Error::RecoverySheetsOld,
        Error::KeyDestroyed {
            on: "2026-06-30".to_owned(),
        },
        Error::KeyStillNeeded,
        Error::KeyNeededByFiles {
            files: "cl-abcdefgh.clb".to_owned(),
        },
        Error::KeyNotInCopy,
        Error::FileExists,
        Error::SeveralLaptops,
        Error::AlreadyRevoked,
        Error::NotRevoked,
        Error::WorkNotTakenIn,
        Error::NoOffice,
        Error::OfficeExists,
        Error::NotACaseFile,
        Error::NewerCaseFile { found: 2, known: 1 },
        Error::DamagedCaseFile,
        Error::KeyFileMissing,
        Error::DeviceSecretMissing,
        Error::DiskFull,
        Error::NoBackup,
        Error::Stopped,
        Error::FileInUse,
        Error::NotFound { record: "victim" },
        Error::InvalidInput { field: "zone" },
        Error::DateRequired { field: "due_on" },
        Error::ZoneUnknown {
            field: "zone",
            nearest: "Elm Creek".to_owned(),
        },
        Error::ShiftsOverlap {
            name: "Vera Volunteer".to_owned(),
            begins: "2026-03-06 18:00".to_owned(),
            ends: "2026-03-07 06:00".to_owned(),
        },
        Error::AccessEndedThen {
            name: "Vera Volunteer".to_owned(),
            on: "2026-03-20".to_owned(),
        },
        Error::LockedOut,
        Error::LockedForNow { minutes: 15 },
        Error::NotTakenBack { why: "told" },
        Error::WrittenSince {
            by: "Alex Sample".to_owned(),
        },
        Error::DateInFuture {
            field: "occurred_on",
        },
        Error::AgeOutOfRange,
        Error::AnswersExclude {
            field: "birth_date",
            other: "age_band",
        },
        Error::ReasonRequired {
            field: "legal_hold_reason",
        },
        Error::PeriodBackwards,
        Error::BasisNotForAgency,
        Error::OutsideStatusUnknown,
        Error::PartnerWordNeedsRelease,
        Error::NameRequired,
        Error::ProtectedAddress,
        Error::LooksLikePin,
        Error::LegalHold,
        Error::NotDue,
        Error::UnknownPack,
        Error::StatePack {
            field: "rights 2: es".to_owned(),
            flaw: crate::packs::Flaw::Missing,
        },
        Error::ListsRefused {
            what: "clinic_ride".to_owned(),
            flaw: crate::own_lists::ListsFlaw::CountsAs,
        },
        Error::WordingRefused {
            message: "letter-closing".to_owned(),
            flaw: crate::wordings::WordingFlaw::Empty,
        },
        Error::LanguageRefused {
            language: "vi".to_owned(),
            flaw: crate::own_languages::LanguageFlaw::Missing {
                message: "letter-closing".to_owned(),
            },
        },
        Error::LogoRefused {
            flaw: crate::logo::LogoFlaw::Dots {
                fewest: 48,
                most: 600,
            },
        },
        Error::SampleMonths,
        Error::UnknownCode { field: "need" },
        Error::ConfidentialAddress,
        Error::ConfidentialNotSaid,
        Error::DatesReversed {
            field: "arrived_at",
        },
        Error::NumberOutOfRange {
            field: "minimum_age",
            least: 0,
            most: 120,
        },
        Error::TextTooLong {
            field: "name",
            most: 300,
        },
        Error::CaseNumberInText {
            field: "response_given",
        },
        Error::RoleMayNot { role: "volunteer" },
        Error::CasesNotShown,
        Error::AccessEnded,
        Error::NoLongerHere,
        Error::OwnRole,
        Error::NotARepeat,
        Error::MoreReturned,
        Error::DirectoryUnreadable {
            file: "service.csv".to_owned(),
        },
        Error::OnlyCounty,
        Error::OnlyLaptop,
        Error::NotJoined,
        Error::BundleAlreadyMerged,
        Error::RevokedLaptop,
        Error::BrokenHistory(broken()),
        Error::ContinuedTwice {
            log: countyline_ledger::LogId([0; 16]),
        },
        Error::EnrolmentAltered,
        Error::WelcomeForAnother,
        Error::ReturnForAnother,
        Error::RosterRefused,
        Error::MediumRemoved,
        Error::FileNotFound,
        Error::FolderNotFound,
        Error::ReleaseRequired,
        Error::ReleaseExpired {
            on: "2026-03-31".to_owned(),
        },
        Error::ReleaseRevoked,
        Error::ReleaseOtherRecipient,
        Error::ReleaseScope {
            item: "need".to_owned(),
        },
        Error::ReleaseMethod {
            method: "fax".to_owned(),
        },
        Error::ExclusionsUnread,
        Error::ReleaseTooLong {
            days: 180,
            until: "2026-08-29".to_owned(),
        },
        Error::NotifyFirst,
        Error::ReleaseNotYet {
            on: "2026-03-31".to_owned(),
        },
        Error::SignerNotConfirmed,
        Error::SignerIsAbuser,
        Error::ExpiryRequired,
        Error::UnsafeToCarry,
        Error::NameNotLookedAt,
        Error::NotForCarrying,
        Error::LetterWouldLeak,
        Error::StatusNotAllowed {
            from: "sent".to_owned(),
            to: "draft".to_owned(),
        },
        Error::DoNotContact,
        Error::ChannelNotSafe,
        Error::ChannelBlocked,
        Error::OutcomeNotOfChannel {
            outcome: "letter_returned".to_owned(),
            channel: "phone".to_owned(),
        },
        Error::DueOutOfRange {
            field: "next_follow_up_on",
            earliest: "2026-03-02".to_owned(),
            latest: "2031-03-02".to_owned(),
        },
        Error::ChangedMeanwhile,
        Error::Csv(CsvError::Empty),
        Error::Csv(CsvError::TooLarge),
        Error::Csv(CsvError::NotText { line: 2 }),
        Error::Csv(CsvError::Uneven {
            line: 3,
            found: 1,
            expected: 2,
        }),
        Error::Csv(CsvError::NoNames),
        Error::Csv(CsvError::ColumnTwice {
            first: 1,
            second: 2,
        }),
        Error::Csv(CsvError::IdTwice { first: 2, line: 4 }),
        Error::Csv(CsvError::CellTooLong { line: 2 }),
        Error::Erased,
        Error::VictimHasWork,
        Error::NothingToUndo,
        Error::MergeBuiltOn,
        Error::MergeHandedOut,
        Error::MergedSince,
        Error::MergedFileGone,
        Error::OwnChangeRefused(broken()),
        Error::Storage {
            doing: "test",
            source: "reason".into(),
        },
    ];
    let bundles = [
        BundleError::NotABundle,
        BundleError::DamagedInTransfer,
        BundleError::Truncated,
        BundleError::NotForThisKey,
        BundleError::OtherAgency,
        BundleError::UnknownSigner { device: [0; 16] },
        BundleError::WrongDirection {
            found: Direction::Up,
        },
        BundleError::OverLimit {
            what: Limit::Blocks,
        },
        BundleError::NewerManifest { format: 2 },
        BundleError::NeedsNewerReader { min_reader: 9 },
        BundleError::SignatureWrong,
        BundleError::RosterForked { version: 2 },
    ];
    errors.extend(bundles.map(Error::Bundle));
    let papers = [
        DocumentError::FontMissing {
            file: "a.ttf".to_owned(),
        },
        DocumentError::GlyphMissing { character: 'x' },
        DocumentError::TextSizeOutOfRange { points: 0.0 },
    ];
    errors.extend(papers.map(Error::Document));
    errors.extend(every_import_refusal().into_iter().map(Error::Import));
    errors
}

fn every_import_refusal() -> Vec<ImportRefusal> {
    use countyline_sheets::{Error as Table, Refusal as Row};
    let column = || "Town".to_owned();
    let mut refusals = vec![
        ImportRefusal::MappingUnreadable { line: 3 },
        ImportRefusal::MappingForOthers,
        ImportRefusal::SourceMissing,
        ImportRefusal::ColumnMissing { column: column() },
        ImportRefusal::ColumnUndecided { column: column() },
        ImportRefusal::ColumnNotTaken { column: column() },
        ImportRefusal::ColumnTwice { column: column() },
        ImportRefusal::NoSuchField { field: column() },
        ImportRefusal::FieldTwice { field: column() },
        ImportRefusal::FieldMissing { field: column() },
        ImportRefusal::MappingCode { column: column() },
        ImportRefusal::MappingEmpty { column: column() },
        ImportRefusal::DateFormat { format: column() },
        ImportRefusal::KeyMissing,
        ImportRefusal::KeyTwice { row: 2 },
        ImportRefusal::HereUnderAnotherName,
        ImportRefusal::ValueUnknown { column: column() },
        ImportRefusal::NotADate { column: column() },
        ImportRefusal::NotANumber { column: column() },
        ImportRefusal::CellMissing { column: column() },
        ImportRefusal::CriminalHistory { column: column() },
        ImportRefusal::VictimUnknown,
        ImportRefusal::PartnerUnknown,
        ImportRefusal::SeveralPartners,
    ];
    let tables = [
        Table::Empty,
        Table::TooLarge { limit: 1 << 30 },
        Table::UnpacksTooLarge { limit: 1 << 28 },
        Table::TooManyCells,
        Table::RowTooLong { line: 2 },
        Table::TooManyColumns,
        Table::ColumnTwice { name: column() },
        Table::NotATable,
        Table::Unreadable,
    ];
    refusals.extend(tables.map(ImportRefusal::Table));
    let rows = [
        Row::TooManyCells,
        Row::MergedCells,
        Row::FormulaError,
        Row::CellTooLong,
    ];
    refusals.extend(rows.map(ImportRefusal::Row));
    refusals
}

#[test]
fn every_refusal_has_words_for_what_happened_and_what_to_do_in_each_language() {
    for language in LANGUAGES {
        let words = Words::of(language);
        for error in every_error() {
            let failure = error.failure();
            for prefix in ["err", "rec"] {
                let id = format!("{prefix}-{}", failure.code);
                assert!(words.has(&id), "{language}: {id} for {error:?}");
            }
            let (happened, recommended) = words.failure(&failure);
            for text in [happened, recommended] {
                assert!(!text.is_empty());
                assert!(!text.contains("{$"), "{language}: {text}");
            }
        }
    }
}

#[test]
fn every_variant_is_tried() {
    let source = include_str!("../error.rs");
    let listed: Vec<String> = every_error()
        .iter()
        .map(|error| format!("{error:?}"))
        .collect();
    let arms = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Error::"));
    for arm in arms {
        let name: String = arm
            .chars()
            .take_while(|letter| letter.is_alphanumeric())
            .collect();
        assert!(
            listed.iter().any(|tried| tried.starts_with(&name)),
            "{name}"
        );
    }
}
