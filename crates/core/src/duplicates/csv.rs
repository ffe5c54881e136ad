//! Tables of persons as anybody has them: reading with tolerant headers, and writing the pairs found.
//!
//! Reading is a function of bytes. What cannot be read is refused whole, with the line; a cell that makes no sense
//! as a date or an age is taken for empty and counted. Nothing written here begins a formula in a spreadsheet.

use std::collections::HashMap;
use std::io::Write;

use countyline_sheets::Writer;

use super::compare::{ALL_FIELDS, Field};
use super::find::Pair;
use super::person::{Appearance, Birth, Person};

/// Bytes a table may have.
pub const MAX_BYTES: usize = 256 << 20;
/// Records a table may have.
pub const MAX_ROWS: usize = 1_000_000;
/// Columns a table may have.
pub const MAX_COLUMNS: usize = 200;
/// Letters a cell we read may have.
pub const MAX_CELL: usize = 1_000;

/// A table that was read.
#[derive(Debug, Default)]
pub struct Table {
    /// Its persons, in the order of its rows.
    pub persons: Vec<Person>,
    /// Cells taken for empty because they are no date, year or age.
    pub unreadable: u32,
    /// The line of the first of them.
    pub first_unreadable: Option<u64>,
}

/// Why a table was refused. Lines count from 1, the header included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CsvError {
    /// It holds nothing but a header, or not even that.
    #[error("no rows")]
    Empty,
    /// It is larger than [`MAX_BYTES`], or has more rows or columns than we take.
    #[error("too large")]
    TooLarge,
    /// A line is no UTF-8 text.
    #[error("line {line} is no UTF-8")]
    NotText {
        /// Where.
        line: u64,
    },
    /// A line has more or fewer cells than the header.
    #[error("line {line} has {found} cells, the header {expected}")]
    Uneven {
        /// Where.
        line: u64,
        /// Cells it has.
        found: u64,
        /// Cells the header has.
        expected: u64,
    },
    /// No column is called like a name.
    #[error("no column of names")]
    NoNames,
    /// Two columns mean the same.
    #[error("columns {first} and {second} mean the same")]
    ColumnTwice {
        /// Its number, from 1.
        first: usize,
        /// The other's.
        second: usize,
    },
    /// Two rows have one id.
    #[error("the id of line {line} stands on line {first} too")]
    IdTwice {
        /// The line before.
        first: u64,
        /// Where.
        line: u64,
    },
    /// A cell is longer than [`MAX_CELL`].
    #[error("a cell of line {line} is too long")]
    CellTooLong {
        /// Where.
        line: u64,
    },
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Given,
    Middle,
    Family,
    WholeName,
    Suffix,
    Birth,
    BirthYear,
    Age,
    Sex,
    Phone,
    Email,
    Number,
    Street,
    Unit,
    Zone,
    Postcode,
    State,
    BirthPlace,
    Occupation,
    Incident,
    Role,
}

/// Names under which public sets and other programs have these columns, in small letters and digits only.
const COLUMNS: [(Column, &[&str]); 22] = [
    (
        Column::Id,
        &[
            "id",
            "recid",
            "uniqueid",
            "recordid",
            "personid",
            "caseid",
            "casenumber",
        ],
    ),
    (
        Column::Given,
        &[
            "given",
            "givenname",
            "givennames",
            "firstname",
            "first",
            "forename",
            "fname",
        ],
    ),
    (
        Column::Middle,
        &["middle", "middlename", "middlenames", "mname"],
    ),
    (
        Column::Family,
        &[
            "family",
            "familyname",
            "surname",
            "lastname",
            "last",
            "lname",
        ],
    ),
    (Column::WholeName, &["firstandsurname", "fullname", "name"]),
    (Column::Suffix, &["suffix", "namesuffix", "generation"]),
    (
        Column::Birth,
        &["dateofbirth", "dob", "birthdate", "birthday", "born"],
    ),
    (Column::BirthYear, &["birthyear", "yearofbirth", "yob"]),
    (Column::Age, &["age"]),
    (Column::Sex, &["sex", "gender"]),
    (
        Column::Phone,
        &[
            "phone",
            "phones",
            "phonenumber",
            "phone1",
            "phone2",
            "phone3",
            "telephone",
            "mobile",
            "mobilephone",
            "cell",
            "cellphone",
            "homephone",
            "workphone",
        ],
    ),
    (Column::Email, &["email", "emailaddress", "mail"]),
    (Column::Number, &["streetnumber", "housenumber"]),
    (
        Column::Street,
        &[
            "street",
            "address1",
            "address",
            "streetaddress",
            "streetname",
        ],
    ),
    (Column::Unit, &["unit", "address2", "apartment", "apt"]),
    (
        Column::Zone,
        &["zone", "city", "town", "suburb", "locality"],
    ),
    (
        Column::Postcode,
        &["postcode", "postcodefake", "postalcode", "zip", "zipcode"],
    ),
    (Column::State, &["state", "province"]),
    (Column::BirthPlace, &["birthplace", "placeofbirth"]),
    (Column::Occupation, &["occupation", "profession"]),
    (Column::Incident, &["incident", "incidentnumber"]),
    (Column::Role, &["role"]),
];

