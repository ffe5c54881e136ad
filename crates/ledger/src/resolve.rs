//! From a commit's own way of naming its parents to dots.
//!
//! Which local number a log has, and which branch of a forked log a commit belongs to, only the store
//! knows; it is asked once for each parent.

use crate::{
    Anchor, ByField, Commit, CommitHash, Dot, EntityId, EraseScope, Error, FieldId, Op, OrderId,
    Parent, RecordType, Result, StoredOp, Value,
};

/// A commit ready to be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedCommit {
    /// Its number in this case file.
    pub dot: Dot,
    /// Its lamport number.
    pub lamport: u64,
    /// Its hash.
    pub hash: CommitHash,
    /// Its operations that are present.
    pub ops: Vec<ResolvedOp>,
}

/// An [`Op`] whose parents are dots.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Op`")]
pub enum ResolvedOp {
    /// See [`Op::Set`].
    Set {
        record: RecordType,
        entity: EntityId,
        parents: Vec<Dot>,
        fields: ByField<Value>,
    },
    /// See [`Op::Add`].
    Add {
        record: RecordType,
        entity: EntityId,
        field: FieldId,
        elements: Vec<Value>,
    },
    /// See [`Op::Remove`].
    Remove {
        record: RecordType,
        entity: EntityId,
        field: FieldId,
        elements: Vec<Value>,
        parents: Vec<Dot>,
    },
    /// See [`Op::Delete`].
    Delete {
        record: RecordType,
        entity: EntityId,
        parents: Vec<Dot>,
    },
    /// See [`Op::Erase`]; merging leaves it to the caller.
    Erase {
        order: OrderId,
        basis: String,
        scopes: Vec<EraseScope>,
    },
    /// See [`Op::Audit`]; changes no record.
    Audit {
        what: u16,
        entity: Option<EntityId>,
        detail: Value,
    },
    /// See [`Op::Unknown`]; changes nothing we know of.
    Unknown(Vec<u8>),
}

/// A parent whose dot is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParentRef<'a> {
    /// That commit of the same log, before the asking commit on the same branch.
    Own(u64),
    /// A commit of another log.
    Foreign(&'a Anchor),
}

/// Decodes a commit's operations and resolves their parents.
///
/// The commit parents name need not be held: a replacement may arrive before what it replaces. But the
/// store must be able to give it its dot.
///
/// # Errors
/// If an operation is malformed, a parent is not an earlier commit, or `dot_of` answers `None`:
/// [`Error::UnknownParent`], upon which the caller puts the commit aside.
pub fn resolve_commit(
    commit: &Commit,
    dot: Dot,
    hash: CommitHash,
    mut dot_of: impl FnMut(ParentRef<'_>) -> Option<Dot>,
) -> Result<ResolvedCommit> {
    let header = commit.header();
    let mut anchors: Vec<Option<Dot>> = vec![None; header.anchors.len()];
    let mut dots = |parents: Vec<Parent>| -> Result<Vec<Dot>> {
        let known = parents.into_iter().map(|parent| match parent {
            Parent::Own(seq) if (1..header.seq).contains(&seq) => {
                dot_of(ParentRef::Own(seq)).ok_or(Error::UnknownParent { seq: header.seq })
            }
            Parent::Own(_) => Err(Error::Malformed { what: "parent" }),
            Parent::Foreign(place) => {
                let (anchor, resolved) = header
                    .anchors
                    .get(place as usize)
                    .zip(anchors.get_mut(place as usize))
                    .ok_or(Error::Malformed { what: "parent" })?;
                if resolved.is_none() {
                    *resolved = dot_of(ParentRef::Foreign(anchor));
                }
                resolved.ok_or(Error::UnknownParent { seq: header.seq })
            }
        });
        known.collect()
    };
    let mut ops = Vec::with_capacity(commit.stored_ops().len());
    for op in commit.stored_ops() {
        if let StoredOp::Present(bytes) = op {
            ops.push(resolve_op(Op::decode(bytes)?, &mut dots)?);
        }
    }
    Ok(ResolvedCommit {
        dot,
        lamport: header.lamport,
        hash,
        ops,
    })
}

fn resolve_op(
    op: Op,
    dots: &mut impl FnMut(Vec<Parent>) -> Result<Vec<Dot>>,
) -> Result<ResolvedOp> {
    Ok(match op {
        Op::Set {
            record,
            entity,
            parents,
            fields,
        } => ResolvedOp::Set {
            record,
            entity,
            parents: dots(parents)?,
            fields,
        },
        Op::Add {
            record,
            entity,
            field,
            elements,
        } => ResolvedOp::Add {
            record,
            entity,
            field,
            elements,
        },
        Op::Remove {
            record,
            entity,
            field,
            elements,
            parents,
        } => ResolvedOp::Remove {
            record,
            entity,
            field,
            elements,
            parents: dots(parents)?,
        },
        Op::Delete {
            record,
            entity,
            parents,
        } => ResolvedOp::Delete {
            record,
            entity,
            parents: dots(parents)?,
        },
        Op::Erase {
            order,
            basis,
            scopes,
        } => ResolvedOp::Erase {
            order,
            basis,
            scopes,
        },
        Op::Audit {
            what,
            entity,
            detail,
        } => ResolvedOp::Audit {
            what,
            entity,
            detail,
        },
        Op::Unknown(bytes) => ResolvedOp::Unknown(bytes),
    })
}
