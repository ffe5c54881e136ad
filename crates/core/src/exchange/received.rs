//! The sealed files of the last merge, kept as they came in a folder of the office.
//!
//! Taking a merge back takes commits out of the history. They must not lie on a stick alone then, which may be
//! wiped already: the office keeps the file until the next merge, and of a merge that was taken back until
//! its files are merged again. They are sealed for this office, as on the stick.

use std::fs;
use std::path::{Path, PathBuf};

use crate::casefile::{CaseFile, hex};
use crate::error::{Error, Result};
use crate::files;

const FOLDER: &str = "received";

/// Where the file with this hash is kept.
pub(super) fn path_of(file: &CaseFile, sha256: &[u8; 32]) -> PathBuf {
    folder(file).join(format!("{}.clb", hex(sha256)))
}

/// Keeps a file that was merged. If that fails, the merge stands and cannot be taken back.
pub(super) fn keep(file: &CaseFile, sha256: &[u8; 32], from: &Path) {
    let to = path_of(file, sha256);
    // What is merged again lies here already; copied onto itself it would be gone.
    if from != to && !is_whole(file, sha256) {
        let _ = files::make_folder(&folder(file)).and_then(|()| files::copy_whole(from, &to));
    }
}

/// Whether the file with this hash is kept, byte for byte, and on the disk.
pub(super) fn is_whole(file: &CaseFile, sha256: &[u8; 32]) -> bool {
    let kept = fs::File::options()
        .read(true)
        .write(true)
        .open(path_of(file, sha256));
    kept.is_ok_and(|kept| kept.sync_all().is_ok())
        && files::hash(&path_of(file, sha256)).is_ok_and(|hash| hash == *sha256)
}

/// Every file that is kept.
pub(super) fn kept(file: &CaseFile) -> Result<Vec<([u8; 32], PathBuf)>> {
    let Ok(entries) = fs::read_dir(folder(file)) else {
        return Ok(Vec::new());
    };
    let mut kept = Vec::new();
    for entry in entries {
        let path = entry
            .map_err(|source| Error::file("read the files that were merged", source))?
            .path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        kept.extend(hash_named(&name).map(|sha256| (sha256, path.clone())));
    }
    kept.sort();
    Ok(kept)
}

/// Lets go of files that are not needed any more. A file that cannot be removed stays, sealed.
pub(super) fn let_go(file: &CaseFile, wanted: impl Fn(&[u8; 32]) -> Result<bool>) -> Result<()> {
    for (sha256, path) in kept(file)? {
        if !wanted(&sha256)? {
            let _ = fs::remove_file(path);
        }
    }
    Ok(())
}

/// The folder they lie in.
pub(super) fn folder(file: &CaseFile) -> PathBuf {
    file.folder().join(FOLDER)
}

/// The hash that a kept file is named by.
pub(super) fn hash_named(name: &str) -> Option<[u8; 32]> {
    let bytes: Option<Vec<u8>> = (0..name.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(name.get(at..at + 2)?, 16).ok())
        .collect();
    bytes?.try_into().ok()
}
