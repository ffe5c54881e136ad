//! Pictures and codes.

use std::{io::Cursor, sync::Arc};

use sha2::{Digest, Sha256};

use crate::DocumentError;

/// A picture without transparency: what was transparent is white, like the paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it shows, for who cannot see it.
    pub alt: String,
    /// How wide it is printed, in points; never wider than the text or higher than half a page.
    pub width_pt: f32,
    pub(crate) pixels: Arc<Pixels>,
}

/// Red, green and blue of every pixel, line by line from the top.
#[derive(PartialEq, Eq)]
pub struct Pixels {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) rgb: Vec<u8>,
    /// Tells one picture from another, so that a run of letters holds each only once.
    pub(crate) digest: [u8; 32],
}

impl Picture {
    /// The largest file that is read, in bytes.
    pub const LARGEST_FILE_BYTES: usize = 2 << 20;
    /// The most pixels a picture may have: a hand's width at 600 to the inch.
    pub const MOST_PIXELS: u64 = 4_000_000;

    /// How many pixels it has across and down.
    pub fn dots(&self) -> (u32, u32) {
        (self.pixels.width, self.pixels.height)
    }

    /// Reads a PNG file.
    ///
    /// # Errors
    /// [`DocumentError::PictureTooLarge`] beyond either limit, [`DocumentError::PictureUnreadable`]
    /// if it is no PNG or is damaged.
    pub fn from_png(
        png: &[u8],
        alt: impl Into<String>,
        width_pt: f32,
    ) -> Result<Self, DocumentError> {
        if png.len() > Self::LARGEST_FILE_BYTES {
            return Err(DocumentError::PictureTooLarge);
        }
        let unreadable = |_| DocumentError::PictureUnreadable;
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(unreadable)?;
        let (width, height) = reader.info().size();
        ensure_not_too_large(width, height)?;
        let size_bytes = reader
            .output_buffer_size()
            .ok_or(DocumentError::PictureTooLarge)?;
        let mut samples = vec![0; size_bytes];
        let frame = reader.next_frame(&mut samples).map_err(unreadable)?;
        samples.truncate(frame.buffer_size());
        let rgb = match frame.color_type {
            png::ColorType::Grayscale => samples.iter().flat_map(|&grey| [grey; 3]).collect(),
            png::ColorType::GrayscaleAlpha => on_white(&samples, |pixel| [pixel[0]; 3], 2),
            png::ColorType::Rgb => samples,
            png::ColorType::Rgba => on_white(&samples, |pixel| [pixel[0], pixel[1], pixel[2]], 4),
            png::ColorType::Indexed => return Err(DocumentError::PictureUnreadable),
        };
        Self::from_rgb(width, height, rgb, alt, width_pt)
    }

    /// Takes the pixels themselves: three bytes each, line by line from the top.
    ///
    /// # Errors
    /// [`DocumentError::PictureTooLarge`] beyond the limit, [`DocumentError::PictureUnreadable`]
    /// if the bytes are not as many as the pixels need, or there are none.
    pub fn from_rgb(
        width: u32,
        height: u32,
        rgb: Vec<u8>,
        alt: impl Into<String>,
        width_pt: f32,
    ) -> Result<Self, DocumentError> {
        ensure_not_too_large(width, height)?;
        let needed = 3 * u64::from(width) * u64::from(height);
        if needed == 0 || rgb.len() as u64 != needed {
            return Err(DocumentError::PictureUnreadable);
        }
        Ok(Self {
            alt: alt.into(),
            width_pt,
            pixels: Arc::new(Pixels::new(width, height, rgb)),
        })
    }
}

impl Pixels {
    fn new(width: u32, height: u32, rgb: Vec<u8>) -> Self {
        let mut digest = Sha256::new();
        digest.update(width.to_be_bytes());
        digest.update(&rgb);
        Self {
            width,
            height,
            digest: digest.finalize().into(),
            rgb,
        }
    }

    /// The picture as a PNG file.
    pub(crate) fn png(&self) -> Vec<u8> {
        const WRITES_TO_MEMORY: &str = "a PNG of as many bytes as it says is written to memory";
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().expect(WRITES_TO_MEMORY);
        writer.write_image_data(&self.rgb).expect(WRITES_TO_MEMORY);
        writer.finish().expect(WRITES_TO_MEMORY);
        png
    }

    /// The same picture in black and white: what is darker than a middle grey is black.
    pub(crate) fn without_shades(&self) -> Self {
        const MIDDLE: u32 = 128_000;
        let rgb = self.rgb.chunks_exact(3).flat_map(|pixel| {
            let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
            let light = 299 * red + 587 * green + 114 * blue;
            [if light < MIDDLE { 0 } else { 255 }; 3]
        });
        Self::new(self.width, self.height, rgb.collect())
    }
}

impl std::fmt::Debug for Pixels {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} by {} pixels", self.width, self.height)
    }
}

fn ensure_not_too_large(width: u32, height: u32) -> Result<(), DocumentError> {
    if u64::from(width) * u64::from(height) > Picture::MOST_PIXELS {
        return Err(DocumentError::PictureTooLarge);
    }
    Ok(())
}

/// The pixels as they look on white paper; the last byte of each tells how much of it is seen.
fn on_white(samples: &[u8], color: impl Fn(&[u8]) -> [u8; 3], bytes_per_pixel: usize) -> Vec<u8> {
    samples
        .chunks_exact(bytes_per_pixel)
        .flat_map(|pixel| {
            let seen = u32::from(pixel[bytes_per_pixel - 1]);
            color(pixel).map(|part| {
                let mixed = (u32::from(part) * seen + 255 * (255 - seen) + 127) / 255;
                u8::try_from(mixed).expect("a mean of two bytes is a byte")
            })
        })
        .collect()
}

/// A square that a camera reads.
///
/// What it says is part of what the paper says: screen readers, [`plain_text`](crate::plain_text)
/// and [`visible_and_hidden_text`](crate::visible_and_hidden_text) find it beside `alt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// What the camera reads, such as an address or a telephone number.
    pub text: String,
    /// What it is for, for who cannot see it.
    pub alt: String,
}

impl QrCode {
    /// The most it may say, in bytes: beyond it there are too many squares for the camera of a
    /// telephone.
    pub const LONGEST_TEXT_BYTES: usize = 500;
}
