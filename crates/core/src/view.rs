//! How a view, a form or an answer is declared: a plain value that crosses to a screen or to `--json`.
//!
//! Views are made for a reader (`VictimSummary`), never table rows. Ids and instants cross as text; codes are
//! the codes of `assets/codes`, so that a code from a newer program still reaches the screen.

/// Declares plain structs and enums with the derives every view shares.
macro_rules! views {
    ($($(#[$meta:meta])* pub $kind:ident $name:ident $body:tt)*) => {
        $(
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "specta", derive(specta::Type))]
            #[serde(rename_all = "camelCase")]
            $(#[$meta])*
            pub $kind $name $body
        )*
    };
}
pub(crate) use views;
