//! One-time codes: how a laptop is opened once when its passphrase was forgotten.
//!
//! A laptop that joined keeps eight random words (103 bits) under which, together with the machine's
//! secret, its case key is wrapped a second time. The words lie in the encrypted case file and travel to
//! the county inside its sealed weeks, as a block of their own: they are in no history, and no other laptop
//! ever gets them. A supervisor who asks for them leaves a commit that says who asked and when, and reads
//! them over the telephone. Typed once, they open the laptop and set a new passphrase; at that moment a new
//! code is put in force, and the used one opens nothing any more.
//!
//! Not here: who is on the telephone. No program can tell; the guide says what to ask.

mod store;
#[cfg(test)]
mod tests;
mod views;

use std::path::Path;

use countyline_bundle::{Block, Direction, Opened, words};
use countyline_ledger::Value;
use minicbor::{Decoder, Encoder};
use rusqlite::Connection;
use zeroize::Zeroizing;

pub use views::*;

use crate::casefile::{Action, BundleRandom, CaseFile, ensure_strong};
use crate::days;
use crate::error::{Error, Result};
use crate::exchange::roster;
use crate::outside::Outside;

/// Words in a code.
const CODE_WORDS: usize = 8;
/// Kind of the bundle block that carries a code.
const BLOCK: u8 = 3;
/// Version of what stands in that block.
const FORMAT: u8 = 1;

/// Opens a laptop with the one-time code its supervisor read out, and sets a new passphrase.
///
/// # Errors
/// [`Error::WeakPassphrase`]; [`Error::NoUnlockCode`] if this place has none, [`Error::WrongUnlockCode`],
/// [`Error::UsedUnlockCode`]; and as [`CaseFile::unlock`]. Nothing is changed then.
pub fn unlock(
    folder: &Path,
    code: &str,
    new_passphrase: &str,
    outside: Outside,
) -> Result<CaseFile> {
    ensure_strong(new_passphrase)?;
    let code = as_written(code);
    let mut file = CaseFile::unlock_by(folder, outside, |file, outside| {
        file.open_by_code(&code, outside)
    })?;
    // The history and the next code first: should the power fail now, the old code still opens the door.
    let next = draw(&mut file)?;
    keep(&mut file, &next, Some(Action::UseUnlockCode))?;
    file.change_key_file(|file, key, outside| {
        file.set_passphrase(key, new_passphrase, outside)?;
        file.set_code(key, next.number, &next.code, Some(&code), outside)
    })?;
    Ok(file)
}

/// Sees to it that this laptop has a code in force whose words it knows, so that it can send them.
pub(crate) fn ensure_in_force(file: &mut CaseFile) -> Result<()> {
    let kept = store::own(file.conn(), &file.place().device)?;
    let in_force = file.key_file()?.code_number();
    if kept.is_some_and(|kept| Some(kept.number) == in_force) {
        return Ok(());
    }
    let next = draw(file)?;
    keep(file, &next, None)?;
    file.change_key_file(|file, key, outside| {
        file.set_code(key, next.number, &next.code, None, outside)
    })
}

/// The block of a week that carries this laptop's code to the county.
pub(crate) fn block(file: &CaseFile) -> Result<Option<Block>> {
    let kept = store::own(file.conn(), &file.place().device)?;
    kept.map(|kept| {
        Ok(Block {
            kind: BLOCK,
            plain: encode(&kept)?,
        })
    })
    .transpose()
}

/// The code a week brings. It stands in the first block, and in no other; what the county hands back brings
/// none.
///
/// # Errors
/// [`Error::BrokenHistory`] if it stands elsewhere, or is not encoded as codes are.
pub(crate) fn carried(opened: &Opened<'_>) -> Result<Option<Code>> {
    let entries = &opened.manifest.blocks;
    if !entries.iter().any(|entry| entry.kind == BLOCK) {
        return Ok(None);
    }
    let is_week = opened.manifest.cover.direction == Direction::Up;
    let is_elsewhere = entries.iter().skip(1).any(|entry| entry.kind == BLOCK);
    if !is_week || is_elsewhere {
        return Err(malformed());
    }
    let first = opened.blocks().next().ok_or_else(malformed)??;
    read_block(&first.plain)
}

/// The code a block brings, if in a form this program knows. It has one encoding.
fn read_block(plain: &[u8]) -> Result<Option<Code>> {
    let mut reader = Decoder::new(plain);
    let mut read = || -> Option<Option<Code>> {
        reader.array().ok()??;
        if reader.u8().ok()? != FORMAT {
            return Some(None);
        }
        let number = reader.u32().ok()?;
        let code = reader.str().ok()?;
        is_code(code).then(|| {
            Some(Code {
                number,
                code: Zeroizing::new(code.to_owned()),
            })
        })
    };
    match read().ok_or_else(malformed)? {
        Some(code) if encode(&code)?.as_slice() != plain => Err(malformed()),
        code => Ok(code),
    }
}

