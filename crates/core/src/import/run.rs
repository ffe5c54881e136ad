//! Taking a table in, row by row and in portions.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use countyline_ledger::{EntityId, EraseFilter};
use countyline_sheets::{Row, Source, Table};
use sha2::{Digest, Sha256};

use super::keys::Keys;
use super::plan::{self, Plan, Told};
use super::rejects::Rejects;
use super::{
    ImportRefusal, ImportReport, ImportWhat, Mapping, PossibleDouble, RowRefusal, contacts,
    partners, victims,
};
use crate::casefile::{Action, CaseFile, Change, erasing, key, tables};
use crate::duplicates::{self, Person};
use crate::error::{Error, Result};
use crate::long_work::Work;
use crate::outreach::{Attempt, SoundOutreach};
use crate::registry::{CONTACT, PARTNER, PARTNER_CONTACT, Record, VICTIM};
use crate::victims::{Numbers, case_number_of, named_by};
use crate::words::Words;

/// Rows written in one change.
const PORTION: usize = 64;
/// Bytes of text in one change, about.
const PORTION_BYTES: usize = 512 * 1024;
/// Refusals and possible doubles that are told; the rejects file has all.
const TOLD: usize = 1_000;
/// Rows of victims up to which suggestions are kept up with while they are written.
const AT_ONCE: u64 = 200;

/// A table to take in.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// The file.
    pub path: &'a Path,
    /// What its columns mean.
    pub mapping: &'a Mapping,
    /// Write nothing, and tell what would be.
    pub dry_run: bool,
    /// Where refused rows go; there must be no such file yet.
    pub rejects: Option<&'a Path>,
    /// The language of the reasons in it.
    pub language: &'a str,
}

/// Takes a table in. Rows with a flaw are no error: they are in the answer and in the rejects file. Rows that were
/// written before an error stay, and are known again the next time; so do those written before it was asked to stop,
/// and the answer says that it did.
///
/// # Errors
/// [`Error::RoleMayNot`]; [`Error::NotJoined`]; [`Error::FileNotFound`]; [`Error::FileExists`] for the rejects file;
/// [`Error::Import`] for a mapping or a table that cannot be used, before anything is written; those of writing.
pub fn import(file: &mut CaseFile, wanted: &Import<'_>) -> Result<ImportReport> {
    let what = wanted.mapping.what;
    file.ensure_may(crate::roles::deed(action(what)))?;
    let agency = file.place().agency.ok_or(Error::NotJoined)?;
    let mut table = open(wanted)?;
    let plan = Plan::of(wanted.mapping, &table.columns)?;
    let columns = plan::named(&table.columns);
    // Read to its end before anything is written: a table is usable or not.
    let of = table.try_fold(0, |rows, row| row.map(|_| rows + 1));
    let of: u64 = of.map_err(ImportRefusal::Table)?;
    let table = open(wanted)?;
    if what == ImportWhat::Victims && !wanted.dry_run && of > AT_ONCE {
        // Of so many, who may be here already is worked out once, by the next look, and not portion by portion.
        file.derive(duplicates::forget)?;
    }
    let work = file.long_work().clone();
    let _under_way = work.begin(Work::Import, 1);
    let mut run = Run {
        rejects: Rejects::to(wanted.rejects, &table.columns)?,
        report: empty_report(wanted, &table.source),
        keys: Keys::of(agency, &wanted.mapping.source),
        erased: erasing::filter(file.conn())?,
        words: Words::of(wanted.language),
        named: named_by(file),
        dry_run: wanted.dry_run,
        what,
        plan,
        columns,
        file,
        seen: HashMap::new(),
        marked: contacts::Marked::default(),
        waiting: Vec::new(),
        waiting_bytes: 0,
        persons: Vec::new(),
    };
    work.of(of);
    for row in table {
        run.take(row.map_err(ImportRefusal::Table)?)?;
        if work.did(1).is_err() {
            run.report.stopped = true;
            break;
        }
    }
    run.write_waiting()?;
    run.finish()
}

