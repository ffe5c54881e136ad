//! Recovery sheets: how any two of three custodians open the county's office when its machine is gone or
//! its passphrase is forgotten.
//!
//! A random recovery key wraps the case key once more in `case.key`. The recovery key itself is written
//! nowhere: it is split three times by XOR, once for each pair of custodians, and each sheet holds a half of
//! two of these splits. Two sheets give the key; one alone holds random bytes and nothing else, whatever
//! anybody can compute. The sheets are made once and never kept; making new ones makes the old useless for
//! this key file. (An old copy of the whole folder still opens with the sheets of its time.)
//!
//! A sheet is a text of a few lines, or a page with them.

mod paper;
mod sheet;
#[cfg(test)]
mod tests;

use std::path::Path;

use countyline_ledger::Value;
use zeroize::Zeroizing;

pub use paper::OnPaper;
pub use sheet::Sheet;

use crate::casefile::{Action, CaseFile, ensure_strong};
use crate::error::{Error, Result};
use crate::outside::{Outside, Random};
use crate::{days, exchange, files};

/// Custodians, and sheets.
pub const SHEETS: usize = 3;

/// The pairs of custodians, each with a split of its own: places, from 0, of its two sheets.
const PAIRS: [(usize, usize); 3] = [(0, 1), (0, 2), (1, 2)];

type Half = Zeroizing<[u8; 32]>;

/// When the recovery sheets in force were made, RFC 3339; `None` if there are none.
pub fn made_at(file: &CaseFile) -> Result<Option<String>> {
    file.place().ensure_county()?;
    Ok(file.key_file()?.recovery_made_at().map(str::to_owned))
}

/// Makes three sheets and writes each into its file, which must not exist yet. From here on any two of them
/// open this office, and earlier ones do not. The passphrase is asked for again.
///
/// # Errors
/// [`Error::OnlyCounty`], [`Error::WrongPassphrase`], [`Error::FileExists`]; those of writing a file. Earlier
/// sheets stay in force then, and no file is left behind.
pub fn make(
    file: &mut CaseFile,
    passphrase: &str,
    to: [&Path; SHEETS],
    written: impl Fn(&Sheet) -> Zeroizing<String>,
) -> Result<()> {
    let bytes = |sheet: &Sheet| Ok(Zeroizing::new(written(sheet).as_bytes().to_vec()));
    make_files(file, passphrase, to, bytes)
}

/// As [`make`], each sheet as a PDF to be printed.
///
/// # Errors
/// As [`make`]; [`Error::Document`] if a font is missing.
pub fn make_on_paper(
    file: &mut CaseFile,
    passphrase: &str,
    to: [&Path; SHEETS],
    asked: &OnPaper<'_>,
) -> Result<()> {
    let printer = paper::Printer::new(file, asked)?;
    make_files(file, passphrase, to, |sheet| printer.pdf(sheet))
}

fn make_files(
    file: &mut CaseFile,
    passphrase: &str,
    to: [&Path; SHEETS],
    written: impl Fn(&Sheet) -> Result<Zeroizing<Vec<u8>>>,
) -> Result<()> {
    file.place().ensure_county()?;
    file.ensure_passphrase(passphrase)?;
    if to.iter().any(|path| path.exists()) {
        return Err(Error::FileExists);
    }
    let mut recovery = Half::default();
    file.random().fill(recovery.as_mut());
    let made = write_sheets(&split(&recovery, file.random()), to, written).and_then(|()| {
        // The history first: should the power fail now, it tells of sheets that open nothing.
        file.change(Action::MakeRecoverySheets, |change| {
            change.audit(Action::MakeRecoverySheets, None, Value::Null);
            Ok(())
        })?;
        let now = days::instant(file.now());
        file.change_key_file(|file, key, outside| file.set_recovery(key, &recovery, now, outside))
    });
    if made.is_err() {
        // None of these was there before.
        for path in to {
            let _ = std::fs::remove_file(path);
        }
    }
    made
}

/// Opens an office with two sheets, on this machine or another, and sets a new passphrase. Sheets are mostly
/// used on a copy of the folder, which may be older than what the county confirmed to its laptops, so the
/// office is declared restored: laptops send again what it does not confirm anew. On the machine the sheets
/// were made on that costs a larger week and nothing else.
///
/// # Errors
/// [`Error::WeakPassphrase`], [`Error::RecoverySheetTwice`], [`Error::NoRecovery`],
/// [`Error::RecoverySheetsOld`]; as [`CaseFile::unlock`], but for the passphrase and the machine's secret.
pub fn open(
    folder: &Path,
    sheets: [&Sheet; 2],
    new_passphrase: &str,
    outside: Outside,
) -> Result<CaseFile> {
    ensure_strong(new_passphrase)?;
    let recovery = join(sheets)?;
    let mut file =
        CaseFile::unlock_by(folder, outside, |file, _| file.open_by_recovery(&recovery))?;
    let mut numbers = sheets.map(|sheet| i64::from(sheet.number));
    numbers.sort_unstable();
    file.change(Action::UseRecoverySheets, |change| {
        let used = Value::List(numbers.into_iter().map(Value::Int).collect());
        change.audit(Action::UseRecoverySheets, None, used);
        Ok(())
    })?;
    exchange::county_restored(&mut file)?;
    file.change_key_file(|file, key, outside| file.set_passphrase(key, new_passphrase, outside))?;
    Ok(file)
}

/// Splits the key once for each pair. Each half is random by itself.
fn split(recovery: &[u8; 32], random: &mut dyn Random) -> [Sheet; SHEETS] {
    let mut halves: [Vec<Half>; SHEETS] = Default::default();
    for (one, other) in PAIRS {
        let mut half = Half::default();
        random.fill(half.as_mut());
        halves[other].push(xor(recovery, &half));
        halves[one].push(half);
    }
    let mut number = 0;
    halves.map(|halves| {
        number += 1;
        let [first, second] = halves.try_into().expect("each sheet is in two pairs");
        Sheet {
            number,
            halves: [first, second],
        }
    })
}

/// The key, from the halves two sheets hold of their pair's split.
fn join(sheets: [&Sheet; 2]) -> Result<Half> {
    let mut sheets = sheets;
    sheets.sort_by_key(|sheet| sheet.number);
    let [one, other] = sheets.map(|sheet| usize::from(sheet.number) - 1);
    let pair = PAIRS.iter().position(|pair| *pair == (one, other));
    let pair = pair.ok_or(Error::RecoverySheetTwice)?;
    let half_of = |sheet: usize| {
        // A sheet's halves stand in the order of the pairs it is in.
        let before = PAIRS[..pair].iter();
        before
            .filter(|(one, other)| [*one, *other].contains(&sheet))
            .count()
    };
    Ok(xor(
        &sheets[0].halves[half_of(one)],
        &sheets[1].halves[half_of(other)],
    ))
}

fn write_sheets(
    sheets: &[Sheet; SHEETS],
    to: [&Path; SHEETS],
    written: impl Fn(&Sheet) -> Result<Zeroizing<Vec<u8>>>,
) -> Result<()> {
    for (sheet, path) in sheets.iter().zip(to) {
        files::write_whole_for_owner(path, &written(sheet)?)?;
    }
    Ok(())
}

fn xor(one: &[u8; 32], other: &[u8; 32]) -> Half {
    let mut both = Half::default();
    for (byte, (one, other)) in both.iter_mut().zip(one.iter().zip(other)) {
        *byte = one ^ other;
    }
    both
}
