//! This place: the county office or one laptop, its keys, and the person who works here.

use countyline_bundle::{OpeningKey, SigningKey};
use countyline_ledger::EntityId;
use rusqlite::{Connection, OptionalExtension, named_params};
use zeroize::Zeroizing;

use super::{Label, own_log};
use crate::error::{Error, Result};
use crate::outside::{Outside, Random};

/// County office or laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    CountyOffice,
    Laptop,
}

impl PlaceKind {
    pub(crate) fn code(self) -> &'static str {
        match self {
            PlaceKind::CountyOffice => "county_office",
            PlaceKind::Laptop => "laptop",
        }
    }
}

/// What is needed to set a place up.
pub(crate) struct NewPlace {
    pub(crate) kind: PlaceKind,
    /// Empty on a laptop, until it has joined.
    pub(crate) office_name: String,
    pub(crate) place_name: String,
    pub(crate) person_name: String,
    pub(crate) training: bool,
}

/// This place as it stands.
pub(crate) struct Place {
    pub(crate) kind: PlaceKind,
    pub(crate) office_name: String,
    pub(crate) place_name: String,
    pub(crate) person_name: String,
    pub(crate) training: bool,
    /// None until a laptop has joined.
    pub(crate) agency: Option<[u8; 16]>,
    pub(crate) device: [u8; 16],
    pub(crate) staff: EntityId,
    pub(crate) log_rid: u32,
    pub(crate) lamport: u64,
    pub(crate) case_counter: u32,
    pub(crate) signing_key: SigningKey,
    pub(crate) opening_key: OpeningKey,
    /// The county's only: signs the roster.
    pub(crate) root_key: Option<SigningKey>,
}

impl NewPlace {
    pub(crate) fn label(&self) -> Label {
        Label {
            kind: self.kind.code().to_owned(),
            office_name: self.office_name.clone(),
            place_name: self.place_name.clone(),
            person_name: self.person_name.clone(),
            training: self.training,
        }
    }

    /// Writes the one row of a new file. The guard is not on yet.
    pub(crate) fn write(&self, conn: &Connection, outside: &mut Outside) -> Result<()> {
        let random = outside.random.as_mut();
        let log_rid = own_log::start(conn, random)?;
        let is_county = self.kind == PlaceKind::CountyOffice;
        let mut bytes = BundleRandom(random);
        let signing = SigningKey::generate(&mut bytes);
        let opening = OpeningKey::generate(&mut bytes);
        let root = is_county.then(|| SigningKey::generate(&mut bytes).to_bytes());
        let agency = if is_county {
            sixteen(random).to_vec()
        } else {
            Vec::new()
        };
        conn.execute(
            "INSERT INTO place (id, kind, office_name, place_name, person_name, training, agency,
                device, staff, log_rid, lamport, case_counter, signing_key, opening_key, root_key,
                tables_version)
             VALUES (1, :kind, :office_name, :place_name, :person_name, :training, :agency,
                :device, :staff, :log_rid, 0, 0, :signing_key, :opening_key, :root_key,
                :tables_version)",
            named_params! {
                ":kind": self.kind.code(),
                ":office_name": self.office_name,
                ":place_name": self.place_name,
                ":person_name": self.person_name,
                ":training": self.training,
                ":agency": agency,
                ":device": sixteen(random),
                ":staff": sixteen(random),
                ":log_rid": log_rid,
                ":tables_version": crate::registry::version(),
                ":signing_key": signing.to_bytes().as_ref(),
                ":opening_key": opening.to_bytes().as_ref(),
                ":root_key": root.as_ref().map_or(&[] as &[u8], |root| root.as_ref()),
            },
        )
        .map_err(|source| Error::database("make the case file", source))?;
        Ok(())
    }
}

impl Place {
    pub(crate) fn load(conn: &Connection) -> Result<Place> {
        conn.query_row(
            "SELECT kind, office_name, place_name, person_name, training, agency, device, staff,
                log_rid, lamport, case_counter, signing_key, opening_key, root_key FROM place",
            [],
            |row| {
                let kind: String = row.get(0)?;
                let agency: Vec<u8> = row.get(5)?;
                let signing = Zeroizing::new(row.get::<_, Vec<u8>>(11)?);
                let opening = Zeroizing::new(row.get::<_, Vec<u8>>(12)?);
                let root = Zeroizing::new(row.get::<_, Vec<u8>>(13)?);
                let place = || {
                    Some(Place {
                        kind: if kind == "county_office" {
                            PlaceKind::CountyOffice
                        } else {
                            PlaceKind::Laptop
                        },
                        office_name: row.get(1).ok()?,
                        place_name: row.get(2).ok()?,
                        person_name: row.get(3).ok()?,
                        training: row.get(4).ok()?,
                        agency: agency.try_into().ok(),
                        device: row.get(6).ok()?,
                        staff: EntityId(row.get(7).ok()?),
                        log_rid: row.get(8).ok()?,
                        lamport: row.get(9).ok()?,
                        case_counter: row.get(10).ok()?,
                        signing_key: SigningKey::from_bytes(signing.as_slice().try_into().ok()?),
                        opening_key: OpeningKey::from_bytes(opening.as_slice().try_into().ok()?)
                            .ok()?,
                        root_key: root.as_slice().try_into().ok().map(SigningKey::from_bytes),
                    })
                };
                Ok(place())
            },
        )
        .optional()
        .map_err(|source| Error::database("open the case file", source))?
        .flatten()
        .ok_or(Error::DamagedCaseFile)
    }

    pub(crate) fn label(&self) -> Label {
        Label {
            kind: self.kind.code().to_owned(),
            office_name: self.office_name.clone(),
            place_name: self.place_name.clone(),
            person_name: self.person_name.clone(),
            training: self.training,
        }
    }

    /// The agency this place belongs to.
    ///
    /// # Errors
    /// [`Error::NotJoined`] on a laptop that has not joined one.
    pub(crate) fn agency(&self) -> Result<[u8; 16]> {
        self.agency.ok_or(Error::NotJoined)
    }

    /// Refuses what only the county office does.
    pub(crate) fn ensure_county(&self) -> Result<()> {
        match self.kind {
            PlaceKind::CountyOffice => Ok(()),
            PlaceKind::Laptop => Err(Error::OnlyCounty),
        }
    }

    /// Refuses what only a laptop does.
    pub(crate) fn ensure_laptop(&self) -> Result<()> {
        match self.kind {
            PlaceKind::Laptop => Ok(()),
            PlaceKind::CountyOffice => Err(Error::OnlyLaptop),
        }
    }
}

/// Our random source, as the bundle crate asks for one.
pub(crate) struct BundleRandom<'a>(pub(crate) &'a mut dyn Random);

impl countyline_bundle::Random for BundleRandom<'_> {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0.fill(bytes);
    }
}

pub(super) fn sixteen(random: &mut dyn Random) -> [u8; 16] {
    let mut bytes = [0; 16];
    random.fill(&mut bytes);
    bytes
}
