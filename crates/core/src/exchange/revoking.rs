//! A laptop is lost, and sometimes found again.
//!
//! The county strikes it from the roster at the last commit it knows of each of the laptop's logs. From then
//! on nothing newer in these logs is merged, whoever brings it, until a supervisor has decided: it may be
//! a thief's, and it may be the only copy of a week's work. To take it in after all is a new roster that
//! vouches for more, so that every other laptop takes it too, and a commit that says who decided. Nothing
//! is ever thrown away for it. The last known commit is named by its hash: whoever has the laptop may go back
//! behind it and write another history under the same numbers, and that one is in doubt too. A county that came back
//! from an old copy may have merged such work before it knew again that the laptop was revoked; no roster vouches for
//! that until a supervisor takes in something of this laptop.
//!
//! A laptop that was found comes back as a new device: it makes itself fresh keys and is enrolled with six
//! words like any other. Its old keys may have been copied while it was gone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use countyline_bundle::{
    Attestation, CoverSheet, KeyId, LastKnown, LogPoint, LogRange, OpeningKey, Revocation, Roster,
    SigningKey,
};
use countyline_ledger::{Dot, LogId, Value};
use rusqlite::{Connection, named_params};

use super::{
    EnrolmentView, IncomingBundle, LaptopView, ParkedView, Standing, arriving, enrolment, folder,
    laptops, merging, parked, roster, round, standing, store,
};
use crate::casefile::{Action, BundleRandom, CaseFile, log, own_log};
use crate::error::{Error, Result};
use crate::outside::Random;
use crate::roles::Deed;

/// Strikes a lost laptop from the roster.
///
/// # Errors
/// [`Error::OnlyCounty`], [`Error::AlreadyRevoked`]; those of finding the laptop.
pub fn revoke_laptop(file: &mut CaseFile, laptop: &str) -> Result<LaptopView> {
    file.place().ensure_county()?;
    let (current, _) = roster::current(file)?;
    let entry = roster::laptop(&current, laptop)?;
    if entry.is_revoked() {
        return Err(Error::AlreadyRevoked);
    }
    let device = entry.device;
    let last_known = store::last_known_of(file.conn(), &entry.verifying_key.key_id())?;
    let at_ms = file.now().timestamp_millis();
    let (next, signed) = roster::next(file, |next| {
        let mut entries = next.entries.iter_mut();
        if let Some(entry) = entries.find(|entry| entry.device == device) {
            entry.revoked = Some(Revocation { at_ms, last_known });
        }
    })?;
    let kept = next.clone();
    file.change(Action::RevokeLaptop, |change| {
        change.audit(Action::RevokeLaptop, None, Value::bytes(device));
        change.beside(move |conn| store::keep_roster(conn, &kept, &signed));
        Ok(())
    })?;
    let entry = next.entry(&device).ok_or(Error::DamagedCaseFile)?;
    laptops::view(file, entry, next.version)
}

/// What a bundle that holds a revoked laptop's later work would bring if it were taken in. Nothing is
/// written. `named` is the path of a file, or the id of one that waits here.
pub fn read_revoked_work(file: &CaseFile, named: &Path) -> Result<IncomingBundle> {
    file.place().ensure_county()?;
    file.ensure_may(Deed::Weeks)?;
    let late = Late::find(file, named)?;
    let (current, _) = roster::current(file)?;
    let opened = arriving::open_week(file, &late.path, &current)?;
    let later = roster::later_of_ours(file, &current, &opened.manifest.cover);
    let mut vouching = later.unwrap_or(current);
    vouch(&mut vouching, &opened.manifest.cover.logs);
    let unpacked = arriving::unpack_under(file, &late.path, &late.shown, &vouching)?;
    let (taken, _) = file.rehearsal(|rehearsal| rehearsal.take_in(&unpacked.carried))?;
    Ok(unpacked.describe(&taken))
}

/// Takes in a bundle that holds a revoked laptop's later work: the supervisor has decided that it is honest.
/// From then on everybody takes what the bundle holds of these logs and what was merged here of that laptop before,
/// and nothing that is later still. `named` is the path of a file, or the id of one that waits here, which waits no
/// longer then.
///
/// # Errors
/// [`Error::OnlyCounty`]; as merging, whereupon nothing is changed.
pub fn take_in_revoked_work(file: &mut CaseFile, named: &Path) -> Result<IncomingBundle> {
    // What cannot be merged is found before anybody vouches for it.
    read_revoked_work(file, named)?;
    let late = Late::find(file, named)?;
    let (current, _) = roster::current(file)?;
    let opened = arriving::open_week(file, &late.path, &current)?;
    let logs = opened.manifest.cover.logs.clone();
    let (device, sha256) = (opened.manifest.cover.device, opened.sha256);
    take_up_its_roster(file, &opened.manifest.cover)?;
    let held = held_of_writers_in_doubt(file, &logs)?;
    let (next, signed) = roster::next(file, |next| {
        vouch(next, &logs);
        for (key, last) in held {
            vouch_for(next, &key, last);
        }
    })?;
    file.change(Action::TakeInRevokedWork, |change| {
        let about = vec![Value::bytes(device), Value::bytes(sha256)];
        change.audit(Action::TakeInRevokedWork, None, Value::List(about));
        change.beside(move |conn| store::keep_roster(conn, &next, &signed));
        Ok(())
    })?;
    if let Some(waiting) = &late.waiting {
        return round::retry(file, waiting);
    }
    let merged = merging::merge(file, &[late.path.display().to_string()])?;
    merged
        .files
        .into_iter()
        .next()
        .ok_or(Error::DamagedCaseFile)
}

