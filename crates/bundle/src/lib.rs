//! The sealed bundle: the one file in which records travel between laptops and the county.
//!
//! A bundle can be opened only by those it was sealed for, shows nobody else who sent it, and is
//! refused whole if one bit of it has changed. What is inside is compressed blocks of commits and
//! a [`Manifest`] that says whose they are, what the sender has and what it asks for. Beside
//! bundles there are two small signed documents: the [`EnrolmentRequest`] of a new laptop and the
//! [`Roster`] of an agency.
//!
//! Everything here turns bytes into bytes. There is no file, no clock, no database, no casework
//! and no randomness but what is passed in. What a commit means, whether it continues its log and
//! who may send what is decided elsewhere. The layout is described for strangers in
//! `docs/bundle-format.md`.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod cbor;
mod document;
mod enrolment;
mod error;
mod keys;
pub mod limits;
mod manifest;
mod open;
mod outer;
mod payload;
mod random;
mod recognise;
mod roster;
mod seal;
mod source;
mod succession;
#[cfg(feature = "testing")]
pub mod testing;
pub mod words;

#[cfg(test)]
mod tests;

pub use enrolment::EnrolmentRequest;
pub use error::BundleError;
pub use keys::{KeyId, OpeningKey, SealingKey, SigningKey, VerifyingKey};
pub use manifest::{
    Ack, Attestation, BlockEntry, CoverSheet, FORMAT, Have, HeldInterval, HubStatement,
    LackingInterval, LogPoint, LogRange, Manifest, Need, READER, RosterPoint, UnknownKey,
};
pub use open::{Blocks, Expectation, Opened, open};
pub use outer::{Outer, inspect, is_sealed_for};
pub use random::Random;
pub use recognise::{FileKind, recognise};
pub use roster::{County, LastKnown, Revocation, Roster, RosterEntry};
pub use seal::{Block, Contents, seal};
pub use source::Source;
pub use succession::Succession;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Which way a bundle goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From a laptop to the county.
    Up,
    /// From the county back to a laptop.
    Return,
    /// From the county to a laptop that has nothing yet.
    Bootstrap,
}

impl Direction {
    const ALL: [Direction; 3] = [Direction::Up, Direction::Return, Direction::Bootstrap];

    /// The number that stands for it in a manifest.
    pub fn number(self) -> u8 {
        match self {
            Direction::Up => 1,
            Direction::Return => 2,
            Direction::Bootstrap => 3,
        }
    }

    /// The direction a number stands for.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|direction| direction.number() == number)
    }
}

/// HKDF-SHA-256 to 32 bytes.
fn derive(secret: &[u8; 32], salt: Option<&[u8]>, purpose: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(salt, secret)
        .expand(purpose, key.as_mut_slice())
        .expect("HKDF-SHA-256 gives up to 8160 bytes");
    key
}
