//! An office that comes from a spreadsheet: propose, go over the mapping, dry run, import, mend, import again.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::office::{Answer, Office, World, text};

/// A file with these letters, in Windows' Western encoding, as older programs of this country write.
fn in_windows_letters(path: &Path, text: &str) {
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    fs::write(path, bytes).unwrap();
}

/// What an office has: a title above the headings, days as Access writes them, check boxes, a story nobody may keep,
/// a formula, a birth in the future, an age of 150, the same person twice, a total below.
const VICTIMS: &str = "Victims of Cedar County,,,,,,,,,\r\n\
    ClientID,FirstName,LastName,DOB,Age,Phone,SafeToCall,Language,Town,Narrative\r\n\
    1,Mar\u{ed}a,N\u{fa}\u{f1}ez,3/14/1991 0:00:00,,555-0101,Y,Spanish,Elm Creek,He did it\r\n\
    2,=cmd(),Sample,,34,(555) 010-0102 x4,N,English,Oak Flat,\r\n\
    3,Ana,Other,3/14/2027 0:00:00,,555-0103,,English,,\r\n\
    4,Olga,Old,,150,555-0104,,English,,\r\n\
    5,M,,,,,sometimes,,,\r\n\
    ,Total,5,,,,,,,\r\n";

struct Desk {
    world: World,
    county: Office,
}

impl Desk {
    fn new() -> Desk {
        let world = World::new();
        let county = world.county("Cedar County");
        Desk { world, county }
    }

    fn path(&self, name: &str) -> String {
        self.world.path(name).to_str().unwrap().to_owned()
    }

    /// Proposes a mapping, which a person then changes.
    fn mapped(&self, what: &str, table: &str, change: impl FnOnce(&mut Value)) -> String {
        let to = self.path(&format!("{what}.json"));
        let source = "Access 2015";
        let proposed = self.county.run(&[
            "import", "propose", what, table, "--source", source, "--to", &to,
        ]);
        assert!(matches!(proposed.code, 0 | 3), "{proposed:?}");
        let mut mapping: Value = serde_json::from_str(&fs::read_to_string(&to).unwrap()).unwrap();
        change(&mut mapping);
        fs::write(&to, mapping.to_string()).unwrap();
        to
    }

    fn import(&self, what: &str, table: &str, mapping: &str, more: &[&str]) -> Answer {
        let mut arguments = vec!["import", what, table, "--mapping", mapping];
        arguments.extend(more);
        self.county.run(&arguments)
    }
}

/// Explains a value of a column.
fn explain(mapping: &mut Value, column: &str, value: &str, code: Value) {
    let columns = mapping["columns"].as_array_mut().unwrap();
    let found = columns.iter_mut().find(|known| known["column"] == column);
    found.unwrap()["values"][value] = code;
}

#[test]
fn an_office_comes_from_a_messy_spreadsheet() {
    let desk = Desk::new();
    let table = desk.path("victims.csv");
    in_windows_letters(Path::new(&table), VICTIMS);
    let to = desk.path("first.json");
    let proposed = desk.county.run(&[
        "import",
        "propose",
        "victims",
        &table,
        "--source",
        "Access 2015",
        "--to",
        &to,
    ]);
    assert_eq!(proposed.code, 3, "{proposed:?}");
    for said in [
        "Values to explain: column SafeToCall",
        "Not kept here: column Narrative",
    ] {
        assert!(proposed.out.contains(said), "{}", proposed.out);
    }
    // As it was proposed it takes nothing in.
    let early = desk.import("victims", &table, &to, &["--dry-run"]);
    assert_eq!(early.code, 1, "{early:?}");

    let mapping = desk.mapped("victims", &table, |mapping| {
        explain(mapping, "SafeToCall", "sometimes", json!("with_conditions"));
        mapping["undecided"] = json!([]);
        mapping["leaveOut"] = json!(["Narrative"]);
    });
    let rejects = desk.path("rejects.csv");
    let dry = desk.import("victims", &table, &mapping, &["--dry-run"]);
    assert_eq!(dry.code, 3, "{dry:?}");
    assert!(!Path::new(&rejects).exists());
    let told = [
        "Letters read as windows-1252.",
        "Left out: column Narrative",
        "Row 5: DOB: This date has not come yet: the date of birth.",
        "Row 6: Age: That is not an age.",
        "Row 8: The cell with the old system\u{2019}s own number is empty.",
        "6 rows: 3 would be taken in, 0 are here already, 0 repeated, 3 would be refused. Nothing was written.",
    ];
    for line in told {
        assert!(dry.out.contains(line), "{line}\n{}", dry.out);
    }
    assert_eq!(
        desk.county
            .json(&["show", "victims"])
            .as_array()
            .unwrap()
            .len(),
        0
    );

    let real = desk.import("victims", &table, &mapping, &["--rejects", &rejects]);
    assert_eq!(real.code, 3, "{real:?}");
    for line in &told[..5] {
        assert!(real.out.contains(line), "{line}\n{}", real.out);
    }
    assert!(
        real.out.contains("It holds what victims told you"),
        "{}",
        real.out
    );
    // Standard error, which ends up in logs, names nobody.
    assert_eq!(real.err, "");
    assert_eq!(
        desk.county
            .json(&["show", "victims"])
            .as_array()
            .unwrap()
            .len(),
        3
    );

    // The rows are mended where they are, and imported from there.
    let written = fs::read_to_string(&rejects).unwrap();
    let kept: Vec<&str> = written
        .lines()
        .filter(|line| !line.contains(",Total,"))
        .collect();
    let mended = kept
        .join("\n")
        .replace("3/14/2027", "3/14/1987")
        .replace(",150,", ",50,");
    fs::write(&rejects, mended).unwrap();
    let left = desk.path("still.csv");
    let mended = desk.import("victims", &rejects, &mapping, &["--rejects", &left]);
    assert_eq!(mended.code, 0, "{mended:?}");
    assert!(!Path::new(&left).exists());
    assert_eq!(
        desk.county
            .json(&["show", "victims"])
            .as_array()
            .unwrap()
            .len(),
        5
    );

    // The same file again, whole: nobody is doubled.
    let again = desk.import("victims", &table, &mapping, &[]);
    assert!(
        again.out.contains("0 taken in, 5 here already"),
        "{}",
        again.out
    );
    assert_eq!(
        desk.county
            .json(&["show", "victims"])
            .as_array()
            .unwrap()
            .len(),
        5
    );
    assert_eq!(desk.county.run(&["verify"]).code, 0);
}