/// Takes up a later roster of ours that a week brings, so that the next one follows it: this county came back
/// from an old copy.
fn take_up_its_roster(file: &mut CaseFile, cover: &CoverSheet) -> Result<()> {
    let (current, _) = roster::current(file)?;
    let offered = cover.roster_update.clone();
    if let (Some(_), Some(body)) = (roster::later_of_ours(file, &current, cover), offered) {
        file.change(Action::TakeInRevokedWork, |change| {
            change.beside(move |conn| roster::take_up(conn, &body).map(drop));
            Ok(())
        })?;
    }
    Ok(())
}

/// Writes down that a supervisor keeps a revoked laptop's later work out. The file is not touched, and the
/// decision can be taken anew. `named` as in [`take_in_revoked_work`].
pub fn keep_out_revoked_work(file: &mut CaseFile, named: &Path) -> Result<IncomingBundle> {
    let read = read_revoked_work(file, named)?;
    let late = Late::find(file, named)?;
    let (current, _) = roster::current(file)?;
    let opened = arriving::open_week(file, &late.path, &current)?;
    let about = vec![
        Value::bytes(opened.manifest.cover.device),
        Value::bytes(opened.sha256),
    ];
    file.change(Action::KeepRevokedWorkOut, |change| {
        change.audit(Action::KeepRevokedWorkOut, None, Value::List(about));
        Ok(())
    })?;
    Ok(read)
}

/// Makes fresh keys on a laptop that was found again, and writes its request to be enrolled anew. It keeps
/// everything it holds, and writes a new log from here on.
///
/// # Errors
/// [`Error::NotRevoked`] as far as this laptop knows. [`Error::WorkNotTakenIn`] if the county has not taken
/// in all it wrote, and `leaving_work` does not say that it is to stay here alone.
pub fn renew_keys(file: &mut CaseFile, to: &Path, leaving_work: bool) -> Result<EnrolmentView> {
    let to = folder(to)?;
    match standing::standing(file)? {
        // The stick with the request was lost: the same request again.
        Standing::NotEnrolled if file.place().agency.is_some() => {
            return enrolment::write_enrolment(file, &to);
        }
        Standing::Revoked { .. } => {}
        _ => return Err(Error::NotRevoked),
    }
    if !leaving_work && !is_all_taken_in(file)? {
        return Err(Error::WorkNotTakenIn);
    }
    let last_words = last_words(file)?;
    let fresh = FreshKeys::draw(file.random(), last_words);
    file.change(Action::RenewLaptopKeys, |change| {
        change.beside(move |conn| fresh.put_in_place(conn));
        Ok(())
    })?;
    file.reload_place()?;
    file.change(Action::RenewLaptopKeys, |change| {
        change.audit(Action::RenewLaptopKeys, None, Value::Null);
        Ok(())
    })?;
    enrolment::write_enrolment(file, &to)
}

/// A file with a revoked laptop's later work.
struct Late {
    /// Set if it waits here.
    waiting: Option<ParkedView>,
    path: PathBuf,
    /// The name it came under.
    shown: PathBuf,
}

impl Late {
    fn find(file: &CaseFile, named: &Path) -> Result<Late> {
        let waiting = parked::waiting(file, named)?;
        let (path, shown) = match &waiting {
            Some(waiting) => (
                parked::path_of(file, &waiting.id),
                PathBuf::from(&waiting.file_name),
            ),
            None => (named.to_owned(), named.to_owned()),
        };
        Ok(Late {
            waiting,
            path,
            shown,
        })
    }
}

struct FreshKeys {
    device: [u8; 16],
    log_id: [u8; 16],
    signing: SigningKey,
    opening: OpeningKey,
    last_words: Vec<(Dot, [u8; 32], Attestation)>,
}

impl FreshKeys {
    fn draw(random: &mut dyn Random, last_words: Vec<(Dot, [u8; 32], Attestation)>) -> FreshKeys {
        let (mut device, mut log_id) = ([0; 16], [0; 16]);
        random.fill(&mut device);
        random.fill(&mut log_id);
        let mut random = BundleRandom(random);
        FreshKeys {
            device,
            log_id,
            signing: SigningKey::generate(&mut random),
            opening: OpeningKey::generate(&mut random),
            last_words,
        }
    }

