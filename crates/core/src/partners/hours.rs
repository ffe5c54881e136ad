//! Whether a place is open at a moment, by its HSDS schedules.
//!
//! Understood: weekly and monthly rules (`freq`, `interval` with `dtstart`, `byday` with or without a number,
//! `bymonthday`, also from the end), days of validity, hours that pass midnight, and times with an offset. A
//! schedule that says nothing of hours says nothing; if none says anything, nobody knows.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime};

use super::directory::Item;

/// Whether one of the schedules is open at a moment; none if none of them tells.
pub(crate) fn is_open(schedules: &[Item], at: DateTime<FixedOffset>) -> Option<bool> {
    let told: Vec<bool> = schedules
        .iter()
        .filter_map(|schedule| one_is_open(schedule, at))
        .collect();
    (!told.is_empty()).then(|| told.contains(&true))
}

fn one_is_open(schedule: &Item, at: DateTime<FixedOffset>) -> Option<bool> {
    let (opens, offset) = time(schedule.get("opens_at")?)?;
    let (closes, _) = time(schedule.get("closes_at")?)?;
    let at = offset
        .map_or(at, |offset| at.with_timezone(&offset))
        .naive_local();
    let (today, now) = (at.date(), at.time());
    let all_day = opens == closes;
    if all_day {
        return Some(falls_on(schedule, today));
    }
    if opens < closes {
        return Some(falls_on(schedule, today) && opens <= now && now < closes);
    }
    let yesterday = today.checked_sub_days(Days::new(1))?;
    Some(
        (falls_on(schedule, today) && now >= opens)
            || (falls_on(schedule, yesterday) && now < closes),
    )
}

/// `09:00`, `09:00Z`, `09:00-06:00`, with or without seconds; `24:00` is the end of the day.
pub(crate) fn time(text: &str) -> Option<(NaiveTime, Option<FixedOffset>)> {
    let text = text.trim();
    let begins = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, offset) = text.split_at(begins);
    let offset = match offset {
        "" => None,
        "Z" => Some(FixedOffset::east_opt(0)?),
        other => Some(other.parse::<FixedOffset>().ok()?),
    };
    if matches!(clock, "24:00" | "24:00:00") {
        return Some((NaiveTime::MIN, offset));
    }
    let clock = NaiveTime::parse_from_str(clock, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(clock, "%H:%M:%S"));
    Some((clock.ok()?, offset))
}

fn falls_on(schedule: &Item, day: NaiveDate) -> bool {
    let said = |name: &str| schedule.get(name).map_or("", |text| text.trim());
    let date = |name: &str| {
        let text = said(name);
        NaiveDate::parse_from_str(text.get(..10).unwrap_or(text), "%Y-%m-%d").ok()
    };
    if date("valid_from").is_some_and(|from| day < from)
        || date("valid_to").is_some_and(|to| day > to)
        || date("until").is_some_and(|until| day > until)
        || date("dtstart").is_some_and(|start| day < start)
    {
        return false;
    }
    let interval = said("interval").parse::<i64>().unwrap_or(1).max(1);
    let monthly = said("freq").eq_ignore_ascii_case("MONTHLY");
    if let Some(start) = date("dtstart").filter(|_| interval > 1) {
        let passed = if monthly {
            i64::from(day.year() - start.year()) * 12 + i64::from(day.month())
                - i64::from(start.month())
        } else {
            (week_begins(day) - week_begins(start)).num_weeks()
        };
        if passed % interval != 0 {
            return false;
        }
    }
    let days: Vec<&str> = said("byday").split(',').map(str::trim).collect();
    let by_day = said("byday").is_empty() || days.iter().any(|rule| is_day(rule, day));
    let month_days: Vec<i64> = said("bymonthday")
        .split(',')
        .filter_map(|number| number.trim().parse().ok())
        .collect();
    let by_month_day = month_days.is_empty()
        || month_days.iter().any(|number| {
            i64::from(day.day()) == *number
                || i64::from(day.day()) == days_of_month(day) + 1 + number
        });
    by_day && by_month_day
}

/// `MO`, or `2MO` for the second Monday of the month, `-1FR` for the last Friday.
fn is_day(rule: &str, day: NaiveDate) -> bool {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let name_begins = rule.find(|letter: char| letter.is_ascii_alphabetic());
    let Some((number, name)) = name_begins.map(|at| rule.split_at(at)) else {
        return false;
    };
    let weekday = NAMES[day.weekday().num_days_from_monday() as usize];
    if !name.eq_ignore_ascii_case(weekday) {
        return false;
    }
    match number.parse::<i64>() {
        Err(_) => number.is_empty(),
        Ok(nth) if nth > 0 => (i64::from(day.day()) - 1) / 7 + 1 == nth,
        Ok(nth) => (days_of_month(day) - i64::from(day.day())) / 7 + 1 == -nth,
    }
}

