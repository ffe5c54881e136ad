//! The program as people and scripts meet it: run as a process, judged by its exit code, its answers and
//! what it leaves on disk.

#![allow(clippy::unwrap_used)]

mod alone;
mod duplicates;
mod erasing;
mod imports;
mod inbox;
mod joining;
mod keys;
mod office;
mod papers;
mod partners;
mod people;
mod refusals;
mod returns;
mod services;
mod story;
mod weeks;
