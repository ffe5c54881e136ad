//! Merging the laptops' weeks at the county: each whole or not at all, each with what came of it.

use std::path::{Path, PathBuf};

use countyline_bundle::Outer;

use super::round::Round;
use super::{IncomingBundle, MergeSummary, arriving, count, folder, rehearsal};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::files::OpenFile;
use crate::inbox;
use crate::long_work::Work;
use crate::roles::Deed;

/// The laptops' weeks lying in a folder, by name.
pub fn bundles_in(path: &Path) -> Result<Vec<String>> {
    files_in(path, |name| {
        let others = ["enrol-", "welcome-", "return-"];
        !others.iter().any(|other| name.starts_with(other))
    })
}

/// Files as they were named; of a folder, the laptops' weeks in it.
pub fn bundles_named(named: &[PathBuf]) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for path in named {
        if path.is_dir() {
            paths.extend(bundles_in(path)?);
        } else {
            paths.push(path.display().to_string());
        }
    }
    Ok(paths)
}

/// What the county handed back that lies in a folder, by name, and files of welcomes; for whichever laptop they
/// are.
pub fn returns_in(path: &Path) -> Result<Vec<String>> {
    let kinds = ["return-", "welcome-"];
    files_in(path, |name| kinds.iter().any(|kind| name.starts_with(kind)))
}

fn files_in(path: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let path = folder(path)?;
    let entries =
        std::fs::read_dir(path).map_err(|source| Error::file("read the folder", source))?;
    let mut bundles: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "clb"))
        .filter(|path| {
            let name = arriving::name_of(path);
            !name.starts_with('.') && wanted(&name)
        })
        .collect();
    bundles.sort();
    Ok(bundles
        .into_iter()
        .map(|path| path.display().to_string())
        .collect())
}

/// What is known of a bundle's outside, without any key.
pub fn inspect(path: &Path) -> Result<Outer> {
    Ok(countyline_bundle::inspect(OpenFile::open(path)?)?)
}

/// What each bundle is and would bring, after those before it. Nothing is written.
pub fn read_bundles(file: &CaseFile, paths: &[String]) -> Result<Vec<IncomingBundle>> {
    let rehearsed = rehearsal::rehearse_merge(file, paths)?.files;
    Ok(rehearsed.into_iter().map(|file| file.file).collect())
}

/// Merges the laptops' weeks, one after another, and then what waited for them. One that is refused does
/// not stop the others.
pub fn merge(file: &mut CaseFile, paths: &[String]) -> Result<MergeSummary> {
    file.place().ensure_county()?;
    file.ensure_may(Deed::Weeks)?;
    let waited = inbox::waiting(file)?;
    let mut round = Round::default();
    round.take_all(file, Work::Merge, paths)?;
    let waiting = inbox::waiting(file)?;
    Ok(MergeSummary {
        files: round.files,
        added: round.added,
        changed: round.changed,
        known: round.known,
        new_conflicts: count(waiting.difference(&waited).count() as u64),
        conflicts: count(waiting.len() as u64),
    })
}
