//! What people do in one go, without a form that could be left open: what it replaces is what stands.

use chrono::{Days, NaiveDate};
use countyline_core::casefile::CaseFile;
use countyline_core::duplicates;
use countyline_core::error::{Error, Result};
use countyline_core::need_to_know;
use countyline_core::outreach::{self, ContactForm};
use countyline_core::partners;
use countyline_core::referrals::{self, ReferralForm};
use countyline_core::releases::{self, ReleaseForm};
use countyline_core::testing::{self, partner};
use countyline_core::victims::{self, VictimPage};

use super::chance::Chance;

/// See the module.
#[derive(Debug, Clone)]
pub enum AtOnce {
    /// A contact with a victim that answers her follow-up.
    Contact(ContactForm),
    /// A partner agency.
    Partner,
    /// A release she signed.
    Release(Box<ReleaseForm>),
    /// A referral, with a release that is there or without.
    Referral(ReferralForm),
    /// Two records are one person's.
    Link(String, String),
    /// They are not.
    Unlink(String, String),
    /// Two records are not one person's, for good.
    TellApart(String, String),
    /// Her record is restricted, or opened again.
    Restrict(String, bool),
    /// Somebody who works here is named for her.
    Name(String, String),
    /// There is nothing to do about her here.
    Nothing,
}

impl AtOnce {
    /// Something about one of these victims, on this day of the machine's clock.
    ///
    /// # Errors
    /// If the case file cannot be read.
    pub fn choose(
        file: &CaseFile,
        today: NaiveDate,
        victims: &[String],
        chance: &mut Chance,
    ) -> Result<AtOnce> {
        let id = victims[chance.below(victims.len())].clone();
        let other = victims[chance.below(victims.len())].clone();
        let page = match victims::page(file, &id) {
            Ok(page) => page,
            Err(Error::NotFound { .. }) => return Ok(AtOnce::Nothing),
            Err(broken) => return Err(broken),
        };
        Ok(match chance.below(100) {
            0..40 => AtOnce::contact(id, &page),
            40..60 => AtOnce::paper(file, today, id, &page, chance)?,
            60..68 => AtOnce::Link(id, other),
            68..73 => AtOnce::Unlink(id, other),
            73..78 => AtOnce::TellApart(id, other),
            78..90 => AtOnce::Restrict(id, chance.percent(70)),
            _ => {
                let people = need_to_know::staff(file)?;
                let (person, _) = &people[chance.below(people.len())];
                AtOnce::Name(id, person.clone())
            }
        })
    }

    fn contact(victim: String, page: &VictimPage) -> AtOnce {
        let follow_up = page.follow_ups.first();
        AtOnce::Contact(ContactForm {
            victim_id: victim,
            channel: "in_person".to_owned(),
            outcome: "reached_talked".to_owned(),
            at: None,
            minutes: Some(15),
            note: "Went through the safety plan.".to_owned(),
            follow_up_id: follow_up.map(|follow_up| follow_up.id.clone()),
            next_follow_up_on: None,
        })
    }

    /// An agency first, then a release for it, then a referral to it.
    fn paper(
        file: &CaseFile,
        today: NaiveDate,
        victim: String,
        page: &VictimPage,
        chance: &mut Chance,
    ) -> Result<AtOnce> {
        let agencies = partners::list(file, "")?;
        if agencies.len() < 2 && chance.percent(50) || agencies.is_empty() {
            return Ok(AtOnce::Partner);
        }
        let agency = agencies[chance.below(agencies.len())].id.clone();
        let release = page.releases.first();
        if release.is_none() && chance.percent(60) {
            return Ok(AtOnce::Release(Box::new(ReleaseForm {
                victim_id: victim,
                recipient_id: agency,
                items: vec!["name".to_owned(), "need".to_owned()],
                purpose: "legal help".to_owned(),
                expires_on: (today + Days::new(180)).to_string(),
                signature: "paper_on_file".to_owned(),
                signer_is_not_the_abuser: true,
                details: None,
            })));
        }
        let kind = match release {
            Some(_) => "warm_phone",
            None => "cold_info",
        };
        Ok(AtOnce::Referral(ReferralForm {
            victim_id: victim,
            partner_ids: vec![agency],
            need: "legal".to_owned(),
            kind: kind.to_owned(),
            release_id: release.map(|release| release.id.clone()),
        }))
    }

    /// Does it.
    ///
    /// # Errors
    /// Those of the screen's own function.
    pub fn carry_out(&self, file: &mut CaseFile) -> Result<()> {
        match self {
            AtOnce::Contact(form) => outreach::record_contact(file, form).map(drop),
            AtOnce::Partner => partners::create(file, &partner("Legal Aid")).map(drop),
            AtOnce::Release(form) => releases::sign(file, form).map(drop),
            AtOnce::Referral(form) => referrals::refer_victim(file, form).map(drop),
            AtOnce::Link(one, other) => duplicates::link(file, one, other).map(drop),
            AtOnce::Unlink(one, other) => duplicates::unlink(file, one, other).map(drop),
            AtOnce::TellApart(one, other) => duplicates::not_the_same(file, one, other).map(drop),
            AtOnce::Restrict(victim, on) => testing::restrict(file, victim, *on).map(drop),
            AtOnce::Name(victim, person) => need_to_know::name_for(file, victim, person).map(drop),
            AtOnce::Nothing => Ok(()),
        }
    }
}
