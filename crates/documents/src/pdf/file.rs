//! A PDF file, object by object: each is written as it comes, and only its place is kept.

use std::io::{self, Write};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::DocumentError;

/// A file that is being written.
pub(super) struct PdfFile<W> {
    out: W,
    written: u64,
    /// Where each object begins, by its number less one; 0 for one that is still to come.
    places: Vec<u64>,
    digest: Sha256,
    /// One for all streams: setting one up takes longer than packing a short stream.
    packer: ZlibEncoder<Vec<u8>>,
}

impl<W: Write> PdfFile<W> {
    pub(super) fn begin(out: W) -> Result<Self, DocumentError> {
        let mut file = Self {
            out,
            written: 0,
            places: Vec::new(),
            digest: Sha256::new(),
            packer: ZlibEncoder::new(Vec::new(), Compression::new(PACKING)),
        };
        // The second line tells programs that carry files that this one is not text.
        file.put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
        Ok(file)
    }

    /// A number for an object that is written later, so that others can refer to it now.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.places.push(0);
        let number = u32::try_from(self.places.len()).expect("a file has fewer objects than that");
        (number, 0)
    }

    /// Writes `object` under a new number.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> Result<ObjectId, DocumentError> {
        let id = self.reserve();
        self.set(id, object)?;
        Ok(id)
    }

    /// Writes the object whose number was reserved.
    pub(super) fn set(
        &mut self,
        id: ObjectId,
        object: impl Into<Object>,
    ) -> Result<(), DocumentError> {
        let mut bytes = Vec::new();
        write_object(&mut bytes, &object.into());
        self.set_bytes(id, &bytes)
    }

    /// Writes a stream, packed.
    pub(super) fn set_packed(
        &mut self,
        id: ObjectId,
        mut dictionary: Dictionary,
        content: &[u8],
    ) -> Result<(), DocumentError> {
        let packer = &mut self.packer;
        let packed = packer
            .write_all(content)
            .and_then(|()| packer.reset(Vec::new()))
            .map_err(refused)?;
        dictionary.set("Filter", "FlateDecode");
        self.set_stream(id, dictionary, &packed)
    }

    /// Writes a stream as it is.
    pub(super) fn set_stream(
        &mut self,
        id: ObjectId,
        mut dictionary: Dictionary,
        content: &[u8],
    ) -> Result<(), DocumentError> {
        dictionary.set("Length", content.len() as i64);
        let mut bytes = Vec::with_capacity(content.len() + 128);
        write_dictionary(&mut bytes, &dictionary);
        bytes.extend_from_slice(b"stream\n");
        bytes.extend_from_slice(content);
        bytes.extend_from_slice(b"\nendstream");
        self.set_bytes(id, &bytes)
    }

    /// Writes an object that is bytes already.
    pub(super) fn set_bytes(&mut self, id: ObjectId, object: &[u8]) -> Result<(), DocumentError> {
        self.places[id.0 as usize - 1] = self.written;
        self.put(format!("{} 0 obj\n", id.0).as_bytes())?;
        self.put(object)?;
        self.put(b"\nendobj\n")
    }

    /// Writes the list of objects and the end. The file's id is a digest of all before it.
    pub(super) fn finish(mut self, root: ObjectId, info: ObjectId) -> Result<(), DocumentError> {
        let start = self.written;
        let id = self.digest.clone().finalize()[..16].to_vec();
        let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", self.places.len() + 1);
        for place in &self.places {
            end.push_str(&format!("{place:010} 00000 n \n"));
        }
        let half = Object::String(id, StringFormat::Hexadecimal);
        let trailer = dictionary! {
            "Size" => self.places.len() as i64 + 1,
            "Root" => root,
            "Info" => info,
            "ID" => vec![half.clone(), half],
        };
        let mut end = end.into_bytes();
        end.extend_from_slice(b"trailer\n");
        write_dictionary(&mut end, &trailer);
        end.extend_from_slice(format!("\nstartxref\n{start}\n%%EOF\n").as_bytes());
        self.put(&end)?;
        self.out.flush().map_err(refused)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), DocumentError> {
        self.out.write_all(bytes).map_err(refused)?;
        self.digest.update(bytes);
        self.written += bytes.len() as u64;
        Ok(())
    }
}

/// How hard streams are packed, from 0 to 9: beyond this a letter gets hardly smaller.
const PACKING: u32 = 6;

fn refused(error: io::Error) -> DocumentError {
    DocumentError::Pdf {
        doing: "writing the file",
        source: Some(lopdf::Error::from(error)),
    }
}

/// Writes an object as the standard spells it (ISO 32000-1, 7.3).
pub(super) fn write_object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(true) => out.extend_from_slice(b"true"),
        Object::Boolean(false) => out.extend_from_slice(b"false"),
        Object::Integer(number) => write_whole(out, *number),
        Object::Real(number) => write_number(out, *number),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, _) => write_string(out, bytes),
        Object::Array(parts) => {
            out.push(b'[');
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                write_object(out, part);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary),
        Object::Stream(stream) => write_dictionary(out, &stream.dict),
        Object::Reference((number, _)) => {
            write_whole(out, i64::from(*number));
            out.extend_from_slice(b" 0 R");
        }
    }
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(out, key);
        out.push(b' ');
        write_object(out, value);
    }
    out.extend_from_slice(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_alphanumeric() || b"+-_.".contains(&byte) {
            out.push(byte);
        } else {
            out.push(b'#');
            write_hex(out, &[byte]);
        }
    }
}

fn write_string(out: &mut Vec<u8>, bytes: &[u8]) {
    let is_plain =
        |byte: &u8| (byte.is_ascii_graphic() || *byte == b' ') && !b"()\\".contains(byte);
    if bytes.iter().all(is_plain) {
        out.push(b'(');
        out.extend_from_slice(bytes);
        out.push(b')');
    } else {
        out.push(b'<');
        write_hex(out, bytes);
        out.push(b'>');
    }
}

pub(super) fn write_hex(out: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in bytes {
        out.push(DIGITS[usize::from(byte >> 4)]);
        out.push(DIGITS[usize::from(byte & 15)]);
    }
}

/// Writes a number to a thousandth, without needless zeros.
pub(super) fn write_number(out: &mut Vec<u8>, number: f32) {
    let thousandths = (f64::from(number) * 1000.0).round() as i64;
    if thousandths < 0 {
        out.push(b'-');
    }
    let (whole, rest) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
    write_whole(out, whole);
    if rest > 0 {
        let digits = [rest / 100, rest / 10 % 10, rest % 10].map(|digit| b'0' + digit as u8);
        let needed = if rest % 100 == 0 {
            1
        } else if rest % 10 == 0 {
            2
        } else {
            3
        };
        out.push(b'.');
        out.extend_from_slice(&digits[..needed]);
    }
}

pub(super) fn write_whole(out: &mut Vec<u8>, number: i64) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits[at..]);
}
