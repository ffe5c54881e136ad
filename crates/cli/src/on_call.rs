//! Who is on call, by date.

use countyline_core::casefile::CaseFile;
use countyline_core::on_call::{self, ShiftForm, ShiftView};
use countyline_core::values;

use crate::arguments::{Common, OnCall};
use crate::asking;
use crate::casework::tell_saved;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::program::person_called;
use crate::telling::Telling;

pub(crate) fn on_call(
    wanted: OnCall,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let saved = match wanted {
        OnCall::Now => {
            let found = on_call::on_call(&file)?;
            for (when, shifts) in [
                ("on-call-now", &found.now),
                ("on-call-tonight", &found.tonight),
            ] {
                let when = telling.words().say(when);
                telling.line(&when)?;
                rows(shifts, telling)?;
            }
            telling.answer(&found)?;
            return Ok(Ending::Done);
        }
        OnCall::List { from, to } => {
            let found = on_call::shifts(&file, from.as_deref(), to.as_deref())?;
            rows(&found, telling)?;
            telling.answer(&found)?;
            return Ok(Ending::Done);
        }
        OnCall::Add {
            person,
            from,
            to,
            backup,
            repeat_until,
        } => {
            let form = ShiftForm {
                staff_id: person_called(&file, &person)?.id,
                begins_at: from,
                ends_at: to,
                order: if backup { "backup" } else { "first" }.to_owned(),
            };
            let entered = on_call::record(&mut file, &form, repeat_until.as_deref())?;
            telling.say("cli-on-call-entered", values! { count = entered.count })?;
            telling.answer(&entered)?;
            return Ok(Ending::Done);
        }
        OnCall::Swap { shift, person } => {
            let shown = shift_called(&file, &shift)?;
            let staff_id = person_called(&file, &person)?.id;
            let form = ShiftForm {
                staff_id,
                ..shown.form
            };
            on_call::edit(&mut file, &shift, &form, &shown.seen)?
        }
        OnCall::Move { shift, from, to } => {
            let shown = shift_called(&file, &shift)?;
            let form = ShiftForm {
                begins_at: from,
                ends_at: to,
                ..shown.form
            };
            on_call::edit(&mut file, &shift, &form, &shown.seen)?
        }
        OnCall::Off { shift } => {
            let seen = shift_called(&file, &shift)?.seen;
            on_call::call_off(&mut file, &shift, true, &seen)?
        }
        OnCall::Back { shift } => {
            let seen = shift_called(&file, &shift)?.seen;
            on_call::call_off(&mut file, &shift, false, &seen)?
        }
    };
    tell_saved(&saved, telling)
}

fn rows(shifts: &[ShiftView], telling: &mut Telling<'_>) -> Result<(), Stop> {
    for shift in shifts {
        let form = &shift.form;
        let order = match shift.called_off {
            true => telling.words().say("field-called-off"),
            false => telling.words().code("on_call_order", &form.order),
        };
        telling.line(&format!(
            "  {}  {}  {}  {order}  {}",
            form.begins_at, form.ends_at, shift.name, shift.id
        ))?;
    }
    Ok(())
}

fn shift_called(file: &CaseFile, id: &str) -> Result<ShiftView, Stop> {
    Ok(on_call::shift(file, id)?)
}
