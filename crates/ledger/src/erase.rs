//! Erasing: which operations an order of erasure covers, and what is left of a commit without them.
//!
//! An order names records, whole or by single fields. A record named whole takes along every record
//! that belongs to it ([`Registry::owner`]), also one nobody had heard of when the order was given. What
//! is covered depends on the orders and the operation alone, so it can be asked before a commit is
//! stored: a late commit is reduced on arrival. Of a type that this program does not know, a record is taken to
//! belong to whatever it names: what a newer program wrote about a victim goes with her here, too.
//!
//! What another record's set says of a record that is named whole goes, too: that somebody is her sister says
//! that she was. A program writes each such element in an operation of its own.
//!
//! An operation is erased whole. One that writes a named field together with others goes with all of
//! them; a program that lets single fields be erased writes each of them in an operation of its own.
//!
//! Not here: who may give orders, and where payloads lie beside the history.

use std::collections::{BTreeMap, BTreeSet};

use crate::cbor::{Reader, WriteError, Writer};
use crate::op::read_field;
use crate::{
    Commit, EntityId, EntityKey, FieldId, Op, OrderId, Owner, RecordType, Registry, Result, Salts,
    StoredOp, Value,
};

/// A record of which something is to be erased.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EraseScope {
    /// What kind of record it is.
    pub record: RecordType,
    /// Which one.
    pub entity: EntityId,
    /// The fields to be erased; none for the whole record and every record that belongs to it.
    pub fields: BTreeSet<FieldId>,
}

impl EraseScope {
    /// Each record once: of two scopes of one record, the wider stands.
    pub(crate) fn write_all(
        scopes: &[EraseScope],
        writer: &mut Writer<'_>,
    ) -> std::result::Result<(), WriteError> {
        let mut by_record: BTreeMap<(RecordType, EntityId), BTreeSet<FieldId>> = BTreeMap::new();
        for scope in scopes {
            let fields = by_record.entry((scope.record, scope.entity));
            fields
                .and_modify(|known| {
                    if scope.fields.is_empty() {
                        known.clear();
                    } else if !known.is_empty() {
                        known.extend(&scope.fields);
                    }
                })
                .or_insert_with(|| scope.fields.clone());
        }
        writer.array(by_record.len() as u64)?;
        by_record.iter().try_for_each(|((record, entity), fields)| {
            writer.array(3)?.u16(record.0)?.bytes(&entity.0)?;
            writer.array(fields.len() as u64)?;
            fields
                .iter()
                .try_for_each(|field| writer.u16(field.0)?.ok())
        })
    }

    pub(crate) fn read_all(reader: &mut Reader<'_>) -> Result<Vec<EraseScope>> {
        let length = reader.list()?;
        let mut scopes: Vec<EraseScope> = Vec::new();
        for _ in 0..length {
            if reader.list()? != 3 {
                return Err(reader.malformed());
            }
            let mut scope = EraseScope {
                record: RecordType(reader.u16()?),
                entity: EntityId(reader.array_of_bytes()?),
                fields: BTreeSet::new(),
            };
            for _ in 0..reader.list()? {
                let field = read_field(reader)?;
                if scope.fields.last().is_some_and(|last| *last >= field) {
                    return Err(reader.not_canonical());
                }
                scope.fields.insert(field);
            }
            let this = (scope.record, scope.entity);
            if scopes
                .last()
                .is_some_and(|last| (last.record, last.entity) >= this)
            {
                return Err(reader.not_canonical());
            }
            scopes.push(scope);
        }
        if scopes.is_empty() {
            return Err(reader.malformed());
        }
        Ok(scopes)
    }
}

/// Everything the orders given so far cover.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EraseFilter {
    whole: BTreeMap<EntityId, OrderId>,
    /// Records that an order names whole: what others' sets say of them goes, too.
    named: BTreeMap<EntityId, OrderId>,
    fields: BTreeMap<(EntityId, FieldId), OrderId>,
}

