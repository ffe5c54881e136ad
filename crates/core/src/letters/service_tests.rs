//! A referral names one service of an agency: her paper, and the agency's, give what that service has of its own.

use std::collections::BTreeMap;

use super::test_office::{fonts, full_letter, release, unmarked};
use super::*;
use crate::partners::directory::{
    self, PartnerLocationForm, PartnerServiceForm, create_location, create_service, edit_service,
};
use crate::partners::{self, PartnerForm};
use crate::referrals::{ReferralDetails, ReferralForm};
use crate::registry::PARTNER;
use crate::testing::{World, location, partner, service, victim};
use crate::victims;

struct Office {
    world: World,
    file: CaseFile,
    victim: String,
    agency: String,
}

fn item<const COUNT: usize>(parts: [(&str, &str); COUNT]) -> BTreeMap<String, String> {
    parts
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into()
}

impl Office {
    fn new(agency: &PartnerForm) -> Office {
        let world = World::new();
        let mut file = world.county("Cedar County");
        let victim = victims::create(&mut file, &victim("Maria", "Marker"));
        let agency = partners::create(&mut file, agency).unwrap().id;
        Office {
            world,
            victim: victim.unwrap().id,
            agency,
            file,
        }
    }

    /// A service with this number; its id.
    fn service(&mut self, name: &str, number: &str) -> String {
        let form = PartnerServiceForm {
            phones: vec![item([("number", number)])],
            ..service(&self.agency, name)
        };
        create_service(&mut self.file, &form).unwrap().id
    }

    fn service_of(&mut self, change: impl FnOnce(&mut PartnerServiceForm)) -> String {
        let mut form = service(&self.agency, "Evictions");
        change(&mut form);
        create_service(&mut self.file, &form).unwrap().id
    }

    fn edit(&mut self, id: &str, change: impl FnOnce(&mut PartnerServiceForm)) {
        let services = directory::entry(&self.file, &self.agency).unwrap().services;
        let mut shown = services.into_iter().find(|one| one.id == id).unwrap();
        change(&mut shown.form);
        edit_service(&mut self.file, id, &shown.form, &shown.seen).unwrap();
    }

    fn place(&mut self, service: &str, street: &str) {
        let mut form = location(&self.agency);
        let address = &mut form.addresses[0];
        address.insert("address_1".to_owned(), street.to_owned());
        form.service_ids = vec![service.to_owned()];
        create_location(&mut self.file, &form).unwrap();
    }

    /// The agency's own number is another one from now on.
    fn agency_moves(&mut self, number: &str) {
        let id = ids::parse(&PARTNER, &self.agency).unwrap();
        let moved = self.file.change(Action::EditPartner, |change| {
            change.edit_current(&PARTNER, id, [("phone", Value::text(number))])
        });
        moved.unwrap();
    }

    /// Refers her to the agency, once for each of the services, and once without one for an empty id.
    fn refer(&mut self, services: &[&str]) -> LetterRequest {
        let referrals = services.iter().map(|service| {
            let form = ReferralForm {
                victim_id: self.victim.clone(),
                partner_ids: vec![self.agency.clone()],
                need: "legal".to_owned(),
                kind: "cold_info".to_owned(),
                release_id: None,
            };
            let named = Some((*service).to_owned()).filter(|id| !id.is_empty());
            let details = ReferralDetails {
                service_ids: named.into_iter().collect(),
                ..ReferralDetails::default()
            };
            let made = referrals::refer_in_detail(&mut self.file, &form, &details);
            made.unwrap().remove(0).id
        });
        let referral_ids = referrals.collect();
        full_letter(self.victim.clone(), referral_ids)
    }

    /// The same letter for the agency, under a release for it.
    fn for_agency(&mut self, hers: &LetterRequest) -> LetterRequest {
        let release = release(&self.victim, &self.agency, &["name", "need"], None);
        let release = releases::sign(&mut self.file, &release).unwrap().id;
        LetterRequest {
            form: "agency".to_owned(),
            release_id: Some(release),
            referral_ids: hers.referral_ids[..1].to_vec(),
            ..hers.clone()
        }
    }

