//! Two records, one person: finding them, and saying so.
//!
//! A program may suggest; only a person may say that two records are one person's ([`link`]), and it can be taken
//! back ([`unlink`]). What is suggested comes from comparing records field by field ([`compare`]), in a case file,
//! where it is kept ([`candidates`]), or in anybody's table ([`csv`]). Records are never merged, rewritten or deleted here, and a
//! national number is never compared.

mod blocking;
mod candidates;
mod compare;
pub mod csv;
mod files;
mod find;
#[cfg(any(test, feature = "testing"))]
pub mod generated;
mod guard;
mod judge;
mod kept;
mod links;
mod model;
mod names;
mod person;
mod prepared;
mod same_person;
mod store;
mod views;

#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod links_tests;
#[cfg(test)]
mod tests;

pub(crate) use candidates::{
    COMPARED_AT_MOST, candidate, count_undecided, doubles_of_new, first_undecided,
    numbers_given_twice, undecided, views,
};
pub use candidates::{candidates, candidates_with, first_candidates, with_case_number};
pub use compare::{ALL_FIELDS, Field, Level};
pub use files::{TablesSearched, search_tables};
pub use find::{Among, Band, Found, POSSIBLE, Pair, find};
pub use guard::{appear_in_different_roles, may_be_twins};
pub(crate) use kept::{Kept, TABLES, forget, make, persons};
pub(crate) use links::{Links, records_of_person};
pub use links::{link, not_the_same, unlink};
pub use model::Ground;
pub(crate) use names::other_forms;
pub use person::{Appearance, Birth, Person};
pub(crate) use same_person::same_person;
pub use views::*;
