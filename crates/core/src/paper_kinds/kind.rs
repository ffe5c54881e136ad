//! What each kind of paper is about, whether she may carry it, and what the register calls it.
//!
//! | kind | about | may go with her | in the register |
//! |---|---|---|---|
//! | `resource_list` | a victim whom it is for; without one it is for anybody | yes | if it goes with her, or is for her |
//! | `release_form` | a release; without one it is blank | yes | if it is filled |
//! | `rights_notice` | nothing | yes | |
//! | `danger_signs` | nothing | yes | |
//! | `safe_contact_card` | a victim | | yes |
//! | `roll_call` | nothing | | |
//! | `disclosure_log` | a victim | yes | yes |
//! | `lost_laptop` | a laptop; without one it is this laptop, at the county a blank | | |
//! | `agreement_page` | an agreement | | |
//! | `quick_card` | nothing | | |
//! | `six_words` | nothing | | |
//!
//! The list of calls holds case codes of several people and stays with the shift, which shreds it; no record is about
//! several people, so it is not in the register.

use super::PaperKindView;
use crate::error::{Error, Result};

/// A kind of paper, as a code of `paper_kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    ResourceList,
    ReleaseForm,
    RightsNotice,
    DangerSigns,
    SafeContactCard,
    RollCall,
    DisclosureLog,
    LostLaptop,
    AgreementPage,
    QuickCard,
    SixWords,
}

/// What a paper is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Nothing,
    Victim,
    Release,
    Laptop,
    Agreement,
}

/// Every kind, as in the table.
pub(super) const KINDS: [Kind; 11] = [
    Kind::ResourceList,
    Kind::ReleaseForm,
    Kind::RightsNotice,
    Kind::DangerSigns,
    Kind::SafeContactCard,
    Kind::RollCall,
    Kind::DisclosureLog,
    Kind::LostLaptop,
    Kind::AgreementPage,
    Kind::QuickCard,
    Kind::SixWords,
];

impl Kind {
    /// # Errors
    /// [`Error::UnknownCode`].
    pub(super) fn from_code(code: &str) -> Result<Kind> {
        let mut kinds = KINDS.into_iter();
        let found = kinds.find(|kind| kind.code() == code);
        found.ok_or(Error::UnknownCode { field: "kind" })
    }

    /// Its code in the list `paper_kind`; in the register, of one about a victim, in `letter_form`.
    pub(super) fn code(self) -> &'static str {
        match self {
            Kind::ResourceList => "resource_list",
            Kind::ReleaseForm => "release_form",
            Kind::RightsNotice => "rights_notice",
            Kind::DangerSigns => "danger_signs",
            Kind::SafeContactCard => "safe_contact_card",
            Kind::RollCall => "roll_call",
            Kind::DisclosureLog => "disclosure_log",
            Kind::LostLaptop => "lost_laptop",
            Kind::AgreementPage => "agreement_page",
            Kind::QuickCard => "quick_card",
            Kind::SixWords => "six_words",
        }
    }

    pub(super) fn subject(self) -> Subject {
        match self {
            Kind::ResourceList | Kind::SafeContactCard | Kind::DisclosureLog => Subject::Victim,
            Kind::ReleaseForm => Subject::Release,
            Kind::LostLaptop => Subject::Laptop,
            Kind::AgreementPage => Subject::Agreement,
            Kind::RightsNotice
            | Kind::DangerSigns
            | Kind::RollCall
            | Kind::QuickCard
            | Kind::SixWords => Subject::Nothing,
        }
    }

    /// Whether it may go with a victim once she said it is safe.
    pub(super) fn may_be_carried(self) -> bool {
        match self {
            Kind::ResourceList
            | Kind::ReleaseForm
            | Kind::RightsNotice
            | Kind::DangerSigns
            | Kind::DisclosureLog => true,
            Kind::SafeContactCard
            | Kind::RollCall
            | Kind::LostLaptop
            | Kind::AgreementPage
            | Kind::QuickCard
            | Kind::SixWords => false,
        }
    }

    /// Whether it carries the numbers of the agencies it names, so that it is recalled for one that changed.
    pub(super) fn carries_numbers_of_agencies(self) -> bool {
        self == Kind::ResourceList
    }

    /// Whether it says what is known here of agencies or victims, which may be older than today.
    pub(super) fn is_of_what_is_known(self) -> bool {
        match self {
            Kind::ResourceList
            | Kind::ReleaseForm
            | Kind::SafeContactCard
            | Kind::RollCall
            | Kind::DisclosureLog
            | Kind::AgreementPage => true,
            Kind::RightsNotice
            | Kind::DangerSigns
            | Kind::LostLaptop
            | Kind::QuickCard
            | Kind::SixWords => false,
        }
    }

    /// Whether it can be made in a language that the office added: what is for somebody is, what stays in the office
    /// and what a state wrote is not.
    pub(super) fn speaks_added_languages(self) -> bool {
        match self {
            Kind::ResourceList
            | Kind::ReleaseForm
            | Kind::DangerSigns
            | Kind::SafeContactCard
            | Kind::DisclosureLog => true,
            Kind::RightsNotice
            | Kind::RollCall
            | Kind::LostLaptop
            | Kind::AgreementPage
            | Kind::QuickCard
            | Kind::SixWords => false,
        }
    }

    pub(super) fn view(self) -> PaperKindView {
        let about = match self.subject() {
            Subject::Nothing => "nothing",
            Subject::Victim => "victim",
            Subject::Release => "release",
            Subject::Laptop => "laptop",
            Subject::Agreement => "agreement",
        };
        PaperKindView {
            code: self.code().to_owned(),
            about: about.to_owned(),
            may_be_blank: matches!(
                self,
                Kind::ResourceList | Kind::ReleaseForm | Kind::LostLaptop
            ),
            may_go_with_her: self.may_be_carried(),
            speaks_added_languages: self.speaks_added_languages(),
        }
    }
}
