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

    /// Puts the window of a program that this driver started before all others, as nobody manages them here, and the
    /// pointer out of the way.
    ///
    /// # Panics
    /// If there is none.
    pub(super) fn raise(&self, driver: u32) {
        let started = format!("/proc/{driver}/task/{driver}/children");
        let started = std::fs::read_to_string(started).unwrap_or_default();
        let program = started.split_whitespace().next().unwrap_or_default();
        let raised = Command::new("xdotool")
            .args(["mousemove", "0", "0"])
            .args(["search", "--onlyvisible", "--pid", program, "windowraise"])
            .env("DISPLAY", &self.display)
            .output();
        assert!(
            raised.is_ok_and(|raised| raised.status.success()),
            "the window of {program} cannot be raised"
        );
    }

    /// What it shows now.
    pub(super) fn picture(&self) -> Picture {
        let dump = self.pixels();
        let of = |at| number(&dump, at);
        Picture {
            size: (of(WIDTH), of(HEIGHT)),
            line: of(BYTES_PER_LINE),
            begin: of(HEAD) + of(COLORS) * COLOR_SIZE,
            dump,
        }
    }
}

/// What a screen showed.
#[derive(PartialEq, Eq)]
pub struct Picture {
    size: (usize, usize),
    /// Bytes of a row.
    line: usize,
    /// Where the first row begins.
    begin: usize,
    dump: Vec<u8>,
}

impl Picture {
    /// Pixels of a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.size.0
    }

    /// Row by row, four bytes a pixel: blue, green, red and one that means nothing.
    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        let (width, height) = self.size;
        let lines = self.dump[self.begin..].chunks(self.line).take(height);
        lines.map(move |line| &line[..width * 4])
    }

    /// As a PNG.
    ///
    /// # Panics
    /// If a side of it has no room in a PNG.
    #[must_use]
    pub fn png(&self) -> Vec<u8> {
        let (width, height) = self.size;
        let side = |pixels| u32::try_from(pixels).expect("a screen is not that large");
        let mut rgb = Vec::with_capacity(width * height * 3);
        for row in self.rows() {
            for pixel in row.chunks_exact(4) {
                rgb.extend([pixel[2], pixel[1], pixel[0]]);
            }
        }
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, side(width), side(height));
        encoder.set_color(png::ColorType::Rgb);
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&rgb))
            .expect("a picture can be written");
        png
    }
}

/// A number in the head of what Xvfb keeps (XWDFile.h).
fn number(dump: &[u8], at: usize) -> usize {
    let bytes = dump[at * 4..][..4].try_into();
    u32::from_be_bytes(bytes.expect("four bytes")) as usize
}
