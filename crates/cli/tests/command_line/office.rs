//! Offices on disk for these tests, and the program run on them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub const PASSPHRASE: &str = "four made-up words";
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_countyline");

/// A folder that goes away with the test.
pub struct World {
    folder: tempfile::TempDir,
}

/// One place of it: a county office or a laptop with a profile of its own.
pub struct Office {
    pub folder: PathBuf,
    profile: PathBuf,
    passphrase_file: PathBuf,
}

/// What a run came to.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl World {
    pub fn new() -> World {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        World { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn stick(&self, name: &str) -> PathBuf {
        let stick = self.path(name);
        std::fs::create_dir_all(&stick).unwrap();
        stick
    }

    /// A place of this name, not made yet.
    pub fn place(&self, name: &str) -> Office {
        Office {
            folder: self.path(name),
            profile: self.path(&format!("{name} profile")),
            passphrase_file: self.path("passphrase"),
        }
    }

    pub fn county(&self, name: &str) -> Office {
        let county = self.place(name);
        let made = county.run(&["init", "--county", name, "--person", "Pat Sample"]);
        assert_eq!(made.code, 0, "{made:?}");
        county
    }

    /// A laptop that asked to join, and the path of its request.
    pub fn laptop(&self, name: &str, stick: &Path) -> (Office, String) {
        let laptop = self.place(name);
        let stick = stick.to_str().unwrap();
        let made = laptop.json(&[
            "init",
            "--laptop",
            name,
            "--person",
            "Alex Sample",
            "--stick",
            stick,
        ]);
        (laptop, text(&made["path"]))
    }

    pub fn joined_laptop(&self, county: &Office, name: &str) -> Office {
        let stick = self.stick("joining");
        let (laptop, request) = self.laptop(name, &stick);
        let stick = stick.to_str().unwrap();
        let welcome = county.json(&["enrol", &request, "--stick", stick, "--words-match"]);
        laptop.json(&["join", &text(&welcome["path"]), "--words-match"]);
        laptop
    }
}

impl Office {
    /// The program about this office, with its passphrase.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.command_without_passphrase(arguments);
        command.arg("--passphrase-file").arg(&self.passphrase_file);
        command
    }

    pub fn command_without_passphrase(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(arguments)
            .env_clear()
            .env("COUNTYLINE_OFFICE", &self.folder)
            .env("COUNTYLINE_PROFILE", &self.profile)
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        answer(self.command(arguments))
    }

    /// A run that must succeed, and its JSON.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let mut with_json = arguments.to_vec();
        with_json.push("--json");
        let answer = self.run(&with_json);
        assert_eq!(answer.code, 0, "{arguments:?}: {answer:?}");
        serde_json::from_str(&answer.out).unwrap()
    }

    /// A run that must be refused with this code.
    pub fn refused(&self, arguments: &[&str], code: &str) -> Answer {
        let mut with_json = arguments.to_vec();
        with_json.push("--json");
        let answer = self.run(&with_json);
        assert_eq!(answer.code, 1, "{arguments:?}: {answer:?}");
        let failure: Value = serde_json::from_str(&answer.err).unwrap();
        assert_eq!(failure["code"], code, "{arguments:?}");
        assert!(
            failure["happened"]
                .as_str()
                .is_some_and(|text| !text.is_empty())
        );
        assert!(
            failure["remedy"]
                .as_str()
                .is_some_and(|text| !text.is_empty())
        );
        answer
    }

    /// A victim with this phone; her id.
    pub fn victim(&self, given: &str, family: &str, phone: &str) -> String {
        let saved = self.json(&[
            "victim", "add", "--given", given, "--family", family, "--phone", phone, "--safe",
            "yes", "--need", "legal",
        ]);
        text(&saved["id"])
    }

    /// A partner agency; its id.
    pub fn partner(&self, name: &str, phone: &str) -> String {
        let saved = self.json(&[
            "partner",
            "add",
            "--name",
            name,
            "--kind",
            "legal_aid",
            "--need",
            "legal",
            "--phone",
            phone,
            "--address",
            "12 Main Street, Oak Flat",
        ]);
        text(&saved["id"])
    }

    /// What "check my data" says: it holds, and how much there is.
    pub fn verified(&self) -> Value {
        let report = self.json(&["verify"]);
        assert_eq!(report["ok"], true, "{report}");
        report
    }
}

pub fn answer(mut command: Command) -> Answer {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    Answer {
        code: status.code().unwrap_or(-1),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
