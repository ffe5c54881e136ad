//! A machine with a hidden screen and an empty home, on which windows are opened.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use countyline_core::outside::testing::{SetClock, outside};
use countyline_core::testing::MONDAY;
use fantoccini::ClientBuilder;
use fantoccini::error::NewSessionError;
use serde_json::json;

use super::page::Window;
use super::processes::Group;
use super::screen::{LAPTOP, Screen};
use super::screen_reader::{Bus, Told};

/// Debian's package `libfaketime`. The loader puts the machine's own folder in place of `$LIB`.
const FAKETIME: &str = "/usr/$LIB/faketime/libfaketimeMT.so.1";
const SESSION_WAIT: Duration = Duration::from_secs(30);

/// A hidden screen, a home, and room for offices and sticks.
pub struct Machine {
    root: tempfile::TempDir,
    screen: Arc<Screen>,
    /// The bus programs tell a screen reader over; none where nobody listens.
    bus: Option<Bus>,
    /// What every program is told that it is; the real time if nothing.
    time: Option<&'static str>,
}

impl Machine {
    /// An empty machine with a laptop's screen.
    #[must_use]
    pub fn new() -> Self {
        Self::with_screen(LAPTOP)
    }

    /// An empty machine with a screen of this size.
    #[must_use]
    pub fn with_screen(size: (u16, u16)) -> Self {
        let root = tempfile::tempdir().expect("a temporary folder can be made");
        let screen = Arc::new(Screen::new(size, root.path()));
        Self {
            root,
            screen,
            bus: None,
            time: None,
        }
    }

    /// An empty machine that a screen reader listens to.
    #[must_use]
    pub fn with_screen_reader() -> Self {
        Self {
            bus: Some(Bus::new()),
            ..Self::new()
        }
    }

    /// The same machine where it is always this time, `2026-03-02 10:00:00`, in UTC. What only measures how long
    /// something takes goes on.
    #[must_use]
    pub fn standing_at(self, time: &'static str) -> Self {
        Self {
            time: Some(time),
            ..self
        }
    }

    /// The same machine with the secret of `countyline_core::testing`: its offices open here.
    #[must_use]
    pub fn with_known_secret(self) -> Self {
        let known = outside(&SetClock::at(MONDAY), 0);
        let secret = known.device_secret.load().expect("everyone knows it");
        let profile = self.profile();
        std::fs::write(profile.join("device.secret"), secret.as_slice())
            .expect("a file in the temporary home");
        self
    }

    /// Where the person's programs keep this machine's secret.
    #[must_use]
    pub fn profile(&self) -> PathBuf {
        self.folder("home/config/countyline")
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
        let program = program("countyline-driven");
        // On a busy machine a driver may never hear from the program it started: then both are started once more.
        let (driver, session) = match self.session(&program, office, SESSION_WAIT).await {
            (driver, Ok(session)) => (driver, Ok(session)),
            (silent, Err(_)) => {
                drop(silent);
                self.session(&program, office, SESSION_WAIT).await
            }
        };
        Window::new(
            session.unwrap_or_else(|error| panic!("the window did not open: {error:?}")),
            driver,
            Arc::clone(&self.screen),
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

    /// Drags files and folders over the middle of the window with the pointer and lets them go.
    ///
    /// # Panics
    /// If the window does not take them.
    pub fn drop_on_window(&self, files: &[PathBuf]) {
        let mut drop = system_python("drop.py");
        self.on_screen(&mut drop);
        let dropped = drop
            .args(["700", "400"])
            .args(files)
            .output()
            .expect("python3 and xdotool are installed");
        let said = String::from_utf8_lossy(&dropped.stderr);
        assert!(dropped.status.success(), "nothing was dropped: {said}");
    }

    /// Everything the window tells a screen reader now: roles and names.
    ///
    /// # Panics
    /// If it tells of no page.
    #[must_use]
    pub fn told_to_screen_reader(&self) -> Vec<Told> {
        let mut reader = system_python("tree.py");
        self.at_home(&mut reader);
        self.on_screen(&mut reader);
        let told = reader
            .arg("countyline-driven")
            .output()
            .expect("python3 can be started");
        let said = String::from_utf8_lossy(&told.stderr);
        assert!(told.status.success(), "{said}");
        Told::read(&told.stdout).expect("a list of roles and names")
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
        driver
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(log);
        self.start(&mut driver)
    }

    /// Starts a program on this machine's screen.
    pub fn start(&self, program: &mut Command) -> Group {
        self.at_home(program);
        self.on_screen(program);
        Group::start(program.stdin(Stdio::null()))
    }

    /// What the screen shows now; equal if nothing changed.
    #[must_use]
    pub fn pixels(&self) -> Vec<u8> {
        self.screen.pixels()
    }

    /// Presses keys as a keyboard does, whatever program is on the screen: `xdotool` with these words.
    ///
    /// # Panics
    /// If it cannot.
    pub fn at_keyboard(&self, words: &[&str]) {
        let mut xdotool = Command::new("xdotool");
        self.on_screen(&mut xdotool);
        let pressed = xdotool.args(words).status();
        assert!(
            pressed.is_ok_and(|ended| ended.success()),
            "xdotool {words:?}"
        );
    }

    fn on_screen(&self, command: &mut Command) {
        command
            .env("DISPLAY", self.screen.display())
            .env("GDK_BACKEND", "x11")
            .env("GSETTINGS_BACKEND", "memory")
            .env_remove("WAYLAND_DISPLAY");
        if let Some(time) = self.time {
            command
                .env("LD_PRELOAD", FAKETIME)
                .env("FAKETIME", time)
                .env("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .env("TZ", "UTC");
        }
        match &self.bus {
            Some(bus) => command.env("DBUS_SESSION_BUS_ADDRESS", bus.address()),
            None => command
                .env("NO_AT_BRIDGE", "1")
                .env("DBUS_SESSION_BUS_ADDRESS", "disabled:"),
        };
    }

    /// Gives a program this machine's home instead of the person's own.
    fn at_home(&self, command: &mut Command) {
        let home = self.folder("home");
        command
            .env("HOME", &home)
            .env("TMPDIR", self.folder("tmp"))
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

/// A script that lies beside this file. Debian's bindings to its libraries are for its own Python.
fn system_python(script: &str) -> Command {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("support/window");
    let mut python = Command::new("/usr/bin/python3");
    python.arg(folder.join(script)).stdin(Stdio::null());
    python
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has a loopback");
    listener
        .local_addr()
        .expect("a bound listener has an address")
        .port()
}
