//! A sample office: a made-up county with three laptops and a year of work, from a seed.
//!
//! It is written the way a real one is: each laptop enrols, records its own contacts and sends its weeks,
//! and the county merges them. The same seed gives the same people on the same days, counted back from the
//! day asked for. Large ones serve benchmarks. Everything in it is plainly invented
//! (`assets/sample-office/office.json`); the office says so on every screen.

mod data;
mod people;
mod program;
mod services;
mod story;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, FixedOffset};
use sha2::{Digest, Sha256};

use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::outside::{Clock, DeviceSecret, KeyCost, NoMemory, Outside, Random};
use crate::start::{self, NewLaptop, NewOffice};
use crate::{exchange, partners};

use data::DATA;
use story::Story;

/// What to make.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// About how many victims; 40 in the ordinary sample.
    pub victims: u32,
    /// Same seed, same people.
    pub seed: u64,
    /// The last day of the year of work.
    pub until: DateTime<FixedOffset>,
    /// Opens every place of the sample.
    pub passphrase: String,
    /// What deriving the keys costs.
    pub key_cost: KeyCost,
}

/// Where the places of the sample are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The county office.
    pub county: PathBuf,
    /// The laptops.
    pub laptops: Vec<PathBuf>,
}

/// Makes a sample office in `folder`: `county` and `laptop-1` to `laptop-3`.
///
/// # Errors
/// [`Error::OfficeExists`] if there is one already; those of making offices and bundles.
pub fn make(
    folder: &Path,
    wanted: &Wanted,
    device_secret: impl Fn() -> Box<dyn DeviceSecret>,
) -> Result<Made> {
    let stick = folder.join("stick");
    std::fs::create_dir_all(&stick).map_err(|source| Error::file("make the folder", source))?;
    let clock = StoryClock::at(wanted.until - Duration::days(365));
    let outside = |place: u64| Outside {
        clock: Box::new(clock.clone()),
        random: Box::new(SeededRandom::new(wanted.seed, place)),
        device_secret: device_secret(),
        head_mark: Box::new(NoMemory),
        key_cost: wanted.key_cost,
    };
    let county = folder.join("county");
    let form = NewOffice {
        office_name: DATA.office_name.clone(),
        place_name: DATA.coordinator.place.clone(),
        person_name: DATA.coordinator.person.clone(),
        passphrase: wanted.passphrase.clone(),
        language: "en".to_owned(),
    };
    let mut places = vec![start::create_training_office(&county, &form, outside(0))?];
    for agency in &DATA.agencies {
        partners::create(&mut places[0], agency)?;
    }
    story::open_shared_cases(&mut places[0])?;
    let mut laptops = Vec::new();
    for (number, deputy) in (1u64..).zip(&DATA.deputies) {
        let laptop = folder.join(format!("laptop-{number}"));
        let form = NewLaptop {
            laptop_name: deputy.place.clone(),
            person_name: deputy.person.clone(),
            passphrase: wanted.passphrase.clone(),
            language: "en".to_owned(),
            folder: stick.display().to_string(),
        };
        let (mut file, request) = start::create_laptop(&laptop, &form, outside(number))?;
        let welcome = exchange::enrol_laptop(&mut places[0], Path::new(&request.path), &stick)?;
        exchange::accept_welcome(&mut file, Path::new(&welcome.path))?;
        places.push(file);
        laptops.push(laptop);
    }
    places.iter_mut().try_for_each(CaseFile::hurry)?;
    Story::new(wanted, &clock, &stick, &mut places).play()?;
    program::set_up(&mut places[0], wanted.until)?;
    places.iter_mut().try_for_each(CaseFile::settle)?;
    drop(places);
    std::fs::remove_dir_all(&stick).map_err(|source| Error::file("clear the stick", source))?;
    Ok(Made { county, laptops })
}

/// A clock the story moves.
#[derive(Clone)]
struct StoryClock(Arc<Mutex<DateTime<FixedOffset>>>);

impl StoryClock {
    fn at(instant: DateTime<FixedOffset>) -> StoryClock {
        StoryClock(Arc::new(Mutex::new(instant)))
    }

    fn set(&self, instant: DateTime<FixedOffset>) {
        *self
            .0
            .lock()
            .expect("nothing panics while it holds the clock") = instant;
    }
}

impl Clock for StoryClock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self
            .0
            .lock()
            .expect("nothing panics while it holds the clock")
    }
}

/// Bytes that follow from a seed. Made-up people need no secret keys.
struct SeededRandom {
    key: [u8; 16],
    counter: u64,
}

impl SeededRandom {
    fn new(seed: u64, stream: u64) -> SeededRandom {
        let mut key = [0; 16];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..].copy_from_slice(&stream.to_le_bytes());
        SeededRandom { key, counter: 0 }
    }

    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from(u64::from_le_bytes(bytes) % limit).unwrap_or(0)
    }

    /// One of several.
    fn one_of<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len())]
    }
}

