//! Services, and the counts made of them.

use countyline_core::counts::{self, CountSettings, CountsView, DifferenceView, HandedInView};
use countyline_core::error::Failure;
use countyline_core::services::{self, ServiceForm, ServiceView};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Records a service.
#[tauri::command(async)]
#[specta::specta]
pub fn record_service(shell: State<'_, Shell>, form: ServiceForm) -> Result<Saved, Failure> {
    shell.with_file(|file| services::record(file, &form))
}

/// The services of a victim.
#[tauri::command(async)]
#[specta::specta]
pub fn services_of_victim(
    shell: State<'_, Shell>,
    victim_id: String,
) -> Result<Vec<ServiceView>, Failure> {
    shell.with_file(|file| services::of_victim(file, &victim_id))
}

/// The anonymous contacts of a period.
#[tauri::command(async)]
#[specta::specta]
pub fn anonymous_contacts(
    shell: State<'_, Shell>,
    from: String,
    to: String,
) -> Result<Vec<ServiceView>, Failure> {
    shell.with_file(|file| services::anonymous_contacts(file, &from, &to))
}

/// The figures of a period, as the grant wants them.
#[tauri::command(async)]
#[specta::specta]
pub fn counts(shell: State<'_, Shell>, settings: CountSettings) -> Result<CountsView, Failure> {
    shell.with_file(|file| counts::count(file, &settings))
}

/// The figures of a period, as the public may see them.
#[tauri::command(async)]
#[specta::specta]
pub fn public_counts(
    shell: State<'_, Shell>,
    settings: CountSettings,
) -> Result<CountsView, Failure> {
    shell.with_file(|file| counts::count(file, &settings).map(counts::public))
}

/// Keeps the figures of a period as handed in on a day.
#[tauri::command(async)]
#[specta::specta]
pub fn hand_in_report(
    shell: State<'_, Shell>,
    settings: CountSettings,
    on: String,
    amends: Option<String>,
) -> Result<Saved, Failure> {
    shell.with_file(|file| counts::hand_in(file, &settings, &on, amends.as_deref()))
}

/// The reports that were handed in.
#[tauri::command(async)]
#[specta::specta]
pub fn handed_in_reports(shell: State<'_, Shell>) -> Result<Vec<HandedInView>, Failure> {
    shell.with_file(|file| counts::handed_in(file))
}

/// What of a report that was handed in is counted differently now.
#[tauri::command(async)]
#[specta::specta]
pub fn report_differences(
    shell: State<'_, Shell>,
    report_id: String,
) -> Result<Vec<DifferenceView>, Failure> {
    shell.with_file(|file| counts::differences(file, &report_id))
}
