//! Everything else that is recorded of a victim, beside what her page shows at a glance; and what exists
//! about her, for the day she or a court asks.

use std::collections::BTreeMap;

use super::protection::{address_protection_in, classification_in, ensure_not_held};
use super::{Existence, ExistingRecords, NamedForHer, VictimRecord, facts};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::looks::Looked;
use crate::registry::{CONTACT_METHOD, RECORDS, VICTIM};
use crate::standing::{Standing, id_in};
use crate::{
    compensation, contacts, court_dates, custody, disclosures, ids, incidents, need_to_know,
    papers, protection_orders, rights,
};

/// Everything recorded of a victim beside her page.
///
/// # Errors
/// [`crate::error::Error::NotFound`].
pub fn record(file: &CaseFile, victim_id: &str) -> Result<VictimRecord> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let standing = Standing::of(file.conn(), &VICTIM, id)?;
    let record = VictimRecord {
        facts: facts::facts_in(&standing),
        minor: facts::minor_on(&standing, file.now().date_naive()),
        address: address_protection_in(&standing),
        relations: facts::relations_in(file, &standing)?,
        classification: classification_in(&standing),
        named: named_in(file, &standing)?,
        legal_hold: standing.is("legal_hold"),
        legal_hold_reason: standing.text("legal_hold_reason"),
        do_not_contact_reason: standing.text("do_not_contact_reason"),
        ways: contacts::gate_unnoted(file, victim_id)?.ways,
        incidents: incidents::of_victim(file, id)?,
        rights_notices: rights::of_victim(file, id)?,
        protection_orders: protection_orders::of_victim(file, id)?,
        court_dates: court_dates::of_victim(file, id)?,
        custody_notices: custody::of_victim(file, id)?,
        compensation_claims: compensation::of_victim(file, id)?,
        disclosures: disclosures::of_victim(file, id)?,
        papers: papers::of_victim(file, id)?,
        in_conflict: standing.in_conflict(),
        seen: standing.seen(),
    };
    file.looked_at(Looked::VictimRecord, id);
    Ok(record)
}

fn named_in(file: &CaseFile, standing: &Standing) -> Result<Vec<NamedForHer>> {
    let named = standing.elements("named_staff");
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let names: BTreeMap<String, String> = need_to_know::staff(file)?.into_iter().collect();
    let ids = named.iter().filter_map(id_in).map(ids::text);
    Ok(ids
        .map(|staff_id| NamedForHer {
            name: names.get(&staff_id).cloned().unwrap_or_default(),
            staff_id,
        })
        .collect())
}

/// What exists about a victim and what was told of it, to whom, when, on what basis (28 CFR 94.115(a)).
/// Kinds and numbers of records, never what stands in them.
///
/// # Errors
/// [`crate::error::Error::NotFound`].
pub fn what_exists(file: &CaseFile, victim_id: &str) -> Result<Existence> {
    let id = ids::parse(&VICTIM, victim_id)?;
    let standing = Standing::of(file.conn(), &VICTIM, id)?;
    let mut records = Vec::new();
    for record in RECORDS {
        let hers = record.fields.iter().any(|field| field.name == "victim");
        let count = match hers {
            true => Standing::of_victim(file.conn(), record, id)?.len(),
            false => 0,
        };
        if count > 0 {
            records.push(ExistingRecords {
                record: record.name.to_owned(),
                count: i32::try_from(count).unwrap_or(i32::MAX),
            });
        }
    }
    file.looked_at(Looked::VictimRecord, id);
    Ok(Existence {
        case_number: standing.text("case_number"),
        opened_on: standing.text("opened_on"),
        has_code_word: Standing::of_victim(file.conn(), &CONTACT_METHOD, id)?
            .iter()
            .any(|way| way.maybe("code_word").is_some()),
        records,
        disclosures: disclosures::of_victim(file, id)?,
        papers: papers::of_victim(file, id)?,
        legal_hold: matches!(ensure_not_held(file, id), Err(Error::LegalHold)),
    })
}
