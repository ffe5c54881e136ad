//! Letters out of bytes, as a stream.

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{Error, MAX_ROW_BYTES, MAX_TEXT_BYTES};

/// Bytes read at once.
const CHUNK: usize = 64 * 1024;

/// What a text is written in: by its mark, UTF-8 if it is that to its end, else Windows' Western letters, in which
/// older programs of this country write. Leaves the source behind the mark.
///
/// # Errors
/// [`Error::NotATable`] for bytes that no text has; [`Error::TooLarge`]; [`Error::Unreadable`].
pub(crate) fn encoding_of(source: &mut (impl Read + Seek)) -> Result<&'static Encoding, Error> {
    let mut mark = [0; 3];
    let read = read_full(source, &mut mark)?;
    let marked = Encoding::for_bom(&mark[..read]);
    let (encoding, start) = marked.unwrap_or((UTF_8, 0));
    rewind(source, start)?;
    let encoding = match is_written_in(source, encoding)? {
        true => encoding,
        false if marked.is_some() => return Err(Error::NotATable),
        false => WINDOWS_1252,
    };
    rewind(source, start)?;
    Ok(encoding)
}

fn is_written_in(source: &mut impl Read, encoding: &'static Encoding) -> Result<bool, Error> {
    let is_wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut chunk, mut letters) = (vec![0; CHUNK], vec![0; 3 * CHUNK + 16]);
    let (mut bytes, mut fits) = (0, true);
    loop {
        let read = read_full(source, &mut chunk)?;
        bytes += read as u64;
        if bytes > MAX_TEXT_BYTES {
            return Err(Error::TooLarge {
                limit: MAX_TEXT_BYTES,
            });
        }
        // No text of one byte for each letter has this one.
        if !is_wide && chunk[..read].contains(&0) {
            return Err(Error::NotATable);
        }
        if fits {
            let is_last = read < CHUNK;
            let (result, _, _) =
                decoder.decode_to_utf8_without_replacement(&chunk[..read], &mut letters, is_last);
            fits = !matches!(result, DecoderResult::Malformed(..));
        }
        if read < CHUNK {
            return Ok(fits);
        }
    }
}

fn read_full(source: &mut impl Read, chunk: &mut [u8]) -> Result<usize, Error> {
    let mut filled = 0;
    while filled < chunk.len() {
        match source.read(&mut chunk[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return Err(Error::Unreadable),
        }
    }
    Ok(filled)
}

fn rewind(source: &mut impl Seek, to: usize) -> Result<(), Error> {
    let sought = source.seek(SeekFrom::Start(to as u64));
    sought.map(drop).map_err(|_| Error::Unreadable)
}

/// The letters of a source as UTF-8, every line ended by one line feed, also the last.
pub(crate) struct Letters<S> {
    source: S,
    decoder: Decoder,
    chunk: Vec<u8>,
    letters: Vec<u8>,
    ready: std::ops::Range<usize>,
    last: u8,
    has_ended: bool,
    in_row: RowBytes,
}

/// Bytes handed out since the last row was taken, shared with whoever takes the rows.
#[derive(Clone, Default)]
pub(crate) struct RowBytes(Rc<Cell<usize>>);

impl RowBytes {
    /// A row was taken.
    pub(crate) fn taken(&self) {
        self.0.set(0);
    }

    /// Whether the row being read is longer than a row may be.
    pub(crate) fn are_too_many(&self) -> bool {
        self.0.get() > MAX_ROW_BYTES
    }
}

impl<S: Read> Letters<S> {
    pub(crate) fn new(source: S, encoding: &'static Encoding, in_row: RowBytes) -> Letters<S> {
        Letters {
            source,
            decoder: encoding.new_decoder_without_bom_handling(),
            chunk: vec![0; CHUNK],
            letters: vec![0; 3 * CHUNK + 16],
            ready: 0..0,
            last: b'\n',
            has_ended: false,
            in_row,
        }
    }

    /// Decodes the next chunk.
    fn fill(&mut self) -> io::Result<()> {
        let read = read_full(&mut self.source, &mut self.chunk);
        let read = read.map_err(|_| io::Error::other("unreadable"))?;
        self.has_ended = read < CHUNK;
        let (_, _, written, _) =
            self.decoder
                .decode_to_utf8(&self.chunk[..read], &mut self.letters, self.has_ended);
        let mut kept = 0;
        for at in 0..written {
            let byte = self.letters[at];
            let is_second_half = byte == b'\n' && self.last == b'\r';
            self.last = byte;
            if !is_second_half {
                self.letters[kept] = if byte == b'\r' { b'\n' } else { byte };
                kept += 1;
            }
        }
        if self.has_ended && !matches!(self.last, b'\n' | b'\r') {
            self.letters[kept] = b'\n';
            kept += 1;
        }
        self.ready = 0..kept;
        Ok(())
    }
}

impl<S: Read> Read for Letters<S> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.in_row.are_too_many() {
            return Err(io::Error::other("row too long"));
        }
        while self.ready.is_empty() && !self.has_ended {
            self.fill()?;
        }
        let count = into.len().min(self.ready.len());
        let from = self.ready.start;
        into[..count].copy_from_slice(&self.letters[from..from + count]);
        self.ready.start += count;
        self.in_row.0.set(self.in_row.0.get() + count);
        Ok(count)
    }
}
