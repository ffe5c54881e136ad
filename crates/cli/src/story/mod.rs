//! The story of three laptops and one county office, played with the real core on made-up people.
//!
//! Always the same: the clock is set by the story and its randomness follows from names, so two runs say
//! the same words and leave the same files. Nothing outside the chosen folder is read or written but the
//! fonts. Every claim is checked while it is played; a story that does not hold is refused.

mod cast;
mod machine;
mod returning;
mod scenes;
mod summary;

use std::fs;
use std::path::Path;

use countyline_core::values;

use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

use machine::{Machine, StoryClock};
use scenes::Stage;
use summary::Summary;

/// Plays the story in a folder that is empty or not there yet.
pub(crate) fn demo(
    folder: &Path,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let fonts = places.fonts()?;
    let occupied = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        return Err(Stop::refused("folder-not-empty"));
    }
    fs::create_dir_all(folder).map_err(|_| Stop::refused("folder-not-found"))?;
    telling.say("cli-demo-title", values! {})?;
    telling.say("cli-demo-made-up", values! {})?;

    let clock = StoryClock::at("2026-03-02T08:00:00-06:00");
    let county = scenes::county_opens(folder, &clock, telling)?;
    let mut stage = Stage {
        folder,
        clock,
        county,
        laptops: Vec::new(),
        fonts,
        summary: Summary::default(),
    };
    stage.laptops_join(telling)?;
    stage.a_partner_is_won(telling)?;
    stage.a_victim_is_referred(telling)?;
    stage.two_laptops_write_one_phone(telling)?;
    let sticks = stage.the_weeks_are_sent(telling)?;
    stage.the_county_merges(&sticks, telling)?;
    stage.the_coordinator_decides(telling)?;
    stage.the_county_hands_back(telling)?;
    stage.the_next_week_is_smaller(telling)?;
    stage.everyone_checks(telling)?;
    stage.end(telling)?;
    Ok(Ending::Done)
}

/// A claim of the story.
fn must(holds: bool) -> Result<(), Stop> {
    if holds {
        Ok(())
    } else {
        Err(Stop::refused("story-does-not-hold"))
    }
}
