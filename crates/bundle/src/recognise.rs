//! Telling our files apart by their first eight bytes, and telling damage from strangeness.
//!
//! The bytes are chosen as PNG's are: mail programs and old file transfers that change line ends,
//! cut the eighth bit or take a file for text leave traces in them.

use crate::BundleError;

/// The files this crate reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A sealed bundle.
    Bundle,
    /// A laptop's request to be enrolled.
    EnrolmentRequest,
    /// A signed roster.
    Roster,
}

impl FileKind {
    const ALL: [FileKind; 3] = [
        FileKind::Bundle,
        FileKind::EnrolmentRequest,
        FileKind::Roster,
    ];

    pub(crate) fn magic(self) -> [u8; 8] {
        let letter = match self {
            FileKind::Bundle => b'B',
            FileKind::EnrolmentRequest => b'E',
            FileKind::Roster => b'R',
        };
        [0x89, b'C', b'L', letter, b'\r', b'\n', 0x1a, b'\n']
    }
}

/// Which of our files this is, by its beginning alone.
pub fn recognise(bytes: &[u8]) -> Option<FileKind> {
    FileKind::ALL
        .into_iter()
        .find(|kind| bytes.starts_with(&kind.magic()))
}

/// Checks that these bytes begin as a file of this kind does.
pub(crate) fn check_magic(bytes: &[u8], kind: FileKind) -> Result<(), BundleError> {
    let magic = kind.magic();
    if bytes.starts_with(&magic) {
        return Ok(());
    }
    if magic.starts_with(bytes) {
        return Err(BundleError::Truncated);
    }
    if shows_damage(bytes, magic[3]) {
        return Err(BundleError::DamagedInTransfer);
    }
    Err(BundleError::NotABundle)
}

fn shows_damage(bytes: &[u8], letter: u8) -> bool {
    let name = [b'C', b'L', letter];
    // The first byte lost its eighth bit or went missing, was written as Latin-1 in UTF-8, or was
    // replaced because it is no UTF-8; or only the line ends after the name were changed.
    let lost: [&[u8]; 5] = [&[0x89], &[0x09], &[], &[0xc2, 0x89], &[0xef, 0xbf, 0xbd]];
    let as_text = lost.iter().any(|first| {
        bytes
            .strip_prefix(*first)
            .is_some_and(|rest| rest.starts_with(&name))
    });
    // The file as it travels inside a mail, never decoded (base64 of the first six bytes).
    let still_encoded = match letter {
        b'B' => bytes.starts_with(b"iUNMQg0K"),
        b'E' => bytes.starts_with(b"iUNMRQ0K"),
        _ => bytes.starts_with(b"iUNMUg0K"),
    };
    as_text || still_encoded
}
