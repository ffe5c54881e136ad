//! Who is meant by what somebody types, the best match first.
//!
//! Every word typed must match something of whoever is found; the last one may be the beginning of a word. A name
//! is found as it is written, by its beginning, by its short forms (Peggy finds Margaret), by how it sounds, and
//! with one letter wrong, and is worth less in that order. Digits find the end of a phone number and case numbers,
//! the sheriff's own number of an incident among them: it finds the victims who were in it.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use countyline_ledger::EntityId;
use rusqlite::{Connection, Row};

use super::index::{Kind, reading};
use super::{digits, forms, plain, words};
use crate::duplicates::other_forms;
use crate::error::{Error, Result};
use crate::standing;

/// Rows of the index read for each word typed, before it is known which one says most.
const READ_AT_MOST: usize = 4000;
/// The same for a word that stands alone: forty times what a screen shows.
const READ_FOR_ONE: usize = 2000;
/// The same for a word of one or two letters, which says little.
const READ_FOR_SHORT: usize = 800;
/// Rows read on for the word that says most, where others stand beside it.
const READ_ON_FOR_FIRST: usize = 8000;
/// Rows read on for each of the others, and for each of those who match the first: looking at somebody singly takes as
/// long as some twenty rows, because hers lie anywhere in the file.
const READ_ON_FOR_OTHERS: usize = 12_000;
const READ_ON_FOR_EACH: usize = 10;
/// Who is looked at singly for one question, the best by the other words first.
const LOOKED_AT_SINGLY: usize = 1000;
/// Nobody more is looked at singly once so many are found whom none of those left can be before: twice what a screen
/// shows, because some have several records.
const ENOUGH: usize = 100;

/// Who is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    /// Victims.
    Victims,
    /// Partner agencies.
    Agencies,
}

/// Everybody who matches every word, the best match first; of equal ones the newest record first.
///
/// # Errors
/// [`Error::Storage`] if the index cannot be read.
pub(crate) fn matching(conn: &Connection, query: &str, whom: Whom) -> Result<Vec<EntityId>> {
    let typed = typed_words(query);
    let read_at_most = match typed.len() {
        1 => READ_FOR_ONE,
        _ => READ_AT_MOST,
    };
    let mut gathered = Vec::with_capacity(typed.len());
    for typed in typed {
        gathered.push(gather(conn, typed, whom, read_at_most)?);
    }
    gathered.sort_by_key(Gathered::says_little);
    let mut others = gathered.into_iter();
    let Some(mut first) = others.next() else {
        return Ok(Vec::new());
    };
    if others.len() > 0 {
        first.read_on((conn, whom), READ_ON_FOR_FIRST, None)?;
    }
    let mut found = best_first(first.worths.into_iter().collect());
    let mut singly = LOOKED_AT_SINGLY;
    while let Some(mut other) = others.next() {
        let those = found.iter().map(|(who, _)| *who).collect();
        let rows = READ_ON_FOR_OTHERS.min(READ_ON_FOR_EACH * found.len());
        other.read_on((conn, whom), rows, Some(those))?;
        let is_last = others.len() == 0;
        let mut both = Vec::with_capacity(found.len());
        // Found, and worth at least what whoever is left can be worth.
        let mut ahead = 0;
        for (who, worth) in found {
            let more = match other.worths.get(&who) {
                Some(more) => Some(*more),
                None if other.unread == 0 || singly == 0 || (is_last && ahead >= ENOUGH) => None,
                None => {
                    singly -= 1;
                    worth_of_own_words(conn, &other.typed, who, whom)?
                }
            };
            if let Some(more) = more {
                ahead += usize::from(more >= other.unread);
                both.push((who, worth + more));
            }
        }
        found = best_first(both);
    }
    Ok(found.into_iter().map(|(who, _)| who).collect())
}

fn best_first(mut found: Vec<(EntityId, u32)>) -> Vec<(EntityId, u32)> {
    found.sort_unstable_by(|(one, worth), (other, more)| (more, other).cmp(&(worth, one)));
    found
}

/// A word somebody typed.
#[derive(Debug, PartialEq, Eq)]
enum Typed {
    /// Letters: the beginning of a name, or of an address of e-mail.
    Word(String),
    /// Something with a digit in it: part of a case number, the end of a phone number, a year.
    Number(String),
}

