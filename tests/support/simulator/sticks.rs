//! What travels, and what becomes of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use countyline_bundle::{
    BundleError, Direction, Expectation, Manifest, OpeningKey, Roster, VerifyingKey, open,
};
use countyline_ledger::{CommitHash, EntityId, LogId};

use super::chronicle::Chronicle;

/// A file on its way.
#[derive(Debug, Clone)]
pub struct Stick {
    /// Who can open it.
    pub to: Addressee,
    /// The machine that wrote it.
    pub from: usize,
    /// The file's name.
    pub name: String,
    /// The file's bytes, as written.
    pub bytes: Vec<u8>,
    /// What is in it.
    pub said: Said,
    /// The list of laptops its writer knew, and brings along.
    pub roster: Rc<Roster>,
}

/// Who can open a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addressee {
    /// The county.
    County,
    /// A laptop, and every copy of it.
    Laptop([u8; 16]),
}

/// What a file says, read with every key there is.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Its commits.
    pub commits: BTreeSet<CommitHash>,
    /// The last of each stretch of them.
    pub ends: BTreeSet<CommitHash>,
    /// The logs they are in.
    pub logs: BTreeSet<LogId>,
    /// Which of the keys opens it, by its place among them.
    pub key: usize,
    /// Whether it welcomes a laptop.
    pub welcomes: bool,
    /// Victims whose records its reader was not to get when it was written.
    pub hidden: BTreeSet<EntityId>,
}

impl Said {
    /// Reads a file as it was written. `keys` are all that its reader ever had.
    ///
    /// # Errors
    /// If none of them opens it, or it does not say what its writer wrote.
    pub fn read(
        bytes: &[u8],
        keys: &[OpeningKey],
        signer: impl Fn(&Manifest) -> Option<VerifyingKey>,
        chronicle: &Chronicle,
    ) -> Result<Said, BundleError> {
        let expect = Expectation {
            agency: None,
            directions: &[Direction::Up, Direction::Return, Direction::Bootstrap],
        };
        let mut refused = BundleError::NotForThisKey;
        for (key, opening) in keys.iter().enumerate() {
            match open(bytes, opening, &signer, &expect) {
                Ok(opened) => {
                    let cover = &opened.manifest.cover;
                    let commits = cover.logs.iter().flat_map(|range| {
                        let back = chronicle.back_from(CommitHash(range.head_hash));
                        let count = range.to - range.from + 1;
                        back.map(|(hash, _)| hash)
                            .take(usize::try_from(count).unwrap_or(0))
                    });
                    let ends = cover.logs.iter().map(|range| CommitHash(range.head_hash));
                    return Ok(Said {
                        commits: commits.collect(),
                        ends: ends.collect(),
                        logs: cover.logs.iter().map(|range| LogId(range.log_id)).collect(),
                        key,
                        welcomes: cover.direction == Direction::Bootstrap,
                        hidden: BTreeSet::new(),
                    });
                }
                Err(error) => refused = error,
            }
        }
        Err(refused)
    }
}

impl Stick {
    /// Puts it where a machine can read it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn plug_in(&self, folder: &Path, bytes: &[u8]) -> std::io::Result<PathBuf> {
        let path = folder.join(&self.name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }
}

/// The files with whole names that lie in a folder, taken off it.
///
/// # Errors
/// If the folder cannot be read.
pub fn unplug(folder: &Path) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".clb") && !name.starts_with('.') {
            found.push((name.into_owned(), std::fs::read(&path)?));
        }
        std::fs::remove_file(&path)?;
    }
    found.sort();
    Ok(found)
}
