//! One file for each thing that can be wrong, made from a good one.

mod documents;
mod entries;
mod inside;
mod outside;
mod sender;

use super::support::Office;
use crate::BundleError;

pub use documents::{request_flaws, roster_flaws};

/// A file with something wrong about it.
pub struct Flaw {
    /// What is wrong, as the name of its file.
    pub name: &'static str,
    pub bytes: Vec<u8>,
    /// How it must be refused.
    pub refusal: BundleError,
}

/// All bundles, in the order in which a reader would come upon them.
pub fn flaws(office: &mut Office) -> Vec<Flaw> {
    let good = office.bundle();
    let mut flaws = outside::transfer_flaws(&good);
    flaws.extend(outside::header_flaws(office, &good));
    flaws.extend(inside::manifest_flaws(office));
    flaws.extend(entries::entry_flaws(office));
    flaws.extend(entries::unknown_flaws(office));
    flaws.extend(sender::sender_flaws(office, &good));
    flaws.extend(inside::block_flaws(office));
    flaws.extend(inside::length_flaws(office));
    flaws
}

fn flaw(name: &'static str, bytes: Vec<u8>, refusal: BundleError) -> Flaw {
    Flaw {
        name,
        bytes,
        refusal,
    }
}
