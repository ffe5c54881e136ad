//! What a mapping file says, and what taking a table in tells.

use std::collections::BTreeMap;

use crate::error::Failure;
use crate::view::views;
use crate::words::Words;

views! {
    /// What the rows of a table are.
    #[derive(Copy, Eq)]
    pub enum ImportWhat {
        /// Victims, each with her ways to be reached.
        Victims,
        /// Contacts with victims.
        Contacts,
        /// Partner agencies.
        Partners,
        /// Contacts with partner agencies.
        PartnerContacts,
    }

    /// What the columns of a table mean.
    #[serde(deny_unknown_fields)]
    pub struct Mapping {
        /// What its rows are.
        pub what: ImportWhat,
        /// A name for the old system, the same for all its tables.
        pub source: String,
        /// Sheet of a workbook; none is the first that holds something.
        #[serde(default)]
        pub sheet: Option<String>,
        /// The column with the old system's own number or name for a row; none if there is none.
        #[serde(default)]
        pub key: Option<String>,
        /// How days are written, for example `MM/DD/YYYY`; `YYYY-MM-DD` is always understood.
        #[serde(default)]
        pub dates: Vec<String>,
        /// The columns that are taken.
        pub columns: Vec<MappedColumn>,
        /// Answers for every row, by field.
        #[serde(default)]
        pub always: BTreeMap<String, String>,
        /// Columns that are left out.
        #[serde(default)]
        pub leave_out: Vec<String>,
        /// Columns nobody has decided about: nothing is taken in while there are any.
        #[serde(default)]
        pub undecided: Vec<String>,
    }

    /// What one column means.
    #[serde(deny_unknown_fields)]
    pub struct MappedColumn {
        /// Its name.
        pub column: String,
        /// The field it is.
        pub field: String,
        /// The code of each value; none means as if the cell were empty.
        #[serde(default)]
        pub values: BTreeMap<String, Option<String>>,
        /// What an empty cell means; none is "not asked".
        #[serde(default)]
        pub empty: Option<String>,
        /// What parts several values in a cell.
        #[serde(default)]
        pub parted_by: Option<String>,
    }

    /// What a column can be.
    pub struct ImportField {
        /// Its name in a mapping.
        pub name: String,
        /// The list whose codes its values become; none if they are taken as they are.
        pub code_list: Option<String>,
        /// These codes.
        pub codes: Vec<String>,
        /// A row without it is refused.
        pub needed: bool,
    }

    /// What taking a table in did, or would do.
    pub struct ImportReport {
        /// What the rows are.
        pub what: ImportWhat,
        /// Nothing was written into the case file.
        pub dry_run: bool,
        /// What the letters of a text are written in.
        pub encoding: Option<String>,
        /// The sheet of a workbook that was read.
        pub sheet: Option<String>,
        /// Its other sheets.
        pub other_sheets: Vec<String>,
        /// Rows below the names of the columns.
        pub rows: i32,
        /// Rows taken in.
        pub taken: i32,
        /// Rows whose record is here already; it stays as it is.
        pub here_already: i32,
        /// Rows that stand in the file a second time, word for word.
        pub repeated: i32,
        /// Rows refused.
        pub refused: i32,
        /// The first refusals, with row and reason.
        pub refusals: Vec<RowRefusal>,
        /// How many refusals there are of each kind, by code.
        pub refused_by_code: BTreeMap<String, i32>,
        /// Columns left out, as the mapping says.
        pub left_out: Vec<String>,
        /// Dry run: persons of the file who may be here already, or twice in the file.
        pub doubles: Vec<PossibleDouble>,
        /// Dry run of victims: there were too many to look for doubles.
        pub too_many_to_compare: bool,
        /// Somebody asked it to stop before the last row; the same import goes on there.
        pub stopped: bool,
        /// Path of the rejects file, if one was written.
        pub rejects: Option<String>,
    }

    /// A row that was refused.
    pub struct RowRefusal {
        /// Its line in the file, or its number in the sheet.
        pub row: i32,
        /// The columns it is about.
        pub columns: Vec<String>,
        /// Why.
        pub failure: Failure,
    }

    /// Somebody in the file who may be somebody else's second record.
    pub struct PossibleDouble {
        /// Her row.
        pub row: i32,
        /// The case number of the record here.
        pub case_number: Option<String>,
        /// The other row in the file.
        pub other_row: Option<i32>,
        /// `probable` or `possible`.
        pub band: String,
    }
}

impl RowRefusal {
    /// The reason in words, with the columns it is about.
    pub fn reason(&self, words: &Words) -> String {
        let (happened, _) = words.failure(&self.failure);
        match self.columns.is_empty() {
            true => happened,
            false => format!("{}: {happened}", self.columns.join(", ")),
        }
    }
}
