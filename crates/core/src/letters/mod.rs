//! What a paper says.

mod views;
pub use views::*;
