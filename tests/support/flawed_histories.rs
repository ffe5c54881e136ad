//! Weeks whose commits are not what they should be, sealed and signed by a laptop that is enrolled.
//!
//! They are made from a good week and stored in `tests/vectors/histories`, each named after its flaw, for
//! the county of the old files of this version. Each must be refused, and nothing of it merged.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use countyline_bundle::{
    Attestation, Block, Contents, CoverSheet, Direction, Expectation, LogPoint, Random, SigningKey,
    open, seal,
};
use countyline_core::exchange::testing::Keys;
use countyline_ledger::{BlockSeed, Commit, CommitBlock, CommitHash, GivenSalts, Op, StoredOp};
use minicbor::{Decoder, Encoder};
use sha2::{Digest, Sha256};

use crate::old_files::write_keys;

/// What a flaw is refused with, by the names of `docs/bundle-format.md`.
const BLOCK: &str = "block malformed";
const COMMIT: &str = "commit malformed";
const SEQUENCE: &str = "out of sequence";
const HEAD: &str = "another head";
const VOUCHED: &str = "log not vouched for";
const CODE: &str = "one-time code malformed";

/// Writes a bundle for each flaw, how each must be refused, and the county's keys.
pub fn write(week: &Path, county: &Keys, laptop: &Keys, folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder for the flaws");
    write_keys(folder, county);
    let good = Week::read(week, county, laptop);
    let mut random = Counted(0);
    let mut refusals = BTreeMap::new();
    for (name, refusal, change) in flaws() {
        let mut flawed = good.clone();
        change(&mut flawed);
        let bytes = flawed.seal(county, laptop, &mut random);
        fs::write(folder.join(format!("{name}.clb")), bytes).expect("a flaw is written");
        let twice = refusals.insert(name, refusal);
        assert!(twice.is_none(), "{name}");
    }
    fs::copy(week, folder.join("good.clb")).expect("the week is copied");
    let listed: String = refusals
        .iter()
        .map(|(name, refusal)| format!("{name}.clb: {refusal}\n"))
        .collect();
    fs::write(folder.join("refused.txt"), listed).expect("the list is written");
}

/// A week with one block of commits, taken apart.
#[derive(Clone)]
struct Week {
    cover: CoverSheet,
    /// All blocks, and which of them is the one with commits.
    blocks: Vec<Block>,
    place: usize,
    range: u64,
    salts: Salts,
    commits: Vec<Vec<u8>>,
    /// Instead of the block these make.
    plain: Option<Vec<u8>>,
    /// Whether the chain is computed anew, so that it ends in the head that is signed.
    chained: bool,
    /// Whether the laptop vouches for that head.
    vouched: bool,
}

#[derive(Clone)]
enum Salts {
    Seed(Vec<u8>),
    Listed(Vec<Vec<u8>>),
}

