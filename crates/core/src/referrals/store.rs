//! Reading service referrals.

use countyline_ledger::{EntityId, Value};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::{ReferralDetailsView, ReferralView, StatusDate, next_statuses, reference};
use crate::casefile::{Seen, key, tables};
use crate::error::{Error, Result};
use crate::papers::IS_OUT;
use crate::registry::{PARTNER, REFERRAL, Registry};
use crate::{days, ids};

/// Who is referred, where to, and for what.
pub(crate) struct Referred {
    pub(crate) victim: EntityId,
    pub(crate) partner: EntityId,
    pub(crate) need: String,
    /// Which of the agency's services is meant; none for none in particular.
    pub(crate) service: Option<EntityId>,
    pub(crate) adults: Option<i32>,
    pub(crate) children: Option<i32>,
}

/// What sending a referral depends on.
pub(super) struct Sending {
    pub(super) victim: EntityId,
    pub(super) partner: EntityId,
    pub(super) kind: String,
    pub(super) release: Option<EntityId>,
    pub(super) legal_basis: Option<String>,
    pub(super) legal_basis_note: Option<String>,
    pub(super) sent_method: Option<String>,
}

/// What kind of agency a partner is.
pub(super) struct Agency {
    pub(super) kind: String,
    victim_service_program: bool,
}

impl Agency {
    pub(super) fn is_victim_service_program(&self) -> bool {
        self.victim_service_program || self.kind == "victim_service_program"
    }
}

pub(super) fn of_victim(conn: &Connection, victim: EntityId) -> Result<Vec<ReferralView>> {
    let mut statement = conn
        .prepare_cached(
            "SELECT referral.id, referral.partner, coalesce(partner.name, ''),
                coalesce(own_need, need, 'other'), coalesce(referral.kind, 'cold_info'),
                coalesce(referral.status, 'offered'), coalesce(made_at, ''),
                coalesce((SELECT name FROM partner_service
                    WHERE partner_service.id = referral.service), '')
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
                    reference: reference::of(id),
                    partner_id: ids::text(EntityId(row.get(1)?)),
                    partner_name: row.get(2)?,
                    service_name: row.get(7)?,
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
        "SELECT victim, partner, coalesce(need, 'other'), adults, children, service FROM referral
         WHERE id = :id AND deleted <> 1 AND victim IS NOT NULL AND partner IS NOT NULL",
    )
    .and_then(|mut statement| {
        statement
            .query_row(named_params! { ":id": id.0 }, |row| {
                Ok(Referred {
                    victim: EntityId(row.get(0)?),
                    partner: EntityId(row.get(1)?),
                    need: row.get(2)?,
                    adults: row.get(3)?,
                    children: row.get(4)?,
                    service: row.get::<_, Option<[u8; 16]>>(5)?.map(EntityId),
                })
            })
            .optional()
    })
    .map_err(reading)?
    .ok_or(Error::NotFound {
        record: REFERRAL.name,
    })
}

pub(super) fn sending(conn: &Connection, id: EntityId) -> Result<Sending> {
    conn.prepare_cached(
        "SELECT victim, partner, coalesce(kind, 'cold_info'), release, legal_basis,
            legal_basis_note, nullif(sent_method, '')
         FROM referral
         WHERE id = :id AND deleted <> 1 AND victim IS NOT NULL AND partner IS NOT NULL",
    )
    .and_then(|mut statement| {
        statement
            .query_row(named_params! { ":id": id.0 }, |row| {
                Ok(Sending {
                    victim: EntityId(row.get(0)?),
                    partner: EntityId(row.get(1)?),
                    kind: row.get(2)?,
                    release: row.get::<_, Option<[u8; 16]>>(3)?.map(EntityId),
                    legal_basis: row.get(4)?,
                    legal_basis_note: row.get(5)?,
                    sent_method: row.get(6)?,
                })
            })
            .optional()
    })
    .map_err(reading)?
    .ok_or(Error::NotFound {
        record: REFERRAL.name,
    })
}

/// The last letter that was made for this referral, is still out, and told its agency under this release.
pub(super) fn letter_with_account(
    conn: &Connection,
    referral: EntityId,
    sending: &Sending,
    release: EntityId,
) -> Result<Option<EntityId>> {
    let sql = format!(
        "SELECT letter.id FROM letter JOIN disclosure ON disclosure.letter = letter.id
         WHERE letter.victim = :victim AND letter.referral = :referral AND letter.deleted <> 1
             AND {IS_OUT}
             AND disclosure.victim = :victim AND disclosure.recipient = :partner
             AND disclosure.release = :release AND disclosure.deleted <> 1
         ORDER BY letter.at DESC, letter.id DESC LIMIT 1"
    );
    conn.prepare_cached(&sql)
        .and_then(|mut statement| {
            let params = named_params! {
                ":victim": sending.victim.0, ":partner": sending.partner.0,
                ":referral": referral.0, ":release": release.0,
            };
            let found = statement.query_row(params, |row| Ok(EntityId(row.get(0)?)));
            found.optional()
        })
        .map_err(reading)
}

pub(super) fn agency(conn: &Connection, partner: EntityId) -> Result<Agency> {
    conn.prepare_cached(
        "SELECT coalesce(kind, 'other'), coalesce(victim_service_program, 0) FROM partner
         WHERE id = :id AND deleted <> 1",
    )
    .and_then(|mut statement| {
        statement
            .query_row(named_params! { ":id": partner.0 }, |row| {
                Ok(Agency {
                    kind: row.get(0)?,
                    victim_service_program: row.get(1)?,
                })
            })
            .optional()
    })
    .map_err(reading)?
    .ok_or(Error::NotFound {
        record: PARTNER.name,
    })
}

