//! Training sessions.

use countyline_core::error::Failure;
use countyline_core::start::Saved;
use countyline_core::trainings::{TrainingForm, TrainingRow};
use tauri::State;

use crate::state::Shell;

/// Training, row by row, with who still lacks it.
#[tauri::command(async)]
#[specta::specta]
pub fn trainings(shell: State<'_, Shell>) -> Result<Vec<TrainingRow>, Failure> {
    shell.with_file(|file| countyline_core::trainings::list(file))
}

/// Records a session.
#[tauri::command(async)]
#[specta::specta]
pub fn record_training(shell: State<'_, Shell>, form: TrainingForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::trainings::record(file, &form))
}

/// Who came to a session.
#[tauri::command(async)]
#[specta::specta]
pub fn record_attendance(
    shell: State<'_, Shell>,
    session_id: String,
    staff_ids: Vec<String>,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::trainings::attended(file, &session_id, &staff_ids))
}
