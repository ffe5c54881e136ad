//! What may be written after `countyline`. The help texts are words like all others: `cli-help-…`, found
//! by the command's path and the option's name.
//!
//! `--language` stands before the command, because a letter and a victim have a language of their own.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use countyline_core::words::{LANGUAGES, Words};

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
    Partner(Partner),
    Refer(Refer),
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

#[derive(Args)]
pub(crate) struct Init {
    #[arg(long, value_name = "NAME", required_unless_present = "laptop")]
    pub(crate) county: Option<String>,
    #[arg(long, value_name = "NAME", requires = "county")]
    pub(crate) place: Option<String>,
    #[arg(
        long,
        value_name = "NAME",
        conflicts_with = "county",
        requires = "stick"
    )]
    pub(crate) laptop: Option<String>,
    #[arg(long, value_name = "DIR", requires = "laptop")]
    pub(crate) stick: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) person: String,
    #[arg(long, requires = "county")]
    pub(crate) training: bool,
}

#[derive(Args)]
pub(crate) struct Join {
    pub(crate) welcome: PathBuf,
    #[arg(long)]
    pub(crate) words_match: bool,
}

#[derive(Args)]
pub(crate) struct Enrol {
    pub(crate) request: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) stick: PathBuf,
    #[arg(long)]
    pub(crate) words_match: bool,
}

#[derive(Subcommand)]
pub(crate) enum Victim {
    Add(Box<NewVictim>),
    DoNotContact {
        victim: String,
        answer: YesNo,
    },
    Restrict {
        victim: String,
        answer: YesNo,
        #[arg(long = "for", value_name = "NAME")]
        person: Vec<String>,
    },
}

#[derive(Args)]
pub(crate) struct NewVictim {
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) given: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) family: String,
    #[arg(long, value_name = "YEAR")]
    pub(crate) birth_year: Option<i32>,
    #[arg(long, value_name = "CODE", default_value = "en")]
    pub(crate) language: String,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) need: Vec<String>,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) zone: String,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) phone: Option<String>,
    #[arg(long, value_name = "CODE", default_value = "unknown")]
    pub(crate) safe: String,
    #[arg(long, value_name = "CODE", default_value = "not_asked")]
    pub(crate) voicemail: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) follow_up: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Contact {
    Add(NewContact),
}

#[derive(Args)]
pub(crate) struct NewContact {
    pub(crate) victim: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) channel: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) outcome: String,
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<String>,
    #[arg(long)]
    pub(crate) minutes: Option<i32>,
    #[arg(long, value_name = "FILE")]
    pub(crate) note_file: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(crate) answers: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) next: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Partner {
    Add(NewPartner),
    Contact(NewPartnerContact),
}

#[derive(Args)]
pub(crate) struct NewPartner {
    #[arg(long)]
    pub(crate) name: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) kind: String,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) need: Vec<String>,
    #[arg(long, value_name = "CODE", value_delimiter = ',', default_value = "en")]
    pub(crate) speaks: Vec<String>,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) phone: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) hours: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) address: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) zone: String,
    #[arg(long)]
    pub(crate) confidential_location: bool,
    #[arg(long)]
    pub(crate) victim_service_program: bool,
}

#[derive(Args)]
pub(crate) struct NewPartnerContact {
    pub(crate) partner: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) on: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) kind: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) stage: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) person: String,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) concern: Vec<String>,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) answered: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) promised: String,
}

#[derive(Args)]
pub(crate) struct Refer {
    pub(crate) victim: String,
    #[arg(required = true)]
    pub(crate) partner: Vec<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) need: String,
    #[arg(long, value_name = "CODE", default_value = "cold_info")]
    pub(crate) kind: String,
    #[arg(long, value_name = "ID")]
    pub(crate) release: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Release {
    Sign(NewRelease),
    Revoke { victim: String, release: String },
}

#[derive(Args)]
pub(crate) struct NewRelease {
    pub(crate) victim: String,
    pub(crate) partner: String,
    #[arg(long, value_name = "CODE", value_delimiter = ',', required = true)]
    pub(crate) item: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) expires: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) purpose: String,
    #[arg(long, value_name = "CODE", default_value = "paper_on_file")]
    pub(crate) signature: String,
    #[arg(long)]
    pub(crate) signer_is_not_the_abuser: bool,
}

#[derive(Args)]
pub(crate) struct Letter {
    pub(crate) victim: String,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(crate) referral: Vec<String>,
    #[arg(long, value_parser = ["full", "discreet"])]
    pub(crate) form: String,
    #[arg(long, value_parser = LANGUAGES)]
    pub(crate) language: String,
    #[arg(long, value_parser = ["us_letter", "a4"], default_value = "us_letter")]
    pub(crate) page: String,
    #[arg(long)]
    pub(crate) large_print: bool,
    #[arg(long)]
    pub(crate) safe_to_carry: Option<YesNo>,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
}

#[derive(Args)]
pub(crate) struct Export {
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    #[arg(long, value_name = "N")]
    pub(crate) part_mib: Option<u32>,
}

