//! The scenes, in the order of the week.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_core::contacts::{self, ContactMethodView};
use countyline_core::exchange::{self, MergeSummary};
use countyline_core::inbox;
use countyline_core::letters::{self, Fonts, LetterRequest};
use countyline_core::outreach::{self, ContactForm, PartnerContactForm};
use countyline_core::partners;
use countyline_core::referrals::{self, ReferralForm};
use countyline_core::releases::{self, ReleaseForm};
use countyline_core::start::{self, NewLaptop, NewOffice};
use countyline_core::{values, victims};

use super::machine::{office_of, outside_of, stick_of};
use super::{Machine, StoryClock, Summary, cast, must};
use crate::exchange::tell_files;
use crate::outcome::Stop;
use crate::telling::Telling;

/// Everything the story has set up so far.
pub(super) struct Stage<'a> {
    pub(super) folder: &'a Path,
    pub(super) clock: StoryClock,
    pub(super) county: Machine,
    pub(super) laptops: Vec<Machine>,
    pub(super) fonts: Fonts,
    pub(super) summary: Summary,
}

/// The files that reach the county, in the order in which they do.
pub(super) struct Sticks {
    first_week: PathBuf,
    newer: PathBuf,
    late: PathBuf,
    third: PathBuf,
}

/// Monday: the office opens with a directory of partner agencies and one victim.
pub(super) fn county_opens(
    folder: &Path,
    clock: &StoryClock,
    telling: &mut Telling<'_>,
) -> Result<Machine, Stop> {
    let form = NewOffice {
        office_name: cast::COUNTY.to_owned(),
        place_name: cast::COUNTY_DESK.to_owned(),
        person_name: cast::COORDINATOR.to_owned(),
        passphrase: cast::PASSPHRASE.to_owned(),
        language: "en".to_owned(),
    };
    let office = office_of(folder, cast::COUNTY);
    let outside = outside_of(folder, cast::COUNTY, clock);
    let mut file = start::create_training_office(&office, &form, outside)?;
    let directory = cast::partners();
    for partner in &directory {
        partners::create(&mut file, partner)?;
    }
    victims::create(&mut file, &cast::ana())?;
    let said = values! {
        county = cast::COUNTY, coordinator = cast::COORDINATOR, partners = directory.len(),
    };
    telling.say("cli-demo-office", said)?;
    Ok(Machine {
        name: cast::COUNTY,
        person: cast::COORDINATOR,
        file,
    })
}

