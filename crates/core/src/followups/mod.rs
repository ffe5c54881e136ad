//! Promises to get in touch again.

mod views;
pub use views::*;