impl Random for SeededRandom {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let mut hash = Sha256::new();
            hash.update(self.key);
            hash.update(self.counter.to_le_bytes());
            self.counter += 1;
            chunk.copy_from_slice(&hash.finalize()[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::{self, Fonts, LetterRequest};
    use crate::outside::testing::KnownSecret;
    use crate::{counts, inbox, victims};

    const FORMS: [&str; 5] = ["full", "plain", "discreet", "pocket_card", "agency"];

    fn wanted(victims: u32) -> Wanted {
        Wanted {
            victims,
            seed: 7,
            until: DateTime::parse_from_rfc3339("2026-03-02T08:00:00-06:00").unwrap(),
            passphrase: "training office".to_owned(),
            key_cost: KeyCost::FOR_TESTS,
        }
    }

    fn made(folder: &Path, victims: u32) -> Vec<CaseFile> {
        let secret = || Box::new(KnownSecret([7; 32])) as Box<dyn DeviceSecret>;
        let made = make(folder, &wanted(victims), secret).unwrap();
        let open = |place: &PathBuf| {
            let outside = Outside {
                clock: Box::new(StoryClock::at(wanted(victims).until)),
                random: Box::new(SeededRandom::new(1, 99)),
                device_secret: Box::new(KnownSecret([7; 32])),
                head_mark: Box::new(NoMemory),
                key_cost: KeyCost::FOR_TESTS,
            };
            CaseFile::unlock(place, "training office", outside).unwrap()
        };
        std::iter::once(&made.county)
            .chain(&made.laptops)
            .map(open)
            .collect()
    }

    #[test]
    fn a_sample_office_is_whole_and_marked_as_training_everywhere() {
        let folder = tempfile::tempdir().unwrap();
        let places = made(folder.path(), 40);
        assert_eq!(places.len(), 4);
        for place in &places {
            assert!(place.place().training);
            let report = place.verify().unwrap();
            assert!(report.ok, "{report:?}");
        }
        assert_eq!(partners::list(&places[0], "").unwrap().len(), 12);
        assert!(crate::agreements::list(&places[0]).unwrap()[0].due);
        assert_eq!(
            crate::trainings::list(&places[0]).unwrap()[0].lacking.len(),
            4
        );
        let here: usize = victims::find(&places[0], "").unwrap().len();
        assert!((38..=42).contains(&here), "{here}");
        assert_eq!(inbox::conflicts(&places[0]).unwrap().len(), 0);
        assert!(exchange::send_state(&places[1]).unwrap().history.len() > 10);
        let year = counts::CountSettings::usual("2025-03-02", "2026-03-02");
        let counted = counts::count(&places[0], &year).unwrap();
        let count = |question: &str| {
            let mut figures = counted.figures.iter();
            let figure = figures.find(|figure| figure.question == question).unwrap();
            figure.count.unwrap()
        };
        let served = count("Q1");
        assert!((20..=42).contains(&served) && count("Q2") > 3, "{served}");
    }

    #[test]
    fn every_letter_of_a_sample_office_is_made_and_an_agency_is_told_by_a_release_alone() {
        let folder = tempfile::tempdir().unwrap();
        let county = &made(folder.path(), 20)[0];
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
        let fonts = Fonts::load(&assets.join("fonts")).unwrap();
        let mut made = 0;
        for victim in victims::find(county, "").unwrap() {
            let page = victims::page(county, &victim.id).unwrap();
            let release = page.releases.first().map(|release| release.id.clone());
            for referral in page.referrals {
                for (form, language) in FORMS.iter().flat_map(|form| [(form, "en"), (form, "es")]) {
                    let request = LetterRequest {
                        victim_id: victim.id.clone(),
                        referral_ids: vec![referral.id.clone()],
                        form: (*form).to_owned(),
                        language: language.to_owned(),
                        page: "us_letter".to_owned(),
                        large_print: false,
                        both_sides: false,
                        safe_to_carry: "yes".to_owned(),
                        held: false,
                        release_id: release.clone(),
                        exclusions_read: true,
                    };
                    match letters::preview(county, &request, &fonts) {
                        Ok(letter) => {
                            assert!(letter.ready, "{form}: {:?}", letter.checks);
                            made += 1;
                        }
                        Err(refused) => {
                            let code = refused.failure().code;
                            assert_eq!(*form, "agency", "{code}");
                            assert!(code.starts_with("release-"), "{code}");
                        }
                    }
                }
            }
        }
        assert!(made > 50, "{made}");
    }

    #[test]
    fn the_same_seed_gives_the_same_people() {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let found = folders.map(|folder| victims::find(&made(folder.path(), 6)[0], "").unwrap());
        assert_eq!(found[0], found[1]);
    }
}
