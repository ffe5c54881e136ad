//! The county's welcome: what a laptop joins by, and everything it may see, in one bundle or several.
//!
//! Each bundle of a welcome is one by itself, with the roster in it: any of them lets the laptop join, and
//! the others may be taken in in any order, then or later. A laptop that joined takes what is missing from
//! the rest of the files, whenever they turn up, or from the next that the county hands back. Files of one
//! welcome share eight random letters in their names and count themselves, so that all that lie together are
//! taken at once and it is said how many are missing. Nothing else relies on names.

use std::path::{Path, PathBuf};

use countyline_bundle::{
    BundleError, Direction, EnrolmentRequest, Expectation, Manifest, Opened, Roster, Succession,
    open,
};
use countyline_ledger::Value;

use super::blocks::{self, Carried, Range, Reader};
use super::parts::{self, PartSize};
use super::round::Round;
use super::store::BundleRow;
use super::{TakenWelcome, WelcomeView, arriving, count, neutral_name, roster, sealing, store};
use crate::casefile::{Action, CaseFile, log, own_log};
use crate::error::{Error, Result};
use crate::long_work::Work;
use crate::need_to_know::Withheld;
use crate::{days, files, releases, unlock_code};

/// Writes the welcome of a laptop on the newest roster, `signed`; the files, in the order of what they hold.
pub(super) fn write(
    file: &mut CaseFile,
    laptop: &EnrolmentRequest,
    signed: Vec<u8>,
    to: &Path,
    size: PartSize,
) -> Result<Vec<PathBuf>> {
    let permit = releases::permit_same_agency(file)?;
    let own = own_log::ids(file.conn())?;
    let mut ranges: Vec<Range> = Vec::new();
    for branch in log::logs(file.conn())? {
        for range in blocks::held(file.conn(), &branch)? {
            ranges.extend(parts::vouched(file.conn(), range, &own)?);
        }
    }
    let withheld = Withheld::from_laptop(file.conn(), laptop.verifying_key.key_id())?;
    let reader = Reader::Laptop(withheld);
    let mut cover = sealing::cover(file, &permit, Direction::Bootstrap)?;
    cover.roster_update = Some(signed);
    let parts = parts::cut(file.conn(), &ranges, &own, size)?;
    let name = neutral_name("welcome", file.random());
    let mut written = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let recipient = &laptop.sealing_key;
        let sealed = sealing::seal_ranges(file, cover.clone(), part, recipient, &reader)?;
        let path = to.join(Parts::name(&name, place + 1, parts.len()));
        files::write_whole(&path, &sealed)?;
        written.push(path);
    }
    Ok(written)
}

/// The county's welcome, as this laptop sees it before the words are compared. Nothing is kept.
pub fn read_welcome(file: &CaseFile, path: &Path) -> Result<WelcomeView> {
    let (_, roster) = open_welcome(file, path)?;
    let parts = Parts::beside(path);
    Ok(WelcomeView {
        county_name: roster.office_name.clone(),
        laptop_name: file.place().place_name.clone(),
        words: roster::owned(roster.county.six_words()),
        path: path.display().to_string(),
        files: count(parts.in_all()),
    })
}

/// Joins the county, after the words were compared, and takes in every file of the welcome that lies beside the
/// chosen one. On a laptop that has joined, takes in what a newer welcome of the same county brings, or what was
/// missing of this one.
///
/// # Errors
/// [`Error::WelcomeForAnother`]; [`Error::RosterRefused`] if the laptop belongs to another county, or the
/// welcome is older than what it knows; nothing is kept then. Other files of the welcome that are refused are
/// listed, and take nothing back.
pub fn accept_welcome(file: &mut CaseFile, path: &Path) -> Result<TakenWelcome> {
    let parts = Parts::beside(path);
    let first = file.long_work().begin(Work::Receive, 1);
    take(file, path)?;
    drop(first);
    let mut round = Round::default();
    round.take_all(file, Work::Receive, &parts.others)?;
    if round.new_roster {
        file.reload_place()?;
    }
    unlock_code::ensure_in_force(file)?;
    Ok(TakenWelcome {
        others: round.files,
        missing_files: count(parts.missing()),
    })
}

