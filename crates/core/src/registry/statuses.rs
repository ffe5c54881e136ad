//! How statuses may follow each other: each table in the order of the field’s work, and the most open status
//! first, which is shown while a person has to decide.

use countyline_ledger::Lattice;

/// Where a service referral stands, and what may follow what (HL7 SDOHCC Task and findhelp map onto it).
pub static REFERRAL_STATUS: Lattice = Lattice {
    forward: &[
        ("draft", "offered"),
        ("draft", "sent"),
        ("draft", "declined_by_victim"),
        ("offered", "sent"),
        ("offered", "declined_by_victim"),
        ("sent", "acknowledged"),
        ("sent", "accepted"),
        ("sent", "waiting_list"),
        ("sent", "in_progress"),
        ("acknowledged", "accepted"),
        ("acknowledged", "waiting_list"),
        ("acknowledged", "in_progress"),
        ("waiting_list", "accepted"),
        ("waiting_list", "in_progress"),
        ("accepted", "in_progress"),
        ("in_progress", "completed"),
        ("accepted", "completed"),
        ("sent", "not_eligible"),
        ("sent", "no_capacity"),
        ("sent", "could_not_reach"),
        ("sent", "referred_elsewhere"),
        ("sent", "declined_by_partner"),
        ("sent", "unknown_partner_confidential"),
        ("sent", "no_longer_wanted"),
        ("sent", "withdrawn_by_us"),
        ("sent", "could_not_get_help"),
        ("sent", "completed"),
        ("acknowledged", "not_eligible"),
        ("acknowledged", "no_capacity"),
        ("acknowledged", "could_not_reach"),
        ("acknowledged", "referred_elsewhere"),
        ("acknowledged", "declined_by_partner"),
        ("acknowledged", "unknown_partner_confidential"),
        ("acknowledged", "no_longer_wanted"),
        ("acknowledged", "withdrawn_by_us"),
        ("acknowledged", "could_not_get_help"),
        ("waiting_list", "unknown_partner_confidential"),
        ("waiting_list", "not_eligible"),
        ("waiting_list", "could_not_reach"),
        ("waiting_list", "referred_elsewhere"),
        ("waiting_list", "declined_by_partner"),
        ("waiting_list", "no_capacity"),
        ("waiting_list", "no_longer_wanted"),
        ("waiting_list", "withdrawn_by_us"),
        ("waiting_list", "could_not_get_help"),
        ("accepted", "could_not_reach"),
        ("accepted", "unknown_partner_confidential"),
        ("accepted", "no_longer_wanted"),
        ("accepted", "withdrawn_by_us"),
        ("accepted", "could_not_get_help"),
        ("in_progress", "unknown_partner_confidential"),
        ("in_progress", "no_longer_wanted"),
        ("in_progress", "withdrawn_by_us"),
        ("in_progress", "could_not_get_help"),
        ("draft", "entered_in_error"),
        ("offered", "entered_in_error"),
        ("sent", "entered_in_error"),
        ("acknowledged", "entered_in_error"),
        ("waiting_list", "entered_in_error"),
        ("accepted", "entered_in_error"),
        ("in_progress", "entered_in_error"),
    ],
    most_open_first: &[
        "draft",
        "offered",
        "sent",
        "acknowledged",
        "waiting_list",
        "accepted",
        "in_progress",
        "could_not_reach",
        "unknown_partner_confidential",
        "no_capacity",
        "not_eligible",
        "referred_elsewhere",
        "declined_by_partner",
        "could_not_get_help",
        "no_longer_wanted",
        "declined_by_victim",
        "withdrawn_by_us",
        "completed",
        "entered_in_error",
    ],
};

/// Steps of a referral that lead back: what was accepted or begun is put on hold (HL7 SDOHCC Task, `on-hold`). They are
/// no part of the lattice: written apart, the stage further along shows.
pub static REFERRAL_BACK: &[(&str, &str)] = &[
    ("accepted", "waiting_list"),
    ("in_progress", "waiting_list"),
];

/// Where a follow-up stands.
pub static FOLLOW_UP_STATE: Lattice = Lattice {
    forward: &[
        ("open", "done"),
        ("open", "unable_to_reach"),
        ("open", "cancelled"),
    ],
    most_open_first: &["open", "unable_to_reach", "cancelled", "done"],
};

/// Where a paper is that was made for a victim. One that was never handed over needs no search.
pub static PAPER_STATE: Lattice = Lattice {
    forward: &[
        ("held", "given"),
        ("held", "given_verbally"),
        ("held", "destroyed"),
        ("given", "destroyed"),
        // Its account was written, and then its file could not be, or nothing came out of the printer.
        ("given", "not_made"),
        ("held", "not_made"),
    ],
    most_open_first: &["given", "held", "given_verbally", "destroyed", "not_made"],
};

/// Where a claim for crime victim compensation stands.
pub static CLAIM_STATUS: Lattice = Lattice {
    forward: &[
        ("informed", "form_given"),
        ("informed", "assisted"),
        ("informed", "filed"),
        ("form_given", "assisted"),
        ("form_given", "filed"),
        ("assisted", "filed"),
        ("filed", "decision"),
        ("decision", "appeal"),
    ],
    most_open_first: &[
        "informed",
        "form_given",
        "assisted",
        "filed",
        "appeal",
        "decision",
    ],
};

/// Whether what was promised between us and a partner agency was kept. A promise that one of us calls kept and
/// another broken is shown as broken until a person decides: trust is not assumed.
pub static COMMITMENT_STATE: Lattice = Lattice {
    forward: &[("open", "kept"), ("open", "broken"), ("open", "released")],
    most_open_first: &["open", "broken", "released", "kept"],
};
