//! What may be written after `countyline`. The help texts are words like all others: `cli-help-…`, found
//! by the command's path and the option's name.
//!
//! `--language` stands before the command, because a letter and a victim have a language of their own.

mod backups;
mod casework;
mod exchange;
mod import;
mod inbox;
mod keys;
mod partners;
mod people;
mod places;
mod services;
mod wordings;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use countyline_core::words::{LANGUAGES, Words};

pub(crate) use backups::*;
pub(crate) use casework::*;
pub(crate) use exchange::*;
pub(crate) use import::*;
pub(crate) use inbox::*;
pub(crate) use keys::*;
pub(crate) use partners::*;
pub(crate) use people::*;
pub(crate) use places::*;
pub(crate) use services::*;
pub(crate) use wordings::*;

#[derive(Parser)]
#[command(name = "countyline", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Args)]
pub(crate) struct Common {
    #[arg(long, value_parser = LANGUAGES, env = "COUNTYLINE_LANGUAGE", hide_env_values = true)]
    pub(crate) language: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "COUNTYLINE_OFFICE",
        hide_env_values = true
    )]
    pub(crate) office: Option<PathBuf>,
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "COUNTYLINE_PROFILE",
        hide_env_values = true
    )]
    pub(crate) profile: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) assets: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true)]
    pub(crate) save_all_the_same: bool,
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(
        long,
        global = true,
        value_name = "N",
        conflicts_with = "passphrase_file"
    )]
    pub(crate) passphrase_fd: Option<u32>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Init(Init),
    Join(Join),
    Enrol(Enrol),
    #[command(subcommand)]
    Victim(Victim),
    #[command(subcommand)]
    Contact(Contact),
    #[command(subcommand)]
    SafeContact(SafeContact),
    #[command(subcommand)]
    Incident(Incident),
    #[command(subcommand)]
    Protection(Protection),
    #[command(subcommand)]
    Told(Told),
    #[command(subcommand)]
    Paper(Paper),
    #[command(subcommand)]
    Retention(Retention),
    #[command(subcommand)]
    Policy(Policy),
    Wording(Wording),
    CheckText(CheckText),
    #[command(subcommand)]
    Partner(Partner),
    #[command(subcommand)]
    Agreement(Agreement),
    #[command(subcommand)]
    Group(Group),
    #[command(subcommand)]
    Community(Community),
    #[command(subcommand)]
    Staff(Staff),
    #[command(subcommand)]
    OnCall(OnCall),
    Looked(Looked),
    #[command(subcommand)]
    Training(Training),
    #[command(subcommand)]
    Survey(Survey),
    ExportTable(ExportTable),
    #[command(subcommand)]
    Import(Import),
    Refer(Box<Refer>),
    #[command(subcommand)]
    Referral(Referral),
    #[command(subcommand)]
    Service(Service),
    #[command(subcommand)]
    FollowUp(FollowUp),
    #[command(subcommand)]
    Screen(Screen),
    Counts(Counts),
    #[command(subcommand)]
    Release(Release),
    Letter(Letter),
    #[command(visible_alias = "send")]
    Export(Export),
    Merge(Merge),
    UndoMerge,
    Inbox(Inbox),
    Hide(Hiding),
    BringBack(Hiding),
    Return(HandBack),
    Receive(Receive),
    Laptops,
    Parked(Parked),
    Notices(Notices),
    CountyRestored,
    Conflicts(Conflicts),
    Resolve(Resolve),
    Duplicates(Duplicates),
    Link(TwoVictims),
    Unlink(TwoVictims),
    NotSame(TwoVictims),
    Show(Show),
    Verify,
    #[command(subcommand)]
    Backup(Backup),
    #[command(subcommand)]
    Erase(Erase),
    #[command(subcommand)]
    Bundle(Bundle),
    #[command(subcommand)]
    Passphrase(Passphrase),
    #[command(subcommand)]
    Laptop(Laptop),
    #[command(subcommand)]
    Key(Key),
    #[command(subcommand)]
    UnlockCode(UnlockCode),
    #[command(subcommand)]
    Recovery(Recovery),
    SampleOffice(SampleOffice),
    Demo {
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    Completions {
        shell: clap_complete::Shell,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum YesNo {
    Yes,
    No,
}

impl YesNo {
    pub(crate) fn code(self) -> &'static str {
        match self {
            YesNo::Yes => "yes",
            YesNo::No => "no",
        }
    }
}

/// The command with its help in the language of `words`.
pub(crate) fn command(words: &Words) -> clap::Command {
    spoken(Arguments::command(), "", words)
        .about(words.say("cli-help-about"))
        .after_help(words.say("cli-help-exit-codes"))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

/// The language asked for before anything is parsed, so that help and usage speak it too.
pub(crate) fn language_asked_for(written: &[OsString]) -> Option<String> {
    let mut written = written.iter().skip(1).filter_map(|part| part.to_str());
    while let Some(part) = written.next() {
        let asked = match part {
            "--language" => written.next(),
            _ => part.strip_prefix("--language="),
        };
        if asked.is_some() {
            return asked.map(str::to_owned);
        }
        if matches!(part, "letter" | "paper" | "victim" | "wording") {
            break;
        }
    }
    std::env::var("COUNTYLINE_LANGUAGE")
        .ok()
        .filter(|language| LANGUAGES.contains(&language.as_str()))
}

/// Gives every command and option below `command` its words. An option's own message
/// (`cli-help-letter-language`) comes before the one it shares with others (`cli-help-language`).
fn spoken(command: clap::Command, path: &str, words: &Words) -> clap::Command {
    let named: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let command = command.mut_args(|argument| {
        let name = argument.get_id().as_str().replace('_', "-");
        let own = format!("cli-help-{path}{name}");
        let id = if words.has(&own) {
            own
        } else {
            format!("cli-help-{name}")
        };
        argument.help(words.say(&id))
    });
    named.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |below| {
            // Some commands are called like what they are about: "victim" is also an argument.
            let as_command = format!("cli-help-{path}{name}-command");
            let about = if words.has(&as_command) {
                words.say(&as_command)
            } else {
                words.say(&format!("cli-help-{path}{name}"))
            };
            spoken(below, &format!("{path}{name}-"), words).about(about)
        })
    })
}
