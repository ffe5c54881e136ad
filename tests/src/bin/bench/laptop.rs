//! A laptop without a case file: enrolled by a county, it seals as many commits as a measurement needs.
//!
//! What it writes is what the program writes (`docs/bundle-format.md`), so the county takes it in by the
//! ordinary way. It exists because a real laptop syncs each change to the disk.

use std::path::{Path, PathBuf};

use countyline_bundle::{
    Attestation, Block, Contents, CoverSheet, Direction, EnrolmentRequest, Expectation, LogPoint,
    LogRange, Opened, OpeningKey, Roster, SealingKey, SigningKey, open, seal,
};
use countyline_core::casefile::CaseFile;
use countyline_core::{exchange, registry};
use countyline_ledger::{
    ActorId, BlockSeed, CommitBlock, CommitBuilder, CommitHash, GivenSalts, Header, LogId, Op,
    SealedCommit, chain_start, salt_block,
};

use crate::Outcome;
use crate::year::wall_ms;

/// The laptop most measurements use.
pub const FIRST: u8 = 0xB7;

/// The laptop and its log.
pub struct Laptop {
    device: [u8; 16],
    signing_key: SigningKey,
    opening_key: OpeningKey,
    agency: [u8; 16],
    county: SealingKey,
    log: Log,
    random: Counter,
}

/// The end of a log, to which commits are appended.
pub struct Log {
    id: LogId,
    head: CommitHash,
    next_seq: u64,
}

/// A stretch of its log and the bundle that carries it.
pub struct Sent {
    /// The commits inside.
    pub commits: Vec<SealedCommit>,
    /// The bundle file.
    pub path: PathBuf,
    /// How long it is.
    pub size_bytes: u64,
    contents: Contents,
}

impl Laptop {
    /// A laptop that a county has enrolled.
    pub fn enrolled(county: &mut CaseFile, stick: &Path, number: u8) -> Outcome<Laptop> {
        let device = [number; 16];
        let mut random = Counter(u64::from(number));
        let signing_key = SigningKey::generate(&mut random.source());
        let opening_key = OpeningKey::generate(&mut random.source());
        let request = EnrolmentRequest {
            device,
            laptop_name: format!("Laptop {number} of the bench"),
            person_name: "Sam Deputy".to_owned(),
            verifying_key: signing_key.verifying_key(),
            sealing_key: opening_key.sealing_key().clone(),
            created_ms: 0,
        };
        let path = stick.join(format!("enrol-bench-{number}.clb"));
        std::fs::write(&path, request.encode(&signing_key)?)?;
        let welcome = exchange::enrol_laptop(county, &path, stick)?;
        let roster = roster_in(&std::fs::read(welcome.path)?, &opening_key)?;
        Ok(Laptop {
            device,
            signing_key,
            opening_key,
            agency: roster.agency,
            county: roster.county.sealing_key,
            log: Log::empty(number),
            random,
        })
    }

    /// Appends a commit for each list of operations and seals them for the county.
    pub fn send(&mut self, to: &Path, changes: impl IntoIterator<Item = Vec<Op>>) -> Outcome<Sent> {
        let (from, before) = (self.log.next_seq, self.log.head);
        let commits = changes
            .into_iter()
            .map(|ops| self.log.append(ops))
            .collect::<Outcome<Vec<_>>>()?;
        let contents = self.contents(from, before, &commits)?;
        let county = self.county.clone();
        let sealed = self.seal_for(&contents, &county)?;
        std::fs::write(to, &sealed)?;
        Ok(Sent {
            commits,
            path: to.to_owned(),
            size_bytes: sealed.len() as u64,
            contents,
        })
    }

    /// Seals what was sent once more, for this laptop itself.
    pub fn seal_for_itself(&mut self, sent: &Sent) -> Outcome<Vec<u8>> {
        let own = self.opening_key.sealing_key().clone();
        self.seal_for(&sent.contents, &own)
    }

    /// Opens what it sealed for itself: decrypted, checked, inflated. Says how many bytes were inside.
    pub fn open(&self, sealed: &[u8]) -> Outcome<usize> {
        let expect = Expectation {
            agency: Some(self.agency),
            directions: &[Direction::Up],
        };
        let who = |_: &_| Some(self.signing_key.verifying_key());
        let opened: Opened<'_> = open(sealed, &self.opening_key, who, &expect)?;
        let mut plain = 0;
        for block in opened.blocks() {
            plain += block?.plain.len();
        }
        Ok(plain)
    }

