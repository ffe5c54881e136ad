//! What a person has to decide: the inbox, and who may be recorded twice.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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
    #[arg(long, value_parser = ["side", "other", "both", "keep", "hide", "same", "not_same", "seen"])]
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
