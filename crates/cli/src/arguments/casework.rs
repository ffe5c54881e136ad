//! What is done with victims and partner agencies, and looking at it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{VictimInFull, YesNo};

#[derive(Subcommand)]
pub(crate) enum Victim {
    Add(Box<NewVictim>),
    Correct(Box<Correction>),
    DoNotContact {
        victim: String,
        answer: YesNo,
        #[arg(
            long = "reason",
            value_name = "TEXT",
            default_value = "",
            hide_default_value = true
        )]
        reason_text: String,
    },
    Restrict {
        victim: String,
        answer: YesNo,
        #[arg(long = "for", value_name = "NAME")]
        person: Vec<String>,
        #[arg(long = "no-longer-for", value_name = "NAME")]
        no_longer: Vec<String>,
    },
    #[command(flatten)]
    InFull(VictimInFull),
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
    #[arg(
        long,
        value_name = "CODE",
        default_value = "",
        hide_default_value = true
    )]
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

/// What is not given stays as it stands.
#[derive(Args)]
pub(crate) struct Correction {
    pub(crate) victim: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long)]
    pub(crate) given: Option<String>,
    #[arg(long)]
    pub(crate) family: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub(crate) birth_year: Option<i32>,
    #[arg(long, value_name = "CODE")]
    pub(crate) language: Option<String>,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) need: Option<Vec<String>>,
    #[arg(long)]
    pub(crate) zone: Option<String>,
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
    #[arg(long, value_name = "TIME", conflicts_with = "next")]
    pub(crate) next_at: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) way: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) asked_again: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
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
    pub(crate) confidential_location: Option<YesNo>,
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
    #[arg(long, value_name = "CODE")]
    pub(crate) status: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) urgency: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) basis: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "basis")]
    pub(crate) basis_note: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) sent_by: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) instead_of: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) paid_by: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) adults: Option<i32>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) children: Option<i32>,
    #[arg(long, value_name = "ID")]
    pub(crate) service: Vec<String>,
    #[arg(long)]
    pub(crate) exclusions_read: bool,
}

#[derive(Subcommand)]
pub(crate) enum Release {
    Sign(NewRelease),
    Show { victim: String },
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
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) told_by: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) excluded_file: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Letter {
    pub(crate) victim: String,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(crate) referral: Vec<String>,
    #[arg(long, value_parser = ["full", "plain", "discreet", "pocket_card", "agency"])]
    pub(crate) form: String,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(crate) release: Vec<String>,
    #[arg(long, value_name = "TAG")]
    pub(crate) language: String,
    #[arg(long, value_parser = ["us_letter", "a4"], default_value = "us_letter")]
    pub(crate) page: String,
    #[arg(long)]
    pub(crate) large_print: bool,
    #[arg(long)]
    pub(crate) both_sides: bool,
    #[arg(long)]
    pub(crate) safe_to_carry: Option<YesNo>,
    #[arg(long, conflicts_with = "safe_to_carry")]
    pub(crate) held: bool,
    #[arg(long)]
    pub(crate) exclusions_read: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
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
