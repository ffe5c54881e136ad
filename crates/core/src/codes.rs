//! Code lists: closed answers, as data in `assets/codes`, each with its source.
//!
//! Codes are text everywhere, so that a code from a newer program still reaches the screen. What a form
//! sends in is checked here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use countyline_ledger::Value;

use crate::error::{Error, Result};

#[derive(serde::Deserialize)]
struct CodeFile {
    lists: BTreeMap<String, CodeList>,
}

#[derive(serde::Deserialize)]
struct CodeList {
    codes: Vec<String>,
}

/// The files, one for each area of the work.
const FILES: [&str; 8] = [
    include_str!("../../../assets/codes/common.json"),
    include_str!("../../../assets/codes/victims.json"),
    include_str!("../../../assets/codes/people.json"),
    include_str!("../../../assets/codes/casework.json"),
    include_str!("../../../assets/codes/services.json"),
    include_str!("../../../assets/codes/partners.json"),
    include_str!("../../../assets/codes/community.json"),
    include_str!("../../../assets/codes/office.json"),
];

static LISTS: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let read = |file: &str| -> CodeFile {
        serde_json::from_str(file)
            .expect("assets/codes is part of the program and was read by its tests")
    };
    let lists = FILES.iter().flat_map(|file| read(file).lists);
    lists.map(|(name, list)| (name, list.codes)).collect()
});

/// Every list by name.
pub fn all() -> BTreeMap<String, Vec<String>> {
    LISTS.clone()
}

/// One list.
///
/// # Panics
/// If there is none: names are written in this program only.
pub fn list(name: &str) -> &'static [String] {
    LISTS
        .get(name)
        .unwrap_or_else(|| panic!("assets/codes has a list {name}"))
}

/// The codes of a list as it lies in a column.
pub(crate) fn of_encoded(encoded: &[u8]) -> Vec<String> {
    match Value::decode(encoded) {
        Ok(Value::List(items)) => items
            .iter()
            .filter_map(|item| item.as_text().map(str::to_owned))
            .collect(),
        _ => Vec::new(),
    }
}

/// Refuses a code that is not in its list.
pub(crate) fn ensure(list_name: &str, field: &'static str, code: &str) -> Result<()> {
    if list(list_name).iter().any(|known| known == code) {
        Ok(())
    } else {
        Err(Error::UnknownCode { field })
    }
}

/// Refuses codes that are not in their list.
pub(crate) fn ensure_all(list_name: &str, field: &'static str, codes: &[String]) -> Result<()> {
    codes
        .iter()
        .try_for_each(|code| ensure(list_name, field, code))
}

#[cfg(test)]
mod tests {
    use super::FILES;

    #[test]
    fn every_list_says_where_it_comes_from_and_no_code_stands_in_it_twice() {
        for file in FILES {
            let file: serde_json::Value = serde_json::from_str(file).unwrap();
            assert!(file["version"].as_u64() > Some(0));
            for (name, list) in file["lists"].as_object().unwrap() {
                let source = list["source"].as_str().unwrap_or_default();
                assert!(source.len() > 5, "{name} has no source");
                let codes = list["codes"].as_array().unwrap();
                let different: std::collections::BTreeSet<&str> =
                    codes.iter().filter_map(|code| code.as_str()).collect();
                assert_eq!(different.len(), codes.len(), "{name}");
            }
        }
    }
}
