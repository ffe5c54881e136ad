//! What the fuzzers run. The tests run the same functions over the stored seeds.

#![forbid(unsafe_code)]

pub mod targets;
