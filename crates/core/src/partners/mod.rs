//! Partner agencies: the directory and the relationship.

mod views;
pub use views::*;