impl Week {
    fn read(path: &Path, county: &Keys, laptop: &Keys) -> Week {
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

    fn seal(mut self, county: &Keys, laptop: &Keys, random: &mut Counted) -> Vec<u8> {
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

    fn vouch(&mut self, signer: &SigningKey) {
        let range = &mut self.cover.logs[0];
        let head = LogPoint {
            log_id: range.log_id,
            seq: range.to,
            hash: range.head_hash,
        };
        range.attestation = Some(Attestation::sign(&head, signer));
    }

    fn seed(&self) -> BlockSeed {
        let Salts::Seed(seed) = &self.salts else {
            panic!("the salts are listed");
        };
        BlockSeed(seed.as_slice().try_into().expect("a seed has 32 bytes"))
    }

    fn head(&self) -> CommitHash {
        let start = CommitHash(self.cover.logs[0].prev_hash);
        let seed = self.seed();
        self.commits.iter().fold(start, |before, commit| {
            let commit = Commit::decode(commit.as_slice()).expect("the commit can be read");
            commit.hash(before, &seed).expect("there is a seed")
        })
    }

    /// The block as it would be written, whatever is wrong with it.
    fn block(&self) -> Vec<u8> {
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
    fn list_salts(&mut self) -> &mut Vec<Vec<u8>> {
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
    fn with_operation(&mut self, operation: &[u8]) {
        self.change_second(|_, ops| ops.push(operation.to_vec()));
        self.chained = true;
    }

    /// Puts an item that is no operation into the second commit.
    fn with_item(&mut self, item: &[u8]) {
        let (header, ops) = parts(&self.commits[1]);
        let mut writer = Encoder::new(Vec::new());
        written(writer.array(2).and_then(|w| w.bytes(&header)));
        written(writer.array(ops.len() as u64 + 1));
        ops.iter().for_each(|op| written(writer.bytes(op)));
        let mut bytes = writer.into_writer();
        bytes.extend_from_slice(item);
        self.commits[1] = bytes;
    }

    fn change_second(&mut self, change: impl FnOnce(&mut Vec<u8>, &mut Vec<Vec<u8>>)) {
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
fn parts(commit: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let commit = Commit::decode(commit).expect("the commit can be read");
    let ops = commit.stored_ops().map(|op| match op {
        StoredOp::Present(bytes) => bytes.to_vec(),
        _ => panic!("nothing was taken out"),
    });
    (commit.header_bytes().to_vec(), ops.collect())
}

type Change = Box<dyn Fn(&mut Week)>;

fn flaws() -> Vec<(&'static str, &'static str, Change)> {
    let mut flaws = block_flaws();
    flaws.extend(chain_flaws());
    flaws.extend(commit_flaws());
    flaws.extend(operation_flaws());
    flaws.extend(vouching_flaws());
    flaws.extend(code_flaws());
    flaws
}

fn flaw(
    name: &'static str,
    refusal: &'static str,
    change: impl Fn(&mut Week) + 'static,
) -> (&'static str, &'static str, Change) {
    (name, refusal, Box::new(change))
}

fn block_flaws() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        flaw("block-no-cbor", BLOCK, |week| {
            week.plain = Some(vec![0xff; 40]);
        }),
        flaw("block-with-bytes-behind", BLOCK, |week| {
            week.plain = Some([week.block(), vec![0]].concat());
        }),
        flaw("block-cut-short", BLOCK, |week| {
            let mut plain = week.block();
            plain.pop();
            week.plain = Some(plain);
        }),
        flaw("block-of-a-range-there-is-not", BLOCK, |week| {
            week.range = 1
        }),
        flaw("block-range-not-shortest", BLOCK, |week| {
            let mut plain = week.block();
            plain.splice(1..2, [0x18, 0]);
            week.plain = Some(plain);
        }),
        flaw("block-of-unstated-length", BLOCK, |week| {
            let mut plain = week.block();
            plain[0] = 0x9f;
            plain.push(0xff);
            week.plain = Some(plain);
        }),
        flaw("block-of-four-parts", BLOCK, |week| {
            let mut plain = week.block();
            plain[0] = 0x84;
            plain.push(0);
            week.plain = Some(plain);
        }),
        flaw("block-without-commits", BLOCK, |week| week.commits.clear()),
        flaw("seed-cut-short", BLOCK, |week| {
            let Salts::Seed(seed) = &mut week.salts else {
                unreachable!("the good week has a seed");
            };
            seed.pop();
        }),
        flaw("salts-of-a-commit-missing", BLOCK, |week| {
            week.list_salts().pop();
        }),
        flaw("salts-of-a-commit-too-many", BLOCK, |week| {
            week.list_salts().push(Vec::new());
        }),
        flaw("salt-cut-short", BLOCK, |week| {
            week.list_salts()[0].pop();
        }),
        flaw("salt-of-an-operation-missing", BLOCK, |week| {
            let listed = &mut week.list_salts()[0];
            listed.truncate(listed.len() - 16);
        }),
        flaw("salt-of-an-operation-too-many", BLOCK, |week| {
            week.list_salts()[0].extend([0; 16]);
        }),
    ]
}

fn chain_flaws() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        flaw("commit-left-out", SEQUENCE, |week| {
            week.commits.remove(1);
        }),
        flaw("commit-twice", SEQUENCE, |week| {
            let again = week.commits[0].clone();
            week.commits.insert(0, again);
        }),
        flaw("commits-swapped", SEQUENCE, |week| week.commits.swap(0, 1)),
        flaw("first-commit-missing", SEQUENCE, |week| {
            week.commits.remove(0);
        }),
        flaw("last-commit-missing", SEQUENCE, |week| {
            week.commits.pop();
        }),
        flaw("commits-beyond-the-range", SEQUENCE, |week| {
            week.cover.logs[0].to -= 1;
        }),
        flaw("seed-of-another-block", HEAD, |week| {
            week.salts = Salts::Seed(vec![9; 32]);
        }),
        flaw("salt-altered", HEAD, |week| {
            week.list_salts()[1][0] ^= 1;
        }),
        flaw("head-altered", HEAD, |week| {
            week.cover.logs[0].head_hash[0] ^= 1;
        }),
        flaw("time-altered", HEAD, |week| {
            week.change_second(|header, _| {
                let place = header.windows(2).position(|pair| pair == [0x1b, 0]);
                header[place.expect("the time is written in nine bytes") + 8] ^= 1;
            });
        }),
        flaw("operation-added", HEAD, |week| {
            week.change_second(|_, ops| ops.push(vec![0x84, 7, 1, 0xf6, 0xf6]));
        }),
        flaw("operation-left-out", HEAD, |week| {
            week.change_second(|_, ops| {
                ops.pop();
            });
        }),
        flaw("digest-of-another-operation", HEAD, |week| {
            let withheld = [&[0x82, 0, 0x58, 32][..], &[7; 32]].concat();
            let (header, ops) = parts(&week.commits[1]);
            let mut writer = Encoder::new(Vec::new());
            written(writer.array(2).and_then(|w| w.bytes(&header)));
            written(writer.array(ops.len() as u64));
            ops[1..].iter().for_each(|op| written(writer.bytes(op)));
            let mut bytes = writer.into_writer();
            bytes.extend(withheld);
            week.commits[1] = bytes;
        }),
    ]
}

fn commit_flaws() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        flaw("commit-no-cbor", COMMIT, |week| week.commits[1].fill(0xff)),
        flaw("commit-cut-short", COMMIT, |week| {
            week.commits[1].pop();
        }),
        flaw("commit-with-bytes-behind", COMMIT, |week| {
            week.commits[1].push(0)
        }),
        flaw("commit-without-operations-list", COMMIT, |week| {
            let (header, _) = parts(&week.commits[1]);
            let mut writer = Encoder::new(Vec::new());
            written(writer.array(1).and_then(|w| w.bytes(&header)));
            week.commits[1] = writer.into_writer();
        }),
        flaw("header-of-five-items", COMMIT, |week| {
            week.change_second(|header, _| {
                header[0] = 0x85;
                header.pop();
            });
        }),
        flaw("header-with-an-empty-list-of-anchors", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x87, 2, 2, 0, 0x50][..], &[1; 16], &[1, 0, 0x80]].concat();
            });
        }),
        flaw("header-with-an-anchor-twice", COMMIT, |week| {
            week.change_second(|header, _| {
                let anchor = [&[0x83, 0x50][..], &[1; 16], &[3, 0x58, 32], &[2; 32]].concat();
                let start = [&[0x87, 2, 2, 0, 0x50][..], &[1; 16], &[1, 0, 0x82]].concat();
                *header = [start, anchor.clone(), anchor].concat();
            });
        }),
        flaw("header-of-commit-0", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x86, 0, 2, 0, 0x50][..], &[1; 16], &[1, 0]].concat();
            });
        }),
        flaw("header-number-not-shortest", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x86, 0x18, 2, 2, 0, 0x50][..], &[1; 16], &[1, 0]].concat();
            });
        }),
        flaw("header-of-a-commit-below-0", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x86, 0x20, 2, 0, 0x50][..], &[1; 16], &[1, 0]].concat();
            });
        }),
        flaw("header-with-a-short-actor", COMMIT, |week| {
            week.change_second(|header, _| {
                *header = [&[0x86, 2, 2, 0, 0x4f][..], &[1; 15], &[1, 0]].concat();
            });
        }),
        flaw("withheld-with-a-short-digest", COMMIT, |week| {
            week.with_item(&[&[0x82, 0, 0x58, 31][..], &[7; 31]].concat());
        }),
        flaw("erased-without-an-order", COMMIT, |week| {
            week.with_item(&[&[0x82, 1, 0x58, 32][..], &[7; 32]].concat());
        }),
        flaw("left-of-an-operation-in-an-unknown-way", COMMIT, |week| {
            week.with_item(&[&[0x82, 2, 0x58, 32][..], &[7; 32]].concat());
        }),
    ]
}

