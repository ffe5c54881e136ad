//! Records that may be one person's: in this office, or in a table of anybody's, without an office.

use std::path::Path;

use countyline_core::casefile::CaseFile;
use countyline_core::duplicates::{self, CandidateSide, CandidateView, search_tables};
use countyline_core::values;

use crate::arguments::{Common, Duplicates, TwoVictims};
use crate::asking;
use crate::casework::is_id;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

/// What a person says of two records.
#[derive(Clone, Copy)]
pub(crate) enum Decision {
    Link,
    Unlink,
    NotSame,
}

pub(crate) fn duplicates(
    wanted: &Duplicates,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    if let (Some(csv), Some(out)) = (&wanted.csv, &wanted.out) {
        return in_tables(csv, wanted.second.as_deref(), out, wanted.least, telling);
    }
    let file = asking::unlock(common, places, telling)?;
    let mut waiting = duplicates::candidates(&file)?;
    telling.say("cli-duplicates-count", values! { count = waiting.len() })?;
    for candidate in &waiting {
        tell(candidate, wanted.names, telling)?;
    }
    if !wanted.names {
        waiting.iter_mut().for_each(cover);
    }
    telling.answer(&waiting)?;
    Ok(Ending::Done)
}

pub(crate) fn decide(
    decision: Decision,
    two: &TwoVictims,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mut file = asking::unlock(common, places, telling)?;
    let (one, other) = (record(&file, &two.one)?, record(&file, &two.other)?);
    let saved = match decision {
        Decision::Link => duplicates::link(&mut file, &one, &other)?,
        Decision::Unlink => duplicates::unlink(&mut file, &one, &other)?,
        Decision::NotSame => duplicates::not_the_same(&mut file, &one, &other)?,
    };
    telling.say("cli-saved", values! { time = saved.saved_at })?;
    telling.answer(&saved)?;
    Ok(Ending::Done)
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

fn tell(candidate: &CandidateView, names: bool, telling: &mut Telling<'_>) -> Result<(), Stop> {
    telling.line("")?;
    let band = telling
        .words()
        .say(&format!("duplicate-band-{}", candidate.band));
    let said = values! {
        one = candidate.one.victim.case_number, other = candidate.other.victim.case_number,
        band = band, percent = format!("{:.1}", candidate.probability * 100.0),
    };
    telling.say("cli-duplicates-pair", said)?;
    tell_sides(candidate, names, telling)
}

/// Both records with who recorded them, and what speaks for and against.
pub(crate) fn tell_sides(
    candidate: &CandidateView,
    names: bool,
    telling: &mut Telling<'_>,
) -> Result<(), Stop> {
    for side in [&candidate.one, &candidate.other] {
        let name = if names {
            &side.victim.name
        } else {
            &side.victim.initials
        };
        let said = values! {
            number = side.victim.case_number, name = name, by = side.recorded.by,
            place = side.recorded.place, when = side.recorded.claimed_at,
        };
        telling.say("cli-duplicates-side", said)?;
    }
    for reason in &candidate.reasons {
        let word = |kind: &str, code: &str| {
            let code = code.replace('_', "-");
            telling.words().say(&format!("duplicate-{kind}-{code}"))
        };
        let said = values! {
            field = word("field", &reason.field), level = word("level", &reason.level),
            weight = format!("{:+.1}", reason.weight),
        };
        let line = telling.words().say_with("cli-duplicates-reason", &said);
        telling.line(&format!("  {line}"))?;
    }
    Ok(())
}

/// Takes out what names her: who asked for no names gets initials and numbers.
pub(crate) fn cover(candidate: &mut CandidateView) {
    let cover_side = |side: &mut CandidateSide| {
        side.victim.name.clone_from(&side.victim.initials);
        side.values.clear();
    };
    cover_side(&mut candidate.one);
    cover_side(&mut candidate.other);
}

/// A record by its own id or case number, also where it is one of several of a person.
fn record(file: &CaseFile, asked: &str) -> Result<String, Stop> {
    if is_id(asked) {
        return Ok(asked.to_owned());
    }
    Ok(duplicates::with_case_number(file, asked)?)
}