fn open(wanted: &Import<'_>) -> Result<Table> {
    let file = File::open(wanted.path).map_err(|_| Error::FileNotFound)?;
    let sheet = wanted.mapping.sheet.as_deref();
    let table = countyline_sheets::open(BufReader::new(file), sheet);
    Ok(table.map_err(ImportRefusal::Table)?)
}

fn empty_report(wanted: &Import<'_>, source: &Source) -> ImportReport {
    let (encoding, sheet, other_sheets) = match source.clone() {
        Source::Text { encoding, .. } => (Some(encoding.to_owned()), None, Vec::new()),
        Source::Workbook { sheet, others } => (None, Some(sheet), others),
    };
    ImportReport {
        what: wanted.mapping.what,
        dry_run: wanted.dry_run,
        encoding,
        sheet,
        other_sheets,
        rows: 0,
        taken: 0,
        here_already: 0,
        repeated: 0,
        refused: 0,
        refusals: Vec::new(),
        refused_by_code: BTreeMap::new(),
        left_out: wanted.mapping.leave_out.clone(),
        doubles: Vec::new(),
        too_many_to_compare: false,
        stopped: false,
        rejects: None,
    }
}

fn action(what: ImportWhat) -> Action {
    match what {
        ImportWhat::Victims | ImportWhat::Contacts => Action::ImportCases,
        ImportWhat::Partners | ImportWhat::PartnerContacts => Action::ImportPartners,
    }
}

fn record(what: ImportWhat) -> &'static Record {
    match what {
        ImportWhat::Victims => &VICTIM,
        ImportWhat::Contacts => &CONTACT,
        ImportWhat::Partners => &PARTNER,
        ImportWhat::PartnerContacts => &PARTNER_CONTACT,
    }
}

/// What a row that was found sound writes.
enum Sound {
    Victim(Box<victims::Victim>),
    Contact(Box<Attempt>),
    Partner(Box<partners::Partner>),
    PartnerContact(Box<SoundOutreach>),
}

/// A row that waits to be written.
struct Waiting {
    row: Row,
    id: EntityId,
    sound: Sound,
}

/// What is done with a row that is neither refused nor written.
enum Known {
    Here,
    Repeated,
}

struct Run<'a> {
    file: &'a mut CaseFile,
    what: ImportWhat,
    dry_run: bool,
    plan: Plan,
    columns: Vec<String>,
    keys: Keys,
    erased: EraseFilter,
    named: Option<EntityId>,
    words: Words,
    rejects: Rejects<'a>,
    report: ImportReport,
    /// Every row of the file so far, by the end of its id: its line and the beginning of a digest of its cells. This is
    /// all that grows with the file, so it is kept short.
    seen: HashMap<u64, (u32, u32)>,
    marked: contacts::Marked,
    waiting: Vec<Waiting>,
    waiting_bytes: usize,
    /// Dry run: who would be new, as she is compared, with her row.
    persons: Vec<(u64, Person)>,
}

