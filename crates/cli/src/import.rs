//! Coming from a spreadsheet or an Access file: a mapping is proposed, gone over by a person, and used.

use countyline_core::import::{
    self, ImportReport, ImportWhat, PossibleDouble, RowRefusal, read_mapping,
};
use countyline_core::values;

use crate::arguments::{Common, Import, ImportTable, Propose};
use crate::asking;
use crate::outcome::{Ending, Stop};
use crate::places::Places;
use crate::telling::Telling;

/// Refusals and possible doubles that are told; the rejects file has all.
const TOLD: usize = 50;

pub(crate) fn import(
    wanted: Import,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let (what, table) = match wanted {
        Import::Propose(wanted) => return propose(&wanted, telling),
        Import::Victims(table) => (ImportWhat::Victims, table),
        Import::Contacts(table) => (ImportWhat::Contacts, table),
        Import::Partners(table) => (ImportWhat::Partners, table),
        Import::PartnerContacts(table) => (ImportWhat::PartnerContacts, table),
    };
    take_in(what, &table, common, places, telling)
}

fn propose(wanted: &Propose, telling: &mut Telling<'_>) -> Result<Ending, Stop> {
    let (what, sheet) = (wanted.what.rows(), wanted.sheet.as_deref());
    let proposal = import::propose(&wanted.table, what, &wanted.source, sheet)?;
    import::write_mapping(&wanted.to, &proposal.mapping)?;
    let path = values! { path = wanted.to.display() };
    telling.say("cli-import-proposed", path)?;
    tell_sheets(&proposal.other_sheets, telling)?;
    for name in &proposal.unexplained {
        telling.say("cli-import-unexplained", values! { name = name })?;
    }
    for name in &proposal.mapping.undecided {
        let id = match proposal.not_taken.contains(name) {
            true => "cli-import-not-taken",
            false => "cli-import-undecided",
        };
        telling.say(id, values! { name = name })?;
    }
    telling.answer(&proposal)?;
    let is_decided = proposal.unexplained.is_empty() && proposal.mapping.undecided.is_empty();
    Ok(match is_decided {
        true => Ending::Done,
        false => Ending::WaitsForAPerson,
    })
}

fn take_in(
    what: ImportWhat,
    table: &ImportTable,
    common: &Common,
    places: &Places,
    telling: &mut Telling<'_>,
) -> Result<Ending, Stop> {
    let mapping = read_mapping(&table.mapping, what)?;
    let mut file = asking::unlock(common, places, telling)?;
    let language = telling.language().to_owned();
    let wanted = import::Import {
        path: &table.table,
        mapping: &mapping,
        dry_run: table.dry_run,
        rejects: table.rejects.as_deref(),
        language: &language,
    };
    let report = import::import(&mut file, &wanted)?;
    tell(&report, telling)?;
    Ok(match report.refused {
        0 => Ending::Done,
        _ => Ending::WaitsForAPerson,
    })
}

fn tell(report: &ImportReport, telling: &mut Telling<'_>) -> Result<(), Stop> {
    if let Some(encoding) = report.encoding.as_ref().filter(|known| *known != "UTF-8") {
        telling.say("cli-import-encoding", values! { encoding = encoding })?;
    }
    tell_sheets(&report.other_sheets, telling)?;
    for name in &report.left_out {
        telling.say("cli-import-column-left-out", values! { name = name })?;
    }
    for refusal in report.refusals.iter().take(TOLD) {
        tell_refusal(refusal, telling)?;
    }
    let told = i32::try_from(report.refusals.len().min(TOLD)).unwrap_or(i32::MAX);
    if report.refused > told {
        let more = report.refused - told;
        telling.say("cli-import-more-refused", values! { more = more })?;
    }
    for double in report.doubles.iter().take(TOLD) {
        tell_double(double, telling)?;
    }
    if report.too_many_to_compare {
        telling.say("cli-import-not-compared", values! {})?;
    }
    let id = match report.dry_run {
        true => "cli-import-would-be",
        false => "cli-import-told",
    };
    let counts = values! {
        rows = report.rows, taken = report.taken, here = report.here_already,
        repeated = report.repeated, refused = report.refused,
    };
    telling.say(id, counts)?;
    if let Some(path) = &report.rejects {
        telling.say("cli-import-rejects", values! { path = path })?;
    }
    if report.what == ImportWhat::Victims && report.taken > 0 && !report.dry_run {
        telling.say("cli-import-look-for-doubles", values! {})?;
    }
    telling.answer(report)?;
    Ok(())
}

fn tell_sheets(sheets: &[String], telling: &mut Telling<'_>) -> Result<(), Stop> {
    if !sheets.is_empty() {
        let sheets = sheets.join(", ");
        telling.say("cli-import-sheets", values! { sheets = sheets })?;
    }
    Ok(())
}

fn tell_refusal(refusal: &RowRefusal, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let reason = refusal.reason(telling.words());
    let said = values! { row = refusal.row, reason = reason };
    telling.say("cli-import-refused-row", said)?;
    Ok(())
}

fn tell_double(double: &PossibleDouble, telling: &mut Telling<'_>) -> Result<(), Stop> {
    let band = telling
        .words()
        .say(&format!("duplicate-band-{}", double.band));
    let row = double.row;
    match (&double.case_number, double.other_row) {
        (Some(number), _) => {
            let said = values! { row = row, number = number, band = band };
            telling.say("cli-import-double-here", said)?;
        }
        (None, Some(other)) => {
            let said = values! { row = row, other = other, band = band };
            telling.say("cli-import-double-row", said)?;
        }
        (None, None) => {}
    }
    Ok(())
}
