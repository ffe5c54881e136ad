//! Consecutive commits of one log on their way from machine to machine, and what their chain is followed
//! with.
//!
//! ```text
//! block = [range: uint, seed: bstr 32 / [+ salts: bstr 16·P], [+ counted commit: bstr]]
//! ```
//!
//! `range` says whose commits they are; whoever carries blocks about gives it its meaning. They are all of
//! one salt block, whose seed is given, or else for each commit the salts of the P operations present in
//! it.
//!
//! A counted commit is a commit but for the first three numbers of its header, `seq`, `lamport` and `wall_ms`:
//! in their place stands how far each is from that of the commit before it in the block, for the first
//! how far from 0. They grow from commit to commit, and no compression sees that: written in full they
//! would take a third of a bundle of small changes. Everything else is passed on, not read.

use crate::cbor::{Reader, with_room, written};
use crate::{BlockSeed, Result};

/// The numbers of a header that grow from commit to commit: `seq`, `lamport` and `wall_ms`.
type Counters = [i64; 3];
/// By how many bytes a commit may grow when its counters do.
const ROOM: usize = 32;

/// A block as it was read, or is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitBlock<'b> {
    /// The place of the log range its commits belong to.
    pub range: u64,
    /// What the chain is followed with.
    pub salts: GivenSalts<'b>,
    /// The commits, as signed; at least one.
    pub commits: Vec<Vec<u8>>,
}

/// What the chain of a block's commits is followed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivenSalts<'b> {
    /// The seed of their salt block.
    Seed(BlockSeed),
    /// For each commit the salts of its operations present, one after the other.
    Listed(Vec<&'b [u8]>),
}

impl<'b> CommitBlock<'b> {
    /// The block these bytes are the encoding of. Of its commits only the counters are looked at.
    ///
    /// # Errors
    /// If they are malformed or not canonical, there is no commit, or there are not as many salts.
    pub fn decode(bytes: &'b [u8]) -> Result<CommitBlock<'b>> {
        let mut reader = Reader::new(bytes, "block");
        if reader.list()? != 3 {
            return Err(reader.malformed());
        }
        let range = reader.unsigned()?;
        let salts = if reader.peek()? >> 5 == 2 {
            GivenSalts::Seed(BlockSeed(reader.array_of_bytes()?))
        } else {
            GivenSalts::Listed(read_strings(&mut reader)?)
        };
        let counted = read_strings(&mut reader)?;
        reader.end()?;
        let one_each =
            !matches!(&salts, GivenSalts::Listed(listed) if listed.len() != counted.len());
        if counted.is_empty() || !one_each {
            return Err(reader.malformed());
        }
        let mut last = Counters::default();
        let commits = counted.into_iter().map(|commit| {
            recounted(commit, |steps| {
                last = each(last, steps, i64::wrapping_add);
                last
            })
        });
        let commits = commits.collect::<Result<_>>()?;
        Ok(CommitBlock {
            range,
            salts,
            commits,
        })
    }

    /// The block's only encoding.
    ///
    /// # Errors
    /// If something among the commits has no header that begins with its counters.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut last = Counters::default();
        let counted = self.commits.iter().map(|commit| {
            recounted(commit, |counters| {
                let steps = each(counters, last, i64::wrapping_sub);
                last = counters;
                steps
            })
        });
        let counted = counted.collect::<Result<Vec<_>>>()?;
        Ok(written(|writer| {
            writer.array(3)?.u64(self.range)?;
            match &self.salts {
                GivenSalts::Seed(seed) => writer.bytes(&seed.0)?.ok()?,
                GivenSalts::Listed(listed) => {
                    writer.array(listed.len() as u64)?;
                    listed
                        .iter()
                        .try_for_each(|salts| writer.bytes(salts)?.ok())?;
                }
            }
            writer.array(counted.len() as u64)?;
            counted
                .iter()
                .try_for_each(|commit| writer.bytes(commit)?.ok())
        }))
    }
}

/// A commit with other counters in its header; everything else is copied.
fn recounted(commit: &[u8], count: impl FnOnce(Counters) -> Counters) -> Result<Vec<u8>> {
    let mut reader = Reader::new(commit, "commit");
    if reader.list()? != 2 {
        return Err(reader.malformed());
    }
    let header = reader.bytes(commit.len())?;
    let ops = &commit[reader.position()..];
    let mut reader = Reader::new(header, "header");
    let items = reader.list()?;
    if items < Counters::default().len() {
        return Err(reader.malformed());
    }
    let counters = count([reader.signed()?, reader.signed()?, reader.signed()?]);
    let rest = &header[reader.position()..];
    let mut header = with_room(header.len() + ROOM, |writer| {
        writer.array(items as u64)?;
        counters
            .into_iter()
            .try_for_each(|counter| writer.i64(counter)?.ok())
    });
    header.extend_from_slice(rest);
    let mut bytes = with_room(commit.len() + ROOM, |writer| {
        writer.array(2)?.bytes(&header)?.ok()
    });
    bytes.extend_from_slice(ops);
    Ok(bytes)
}

fn each(one: Counters, other: Counters, of: impl Fn(i64, i64) -> i64) -> Counters {
    std::array::from_fn(|place| of(one[place], other[place]))
}

fn read_strings<'b>(reader: &mut Reader<'b>) -> Result<Vec<&'b [u8]>> {
    let length = reader.list()?;
    let mut strings = Vec::new();
    for _ in 0..length {
        strings.push(reader.bytes(usize::MAX)?);
    }
    Ok(strings)
}