    fn contents(
        &self,
        from: u64,
        before: CommitHash,
        commits: &[SealedCommit],
    ) -> Outcome<Contents> {
        let to = self.log.next_seq - 1;
        let head = LogPoint {
            log_id: self.log.id.0,
            seq: to,
            hash: self.log.head.0,
        };
        let made_ms = i64::try_from(wall_ms(to))?;
        let mut cover = CoverSheet::new(self.agency, self.device, Direction::Up, made_ms);
        cover.registry_version = u32::from(registry::VERSION);
        cover.logs.push(LogRange {
            log_id: self.log.id.0,
            from,
            to,
            prev_hash: if from == 1 { [0; 32] } else { before.0 },
            head_hash: self.log.head.0,
            attestation: Some(Attestation::sign(&head, &self.signing_key)),
        });
        let same_salts = |one: &SealedCommit, other: &SealedCommit| {
            salt_block(one.commit.header().seq) == salt_block(other.commit.header().seq)
        };
        let blocks = commits.chunk_by(same_salts).map(block);
        Ok(Contents {
            cover,
            blocks: blocks.collect::<Outcome<_>>()?,
        })
    }

    fn seal_for(&mut self, contents: &Contents, recipient: &SealingKey) -> Outcome<Vec<u8>> {
        let recipients = std::slice::from_ref(recipient);
        let mut random = self.random.source();
        Ok(seal(contents, recipients, &self.signing_key, &mut random)?)
    }
}

impl Log {
    /// A laptop's log without commits.
    pub fn empty(number: u8) -> Log {
        let id = LogId([number; 16]);
        Log {
            id,
            head: chain_start(id),
            next_seq: 1,
        }
    }

    /// Appends one commit.
    pub fn append(&mut self, ops: Vec<Op>) -> Outcome<SealedCommit> {
        let seq = self.next_seq;
        let header = Header {
            seq,
            lamport: seq,
            wall_ms: i64::try_from(wall_ms(seq))?,
            actor: ActorId(self.id.0),
            action: 6,
            flags: 0,
            anchors: Vec::new(),
        };
        let mut builder = CommitBuilder::new(self.id, header);
        for op in ops {
            builder.push(op);
        }
        let sealed = builder.seal(self.head, &seed(seq))?;
        self.head = sealed.hash;
        self.next_seq += 1;
        Ok(sealed)
    }
}

/// Commits of one block of salts.
fn block(commits: &[SealedCommit]) -> Outcome<Block> {
    let seq = commits.first().map_or(0, |first| first.commit.header().seq);
    let bytes = commits.iter().map(|sealed| sealed.commit.bytes().to_vec());
    let block = CommitBlock {
        range: 0,
        salts: GivenSalts::Seed(seed(seq)),
        commits: bytes.collect(),
    };
    Ok(Block {
        kind: Block::COMMITS,
        plain: block.encode()?,
    })
}

fn seed(seq: u64) -> BlockSeed {
    let mut seed = [0x5A; 32];
    seed[..8].copy_from_slice(&salt_block(seq).to_le_bytes());
    BlockSeed(seed)
}

fn roster_in(welcome: &[u8], opening_key: &OpeningKey) -> Outcome<Roster> {
    let expect = Expectation {
        agency: None,
        directions: &[Direction::Bootstrap],
    };
    let mut carried = None;
    open(
        welcome,
        opening_key,
        |manifest| {
            let body = manifest.cover.roster_update.as_ref()?;
            let roster = Roster::read_first(body).ok()?;
            let county = roster.verifying_key(&manifest.cover.device).cloned();
            carried = Some(roster);
            county
        },
        &expect,
    )?;
    carried.ok_or_else(|| "the county's welcome holds no roster".into())
}

/// Bytes that are different each time. Made-up people need no secret keys.
struct Counter(u64);

impl Counter {
    fn source(&mut self) -> impl FnMut(&mut [u8]) + '_ {
        |bytes| {
            for byte in bytes {
                self.0 = self
                    .0
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                *byte = self.0.to_be_bytes()[0];
            }
        }
    }
}
