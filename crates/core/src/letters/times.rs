//! Opening times of the directory in the language of a paper.
//!
//! A weekly schedule is said as hours are ([`super::hours`]). One that means more than that (every second week, the first
//! Monday, the clock of another place) is said in the words of whoever described it. Where nobody did, nothing is said:
//! a part of opening times is wrong where nobody looks for it.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike};

use super::hours::{Part, said_hours, say};
use crate::partners::directory::Item;
use crate::partners::hours::time;
use crate::words::Words;

/// Names of days in a rule, in the order of the week.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// What schedules say.
#[derive(Debug, PartialEq)]
pub(super) enum Times {
    /// Nothing, or nothing that holds today.
    Unwritten,
    /// More than can be said without a mistake.
    Unsaid,
    Said(String),
}

/// Days of the week, from 0, and from when to when; all day long if both are the same.
struct Weekly {
    days: Vec<usize>,
    clock: Option<(NaiveTime, NaiveTime)>,
}

/// The schedules that hold today.
pub(super) fn said_times(words: &Words, schedules: &[Item], now: DateTime<FixedOffset>) -> Times {
    let today = now.date_naive();
    let mut lines: Vec<(Vec<usize>, String)> = Vec::new();
    for schedule in schedules.iter().filter(|one| holds_on(one, today)) {
        let described = said_hours(words, said(schedule, "description"));
        let Some(weekly) = Weekly::of(schedule, *now.offset()) else {
            match described.is_empty() {
                true => return Times::Unsaid,
                false => lines.push((Vec::new(), described)),
            }
            continue;
        };
        let clock = say(words, &weekly.clock_parts());
        match lines.last_mut() {
            // Closed at noon: the days are said once.
            Some((days, line)) if *days == weekly.days && described.is_empty() => {
                line.push_str(", ");
                line.push_str(&clock);
            }
            _ => {
                let days = say(words, &weekly.day_parts());
                let parts = [days, clock].into_iter().filter(|part| !part.is_empty());
                let mut line = parts.collect::<Vec<_>>().join(" ");
                if !described.is_empty() {
                    line.push_str(", ");
                    line.push_str(&described);
                }
                lines.push((weekly.days, line));
            }
        }
    }
    match lines.is_empty() {
        true => Times::Unwritten,
        false => {
            let lines = lines.into_iter().map(|(_, line)| line);
            Times::Said(lines.collect::<Vec<_>>().join("; "))
        }
    }
}

fn said<'a>(schedule: &'a Item, name: &str) -> &'a str {
    schedule.get(name).map_or("", |text| text.trim())
}

/// Whether a schedule says anything, and that of today.
fn holds_on(schedule: &Item, today: NaiveDate) -> bool {
    let date = |name: &str| {
        let text = said(schedule, name);
        NaiveDate::parse_from_str(text.get(..10).unwrap_or(text), "%Y-%m-%d").ok()
    };
    let begins = [date("valid_from"), date("dtstart")];
    let ends = [date("valid_to"), date("until")];
    let says = [
        "byday",
        "bymonthday",
        "opens_at",
        "closes_at",
        "description",
    ];
    says.iter().any(|name| !said(schedule, name).is_empty())
        && begins.into_iter().flatten().all(|begin| begin <= today)
        && ends.into_iter().flatten().all(|end| today <= end)
}