fn operation_flaws() -> Vec<(&'static str, &'static str, Change)> {
    let entity = |rest: &[u8]| [&[0x50][..], &[9; 16], rest].concat();
    let set = |rest: &[u8]| [&[0x85, 1, 1][..], &entity(rest)].concat();
    let add = |rest: &[u8]| [&[0x85, 2, 1][..], &entity(rest)].concat();
    let audit = |detail: &[u8]| [&[0x84, 7, 1, 0xf6][..], detail].concat();
    let erase = |rest: &[u8]| [&[0x84, 6][..], &entity(rest)].concat();
    let deep = [vec![0x81; 9], vec![0]].concat();
    let operation =
        |name, bytes: Vec<u8>| flaw(name, COMMIT, move |week| week.with_operation(&bytes));
    // What these are made from is good.
    for good in [
        set(&[0x80, 0xa1, 1, 0]),
        add(&[7, 0x82, 1, 2]),
        audit(&[0]),
        erase(&[
            0x61, b'x', 0x81, 0x83, 1, 0x50, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0x80,
        ]),
    ] {
        Op::decode(&good).expect("the good operation is read");
    }
    vec![
        operation("operation-no-cbor", vec![0xff; 9]),
        operation("operation-with-bytes-behind", audit(&[0, 0])),
        operation(
            "operation-of-unstated-length",
            [&[0x9f, 7, 1, 0xf6, 0, 0xff][..]].concat(),
        ),
        operation("operation-of-too-few-items", vec![0x83, 7, 1, 0xf6]),
        operation("fields-out-of-order", set(&[0x80, 0xa2, 2, 0, 1, 0])),
        operation("field-twice", set(&[0x80, 0xa2, 1, 0, 1, 0])),
        operation(
            "field-that-is-never-written",
            set(&[0x80, 0xa1, 0x19, 0xff, 0xff, 0]),
        ),
        operation("field-number-not-shortest", set(&[0x80, 0xa1, 0x18, 1, 0])),
        operation("elements-out-of-order", add(&[7, 0x82, 2, 1])),
        operation("element-twice", add(&[7, 0x82, 1, 1])),
        operation("parents-out-of-order", set(&[0x82, 2, 1, 0xa0])),
        operation("parent-twice", set(&[0x82, 1, 1, 0xa0])),
        operation(
            "parent-by-an-anchor-there-is-not",
            set(&[0x81, 0x38, 99, 0xa0]),
        ),
        operation("value-a-fraction", audit(&[0xf9, 0x3c, 0])),
        operation("value-a-tag", audit(&[0xc1, 0])),
        operation("value-undefined", audit(&[0xf7])),
        operation(
            "value-beyond-64-bits",
            audit(&[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
        ),
        operation("value-text-no-utf-8", audit(&[0x61, 0xff])),
        operation("value-too-deep", audit(&deep)),
        operation("value-members-out-of-order", audit(&[0xa2, 2, 0, 1, 0])),
        operation("order-without-records", erase(&[0x61, b'x', 0x80])),
    ]
}

fn vouching_flaws() -> Vec<(&'static str, &'static str, Change)> {
    vec![
        flaw("log-without-attestation", VOUCHED, |week| {
            week.vouched = false;
            week.cover.logs[0].attestation = None;
        }),
        flaw("log-attested-by-a-stranger", VOUCHED, |week| {
            week.vouched = false;
            week.vouch(&SigningKey::generate(&mut Counted(500)));
        }),
        flaw("attestation-of-another-commit", VOUCHED, |week| {
            week.vouched = false;
            // The laptop's word is for the last commit; here the range ends before it.
            week.cover.logs[0].to -= 1;
            week.commits.pop();
        }),
        flaw("attestation-altered", VOUCHED, |week| {
            week.vouched = false;
            let word = week.cover.logs[0].attestation.as_mut();
            word.expect("the good week has one").signature[5] ^= 1;
        }),
    ]
}

fn code_flaws() -> Vec<(&'static str, &'static str, Change)> {
    let altered = |name, change: fn(&mut Vec<u8>)| {
        flaw(name, CODE, move |week| change(&mut week.blocks[0].plain))
    };
    let reworded = |name, change: fn(&str) -> String| {
        flaw(name, CODE, move |week| {
            let [form, number, words @ ..] = &week.blocks[0].plain[1..] else {
                panic!("the good week brings a code");
            };
            let mut reader = Decoder::new(words);
            let words = change(reader.str().expect("the code is a text"));
            let mut writer = Encoder::new(vec![0x83, *form, *number]);
            written(writer.str(&words));
            week.blocks[0].plain = writer.into_writer();
        })
    };
    vec![
        altered("one-time-code-number-not-shortest", |plain| {
            plain.insert(2, 0x18);
        }),
        altered("one-time-code-form-not-shortest", |plain| {
            plain.insert(1, 0x18);
        }),
        altered("one-time-code-of-unstated-length", |plain| {
            plain[0] = 0x9f;
            plain.push(0xff);
        }),
        altered("one-time-code-of-four-parts", |plain| {
            plain[0] = 0x84;
            plain.push(0);
        }),
        altered("one-time-code-with-bytes-behind", |plain| plain.push(0)),
        altered("one-time-code-cut-short", |plain| {
            plain.pop();
        }),
        reworded("one-time-code-of-seven-words", |words| {
            let (seven, _) = words.rsplit_once(' ').expect("eight words");
            seven.to_owned()
        }),
        reworded("one-time-code-in-capitals", str::to_uppercase),
        reworded("one-time-code-with-two-spaces", |words| {
            words.replacen(' ', "  ", 1)
        }),
        reworded("one-time-code-of-a-word-there-is-not", |words| {
            let (seven, _) = words.rsplit_once(' ').expect("eight words");
            format!("{seven} countyline")
        }),
        flaw("one-time-code-twice", CODE, |week| {
            let again = week.blocks[0].clone();
            week.blocks.push(again);
        }),
        flaw("one-time-code-behind-the-commits", CODE, |week| {
            week.blocks.rotate_left(1);
            week.place = week.blocks.len() - 2;
        }),
    ]
}

fn written<T>(result: Result<T, minicbor::encode::Error<std::convert::Infallible>>) {
    result.expect("memory takes every byte");
}

/// The same bytes in every run.
struct Counted(u64);

impl Random for Counted {
    fn fill(&mut self, buffer: &mut [u8]) {
        for part in buffer.chunks_mut(32) {
            self.0 += 1;
            part.copy_from_slice(&Sha256::digest(self.0.to_le_bytes())[..part.len()]);
        }
    }
}
