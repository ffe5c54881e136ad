//! What a person meets before any case: whether there is an office here, whether it is open, and what she
//! chose for the screens.
//!
//! The choices lie beside the case file as plain text, because the unlock screen needs them; they hold
//! nothing about a victim.

use std::fs;
use std::path::Path;

use countyline_ledger::{EntityId, Value};

use crate::casefile::{Action, CaseFile, Changes, NewPlace, PlaceKind as Kind};
use crate::error::{Error, Result};
use crate::exchange::{self, EnrolmentView};
use crate::outside::Outside;
use crate::registry::STAFF;
use crate::view::views;
use crate::words::LANGUAGES;
use crate::{backups, days, files, ids};

views! {
    /// Where this program stands when it starts.
    pub enum OfficeState {
        /// Nothing here yet: create an office or join one.
        NoOffice,
        /// This laptop asked to join and waits for the county's welcome file.
        Joining,
        /// There is an office; the passphrase opens it.
        Locked,
        /// Open.
        Unlocked,
    }

    /// Whether this place is the county office or a laptop.
    pub enum PlaceKind {
        /// Merges the laptops' bundles and enrols laptops.
        CountyOffice,
        /// Records contacts and sends bundles.
        Laptop,
    }

    /// What the unlock screen and the frame of every screen show. Nothing about a victim.
    pub struct StartView {
        /// See [`OfficeState`].
        pub state: OfficeState,
        /// County office or laptop; none when there is no office.
        pub kind: Option<PlaceKind>,
        /// The county's name, for example "Cedar County".
        pub office_name: Option<String>,
        /// This place's name, for example "Laptop 07".
        pub place_name: Option<String>,
        /// Who works here.
        pub person_name: Option<String>,
        /// Code of `role` of who works here; none while the office is locked, and of somebody whose access ended or
        /// whose role only a newer program knows.
        pub role: Option<String>,
        /// A training office: sample data, marked on every screen.
        pub training: bool,
        /// Language of the screens, `en` or `es`.
        pub language: String,
        /// `day`, `night`, `contrast` or `system`.
        pub theme: String,
        /// Size of everything on the screens, percent.
        pub zoom: u16,
        /// Whether a letter, digit or sign alone does something while nothing is typed (WCAG 2.1.4).
        pub single_keys: bool,
        /// Of this program.
        pub version: String,
        /// When this laptop last sent its week, RFC 3339; while it is locked, as a file beside the case file says.
        pub last_sent_at: Option<String>,
        /// When a backup was last made, RFC 3339.
        pub last_backup_at: Option<String>,
    }

    /// Creating a county office.
    pub struct NewOffice {
        /// The county's name.
        pub office_name: String,
        /// This place's name.
        pub place_name: String,
        /// Who works here.
        pub person_name: String,
        /// At least 12 characters.
        pub passphrase: String,
        /// `en` or `es`.
        pub language: String,
    }

    /// Creating a laptop that asks a county office to join.
    pub struct NewLaptop {
        /// This laptop's name.
        pub laptop_name: String,
        /// Who works here.
        pub person_name: String,
        /// At least 12 characters.
        pub passphrase: String,
        /// `en` or `es`.
        pub language: String,
        /// Folder (a stick) that receives the enrolment file.
        pub folder: String,
    }

    /// What a person chose for the screens.
    pub struct Preferences {
        /// `en` or `es`.
        pub language: String,
        /// `day`, `night`, `contrast` or `system`.
        pub theme: String,
        /// Size of everything on the screens, percent: 80 to 200.
        #[serde(default = "usual_zoom")]
        pub zoom: u16,
        /// Whether a letter, digit or sign alone does something while nothing is typed.
        #[serde(default = "usually")]
        pub single_keys: bool,
    }

    /// The answer to "check my data".
    pub struct CheckReport {
        /// Every table equals what the history says, and every hash chain holds.
        pub ok: bool,
        /// Commits read.
        pub commits: i32,
        /// Rows compared.
        pub rows: i32,
        /// Names of tables or logs that differ; never contents.
        pub differences: Vec<String>,
    }

    /// A change is on disk.
    pub struct Saved {
        /// The record's id.
        pub id: String,
        /// When, RFC 3339 with offset.
        pub saved_at: String,
    }
}

impl Saved {
    pub(crate) fn new(id: EntityId, changes: &Changes) -> Saved {
        Saved {
            id: ids::text(id),
            saved_at: days::instant(changes.at),
        }
    }
}

fn usual_zoom() -> u16 {
    100
}

fn usually() -> bool {
    true
}

impl Preferences {
    /// What stands until a person chooses.
    fn usual() -> Preferences {
        Preferences {
            language: "en".to_owned(),
            theme: "day".to_owned(),
            zoom: usual_zoom(),
            single_keys: usually(),
        }
    }
}

/// What the unlock screen shows of the office in `folder`; with `file`, of the open office.
pub fn look(folder: &Path, file: Option<&CaseFile>) -> Result<StartView> {
    let Preferences {
        language,
        theme,
        zoom,
        single_keys,
    } = preferences(folder);
    let Some(label) = CaseFile::label(folder) else {
        return Ok(StartView {
            state: OfficeState::NoOffice,
            kind: None,
            office_name: None,
            place_name: None,
            person_name: None,
            role: None,
            training: false,
            language,
            theme,
            zoom,
            single_keys,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            last_sent_at: None,
            last_backup_at: None,
        });
    };
    let state = match file {
        None => OfficeState::Locked,
        Some(file) if file.place().agency.is_none() => OfficeState::Joining,
        Some(_) => OfficeState::Unlocked,
    };
    Ok(StartView {
        state,
        kind: Some(if label.kind == Kind::CountyOffice.code() {
            PlaceKind::CountyOffice
        } else {
            PlaceKind::Laptop
        }),
        office_name: Some(label.office_name).filter(|name| !name.is_empty()),
        place_name: Some(label.place_name),
        person_name: Some(label.person_name),
        role: file.and_then(|file| file.person().role().map(|role| role.code().to_owned())),
        training: label.training,
        language,
        theme,
        zoom,
        single_keys,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        last_sent_at: match file {
            Some(file) => exchange::last_sent_at(file)?,
            None => exchange::last_sent_in(folder),
        },
        last_backup_at: backups::last_made_at(folder),
    })
}

