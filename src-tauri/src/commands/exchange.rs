//! Files on a stick: enrolment, welcome, the week, the merge.

use std::path::{Path, PathBuf};

use countyline_core::error::Failure;
use countyline_core::exchange::{
    self, EnrolmentView, HandedBack, IncomingBundle, KeysView, LaptopView, MergeRehearsal,
    MergeSummary, MergeUndo, NoticeView, ParkedView, Received, SendView, SentBundle, WelcomeView,
};
use countyline_core::start::{Saved, StartView};
use tauri::State;

use crate::state::{Shell, refused};

/// This laptop's request to join, shown again while it waits.
#[tauri::command(async)]
#[specta::specta]
pub fn joining(shell: State<'_, Shell>) -> Result<EnrolmentView, Failure> {
    shell.with_file(|file| exchange::my_enrolment(file))
}

/// Reads the county's welcome; the words are compared aloud before it is accepted.
#[tauri::command(async)]
#[specta::specta]
pub fn read_welcome(shell: State<'_, Shell>, path: String) -> Result<WelcomeView, Failure> {
    shell.with_file(|file| exchange::read_welcome(file, Path::new(&path)))
}

/// Joins the county office that wrote the welcome.
#[tauri::command(async)]
#[specta::specta]
pub fn accept_welcome(shell: State<'_, Shell>, path: String) -> Result<StartView, Failure> {
    shell.with_file(|file| exchange::accept_welcome(file, Path::new(&path)))?;
    shell.start()
}

/// What would be sent, and what was.
#[tauri::command(async)]
#[specta::specta]
pub fn send_state(shell: State<'_, Shell>) -> Result<SendView, Failure> {
    shell.with_file(|file| exchange::send_state(file))
}

/// Seals the week for the county, writes it to a folder and reads it back.
#[tauri::command(async)]
#[specta::specta]
pub fn send_week(shell: State<'_, Shell>, folder: String) -> Result<SentBundle, Failure> {
    shell.with_file(|file| exchange::send_week(file, Path::new(&folder)))
}

/// Reads a laptop's request to join; the words are compared aloud before it is enrolled.
#[tauri::command(async)]
#[specta::specta]
pub fn read_enrolment(shell: State<'_, Shell>, path: String) -> Result<EnrolmentView, Failure> {
    shell.with_file(|file| exchange::read_enrolment(file, Path::new(&path)))
}

/// Enrols the laptop and writes its welcome to a folder.
#[tauri::command(async)]
#[specta::specta]
pub fn enrol_laptop(
    shell: State<'_, Shell>,
    path: String,
    folder: String,
) -> Result<WelcomeView, Failure> {
    shell.with_file(|file| exchange::enrol_laptop(file, Path::new(&path), Path::new(&folder)))
}

/// What merging these files together would do, before anything is written.
#[tauri::command(async)]
#[specta::specta]
pub fn rehearse_merge(
    shell: State<'_, Shell>,
    paths: Vec<String>,
) -> Result<MergeRehearsal, Failure> {
    shell.with_file(|file| exchange::rehearse_merge(file, &paths))
}

/// The last merge, and whether it can be taken back.
#[tauri::command(async)]
#[specta::specta]
pub fn merge_to_undo(shell: State<'_, Shell>) -> Result<Option<MergeUndo>, Failure> {
    shell.with_file(|file| exchange::merge_to_undo(file))
}

/// Takes the last merge back.
#[tauri::command(async)]
#[specta::specta]
pub fn undo_merge(shell: State<'_, Shell>) -> Result<Saved, Failure> {
    shell.with_file(exchange::undo_merge)
}

/// Files of a merge that was taken back, kept until they are merged again.
#[tauri::command(async)]
#[specta::specta]
pub fn files_taken_back(shell: State<'_, Shell>) -> Result<Vec<String>, Failure> {
    shell.with_file(|file| exchange::files_taken_back(file))
}

/// Paths of the bundles that lie in a folder.
#[tauri::command(async)]
#[specta::specta]
pub fn bundles_in(folder: String) -> Result<Vec<String>, Failure> {
    exchange::bundles_in(Path::new(&folder)).map_err(refused)
}

/// Files and folders that were let go over the window, as files; of a folder, the bundles in it.
#[tauri::command(async)]
#[specta::specta]
pub fn bundles_named(paths: Vec<PathBuf>) -> Result<Vec<String>, Failure> {
    exchange::bundles_named(&paths).map_err(refused)
}

/// Merges the bundles; refused ones stay listed with their reason.
#[tauri::command(async)]
#[specta::specta]
pub fn merge_bundles(shell: State<'_, Shell>, paths: Vec<String>) -> Result<MergeSummary, Failure> {
    shell.with_file(|file| exchange::merge(file, &paths))
}

