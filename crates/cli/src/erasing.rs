//! Orders of erasure: what one would take, giving it, and who has carried it out.

use countyline_core::erasure::{self, EraseForm, EraseOrderView, ErasePreview, NamedRecord};
use countyline_core::values;

use crate::arguments::{Common, Erase, EraseOrder};
use crate::asking;
use crate::casework::victim_id;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

/// Characters of an order's id that are shown.
const ID_CHARACTERS: usize = 8;

pub(crate) fn erase(
    erase: Erase,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    match erase {
        Erase::Order(wanted) => order(*wanted, common, places, telling),
        Erase::List => list(common, places, telling),
        Erase::Show { order } => {
            let file = asking::unlock(common, places, telling)?;
            let shown = erasure::show(&file, &order)?;
            tell_order(&shown, telling)?;
            telling.answer(&shown)?;
            Ok(Ending::Done)
        }
    }
}

fn order(
    wanted: EraseOrder,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let record = wanted.record.map(|named| {
        let (record, id) = named.split_once(':').unwrap_or((&named, ""));
        NamedRecord {
            record: record.to_owned(),
            id: id.to_owned(),
        }
    });
    let form = EraseForm {
        victim_id: victim_id(&file, &wanted.victim)?,
        record,
        fields: wanted.field,
        basis: wanted.basis,
    };
    let preview = erasure::rehearse(&file, &form)?;
    tell_preview(&preview, telling)?;
    if !wanted.for_good && asking::yes(telling, "cli-ask-erase") != Some(true) {
        telling.say("cli-erase-not-done", values! {})?;
        telling.answer(&preview)?;
        return Ok(Ending::WaitsForAPerson);
    }
    let done = erasure::order(&mut file, &form)?;
    let short: String = done.id.chars().take(ID_CHARACTERS).collect();
    telling.say("cli-erase-done", values! { order = short })?;
    if !done.finished {
        telling.say("cli-erase-unfinished", values! {})?;
    }
    telling.say("cli-erase-limits", values! {})?;
    telling.answer(&done)?;
    Ok(Ending::Done)
}

fn list(common: &Common, places: &Places, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let file = asking::unlock(common, places, telling)?;
    let all = erasure::orders(&file)?;
    if all.orders.is_empty() {
        telling.say("cli-erase-none", values! {})?;
    }
    for order in &all.orders {
        tell_heading(order, telling)?;
    }
    for refused in &all.refused {
        let said = values! {
            by = refused.by, place = refused.place, when = refused.claimed_at,
        };
        telling.say("cli-erase-refused", said)?;
    }
    telling.answer(&all)?;
    Ok(Ending::Done)
}

fn tell_preview(preview: &ErasePreview, telling: &mut Telling<'_>) -> Result<(), Stop> {
    telling.say("cli-erase-would", values! {})?;
    for row in &preview.records {
        let said = values! { count = row.count, record = row.record };
        telling.say("cli-erase-would-row", said)?;
    }
    if !preview.fields.is_empty() {
        let fields = preview.fields.join(", ");
        telling.say("cli-erase-would-fields", values! { fields = fields })?;
    }
    telling.say("cli-erase-backups", values! { count = preview.backups })?;
    Ok(())
}

fn tell_heading(order: &EraseOrderView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let short: String = order.id.chars().take(ID_CHARACTERS).collect();
    let basis = telling
        .words()
        .say(&format!("erase-basis-{}", order.basis.replace('_', "-")));
    let said = values! {
        order = short, when = order.ordered_at, basis = basis, records = order.records,
        outstanding = order.outstanding,
    };
    telling.say("cli-erase-row", said)?;
    Ok(())
}

fn tell_order(order: &EraseOrderView, telling: &mut Telling<'_>) -> Result<(), Stop> {
    tell_heading(order, telling)?;
    for place in &order.places {
        match &place.confirmed_at {
            Some(at) => {
                let said = values! { place = place.place, person = place.person, when = at };
                telling.say("cli-erase-place-confirmed", said)?;
            }
            None => {
                let said = values! { place = place.place, person = place.person };
                let id = if place.revoked {
                    "cli-erase-place-revoked"
                } else {
                    "cli-erase-place-outstanding"
                };
                telling.say(id, said)?;
            }
        }
    }
    for late in &order.late {
        let said = values! { by = late.by, place = late.place, when = late.claimed_at };
        telling.say("cli-erase-late", said)?;
    }
    telling.say("cli-erase-limits", values! {})?;
    Ok(())
}
