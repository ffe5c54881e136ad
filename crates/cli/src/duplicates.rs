//! Records that may be one person's: in a table of anybody's, without an office.

use std::path::Path;

use countyline_core::duplicates::search_tables;
use countyline_core::values;

use crate::arguments::Duplicates;
use crate::outcome::{Ending, Stop};
use crate::telling::Telling;

pub(crate) fn duplicates(wanted: &Duplicates, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    match (&wanted.csv, &wanted.out) {
        (Some(csv), Some(out)) => {
            in_tables(csv, wanted.second.as_deref(), out, wanted.least, telling)
        }
        _ => Err(Stop::refused("file-not-found")),
    }
}

fn in_tables(
    csv: &Path,
    second: Option<&Path>,
    out: &Path,
    least: f64,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let searched = search_tables(csv, second, out, least)?;
    if let Some(line) = searched.first_unreadable {
        let said = values! { count = searched.unreadable, line = line };
        telling.say("cli-duplicates-unreadable", said)?;
    }
    let said = values! {
        rows = searched.rows, probable = searched.probable, possible = searched.possible,
        file = out.display(),
    };
    telling.say("cli-duplicates-written", said)?;
    telling.answer(&searched)?;
    Ok(Ending::Done)
}
