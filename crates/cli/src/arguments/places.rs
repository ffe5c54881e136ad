//! Making an office, letting a laptop join, and the training office.

use std::path::PathBuf;

use clap::Args;

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
    #[arg(long, value_name = "N")]
    pub(crate) part_mib: Option<u32>,
    #[arg(long)]
    pub(crate) words_match: bool,
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
