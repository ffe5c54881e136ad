//! The small part of CBOR (RFC 8949) the format uses, in its one deterministic form (§4.2).
//!
//! Only definite lengths, shortest integers, no floats in what we write. A reader proves that what
//! it read was in that form by writing it again and comparing, so there is exactly one encoding of
//! each content. Values under keys this program does not know are kept as they stand.

use minicbor::data::{Int, Type};
use minicbor::decode::{Decoder, Error};

use crate::limits;

/// The first key an old reader must not ignore.
pub(crate) const CRITICAL_KEY: u64 = 0x8000;

/// A key and its value, encoded, exactly as read.
pub type UnknownKey = (u64, Vec<u8>);

/// The bytes are not the CBOR that was expected there.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

impl From<Error> for Malformed {
    fn from(_: Error) -> Self {
        Malformed
    }
}

/// Writes values one after the other.
#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub fn uint(&mut self, value: u64) -> &mut Self {
        self.head(0, value)
    }

    pub fn int(&mut self, value: i64) -> &mut Self {
        match u64::try_from(value) {
            Ok(value) => self.head(0, value),
            Err(_) => self.head(1, !value as u64),
        }
    }

    pub fn bytes(&mut self, value: &[u8]) -> &mut Self {
        self.head(2, value.len() as u64).raw(value)
    }

    pub fn text(&mut self, value: &str) -> &mut Self {
        self.head(3, value.len() as u64).raw(value.as_bytes())
    }

    pub fn array(&mut self, length: usize) -> &mut Self {
        self.head(4, length as u64)
    }

    pub fn null(&mut self) -> &mut Self {
        self.raw(&[0xf6])
    }

    #[cfg(test)]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.array(items.len());
        for item in items {
            write(self, item);
        }
    }

    /// Appends what is an encoded value already.
    pub fn raw(&mut self, value: &[u8]) -> &mut Self {
        self.bytes.extend_from_slice(value);
        self
    }

    fn head(&mut self, major: u8, value: u64) -> &mut Self {
        let major = major << 5;
        match value {
            0..24 => self.raw(&[major | value as u8]),
            24..0x100 => self.raw(&[major | 24, value as u8]),
            0x100..0x1_0000 => self.raw(&[major | 25]).raw(&(value as u16).to_be_bytes()),
            0x1_0000..0x1_0000_0000 => self.raw(&[major | 26]).raw(&(value as u32).to_be_bytes()),
            _ => self.raw(&[major | 27]).raw(&value.to_be_bytes()),
        }
    }
}

/// Collects the entries of a map with integer keys and writes them in ascending order.
#[derive(Default)]
pub(crate) struct MapWriter {
    entries: Vec<UnknownKey>,
}

impl MapWriter {
    pub fn put(&mut self, key: u64, write: impl FnOnce(&mut Writer)) {
        let mut value = Writer::default();
        write(&mut value);
        self.entries.push((key, value.bytes));
    }

    /// Writes the list, or leaves the key out if there is nothing in it.
    pub fn put_list<T>(&mut self, key: u64, items: &[T], write: impl FnMut(&mut Writer, &T)) {
        if !items.is_empty() {
            self.put(key, |value| value.list(items, write));
        }
    }

    pub fn finish(mut self, unknown: &[UnknownKey]) -> Vec<u8> {
        self.entries.extend_from_slice(unknown);
        self.entries.sort_by_key(|(key, _)| *key);
        let mut map = Writer::default();
        map.head(5, self.entries.len() as u64);
        for (key, value) in &self.entries {
            map.uint(*key).raw(value);
        }
        map.bytes
    }
}

