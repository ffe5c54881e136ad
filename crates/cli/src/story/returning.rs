//! The way back: what the county hands back, and the week after.

use countyline_core::exchange;
use countyline_core::outreach::{self, ContactForm};
use countyline_core::values;

use super::machine::stick_of;
use super::scenes::{Stage, ana_id, ana_phone};
use super::{cast, must};
use crate::outcome::Stop;
use crate::telling::Telling;

/// The laptop that found its stick in the car.
const ROBIN: usize = 1;

impl Stage<'_> {
    /// One stick for all laptops; each takes in its own file and leaves the others.
    pub(super) fn the_county_hands_back(&mut self, telling: &mut Telling<'_>) -> Result<(), Stop> {
        self.clock.set("2026-03-09T14:00:00-05:00");
        let stick = stick_of(self.folder, "going back")?;
        let handed_back = exchange::hand_back(&mut self.county.file, &stick)?;
        let files: usize = handed_back.iter().map(|laptop| laptop.paths.len()).sum();
        let said = values! { county = cast::COUNTY, files = files };
        telling.say("cli-demo-hand-back", said)?;

        self.clock.set("2026-03-10T08:00:00-05:00");
        let paths = exchange::returns_in(&stick)?;
        for laptop in &mut self.laptops {
            let received = exchange::receive(&mut laptop.file, &paths)?;
            must(received.unconfirmed == 0 && received.safe_up_to.is_some())?;
            must(ana_phone(laptop)?.form.value == "555-0142")?;
            self.summary.files_taken_back += 1;
            let said = values! {
                laptop = laptop.name, deputy = laptop.person, added = received.added,
                changed = received.changed,
            };
            telling.say("cli-demo-received", said)?;
        }
        Ok(())
    }

    /// What the county confirmed is not sent again.
    pub(super) fn the_next_week_is_smaller(
        &mut self,
        telling: &mut Telling<'_>,
    ) -> Result<(), Stop> {
        self.clock.set("2026-03-12T10:00:00-05:00");
        let before = self.changes_in_last_week()?;
        let robin = &mut self.laptops[ROBIN];
        let contact = ContactForm {
            victim_id: ana_id(robin)?,
            channel: "phone".to_owned(),
            outcome: "reached_talked".to_owned(),
            at: None,
            minutes: Some(10),
            note: "The hearing is on Monday.".to_owned(),
            follow_up_id: None,
            next_follow_up_on: Some("2026-03-16".to_owned()),
        };
        outreach::record_contact(&mut robin.file, &contact)?;
        let week = self.send(ROBIN, "2026-03-12T16:00:00-05:00", "cli-demo-send", telling)?;
        let changes = self.changes_in_last_week()?;
        must(changes < before)?;
        let said = values! {
            deputy = self.laptops[ROBIN].person, changes = changes, before = before,
        };
        telling.say("cli-demo-smaller", said)?;
        let merged = self.merge(&[&week], telling)?;
        must(merged.conflicts == 0)
    }

    fn changes_in_last_week(&self) -> Result<i32, Stop> {
        let state = exchange::send_state(&self.laptops[ROBIN].file)?;
        let last = state.history.first();
        last.map(|week| week.changes)
            .ok_or_else(|| Stop::refused("story-does-not-hold"))
    }
}
