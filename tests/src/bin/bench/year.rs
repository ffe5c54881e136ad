//! A made-up year of a large office: victims recorded, contacts with them, victims who moved.
//!
//! One description serves both sides: as operations of commits for the product, and as the columns the
//! product's tables hold for the baselines. Plainly made-up names, always the same ones.

use std::collections::BTreeMap;

use countyline_core::registry::{
    CONTACT, CONTACT_METHOD, FOLLOW_UP, Record, VICTIM, name as part, way,
};
use countyline_ledger::{ByField, EntityId, FieldId, Op, Parent, Value};
use serde_json::json;
use uuid::Uuid;

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Victims of the office.
    pub victims: usize,
    /// Contacts with each.
    pub contacts_each: usize,
    /// Victims of a large county's office, with ten contacts each.
    pub office: usize,
    /// Changes in a bundle whose taking in is measured.
    pub received: usize,
    /// Changes a peer gets that would take too long with as many.
    pub for_slow_peers: usize,
    /// What is in the case files that a bundle is merged into, to see whether it matters.
    pub histories: [usize; 3],
    /// Changes in that bundle.
    pub portion: usize,
    /// Commits a new laptop begins with.
    pub bootstrap: usize,
    /// Changes in the largest bundle.
    pub largest: usize,
    /// Rounds of each comparison.
    pub rounds: usize,
    /// Saves, searches and letters in one round.
    pub repeats: usize,
}

impl Size {
    /// What is claimed about.
    pub const FULL: Size = Size {
        victims: 5_000,
        contacts_each: 2,
        office: 50_000,
        received: 100_000,
        for_slow_peers: 10_000,
        histories: [10_000, 100_000, 980_000],
        portion: 10_000,
        bootstrap: 620_000,
        largest: 980_000,
        rounds: 5,
        repeats: 20,
    };
    /// To see which way a change goes.
    pub const TENTH: Size = Size {
        victims: 500,
        contacts_each: 2,
        office: 5_000,
        received: 10_000,
        for_slow_peers: 1_000,
        histories: [1_000, 10_000, 98_000],
        portion: 1_000,
        bootstrap: 62_000,
        largest: 98_000,
        rounds: 5,
        repeats: 20,
    };
    /// To see that it runs.
    pub const QUICK: Size = Size {
        victims: 100,
        contacts_each: 2,
        office: 100,
        received: 200,
        for_slow_peers: 100,
        histories: [100, 200, 400],
        portion: 50,
        bootstrap: 300,
        largest: 300,
        rounds: 1,
        repeats: 2,
    };
}

/// The whole year.
pub struct Year {
    /// Everyone the office knows.
    pub victims: Vec<Victim>,
    /// All contacts, in the order they were made.
    pub contacts: Vec<Contact>,
    /// Everyone once, in no order.
    pub moves: Vec<Move>,
}

/// A victim as first recorded.
pub struct Victim {
    pub id: [u8; 16],
    pub case_number: String,
    pub given_name: String,
    pub family_name: String,
    pub birth_year: i64,
    pub language: &'static str,
    pub zone: &'static str,
    pub opened_on: String,
    phone: String,
    method: [u8; 16],
    follow_up: [u8; 16],
}

/// A contact with a victim.
pub struct Contact {
    pub id: [u8; 16],
    pub victim: [u8; 16],
    pub at: String,
    pub channel: &'static str,
    pub outcome: &'static str,
    pub minutes: i64,
    pub note: String,
    pub staff: [u8; 16],
}

/// A victim who moved to another town.
pub struct Move {
    /// Her place in [`Year::victims`].
    pub who: usize,
    pub victim: [u8; 16],
    pub zone: &'static str,
}

const GIVEN: [&str; 12] = [
    "Iris", "Vera", "María", "Rosa", "June", "Hazel", "Olive", "Lupe", "Wren", "Fern", "Ada",
    "Nell",
];
const FAMILY: [&str; 10] = [
    "Examplar",
    "Specimen",
    "Testigo",
    "Sample",
    "Núñez",
    "Placeholder",
    "Madeup",
    "Fable",
    "Pretend",
    "Noone",
];
const TOWNS: [&str; 6] = [
    "Elm Creek",
    "Oak Flat",
    "Ash Bend",
    "Rivertown",
    "Mill Hollow",
    "Dry Fork",
];
const NOTES: [&str; 6] = [
    "Talked about court on the next date; she will bring the papers.",
    "Went through the safety plan again. Ride arranged for Thursday.",
    "No answer, no message left.",
    "Asked about compensation; form given and explained.",
    "She will call the clinic herself and tell us how it went.",
    "Food boxes delivered with the pantry, nothing else needed now.",
];
/// The first millisecond of the year.
const START_MS: u64 = 1_740_900_000_000;

