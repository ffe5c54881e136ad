//! Who plays: made-up people in a made-up county. Telephone numbers are from the range kept free for
//! stories (555-01xx).

use countyline_core::contacts::ContactMethodForm;
use countyline_core::partners::PartnerForm;
use countyline_core::victims::VictimForm;

pub(super) const COUNTY: &str = "Cedar County";
pub(super) const COUNTY_DESK: &str = "County desk";
pub(super) const COORDINATOR: &str = "Pat Sample";
pub(super) const PASSPHRASE: &str = "training office only";

/// The laptops and their deputies.
pub(super) const LAPTOPS: [(&str, &str); 3] = [
    ("Laptop 01", "Alex Sample"),
    ("Laptop 02", "Robin Sample"),
    ("Laptop 03", "Kim Sample"),
];

pub(super) const LEGAL_AID: &str = "Oak Flat Legal Aid";
pub(super) const CLINIC: &str = "Ash Bend Clinic";
pub(super) const SHELTER: &str = "Prairie House";

/// The directory the county begins with.
pub(super) fn partners() -> Vec<PartnerForm> {
    let open = |name: &str, kind: &str, needs: &[&str], phone: &str, address: &str| PartnerForm {
        name: name.to_owned(),
        kind: kind.to_owned(),
        needs: needs.iter().map(|need| (*need).to_owned()).collect(),
        languages: vec!["en".to_owned(), "es".to_owned()],
        phone: phone.to_owned(),
        hours: "Mon-Fri 9-5".to_owned(),
        address: address.to_owned(),
        zone: address.rsplit(", ").next().unwrap_or_default().to_owned(),
        confidential_location: None,
        victim_service_program: false,
    };
    let mut shelter = open(SHELTER, "shelter", &["shelter"], "555-0111", "");
    shelter.confidential_location = Some(true);
    shelter.victim_service_program = true;
    vec![
        open(
            LEGAL_AID,
            "legal_aid",
            &["legal", "protection_order"],
            "555-0112",
            "12 Main Street, Oak Flat",
        ),
        open(
            CLINIC,
            "clinic",
            &["medical"],
            "555-0113",
            "3 Mill Road, Ash Bend",
        ),
        open(
            "Elm Creek Pantry",
            "food",
            &["food"],
            "555-0114",
            "40 Depot Street, Elm Creek",
        ),
        open(
            "Cedar Rides",
            "other",
            &["transport"],
            "555-0115",
            "9 Station Road, Oak Flat",
        ),
        shelter,
    ]
}

/// The victim whom two laptops will meet.
pub(super) fn ana() -> VictimForm {
    victim(
        "Ana",
        "Example",
        "es",
        "legal",
        Some(phone("555-0101", "with_conditions")),
    )
}

/// Whom the second laptop meets.
pub(super) fn jo() -> VictimForm {
    victim(
        "Jo",
        "Example",
        "en",
        "medical",
        Some(phone("555-0102", "yes")),
    )
}

/// Whom the third laptop meets; she gave initials and no way to reach her.
pub(super) fn initials_only() -> VictimForm {
    victim("M", "", "en", "transport", None)
}

/// A phone number with its safety.
pub(super) fn phone(number: &str, safe: &str) -> ContactMethodForm {
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

fn victim(
    given: &str,
    family: &str,
    language: &str,
    need: &str,
    contact_method: Option<ContactMethodForm>,
) -> VictimForm {
    VictimForm {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        birth_year: None,
        language: language.to_owned(),
        needs: vec![need.to_owned()],
        zone: "Elm Creek".to_owned(),
        contact_method,
        follow_up_on: Some("2026-03-12".to_owned()),
        facts: None,
    }
}
