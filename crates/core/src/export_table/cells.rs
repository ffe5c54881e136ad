//! Cells that no spreadsheet takes for a formula.

use std::borrow::Cow;

/// What begins a formula, also in full width and behind spaces (CWE-1236).
const BEGINS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Text that no spreadsheet takes for a formula: an apostrophe goes before it. A number stays as it is.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let begins_a_formula = text
        .trim_start_matches([' ', '\u{a0}', '\u{feff}'])
        .starts_with(BEGINS);
    if begins_a_formula && text.parse::<f64>().is_err() {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A cell as it was before [`harmless`].
pub(crate) fn as_written(text: &str) -> &str {
    let rest = text.strip_prefix('\'');
    rest.filter(|rest| harmless(rest) == text).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula_and_each_comes_back() {
        for text in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-1+1",
            "@SUM(1)",
            " =1",
            "\u{a0}=1",
            "\t=1",
            "＝1+1",
            "+1 307 555 0100",
            "-7",
            "'quoted'",
            "O'Example",
            "",
        ] {
            let cell = harmless(text);
            let is_number = text.parse::<f64>().is_ok();
            let begins = cell.trim_start_matches([' ', '\u{a0}']).starts_with(BEGINS);
            assert!(!begins || is_number, "{text:?} became {cell:?}");
            assert_eq!(as_written(&cell), text);
        }
    }
}
