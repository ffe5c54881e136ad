//! Where the bytes of a bundle are read from.
//!
//! A bundle may be as large as 256 MiB. It is opened without ever lying in memory as a whole: what is
//! needed of it is asked for by its place. What was read twice is checked twice, so a source that changes
//! meanwhile is refused like any altered file.

use std::io;

/// Bytes that can be read from any place: memory, or a file.
pub trait Source {
    /// How many there are.
    fn length(&self) -> u64;

    /// Fills `bytes` with what begins at `offset`.
    ///
    /// # Errors
    /// If they cannot be read, or there are not so many.
    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> io::Result<()>;
}

impl<B: AsRef<[u8]> + ?Sized> Source for &B {
    fn length(&self) -> u64 {
        self.as_ref().len() as u64
    }

    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> io::Result<()> {
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let from = self.as_ref().get(start..);
        let from = from.and_then(|from| from.get(..bytes.len()));
        bytes.copy_from_slice(from.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}
