//! Writing a file so that it is either there whole or not at all.
//!
//! Temporary file in the same folder → write → fsync → rename → fsync of the folder → read back and
//! compare. A full disk or a pulled stick leaves what was there before.

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
    /// Renames a file over another and brings the folder to the disk.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Reads a file from the disk.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
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

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        sync_folder(to)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        fs::File::open(path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn remove(&self, path: &Path) {
        let _ = fs::remove_file(path);
    }
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
        let mut file = fs::File::open(&self.temporary).map_err(reading)?;
        let (mut read_back, mut portion) = (Sha256::new(), vec![0; 64 * 1024]);
        loop {
            match file.read(&mut portion).map_err(reading)? {
                0 => break,
                count => read_back.update(&portion[..count]),
            }
        }
        if read_back.finalize() != self.written.clone().finalize() {
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A stick on which one step fails.
    struct FailingStick {
        steps_left: Cell<u32>,
        error: i32,
    }

    impl FailingStick {
        fn step(&self) -> io::Result<()> {
            match self.steps_left.get() {
                0 => Err(io::Error::from_raw_os_error(self.error)),
                left => {
                    self.steps_left.set(left - 1);
                    Ok(())
                }
            }
        }
    }

    impl Medium for FailingStick {
        fn write_new(&self, path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
            if let Err(error) = self.step() {
                // What a full or pulled stick leaves: half a file.
                Disk.write_new(path, &bytes[..bytes.len() / 2], readers)?;
                return Err(error);
            }
            Disk.write_new(path, bytes, readers)
        }

        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.step()?;
            Disk.rename(from, to)
        }

        fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
            self.step()?;
            Disk.read(path)
        }

        fn remove(&self, path: &Path) {
            Disk.remove(path);
        }
    }

    #[test]
    fn a_full_disk_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cl-week.clb");
        fs::write(&path, b"last week").unwrap();
        let stick = FailingStick {
            steps_left: Cell::new(0),
            error: 28,
        };
        let refused = write_whole_to(&stick, &path, b"this week", Readers::Usual).unwrap_err();
        assert!(matches!(refused, Error::DiskFull));
        assert_eq!(fs::read(&path).unwrap(), b"last week");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no half file stays"
        );
    }

    #[test]
    fn a_stick_pulled_at_any_step_is_told_and_never_called_done() {
        for step in 0..4 {
            let folder = tempfile::tempdir().unwrap();
            let stick = FailingStick {
                steps_left: Cell::new(step),
                error: 5,
            };
            let path = folder.path().join("cl-week.clb");
            let refused = write_whole_to(&stick, &path, b"this week", Readers::Usual).unwrap_err();
            assert!(matches!(refused, Error::MediumRemoved), "step {step}");
            let whole_or_absent = !path.exists() || fs::read(&path).unwrap() == b"this week";
            assert!(whole_or_absent, "step {step}");
        }
    }

    #[test]
    fn a_growing_file_is_there_when_it_is_finished_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        let mut file = GrowingFile::begin(&path, Readers::Owner).unwrap();
        file.write_all(b"one row").unwrap();
        drop(file);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let mut file = GrowingFile::begin(&path, Readers::Owner).unwrap();
        file.write_all(b"one row").unwrap();
        assert!(!path.exists());
        file.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"one row");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_bare_name_lies_in_the_folder_we_are_in() {
        assert_eq!(folder_of(Path::new("rows.csv")), Path::new("."));
        assert_eq!(folder_of(Path::new("a/rows.csv")), Path::new("a"));
        sync_folder(Path::new("rows.csv")).unwrap();
    }

    #[test]
    fn a_written_file_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cl-week.clb");
        write_whole(&path, b"this week").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"this week");
    }
}
