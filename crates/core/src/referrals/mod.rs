//! Referring a victim to a partner agency, and what came of it.

mod views;
pub use views::*;
