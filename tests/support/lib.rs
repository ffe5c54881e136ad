//! What system tests share.

pub mod simulator;
#[cfg(feature = "window")]
pub mod window;
