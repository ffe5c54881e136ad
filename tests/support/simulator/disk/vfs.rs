//! SQLite on a [`Disk`].
//!
//! There is no shared memory, so a database with a write-ahead log must be opened by one connection alone
//! (`locking_mode = EXCLUSIVE`), as a case file is. Nothing is locked: `case.lock` does that.

use std::borrow::Cow;
use std::ffi::CString;
use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::OnceLock;

use sqlite_plugin::flags::{AccessFlags, CreateMode, LockLevel, OpenMode, OpenOpts};
use sqlite_plugin::vars;
use sqlite_plugin::vfs::{RegisterOpts, Vfs, VfsHandle, VfsResult, register_static};

use super::{Disk, Refusal};

/// The name SQLite knows it by.
pub const NAME: &str = "countyline-simulator";

/// Makes it known to SQLite, once for the whole program.
pub fn register() {
    static REGISTERED: OnceLock<()> = OnceLock::new();
    REGISTERED.get_or_init(|| {
        // SQLite refuses to look for other file systems before it has started.
        drop(rusqlite::Connection::open_in_memory().expect("SQLite starts"));
        let name = CString::new(NAME).expect("a name without NUL");
        let options = RegisterOpts {
            make_default: false,
        };
        register_static(name, OnDisks, options).expect("SQLite takes another file system");
    });
}

/// Every file lies on the disk that is current when it is opened.
struct OnDisks;

/// An open file.
struct Handle {
    disk: Disk,
    path: PathBuf,
    file: File,
    delete_on_close: bool,
}

impl VfsHandle for Handle {
    fn readonly(&self) -> bool {
        false
    }

    fn in_memory(&self) -> bool {
        false
    }
}

impl Vfs for OnDisks {
    type Handle = Handle;

    fn canonical_path<'a>(&self, path: Cow<'a, str>) -> VfsResult<Cow<'a, str>> {
        Ok(path)
    }

    fn open(&self, path: Option<&str>, opts: OpenOpts) -> VfsResult<Handle> {
        let disk = Disk::current();
        disk.ensure_power().map_err(told(vars::SQLITE_CANTOPEN))?;
        // Nothing of ours needs a nameless file: temporary tables stay in memory.
        let path = PathBuf::from(path.ok_or(vars::SQLITE_CANTOPEN)?);
        let mut options = OpenOptions::new();
        options.read(true);
        if let OpenMode::ReadWrite { create } = opts.mode() {
            options.write(true);
            options.create(create == CreateMode::Create);
            options.create_new(create == CreateMode::MustCreate);
        }
        let is_new = !path.exists();
        let file = options.open(&path).map_err(|_| vars::SQLITE_CANTOPEN)?;
        if is_new {
            disk.made(&path);
        }
        Ok(Handle {
            disk,
            path,
            file,
            delete_on_close: opts.delete_on_close(),
        })
    }

    fn delete(&self, path: &str) -> VfsResult<()> {
        let path = PathBuf::from(path);
        if !path.exists() {
            return Err(vars::SQLITE_IOERR_DELETE_NOENT);
        }
        let deleted = Disk::current().delete(&path);
        deleted.map_err(told(vars::SQLITE_IOERR_DELETE))
    }

    fn access(&self, path: &str, _: AccessFlags) -> VfsResult<bool> {
        Ok(fs::exists(path).unwrap_or(false))
    }

    fn file_size(&self, handle: &mut Handle) -> VfsResult<usize> {
        let length = handle
            .file
            .metadata()
            .map_err(|_| vars::SQLITE_IOERR_FSTAT)?;
        usize::try_from(length.len()).map_err(|_| vars::SQLITE_IOERR_FSTAT)
    }

    fn truncate(&self, handle: &mut Handle, size: usize) -> VfsResult<()> {
        let cut = handle
            .disk
            .cut_short(&handle.path, &handle.file, size as u64);
        cut.map_err(told(vars::SQLITE_IOERR_TRUNCATE))
    }

    fn write(&self, handle: &mut Handle, offset: usize, data: &[u8]) -> VfsResult<usize> {
        let written = handle
            .disk
            .write(&handle.path, &handle.file, offset as u64, data);
        written
            .map(|()| data.len())
            .map_err(told(vars::SQLITE_IOERR_WRITE))
    }

    fn read(&self, handle: &mut Handle, offset: usize, data: &mut [u8]) -> VfsResult<usize> {
        let failed = vars::SQLITE_IOERR_READ;
        handle.disk.ensure_power().map_err(told(failed))?;
        let mut filled = 0;
        while filled < data.len() {
            let place = (offset + filled) as u64;
            match handle.file.read_at(&mut data[filled..], place) {
                Ok(0) => break,
                Ok(more) => filled += more,
                Err(_) => return Err(failed),
            }
        }
        Ok(filled)
    }

    fn lock(&self, _: &mut Handle, _: LockLevel) -> VfsResult<()> {
        Ok(())
    }

    fn unlock(&self, _: &mut Handle, _: LockLevel) -> VfsResult<()> {
        Ok(())
    }

    fn check_reserved_lock(&self, _: &mut Handle) -> VfsResult<bool> {
        Ok(false)
    }

    fn sync(&self, handle: &mut Handle) -> VfsResult<()> {
        let synced = handle.disk.sync(&handle.path);
        synced.map_err(told(vars::SQLITE_IOERR_FSYNC))
    }

    fn close(&self, handle: Handle) -> VfsResult<()> {
        if handle.delete_on_close {
            let deleted = handle.disk.delete(&handle.path);
            return deleted.map_err(told(vars::SQLITE_IOERR_CLOSE));
        }
        Ok(())
    }

    /// As SQLite takes an ordinary disk to be: a write changes no byte outside it.
    fn device_characteristics(&self, _: &mut Handle) -> VfsResult<i32> {
        Ok(vars::SQLITE_IOCAP_POWERSAFE_OVERWRITE)
    }
}

fn told(otherwise: i32) -> impl Fn(Refusal) -> i32 {
    move |refusal| match refusal {
        Refusal::Full => vars::SQLITE_FULL,
        Refusal::NoPower | Refusal::Broken => otherwise,
    }
}
