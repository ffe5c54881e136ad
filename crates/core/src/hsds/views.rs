//! What taking a directory in tells.

use crate::view::views;

views! {
    /// What taking a directory in did, or would do.
    pub struct DirectoryImport {
        /// Nothing was written.
        pub dry_run: bool,
        /// Organizations the file has.
        pub organizations: i32,
        /// Of these, new here.
        pub new: i32,
        /// Of these, changed here.
        pub changed: i32,
        /// Of these, as they were.
        pub same: i32,
        /// Of these, left out whole because of a flaw.
        pub refused: i32,
        /// Services of those taken.
        pub services: i32,
        /// Places of those taken.
        pub locations: i32,
        /// People of those taken.
        pub people: i32,
        /// What is wrong, in the order of the files.
        pub issues: Vec<ImportIssue>,
        /// Tables and columns that are not taken, by name.
        pub left_out: Vec<String>,
    }

    /// Something wrong in a directory.
    pub struct ImportIssue {
        /// Name of the file.
        pub file: String,
        /// Line in a table, the header counted; number among its kind in JSON.
        pub row: i32,
        /// Column.
        pub column: String,
        /// Code of `hsds_problem`.
        pub problem: String,
    }

    /// A directory that was written.
    pub struct DirectoryExport {
        /// Path of the file, or of the folder.
        pub path: String,
        /// Organizations in it.
        pub organizations: i32,
        /// Services in it.
        pub services: i32,
        /// Organizations whose location is confidential: nothing in it says where they are.
        pub without_location: i32,
    }
}
