//! What system tests share.

#[path = "../../fuzz/src/targets/mod.rs"]
pub mod fuzz_targets;
pub mod reader;
pub mod simulator;
#[cfg(feature = "window")]
pub mod window;
