//! What system tests share.

pub mod flawed_histories;
#[path = "../../fuzz/src/targets/mod.rs"]
pub mod fuzz_targets;
pub mod golden_papers;
#[cfg(feature = "window")]
pub mod golden_screens;
mod grey;
pub mod old_files;
pub mod reader;
pub mod simulator;
pub mod told;
#[cfg(feature = "window")]
pub mod window;
