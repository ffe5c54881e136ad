//! Which commands ask for the passphrase first, in one table: every command stands in exactly one class.
//!
//! The table is asked before a command runs, so that none has to remember it. A command that is new is refused by
//! the test until somebody decides where it belongs. What is done at two in the morning beside a victim asks for
//! nothing: recording, looking, printing for her.

use countyline_core::error::Failure;
use tauri::Manager;
use tauri::ipc::Invoke;

use crate::state::Shell;

/// What a command does, as far as an unlocked window that somebody left is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// The door itself, this window, and the choice of files.
    Window,
    /// Looks at what the open window shows anyway.
    Looks,
    /// Writes something down. It stays in the history, with who wrote it.
    Records,
    /// Makes one paper for one person or for the office.
    Papers,
    /// Takes files in, puts away what waits, or keeps a copy that opens with this machine and passphrase alone.
    TakesIn,
    /// Cases or the directory leave this place.
    Sends,
    /// Something goes for good, everywhere.
    Erases,
    /// Shows or opens what is kept covered.
    Uncovers,
    /// Who may do what here.
    People,
    /// Laptops, and the keys everything is sealed with.
    Keys,
    /// Asks for the passphrase in its own form, each time.
    AsksItself,
}

impl Class {
    /// Whether the passphrase must have been typed a moment ago.
    pub(crate) fn asks(self) -> bool {
        match self {
            Class::Window | Class::Looks | Class::Records | Class::Papers | Class::TakesIn => false,
            // Those that have a form for it hand the passphrase to the core.
            Class::AsksItself => false,
            Class::Sends | Class::Erases | Class::Uncovers | Class::People | Class::Keys => true,
        }
    }
}

