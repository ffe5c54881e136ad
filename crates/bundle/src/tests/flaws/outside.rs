//! Flaws anybody could see or make: broken transfers and altered headers.

use super::{Flaw, flaw};
use crate::BundleError::*;
use crate::limits::Limit;
use crate::tests::support::*;
use crate::*;

pub fn transfer_flaws(good: &[u8]) -> Vec<Flaw> {
    let with_start = |start: &[u8]| [start, &good[8..]].concat();
    let as_text: String = good.iter().map(|byte| char::from(*byte)).collect();
    vec![
        flaw("empty", vec![], Truncated),
        flaw("another-file", with_start(b"\x89PNG\r\n\x1a\n"), NotABundle),
        flaw(
            "line-ends-made-unix",
            with_start(b"\x89CLB\n\x1a\n"),
            DamagedInTransfer,
        ),
        flaw(
            "line-ends-made-dos",
            with_start(b"\x89CLB\r\n\x1a\r\n"),
            DamagedInTransfer,
        ),
        flaw(
            "eighth-bit-cut",
            good.iter().map(|b| b & 0x7f).collect(),
            DamagedInTransfer,
        ),
        flaw("taken-for-latin-1", as_text.into_bytes(), DamagedInTransfer),
        flaw(
            "taken-for-utf-8",
            String::from_utf8_lossy(good).into_owned().into_bytes(),
            DamagedInTransfer,
        ),
        flaw(
            "still-in-base64",
            b"iUNMQg0KGgoBAQAA".to_vec(),
            DamagedInTransfer,
        ),
        flaw("truncated-in-magic", good[..5].to_vec(), Truncated),
        flaw("truncated-in-header", good[..100].to_vec(), Truncated),
        flaw("truncated-after-header", good[..189].to_vec(), Truncated),
        flaw(
            "truncated-in-last-chunk",
            good[..good.len() - 20].to_vec(),
            PayloadAltered { chunk: 0 },
        ),
        flaw(
            "byte-appended",
            [good, &[0]].concat(),
            PayloadAltered { chunk: 0 },
        ),
    ]
}

pub fn header_flaws(office: &mut Office, good: &[u8]) -> Vec<Flaw> {
    let other = office.bundle();
    let changed = |place: usize, byte: u8| {
        let mut bytes = good.to_vec();
        bytes[place] = byte;
        bytes
    };
    let from_other = |range: std::ops::Range<usize>| {
        let mut bytes = good.to_vec();
        bytes[range.clone()].copy_from_slice(&other[range]);
        bytes
    };
    let stranger = OpeningKey::generate(&mut office.random)
        .sealing_key()
        .clone();
    let for_another = seal(
        &office.contents(),
        &[stranger],
        &office.laptop,
        &mut office.random,
    )
    .unwrap();
    vec![
        flaw(
            "version-0",
            changed(8, 0),
            HeaderMalformed {
                what: "container version",
            },
        ),
        flaw("version-2", changed(8, 2), NewerVersion { version: 2 }),
        flaw("suite-3", changed(9, 3), UnknownSuite { suite: 3 }),
        flaw(
            "unknown-flag",
            changed(11, 0x80),
            UnknownFlags { flags: 0x8000 },
        ),
        flaw(
            "reserved-byte-set",
            changed(35, 1),
            UnknownFlags { flags: 0 },
        ),
        flaw(
            "no-recipients",
            changed(32, 0),
            OverLimit {
                what: Limit::Recipients,
            },
        ),
        flaw(
            "seventeen-recipients",
            changed(32, 17),
            OverLimit {
                what: Limit::Recipients,
            },
        ),
        flaw(
            "one-recipient-too-many-announced",
            changed(32, 2),
            HeaderMalformed {
                what: "header length",
            },
        ),
        flaw(
            "header-length-wrong",
            changed(12, 190),
            HeaderMalformed {
                what: "header length",
            },
        ),
        flaw("for-another-key", for_another, NotForThisKey),
        flaw("hint-of-another-bundle", from_other(36..44), NotForThisKey),
        flaw(
            "recipient-entry-of-another-bundle",
            from_other(36..157),
            HeaderAltered,
        ),
        flaw(
            "file-key-of-another-bundle",
            from_other(109..157),
            HeaderAltered,
        ),
        flaw(
            "bundle-id-of-another-bundle",
            from_other(16..32),
            HeaderAltered,
        ),
        flaw(
            "header-mac-of-another-bundle",
            from_other(157..189),
            HeaderAltered,
        ),
        flaw(
            "payload-of-another-bundle",
            [&good[..189], &other[189..]].concat(),
            PayloadAltered { chunk: 0 },
        ),
    ]
}
