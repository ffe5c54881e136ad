//! Referrals that an agency was told of and has not answered for days: somebody may ask there, or ask her.
//!
//! Nobody waits for an answer to cold information, which the agency never hears of, nor where what came of a referral is
//! written down. Asking is our work alone: an agency never has to answer, and a referral that is closed as
//! `unknown_partner_confidential` leaves this list as every closed one does.

use chrono::{Days, NaiveDate};

use super::{WaitingReferral, WaitingReferrals, store};
use crate::casefile::CaseFile;
use crate::error::Result;
use crate::{days, ids, victims};

/// Days an agency is given before anybody asks: a working week, wherever in the week it was sent.
const ANSWER_WITHIN_DAYS: u64 = 7;
/// Rows at a time, as in the lists of Today.
const SHOWN: usize = 15;

/// Referrals whose agencies have not answered for longer than [`ANSWER_WITHIN_DAYS`]: how many there are, and those behind
/// the first `shown`.
///
/// # Errors
/// [`crate::error::Error::Storage`].
pub fn waiting(file: &CaseFile, shown: usize) -> Result<WaitingReferrals> {
    let today = file.now().date_naive();
    let since = today.checked_sub_days(Days::new(ANSWER_WITHIN_DAYS));
    let since = since.unwrap_or(today).to_string();
    let unanswered = store::unanswered(file.conn(), &since, shown, SHOWN)?;
    let rows = unanswered.iter().map(|one| row(file, one, today));
    Ok(WaitingReferrals {
        all: store::count_unanswered(file.conn(), &since)?,
        rows: rows.collect::<Result<_>>()?,
    })
}

fn row(file: &CaseFile, one: &store::Unanswered, today: NaiveDate) -> Result<WaitingReferral> {
    let summary = victims::summary_or_stub(file, one.victim)?;
    // A day that a newer program writes in another way is shown as it stands, and nobody waited for it yet.
    let sent_on = days::day("sent_on", &one.sent_on).unwrap_or(today);
    Ok(WaitingReferral {
        referral_id: ids::text(one.referral),
        victim_id: summary.id,
        case_number: summary.case_number,
        initials: summary.initials,
        name: summary.name,
        partner_name: one.partner_name.clone(),
        need: one.need.clone(),
        sent_on: one.sent_on.clone(),
        days: i32::try_from((today - sent_on).num_days()).unwrap_or(i32::MAX),
    })
}
