//! Incidents, and what each was for a victim.

use countyline_core::error::Failure;
use countyline_core::incidents::{self, FactForm, IncidentForm, PartForm};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// A new incident with a victim's part in it.
#[tauri::command(async)]
#[specta::specta]
pub fn record_incident(
    shell: State<'_, Shell>,
    victim_id: String,
    form: IncidentForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| incidents::record(file, &victim_id, &form))
}

/// Rewrites an incident, in place of what the form showed.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_incident(
    shell: State<'_, Shell>,
    incident_id: String,
    form: IncidentForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| incidents::edit(file, &incident_id, &form, &seen))
}

/// Another victim was in an incident too.
#[tauri::command(async)]
#[specta::specta]
pub fn join_incident(
    shell: State<'_, Shell>,
    victim_id: String,
    incident_id: String,
    part: PartForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| incidents::join(file, &victim_id, &incident_id, &part))
}

/// Rewrites what an incident was for a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_incident_part(
    shell: State<'_, Shell>,
    part_id: String,
    part: PartForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| incidents::edit_part(file, &part_id, &part, &seen))
}

/// A dated answer about a victim in an incident.
#[tauri::command(async)]
#[specta::specta]
pub fn add_incident_fact(
    shell: State<'_, Shell>,
    victim_id: String,
    incident_id: String,
    form: FactForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| incidents::add_fact(file, &victim_id, &incident_id, &form))
}

/// Puts a legal hold on an incident, or lifts it.
#[tauri::command(async)]
#[specta::specta]
pub fn hold_incident(
    shell: State<'_, Shell>,
    incident_id: String,
    on: bool,
    reason: String,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| incidents::hold(file, &incident_id, on, &reason, &seen))
}
