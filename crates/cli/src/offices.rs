//! Creating an office, joining one, enrolling a laptop, changing the passphrase.
//!
//! The six words are shown before anything is kept. Whoever says they match has compared them aloud with
//! the other side; a run that nobody can answer shows them and ends there.

use countyline_core::casefile::CaseFile;
use countyline_core::exchange::{self, EnrolmentView, WelcomeView};
use countyline_core::start::{self, NewLaptop, NewOffice};
use countyline_core::{sample_office, unlock_code, values};
use serde_json::json;

use crate::arguments::{Common, Enrol, Init, Join, Passphrase, SampleOffice};
use crate::asking;
use crate::exchange::{ending, tell_files};
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::returns::part_size;
use crate::telling::Telling;

const SAMPLE_PASSPHRASE: &str = "training office only";

pub(crate) fn init(
    new: &Init,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    if CaseFile::label(&places.office).is_some() {
        // Said before a passphrase is made up for nothing.
        return Err(Stop::refused("office-exists"));
    }
    let passphrase = asking::new_passphrase(asking::given(common).as_deref(), telling)?;
    let language = common.language.clone().unwrap_or_else(|| "en".to_owned());
    let folder = places.office.display().to_string();
    if let (Some(laptop), Some(stick)) = (&new.laptop, &new.stick) {
        let form = NewLaptop {
            laptop_name: laptop.clone(),
            person_name: new.person.clone(),
            passphrase: passphrase.to_string(),
            language,
            folder: stick.display().to_string(),
        };
        let (_, request) = start::create_laptop(&places.office, &form, places.outside())?;
        telling.say(
            "cli-laptop-created",
            values! { laptop = laptop, folder = folder },
        )?;
        telling.say("cli-enrolment-written", values! { path = request.path })?;
        tell_request(&request, telling)?;
        telling.say("cli-office-keep-both", values! {})?;
        telling.answer(&request)?;
        return Ok(Ending::Done);
    }
    let county = new.county.clone().unwrap_or_default();
    let form = NewOffice {
        place_name: new.place.clone().unwrap_or_else(|| county.clone()),
        office_name: county,
        person_name: new.person.clone(),
        passphrase: passphrase.to_string(),
        language,
    };
    let create = if new.training {
        start::create_training_office
    } else {
        start::create_office
    };
    let file = create(&places.office, &form, places.outside())?;
    telling.say(
        "cli-office-created",
        values! { office = form.office_name, folder = folder },
    )?;
    telling.say("cli-office-keep-both", values! {})?;
    telling.answer(&start::look(&places.office, Some(&file))?)?;
    Ok(Ending::Done)
}

pub(crate) fn join(
    join: &Join,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let welcome = exchange::read_welcome(&file, &join.welcome)?;
    tell_welcome(&welcome, telling)?;
    if !words_match(join.words_match, telling)? {
        telling.answer(&welcome)?;
        return Ok(Ending::WaitsForAPerson);
    }
    let taken = exchange::accept_welcome(&mut file, &join.welcome)?;
    telling.say(
        "cli-welcome-accepted",
        values! { county = welcome.county_name },
    )?;
    tell_files(&taken.others, telling)?;
    if taken.missing_files > 0 {
        let said = values! { count = taken.missing_files };
        telling.say("cli-welcome-missing", said)?;
    }
    telling.answer(&start::look(&places.office, Some(&file))?)?;
    Ok(ending(&taken.others, taken.missing_files))
}

pub(crate) fn enrol(
    enrol: &Enrol,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let request = exchange::read_enrolment(&file, &enrol.request)?;
    tell_request(&request, telling)?;
    if !words_match(enrol.words_match, telling)? {
        telling.answer(&request)?;
        return Ok(Ending::WaitsForAPerson);
    }
    let size = part_size(enrol.part_mib);
    let welcome = exchange::enrol_laptop_in_parts(&mut file, &enrol.request, &enrol.stick, size)?;
    let enrolled = values! { laptop = welcome.laptop_name, path = welcome.path };
    telling.say("cli-laptop-enrolled", enrolled)?;
    if welcome.files > 1 {
        telling.say("cli-welcome-files", values! { count = welcome.files })?;
    }
    tell_welcome(&welcome, telling)?;
    telling.answer(&welcome)?;
    Ok(Ending::Done)
}

pub(crate) fn passphrase(
    wanted: &Passphrase,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    match wanted {
        Passphrase::Change {
            new_passphrase_file,
        } => {
            let old = asking::passphrase(common, telling)?;
            let mut file = places.unlock(&old)?;
            let new = asking::new_passphrase(new_passphrase_file.as_deref(), telling)?;
            file.change_passphrase(&old, &new)?;
            telling.say("cli-passphrase-changed", values! {})?;
        }
        Passphrase::Forgotten {
            code_file,
            new_passphrase_file,
        } => {
            asking::ensure_office(places)?;
            let code = asking::unlock_code(code_file.as_deref(), telling)?;
            let new = asking::new_passphrase(new_passphrase_file.as_deref(), telling)?;
            unlock_code::unlock(&places.office, &code, &new, places.outside())?;
            telling.say("cli-passphrase-changed", values! {})?;
            telling.say("cli-unlock-code-next", values! {})?;
        }
    }
    Ok(Ending::Done)
}

/// Makes offices of made-up people. Their passphrase is no secret, so it is said.
pub(crate) fn sample(
    wanted: &SampleOffice,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let outside = places.outside();
    let sample = sample_office::Wanted {
        victims: wanted.victims,
        seed: wanted.seed,
        until: outside.clock.now(),
        passphrase: SAMPLE_PASSPHRASE.to_owned(),
        key_cost: outside.key_cost,
    };
    let made = sample_office::make(&wanted.out, &sample, || places.outside().device_secret)?;
    let said = values! {
        victims = wanted.victims, folder = made.county.display(), passphrase = SAMPLE_PASSPHRASE,
    };
    telling.say("cli-sample-created", said)?;
    telling.answer(&json!({
        "county": made.county,
        "laptops": made.laptops,
        "passphrase": SAMPLE_PASSPHRASE,
    }))?;
    Ok(Ending::Done)
}

/// Whether the words were compared and are the same.
fn words_match(said_so: bool, telling: &mut Telling<'_>) -> Result<bool, Stop> {
    if said_so {
        return Ok(true);
    }
    match asking::yes(telling, "cli-ask-words-match") {
        Some(true) => Ok(true),
        Some(false) => {
            telling.say("cli-stopped", values! {})?;
            Ok(false)
        }
        None => {
            telling.say("cli-compare-words", values! {})?;
            Ok(false)
        }
    }
}

fn tell_request(request: &EnrolmentView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let words = request.words.join(" ");
    let said = values! { laptop = request.laptop_name, words = words };
    Ok(telling.say("cli-enrolment-words", said)?)
}

fn tell_welcome(welcome: &WelcomeView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let words = welcome.words.join(" ");
    let said = values! { county = welcome.county_name, words = words };
    Ok(telling.say("cli-county-words", said)?)
}
