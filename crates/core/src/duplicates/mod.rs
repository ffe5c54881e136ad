//! Two records, one person: finding them, and saying so.
//!
//! A program may suggest; only a person may say that two records are one, and it can be taken back. What is
//! suggested comes from comparing records field by field ([`find`]), in a case file or in anybody's table
//! ([`csv`]). Records are never merged or deleted here, and a national number is never compared.

mod blocking;
mod compare;
pub mod csv;
mod files;
mod find;
#[cfg(any(test, feature = "testing"))]
pub mod generated;
mod guard;
mod model;
mod names;
mod person;
mod prepared;

#[cfg(test)]
mod tests;

pub use compare::{ALL_FIELDS, Field, Level};
pub use files::{TablesSearched, search_tables};
pub use find::{Among, Band, Found, POSSIBLE, Pair, find};
pub use guard::{appear_in_different_roles, may_be_twins};
pub use model::Ground;
pub use person::{Appearance, Birth, Person};
