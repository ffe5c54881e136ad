//! A backup, and the way back.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Backup {
    Make {
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    BringBack {
        #[arg(long, value_name = "DIR")]
        from: PathBuf,
    },
}
