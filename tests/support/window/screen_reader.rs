//! What a screen reader is told: a session bus of its own, and the tree of names and roles that comes over it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::processes::Group;

/// A session bus that starts the bus of assistive programs when somebody asks for it.
pub(super) struct Bus {
    address: String,
    _daemon: Group,
}

/// One thing a screen reader can come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// As AT-SPI calls it: `push button`, `heading`.
    pub role: String,
    /// What is read aloud.
    pub name: String,
}

impl Bus {
    pub(super) fn new() -> Self {
        let mut daemon = Command::new("dbus-daemon");
        daemon
            .args(["--session", "--nofork", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut daemon = Group::start(&mut daemon);
        let mut address = String::new();
        BufReader::new(daemon.stdout())
            .read_line(&mut address)
            .expect("the bus says its address");
        Self {
            address: address.trim().to_owned(),
            _daemon: daemon,
        }
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

impl Told {
    /// Whether somebody can do something with it.
    #[must_use]
    pub fn is_for_doing(&self) -> bool {
        const ROLES: [&str; 11] = [
            "push button",
            "button",
            "toggle button",
            "entry",
            "password text",
            "spin button",
            "check box",
            "radio button",
            "combo box",
            "link",
            "slider",
        ];
        ROLES.contains(&self.role.as_str())
    }

    /// The list that `tree.py` writes.
    pub(super) fn read(list: &[u8]) -> Option<Vec<Told>> {
        let list: Value = serde_json::from_slice(list).ok()?;
        let told = |node: &Value| {
            Some(Told {
                role: node["role"].as_str()?.to_owned(),
                name: node["name"].as_str()?.to_owned(),
            })
        };
        list.as_array()?.iter().map(told).collect()
    }
}