pub(super) fn details(conn: &Connection, id: EntityId) -> Result<ReferralDetailsView> {
    let state = tables::load(conn, key(&REFERRAL, id))?.ok_or(Error::NotFound {
        record: REFERRAL.name,
    })?;
    let dates = state.elements(REFERRAL.field("status_dates").field_id());
    let mut status_dates: Vec<StatusDate> = dates.iter().filter_map(status_date).collect();
    status_dates.sort_by(|one, other| one.on.cmp(&other.on));
    let view = conn
        .prepare_cached(
            "SELECT coalesce(status, 'offered'), status_reason, urgency, legal_basis,
                legal_basis_note, sent_method, nullif(outcome, ''), nullif(outcome_source, ''),
                nullif(barrier, ''), re_referred_from, adults, children
             FROM referral WHERE id = :id AND deleted <> 1",
        )
        .and_then(|mut statement| {
            statement
                .query_row(named_params! { ":id": id.0 }, |row| {
                    let from: Option<[u8; 16]> = row.get(9)?;
                    Ok(ReferralDetailsView {
                        id: ids::text(id),
                        status: row.get(0)?,
                        status_reason: row.get(1)?,
                        status_dates,
                        urgency: row.get(2)?,
                        legal_basis: row.get(3)?,
                        legal_basis_note: row.get(4)?,
                        sent_method: row.get(5)?,
                        outcome: row.get(6)?,
                        outcome_source: row.get(7)?,
                        barrier: row.get(8)?,
                        re_referred_from: from.map(|from| ids::text(EntityId(from))),
                        adults: row.get(10)?,
                        children: row.get(11)?,
                        in_conflict: !state.conflicts(&Registry).is_empty(),
                        seen: Seen::of(&state).token(),
                    })
                })
                .optional()
        })
        .map_err(reading)?;
    view.ok_or(Error::NotFound {
        record: REFERRAL.name,
    })
}

pub(super) fn status_date(element: &Value) -> Option<StatusDate> {
    let Value::List(parts) = element else {
        return None;
    };
    match parts.as_slice() {
        [status, on] => Some(StatusDate {
            status: status.as_text()?.to_owned(),
            on: on.as_text()?.to_owned(),
        }),
        _ => None,
    }
}

/// A referral that was sent and not answered.
pub(super) struct Unanswered {
    pub(super) referral: EntityId,
    pub(super) victim: EntityId,
    pub(super) partner_name: String,
    pub(super) need: String,
    /// The last time, ISO date.
    pub(super) sent_on: String,
}

/// Sent before `:since` and not again since, with nothing written of what came of it. The day it was made is looked up
/// in an index; the days it was sent are elements `[status, day]`, whose encodings stand in the order of the days.
const UNANSWERED: &str = "
    status = 'sent' AND made_at < :since AND referral.deleted <> 1
    AND victim IS NOT NULL AND partner IS NOT NULL
    AND coalesce(referral.kind, 'cold_info') <> 'cold_info' AND coalesce(outcome, '') = ''
    AND NOT EXISTS (SELECT 1 FROM set_member WHERE record = :record AND entity = referral.id
        AND field = :field AND element BETWEEN :sent_since AND :sent_last)";

/// Those behind the first `skip`, the oldest first, so many at most.
pub(super) fn unanswered(
    conn: &Connection,
    since: &str,
    skip: usize,
    most: usize,
) -> Result<Vec<Unanswered>> {
    let sql = format!(
        "SELECT referral.id, victim, coalesce(partner.name, ''), coalesce(need, 'other'),
            made_at
         FROM referral LEFT JOIN partner ON partner.id = referral.partner
         WHERE {UNANSWERED} ORDER BY made_at, referral.id LIMIT :most OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let asked = named_params! {
        ":since": since, ":sent_since": sent_on(since), ":sent_last": sent_on(LAST_DAY),
        ":record": REFERRAL.id, ":field": REFERRAL.field("status_dates").id,
        ":most": most, ":skip": skip,
    };
    let rows = statement
        .query_map(asked, |row| {
            Ok(Unanswered {
                referral: EntityId(row.get(0)?),
                victim: EntityId(row.get(1)?),
                partner_name: row.get(2)?,
                need: row.get(3)?,
                sent_on: days::day_of(&row.get::<_, String>(4)?),
            })
        })
        .map_err(reading)?;
    let mut all = rows
        .collect::<rusqlite::Result<Vec<_>>>()
        .map_err(reading)?;
    for one in &mut all {
        let state = tables::load(conn, key(&REFERRAL, one.referral))?;
        let state = state.ok_or(Error::DamagedCaseFile)?;
        let reached = state.elements(REFERRAL.field("status_dates").field_id());
        let sent = reached.iter().filter_map(status_date);
        let sent = sent.filter(|stage| stage.status == "sent");
        if let Some(last) = sent.map(|stage| stage.on).max() {
            one.sent_on = last;
        }
    }
    Ok(all)
}

/// How many there are.
pub(super) fn count_unanswered(conn: &Connection, since: &str) -> Result<i32> {
    let sql = format!("SELECT count(*) FROM referral WHERE {UNANSWERED}");
    let mut statement = conn.prepare_cached(&sql).map_err(reading)?;
    let asked = named_params! {
        ":since": since, ":sent_since": sent_on(since), ":sent_last": sent_on(LAST_DAY),
        ":record": REFERRAL.id, ":field": REFERRAL.field("status_dates").id,
    };
    statement
        .query_row(asked, |row| row.get(0))
        .map_err(reading)
}

/// Later than every day that is written.
const LAST_DAY: &str = "9999-12-31";

/// How it is encoded that a referral was sent on this day.
fn sent_on(day: &str) -> Vec<u8> {
    Value::List(vec![Value::text("sent"), Value::text(day)]).encode()
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
