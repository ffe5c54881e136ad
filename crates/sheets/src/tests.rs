#![allow(clippy::unwrap_used)]

use std::io::Cursor;

use super::*;

/// A table with all its rows.
#[derive(Debug, PartialEq, Eq)]
struct Sheet {
    source: Source,
    columns: Vec<String>,
    rows: Vec<Row>,
}

fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, Error> {
    let mut table = open(Cursor::new(bytes.to_vec()), sheet)?;
    Ok(Sheet {
        source: table.source.clone(),
        columns: table.columns.clone(),
        rows: table.by_ref().collect::<Result<_, _>>()?,
    })
}

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let rows = read(bytes, None).unwrap().rows.into_iter();
    rows.map(|row| row.cells).collect()
}

#[test]
fn what_parts_the_cells_is_found() {
    for text in [
        "Victims of 2025\nname;town\nMaria;Elm, Creek\n",
        "name,town\nMaria,\"Elm, Creek\"\n",
        "name;town\r\nMaria;\"Elm, Creek\"\r\n",
        "name\ttown\nMaria\tElm, Creek\n",
        "\n\n\"na\"\"me, all\"|town\nMaria|Elm, Creek",
    ] {
        assert_eq!(cells(text.as_bytes()), [["Maria", "Elm, Creek"]], "{text}");
    }
    assert_eq!(cells(b"name\nMaria\n"), [["Maria"]]);
}

#[test]
fn letters_of_windows_and_of_wide_texts_are_read() {
    let wide: Vec<u8> = "\u{feff}name\nNúñez\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, encoding) in [
        ("name\nNúñez\n".as_bytes(), "UTF-8"),
        ("\u{feff}name\nNúñez\n".as_bytes(), "UTF-8"),
        (b"name\nN\xfa\xf1ez\n".as_slice(), "windows-1252"),
        (&wide, "UTF-16LE"),
    ] {
        let sheet = read(bytes, None).unwrap();
        assert_eq!(sheet.columns, ["name"]);
        assert_eq!(sheet.rows[0].cells, ["Núñez"]);
        let Source::Text {
            encoding: found, ..
        } = sheet.source
        else {
            panic!("a text is no workbook");
        };
        assert_eq!(found, encoding);
    }
}

#[test]
fn every_row_has_its_line_and_empty_ones_do_not_count() {
    let sheet = read(b"name,town\n\nMaria,\"Elm\nCreek\"\n,,\nAlex\n", None).unwrap();
    let lines: Vec<u64> = sheet.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [3, 6]);
    assert_eq!(sheet.rows[1].cells, ["Alex", ""]);
}

#[test]
fn a_row_that_cannot_be_taken_says_why_and_the_others_stand() {
    let long = "x".repeat(MAX_CELL + 1);
    let text = format!("name,town\nMaria,Elm Creek,555\nAlex,Elm Creek,,\n{long},\n");
    let rows = read(text.as_bytes(), None).unwrap().rows;
    let refused: Vec<Option<Refusal>> = rows.iter().map(|row| row.refused).collect();
    let expected = [
        Some(Refusal::TooManyCells),
        None,
        Some(Refusal::CellTooLong),
    ];
    assert_eq!(refused, expected);
}

#[test]
fn what_is_no_table_is_refused_whole() {
    for (bytes, error) in [
        (b"".as_slice(), Error::Empty),
        (b"\n \n,,\n", Error::Empty),
        (b"name,town\n", Error::Empty),
        (b"\x7fELF\0\0", Error::NotATable),
        (b"PK\x03\x04 and nothing", Error::NotATable),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Error::NotATable),
        (
            b"name,Name\na,b\n",
            Error::ColumnTwice {
                name: "Name".to_owned(),
            },
        ),
    ] {
        assert_eq!(read(bytes, None).unwrap_err(), error);
    }
    let wide = ["a", "b"]
        .concat()
        .repeat(300)
        .split("")
        .collect::<Vec<_>>()
        .join(",");
    assert!(read(format!("{wide}\n1\n").as_bytes(), None).is_err());
    let many: Vec<String> = (0..=MAX_COLUMNS).map(|n| format!("c{n}")).collect();
    let text = format!("{}\n1\n", many.join(","));
    assert_eq!(read(text.as_bytes(), None), Err(Error::TooManyColumns));
}

