//! Who looked at what.

use countyline_core::looks::{self, LookView, LooksQuestion};
use countyline_core::values;

use crate::arguments::{Common, Looked};
use crate::asking;
use crate::casework::{tell_saved, victim_id};
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::program::staff_id;
use crate::telling::Telling;

pub(crate) fn looked(
    wanted: &Looked,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    if wanted.reviewed {
        return tell_saved(&looks::review(&mut file)?, telling);
    }
    let victim = wanted.victim.as_deref();
    let question = LooksQuestion {
        victim_id: victim.map(|asked| victim_id(&file, asked)).transpose()?,
        staff_id: staff_id(&file, wanted.person.as_deref())?,
        since: wanted.since.clone(),
        until: wanted.until.clone(),
    };
    let found = looks::looks(&file, &question)?;
    for look in &found.looks {
        telling.line(&row(look, telling))?;
    }
    let shown = i32::try_from(found.looks.len()).unwrap_or(i32::MAX);
    let said = values! { count = shown, all = found.all, since = found.since, until = found.until };
    telling.say("cli-looked-count", said)?;
    for name in &found.broken {
        telling.say("looked-broken", values! { name = name })?;
    }
    if found.everybody {
        let said =
            values! { on = found.reviewed_at.as_deref().unwrap_or("—"), by = found.reviewed_by };
        telling.say("cli-looked-reviewed", said)?;
    }
    if found.review_due {
        telling.say("looked-due", values! {})?;
    }
    telling.answer(&found)?;
    Ok(Ending::Done)
}

fn row(look: &LookView, telling: &Telling<'_>) -> String {
    let what = telling.words().code("looked", &look.what);
    let about = match (&look.victim_id, &*look.case_number) {
        (None, _) => "",
        (Some(id), "") => id,
        (Some(_), number) => number,
    };
    let wrong = match look.times {
        0 => String::new(),
        times => telling
            .words()
            .say_with("looked-wrong", &values! { count = times }),
    };
    format!("{}  {}  {what}  {about}  {wrong}", look.at, look.name)
        .trim_end()
        .to_owned()
}
