//! What a test needs to read a bundle as its recipient does, or to seal one as its sender: the keys of a
//! place, which nobody else gets; and what a laptop counts as safe at the county.

use std::collections::BTreeSet;
use std::path::Path;

use countyline_bundle::{Direction, Expectation, Opened, OpeningKey, SigningKey, open};
use countyline_ledger::{CommitHash, Dot};

use super::{statements, store};
use crate::casefile::{CaseFile, log, own_log};
use crate::error::Result;
use crate::files::OpenFile;

/// The keys of a place, and what it knows.
pub struct Keys {
    /// Opens what was sealed for it.
    pub opening: OpeningKey,
    /// Signs its bundles.
    pub signing: SigningKey,
    /// Its device.
    pub device: [u8; 16],
    /// Its agency; a laptop that has not joined has none.
    pub agency: Option<[u8; 16]>,
    /// The newest roster it knows, as signed.
    pub roster: Option<Vec<u8>>,
}

/// The keys of this place.
///
/// # Errors
/// Those of reading the case file.
pub fn keys(file: &CaseFile) -> Result<Keys> {
    let place = file.place();
    Ok(Keys {
        opening: place.opening_key.clone(),
        signing: place.signing_key.clone(),
        device: place.device,
        agency: place.agency,
        roster: store::roster(file.conn())?,
    })
}

/// A bundle that `from` wrote, as `reader` opens it.
///
/// # Panics
/// If it cannot be opened.
pub fn opened(reader: &CaseFile, from: &CaseFile, path: &str) -> Opened<'static> {
    let expect = Expectation {
        agency: None,
        directions: &[Direction::Up, Direction::Return, Direction::Bootstrap],
    };
    let source = OpenFile::open(Path::new(path)).expect("the file is there");
    let key = from.place().signing_key.verifying_key();
    open(source, &reader.place().opening_key, |_| Some(key), &expect).expect("the bundle opens")
}

/// How many commits such a bundle carries.
pub fn carried(reader: &CaseFile, from: &CaseFile, path: &str) -> u64 {
    let opened = opened(reader, from, path);
    let logs = opened.manifest.cover.logs.iter();
    logs.map(|range| range.to + 1 - range.from).sum()
}

/// Those of these files that are sealed for a place.
pub fn sealed_for(reader: &CaseFile, paths: &[String]) -> Vec<String> {
    let key = reader.place().opening_key.sealing_key();
    let is_sealed = |path: &&String| {
        let source = OpenFile::open(Path::new(path)).expect("the file is there");
        countyline_bundle::is_sealed_for(&source, key).expect("the file is a bundle")
    };
    paths.iter().filter(is_sealed).cloned().collect()
}

/// The newest statement this place made, or at a laptop saw: epoch and counter.
///
/// # Errors
/// Those of reading the case file.
pub fn statement(file: &CaseFile) -> Result<Option<(u64, u64)>> {
    let newest = statements::newest(file.conn())?;
    Ok(newest.map(|newest| (newest.epoch, newest.counter)))
}

/// Of what this laptop wrote in the logs it calls its own, and holds: what it counts as safe at the county,
/// and what it does not.
///
/// # Errors
/// Those of reading the case file.
pub fn confirmed(file: &CaseFile) -> Result<(BTreeSet<CommitHash>, BTreeSet<CommitHash>)> {
    let conn = file.conn();
    let (own, confirmed) = (own_log::ids(conn)?, statements::confirmed(conn)?);
    let (mut safe, mut unsafe_yet) = (BTreeSet::new(), BTreeSet::new());
    for branch in log::logs(conn)? {
        if !own.contains(&branch.log_id) {
            continue;
        }
        let reached = confirmed.get(&branch.log_rid).copied().unwrap_or(0);
        for seq in branch.branch_from..=branch.last_seq {
            let hash = log::hash_at(conn, Dot::new(branch.log_rid, seq))?;
            match seq <= reached {
                true => safe.extend(hash),
                false => unsafe_yet.extend(hash),
            }
        }
    }
    // What came behind a gap may stand on two branches of a log.
    unsafe_yet.retain(|hash| !safe.contains(hash));
    Ok((safe, unsafe_yet))
}
