//! Who is on call.

use countyline_core::error::Failure;
use countyline_core::on_call::{self, OnCallView, ShiftForm, ShiftView, ShiftsSaved};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Now and tonight.
#[tauri::command(async)]
#[specta::specta]
pub fn on_call(shell: State<'_, Shell>) -> Result<OnCallView, Failure> {
    shell.with_file(|file| on_call::on_call(file))
}

/// Shifts of some days.
#[tauri::command(async)]
#[specta::specta]
pub fn shifts(
    shell: State<'_, Shell>,
    from: String,
    to: String,
) -> Result<Vec<ShiftView>, Failure> {
    shell.with_file(|file| on_call::shifts(file, Some(&from), Some(&to)))
}

/// Enters a shift, or one each week until a day.
#[tauri::command(async)]
#[specta::specta]
pub fn record_shift(
    shell: State<'_, Shell>,
    form: ShiftForm,
    repeat_until: Option<String>,
) -> Result<ShiftsSaved, Failure> {
    shell.with_file(|file| on_call::record(file, &form, repeat_until.as_deref()))
}

/// Changes a shift, or who it is.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_shift(
    shell: State<'_, Shell>,
    shift_id: String,
    form: ShiftForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| on_call::edit(file, &shift_id, &form, &seen))
}

/// Calls a shift off, or takes that back.
#[tauri::command(async)]
#[specta::specta]
pub fn call_off_shift(
    shell: State<'_, Shell>,
    shift_id: String,
    off: bool,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| on_call::call_off(file, &shift_id, off, &seen))
}
