//! Writing a file so that it is either there whole or not at all.
//!
//! Temporary file in the same folder → write → fsync → rename → fsync of the folder → read back and
//! compare. A full disk or a pulled stick leaves what was there before.

#[cfg(test)]
mod tests;

use std::fs;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// Who may read a file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// As files usually are here: what is in it is sealed or secret to nobody on this machine.
    Usual,
    /// Only the person who runs the program, where the file system knows persons; most sticks' do not.
    Owner,
}

/// Where files are written: the file system, or a test's stick that fails.
pub trait Medium {
    /// Creates a new file with these bytes and brings them to the disk.
    fn write_new(&self, path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()>;
    /// Creates a new file with the bytes of another and brings them to the disk.
    fn copy_new(&self, from: &Path, path: &Path) -> io::Result<()> {
        self.write_new(path, &fs::read(from)?, Readers::Usual)
    }
    /// Renames a file over another and brings the folder to the disk.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Reads a file from the disk.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// The SHA-256 of a file as it lies on the disk.
    fn hash(&self, path: &Path) -> io::Result<[u8; 32]> {
        Ok(Sha256::digest(self.read(path)?).into())
    }
    /// Removes a file, if it can.
    fn remove(&self, path: &Path);
}

/// A file to read from any place, so that it need not lie in memory as a whole.
pub(crate) struct OpenFile {
    file: fs::File,
    length: u64,
}

impl OpenFile {
    pub(crate) fn open(path: &Path) -> Result<OpenFile> {
        let file = fs::File::open(path).map_err(|_| Error::FileNotFound)?;
        let found = file.metadata();
        let length = found
            .map_err(|source| Error::file("read the file", source))?
            .len();
        Ok(OpenFile { file, length })
    }
}

impl countyline_bundle::Source for OpenFile {
    fn length(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> io::Result<()> {
        let mut file = &self.file;
        file.seek(io::SeekFrom::Start(offset))?;
        file.read_exact(bytes)
    }
}

/// The file system.
pub struct Disk;

impl Medium for Disk {
    fn write_new(&self, path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        limit_to(readers, &mut options);
        let mut file = options.open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn copy_new(&self, from: &Path, path: &Path) -> io::Result<()> {
        let mut file = fs::File::create(path)?;
        io::copy(&mut fs::File::open(from)?, &mut file)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        sync_folder(to)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        fs::File::open(path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn hash(&self, path: &Path) -> io::Result<[u8; 32]> {
        let mut hash = Sha256::new();
        let (mut file, mut portion) = (fs::File::open(path)?, vec![0; 64 * 1024]);
        loop {
            match file.read(&mut portion)? {
                0 => return Ok(hash.finalize().into()),
                count => hash.update(&portion[..count]),
            }
        }
    }

    fn remove(&self, path: &Path) {
        let _ = fs::remove_file(path);
    }
}

/// At most so many bytes from a file's beginning.
///
/// # Errors
/// [`Error::FileNotFound`], [`Error::Storage`].
pub(crate) fn read_beginning(path: &Path, bytes: usize) -> Result<Vec<u8>> {
    let file = fs::File::open(path).map_err(|_| Error::FileNotFound)?;
    let mut beginning = Vec::new();
    file.take(bytes as u64)
        .read_to_end(&mut beginning)
        .map_err(|source| Error::file("read the file", source))?;
    Ok(beginning)
}

/// Copies a file to this machine's disk, whole or not at all. Only a portion of it is in memory
/// at a time.
///
/// # Errors
/// Those of [`write_whole`].
pub(crate) fn copy_whole(from: &Path, path: &Path) -> Result<()> {
    on_medium(|medium| {
        let temporary = temporary(path);
        let outcome = copy_renamed(medium, from, &temporary, path);
        if outcome.is_err() {
            medium.remove(&temporary);
        }
        outcome
    })
}

/// The SHA-256 of a file, read portion by portion.
///
/// # Errors
/// [`Error::FileNotFound`], [`Error::MediumRemoved`], [`Error::Storage`].
pub(crate) fn hash(path: &Path) -> Result<[u8; 32]> {
    Disk.hash(path)
        .map_err(|source| written_error("read the file", source))
}

/// A folder of the office, that is there still when the power fails.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::Storage`].
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(path)
        .and_then(|()| sync_folder(path))
        .map_err(|source| Error::file("make the folder", source))
}

/// Writes a whole file on this machine's disk.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    on_medium(|medium| write_whole_to(medium, path, bytes, Readers::Usual))
}

/// As [`write_whole`], for nobody else on this machine to read.
pub(crate) fn write_whole_for_owner(path: &Path, bytes: &[u8]) -> Result<()> {
    on_medium(|medium| write_whole_to(medium, path, bytes, Readers::Owner))
}

/// A file that is written bit by bit, and is there whole once [`GrowingFile::finish`] returns, or not at all.
pub(crate) struct GrowingFile {
    file: io::BufWriter<fs::File>,
    temporary: PathBuf,
    path: PathBuf,
    written: Sha256,
}

impl GrowingFile {
    /// Begins a file on this machine's disk.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::MediumRemoved`] or [`Error::Storage`].
    pub(crate) fn begin(path: &Path, readers: Readers) -> Result<GrowingFile> {
        let temporary = temporary(path);
        // One that a power cut left may be for everybody to read, and would stay so.
        let _ = fs::remove_file(&temporary);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        limit_to(readers, &mut options);
        let file = options
            .open(&temporary)
            .map_err(|source| written_error("write the file", source))?;
        Ok(GrowingFile {
            file: io::BufWriter::new(file),
            temporary,
            path: path.to_owned(),
            written: Sha256::new(),
        })
    }