impl EraseFilter {
    /// Whether no order covers anything.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.fields.is_empty()
    }

    /// Covers what an order names.
    pub fn cover(&mut self, order: OrderId, scope: &EraseScope) {
        if scope.fields.is_empty() {
            self.cover_whole(order, scope.entity);
            keep_first(&mut self.named, scope.entity, order);
        }
        for field in &scope.fields {
            let first = self.fields.entry((scope.entity, *field)).or_insert(order);
            *first = order.min(*first);
        }
    }

    /// Covers a record and what belongs to it, and not what others' sets say of it.
    pub fn cover_record(&mut self, order: OrderId, entity: EntityId) {
        self.cover_whole(order, entity);
    }

    /// The order under which a record is erased whole.
    pub fn whole(&self, entity: EntityId) -> Option<OrderId> {
        self.whole.get(&entity).copied()
    }

    /// Covers the records that these operations show to belong to one that is covered, and returns them.
    pub fn discover<'a>(
        &mut self,
        registry: &impl Registry,
        ops: impl IntoIterator<Item = &'a Op>,
    ) -> Vec<(EntityKey, OrderId)> {
        let mut found = Vec::new();
        for op in ops {
            let Op::Set { record, entity, .. } = op else {
                continue;
            };
            let Some(order) = self.owners_order(registry, op) else {
                continue;
            };
            if self.whole(*entity).is_none() {
                self.cover_whole(order, *entity);
                let (record, entity) = (*record, *entity);
                found.push((EntityKey { record, entity }, order));
            }
        }
        found
    }

    /// The order that covers an operation, if one does.
    pub fn order_for(&self, registry: &impl Registry, op: &Op) -> Option<OrderId> {
        let whole = |entity: &EntityId| self.whole.get(entity).copied();
        let field = |entity: &EntityId, field| self.fields.get(&(*entity, field)).copied();
        match op {
            Op::Set { entity, fields, .. } => whole(entity)
                .or_else(|| self.owners_order(registry, op))
                .or_else(|| fields.fields().find_map(|of| field(entity, of))),
            Op::Add {
                entity,
                field: of,
                elements,
                ..
            }
            | Op::Remove {
                entity,
                field: of,
                elements,
                ..
            } => whole(entity)
                .or_else(|| field(entity, *of))
                .or_else(|| elements.iter().find_map(|element| self.named_in(element))),
            Op::Delete { entity, .. } => whole(entity),
            Op::Audit { entity, .. } => entity.as_ref().and_then(whole),
            Op::Erase { .. } => None,
            // What a newer program wrote about a record names it somewhere.
            Op::Unknown(bytes) => bytes
                .windows(16)
                .find_map(|part| whole(&EntityId(part.try_into().expect("sixteen bytes")))),
        }
    }

    /// What is left of a commit without the operations that are covered; `None` if all of it.
    ///
    /// # Errors
    /// If an operation is malformed, or the salt of one that is covered is not known.
    pub fn reduce(
        &self,
        registry: &impl Registry,
        commit: &Commit,
        salts: &impl Salts,
    ) -> Result<Option<Commit>> {
        if self.is_empty() {
            return Ok(None);
        }
        let mut places: BTreeMap<OrderId, BTreeSet<usize>> = BTreeMap::new();
        for (index, op) in commit.ops()? {
            if let Some(order) = self.order_for(registry, &op) {
                places.entry(order).or_default().insert(index);
            }
        }
        let mut left = None;
        for (order, places) in places {
            let commit = left.as_ref().unwrap_or(commit);
            left = Some(commit.without_ops(&places, salts, Some(order))?);
        }
        Ok(left)
    }

    fn cover_whole(&mut self, order: OrderId, entity: EntityId) {
        keep_first(&mut self.whole, entity, order);
    }

    /// The order that names a record which an element of a set names.
    fn named_in(&self, element: &Value) -> Option<OrderId> {
        match element {
            Value::Bytes(id) => {
                let entity = EntityId(id.as_slice().try_into().ok()?);
                self.named.get(&entity).copied()
            }
            Value::List(parts) => parts.iter().find_map(|part| self.named_in(part)),
            Value::Map(members) => members.values().find_map(|member| self.named_in(member)),
            Value::Null | Value::Bool(_) | Value::Int(_) | Value::Text(_) => None,
        }
    }

    /// The order that covers a record which this operation says that its own record belongs to.
    fn owners_order(&self, registry: &impl Registry, op: &Op) -> Option<OrderId> {
        let orders = owners(registry, op).filter_map(|owner| self.whole(owner));
        orders.min()
    }
}

/// The records which an operation says, or may say, that its own record belongs to.
pub fn owners<'a>(registry: &impl Registry, op: &'a Op) -> impl Iterator<Item = EntityId> + 'a {
    let (one, every) = match op {
        Op::Set { record, fields, .. } => match registry.owner(*record) {
            Owner::Nobody => (None, None),
            Owner::NamedBy(field) => (fields.get(field), None),
            Owner::Unknown => (None, Some(fields.values())),
        },
        _ => (None, None),
    };
    let named = one.into_iter().chain(every.into_iter().flatten());
    named.filter_map(|value| match value {
        Value::Bytes(id) => id.as_slice().try_into().ok().map(EntityId),
        _ => None,
    })
}

/// Of several orders that cover one record, the smallest counts everywhere.
fn keep_first(kept: &mut BTreeMap<EntityId, OrderId>, entity: EntityId, order: OrderId) {
    let first = kept.entry(entity).or_insert(order);
    *first = order.min(*first);
}

impl Commit {
    /// This commit with what another copy of it holds and this one lacks; `None` if that is nothing.
    ///
    /// The other copy must have been reduced to what may be kept: its payloads also take the place of
    /// what was erased here.
    pub fn filled_from(&self, other: &Commit) -> Option<Commit> {
        if other.header_bytes() != self.header_bytes() {
            return None;
        }
        let mut more = false;
        let ops: Vec<StoredOp<'_>> = self
            .stored_ops()
            .zip(other.stored_ops())
            .map(|(mine, theirs)| {
                let fills = matches!(
                    (mine, theirs),
                    (
                        StoredOp::Withheld { .. } | StoredOp::Erased { .. },
                        StoredOp::Present(_)
                    ) | (StoredOp::Withheld { .. }, StoredOp::Erased { .. })
                );
                more |= fills;
                if fills { theirs } else { mine }
            })
            .collect();
        (more && ops.len() == self.stored_ops().len()).then(|| self.with_ops(&ops))
    }

    /// Whether an order of erasure is present in it. Told by its first bytes, without reading it.
    pub fn holds_order(&self) -> bool {
        let mut ops = self.stored_ops();
        ops.any(|op| matches!(op, StoredOp::Present([0x84, 0x06, ..])))
    }

    /// Whether operations of it are withheld here.
    pub fn is_withheld(&self) -> bool {
        self.stored_ops()
            .any(|op| matches!(op, StoredOp::Withheld { .. }))
    }

    /// The orders under which operations are erased in it that were present in this earlier copy of it.
    pub fn orders_since(&self, earlier: &Commit) -> BTreeSet<OrderId> {
        let pairs = earlier.stored_ops().zip(self.stored_ops());
        let orders = pairs.filter_map(|pair| match pair {
            (StoredOp::Present(_), StoredOp::Erased { order, .. }) => Some(order),
            _ => None,
        });
        orders.collect()
    }
}
