//! One function for each reader: what it does with bytes from anywhere, and what must hold then.
//!
//! None may panic. What one of them reads, written again, gives the same bytes: whatever two readers
//! see, they see the same. `fuzz/fuzz_targets` hands the functions to libFuzzer; a test of
//! `tests/system` runs them over `fuzz/seeds`. What stands behind a signature is reached with known
//! keys, see `countyline_bundle::testing`.

pub mod block;
pub mod commit;
pub mod csv;
pub mod enrolment;
pub mod header;
pub mod manifest;
pub mod roster;
pub mod sheets;

use countyline_bundle::{OpeningKey, Random, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// A reader under test.
pub struct Target {
    /// Its name, which is also that of its folder of seeds.
    pub name: &'static str,
    /// What is done with the bytes.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: &[Target] = &[
    target("header", header::run),
    target("manifest", manifest::run),
    target("block", block::run),
    target("commit", commit::run),
    target("roster", roster::run),
    target("enrolment", enrolment::run),
    target("csv", csv::run),
    target("sheets", sheets::run),
];

const fn target(name: &'static str, run: fn(&[u8])) -> Target {
    Target { name, run }
}

/// The agency and the laptop of `tests/vectors/bundles`.
pub const AGENCY: [u8; 16] = [0xA9; 16];
/// See [`AGENCY`].
pub const LAPTOP: [u8; 16] = [0x17; 16];

/// The keys of `tests/vectors/bundles`.
pub struct Keys {
    /// Signs the laptop's bundles and requests.
    pub laptop: SigningKey,
    /// Opens what was sealed for the county.
    pub county: OpeningKey,
}

impl Keys {
    /// The same in every run.
    pub fn known() -> Keys {
        let mut random = Counted(0);
        Keys {
            laptop: SigningKey::generate(&mut random),
            county: OpeningKey::generate(&mut random),
        }
    }

    fn signer(&self, device: [u8; 16]) -> Option<VerifyingKey> {
        (device == LAPTOP).then(|| self.laptop.verifying_key())
    }
}

/// Bytes that differ from draw to draw and are the same in every run.
pub struct Counted(pub u64);

impl Random for Counted {
    fn fill(&mut self, buffer: &mut [u8]) {
        for part in buffer.chunks_mut(32) {
            self.0 += 1;
            part.copy_from_slice(&Sha256::digest(self.0.to_le_bytes())[..part.len()]);
        }
    }
}