fn malformed() -> Error {
    Error::BrokenHistory(countyline_ledger::Error::Malformed {
        what: "one-time code",
    })
}

/// Keeps a code that came from this laptop, at the county.
pub(crate) fn keep_received(
    conn: &Connection,
    device: &[u8; 16],
    code: &Code,
    now: &str,
) -> Result<()> {
    store::keep(conn, device, code, now)
}

/// The laptops whose code the county has, without the words.
pub fn known(file: &CaseFile) -> Result<Vec<KnownUnlockCode>> {
    file.place().ensure_county()?;
    let (roster, _) = roster::current(file)?;
    let mut known = Vec::new();
    for entry in roster.entries.iter().filter(|entry| !entry.is_revoked()) {
        let newest = store::received(file.conn(), &entry.device)?
            .into_iter()
            .next();
        known.push(KnownUnlockCode {
            laptop_name: entry.laptop_name.clone(),
            person_name: entry.person_name.clone(),
            number: newest.as_ref().map(|newest| newest.code.number),
            received_at: newest.map(|newest| newest.kept_at),
        });
    }
    Ok(known)
}

/// Tells a supervisor the code of a laptop: the newest, or the one with this number. The passphrase is
/// asked for again, and that she asked is in the history before she sees the words.
///
/// # Errors
/// [`Error::OnlyCounty`], [`Error::WrongPassphrase`], [`Error::UnlockCodeUnknown`]; those of finding a laptop.
pub fn ask(
    file: &mut CaseFile,
    passphrase: &str,
    laptop: &str,
    number: Option<u32>,
) -> Result<UnlockCodeView> {
    file.place().ensure_county()?;
    file.ensure_passphrase(passphrase)?;
    let (roster, _) = roster::current(file)?;
    let entry = roster::laptop(&roster, laptop)?.clone();
    let received = store::received(file.conn(), &entry.device)?;
    let wanted = received
        .into_iter()
        .find(|kept| number.is_none_or(|number| kept.code.number == number))
        .ok_or(Error::UnlockCodeUnknown)?;
    file.change(Action::AskUnlockCode, |change| {
        let about = vec![
            Value::bytes(entry.device),
            Value::Int(i64::from(wanted.code.number)),
        ];
        change.audit(Action::AskUnlockCode, None, Value::List(about));
        Ok(())
    })?;
    Ok(UnlockCodeView {
        laptop_name: entry.laptop_name,
        person_name: entry.person_name,
        number: wanted.code.number,
        received_at: wanted.kept_at,
        words: wanted.code.code.split(' ').map(str::to_owned).collect(),
    })
}

/// A code and its number on its laptop.
#[derive(Clone)]
pub(crate) struct Code {
    number: u32,
    code: Zeroizing<String>,
}

/// Draws the code after the one in force.
fn draw(file: &mut CaseFile) -> Result<Code> {
    let kept = store::own(file.conn(), &file.place().device)?;
    let in_force = file.key_file()?.code_number();
    let before = kept.map(|kept| kept.number).max(in_force).unwrap_or(0);
    let drawn: [&str; CODE_WORDS] = words::random_words(&mut BundleRandom(file.random()));
    Ok(Code {
        number: before.saturating_add(1),
        code: Zeroizing::new(drawn.join(" ")),
    })
}

/// Keeps this laptop's own code, in place of the one before.
fn keep(file: &mut CaseFile, next: &Code, done: Option<Action>) -> Result<()> {
    let device = file.place().device;
    let now = days::instant(file.now());
    let kept = next.clone();
    file.change(done.unwrap_or(Action::JoinOffice), |change| {
        if let Some(action) = done {
            change.audit(action, None, Value::Int(i64::from(next.number)));
        }
        change.beside(move |conn| {
            store::forget(conn, &device)?;
            store::keep(conn, &device, &kept, &now)
        });
        Ok(())
    })?;
    Ok(())
}

fn encode(code: &Code) -> Result<Vec<u8>> {
    let mut writer = Encoder::new(Vec::new());
    let mut write = || -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
        writer.array(3)?.u8(FORMAT)?.u32(code.number)?;
        writer.str(&code.code)?;
        Ok(())
    };
    write().map_err(|source| Error::Storage {
        doing: "write the one-time code",
        source: Box::new(source),
    })?;
    Ok(writer.into_writer())
}

fn is_code(code: &str) -> bool {
    let mut words = code.split(' ');
    code == as_written(code).as_str()
        && words.clone().count() == CODE_WORDS
        && words.all(|word| words::place_of(word).is_some())
}

/// A code as it was made, however it was typed: small letters, one space between words.
fn as_written(typed: &str) -> Zeroizing<String> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    Zeroizing::new(words.join(" ").to_lowercase())
}
