//! Files that are written whole, on a [`Disk`]: bundles, and the file with the wrapped key.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

use countyline_core::testing::storage::{self, Medium, Readers};

use super::{Disk, Refusal};

/// Writes to whichever disk is current.
#[derive(Debug)]
pub struct OnCurrentDisk;

impl Medium for OnCurrentDisk {
    fn write_new(&self, path: &Path, bytes: &[u8], _: Readers) -> io::Result<()> {
        let disk = Disk::current();
        disk.ensure_power().map_err(told)?;
        let is_new = !path.exists();
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        if is_new {
            disk.made(path);
        } else {
            disk.cut_short(path, &file, 0).map_err(told)?;
        }
        // Larger files reach a disk in portions.
        for (number, portion) in (0u64..).zip(bytes.chunks(PORTION)) {
            let offset = number * PORTION as u64;
            disk.write(path, &file, offset, portion).map_err(told)?;
        }
        disk.sync(path).map_err(told)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let disk = Disk::current();
        disk.rename(from, to).map_err(told)?;
        disk.sync_folder().map_err(told)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        Disk::current().ensure_power().map_err(told)?;
        storage::Disk.read(path)
    }

    fn remove(&self, path: &Path) {
        // A file that cannot be removed stays; nobody takes a `.part` for a bundle.
        let _ = Disk::current().delete(path);
    }
}

const PORTION: usize = 4096;

fn told(refusal: Refusal) -> io::Error {
    match refusal {
        Refusal::Full => io::ErrorKind::StorageFull.into(),
        Refusal::NoPower | Refusal::Broken => io::Error::other("the disk does not answer"),
    }
}
