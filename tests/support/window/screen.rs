//! A hidden screen: Xvfb, of which every pixel can be read as it stands.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::processes::Group;

/// Width and height in pixels: of most laptops, and of a desk.
pub const LAPTOP: (u16, u16) = (1366, 768);
/// See [`LAPTOP`].
pub const DESK: (u16, u16) = (1920, 1080);

/// The places of numbers in the head of what Xvfb keeps, and the size of each color behind it.
const HEAD: usize = 0;
const WIDTH: usize = 4;
const HEIGHT: usize = 5;
const BYTES_PER_LINE: usize = 12;
const COLORS: usize = 19;
const COLOR_SIZE: usize = 12;

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

    /// Puts the window of a program that this driver started before all others; nobody manages them here.
    ///
    /// # Panics
    /// If there is none.
    pub(super) fn raise(&self, driver: u32) {
        let started = format!("/proc/{driver}/task/{driver}/children");
        let started = std::fs::read_to_string(started).unwrap_or_default();
        let program = started.split_whitespace().next().unwrap_or_default();
        let raised = Command::new("xdotool")
            .args(["search", "--onlyvisible", "--pid", program, "windowraise"])
            .env("DISPLAY", &self.display)
            .output();
        assert!(
            raised.is_ok_and(|raised| raised.status.success()),
            "the window of {program} cannot be raised"
        );
    }

    /// What it shows now, as a PNG.
    pub(super) fn picture(&self) -> Vec<u8> {
        let dump = self.pixels();
        let [width, height] = [WIDTH, HEIGHT].map(|at| number(&dump, at));
        let [line, colors] = [BYTES_PER_LINE, COLORS].map(|at| number(&dump, at) as usize);
        let pixels = &dump[number(&dump, HEAD) as usize + colors * COLOR_SIZE..];
        let mut picture = Vec::new();
        let mut encoder = png::Encoder::new(&mut picture, width, height);
        encoder.set_color(png::ColorType::Rgb);
        let rows = pixels.chunks(line).take(height as usize);
        let rgb: Vec<u8> = rows
            .flat_map(|row| row.chunks(4).take(width as usize))
            .flat_map(|pixel| [pixel[2], pixel[1], pixel[0]])
            .collect();
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&rgb))
            .expect("a picture can be written");
        picture
    }
}

/// A number in the head of what Xvfb keeps (XWDFile.h).
fn number(dump: &[u8], at: usize) -> u32 {
    let bytes = dump[at * 4..][..4].try_into();
    u32::from_be_bytes(bytes.expect("four bytes"))
}
