//! Reading and writing the one canonical form of CBOR this format allows (RFC 8949 §4.2.1).
//!
//! The reader refuses every byte string the writer would not have produced: longer integers than
//! needed, indefinite lengths, map keys out of order, anything after the end. Without that, the same
//! content would have several hashes.

use minicbor::{Decoder, Encoder};

use crate::{Error, Result};

/// A writer into memory, which cannot fail.
pub(crate) type Writer<'a> = Encoder<&'a mut Vec<u8>>;

/// Writes with `write` into fresh bytes.
pub(crate) fn written(
    write: impl FnOnce(&mut Writer<'_>) -> std::result::Result<(), WriteError>,
) -> Vec<u8> {
    with_room(0, write)
}

/// As [`written`], into bytes with room for so many.
pub(crate) fn with_room(
    room: usize,
    write: impl FnOnce(&mut Writer<'_>) -> std::result::Result<(), WriteError>,
) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(room);
    write(&mut Encoder::new(&mut bytes)).expect("memory takes every byte");
    bytes
}

/// What writing into memory never returns.
pub(crate) type WriteError = minicbor::encode::Error<std::convert::Infallible>;

/// A reader that accepts canonical bytes only.
pub(crate) struct Reader<'b> {
    decoder: Decoder<'b>,
    what: &'static str,
}

impl<'b> Reader<'b> {
    /// Reads `bytes`; errors say that `what` was wrong.
    pub fn new(bytes: &'b [u8], what: &'static str) -> Reader<'b> {
        Reader {
            decoder: Decoder::new(bytes),
            what,
        }
    }

    /// Fails unless everything was read.
    pub fn end(&self) -> Result<()> {
        if self.position() == self.decoder.input().len() {
            Ok(())
        } else {
            Err(self.malformed())
        }
    }

    pub fn position(&self) -> usize {
        self.decoder.position()
    }

    pub fn remaining(&self) -> usize {
        self.decoder.input().len() - self.position()
    }

    /// The first byte of the next item.
    pub fn peek(&self) -> Result<u8> {
        let next = self.decoder.input().get(self.position());
        next.copied().ok_or_else(|| self.malformed())
    }

    pub fn unsigned(&mut self) -> Result<u64> {
        let start = self.position();
        let number = self.decoder.u64().map_err(|_| self.malformed())?;
        self.consumed(start, head_length(number))?;
        Ok(number)
    }

    pub fn u16(&mut self) -> Result<u16> {
        u16::try_from(self.unsigned()?).map_err(|_| self.malformed())
    }

    pub fn signed(&mut self) -> Result<i64> {
        let start = self.position();
        let number = self.decoder.i64().map_err(|_| self.malformed())?;
        let magnitude = if number < 0 { !number } else { number };
        self.consumed(start, head_length(magnitude as u64))?;
        Ok(number)
    }

    pub fn bool(&mut self) -> Result<bool> {
        self.decoder.bool().map_err(|_| self.malformed())
    }

    pub fn null(&mut self) -> Result<()> {
        self.decoder.null().map_err(|_| self.malformed())
    }

    pub fn bytes(&mut self, limit: usize) -> Result<&'b [u8]> {
        let start = self.position();
        let bytes = self.decoder.bytes().map_err(|_| self.malformed())?;
        self.within(bytes.len(), limit)?;
        self.consumed(start, head_length(bytes.len() as u64) + bytes.len())?;
        Ok(bytes)
    }

    pub fn array_of_bytes<const N: usize>(&mut self) -> Result<[u8; N]> {
        let bytes = self.bytes(usize::MAX)?;
        bytes.try_into().map_err(|_| self.malformed())
    }

    pub fn text(&mut self, limit: usize) -> Result<&'b str> {
        let start = self.position();
        let text = self.decoder.str().map_err(|_| self.malformed())?;
        self.within(text.len(), limit)?;
        self.consumed(start, head_length(text.len() as u64) + text.len())?;
        Ok(text)
    }

    /// The number of items of a list: never more than there are bytes left to read them from.
    pub fn list(&mut self) -> Result<usize> {
        let start = self.position();
        let length = self.decoder.array().map_err(|_| self.malformed())?;
        self.length(start, length, 1)
    }

    /// The number of pairs of a map: never more than there are bytes left to read them from.
    pub fn map(&mut self) -> Result<usize> {
        let start = self.position();
        let length = self.decoder.map().map_err(|_| self.malformed())?;
        self.length(start, length, 2)
    }

    pub fn malformed(&self) -> Error {
        Error::Malformed { what: self.what }
    }

    pub fn not_canonical(&self) -> Error {
        Error::NotCanonical { what: self.what }
    }

    pub fn within(&self, size: usize, limit: usize) -> Result<()> {
        if size <= limit {
            Ok(())
        } else {
            Err(Error::TooLarge {
                what: self.what,
                limit,
            })
        }
    }

    fn length(&self, start: usize, length: Option<u64>, item_bytes: usize) -> Result<usize> {
        let length = length.ok_or_else(|| self.not_canonical())?;
        self.consumed(start, head_length(length))?;
        let length = usize::try_from(length).map_err(|_| self.malformed())?;
        if length > self.remaining() / item_bytes {
            return Err(self.malformed());
        }
        Ok(length)
    }

    fn consumed(&self, start: usize, shortest: usize) -> Result<()> {
        if self.position() - start == shortest {
            Ok(())
        } else {
            Err(self.not_canonical())
        }
    }
}

/// The bytes of the shortest head that carries `number`.
fn head_length(number: u64) -> usize {
    match number {
        0..24 => 1,
        24..0x100 => 2,
        0x100..0x1_0000 => 3,
        0x1_0000..0x1_0000_0000 => 5,
        _ => 9,
    }
}