    fn made(&self, request: &LetterRequest, form: &str, language: &str) -> LetterPreview {
        let request = LetterRequest {
            form: form.to_owned(),
            language: language.to_owned(),
            ..request.clone()
        };
        preview(&self.file, &request, &fonts()).unwrap()
    }

    fn said(&self, request: &LetterRequest, form: &str) -> String {
        let made = self.made(request, form, "en");
        assert!(made.ready, "{form}: {:?}", made.checks);
        unmarked(&made.text)
    }

    /// The agencies whose number on the paper that is out is old.
    fn old_numbers(&self) -> Vec<String> {
        let old = papers::out(&self.file).unwrap().remove(0).old_numbers;
        let count = papers::to_recall(&self.file).unwrap();
        assert_eq!(count, i32::from(!old.is_empty()));
        old
    }
}

const HERS: [&str; 4] = ["full", "plain", "discreet", "pocket_card"];

fn warns(made: &LetterPreview, code: &str) -> bool {
    let mut checks = made.checks.iter();
    checks.any(|check| check.code == code && check.warning)
}

#[test]
fn her_paper_and_the_agencys_give_the_number_times_and_place_of_the_service_that_is_meant() {
    let mut office = Office::new(&partner("Valley Clinic"));
    let service = office.service_of(|form| {
        form.phones = vec![
            item([("number", "555-0160"), ("type", "fax")]),
            item([("number", "555-0161"), ("extension", "12")]),
        ];
        form.languages = vec!["es".to_owned(), "tlh".to_owned()];
        form.schedules = vec![item([
            ("byday", "TU,TH"),
            ("opens_at", "13:00"),
            ("closes_at", "16:30"),
        ])];
    });
    office.place(&service, "8 Side Street");
    let request = office.refer(&[&service]);
    let to_agency = office.for_agency(&request);
    for (form, request) in HERS
        .map(|form| (form, &request))
        .into_iter()
        .chain([("agency", &to_agency)])
    {
        let text = office.said(request, form);
        assert!(text.contains("555-0161, ext. 12"), "{form}: {text}");
        for old in ["555-0115", "555-0160", "Mon-Fri", "12 Main"] {
            assert!(!text.contains(old), "{form}: {text}");
        }
        let hours = text.contains("Tuesday, Thursday 1 pm–4:30 pm");
        assert_eq!(hours, form != "pocket_card", "{form}: {text}");
        let place = text.contains("8 Side Street, Oak Flat, WY 82000");
        let may_say_where = matches!(form, "full" | "plain" | "agency");
        assert_eq!(place, may_say_where, "{form}: {text}");
        let is_named = text.contains("Evictions");
        assert_eq!(is_named, may_say_where, "{form}: {text}");
        let languages = text.contains("English") && form != "agency";
        assert!(!languages && !text.contains("tlh"), "{form}: {text}");
    }
    let spanish = office.made(&request, "full", "es");
    let spanish = unmarked(&spanish.text);
    for part in [
        "martes, jueves 1 p. m.–4:30 p. m.",
        "Pregunte por",
        "español",
    ] {
        assert!(spanish.contains(part), "{part} in {spanish}");
    }
}

