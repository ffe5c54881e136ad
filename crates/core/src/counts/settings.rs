//! The settings of a count: which year makes people new again, what pays, caps and shares.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::CountSettings;
use crate::error::{Error, Result};
use crate::{codes, days};

/// Settings that were found good.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) new_again: NewAgain,
    pub(super) can_track_new: bool,
    pub(super) age_at: AgeAt,
    pub(super) anonymous_in_q5: bool,
    pub(super) funding_scope: Vec<String>,
    pub(super) proration_share: Option<f64>,
    pub(super) count_cap: BTreeMap<String, i64>,
    /// Items that print one label: which of the two each is counted under.
    pub(super) counted_as: BTreeMap<&'static str, &'static str>,
}

/// On which day a person's age is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AgeAt {
    /// That of her first counted service in the period.
    FirstService,
    /// That of the incident; of several she was served for, the first.
    Incident,
}

/// When everybody is new again (CR03).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NewAgain {
    /// Each year on this month and day.
    YearlyOn { month: u32, day: u32 },
    /// Once, when the award began.
    Since(NaiveDate),
    /// Never: once in a lifetime.
    Never,
}

impl NewAgain {
    /// The last time everybody was new again, on a day or before; `None` for never.
    pub(super) fn last_until(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            NewAgain::Never => None,
            NewAgain::Since(begin) => (begin <= day).then_some(begin),
            NewAgain::YearlyOn { month, day: on } => {
                let in_year = |year| NaiveDate::from_ymd_opt(year, month, on);
                let this_year = in_year(day.year()).filter(|reset| *reset <= day);
                this_year.or_else(|| in_year(day.year() - 1))
            }
        }
    }
}

impl CountSettings {
    /// What holds where nothing else is said: a federal year, VOCA and its match, nothing capped or shared out.
    #[must_use]
    pub fn usual(from: &str, to: &str) -> CountSettings {
        CountSettings {
            from: from.to_owned(),
            to: to.to_owned(),
            new_reset: "FFY".to_owned(),
            award_start: None,
            can_track_new: true,
            age_reference: "first_service".to_owned(),
            anonymous_in_q5: true,
            funding_scope: vec!["voca".to_owned(), "match".to_owned()],
            proration_share: None,
            count_cap: BTreeMap::new(),
            interview_counts_as: "E9".to_owned(),
            immigration_counts_as: None,
        }
    }

    /// Changes one setting, as the command line and a file of settings write it.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] for a setting there is not, or a value it cannot have.
    pub fn set(&mut self, name: &str, value: &str) -> Result<()> {
        let wrong = || Error::InvalidInput { field: "setting" };
        let yes_or_no = || match value {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(wrong()),
        };
        let words = value
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        match name {
            "new_reset" => value.clone_into(&mut self.new_reset),
            "award_start" => self.award_start = Some(value.to_owned()),
            "can_track_new" => self.can_track_new = yes_or_no()?,
            "age_reference" => value.clone_into(&mut self.age_reference),
            "anonymous_in_q5" => self.anonymous_in_q5 = yes_or_no()?,
            "funding_scope" => self.funding_scope = words.map(str::to_owned).collect(),
            "proration_share" => {
                self.proration_share = Some(value.parse().map_err(|_| wrong())?);
            }
            "count_cap" => {
                for part in words {
                    let (item, most) = part.split_once(':').ok_or_else(wrong)?;
                    let most = most.parse().map_err(|_| wrong())?;
                    self.count_cap.insert(item.to_owned(), most);
                }
            }
            "same_label_choice" => {
                for item in words {
                    match item {
                        "B3" | "E9" => item.clone_into(&mut self.interview_counts_as),
                        "B6" | "E7" => self.immigration_counts_as = Some(item.to_owned()),
                        _ => return Err(wrong()),
                    }
                }
            }
            _ => return Err(wrong()),
        }
        self.checked().map(drop)
    }

    /// The settings, or why they cannot be.
    pub(super) fn checked(&self) -> Result<Asked> {
        let (from, to) = days::period(&self.from, &self.to)?;
        let wrong = Error::InvalidInput { field: "setting" };
        let new_again = match (self.new_reset.as_str(), self.award_start.as_deref()) {
            ("FFY", _) => NewAgain::YearlyOn { month: 10, day: 1 },
            ("SFY_0701", _) => NewAgain::YearlyOn { month: 7, day: 1 },
            ("AWARD_START", Some(begin)) => NewAgain::Since(days::day("award_start", begin)?),
            ("AWARD_START", None) => {
                return Err(Error::DateRequired {
                    field: "award_start",
                });
            }
            ("LIFETIME", _) => NewAgain::Never,
            _ => return Err(wrong),
        };
        let share_fits = self
            .proration_share
            .is_none_or(|share| share > 0.0 && share <= 1.0);
        let age_at = match self.age_reference.as_str() {
            "first_service" => AgeAt::FirstService,
            "incident" => AgeAt::Incident,
            _ => return Err(wrong),
        };
        if !share_fits || self.count_cap.values().any(|most| *most < 1) {
            return Err(wrong);
        }
        for item in self.count_cap.keys() {
            codes::ensure("service_item", "setting", item)?;
        }
        // Who pays for something may be unknown; an office may say that it counts all the same.
        for source in self.funding_scope.iter().filter(|code| *code != NOT_SAID) {
            codes::ensure("funding_source", "setting", source)?;
        }
        Ok(Asked {
            from,
            to,
            new_again,
            can_track_new: self.can_track_new,
            age_at,
            anonymous_in_q5: self.anonymous_in_q5,
            funding_scope: self.funding_scope.clone(),
            proration_share: self.proration_share,
            count_cap: self
                .count_cap
                .iter()
                .map(|(item, most)| (item.clone(), i64::from(*most)))
                .collect(),
            counted_as: self.counted_as()?,
        })
    }

    fn counted_as(&self) -> Result<BTreeMap<&'static str, &'static str>> {
        let wrong = Error::InvalidInput { field: "setting" };
        let mut counted_as = BTreeMap::new();
        match self.interview_counts_as.as_str() {
            "E9" => counted_as.insert("B3", "E9"),
            "B3" => counted_as.insert("E9", "B3"),
            _ => return Err(wrong),
        };
        match self.immigration_counts_as.as_deref() {
            None => None,
            Some("E7") => counted_as.insert("B6", "E7"),
            Some("B6") => counted_as.insert("E7", "B6"),
            Some(_) => return Err(wrong),
        };
        Ok(counted_as)
    }
}

/// In `funding_scope`: services of which nobody said what pays for them.
pub(super) const NOT_SAID: &str = "not_said";
