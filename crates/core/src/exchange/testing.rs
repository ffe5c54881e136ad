//! What a test needs to read a bundle as its recipient does, or to seal one as its sender: the keys of a
//! place, which nobody else gets.

use countyline_bundle::{OpeningKey, SigningKey};

use super::store;
use crate::casefile::CaseFile;
use crate::error::Result;

/// The keys of a place, and what it knows.
pub struct Keys {
    /// Opens what was sealed for it.
    pub opening: OpeningKey,
    /// Signs its bundles.
    pub signing: SigningKey,
    /// Its device.
    pub device: [u8; 16],
    /// Its agency; a laptop that has not joined has none.
    pub agency: Option<[u8; 16]>,
    /// The newest roster it knows, as signed.
    pub roster: Option<Vec<u8>>,
}

/// The keys of this place.
///
/// # Errors
/// Those of reading the case file.
pub fn keys(file: &CaseFile) -> Result<Keys> {
    let place = file.place();
    Ok(Keys {
        opening: place.opening_key.clone(),
        signing: place.signing_key.clone(),
        device: place.device,
        agency: place.agency,
        roster: store::roster(file.conn())?,
    })
}
