//! Programs of different age beside each other: what the older ones do not know of the registry.
//!
//! The newest knows everything there is; the older two lack record types, fields and codes that no screen needs
//! to get on. Each is run by the thread that asks for it, and the one place that asks which is
//! [`registry`](crate::registry): by number, an older program finds less there, or nothing.

use std::cell::Cell;
use std::sync::OnceLock;

use countyline_ledger::{Commit, FieldId, Kind, Op, Order, RecordType, Salts};

use crate::error::{Error, Result};
use crate::registry::{self, Field, MATERIAL, RECORDS, RISK_SCREEN, Record, VICTIM};

/// A program, the oldest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Program {
    /// Lacks all of [`LATER`].
    First,
    /// Lacks some of it.
    Second,
    /// Knows everything.
    Newest,
}

/// What came later than the first program.
#[derive(Debug, Clone, Copy)]
pub enum Later {
    /// A record type.
    Record(&'static Record),
    /// A field of a record type that every program knows.
    Field(&'static Record, &'static str),
    /// A code of such a field; the field is there without it.
    Code(&'static Record, &'static str, &'static str),
}

/// What came later, each with the first program that knows it.
pub const LATER: &[(Program, Later)] = &[
    (Program::Second, Later::Record(&MATERIAL)),
    (Program::Newest, Later::Record(&RISK_SCREEN)),
    (
        Program::Second,
        Later::Field(&VICTIM, "special_class_other"),
    ),
    (Program::Second, Later::Field(&VICTIM, "race_ethnicity")),
    (Program::Newest, Later::Field(&VICTIM, "name_safe_to_print")),
    (Program::Newest, Later::Field(&VICTIM, "special_classes")),
    (Program::Newest, Later::Code(&VICTIM, "acp", "declined")),
];

thread_local! {
    static RUNNING: Cell<Option<Program>> = const { Cell::new(None) };
}

/// Runs this program in this thread from here on; none is the product as it is.
pub fn run(program: Option<Program>) {
    RUNNING.set(program);
}

/// The program that this thread runs.
pub(crate) fn running() -> Option<Program> {
    RUNNING.get()
}

impl Program {
    /// Every program, the oldest first.
    pub const ALL: [Program; 3] = [Program::First, Program::Second, Program::Newest];

    /// How many versions it is later than the first.
    pub(crate) fn later_than_the_first(self) -> u16 {
        self as u16
    }

    /// A record type as this program knows it.
    pub fn record(self, id: RecordType) -> Option<&'static Record> {
        static KNOWN: OnceLock<Vec<(Program, &'static Record)>> = OnceLock::new();
        let known = KNOWN.get_or_init(|| {
            let programs = Program::ALL.into_iter();
            let known = programs.flat_map(|program| {
                let records = RECORDS
                    .iter()
                    .filter_map(move |record| program.known(record));
                records.map(move |record| (program, record))
            });
            known.collect()
        });
        let found = known
            .iter()
            .find(|(of, record)| (*of, record.id) == (self, id.0));
        found.map(|(_, record)| *record)
    }

    fn lacks(self) -> impl Iterator<Item = Later> {
        let later = LATER.iter().filter(move |(first, _)| self < *first);
        later.map(|(_, later)| *later)
    }

    fn known(self, record: &'static Record) -> Option<&'static Record> {
        let lacks: Vec<Later> = self
            .lacks()
            .filter(|later| later.of().id == record.id)
            .collect();
        if lacks.is_empty() {
            return Some(record);
        }
        if lacks.iter().any(|later| matches!(later, Later::Record(_))) {
            return None;
        }
        let fields = record.fields.iter();
        let known = fields.filter_map(|field| known_field(field, &lacks));
        Some(Box::leak(Box::new(Record {
            id: record.id,
            name: record.name,
            fields: known.collect::<Vec<Field>>().leak(),
        })))
    }
}

/// A field as a program knows it that lacks this of its record type.
fn known_field(field: &Field, lacks: &[Later]) -> Option<Field> {
    let mut known = field.clone();
    for later in lacks {
        match later {
            Later::Field(_, name) if *name == field.name => return None,
            Later::Code(_, name, code) if *name == field.name => {
                known.kind = without(known.kind, code);
            }
            _ => {}
        }
    }
    Some(known)
}

impl Later {
    /// The record type it is, or is in.
    pub fn of(self) -> &'static Record {
        match self {
            Later::Record(of) | Later::Field(of, _) | Later::Code(of, _, _) => of,
        }
    }
}

/// A protective kind that does not know a code.
fn without(kind: Kind, code: &str) -> Kind {
    let Kind::Protective(Order::Codes(codes)) = kind else {
        panic!("codes are in order in protective fields only");
    };
    let left = codes.iter().copied().filter(|known| *known != code);
    Kind::Protective(Order::Codes(left.collect::<Vec<&str>>().leak()))
}

/// A commit of which only that is left which the program running here understands.
pub(crate) fn without_what_is_newer(commit: &Commit, salts: &impl Salts) -> Result<Commit> {
    let ops = commit.ops().map_err(Error::BrokenHistory)?;
    let newer = ops.iter().filter(|(_, op)| !is_understood(op));
    let places = newer.map(|(place, _)| *place).collect();
    commit
        .without_ops(&places, salts, None)
        .map_err(Error::BrokenHistory)
}

fn is_understood(op: &Op) -> bool {
    let known = |of: &RecordType, field: FieldId| {
        registry::record(*of).is_some_and(|record| record.field_by_id(field).is_some())
    };
    match op {
        Op::Set { record, fields, .. } => fields.fields().all(|field| known(record, field)),
        Op::Add { record, field, .. } | Op::Remove { record, field, .. } => known(record, *field),
        Op::Delete { record, .. } => registry::record(*record).is_some(),
        Op::Erase { .. } | Op::Audit { .. } => true,
        Op::Unknown(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_program_finds_less_in_the_registry_and_the_product_as_it_is_finds_everything() {
        let known = |program| {
            run(program);
            let record = |of: &Record| registry::record(of.record_type());
            let field = |name: &str| record(&VICTIM)?.field_by_id(VICTIM.field(name).field_id());
            let known = (
                record(&RISK_SCREEN).is_some(),
                field("race_ethnicity").is_some(),
                field("acp").map(|acp| acp.kind),
                registry::version(),
            );
            run(None);
            known
        };
        let acp = VICTIM.field("acp").kind;
        let version = registry::VERSION;
        let fewer = Some(without(acp, "declined"));
        assert_ne!(fewer, Some(acp));
        assert_eq!(known(Some(Program::First)), (false, false, fewer, version));
        assert_eq!(
            known(Some(Program::Second)),
            (false, true, fewer, version + 1)
        );
        assert_eq!(
            known(Some(Program::Newest)),
            (true, true, Some(acp), version + 2)
        );
        assert_eq!(known(None), (true, true, Some(acp), version));
    }
}
