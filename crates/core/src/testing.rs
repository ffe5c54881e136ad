//! Offices for tests: made-up people in made-up towns, on a clock that is set by hand.

mod beside;
mod broken;
mod crafted;
pub mod inside;
pub mod program;
pub mod storage;
pub mod travel;

use std::path::{Path, PathBuf};

pub(crate) use beside::Lent;
pub(crate) use broken::breaks;
pub use broken::{BROKEN, Broken, break_rule};
pub(crate) use crafted::unresolved;
#[cfg(test)]
pub(crate) use crafted::{newer_record, newer_records};

#[cfg(test)]
use countyline_ledger::Value;

#[cfg(test)]
use crate::casefile::Action;
use crate::casefile::CaseFile;
use crate::contacts::{self, ContactMethodForm, ContactMethodView};
use crate::error::{Error, Result};
use crate::outside::testing::{SetClock, outside};
use crate::outside::{HeadMark, Outside};
use crate::partners::PartnerForm;
use crate::partners::directory::{PartnerLocationForm, PartnerServiceForm};
#[cfg(test)]
use crate::registry::STAFF;
use crate::registry::VICTIM;
use crate::standing::Standing;
use crate::start::{self, NewLaptop, NewOffice, Saved};
use crate::victims::{self, VictimForm};
use crate::{ids, need_to_know, packs};

/// The passphrase of every test office.
pub const PASSPHRASE: &str = "four made-up words";

/// The Monday on which test clocks start.
pub const MONDAY: &str = "2026-03-02T08:00:00-06:00";

/// A folder that goes away with the test, and a clock for everyone in it.
pub struct World {
    folder: tempfile::TempDir,
    /// Every opening draws other random bytes: two copies of one disk go on differently.
    opened: std::cell::Cell<u64>,
    /// Everyone's clock.
    pub clock: SetClock,
}

impl World {
    /// An empty world on [`MONDAY`].
    pub fn new() -> World {
        World {
            folder: tempfile::tempdir().expect("a folder for the test"),
            opened: std::cell::Cell::new(0),
            clock: SetClock::at(MONDAY),
        }
    }

    /// A folder in it, made if need be: a stick.
    pub fn stick(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        path
    }

    /// Where an office of this name lives.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A county office.
    pub fn county(&self, name: &str) -> CaseFile {
        let form = NewOffice {
            office_name: name.to_owned(),
            place_name: "County desk".to_owned(),
            person_name: "Pat Coordinator".to_owned(),
            passphrase: PASSPHRASE.to_owned(),
            language: "en".to_owned(),
        };
        start::create_office(&self.path(name), &form, outside(&self.clock, seed(name)))
            .expect("a county office")
    }

    /// A laptop that has asked to join; its request lies on `stick`.
    pub fn laptop(&self, name: &str, person: &str, stick: &Path) -> (CaseFile, String) {
        let form = NewLaptop {
            laptop_name: name.to_owned(),
            person_name: person.to_owned(),
            passphrase: PASSPHRASE.to_owned(),
            language: "en".to_owned(),
            folder: stick.display().to_string(),
        };
        let (file, request) =
            start::create_laptop(&self.path(name), &form, outside(&self.clock, seed(name)))
                .expect("a laptop");
        (file, request.path)
    }

    /// Opens an office again, on a machine that remembers nothing outside it.
    pub fn unlock(&self, name: &str) -> CaseFile {
        self.unlock_on(name, crate::outside::NoMemory)
    }

    /// Opens an office again, on a machine that remembers how far it went.
    pub fn unlock_on(&self, name: &str, head_mark: impl HeadMark + 'static) -> CaseFile {
        self.opened.set(self.opened.get() + 1);
        let outside = Outside {
            head_mark: Box::new(head_mark),
            ..outside(&self.clock, seed(name) ^ self.opened.get())
        };
        CaseFile::unlock(&self.path(name), PASSPHRASE, outside).expect("the office opens")
    }

    /// Copies a closed office under another name, with its database not encrypted.
    #[cfg(feature = "testing")]
    pub fn copy_unencrypted(&self, name: &str, copy: &str) {
        let (from, to) = (self.path(name), self.path(copy));
        let outside = outside(&self.clock, seed(name) ^ 1);
        CaseFile::copy_unencrypted(&from, PASSPHRASE, &to, &outside).expect("the copy is made")
    }

    /// Opens an office whose database is not encrypted.
    #[cfg(feature = "testing")]
    pub fn open_unencrypted(&self, name: &str) -> CaseFile {
        let outside = outside(&self.clock, seed(name) ^ 1);
        CaseFile::open_unencrypted(&self.path(name), outside).expect("the office opens")
    }

    /// A laptop that has joined a county.
    pub fn joined_laptop(&self, county: &mut CaseFile, name: &str, person: &str) -> CaseFile {
        let stick = self.stick("enrolment stick");
        let (mut laptop, request) = self.laptop(name, person, &stick);
        let welcome = crate::exchange::enrol_laptop(county, Path::new(&request), &stick)
            .expect("the county enrols");
        crate::exchange::accept_welcome(&mut laptop, Path::new(&welcome.path))
            .expect("the laptop joins");
        laptop
    }
}

