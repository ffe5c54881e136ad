//! The world outside the program, as traits: the time, randomness, and the secret of this machine.
//!
//! Nothing else in this crate asks the system for a time or for random bytes, so a test or a simulator
//! that passes its own [`Outside`] replays a run exactly.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Local, NaiveDate};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// Tells the time. It may be years wrong; nothing is decided by it, it is only written down as a claim.
pub trait Clock: Send {
    /// Now, with this place's offset from UTC.
    fn now(&self) -> DateTime<FixedOffset>;

    /// Today, here.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// Gives random bytes fit for keys.
pub trait Random: Send {
    /// Fills `bytes`.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// Keeps 32 bytes that belong to this machine's user and are not in the office folder, so that the
/// folder alone (a copy, a stolen stick) cannot be attacked by guessing passphrases.
pub trait DeviceSecret: Send {
    /// The secret, made on first use.
    fn load_or_make(&self, random: &mut dyn Random) -> Result<Zeroizing<[u8; 32]>>;

    /// The secret, which must be there.
    fn load(&self) -> Result<Zeroizing<[u8; 32]>>;
}

/// Everything a case file needs from outside.
pub struct Outside {
    /// The time.
    pub clock: Box<dyn Clock>,
    /// Randomness.
    pub random: Box<dyn Random>,
    /// This machine's secret.
    pub device_secret: Box<dyn DeviceSecret>,
    /// What deriving a key from a passphrase costs.
    pub key_cost: KeyCost,
}

impl Outside {
    /// The real machine: its clock, its random source, and the secret in `profile`, a private folder of
    /// the person who is logged in.
    pub fn of_this_machine(profile: &Path) -> Outside {
        Outside {
            clock: Box::new(SystemClock),
            random: Box::new(SystemRandom),
            device_secret: Box::new(SecretFile::in_profile(profile)),
            key_cost: KeyCost::STANDARD,
        }
    }
}

/// Memory and passes of Argon2id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes.
    pub passes: u32,
}

impl KeyCost {
    /// 64 MiB, three passes: under a second on a patrol laptop.
    pub const STANDARD: KeyCost = KeyCost {
        memory_kib: 64 * 1024,
        passes: 3,
    };
    /// Nearly free, for tests that open many files.
    #[cfg(any(test, feature = "testing"))]
    pub const FOR_TESTS: KeyCost = KeyCost {
        memory_kib: 8,
        passes: 1,
    };
}

struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the system clock"
    )]
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}

struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// The machine's secret in a file that only its user may read.
struct SecretFile {
    path: PathBuf,
}

impl SecretFile {
    fn in_profile(profile: &Path) -> SecretFile {
        SecretFile {
            path: profile.join("device.secret"),
        }
    }
}

impl DeviceSecret for SecretFile {
    fn load_or_make(&self, random: &mut dyn Random) -> Result<Zeroizing<[u8; 32]>> {
        if self.path.exists() {
            return self.load();
        }
        let mut secret = Zeroizing::new([0u8; 32]);
        random.fill(secret.as_mut());
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .map_err(|source| Error::file("make the profile folder", source))?;
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options
            .open(&self.path)
            .map_err(|source| Error::file("write the device secret", source))?;
        file.write_all(secret.as_ref())
            .and_then(|()| file.sync_all())
            .map_err(|source| Error::file("write the device secret", source))?;
        Ok(secret)
    }

    fn load(&self) -> Result<Zeroizing<[u8; 32]>> {
        let bytes = Zeroizing::new(fs::read(&self.path).map_err(|_| Error::DeviceSecretMissing)?);
        let secret =
            <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| Error::DeviceSecretMissing)?;
        Ok(Zeroizing::new(secret))
    }
}

#[cfg(any(test, feature = "testing"))]
pub mod testing {
    //! A world that tests control: a clock that is set by hand, bytes from a seed, a known secret.

    use std::sync::{Arc, Mutex};

    use super::*;

    /// A clock that a test moves. Clones share the time.
    #[derive(Clone)]
    pub struct SetClock(Arc<Mutex<DateTime<FixedOffset>>>);

    impl SetClock {
        /// A clock standing at an RFC 3339 instant.
        pub fn at(instant: &str) -> SetClock {
            let instant = DateTime::parse_from_rfc3339(instant).expect("an RFC 3339 instant");
            SetClock(Arc::new(Mutex::new(instant)))
        }

        /// Moves the clock to an RFC 3339 instant.
        pub fn set(&self, instant: &str) {
            let instant = DateTime::parse_from_rfc3339(instant).expect("an RFC 3339 instant");
            *self
                .0
                .lock()
                .expect("no test panics while it holds the clock") = instant;
        }
    }

    impl Clock for SetClock {
        fn now(&self) -> DateTime<FixedOffset> {
            *self
                .0
                .lock()
                .expect("no test panics while it holds the clock")
        }
    }

    /// Bytes that follow from a seed (SHA-256 in counter mode).
    pub struct SeededRandom {
        seed: u64,
        counter: u64,
    }

    impl SeededRandom {
        /// The stream of `seed`.
        pub fn new(seed: u64) -> SeededRandom {
            SeededRandom { seed, counter: 0 }
        }
    }

    impl Random for SeededRandom {
        fn fill(&mut self, bytes: &mut [u8]) {
            use sha2::Digest;
            for chunk in bytes.chunks_mut(32) {
                let mut hash = sha2::Sha256::new();
                hash.update(self.seed.to_le_bytes());
                hash.update(self.counter.to_le_bytes());
                self.counter += 1;
                chunk.copy_from_slice(&hash.finalize()[..chunk.len()]);
            }
        }
    }

    /// A machine whose secret everyone knows.
    pub struct KnownSecret(pub [u8; 32]);

    impl DeviceSecret for KnownSecret {
        fn load_or_make(&self, _: &mut dyn Random) -> Result<Zeroizing<[u8; 32]>> {
            self.load()
        }

        fn load(&self) -> Result<Zeroizing<[u8; 32]>> {
            Ok(Zeroizing::new(self.0))
        }
    }

    /// A world from a clock and a seed.
    pub fn outside(clock: &SetClock, seed: u64) -> Outside {
        Outside {
            clock: Box::new(clock.clone()),
            random: Box::new(SeededRandom::new(seed)),
            device_secret: Box::new(KnownSecret([7; 32])),
            key_cost: KeyCost::FOR_TESTS,
        }
    }
}
