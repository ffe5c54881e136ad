//! Stages of a referral as other systems call them: HL7 FHIR (SDOHCC Task) and findhelp.
//!
//! The tables are data (`assets/mappings/referral-status.json`). What is told carries our own code as the reason where
//! several of our stages have one name there, so that it comes back as what it was.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{OutsideStatus, StepForm, move_on};
use crate::casefile::CaseFile;
use crate::codes;
use crate::error::{Error, Result};
use crate::start::Saved;

#[derive(serde::Deserialize)]
struct Tables {
    fhir: Table,
    findhelp: Table,
}

#[derive(serde::Deserialize)]
struct Table {
    out: BTreeMap<String, Out>,
    #[serde(rename = "in")]
    inward: BTreeMap<String, In>,
}

/// What is told for one of our stages.
#[derive(serde::Deserialize)]
struct Out {
    status: String,
    /// Our code goes along as the reason.
    #[serde(default)]
    reason: bool,
    /// It comes back as it went out.
    #[cfg_attr(not(test), expect(dead_code, reason = "a promise that a test holds"))]
    #[serde(default)]
    back: bool,
}

/// What is understood where no reason of ours comes along.
#[derive(serde::Deserialize)]
struct In {
    status: String,
    #[serde(default)]
    barrier: Option<String>,
}

/// One of our stages as another system calls it; `None` where it has no name for it.
///
/// # Errors
/// [`Error::UnknownCode`] for a system or a stage there is not.
pub fn told_outside(system: &str, status: &str) -> Result<Option<OutsideStatus>> {
    codes::ensure("referral_status", "status", status)?;
    let told = table(system)?.out.get(status);
    Ok(told.map(|told| OutsideStatus {
        status: told.status.clone(),
        reason: told.reason.then(|| status.to_owned()),
    }))
}

/// Moves a referral on as another system tells.
///
/// # Errors
/// [`Error::OutsideStatusUnknown`]; those of moving it on.
pub fn advance_as_told(
    file: &mut CaseFile,
    referral_id: &str,
    system: &str,
    told: &OutsideStatus,
    seen: &str,
) -> Result<Saved> {
    let (status, barrier) = understood(system, told)?;
    let step = StepForm {
        status,
        ..StepForm::default()
    };
    move_on(file, referral_id, &step, barrier.as_deref(), seen)
}

/// Our stage for what another system tells, and what stands in the way if it says so.
fn understood(system: &str, told: &OutsideStatus) -> Result<(String, Option<String>)> {
    let table = table(system)?;
    let ours = told.reason.as_ref().filter(|reason| {
        let out = table.out.get(*reason);
        out.is_some_and(|out| out.reason && out.status == told.status)
    });
    if let Some(ours) = ours {
        return Ok((ours.clone(), None));
    }
    let understood = table.inward.get(&told.status);
    let understood = understood.ok_or(Error::OutsideStatusUnknown)?;
    Ok((understood.status.clone(), understood.barrier.clone()))
}

fn table(system: &str) -> Result<&'static Table> {
    static READ: LazyLock<Tables> = LazyLock::new(|| {
        serde_json::from_str(include_str!(
            "../../../../assets/mappings/referral-status.json"
        ))
        .expect("assets/mappings is part of the program and was read by its tests")
    });
    match system {
        "fhir" => Ok(&READ.fhir),
        "findhelp" => Ok(&READ.findhelp),
        _ => Err(Error::UnknownCode { field: "system" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn systems() -> [(&'static str, &'static Table); 2] {
        ["fhir", "findhelp"].map(|system| (system, table(system).unwrap()))
    }

    #[test]
    fn a_stage_comes_back_as_it_went_out_wherever_the_table_says_so_and_nowhere_else() {
        for (system, table) in systems() {
            for status in codes::list("referral_status") {
                let Some(told) = told_outside(system, status).unwrap() else {
                    continue;
                };
                let (back, barrier) = understood(system, &told).unwrap();
                let comes_back = back == *status && barrier.is_none();
                assert_eq!(
                    comes_back, table.out[status].back,
                    "{system} {status} {back}"
                );
            }
        }
    }

    #[test]
    fn fhir_has_a_name_for_every_stage_and_only_names_of_its_value_set() {
        let names = [
            "draft",
            "requested",
            "accepted",
            "rejected",
            "cancelled",
            "in-progress",
            "on-hold",
            "failed",
            "completed",
            "entered-in-error",
        ];
        for status in codes::list("referral_status") {
            let told = told_outside("fhir", status).unwrap().unwrap();
            assert!(names.contains(&told.status.as_str()), "{status}");
        }
        for name in names {
            let told = OutsideStatus {
                status: name.to_owned(),
                reason: None,
            };
            understood("fhir", &told).unwrap();
        }
    }

    #[test]
    fn what_is_understood_is_a_stage_and_a_barrier_of_ours() {
        for (_, table) in systems() {
            for out in table.out.keys() {
                codes::ensure("referral_status", "status", out).unwrap();
            }
            for understood in table.inward.values() {
                codes::ensure("referral_status", "status", &understood.status).unwrap();
                if let Some(barrier) = &understood.barrier {
                    codes::ensure("barrier", "barrier", barrier).unwrap();
                }
            }
        }
    }

    #[test]
    fn a_reason_that_does_not_belong_to_the_stage_is_not_believed() {
        let told = OutsideStatus {
            status: "rejected".to_owned(),
            reason: Some("completed".to_owned()),
        };
        assert_eq!(understood("fhir", &told).unwrap().0, "declined_by_partner");
        let unknown = OutsideStatus {
            status: "Rejected".to_owned(),
            reason: None,
        };
        assert!(matches!(
            understood("fhir", &unknown),
            Err(Error::OutsideStatusUnknown)
        ));
    }
}
