//! Partner agencies, the community, and the people who work here. Forms with many answers come from a file.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{NewPartner, NewPartnerContact};

#[derive(Subcommand)]
pub(crate) enum Partner {
    Add(NewPartner),
    Contact(NewPartnerContact),
    Outreach(ForPartner),
    Fits(Fits),
    Show {
        partner: String,
    },
    Trust {
        partner: String,
    },
    Edit(ForPartner),
    Describe(ForPartner),
    Service(PartOf),
    Location(PartOf),
    Person(PartOf),
    Assure {
        service: String,
    },
    Commitment {
        partner: String,
        contact: String,
        state: String,
    },
    Done {
        contact: String,
        #[arg(long, value_name = "DATE")]
        on: String,
    },
    Import(ImportDirectory),
    Export(ExportDirectory),
}

#[derive(Args)]
pub(crate) struct ForPartner {
    pub(crate) partner: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
}

#[derive(Args)]
pub(crate) struct PartOf {
    pub(crate) partner: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) edit: Option<String>,
}

#[derive(Args)]
pub(crate) struct Fits {
    #[arg(long, value_name = "CODE")]
    pub(crate) need: String,
    #[arg(long)]
    pub(crate) zone: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) speaks: Option<String>,
    #[arg(long, value_name = "YEARS")]
    pub(crate) age: Option<i32>,
    #[arg(long, value_name = "TIME", conflicts_with = "now")]
    pub(crate) at: Option<String>,
    #[arg(long)]
    pub(crate) now: bool,
}

#[derive(Args)]
pub(crate) struct ImportDirectory {
    #[arg(value_name = "FILE|DIR")]
    pub(crate) directory: PathBuf,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct ExportDirectory {
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) to: PathBuf,
}

#[derive(Subcommand)]
pub(crate) enum Agreement {
    List,
    Add {
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Renew {
        agreement: String,
        #[arg(long, value_name = "DATE")]
        signed: String,
        #[arg(long, value_name = "DATE")]
        review: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Group {
    List,
    Show {
        group: String,
    },
    Add {
        #[arg(long)]
        name: String,
        #[arg(long, value_name = "CODE")]
        kind: String,
    },
    Member {
        group: String,
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Meeting {
        group: String,
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
}

#[derive(Subcommand)]
pub(crate) enum Community {
    List,
    Add {
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Material {
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Returned {
        material: String,
        #[arg(long, value_name = "DATE")]
        on: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Staff {
    List,
    Show {
        person: String,
    },
    Add {
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Role {
        person: String,
        role: String,
    },
    EndAccess {
        person: String,
        #[arg(long, value_name = "DATE")]
        on: String,
    },
    GiveAccess {
        person: String,
    },
    Hours {
        person: String,
        #[arg(long, value_name = "DATE")]
        on: String,
        #[arg(long)]
        minutes: i32,
        #[arg(long, value_name = "CODE")]
        kind: String,
    },
    CallOut {
        person: String,
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
}

#[derive(Subcommand)]
pub(crate) enum OnCall {
    Now,
    List {
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
        #[arg(long, value_name = "DATE")]
        to: Option<String>,
    },
    Add {
        person: String,
        #[arg(long, value_name = "TIME")]
        from: String,
        #[arg(long, value_name = "TIME")]
        to: String,
        #[arg(long)]
        backup: bool,
        #[arg(long, value_name = "DATE")]
        repeat_until: Option<String>,
    },
    Swap {
        shift: String,
        person: String,
    },
    Move {
        shift: String,
        #[arg(long, value_name = "TIME")]
        from: String,
        #[arg(long, value_name = "TIME")]
        to: String,
    },
    Off {
        shift: String,
    },
    Back {
        shift: String,
    },
}

#[derive(Args)]
pub(crate) struct Looked {
    #[arg(long)]
    pub(crate) victim: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) person: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    #[arg(long)]
    pub(crate) reviewed: bool,
}

#[derive(Subcommand)]
pub(crate) enum Training {
    List,
    Add {
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Attended {
        session: String,
        #[arg(required = true)]
        person: Vec<String>,
    },
}

#[derive(Subcommand)]
pub(crate) enum Survey {
    List,
    Add {
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Count {
        survey: String,
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Assessment {
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Assessments,
}

#[derive(Args)]
pub(crate) struct ExportTable {
    pub(crate) table: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
    #[arg(long)]
    pub(crate) names: bool,
}
