//! One organization of a directory as records of ours: the forms a person would have filled, and what of it has
//! no field here.

use std::collections::BTreeMap;

use countyline_ledger::EntityId;

use super::Row;
use super::gather::Gathered;
use super::spec::{self, yes_no};
use crate::codes;
use crate::error::Error;
use crate::partners::directory::{
    self, Item, PartnerDetails, PartnerLocationForm, PartnerPersonForm, PartnerServiceForm,
};
use crate::partners::{self, PartnerForm, Whereabouts};

/// The column in which a kept row says of which table it is.
pub(super) const TABLE: &str = "_table";

/// An organization with everything below it.
pub(super) struct Agency {
    pub(super) id: EntityId,
    pub(super) form: PartnerForm,
    pub(super) details: PartnerDetails,
    pub(super) assured_on: Option<String>,
    pub(super) more: Vec<Item>,
    pub(super) services: Vec<Part<PartnerServiceForm>>,
    pub(super) locations: Vec<Part<PartnerLocationForm>>,
    pub(super) people: Vec<Part<PartnerPersonForm>>,
}

/// A record below an agency.
pub(super) struct Part<F> {
    pub(super) id: EntityId,
    pub(super) form: F,
    pub(super) more: Vec<Item>,
}

/// What keeps an organization out: the row, the column, and the code of `hsds_problem`.
pub(super) type Unfit<'g> = (&'g Row, String, &'static str);

/// What this place says already of an organization that is here.
#[derive(Default)]
pub(super) struct Known {
    /// One of its services that are here gives shelter.
    pub(super) gives_shelter: bool,
    pub(super) form: Option<PartnerForm>,
}

/// An organization as records of ours.
pub(super) fn agency<'g>(gathered: &'g Gathered, known: &Known) -> Result<Agency, Vec<Unfit<'g>>> {
    let said = yes_no(gathered.organization.cell("confidential_location"));
    let known_answer = known
        .form
        .as_ref()
        .and_then(|form| form.confidential_location);
    let mut making = Making {
        gathered,
        unfit: Vec::new(),
        // Where two answers differ, the one that protects holds.
        confidential: match known_answer {
            Some(true) => known_answer,
            _ => said.or(known_answer),
        },
        whereabouts: Whereabouts::Open,
    };
    let made = making.agency(known);
    if making.unfit.is_empty() {
        Ok(made)
    } else {
        Err(making.unfit)
    }
}

struct Making<'g> {
    gathered: &'g Gathered,
    unfit: Vec<Unfit<'g>>,
    confidential: Option<bool>,
    whereabouts: Whereabouts,
}

impl<'g> Making<'g> {
    fn agency(&mut self, known: &Known) -> Agency {
        let row = &self.gathered.organization;
        let id = row.cell("id");
        let (phones, mut more) = self.phones("organization_id", id);
        let mut phones = phones.into_iter();
        let phone = phones.next();
        let plain = |phone: &Item| phone.keys().all(|key| key == "number" || key == "id");
        if let Some(phone) = phone.as_ref().filter(|phone| !plain(phone)) {
            more.push(kept("phone", phone));
        }
        let form = self.partner(row, phone.as_ref(), known);
        let description = row.cell("description");
        let details = PartnerDetails {
            alternate_name: text(row, "alternate_name"),
            // We write the name where there is no description, because HSDS wants one.
            description: if description == form.name {
                ""
            } else {
                description
            }
            .to_owned(),
            email: text(row, "email"),
            website: text(row, "website"),
            accepts_letter: yes_no(row.cell("accepts_letter")),
            phones: phones.collect(),
        };
        self.fits(row, partners::check(&form));
        self.fits(row, directory::details_fields(&details));
        more.extend(beyond("organization", row));
        let locations = self.locations(id);
        let services = self.services(id);
        let people = self.people();
        Agency {
            id: entity(id),
            form,
            details,
            assured_on: day(row, "assured_date"),
            more,
            services,
            locations,
            people,
        }
    }

