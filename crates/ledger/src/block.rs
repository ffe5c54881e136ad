//! Consecutive commits of one log on their way from machine to machine, and what their chain is followed
//! with.
//!
//! ```text
//! block = [range: uint, seed: bstr 32 / [+ salts: bstr 16·P], [+ commit: bstr]]
//! ```
//!
//! `range` says whose commits they are; whoever carries blocks about gives it its meaning. They are all of
//! one salt block, whose seed is given, or else for each commit the salts of the P operations present in
//! it. The bytes of a commit are passed on, not read.

use crate::cbor::{Reader, written};
use crate::{BlockSeed, Result, limits};

/// A block as it was read, or is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitBlock<'b> {
    /// The place of the log range its commits belong to.
    pub range: u64,
    /// What the chain is followed with.
    pub salts: GivenSalts<'b>,
    /// The commits, as received; at least one.
    pub commits: Vec<&'b [u8]>,
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
    /// The block these bytes are the encoding of.
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
        let commits = read_strings(&mut reader)?;
        reader.end()?;
        let one_each =
            !matches!(&salts, GivenSalts::Listed(listed) if listed.len() != commits.len());
        if commits.is_empty() || !one_each {
            return Err(reader.malformed());
        }
        Ok(CommitBlock {
            range,
            salts,
            commits,
        })
    }

    /// The block's only encoding.
    pub fn encode(&self) -> Vec<u8> {
        written(|writer| {
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
            writer.array(self.commits.len() as u64)?;
            self.commits
                .iter()
                .try_for_each(|commit| writer.bytes(commit)?.ok())
        })
    }
}

fn read_strings<'b>(reader: &mut Reader<'b>) -> Result<Vec<&'b [u8]>> {
    let length = reader.list()?;
    let mut strings = Vec::new();
    for _ in 0..length {
        strings.push(reader.bytes(limits::COMMIT_BYTES)?);
    }
    Ok(strings)
}
