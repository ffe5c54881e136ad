//! Where this thread's files lie: a test can put a disk of its own under the database and under every file
//! that is written whole, to cut its power or fill it up.

use std::cell::RefCell;
use std::rc::Rc;

pub use crate::files::{Disk, Medium, Readers};

thread_local! {
    static VFS: RefCell<Option<String>> = const { RefCell::new(None) };
    static MEDIUM: RefCell<Option<Rc<dyn Medium>>> = const { RefCell::new(None) };
}

/// From here on, this thread opens its databases through the SQLite VFS of that name.
pub fn open_databases_through(vfs: Option<&str>) {
    VFS.set(vfs.map(str::to_owned));
}

/// From here on, this thread writes whole files to that medium.
pub fn write_files_to(medium: Option<Rc<dyn Medium>>) {
    MEDIUM.set(medium);
}

pub(crate) fn vfs() -> Option<String> {
    VFS.with_borrow(Clone::clone)
}

pub(crate) fn medium() -> Option<Rc<dyn Medium>> {
    MEDIUM.with_borrow(Clone::clone)
}
