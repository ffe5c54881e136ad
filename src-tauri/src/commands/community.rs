//! Outreach to the community and materials.

use countyline_core::community::{
    CommunityEventForm, CommunityEventView, MaterialForm, MaterialView,
};
use countyline_core::error::Failure;
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Outreach to the community, newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn community_events(shell: State<'_, Shell>) -> Result<Vec<CommunityEventView>, Failure> {
    shell.with_file(|file| countyline_core::community::events(file))
}

/// What was left or lent, newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn materials(shell: State<'_, Shell>) -> Result<Vec<MaterialView>, Failure> {
    shell.with_file(|file| countyline_core::community::materials(file))
}

/// Records outreach to the community.
#[tauri::command(async)]
#[specta::specta]
pub fn record_community_event(
    shell: State<'_, Shell>,
    form: CommunityEventForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::community::record_event(file, &form))
}

/// Records material that went out.
#[tauri::command(async)]
#[specta::specta]
pub fn record_material(shell: State<'_, Shell>, form: MaterialForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::community::record_material(file, &form))
}

/// A loan came back.
#[tauri::command(async)]
#[specta::specta]
pub fn return_material(
    shell: State<'_, Shell>,
    material_id: String,
    on: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::community::return_material(file, &material_id, &on))
}
