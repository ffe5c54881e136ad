//! Randomness, passed in by the caller.
//!
//! Nothing in this crate asks the operating system. A test may pass a counter; the program passes
//! the system's generator and must not continue if that fails.

use std::convert::Infallible;

use hpke::rand_core::{TryCryptoRng, TryRng};

/// A source of bytes nobody can foresee.
pub trait Random {
    /// Fills the whole buffer.
    fn fill(&mut self, buffer: &mut [u8]);
}

impl<F: FnMut(&mut [u8])> Random for F {
    fn fill(&mut self, buffer: &mut [u8]) {
        self(buffer);
    }
}

/// Draws an array.
pub(crate) fn draw<const N: usize>(random: &mut dyn Random) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// Lends a [`Random`] to the key encapsulation, which draws its ephemeral key from it.
pub(crate) struct ForEncapsulation<'a>(pub &'a mut dyn Random);

impl TryRng for ForEncapsulation<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(draw(self.0)))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(draw(self.0)))
    }

    fn try_fill_bytes(&mut self, buffer: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(buffer);
        Ok(())
    }
}

impl TryCryptoRng for ForEncapsulation<'_> {}
