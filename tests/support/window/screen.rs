//! A hidden screen: Xvfb, of which every pixel can be read as it stands.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::processes::Group;

/// Width and height in pixels: of most laptops, and of a desk.
pub const LAPTOP: (u16, u16) = (1366, 768);
/// See [`LAPTOP`].
pub const DESK: (u16, u16) = (1920, 1080);

/// Ends with whoever holds it.
pub(super) struct Screen {
    display: String,
    pixels: PathBuf,
    _server: Group,
}

impl Screen {
    /// A screen of this size; what it shows lies in a file in this folder.
    pub(super) fn new((width, height): (u16, u16), folder: &Path) -> Self {
        let size = format!("{width}x{height}x24");
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", &size])
            .args(["-nolisten", "tcp", "-fbdir"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Group::start(&mut xvfb);
        let mut number = String::new();
        BufReader::new(server.stdout())
            .read_line(&mut number)
            .expect("Xvfb says its display number");
        Self {
            display: format!(":{}", number.trim()),
            pixels: folder.join("Xvfb_screen0"),
            _server: server,
        }
    }

    /// How programs name it.
    pub(super) fn display(&self) -> &str {
        &self.display
    }

    /// What it shows now, four bytes a pixel behind a head that stays the same.
    pub(super) fn pixels(&self) -> Vec<u8> {
        std::fs::read(&self.pixels).expect("Xvfb keeps its pixels in a file")
    }
}
