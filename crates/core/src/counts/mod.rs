//! Counting what was done, by the rules of the grant report (OVC Performance Measurement Tool, form of 15 June
//! 2015; `assets/reports/pmt-2015.json` has its questions, items and rules CR01 to CR13).
//!
//! Counted are service events of the period that were delivered and paid for by what the settings name (CR09).
//! Persons are persons: records that somebody linked count once, and linking or unlinking changes the figures of
//! any period (see [`duplicates`](crate::duplicates)). Every figure opens to the case numbers behind it (CR12),
//! which name nobody. The grant's own figures are true counts; those for the public hide small cells (see
//! [`public`]).
//!
//! What is read is told apart from how it is reckoned: [`reckoning`] is a function of what was read, without a case
//! file. Not here: the paper, due dates, and what was handed in once (a snapshot).

mod definition;
mod public;
mod reckoning;
mod settings;
mod store;
mod views;

#[cfg(test)]
mod public_tests;
#[cfg(test)]
mod reckoning_tests;
#[cfg(test)]
mod tests;

pub(crate) use definition::definition;
pub use public::public;
pub use views::*;

use crate::casefile::CaseFile;
use crate::error::Result;

/// Questions about what no case file holds yet: race, gender, types of crime, special classes. They are left out,
/// with the checks about them, rather than told as if nobody had answered.
const NOT_RECORDED: [&str; 5] = ["Q4A", "Q4B", "Q5A", "Q5B", "Q5C"];
const NOT_CHECKED: [&str; 4] = ["CK01", "CK02", "CK04", "CK06"];

/// Counts a period, as far as a case file holds what is asked.
///
/// # Errors
/// [`Error::DateRequired`](crate::error::Error::DateRequired) and
/// [`Error::PeriodBackwards`](crate::error::Error::PeriodBackwards) for the period;
/// [`Error::InvalidInput`](crate::error::Error::InvalidInput) for a setting that cannot be.
pub fn count(file: &CaseFile, settings: &CountSettings) -> Result<CountsView> {
    let asked = settings.checked()?;
    let facts = store::facts(file, &asked)?;
    let mut counted = reckoning::counts(&facts, &asked);
    let is_recorded = |figure: &FigureView| !NOT_RECORDED.contains(&figure.question.as_str());
    counted.figures.retain(is_recorded);
    counted
        .checks
        .retain(|check| !NOT_CHECKED.contains(&check.id.as_str()));
    Ok(counted)
}
