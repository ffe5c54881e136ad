//! `countyline_core::duplicates::csv` and what it needs, from the same files, without the case file: with
//! it, a fuzzer would have to compile SQLite, OpenSSL and the fonts under a sanitizer.

#![forbid(unsafe_code)]
#![allow(dead_code, unused_imports)]

#[path = "../../../crates/core/src/search/text.rs"]
mod search;

/// See `countyline_core::duplicates`.
#[path = "."]
pub mod duplicates {
    #[path = "../../../crates/core/src/duplicates/blocking.rs"]
    mod blocking;
    #[path = "../../../crates/core/src/duplicates/compare.rs"]
    mod compare;
    #[path = "../../../crates/core/src/duplicates/csv.rs"]
    pub mod csv;
    #[path = "../../../crates/core/src/duplicates/find.rs"]
    mod find;
    #[path = "../../../crates/core/src/duplicates/guard.rs"]
    mod guard;
    #[path = "../../../crates/core/src/duplicates/model.rs"]
    mod model;
    #[path = "../../../crates/core/src/duplicates/names.rs"]
    mod names;
    #[path = "../../../crates/core/src/duplicates/person.rs"]
    mod person;
    #[path = "../../../crates/core/src/duplicates/prepared.rs"]
    mod prepared;
}
