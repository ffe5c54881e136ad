//! A file that asks for a password: AES-256 as PDF 2.0 has it (V5, R6), which Acrobat, poppler,
//! MuPDF and qpdf read.

use std::{collections::BTreeMap, sync::Arc};

use lopdf::{
    Document, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions,
    encryption::crypt_filters::{Aes256CryptFilter, CryptFilter},
};

use crate::DocumentError;

const FILTER: &[u8] = b"StdCF";
/// A reader looks at no more of a password (ISO 32000-2, 7.6.4.3.3).
const LONGEST_PASSWORD_BYTES: usize = 127;

/// `pdf` as a file that opens with `password` and not without it.
///
/// The password is prepared as readers do it (SASLprep, RFC 4013): `é` typed as one character or
/// as two is the same. There is no second password that opens it too. The bytes are different
/// every time, so a digest is to be taken of `pdf`.
///
/// # Errors
/// [`DocumentError::PasswordUnusable`] if the password is empty, has more than 127 bytes in UTF-8
/// or has a character that readers refuse; [`DocumentError::Pdf`] if `pdf` is not a PDF or has a
/// password already.
pub fn protected(pdf: &[u8], password: &str) -> Result<Vec<u8>, DocumentError> {
    let prepared = stringprep::saslprep(password).map_err(|_| DocumentError::PasswordUnusable)?;
    if prepared.is_empty() || prepared.len() > LONGEST_PASSWORD_BYTES {
        return Err(DocumentError::PasswordUnusable);
    }
    let mut document = Document::load_mem(pdf).map_err(refused)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(failed());
    }
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|_| failed())?;
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let state = EncryptionState::try_from(EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(FILTER.to_vec(), filter)]),
        file_encryption_key: &key,
        stream_filter: FILTER.to_vec(),
        string_filter: FILTER.to_vec(),
        // Whoever has the password may print and copy what she could read aloud anyway.
        owner_password: &prepared,
        user_password: &prepared,
        permissions: Permissions::all(),
    })
    .map_err(refused)?;
    document.encrypt(&state).map_err(refused)?;
    complete(&mut document)?;
    document.version = "1.7".into();
    let mut bytes = Vec::new();
    document
        .save_to(&mut bytes)
        .map_err(|error| refused(lopdf::Error::from(error)))?;
    Ok(bytes)
}

/// Says how long the key is: lopdf leaves it out, and poppler and MuPDF then read nothing.
fn complete(document: &mut Document) -> Result<(), DocumentError> {
    let id: ObjectId = document
        .trailer
        .get(b"Encrypt")
        .and_then(Object::as_reference)
        .map_err(refused)?;
    let encryption = document.get_dictionary_mut(id).map_err(refused)?;
    encryption.set("Length", 256);
    let filter = encryption
        .get_mut(b"CF")
        .and_then(Object::as_dict_mut)
        .and_then(|filters| filters.get_mut(FILTER))
        .and_then(Object::as_dict_mut)
        .map_err(refused)?;
    filter.set("Length", 32);
    filter.set("AuthEvent", "DocOpen");
    Ok(())
}

fn refused(error: lopdf::Error) -> DocumentError {
    DocumentError::Pdf {
        doing: DOING,
        source: Some(error),
    }
}

fn failed() -> DocumentError {
    DocumentError::Pdf {
        doing: DOING,
        source: None,
    }
}

const DOING: &str = "setting its password";