impl Run<'_> {
    fn take(&mut self, row: Row) -> Result<()> {
        self.report.rows = self.report.rows.saturating_add(1);
        match self.judged(&row) {
            Ok(Ok((id, sound))) => self.accept(row, id, sound),
            Ok(Err(Known::Here)) => {
                self.report.here_already += 1;
                Ok(())
            }
            Ok(Err(Known::Repeated)) => {
                self.report.repeated += 1;
                Ok(())
            }
            Err(refused) if is_about_the_row(&refused) => self.reject(&row, &refused),
            Err(broken) => Err(broken),
        }
    }

    /// What becomes of a row.
    fn judged(&mut self, row: &Row) -> Result<std::result::Result<(EntityId, Sound), Known>> {
        if let Some(refusal) = row.refused {
            return Err(ImportRefusal::Row(refusal).into());
        }
        let told = self.plan.read(&row.cells, *self.file.now().offset());
        let record = record(self.what);
        let id = match self.plan.key(&row.cells)? {
            Some(key) => self.keys.named(record, key),
            None => self.keys.of_row(record, &self.columns, &row.cells),
        };
        let end = id.0[8..].iter().fold(0, shifted);
        let digest = digest_of(&row.cells);
        if let Some((line, before)) = self.seen.get(&end) {
            return match *before == digest {
                true => Ok(Err(Known::Repeated)),
                false => Err(ImportRefusal::KeyTwice {
                    row: (*line).into(),
                }
                .into()),
            };
        }
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        self.seen.insert(end, (line, digest));
        let told = told?;
        if self.erased.whole(id).is_some() {
            return Err(Error::Erased);
        }
        if tables::load(self.file.conn(), key(record, id))?.is_some() {
            return match self.has_another_name(id, &told)? {
                true => Err(ImportRefusal::HereUnderAnotherName.into()),
                false => Ok(Err(Known::Here)),
            };
        }
        Ok(Ok((id, self.sound(&told)?)))
    }

    fn has_another_name(&self, id: EntityId, told: &Told) -> Result<bool> {
        match self.what {
            ImportWhat::Victims => victims::has_another_name(self.file, id, told),
            ImportWhat::Partners => partners::has_another_name(self.file, id, told),
            ImportWhat::Contacts | ImportWhat::PartnerContacts => Ok(false),
        }
    }

    fn sound(&mut self, told: &Told) -> Result<Sound> {
        let (file, keys) = (&*self.file, &self.keys);
        Ok(match self.what {
            ImportWhat::Victims => Sound::Victim(Box::new(victims::checked(file, told)?)),
            ImportWhat::Contacts => {
                let attempt = contacts::checked(file, told, keys, &mut self.marked)?;
                Sound::Contact(Box::new(attempt))
            }
            ImportWhat::Partners => Sound::Partner(Box::new(partners::checked(file, told)?)),
            ImportWhat::PartnerContacts => {
                let contact = partners::contact_checked(file, told, keys)?;
                Sound::PartnerContact(Box::new(contact))
            }
        })
    }

    fn accept(&mut self, row: Row, id: EntityId, sound: Sound) -> Result<()> {
        if self.dry_run {
            self.report.taken += 1;
            if let Sound::Victim(victim) = &sound {
                self.compare_later(row.line, victim);
            }
            return Ok(());
        }
        self.waiting_bytes += row.cells.iter().map(String::len).sum::<usize>();
        self.waiting.push(Waiting { row, id, sound });
        match self.waiting.len() >= PORTION || self.waiting_bytes >= PORTION_BYTES {
            true => self.write_waiting(),
            false => Ok(()),
        }
    }

    fn compare_later(&mut self, line: u64, victim: &victims::Victim) {
        if self.report.too_many_to_compare {
            return;
        }
        self.persons.push((line, victim.person()));
        if self.persons.len() > duplicates::COMPARED_AT_MOST {
            self.report.too_many_to_compare = true;
            self.persons = Vec::new();
        }
    }

    /// Writes the rows that wait in one change; if that is refused, each in its own, so that one cannot keep the
    /// others out.
    fn write_waiting(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        if waiting.is_empty() {
            return Ok(());
        }
        match self.write(&waiting) {
            Err(refused) if is_about_the_row(&refused) => {
                for one in waiting.chunks(1) {
                    match self.write(one) {
                        Err(refused) if is_about_the_row(&refused) => {
                            self.reject(&one[0].row, &refused)?;
                        }
                        outcome => outcome?,
                    }
                }
                Ok(())
            }
            outcome => outcome,
        }
    }

    fn write(&mut self, rows: &[Waiting]) -> Result<()> {
        let mut numbers = Numbers::of(self.file);
        let mut given = Vec::with_capacity(rows.len());
        for row in rows {
            let is_victim = matches!(row.sound, Sound::Victim(_));
            given.push(match is_victim {
                true => numbers.next(self.file)?,
                false => String::new(),
            });
        }
        let (keys, named) = (&self.keys, self.named);
        self.file.change(action(self.what), |change| {
            for (row, number) in rows.iter().zip(&given) {
                write_one(change, row, keys, number, named)?;
            }
            numbers.keep(change);
            Ok(())
        })?;
        numbers.were_given(self.file);
        self.report.taken += count(rows.len());
        Ok(())
    }

    fn reject(&mut self, row: &Row, refused: &Error) -> Result<()> {
        let failure = refused.failure();
        let mut columns = match refused {
            Error::Import(refusal) => refusal.column().into_iter().map(str::to_owned).collect(),
            // It is said of whichever stands in the row.
            Error::AgeOutOfRange => {
                let ages = ["birth_date", "age_at_incident", "age_at_first_service"];
                let filled = ages
                    .iter()
                    .flat_map(|field| self.plan.filled(field, &row.cells));
                filled.collect()
            }
            _ => Vec::new(),
        };
        for value in ["field", "other"] {
            let field = failure.values.get(value).map(String::as_str);
            columns.extend(
                field
                    .into_iter()
                    .flat_map(|field| self.plan.columns_of(field)),
            );
        }
        columns.dedup();
        let refusal = RowRefusal {
            row: i32::try_from(row.line).unwrap_or(i32::MAX),
            columns,
            failure,
        };
        self.rejects.add(row, &refusal.reason(&self.words))?;
        let report = &mut self.report;
        report.refused += 1;
        let code = refusal.failure.code.clone();
        *report.refused_by_code.entry(code).or_default() += 1;
        if report.refusals.len() < TOLD {
            report.refusals.push(refusal);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<ImportReport> {
        if !self.persons.is_empty() {
            self.compare()?;
        }
        self.report.rejects = self.rejects.finish()?;
        Ok(self.report)
    }

    /// Looks for people of the file who may be here already, or twice in it.
    fn compare(&mut self) -> Result<()> {
        let (lines, persons): (Vec<u64>, Vec<Person>) =
            std::mem::take(&mut self.persons).into_iter().unzip();
        let Some(doubles) = duplicates::doubles_of_new(self.file, persons)? else {
            self.report.too_many_to_compare = true;
            return Ok(());
        };
        let row = |place: usize| i32::try_from(lines[place]).unwrap_or(i32::MAX);
        for double in doubles.into_iter().take(TOLD) {
            let case_number = double.other.map(|id| case_number_of(self.file, id));
            self.report.doubles.push(PossibleDouble {
                row: row(double.new),
                other_row: double.other.err().map(row),
                case_number: case_number.ok().transpose()?,
                band: double.band.name().to_owned(),
            });
        }
        Ok(())
    }
}

fn write_one(
    change: &mut Change<'_>,
    row: &Waiting,
    keys: &Keys,
    case_number: &str,
    named: Option<EntityId>,
) -> Result<()> {
    match &row.sound {
        Sound::Victim(victim) => victim.write(change, row.id, keys, case_number, named),
        Sound::Contact(attempt) => attempt.write(change, row.id),
        Sound::Partner(partner) => {
            partner.write(change, row.id);
            Ok(())
        }
        Sound::PartnerContact(contact) => contact.write(change, row.id),
    }
}

/// Whether a refusal is one of a row. All others end the import: they would meet every row.
fn is_about_the_row(refused: &Error) -> bool {
    !matches!(
        refused,
        Error::Storage { .. }
            | Error::DiskFull
            | Error::FileInUse
            | Error::MediumRemoved
            | Error::DamagedCaseFile
            | Error::NotJoined
            | Error::RoleMayNot { .. }
            | Error::CasesNotShown
            | Error::AccessEnded
            | Error::BrokenHistory(_)
    )
}

/// The beginning of a digest of a row, to tell a repeated one from another with the same key.
fn digest_of(cells: &[String]) -> u32 {
    let mut digest = Sha256::new();
    for cell in cells {
        digest.update((cell.len() as u64).to_be_bytes());
        digest.update(cell.as_bytes());
    }
    let digest: [u8; 32] = digest.finalize().into();
    u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]])
}

fn shifted(sum: u64, byte: &u8) -> u64 {
    sum << 8 | u64::from(*byte)
}

fn count(rows: usize) -> i32 {
    i32::try_from(rows).unwrap_or(i32::MAX)
}
