//! Reading agreements.

use chrono::NaiveDate;
use countyline_ledger::EntityId;
use rusqlite::Connection;

use super::{AgreementForm, AgreementView, DUE_DAYS};
use crate::error::Result;
use crate::registry::AGREEMENT;
use crate::standing::{self, Standing};
use crate::{days, ids, partners};

pub(super) fn all(conn: &Connection, today: NaiveDate) -> Result<Vec<AgreementView>> {
    let sql = "SELECT id FROM agreement WHERE deleted <> 1
               ORDER BY ended_on IS NOT NULL, review_on, id";
    let found = standing::ids(conn, sql, [])?;
    found.into_iter().map(|id| one(conn, id, today)).collect()
}

fn one(conn: &Connection, id: EntityId, today: NaiveDate) -> Result<AgreementView> {
    let shown = Standing::load(conn, &AGREEMENT, id)?;
    let review_on = shown.text("review_on");
    let ended_on = shown.maybe("ended_on");
    let days_left = days::day("review_on", &review_on).ok();
    let days_left =
        days_left.map(|day| i32::try_from((day - today).num_days()).unwrap_or(i32::MAX));
    let parties = shown.references("parties");
    let names = parties
        .iter()
        .map(|party| partners::name_of(conn, *party))
        .collect::<Result<_>>()?;
    Ok(AgreementView {
        id: ids::text(id),
        due: ended_on.is_none() && days_left.is_none_or(|days| i64::from(days) <= DUE_DAYS),
        days_left,
        party_names: names,
        renewals: shown.set("renewals"),
        in_conflict: shown.in_conflict(),
        seen: shown.seen(),
        form: AgreementForm {
            title: shown.text("title"),
            party_ids: parties.into_iter().map(ids::text).collect(),
            scope: shown.text("scope"),
            confidentiality_terms: shown.text("confidentiality_terms"),
            signed_on: shown.maybe("signed_on"),
            review_on,
            ended_on,
        },
    })
}
