//! What the county decides for every place of its office: when a safe way is asked about again, whose law
//! holds, and how long is kept what.
//!
//! It is one record that travels like any other, so a laptop follows the county's word as soon as it hears
//! it. Only the county writes it.

mod views;

use chrono::{Days, NaiveDate};
use countyline_ledger::EntityId;

pub use views::*;

use crate::casefile::{Action, CaseFile, Seen};
use crate::error::{Error, Result};
use crate::fields::Filled;
use crate::packs::{self, Pack};
use crate::registry::OFFICE_POLICY;
use crate::standing::Standing;
use crate::start::Saved;

/// The one record's id, the same everywhere.
const THE_POLICY: EntityId = EntityId(*b"countyline/rules");

/// Days until a safe way is asked about again, until the county says otherwise.
const VERIFY_AFTER_DAYS: i32 = 30;

/// What holds in this office, as far as this place knows.
///
/// # Errors
/// [`Error::Storage`].
pub fn policy(file: &CaseFile) -> Result<PolicyView> {
    let standing = match Standing::of(file.conn(), &OFFICE_POLICY, THE_POLICY) {
        Ok(standing) => Some(standing),
        Err(Error::NotFound { .. }) => None,
        Err(refused) => return Err(refused),
    };
    let number = |field| standing.as_ref().and_then(|policy| policy.number(field));
    let chosen = standing
        .as_ref()
        .and_then(|policy| policy.maybe("state_pack"));
    let state_pack = chosen.unwrap_or_else(|| "sample".to_owned());
    // The county may have a pack that this program does not bring yet.
    let keeping = packs::pack(&state_pack)
        .or_else(|_| packs::pack("sample"))
        .map(|pack| &pack.retention)?;
    Ok(PolicyView {
        verify_after_days: number("verify_after_days").unwrap_or(VERIFY_AFTER_DAYS),
        identity_months: number("identity_months").unwrap_or(keeping.identity_months),
        statistics_months: number("statistics_months").unwrap_or(keeping.statistics_months),
        state_pack,
        seen: standing.map_or_else(String::new, |policy| policy.seen()),
    })
}

/// Sets what holds in this office, in place of what the form had shown.
///
/// # Errors
/// [`Error::OnlyCounty`]; [`Error::InvalidInput`] for days below 1 or above 365 and months below 1 or above
/// 1200; [`Error::AnswersExclude`] if names would be kept longer than everything else;
/// [`Error::UnknownPack`].
pub fn set(file: &mut CaseFile, form: &PolicyForm, seen: &str) -> Result<Saved> {
    file.place().ensure_county()?;
    let seen = Seen::from_token(seen)?;
    packs::pack(&form.state_pack)?;
    for (field, number, most) in [
        ("verify_after_days", form.verify_after_days, 365),
        ("identity_months", form.identity_months, 1200),
        ("statistics_months", form.statistics_months, 1200),
    ] {
        if !(1..=most).contains(&number) {
            return Err(Error::InvalidInput { field });
        }
    }
    crate::checks::exclude(
        "identity_months",
        "statistics_months",
        form.identity_months > form.statistics_months,
    )?;
    let ((), changes) = file.change(Action::SetPolicy, |change| {
        Filled::default()
            .number("verify_after_days", Some(form.verify_after_days))
            .text("state_pack", &form.state_pack)
            .number("identity_months", Some(form.identity_months))
            .number("statistics_months", Some(form.statistics_months))
            .edit(change, &OFFICE_POLICY, THE_POLICY, &seen)
    })?;
    Ok(Saved::new(THE_POLICY, &changes))
}

/// The state pack that holds here.
///
/// # Errors
/// [`Error::UnknownPack`] if the county chose one that this program does not bring.
pub(crate) fn state_pack(file: &CaseFile) -> Result<&'static Pack> {
    packs::pack(&policy(file)?.state_pack)
}

/// What was said to be safe before this day is to be asked again.
pub(crate) fn verified_before(file: &CaseFile) -> Result<String> {
    let days = u64::try_from(policy(file)?.verify_after_days).unwrap_or(0);
    let today = file.now().date_naive();
    let before = today.checked_sub_days(Days::new(days));
    Ok(before.unwrap_or(NaiveDate::MIN).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    fn form() -> PolicyForm {
        PolicyForm {
            verify_after_days: 14,
            state_pack: "sample".to_owned(),
            identity_months: 12,
            statistics_months: 60,
        }
    }

    #[test]
    fn the_county_decides_and_laptops_follow() {
        let world = World::new();
        let mut county = world.county("Rivertown");
        assert_eq!(
            policy(&county).unwrap().verify_after_days,
            VERIFY_AFTER_DAYS
        );
        set(&mut county, &form(), "").unwrap();
        let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
        assert_eq!(policy(&laptop).unwrap().verify_after_days, 14);
        let seen = policy(&laptop).unwrap().seen;
        let refused = set(&mut laptop, &form(), &seen);
        assert!(matches!(refused, Err(Error::OnlyCounty)));
    }

    #[test]
    fn what_cannot_hold_is_refused_and_nothing_changes() {
        let world = World::new();
        let mut county = world.county("Rivertown");
        let mut refuse = |change: fn(&mut PolicyForm)| {
            let mut wrong = form();
            change(&mut wrong);
            set(&mut county, &wrong, "").unwrap_err().failure().code
        };
        assert_eq!(refuse(|form| form.verify_after_days = 0), "invalid-input");
        assert_eq!(refuse(|form| form.identity_months = 61), "answers-exclude");
        assert_eq!(
            refuse(|form| form.state_pack = "moon".to_owned()),
            "unknown-pack"
        );
        assert_eq!(policy(&county).unwrap().seen, "");
    }
}