    /// What the file does not say stays as it is here.
    fn partner(&mut self, row: &'g Row, phone: Option<&Item>, known: &Known) -> PartnerForm {
        let gives_shelter_here = known.gives_shelter;
        let known = known.form.as_ref();
        let said = |column: &str, known: Option<&String>| match row.cell(column) {
            "" => known.cloned().unwrap_or_default(),
            text => text.to_owned(),
        };
        let kind = said("kind", known.map(|form| &form.kind));
        let kind = if kind.is_empty() {
            "other".to_owned()
        } else {
            kind
        };
        if !codes::list("partner_kind").contains(&kind) {
            self.unfit.push((row, "kind".to_owned(), "not_in_list"));
        }
        let mut needs = self.needs(row);
        if needs.is_empty() {
            needs = known.map_or_else(Vec::new, |form| form.needs.clone());
        }
        let services = self.gathered.rows.get("service").into_iter().flatten();
        let mut services = services.map(|service| list(service.cell("need_codes")));
        let gives_shelter = partners::gives_shelter(&kind, &needs)
            || gives_shelter_here
            || services.any(|needs| partners::gives_shelter("", &needs));
        self.whereabouts = Whereabouts::answered(self.confidential, gives_shelter);
        let is_confidential = self.whereabouts == Whereabouts::Confidential;
        let mut address = match is_confidential {
            true => text(row, "address"),
            false => said("address", known.map(|form| &form.address)),
        };
        self.ensure_unsaid(row, "address", !address.is_empty());
        if is_confidential {
            address.clear();
        }
        let languages = list(row.cell("language_codes"));
        PartnerForm {
            name: text(row, "name"),
            kind,
            needs,
            languages: if languages.is_empty() {
                known.map_or_else(Vec::new, |form| form.languages.clone())
            } else {
                languages
            },
            phone: phone
                .and_then(|phone| phone.get("number").cloned())
                .or_else(|| known.map(|form| form.phone.clone()))
                .unwrap_or_default(),
            hours: said("hours", known.map(|form| &form.hours)),
            address,
            zone: said("zone", known.map(|form| &form.zone)),
            confidential_location: self.confidential,
            victim_service_program: yes_no(row.cell("victim_service_program"))
                .or(known.map(|form| form.victim_service_program))
                .unwrap_or(false),
        }
    }

    fn services(&mut self, organization: &str) -> Vec<Part<PartnerServiceForm>> {
        let rows = self
            .gathered
            .below("service", "organization_id", organization);
        rows.into_iter()
            .map(|row| self.service(row, organization))
            .collect()
    }

    fn service(&mut self, row: &'g Row, organization: &str) -> Part<PartnerServiceForm> {
        let id = row.cell("id");
        let (phones, mut more) = self.phones("service_id", id);
        more.extend(beyond("service", row));
        let (languages, kept_languages) = self.languages("service_id", id);
        more.extend(kept_languages);
        let mut areas = Vec::new();
        for area in self.gathered.below("service_area", "service_id", id) {
            let name = area.cell("name");
            if !name.is_empty() {
                areas.push(name.to_owned());
            }
            more.push(kept("service_area", &without(&area.cells, &["service_id"])));
        }
        let form = PartnerServiceForm {
            partner_id: organization.to_owned(),
            name: text(row, "name"),
            alternate_name: text(row, "alternate_name"),
            description: text(row, "description"),
            status: row.cell("status").replace(' ', "_"),
            needs: self.needs(row),
            languages,
            areas,
            minimum_age: self.whole(row, "minimum_age"),
            maximum_age: self.whole(row, "maximum_age"),
            eligibility: text(row, "eligibility_description"),
            application_process: text(row, "application_process"),
            fees: text(row, "fees_description"),
            interpretation: text(row, "interpretation_services"),
            alert: text(row, "alert"),
            warm_line_24h: yes_no(row.cell("warm_line_24h")),
            notes_for_deputies: String::new(),
            email: text(row, "email"),
            website: text(row, "url"),
            assured_on: day(row, "assured_date"),
            schedules: self.parts("schedule", "service_id", id),
            phones,
            travel_minutes: self.travel(row),
            required_documents: self.parts("required_document", "service_id", id),
            cost_options: self.parts("cost_option", "service_id", id),
        };
        self.fits(row, directory::service_fields(&form));
        Part {
            id: entity(id),
            form,
            more,
        }
    }

    fn locations(&mut self, organization: &str) -> Vec<Part<PartnerLocationForm>> {
        let rows = self
            .gathered
            .below("location", "organization_id", organization);
        rows.into_iter()
            .map(|row| self.location(row, organization))
            .collect()
    }

