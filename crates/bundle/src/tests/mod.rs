//! The rules of the bundle format, as tests.
//!
//! `support` makes an office with keys and sealed bundles; files that must be refused are made
//! from good ones and named after their flaw.

mod damage;
mod documents;
mod flaws;
mod known_answers;
mod refused;
mod refused_documents;
mod round_trip;
mod succession;
mod support;