/// Reads a table of persons: comma-separated, UTF-8, the first line names the columns.
///
/// This is the entry for whatever comes from outside: a pure function of the bytes, with bounded memory. Columns
/// we do not know are passed over, national numbers among them. Without an id column, a row's id is its line.
///
/// # Errors
/// [`CsvError`], with the line.
pub fn read(bytes: &[u8]) -> Result<Table, CsvError> {
    if bytes.len() > MAX_BYTES {
        return Err(CsvError::TooLarge);
    }
    // Excel marks UTF-8 so.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = ::csv::ReaderBuilder::new()
        .trim(::csv::Trim::All)
        .from_reader(bytes);
    let flaw = |refused: ::csv::Error| flaw(bytes, &refused);
    let headers = reader.byte_headers().map_err(flaw)?;
    if headers.len() > MAX_COLUMNS {
        return Err(CsvError::TooLarge);
    }
    let columns = columns(headers)?;
    let mut table = Table::default();
    let mut lines_of_ids: HashMap<String, u64> = HashMap::new();
    let mut row = ::csv::ByteRecord::new();
    while reader.read_byte_record(&mut row).map_err(flaw)? {
        let line = line(bytes, row.position());
        if table.persons.len() == MAX_ROWS {
            return Err(CsvError::TooLarge);
        }
        let person = person(&row, &columns, line, &mut table)?;
        if let Some(first) = lines_of_ids.insert(person.id.clone(), line) {
            return Err(CsvError::IdTwice { first, line });
        }
        table.persons.push(person);
    }
    if table.persons.is_empty() {
        return Err(CsvError::Empty);
    }
    Ok(table)
}

/// The line a record begins on: its position lies before the empty lines that were passed over.
fn line(bytes: &[u8], position: Option<&::csv::Position>) -> u64 {
    let Some(position) = position else { return 0 };
    let behind = usize::try_from(position.byte())
        .ok()
        .and_then(|byte| bytes.get(byte..));
    let empty = behind
        .unwrap_or_default()
        .iter()
        .take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() + empty.filter(|byte| **byte == b'\n').count() as u64
}

fn flaw(bytes: &[u8], refused: &::csv::Error) -> CsvError {
    let line = line(bytes, refused.position());
    match refused.kind() {
        ::csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => CsvError::Uneven {
            line,
            found: *len,
            expected: *expected_len,
        },
        _ => CsvError::NotText { line },
    }
}

fn columns(headers: &::csv::ByteRecord) -> Result<Vec<Option<Column>>, CsvError> {
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(headers.len());
    for (place, header) in headers.iter().enumerate() {
        let name: String = String::from_utf8_lossy(header)
            .to_lowercase()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let column = COLUMNS
            .iter()
            .find(|(_, names)| names.contains(&name.as_str()))
            .map(|(column, _)| *column);
        let before = columns
            .iter()
            .position(|before| before.is_some() && *before == column);
        let several = matches!(column, Some(Column::Phone | Column::WholeName) | None);
        if let (Some(first), false) = (before, several) {
            return Err(CsvError::ColumnTwice {
                first: first + 1,
                second: place + 1,
            });
        }
        columns.push(column);
    }
    let has = |wanted: Column| columns.contains(&Some(wanted));
    if !(has(Column::Given) || has(Column::Family) || has(Column::WholeName)) {
        return Err(CsvError::NoNames);
    }
    Ok(columns)
}