/// Joins by one file of a welcome, and takes in what it holds.
fn take(file: &mut CaseFile, path: &Path) -> Result<()> {
    let (opened, roster) = open_welcome(file, path)?;
    let cover = opened.manifest.cover.clone();
    let body = cover.roster_update.clone().ok_or(Error::RosterRefused)?;
    let now = days::instant(file.now());
    let (sha256, size_bytes) = (opened.sha256, opened.size_bytes);
    let carried = Carried::new(opened);
    let file_name = arriving::name_of(path);
    let bundle_rid = store::next_bundle(file.conn())?;
    let joined_before = file.place().agency.is_some();
    let taken = file.take_in(bundle_rid, &carried, |conn, taken| {
        let row = BundleRow {
            sha256,
            direction: "received",
            number: 0,
            device: cover.device,
            made_at: &days::from_millis(cover.created_ms),
            kept_at: &now,
            file_name: &file_name,
            new_commits: taken.new,
            known_commits: taken.known,
            size_bytes,
        };
        store::keep_bundle(conn, bundle_rid, &row)?;
        arriving::keep_attestations(conn, &cover.logs)?;
        store::keep_roster(conn, &roster, &body)?;
        store::keep_shown_by_county(conn, &cover.device, roster.version, &now)?;
        store::join(conn, &roster)
    })?;
    file.reload_place()?;
    let (action, detail) = if joined_before {
        (
            Action::MergeBundles,
            Value::List(vec![Value::bytes(sha256)]),
        )
    } else {
        (Action::JoinOffice, Value::bytes(roster.agency))
    };
    if !joined_before || taken.new > 0 {
        file.change(action, |change| {
            change.audit(action, None, detail);
            Ok(())
        })?;
    }
    file.meet_person()
}

/// Opens a welcome. It is signed by the county the roster inside it names, the roster by that county's
/// root key, and the words over both tell the person whether it is hers. A laptop that has joined takes
/// only its own county's word, and never an older roster.
fn open_welcome(file: &CaseFile, path: &Path) -> Result<(Opened<'static>, Roster)> {
    let place = file.place();
    place.ensure_laptop()?;
    // Once joined, the county's root key is the one whose words were compared.
    let known = match roster::current(file) {
        Ok((roster, _)) => Some(roster),
        Err(Error::NotJoined) => None,
        Err(refused) => return Err(refused),
    };
    let carried = |manifest: &Manifest| {
        let body = manifest.cover.roster_update.as_ref()?;
        match &known {
            Some(known) => Roster::verify(body, &known.county.root).ok(),
            None => Roster::read_first(body).ok(),
        }
    };
    let expect = Expectation {
        agency: place.agency,
        directions: &[Direction::Bootstrap],
    };
    let opened = open(
        files::OpenFile::open(path)?,
        &place.opening_key,
        |manifest| {
            let county = carried(manifest)?.county;
            (county.device == manifest.cover.device).then_some(county.verifying_key)
        },
        &expect,
    )
    .map_err(|refused| match refused {
        BundleError::NotForThisKey => Error::WelcomeForAnother,
        other => Error::Bundle(other),
    })?;
    let roster = carried(&opened.manifest).ok_or(Error::RosterRefused)?;
    let me = roster
        .entry(&place.device)
        .ok_or(Error::WelcomeForAnother)?;
    let mine = me.verifying_key == place.signing_key.verifying_key()
        && me.sealing_key == *place.opening_key.sealing_key();
    if !mine || roster.agency != opened.manifest.cover.agency {
        return Err(Error::RosterRefused);
    }
    let offered = opened.manifest.cover.roster_update.as_deref();
    if let (Some(_), Some(offered)) = (known, offered)
        && roster::compare(file.conn(), offered)? == Succession::Older
    {
        return Err(Error::RosterRefused);
    }
    Ok((opened, roster))
}

/// The files of one welcome, as their names tell.
struct Parts {
    /// How many there are.
    count: usize,
    /// Those that lie beside the chosen one.
    others: Vec<PathBuf>,
}

impl Parts {
    /// `welcome-abcdefgh.clb` if it is the only one, `welcome-abcdefgh-2of3.clb` if not.
    fn name(whole: &str, place: usize, count: usize) -> String {
        match (count, whole.strip_suffix(".clb")) {
            (2.., Some(stem)) => format!("{stem}-{place}of{count}.clb"),
            _ => whole.to_owned(),
        }
    }

    fn beside(path: &Path) -> Parts {
        let name = arriving::name_of(path);
        let read = || {
            let (stem, place) = name.strip_suffix(".clb")?.rsplit_once('-')?;
            let (place, count) = place.split_once("of")?;
            Some((stem, place.parse().ok()?, count.parse().ok()?))
        };
        let (stem, chosen, count): (&str, usize, usize) = read().unwrap_or((&name, 1, 1));
        // More than this no welcome has; a name is only a name.
        let count = count.clamp(1, 10_000);
        let whole = format!("{stem}.clb");
        let others = (1..=count).filter(|place| *place != chosen);
        let others = others.map(|place| path.with_file_name(Parts::name(&whole, place, count)));
        Parts {
            count,
            others: others.filter(|other| other.is_file()).collect(),
        }
    }

    fn in_all(&self) -> u64 {
        self.count as u64
    }

    fn missing(&self) -> u64 {
        (self.count - 1).saturating_sub(self.others.len()) as u64
    }
}