impl Year {
    /// The year of an office with so many victims and contacts.
    pub fn new(victims: usize, contacts: usize) -> Year {
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
        let staff = dice.id(0);
        let victims: Vec<Victim> = (0..victims)
            .map(|number| victim(number, &mut dice))
            .collect();
        let contacts = (0..contacts)
            .map(|number| {
                let victim = victims[dice.below(victims.len())].id;
                contact(number, victim, staff, &mut dice)
            })
            .collect();
        let mut order: Vec<usize> = (0..victims.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, dice.below(at + 1));
        }
        let moves = order.into_iter().map(|who| Move {
            who,
            victim: victims[who].id,
            zone: other_town(victims[who].zone, &mut dice),
        });
        Year {
            moves: moves.collect(),
            victims,
            contacts,
        }
    }

    /// Contacts with one victim, each written down when it took place.
    pub fn of_contacts_in_order(contacts: usize) -> Year {
        let mut year = Year::new(1, contacts);
        for (number, contact) in year.contacts.iter_mut().enumerate() {
            contact.at = minute(number);
        }
        year
    }

    /// A commit's operations for each victim.
    pub fn recordings(&self) -> impl Iterator<Item = Vec<Op>> {
        self.victims.iter().map(Victim::ops)
    }

    /// A commit's operations for each contact.
    pub fn contacting(&self) -> impl Iterator<Item = Vec<Op>> {
        self.contacts.iter().map(Contact::ops)
    }

    /// A commit's operations for each move, in a log that began with [`Year::recordings`].
    pub fn moving(&self) -> impl Iterator<Item = Vec<Op>> {
        let moves = self.moves.iter();
        moves.map(|moved| moved.ops(recorded_in(moved.who)))
    }
}

/// One minute after another, in months of 28 days.
fn minute(number: usize) -> String {
    let (hours, minute) = (number / 60, number % 60);
    let (days, hour) = (hours / 24, hours % 24);
    let (months, day) = (days / 28, 1 + days % 28);
    let (years, month) = (months / 12, 1 + months % 12);
    format!(
        "{}-{month:02}-{day:02}T{hour:02}:{minute:02}:00-06:00",
        2025 + years
    )
}

/// The commit that recorded a victim: one each, from the first.
pub fn recorded_in(who: usize) -> u64 {
    who as u64 + 1
}

fn victim(number: usize, dice: &mut Dice) -> Victim {
    Victim {
        id: dice.id(number),
        case_number: format!("CC-26-B7-{:04}", number + 1),
        given_name: dice.one_of(&GIVEN).to_owned(),
        family_name: format!("{}-{}", dice.one_of(&FAMILY), dice.one_of(&FAMILY)),
        birth_year: 1950 + dice.below(56) as i64,
        language: dice.one_of(&["en", "en", "en", "es"]),
        zone: dice.one_of(&TOWNS),
        opened_on: format!("2025-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28)),
        phone: format!("555-01{:02}", dice.below(100)),
        method: dice.id(number),
        follow_up: dice.id(number),
    }
}

fn contact(number: usize, victim: [u8; 16], staff: [u8; 16], dice: &mut Dice) -> Contact {
    Contact {
        id: dice.id(number),
        victim,
        at: format!(
            "2025-{:02}-{:02}T{:02}:{:02}:00-06:00",
            1 + dice.below(12),
            1 + dice.below(28),
            8 + dice.below(10),
            dice.below(60)
        ),
        channel: dice.one_of(&["phone", "phone", "text", "home_visit"]),
        outcome: dice.one_of(&["reached_talked", "no_answer_no_message"]),
        minutes: 5 + 5 * dice.below(8) as i64,
        note: format!("{} ({number})", dice.one_of(&NOTES)),
        staff,
    }
}

fn other_town(zone: &str, dice: &mut Dice) -> &'static str {
    let at = TOWNS.iter().position(|town| *town == zone).unwrap_or(0);
    TOWNS[(at + 1 + dice.below(TOWNS.len() - 1)) % TOWNS.len()]
}

impl Victim {
    /// What the commit that records her holds: herself, her phone, her first follow-up.
    pub fn ops(&self) -> Vec<Op> {
        let whole_name = Value::Map(BTreeMap::from([
            (part::GIVEN, Value::text(&*self.given_name)),
            (part::FAMILY, Value::text(&*self.family_name)),
        ]));
        let by_phone = Value::Map(BTreeMap::from([
            (way::CHANNEL, Value::text("phone")),
            (way::VALUE, Value::text(&*self.phone)),
            (way::SAFE, Value::text("yes")),
            (way::VOICEMAIL, Value::text("no")),
            (way::HOURS, Value::text("")),
            (way::COVER_NAME, Value::text("")),
        ]));
        let her = Value::bytes(self.id);
        [
            set(
                &VICTIM,
                self.id,
                [
                    ("case_number", Value::text(&*self.case_number)),
                    ("name", whole_name),
                    ("birth_year", Value::Int(self.birth_year)),
                    ("language", Value::text(self.language)),
                    ("zone", Value::text(self.zone)),
                    ("opened_on", Value::text(&*self.opened_on)),
                ],
            ),
            set(
                &CONTACT_METHOD,
                self.method,
                [("victim", her.clone()), ("way", by_phone)],
            ),
            set(
                &FOLLOW_UP,
                self.follow_up,
                [
                    ("victim", her),
                    ("due_on", Value::text("2026-03-02")),
                    ("reason", Value::text("first_follow_up")),
                    (
                        "state",
                        Value::text(if self.is_waiting() { "open" } else { "done" }),
                    ),
                ],
            ),
        ]
        .concat()
    }

