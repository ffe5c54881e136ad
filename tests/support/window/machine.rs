//! A machine with a hidden screen and an empty home, on which windows are opened.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::ClientBuilder;
use fantoccini::error::NewSessionError;
use serde_json::json;

use super::page::Window;
use super::processes::Group;

const SESSION_WAIT: Duration = Duration::from_secs(30);

/// A hidden screen, a home, and room for offices and sticks.
pub struct Machine {
    root: tempfile::TempDir,
    display: String,
    _screen: Group,
}

impl Machine {
    /// An empty machine with a laptop's screen.
    #[must_use]
    pub fn new() -> Self {
        let root = tempfile::tempdir().expect("a temporary folder can be made");
        let mut xvfb = Command::new("Xvfb");
        xvfb.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1366x768x24",
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
        let mut screen = Group::start(&mut xvfb);
        let mut number = String::new();
        BufReader::new(screen.stdout())
            .read_line(&mut number)
            .expect("Xvfb says its display number");
        Self {
            display: format!(":{}", number.trim()),
            root,
            _screen: screen,
        }
    }

    /// A folder on this machine, made on first use: an office, a stick.
    #[must_use]
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.root.path().join(name);
        std::fs::create_dir_all(&folder).expect("a folder in the temporary folder can be made");
        folder
    }

    /// Opens the window on an office.
    pub async fn open(&self, office: &Path) -> Window {
        let (driver, session) = self
            .session(&program("countyline-driven"), office, SESSION_WAIT)
            .await;
        Window::new(
            session.unwrap_or_else(|error| panic!("the window did not open: {error:?}")),
            driver,
        )
    }

    /// Runs the command line as the same person.
    ///
    /// # Panics
    /// If it refuses.
    pub fn countyline(&self, arguments: &[&str]) {
        let mut command = Command::new(program("countyline"));
        self.at_home(&mut command);
        let ended = command
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .expect("the command line can be started");
        assert!(
            ended.status.success(),
            "countyline {arguments:?}: {}",
            String::from_utf8_lossy(&ended.stderr)
        );
    }

    /// Tries to drive the program people use, and gives the driver's refusal.
    ///
    /// # Errors
    /// The refusal, as it must be.
    pub async fn drive_product(
        &self,
        office: &Path,
        patience: Duration,
    ) -> Result<(), NewSessionError> {
        let (_driver, session) = self
            .session(&program("countyline-desktop"), office, patience)
            .await;
        session.map(|_| ())
    }

    async fn session(
        &self,
        program: &Path,
        office: &Path,
        patience: Duration,
    ) -> (Group, Result<fantoccini::Client, NewSessionError>) {
        let port = free_port();
        let driver = self.start_driver(port);
        let options = json!({ "binary": program, "args": ["--office", office] });
        let wanted = serde_json::Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let connecting = async {
            loop {
                let connector = hyper_util::client::legacy::connect::HttpConnector::new();
                let mut builder = ClientBuilder::new(connector);
                let session = builder
                    .capabilities(wanted.clone())
                    .connect(&format!("http://127.0.0.1:{port}"))
                    .await;
                match session {
                    // The driver itself is not listening yet.
                    Err(NewSessionError::Lost(_) | NewSessionError::FailedC(_)) => {
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                    answered => return answered,
                }
            }
        };
        let session = tokio::time::timeout(patience, connecting).await;
        let silent = std::io::Error::new(
            std::io::ErrorKind::TimedOut,
            "the program never answered the driver",
        );
        (
            driver,
            session.unwrap_or_else(|_| Err(NewSessionError::Lost(silent))),
        )
    }

    fn start_driver(&self, port: u16) -> Group {
        let home = self.folder("home");
        let log =
            std::fs::File::create(home.join("driver.log")).expect("a log in the temporary home");
        let mut driver = Command::new("WebKitWebDriver");
        self.at_home(&mut driver);
        driver
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        Group::start(&mut driver)
    }

    /// Gives a program this machine's home instead of the person's own.
    fn at_home(&self, command: &mut Command) {
        let home = self.folder("home");
        command
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"));
    }
}

impl Default for Machine {
    fn default() -> Self {
        Self::new()
    }
}

/// Tests lie in `target/<profile>/deps`, programs one folder above.
fn program(name: &str) -> PathBuf {
    let here = std::env::current_exe().expect("this program knows where it lies");
    let found = here
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not built; run `make test`"))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has a loopback");
    listener
        .local_addr()
        .expect("a bound listener has an address")
        .port()
}