    fn location(&mut self, row: &'g Row, organization: &str) -> Part<PartnerLocationForm> {
        let id = row.cell("id");
        let (phones, mut more) = self.phones("location_id", id);
        more.extend(beyond("location", row));
        let (languages, kept_languages) = self.languages("location_id", id);
        more.extend(kept_languages);
        let mut service_ids = Vec::new();
        for offered in self
            .gathered
            .below("service_at_location", "location_id", id)
        {
            service_ids.push(offered.cell("service_id").to_owned());
            more.push(kept(
                "service_at_location",
                &without(&offered.cells, &["location_id"]),
            ));
            let of = offered.cell("id");
            for table in ["phone", "schedule"] {
                let rows = self.gathered.below(table, "service_at_location_id", of);
                more.extend(rows.into_iter().map(|row| kept(table, &row.cells)));
            }
        }
        let form = PartnerLocationForm {
            partner_id: organization.to_owned(),
            name: text(row, "name"),
            location_type: text(row, "location_type"),
            description: text(row, "description"),
            addresses: self.parts("address", "location_id", id),
            latitude: text(row, "latitude"),
            longitude: text(row, "longitude"),
            transportation: text(row, "transportation"),
            accessibility: self.parts("accessibility", "location_id", id),
            languages,
            phones,
            schedules: self.parts("schedule", "location_id", id),
            service_ids,
        };
        if self.whereabouts.is_hidden() {
            self.says_nowhere(row, &form);
        }
        self.fits(row, directory::location_fields(&form));
        Part {
            id: entity(id),
            form,
            more,
        }
    }

    /// Notes a cell that says where it is although that must stand nowhere.
    fn ensure_unsaid(&mut self, row: &'g Row, column: &str, says_where: bool) {
        let problem = match self.whereabouts.ensure_unsaid(says_where) {
            Ok(()) => return,
            Err(Error::ConfidentialNotSaid) => "confidential_not_said",
            Err(_) => "confidential_address",
        };
        self.unfit.push((row, column.to_owned(), problem));
    }

    /// Notes everything that says where a place is that must stand nowhere.
    fn says_nowhere(&mut self, row: &'g Row, form: &PartnerLocationForm) {
        for address in self
            .gathered
            .below("address", "location_id", row.cell("id"))
        {
            self.ensure_unsaid(address, "address_1", true);
        }
        let told = [
            "name",
            "latitude",
            "longitude",
            "transportation",
            "description",
        ];
        let told = told
            .into_iter()
            .filter(|column| !row.cell(column).is_empty());
        let told: Vec<&str> = told.collect();
        for column in &told {
            self.ensure_unsaid(row, column, true);
        }
        if told.is_empty() && form.addresses.is_empty() && directory::says_where(form) {
            self.ensure_unsaid(row, "location_type", true);
        }
    }

    fn people(&mut self) -> Vec<Part<PartnerPersonForm>> {
        let rows = self.gathered.rows.get("contact").into_iter().flatten();
        rows.map(|row| self.person(row)).collect()
    }

    fn person(&mut self, row: &'g Row) -> Part<PartnerPersonForm> {
        let id = row.cell("id");
        let (phones, mut more) = self.phones("contact_id", id);
        // A contact need not belong to the organization itself; to what it does is kept.
        let of: Item = without(&row.cells, &["id", "name", "title", "department", "email"]);
        let of = without(&of, &["organization_id"]);
        if !of.is_empty() {
            more.push(kept("contact", &of));
        }
        let phone = phones
            .first()
            .and_then(|phone| phone.get("number").cloned());
        more.extend(phones.iter().map(|phone| kept("phone", phone)));
        let title = row.cell("title");
        let named = [
            row.cell("name"),
            title,
            row.cell("department"),
            row.cell("email"),
        ];
        let name = named.into_iter().find(|text| !text.is_empty());
        let form = PartnerPersonForm {
            partner_id: self.gathered.organization.cell("id").to_owned(),
            name: name.unwrap_or_default().to_owned(),
            title: title.to_owned(),
            department: text(row, "department"),
            email: text(row, "email"),
            phone: phone.unwrap_or_default(),
            left_on: None,
        };
        self.fits(row, directory::person_fields(&form));
        Part {
            id: entity(id),
            form,
            more,
        }
    }

    /// Phones of a record, and the rows about their languages.
    fn phones(&self, column: &str, id: &str) -> (Vec<Item>, Vec<Item>) {
        let rows = self.gathered.below("phone", column, id);
        let phones = rows.iter().map(|row| without(&row.cells, &[column]));
        let spoken = rows.iter().flat_map(|row| {
            let languages = self.gathered.below("language", "phone_id", row.cell("id"));
            languages
                .into_iter()
                .map(|row| kept("language", &row.cells))
        });
        (phones.collect(), spoken.collect())
    }

