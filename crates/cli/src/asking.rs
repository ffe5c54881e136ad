//! Asking the person at the terminal, and reading what must not stand on the command line.
//!
//! A passphrase, a one-time code or a recovery sheet comes from a terminal that does not show it, from the first line of a file, or from an
//! open file descriptor. Without any of these it is refused, never guessed.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use countyline_core::casefile::CaseFile;
use countyline_core::values;
use countyline_core::words::Words;
use zeroize::Zeroizing;

use crate::arguments::Common;
use crate::outcome::Stop;
use crate::places::Places;
use crate::telling::Telling;

/// Pieces of work from which on it is told how far it is.
const WORTH_TELLING: i32 = 2_000;

/// The passphrase of the office that is there.
pub(crate) fn passphrase(
    common: &Common,
    telling: &Telling<'_>,
) -> Result<Zeroizing<String>, Stop> {
    match given(common) {
        Some(source) => first_line(&source),
        None => ask_hidden(telling, "cli-ask-passphrase"),
    }
}

/// A passphrase for a new office; typed twice when it is typed.
pub(crate) fn new_passphrase(
    source: Option<&Path>,
    telling: &Telling<'_>,
) -> Result<Zeroizing<String>, Stop> {
    if let Some(source) = source {
        return first_line(source);
    }
    let once = ask_hidden(telling, "cli-ask-new-passphrase")?;
    let again = ask_hidden(telling, "cli-ask-passphrase-again")?;
    if *once != *again {
        return Err(Stop::refused("passphrases-differ"));
    }
    Ok(once)
}

/// Where the passphrase was said to be.
pub(crate) fn given(common: &Common) -> Option<PathBuf> {
    let descriptor = |number: u32| PathBuf::from(format!("/dev/fd/{number}"));
    common
        .passphrase_file
        .clone()
        .or_else(|| common.passphrase_fd.map(descriptor))
}

/// Opens the office this command is about.
pub(crate) fn unlock(
    common: &Common,
    places: &Places,
    telling: &Telling<'_>,
) -> Result<CaseFile, Stop> {
    ensure_office(places)?;
    let passphrase = passphrase(common, telling)?;
    let file = places.unlock(&passphrase)?;
    tell_how_far(&file, telling);
    Ok(file)
}

/// Long work says on the terminal how far it is.
fn tell_how_far(file: &CaseFile, telling: &Telling<'_>) {
    if telling.is_json() || !io::stderr().is_terminal() {
        return;
    }
    let words = Words::of(telling.language());
    file.long_work().watch(move |far| {
        if far.of < WORTH_TELLING {
            return;
        }
        let said = values! { file = far.file, files = far.files, done = far.done, of = far.of };
        // If nobody watches any more, the work goes on.
        let _ = write!(io::stderr(), "\r{}", words.say_with("cli-how-far", &said));
        if far.done >= far.of {
            let _ = writeln!(io::stderr());
        }
    });
}

/// Nobody is asked for the passphrase of an office that is not there.
pub(crate) fn ensure_office(places: &Places) -> Result<(), Stop> {
    if CaseFile::label(&places.office).is_none() && !places.office.join("case.db").exists() {
        return Err(Stop::refused("no-office"));
    }
    Ok(())
}

/// The one-time code that was read over the telephone.
pub(crate) fn unlock_code(
    source: Option<&Path>,
    telling: &Telling<'_>,
) -> Result<Zeroizing<String>, Stop> {
    match source {
        Some(source) => first_line(source),
        None => ask_hidden(telling, "cli-ask-unlock-code"),
    }
}

/// A recovery sheet: the text of a file, or four lines typed at the terminal.
pub(crate) fn recovery_sheet(
    source: Option<&Path>,
    telling: &Telling<'_>,
) -> Result<Zeroizing<String>, Stop> {
    if let Some(source) = source {
        return Ok(Zeroizing::new(read_text(source)?));
    }
    let mut sheet = Zeroizing::new(String::new());
    for line in 1..=4 {
        let question = telling
            .words()
            .say_with("cli-ask-sheet-line", &values! { line = line });
        let typed = ask_unseen(&question)?;
        sheet.push_str(&format!("{line}. "));
        sheet.push_str(&typed);
        sheet.push('\n');
    }
    Ok(sheet)
}

/// Whether the person says yes; none if nobody is there to ask.
pub(crate) fn yes(telling: &Telling<'_>, question: &str) -> Option<bool> {
    if telling.is_json() || !io::stdin().is_terminal() {
        return None;
    }
    let words = telling.words();
    let mut terminal = io::stderr();
    write!(terminal, "{} ", words.say(question)).ok()?;
    terminal.flush().ok()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).ok()?;
    let answer = answer.trim().to_lowercase();
    Some(answer.starts_with(&words.say("cli-answer-yes")))
}

/// The password a paper's file is to ask for, if one was named.
pub(crate) fn password(named: Option<&Path>) -> Result<Option<Zeroizing<String>>, Stop> {
    named.map(first_line).transpose()
}

/// A form or a note from a file; `-` is standard input.
pub(crate) fn read_text(path: &Path) -> Result<String, Stop> {
    let text = if path == Path::new("-") {
        io::read_to_string(io::stdin())
    } else {
        fs::read_to_string(path)
    };
    text.map_err(|_| Stop::refused("file-not-found"))
}

fn first_line(source: &Path) -> Result<Zeroizing<String>, Stop> {
    let file = fs::File::open(source).map_err(|_| Stop::refused("passphrase-unreadable"))?;
    let mut line = Zeroizing::new(String::new());
    io::BufReader::new(file)
        .read_line(&mut line)
        .map_err(|_| Stop::refused("passphrase-unreadable"))?;
    let kept = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(kept);
    Ok(line)
}

fn ask_hidden(telling: &Telling<'_>, question: &str) -> Result<Zeroizing<String>, Stop> {
    ask_unseen(&telling.words().say(question))
}

fn ask_unseen(question: &str) -> Result<Zeroizing<String>, Stop> {
    rpassword::prompt_password(format!("{question} "))
        .map(Zeroizing::new)
        .map_err(|_| Stop::refused("passphrase-missing"))
}
