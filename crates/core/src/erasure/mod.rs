//! Erasing for good: orders of erasure, who has carried them out, and what came afterwards all the same.
//!
//! An order is the county's alone. It names a victim with everything that belongs to her, one of her
//! records, or single fields of one, and a legal basis. Every place carries it out when it hears of it and
//! writes a receipt when nothing is left in its folder. What arrives later is reduced before it is stored.
//! What stays is that somebody wrote something at some time that was erased under this order.
//!
//! Only fields that are written alone ([`Field::alone`]) can be erased alone: the operations of the others
//! hold more than that field.
//!
//! Not here: how it is carried out (`casefile`), and hiding without erasing.

mod store;
mod views;

#[cfg(test)]
mod every_text;
#[cfg(test)]
mod everywhere_tests;
#[cfg(test)]
mod incident_tests;
#[cfg(test)]
pub(crate) mod markers;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use countyline_ledger::{EntityId, EraseScope, OrderId};

pub use views::*;

use crate::casefile::{Action, CaseFile, hex, key, tables};
use crate::error::{Error, Result};
use crate::registry::{Field, INCIDENT, RECORDS, Record, VICTIM};
use crate::roles::Deed;
use crate::{codes, ids, inbox, incidents, victims};

pub(crate) use store::confirmed_here;

/// What an order would erase. Nothing is written.
///
/// # Errors
/// [`Error::OnlyCounty`], [`Error::NotFound`], [`Error::InvalidInput`], [`Error::UnknownCode`];
/// [`Error::LegalHold`] while one is on.
pub fn rehearse(file: &CaseFile, form: &EraseForm) -> Result<ErasePreview> {
    let scopes = scopes(file, form)?;
    let mut records: BTreeMap<&str, i32> = BTreeMap::new();
    for scope in &scopes {
        let name = crate::registry::record(scope.record).map_or("", |record| record.name);
        *records.entry(name).or_default() += 1;
    }
    Ok(ErasePreview {
        records: records
            .into_iter()
            .map(|(record, count)| ErasedRecords {
                record: record.to_owned(),
                count,
            })
            .collect(),
        fields: form.fields.clone(),
        backups: count(file.backups()?.len()),
    })
}

/// What of a victim can be erased by itself: her own record's fields, and each record that belongs to her. A number
/// that may not be used is covered, as on every screen.
///
/// # Errors
/// [`Error::OnlyCounty`], [`Error::NotFound`]; for a role that orders none, [`Error::RoleMayNot`].
pub fn erasable(file: &CaseFile, victim_id: &str) -> Result<Vec<ErasableRecord>> {
    file.place().ensure_county()?;
    file.ensure_may(Deed::Erasing)?;
    let victim = ids::parse(&VICTIM, victim_id)?;
    store::ensure_known(file.conn(), &VICTIM, victim)?;
    let mut hers = vec![(&VICTIM, victim)];
    for scope in store::belongings(file.conn(), victim)? {
        let record = crate::registry::record(scope.record).ok_or(Error::DamagedCaseFile)?;
        hers.push((record, scope.entity));
    }
    let mut records = Vec::new();
    for (record, entity) in hers {
        // What was erased before has a row and no state.
        let Some(state) = tables::load(file.conn(), key(record, entity))? else {
            continue;
        };
        let alone = record.fields.iter().filter(|field| field.is_erased_alone());
        records.push(ErasableRecord {
            record: record.name.to_owned(),
            id: ids::text(entity),
            values: inbox::covered(record, inbox::values_of(record, &state)),
            fields: alone.map(|field| field.name.to_owned()).collect(),
        });
    }
    Ok(records)
}

/// Orders an erasure and carries it out at the county.
///
/// # Errors
/// As [`rehearse`]; nothing is erased then.
pub fn order(file: &mut CaseFile, form: &EraseForm) -> Result<EraseDone> {
    let scopes = scopes(file, form)?;
    order_scopes(file, &form.basis, scopes)
}

