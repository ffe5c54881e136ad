//! A paper's way into a folder: one for every paper, with a password or without.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use countyline_documents::protected;
use countyline_ledger::EntityId;

use super::checks::{ensure_ready, hash_of};
use super::{LetterCheck, SavedLetter};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::{files, papers};

/// Where the file of a paper goes.
#[derive(Debug, Clone, Copy)]
pub struct Destination<'a> {
    folder: &'a Path,
    password: Option<&'a str>,
}

/// A folder: the file opens for whoever has it.
impl<'a, P: AsRef<Path> + ?Sized> From<&'a P> for Destination<'a> {
    fn from(folder: &'a P) -> Destination<'a> {
        Destination {
            folder: folder.as_ref(),
            password: None,
        }
    }
}

impl<'a> Destination<'a> {
    /// With a password, the file opens with it and not without it. What is kept of the paper is the hash of what it
    /// says, which has the same bytes each time; a file with a password has others each time.
    pub fn protected_by(self, password: Option<&'a str>) -> Destination<'a> {
        Destination { password, ..self }
    }

    /// # Errors
    /// [`Error::FolderNotFound`].
    pub(crate) fn ensure_there(&self) -> Result<()> {
        match self.folder.is_dir() {
            true => Ok(()),
            false => Err(Error::FolderNotFound),
        }
    }
}

/// A paper as it is to be written.
pub(crate) struct ToWrite<'a> {
    pub(crate) file_name: &'a str,
    pub(crate) pdf: &'a [u8],
    pub(crate) checks: &'a [LetterCheck],
}

impl ToWrite<'_> {
    /// Writes it, and first `keep`s that it goes out, with each of its papers that is kept: what is on the disk is never
    /// more than what is in the register.
    ///
    /// # Errors
    /// Those of [`ensure_ready`]; [`Error::Document`] if the password cannot be used; those of `keep`: nothing is kept
    /// and nothing written then. Those of writing a file, upon which what was kept says so.
    pub(crate) fn write(
        &self,
        file: &mut CaseFile,
        to: &Destination<'_>,
        keep: impl FnOnce(&mut CaseFile) -> Result<Vec<EntityId>>,
    ) -> Result<SavedLetter> {
        ensure_ready(self.checks)?;
        let written = match to.password {
            Some(password) => Cow::Owned(protected(self.pdf, password)?),
            None => Cow::Borrowed(self.pdf),
        };
        let path = free_path(to.folder, self.file_name, &written);
        let kept = keep(file)?;
        if let Err(refused) = files::write_whole(&path, &written) {
            for paper in kept {
                // Should this fail as well, what is kept says more than went out, never less.
                let _ = papers::never_made(file, paper);
            }
            return Err(refused);
        }
        Ok(SavedLetter {
            path: path.display().to_string(),
            sha256: hash_of(self.pdf),
        })
    }
}

/// Where a paper can stand without taking the place of another victim's: papers of a kind share a name.
fn free_path(folder: &Path, file_name: &str, pdf: &[u8]) -> PathBuf {
    let (name, ending) = file_name.rsplit_once('.').unwrap_or((file_name, "pdf"));
    let numbered = (2..).map(|number| format!("{name}-{number}.{ending}"));
    let names = std::iter::once(file_name.to_owned()).chain(numbered);
    let mut paths = names.map(|name| folder.join(name));
    let same = |path: &PathBuf| fs::read(path).is_ok_and(|bytes| bytes == pdf);
    paths
        .find(|path| !path.exists() || same(path))
        .unwrap_or_else(|| folder.join(file_name))
}
