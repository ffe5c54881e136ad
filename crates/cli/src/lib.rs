//! `countyline`, the program without a window: the same core, for scripts and for people at a terminal.
//!
//! Always true: a passphrase is never taken from the command line; every sentence comes from
//! `assets/words`; standard error never names a victim; the exit code says what came of it
//! (see [`outcome`]). What the records mean and what is refused is decided in the core, never here.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod arguments;
mod asking;
mod backups;
mod casework;
mod duplicates;
mod erasing;
mod exchange;
mod following;
mod forms;
mod import;
mod inbox;
mod laptops;
mod letter;
mod looking;
mod offices;
mod on_call;
mod outcome;
mod partners;
mod people;
mod places;
mod program;
mod recovery;
mod referring;
mod returns;
mod services;
mod show;
mod story;
mod telling;
#[cfg(test)]
mod tests;
mod unlock_codes;
mod wordings;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::FromArgMatches;
use countyline_core::words::Words;

use arguments::{Arguments, Bundle, Command, Conflicts};
use duplicates::Decision;
use outcome::{Ending, Stop};
use places::Places;
use telling::Telling;

/// Runs the program with these arguments; answers go to `out`, refusals to `err`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> ExitCode {
    let written: Vec<OsString> = arguments.into_iter().collect();
    let spoken = arguments::language_asked_for(&written);
    let command = arguments::command(&Words::of(spoken.as_deref().unwrap_or("en")));
    let parsed = command
        .try_get_matches_from(&written)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(refused) => return outcome::usage(&refused, out, err),
    };
    let places = Places::find(&arguments.common);
    let language = spoken.unwrap_or_else(|| places.language());
    let mut telling = Telling::new(&language, &arguments.common, out);
    let outcome = obey(arguments, &places, &mut telling);
    match outcome {
        Ok(ending) => ending.exit_code(),
        Err(stop) => stop.tell(&telling, err),
    }
}

fn obey(arguments: Arguments, places: &Places, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let common = &arguments.common;
    match arguments.command {
        Command::Init(new) => offices::init(&new, common, places, telling),
        Command::Join(join) => offices::join(&join, common, places, telling),
        Command::Enrol(enrol) => offices::enrol(&enrol, common, places, telling),
        Command::Passphrase(change) => offices::passphrase(&change, common, places, telling),
        Command::Victim(victim) => casework::victim(victim, common, places, telling),
        Command::Contact(contact) => casework::contact(contact, common, places, telling),
        Command::SafeContact(wanted) => people::safe_contact(wanted, common, places, telling),
        Command::Incident(wanted) => people::incident(wanted, common, places, telling),
        Command::Protection(wanted) => people::protection(wanted, common, places, telling),
        Command::Told(wanted) => people::told(wanted, common, places, telling),
        Command::Paper(wanted) => people::paper(wanted, common, places, telling),
        Command::Retention(wanted) => people::retention(wanted, common, places, telling),
        Command::Policy(wanted) => people::policy(&wanted, common, places, telling),
        Command::Wording(wanted) => wordings::wording(wanted, common, places, telling),
        Command::CheckText(wanted) => people::check_text(&wanted, telling),
        Command::Partner(partner) => partners::partner(partner, common, places, telling),
        Command::Agreement(wanted) => program::agreement(wanted, common, places, telling),
        Command::Group(wanted) => program::group(wanted, common, places, telling),
        Command::Community(wanted) => program::community(wanted, common, places, telling),
        Command::Staff(wanted) => program::staff(wanted, common, places, telling),
        Command::OnCall(wanted) => on_call::on_call(wanted, common, places, telling),
        Command::Looked(wanted) => looking::looked(&wanted, common, places, telling),
        Command::Training(wanted) => program::training(wanted, common, places, telling),
        Command::Survey(wanted) => program::survey(wanted, common, places, telling),
        Command::ExportTable(wanted) => program::export_table(&wanted, common, places, telling),
        Command::Import(wanted) => import::import(wanted, common, places, telling),
        Command::Refer(refer) => casework::refer(refer, common, places, telling),
        Command::Referral(wanted) => referring::referral(wanted, common, places, telling),
        Command::Service(wanted) => services::service(wanted, common, places, telling),
        Command::FollowUp(wanted) => following::follow_up(wanted, common, places, telling),
        Command::Screen(wanted) => following::screen(wanted, common, places, telling),
        Command::Counts(wanted) => services::counts(&wanted, common, places, telling),
        Command::Release(release) => casework::release(release, common, places, telling),
        Command::Letter(wanted) => letter::letter(wanted, common, places, telling),
        Command::Export(export) => exchange::export(&export, common, places, telling),
        Command::Merge(merge) => exchange::merge(&merge, common, places, telling),
        Command::UndoMerge => exchange::undo_merge(common, places, telling),
        Command::Inbox(wanted) => inbox::inbox(wanted, common, places, telling),
        Command::Hide(part) => inbox::hide(&part, common, places, telling),
        Command::BringBack(part) => inbox::bring_back(&part, common, places, telling),
        Command::Conflicts(Conflicts {}) => inbox::conflicts(common, places, telling),
        Command::Resolve(resolve) => inbox::resolve(&resolve, common, places, telling),
        Command::Duplicates(wanted) => duplicates::duplicates(&wanted, common, places, telling),
        Command::Link(two) => duplicates::decide(Decision::Link, &two, common, places, telling),
        Command::Unlink(two) => duplicates::decide(Decision::Unlink, &two, common, places, telling),
        Command::NotSame(two) => {
            duplicates::decide(Decision::NotSame, &two, common, places, telling)
        }
        Command::Return(wanted) => returns::hand_back(&wanted, common, places, telling),
        Command::Receive(wanted) => returns::receive(&wanted, common, places, telling),
        Command::Laptops => returns::laptops(common, places, telling),
        Command::Parked(wanted) => returns::parked(&wanted, common, places, telling),
        Command::Notices(wanted) => returns::notices(&wanted, common, places, telling),
        Command::Backup(wanted) => backups::backup(&wanted, common, places, telling),
        Command::CountyRestored => returns::county_restored(common, places, telling),
        Command::Show(wanted) => show::show(&wanted, common, places, telling),
        Command::Verify => show::verify(common, places, telling),
        Command::Erase(erase) => erasing::erase(erase, common, places, telling),
        Command::Bundle(Bundle::Inspect { file }) => exchange::inspect(&file, telling),
        Command::Laptop(wanted) => laptops::laptop(&wanted, common, places, telling),
        Command::Key(wanted) => laptops::key(&wanted, common, places, telling),
        Command::UnlockCode(wanted) => unlock_codes::unlock_code(&wanted, common, places, telling),
        Command::Recovery(wanted) => recovery::recovery(&wanted, common, places, telling),
        Command::SampleOffice(wanted) => offices::sample(&wanted, places, telling),
        Command::Demo { out } => story::demo(&out, places, telling),
        Command::Completions { shell } => {
            let mut command = arguments::command(telling.words());
            clap_complete::generate(shell, &mut command, "countyline", telling.out());
            Ok(Ending::Done)
        }
    }
}
