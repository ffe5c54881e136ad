//! The suggestions of a case file, kept: who may be one person with whom, made from what stands in the records.
//!
//! Once somebody has looked, a record that is written has its own pairs worked out anew in the same transaction, and
//! nobody else's; so a look reads a table. After a change that writes in very many records, and where the office
//! passes a power of two in size, nothing is kept until the next look makes all of it ([`make`]), once. Either way
//! the tables are a function of the records: "Check my data" makes them again and compares them.
//!
//! `double_person` holds the keys of each person who is compared, `double_key` who has a key, `double_pair` the
//! suggestions, `double_number` the case numbers that two have, `double_state` how many persons there are; without
//! its row nothing is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use countyline_ledger::{EntityId, EntityState, FieldId};
use rusqlite::{Connection, OptionalExtension, Params};

use super::Person;
use super::blocking::{self, Key, TOO_COMMON};
use super::judge::{Judge, Judgement, Ready, SHARED_AT_MOST, rounded, shared};
use super::prepared::{Pool, Prepared};
use super::store::{self, Recorded};
use crate::casefile::tables::Stored;
use crate::error::{Error, Result};
use crate::registry::{CONTACT_METHOD, PARTICIPATION, Record, Registry, VICTIM};

/// The tables kept here.
pub(crate) const TABLES: [&str; 5] = [
    "double_person",
    "double_key",
    "double_pair",
    "double_number",
    "double_state",
];
/// Persons written in one transaction beyond which the next look makes everything.
const WRITTEN_AT_MOST: usize = 200;
/// Persons whose pairs are worked out anew in one transaction, those of whom a number passed a power of two included.
const ANEW_AT_MOST: usize = 1_000;

/// Fields of a victim that are compared.
const COMPARED: [&str; 5] = ["name", "birth_year", "birth_date", "zone", "case_number"];

/// What is compared of records that belong to a victim.
static OF_A_VICTIM: [(&Record, &[&str]); 2] = [
    (&CONTACT_METHOD, &["way"]),
    (&PARTICIPATION, &["incident", "role"]),
];

/// The suggestions while records are written: whose may have changed.
#[derive(Default)]
pub(crate) struct Kept {
    written: BTreeSet<EntityId>,
    /// More than are worked out one by one.
    all: bool,
}

impl Kept {
    /// Notes that these fields of a record were written, and what became of its row.
    pub(crate) fn note(&mut self, state: &EntityState, touched: &[FieldId], stored: Stored) {
        if self.all {
            return;
        }
        let touches = |id: FieldId| touched.contains(&id);
        // Hidden, or brought back.
        let may_come_to_light = !state.tombstones.is_empty() || touches(FieldId::TOMBSTONE);
        // Also without anything that is compared: a change may come before what it was changed in.
        let comes_or_goes = !matches!(stored, Stored::Changed { .. });
        if state.record == VICTIM.record_type() {
            let compared = COMPARED
                .iter()
                .any(|name| touches(VICTIM.field(name).field_id()));
            if compared || may_come_to_light || comes_or_goes {
                self.written.insert(state.id);
            }
        }
        for (record, compared) in OF_A_VICTIM {
            if state.record != record.record_type() {
                continue;
            }
            let whose = record.field("victim").field_id();
            let compared = compared
                .iter()
                .any(|name| touches(record.field(name).field_id()));
            // Whose it is, is written once. Where two said it differently, it may have been another's.
            let moved = touches(whose) && !matches!(stored, Stored::Added { .. });
            match victim_of(record, state) {
                _ if moved => self.all = true,
                Some(victim) if compared || touches(whose) || may_come_to_light => {
                    self.written.insert(victim);
                }
                _ => {}
            }
        }
        self.all |= self.written.len() > WRITTEN_AT_MOST;
    }

    /// Notes that something of a victim was written.
    #[cfg(test)]
    pub(super) fn written_in(&mut self, victim: EntityId) {
        self.written.insert(victim);
    }

