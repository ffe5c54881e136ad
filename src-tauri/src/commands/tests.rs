use std::collections::BTreeSet;
use std::path::Path;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn bindings_are_current() {
    let committed = Path::new(HERE).join("../ui/src/backend/bindings.ts");
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        crate::write_bindings(&committed).unwrap();
    }
    let fresh = std::env::temp_dir().join(format!("countyline-bindings-{}.ts", std::process::id()));
    crate::write_bindings(&fresh).unwrap();
    let fresh_text = std::fs::read_to_string(&fresh).unwrap();
    std::fs::remove_file(&fresh).unwrap();
    assert!(
        std::fs::read_to_string(&committed).unwrap() == fresh_text,
        "run UPDATE_BINDINGS=1 cargo test -p countyline-desktop bindings"
    );
}

/// What the handler answers, what has a permission, and what the window is granted.
#[test]
fn the_window_is_granted_exactly_our_commands() {
    let answered = answered_commands();
    let permitted: BTreeSet<String> = include_str!("../../commands.txt")
        .lines()
        .map(str::to_owned)
        .collect();
    assert_eq!(
        answered, permitted,
        "src/commands/mod.rs and commands.txt differ"
    );

    let capability: serde_json::Value =
        serde_json::from_str(include_str!("../../capabilities/main.json")).unwrap();
    let granted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect();
    let expected: BTreeSet<String> = permitted
        .iter()
        .map(|command| format!("allow-{}", command.replace('_', "-")))
        .collect();
    assert_eq!(
        granted, expected,
        "capabilities/main.json grants something else than our commands"
    );
}

#[test]
fn every_command_stands_in_one_class_and_asks_for_the_passphrase_or_expressly_does_not() {
    let sorted = super::guard::CLASSES
        .iter()
        .flat_map(|(_, commands)| *commands);
    let sorted: Vec<String> = sorted.map(|command| (*command).to_owned()).collect();
    let once: BTreeSet<String> = sorted.iter().cloned().collect();
    assert_eq!(once.len(), sorted.len(), "a command stands in two classes");
    assert_eq!(
        once,
        answered_commands(),
        "src/commands/guard.rs and src/commands/mod.rs differ"
    );
}

#[test]
fn there_is_one_capability_for_one_local_window() {
    let files: Vec<_> = std::fs::read_dir(Path::new(HERE).join("capabilities"))
        .unwrap()
        .flatten()
        .collect();
    assert_eq!(
        files.len(),
        1,
        "a second capability would widen what the window may do"
    );
    let capability: serde_json::Value =
        serde_json::from_str(include_str!("../../capabilities/main.json")).unwrap();
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert_eq!(capability["remote"], serde_json::Value::Null);
}

#[test]
fn the_page_may_load_nothing_from_outside() {
    let settings: serde_json::Value =
        serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
    let app = &settings["app"];
    assert_eq!(app["withGlobalTauri"], serde_json::json!(false));
    assert_eq!(app["security"]["freezePrototype"], serde_json::json!(true));
    let allowed = ["'none'", "'self'", "data:", "ipc:", "http://ipc.localhost"];
    for (directive, sources) in app["security"]["csp"].as_object().unwrap() {
        for source in sources.as_str().unwrap().split(' ') {
            assert!(allowed.contains(&source), "{directive} allows {source}");
        }
    }
    assert_eq!(
        app["security"]["csp"]["default-src"],
        serde_json::json!("'none'")
    );
}

/// Read from the generated TypeScript, which is made from the handler's own list.
fn answered_commands() -> BTreeSet<String> {
    let path = std::env::temp_dir().join(format!("countyline-commands-{}.ts", std::process::id()));
    crate::write_bindings(&path).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let calls = text
        .split("__TAURI_INVOKE")
        .filter(|rest| rest.starts_with(['(', '<']));
    calls
        .filter_map(|call| {
            call.split_once("(\"")?
                .1
                .split('"')
                .next()
                .map(str::to_owned)
        })
        .collect()
}
