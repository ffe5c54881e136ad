//! What no single crate can promise.

#![allow(clippy::unwrap_used)]

mod acceptance;
mod copies;
mod counting;
mod dependencies;
mod fuzz_seeds;
mod joining;
mod keys_and_codes;
mod letters;
mod lost_laptop;
mod offices;
mod old_files;
mod papers;
mod refusals;
mod releases;
mod returns;
mod safety;
mod strangers;
mod tables;
mod waiting;
mod weeks;
mod withholding;