impl Stage<'_> {
    /// Each laptop asks to join; six words are compared on both sides, both ways.
    pub(super) fn laptops_join(&mut self, telling: &mut Telling<'_>) -> Result<(), Stop> {
        for (name, person) in cast::LAPTOPS {
            let stick = stick_of(self.folder, &format!("joining {name}"))?;
            let form = NewLaptop {
                laptop_name: name.to_owned(),
                person_name: person.to_owned(),
                passphrase: cast::PASSPHRASE.to_owned(),
                language: "en".to_owned(),
                folder: stick.display().to_string(),
            };
            let outside = outside_of(self.folder, name, &self.clock);
            let office = office_of(self.folder, name);
            let (mut file, asked) = start::create_laptop(&office, &form, outside)?;
            let request = Path::new(&asked.path);
            let read = exchange::read_enrolment(&self.county.file, request)?;
            must(read.words == asked.words && read.words.len() == 6)?;
            let welcome = exchange::enrol_laptop(&mut self.county.file, request, &stick)?;
            let welcomed = Path::new(&welcome.path);
            let seen = exchange::read_welcome(&file, welcomed)?;
            must(seen.words == welcome.words && seen.words.len() == 6)?;
            exchange::accept_welcome(&mut file, welcomed)?;
            let said = values! {
                laptop = name, deputy = person, words = asked.words.join(" "),
                countyWords = welcome.words.join(" "), county = cast::COUNTY,
            };
            telling.say("cli-demo-laptop", said)?;
            self.laptops.push(Machine { name, person, file });
        }
        Ok(())
    }

    /// A clinic that fears for its patients' privacy is visited.
    pub(super) fn a_partner_is_won(&mut self, telling: &mut Telling<'_>) -> Result<(), Stop> {
        self.clock.set("2026-03-03T10:00:00-06:00");
        let robin = &mut self.laptops[1];
        let form = PartnerContactForm {
            partner_id: partner_id(robin, cast::CLINIC)?,
            on: "2026-03-03".to_owned(),
            person: "The head nurse".to_owned(),
            kind: "meeting".to_owned(),
            concerns: vec!["client_confidentiality".to_owned()],
            response_given: "Nothing about a patient is shared without a signed release."
                .to_owned(),
            commitment: "They keep one hour a week free for us.".to_owned(),
            relationship_stage: "cooperating".to_owned(),
        };
        outreach::record_partner_contact(&mut robin.file, &form)?;
        victims::create(&mut robin.file, &cast::jo())?;
        let said = values! { deputy = robin.person, partner = cast::CLINIC, laptop = robin.name };
        Ok(telling.say("cli-demo-partner", said)?)
    }

    /// A contact, a release, a referral, and four letters.
    pub(super) fn a_victim_is_referred(&mut self, telling: &mut Telling<'_>) -> Result<(), Stop> {
        self.clock.set("2026-03-04T14:30:00-06:00");
        let alex = &mut self.laptops[0];
        let victim_id = ana_id(alex)?;
        let page = victims::page(&alex.file, &victim_id)?;
        let contact = ContactForm {
            victim_id: victim_id.clone(),
            channel: "in_person".to_owned(),
            outcome: "reached_talked".to_owned(),
            at: None,
            minutes: Some(40),
            note: "Talked about what she wants next.".to_owned(),
            follow_up_id: page.follow_ups.first().map(|due| due.id.clone()),
            next_follow_up_on: Some("2026-03-18".to_owned()),
        };
        outreach::record_contact(&mut alex.file, &contact)?;
        let said = values! { deputy = alex.person, victim = "A.E.", laptop = alex.name };
        telling.say("cli-demo-scene", said)?;

        let recipient_id = partner_id(alex, cast::LEGAL_AID)?;
        let release = ReleaseForm {
            victim_id: victim_id.clone(),
            recipient_id: recipient_id.clone(),
            items: vec!["name".to_owned(), "need".to_owned()],
            purpose: "Help with a protection order".to_owned(),
            expires_on: "2026-03-31".to_owned(),
            signature: "paper_on_file".to_owned(),
            signer_is_not_the_abuser: true,
            details: None,
        };
        let release = releases::sign(&mut alex.file, &release)?;
        let warm = ReferralForm {
            victim_id: victim_id.clone(),
            partner_ids: vec![recipient_id],
            need: "legal".to_owned(),
            kind: "warm_phone".to_owned(),
            release_id: Some(release.id),
        };
        let cold = ReferralForm {
            partner_ids: vec![partner_id(alex, cast::SHELTER)?],
            need: "shelter".to_owned(),
            kind: "cold_info".to_owned(),
            release_id: None,
            ..warm.clone()
        };
        let mut made = referrals::refer_victim(&mut alex.file, &warm)?;
        made.extend(referrals::refer_victim(&mut alex.file, &cold)?);
        let said = values! { victim = "A.E.", deputy = alex.person, partner = cast::LEGAL_AID };
        telling.say("cli-demo-refer", said)?;
        let referral_ids = made.into_iter().map(|referral| referral.id).collect();
        self.letters_are_printed(&victim_id, referral_ids, telling)
    }

    /// Every form in every language, saved under a name that says nothing, and copied for whoever looks.
    fn letters_are_printed(
        &mut self,
        victim_id: &str,
        referral_ids: Vec<String>,
        telling: &mut Telling<'_>,
    ) -> Result<(), Stop> {
        let alex = &mut self.laptops[0];
        for form in ["full", "discreet"] {
            for language in ["en", "es"] {
                let request = LetterRequest {
                    victim_id: victim_id.to_owned(),
                    referral_ids: referral_ids.clone(),
                    form: form.to_owned(),
                    language: language.to_owned(),
                    page: "us_letter".to_owned(),
                    large_print: false,
                    both_sides: false,
                    safe_to_carry: "yes".to_owned(),
                    release_id: None,
                    exclusions_read: false,
                    held: false,
                };
                let desk = stick_of(self.folder, &format!("printer {form}"))?;
                let saved = letters::save(&mut alex.file, &request, &self.fonts, &desk)?;
                let copy = self.folder.join(format!("letter-{form}-{language}.pdf"));
                copied(Path::new(&saved.path), &copy)?;
                self.summary.letters += 1;
            }
        }
        Ok(telling.say("cli-demo-letters", values! { deputy = alex.person })?)
    }

    /// Two deputies who cannot see each other's work write down the same victim's phone.
    pub(super) fn two_laptops_write_one_phone(
        &mut self,
        telling: &mut Telling<'_>,
    ) -> Result<(), Stop> {
        self.clock.set("2026-03-05T09:15:00-06:00");
        let kim = &mut self.laptops[2];
        let method = ana_phone(kim)?;
        let unsafe_now = cast::phone("555-0101", "no");
        contacts::edit(&mut kim.file, &method.id, &unsafe_now, &method.seen)?;
        victims::create(&mut kim.file, &cast::initials_only())?;
        let said = values! { deputy = kim.person, laptop = kim.name, victim = "A.E." };
        telling.say("cli-demo-phone-unsafe", said)?;

        self.clock.set("2026-03-05T16:40:00-06:00");
        let robin = &mut self.laptops[1];
        let method = ana_phone(robin)?;
        let new_number = cast::phone("555-0142", "yes");
        contacts::edit(&mut robin.file, &method.id, &new_number, &method.seen)?;
        let said = values! { deputy = robin.person, laptop = robin.name, victim = "A.E." };
        Ok(telling.say("cli-demo-phone-new", said)?)
    }

    /// All three send. The second laptop's first stick stays in a car.
    pub(super) fn the_weeks_are_sent(&mut self, telling: &mut Telling<'_>) -> Result<Sticks, Stop> {
        let late = self.send(
            1,
            "2026-03-05T17:00:00-06:00",
            "cli-demo-send-forgotten",
            telling,
        )?;
        let first_week = self.send(0, "2026-03-06T16:00:00-06:00", "cli-demo-send", telling)?;
        victims::create(&mut self.laptops[1].file, &cast::initials_only())?;
        let newer = self.send(1, "2026-03-06T16:20:00-06:00", "cli-demo-send", telling)?;
        let third = self.send(2, "2026-03-06T16:45:00-06:00", "cli-demo-send", telling)?;
        Ok(Sticks {
            first_week,
            newer,
            late,
            third,
        })
    }

    pub(super) fn send(
        &mut self,
        laptop: usize,
        at: &str,
        words: &str,
        telling: &mut Telling<'_>,
    ) -> Result<PathBuf, Stop> {
        self.clock.set(at);
        let sender = &mut self.laptops[laptop];
        let stick = stick_of(self.folder, sender.name)?;
        let sent = exchange::send_week(&mut sender.file, &stick)?;
        let path = PathBuf::from(&sent.path);
        copied(&path, &self.folder.join(&sent.file_name))?;
        let said = values! {
            deputy = sender.person, changes = sent.changes, file = sent.file_name,
            county = cast::COUNTY,
        };
        telling.say(words, said)?;
        Ok(path)
    }

    /// Monday: what the sticks bring, one of them twice, one late, one damaged.
    pub(super) fn the_county_merges(
        &mut self,
        sticks: &Sticks,
        telling: &mut Telling<'_>,
    ) -> Result<(), Stop> {
        self.clock.set("2026-03-09T08:30:00-05:00");
        telling.say("cli-demo-merging", values! { county = cast::COUNTY })?;
        let weeks = self.merge(&[&sticks.first_week, &sticks.newer, &sticks.third], telling)?;
        must(weeks.new_conflicts == 1)?;

        telling.say("cli-demo-twice", values! {})?;
        let twice = self.merge(&[&sticks.first_week], telling)?;
        must(twice.added == 0 && twice.changed == 0)?;

        telling.say("cli-demo-late", values! { laptop = self.laptops[1].name })?;
        let late = self.merge(&[&sticks.late], telling)?;
        must(late.added == 0 && late.changed == 0 && late.conflicts == 1)?;

        telling.say("cli-demo-tampered", values! { county = cast::COUNTY })?;
        let damaged = damaged_copy(&sticks.third, self.folder)?;
        let refused = self.merge(&[&damaged], telling)?;
        must(refused.added == 0 && self.summary.files_refused == 1)
    }

    pub(super) fn merge(
        &mut self,
        paths: &[&PathBuf],
        telling: &mut Telling<'_>,
    ) -> Result<MergeSummary, Stop> {
        let paths: Vec<String> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let merged = exchange::merge(&mut self.county.file, &paths)?;
        tell_files(&merged.files, telling)?;
        for incoming in &merged.files {
            self.summary.files_read += 1;
            match incoming.state.as_str() {
                "refused" => self.summary.files_refused += 1,
                "already_merged" => self.summary.files_known += 1,
                _ => self.summary.files_merged += 1,
            }
        }
        self.summary.records_added += merged.added;
        Ok(merged)
    }

    /// The safer answer holds until the coordinator has asked.
    pub(super) fn the_coordinator_decides(
        &mut self,
        telling: &mut Telling<'_>,
    ) -> Result<(), Stop> {
        let waiting = inbox::conflicts(&self.county.file)?;
        self.summary.conflicts = waiting.len();
        let [conflict] = waiting.as_slice() else {
            return must(false);
        };
        must(conflict.protective && ana_phone(&self.county)?.form.safe == "no")?;
        let said = values! { coordinator = self.county.person, victim = "A.E." };
        telling.say("cli-demo-safer", said)?;

        self.clock.set("2026-03-09T11:00:00-05:00");
        let new_number = conflict.sides.iter().find(|side| !side.in_effect);
        let chosen = new_number.ok_or_else(|| Stop::refused("story-does-not-hold"))?;
        inbox::resolve(
            &mut self.county.file,
            &conflict.id,
            &chosen.side,
            &conflict.seen,
        )?;
        must(ana_phone(&self.county)?.form.value == "555-0142")?;
        self.summary.conflicts_decided = 1;
        let said = values! { coordinator = self.county.person };
        Ok(telling.say("cli-demo-decided", said)?)
    }

    /// Every office reads its whole history again.
    pub(super) fn everyone_checks(&mut self, telling: &mut Telling<'_>) -> Result<(), Stop> {
        for machine in std::iter::once(&self.county).chain(&self.laptops) {
            let report = machine.file.verify()?;
            must(report.ok)?;
            self.summary.offices_sound += 1;
            self.summary.changes_checked += report.commits;
            let said = values! { office = machine.name, commits = report.commits };
            telling.say("cli-demo-verified", said)?;
        }
        Ok(())
    }

    /// The table, and where to look around.
    pub(super) fn end(&mut self, telling: &mut Telling<'_>) -> Result<(), Stop> {
        self.summary.laptops = self.laptops.len();
        self.summary.partners = partners::list(&self.county.file, "")?.len();
        self.summary.victims = victims::find(&self.county.file, "")?.len();
        self.summary.write(self.folder, telling.words())?;
        let table = self.summary.table(telling.words());
        telling.line(&format!("\n{table}\n"))?;
        telling.say("cli-demo-done", values! { passphrase = cast::PASSPHRASE })?;
        telling.answer(&self.summary)?;
        Ok(())
    }
}