    /// Works out anew what was noted, if suggestions are kept.
    ///
    /// # Errors
    /// [`Error::Storage`] if the tables cannot be read or written.
    pub(crate) fn refresh(&mut self, conn: &Connection) -> Result<()> {
        let (written, all) = (
            std::mem::take(&mut self.written),
            std::mem::take(&mut self.all),
        );
        if written.is_empty() && !all {
            return Ok(());
        }
        match persons(conn)? {
            None => Ok(()),
            Some(_) if all => forget(conn),
            Some(persons) => match Anew::of(conn, persons, written)? {
                Some(anew) => anew.write(),
                None => forget(conn),
            },
        }
    }
}

/// How many persons are compared; `None` if no suggestions are kept.
pub(crate) fn persons(conn: &Connection) -> Result<Option<usize>> {
    conn.prepare_cached("SELECT persons FROM double_state")
        .and_then(|mut statement| statement.query_row([], |row| row.get(0)).optional())
        .map_err(reading)
}

/// Keeps nothing until the next look.
pub(crate) fn forget(conn: &Connection) -> Result<()> {
    for table in TABLES {
        execute(conn, &format!("DELETE FROM {table}"), [])?;
    }
    Ok(())
}

/// Makes all of it from the records as they stand.
pub(crate) fn make(conn: &Connection) -> Result<()> {
    forget(conn)?;
    let all = store::all_recorded(conn)?;
    let mut by_key: Vec<(Key, EntityId)> = Vec::new();
    for recorded in &all {
        let keys = keys_of(recorded);
        put_person(conn, recorded.id, &keys)?;
        by_key.extend(keys.iter().map(|key| (*key, recorded.id)));
    }
    by_key.sort_unstable();
    for (key, id) in &by_key {
        put_key(conn, *key, *id)?;
    }
    let sharing = by_key.chunk_by(|(one, _), (other, _)| one == other);
    for numbered in sharing.filter(|sharing| sharing.len() > 1) {
        if blocking::is_number(numbered[0].0) {
            put_number(conn, numbered[0].0, true)?;
        }
    }
    let (ids, persons): (Vec<EntityId>, Vec<Person>) = all
        .into_iter()
        .map(|recorded| (recorded.id, recorded.person))
        .unzip();
    for (one, other, judged) in Ready::of(&persons).suggested() {
        put_pair(conn, (ids[one], ids[other]), judged.kept_weight())?;
    }
    put_state(conn, ids.len())
}

