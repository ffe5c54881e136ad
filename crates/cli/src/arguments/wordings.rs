//! The county's own wording of its papers.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use countyline_core::words::LANGUAGES;

#[derive(Args)]
pub(crate) struct Wording {
    #[command(subcommand)]
    pub(crate) what: Worded,
    #[arg(long, global = true, value_parser = LANGUAGES, default_value = "en")]
    pub(crate) of: String,
}

#[derive(Subcommand)]
pub(crate) enum Worded {
    List {
        #[arg(long)]
        all: bool,
    },
    Show {
        message: String,
    },
    Set {
        message: String,
        #[arg(long, value_name = "TEXT", required_unless_present = "from")]
        text: Option<String>,
        #[arg(long, value_name = "FILE", conflicts_with = "text")]
        from: Option<PathBuf>,
    },
    Reset {
        message: String,
    },
}
