//! What an agency may be told today, record by record, and what is withheld from it and why.
//!
//! Whatever leaves the agency is asked here: what a release does not cover is listed by an id that says
//! nothing, with a reason, and is nowhere else.

use std::collections::BTreeMap;

use countyline_ledger::EntityId;

use super::{ShareList, SharedRecord, Telling, Ways, WithheldRecord, permit_for_partner, store};
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::registry::PARTNER;
use crate::{codes, ids};

/// What a partner agency may be told of these items today, about each victim whom something connects with it:
/// a release or a referral. With a way, only where it may be told in that way.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::UnknownCode`] for an item or a way of no list.
pub fn share_list(
    file: &CaseFile,
    partner_id: &str,
    items: &[String],
    way: Option<&str>,
) -> Result<ShareList> {
    let recipient = ids::parse(&PARTNER, partner_id)?;
    codes::ensure_all("release_item", "items", items)?;
    let asked: Vec<&str> = items.iter().map(String::as_str).collect();
    let ways: Vec<&str> = way.into_iter().collect();
    for way in &ways {
        codes::ensure("release_method", "method", way)?;
    }
    let telling = Telling {
        items: &asked,
        by: Ways::Each(&ways),
        // They stand beside it on the list.
        exclusions_read: true,
    };
    let today = file.now().date_naive().to_string();
    let mut list = ShareList {
        as_of: today,
        shared: Vec::new(),
        withheld: Vec::new(),
    };
    let mut releases: BTreeMap<EntityId, Vec<store::Row>> = BTreeMap::new();
    for victim in store::connected_with(file.conn(), recipient)? {
        releases.entry(victim).or_default();
    }
    for row in store::for_recipient(file.conn(), recipient)? {
        releases.entry(row.victim).or_default().push(row);
    }
    for (victim, rows) in releases {
        let mut reason = "absent";
        let mut covering = None;
        for row in &rows {
            match permit_for_partner(file, row.id, victim, recipient, &telling) {
                Ok(_) => covering = Some(row),
                Err(refused) => reason = nearer(reason, reason_of(&refused)),
            }
        }
        match covering {
            Some(row) => list.shared.push(SharedRecord {
                victim_id: ids::text(victim),
                release_id: ids::text(row.id),
                items: items.to_vec(),
                until: row.expires_on.clone(),
                methods: row.methods.clone(),
                excluded_items: row.excluded_items.clone(),
            }),
            None => list.withheld.push(WithheldRecord {
                victim_id: ids::text(victim),
                reason: reason.to_owned(),
            }),
        }
    }
    Ok(list)
}

/// Why a release does not let something through, as a code of `withheld_reason`.
fn reason_of(refused: &Error) -> &'static str {
    match refused {
        Error::ReleaseRevoked | Error::SignerIsAbuser => "revoked",
        Error::ReleaseNotYet { .. } => "future_dated",
        Error::ReleaseExpired { .. } => "expired",
        Error::ReleaseScope { .. } | Error::ReleaseMethod { .. } => "out_of_scope",
        _ => "absent",
    }
}

/// Of several reasons the one that stands nearest to a yes.
fn nearer(one: &'static str, other: &'static str) -> &'static str {
    let order = [
        "absent",
        "revoked",
        "expired",
        "future_dated",
        "out_of_scope",
    ];
    let place = |reason| order.iter().position(|known| *known == reason);
    if place(other) > place(one) {
        other
    } else {
        one
    }
}