/// The case numbers that several have, in ascending order.
pub(crate) fn numbers_given_twice(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn
        .prepare_cached(
            // In this order: few numbers are given twice, and there are many victims.
            "SELECT case_number FROM double_number
             CROSS JOIN double_key ON double_key.key = double_number.key
             CROSS JOIN victim ON victim.id = double_key.victim
             GROUP BY case_number HAVING count(*) > 1 ORDER BY case_number",
        )
        .map_err(reading)?;
    let rows = statement.query_map([], |row| row.get(0)).map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

/// The keys that are kept of a victim, in ascending order.
fn keys_of(recorded: &Recorded) -> Vec<Key> {
    let mut pool = Pool::default();
    let person = Prepared::of(&recorded.person, &mut pool);
    blocking::kept_keys(&person, &pool, &recorded.case_number)
}

/// The pairs that are kept but `these`, so many at most, the likeliest first, each with the smaller id first.
pub(super) fn pairs_without(
    conn: &Connection,
    these: &BTreeSet<(EntityId, EntityId)>,
    most: usize,
) -> Result<Vec<(EntityId, EntityId)>> {
    let sql = "SELECT one, other FROM double_pair ORDER BY weight DESC, one, other";
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let mut rows = statement.query([]).map_err(reading)?;
    let mut pairs = Vec::new();
    while pairs.len() < most {
        let Some(row) = rows.next().map_err(reading)? else {
            break;
        };
        let one = row.get(0).map(EntityId).map_err(reading)?;
        let other = row.get(1).map(EntityId).map_err(reading)?;
        if !these.contains(&(one, other)) {
            pairs.push((one, other));
        }
    }
    Ok(pairs)
}

/// How many pairs are kept but `these`.
pub(super) fn count_without(
    conn: &Connection,
    these: &BTreeSet<(EntityId, EntityId)>,
) -> Result<usize> {
    let all: usize = conn
        .query_row("SELECT count(*) FROM double_pair", [], |row| row.get(0))
        .map_err(reading)?;
    let mut statement = conn
        .prepare_cached("SELECT 1 FROM double_pair WHERE one = ?1 AND other = ?2")
        .map_err(reading)?;
    let mut among = 0;
    for (one, other) in these {
        among += usize::from(statement.exists((one.0, other.0)).map_err(reading)?);
    }
    Ok(all.saturating_sub(among))
}

/// What a kept pair comes to and why; `None` if it is none.
pub(super) fn judgement(
    conn: &Connection,
    one: EntityId,
    other: EntityId,
) -> Result<Option<Judgement>> {
    let (one, other) = (store::recorded(conn, one)?, store::recorded(conn, other)?);
    let (Some(one), Some(other), Some(persons)) = (one, other, persons(conn)?) else {
        return Ok(None);
    };
    let mut pool = Pool::default();
    let [one, other] = [one, other].map(|recorded| Prepared::of(&recorded.person, &mut pool));
    let mut failed = None;
    let shared = shared([&one], &pool, |key| match count_holders(conn, key) {
        Ok(sharing) => sharing,
        Err(error) => {
            failed = Some(error);
            0
        }
    });
    match failed {
        Some(error) => Err(error),
        None => Ok(Judge::new(persons, shared).judge(&one, &other, &pool)),
    }
}

/// Working out the pairs of some persons anew.
struct Anew<'c> {
    conn: &'c Connection,
    persons: usize,
    /// Whose pairs are worked out.
    whose: BTreeSet<EntityId>,
    holders: HashMap<Key, Vec<EntityId>>,
}

