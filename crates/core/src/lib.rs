//! Casework and the case file: what a rural victim-services office records, and where it is kept.
//!
//! One noun, one module. Every module reads and writes through [`casefile::CaseFile`]; only
//! `CaseFile::change` writes. What may leave on paper or in a file is decided in [`releases`] alone.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod contacts;
pub mod error;
pub mod exchange;
pub mod followups;
pub mod inbox;
pub mod letters;
pub mod outreach;
pub mod partners;
pub mod referrals;
pub mod releases;
pub mod start;
pub mod victims;
mod view;
