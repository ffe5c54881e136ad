//! Counting what was done, by the rules of the grant report (OVC Performance Measurement Tool, form of 15 June
//! 2015; `assets/reports/pmt-2015.json` has its questions, items and rules CR01 to CR13).
//!
//! Counted are service events of the period that were delivered and paid for by what the settings name (CR09).
//! A service that names an incident was for the crimes of that one; one that names none was for all that happened
//! to her (CR05A). Persons are persons: records that somebody linked count once, and linking or unlinking changes the figures of
//! any period (see [`duplicates`](crate::duplicates)). Every figure opens to the case numbers behind it (CR12),
//! which name nobody. The grant's own figures are true counts; those for the public hide small cells (see
//! [`public`]).
//!
//! What is read is told apart from how it is reckoned: [`reckoning`] is a function of what was read, without a case
//! file. What is asked once a year beside them: [`year`]. What was handed in
//! stays as it was: [`hand_in`]. Not here: the paper and due dates.

mod definition;
mod handed_in;
mod persons;
mod public;
mod reckoning;
mod settings;
mod store;
mod views;
mod yearly;

#[cfg(test)]
mod handed_in_tests;
#[cfg(test)]
mod public_tests;
#[cfg(test)]
mod reckoning_tests;
#[cfg(test)]
mod tests;

pub(crate) use definition::definition;
pub use handed_in::{differences, hand_in, handed_in};
pub use public::public;
pub use views::*;
pub use yearly::year;

use rusqlite::Connection;

use crate::casefile::CaseFile;
use crate::error::Result;
use crate::roles::{self, Sight};

/// Counts a period. Who may see figures and no case gets the figures without the case numbers behind them.
///
/// # Errors
/// [`Error::DateRequired`](crate::error::Error::DateRequired) and
/// [`Error::PeriodBackwards`](crate::error::Error::PeriodBackwards) for the period;
/// [`Error::InvalidInput`](crate::error::Error::InvalidInput) for a setting that cannot be;
/// [`Error::CasesNotShown`](crate::error::Error::CasesNotShown) to whom figures are not shown either.
pub fn count(file: &CaseFile, settings: &CountSettings) -> Result<CountsView> {
    let asked = settings.checked()?;
    let counted = |conn: &Connection| Ok(reckoning::counts(&store::facts(conn, &asked)?, &asked));
    match file.person().sight() {
        Sight::None => roles::count(file, |conn| Ok(counted(conn)?.without_case_numbers())),
        _ => counted(file.conn()),
    }
}
