//! What a paper says of an agency as somebody is referred to it: of the agency, or of the one service that is meant.
//!
//! What the service has of its own stands there, the agency's where it has none: number, times, languages, places. Of a
//! service that ended or is not given now nothing does; then everything is the agency's, and whoever makes the paper is
//! told. Where an agency is stands nowhere if that is a secret, and neither does where one of its services is.

use chrono::{DateTime, FixedOffset};
use countyline_documents::{Field, isolate};
use countyline_ledger::EntityId;

use super::compose::said_languages;
use super::hours::said_hours;
use super::neutral::neutral_number;
use super::times::{Times, said_times};
use super::{LetterCheck, Private, warn};
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::papers::NumberOnPaper;
use crate::partners::directory::{self, Item, PartnerLocationView, PartnerServiceView};
use crate::partners::{self, PartnerView};
use crate::referrals::Referred;
use crate::values;
use crate::words::Words;

/// An agency, and the service of it that is meant.
pub(super) struct Offered {
    partner: EntityId,
    pub(super) agency: PartnerView,
    service: Option<Service>,
    /// A service was meant that is not given now.
    pub(super) lacks_service: bool,
    now: DateTime<FixedOffset>,
}

/// A service that is given now.
struct Service {
    id: EntityId,
    view: PartnerServiceView,
    /// Where it is given.
    places: Vec<PartnerLocationView>,
}

impl Offered {
    /// Where a referral leads.
    pub(super) fn of(file: &CaseFile, referral: &Referred) -> Result<Offered> {
        let (conn, now) = (file.conn(), file.now());
        let partner = referral.partner;
        let service = match referral.service {
            Some(id) => directory::given_service(conn, partner, id, now.date_naive())?,
            None => None,
        };
        let lacks_service = referral.service.is_some() && service.is_none();
        let service = match (referral.service, service) {
            (Some(id), Some(view)) => {
                let mut places = directory::locations_of(conn, partner)?;
                places.retain(|place| place.form.service_ids.contains(&view.id));
                Some(Service { id, view, places })
            }
            _ => None,
        };
        Ok(Offered {
            partner,
            agency: partners::view(file, partner)?,
            service,
            lacks_service,
            now,
        })
    }

    /// Whether two referrals lead to the same.
    pub(super) fn is_same(&self, other: &Offered) -> bool {
        let service = |one: &Offered| one.service.as_ref().map(|service| service.id);
        (self.partner, service(self)) == (other.partner, service(other))
    }

    pub(super) fn is_of_same_agency(&self, other: &Offered) -> bool {
        self.partner == other.partner
    }

    /// What the service is called; none if none is meant.
    pub(super) fn service_name(&self) -> Option<&str> {
        let service = self.service.as_ref()?;
        Some(&service.view.form.name)
    }

    fn own_number(&self) -> Option<(String, String)> {
        directory::to_call(&self.service.as_ref()?.view.form.phones)
    }

    /// The number to call.
    pub(super) fn phone(&self, words: &Words) -> String {
        self.phone_as(words, str::to_owned)
    }

    /// The same without words beside it that tell something.
    pub(super) fn neutral_phone(&self, words: &Words, private: &Private) -> String {
        self.phone_as(words, |number| neutral_number(number, private))
    }

    fn phone_as(&self, words: &Words, as_said: impl Fn(&str) -> String) -> String {
        match self.own_number() {
            None => isolate(&as_said(&self.agency.form.phone)),
            Some((number, extension)) if extension.is_empty() => isolate(&as_said(&number)),
            Some((number, extension)) => words.say_with(
                "letter-phone-extension",
                &values! { number = isolate(&as_said(&number)), extension = isolate(&extension) },
            ),
        }
    }

    /// When somebody answers, as far as it is known and may stand there.
    pub(super) fn hours(&self, words: &Words, may_stand: impl Fn(&str) -> bool) -> Option<String> {
        let times = match &self.service {
            Some(service) => said_times(words, &service.view.form.schedules, self.now),
            None => Times::Unwritten,
        };
        let answers_always = |service: &Service| service.view.form.warm_line_24h == Some(true);
        let said = match times {
            Times::Said(said) => said,
            Times::Unsaid => return None,
            Times::Unwritten if self.service.as_ref().is_some_and(answers_always) => {
                words.say("letter-hours-all-day")
            }
            Times::Unwritten => {
                let typed = &self.agency.form.hours;
                match !typed.is_empty() && may_stand(typed) {
                    true => said_hours(words, typed),
                    false => return None,
                }
            }
        };
        may_stand(&said).then(|| isolate(&said))
    }