pub(super) fn ana_id(machine: &Machine) -> Result<String, Stop> {
    let found = victims::find(&machine.file, "Ana Example")?;
    let ana = found.into_iter().next();
    ana.map(|victim| victim.id)
        .ok_or_else(|| Stop::refused("story-does-not-hold"))
}

pub(super) fn ana_phone(machine: &Machine) -> Result<ContactMethodView, Stop> {
    let page = victims::page(&machine.file, &ana_id(machine)?)?;
    let phone = page.contact_methods.first();
    let phone = phone.ok_or_else(|| Stop::refused("story-does-not-hold"))?;
    Ok(contacts::open(&machine.file, &phone.id)?)
}

fn partner_id(machine: &Machine, name: &str) -> Result<String, Stop> {
    let found = partners::list(&machine.file, name)?;
    let partner = found.into_iter().next();
    partner
        .map(|partner| partner.id)
        .ok_or_else(|| Stop::refused("story-does-not-hold"))
}

fn copied(from: &Path, to: &Path) -> Result<(), Stop> {
    match fs::copy(from, to) {
        Ok(_) => Ok(()),
        Err(_) => Err(Stop::refused("disk-full")),
    }
}

/// The same file with its middle byte changed.
fn damaged_copy(path: &Path, folder: &Path) -> Result<PathBuf, Stop> {
    let unreadable = |_| Stop::refused("file-not-found");
    let mut bytes = fs::read(path).map_err(unreadable)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let copy = stick_of(folder, "damaged")?.join("cl-damaged.clb");
    fs::write(&copy, bytes).map_err(unreadable)?;
    Ok(copy)
}