/// The words of a query. Digits that only spaces and marks part are one number, as phones are written.
fn typed_words(query: &str) -> Vec<Typed> {
    let query = plain(query);
    let is_mark = |letter: char| matches!(letter, ' ' | '(' | ')' | '.' | '/' | '+' | '-');
    let number = digits(&query);
    if number.len() > 4
        && query
            .chars()
            .all(|letter| letter.is_ascii_digit() || is_mark(letter))
    {
        return vec![Typed::Number(number)];
    }
    let mut typed = Vec::new();
    for word in query.split_whitespace() {
        if word.contains(|letter: char| letter.is_ascii_digit()) || word.contains('@') {
            typed.push(Typed::Number(word.to_owned()));
        } else {
            typed.extend(words(word).into_iter().map(Typed::Word));
        }
    }
    typed
}

/// Who matches one word, and how well.
struct Gathered {
    typed: Typed,
    worths: HashMap<EntityId, u32>,
    /// What those are worth at most that were not read; nothing if all were.
    unread: u32,
    /// Behind which row they stand.
    cut_at: Option<Place>,
}

impl Gathered {
    fn of(typed: Typed, reading: Reading<'_>) -> Gathered {
        let unread = match (&reading.cut_at, &typed) {
            (None, _) => 0,
            // Words stand in the index in their order, the word itself first.
            (Some(last), Typed::Word(typed)) if last.word != *typed => BEGINNING,
            (Some(_), _) => EXACT,
        };
        Gathered {
            typed,
            worths: reading.worths,
            unread,
            cut_at: reading.cut_at,
        }
    }

    /// What comes first says most: the fewest people, or, of words not read to the end, the most letters.
    fn says_little(&self) -> (bool, Reverse<usize>, usize) {
        let is_cut = self.unread > 0;
        let letters = match &self.typed {
            Typed::Word(letters) | Typed::Number(letters) if is_cut => letters.chars().count(),
            _ => 0,
        };
        (is_cut, Reverse(letters), self.worths.len())
    }

    /// Reads so many rows of what was left unread; of them, if it is said who alone counts, only theirs are kept.
    fn read_on(
        &mut self,
        (conn, whom): (&Connection, Whom),
        rows: usize,
        only: Option<HashSet<EntityId>>,
    ) -> Result<()> {
        let (Typed::Word(word), Some(place)) = (&self.typed, self.cut_at.take()) else {
            return Ok(());
        };
        let mut reading = Reading {
            only,
            worths: std::mem::take(&mut self.worths),
            ..Reading::new(conn, whom, rows)
        };
        reading.behind_place(&place, word, |kind, found| {
            worth_of_letters(kind, word, found)
        })?;
        *self = Gathered::of(Typed::Word(word.clone()), reading);
        Ok(())
    }
}

fn gather(conn: &Connection, typed: Typed, whom: Whom, read_at_most: usize) -> Result<Gathered> {
    let rows = match &typed {
        Typed::Word(word) if word.chars().count() < 3 => READ_FOR_SHORT,
        _ => read_at_most,
    };
    let mut reading = Reading::new(conn, whom, rows);
    match &typed {
        Typed::Word(word) => {
            reading.beginning_with(word, |kind, found| worth_of_letters(kind, word, found))?;
            for form in other_forms(word) {
                reading.exactly(form, |kind, _| (kind == Kind::Given).then_some(SHORT_FORM))?;
            }
            for sound in forms::sounds(word) {
                reading.with_form(&sound, |kind, _| kind.is_name().then_some(SOUNDS_ALIKE))?;
            }
            for form in forms::with_a_letter_left_out(word) {
                reading.with_form(&form, |kind, found| {
                    let is_one = kind.is_name() && forms::differ_by_one_letter(word, found);
                    is_one.then_some(ONE_LETTER_WRONG)
                })?;
            }
        }
        Typed::Number(number) => {
            let mut readings = vec![number.clone()];
            readings.extend(backwards(number));
            for reading_of in readings {
                reading.beginning_with(&reading_of, |kind, found| {
                    worth_of_digits(kind, number, &reading_of, found)
                })?;
            }
        }
    }
    Ok(Gathered::of(typed, reading))
}

/// The end of a phone number as the index has it; a country's code that the other leaves out does not count.
fn backwards(number: &str) -> Option<String> {
    let is_phone = !number.contains(char::is_alphabetic);
    let only_digits = digits(number);
    (is_phone && only_digits.len() > 1).then(|| only_digits.chars().rev().take(10).collect())
}

const EXACT: u32 = 12;
const BEGINNING: u32 = 8;
const INITIALS: u32 = 6;
const ONE_LETTER_WRONG: u32 = 5;
const SHORT_FORM: u32 = 5;
const SOUNDS_ALIKE: u32 = 4;
const BIRTH_YEAR: u32 = 4;

