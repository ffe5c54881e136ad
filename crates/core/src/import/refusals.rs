//! Why a mapping or a row is refused, apart from what the forms refuse.

use crate::error::Failure;

/// What is wrong with a mapping, a table or a row. It names columns and fields, never what stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefusal {
    /// The mapping file is no JSON of the right shape.
    #[error("mapping unreadable in line {line}")]
    MappingUnreadable {
        /// Line of the mapping file, from 1.
        line: usize,
    },
    /// The mapping is for rows of another kind.
    #[error("mapping for other rows")]
    MappingForOthers,
    /// The old system has no name.
    #[error("no source")]
    SourceMissing,
    /// A column of the mapping is not in the file.
    #[error("no column {column}")]
    ColumnMissing {
        /// Its name.
        column: String,
    },
    /// A column of the file is neither used nor left out, or stands under `undecided`.
    #[error("column {column} undecided")]
    ColumnUndecided {
        /// Its name.
        column: String,
    },
    /// A column that looks like an alleged offender or a narrative, which are not kept.
    #[error("column {column} is not taken")]
    ColumnNotTaken {
        /// Its name.
        column: String,
    },
    /// The mapping uses a column twice.
    #[error("column {column} twice")]
    ColumnTwice {
        /// Its name.
        column: String,
    },
    /// There is no such field for these rows.
    #[error("no field {field}")]
    NoSuchField {
        /// As the mapping writes it.
        field: String,
    },
    /// A field that takes one column has two.
    #[error("field {field} from two columns")]
    FieldTwice {
        /// The field.
        field: String,
    },
    /// A field that these rows need has no column and no answer for every row.
    #[error("field {field} missing")]
    FieldMissing {
        /// The field.
        field: String,
    },
    /// A code of the mapping is not in the field's list, or is still a question mark.
    #[error("code of column {column}")]
    MappingCode {
        /// The column, or the field of an answer for every row.
        column: String,
    },
    /// An empty cell was to mean an answer that nobody gave.
    #[error("empty cell of column {column}")]
    MappingEmpty {
        /// The column.
        column: String,
    },
    /// A format of days that is not understood.
    #[error("date format {format}")]
    DateFormat {
        /// As the mapping writes it.
        format: String,
    },
    /// The table cannot be read.
    #[error("table: {0}")]
    Table(countyline_sheets::Error),
    /// The row cannot be taken for what it is.
    #[error("row: {0:?}")]
    Row(countyline_sheets::Refusal),
    /// The cell that names the row is empty.
    #[error("no key")]
    KeyMissing,
    /// Another row of the file has the same key and says something else.
    #[error("key of row {row}")]
    KeyTwice {
        /// That row.
        row: u64,
    },
    /// The record with this key is here under another name.
    #[error("here under another name")]
    HereUnderAnotherName,
    /// A value the mapping does not explain.
    #[error("value of column {column}")]
    ValueUnknown {
        /// The column.
        column: String,
    },
    /// A day that is written in none of the formats.
    #[error("date in column {column}")]
    NotADate {
        /// The column.
        column: String,
    },
    /// Something that is no whole number.
    #[error("number in column {column}")]
    NotANumber {
        /// The column.
        column: String,
    },
    /// A cell that these rows need is empty.
    #[error("column {column} empty")]
    CellMissing {
        /// The column.
        column: String,
    },
    /// A text that looks like a criminal-history return.
    #[error("criminal history in column {column}")]
    CriminalHistory {
        /// The column.
        column: String,
    },
    /// The victim that the row names is not here.
    #[error("no such victim")]
    VictimUnknown,
    /// The agency that the row names is not here.
    #[error("no such agency")]
    PartnerUnknown,
    /// Two agencies have the name.
    #[error("several agencies")]
    SeveralPartners,
}

