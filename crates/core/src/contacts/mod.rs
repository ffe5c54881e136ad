//! Ways to reach a victim, and whether they are safe.

mod views;
pub use views::*;
