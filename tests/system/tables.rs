//! Tables that leave the program for a spreadsheet, after a laptop's week was merged.

use countyline_core::export_table::{self, Names};
use countyline_core::testing::{World, partner, victim};
use countyline_core::{partners, victims};

use crate::offices::{merged, sent};

/// AS-15: a name that begins with "=", written on a laptop, merged at the county, opened in a spreadsheet. No
/// cell of any table begins a formula, and the name is still readable.
#[test]
fn as_15_a_name_that_begins_with_an_equals_sign_runs_no_formula() {
    let world = World::new();
    let mut county = world.county("Rivertown");
    let mut laptop = world.joined_laptop(&mut county, "Elm Creek", "Alex Sample");
    let mut form = victim("=cmd|' /C calc'!A0", "@Example");
    "+1-1".clone_into(&mut form.zone);
    victims::create(&mut laptop, &form).unwrap();
    partners::create(&mut laptop, &partner("\t=HYPERLINK(\"http://x\")")).unwrap();
    let week = sent(&world, &mut laptop, "stick");
    merged(&mut county, &[&week]);

    let folder = world.stick("tables");
    let mut cells = 0;
    for table in countyline_core::codes::list("export_table") {
        let path = folder.join(format!("{table}.csv"));
        export_table::export(&mut county, table, Names::Shown, &path).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        // Our rows hold no line breaks: a cell begins behind a line's start, a comma or a quote.
        for cell in text.lines().flat_map(|line| line.split(',')) {
            let cell = cell.trim_start_matches('"').trim_start();
            let begins = cell.starts_with(['=', '+', '-', '@']);
            assert!(!begins || cell.parse::<f64>().is_ok(), "{table}: {cell}");
            cells += 1;
        }
    }
    assert!(cells > 60, "{cells}");
    let victims = std::fs::read_to_string(folder.join("victims.csv")).unwrap();
    assert!(
        victims.contains("'=cmd|' /C calc'!A0 @Example"),
        "{victims}"
    );
}
