//! What the window may ask for: plain values in, one call into the core, a view or a [`Failure`] out.
//!
//! No rule and no SQL stands here. The list below, `commands.txt` (which gives each command a permission) and
//! `capabilities/main.json` (which grants them to the window) are held equal by a test.
//!
//! [`Failure`]: countyline_core::error::Failure

use tauri_specta::{Builder, collect_commands};

mod agreements;
mod backups;
mod community;
mod compensation;
mod contacts;
mod court_dates;
mod criminal_history;
mod custody;
mod directory;
mod disclosures;
mod drafts;
mod duplicates;
mod erasure;
mod exchange;
mod followups;
mod groups;
mod guard;
mod hiding;
mod imports;
mod inbox;
mod incidents;
mod keys;
mod letters;
mod long_work;
mod looks;
mod on_call;
mod outreach;
mod paper_looks;
mod papers;
mod partners;
mod paths;
mod policy;
mod protection_orders;
mod referrals;
mod releases;
mod retention;
mod rights;
mod risk_screens;
mod services;
mod staff;
pub mod start;
mod surveys;
mod tables;
mod trainings;
mod trust;
mod undo;
mod victims;
mod wordings;

pub(crate) use guard::{behind_the_passphrase, class};

/// Every command, typed for the screens.
pub fn commands() -> Builder<tauri::Wry> {
    Builder::new()
        .disable_serde_phases()
        .commands(collect_commands![
            start::start,
            start::create_office,
            start::join_office,
            start::unlock,
            start::lock,
            start::change_passphrase,
            start::prove_passphrase,
            start::window_hidden,
            start::window_shown,
            start::preferences,
            start::set_preferences,
            start::codes,
            start::check_data,
            long_work::how_far,
            long_work::stop_work,
            backups::make_backup,
            backups::bring_back_backup,
            outreach::today,
            outreach::more_due,
            outreach::changes_waiting,
            outreach::record_attempt,
            victims::find_victims,
            victims::victim,
            victims::create_victim,
            victims::correct_victim,
            victims::allow_contact,
            contacts::add_contact_method,
            contacts::open_contact_method,
            contacts::edit_contact_method,
            partners::partners,
            partners::partner,
            partners::create_partner,
            referrals::refer_victim,
            referrals::advance_referral,
            referrals::refer_in_detail,
            referrals::advance_referral_in_detail,
            referrals::advance_referral_as_told,
            referrals::record_referral_outcome,
            referrals::referral_details,
            referrals::waiting_referrals,
            releases::sign_release,
            followups::complete_follow_up,
            followups::plan_follow_up,
            followups::next_steps,
            followups::assign_follow_up,
            followups::move_follow_up,
            followups::follow_up_queue,
            services::record_service,
            services::services_of_victim,
            services::anonymous_contacts,
            services::counts,
            services::public_counts,
            services::hand_in_report,
            services::handed_in_reports,
            services::report_differences,
            risk_screens::instruments,
            risk_screens::record_risk_screen,
            risk_screens::risk_screens_of_victim,
            letters::preview_letter,
            letters::save_letter,
            letters::letter_printed,
            letters::preview_letters,
            letters::save_letters,
            letters::letters_printed,
            exchange::joining,
            exchange::read_welcome,
            exchange::accept_welcome,
            exchange::send_state,
            exchange::send_week,
            exchange::read_enrolment,
            exchange::enrol_laptop,
            exchange::rehearse_merge,
            exchange::merge_to_undo,
            exchange::undo_merge,
            exchange::files_taken_back,
            exchange::bundles_in,
            exchange::bundles_named,
            exchange::merge_bundles,
            exchange::hand_back,
            exchange::returns_in,
            exchange::receive_returns,
            exchange::laptops,
            exchange::parked,
            exchange::retry_parked,
            exchange::forget_parked,
            exchange::notices,
            exchange::settle_notice,
            exchange::revoke_laptop,
            exchange::read_revoked_work,
            exchange::take_in_revoked_work,
            exchange::keep_out_revoked_work,
            exchange::county_keys,
            exchange::replace_county_key,
            exchange::destroy_county_key,
            keys::unlock_codes,
            keys::ask_unlock_code,
            keys::recovery_sheets,
            keys::make_recovery_sheets,
            keys::unlock_with_code,
            keys::unlock_with_sheets,
            erasure::rehearse_erasure,
            erasure::erasable_records,
            erasure::order_erasure,
            erasure::erase_orders,
            inbox::inbox_items,
            inbox::inbox_suggestions,
            inbox::settle,
            duplicates::duplicate_candidates,
            duplicates::link_persons,
            duplicates::unlink_persons,
            duplicates::tell_persons_apart,
            hiding::hide_record,
            hiding::bring_back_record,
            undo::undo_offered,
            undo::take_back,
            victims::victim_history,
            victims::victim_record,
            victims::what_exists,
            victims::set_victim_facts,
            victims::set_address_protection,
            victims::relate_victims,
            victims::unrelate_victims,
            victims::name_for_victim,
            victims::no_longer_name_for_victim,
            victims::classify_victim,
            victims::hold_records,
            victims::forbid_contact,
            contacts::contact_gate,
            contacts::check_contact_method,
            contacts::set_safety_details,
            contacts::reveal_code_word,
            releases::take_back_release,
            releases::share_list,
            incidents::record_incident,
            incidents::edit_incident,
            incidents::join_incident,
            incidents::edit_incident_part,
            incidents::add_incident_fact,
            incidents::hold_incident,
            rights::give_notice,
            protection_orders::record_protection_order,
            protection_orders::edit_protection_order,
            court_dates::record_court_date,
            court_dates::edit_court_date,
            custody::record_custody_notice,
            compensation::open_claim,
            compensation::advance_claim,
            disclosures::disclosure_log,
            disclosures::announce_order,
            disclosures::tell_under_order,
            on_call::on_call,
            on_call::shifts,
            on_call::record_shift,
            on_call::edit_shift,
            on_call::call_off_shift,
            looks::who_looked,
            looks::review_looks,
            drafts::keep_draft,
            drafts::drafts,
            drafts::finish_draft,
            drafts::discard_draft,
            papers::papers_out,
            papers::papers_to_recall,
            papers::move_paper,
            papers::papers_came_out,
            papers::told_by_voice,
            papers::paper_kinds,
            papers::preview_paper,
            papers::save_paper,
            papers::paper_printed,
            wordings::wordings,
            wordings::rehearse_wording,
            wordings::set_wording,
            wordings::reset_wording,
            paper_looks::logo,
            paper_looks::set_logo,
            paper_looks::remove_logo,
            paper_looks::paper_languages,
            retention::retention_due,
            retention::purge_victim,
            policy::policy,
            policy::set_policy,
            policy::own_lists,
            policy::other_zones,
            policy::check_own_lists,
            policy::install_own_lists,
            policy::state_packs,
            policy::check_state_pack,
            policy::install_state_pack,
            criminal_history::text_warnings,
            directory::directory_entry,
            directory::partner_fits,
            directory::edit_partner,
            directory::describe_partner,
            directory::create_partner_service,
            directory::edit_partner_service,
            directory::assure_partner_service,
            directory::create_partner_location,
            directory::edit_partner_location,
            directory::create_partner_person,
            directory::edit_partner_person,
            trust::partner_trust,
            trust::record_outreach,
            trust::settle_commitment,
            trust::next_step_done,
            tables::import_directory,
            tables::export_directory,
            tables::export_table,
            imports::propose_mapping,
            imports::read_mapping,
            imports::import_fields,
            imports::save_mapping,
            imports::import_table,
            agreements::agreements,
            agreements::create_agreement,
            agreements::edit_agreement,
            agreements::renew_agreement,
            groups::groups,
            groups::group,
            groups::create_group,
            groups::add_group_member,
            groups::edit_group_member,
            groups::record_group_meeting,
            community::community_events,
            community::materials,
            community::record_community_event,
            community::record_material,
            community::return_material,
            staff::staff,
            staff::staff_member,
            staff::create_staff,
            staff::edit_staff,
            staff::end_staff_access,
            staff::record_hours,
            staff::record_call_out,
            staff::call_outs,
            trainings::trainings,
            trainings::record_training,
            trainings::record_attendance,
            surveys::surveys,
            surveys::create_survey,
            surveys::count_survey,
            surveys::assessments,
            surveys::create_assessment,
            surveys::edit_assessment,
            paths::choose_folder,
            paths::choose_files,
        ])
}

#[cfg(test)]
mod tests;