impl Default for World {
    fn default() -> World {
        World::new()
    }
}

/// Gives the person of a place a role, as no door lets her.
#[cfg(test)]
pub(crate) fn become_one(file: &mut CaseFile, role: &str) {
    let me = file.place().staff;
    file.change(Action::SetUp, |change| {
        change.edit_current(&STAFF, me, [("role", Value::text(role))])
    })
    .expect("the door for setting up asks for no role");
}

/// Restricts a victim's record or opens it, as somebody does who has what stands there on the screen.
///
/// # Errors
/// As [`need_to_know::restrict`].
pub fn restrict(file: &mut CaseFile, victim_id: &str, on: bool) -> Result<Saved> {
    let seen = match Standing::load(file.conn(), &VICTIM, ids::parse(&VICTIM, victim_id)?) {
        Ok(stands) => stands.seen(),
        Err(Error::NotFound { .. }) => String::new(),
        Err(refused) => return Err(refused),
    };
    need_to_know::restrict(file, victim_id, on, &seen)
}

/// The text of a state pack that says what the sample says and is a state's own.
pub fn state_pack(id: &str, version: &str) -> String {
    let mut pack = packs::sample().clone();
    pack.id = id.to_owned();
    pack.version = version.to_owned();
    pack.sample = false;
    packs::written(&pack).expect("a pack is written")
}

/// A victim of this name, who can be reached by phone and agreed to messages.
pub fn victim(given: &str, family: &str) -> VictimForm {
    VictimForm {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        birth_year: Some(1991),
        language: "en".to_owned(),
        needs: vec!["legal".to_owned()],
        zone: "Elm Creek".to_owned(),
        contact_method: Some(phone("555-0101", "yes")),
        follow_up_on: None,
        facts: None,
    }
}

/// The ways to reach a victim as the forms that correct them open.
pub fn ways(file: &CaseFile, victim_id: &str) -> Vec<ContactMethodView> {
    let page = victims::page(file, victim_id).expect("her page is shown");
    let ways = page.contact_methods.into_iter();
    ways.map(|way| contacts::open(file, &way.id).expect("the form of a way opens"))
        .collect()
}

/// A phone number with its safety.
pub fn phone(number: &str, safe: &str) -> ContactMethodForm {
    ContactMethodForm {
        channel: "phone".to_owned(),
        value: number.to_owned(),
        safe: safe.to_owned(),
        voicemail: "no".to_owned(),
        hours: String::new(),
        cover_name: String::new(),
        mark_reason: String::new(),
    }
}

/// A partner agency of this name.
pub fn partner(name: &str) -> PartnerForm {
    PartnerForm {
        name: name.to_owned(),
        kind: "legal_aid".to_owned(),
        needs: vec!["legal".to_owned()],
        languages: vec!["en".to_owned(), "es".to_owned()],
        phone: "555-0115".to_owned(),
        hours: "Mon-Fri 9-5".to_owned(),
        address: "12 Main Street, Oak Flat".to_owned(),
        zone: "Oak Flat".to_owned(),
        confidential_location: None,
        victim_service_program: false,
    }
}

/// A service of an agency, checked today, about which little is said.
pub fn service(partner_id: &str, name: &str) -> PartnerServiceForm {
    PartnerServiceForm {
        partner_id: partner_id.to_owned(),
        name: name.to_owned(),
        alternate_name: String::new(),
        description: String::new(),
        status: "active".to_owned(),
        needs: vec!["legal".to_owned()],
        languages: vec!["en".to_owned()],
        areas: Vec::new(),
        minimum_age: None,
        maximum_age: None,
        eligibility: String::new(),
        application_process: String::new(),
        fees: String::new(),
        interpretation: String::new(),
        alert: String::new(),
        warm_line_24h: None,
        notes_for_deputies: String::new(),
        email: String::new(),
        website: String::new(),
        assured_on: Some(MONDAY[..10].to_owned()),
        schedules: Vec::new(),
        phones: Vec::new(),
        travel_minutes: std::collections::BTreeMap::new(),
        required_documents: Vec::new(),
        cost_options: Vec::new(),
    }
}

/// A place of an agency, with an address.
pub fn location(partner_id: &str) -> PartnerLocationForm {
    let address = [
        ("address_1", "12 Main Street"),
        ("city", "Oak Flat"),
        ("state_province", "WY"),
        ("postal_code", "82000"),
        ("country", "US"),
        ("address_type", "physical"),
    ];
    PartnerLocationForm {
        partner_id: partner_id.to_owned(),
        name: "Main office".to_owned(),
        location_type: "physical".to_owned(),
        description: String::new(),
        addresses: vec![
            address
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .into(),
        ],
        latitude: String::new(),
        longitude: String::new(),
        transportation: String::new(),
        accessibility: Vec::new(),
        languages: Vec::new(),
        phones: Vec::new(),
        schedules: Vec::new(),
        service_ids: Vec::new(),
    }
}

fn seed(name: &str) -> u64 {
    name.bytes().fold(7, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    })
}