    fn languages(&self, column: &str, id: &str) -> (Vec<String>, Vec<Item>) {
        let rows = self.gathered.below("language", column, id);
        let codes = rows.iter().map(|row| language(&row.cells));
        let kept = rows
            .iter()
            .map(|row| kept("language", &without(&row.cells, &[column])));
        (
            codes.filter(|code| !code.is_empty()).collect(),
            kept.collect(),
        )
    }

    fn parts(&self, table: &str, column: &str, id: &str) -> Vec<Item> {
        let rows = self.gathered.below(table, column, id);
        rows.into_iter()
            .map(|row| without(&row.cells, &[column]))
            .collect()
    }

    fn needs(&mut self, row: &'g Row) -> Vec<String> {
        let needs = list(row.cell("need_codes"));
        let known = codes::list("need");
        if needs.iter().any(|need| !known.contains(need)) {
            self.unfit
                .push((row, "need_codes".to_owned(), "not_in_list"));
        }
        needs
    }

    /// A whole number of years, which some programs write as `18.0`.
    fn whole(&mut self, row: &'g Row, column: &str) -> Option<i32> {
        let text = row.cell(column);
        if text.is_empty() {
            return None;
        }
        let years = text.strip_suffix(".0").unwrap_or(text).parse();
        if years.is_err() {
            self.unfit.push((row, column.to_owned(), "out_of_range"));
        }
        years.ok()
    }

    fn travel(&mut self, row: &'g Row) -> BTreeMap<String, i32> {
        let mut travel = BTreeMap::new();
        for pair in list(row.cell("travel_minutes")) {
            match pair
                .rsplit_once('=')
                .map(|(zone, minutes)| (zone.trim(), minutes.trim().parse()))
            {
                Some((zone, Ok(minutes))) if !zone.is_empty() => {
                    travel.insert(zone.to_owned(), minutes);
                }
                _ => self
                    .unfit
                    .push((row, "travel_minutes".to_owned(), "not_a_number")),
            }
        }
        travel
    }

    /// What the form's own rules refuse, as a flaw of the row.
    fn fits<T>(&mut self, row: &'g Row, checked: Result<T, Error>) {
        let Err(refused) = checked else { return };
        let (field, problem) = match refused {
            Error::CaseNumberInText { field } => (field, "case_number"),
            Error::TextTooLong { field, .. } => (field, "too_long"),
            Error::NumberOutOfRange { field, .. } => (field, "out_of_range"),
            Error::ConfidentialAddress => ("address", "confidential_address"),
            Error::ConfidentialNotSaid => ("address", "confidential_not_said"),
            Error::NameRequired => ("name", "required"),
            Error::InvalidInput { field } | Error::UnknownCode { field } => (field, "not_in_list"),
            _ => ("id", "cannot_read"),
        };
        let already = self.unfit.iter().any(|(at, ..)| std::ptr::eq(*at, row));
        if !already {
            self.unfit.push((row, field.to_owned(), problem));
        }
    }
}

/// A language by its code, or by its name if it has none.
pub(super) fn language(row: &Item) -> String {
    let said = |column: &str| row.get(column).filter(|text| !text.is_empty());
    said("code")
        .or_else(|| said("name"))
        .cloned()
        .unwrap_or_default()
}

/// A row kept whole.
fn kept(table: &str, cells: &Item) -> Item {
    let mut kept = cells.clone();
    kept.insert(TABLE.to_owned(), table.to_owned());
    kept
}

/// The cells of a row that its table does not have.
fn beyond(table: &str, row: &Row) -> Option<Item> {
    let known = spec::table(table).expect("rows are read by table");
    let beyond: Item = row
        .cells
        .iter()
        .filter(|(name, _)| known.column(name).is_none())
        .map(|(name, text)| (name.clone(), text.clone()))
        .collect();
    (!beyond.is_empty()).then(|| kept(table, &beyond))
}

fn without(cells: &Item, columns: &[&str]) -> Item {
    let left = cells
        .iter()
        .filter(|(name, _)| !columns.contains(&name.as_str()));
    left.map(|(name, text)| (name.clone(), text.clone()))
        .collect()
}

fn list(text: &str) -> Vec<String> {
    let parts = text.split(';').map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn text(row: &Row, column: &str) -> String {
    row.cell(column).to_owned()
}

fn day(row: &Row, column: &str) -> Option<String> {
    let text = row.cell(column);
    (!text.is_empty()).then(|| text.get(..10).unwrap_or(text).to_owned())
}

/// Ids were checked to be UUIDs when the rows were gathered.
fn entity(id: &str) -> EntityId {
    EntityId(uuid::Uuid::parse_str(id).unwrap_or_default().into_bytes())
}
