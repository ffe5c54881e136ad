//! What a victim was told, what protects her by law, and what was told about her.

use countyline_ledger::{Kind, Order};

use super::{CLAIM_STATUS, Column, DATE, EXACT, Record, TEXT, alone, field, since};

/// Something she was told or handed: her rights, or what cannot stay confidential.
pub static RIGHTS_NOTICE: Record = Record {
    id: 13,
    name: "rights_notice",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(2, field(3, "item", Kind::Append, Column::Text)),
        since(2, field(4, "version", Kind::Append, Column::Text)),
        since(2, field(5, "language", Kind::Append, Column::Text)),
        since(2, field(6, "how_given", Kind::Append, Column::Text)),
        since(2, field(7, "given_on", Kind::Append, Column::Text)),
        since(2, field(8, "acknowledgement", Kind::Append, Column::Text)),
        since(
            2,
            field(9, "rights_requested", Kind::Append, Column::Encoded),
        ),
        since(2, field(10, "rights_waived", Kind::Append, Column::Encoded)),
        since(2, alone(11, "representative", Kind::Append, Column::Text)),
        since(2, field(12, "staff", Kind::Append, Column::Ref)),
        since(2, field(13, "at", Kind::Append, Column::Text)),
        since(2, field(14, "pack", Kind::Append, Column::Text)),
        since(2, field(15, "pack_sample", Kind::Append, Column::Bool)),
    ],
};

/// A protection order for her.
pub static PROTECTION_ORDER: Record = Record {
    id: 14,
    name: "protection_order",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(2, field(3, "explained", EXACT, Column::Text)),
        since(2, field(4, "served", EXACT, Column::Text)),
        since(2, field(5, "expires_on", DATE, Column::Text)),
        since(2, field(6, "staff", Kind::Append, Column::Ref)),
        since(2, field(7, "at", Kind::Append, Column::Text)),
    ],
};

/// A day in court about what happened to her.
pub static COURT_DATE: Record = Record {
    id: 56,
    name: "court_date",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(2, field(3, "event", EXACT, Column::Text)),
        // Of two days the earlier one stands until somebody decides: who comes too early misses nothing.
        since(
            2,
            field(
                4,
                "held_on",
                Kind::Protective(Order::EarliestDate),
                Column::Text,
            ),
        ),
        since(2, field(5, "held_at", EXACT, Column::Text)),
        since(2, alone(6, "place", TEXT, Column::Text)),
        since(2, field(7, "state", EXACT, Column::Text)),
        since(2, field(8, "staff", Kind::Append, Column::Ref)),
        since(2, field(9, "at", Kind::Append, Column::Text)),
    ],
};

/// Whether she is told when he is let out (VINE). Never the PIN.
pub static CUSTODY_NOTICE: Record = Record {
    id: 15,
    name: "custody_notice",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(2, field(3, "state", Kind::Append, Column::Text)),
        since(2, field(4, "contact_method", Kind::Append, Column::Ref)),
        since(2, alone(5, "note", Kind::Append, Column::Text)),
        since(2, field(6, "staff", Kind::Append, Column::Ref)),
        since(2, field(7, "at", Kind::Append, Column::Text)),
    ],
};

/// A claim for crime victim compensation, with the deadlines that held when it was opened.
pub static COMPENSATION_CLAIM: Record = Record {
    id: 16,
    name: "compensation_claim",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "incident", Kind::Append, Column::Ref)),
        since(
            2,
            field(3, "status", Kind::Status(&CLAIM_STATUS), Column::Text),
        ),
        since(2, field(4, "status_on", DATE, Column::Text)),
        since(2, field(5, "report_by", DATE, Column::Text)),
        since(2, field(6, "file_by", DATE, Column::Text)),
        since(2, field(7, "pack", Kind::Append, Column::Text)),
        since(2, field(8, "staff", Kind::Append, Column::Ref)),
        since(2, field(9, "at", Kind::Append, Column::Text)),
        since(2, field(10, "pack_sample", Kind::Append, Column::Bool)),
        since(2, field(11, "pack_chosen_by", Kind::Append, Column::Ref)),
    ],
};

/// What was really told about her, to whom, on what basis: names of what was told, never its content.
pub static DISCLOSURE: Record = Record {
    id: 17,
    name: "disclosure",
    fields: &[
        since(2, field(1, "victim", Kind::Append, Column::Ref)),
        since(2, field(2, "recipient", Kind::Append, Column::Ref)),
        since(2, field(3, "at", Kind::Append, Column::Text)),
        since(2, field(4, "items", Kind::Append, Column::Encoded)),
        since(2, field(5, "basis", Kind::Append, Column::Text)),
        since(2, field(6, "release", Kind::Append, Column::Ref)),
        since(2, field(7, "form", Kind::Append, Column::Text)),
        since(2, field(8, "letter", Kind::Append, Column::Ref)),
        since(2, field(9, "staff", Kind::Append, Column::Ref)),
        since(2, alone(10, "demanded_by", Kind::Append, Column::Text)),
    ],
};
