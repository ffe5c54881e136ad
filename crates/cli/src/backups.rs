//! A backup, and the way back.

use countyline_core::{backups, values};
use serde_json::json;

use crate::arguments::{Backup, Common};
use crate::asking;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn backup(
    wanted: &Backup,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    match wanted {
        Backup::Make { to } => {
            let mut file = asking::unlock(common, places, telling)?;
            let made = backups::make(&mut file, to)?;
            let said = values! { path = made.path, kib = made.size_kib };
            telling.say("cli-backup-made", said)?;
            telling.say(
                "cli-backup-needs",
                values! { profile = places.profile.display() },
            )?;
            telling.answer(&made)?;
        }
        Backup::BringBack { from } => {
            backups::bring_back(from, &places.office, places.outside())?;
            telling.say(
                "cli-backup-is-back",
                values! { folder = places.office.display() },
            )?;
            telling.answer(&json!({ "broughtBack": true }))?;
        }
    }
    Ok(Ending::Done)
}
