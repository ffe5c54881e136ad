//! Victims in full, incidents, safe contact, what protects a victim, and what was told about her.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use countyline_core::retention::Clock;
use countyline_core::victims::Classification;

use super::YesNo;

/// The commands of `victim` that write more than her page shows.
#[derive(Subcommand)]
pub(crate) enum VictimInFull {
    Facts(FromFile),
    Address(FromFile),
    Relate(Relation),
    Unrelate(Relation),
    Classify(Classify),
    Hold(Hold),
    Record { victim: String },
    Exists { victim: String },
    History(History),
}

/// Which changes of a victim's records are told.
#[derive(Args)]
pub(crate) struct History {
    pub(crate) victim: String,
    /// A kind of record, `contact_method`, or a field, `birth_year`.
    #[arg(long, value_name = "FIELD")]
    pub(crate) about: Option<String>,
    #[arg(long)]
    pub(crate) names: bool,
    /// Words that stand in what is told of a change.
    pub(crate) words: Vec<String>,
}

/// A form that is read from a JSON file.
#[derive(Args)]
pub(crate) struct FromFile {
    pub(crate) victim: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
}

#[derive(Args)]
pub(crate) struct Relation {
    pub(crate) victim: String,
    pub(crate) to_victim: String,
    #[arg(long = "as", value_name = "CODE")]
    pub(crate) relation: String,
}

#[derive(Args)]
pub(crate) struct Hold {
    pub(crate) victim: String,
    pub(crate) answer: YesNo,
    #[arg(long = "reason", value_name = "TEXT")]
    pub(crate) reason_text: String,
}

#[derive(Args)]
pub(crate) struct Classify {
    pub(crate) victim: String,
    #[arg(value_parser = classification)]
    pub(crate) as_what: Classification,
}

#[derive(Subcommand)]
pub(crate) enum Incident {
    Add(FromFile),
    Edit(IncidentForm),
    Join(IncidentForm),
    EditPart(IncidentForm),
    Fact(IncidentForm),
    Hold {
        victim: String,
        incident: String,
        answer: YesNo,
        #[arg(long = "reason", value_name = "TEXT")]
        reason_text: String,
    },
}

#[derive(Args)]
pub(crate) struct IncidentForm {
    pub(crate) victim: String,
    pub(crate) incident: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
}

#[derive(Subcommand)]
pub(crate) enum SafeContact {
    Show {
        victim: String,
    },
    Add(FromFile),
    Edit {
        victim: String,
        way: String,
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
    },
    Check {
        victim: String,
        way: String,
        #[arg(long, value_name = "CODE")]
        safe: String,
    },
    Details {
        victim: String,
        way: String,
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    CodeWord {
        victim: String,
        way: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Protection {
    Notice(FromFile),
    Order(FromFile),
    EditOrder {
        victim: String,
        order_id: String,
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Court(FromFile),
    EditCourt {
        victim: String,
        court_date_id: String,
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Custody(FromFile),
    Claim(FromFile),
    AdvanceClaim {
        victim: String,
        claim: String,
        #[arg(value_name = "CODE")]
        status: String,
        #[arg(long, value_name = "DATE")]
        on: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum Told {
    Log,
    AnnounceOrder {
        victim: String,
        #[arg(long, value_name = "TEXT")]
        order: String,
    },
    UnderOrder {
        victim: String,
        partner: String,
        #[arg(long, value_name = "CODE", value_delimiter = ',', required = true)]
        item: Vec<String>,
        #[arg(long, value_name = "TEXT")]
        order: String,
    },
    Share {
        partner: String,
        #[arg(long, value_name = "CODE", value_delimiter = ',', required = true)]
        item: Vec<String>,
        #[arg(long, value_name = "CODE")]
        told_by: Option<String>,
    },
}

#[derive(Subcommand)]
pub(crate) enum Paper {
    Kinds,
    Make(MakePaper),
    Logo,
    SetLogo {
        picture: PathBuf,
        #[arg(long, value_name = "TEXT")]
        shows: String,
    },
    RemoveLogo,
    Languages,
    BeginLanguage {
        tag: String,
    },
    Out,
    Move {
        letter_id: String,
        paper_state: String,
        #[arg(long, value_name = "yes|no")]
        safe_to_carry: Option<YesNo>,
        #[arg(long, value_name = "yes|no")]
        name_as_released: Option<YesNo>,
    },
    Printed {
        letter_id: String,
        #[arg(value_name = "yes|no")]
        answer: YesNo,
    },
    Voice {
        victim: String,
        #[arg(long, value_name = "ID", value_delimiter = ',', required = true)]
        referral: Vec<String>,
        #[arg(long, value_name = "CODE", default_value = "en")]
        language: String,
    },
}

/// A paper that is no letter.
#[derive(Args)]
pub(crate) struct MakePaper {
    pub(crate) kind: String,
    pub(crate) about: Option<String>,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) needs: Vec<String>,
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(crate) language: String,
    #[arg(long, value_parser = ["us_letter", "a4"], default_value = "us_letter")]
    pub(crate) page: String,
    #[arg(long)]
    pub(crate) large_print: bool,
    #[arg(long)]
    pub(crate) both_sides: bool,
    #[arg(long)]
    pub(crate) goes_with_her: bool,
    #[arg(long, requires = "goes_with_her")]
    pub(crate) safe_to_carry: Option<YesNo>,
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
}

#[derive(Subcommand)]
pub(crate) enum Retention {
    Due,
    Purge {
        victim: String,
        #[arg(value_parser = clock)]
        clock: Clock,
        #[arg(long)]
        for_good: bool,
    },
}

#[derive(Subcommand)]
pub(crate) enum Policy {
    Show,
    Set {
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    Pack {
        #[arg(value_name = "FILE")]
        pack_file: PathBuf,
        #[arg(long)]
        check: bool,
    },
    Lists {
        #[arg(value_name = "FILE")]
        lists_file: Option<PathBuf>,
        #[arg(long, requires = "lists_file")]
        check: bool,
    },
    Zones,
}

#[derive(Args)]
pub(crate) struct CheckText {
    pub(crate) text_file: PathBuf,
}

fn classification(code: &str) -> Result<Classification, String> {
    match code {
        "normal" => Ok(Classification::Normal),
        "restricted" => Ok(Classification::Restricted),
        "sealed" => Ok(Classification::Sealed),
        other => Err(other.to_owned()),
    }
}

fn clock(code: &str) -> Result<Clock, String> {
    match code {
        "identity" => Ok(Clock::Identity),
        "everything" => Ok(Clock::Everything),
        other => Err(other.to_owned()),
    }
}
