//! The forms of a letter: for whom it is, and how much it says.

use crate::error::{Error, Result};

/// A form of a letter, as a code of `letter_form`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For herself, with the office's name.
    Full,
    /// For herself, without it and without a word of crime.
    Plain,
    /// For herself: numbers under neutral words.
    Discreet,
    /// The same as a card.
    PocketCard,
    /// For a partner agency.
    Agency,
}

impl Form {
    /// # Errors
    /// [`Error::UnknownCode`], also for the form of another paper in the register.
    pub(super) fn from_code(code: &str) -> Result<Form> {
        Ok(match code {
            "full" => Form::Full,
            "plain" => Form::Plain,
            "discreet" => Form::Discreet,
            "pocket_card" => Form::PocketCard,
            "agency" => Form::Agency,
            _ => return Err(Error::UnknownCode { field: "form" }),
        })
    }

    /// What its messages begin with.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Form::Full => "letter",
            Form::Plain => "plain",
            Form::Discreet => "discreet",
            Form::PocketCard => "pocket",
            Form::Agency => "agency",
        }
    }

    /// Whether everything in it is compared with the denied words.
    pub(super) fn is_discreet(self) -> bool {
        matches!(self, Form::Discreet | Form::PocketCard)
    }

    /// Whether it may name this office.
    pub(super) fn names_office(self) -> bool {
        matches!(self, Form::Full | Form::Agency)
    }
}
