//! The year of work: who did what on which day.

use std::path::Path;

use chrono::{DateTime, Datelike, Duration, FixedOffset};

use super::data::DATA;
use super::{SeededRandom, StoryClock, Wanted, people, services};
use crate::casefile::CaseFile;
use crate::contacts::{self, ContactMethodForm};
use crate::error::Result;
use crate::outreach::{self, ContactForm, PartnerContactForm};
use crate::referrals::{self, ReferralDetails, ReferralForm};
use crate::releases::{self, ReleaseForm};
use crate::victims::{self, VictimForm};
use crate::{exchange, followups, partners};

/// Days of work.
const YEAR: i64 = 365;
/// Days between two weeks sent; a real office sends each week, the sample a little less often.
const SENDING_DAYS: i64 = 28;
/// Days of work a laptop has not sent yet at the end.
const UNSENT_DAYS: i64 = 6;

/// Something that happens at a place.
enum Event {
    /// A victim is recorded: her number in the story.
    NewVictim(usize),
    /// A contact with her, and how many days later the next is due; the last sets none.
    Contact { who: usize, next: Option<i64> },
    /// She is referred to agencies that answer a need.
    Refer(usize),
    /// A meeting with an agency.
    Meeting { agency: usize, stage: usize },
    /// Everyone sends and the county merges.
    Send,
}

pub(super) struct Story<'a> {
    wanted: &'a Wanted,
    clock: &'a StoryClock,
    stick: &'a Path,
    /// The county first, then the laptops.
    places: &'a mut Vec<CaseFile>,
    random: SeededRandom,
    /// For what was done with the victims, apart from who they are.
    services_random: SeededRandom,
    agencies: Vec<String>,
    /// Id and open follow-up of each victim, once recorded.
    victims: Vec<Option<String>>,
}

