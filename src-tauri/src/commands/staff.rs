//! The people who work here.

use countyline_core::error::Failure;
use countyline_core::staff::{
    CallOutForm, CallOutView, HoursForm, StaffForm, StaffPage, StaffView,
};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Everybody, by name.
#[tauri::command(async)]
#[specta::specta]
pub fn staff(shell: State<'_, Shell>) -> Result<Vec<StaffView>, Failure> {
    shell.with_file(|file| countyline_core::staff::list(file))
}

/// One person with hours and call-outs.
#[tauri::command(async)]
#[specta::specta]
pub fn staff_member(shell: State<'_, Shell>, staff_id: String) -> Result<StaffPage, Failure> {
    shell.with_file(|file| countyline_core::staff::page(file, &staff_id))
}

/// A new person without a place of her own.
#[tauri::command(async)]
#[specta::specta]
pub fn create_staff(shell: State<'_, Shell>, form: StaffForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::staff::create(file, &form))
}

/// Edits a person.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_staff(
    shell: State<'_, Shell>,
    staff_id: String,
    form: StaffForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::staff::edit(file, &staff_id, &form, &seen))
}

/// Ends a person’s access from a day on, or gives it back.
#[tauri::command(async)]
#[specta::specta]
pub fn end_staff_access(
    shell: State<'_, Shell>,
    staff_id: String,
    on: Option<String>,
    seen: String,
) -> Result<Saved, Failure> {
    shell
        .with_file(|file| countyline_core::staff::end_access(file, &staff_id, on.as_deref(), &seen))
}

/// Records hours.
#[tauri::command(async)]
#[specta::specta]
pub fn record_hours(shell: State<'_, Shell>, form: HoursForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::staff::record_hours(file, &form))
}

/// Records a call-out.
#[tauri::command(async)]
#[specta::specta]
pub fn record_call_out(shell: State<'_, Shell>, form: CallOutForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::staff::record_call_out(file, &form))
}

/// Call-outs, newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn call_outs(shell: State<'_, Shell>) -> Result<Vec<CallOutView>, Failure> {
    shell.with_file(|file| countyline_core::staff::call_outs(file))
}
