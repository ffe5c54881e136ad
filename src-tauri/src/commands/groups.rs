//! Advisory boards and task forces.

use countyline_core::error::Failure;
use countyline_core::groups::{GroupForm, GroupPage, GroupView, MeetingForm, MemberForm};
use countyline_core::start::Saved;
use tauri::State;

use crate::state::Shell;

/// Every group.
#[tauri::command(async)]
#[specta::specta]
pub fn groups(shell: State<'_, Shell>) -> Result<Vec<GroupView>, Failure> {
    shell.with_file(|file| countyline_core::groups::list(file))
}

/// One group with its members and meetings.
#[tauri::command(async)]
#[specta::specta]
pub fn group(shell: State<'_, Shell>, group_id: String) -> Result<GroupPage, Failure> {
    shell.with_file(|file| countyline_core::groups::page(file, &group_id))
}

/// A new group.
#[tauri::command(async)]
#[specta::specta]
pub fn create_group(shell: State<'_, Shell>, form: GroupForm) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::groups::create(file, &form))
}

/// A new member.
#[tauri::command(async)]
#[specta::specta]
pub fn add_group_member(
    shell: State<'_, Shell>,
    group_id: String,
    form: MemberForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::groups::add_member(file, &group_id, &form))
}

/// Edits a member.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_group_member(
    shell: State<'_, Shell>,
    member_id: String,
    form: MemberForm,
    seen: String,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::groups::edit_member(file, &member_id, &form, &seen))
}

/// Records a meeting.
#[tauri::command(async)]
#[specta::specta]
pub fn record_group_meeting(
    shell: State<'_, Shell>,
    group_id: String,
    form: MeetingForm,
) -> Result<Saved, Failure> {
    shell.with_file(|file| countyline_core::groups::record_meeting(file, &group_id, &form))
}
