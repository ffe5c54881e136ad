//! The columns of each table, and reading its rows.

use countyline_ledger::EntityId;
use rusqlite::Row;

use super::Names;
use crate::casefile::CaseFile;
use crate::error::{Error, Result};
use crate::partners::{self, directory};
use crate::registry::{CONTACT, FOLLOW_UP, PARTNER, PARTNER_CONTACT, REFERRAL, Record, STAFF};
use crate::{codes, days, ids, staff, standing, victims};

/// Header, rows, and how many were withheld.
pub(super) type Table = (Vec<&'static str>, Vec<Vec<String>>, i32);

/// The last column of every table: whether two people wrote something of the row apart, and nobody decided yet.
const UNDECIDED: &str = "undecided";

pub(super) fn table(file: &CaseFile, name: &str, names: Names) -> Result<Table> {
    match name {
        "victims" => victims_table(file, names),
        "contacts" => of_cases(
            file,
            &["case_number", "at", "channel", "outcome", "minutes", "by"],
            &CONTACT,
            "SELECT victim.restricted OR victim.sealed, case_number, at, channel, outcome, CAST(minutes AS TEXT), staff.name, {undecided}
             FROM contact JOIN victim ON victim.id = contact.victim
             LEFT JOIN staff ON staff.id = contact.staff
             WHERE contact.deleted <> 1 AND victim.deleted <> 1 ORDER BY at, contact.id",
        ),
        "referrals" => of_cases(
            file,
            &["case_number", "partner", "need", "kind", "status", "made_at"],
            &REFERRAL,
            "SELECT victim.restricted OR victim.sealed, case_number, partner.name, need, referral.kind, status, made_at, {undecided}
             FROM referral JOIN victim ON victim.id = referral.victim
             LEFT JOIN partner ON partner.id = referral.partner
             WHERE referral.deleted <> 1 AND victim.deleted <> 1 ORDER BY made_at, referral.id",
        ),
        "follow_ups" => of_cases(
            file,
            &["case_number", "due_on", "reason", "state"],
            &FOLLOW_UP,
            "SELECT victim.restricted OR victim.sealed, case_number, due_on, reason, state, {undecided}
             FROM follow_up JOIN victim ON victim.id = follow_up.victim
             WHERE follow_up.deleted <> 1 AND victim.deleted <> 1 ORDER BY due_on, follow_up.id",
        ),
        "partners" => partners_table(file),
        "services" => services_table(file),
        "partner_contacts" => partner_contacts(file),
        "staff" => staff_table(file),
        _ => Err(Error::UnknownCode { field: "table" }),
    }
}

fn victims_table(file: &CaseFile, names: Names) -> Result<Table> {
    let header = vec![
        "case_number",
        if names == Names::Shown {
            "name"
        } else {
            "initials"
        },
        "birth_year",
        "language",
        "zone",
        "needs",
        "do_not_contact",
        "opened_on",
        UNDECIDED,
    ];
    let sql = "SELECT id, coalesce(opened_on, ''), coalesce(restricted OR sealed, 0) FROM victim
               WHERE deleted <> 1 ORDER BY opened_on, case_number, id";
    let found = rows(file, sql, |row| {
        Ok((
            EntityId(row.get(0)?),
            row.get::<_, String>(1)?,
            row.get::<_, bool>(2)?,
        ))
    })?;
    let (mut rows, mut withheld) = (Vec::new(), 0);
    for (id, opened_on, restricted) in found {
        if restricted {
            withheld += 1;
            continue;
        }
        let page = victims::page_unnoted(file, &ids::text(id))?;
        let summary = page.summary;
        rows.push(vec![
            summary.case_number,
            if names == Names::Shown {
                summary.name
            } else {
                summary.initials
            },
            summary
                .birth_year
                .map_or_else(String::new, |year| year.to_string()),
            summary.language,
            page.about.zone,
            page.about.needs.join(" "),
            yes_no(page.do_not_contact),
            opened_on,
            yes_no(summary.in_conflict),
        ]);
    }
    Ok((header, rows, withheld))
}

fn partners_table(file: &CaseFile) -> Result<Table> {
    let header = vec![
        "name",
        "kind",
        "needs",
        "languages",
        "phone",
        "hours",
        "address",
        "zone",
        "confidential_location",
        "relationship_stage",
        "assured_on",
        "stale",
        UNDECIDED,
    ];
    let rows = partners::list(file, "")?.into_iter().map(|partner| {
        let form = partner.form;
        vec![
            form.name,
            form.kind,
            form.needs.join(" "),
            form.languages.join(" "),
            form.phone,
            form.hours,
            form.address,
            form.zone,
            form.confidential_location.map_or_else(String::new, yes_no),
            partner.relationship_stage,
            partner.assured_on.unwrap_or_default(),
            yes_no(partner.stale),
            yes_no(partner.in_conflict),
        ]
    });
    Ok((header, rows.collect(), 0))
}

fn services_table(file: &CaseFile) -> Result<Table> {
    let header = vec![
        "partner",
        "service",
        "status",
        "needs",
        "languages",
        "areas",
        "minimum_age",
        "maximum_age",
        "warm_line_24h",
        "assured_on",
        "stale",
        UNDECIDED,
    ];
    let today = file.now().date_naive();
    let mut rows = Vec::new();
    for partner in partners::list(file, "")? {
        let id = ids::parse(&PARTNER, &partner.id)?;
        for service in directory::services_of(file.conn(), id, today)? {
            let form = service.form;
            let age = |age: Option<i32>| age.map_or_else(String::new, |age| age.to_string());
            rows.push(vec![
                partner.form.name.clone(),
                form.name,
                form.status,
                form.needs.join(" "),
                form.languages.join(" "),
                form.areas.join(", "),
                age(form.minimum_age),
                age(form.maximum_age),
                form.warm_line_24h.map_or_else(String::new, yes_no),
                form.assured_on.unwrap_or_default(),
                yes_no(service.stale),
                yes_no(service.in_conflict),
            ]);
        }
    }
    Ok((header, rows, 0))
}

fn partner_contacts(file: &CaseFile) -> Result<Table> {
    let header = vec![
        "partner",
        "contacted_on",
        "kind",
        "purpose",
        "person",
        "concerns",
        "response_given",
        "commitment",
        "commitment_state",
        "relationship_stage",
        UNDECIDED,
    ];
    let undecided = standing::undecided_sql(&PARTNER_CONTACT, "partner_contact.id");
    let sql = format!(
        "SELECT partner.name, contacted_on, partner_contact.kind, purpose, person, concerns,
             response_given, commitment, commitment_state, relationship_stage, {undecided}
         FROM partner_contact LEFT JOIN partner ON partner.id = partner_contact.partner
         WHERE partner_contact.deleted <> 1 ORDER BY contacted_on, partner_contact.id"
    );
    let rows = rows(file, &sql, |row| {
        (0..header.len())
            .map(|at| {
                if header[at] == UNDECIDED {
                    return row.get(at).map(yes_no);
                }
                if at == 5 {
                    let concerns = row.get::<_, Option<Vec<u8>>>(at)?.unwrap_or_default();
                    return Ok(codes::of_encoded(&concerns).join(" "));
                }
                text(row, at)
            })
            .collect::<rusqlite::Result<Vec<String>>>()
    })?;
    Ok((header, rows, 0))
}

fn staff_table(file: &CaseFile) -> Result<Table> {
    let header = vec![
        "name",
        "role",
        "place",
        "training_hours",
        "background_check_on",
        "has_access",
        "minutes_given",
        UNDECIDED,
    ];
    let mut rows = Vec::new();
    for person in staff::list(file)? {
        let id = ids::parse(&STAFF, &person.id)?;
        let form = person.form;
        rows.push(vec![
            form.name,
            form.role,
            form.place,
            form.training_hours
                .map_or_else(String::new, |hours| hours.to_string()),
            form.background_check_on.unwrap_or_default(),
            yes_no(person.has_access),
            person.minutes_given.to_string(),
            yes_no(!standing::undecided_fields(file.conn(), &STAFF, id)?.is_empty()),
        ]);
    }
    Ok((header, rows, 0))
}

/// Rows of cases: the first column says whether the case is restricted, the last, for which `{undecided}` stands,
/// whether something in the row waits for a decision.
fn of_cases(file: &CaseFile, header: &[&'static str], record: &Record, sql: &str) -> Result<Table> {
    let undecided = standing::undecided_sql(record, &format!("{}.id", record.name));
    let found = rows(file, &sql.replace("{undecided}", &undecided), |row| {
        let restricted = row.get::<_, Option<bool>>(0)?.unwrap_or(false);
        let cells = (1..=header.len()).map(|at| text(row, at));
        let mut cells = cells.collect::<rusqlite::Result<Vec<String>>>()?;
        cells.push(yes_no(row.get(header.len() + 1)?));
        Ok((restricted, cells))
    })?;
    let (withheld, shown): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(restricted, _)| *restricted);
    let withheld = i32::try_from(withheld.len()).unwrap_or(i32::MAX);
    let rows = shown.into_iter().map(|(_, mut row)| {
        // Instants are told by their day: whoever was where at which minute is nobody's table.
        for (cell, name) in row.iter_mut().zip(header) {
            if matches!(*name, "at" | "made_at") {
                *cell = days::day_of(cell);
            }
        }
        row
    });
    let header = header.iter().copied().chain([UNDECIDED]);
    Ok((header.collect(), rows.collect(), withheld))
}

fn rows<T>(
    file: &CaseFile,
    sql: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let reading = |source| Error::database("read a table", source);
    let mut statement = file.conn().prepare_cached(sql).map_err(reading)?;
    let rows = statement.query_map([], read).map_err(reading)?;
    rows.map(|row| {
        file.long_work().did(1)?;
        row.map_err(reading)
    })
    .collect()
}

fn text(row: &Row<'_>, at: usize) -> rusqlite::Result<String> {
    Ok(row.get::<_, Option<String>>(at)?.unwrap_or_default())
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}