/// Makes a county office in `folder` and opens it.
///
/// # Errors
/// [`Error::NameRequired`], [`Error::WeakPassphrase`], [`Error::OfficeExists`], [`Error::DiskFull`].
pub fn create_office(folder: &Path, form: &NewOffice, outside: Outside) -> Result<CaseFile> {
    create_county(folder, form, outside, false)
}

/// As [`create_office`], for made-up people: it says so on every screen.
pub fn create_training_office(
    folder: &Path,
    form: &NewOffice,
    outside: Outside,
) -> Result<CaseFile> {
    create_county(folder, form, outside, true)
}

fn create_county(
    folder: &Path,
    form: &NewOffice,
    outside: Outside,
    training: bool,
) -> Result<CaseFile> {
    let new = NewPlace {
        kind: Kind::CountyOffice,
        office_name: named("office_name", &form.office_name)?,
        place_name: named("place_name", &form.place_name)?,
        person_name: named("person_name", &form.person_name)?,
        training,
    };
    let begin = |file: &mut CaseFile| {
        exchange::found_roster(file)?;
        introduce(file, "coordinator")?;
        choose_language(file, &form.language)
    };
    let (file, ()) = CaseFile::create(folder, new, &form.passphrase, outside, begin)?;
    Ok(file)
}

/// Makes a laptop in `folder` and writes its request to join onto a stick. The request is written once the
/// laptop is there: nobody is to enroll one that a power cut took away again. If it cannot be written, the
/// laptop stays, and the same form writes the same request again, onto another stick.
///
/// # Errors
/// As [`create_office`]; [`Error::FolderNotFound`] if there is no stick; those of writing a file, and of
/// opening the laptop that was made before.
pub fn create_laptop(
    folder: &Path,
    form: &NewLaptop,
    outside: Outside,
) -> Result<(CaseFile, EnrolmentView)> {
    let stick = Path::new(&form.folder);
    if !stick.is_dir() {
        return Err(Error::FolderNotFound);
    }
    let new = NewPlace {
        kind: Kind::Laptop,
        office_name: String::new(),
        place_name: named("laptop_name", &form.laptop_name)?,
        person_name: named("person_name", &form.person_name)?,
        training: false,
    };
    let mut file = if CaseFile::label(folder) == Some(new.label()) {
        CaseFile::unlock(folder, &form.passphrase, outside)?
    } else {
        let begin = |file: &mut CaseFile| {
            introduce(file, "deputy")?;
            choose_language(file, &form.language)
        };
        CaseFile::create(folder, new, &form.passphrase, outside, begin)?.0
    };
    let request = exchange::write_enrolment(&mut file, stick)?;
    Ok((file, request))
}

/// What a person chose for the screens; the usual, if what is kept is none of what can be chosen.
pub fn preferences(folder: &Path) -> Preferences {
    let kept = fs::read(folder.join("preferences.json")).ok();
    kept.and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .filter(|kept| check(kept).is_ok())
        .unwrap_or_else(Preferences::usual)
}

/// The colors of the screens; with `system` they are those that the computer asks for.
const THEMES: [&str; 4] = ["day", "night", "contrast", "system"];

/// Keeps what a person chose for the screens.
///
/// # Errors
/// [`Error::UnknownCode`]; those of writing a file.
pub fn set_preferences(folder: &Path, preferences: &Preferences) -> Result<()> {
    check(preferences)?;
    let bytes = serde_json::to_vec_pretty(preferences).map_err(|source| Error::Storage {
        doing: "keep preferences",
        source: Box::new(source),
    })?;
    files::write_whole(&folder.join("preferences.json"), &bytes)
}

fn check(preferences: &Preferences) -> Result<()> {
    if !LANGUAGES.contains(&preferences.language.as_str()) {
        return Err(Error::UnknownCode { field: "language" });
    }
    if !THEMES.contains(&preferences.theme.as_str()) {
        return Err(Error::UnknownCode { field: "theme" });
    }
    if !(80..=200).contains(&preferences.zoom) {
        return Err(Error::UnknownCode { field: "zoom" });
    }
    Ok(())
}

fn choose_language(file: &CaseFile, language: &str) -> Result<()> {
    let chosen = Preferences {
        language: language.to_owned(),
        ..preferences(file.folder())
    };
    set_preferences(file.folder(), &chosen)
}

/// Writes down who works here, so that others see a name beside what she writes.
fn introduce(file: &mut CaseFile, role: &str) -> Result<()> {
    let (staff, name, place) = {
        let here = file.place();
        (
            here.staff,
            here.person_name.clone(),
            here.place_name.clone(),
        )
    };
    file.change(Action::SetUp, |change| {
        let fields = [
            ("name", Value::text(name)),
            ("role", Value::text(role)),
            ("place", Value::text(place)),
        ];
        change.create_as(&STAFF, staff, fields);
        Ok(())
    })?;
    Ok(())
}

/// A name that a roster can carry.
fn named(field: &'static str, text: &str) -> Result<String> {
    let name = text.trim();
    if name.is_empty() {
        return Err(Error::NameRequired);
    }
    if name.len() > countyline_bundle::limits::TEXT_BYTES {
        return Err(Error::InvalidInput { field });
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests;
