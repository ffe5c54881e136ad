//! Releases of information, and the permits that only they can make.

mod views;
pub use views::*;
