//! What only a newer program writes.

use std::collections::BTreeMap;

use countyline_core::registry::VICTIM;
use countyline_ledger::{ByField, EntityId, EntityState, FieldId, RecordType, ResolvedOp, Value};

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
