//! Whole files, as they lie on a stick.

use std::sync::LazyLock;

use countyline_bundle::{Direction, Expectation, FileKind, inspect, limits, open, recognise};

use super::{AGENCY, Keys};

static KEYS: LazyLock<Keys> = LazyLock::new(Keys::known);

/// Looks at the outside, and opens with the key of the stored vectors.
pub fn run(bytes: &[u8]) {
    let outer = inspect(bytes);
    let expect = Expectation {
        agency: Some(AGENCY),
        directions: &[Direction::Up],
    };
    let signer = |manifest: &countyline_bundle::Manifest| KEYS.signer(manifest.cover.device);
    let opened = open(bytes, &KEYS.county, signer, &expect);

    let outer = match (outer, &opened) {
        (Ok(outer), _) => outer,
        (Err(refused), Err(also)) => return assert_eq!(&refused, also),
        (Err(refused), Ok(_)) => panic!("opened although {refused}"),
    };
    assert_eq!(recognise(bytes), Some(FileKind::Bundle));
    assert_eq!(outer.header_bytes + outer.payload_bytes, bytes.len());
    assert!((1..=limits::RECIPIENTS).contains(&outer.recipients.len()));
    assert!(outer.plain_bytes > 0 && outer.plain_bytes < outer.payload_bytes as u64);

    let Ok(opened) = opened else { return };
    assert_eq!(opened.bundle_id, outer.bundle_id);
    assert_eq!(opened.manifest.padded_len, outer.plain_bytes);
    for (entry, block) in opened.manifest.blocks.iter().zip(opened.blocks()) {
        let Ok(block) = block else { return };
        assert_eq!(block.plain.len() as u64, entry.plain_len);
    }
}
