//! Protection orders for a victim: whether she knows what it says, whether he was served, until when it holds.
//!
//! Not here: where the order was issued and against whom. That stands in the court's file.

mod views;

use countyline_ledger::EntityId;

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::Result;
use crate::fields::Filled;
use crate::registry::{PROTECTION_ORDER, VICTIM};
use crate::standing::Standing;
use crate::start::Saved;
use crate::{checks, ids, incidents};

/// Records a protection order.
///
/// # Errors
/// [`crate::error::Error::UnknownCode`], [`crate::error::Error::DateRequired`],
/// [`crate::error::Error::NotFound`].
pub fn record(file: &mut CaseFile, victim_id: &str, form: &ProtectionOrderForm) -> Result<Saved> {
    let victim = ids::parse(&VICTIM, victim_id)?;
    let incident = incidents::named_by(file, victim, form.incident_id.as_deref())?;
    ensure_sound(form)?;
    let (id, changes) = file.change(Action::RecordProtection, |change| {
        change.state(&VICTIM, victim)?;
        let filled = filled(form)
            .naming("victim", Some(victim))
            .naming("incident", incident);
        Ok(filled.by(change).create(change, &PROTECTION_ORDER))
    })?;
    Ok(Saved::new(id, &changes))
}

/// Edits a protection order, in place of what the form had shown. The incident stays.
///
/// # Errors
/// As [`record`].
pub fn edit(
    file: &mut CaseFile,
    order_id: &str,
    form: &ProtectionOrderForm,
    seen: &str,
) -> Result<Saved> {
    let id = ids::parse(&PROTECTION_ORDER, order_id)?;
    let seen = Seen::from_token(seen)?;
    ensure_sound(form)?;
    let ((), changes) = file.change(Action::RecordProtection, |change| {
        change.state(&PROTECTION_ORDER, id)?;
        filled(form).edit(change, &PROTECTION_ORDER, id, &seen)
    })?;
    Ok(Saved::new(id, &changes))
}

/// A victim's protection orders, the newest first.
pub(crate) fn of_victim(file: &CaseFile, victim: EntityId) -> Result<Vec<ProtectionOrderView>> {
    let today = file.now().date_naive().to_string();
    let orders = Standing::of_victim(file.conn(), &PROTECTION_ORDER, victim)?;
    let views = orders.iter().rev().map(|order| {
        let expires_on = order.text("expires_on");
        ProtectionOrderView {
            id: order.id(),
            has_run_out: !expires_on.is_empty() && expires_on < today,
            form: ProtectionOrderForm {
                incident_id: order.named("incident").map(ids::text),
                explained: order.answer("explained"),
                served: order.answer("served"),
                expires_on,
            },
            in_conflict: order.in_conflict(),
            seen: order.seen(),
        }
    });
    Ok(views.collect())
}

fn ensure_sound(form: &ProtectionOrderForm) -> Result<()> {
    checks::answer("explained", &form.explained)?;
    checks::answer("served", &form.served)?;
    checks::maybe_day("expires_on", &form.expires_on)
}

fn filled(form: &ProtectionOrderForm) -> Filled {
    Filled::default()
        .answer("explained", &form.explained)
        .answer("served", &form.served)
        .text("expires_on", &form.expires_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::testing::{World, victim};
    use crate::victims;

    #[test]
    fn an_order_is_followed_until_it_runs_out() {
        let world = World::new();
        let mut file = world.county("Rivertown");
        let ana = victims::create(&mut file, &victim("Ana", "Example"))
            .unwrap()
            .id;
        let mut form = ProtectionOrderForm {
            explained: "yes".to_owned(),
            expires_on: "2026-03-03".to_owned(),
            ..ProtectionOrderForm::default()
        };
        record(&mut file, &ana, &form).unwrap();
        let shown = |file: &CaseFile| {
            victims::record(file, &ana)
                .unwrap()
                .protection_orders
                .remove(0)
        };
        let before = shown(&file);
        assert_eq!(
            (&*before.form.served, before.has_run_out),
            ("not_asked", false)
        );
        form.served = "no".to_owned();
        edit(&mut file, &before.id, &form, &before.seen).unwrap();
        world.clock.set("2026-03-04T08:00:00-06:00");
        let after = shown(&file);
        assert_eq!((&*after.form.served, after.has_run_out), ("no", true));
    }

    #[test]
    fn no_date_and_no_answer_of_ours_are_refused() {
        let world = World::new();
        let mut file = world.county("Rivertown");
        let ana = victims::create(&mut file, &victim("Ana", "Example"))
            .unwrap()
            .id;
        let mut form = ProtectionOrderForm {
            expires_on: "in May".to_owned(),
            ..ProtectionOrderForm::default()
        };
        let refused = record(&mut file, &ana, &form);
        assert!(matches!(
            refused,
            Err(Error::DateRequired {
                field: "expires_on"
            })
        ));
        form.expires_on.clear();
        form.served = "maybe".to_owned();
        let refused = record(&mut file, &ana, &form);
        assert!(matches!(
            refused,
            Err(Error::UnknownCode { field: "served" })
        ));
    }
}
