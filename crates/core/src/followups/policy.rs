//! Follow-up policies: when somebody is contacted again, and after how many attempts something else is tried.
//!
//! They are data (`assets/policies/follow-up.json`, each with its sources), and an office puts its own figures in their
//! place ([`crate::own_lists`]). A follow-up keeps the policy and the version that set it. Times are counted from an
//! instant that is passed in, and days are those of its offset.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Days, Duration, FixedOffset, NaiveDate, NaiveTime, Weekday};

use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::{codes, counts, own_lists};

/// A policy.
#[derive(Debug, Clone, serde::Deserialize)]
pub(crate) struct Policy {
    /// Code of `follow_up_policy`.
    pub(crate) id: String,
    /// Raised with every change of its figures.
    pub(crate) version: i32,
    pub(crate) figures: Figures,
}

/// What an office may set of a policy.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figures {
    due: Vec<DueRule>,
    before_court: bool,
    workdays: bool,
    pub(super) attempts: Attempts,
}

/// Within how many hours, for whom.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct DueRule {
    hours: i64,
    why: String,
    #[serde(default)]
    risk: Vec<String>,
    #[serde(default)]
    strangulation: bool,
    #[serde(default)]
    types: Vec<String>,
}

/// How often, and what then.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Attempts {
    /// Attempts on one channel before another is tried.
    pub(super) on_one_channel: usize,
    /// Attempts after which the follow-up ends as `unable_to_reach`.
    pub(super) in_all: usize,
    /// Hours between two attempts.
    pub(super) spacing_hours: i64,
}

/// What a policy asks about a case.
#[derive(Debug, Clone, Default)]
pub(crate) struct Case {
    /// Code of `risk_level`, if a screen was done.
    pub(crate) risk: Option<String>,
    /// Codes of victimization.
    pub(crate) types: Vec<String>,
    pub(crate) strangulation: bool,
    /// The first day in court, if one is known.
    pub(crate) court_on: Option<NaiveDate>,
    /// The days on which the office is closed beside Saturdays and Sundays.
    pub(crate) closed_on: BTreeSet<NaiveDate>,
}

/// When something is due, and which rule says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueAt {
    pub(crate) at: DateTime<FixedOffset>,
    /// Code of `due_why`.
    pub(crate) why: String,
}

/// Every policy that comes with the program.
pub(crate) fn policies() -> &'static [Policy] {
    #[derive(serde::Deserialize)]
    struct File {
        policies: Vec<Policy>,
    }
    static READ: LazyLock<File> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../../../../assets/policies/follow-up.json"))
            .expect("assets/policies is part of the program and was read by its tests")
    });
    &READ.policies
}

/// The policy of this name as it comes with the program.
///
/// # Errors
/// [`Error::UnknownCode`].
pub(crate) fn policy(id: &str) -> Result<&'static Policy> {
    policies()
        .iter()
        .find(|policy| policy.id == id)
        .ok_or(Error::UnknownCode { field: "policy" })
}

/// The policy of this name as it holds in this office.
///
/// # Errors
/// [`Error::UnknownCode`]; [`Error::Storage`].
pub(crate) fn in_effect(file: &CaseFile, id: &str) -> Result<Policy> {
    let own = own_lists::installed(file)?.follow_up(id);
    own.map_or_else(|| policy(id).cloned(), Ok)
}

impl Figures {
    /// Whether somebody can work by it: everybody falls under a rule, and every number and code is possible.
    pub(crate) fn can_hold(&self) -> bool {
        const HOURS: std::ops::RangeInclusive<i64> = 1..=720;
        const ATTEMPTS_AT_MOST: usize = 50;
        let known = |list, codes: &[String]| codes::ensure_all(list, "policy", codes).is_ok();
        let types = counts::definition().victimization_types();
        let is_possible = |rule: &DueRule| {
            HOURS.contains(&rule.hours)
                && codes::ensure("due_why", "policy", &rule.why).is_ok()
                && known("risk_level", &rule.risk)
                && rule.types.iter().all(|code| types.contains(code))
        };
        let Attempts {
            on_one_channel,
            in_all,
            spacing_hours,
        } = self.attempts;
        self.due.iter().any(|rule| rule.fits(&Case::default()))
            && self.due.iter().all(is_possible)
            && (1..=in_all).contains(&on_one_channel)
            && in_all <= ATTEMPTS_AT_MOST
            && HOURS.contains(&spacing_hours)
    }
}

impl Policy {
    /// Whether the first attempt comes before the first day in court.
    pub(super) fn is_before_court(&self) -> bool {
        self.figures.before_court
    }

    /// When the first attempt is due after what happened at `since`: by the strictest rule that fits, before the
    /// first day in court, and where nobody is in great danger on a workday.
    pub(crate) fn first_due(&self, since: DateTime<FixedOffset>, case: &Case) -> DueAt {
        let figures = &self.figures;
        let is_workday = |day| is_workday(day, &case.closed_on);
        let fitting = figures.due.iter().filter(|rule| rule.fits(case));
        let strictest = fitting.min_by_key(|rule| rule.hours);
        let (hours, why) = strictest.map_or((0, "usual"), |rule| (rule.hours, &*rule.why));
        let mut due = DueAt {
            at: since + Duration::hours(hours),
            why: why.to_owned(),
        };
        let in_danger = matches!(why, "risk_high" | "strangulation");
        if figures.workdays && !in_danger && !is_workday(due.at.date_naive()) {
            let next = nearest(due.at.date_naive(), NaiveDate::checked_add_days, is_workday);
            due = morning(next, since, "next_workday");
        }
        match case.court_on {
            Some(court_on) if figures.before_court && due.at.date_naive() >= court_on => {
                let last = last_workday_before(court_on, &case.closed_on);
                let before = last.max(since.date_naive());
                let due = morning(before, since, "before_court");
                // What is due this morning already is due now.
                DueAt {
                    at: due.at.max(since),
                    ..due
                }
            }
            _ => due,
        }
    }
}

impl DueRule {
    /// A rule without conditions is for everybody.
    fn fits(&self, case: &Case) -> bool {
        let risk = case.risk.as_ref();
        let by_risk = self.risk.is_empty() || risk.is_some_and(|risk| self.risk.contains(risk));
        let by_type =
            self.types.is_empty() || case.types.iter().any(|one| self.types.contains(one));
        by_risk && by_type && (!self.strangulation || case.strangulation)
    }
}

/// The last workday before a day on which the office is open.
pub(crate) fn last_workday_before(day: NaiveDate, closed_on: &BTreeSet<NaiveDate>) -> NaiveDate {
    nearest(day, NaiveDate::checked_sub_days, |day| {
        is_workday(day, closed_on)
    })
}

fn is_workday(day: NaiveDate, closed_on: &BTreeSet<NaiveDate>) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !closed_on.contains(&day)
}

/// The nearest workday from the day that is one step away on; the day itself if the office is closed for a month.
fn nearest(
    day: NaiveDate,
    step: impl Fn(NaiveDate, Days) -> Option<NaiveDate>,
    is_workday: impl Fn(NaiveDate) -> bool,
) -> NaiveDate {
    let mut days = (1..=31).filter_map(|days| step(day, Days::new(days)));
    days.find(|day| is_workday(*day)).unwrap_or(day)
}

/// Nine in the morning of a day, where `near` is written.
fn morning(day: NaiveDate, near: DateTime<FixedOffset>, why: &str) -> DueAt {
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    let at = day.and_time(nine).and_local_timezone(*near.offset());
    DueAt {
        at: at.single().unwrap_or(near),
        why: why.to_owned(),
    }
}
