//! Calls the reader in Python that knows the formats from their description alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Debian's Python, which has the packages `scripts/setup.sh` installs.
const PYTHON: &str = "/usr/bin/python3";

/// Reads a bundle as the holder of the keys in `keys`, a file beside which his roster lies.
///
/// # Errors
/// The name of the refusal.
pub fn bundle(path: &Path, keys: &Path) -> Result<Value, String> {
    let keys = keys.display().to_string();
    read(&["bundle", &path.display().to_string(), "--keys", &keys])
}

/// Reads a roster that its own root key signed.
///
/// # Errors
/// The name of the refusal.
pub fn roster(path: &Path) -> Result<Value, String> {
    read(&["roster", &path.display().to_string()])
}

/// Reads a request to be enrolled.
///
/// # Errors
/// The name of the refusal.
pub fn request(path: &Path) -> Result<Value, String> {
    read(&["request", &path.display().to_string()])
}

/// How each file of a folder fares, `name: refusal` in each line.
pub fn judge(folder: &Path, keys: &Path) -> String {
    let (folder, keys) = (folder.display().to_string(), keys.display().to_string());
    let answer = run(&["judge", &folder, "--keys", &keys]);
    assert!(answer.status.success(), "{}", text(&answer.stderr));
    text(&answer.stdout)
}

/// The folder of the stored vectors.
pub fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

fn read(arguments: &[&str]) -> Result<Value, String> {
    let answer = run(&[arguments, &["--json"]].concat());
    let said = text(&answer.stderr);
    match answer.status.code() {
        Some(0) => Ok(serde_json::from_slice(&answer.stdout).expect("the reader writes JSON")),
        Some(1) if said.starts_with("refused: ") => {
            Err(said["refused: ".len()..].trim_end().to_owned())
        }
        _ => panic!("the reader broke: {said}"),
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(PYTHON)
        .arg("-B")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("support/reader"))
        .args(arguments)
        .output()
        .expect("Debian's python3 is there: scripts/setup.sh")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