#[test]
fn what_a_service_does_not_have_of_its_own_is_the_agencys() {
    let mut office = Office::new(&partner("Valley Clinic"));
    let service = office.service_of(|_| {});
    let request = office.refer(&[&service]);
    let to_agency = office.for_agency(&request);
    for request in [&request, &to_agency] {
        let text = office.said(request, &request.form);
        for part in ["Evictions", "555-0115", "Mon-Fri 9-5", "12 Main Street"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
    office.edit(&service, |form| form.warm_line_24h = Some(true));
    let text = office.said(&request, "full");
    assert!(
        text.contains("24 hours") && !text.contains("Mon-Fri"),
        "{text}"
    );
    // What cannot be said whole is not said, and the agency's are not the service's.
    office.edit(&service, |form| {
        form.schedules = vec![item([
            ("freq", "MONTHLY"),
            ("byday", "1MO"),
            ("opens_at", "09:00"),
            ("closes_at", "12:00"),
        ])];
    });
    let text = office.said(&request, "full");
    assert!(
        !text.contains("Hours") && !text.contains("24 hours"),
        "{text}"
    );
}

#[test]
fn a_letter_to_an_agency_of_which_no_service_is_meant_has_none_of_its_numbers() {
    let mut office = Office::new(&partner("Valley Clinic"));
    office.service("Evictions", "555-0161");
    let request = office.refer(&[""]);
    let to_agency = office.for_agency(&request);
    let text = office.said(&to_agency, "agency");
    assert!(
        !text.contains("555-01") && !text.contains("Main Street"),
        "{text}"
    );
}

#[test]
fn two_services_of_one_agency_stand_apart_each_with_its_own_number() {
    let mut office = Office::new(&partner("Valley Clinic"));
    let [one, other] = [("Evictions", "555-0161"), ("Benefits", "555-0162")]
        .map(|(name, number)| office.service(name, number));
    let request = office.refer(&[&one, &other, &one]);
    for form in HERS {
        let text = office.said(&request, form);
        for (name, number) in [("Evictions", "555-0161"), ("Benefits", "555-0162")] {
            assert_eq!(text.matches(number).count(), 1, "{form}: {text}");
            // Which is which can be told on every paper.
            assert!(text.contains(name), "{form}: {text}");
        }
        assert_eq!(text.matches("Valley Clinic").count(), 2, "{form}: {text}");
        assert!(!text.contains("555-0115"), "{form}: {text}");
    }
    let with_agency = office.refer(&[&one, ""]);
    let text = office.said(&with_agency, "full");
    assert!(
        text.contains("555-0161") && text.contains("555-0115"),
        "{text}"
    );
}

#[test]
fn a_paper_is_recalled_when_the_number_of_its_service_changes_and_not_when_the_agencys_does() {
    for form in ["full", "discreet", "agency"] {
        let mut office = Office::new(&partner("Valley Clinic"));
        let [one, other] = [("Evictions", "555-0161"), ("Benefits", "555-0162")]
            .map(|(name, number)| office.service(name, number));
        let mut request = office.refer(&[&one]);
        match form {
            "agency" => request = office.for_agency(&request),
            form => form.clone_into(&mut request.form),
        }
        record_printed(&mut office.file, &request, &fonts()).unwrap();
        assert_eq!(office.old_numbers(), [""; 0], "{form}");
        office.agency_moves("555-0199");
        office.edit(&other, |form| {
            form.phones = vec![item([("number", "555-0198")])];
        });
        assert_eq!(office.old_numbers(), [""; 0], "{form}: not on it");
        for (what, number, extension, is_old) in [
            ("another number", "555-0197", "", true),
            ("the same again", "555-0161", "", false),
            ("an extension", "555-0161", "3", true),
        ] {
            office.edit(&one, |form| {
                let mut phone = item([("number", number)]);
                if !extension.is_empty() {
                    phone.insert("extension".to_owned(), extension.to_owned());
                }
                form.phones = vec![phone];
            });
            let old: &[&str] = if is_old { &["Valley Clinic"] } else { &[] };
            assert_eq!(office.old_numbers(), old, "{form}: {what}");
        }
        office.edit(&one, |form| {
            form.phones = vec![item([("number", "555-0161")])];
            form.status = "defunct".to_owned();
        });
        assert_eq!(office.old_numbers(), ["Valley Clinic"], "{form}: it ended");
        assert!(office.file.verify().unwrap().ok);
    }
}

/// The agency's number is on the paper where the service has none, and stands for it.
#[test]
fn a_paper_with_the_agencys_number_for_a_service_is_recalled_when_either_has_another() {
    for moves in ["the agency", "the service"] {
        let mut office = Office::new(&partner("Valley Clinic"));
        let service = office.service_of(|_| {});
        let request = office.refer(&[&service]);
        record_printed(&mut office.file, &request, &fonts()).unwrap();
        assert_eq!(office.old_numbers(), [""; 0]);
        match moves {
            "the agency" => office.agency_moves("555-0199"),
            _ => office.edit(&service, |form| {
                form.phones = vec![item([("number", "555-0161")])];
            }),
        }
        assert_eq!(office.old_numbers(), ["Valley Clinic"], "{moves}");
    }
}

#[test]
fn of_two_services_on_a_paper_either_recalls_it_once() {
    for moved in [0, 1] {
        let mut office = Office::new(&partner("Valley Clinic"));
        let services = [("Evictions", "555-0161"), ("Benefits", "555-0162")]
            .map(|(name, number)| office.service(name, number));
        let request = office.refer(&[&services[0], &services[1], ""]);
        record_printed(&mut office.file, &request, &fonts()).unwrap();
        assert_eq!(office.old_numbers(), [""; 0]);
        office.edit(&services[moved], |form| {
            form.phones = vec![item([("number", "555-0190")])];
        });
        assert_eq!(office.old_numbers(), ["Valley Clinic"]);
        office.agency_moves("555-0199");
        assert_eq!(office.old_numbers(), ["Valley Clinic"], "named once");
        let paper = papers::out(&office.file).unwrap().remove(0);
        assert_eq!(paper.partners, ["Valley Clinic"]);
    }
}

/// A service that tells something appears by its number alone, and never by words beside it.
#[test]
fn what_a_service_says_is_looked_at_as_what_an_agency_says() {
    let mut office = Office::new(&partner("Valley Clinic"));
    let told = |form: &mut PartnerServiceForm| {
        form.name = "Domestic violence unit".to_owned();
        form.phones = vec![item([("number", "Hotline 555-0161")])];
        form.schedules = vec![item([
            ("byday", "MO"),
            ("description", "Crisis line at night, ask Pat Coordinator"),
        ])];
    };
    let [one, other] = [
        office.service_of(told),
        office.service("Evictions", "555-0162"),
    ];
    let request = office.refer(&[&one, &other]);
    for form in ["discreet", "pocket_card"] {
        let text = office.said(&request, form);
        assert!(
            text.contains("555-0161") && text.contains("555-0162"),
            "{text}"
        );
        for word in ["violence", "Hotline", "Crisis", "Pat"] {
            assert!(!text.contains(word), "{form}: {word} in {text}");
        }
    }
    let text = office.said(&request, "plain");
    assert!(
        !text.contains("violence") && !text.contains("Pat"),
        "{text}"
    );
    assert!(text.contains("Evictions"), "{text}");
    assert!(
        office
            .said(&request, "full")
            .contains("Domestic violence unit")
    );
}

/// PR-20: a service of a shelter is where the shelter is.
#[test]
fn pr_20_where_a_service_of_a_hidden_agency_is_stands_on_no_paper() {
    for (agency, is_hidden) in [
        (partner("Valley Clinic"), false),
        (
            PartnerForm {
                address: String::new(),
                confidential_location: Some(true),
                ..partner("Quiet House")
            },
            true,
        ),
    ] {
        let mut office = Office::new(&partner("Valley Clinic"));
        let service = office.service("Evictions", "555-0161");
        office.place(&service, "8 Hidden Lane");
        let request = office.refer(&[&service]);
        assert!(office.said(&request, "full").contains("8 Hidden Lane"));
        // A laptop that did not know yet wrote the place down; what it wrote stays in the record.
        let id = ids::parse(&PARTNER, &office.agency).unwrap();
        let answer = agency
            .confidential_location
            .map_or(Value::Null, Value::Bool);
        let told = office.file.change(Action::EditPartner, |change| {
            change.edit_current(&PARTNER, id, [("confidential_location", answer)])
        });
        told.unwrap();
        let to_agency = office.for_agency(&request);
        for request in [&request, &to_agency] {
            let text = office.said(request, &request.form);
            assert_eq!(text.contains("Hidden Lane"), !is_hidden, "{text}");
        }
        // Next door is no way to say it either.
        let next_door = partners::create(
            &mut office.file,
            &PartnerForm {
                address: "8 Hidden Lane".to_owned(),
                ..partner("Next Door")
            },
        );
        office.agency = next_door.unwrap().id;
        let request = office.refer(&[""]);
        assert_eq!(office.made(&request, "full", "en").ready, !is_hidden);
    }
}

#[test]
fn a_service_that_nobody_checked_lately_or_that_ended_is_told_before_the_letter_is_made() {
    let mut office = Office::new(&partner("Valley Clinic"));
    let service = office.service("Evictions", "555-0161");
    let request = office.refer(&[&service]);
    let to_agency = office.for_agency(&request);
    let both = [&request, &to_agency];
    let stale = |office: &Office, request: &LetterRequest| {
        warns(
            &office.made(request, &request.form, "en"),
            "check-stale-numbers",
        )
    };
    for request in both {
        assert!(!stale(&office, request));
    }
    office.edit(&service, |form| {
        form.assured_on = Some("2025-08-01".to_owned());
    });
    for request in both {
        assert!(stale(&office, request));
        let made = office.made(request, &request.form, "en");
        assert!(made.ready && !warns(&made, "check-service-ended"));
    }
    for status in ["temporarily_closed", "inactive", "defunct"] {
        office.edit(&service, |form| status.clone_into(&mut form.status));
        for request in both {
            let made = office.made(request, &request.form, "en");
            assert!(
                made.ready && warns(&made, "check-service-ended"),
                "{status}"
            );
            assert!(!made.text.contains("555-0161"), "{status}: {}", made.text);
        }
        assert!(office.said(&request, "full").contains("555-0115"));
    }
}

/// Two laptops wrote another number of it, and nobody decided.
#[test]
fn two_numbers_of_a_service_that_were_written_apart_are_told() {
    let mut office = Office::new(&partner("Valley Clinic"));
    let service = office.service("Evictions", "555-0161");
    let request = office.refer(&[&service]);
    assert!(!warns(
        &office.made(&request, "full", "en"),
        "check-undecided"
    ));
    let shown = directory::entry(&office.file, &office.agency)
        .unwrap()
        .services;
    for number in ["555-0171", "555-0172"] {
        let form = PartnerServiceForm {
            phones: vec![item([("number", number)])],
            ..shown[0].form.clone()
        };
        edit_service(&mut office.file, &service, &form, &shown[0].seen).unwrap();
    }
    assert!(warns(
        &office.made(&request, "full", "en"),
        "check-undecided"
    ));
}

/// What is kept reaches every laptop, which recalls as the county does.
#[test]
fn a_laptop_recalls_a_paper_of_the_county_for_the_number_of_a_service() {
    let mut office = Office::new(&partner("Valley Clinic"));
    let service = office.service("Evictions", "555-0161");
    let request = office.refer(&[&service]);
    record_printed(&mut office.file, &request, &fonts()).unwrap();
    let mut laptop = office
        .world
        .joined_laptop(&mut office.file, "Elm Creek", "Alex Sample");
    assert_eq!(papers::to_recall(&laptop).unwrap(), 0);
    let shown = directory::entry(&laptop, &office.agency).unwrap().services;
    let form = PartnerServiceForm {
        phones: vec![item([("number", "555-0171")])],
        ..shown[0].form.clone()
    };
    edit_service(&mut laptop, &service, &form, &shown[0].seen).unwrap();
    assert_eq!(papers::to_recall(&laptop).unwrap(), 1);
    office.world.week(&mut laptop, &mut office.file);
    assert_eq!(office.old_numbers(), ["Valley Clinic"]);
}

/// A place that no service is given at is nobody's.
#[test]
fn a_place_that_is_not_of_the_service_is_not_on_its_paper() {
    let mut office = Office::new(&partner("Valley Clinic"));
    let [one, other] = [("Evictions", "555-0161"), ("Benefits", "555-0162")]
        .map(|(name, number)| office.service(name, number));
    office.place(&other, "8 Side Street");
    let post = PartnerLocationForm {
        location_type: "postal".to_owned(),
        service_ids: vec![one.clone()],
        ..location(&office.agency)
    };
    create_location(&mut office.file, &post).unwrap();
    let request = office.refer(&[&one]);
    let text = office.said(&request, "full");
    assert!(text.contains("12 Main Street, Oak Flat"), "{text}");
    assert!(
        !text.contains("Side Street") && !text.contains("82000"),
        "{text}"
    );
}
