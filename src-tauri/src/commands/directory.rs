//! The directory below the agency: services, places, people, and what fits.

use countyline_core::error::Failure;
use countyline_core::partners::directory::{
    self, DirectoryEntry, PartnerDetails, PartnerLocationForm, PartnerPersonForm,
    PartnerServiceForm,
};
use countyline_core::partners::{self, Fit, FitQuestion, PartnerForm};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Everything the directory says about an agency.
#[tauri::command(async)]
#[specta::specta]
pub fn directory_entry(
    shell: State<'_, Shell>,
    partner_id: String,
) -> Result<DirectoryEntry, Failure> {
    shell.with_file(|file| directory::entry(file, &partner_id))
}

/// The services that answer a need, the best first.
#[tauri::command(async)]
#[specta::specta]
pub fn partner_fits(shell: State<'_, Shell>, question: FitQuestion) -> Result<Vec<Fit>, Failure> {
    shell.with_file(|file| partners::fits(file, &question))
}

/// Edits a partner agency, in place of what its form had shown.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_partner(
    shell: State<'_, Shell>,
    partner_id: String,
    form: PartnerForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| partners::edit(file, &partner_id, &form, &seen))
}

/// Writes what else is known of an agency.
#[tauri::command(async)]
#[specta::specta]
pub fn describe_partner(
    shell: State<'_, Shell>,
    partner_id: String,
    details: PartnerDetails,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| directory::describe(file, &partner_id, &details, &seen))
}

/// A new service.
#[tauri::command(async)]
#[specta::specta]
pub fn create_partner_service(
    shell: State<'_, Shell>,
    form: PartnerServiceForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| directory::create_service(file, &form))
}

/// Edits a service.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_partner_service(
    shell: State<'_, Shell>,
    service_id: String,
    form: PartnerServiceForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| directory::edit_service(file, &service_id, &form, &seen))
}

/// Somebody checked a service today.
#[tauri::command(async)]
#[specta::specta]
pub fn assure_partner_service(
    shell: State<'_, Shell>,
    service_id: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| directory::assure_service(file, &service_id))
}

/// A new place.
#[tauri::command(async)]
#[specta::specta]
pub fn create_partner_location(
    shell: State<'_, Shell>,
    form: PartnerLocationForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| directory::create_location(file, &form))
}

/// Edits a place.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_partner_location(
    shell: State<'_, Shell>,
    location_id: String,
    form: PartnerLocationForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| directory::edit_location(file, &location_id, &form, &seen))
}

/// A new person at an agency.
#[tauri::command(async)]
#[specta::specta]
pub fn create_partner_person(
    shell: State<'_, Shell>,
    form: PartnerPersonForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| directory::create_person(file, &form))
}

/// Edits a person at an agency.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_partner_person(
    shell: State<'_, Shell>,
    person_id: String,
    form: PartnerPersonForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| directory::edit_person(file, &person_id, &form, &seen))
}