    /// Which languages are spoken; empty if nobody said.
    pub(super) fn languages(&self, words: &Words) -> String {
        let own = self.service.iter();
        let own = own.flat_map(|service| &service.view.form.languages);
        // The directory has languages that papers have no words for.
        let known = own.filter(|code| words.has(&format!("letter-language-{code}")));
        let known: Vec<String> = known.cloned().collect();
        match known.is_empty() {
            true => said_languages(words, &self.agency.form.languages),
            false => said_languages(words, &known),
        }
    }

    /// Where it is, as far as that is no secret.
    pub(super) fn addresses(&self) -> Vec<String> {
        if self.agency.location_hidden {
            return Vec::new();
        }
        let places = self.service.iter().flat_map(|service| &service.places);
        let places = places.filter(|place| place.form.location_type == "physical");
        let addresses = places.flat_map(|place| &place.form.addresses);
        let mut own: Vec<String> = addresses.filter_map(as_a_line).collect();
        own.dedup();
        if own.is_empty() && !self.agency.form.address.is_empty() {
            own.push(self.agency.form.address.clone());
        }
        own
    }

    /// Nobody asked lately whether the number still holds.
    pub(super) fn is_stale(&self) -> bool {
        let service = self.service.as_ref();
        service.is_some_and(|service| service.view.stale)
            || (self.own_number().is_none() && self.agency.stale)
    }

    /// Two people wrote something of it apart.
    pub(super) fn is_undecided(&self) -> bool {
        let of_service = |service: &Service| {
            let mut places = service.places.iter();
            service.view.in_conflict || places.any(|place| place.in_conflict)
        };
        self.agency.in_conflict || self.service.as_ref().is_some_and(of_service)
    }

    /// The number that a paper carries, for the register.
    pub(super) fn on_paper(&self) -> NumberOnPaper {
        match (&self.service, self.own_number()) {
            (None, _) => NumberOnPaper::of_agency(self.partner, &self.agency.form.phone),
            (Some(service), None) => {
                NumberOnPaper::of_service(self.partner, service.id, &self.agency.form.phone)
            }
            (Some(service), Some((number, extension))) => {
                let number = directory::whole_number(&number, &extension);
                NumberOnPaper::of_service(self.partner, service.id, &number)
            }
        }
    }

    /// What a letter to the agency says of the service it is for; nothing if none is meant.
    pub(super) fn for_agency(&self, words: &Words) -> Vec<Field> {
        let Some(name) = self.service_name() else {
            return Vec::new();
        };
        let mut fields = vec![
            Field::new(words.say("agency-label-service"), isolate(name)),
            Field::new(words.say("letter-label-phone"), self.phone(words)),
        ];
        if let Some(hours) = self.hours(words, |_| true) {
            fields.push(Field::new(words.say("letter-label-hours"), hours));
        }
        for address in self.addresses() {
            let label = words.say("letter-label-address");
            fields.push(Field::new(label, isolate(&address)));
        }
        fields
    }
}

/// A warning where a service was meant that is not given now.
pub(super) fn lacks_service<'a>(
    offered: impl IntoIterator<Item = &'a Offered>,
) -> Option<LetterCheck> {
    let mut offered = offered.into_iter();
    let lacks = offered.any(|one| one.lacks_service);
    lacks.then(|| warn("check-service-ended", values! {}))
}

/// An address as it stands on a letter: street, town, state and postal code. None for one that leads to no door.
fn as_a_line(address: &Item) -> Option<String> {
    let said = |name: &str| address.get(name).map_or("", |text| text.trim());
    if !matches!(said("address_type"), "physical" | "") || said("address_1").is_empty() {
        return None;
    }
    let state = [said("state_province"), said("postal_code")].join(" ");
    let parts = [said("address_1"), said("city"), state.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(parts.join(", "))
}