#[test]
fn contacts_and_agencies_come_after_the_victims() {
    let desk = Desk::new();
    let victims = desk.path("victims.csv");
    fs::write(
        &victims,
        "ID,Name,Phone,Safe\n1,Maria Marker,555-0101,Yes\n",
    )
    .unwrap();
    let agencies = desk.path("agencies.csv");
    fs::write(
        &agencies,
        "AgencyID,Agency,Type,Phone\n10,Legal Aid,Legal aid,555-0300\n",
    )
    .unwrap();
    let contacts = desk.path("contacts.csv");
    fs::write(&contacts, "ContactID,Client,Date,Type,Result,Notes\n1,1,2/3/2026 2:30 PM,Phone,\"Reached, talked\",x\n2,9,2/3/2026,Phone,\"Reached, talked\",\n").unwrap();
    let meetings = desk.path("meetings.csv");
    fs::write(
        &meetings,
        "Date,Agency,Type,Person\n2/3/2026,Legal Aid,Meeting,Lee Sample\n",
    )
    .unwrap();
    for (what, table, code, counts) in [
        ("victims", &victims, 0, "1 rows: 1 taken in"),
        ("partners", &agencies, 0, "1 rows: 1 taken in"),
        ("contacts", &contacts, 3, "2 rows: 1 taken in"),
        ("partner-contacts", &meetings, 0, "1 rows: 1 taken in"),
    ] {
        let mapping = desk.mapped(what, table, |mapping| {
            let undecided = mapping["undecided"].take();
            mapping["leaveOut"] = undecided;
            mapping["undecided"] = json!([]);
        });
        let answer = desk.import(what, table, &mapping, &[]);
        assert_eq!(answer.code, code, "{what}: {answer:?}");
        assert!(answer.out.contains(counts), "{what}: {}", answer.out);
    }
    let shown = desk.county.json(&["show", "victims"]);
    let page = desk
        .county
        .json(&["show", "victim", &text(&shown[0]["caseNumber"])]);
    assert_eq!(page["timeline"].as_array().unwrap().len(), 1);
}

#[test]
fn a_workbook_is_imported_and_its_merged_rows_are_not_guessed() {
    let desk = Desk::new();
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sheets/tests/messy.xlsx");
    let table: PathBuf = table.canonicalize().unwrap();
    let table = table.to_str().unwrap();
    let mapping = desk.mapped("victims", table, |_| {});
    let answer = desk.import("victims", table, &mapping, &["--dry-run", "--json"]);
    let report: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(
        (answer.code, &report["taken"]),
        (3, &json!(2)),
        "{answer:?}"
    );
    assert_eq!(
        report["refusals"][0]["failure"]["code"],
        "import-merged-cells"
    );
    assert_eq!(report["otherSheets"], json!(["Notes"]));
}

#[test]
fn what_somebody_went_over_is_not_written_over() {
    let desk = Desk::new();
    let table = desk.path("victims.csv");
    fs::write(&table, "ID,Name\n1,Maria Marker\n").unwrap();
    let mapping = desk.mapped("victims", &table, |_| {});
    let arguments = [
        "import", "propose", "victims", &table, "--source", "x", "--to", &mapping,
    ];
    desk.county.refused(&arguments, "file-exists");
    let with_mapping = ["import", "contacts", &table, "--mapping", &mapping];
    desk.county
        .refused(&with_mapping, "import-mapping-for-others");
    let nowhere = desk.path("nowhere.csv");
    let missing = ["import", "victims", &nowhere, "--mapping", &mapping];
    desk.county.refused(&missing, "file-not-found");
    let over = [
        "import",
        "victims",
        &table,
        "--mapping",
        &mapping,
        "--rejects",
        &table,
    ];
    desk.county.refused(&over, "file-exists");
}
