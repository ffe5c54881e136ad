//! The program needs no network, and does not look for one.
//!
//! It is run where there is none: in a network namespace of its own, which root may make directly and
//! others inside a user namespace. Where neither is allowed the test fails and says so. What the program
//! is made of is held elsewhere (`tests/system/dependencies.rs`).

use std::process::Command;

use crate::office::{PROGRAM, World, answer};

/// A command that runs the rest of its arguments without a network.
fn without_network() -> Command {
    for options in ["-n", "-rn"] {
        let mut tried = Command::new("unshare");
        tried.args([options, "true"]);
        if tried.output().is_ok_and(|output| output.status.success()) {
            let mut command = Command::new("unshare");
            command.arg(options);
            return command;
        }
    }
    panic!(
        "this machine lets nobody make a network namespace (unshare -n, unshare -rn): run as root"
    );
}

#[test]
fn the_whole_story_is_played_where_there_is_no_network() {
    let world = World::new();
    let out = world.path("story");
    let mut command = without_network();
    command.arg(PROGRAM).args(["demo", "--out"]).arg(&out);
    let told = answer(command);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(out.join("summary.txt").is_file());
}

#[test]
fn there_is_no_network_where_the_story_is_played() {
    let mut command = without_network();
    command.args(["cat", "/proc/net/dev"]);
    let seen = answer(command);
    let devices = seen.out.lines().skip(2);
    let others: Vec<_> = devices
        .filter(|line| !line.trim().starts_with("lo:"))
        .collect();
    let working = others.iter().any(|line| {
        let received = line.split(':').nth(1).unwrap_or_default();
        received.split_whitespace().next() != Some("0")
    });
    assert!(!working, "{others:?}");
}
