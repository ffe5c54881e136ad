//! When a claim must be reported and filed, by the numbers of a state pack.

use chrono::{Days, Months, NaiveDate};

use crate::days;
use crate::packs::Deadlines;

/// ISO dates; empty where they cannot be told.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Due {
    pub(super) report_by: String,
    pub(super) file_by: String,
}

/// The deadlines for an incident of that day. A minor, of whom the birth date is known, may file later.
pub(super) fn of(rules: &Deadlines, happened: Option<&str>, minor_born: Option<&str>) -> Due {
    let day = |text: Option<&str>| days::day("day", text?).ok();
    let Some(happened) = day(happened) else {
        return Due::default();
    };
    // Hours are counted in whole days, the last one in full: nobody knows the hour.
    let report_by = rules
        .report_within_hours
        .and_then(|hours| happened.checked_add_days(Days::new(u64::from(hours.div_ceil(24)))));
    let by_months = happened.checked_add_months(Months::new(rules.file_within_months));
    let by_birthday = day(minor_born).and_then(|born| {
        let years = rules.minor_until_birthday?;
        born.checked_add_months(Months::new(years.checked_mul(12)?))
    });
    let written = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    Due {
        report_by: written(report_by),
        file_by: written(by_months.max(by_birthday)),
    }
}
