//! The report's own lists, as its definition has them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What is read of `assets/reports/pmt-2015.json`.
#[derive(serde::Deserialize)]
pub(crate) struct Definition {
    pub(super) version_id: String,
    code_lists: BTreeMap<String, CodeList>,
}

#[derive(serde::Deserialize)]
struct CodeList {
    #[serde(default)]
    items: Vec<Item>,
    #[serde(default)]
    groups: Vec<Group>,
}

#[derive(serde::Deserialize)]
struct Group {
    letter: String,
    items: Vec<Item>,
}

#[derive(serde::Deserialize)]
struct Item {
    code: String,
    #[serde(default)]
    min_age: Option<i32>,
    #[serde(default)]
    max_age: Option<i32>,
}

/// The definition in use.
pub(crate) fn definition() -> &'static Definition {
    static READ: LazyLock<Definition> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../../../../assets/reports/pmt-2015.json"))
            .expect("assets/reports is part of the program and was read by its tests")
    });
    &READ
}

impl Definition {
    /// The codes of a list, in the order of the form.
    pub(super) fn codes(&self, list: &str) -> Vec<String> {
        let items = self.code_lists.get(list).map(|list| list.items.iter());
        items
            .into_iter()
            .flatten()
            .map(|item| item.code.clone())
            .collect()
    }

    /// `V01` to `V26`.
    pub(crate) fn victimization_types(&self) -> Vec<String> {
        self.codes("victimization")
    }

    /// The letters of question 8, each with its items.
    pub(crate) fn services(&self) -> Vec<(String, Vec<String>)> {
        let groups = self
            .code_lists
            .get("services")
            .map(|list| list.groups.iter());
        let group = |group: &Group| {
            let items = group.items.iter().map(|item| item.code.clone());
            (group.letter.clone(), items.collect())
        };
        groups.into_iter().flatten().map(group).collect()
    }

    /// The band an age falls in.
    pub(super) fn age_band(&self, age: i32) -> Option<String> {
        let bands = self.code_lists.get("age").map(|list| list.items.iter());
        let fits = |item: &&Item| {
            item.min_age.is_some_and(|least| age >= least)
                && item.max_age.is_none_or(|most| age <= most)
        };
        bands
            .into_iter()
            .flatten()
            .find(fits)
            .map(|item| item.code.clone())
    }
}