fn person(
    row: &::csv::ByteRecord,
    columns: &[Option<Column>],
    line: u64,
    table: &mut Table,
) -> Result<Person, CsvError> {
    let mut person = Person {
        id: line.to_string(),
        ..Person::default()
    };
    let (mut whole_name, mut incidents, mut roles) = (String::new(), String::new(), String::new());
    for (cell, column) in row.iter().zip(columns) {
        let Some(column) = column else { continue };
        let cell = std::str::from_utf8(cell).map_err(|_| CsvError::NotText { line })?;
        if cell.chars().count() > MAX_CELL {
            return Err(CsvError::CellTooLong { line });
        }
        if is_empty(cell) {
            continue;
        }
        let mut unreadable = || {
            table.unreadable += 1;
            table.first_unreadable.get_or_insert(line);
        };
        match column {
            Column::Id => person.id = cell.to_owned(),
            Column::Given => person.given = cell.to_owned(),
            Column::Middle => person.middle = cell.to_owned(),
            Column::Family => person.family = cell.to_owned(),
            Column::WholeName => whole_name = cell.to_owned(),
            Column::Suffix => person.suffix = cell.to_owned(),
            Column::Birth => match Birth::parse(cell) {
                Some(birth) => person.birth = birth,
                None => unreadable(),
            },
            Column::BirthYear => match number(cell) {
                Some(year) if person.birth.year.is_none() => person.birth = Birth::in_year(year),
                Some(_) => {}
                None => unreadable(),
            },
            Column::Age => match number(cell) {
                Some(age) => person.age = Some(age),
                None => unreadable(),
            },
            Column::Sex => person.sex = cell.to_owned(),
            Column::Phone => person.phones.extend(several(cell)),
            Column::Email => person.email = cell.to_owned(),
            Column::Number => person.number = cell.to_owned(),
            Column::Street => person.street = cell.to_owned(),
            Column::Unit => person.unit = cell.to_owned(),
            Column::Zone => person.zone = cell.to_owned(),
            Column::Postcode => person.postcode = cell.to_owned(),
            Column::State => person.state = cell.to_owned(),
            Column::BirthPlace => person.birth_place = cell.to_owned(),
            Column::Occupation => person.occupation = cell.to_owned(),
            Column::Incident => incidents = cell.to_owned(),
            Column::Role => roles = cell.to_owned(),
        }
    }
    if person.given.is_empty() && person.family.is_empty() {
        let (given, family) = whole_name.rsplit_once(' ').unwrap_or((&whole_name, ""));
        (person.given, person.family) = (given.to_owned(), family.to_owned());
    }
    let mut roles = several(&roles);
    person.appears = several(&incidents)
        .map(|incident| Appearance {
            incident,
            role: roles.next().unwrap_or_default(),
        })
        .collect();
    Ok(person)
}

/// What tables write where nothing is known.
fn is_empty(cell: &str) -> bool {
    cell.is_empty() || ["null", "none", "nan", "n/a", "na"].contains(&cell.to_lowercase().as_str())
}

fn several(cell: &str) -> impl Iterator<Item = String> {
    cell.split(';')
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
}

fn number(cell: &str) -> Option<u16> {
    // Some programs write whole numbers as 1991.0.
    cell.strip_suffix(".0").unwrap_or(cell).parse().ok()
}

/// Writes pairs as a table: ids, weight, likelihood, band, and for each field how far it agrees and what that says.
pub fn write(pairs: &[Pair], persons: &[Person], out: impl Write) -> std::io::Result<()> {
    let mut header = vec!["id_1".to_owned(), "id_2".to_owned()];
    header.extend(["weight", "probability", "band"].map(str::to_owned));
    for (_, name) in ALL_FIELDS {
        header.extend([name.to_owned(), format!("{name}_weight")]);
    }
    let mut writer = Writer::new(out, &header)?;
    for pair in pairs {
        let mut row = vec![
            persons[pair.one].id.clone(),
            persons[pair.other].id.clone(),
            format!("{:.3}", pair.weight),
            format!("{:.6}", pair.probability),
            pair.band.name().to_owned(),
        ];
        for (field, _) in ALL_FIELDS {
            row.extend(ground(pair, field));
        }
        writer.row(&row)?;
    }
    writer.finish()?.flush()
}

