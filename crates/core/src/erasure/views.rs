//! What an order of erasure is made from, and what is shown of it.

use crate::inbox::LabelledValue;
use crate::view::views;

views! {
    /// One record of a victim.
    pub struct NamedRecord {
        /// Record type name.
        pub record: String,
        /// Its id.
        pub id: String,
    }

    /// A record that can be erased by itself, wholly or field by field.
    pub struct ErasableRecord {
        /// Record type name.
        pub record: String,
        /// Its id.
        pub id: String,
        /// What stands in it.
        pub values: Vec<LabelledValue>,
        /// Names of the fields that can be erased alone.
        pub fields: Vec<String>,
    }

    /// What is to be erased, and why.
    pub struct EraseForm {
        /// Whose record.
        pub victim_id: String,
        /// One record that belongs to the victim; none for the victim with everything that belongs to her.
        pub record: Option<NamedRecord>,
        /// Field names; none for the whole record.
        pub fields: Vec<String>,
        /// Code of `erase_basis`.
        pub basis: String,
    }

    /// Records of one type.
    pub struct ErasedRecords {
        /// Record type name.
        pub record: String,
        /// How many.
        pub count: i32,
    }

    /// What an order would erase.
    pub struct ErasePreview {
        /// The records, by type.
        pub records: Vec<ErasedRecords>,
        /// Field names, if not the whole record.
        pub fields: Vec<String>,
        /// Backups in the office's folder that would be replaced by a fresh one.
        pub backups: i32,
    }

    /// What came of an order at the county.
    pub struct EraseDone {
        /// The order's id, hex.
        pub id: String,
        /// Nothing of it is left in the office's folder. If not, the next start finishes.
        pub finished: bool,
        /// Older backups that were replaced by a fresh one.
        pub backups_replaced: i32,
    }

    /// A place that has to carry an order out.
    pub struct ErasingPlace {
        /// The laptop's name, or the county's.
        pub place: String,
        /// Who works there.
        pub person: String,
        /// When it said that nothing is left, RFC 3339, by its own clock.
        pub confirmed_at: Option<String>,
        /// The laptop was revoked: it may never confirm.
        pub revoked: bool,
    }

    /// Something written about what was erased that came after the order.
    pub struct LateWriting {
        /// Where it was written.
        pub place: String,
        /// By whom.
        pub by: String,
        /// When, by the writer's clock, RFC 3339.
        pub claimed_at: String,
    }

    /// An order of erasure.
    pub struct EraseOrderView {
        /// Its id, hex.
        pub id: String,
        /// Code of `erase_basis`.
        pub basis: String,
        /// When it was given, RFC 3339.
        pub ordered_at: String,
        /// By whom.
        pub by: String,
        /// Records it covers.
        pub records: i32,
        /// Nothing of it is left in this office's folder.
        pub finished_here: bool,
        /// Places that have not confirmed.
        pub outstanding: i32,
        /// The county and every laptop that was enrolled when it was given, or has confirmed.
        pub places: Vec<ErasingPlace>,
        /// What was erased on arrival: somebody wrote on without knowing of the order.
        pub late: Vec<LateWriting>,
    }

    /// All orders.
    pub struct EraseOrders {
        /// The newest first.
        pub orders: Vec<EraseOrderView>,
        /// Orders in the log of a laptop, which have no effect.
        pub refused: Vec<LateWriting>,
    }
}