#[derive(Args)]
pub(crate) struct HandBack {
    #[arg(long, required = true)]
    pub(crate) all: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    #[arg(long, value_name = "N")]
    pub(crate) part_mib: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Receive {
    #[arg(required = true, value_name = "FILE|DIR")]
    pub(crate) file: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Parked {
    #[command(subcommand)]
    pub(crate) what: Option<ParkedWhat>,
}

#[derive(Subcommand)]
pub(crate) enum ParkedWhat {
    Retry { bundle: String },
    Forget { bundle: String },
}

#[derive(Args)]
pub(crate) struct Notices {
    #[command(subcommand)]
    pub(crate) what: Option<NoticesWhat>,
}

#[derive(Subcommand)]
pub(crate) enum NoticesWhat {
    Settle { notice: String },
}

#[derive(Args)]
pub(crate) struct Merge {
    #[arg(required = true, value_name = "FILE|DIR")]
    pub(crate) bundle: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) rehearse: bool,
}

#[derive(Args)]
pub(crate) struct Inbox {
    #[command(subcommand)]
    pub(crate) action: Option<InboxAction>,
}

#[derive(Subcommand)]
pub(crate) enum InboxAction {
    Show { item: String },
    Settle(Settle),
}

#[derive(Args)]
pub(crate) struct Settle {
    pub(crate) item: String,
    #[arg(long, value_parser = ["side", "other", "both", "keep", "hide", "seen"])]
    pub(crate) way: String,
    #[arg(long, value_name = "SIDE")]
    pub(crate) side: Option<String>,
    #[arg(long, value_name = "NAME=TEXT")]
    pub(crate) value: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Hiding {
    pub(crate) victim: String,
    pub(crate) part: Option<String>,
}

#[derive(Args)]
pub(crate) struct Conflicts {}

#[derive(Args)]
pub(crate) struct Resolve {
    pub(crate) conflict: String,
    pub(crate) side: String,
}

#[derive(Args)]
pub(crate) struct Duplicates {
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(crate) csv: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "csv")]
    pub(crate) second: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "csv")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "P", requires = "csv", default_value_t = 0.25, value_parser = likelihood)]
    pub(crate) least: f64,
    #[arg(long, conflicts_with = "csv")]
    pub(crate) names: bool,
}

#[derive(Args)]
pub(crate) struct TwoVictims {
    pub(crate) one: String,
    pub(crate) other: String,
}

/// A likelihood between 0 and 1.
fn likelihood(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| text.to_owned())?;
    if (0.0..=1.0).contains(&number) {
        Ok(number)
    } else {
        Err(text.to_owned())
    }
}

#[derive(Args)]
pub(crate) struct Show {
    #[command(subcommand)]
    pub(crate) what: Shown,
    #[arg(long, global = true)]
    pub(crate) names: bool,
}

#[derive(Subcommand)]
pub(crate) enum Shown {
    Today,
    Victims {
        #[arg(default_value = "", hide_default_value = true)]
        query: String,
    },
    Victim {
        victim: String,
    },
    Partners {
        #[arg(default_value = "", hide_default_value = true)]
        query: String,
    },
    Bundles,
    Office,
}

#[derive(Subcommand)]
pub(crate) enum Erase {
    Order(Box<EraseOrder>),
    List,
    Show { order: String },
}

#[derive(Args)]
pub(crate) struct EraseOrder {
    pub(crate) victim: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) basis: String,
    #[arg(long, value_name = "TYPE:ID")]
    pub(crate) record: Option<String>,
    #[arg(long, value_name = "NAME", value_delimiter = ',', requires = "record")]
    pub(crate) field: Vec<String>,
    #[arg(long)]
    pub(crate) for_good: bool,
}

#[derive(Subcommand)]
pub(crate) enum Bundle {
    Inspect { file: PathBuf },
}

#[derive(Subcommand)]
pub(crate) enum Passphrase {
    Change {
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    Forgotten {
        #[arg(long, value_name = "FILE")]
        code_file: Option<PathBuf>,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub(crate) enum Laptop {
    List,
    Revoke {
        laptop: String,
    },
    TakeIn {
        file: PathBuf,
        #[arg(long)]
        rehearse: bool,
    },
    KeepOut {
        file: PathBuf,
    },
    RenewKeys {
        #[arg(long, value_name = "DIR")]
        stick: PathBuf,
        #[arg(long)]
        leave_work: bool,
    },
}

#[derive(Subcommand)]
pub(crate) enum Key {
    Show,
    Replace,
    Destroy { epoch: u64 },
}

#[derive(Subcommand)]
pub(crate) enum UnlockCode {
    List,
    Ask {
        laptop: String,
        #[arg(long, value_name = "N")]
        number: Option<u32>,
    },
}

#[derive(Subcommand)]
pub(crate) enum Recovery {
    Make {
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    Use {
        #[arg(long, value_name = "FILE", num_args = 1)]
        sheet: Vec<PathBuf>,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
}

#[derive(Args)]
pub(crate) struct SampleOffice {
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 40)]
    pub(crate) victims: u32,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
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
        if part == "letter" || part == "victim" {
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