fn week_begins(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

fn days_of_month(day: NaiveDate) -> i64 {
    let (year, month) = match day.month() {
        12 => (day.year() + 1, 1),
        month => (day.year(), month + 1),
    };
    NaiveDate::from_ymd_opt(year, month, 1)
        .and_then(|first| first.pred_opt())
        .map_or(31, |last| i64::from(last.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(parts: &[(&str, &str)]) -> Item {
        parts
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    }

    /// A schedule as it is written: names and texts.
    type Written<'a> = &'a [(&'a str, &'a str)];

    /// What is written, a moment, and whether it is open then.
    #[test]
    fn opening_times_are_read_as_they_are_meant() {
        const DAYS: (&str, &str) = ("byday", "MO,TU,WE,TH,FR");
        const NINE: (&str, &str) = ("opens_at", "09:00");
        const FIVE: (&str, &str) = ("closes_at", "17:00");
        let rows: &[(Written, &str, Option<bool>)] = &[
            (&[DAYS, NINE, FIVE], "2026-03-02T09:00:00-06:00", Some(true)),
            (
                &[DAYS, NINE, FIVE],
                "2026-03-02T17:00:00-06:00",
                Some(false),
            ),
            (
                &[DAYS, NINE, FIVE],
                "2026-03-01T12:00:00-06:00",
                Some(false),
            ),
            // A time with an offset is meant there: nine in Denver is ten in Chicago.
            (
                &[
                    DAYS,
                    ("opens_at", "09:00-07:00"),
                    ("closes_at", "17:00-07:00"),
                ],
                "2026-03-02T09:30:00-06:00",
                Some(false),
            ),
            // Past midnight: Sunday night reaches into Monday.
            (
                &[
                    ("byday", "SU"),
                    ("opens_at", "22:00"),
                    ("closes_at", "06:00"),
                ],
                "2026-03-02T05:59:00-06:00",
                Some(true),
            ),
            (
                &[
                    ("byday", "SU"),
                    ("opens_at", "22:00"),
                    ("closes_at", "06:00"),
                ],
                "2026-03-02T23:00:00-06:00",
                Some(false),
            ),
            (
                &[("opens_at", "00:00"), ("closes_at", "24:00")],
                "2026-03-02T03:00:00-06:00",
                Some(true),
            ),
            (
                &[("freq", "MONTHLY"), ("byday", "1MO"), NINE, FIVE],
                "2026-03-02T10:00:00-06:00",
                Some(true),
            ),
            (
                &[("freq", "MONTHLY"), ("byday", "1MO"), NINE, FIVE],
                "2026-03-09T10:00:00-06:00",
                Some(false),
            ),
            (
                &[("freq", "MONTHLY"), ("byday", "-1TU"), NINE, FIVE],
                "2026-03-31T10:00:00-06:00",
                Some(true),
            ),
            (
                &[("bymonthday", "-1"), NINE, FIVE],
                "2026-02-28T10:00:00-06:00",
                Some(true),
            ),
            (
                &[
                    ("interval", "2"),
                    ("dtstart", "2026-02-23"),
                    ("byday", "MO"),
                    NINE,
                    FIVE,
                ],
                "2026-03-02T10:00:00-06:00",
                Some(false),
            ),
            (
                &[
                    ("interval", "2"),
                    ("dtstart", "2026-02-23"),
                    ("byday", "MO"),
                    NINE,
                    FIVE,
                ],
                "2026-03-09T10:00:00-06:00",
                Some(true),
            ),
            (
                &[("valid_to", "2026-03-01"), NINE, FIVE],
                "2026-03-02T10:00:00-06:00",
                Some(false),
            ),
            (
                &[("description", "Call first")],
                "2026-03-02T10:00:00-06:00",
                None,
            ),
            (
                &[("opens_at", "nine"), FIVE],
                "2026-03-02T10:00:00-06:00",
                None,
            ),
        ];
        for (parts, at, expected) in rows {
            let at = DateTime::parse_from_rfc3339(at).unwrap();
            assert_eq!(is_open(&[schedule(parts)], at), *expected, "{parts:?} {at}");
        }
        assert_eq!(
            is_open(
                &[],
                DateTime::parse_from_rfc3339("2026-03-02T10:00:00Z").unwrap()
            ),
            None
        );
    }

    #[test]
    fn one_open_schedule_is_enough() {
        let at = DateTime::parse_from_rfc3339("2026-03-02T18:30:00-06:00").unwrap();
        let day = schedule(&[("opens_at", "09:00"), ("closes_at", "17:00")]);
        let evening = schedule(&[
            ("byday", "MO"),
            ("opens_at", "18:00"),
            ("closes_at", "20:00"),
        ]);
        assert_eq!(is_open(&[day, evening], at), Some(true));
    }
}
