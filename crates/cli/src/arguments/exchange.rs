//! Weeks that go out and come in.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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

#[derive(Subcommand)]
pub(crate) enum Bundle {
    Inspect { file: PathBuf },
}
