//! The pictures of a PDF, each written once however often it is shown.

use std::{collections::BTreeMap, io::Write};

use lopdf::{Object, ObjectId, dictionary};

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
                let id = file.reserve();
                let dictionary = dictionary! {
                    "Type" => "XObject",
                    "Subtype" => "Image",
                    "Width" => i64::from(pixels.width),
                    "Height" => i64::from(pixels.height),
                    "ColorSpace" => "DeviceRGB",
                    "BitsPerComponent" => 8,
                };
                file.set_packed(id, dictionary, &pixels.rgb)?;
                self.by_digest.insert(pixels.digest, (next, id));
                next
            }
        };
        Ok(name(number))
    }

    /// The objects of all pictures by their names, if there are any.
    pub(super) fn dictionary(&self) -> Option<Object> {
        let names = self.by_digest.values();
        let dictionary: lopdf::Dictionary = names
            .map(|&(number, id)| (name(number), Object::Reference(id)))
            .collect();
        (!dictionary.is_empty()).then_some(Object::Dictionary(dictionary))
    }
}

fn name(number: usize) -> String {
    format!("Im{number}")
}
