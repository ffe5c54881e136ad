//! The rules of the bundle format, as tests.
//!
//! `support` makes an office with keys and sealed bundles; files that must be refused are made
//! from good ones and named after their flaw.

mod round_trip;
mod support;
