//! The pictures of a PDF, each written once however often it is shown.
//!
//! A badge in a few colors takes as many bits for each pixel as telling those apart needs: that is
//! a fraction of the bytes to be packed and to be carried.

use std::{collections::BTreeMap, io::Write};

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use crate::{DocumentError, paper::Pixels, pdf::file::PdfFile};

/// The pictures written so far: the number in their name, and the object.
#[derive(Default)]
pub(super) struct EmbeddedPictures {
    by_digest: BTreeMap<[u8; 32], (usize, ObjectId)>,
}

impl EmbeddedPictures {
    /// The name of a picture in the content of pages; it is written if it is new.
    pub(super) fn name<W: Write>(
        &mut self,
        pixels: &Pixels,
        file: &mut PdfFile<W>,
    ) -> Result<String, DocumentError> {
        let next = self.by_digest.len();
        let number = match self.by_digest.get(&pixels.digest) {
            Some((number, _)) => *number,
            None => {
                let id = write(pixels, file)?;
                self.by_digest.insert(pixels.digest, (next, id));
                next
            }
        };
        Ok(name(number))
    }

    /// The objects of all pictures by their names, if there are any.
    pub(super) fn dictionary(&self) -> Option<Object> {
        let names = self.by_digest.values();
        let dictionary: Dictionary = names
            .map(|&(number, id)| (name(number), Object::Reference(id)))
            .collect();
        (!dictionary.is_empty()).then_some(Object::Dictionary(dictionary))
    }
}

/// Writes a picture, and says which object it is.
fn write<W: Write>(pixels: &Pixels, file: &mut PdfFile<W>) -> Result<ObjectId, DocumentError> {
    let mut dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(pixels.width),
        "Height" => i64::from(pixels.height),
    };
    let id = file.reserve();
    let Some(FewColors { colors, numbers }) = FewColors::of(&pixels.rgb) else {
        dictionary.set("ColorSpace", "DeviceRGB");
        dictionary.set("BitsPerComponent", 8);
        file.set_packed(id, dictionary, &pixels.rgb)?;
        return Ok(id);
    };
    let last = colors.len() as i64 - 1;
    let bits = match colors.len() {
        0..=2 => 1,
        3..=4 => 2,
        _ => 4,
    };
    // A stream: a string would count among the texts of the file.
    let table = file.reserve();
    file.set_stream(table, Dictionary::new(), colors.as_flattened())?;
    let space = vec![
        "Indexed".into(),
        "DeviceRGB".into(),
        last.into(),
        table.into(),
    ];
    dictionary.set("ColorSpace", space);
    dictionary.set("BitsPerComponent", i64::from(bits));
    file.set_packed(id, dictionary, &in_bits(&numbers, pixels.width, bits))?;
    Ok(id)
}

/// A picture of at most so many colors that half a byte tells them apart.
struct FewColors {
    /// In the order they are first seen.
    colors: Vec<[u8; 3]>,
    /// Of every pixel, the number of its color.
    numbers: Vec<u8>,
}

impl FewColors {
    const MOST: usize = 16;

    fn of(rgb: &[u8]) -> Option<Self> {
        let (pixels, _) = rgb.as_chunks::<3>();
        let mut colors: Vec<[u8; 3]> = Vec::new();
        let mut numbers = Vec::with_capacity(pixels.len());
        for pixel in pixels {
            let known = colors.iter().position(|color| color == pixel);
            let number = match known {
                Some(number) => number,
                None if colors.len() == Self::MOST => return None,
                None => {
                    colors.push(*pixel);
                    colors.len() - 1
                }
            };
            numbers.push(number as u8);
        }
        Some(Self { colors, numbers })
    }
}

/// Numbers of so many bits each; every line of pixels begins a byte.
fn in_bits(numbers: &[u8], width: u32, bits: u8) -> Vec<u8> {
    let in_a_byte = usize::from(8 / bits);
    let lines = numbers.chunks(width as usize);
    let bytes = lines.flat_map(|line| line.chunks(in_a_byte));
    let byte = |numbers: &[u8]| {
        let missing = in_a_byte - numbers.len();
        let joined = numbers.iter().fold(0, |byte, number| byte << bits | number);
        // What is missing at the end of a line is zeros; a whole byte cannot be.
        joined << (missing as u8 * bits)
    };
    bytes.map(byte).collect()
}

fn name(number: usize) -> String {
    format!("Im{number}")
}