/// Made with openpyxl: a title row merged over all columns, names of columns below it, a phone as a number, a day,
/// a town merged over two rows, a formula that fails, and a second sheet.
#[test]
fn a_messy_workbook_is_read_as_a_person_reads_it() {
    let bytes = include_bytes!("../tests/messy.xlsx");
    let sheet = read(bytes, None).unwrap();
    assert_eq!(
        sheet.source,
        Source::Workbook {
            sheet: "Victims 2025".to_owned(),
            others: vec!["Notes".to_owned()],
        }
    );
    assert_eq!(
        sheet.columns,
        ["Name", "Phone", "First seen", "Town", "Safe?"]
    );
    let rows: Vec<(u64, &[String], Option<Refusal>)> = sheet
        .rows
        .iter()
        .map(|row| (row.line, row.cells.as_slice(), row.refused))
        .collect();
    let texts = |cells: [&str; 5]| cells.map(str::to_owned).to_vec();
    let maria = texts(["Maria Núñez", "5550101", "2025-03-04", "Elm Creek", "yes"]);
    assert_eq!(rows[0], (2, maria.as_slice(), None));
    assert_eq!((rows[1].0, rows[1].2), (3, Some(Refusal::MergedCells)));
    let formula = texts(["=cmd()", "0042", "2025-03-05T14:30:00", "Oak Flat", "no"]);
    assert_eq!(rows[2], (5, formula.as_slice(), None));
    assert_eq!((rows[3].0, rows[3].2), (6, Some(Refusal::FormulaError)));
    assert_eq!(read(bytes, Some("Notes")).unwrap().columns, ["Note"]);
    assert_eq!(read(bytes, Some("No such")), Err(Error::Empty));
}

#[test]
fn titles_above_the_names_are_passed_over() {
    let text = "Victims of 2025,,\n,,\nElm County,,\nname,town,\nMaria,Elm Creek,\n";
    let sheet = read(text.as_bytes(), None).unwrap();
    assert_eq!(sheet.columns, ["name", "town"]);
    assert_eq!((sheet.rows.len(), sheet.rows[0].line), (1, 5));
}

#[test]
fn a_line_counts_the_same_however_lines_end() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["name,town", "", "Maria,\"Elm", "Creek\"", "Alex,x"].join(end);
        let rows = read(text.as_bytes(), None).unwrap().rows;
        let lines: Vec<u64> = rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 5], "{end:?}");
        assert_eq!(rows[0].cells[1], "Elm\nCreek");
    }
}

#[test]
fn letters_are_whole_where_two_portions_of_a_file_meet() {
    // Two bytes for each letter, beginning at an odd place.
    let text = format!("name,x\n{}\n", "ñ".repeat(20_000).repeat(2));
    for begin in ["", "a"] {
        let text = text.replacen("\nñ", &format!("\n{begin}ñ"), 1);
        let rows = read(text.as_bytes(), None).unwrap().rows;
        assert_eq!(rows[0].refused, Some(Refusal::CellTooLong));
        let expected = begin.len() + 40_000;
        assert_eq!(rows[0].cells[0].chars().count(), expected);
        assert!(!rows[0].cells[0].contains('\u{fffd}'));
    }
}

#[test]
fn a_quotation_mark_that_is_not_closed_does_not_swallow_the_file() {
    let mut text = "name,town\nMaria,\"Elm Creek\n".to_owned();
    while text.len() <= 2 * MAX_ROW_BYTES {
        text.push_str("Alex,Oak Flat\n");
    }
    let read = read(text.as_bytes(), None).unwrap_err();
    assert_eq!(read, Error::RowTooLong { line: 2 });
}

#[test]
fn nothing_that_is_written_begins_a_formula_and_it_is_read_back_as_it_was() {
    let cells = [
        "=cmd|'/c calc'!A1",
        "+1 555 0101",
        "-1",
        "@SUM(A1)",
        " =1+1",
        "\u{a0}=1",
        "\t=1",
        "＝1+1",
        "'quoted'",
        "O'Brien, \"Peg\"",
        "two\nlines",
    ];
    let mut writer = Writer::for_excel(Vec::new(), &["what"]).unwrap();
    for cell in cells {
        writer.row(&[cell]).unwrap();
    }
    let bytes = writer.finish().unwrap();
    let text = std::str::from_utf8(&bytes).unwrap();
    for line in text.trim_start_matches('\u{feff}').lines() {
        let cell = line.trim_start_matches(['"', ' ', '\u{a0}']);
        let is_number = cell.parse::<f64>().is_ok();
        let begins = cell.starts_with(['=', '+', '-', '@', '\t', '＝']);
        assert!(!begins || is_number, "{line}");
    }
    let read_back: Vec<String> = read(&bytes, None)
        .unwrap()
        .rows
        .into_iter()
        .map(|mut row| row.cells.remove(0))
        .collect();
    assert_eq!(read_back, cells.map(str::trim));
    for cell in cells {
        assert_eq!(as_written(&without_formula(cell)), cell);
    }
}

#[test]
fn a_small_workbook_whose_only_cells_lie_far_apart_is_refused() {
    use std::io::{Read as _, Write as _};

    let whole = include_bytes!("../tests/messy.xlsx");
    let mut from = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let (end, far) = (
        "</sheetData>",
        r#"<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>"#,
    );
    for at in 0..from.len() {
        let mut entry = from.by_index(at).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            bytes = String::from_utf8(bytes)
                .unwrap()
                .replace(end, far)
                .into_bytes();
        }
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let refused = open(Cursor::new(bytes), None).map(drop);
    assert_eq!(refused, Err(Error::TooManyCells));
}
