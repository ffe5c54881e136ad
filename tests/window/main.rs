//! The real window, driven as a person would: what it refuses, what it keeps, and that nobody is shut out of it.

#![allow(clippy::unwrap_used)]

mod closed_doors;
mod county;
mod guarded;
mod key_counts;
mod long_lists;
mod office;
mod open_forms;
mod screen_reader;
mod screens;
mod traces;
mod week;
mod zoom;