/// What letters are worth that a word begins with.
fn worth_of_letters(kind: Kind, typed: &str, found: &str) -> Option<u32> {
    match kind {
        Kind::Family | Kind::Given | Kind::Agency if found == typed => Some(EXACT),
        Kind::Family | Kind::Given | Kind::Agency | Kind::Email => Some(BEGINNING),
        Kind::Initials if found == typed => Some(INITIALS),
        Kind::CaseNumber | Kind::IncidentNumber => Some(BEGINNING),
        Kind::Initials | Kind::BirthYear | Kind::Phone | Kind::AgencyPhone => None,
    }
}

/// What something with digits is worth: `typed` as it was typed, `read` as it was looked for.
fn worth_of_digits(kind: Kind, typed: &str, read: &str, found: &str) -> Option<u32> {
    let is_backwards = read != typed;
    match kind {
        Kind::Phone | Kind::AgencyPhone if is_backwards || read.chars().rev().eq(read.chars()) => {
            Some(match read.len() {
                7.. => EXACT,
                4..7 => BEGINNING + 1,
                _ => ONE_LETTER_WRONG,
            })
        }
        Kind::CaseNumber | Kind::IncidentNumber | Kind::Family | Kind::Given | Kind::Agency
            if !is_backwards && found == typed =>
        {
            Some(EXACT)
        }
        // Some names have digits in them.
        Kind::Family | Kind::Given | Kind::Agency if !is_backwards => Some(BEGINNING),
        Kind::CaseNumber | Kind::IncidentNumber | Kind::Email if !is_backwards => {
            Some(BEGINNING - 1)
        }
        Kind::BirthYear if found == typed => Some(BIRTH_YEAR),
        _ => None,
    }
}

/// What the match of a word is worth by those of somebody's own words that begin so; `None` if none does.
fn worth_of_own_words(
    conn: &Connection,
    typed: &Typed,
    who: EntityId,
    whom: Whom,
) -> Result<Option<u32>> {
    match typed {
        Typed::Word(word) => best_of_own_words(conn, (who, whom), word, |kind, found| {
            worth_of_letters(kind, word, found)
        }),
        Typed::Number(number) => {
            let mut best = None;
            for read in [Some(number.clone()), backwards(number)]
                .into_iter()
                .flatten()
            {
                let worth = best_of_own_words(conn, (who, whom), &read, |kind, found| {
                    worth_of_digits(kind, number, &read, found)
                })?;
                best = best.max(worth);
            }
            Ok(best)
        }
    }
}

fn best_of_own_words(
    conn: &Connection,
    (entity, whom): (EntityId, Whom),
    letters: &str,
    worth: impl Fn(Kind, &str) -> Option<u32>,
) -> Result<Option<u32>> {
    let sql = match whom {
        Whom::Agencies => {
            "SELECT word, kind FROM find_word WHERE entity = ?1 AND word >= ?2 AND word < ?3"
        }
        Whom::Victims => {
            "SELECT word, kind FROM find_word
             WHERE entity IN (SELECT ?1 UNION ALL SELECT incident FROM participation
                              WHERE victim = ?1 AND deleted <> 1)
               AND word >= ?2 AND word < ?3"
        }
    };
    let mut statement = conn.prepare_cached(sql).map_err(reading)?;
    let mut rows = statement
        .query((entity.0, letters, behind(letters)))
        .map_err(reading)?;
    let mut best = None;
    while let Some(row) = rows.next().map_err(reading)? {
        let found = row
            .get_ref(0)
            .and_then(|word| Ok(word.as_str()?))
            .map_err(reading)?;
        let kind = Kind::of_number(row.get(1).map_err(reading)?).ok_or(Error::DamagedCaseFile)?;
        best = best.max(worth(kind, found));
    }
    Ok(best)
}

/// The victims who were in an incident, as far as they are shown here.
fn victims_in(conn: &Connection, incident: EntityId) -> Result<Vec<EntityId>> {
    standing::ids(
        conn,
        "SELECT victim FROM participation
         WHERE incident = ?1 AND victim IS NOT NULL AND deleted <> 1",
        [incident.0],
    )
}

/// What stands behind every word that begins with these letters: whatever is written behind the last letter there is.
fn behind(letters: &str) -> String {
    format!("{letters}\u{10ffff}")
}

/// A row of the index.
struct Place {
    word: String,
    kind: i64,
    entity: [u8; 16],
    source: [u8; 16],
}

