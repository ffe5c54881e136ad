//! An office with keys, and bundles made by it.

use sha2::{Digest, Sha256};

use crate::outer::{FileKey, seal_header};
use crate::payload::seal_chunks;
use crate::random::draw;
use crate::seal::{encode_with_padding, signed_message};
use crate::*;

pub const AGENCY: [u8; 16] = [0xA9; 16];
pub const LAPTOP: [u8; 16] = [0x17; 16];
pub const COUNTY: [u8; 16] = [0xC0; 16];

/// Bytes that differ from draw to draw and are the same in every run.
pub struct Counted(pub u64);

impl Random for Counted {
    fn fill(&mut self, buffer: &mut [u8]) {
        for part in buffer.chunks_mut(32) {
            self.0 += 1;
            part.copy_from_slice(&Sha256::digest(self.0.to_le_bytes())[..part.len()]);
        }
    }
}

pub struct Office {
    pub random: Counted,
    pub laptop: SigningKey,
    pub county: OpeningKey,
}

impl Office {
    pub fn new() -> Self {
        let mut random = Counted(0);
        let laptop = SigningKey::generate(&mut random);
        let county = OpeningKey::generate(&mut random);
        Office {
            random,
            laptop,
            county,
        }
    }

    pub fn contents(&self) -> Contents {
        let log_id = [0x10; 16];
        let mut cover = CoverSheet::new(AGENCY, LAPTOP, Direction::Up, 1_700_000_000_000);
        cover.app_version = "0.1.0".into();
        cover.roster_known = Some(RosterPoint {
            version: 3,
            hash: [3; 32],
        });
        cover.registry_version = 1;
        let head = LogPoint {
            log_id,
            seq: 9,
            hash: [9; 32],
        };
        cover.logs = vec![LogRange {
            log_id,
            from: 4,
            to: 9,
            prev_hash: [4; 32],
            head_hash: head.hash,
            attestation: Some(Attestation::sign(&head, &self.laptop)),
        }];
        cover.have = vec![Have {
            log_id,
            intervals: vec![HeldInterval {
                from: 0,
                to: 9,
                hash: [9; 32],
            }],
        }];
        Contents {
            cover,
            blocks: vec![
                Block {
                    kind: Block::COMMITS,
                    plain: b"six commits, made up ".repeat(40),
                },
                Block {
                    kind: 2,
                    plain: vec![7; 300],
                },
            ],
        }
    }

    pub fn seal(&mut self, contents: &Contents) -> Vec<u8> {
        let recipients = [self.county.sealing_key().clone()];
        seal(contents, &recipients, &self.laptop, &mut self.random).unwrap()
    }

    pub fn bundle(&mut self) -> Vec<u8> {
        let contents = self.contents();
        self.seal(&contents)
    }

    /// Opens as the county would.
    pub fn open<'a>(&self, bytes: &'a [u8]) -> Result<Opened<'a>, BundleError> {
        let expect = Expectation {
            agency: Some(AGENCY),
            directions: &[Direction::Up],
        };
        open(
            bytes,
            &self.county,
            |manifest| self.signer(manifest),
            &expect,
        )
    }

    /// Opens and takes all blocks out.
    pub fn read(&self, bytes: &[u8]) -> Result<(Manifest, Vec<Block>), BundleError> {
        let opened = self.open(bytes)?;
        let blocks = opened.blocks().collect::<Result<_, _>>()?;
        Ok((opened.manifest, blocks))
    }

    pub fn signer(&self, manifest: &Manifest) -> Option<VerifyingKey> {
        (manifest.cover.device == LAPTOP).then(|| self.laptop.verifying_key())
    }

    /// Seals the good contents with a flaw, signed all the same. Lengths and hashes are made to
    /// fit unless the flaw is in them.
    pub fn forge(&mut self, flaw: impl FnOnce(&mut Parts)) -> Vec<u8> {
        let contents = self.contents();
        let good = self.seal(&contents);
        let (manifest, _) = self.read(&good).unwrap();
        let frames = contents
            .blocks
            .iter()
            .map(|b| zstd::bulk::compress(&b.plain, 3).unwrap());
        let mut parts = Parts {
            manifest,
            frames: frames.collect(),
            signer: self.laptop.clone(),
            lengths_fit: true,
            encoded: None,
            manifest_length: None,
            zeros: vec![],
        };
        flaw(&mut parts);
        self.seal_parts(parts)
    }

    fn seal_parts(&mut self, mut parts: Parts) -> Vec<u8> {
        if parts.lengths_fit {
            for (entry, frame) in parts.manifest.blocks.iter_mut().zip(&parts.frames) {
                entry.zlen = frame.len() as u64;
                entry.sha256 = Sha256::digest(frame).into();
            }
            encode_with_padding(&mut parts.manifest).unwrap();
        }
        let encoded = parts.encoded.unwrap_or_else(|| parts.manifest.encode());
        let bundle_id = draw(&mut self.random);
        let file_key = FileKey::generate(&mut self.random);
        let recipients = [self.county.sealing_key().clone()];
        let header = seal_header(&bundle_id, &file_key, &recipients, &mut self.random).unwrap();
        let signature = parts
            .signer
            .sign(&signed_message(&Sha256::digest(&header), &encoded));
        let length = parts.manifest_length.unwrap_or(encoded.len() as u32);
        let mut plain = [&length.to_le_bytes()[..], &encoded, &signature].concat();
        plain.extend(parts.frames.concat());
        plain.extend(parts.zeros);
        let padded = (parts.manifest.padded_len as usize).max(plain.len());
        plain.resize(padded, 0);
        let mut file = header;
        let key = file_key.payload_key(&bundle_id);
        seal_chunks(&plain, &key, &mut self.random, &mut file).unwrap();
        file
    }
}

/// What [`Office::forge`] puts together.
pub struct Parts {
    pub manifest: Manifest,
    pub frames: Vec<Vec<u8>>,
    pub signer: SigningKey,
    /// Whether the lengths and hashes in the manifest are put right at the end.
    pub lengths_fit: bool,
    /// Instead of the manifest's own encoding.
    pub encoded: Option<Vec<u8>>,
    /// Instead of the manifest's own length.
    pub manifest_length: Option<u32>,
    /// What the padding begins with.
    pub zeros: Vec<u8>,
}
