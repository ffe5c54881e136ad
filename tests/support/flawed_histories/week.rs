//! A good week, taken apart so that anything in it can be changed, and sealed again.

use std::fs;
use std::path::Path;

use countyline_bundle::{
    Attestation, Block, Contents, CoverSheet, Direction, Expectation, LogPoint, Random, SigningKey,
    open, seal,
};
use countyline_core::exchange::testing::Keys;
use countyline_ledger::{BlockSeed, Commit, CommitBlock, CommitHash, GivenSalts, StoredOp};
use minicbor::{Decoder, Encoder};
use sha2::{Digest, Sha256};

/// A week with one block of commits, taken apart.
#[derive(Clone)]
pub(super) struct Week {
    pub(super) cover: CoverSheet,
    /// All blocks, and which of them is the one with commits.
    pub(super) blocks: Vec<Block>,
    pub(super) place: usize,
    pub(super) range: u64,
    pub(super) salts: Salts,
    pub(super) commits: Vec<Vec<u8>>,
    /// Instead of the block these make.
    pub(super) plain: Option<Vec<u8>>,
    /// Whether the chain is computed anew, so that it ends in the head that is signed.
    pub(super) chained: bool,
    /// Whether the laptop vouches for that head.
    pub(super) vouched: bool,
}

#[derive(Clone)]
pub(super) enum Salts {
    Seed(Vec<u8>),
    Listed(Vec<Vec<u8>>),
}

impl Week {
    pub(super) fn read(path: &Path, county: &Keys, laptop: &Keys) -> Week {
        let bytes = fs::read(path).expect("the week is read");
        let expect = Expectation {
            agency: county.agency,
            directions: &[Direction::Up],
        };
        let signer = |_: &_| Some(laptop.signing.verifying_key());
        let opened = open(&bytes, &county.opening, signer, &expect).expect("the week opens");
        let blocks: Vec<Block> = opened
            .blocks()
            .map(|block| block.expect("inflates"))
            .collect();
        let has_commits = |block: &Block| block.kind == Block::COMMITS;
        let count = blocks.iter().filter(|block| has_commits(block)).count();
        assert_eq!((opened.manifest.cover.logs.len(), count), (1, 1));
        let place = blocks.iter().position(has_commits).expect("there is one");
        let plain = blocks[place].plain.clone();
        let block = CommitBlock::decode(&plain).expect("the block is one of commits");
        let GivenSalts::Seed(seed) = block.salts else {
            panic!("nothing was erased");
        };
        let commits = block.commits;
        assert!(commits.len() > 2, "a week of several commits");
        Week {
            cover: opened.manifest.cover,
            blocks,
            place,
            range: block.range,
            salts: Salts::Seed(seed.0.to_vec()),
            commits,
            plain: None,
            chained: false,
            vouched: true,
        }
    }

    pub(super) fn seal(mut self, county: &Keys, laptop: &Keys, random: &mut Counted) -> Vec<u8> {
        if self.chained {
            self.cover.logs[0].head_hash = self.head().0;
        }
        if self.vouched {
            self.vouch(&laptop.signing);
        }
        let plain = self.plain.clone().unwrap_or_else(|| self.block());
        self.blocks[self.place].plain = plain;
        let contents = Contents {
            cover: self.cover,
            blocks: self.blocks,
        };
        let recipients = [county.opening.sealing_key().clone()];
        seal(&contents, &recipients, &laptop.signing, random).expect("the flaw is sealed")
    }

    pub(super) fn vouch(&mut self, signer: &SigningKey) {
        let range = &mut self.cover.logs[0];
        let head = LogPoint {
            log_id: range.log_id,
            seq: range.to,
            hash: range.head_hash,
        };
        range.attestation = Some(Attestation::sign(&head, signer));
    }

    pub(super) fn seed(&self) -> BlockSeed {
        let Salts::Seed(seed) = &self.salts else {
            panic!("the salts are listed");
        };
        BlockSeed(seed.as_slice().try_into().expect("a seed has 32 bytes"))
    }

    pub(super) fn head(&self) -> CommitHash {
        let start = CommitHash(self.cover.logs[0].prev_hash);
        let seed = self.seed();
        self.commits.iter().fold(start, |before, commit| {
            let commit = Commit::decode(commit.as_slice()).expect("the commit can be read");
            commit.hash(before, &seed).expect("there is a seed")
        })
    }