/// Every command by its class.
pub(crate) static CLASSES: &[(Class, &[&str])] = &[
    (
        Class::Window,
        &[
            "start",
            "create_office",
            "join_office",
            "unlock",
            "lock",
            "window_hidden",
            "window_shown",
            "prove_passphrase",
            "unlock_with_code",
            "unlock_with_sheets",
            "bring_back_backup",
            "how_far",
            "stop_work",
            "preferences",
            "set_preferences",
            "codes",
            "choose_files",
            "choose_folder",
            "joining",
            "read_welcome",
            "accept_welcome",
        ],
    ),
    (
        Class::Looks,
        &[
            "agreements",
            "anonymous_contacts",
            "assessments",
            "call_outs",
            "check_data",
            "check_own_lists",
            "check_state_pack",
            "community_events",
            "contact_gate",
            "counts",
            "county_keys",
            "directory_entry",
            "disclosure_log",
            "drafts",
            "duplicate_candidates",
            "erasable_records",
            "erase_orders",
            "files_taken_back",
            "find_victims",
            "follow_up_queue",
            "group",
            "groups",
            "inbox_items",
            "inbox_suggestions",
            "handed_in_reports",
            "import_fields",
            "instruments",
            "laptops",
            "logo",
            "materials",
            "merge_to_undo",
            "more_due",
            "changes_waiting",
            "next_steps",
            "notices",
            "on_call",
            "open_contact_method",
            "other_zones",
            "own_lists",
            "paper_kinds",
            "paper_languages",
            "papers_out",
            "papers_to_recall",
            "parked",
            "partner",
            "partner_fits",
            "partner_trust",
            "partners",
            "policy",
            "public_counts",
            "referral_details",
            "rehearse_erasure",
            "rehearse_merge",
            "report_differences",
            "read_enrolment",
            "read_mapping",
            "read_revoked_work",
            "bundles_in",
            "bundles_named",
            "returns_in",
            "recovery_sheets",
            "rehearse_wording",
            "retention_due",
            "unlock_codes",
            "risk_screens_of_victim",
            "send_state",
            "services_of_victim",
            "share_list",
            "shifts",
            "staff",
            "staff_member",
            "state_packs",
            "surveys",
            "text_warnings",
            "today",
            "trainings",
            "undo_offered",
            "victim",
            "victim_history",
            "victim_record",
            "waiting_referrals",
            "what_exists",
            "who_looked",
            "wordings",
            "propose_mapping",
        ],
    ),
    (
        Class::Records,
        &[
            "add_contact_method",
            "add_group_member",
            "add_incident_fact",
            "advance_claim",
            "advance_referral",
            "advance_referral_as_told",
            "advance_referral_in_detail",
            "allow_contact",
            "announce_order",
            "assign_follow_up",
            "assure_partner_service",
            "bring_back_record",
            "call_off_shift",
            "check_contact_method",
            "complete_follow_up",
            "correct_victim",
            "count_survey",
            "create_agreement",
            "create_assessment",
            "create_group",
            "create_partner",
            "create_partner_location",
            "create_partner_person",
            "create_partner_service",
            "create_survey",
            "create_victim",
            "describe_partner",
            "finish_draft",
            "discard_draft",
            "edit_agreement",
            "edit_assessment",
            "edit_contact_method",
            "edit_group_member",
            "edit_incident",
            "edit_incident_part",
            "edit_partner",
            "edit_partner_location",
            "edit_partner_person",
            "edit_partner_service",
            "edit_court_date",
            "edit_protection_order",
            "edit_shift",
            "forbid_contact",
            "give_notice",
            "hand_in_report",
            "hide_record",
            "hold_incident",
            "hold_records",
            "install_own_lists",
            "install_state_pack",
            "join_incident",
            "keep_draft",
            "link_persons",
            "move_follow_up",
            "move_paper",
            "next_step_done",
            "open_claim",
            "papers_came_out",
            "plan_follow_up",
            "record_attempt",
            "record_attendance",
            "record_call_out",
            "record_community_event",
            "record_court_date",
            "record_custody_notice",
            "record_group_meeting",
            "record_hours",
            "record_incident",
            "record_material",
            "record_outreach",
            "record_protection_order",
            "record_referral_outcome",
            "record_risk_screen",
            "record_service",
            "record_shift",
            "record_training",
            "refer_in_detail",
            "refer_victim",
            "relate_victims",
            "remove_logo",
            "renew_agreement",
            "reset_wording",
            "return_material",
            "review_looks",
            "set_address_protection",
            "set_logo",
            "set_policy",
            "set_safety_details",
            "set_victim_facts",
            "set_wording",
            "settle",
            "settle_commitment",
            "sign_release",
            "take_back",
            "take_back_release",
            "tell_persons_apart",
            "tell_under_order",
            "told_by_voice",
            "unlink_persons",
            "unrelate_victims",
        ],
    ),
    (
        Class::Papers,
        &[
            "letter_printed",
            "letters_printed",
            "paper_printed",
            "preview_letter",
            "preview_letters",
            "preview_paper",
            "save_letter",
            "save_letters",
            "save_paper",
        ],
    ),
    (
        Class::TakesIn,
        &[
            "import_directory",
            "import_table",
            "make_backup",
            "merge_bundles",
            "undo_merge",
            "receive_returns",
            "retry_parked",
            "forget_parked",
            "settle_notice",
            "take_in_revoked_work",
            "keep_out_revoked_work",
            "save_mapping",
        ],
    ),
    (
        Class::Sends,
        &["send_week", "hand_back", "export_table", "export_directory"],
    ),
    (Class::Erases, &["order_erasure", "purge_victim"]),
    (
        Class::Uncovers,
        &[
            "reveal_code_word",
            "classify_victim",
            "name_for_victim",
            "no_longer_name_for_victim",
        ],
    ),
    (
        Class::People,
        &["create_staff", "edit_staff", "end_staff_access"],
    ),
    (
        Class::Keys,
        &[
            "enrol_laptop",
            "revoke_laptop",
            "replace_county_key",
            "destroy_county_key",
        ],
    ),
    (
        Class::AsksItself,
        &[
            "ask_unlock_code",
            "change_passphrase",
            "make_recovery_sheets",
        ],
    ),
];

/// The class of a command; none if there is no such command.
pub(crate) fn class(command: &str) -> Option<Class> {
    let mut classes = CLASSES.iter();
    classes
        .find(|(_, commands)| commands.contains(&command))
        .map(|(class, _)| *class)
}

/// Asks for the passphrase before the commands that need it, and lets `answer` answer all the others.
pub(crate) fn behind_the_passphrase(
    answer: impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static,
) -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
    move |invoke| match refusal(&invoke) {
        None => answer(invoke),
        Some(refusal) => {
            invoke.resolver.reject(refusal);
            true
        }
    }
}

fn refusal(invoke: &Invoke<tauri::Wry>) -> Option<Failure> {
    let command = invoke.message.command();
    let shell = invoke.message.webview_ref().state::<Shell>();
    shell.ensure_proved(command).err()
}