fn ground(pair: &Pair, field: Field) -> [String; 2] {
    let ground = pair.grounds.iter().find(|ground| ground.field == field);
    ground.map_or_else(Default::default, |ground| {
        [
            ground.level.name().to_owned(),
            format!("{:.3}", ground.weight),
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::super::find::{Among, POSSIBLE, find};
    use super::*;

    fn refused(text: &str) -> CsvError {
        read(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn headers_of_public_sets_are_known() {
        let febrl = "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, \
                     date_of_birth, age, phone_number, soc_sec_id, blocking_number\n\
                     rec-1-org, ana, example, 12, main street, , elm creek, 2119, sa, 19560409, 60, 5550142, 1, 0\n";
        let person = read(febrl.as_bytes()).unwrap().persons.remove(0);
        assert_eq!(person.id, "rec-1-org");
        assert_eq!((&*person.given, &*person.family), ("ana", "example"));
        assert_eq!(
            (&*person.number, &*person.street, &*person.zone),
            ("12", "main street", "elm creek")
        );
        assert_eq!(person.birth, Birth::parse("1956-04-09").unwrap());
        assert_eq!(person.phones, ["5550142"]);

        let historical = "unique_id,full_name,first_and_surname,first_name,surname,dob,birth_place,postcode_fake,gender,occupation\n\
                          Q1-1,ana of example,ana example,ana,example,1630-08-01,devon,tq13 8df,female,None\n";
        let person = read(historical.as_bytes()).unwrap().persons.remove(0);
        assert_eq!(
            (&*person.id, &*person.given, &*person.family),
            ("Q1-1", "ana", "example")
        );
        assert_eq!(
            (&*person.birth_place, &*person.postcode),
            ("devon", "tq13 8df")
        );
        assert_eq!(person.occupation, "");

        let small = "unique_id,first_name,surname,dob,city,email\n0,Ana,Example,1971-06-24,Elm Creek,ana@example.org\n";
        let person = read(small.as_bytes()).unwrap().persons.remove(0);
        assert_eq!(
            (&*person.zone, &*person.email),
            ("Elm Creek", "ana@example.org")
        );
    }

    #[test]
    fn a_national_number_is_never_read() {
        let text = "id,given,family,soc_sec_id,ssn\n1,Ana,Example,123456789,123456789\n";
        let person = read(text.as_bytes()).unwrap().persons.remove(0);
        let expected = Person {
            id: "1".to_owned(),
            given: "Ana".to_owned(),
            family: "Example".to_owned(),
            ..Person::default()
        };
        assert_eq!(person, expected);
    }

    #[test]
    fn incidents_roles_and_phones_may_be_several() {
        let text = "given,family,phone,mobile,incident,role\nAna,Example,555-0101; 555-0102,555-0103,26-1;26-2,victim;witness\n";
        let person = read(text.as_bytes()).unwrap().persons.remove(0);
        assert_eq!(person.phones, ["555-0101", "555-0102", "555-0103"]);
        let roles: Vec<&str> = person
            .appears
            .iter()
            .map(|appears| &*appears.role)
            .collect();
        assert_eq!(roles, ["victim", "witness"]);
        assert_eq!(person.id, "2", "without an id column, the line is the id");
    }

    #[test]
    fn a_table_that_cannot_be_read_is_refused_with_its_line() {
        assert_eq!(refused("given,family\n"), CsvError::Empty);
        assert_eq!(refused(""), CsvError::NoNames);
        assert_eq!(refused("id,phone\n1,555-0101\n"), CsvError::NoNames);
        assert_eq!(
            refused("id,given\n1,Ana\n2\n"),
            CsvError::Uneven {
                line: 3,
                found: 1,
                expected: 2
            }
        );
        assert_eq!(
            refused("id,given\n1,Ana\n\n1,Bea\n"),
            CsvError::IdTwice { first: 2, line: 4 }
        );
        assert_eq!(
            refused("given,first_name\nAna,Ana\n"),
            CsvError::ColumnTwice {
                first: 1,
                second: 2
            }
        );
        let long = format!("id,given\n1,{}\n", "a".repeat(MAX_CELL + 1));
        assert_eq!(refused(&long), CsvError::CellTooLong { line: 2 });
        let latin_1 = b"id,given\n1,Mar\xeda\n";
        assert_eq!(read(latin_1).unwrap_err(), CsvError::NotText { line: 2 });
        let wide = format!("given{}\n", ",x".repeat(MAX_COLUMNS));
        assert_eq!(refused(&wide), CsvError::TooLarge);
    }

    #[test]
    fn a_date_that_makes_no_sense_is_taken_for_empty_and_counted() {
        let text = "given,dob,age\nAna,1991-03-31,35\nBea,soon,many\n";
        let table = read(text.as_bytes()).unwrap();
        assert_eq!(table.persons[1].birth, Birth::default());
        assert_eq!((table.unreadable, table.first_unreadable), (2, Some(3)));
    }

    #[test]
    fn a_cell_never_becomes_a_formula() {
        let text = "id,given,family,dob,phone\n\
                    =1+1,Maria,Example,1991-03-31,5550100142\n\
                    @x,Maria,Example,1991-03-31,5550100142\n\
                    -7,Maria,Example,1991-03-31,5550100142\n";
        let persons = read(text.as_bytes()).unwrap().persons;
        let found = find(&persons, Among::All, POSSIBLE);
        assert_eq!(found.pairs.len(), 3);
        let mut out = Vec::new();
        write(&found.pairs, &persons, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        let ids: Vec<&str> = out
            .lines()
            .skip(1)
            .flat_map(|line| line.split(',').take(2))
            .collect();
        assert_eq!(ids.iter().filter(|id| **id == "'=1+1").count(), 2, "{out}");
        assert_eq!(ids.iter().filter(|id| **id == "'@x").count(), 2, "{out}");
        assert_eq!(
            ids.iter().filter(|id| **id == "-7").count(),
            2,
            "a number is no formula"
        );
    }
}
