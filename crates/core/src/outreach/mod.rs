//! Contacts with victims, and with partner agencies.

mod views;
pub use views::*;
