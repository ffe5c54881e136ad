//! What goes into a bundle and what comes out of one.

mod views;
pub use views::*;