/// Reads values one after the other.
pub(crate) struct Reader<'b>(Decoder<'b>);

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Reader(Decoder::new(bytes))
    }

    pub fn uint(&mut self) -> Result<u64, Malformed> {
        Ok(self.0.u64()?)
    }

    pub fn uint32(&mut self) -> Result<u32, Malformed> {
        Ok(self.0.u32()?)
    }

    pub fn uint8(&mut self) -> Result<u8, Malformed> {
        Ok(self.0.u8()?)
    }

    pub fn int(&mut self) -> Result<i64, Malformed> {
        Ok(self.0.i64()?)
    }

    pub fn bytes(&mut self) -> Result<&'b [u8], Malformed> {
        Ok(self.0.bytes()?)
    }

    pub fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.bytes()?.try_into().map_err(|_| Malformed)
    }

    /// A text of at most [`limits::TEXT_BYTES`].
    pub fn text(&mut self) -> Result<String, Malformed> {
        let text = self.0.str()?;
        if text.len() > limits::TEXT_BYTES {
            return Err(Malformed);
        }
        Ok(text.to_owned())
    }

    /// Opens an array that must have this many elements.
    pub fn array(&mut self, length: u64) -> Result<(), Malformed> {
        if self.0.array()? == Some(length) {
            Ok(())
        } else {
            Err(Malformed)
        }
    }

    /// A value or null.
    pub fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Malformed>,
    ) -> Result<Option<T>, Malformed> {
        if self.0.datatype()? == Type::Null {
            self.0.null()?;
            return Ok(None);
        }
        read(self).map(Some)
    }

    /// An array of any length. Takes memory only as elements are really there.
    pub fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        let length = self.0.array()?.ok_or(Malformed)?;
        let mut items = Vec::new();
        for _ in 0..length {
            items.push(read(self)?);
        }
        Ok(items)
    }

    /// A map with integer keys that ends where the bytes end. `read` gets each key with the reader
    /// at its value and says whether it knew the key; values of unknown keys are returned.
    pub fn map(
        mut self,
        mut read: impl FnMut(u64, &mut Self) -> Result<Known, Malformed>,
    ) -> Result<Vec<UnknownKey>, Malformed> {
        let length = self.0.map()?.ok_or(Malformed)?;
        let mut unknown = Vec::new();
        let mut last = None;
        for _ in 0..length {
            let key = self.uint()?;
            // Ascending, so none twice.
            if last.is_some_and(|last| key <= last) {
                return Err(Malformed);
            }
            last = Some(key);
            match read(key, &mut self)? {
                Known::Yes => {}
                Known::No if unknown.len() == limits::UNKNOWN_KEYS => return Err(Malformed),
                Known::No => unknown.push((key, self.raw_value()?.to_vec())),
            }
        }
        if self.0.position() == self.0.input().len() {
            Ok(unknown)
        } else {
            Err(Malformed)
        }
    }

    /// One value of any kind, as it stands.
    fn raw_value(&mut self) -> Result<&'b [u8], Malformed> {
        let start = self.0.position();
        self.skip(limits::DEPTH)?;
        Ok(&self.0.input()[start..self.0.position()])
    }

    /// Goes past one value and refuses every form but the deterministic one, so that what is unknown here
    /// has one encoding too. Values are built of what the format itself uses: no fractions, no tags.
    fn skip(&mut self, depth: usize) -> Result<(), Malformed> {
        let deeper = depth.checked_sub(1).ok_or(Malformed)?;
        match self.0.datatype()? {
            Type::Array => {
                for _ in 0..self.head(|decoder| decoder.array()?.ok_or(Malformed))? {
                    self.skip(deeper)?;
                }
            }
            Type::Map => {
                let mut last: &[u8] = &[];
                for _ in 0..self.head(|decoder| decoder.map()?.ok_or(Malformed))? {
                    let start = self.0.position();
                    self.skip(deeper)?;
                    let key = &self.0.input()[start..self.0.position()];
                    if key <= last {
                        return Err(Malformed);
                    }
                    last = key;
                    self.skip(deeper)?;
                }
            }
            Type::Bytes => self.content(|decoder| Ok(decoder.bytes()?.len()))?,
            Type::String => self.content(|decoder| Ok(decoder.str()?.len()))?,
            Type::U8 | Type::U16 | Type::U32 | Type::U64 => {
                self.head(|decoder| Ok(decoder.u64()?))?;
            }
            Type::I8 | Type::I16 | Type::I32 | Type::I64 | Type::Int => {
                self.head(|decoder| Ok(negative(decoder.int()?)))?;
            }
            Type::Bool => _ = self.0.bool()?,
            Type::Null => self.0.null()?,
            _ => return Err(Malformed),
        }
        Ok(())
    }

    /// The number in a head that is written as short as can be.
    fn head(
        &mut self,
        read: impl FnOnce(&mut Decoder<'b>) -> Result<u64, Malformed>,
    ) -> Result<u64, Malformed> {
        let start = self.0.position();
        let number = read(&mut self.0)?;
        if self.0.position() - start == head_length(number) {
            Ok(number)
        } else {
            Err(Malformed)
        }
    }

    /// A string whose length is written as short as can be.
    fn content(
        &mut self,
        read: impl FnOnce(&mut Decoder<'b>) -> Result<usize, Malformed>,
    ) -> Result<(), Malformed> {
        let start = self.0.position();
        let length = read(&mut self.0)?;
        if self.0.position() - start == head_length(length as u64) + length {
            Ok(())
        } else {
            Err(Malformed)
        }
    }
}

/// What the head of an integer carries: of −1 − n it is n.
fn negative(number: Int) -> u64 {
    let number = i128::from(number);
    u64::try_from(if number < 0 { !number } else { number }).unwrap_or(u64::MAX)
}

/// Bytes of the shortest head that carries this number.
fn head_length(number: u64) -> usize {
    match number {
        0..24 => 1,
        24..0x100 => 2,
        0x100..0x1_0000 => 3,
        0x1_0000..0x1_0000_0000 => 5,
        _ => 9,
    }
}

/// Whether a reader knew a key.
pub(crate) enum Known {
    Yes,
    No,
}
