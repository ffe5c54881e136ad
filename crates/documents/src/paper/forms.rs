//! What is filled in by hand.

/// A box to tick, and what ticking it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Whether the box is printed with its tick.
    pub is_ticked: bool,
}

impl Choice {
    /// An empty box.
    pub fn open(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_ticked: false,
        }
    }

    /// A box that is ticked already.
    pub fn ticked(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_ticked: true,
        }
    }
}

/// A line to write on.
#[derive(Clone, Debug, PartialEq)]
pub struct Blank {
    /// What is to be written there, such as a signature or a date; printed below the line.
    pub label: String,
    /// The share of the row it takes; only the proportions in a row count.
    pub width: f32,
}

impl Blank {
    /// A line with its label.
    pub fn new(label: impl Into<String>, width: f32) -> Self {
        Self {
            label: label.into(),
            width,
        }
    }
}