impl<'c> Anew<'c> {
    /// Writes the keys of these persons anew, and sees whose pairs may differ for it; `None` if those are too many.
    fn of(
        conn: &'c Connection,
        before: usize,
        written: BTreeSet<EntityId>,
    ) -> Result<Option<Anew<'c>>> {
        let mut persons = before;
        // By how many more, or fewer, a key is shared.
        let mut changed: BTreeMap<Key, isize> = BTreeMap::new();
        for id in &written {
            let kept = kept_keys(conn, *id)?;
            let wanted = store::recorded(conn, *id)?.map(|recorded| keys_of(&recorded));
            persons = persons + usize::from(wanted.is_some()) - usize::from(kept.is_some());
            if kept == wanted {
                continue;
            }
            match &wanted {
                Some(keys) => put_person(conn, *id, keys)?,
                None => execute(conn, "DELETE FROM double_person WHERE victim = ?1", [id.0])?,
            }
            let (kept, wanted) = (kept.unwrap_or_default(), wanted.unwrap_or_default());
            for key in kept.iter().filter(|key| !wanted.contains(key)) {
                take_key(conn, *key, *id)?;
                *changed.entry(*key).or_default() -= 1;
            }
            for key in wanted.iter().filter(|key| !kept.contains(key)) {
                put_key(conn, *key, *id)?;
                *changed.entry(*key).or_default() += 1;
            }
        }
        if rounded(persons) != rounded(before) {
            return Ok(None);
        }
        put_state(conn, persons)?;
        let mut anew = Anew {
            conn,
            persons,
            whose: written,
            holders: HashMap::new(),
        };
        for (key, by) in changed {
            let now = anew.holders(key)?;
            if blocking::is_number(key) {
                put_number(conn, key, now.len() > 1)?;
            }
            let was = now.len().saturating_add_signed(-by);
            if counts_as(key, was) != counts_as(key, now.len()) {
                let now = now.to_vec();
                anew.whose.extend(now);
            }
            if anew.whose.len() > ANEW_AT_MOST {
                return Ok(None);
            }
        }
        Ok(Some(anew))
    }

    /// Writes their pairs in place of those that are kept.
    fn write(mut self) -> Result<()> {
        // Everybody who shares a key with one of them, and they themselves.
        let mut with: BTreeMap<EntityId, BTreeSet<EntityId>> = BTreeMap::new();
        for id in self.whose.clone() {
            let others = with.entry(id).or_default();
            for key in kept_keys(self.conn, id)?.unwrap_or_default() {
                let holders = self.holders(key)?;
                if blocking::pairs(key) && holders.len() <= TOO_COMMON {
                    others.extend(holders.iter().filter(|other| **other != id));
                }
            }
        }
        let mut pool = Pool::default();
        let mut ready: BTreeMap<EntityId, Prepared> = BTreeMap::new();
        let wanted = with
            .iter()
            .flat_map(|(id, others)| others.iter().chain([id]));
        for id in wanted.copied().collect::<BTreeSet<EntityId>>() {
            if let Some(recorded) = store::recorded(self.conn, id)? {
                ready.insert(id, Prepared::of(&recorded.person, &mut pool));
            }
        }
        let mut sharing: HashMap<Key, usize> = HashMap::new();
        for id in with.keys() {
            for key in kept_keys(self.conn, *id)?.unwrap_or_default() {
                sharing.insert(key, self.holders(key)?.len());
            }
        }
        let whose = with.keys().filter_map(|id| ready.get(id));
        let shared = shared(whose, &pool, |key| sharing.get(&key).copied().unwrap_or(0));
        let judge = Judge::new(self.persons, shared);
        for (id, others) in &with {
            let kept = kept_pairs(self.conn, *id)?;
            let mut wanted: BTreeMap<(EntityId, EntityId), i64> = BTreeMap::new();
            for other in others {
                let pair = (*id.min(other), *id.max(other));
                let [Some(one), Some(two)] = [pair.0, pair.1].map(|id| ready.get(&id)) else {
                    continue;
                };
                if let Some(judged) = judge.judge(one, two, &pool) {
                    wanted.insert(pair, judged.kept_weight());
                }
            }
            for (one, other) in kept.keys().filter(|pair| !wanted.contains_key(pair)) {
                let sql = "DELETE FROM double_pair WHERE one = ?1 AND other = ?2";
                execute(self.conn, sql, (one.0, other.0))?;
            }
            for (pair, weight) in wanted {
                if kept.get(&pair) != Some(&weight) {
                    put_pair(self.conn, pair, weight)?;
                }
            }
        }
        Ok(())
    }

    fn holders(&mut self, key: Key) -> Result<&[EntityId]> {
        if !self.holders.contains_key(&key) {
            self.holders.insert(key, holders(self.conn, key)?);
        }
        Ok(&self.holders[&key])
    }
}

/// What pairs that share a key see of how many do: whether it is used, and the number it counts as.
fn counts_as(key: Key, sharing: usize) -> (bool, usize) {
    let counted = match blocking::is_counted(key) {
        true => rounded(sharing.clamp(1, SHARED_AT_MOST)),
        false => 0,
    };
    (blocking::pairs(key) && sharing <= TOO_COMMON, counted)
}

/// Whose it is. A record that says two things of what is written once shows the later one.
fn victim_of(record: &Record, state: &EntityState) -> Option<EntityId> {
    let victim = state.shown(&Registry, record.field("victim").field_id())?;
    let countyline_ledger::Value::Bytes(id) = victim.value else {
        return None;
    };
    Some(EntityId(id.as_slice().try_into().ok()?))
}

/// How many have a key, as far as it counts.
fn count_holders(conn: &Connection, key: Key) -> Result<usize> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM double_key WHERE key = ?1 LIMIT ?2)";
    conn.prepare_cached(sql)
        .and_then(|mut statement| {
            statement.query_row((key.cast_signed(), SHARED_AT_MOST), |row| row.get(0))
        })
        .map_err(reading)
}

