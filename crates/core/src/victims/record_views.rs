//! What screens show of everything recorded of a victim beside her page, and the forms it is written with.

use crate::compensation::ClaimView;
use crate::contacts::WayView;
use crate::court_dates::CourtDateView;
use crate::custody::CustodyNoticeView;
use crate::disclosures::DisclosureView;
use crate::inbox::Origin;
use crate::incidents::IncidentView;
use crate::papers::PaperView;
use crate::protection_orders::ProtectionOrderView;
use crate::rights::RightsNoticeView;
use crate::view::views;

views! {
    /// A name beside the one she goes by here.
    pub struct OtherName {
        /// Code of `name_kind`.
        pub kind: String,
        /// The name.
        pub name: String,
    }

    /// Who a victim is. Everything may be left out: then it was not asked yet.
    #[derive(Default)]
    #[serde(default)]
    pub struct VictimFacts {
        /// What the name on the record is, a code of `name_kind`; `unnamed` for somebody who gave none.
        pub name_kind: String,
        /// Other names.
        pub other_names: Vec<OtherName>,
        /// Answer: may her name stand on paper?
        pub name_safe_to_print: String,
        /// ISO date; or one of the next two; or else the band.
        pub birth_date: Option<String>,
        /// Years, at the incident.
        pub age_at_incident: Option<i32>,
        /// Years, when she was first served.
        pub age_at_first_service: Option<i32>,
        /// Code of `age_band`, where nothing finer is known.
        pub age_band: String,
        /// Codes of `race_ethnicity`: several, or one non-answer.
        pub race_ethnicity: Vec<String>,
        /// Code of `gender`, as she said herself.
        pub gender: String,
        /// In her own words; needed for "other".
        pub gender_stated: String,
        /// How to speak of her, in her words.
        pub pronoun: String,
        /// Codes of `special_class`: several, or one non-answer.
        pub special_classes: Vec<String>,
        /// Explains the class "other".
        pub special_class_other: String,
        /// Answer: does she need an interpreter?
        pub interpreter_need: String,
        /// What she needs to be served, in her words.
        pub access_needs: String,
        /// Answer.
        pub minor: String,
        /// Who may sign for a minor.
        pub guardian: String,
        /// Answer. If yes, the guardian signs nothing.
        pub guardian_is_alleged_abuser: String,
        /// In her words, for a referral to a tribal program.
        pub tribal_affiliation: String,
    }

    /// What protects her address.
    #[derive(Default)]
    #[serde(default)]
    pub struct AddressProtection {
        /// Answer: does she take part in an address confidentiality program?
        pub acp: String,
        /// The address that stands for hers.
        pub substitute_address: String,
        /// Number of the certificate.
        pub card_number: String,
        /// ISO date the certificate ends; may be empty.
        pub expires_on: String,
        /// Her street. Empty unless a law requires it.
        pub real_address: String,
        /// The legal need the street is kept for.
        pub legal_need: String,
    }

    /// Who may have a victim's record.
    #[derive(Copy, Eq)]
    pub enum Classification {
        /// Every laptop of the office.
        Normal,
        /// The county, those who wrote about her, and those named for her.
        Restricted,
        /// The county and those named for her.
        Sealed,
    }

    /// What a victim is to another one.
    pub struct RelationView {
        /// The other's id.
        pub victim_id: String,
        /// The other's case number; empty if that record has not come yet.
        pub case_number: String,
        /// Code of `relation`.
        pub kind: String,
    }

    /// Somebody who works here and is named for her: a restricted record goes to that laptop, and a volunteer sees it.
    pub struct NamedForHer {
        /// Staff id.
        pub staff_id: String,
        /// Name; empty if that person's record has not come yet.
        pub name: String,
    }

    /// Everything recorded of a victim beside her page.
    pub struct VictimRecord {
        /// Who she is.
        pub facts: VictimFacts,
        /// Answer: is she a minor? As it was given, or where nobody asked as her date of birth says today.
        pub minor: String,
        /// What protects her address.
        pub address: AddressProtection,
        /// What she is to other victims.
        pub relations: Vec<RelationView>,
        /// Who may have her record.
        pub classification: Classification,
        /// Who of those who work here is named for her.
        pub named: Vec<NamedForHer>,
        /// A hold is on this record: nothing of hers is erased. Her incidents have their own.
        pub legal_hold: bool,
        /// Who asked for the hold, or to lift it.
        pub legal_hold_reason: String,
        /// Why no channel may be used.
        pub do_not_contact_reason: String,
        /// Ways to reach her, each with what stands in its way.
        pub ways: Vec<WayView>,
        /// What happened, and what it was for her.
        pub incidents: Vec<IncidentView>,
        /// What she was told or handed.
        pub rights_notices: Vec<RightsNoticeView>,
        /// Protection orders for her.
        pub protection_orders: Vec<ProtectionOrderView>,
        /// Days in court, the latest first.
        pub court_dates: Vec<CourtDateView>,
        /// Whether she is told when he is let out.
        pub custody_notices: Vec<CustodyNoticeView>,
        /// Her claims for compensation.
        pub compensation_claims: Vec<ClaimView>,
        /// What was told about her.
        pub disclosures: Vec<DisclosureView>,
        /// Papers that were made for her.
        pub papers: Vec<PaperView>,
        /// Two people wrote something different about who she is.
        pub in_conflict: bool,
        /// What this shows; goes back with the forms for facts and address.
        pub seen: String,
    }

    /// Records of one type.
    pub struct ExistingRecords {
        /// Record type name.
        pub record: String,
        /// How many.
        pub count: i32,
    }

    /// What exists about a victim, by kind and number, and what was told of it.
    pub struct Existence {
        /// Case number.
        pub case_number: String,
        /// ISO date.
        pub opened_on: String,
        /// A code word was agreed with her.
        pub has_code_word: bool,
        /// Records that belong to her.
        pub records: Vec<ExistingRecords>,
        /// What was told about her, the newest first.
        pub disclosures: Vec<DisclosureView>,
        /// Papers that were made for her, the newest first.
        pub papers: Vec<PaperView>,
        /// Nothing of hers is erased: a hold is on one of her records, or on an incident she is in.
        pub legal_hold: bool,
    }

    /// A change of one of her records.
    pub struct HistoryEntry {
        /// What the row is known by; it means nothing elsewhere.
        pub id: String,
        /// Record type name.
        pub record: String,
        /// `made`, `changed`, `hidden` or `brought_back`.
        pub kind: String,
        /// What was written, field by field.
        pub changes: Vec<ChangedField>,
        /// Who wrote it, where and when, and how it came here.
        pub origin: Origin,
    }

    /// What a change made of one field. Of a list, `before` has what was taken out of it and `after` what was put in.
    pub struct ChangedField {
        /// Word id of the label.
        pub label: String,
        /// The code list the values belong to, if they are codes.
        pub code_list: Option<String>,
        /// What stood there; empty where nothing did.
        pub before: Vec<String>,
        /// What stands there since; empty where nothing does. `…` is something that is not shown.
        pub after: Vec<String>,
    }
}

impl HistoryEntry {
    /// One whose commit is still being read.
    pub(super) fn begun(record: &str, kind: &str) -> HistoryEntry {
        HistoryEntry {
            id: String::new(),
            record: record.to_owned(),
            kind: kind.to_owned(),
            changes: Vec::new(),
            origin: Origin {
                by: String::new(),
                place: String::new(),
                signed_by: None,
                claimed_at: String::new(),
                received_at: None,
                bundle: None,
            },
        }
    }
}
