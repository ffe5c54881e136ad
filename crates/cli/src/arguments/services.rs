//! What is done for victims, and counting it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::YesNo;

#[derive(Subcommand)]
pub(crate) enum Service {
    Add(Box<NewService>),
    List { victim: String },
    Hide { victim: String, service: String },
}

#[derive(Args)]
pub(crate) struct NewService {
    #[arg(required_unless_present_any = ["from", "anonymous"], conflicts_with = "from")]
    pub(crate) victim: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
    #[arg(
        long,
        value_name = "CODE",
        default_value = "",
        hide_default_value = true
    )]
    pub(crate) item: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) local_item: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) incident: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) times: Option<i32>,
    #[arg(long)]
    pub(crate) minutes: Option<i32>,
    #[arg(long, value_name = "N")]
    pub(crate) miles: Option<i32>,
    #[arg(long, value_name = "CODE", default_value = "in_person")]
    pub(crate) mode: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) paid_by: Option<String>,
    #[arg(long, value_name = "CODE", default_value = "accepted")]
    pub(crate) outcome: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) reason: Option<String>,
    #[arg(long)]
    pub(crate) compensation: bool,
    #[arg(long)]
    pub(crate) anonymous: bool,
    #[arg(long = "type", value_name = "CODE", value_delimiter = ',')]
    pub(crate) types: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum FollowUp {
    Plan(NewPlan),
    Next {
        victim: String,
    },
    Close {
        victim: String,
        follow_up: String,
        #[arg(long, value_name = "CODE")]
        state: String,
    },
    Assign {
        victim: String,
        follow_up: String,
        #[arg(long = "to", value_name = "NAME")]
        person: Option<String>,
    },
    Move {
        victim: String,
        follow_up: String,
        #[arg(long = "to", value_name = "DATE")]
        due_on: String,
    },
    Queue,
}

#[derive(Args)]
pub(crate) struct NewPlan {
    pub(crate) victim: String,
    #[arg(long, value_name = "CODE", default_value = "after_report")]
    pub(crate) policy: String,
    #[arg(long, value_name = "TIME")]
    pub(crate) since: Option<String>,
    #[arg(long = "type", value_name = "CODE", value_delimiter = ',')]
    pub(crate) types: Vec<String>,
    #[arg(long, value_name = "CODE", default_value = "not_asked")]
    pub(crate) strangulation: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) court: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Referral {
    Show {
        victim: String,
        referral: String,
    },
    Advance {
        victim: String,
        referral: String,
        #[arg(long, value_name = "CODE")]
        status: String,
        #[arg(long, value_name = "FILE")]
        reason_file: Option<PathBuf>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[arg(long, value_name = "CODE")]
        paid_by: Option<String>,
        #[arg(long, value_name = "ID")]
        release: Option<String>,
        #[arg(long)]
        exclusions_read: bool,
    },
    Told {
        victim: String,
        referral: String,
        #[arg(long, value_name = "CODE")]
        system: String,
        #[arg(long, value_name = "TEXT")]
        status: String,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    Outcome {
        victim: String,
        referral: String,
        #[arg(long, value_name = "CODE")]
        outcome: String,
        #[arg(long, value_name = "CODE")]
        source: String,
        #[arg(long, value_name = "CODE")]
        barrier: Option<String>,
    },
}

#[derive(Subcommand)]
pub(crate) enum Screen {
    Instruments,
    Add(Box<NewScreen>),
    List { victim: String },
}

#[derive(Args)]
pub(crate) struct NewScreen {
    pub(crate) victim: String,
    #[arg(long, value_name = "ID")]
    pub(crate) instrument: String,
    #[arg(long, value_name = "ITEM=CODE", value_delimiter = ',')]
    pub(crate) answer: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) belief_file: Option<PathBuf>,
    #[arg(long, value_name = "CODE")]
    pub(crate) not_done: Option<String>,
    #[arg(long, value_name = "TIME")]
    pub(crate) hotline_at: Option<String>,
    #[arg(long, requires = "hotline_at")]
    pub(crate) hotline_answered: Option<YesNo>,
    #[arg(long, requires = "hotline_answered")]
    pub(crate) spoke: Option<YesNo>,
    #[arg(long)]
    pub(crate) minutes: Option<i32>,
}

#[derive(Args)]
pub(crate) struct Counts {
    #[arg(long, value_name = "DATE")]
    pub(crate) from: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) to: String,
    #[arg(long, value_name = "NAME=VALUE")]
    pub(crate) setting: Vec<String>,
    #[arg(long, conflicts_with = "open")]
    pub(crate) public: bool,
    #[arg(long, conflicts_with_all = ["open", "public", "setting"])]
    pub(crate) yearly: bool,
    #[arg(long, value_name = "QUESTION")]
    pub(crate) open: Option<String>,
    #[arg(long, value_name = "DATE", conflicts_with_all = ["open", "public", "yearly"])]
    pub(crate) hand_in: Option<String>,
    #[arg(long, value_name = "ID", requires = "hand_in")]
    pub(crate) amends: Option<String>,
    #[arg(long, conflicts_with_all = ["open", "public", "yearly", "hand_in"])]
    pub(crate) handed_in: bool,
}