    fn put_in_place(self, conn: &Connection) -> Result<()> {
        // Its old logs are another's from here on: the old key's word for them is the last there is.
        for (dot, hash, word) in &self.last_words {
            store::keep_attestation(conn, *dot, *hash, word)?;
        }
        conn.execute("DELETE FROM own_log", [])
            .map_err(|source| Error::database("keep the fresh keys", source))?;
        let log_rid = own_log::start_as(conn, LogId(self.log_id))?;
        conn.execute(
            "UPDATE place SET device = :device, log_rid = :log_rid, signing_key = :signing_key,
                opening_key = :opening_key",
            named_params! {
                ":device": self.device,
                ":log_rid": log_rid,
                ":signing_key": self.signing.to_bytes().as_ref(),
                ":opening_key": self.opening.to_bytes().as_ref(),
            },
        )
        .map(drop)
        .map_err(|source| Error::database("keep the fresh keys", source))
    }
}

/// The present key's word for each log this laptop wrote: for its last commit, and for the last that the county
/// knows, which a county that came back from an old copy may ask for again.
fn last_words(file: &CaseFile) -> Result<Vec<(Dot, [u8; 32], Attestation)>> {
    let own = own_log::ids(file.conn())?;
    let (roster, _) = roster::current(file)?;
    let key = file.place().signing_key.verifying_key().key_id();
    let mut words = Vec::new();
    for branch in log::logs(file.conn())? {
        if !own.contains(&branch.log_id) {
            continue;
        }
        let known = match roster::revocation(&roster, &key) {
            Some(revoked) => last_known_on(file.conn(), revoked, &branch)?,
            None => branch.last_seq,
        };
        for seq in BTreeSet::from([branch.last_seq, known]) {
            let dot = Dot::new(branch.log_rid, seq);
            if let Some(hash) = log::hash_at(file.conn(), dot)? {
                let point = LogPoint {
                    log_id: branch.log_id.0,
                    seq,
                    hash: hash.0,
                };
                let word = Attestation::sign(&point, &file.place().signing_key);
                words.push((dot, hash.0, word));
            }
        }
    }
    Ok(words)
}

/// Whether the roster vouches for all this laptop wrote. What only says that files went to and fro, or that
/// a log began, is nothing to lose.
fn is_all_taken_in(file: &CaseFile) -> Result<bool> {
    const NOTHING_TO_LOSE: [Action; 3] = [Action::SendWeek, Action::MergeBundles, Action::BeginLog];
    let (roster, _) = roster::current(file)?;
    let own = own_log::ids(file.conn())?;
    let revoked = roster
        .entry(&file.place().device)
        .and_then(|entry| entry.revoked.as_ref());
    for branch in log::logs(file.conn())? {
        if !own.contains(&branch.log_id) {
            continue;
        }
        let known = match revoked {
            Some(revoked) => last_known_on(file.conn(), revoked, &branch)?,
            None => 0,
        };
        let from = branch.branch_from.max(known + 1);
        for kept in log::commits(file.conn(), branch.log_rid, from, branch.last_seq)? {
            let action = kept.commit.header().action;
            if !NOTHING_TO_LOSE
                .iter()
                .any(|nothing| *nothing as u16 == action)
            {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The last commit of this branch that a revocation names; 0 if it names none.
pub(super) fn last_known_on(
    conn: &Connection,
    revoked: &Revocation,
    branch: &log::LogRow,
) -> Result<u64> {
    let mut known = 0;
    for last in &revoked.last_known {
        if last.log_id != branch.log_id.0 || last.seq > branch.last_seq {
            continue;
        }
        let dot = log::dot_on_branch(conn, branch.log_rid, last.seq)?;
        if log::hash_at(conn, dot)?.is_some_and(|hash| hash.0 == last.hash) {
            known = last.seq.max(known);
        }
    }
    Ok(known)
}

/// Lets the roster vouch for these stretches of revoked laptops' logs.
fn vouch(roster: &mut Roster, logs: &[LogRange]) {
    for range in logs {
        let Some(word) = &range.attestation else {
            continue;
        };
        let end = LastKnown {
            log_id: range.log_id,
            seq: range.to,
            hash: range.head_hash,
        };
        vouch_for(roster, &word.key, end);
    }
}

/// Lets the roster vouch for a revoked laptop's log up to this commit.
fn vouch_for(roster: &mut Roster, key: &KeyId, end: LastKnown) {
    if let Some(revoked) = revocation_of(roster, key)
        && !revoked.last_known.contains(&end)
    {
        revoked.last_known.push(end);
    }
}

/// What is held here of all logs of those laptops whose stretches among these are in doubt, with their keys.
fn held_of_writers_in_doubt(file: &CaseFile, logs: &[LogRange]) -> Result<Vec<(KeyId, LastKnown)>> {
    let (current, _) = roster::current(file)?;
    let mut held = Vec::new();
    for range in logs {
        let Some(word) = &range.attestation else {
            continue;
        };
        if roster::is_in_doubt(file.conn(), &current, &word.key, range)? {
            let last_known = store::last_known_of(file.conn(), &word.key)?;
            held.extend(last_known.into_iter().map(|last| (word.key, last)));
        }
    }
    Ok(held)
}

fn revocation_of<'a>(roster: &'a mut Roster, key: &KeyId) -> Option<&'a mut Revocation> {
    let mut entries = roster.entries.iter_mut();
    let entry = entries.find(|entry| entry.verifying_key.key_id() == *key)?;
    entry.revoked.as_mut()
}
