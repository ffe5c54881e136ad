//! One-time codes at the county: which laptops' codes it has, and telling one to a supervisor.

use countyline_core::{unlock_code, values};

use crate::arguments::{Common, UnlockCode};
use crate::asking;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

pub(crate) fn unlock_code(
    wanted: &UnlockCode,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    asking::ensure_office(places)?;
    let passphrase = asking::passphrase(common, telling)?;
    let mut file = places.unlock(&passphrase)?;
    match wanted {
        UnlockCode::List => {
            let known = unlock_code::known(&file)?;
            for laptop in &known {
                let (id, received) = match &laptop.received_at {
                    Some(received) => ("cli-unlock-code-row", received.as_str()),
                    None => ("cli-unlock-code-none", ""),
                };
                let number = laptop.number.unwrap_or(0);
                let said = values! {
                    laptop = laptop.laptop_name, person = laptop.person_name,
                    number = number, at = received,
                };
                telling.say(id, said)?;
            }
            telling.answer(&known)?;
        }
        UnlockCode::Ask { laptop, number } => {
            let told = unlock_code::ask(&mut file, &passphrase, laptop, *number)?;
            let said = values! {
                laptop = told.laptop_name, person = told.person_name, number = told.number,
                at = told.received_at,
            };
            telling.say("cli-unlock-code-told", said)?;
            telling.line(&told.words.join(" "))?;
            telling.answer(&told)?;
        }
    }
    Ok(Ending::Done)
}
