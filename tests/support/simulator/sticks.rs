//! What travels, and what becomes of it.

use std::path::{Path, PathBuf};

/// A file on its way.
#[derive(Debug, Clone)]
pub struct Stick {
    /// The machine it is for.
    pub to: usize,
    /// The machine that wrote it.
    pub from: usize,
    /// The file's name.
    pub name: String,
    /// The file's bytes, as written.
    pub bytes: Vec<u8>,
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
