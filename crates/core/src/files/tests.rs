//! Media that fail at each step.

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
