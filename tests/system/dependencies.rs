//! What our programs are made of: nothing that opens a socket, nothing under a licence we cannot ship, and our own
//! crates depending one way. Read from Cargo for this platform; the two lists are those of `deny.toml`,
//! so that they hold where cargo-deny is not installed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const RULES: &str = include_str!("../../deny.toml");

/// What a person installs, and what it is made of.
const SHIPPED: [&str; 6] = [
    "countyline-ledger",
    "countyline-bundle",
    "countyline-documents",
    "countyline-core",
    "countyline-cli",
    "countyline-desktop",
];

#[test]
fn no_program_of_ours_contains_a_crate_that_opens_sockets() {
    for shipped in SHIPPED {
        let inside = everything_in(shipped);
        assert!(inside.len() > 3, "{shipped}: the tree was not read");
        let sockets: Vec<_> = banned()
            .into_iter()
            .filter(|name| inside.contains(*name))
            .collect();
        assert!(sockets.is_empty(), "{shipped} contains {sockets:?}");
    }
    assert!(
        everything_in("system-tests").contains("mio"),
        "the WebDriver client of the tests is known to open sockets, and was not seen"
    );
}

#[test]
fn everything_we_use_is_under_a_licence_we_can_ship() {
    let graph = Graph::read();
    let refused: Vec<String> = graph
        .packages()
        .map(|package| {
            (
                text(&package["name"]),
                package["license"].as_str().unwrap_or("none"),
            )
        })
        .filter(|(_, licence)| !may_ship(licence))
        .map(|(name, licence)| format!("{name}: {licence}"))
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn the_notices_name_every_crate_of_the_released_programs_with_its_licence_and_its_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notices.txt");
    let answer = Command::new("node")
        .arg("scripts/notices.mjs")
        .arg(&file)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .expect("node runs");
    let refused = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success(), "{refused}");
    let notices = std::fs::read_to_string(&file).expect("the notices");
    let mut crates = BTreeSet::new();
    for program in ["countyline-desktop", "countyline-cli"] {
        let edges = ["--edges", "normal", "--prefix", "none"];
        let tree = cargo(&[&["tree", "--package", program][..], &edges].concat());
        let called = tree.lines().filter_map(|line| {
            let mut words = line.split(' ');
            let version = |word: &str| word.strip_prefix('v').map(str::to_owned);
            Some((words.next()?.to_owned(), words.next().and_then(version)?))
        });
        crates.extend(called);
    }
    crates.retain(|(name, _)| !name.starts_with("countyline-"));
    assert!(crates.len() > 300, "the trees were not read");
    let missing: Vec<_> = crates
        .iter()
        .filter(|(name, version)| !notices.contains(&format!("\n{name} {version}\n    ")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    // What the window and its store are made of beside crates.
    for other in [
        "svelte ",
        "@fluent/bundle ",
        "@tauri-apps/api ",
        "Source Sans 3",
    ] {
        assert!(notices.contains(&format!("\n{other}")), "{other}");
    }
    for text in [
        "ZETETIC",
        "Permission is hereby granted",
        "SIL OPEN FONT LICENSE",
    ] {
        assert!(notices.contains(text), "{text}");
    }
    assert!(!notices.contains("undefined") && !notices.contains("/home/"));
    // Few give no text beside their source, and those say so.
    assert!(
        notices
            .matches("(no text stands beside its source)")
            .count()
            < crates.len() / 20
    );
}

#[test]
fn licences_are_read_as_written() {
    for (licence, shippable) in [
        ("MIT", true),
        ("MIT OR GPL-2.0-only", true),
        ("GPL-2.0-only/Apache-2.0", true),
        ("(MIT OR GPL-3.0-only) AND Unicode-3.0", true),
        ("MIT AND GPL-2.0-only", false),
        ("(MIT OR Apache-2.0) AND SSPL-1.0", false),
        ("none", false),
    ] {
        assert_eq!(may_ship(licence), shippable, "{licence}");
    }
}

#[test]
fn our_crates_depend_one_way() {
    let graph = Graph::read();
    let allowed: [(&str, &[&str]); 7] = [
        ("countyline-ledger", &[]),
        ("countyline-bundle", &[]),
        ("countyline-documents", &[]),
        ("countyline-sheets", &[]),
        (
            "countyline-core",
            &[
                "countyline-bundle",
                "countyline-documents",
                "countyline-ledger",
                "countyline-sheets",
            ],
        ),
        ("countyline-cli", &["countyline-core"]),
        ("countyline-desktop", &["countyline-core"]),
    ];
    for (name, may_use) in allowed {
        let ours: Vec<String> = graph
            .direct(name)
            .into_iter()
            .filter(|used| used.starts_with("countyline-"))
            .collect();
        assert!(
            ours.iter().all(|used| may_use.contains(&used.as_str())),
            "{name} uses {ours:?}, and may use only {may_use:?}"
        );
    }
}

#[test]
fn only_the_shell_knows_tauri() {
    for name in SHIPPED.iter().filter(|name| **name != "countyline-desktop") {
        let inside = everything_in(name);
        let window: Vec<_> = inside
            .iter()
            .filter(|used| used.contains("tauri") || used.contains("webkit"))
            .collect();
        assert!(window.is_empty(), "{name} contains {window:?}");
    }
    assert!(everything_in("countyline-desktop").contains("tauri"));
}

#[test]
fn no_program_of_ours_turns_on_what_is_made_for_tests() {
    let graph = Graph::read();
    for package in graph
        .packages()
        .filter(|package| SHIPPED.contains(&text(&package["name"])))
    {
        for dependency in list(&package["dependencies"])
            .iter()
            .filter(|dependency| dependency["kind"].is_null())
        {
            assert!(
                !list(&dependency["features"]).contains(&Value::from("testing")),
                "{} turns on `testing` of {}",
                package["name"],
                dependency["name"]
            );
        }
        let default = &package["features"]["default"];
        assert!(
            default.is_null() || list(default).is_empty(),
            "{} has default features",
            package["name"]
        );
    }
}

/// Names of everything that ends up in a program made of this crate alone. Cargo's graph of the whole workspace would
/// mix in what the tests turn on.
fn everything_in(name: &str) -> BTreeSet<String> {
    let tree = cargo(&[
        "tree",
        "--package",
        name,
        "--edges",
        "normal",
        "--prefix",
        "none",
    ]);
    tree.lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

fn cargo(arguments: &[&str]) -> String {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let answer = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--locked")
        .current_dir(workspace)
        .output()
        .expect("cargo runs");
    assert!(
        answer.status.success(),
        "{}",
        String::from_utf8_lossy(&answer.stderr)
    );
    String::from_utf8(answer.stdout).expect("cargo writes UTF-8")
}

/// Cargo's answer to what is built, for this platform.
struct Graph {
    metadata: Value,
    names: BTreeMap<String, String>,
}

impl Graph {
    fn read() -> Self {
        let answer = cargo(&[
            "metadata",
            "--format-version",
            "1",
            "--filter-platform",
            &this_platform(),
        ]);
        let metadata: Value = serde_json::from_str(&answer).expect("cargo metadata is JSON");
        let names = list(&metadata["packages"])
            .iter()
            .map(|package| {
                (
                    text(&package["id"]).to_owned(),
                    text(&package["name"]).to_owned(),
                )
            })
            .collect();
        Self { metadata, names }
    }

    fn packages(&self) -> impl Iterator<Item = &Value> {
        list(&self.metadata["packages"]).iter()
    }

    /// Names of what a crate uses itself, leaving out what only builds or tests it.
    fn direct(&self, name: &str) -> BTreeSet<String> {
        let id = self
            .names
            .iter()
            .find(|(_, known)| *known == name)
            .expect("a crate of the workspace")
            .0;
        self.used_by(id)
            .map(|used| self.names[used].clone())
            .collect()
    }

    fn used_by<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a str> {
        let nodes = list(&self.metadata["resolve"]["nodes"]);
        let node = nodes
            .iter()
            .find(|node| text(&node["id"]) == id)
            .expect("every crate has a node");
        list(&node["deps"])
            .iter()
            .filter(|used| {
                list(&used["dep_kinds"])
                    .iter()
                    .any(|kind| kind["kind"].is_null())
            })
            .map(|used| text(&used["pkg"]))
    }
}

/// One of the alternatives must be allowed as a whole. The older spelling of "or" is a slash.
fn may_ship(licence: &str) -> bool {
    all_parts(&licence.replace('/', " OR "), " AND ", |part| {
        let alternatives = part.trim().trim_start_matches('(').trim_end_matches(')');
        alternatives
            .split(" OR ")
            .any(|name| allowed_licences().contains(&name.trim()))
    })
}

/// Splits outside brackets only.
fn all_parts(whole: &str, separator: &str, holds: impl Fn(&str) -> bool) -> bool {
    let mut parts = vec![String::new()];
    for piece in whole.split(separator) {
        let last = parts.last_mut().expect("never empty");
        let open = last.matches('(').count() > last.matches(')').count();
        if open {
            last.push_str(separator);
            last.push_str(piece);
        } else if last.is_empty() {
            last.push_str(piece);
        } else {
            parts.push(piece.to_owned());
        }
    }
    parts.iter().all(|part| holds(part))
}

/// Crates that reach the system's sockets: clients, servers and what lies under them.
fn banned() -> Vec<&'static str> {
    let names: Vec<_> = RULES
        .split("crate = \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(
        names.contains(&"mio"),
        "deny.toml no longer bans what opens sockets"
    );
    names
}

fn allowed_licences() -> Vec<&'static str> {
    let list = RULES
        .split_once("\nallow = [")
        .expect("deny.toml allows licences")
        .1;
    list.split(']')
        .next()
        .unwrap_or_default()
        .split('"')
        .skip(1)
        .step_by(2)
        .collect()
}

fn this_platform() -> String {
    let answer = Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc runs");
    let about = String::from_utf8_lossy(&answer.stdout);
    about
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("rustc names its host")
        .to_owned()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text where Cargo writes text")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
