//! Operations as a test wrote them, with dots, made into what a commit holds.

use countyline_ledger::{Dot, Op, Parent, ResolvedOp};

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
