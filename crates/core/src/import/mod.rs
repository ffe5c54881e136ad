//! Coming from a spreadsheet or an Access file: rows of a table become victims, contacts with them, partner agencies
//! or contacts with those, as a [`Mapping`] says.
//!
//! Always true:
//! - a row goes through the same rules as a form on the screen and is taken in whole or not at all; what is refused
//!   stands in the rejects file as it came, with its line and the reason, and can be imported from there once mended;
//! - nothing is guessed: a column that the mapping neither uses nor leaves out, or a value it does not explain, is
//!   refused, and an empty cell never means "no";
//! - a row is known again by what its old system called it ([`keys`]), so a file taken in twice, or again after a
//!   power cut, makes no doubles, and who was erased does not come back;
//! - a dry run makes the same decisions and writes nothing into the case file.
//!
//! Not here: what a table is written in (`countyline-sheets`); directories of agencies after HSDS ([`crate::hsds`]).

mod cells;
mod contacts;
mod fields;
mod headings;
mod keys;
mod mapping;
mod partners;
mod plan;
mod propose;
mod refusals;
mod rejects;
mod run;
mod victims;
mod views;

#[cfg(test)]
mod tests;

pub use fields::what_columns_can_be;
pub use mapping::{read_mapping, write_mapping};
pub use propose::{Proposal, propose};
pub use refusals::ImportRefusal;
pub use run::{Import, import};
pub use views::*;
