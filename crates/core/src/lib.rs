//! Casework and the case file: what a rural victim-services office records, and where it is kept.
//!
//! One noun, one module. Every module reads and writes through [`casefile::CaseFile`]; only
//! `CaseFile::change` writes. What may leave on paper or in a file is decided in [`releases`] alone.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod agreements;
pub mod backups;
pub mod casefile;
mod checks;
pub mod codes;
pub mod community;
pub mod compensation;
pub mod contacts;
pub mod counts;
pub mod court_dates;
pub mod criminal_history;
pub mod custody;
mod days;
pub mod disclosures;
pub mod drafts;
pub mod duplicates;
pub mod erasure;
pub mod error;
pub mod exchange;
pub mod export_table;
mod fields;
mod files;
pub mod followups;
pub mod groups;
pub mod hiding;
pub mod hsds;
mod ids;
pub mod import;
pub mod inbox;
pub mod incidents;
pub mod letters;
pub mod logo;
pub mod long_work;
pub mod looks;
#[cfg(test)]
mod merging_tables;
pub mod need_to_know;
pub mod on_call;
pub mod outreach;
pub mod outside;
pub mod own_languages;
pub mod own_lists;
pub mod packs;
pub mod paper_kinds;
pub mod papers;
pub mod partners;
pub mod policy;
pub mod protection_orders;
pub mod recovery;
pub mod referrals;
pub mod registry;
pub mod releases;
pub mod retention;
pub mod rights;
pub mod risk_screens;
pub mod roles;
pub mod sample_office;
mod search;
pub mod services;
pub mod staff;
mod standing;
pub mod start;
pub mod surveys;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod trainings;
pub mod undo;
pub mod unlock_code;
pub mod victims;
mod view;
pub mod wordings;
pub mod words;