/// Writes for every laptop what it lacks and what is safe here, into a folder.
#[tauri::command(async)]
#[specta::specta]
pub fn hand_back(shell: State<'_, Shell>, folder: String) -> Result<Vec<HandedBack>, Failure> {
    shell.with_file(|file| exchange::hand_back(file, Path::new(&folder)))
}

/// Paths of what the county handed back that lies in a folder, for whichever laptop.
#[tauri::command(async)]
#[specta::specta]
pub fn returns_in(folder: String) -> Result<Vec<String>, Failure> {
    exchange::returns_in(Path::new(&folder)).map_err(refused)
}

/// Takes in what the county handed back to this laptop.
#[tauri::command(async)]
#[specta::specta]
pub fn receive_returns(shell: State<'_, Shell>, paths: Vec<String>) -> Result<Received, Failure> {
    shell.with_file(|file| exchange::receive(file, &paths))
}

/// How each laptop stands.
#[tauri::command(async)]
#[specta::specta]
pub fn laptops(shell: State<'_, Shell>) -> Result<Vec<LaptopView>, Failure> {
    shell.with_file(|file| exchange::laptops(file))
}

/// Bundles that cannot be merged yet.
#[tauri::command(async)]
#[specta::specta]
pub fn parked(shell: State<'_, Shell>) -> Result<Vec<ParkedView>, Failure> {
    shell.with_file(|file| exchange::parked(file))
}

/// Tries a bundle that waits again.
#[tauri::command(async)]
#[specta::specta]
pub fn retry_parked(shell: State<'_, Shell>, bundle: String) -> Result<IncomingBundle, Failure> {
    shell.with_file(|file| exchange::retry_parked(file, &bundle))
}

/// Puts a bundle that waits away for good.
#[tauri::command(async)]
#[specta::specta]
pub fn forget_parked(shell: State<'_, Shell>, bundle: String) -> Result<(), Failure> {
    shell.with_file(|file| exchange::forget_parked(file, &bundle))
}

/// What a person should know about histories.
#[tauri::command(async)]
#[specta::specta]
pub fn notices(shell: State<'_, Shell>) -> Result<Vec<NoticeView>, Failure> {
    shell.with_file(|file| exchange::notices(file))
}

/// A person has dealt with a notice.
#[tauri::command(async)]
#[specta::specta]
pub fn settle_notice(shell: State<'_, Shell>, notice: String) -> Result<Saved, Failure> {
    shell.with_file(|file| exchange::settle_notice(file, &notice))
}

/// Strikes a lost laptop from the list of this office.
#[tauri::command(async)]
#[specta::specta]
pub fn revoke_laptop(shell: State<'_, Shell>, laptop: String) -> Result<LaptopView, Failure> {
    shell.with_file(|file| exchange::revoke_laptop(file, &laptop))
}

/// What the later work of a revoked laptop would bring; writes nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn read_revoked_work(
    shell: State<'_, Shell>,
    bundle: String,
) -> Result<IncomingBundle, Failure> {
    shell.with_file(|file| exchange::read_revoked_work(file, Path::new(&bundle)))
}

/// Takes the later work of a revoked laptop in.
#[tauri::command(async)]
#[specta::specta]
pub fn take_in_revoked_work(
    shell: State<'_, Shell>,
    bundle: String,
) -> Result<IncomingBundle, Failure> {
    shell.with_file(|file| exchange::take_in_revoked_work(file, Path::new(&bundle)))
}

/// Keeps the later work of a revoked laptop out.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_out_revoked_work(
    shell: State<'_, Shell>,
    bundle: String,
) -> Result<IncomingBundle, Failure> {
    shell.with_file(|file| exchange::keep_out_revoked_work(file, Path::new(&bundle)))
}

/// The county's keys, and when a new one is suggested.
#[tauri::command(async)]
#[specta::specta]
pub fn county_keys(shell: State<'_, Shell>) -> Result<KeysView, Failure> {
    shell.with_file(|file| exchange::keys(file))
}

/// Makes a new key for weeks to be sealed for.
#[tauri::command(async)]
#[specta::specta]
pub fn replace_county_key(shell: State<'_, Shell>) -> Result<KeysView, Failure> {
    shell.with_file(exchange::replace_key)
}

/// Destroys a replaced key that nobody needs any more.
#[tauri::command(async)]
#[specta::specta]
pub fn destroy_county_key(shell: State<'_, Shell>, epoch: u32) -> Result<KeysView, Failure> {
    shell.with_file(|file| exchange::destroy_key(file, u64::from(epoch)))
}
