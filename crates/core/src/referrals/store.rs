//! Reading service referrals.

use countyline_ledger::EntityId;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::{ReferralView, next_statuses};
use crate::casefile::{Seen, key, tables};
use crate::error::{Error, Result};
use crate::registry::{REFERRAL, Registry};
use crate::{days, ids};

/// Who is referred, where to, and for what.
pub(crate) struct Referred {
    pub(crate) victim: EntityId,
    pub(crate) partner: EntityId,
    pub(crate) need: String,
}

pub(super) fn of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<ReferralView>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT referral.id, referral.partner, coalesce(partner.name, ''),
                coalesce(need, 'other'), coalesce(referral.kind, 'cold_info'),
                coalesce(status, 'offered'), coalesce(made_at, '')
             FROM referral LEFT JOIN partner ON partner.id = referral.partner
             WHERE victim = :victim AND referral.partner IS NOT NULL AND referral.deleted <> 1
             ORDER BY made_at DESC, referral.id DESC",
        )
        .map_err(reading)?;
    let rows = statement
        .query_map(named_params! { ":victim": victim.0 }, |row| {
            let id = EntityId(row.get(0)?);
            let status: String = row.get(5)?;
            Ok((
                id,
                ReferralView {
                    id: ids::text(id),
                    partner_id: ids::text(EntityId(row.get(1)?)),
                    partner_name: row.get(2)?,
                    need: row.get(3)?,
                    kind: row.get(4)?,
                    next_statuses: next_statuses(&status),
                    status,
                    made_on: days::day_of(&row.get::<_, String>(6)?),
                    in_conflict: false,
                    seen: String::new(),
                },
            ))
        })
        .map_err(reading)?;
    let mut referrals = Vec::new();
    for row in rows {
        let (id, mut view) = row.map_err(reading)?;
        let state = tables::load(conn, key(&REFERRAL, id))?.ok_or(Error::DamagedCaseFile)?;
        view.in_conflict = !state.conflicts(&Registry).is_empty();
        view.seen = Seen::of(&state).token();
        referrals.push(view);
    }
    Ok(referrals)
}

pub(super) fn referred(conn: &Connection, id: EntityId) -> Result<Referred> {
    conn.prepare_cached(
        "SELECT victim, partner, coalesce(need, 'other') FROM referral
         WHERE id = :id AND deleted <> 1 AND victim IS NOT NULL AND partner IS NOT NULL",
    )
    .and_then(|mut statement| {
        statement
            .query_row(named_params! { ":id": id.0 }, |row| {
                Ok(Referred {
                    victim: EntityId(row.get(0)?),
                    partner: EntityId(row.get(1)?),
                    need: row.get(2)?,
                })
            })
            .optional()
    })
    .map_err(reading)?
    .ok_or(Error::NotFound {
        record: REFERRAL.name,
    })
}

pub(super) fn status(conn: &Connection, id: EntityId) -> Result<String> {
    conn.prepare_cached("SELECT coalesce(status, 'offered') FROM referral WHERE id = :id")
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":id": id.0 }, |row| row.get(0))
                .optional()
        })
        .map_err(reading)?
        .ok_or(Error::NotFound {
            record: REFERRAL.name,
        })
}

fn reading(source: rusqlite::Error) -> Error {
    Error::database("read referrals", source)
}
