//! The world outside the program, as traits: the time, randomness, the secret of this machine, and what it
//! remembers of the case file.
//!
//! Nothing else in this crate asks the system for a time or for random bytes, so a test or a simulator
//! that passes its own [`Outside`] replays a run exactly.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Local, NaiveDate};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// Tells the time. It may be years wrong; nothing is decided by it, it is only written down as a claim.
pub trait Clock: Send {
    /// Now, with this place's offset from UTC.
    fn now(&self) -> DateTime<FixedOffset>;

    /// How long this clock has been running, by what nobody can set: it tells how long ago something was done since
    /// the program was started. A clock that is set by hand runs as it is set.
    fn running_for(&self) -> Duration {
        let since = self.now().timestamp_millis();
        Duration::from_millis(u64::try_from(since).unwrap_or(0))
    }

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

/// The newest commit of the log a place writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The log.
    pub log_id: [u8; 16],
    /// The commit's sequence number; 0 for a log without commits.
    pub seq: u64,
    /// The commit's hash.
    pub hash: [u8; 32],
}

/// Remembers outside the office folder how far the case file goes, so that an older copy of the folder is
/// noticed when it is opened. It may be behind the file, never ahead of it. A machine that cannot remember
/// loses nothing by it: the county then notices later.
pub trait HeadMark: Send {
    /// What is remembered of this device's file, if anything.
    fn remembered(&self, device: &[u8; 16]) -> Option<Head>;

    /// Remembers a head, without waiting for the disk. What cannot be written is not an error.
    fn remember(&self, device: &[u8; 16], head: &Head);
}

/// A machine that remembers nothing outside the office folder, as one whose whole disk was put back.
pub struct NoMemory;

impl HeadMark for NoMemory {
    fn remembered(&self, _: &[u8; 16]) -> Option<Head> {
        None
    }

    fn remember(&self, _: &[u8; 16], _: &Head) {}
}

/// Everything a case file needs from outside.
pub struct Outside {
    /// The time.
    pub clock: Box<dyn Clock>,
    /// Randomness.
    pub random: Box<dyn Random>,
    /// This machine's secret.
    pub device_secret: Box<dyn DeviceSecret>,
    /// How far the case file went when it was last written.
    pub head_mark: Box<dyn HeadMark>,
    /// What deriving a key from a passphrase costs.
    pub key_cost: KeyCost,
}

impl Outside {
    /// The real machine: its clock, its random source, and the secret in `profile`, a private folder of
    /// the person who is logged in.
    pub fn of_this_machine(profile: &Path) -> Outside {
        Outside {
            clock: Box::new(SystemClock::new()),
            random: Box::new(SystemRandom),
            device_secret: Box::new(SecretFile::in_profile(profile)),
            head_mark: Box::new(HeadFiles::in_profile(profile)),
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

struct SystemClock {
    begun: Instant,
}

impl SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "measures how long ago something was; never reaches a record"
    )]
    fn new() -> SystemClock {
        SystemClock {
            begun: Instant::now(),
        }
    }
}

impl Clock for SystemClock {
    fn running_for(&self) -> Duration {
        self.begun.elapsed()
    }

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

/// A small file for each device in the profile, beside the secret: log, sequence number, hash, and eight
/// bytes of checksum, because nobody waits for the disk and a power cut may leave half of it.
struct HeadFiles {
    profile: PathBuf,
}

impl HeadFiles {
    fn in_profile(profile: &Path) -> HeadFiles {
        HeadFiles {
            profile: profile.to_owned(),
        }
    }

    fn path(&self, device: &[u8; 16]) -> PathBuf {
        let name: String = device.iter().map(|byte| format!("{byte:02x}")).collect();
        self.profile.join(format!("{name}.head"))
    }
}

impl HeadMark for HeadFiles {
    fn remembered(&self, device: &[u8; 16]) -> Option<Head> {
        let bytes = fs::read(self.path(device)).ok()?;
        let (head, check) = bytes.split_at_checked(56)?;
        if check != head_check(head) {
            return None;
        }
        let (log_id, rest) = head.split_at_checked(16)?;
        let (seq, hash) = rest.split_at_checked(8)?;
        Some(Head {
            log_id: log_id.try_into().ok()?,
            seq: u64::from_le_bytes(seq.try_into().ok()?),
            hash: hash.try_into().ok()?,
        })
    }

    fn remember(&self, device: &[u8; 16], head: &Head) {
        let mut bytes = [&head.log_id[..], &head.seq.to_le_bytes(), &head.hash].concat();
        let check = head_check(&bytes);
        bytes.extend_from_slice(&check);
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        // A machine that cannot remember is no reason to refuse the work that was just saved.
        let _ = options
            .open(self.path(device))
            .and_then(|mut file| file.write_all(&bytes));
    }
}

fn head_check(head: &[u8]) -> [u8; 8] {
    let digest: [u8; 32] = Sha256::digest(head).into();
    let mut check = [0; 8];
    check.copy_from_slice(&digest[..8]);
    check
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
            head_mark: Box::new(NoMemory),
            key_cost: KeyCost::FOR_TESTS,
        }
    }

    /// What a machine remembers; clones are the same machine.
    #[derive(Clone, Default)]
    pub struct Memory(Arc<Mutex<std::collections::BTreeMap<[u8; 16], Head>>>);

    impl HeadMark for Memory {
        fn remembered(&self, device: &[u8; 16]) -> Option<Head> {
            self.0.lock().ok()?.get(device).copied()
        }

        fn remember(&self, device: &[u8; 16], head: &Head) {
            if let Ok(mut heads) = self.0.lock() {
                heads.insert(*device, *head);
            }
        }
    }
}