    /// The columns of her own record as a line of JSON.
    pub fn json(&self, seq: u64) -> String {
        json!({
            "record": "victim",
            "id": Uuid::from_bytes(self.id),
            "seq": seq,
            "written_ms": wall_ms(seq),
            "case_number": self.case_number,
            "given_name": self.given_name,
            "family_name": self.family_name,
            "birth_year": self.birth_year,
            "language": self.language,
            "zone": self.zone,
            "opened_on": self.opened_on,
        })
        .to_string()
    }

    /// Few are due on one day, however large the office.
    fn is_waiting(&self) -> bool {
        self.case_number.ends_with("00")
    }

    /// Her name as the compound column holds it.
    pub fn whole_name(&self) -> Vec<u8> {
        let members = [
            (part::GIVEN, Value::text(&*self.given_name)),
            (part::FAMILY, Value::text(&*self.family_name)),
        ];
        Value::Map(BTreeMap::from(members)).encode()
    }
}

impl Contact {
    /// A contact whose note cannot be compressed.
    pub fn with_noise(number: usize, bytes: usize) -> Contact {
        let mut dice = Dice(number as u64 * 2 + 1);
        // The first numbers of a small seed are small.
        for _ in 0..20 {
            dice.next();
        }
        let victim = dice.id(0);
        let mut contact = contact(number, victim, victim, &mut dice);
        contact.note = (0..bytes)
            .map(|_| char::from(b'!' + dice.below(90) as u8))
            .collect();
        contact
    }

    /// What the commit that records it holds.
    pub fn ops(&self) -> Vec<Op> {
        let fields = [
            ("victim", Value::bytes(self.victim)),
            ("at", Value::text(&*self.at)),
            ("channel", Value::text(self.channel)),
            ("outcome", Value::text(self.outcome)),
            ("minutes", Value::Int(self.minutes)),
            ("note", Value::text(&*self.note)),
            ("staff", Value::bytes(self.staff)),
        ];
        set(&CONTACT, self.id, fields)
    }

    /// The same as a line of JSON.
    pub fn json(&self, seq: u64) -> String {
        json!({
            "record": "contact",
            "id": Uuid::from_bytes(self.id),
            "seq": seq,
            "written_ms": wall_ms(seq),
            "victim": Uuid::from_bytes(self.victim),
            "at": self.at,
            "channel": self.channel,
            "outcome": self.outcome,
            "minutes": self.minutes,
            "note": self.note,
            "staff": Uuid::from_bytes(self.staff),
        })
        .to_string()
    }
}

impl Move {
    /// What the commit holds: the new town in place of what commit `recorded_in` said.
    pub fn ops(&self, recorded_in: u64) -> Vec<Op> {
        let mut ops = set(&VICTIM, self.victim, [("zone", Value::text(self.zone))]);
        for op in &mut ops {
            if let Op::Set { parents, .. } = op {
                parents.push(Parent::Own(recorded_in));
            }
        }
        ops
    }

    /// The same as a line of JSON.
    pub fn json(&self, seq: u64, recorded_in: u64) -> String {
        json!({
            "record": "victim",
            "id": Uuid::from_bytes(self.victim),
            "seq": seq,
            "written_ms": wall_ms(seq),
            "replaces": recorded_in,
            "zone": self.zone,
        })
        .to_string()
    }
}

/// When the commit with this number was written.
pub fn wall_ms(seq: u64) -> u64 {
    START_MS + seq * 40_021
}

/// The operations the product writes: one for all fields but those that can be erased alone.
fn set<const N: usize>(
    record: &'static Record,
    entity: [u8; 16],
    fields: [(&'static str, Value); N],
) -> Vec<Op> {
    let mut ops: BTreeMap<Option<FieldId>, ByField<Value>> = BTreeMap::new();
    for (name, value) in fields {
        let field = record.field(name);
        let alone = field.alone.then(|| field.field_id());
        let together = ops.entry(alone).or_default();
        together.insert(field.field_id(), value);
    }
    let ops = ops.into_values().map(|fields| Op::Set {
        record: record.record_type(),
        entity: EntityId(entity),
        parents: Vec::new(),
        fields,
    });
    ops.collect()
}

/// Numbers in no order, the same each time (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 11) as usize % limit
    }

    fn one_of<T: Copy>(&mut self, several: &[T]) -> T {
        several[self.below(several.len())]
    }

    /// An id as the product makes them: time-ordered, random otherwise.
    fn id(&mut self, number: usize) -> [u8; 16] {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.next().to_le_bytes());
        random[8..].copy_from_slice(&self.next().to_le_bytes()[..2]);
        let millis = wall_ms(number as u64);
        uuid::Builder::from_unix_timestamp_millis(millis, &random)
            .into_uuid()
            .into_bytes()
    }
}
