//! What only a newer program writes: than every machine's ([`newer`]), or than some machine's ([`later`]).

use std::collections::BTreeMap;

use countyline_core::registry::{Field, MATERIAL, RISK_SCREEN, Record, VICTIM};
use countyline_core::testing::program::Later;
use countyline_ledger::{
    ByField, EntityId, EntityState, FieldId, Kind, RecordType, ResolvedOp, Value,
};

use super::chance::Chance;
use super::deeds::dots;

/// A field, a record type and a member of a compound that only a newer program knows.
const NEWER_FIELD: FieldId = FieldId(200);
const NEWER_RECORD: RecordType = RecordType(900);
const NEWER_MEMBER: u32 = 60;

/// One of it, in a victim's record or beside it.
pub(super) fn newer(entity: EntityId, state: &EntityState, chance: &mut Chance) -> ResolvedOp {
    match chance.below(4) {
        0 => ResolvedOp::Set {
            record: VICTIM.record_type(),
            entity,
            parents: dots(state.head_dots([NEWER_FIELD])),
            fields: ByField::from([(NEWER_FIELD, Value::text("from a newer program"))]),
        },
        1 => ResolvedOp::Set {
            record: NEWER_RECORD,
            entity,
            parents: Vec::new(),
            fields: ByField::from([(FieldId(1), Value::Int(7))]),
        },
        2 => {
            let name = VICTIM.field("name").field_id();
            let members = BTreeMap::from([
                (1, Value::text("Maria")),
                (2, Value::text("Marker")),
                (NEWER_MEMBER, Value::text("pronouns")),
            ]);
            ResolvedOp::Set {
                record: VICTIM.record_type(),
                entity,
                parents: dots(state.head_dots([name])),
                fields: ByField::from([(name, Value::Map(members))]),
            }
        }
        // `[99, true]`: an operation under a number we do not know.
        _ => ResolvedOp::Unknown(vec![0x82, 0x18, 0x63, 0xf5]),
    }
}

/// A change of what came later than the oldest program: in a victim's record, or in one beside it. None if there is
/// nothing to change.
pub(super) fn later(
    states: &[EntityState],
    victim: EntityId,
    what: Later,
    chance: &mut Chance,
) -> Option<ResolvedOp> {
    match what {
        Later::Field(record, name) => {
            let state = states.iter().find(|state| is(state, record, victim))?;
            Some(in_field(state, record.field(name), chance))
        }
        Later::Code(record, name, code) => {
            let state = states.iter().find(|state| is(state, record, victim))?;
            let value = Value::text(chance.one_of(&[code, code, "no", "not_asked"]));
            Some(set(state, record.field(name), value))
        }
        Later::Record(record) => {
            let of_type = |state: &&EntityState| state.record == record.record_type();
            let there: Vec<&EntityState> = states.iter().filter(of_type).collect();
            if there.is_empty() || chance.percent(40) {
                return Some(first_of(record, victim, chance));
            }
            let state = there[chance.below(there.len())];
            match chance.below(100) {
                0..20 => Some(ResolvedOp::Delete {
                    record: state.record,
                    entity: state.id,
                    parents: dots(state.all_heads()),
                }),
                _ => more_of(record, state, chance),
            }
        }
    }
}

fn is(state: &EntityState, record: &Record, id: EntityId) -> bool {
    (state.record, state.id) == (record.record_type(), id)
}

fn in_field(state: &EntityState, field: &Field, chance: &mut Chance) -> ResolvedOp {
    if field.kind != Kind::Set {
        let value = Value::text(chance.one_of(&["yes", "unknown", "no", "other words"]));
        return set(state, field, value);
    }
    let element = Value::text(chance.one_of(&["one", "another"]));
    let (record, entity, field) = (state.record, state.id, field.field_id());
    let parents = state.member_dots(field, &element).to_vec();
    let elements = vec![element];
    match parents.is_empty() || chance.percent(60) {
        true => ResolvedOp::Add {
            record,
            entity,
            field,
            elements,
        },
        false => ResolvedOp::Remove {
            record,
            entity,
            field,
            elements,
            parents,
        },
    }
}

/// A record of this type; if records of it belong to a victim, hers.
fn first_of(record: &Record, victim: EntityId, chance: &mut Chance) -> ResolvedOp {
    let field = |name| record.field(name).field_id();
    let fields = match record.id == RISK_SCREEN.id {
        true => ByField::from([
            (field("victim"), Value::bytes(victim.0)),
            (field("instrument"), Value::text("lap")),
        ]),
        false => ByField::from([(field("place"), Value::text("Library"))]),
    };
    ResolvedOp::Set {
        record: record.record_type(),
        entity: EntityId(chance.bytes()),
        parents: Vec::new(),
        fields,
    }
}

/// What is written of such a record later.
fn more_of(record: &Record, state: &EntityState, chance: &mut Chance) -> Option<ResolvedOp> {
    if record.id == MATERIAL.id {
        let day = Value::text(chance.one_of(&["2026-05-01", "2026-05-02"]));
        return Some(set(state, record.field("returned_on"), day));
    }
    let field = record.field("level");
    let is_new = state.heads(field.field_id()).is_empty();
    is_new.then(|| set(state, field, Value::text("high")))
}

fn set(state: &EntityState, field: &Field, value: Value) -> ResolvedOp {
    let field = field.field_id();
    ResolvedOp::Set {
        record: state.record,
        entity: state.id,
        parents: dots(state.head_dots([field])),
        fields: ByField::from([(field, value)]),
    }
}
