//! Operations as a test wrote them, with dots, made into what a commit holds; and what only a newer program writes.

#[cfg(test)]
use countyline_ledger::{ByField, EntityId, FieldId, RecordType, Value};
use countyline_ledger::{Dot, Op, Parent, ResolvedOp};

#[cfg(test)]
use crate::casefile::{CaseFile, log};
use crate::error::Result;

/// The operation with its parents named by `named`.
pub(crate) fn unresolved(
    op: ResolvedOp,
    mut named: impl FnMut(Vec<Dot>) -> Result<Vec<Parent>>,
) -> Result<Op> {
    Ok(match op {
        ResolvedOp::Set {
            record,
            entity,
            parents,
            fields,
        } => Op::Set {
            record,
            entity,
            parents: named(parents)?,
            fields,
        },
        ResolvedOp::Add {
            record,
            entity,
            field,
            elements,
        } => Op::Add {
            record,
            entity,
            field,
            elements,
        },
        ResolvedOp::Remove {
            record,
            entity,
            field,
            elements,
            parents,
        } => Op::Remove {
            record,
            entity,
            field,
            elements,
            parents: named(parents)?,
        },
        ResolvedOp::Delete {
            record,
            entity,
            parents,
        } => Op::Delete {
            record,
            entity,
            parents: named(parents)?,
        },
        ResolvedOp::Erase {
            order,
            basis,
            scopes,
        } => Op::Erase {
            order,
            basis,
            scopes,
        },
        ResolvedOp::Audit {
            what,
            entity,
            detail,
        } => Op::Audit {
            what,
            entity,
            detail,
        },
        ResolvedOp::Unknown(bytes) => Op::Unknown(bytes),
    })
}

/// A record type that only a newer program knows.
#[cfg(test)]
const NEWER: RecordType = RecordType(900);

/// A newer program's record with this id, about a victim.
#[cfg(test)]
pub(crate) fn newer_record(id: u8, victim_id: &str) -> ResolvedOp {
    let victim = uuid::Uuid::parse_str(victim_id).expect("an id of a victim");
    ResolvedOp::Set {
        record: NEWER,
        entity: EntityId([id; 16]),
        parents: Vec::new(),
        fields: ByField::from([
            (FieldId(3), Value::text("made-up")),
            (FieldId(9), Value::bytes(victim.as_bytes())),
        ]),
    }
}

/// The newer program's records of which an office can read something, in order.
#[cfg(test)]
pub(crate) fn newer_records(file: &CaseFile) -> Vec<u8> {
    let mut found = Vec::new();
    for branch in log::logs(file.conn()).expect("the logs are read") {
        let kept = log::commits(file.conn(), branch.log_rid, 1, branch.last_seq);
        for kept in kept.expect("the commits are read") {
            let ops = kept.commit.ops().expect("every commit can be read");
            found.extend(ops.iter().filter_map(|(_, op)| match op {
                Op::Set { record, entity, .. } if *record == NEWER => Some(entity.0[0]),
                _ => None,
            }));
        }
    }
    found.sort_unstable();
    found
}
