//! The county's laptops and the key they seal for: who is enrolled, who was lost, when a key goes.

use countyline_core::exchange::{self, IncomingBundle, KeysView, LaptopView};
use countyline_core::values;

use crate::arguments::{Common, Key, Laptop};
use crate::asking;
use crate::exchange::{ending, tell_files};
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

/// Letters of a laptop's id that are shown, and the fewest that name it.
const ID_LETTERS: usize = 8;

pub(crate) fn laptop(
    wanted: &Laptop,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    match wanted {
        Laptop::List => {
            let laptops = exchange::laptops(&file)?;
            for laptop in &laptops {
                tell_laptop(laptop, telling)?;
            }
            telling.answer(&laptops)?;
        }
        Laptop::Revoke { laptop } => {
            let revoked = exchange::revoke_laptop(&mut file, laptop)?;
            telling.say(
                "cli-laptop-was-revoked",
                values! { laptop = revoked.laptop_name },
            )?;
            telling.answer(&revoked)?;
        }
        Laptop::TakeIn {
            file: bundle,
            rehearse: true,
        } => {
            let read = exchange::read_revoked_work(&file, bundle)?;
            telling.say("cli-merge-rehearsal", values! {})?;
            tell_one(&read, telling)?;
        }
        Laptop::TakeIn { file: bundle, .. } => {
            let taken = exchange::take_in_revoked_work(&mut file, bundle)?;
            tell_one(&taken, telling)?;
            telling.say("cli-revoked-work-taken-in", values! {})?;
            return Ok(ending(&[taken], 0));
        }
        Laptop::KeepOut { file: bundle } => {
            let kept_out = exchange::keep_out_revoked_work(&mut file, bundle)?;
            telling.say(
                "cli-revoked-work-kept-out",
                values! { file = kept_out.file_name },
            )?;
            telling.answer(&kept_out)?;
        }
        Laptop::RenewKeys { stick, leave_work } => {
            let request = exchange::renew_keys(&mut file, stick, *leave_work)?;
            telling.say("cli-enrolment-written", values! { path = request.path })?;
            let words = request.words.join(" ");
            let said = values! { laptop = request.laptop_name, words = words };
            telling.say("cli-enrolment-words", said)?;
            telling.answer(&request)?;
        }
    }
    Ok(Ending::Done)
}

pub(crate) fn key(
    wanted: &Key,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let keys = match wanted {
        Key::Show => exchange::keys(&file)?,
        Key::Replace => {
            let keys = exchange::replace_key(&mut file)?;
            telling.say("cli-key-replaced", values! { epoch = keys.epoch })?;
            keys
        }
        Key::Destroy { epoch } => {
            let keys = exchange::destroy_key(&mut file, *epoch)?;
            telling.say("cli-key-destroyed", values! { epoch = epoch })?;
            telling.say("cli-key-backups", values! {})?;
            keys
        }
    };
    tell_keys(&keys, telling)?;
    telling.answer(&keys)?;
    Ok(Ending::Done)
}

fn tell_one(bundle: &IncomingBundle, telling: &mut Telling<'_>) -> Result<(), Stop> {
    tell_files(std::slice::from_ref(bundle), telling)?;
    telling.answer(bundle)?;
    Ok(())
}

fn tell_laptop(laptop: &LaptopView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let heard = laptop.last_heard_at.as_deref().unwrap_or("—");
    let id = laptop.id.get(..ID_LETTERS).unwrap_or(&laptop.id);
    let said = values! {
        id = id, laptop = laptop.laptop_name, person = laptop.person_name, heard = heard,
    };
    telling.say("cli-laptop-row", said)?;
    if let Some(at) = &laptop.revoked_at {
        telling.say("cli-laptop-row-revoked", values! { at = at })?;
    }
    Ok(())
}

fn tell_keys(keys: &KeysView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let said = values! { epoch = keys.epoch, since = keys.since, words = keys.words.join(" ") };
    telling.say("cli-key-present", said)?;
    if keys.own_key_missing {
        telling.say("cli-key-missing", values! {})?;
    } else if keys.replace_suggested {
        telling.say("cli-key-replace-now", values! {})?;
    } else {
        telling.say("cli-key-replace-on", values! { on = keys.replace_on })?;
    }
    for replaced in &keys.replaced {
        let epoch = replaced.epoch;
        match (&replaced.destroyed_at, &replaced.can_go_on) {
            (Some(at), _) => {
                telling.say("cli-key-gone", values! { epoch = epoch, at = at })?;
            }
            (None, Some(on)) => {
                telling.say("cli-key-can-go", values! { epoch = epoch, on = on })?;
            }
            (None, None) => {
                let laptops = replaced.waits_for.join(", ");
                telling.say(
                    "cli-key-waits",
                    values! { epoch = epoch, laptops = laptops },
                )?;
            }
        }
    }
    for alarm in &keys.alarms {
        let said = values! { laptop = alarm.laptop_name, version = alarm.version };
        telling.say("cli-roster-alarm", said)?;
    }
    Ok(())
}
