//! The way back: what the county hands back, taking it in, how each laptop stands, and what waits.

use std::path::PathBuf;

use countyline_core::exchange::{self, NoticeView, ParkedView, PartSize};
use countyline_core::values;
use serde_json::json;

use crate::arguments::{Common, HandBack, Notices, NoticesWhat, Parked, ParkedWhat, Receive};
use crate::asking;
use crate::exchange::{ending, tell_files};
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

const MEBIBYTE: u64 = 1 << 20;

/// The size of a bundle that was asked for in mebibytes.
pub(crate) fn part_size(mebibytes: Option<u32>) -> PartSize {
    mebibytes.map_or(PartSize::WHOLE, |mebibytes| {
        PartSize::about(u64::from(mebibytes) * MEBIBYTE)
    })
}

pub(crate) fn hand_back(
    wanted: &HandBack,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let size = part_size(wanted.part_mib);
    let handed_back = exchange::hand_back_in_parts(&mut file, &wanted.to, size)?;
    for laptop in &handed_back {
        let said = values! {
            laptop = laptop.laptop_name, changes = laptop.changes, files = laptop.paths.len(),
        };
        telling.say("cli-return-done", said)?;
    }
    telling.answer(&handed_back)?;
    Ok(Ending::Done)
}

pub(crate) fn receive(
    receive: &Receive,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let paths = returns_named(&receive.file)?;
    let mut file = asking::unlock(common, places, telling)?;
    let received = exchange::receive(&mut file, &paths)?;
    tell_files(&received.files, telling)?;
    let done = values! {
        added = received.added, changed = received.changed, known = received.known,
    };
    telling.say("cli-merge-done", done)?;
    match &received.safe_up_to {
        Some(time) => telling.say("cli-receive-safe", values! { time = time })?,
        None => telling.say("cli-receive-nothing-safe", values! {})?,
    }
    if received.unconfirmed > 0 {
        let said = values! { count = received.unconfirmed };
        telling.say("cli-receive-unconfirmed", said)?;
    }
    tell_notices(&received.notices, telling)?;
    telling.answer(&received)?;
    let waits = received.conflicts > 0 || !received.notices.is_empty();
    Ok(match ending(&received.files, 0) {
        Ending::Done if waits => Ending::WaitsForAPerson,
        ending => ending,
    })
}

pub(crate) fn laptops(
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let file = asking::unlock(common, places, telling)?;
    let laptops = exchange::laptops(&file)?;
    for laptop in &laptops {
        let heard = match &laptop.last_heard_at {
            Some(time) => telling
                .words()
                .say_with("cli-laptop-heard", &values! { time = time }),
            None => telling.words().say("cli-laptop-never-heard"),
        };
        let said = values! {
            laptop = laptop.laptop_name, person = laptop.person_name, heard = heard,
        };
        telling.say("cli-laptop", said)?;
        let remarks = [
            (laptop.revoked, "cli-laptop-revoked", 0),
            (laptop.late, "cli-laptop-late", laptop.quiet_days),
            (
                laptop.never_came > 0,
                "cli-laptop-never-came",
                laptop.never_came,
            ),
            (laptop.missing > 0, "cli-laptop-missing", laptop.missing),
            (laptop.lacks > 0, "cli-laptop-lacks", laptop.lacks),
            (
                laptop.histories > 1,
                "cli-laptop-histories",
                laptop.histories,
            ),
            (
                laptop.clock_days_off > 0,
                "cli-laptop-clock-ahead",
                laptop.clock_days_off,
            ),
            (
                laptop.clock_days_off < 0,
                "cli-laptop-clock-behind",
                -laptop.clock_days_off,
            ),
            (!laptop.knows_newest_roster, "cli-laptop-old-roster", 0),
        ];
        for (_, remark, count) in remarks.into_iter().filter(|(applies, _, _)| *applies) {
            let said = telling.words().say_with(remark, &values! { count = count });
            telling.line(&format!("  {said}"))?;
        }
    }
    telling.answer(&laptops)?;
    Ok(Ending::Done)
}

pub(crate) fn parked(
    wanted: &Parked,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    match &wanted.what {
        None => {
            let waiting = exchange::parked(&file)?;
            let count = waiting.len();
            telling.say("cli-parked", values! { count = count })?;
            for bundle in &waiting {
                tell_parked(bundle, telling)?;
            }
            telling.answer(&waiting)?;
        }
        Some(ParkedWhat::Retry { bundle }) => {
            let outcome = exchange::retry_parked(&mut file, bundle)?;
            let files = [outcome];
            tell_files(&files, telling)?;
            telling.answer(&files[0])?;
            return Ok(ending(&files, 0));
        }
        Some(ParkedWhat::Forget { bundle }) => {
            exchange::forget_parked(&mut file, bundle)?;
            telling.say("cli-parked-forgotten", values! {})?;
            telling.answer(&json!({ "forgotten": bundle }))?;
        }
    }
    Ok(Ending::Done)
}

pub(crate) fn notices(
    wanted: &Notices,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    match &wanted.what {
        None => {
            let waiting = exchange::notices(&file)?;
            if waiting.is_empty() {
                telling.say("cli-no-notices", values! {})?;
            }
            tell_notices(&waiting, telling)?;
            telling.answer(&waiting)?;
        }
        Some(NoticesWhat::Settle { notice }) => {
            let saved = exchange::settle_notice(&mut file, notice)?;
            telling.say("cli-saved", values! { time = saved.saved_at })?;
            telling.answer(&saved)?;
        }
    }
    Ok(Ending::Done)
}

pub(crate) fn county_restored(
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    exchange::county_restored(&mut file)?;
    telling.say("cli-county-restored", values! {})?;
    telling.answer(&json!({ "restored": true }))?;
    Ok(Ending::Done)
}

fn tell_notices(notices: &[NoticeView], telling: &mut Telling<'_>) -> Result<(), Stop> {
    for notice in notices {
        let sentence = format!("notice-{}", notice.kind.replace('_', "-"));
        let said = telling.words().say(&sentence);
        telling.line(&format!("{}: {said}", notice.place))?;
        telling.line(&format!("  {}", notice.id))?;
    }
    Ok(())
}

fn tell_parked(bundle: &ParkedView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let (happened, remedy) = telling.words().failure(&bundle.failure);
    let reason = format!("{happened} {remedy} [{}]", bundle.failure.code);
    let said = values! { file = bundle.file_name, reason = reason };
    telling.say("cli-merge-file-parked", said)?;
    Ok(telling.line(&format!("  {}", bundle.id))?)
}

/// Files as they were named; of a folder, what the county handed back.
fn returns_named(named: &[PathBuf]) -> Result<Vec<String>, Stop> {
    let mut paths = Vec::new();
    for path in named {
        if path.is_dir() {
            paths.extend(exchange::returns_in(path)?);
        } else {
            paths.push(path.display().to_string());
        }
    }
    Ok(paths)
}
