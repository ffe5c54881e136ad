//! The laptops as the county sees them: when each was last heard of, what has not come, what it lacks.

use chrono::DateTime;
use countyline_bundle::RosterEntry;

use super::{LaptopView, count, heard, returning, roster, store};
use crate::casefile::{CaseFile, hex, log};
use crate::days;
use crate::error::Result;

/// A laptop not heard of for this many days is late.
pub const LATE_AFTER_DAYS: i64 = 14;

/// Every laptop that was ever enrolled, in the order in which they were.
///
/// # Errors
/// [`Error::OnlyCounty`](crate::error::Error::OnlyCounty).
pub fn laptops(file: &CaseFile) -> Result<Vec<LaptopView>> {
    file.place().ensure_county()?;
    let (roster, _) = roster::current(file)?;
    roster
        .entries
        .iter()
        .map(|entry| view(file, entry, roster.version))
        .collect()
}

pub(super) fn view(file: &CaseFile, entry: &RosterEntry, newest_roster: u64) -> Result<LaptopView> {
    let conn = file.conn();
    let last = heard::last(conn, &entry.device)?;
    let (sent, never_came) = heard::announced(conn, &entry.device)?;
    let lacks = returning::lacking(conn, &entry.device)?;
    let mut missing = 0;
    let mut histories = 0;
    for log_id in store::logs_of(conn, &entry.verifying_key.key_id())? {
        for branch in log::branches(conn, log_id)? {
            histories += 1;
            missing += log::missing(conn, &branch)?;
        }
    }
    let quiet_since = last.as_ref().map_or_else(
        || DateTime::from_timestamp_millis(entry.enrolled_at_ms).map(|at| at.fixed_offset()),
        |heard| DateTime::parse_from_rfc3339(&heard.heard_at).ok(),
    );
    let quiet_days = quiet_since.map_or(0, |since| (file.now() - since).num_days());
    Ok(LaptopView {
        id: hex(&entry.device),
        laptop_name: entry.laptop_name.clone(),
        person_name: entry.person_name.clone(),
        revoked: entry.is_revoked(),
        revoked_at: entry
            .revoked
            .as_ref()
            .map(|revoked| days::from_millis(revoked.at_ms)),
        last_heard_at: last.as_ref().map(|heard| heard.heard_at.clone()),
        last_made_at: last.as_ref().map(|heard| heard.made_at.clone()),
        quiet_days: i32::try_from(quiet_days).unwrap_or(i32::MAX).max(0),
        late: !entry.is_revoked() && quiet_days > LATE_AFTER_DAYS,
        sent: count(sent),
        never_came: count(never_came),
        missing: count(missing),
        histories,
        lacks: count(lacks.iter().map(|range| range.to - range.from + 1).sum()),
        knows_newest_roster: store::knew_at(conn, &entry.device, newest_roster)?.is_some(),
        clock_days_off: last.as_ref().map_or(0, |heard| {
            days_off(&heard.made_at, &heard.heard_at, entry.enrolled_at_ms)
        }),
    })
}

/// By how many days a laptop's clock is surely wrong: ahead of the day its week was read here, or behind the
/// day it was enrolled here. A week may travel for long, so anything between says nothing.
fn days_off(made_at: &str, read_at: &str, enrolled_at_ms: i64) -> i32 {
    let instant = |text| DateTime::parse_from_rfc3339(text).ok();
    let (Some(made), Some(read)) = (instant(made_at), instant(read_at)) else {
        return 0;
    };
    let enrolled = DateTime::from_timestamp_millis(enrolled_at_ms);
    let ahead = (made - read).num_days().max(0);
    let behind = enrolled.map_or(0, |enrolled| (made.to_utc() - enrolled).num_days().min(0));
    i32::try_from(ahead + behind).unwrap_or(0)
}
