//! What waits for a person.

mod views;
pub use views::*;