impl Weekly {
    /// A schedule of every week by the clock that is used here; none for any other.
    fn of(schedule: &Item, here: FixedOffset) -> Option<Weekly> {
        let is_weekly = matches!(
            said(schedule, "freq").to_uppercase().as_str(),
            "" | "WEEKLY"
        ) && matches!(said(schedule, "interval"), "" | "1")
            && said(schedule, "bymonthday").is_empty();
        if !is_weekly {
            return None;
        }
        let rules = said(schedule, "byday").split(',').map(str::trim);
        let rules = rules.filter(|rule| !rule.is_empty());
        let day = |rule: &str| DAYS.iter().position(|day| day.eq_ignore_ascii_case(rule));
        let mut days = rules.map(day).collect::<Option<Vec<usize>>>()?;
        days.sort_unstable();
        days.dedup();
        let clock = match (said(schedule, "opens_at"), said(schedule, "closes_at")) {
            ("", "") if days.is_empty() => return None,
            ("", "") => None,
            (opens, closes) => {
                let at = |text| {
                    let (clock, offset) = time(text)?;
                    let is_here = offset.is_none_or(|offset| offset == here);
                    is_here.then_some(clock)
                };
                Some((at(opens)?, at(closes)?))
            }
        };
        if days.is_empty() {
            days = (0..DAYS.len()).collect();
        }
        Some(Weekly { days, clock })
    }

    fn is_all_day(&self) -> bool {
        self.clock.is_some_and(|(opens, closes)| opens == closes)
    }

    /// `Monday to Friday, Sunday`; nothing for what is open day and night.
    fn day_parts(&self) -> Vec<Part> {
        let meaning = |what: &str| Part::Meaning(what.to_owned());
        if self.days.len() == DAYS.len() {
            return match self.is_all_day() {
                true => Vec::new(),
                false => vec![meaning("daily")],
            };
        }
        let runs = self.days.chunk_by(|day, next| day + 1 == *next);
        let mut parts = Vec::new();
        for run in runs {
            // Two days in a row are two days.
            let ends: Vec<usize> = match run {
                [first, _, .., last] => vec![*first, *last],
                days => days.to_vec(),
            };
            let is_span = run.len() > 2;
            for (at, day) in ends.into_iter().enumerate() {
                match (at, is_span) {
                    (1, true) => parts.push(meaning("to")),
                    _ if !parts.is_empty() => parts.push(Part::Sign(',')),
                    _ => {}
                }
                parts.push(meaning(&format!("day-{}", day + 1)));
            }
        }
        parts
    }

    /// `9 am–5 pm`.
    fn clock_parts(&self) -> Vec<Part> {
        let Some((opens, closes)) = self.clock else {
            return Vec::new();
        };
        if self.is_all_day() {
            return vec![Part::Meaning("all-day".to_owned())];
        }
        let mut parts = of_clock(opens);
        parts.push(Part::Sign('–'));
        parts.extend(of_clock(closes));
        parts
    }
}

