//! Passphrases, laptops, keys, codes and recovery sheets.

use std::path::PathBuf;

use clap::Subcommand;

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
        #[arg(value_name = "FILE|ID")]
        file: PathBuf,
        #[arg(long)]
        rehearse: bool,
    },
    KeepOut {
        #[arg(value_name = "FILE|ID")]
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
        #[arg(long)]
        pdf: bool,
        #[arg(long, value_parser = ["us_letter", "a4"], default_value = "us_letter")]
        page: String,
    },
    Use {
        #[arg(long, value_name = "FILE", num_args = 1)]
        sheet: Vec<PathBuf>,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
}
