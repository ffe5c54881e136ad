//! What system tests share.

pub mod simulator;
