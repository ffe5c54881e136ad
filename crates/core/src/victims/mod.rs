//! Victims: who they are, finding them, and everything recorded about them.

mod views;
pub use views::*;