/// As [`order`], of records and fields that were found to be erased.
///
/// # Errors
/// Those of a change.
pub(crate) fn order_scopes(
    file: &mut CaseFile,
    basis: &str,
    scopes: Vec<EraseScope>,
) -> Result<EraseDone> {
    let basis = basis.to_owned();
    let mut id = [0; 16];
    file.random().fill(&mut id);
    let order = OrderId(id);
    file.change(Action::OrderErasure, |change| {
        change.erase(order, basis, scopes);
        Ok(())
    })?;
    // The order stands. What cannot be finished now is finished at the next start.
    let finished = file.finish_erasing();
    Ok(EraseDone {
        id: hex(&id),
        finished: finished.is_ok(),
        backups_replaced: count(finished.unwrap_or(0)),
    })
}

/// Every order, the newest first.
pub fn orders(file: &CaseFile) -> Result<EraseOrders> {
    file.ensure_may(Deed::Erasing)?;
    let mut orders = Vec::new();
    for row in store::orders(file.conn())? {
        orders.push(view(file, &row)?);
    }
    orders.sort_by(|one, other| other.ordered_at.cmp(&one.ordered_at));
    Ok(EraseOrders {
        orders,
        refused: store::refused(file.conn())?,
    })
}

/// One order, named by its id or the beginning of it.
///
/// # Errors
/// [`Error::NotFound`] unless exactly one order begins so.
pub fn show(file: &CaseFile, id: &str) -> Result<EraseOrderView> {
    let not_found = Error::NotFound {
        record: "erase_order",
    };
    let mut named = orders(file)?.orders;
    named.retain(|order| !id.is_empty() && order.id.starts_with(id));
    match named.len() {
        1 => named.pop().ok_or(not_found),
        _ => Err(not_found),
    }
}

/// What an order names: the record, and every record known to belong to it.
fn scopes(file: &CaseFile, form: &EraseForm) -> Result<Vec<EraseScope>> {
    file.place().ensure_county()?;
    codes::ensure("erase_basis", "basis", &form.basis)?;
    let victim = ids::parse(&VICTIM, &form.victim_id)?;
    store::ensure_known(file.conn(), &VICTIM, victim)?;
    victims::ensure_not_held(file, victim)?;
    let (record, entity) = match &form.record {
        None => (&VICTIM, victim),
        Some(named) => {
            let record = RECORDS.iter().find(|record| record.name == named.record);
            let record = record.ok_or(Error::InvalidInput { field: "record" })?;
            let entity = ids::parse(record, &named.id)?;
            store::ensure_belongs(file.conn(), record, entity, victim)?;
            (*record, entity)
        }
    };
    let fields = form
        .fields
        .iter()
        .map(|name| erasable_field(record, name).map(Field::field_id))
        .collect::<Result<BTreeSet<_>>>()?;
    if fields.is_empty() && record.id == VICTIM.id {
        return whole_victim(file, victim);
    }
    Ok(vec![EraseScope {
        record: record.record_type(),
        entity,
        fields,
    }])
}

/// A victim with every record known to belong to her, and the incidents that nobody else is in.
pub(crate) fn whole_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<EraseScope>> {
    let whole = |record: &Record, entity| EraseScope {
        record: record.record_type(),
        entity,
        fields: BTreeSet::new(),
    };
    let mut scopes = vec![whole(&VICTIM, victim)];
    scopes.extend(store::belongings(file.conn(), victim)?);
    let incidents = incidents::hers_alone(file.conn(), victim)?.into_iter();
    scopes.extend(incidents.map(|incident| whole(&INCIDENT, incident)));
    Ok(scopes)
}

fn erasable_field(record: &'static Record, name: &str) -> Result<&'static Field> {
    let mut fields = record.fields.iter();
    let field = fields.find(|field| field.name == name && field.is_erased_alone());
    field.ok_or(Error::InvalidInput { field: "field" })
}

fn view(file: &CaseFile, row: &store::OrderRow) -> Result<EraseOrderView> {
    let places = store::places(file, row)?;
    let outstanding = places
        .iter()
        .filter(|place| place.confirmed_at.is_none())
        .count();
    Ok(EraseOrderView {
        id: hex(&row.order.0),
        basis: row.basis.clone(),
        ordered_at: row.ordered_at.clone(),
        by: row.by.clone(),
        records: row.records,
        finished_here: row.swept,
        outstanding: count(outstanding),
        places,
        late: store::late(file.conn(), row.order)?,
    })
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