    /// Brings it to the disk under its name, and reads it back.
    ///
    /// # Errors
    /// As [`GrowingFile::begin`].
    pub(crate) fn finish(mut self) -> Result<()> {
        let writing = |source| written_error("write the file", source);
        self.file.flush().map_err(writing)?;
        self.file.get_ref().sync_all().map_err(writing)?;
        let reading = |source| written_error("read the file back", source);
        let read_back = Disk.hash(&self.temporary).map_err(reading)?;
        if read_back != <[u8; 32]>::from(self.written.clone().finalize()) {
            return Err(Error::MediumRemoved);
        }
        Disk.rename(&self.temporary, &self.path).map_err(writing)
    }
}

impl Write for GrowingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.written.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for GrowingFile {
    fn drop(&mut self) {
        // Gone already if it was finished.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// Gives a folder its name; it has it on the disk, too, when this returns.
pub(crate) fn move_folder(from: &Path, to: &Path) -> Result<()> {
    on_medium(|medium| medium.rename(from, to))
        .map_err(|source| Error::file("make the office folder", source))
}

/// This machine's disk, or the one a test put in its place.
fn on_medium<T>(write: impl FnOnce(&dyn Medium) -> T) -> T {
    #[cfg(any(test, feature = "testing"))]
    if let Some(medium) = crate::testing::storage::medium() {
        return write(&*medium);
    }
    write(&Disk)
}

/// Writes a whole file to a medium.
///
/// # Errors
/// [`Error::FolderNotFound`], [`Error::DiskFull`], [`Error::MediumRemoved`], or
/// [`Error::Storage`]; in each case nothing stands under `path` that did not stand there before.
pub(crate) fn write_whole_to(
    medium: &dyn Medium,
    path: &Path,
    bytes: &[u8],
    readers: Readers,
) -> Result<()> {
    let temporary = temporary(path);
    if readers == Readers::Owner {
        // One that a power cut left may be for everybody to read, and would stay so.
        medium.remove(&temporary);
    }
    let outcome = write_renamed(medium, &temporary, path, bytes, readers);
    if outcome.is_err() {
        medium.remove(&temporary);
    }
    outcome
}

/// Where a file lies; a bare name is in the folder we are in.
fn folder_of(path: &Path) -> &Path {
    let folder = path.parent();
    let named = folder.filter(|folder| !folder.as_os_str().is_empty());
    named.unwrap_or(Path::new("."))
}

/// What a file is called while it is written.
fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    folder_of(path).join(format!(".{}.part", name.to_string_lossy()))
}

fn write_renamed(
    medium: &dyn Medium,
    temporary: &Path,
    path: &Path,
    bytes: &[u8],
    readers: Readers,
) -> Result<()> {
    let doing = "write the file";
    #[cfg(any(test, feature = "testing"))]
    if crate::testing::breaks(crate::testing::Broken::FileWrittenInPlace) {
        return medium
            .write_new(path, bytes, readers)
            .map_err(|source| written_error(doing, source));
    }
    medium
        .write_new(temporary, bytes, readers)
        .map_err(|source| written_error(doing, source))?;
    let written = medium
        .read(temporary)
        .map_err(|source| written_error("read the file back", source))?;
    if Sha256::digest(&written) != Sha256::digest(bytes) {
        return Err(Error::MediumRemoved);
    }
    medium
        .rename(temporary, path)
        .map_err(|source| written_error(doing, source))?;
    let renamed = medium
        .read(path)
        .map_err(|source| written_error("read the file back", source))?;
    if renamed == bytes {
        Ok(())
    } else {
        Err(Error::MediumRemoved)
    }
}

fn copy_renamed(medium: &dyn Medium, from: &Path, temporary: &Path, path: &Path) -> Result<()> {
    let writing = |source| written_error("write the file", source);
    medium.copy_new(from, temporary).map_err(writing)?;
    let written = medium.hash(temporary).map_err(writing)?;
    if written != hash(from)? {
        return Err(Error::MediumRemoved);
    }
    medium.rename(temporary, path).map_err(writing)?;
    match medium.hash(path).map_err(writing)? == written {
        true => Ok(()),
        false => Err(Error::MediumRemoved),
    }
}

/// A folder that is gone in the middle of writing is a stick that was pulled.
fn written_error(doing: &'static str, source: io::Error) -> Error {
    match source.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::MediumRemoved,
        _ => Error::file(doing, source),
    }
}

#[cfg(unix)]
fn limit_to(readers: Readers, options: &mut fs::OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;

    if readers == Readers::Owner {
        options.mode(0o600);
    }
}

/// Elsewhere a file has the rights of its folder; a person's own folders are nobody else's.
#[cfg(not(unix))]
fn limit_to(_: Readers, _: &mut fs::OpenOptions) {}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match fs::File::open(folder_of(path))?.sync_all() {
        // Some sticks' file systems cannot sync a folder; the read-back below still holds.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        outcome => outcome,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
