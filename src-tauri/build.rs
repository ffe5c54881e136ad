//! Gives every command its own permission, so that the window can be granted ours and nothing else.

use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=commands.txt");
    let list = std::fs::read_to_string(Path::new("commands.txt"))
        .expect("commands.txt lies beside build.rs");
    let commands: Vec<&'static str> = list.lines().map(|line| &*line.to_owned().leak()).collect();
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(commands.leak()));
    tauri_build::try_build(attributes)
        .expect("tauri.conf.json, the capability and commands.txt agree");
}