/// Reading the index for one word typed.
struct Reading<'c> {
    conn: &'c Connection,
    whom: Whom,
    /// Who alone counts.
    only: Option<HashSet<EntityId>>,
    worths: HashMap<EntityId, u32>,
    /// Rows that may still be read.
    left: usize,
    /// The row behind which no word was read any more that begins with what was typed.
    cut_at: Option<Place>,
}

impl<'c> Reading<'c> {
    fn new(conn: &'c Connection, whom: Whom, rows: usize) -> Reading<'c> {
        Reading {
            conn,
            whom,
            only: None,
            worths: HashMap::new(),
            left: rows,
            cut_at: None,
        }
    }

    fn beginning_with(
        &mut self,
        letters: &str,
        worth: impl Fn(Kind, &str) -> Option<u32>,
    ) -> Result<()> {
        let cut_at = self.rows(
            "SELECT word, kind, entity, source FROM find_word
             WHERE word >= ?1 AND word < ?2
             ORDER BY word, kind, entity, source",
            (letters, behind(letters)),
            worth,
        )?;
        self.cut_at = cut_at.or(self.cut_at.take());
        Ok(())
    }

    /// As [`Reading::beginning_with`], of what stands behind a row.
    fn behind_place(
        &mut self,
        place: &Place,
        letters: &str,
        worth: impl Fn(Kind, &str) -> Option<u32>,
    ) -> Result<()> {
        self.cut_at = self.rows(
            "SELECT word, kind, entity, source FROM find_word
             WHERE (word, kind, entity, source) > (?1, ?2, ?3, ?4) AND word < ?5
             ORDER BY word, kind, entity, source",
            (
                &place.word,
                place.kind,
                place.entity,
                place.source,
                behind(letters),
            ),
            worth,
        )?;
        Ok(())
    }

    fn exactly(&mut self, word: &str, worth: impl Fn(Kind, &str) -> Option<u32>) -> Result<()> {
        self.rows(
            "SELECT word, kind, entity, source FROM find_word WHERE word = ?1",
            [word],
            worth,
        )?;
        Ok(())
    }

    fn with_form(&mut self, form: &str, worth: impl Fn(Kind, &str) -> Option<u32>) -> Result<()> {
        self.rows(
            "SELECT find_word.word, kind, entity, source
             FROM find_form CROSS JOIN find_word ON find_word.word = find_form.word
             WHERE form = ?1",
            [form],
            worth,
        )?;
        Ok(())
    }

    /// Keeps the best worth of whom these rows stand for; where they were cut, if they were.
    fn rows(
        &mut self,
        sql: &str,
        values: impl rusqlite::Params,
        worth: impl Fn(Kind, &str) -> Option<u32>,
    ) -> Result<Option<Place>> {
        let mut statement = self.conn.prepare_cached(sql).map_err(reading)?;
        let mut rows = statement.query(values).map_err(reading)?;
        while self.left > 0 {
            let Some(row) = rows.next().map_err(reading)? else {
                return Ok(None);
            };
            self.left -= 1;
            self.row(row, &worth)?;
            if self.left == 0 {
                return place_of(row).map(Some).map_err(reading);
            }
        }
        Ok(None)
    }

    fn row(&mut self, row: &Row<'_>, worth: impl Fn(Kind, &str) -> Option<u32>) -> Result<()> {
        let kind = Kind::of_number(row.get(1).map_err(reading)?).ok_or(Error::DamagedCaseFile)?;
        if kind.is_of_an_agency() != (self.whom == Whom::Agencies) {
            return Ok(());
        }
        let word = row.get_ref(0).and_then(|word| Ok(word.as_str()?));
        let Some(worth) = worth(kind, word.map_err(reading)?) else {
            return Ok(());
        };
        let entity = EntityId(row.get(2).map_err(reading)?);
        if kind == Kind::IncidentNumber {
            for victim in victims_in(self.conn, entity)? {
                self.keep(victim, worth);
            }
        } else {
            self.keep(entity, worth);
        }
        Ok(())
    }

    fn keep(&mut self, who: EntityId, worth: u32) {
        if self.only.as_ref().is_some_and(|only| !only.contains(&who)) {
            return;
        }
        let best = self.worths.entry(who).or_default();
        *best = worth.max(*best);
    }
}

fn place_of(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        word: row.get(0)?,
        kind: row.get(1)?,
        entity: row.get(2)?,
        source: row.get(3)?,
    })
}
