//! For tests: every page of a case file as it lies on the disk, free pages and write-ahead log included,
//! decrypted without asking SQLite.
//!
//! SQLCipher 4 under a raw key: each page of 4,096 bytes is AES-256-CBC under that key, its initialization
//! vector and tag in the last 80 bytes; the first 16 bytes of the file are a salt. A frame of the write-ahead
//! log is a header of 24 bytes and such a page, behind the log's own header of 32.

use aes::Aes256;
use cbc::cipher::{Block, BlockModeDecrypt, KeyIvInit};

use super::*;

const PAGE: usize = 4096;
const RESERVED: usize = 80;

impl CaseFile {
    /// All pages, one after the other.
    pub(crate) fn pages_on_disk(&self) -> Vec<u8> {
        let file = fs::read(open::path_in(&self.folder)).expect("the case file is there");
        let mut pages = Vec::new();
        for (number, page) in file.chunks(PAGE).enumerate() {
            // The salt stands where the first page's first bytes would.
            let start = if number == 0 { 16 } else { 0 };
            pages.extend(self.decrypted(&page[start..]));
        }
        assert!(
            pages.windows(6).any(|part| part == b"victim"),
            "the schema can be read"
        );
        let log = fs::read(self.folder.join("case.db-wal")).unwrap_or_default();
        for frame in log.get(32..).unwrap_or_default().chunks_exact(24 + PAGE) {
            let number = u32::from_be_bytes(frame[..4].try_into().expect("four bytes"));
            let start = if number == 1 { 16 } else { 0 };
            pages.extend(self.decrypted(&frame[24 + start..]));
        }
        pages
    }

    fn decrypted(&self, page: &[u8]) -> Vec<u8> {
        let (content, reserved) = page.split_at(page.len() - RESERVED);
        let vector: [u8; 16] = reserved[..16].try_into().expect("sixteen bytes");
        let key: [u8; 32] = self.key.as_ref().try_into().expect("a key of 256 bits");
        let mut reader = cbc::Decryptor::<Aes256>::new(&key.into(), &vector.into());
        let mut blocks: Vec<Block<Aes256>> = content
            .chunks_exact(16)
            .map(|block| Block::<Aes256>::try_from(block).expect("sixteen bytes"))
            .collect();
        reader.decrypt_blocks(&mut blocks);
        blocks.into_iter().flatten().collect()
    }
}