    /// The block as it would be written, whatever is wrong with it.
    pub(super) fn block(&self) -> Vec<u8> {
        let mut writer = Encoder::new(Vec::new());
        written(writer.array(3).and_then(|w| w.u64(self.range)));
        match &self.salts {
            Salts::Seed(seed) => written(writer.bytes(seed)),
            Salts::Listed(listed) => {
                written(writer.array(listed.len() as u64));
                listed.iter().for_each(|salts| written(writer.bytes(salts)));
            }
        }
        written(writer.array(self.commits.len() as u64));
        let mut last = [0; 3];
        for commit in &self.commits {
            let counted = counted(commit, &mut last);
            written(writer.bytes(counted.as_deref().unwrap_or(commit)));
        }
        writer.into_writer()
    }

    /// Gives each commit its own salts instead of the seed.
    pub(super) fn list_salts(&mut self) -> &mut Vec<Vec<u8>> {
        let seed = self.seed();
        let listed = self.commits.iter().map(|bytes| {
            let commit = Commit::decode(bytes.as_slice()).expect("the commit can be read");
            let seq = commit.header().seq;
            let places = 0..commit.stored_ops().len();
            places.flat_map(|place| seed.salt(seq, place).0).collect()
        });
        self.salts = Salts::Listed(listed.collect());
        let Salts::Listed(listed) = &mut self.salts else {
            unreachable!("they were listed just now");
        };
        listed
    }

    /// Puts another operation into the second commit, and chains the commits anew.
    pub(super) fn with_operation(&mut self, operation: &[u8]) {
        self.change_second(|_, ops| ops.push(operation.to_vec()));
        self.chained = true;
    }

    /// Puts an item that is no operation into the second commit.
    pub(super) fn with_item(&mut self, item: &[u8]) {
        let (header, ops) = parts(&self.commits[1]);
        let mut writer = Encoder::new(Vec::new());
        written(writer.array(2).and_then(|w| w.bytes(&header)));
        written(writer.array(ops.len() as u64 + 1));
        ops.iter().for_each(|op| written(writer.bytes(op)));
        let mut bytes = writer.into_writer();
        bytes.extend_from_slice(item);
        self.commits[1] = bytes;
    }

    pub(super) fn change_second(&mut self, change: impl FnOnce(&mut Vec<u8>, &mut Vec<Vec<u8>>)) {
        let (mut header, mut ops) = parts(&self.commits[1]);
        change(&mut header, &mut ops);
        let mut writer = Encoder::new(Vec::new());
        written(writer.array(2).and_then(|w| w.bytes(&header)));
        written(writer.array(ops.len() as u64));
        ops.iter().for_each(|op| written(writer.bytes(op)));
        self.commits[1] = writer.into_writer();
    }
}

/// A commit as it stands in a block, after one with these counters; `None` if its own cannot be read.
fn counted(commit: &[u8], last: &mut [i64; 3]) -> Option<Vec<u8>> {
    let mut outer = Decoder::new(commit);
    let (2, header) = (outer.array().ok()??, outer.bytes().ok()?) else {
        return None;
    };
    let mut inner = Decoder::new(header);
    let items = inner.array().ok()??;
    let mut full = Encoder::new(Vec::new());
    let mut steps = Encoder::new(Vec::new());
    written(full.array(items));
    written(steps.array(items));
    for last in last {
        let counter = inner.i64().ok()?;
        written(full.i64(counter));
        written(steps.i64(counter - *last));
        *last = counter;
    }
    let rest = header.strip_prefix(full.writer().as_slice())?;
    let mut writer = Encoder::new(Vec::new());
    written(writer.array(2));
    written(writer.bytes(&[steps.writer(), rest].concat()));
    Some([writer.writer(), &commit[outer.position()..]].concat())
}

/// A commit's header and operations.
pub(super) fn parts(commit: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let commit = Commit::decode(commit).expect("the commit can be read");
    let ops = commit.stored_ops().map(|op| match op {
        StoredOp::Present(bytes) => bytes.to_vec(),
        _ => panic!("nothing was taken out"),
    });
    (commit.header_bytes().to_vec(), ops.collect())
}

pub(super) fn written<T>(result: Result<T, minicbor::encode::Error<std::convert::Infallible>>) {
    result.expect("memory takes every byte");
}

/// The same bytes in every run.
pub(super) struct Counted(pub(super) u64);

impl Random for Counted {
    fn fill(&mut self, buffer: &mut [u8]) {
        for part in buffer.chunks_mut(32) {
            self.0 += 1;
            part.copy_from_slice(&Sha256::digest(self.0.to_le_bytes())[..part.len()]);
        }
    }
}