impl ImportRefusal {
    /// The code and values this refusal crosses to a person as.
    pub(crate) fn failure(&self) -> Failure {
        use countyline_sheets::{Error as Table, Refusal as Row};
        let column = |column: &String| crate::values! { column = column };
        let (code, values) = match self {
            Self::MappingUnreadable { line } => {
                ("import-mapping-unreadable", crate::values! { line = line })
            }
            Self::MappingForOthers => ("import-mapping-for-others", crate::values! {}),
            Self::SourceMissing => ("import-source-missing", crate::values! {}),
            Self::ColumnMissing { column: name } => ("import-column-missing", column(name)),
            Self::ColumnUndecided { column: name } => ("import-column-undecided", column(name)),
            Self::ColumnNotTaken { column: name } => ("import-column-not-taken", column(name)),
            Self::ColumnTwice { column: name } => ("import-column-twice", column(name)),
            Self::NoSuchField { field } => {
                ("import-no-such-field", crate::values! { named = field })
            }
            Self::FieldTwice { field } => ("import-field-twice", crate::values! { named = field }),
            Self::FieldMissing { field } => {
                ("import-field-missing", crate::values! { named = field })
            }
            Self::MappingCode { column: name } => ("import-mapping-code", column(name)),
            Self::MappingEmpty { column: name } => ("import-mapping-empty", column(name)),
            Self::DateFormat { format } => {
                ("import-date-format", crate::values! { format = format })
            }
            Self::Table(refused) => match refused {
                Table::Empty => ("import-table-empty", crate::values! {}),
                Table::TooLarge { limit } => (
                    "import-table-too-large",
                    crate::values! { megabytes = limit >> 20 },
                ),
                Table::UnpacksTooLarge { limit } => (
                    "import-unpacks-too-large",
                    crate::values! { megabytes = limit >> 20 },
                ),
                Table::TooManyCells => ("import-sheet-too-large", crate::values! {}),
                Table::RowTooLong { line } => {
                    ("import-row-without-end", crate::values! { line = line })
                }
                Table::TooManyColumns => ("import-too-many-columns", crate::values! {}),
                Table::ColumnTwice { name } => ("import-heading-twice", column(name)),
                Table::NotATable => ("import-not-a-table", crate::values! {}),
                Table::Unreadable => ("import-table-unreadable", crate::values! {}),
            },
            Self::Row(Row::TooManyCells) => ("import-too-many-cells", crate::values! {}),
            Self::Row(Row::MergedCells) => ("import-merged-cells", crate::values! {}),
            Self::Row(Row::FormulaError) => ("import-formula-error", crate::values! {}),
            Self::Row(Row::CellTooLong) => ("import-cell-too-long", crate::values! {}),
            Self::KeyMissing => ("import-key-missing", crate::values! {}),
            Self::KeyTwice { row } => ("import-key-twice", crate::values! { row = row }),
            Self::HereUnderAnotherName => ("import-another-name", crate::values! {}),
            Self::ValueUnknown { column: name } => ("import-value-unknown", column(name)),
            Self::NotADate { column: name } => ("import-not-a-date", column(name)),
            Self::NotANumber { column: name } => ("import-not-a-number", column(name)),
            Self::CellMissing { column: name } => ("import-cell-missing", column(name)),
            Self::CriminalHistory { column: name } => ("import-criminal-history", column(name)),
            Self::VictimUnknown => ("import-victim-unknown", crate::values! {}),
            Self::PartnerUnknown => ("import-partner-unknown", crate::values! {}),
            Self::SeveralPartners => ("import-several-partners", crate::values! {}),
        };
        Failure {
            code: code.to_owned(),
            values,
        }
    }

    /// The column it names.
    pub(super) fn column(&self) -> Option<&str> {
        match self {
            Self::ValueUnknown { column }
            | Self::NotADate { column }
            | Self::NotANumber { column }
            | Self::CellMissing { column }
            | Self::CriminalHistory { column } => Some(column),
            _ => None,
        }
    }
}
