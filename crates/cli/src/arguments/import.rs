//! Coming from a spreadsheet or an Access file.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use countyline_core::import::ImportWhat;

#[derive(Subcommand)]
pub(crate) enum Import {
    Propose(Propose),
    Victims(ImportTable),
    Contacts(ImportTable),
    Partners(ImportTable),
    PartnerContacts(ImportTable),
}

#[derive(Args)]
pub(crate) struct ImportTable {
    #[arg(id = "import-table", value_name = "TABLE")]
    pub(crate) table: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: PathBuf,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Propose {
    #[arg(id = "import-what", value_name = "WHAT")]
    pub(crate) what: What,
    #[arg(id = "import-table", value_name = "TABLE")]
    pub(crate) table: PathBuf,
    #[arg(id = "import-source", long = "source", value_name = "NAME")]
    pub(crate) source: String,
    #[arg(id = "import-sheet", long = "sheet", value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    #[arg(id = "import-to", long = "to", value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum What {
    Victims,
    Contacts,
    Partners,
    PartnerContacts,
}

impl What {
    pub(crate) fn rows(self) -> ImportWhat {
        match self {
            What::Victims => ImportWhat::Victims,
            What::Contacts => ImportWhat::Contacts,
            What::Partners => ImportWhat::Partners,
            What::PartnerContacts => ImportWhat::PartnerContacts,
        }
    }
}