/// Who has a key, as many as make a difference and one more.
fn holders(conn: &Connection, key: Key) -> Result<Vec<EntityId>> {
    let sql = "SELECT victim FROM double_key WHERE key = ?1 ORDER BY victim LIMIT ?2";
    let most = SHARED_AT_MOST.max(TOO_COMMON) + 1 + WRITTEN_AT_MOST;
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map((key.cast_signed(), most), |row| row.get(0).map(EntityId))
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn kept_keys(conn: &Connection, victim: EntityId) -> Result<Option<Vec<Key>>> {
    let keys: Option<Vec<u8>> = conn
        .prepare_cached("SELECT keys FROM double_person WHERE victim = ?1")
        .and_then(|mut statement| statement.query_row([victim.0], |row| row.get(0)).optional())
        .map_err(reading)?;
    let key = |bytes: &[u8]| <[u8; 8]>::try_from(bytes).map(u64::from_be_bytes);
    keys.map(|keys| keys.chunks(8).map(key).collect())
        .transpose()
        .map_err(|_| Error::DamagedCaseFile)
}

fn kept_pairs(conn: &Connection, victim: EntityId) -> Result<BTreeMap<(EntityId, EntityId), i64>> {
    let sql = "SELECT one, other, weight FROM double_pair WHERE one = ?1
         UNION ALL SELECT one, other, weight FROM double_pair WHERE other = ?1";
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let rows = statement
        .query_map([victim.0], |row| {
            Ok(((EntityId(row.get(0)?), EntityId(row.get(1)?)), row.get(2)?))
        })
        .map_err(reading)?;
    rows.collect::<rusqlite::Result<_>>().map_err(reading)
}

fn put_person(conn: &Connection, victim: EntityId, keys: &[Key]) -> Result<()> {
    let keys: Vec<u8> = keys.iter().flat_map(|key| key.to_be_bytes()).collect();
    let sql = "INSERT INTO double_person (victim, keys) VALUES (?1, ?2)
         ON CONFLICT (victim) DO UPDATE SET keys = excluded.keys";
    execute(conn, sql, (victim.0, keys))
}

fn put_key(conn: &Connection, key: Key, victim: EntityId) -> Result<()> {
    let sql = "INSERT INTO double_key (key, victim) VALUES (?1, ?2)";
    execute(conn, sql, (key.cast_signed(), victim.0))
}

fn take_key(conn: &Connection, key: Key, victim: EntityId) -> Result<()> {
    let sql = "DELETE FROM double_key WHERE key = ?1 AND victim = ?2";
    execute(conn, sql, (key.cast_signed(), victim.0))
}

fn put_pair(conn: &Connection, pair: (EntityId, EntityId), weight: i64) -> Result<()> {
    let sql = "INSERT INTO double_pair (one, other, weight) VALUES (?1, ?2, ?3)
         ON CONFLICT (one, other) DO UPDATE SET weight = excluded.weight";
    execute(conn, sql, (pair.0.0, pair.1.0, weight))
}

fn put_number(conn: &Connection, key: Key, is_given_twice: bool) -> Result<()> {
    let sql = match is_given_twice {
        true => "INSERT INTO double_number (key) VALUES (?1) ON CONFLICT DO NOTHING",
        false => "DELETE FROM double_number WHERE key = ?1",
    };
    execute(conn, sql, [key.cast_signed()])
}

fn put_state(conn: &Connection, persons: usize) -> Result<()> {
    let sql = "INSERT INTO double_state (rid, persons) VALUES (1, ?1)
         ON CONFLICT (rid) DO UPDATE SET persons = excluded.persons";
    execute(conn, sql, [persons])
}

fn execute(conn: &Connection, sql: &str, params: impl Params) -> Result<()> {
    conn.prepare_cached(sql)
        .and_then(|mut statement| statement.execute(params))
        .map_err(|source| Error::database("write possible duplicates", source))?;
    Ok(())
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read possible duplicates", source)
}