fn of_clock(time: NaiveTime) -> Vec<Part> {
    let meaning = |what: &str| Part::Meaning(what.to_owned());
    match (time.hour(), time.minute()) {
        (0, 0) => return vec![meaning("midnight")],
        (12, 0) => return vec![meaning("noon")],
        _ => {}
    }
    let (is_afternoon, hour) = time.hour12();
    let number = match time.minute() {
        0 => hour.to_string(),
        minute => format!("{hour}:{minute:02}"),
    };
    let half = if is_afternoon { "pm" } else { "am" };
    vec![Part::Number(number), meaning(half)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A schedule as it is written: names and texts.
    type Written<'a> = &'a [(&'a str, &'a str)];

    fn times(language: &str, schedules: &[Written<'_>]) -> Times {
        let schedule = |parts: &Written<'_>| {
            let parts = parts.iter();
            parts
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect()
        };
        let schedules: Vec<Item> = schedules.iter().map(schedule).collect();
        let now = DateTime::parse_from_rfc3339("2026-03-02T08:00:00-06:00").unwrap();
        said_times(&Words::of(language), &schedules, now)
    }

    const WORKDAYS: (&str, &str) = ("byday", "MO,TU,WE,TH,FR");
    const NINE: (&str, &str) = ("opens_at", "09:00");
    const FIVE: (&str, &str) = ("closes_at", "17:00");

    #[test]
    fn schedules_are_said_in_the_language_of_the_paper() {
        let morning: Written<'_> = &[WORKDAYS, ("opens_at", "08:30"), ("closes_at", "12:00")];
        let afternoon: Written<'_> = &[WORKDAYS, ("opens_at", "13:00"), FIVE];
        let rows: &[(&[Written<'_>], &str, &str)] = &[
            (
                &[&[WORKDAYS, NINE, FIVE]],
                "Monday to Friday 9 am–5 pm",
                "lunes a viernes 9 a. m.–5 p. m.",
            ),
            (
                &[morning, afternoon],
                "Monday to Friday 8:30 am–noon, 1 pm–5 pm",
                "lunes a viernes 8:30 a. m.–mediodía, 1 p. m.–5 p. m.",
            ),
            (
                &[&[("byday", "MO,TU,SA"), NINE, FIVE]],
                "Monday, Tuesday, Saturday 9 am–5 pm",
                "lunes, martes, sábado 9 a. m.–5 p. m.",
            ),
            (
                &[
                    &[WORKDAYS, NINE, FIVE],
                    &[("byday", "SA"), NINE, ("closes_at", "12:00")],
                ],
                "Monday to Friday 9 am–5 pm; Saturday 9 am–noon",
                "lunes a viernes 9 a. m.–5 p. m.; sábado 9 a. m.–mediodía",
            ),
            (
                &[&[("opens_at", "00:00"), ("closes_at", "24:00")]],
                "24 hours",
                "las 24 horas",
            ),
            (
                &[&[NINE, FIVE, ("freq", "WEEKLY"), ("interval", "1")]],
                "daily 9 am–5 pm",
                "todos los días 9 a. m.–5 p. m.",
            ),
            (
                &[&[("byday", "WE"), NINE, ("closes_at", "17:00-06:00")]],
                "Wednesday 9 am–5 pm",
                "miércoles 9 a. m.–5 p. m.",
            ),
            (
                &[&[("byday", "WE"), ("description", "by appointment")]],
                "Wednesday, by appointment",
                "miércoles, con cita",
            ),
            (
                &[&[
                    ("freq", "MONTHLY"),
                    ("byday", "1MO"),
                    ("description", "First Monday"),
                ]],
                "First Monday",
                "First Monday",
            ),
        ];
        for (schedules, english, spanish) in rows {
            for (language, said) in [("en", english), ("es", spanish)] {
                let said = Times::Said((*said).to_owned());
                assert_eq!(times(language, schedules), said, "{schedules:?}");
            }
        }
    }

    #[test]
    fn what_means_more_than_a_week_and_is_not_described_is_not_said() {
        let rows: [Written<'_>; 6] = [
            &[("freq", "MONTHLY"), ("byday", "1MO"), NINE, FIVE],
            &[("byday", "2MO"), NINE, FIVE],
            &[("interval", "2"), ("byday", "MO"), NINE, FIVE],
            &[("bymonthday", "15"), NINE, FIVE],
            &[WORKDAYS, ("opens_at", "09:00-07:00"), FIVE],
            &[WORKDAYS, NINE],
        ];
        for row in rows {
            assert_eq!(times("en", &[row]), Times::Unsaid, "{row:?}");
            let beside: Written<'_> = &[WORKDAYS, NINE, FIVE];
            assert_eq!(times("en", &[beside, row]), Times::Unsaid, "{row:?}");
        }
    }

    #[test]
    fn what_does_not_hold_today_is_as_if_it_were_not_written() {
        let rows: [Written<'_>; 5] = [
            &[("valid_to", "2026-03-01"), WORKDAYS, NINE, FIVE],
            &[("until", "2026-03-01"), WORKDAYS, NINE, FIVE],
            &[("valid_from", "2026-03-03"), WORKDAYS, NINE, FIVE],
            &[("byday", ""), ("opens_at", "")],
            &[],
        ];
        for row in rows {
            assert_eq!(times("en", &[row]), Times::Unwritten, "{row:?}");
        }
        assert_eq!(times("en", &[]), Times::Unwritten);
    }
}
