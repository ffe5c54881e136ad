//! What screens show about records that are, or may be, one person's.

use crate::inbox::{LabelledValue, Origin};
use crate::victims::VictimSummary;
use crate::view::views;

views! {
    /// Two records that may be one person's.
    pub struct CandidateView {
        /// The one.
        pub one: CandidateSide,
        /// The other.
        pub other: CandidateSide,
        /// `probable` or `possible`.
        pub band: String,
        /// How likely it is that they are one person's, from 0 to 1.
        pub probability: f64,
        /// What all reasons say together, in bits.
        pub weight: f64,
        /// What each field says, the strongest first.
        pub reasons: Vec<ReasonView>,
    }

    /// Records that may be one person's, as many as are worked through at a time.
    pub struct CandidatesView {
        /// How many pairs there are.
        pub all: i32,
        /// The most likely of them, the most likely first.
        pub first: Vec<CandidateView>,
    }

    /// One of two records that may be one person's.
    pub struct CandidateSide {
        /// The row as in Find.
        pub victim: VictimSummary,
        /// Who recorded her, where and when.
        pub recorded: Origin,
        /// What stands in the record.
        pub values: Vec<LabelledValue>,
    }

    /// What one field says of two records.
    pub struct ReasonView {
        /// Field name, for example `family`.
        pub field: String,
        /// How far it agrees, for example `same`, `short_form`, `different`.
        pub level: String,
        /// What that says, in bits: above 0 for one person, below 0 for two.
        pub weight: f64,
    }

    /// The other records of the person on a victim page.
    pub struct SamePersonView {
        /// All her records, this one too; the first stands for her.
        pub records: Vec<LinkedRecord>,
        /// Links between them, each of which can be taken back.
        pub links: Vec<LinkView>,
        /// What her records say differently, side by side.
        pub differing: Vec<DifferingField>,
        /// One of her records is marked "do not contact": it holds for all of them.
        pub do_not_contact: bool,
    }

    /// A record of a person who has several.
    pub struct LinkedRecord {
        /// Victim id.
        pub victim_id: String,
        /// Case number.
        pub case_number: String,
    }

    /// Two records somebody said are one person's.
    pub struct LinkView {
        /// Victim id of the one.
        pub one: String,
        /// Victim id of the other.
        pub other: String,
        /// Who said so, where and when.
        pub said: Origin,
    }

    /// A field that her records hold differently.
    pub struct DifferingField {
        /// Field name.
        pub field: String,
        /// What stands in each record.
        pub sides: Vec<DifferingSide>,
    }

    /// What stands in a field of one of her records.
    pub struct DifferingSide {
        /// Victim id.
        pub victim_id: String,
        /// Case number.
        pub case_number: String,
        /// What was written.
        pub values: Vec<LabelledValue>,
        /// Who wrote it, where and when.
        pub origin: Origin,
    }
}
