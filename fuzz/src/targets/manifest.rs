//! Manifests: all that a program reads of a bundle before it knows who signed it.

use std::sync::LazyLock;

use countyline_bundle::testing::{Inside, read_manifest, seal_as_it_is, write_manifest};
use countyline_bundle::{BundleError, Direction, Expectation, Manifest, limits, open};

use super::{Counted, Keys};

static KEYS: LazyLock<Keys> = LazyLock::new(Keys::known);

/// Reads a manifest; one that can be read is sealed and opened too.
pub fn run(bytes: &[u8]) {
    let Ok(manifest) = read_manifest(bytes) else {
        return;
    };
    assert_eq!(write_manifest(&manifest), bytes);
    assert!(bytes.len() <= limits::MANIFEST_BYTES);
    ensure_within_limits(&manifest);

    let padding = manifest.padded_len.saturating_sub(bytes.len() as u64 + 68);
    let inside = Inside {
        manifest_length: bytes.len() as u32,
        manifest: bytes,
        rest: &vec![0; usize::try_from(padding.min(1 << 16)).unwrap_or(0)],
    };
    let recipients = [KEYS.county.sealing_key().clone()];
    let sealed = seal_as_it_is(&inside, &recipients, &KEYS.laptop, &mut Counted(9));
    let sealed = sealed.expect("what was read can be sealed");
    let every = [Direction::Up, Direction::Return, Direction::Bootstrap];
    let expect = Expectation {
        agency: None,
        directions: &every,
    };
    let signer = |read: &Manifest| {
        assert_eq!(*read, manifest);
        Some(KEYS.laptop.verifying_key())
    };
    match open(&sealed, &KEYS.county, signer, &expect) {
        Ok(opened) => assert_eq!(opened.manifest, manifest),
        Err(BundleError::ManifestMalformed { what }) => assert_eq!(what, "recipients"),
        Err(BundleError::OverLimit { what }) => panic!("read although over {what:?}"),
        Err(_) => {}
    }
}

fn ensure_within_limits(manifest: &Manifest) {
    let cover = &manifest.cover;
    assert!(cover.app_version.len() <= limits::TEXT_BYTES);
    assert!((1..=limits::RECIPIENTS).contains(&manifest.recipients.len()));
    assert!(manifest.blocks.len() <= limits::BLOCKS);
    let largest = manifest.blocks.iter().map(|block| block.plain_len).max();
    assert!(largest <= Some(limits::BLOCK_PLAIN_BYTES));
    let total: u64 = manifest.blocks.iter().map(|block| block.plain_len).sum();
    assert!(total <= limits::TOTAL_PLAIN_BYTES);
    let commits: u64 = cover.logs.iter().map(|log| log.to - log.from + 1).sum();
    assert!(commits <= limits::COMMITS);
}
