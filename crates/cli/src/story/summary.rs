//! The table at the end of the story.

use std::fs;
use std::path::Path;

use countyline_core::words::Words;
use serde::Serialize;

use crate::outcome::Stop;

/// What happened, counted.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Summary {
    pub(super) laptops: usize,
    pub(super) partners: usize,
    pub(super) victims: usize,
    pub(super) letters: usize,
    pub(super) files_read: usize,
    pub(super) files_merged: usize,
    pub(super) files_known: usize,
    pub(super) files_refused: usize,
    pub(super) files_taken_back: usize,
    pub(super) records_added: i32,
    pub(super) conflicts: usize,
    pub(super) conflicts_decided: usize,
    pub(super) offices_sound: usize,
    pub(super) changes_checked: i32,
}

impl Summary {
    /// A line for each count, numbers under one another.
    pub(super) fn table(&self, words: &Words) -> String {
        let rows = [
            ("cli-demo-row-laptops", self.laptops.to_string()),
            ("cli-demo-row-partners", self.partners.to_string()),
            ("cli-demo-row-victims", self.victims.to_string()),
            ("cli-demo-row-letters", self.letters.to_string()),
            ("cli-demo-row-files-read", self.files_read.to_string()),
            ("cli-demo-row-files-merged", self.files_merged.to_string()),
            ("cli-demo-row-files-known", self.files_known.to_string()),
            ("cli-demo-row-files-refused", self.files_refused.to_string()),
            ("cli-demo-row-returns", self.files_taken_back.to_string()),
            ("cli-demo-row-records", self.records_added.to_string()),
            ("cli-demo-row-conflicts", self.conflicts.to_string()),
            ("cli-demo-row-decided", self.conflicts_decided.to_string()),
            ("cli-demo-row-sound", self.offices_sound.to_string()),
            ("cli-demo-row-checked", self.changes_checked.to_string()),
        ]
        .map(|(id, count)| (words.say(id), count));
        let widest = |column: fn(&(String, String)) -> usize| rows.iter().map(column).max();
        let label = widest(|row| row.0.chars().count()).unwrap_or_default();
        let number = widest(|row| row.1.chars().count()).unwrap_or_default();
        let lines = rows.map(|(name, count)| format!("{name:<label$}  {count:>number$}"));
        lines.join("\n")
    }

    /// Leaves the table in `summary.txt`.
    pub(super) fn write(&self, folder: &Path, words: &Words) -> Result<(), Stop> {
        let text = format!("{}\n\n{}\n", words.say("cli-demo-title"), self.table(words));
        fs::write(folder.join("summary.txt"), text).map_err(|_| Stop::refused("disk-full"))
    }
}
