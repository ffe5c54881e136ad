//! Everything that can be refused, as values a person's words are made from.
//!
//! A variant is something a caller can act on. No variant quotes what a victim told us: errors end up in logs.
//! Words for each code stand in `assets/words/<language>/failures.ftl` as `err-<code>` and `rec-<code>`.

use std::collections::BTreeMap;

/// A refusal on its way to a person: a code, and the values its sentence needs.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// For example `wrong-passphrase`.
    pub code: String,
    /// Values for the sentence; never about a victim.
    pub values: BTreeMap<String, String>,
}