impl<'a> Story<'a> {
    pub(super) fn new(
        wanted: &'a Wanted,
        clock: &'a StoryClock,
        stick: &'a Path,
        places: &'a mut Vec<CaseFile>,
    ) -> Story<'a> {
        Story {
            random: SeededRandom::new(wanted.seed, u64::MAX),
            services_random: SeededRandom::new(wanted.seed, u64::MAX - 1),
            victims: vec![None; wanted.victims as usize],
            agencies: Vec::new(),
            wanted,
            clock,
            stick,
            places,
        }
    }

    pub(super) fn play(mut self) -> Result<()> {
        let directory = partners::list(&self.places[0], "")?;
        self.agencies = directory.into_iter().map(|agency| agency.id).collect();
        for (day, place, event) in self.schedule() {
            self.clock.set(self.moment(day));
            match event {
                Event::NewVictim(who) => self.record_victim(place, who, day)?,
                Event::Contact { who, next } => self.contact(place, who, day, next)?,
                Event::Refer(who) => self.refer(place, who)?,
                Event::Meeting { agency, stage } => self.meet(place, agency, stage)?,
                Event::Send => self.send()?,
            }
        }
        self.clock.set(self.wanted.until);
        Ok(())
    }

    /// Everything that will happen, in the order it does: day, place, event.
    fn schedule(&mut self) -> Vec<(i64, usize, Event)> {
        let laptops = self.places.len() - 1;
        let mut events = Vec::new();
        for who in 0..self.victims.len() {
            let place = 1 + who % laptops;
            let first = 3 + self.random.below(340) as i64;
            events.push((first, place, Event::NewVictim(who)));
            if self.random.below(10) < 7 {
                events.push((first + 1, place, Event::Refer(who)));
            }
            self.schedule_contacts(who, place, first, &mut events);
        }
        for agency in 0..DATA.agencies.len() {
            let mut day = 5 + self.random.below(60) as i64;
            for stage in 0..1 + self.random.below(DATA.meetings.len()) {
                let place = self.random.below(self.places.len());
                events.push((day.min(YEAR - 1), place, Event::Meeting { agency, stage }));
                day += 40 + self.random.below(30) as i64;
            }
        }
        let mut day = SENDING_DAYS;
        while day < YEAR - UNSENT_DAYS {
            events.push((day, 0, Event::Send));
            day += SENDING_DAYS;
        }
        events.push((YEAR - UNSENT_DAYS, 0, Event::Send));
        events.sort_by_key(|(day, ..)| *day);
        events
    }

    /// Her contacts; one in three is still in touch at the end, with a next contact due around the last day.
    fn schedule_contacts(
        &mut self,
        who: usize,
        place: usize,
        first: i64,
        events: &mut Vec<(i64, usize, Event)>,
    ) {
        let mut days = vec![first + 2];
        for _ in 0..1 + self.random.below(8) {
            let last = days.last().copied().unwrap_or(first);
            days.push(last + 2 + self.random.below(18) as i64);
        }
        days.retain(|day| *day < YEAR);
        let still_in_touch = self.random.below(3) == 0;
        if still_in_touch {
            days.retain(|day| *day < YEAR - 10);
            days.push(YEAR - 9 + self.random.below(8) as i64);
        }
        for (at, day) in days.iter().enumerate() {
            let next = match days.get(at + 1) {
                Some(following) => Some(following - day),
                None if still_in_touch => Some(YEAR - day - 2 + self.random.below(8) as i64),
                None => None,
            };
            events.push((*day, place, Event::Contact { who, next }));
        }
    }

    fn record_victim(&mut self, place: usize, who: usize, day: i64) -> Result<()> {
        let mut form = self.victim(who, day);
        let mut random = people::drawing(self.wanted.seed, who);
        form.facts = Some(people::facts(&mut random));
        let file = &mut self.places[place];
        let saved = victims::create(file, &form)?;
        people::incident_and_card(file, &mut random, &saved.id, who)?;
        services::screen(file, &mut self.services_random, &saved.id)?;
        self.victims[who] = Some(saved.id);
        Ok(())
    }

    fn victim(&mut self, who: usize, day: i64) -> VictimForm {
        let random = &mut self.random;
        let speaks_spanish = random.below(4) == 0;
        let safe = *random.one_of(&[
            "yes",
            "yes",
            "with_conditions",
            "with_conditions",
            "unknown",
            "no",
        ]);
        let needs = [
            "legal",
            "medical",
            "food",
            "counseling",
            "shelter",
            "transport",
            "compensation",
        ];
        let first_need = random.below(needs.len());
        VictimForm {
            given_name: random.one_of(&DATA.given_names).clone(),
            family_name: random.one_of(&DATA.family_names).clone(),
            birth_year: (random.below(8) > 0).then(|| 1950 + random.below(56) as i32),
            language: if speaks_spanish { "es" } else { "en" }.to_owned(),
            needs: vec![
                needs[first_need].to_owned(),
                needs[(first_need + 2) % needs.len()].to_owned(),
            ],
            zone: random.one_of(&DATA.towns).clone(),
            contact_method: Some(ContactMethodForm {
                channel: random.one_of(&["phone", "phone", "text"]).to_string(),
                value: made_up_number(who),
                safe: safe.to_owned(),
                voicemail: random.one_of(&["no", "no", "yes", "not_asked"]).to_string(),
                hours: if safe == "with_conditions" {
                    "9-11 am"
                } else {
                    ""
                }
                .to_owned(),
                cover_name: if safe == "with_conditions" {
                    "the library"
                } else {
                    ""
                }
                .to_owned(),
                mark_reason: String::new(),
            }),
            follow_up_on: Some(self.day(day + 2)),
            facts: None,
        }
    }

    fn contact(&mut self, place: usize, who: usize, day: i64, next: Option<i64>) -> Result<()> {
        let Some(victim_id) = self.victims[who].clone() else {
            return Ok(());
        };
        let page = victims::page(&self.places[place], &victim_id)?;
        let open = page
            .follow_ups
            .iter()
            .find(|follow_up| follow_up.state == "open");
        let outcomes = [
            "reached_talked",
            "reached_talked",
            "reached_talked",
            "no_answer_no_message",
            "home_reached",
            "other_answered_hung_up",
        ];
        let outcome = *self.random.one_of(&outcomes);
        let (channel, outcome) = match (outcome, page.summary.safe_contact.channel.as_deref()) {
            ("home_reached", _) => ("home_visit", outcome),
            ("other_answered_hung_up", Some("phone")) => ("phone", outcome),
            ("other_answered_hung_up", Some(channel)) => (channel, "other_answered_cover"),
            (_, Some(channel)) => (channel, outcome),
            // Nobody calls where no way is safe: she came by.
            (_, None) => ("in_person", "reached_talked"),
        };
        let reached = matches!(outcome, "reached_talked" | "home_reached");
        let form = ContactForm {
            victim_id: victim_id.clone(),
            channel: channel.to_owned(),
            outcome: outcome.to_owned(),
            at: None,
            minutes: Some(5 + 5 * self.random.below(8) as i32),
            note: self.random.one_of(&DATA.notes).clone(),
            follow_up_id: open.map(|follow_up| follow_up.id.clone()),
            next_follow_up_on: next.map(|gap| self.day(day + gap)),
        };
        outreach::record_contact(&mut self.places[place], &form)?;
        if reached {
            let today = self.day(day);
            let others = page.follow_ups.iter().filter(|follow_up| {
                let answered = open.is_some_and(|open| open.id == follow_up.id);
                follow_up.state == "open" && !answered && follow_up.due_on <= today
            });
            for due in others {
                followups::complete(&mut self.places[place], &due.id, "done", &due.seen)?;
            }
            services::serve(
                &mut self.places[place],
                &mut self.services_random,
                &victim_id,
            )?;
        }
        Ok(())
    }

    fn refer(&mut self, place: usize, who: usize) -> Result<()> {
        let Some(victim_id) = self.victims[who].clone() else {
            return Ok(());
        };
        let needs = victims::page(&self.places[place], &victim_id)?.about.needs;
        let need = self.random.one_of(&needs).clone();
        let fitting: Vec<usize> = (0..self.agencies.len())
            .filter(|at| self.answers(place, *at, &need))
            .collect();
        if fitting.is_empty() {
            return Ok(());
        }
        let partner_id = self.agencies[*self.random.one_of(&fitting)].clone();
        let warm = self.random.below(3) == 0;
        let release_id = if warm {
            Some(self.release(place, &victim_id, &partner_id)?)
        } else {
            None
        };
        let form = ReferralForm {
            victim_id,
            partner_ids: vec![partner_id],
            need,
            kind: if warm { "warm_phone" } else { "cold_info" }.to_owned(),
            release_id,
        };
        let details = ReferralDetails {
            funding_source: Some("voca".to_owned()),
            ..ReferralDetails::default()
        };
        let made = referrals::refer_in_detail(&mut self.places[place], &form, &details)?;
        if let (true, [referral]) = (warm, made.as_slice()) {
            let next =
                *self
                    .random
                    .one_of(&["accepted", "no_capacity", "unknown_partner_confidential"]);
            referrals::advance(&mut self.places[place], &referral.id, next, &referral.seen)?;
        }
        Ok(())
    }

    fn answers(&self, place: usize, agency: usize, need: &str) -> bool {
        let page = partners::page(&self.places[place], &self.agencies[agency]);
        page.is_ok_and(|page| page.partner.form.needs.iter().any(|have| have == need))
    }

    fn release(&mut self, place: usize, victim_id: &str, partner_id: &str) -> Result<String> {
        let now = self.places[place].now();
        let form = ReleaseForm {
            victim_id: victim_id.to_owned(),
            recipient_id: partner_id.to_owned(),
            items: vec![
                "name".to_owned(),
                "safe_contact".to_owned(),
                "need".to_owned(),
            ],
            purpose: "So that they can plan the first talk.".to_owned(),
            expires_on: (now + Duration::days(30)).date_naive().to_string(),
            signature: "paper_on_file".to_owned(),
            signer_is_not_the_abuser: true,
            details: None,
        };
        Ok(releases::sign(&mut self.places[place], &form)?.id)
    }

    fn meet(&mut self, place: usize, agency: usize, stage: usize) -> Result<()> {
        services::answer_hotline(&mut self.places[place], &mut self.services_random)?;
        let meeting = &DATA.meetings[stage];
        let form = PartnerContactForm {
            partner_id: self.agencies[agency].clone(),
            on: self.places[place].now().date_naive().to_string(),
            person: "The director".to_owned(),
            kind: meeting.kind.clone(),
            concerns: meeting.concerns.clone(),
            response_given: meeting.response_given.clone(),
            commitment: meeting.commitment.clone(),
            relationship_stage: meeting.relationship_stage.clone(),
        };
        outreach::record_partner_contact(&mut self.places[place], &form)?;
        Ok(())
    }

    /// Every laptop sends; the county merges what came.
    fn send(&mut self) -> Result<()> {
        let (county, laptops) = self.places.split_at_mut(1);
        let mut sent = Vec::new();
        for laptop in laptops {
            sent.push(exchange::send_week(laptop, self.stick)?.path);
        }
        exchange::merge(&mut county[0], &sent)?;
        for path in sent {
            let _ = std::fs::remove_file(path);
        }
        Ok(())
    }

    fn moment(&self, day: i64) -> DateTime<FixedOffset> {
        let start = self.wanted.until - Duration::days(YEAR);
        start + Duration::days(day) - Duration::minutes(day * 13 % 240)
    }

    fn day(&self, day: i64) -> String {
        let moment = self.wanted.until - Duration::days(YEAR - day);
        format!(
            "{}-{:02}-{:02}",
            moment.year(),
            moment.month(),
            moment.day()
        )
    }
}

/// Cases the county opens itself, which every laptop knows from its welcome.
pub(super) fn open_shared_cases(county: &mut CaseFile) -> Result<()> {
    for (given, family) in [("Iris", "Examplar"), ("Vera", "Specimen")] {
        let form = VictimForm {
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            birth_year: Some(1988),
            language: "en".to_owned(),
            needs: vec!["legal".to_owned()],
            zone: DATA.towns[0].clone(),
            contact_method: None,
            follow_up_on: None,
            facts: None,
        };
        let saved = victims::create(county, &form)?;
        let phone = ContactMethodForm {
            channel: "phone".to_owned(),
            value: "555-0101".to_owned(),
            safe: "with_conditions".to_owned(),
            voicemail: "no".to_owned(),
            hours: "after 6 pm".to_owned(),
            cover_name: "the library".to_owned(),
            mark_reason: String::new(),
        };
        contacts::add(county, &saved.id, &phone)?;
    }
    Ok(())
}

/// One of the numbers reserved for fiction.
fn made_up_number(who: usize) -> String {
    format!("555-01{:02}", who % 100)
}
