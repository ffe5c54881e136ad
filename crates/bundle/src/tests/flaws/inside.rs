//! Flaws of the signed inside: only an enrolled device could make these.

use super::{Flaw, flaw};
use crate::BundleError::*;
use crate::limits::{self, Limit};
use crate::tests::support::*;
use crate::*;

pub fn manifest_flaws(office: &mut Office) -> Vec<Flaw> {
    let encoding = ManifestMalformed { what: "encoding" };
    let not_deterministic = ManifestMalformed {
        what: "not deterministic",
    };
    let newer = |min_reader| NeedsNewerReader { min_reader };
    let mut rewritten = |name, change: &dyn Fn(&mut Vec<u8>), refusal: &BundleError| {
        let bytes = office.forge(|parts| {
            let mut encoded = parts.manifest.encode();
            // Fifteen entries, the first two 1: 1 and 2: 1.
            assert_eq!(encoded[..5], [0xaf, 1, 1, 2, 1]);
            change(&mut encoded);
            parts.encoded = Some(encoded);
        });
        flaw(name, bytes, refusal.clone())
    };
    let mut flaws = vec![
        rewritten("manifest-no-cbor", &|m| m.fill(0xff), &encoding),
        rewritten("manifest-empty", &|m| m.clear(), &encoding),
        rewritten(
            "manifest-cut-short",
            &|m| m.truncate(m.len() - 1),
            &encoding,
        ),
        rewritten("manifest-with-bytes-behind", &|m| m.push(0), &encoding),
        rewritten(
            "manifest-key-twice",
            &|m| _ = m.splice(..1, [0xb0, 1, 1]),
            &encoding,
        ),
        rewritten(
            "manifest-keys-out-of-order",
            &|m| _ = m.splice(1..5, [2, 1, 1, 1]),
            &encoding,
        ),
        rewritten("manifest-of-unknown-length", &|m| m[0] = 0xbf, &encoding),
        rewritten(
            "manifest-number-not-shortest",
            &|m| _ = m.splice(2..3, [0x18, 1]),
            &not_deterministic,
        ),
        rewritten(
            "manifest-empty-list-written",
            &|m| {
                let last = m.len() - 4;
                assert_eq!(m[last..last + 2], [21, 0x19]);
                m.splice(last..last, [20, 0x80]);
                m[0] = 0xb0;
            },
            &not_deterministic,
        ),
        rewritten(
            "manifest-without-agency",
            &|m| {
                let place = m.windows(2).position(|pair| pair == [4, 0x50]).unwrap();
                m.drain(place..place + 18);
                m[0] = 0xae;
            },
            &encoding,
        ),
        rewritten(
            "manifest-unknown-direction",
            &|m| {
                let place = m
                    .windows(4)
                    .position(|four| four == [5, 1, 6, 0x50])
                    .unwrap();
                m[place + 1] = 5;
            },
            &encoding,
        ),
        rewritten(
            "manifest-format-2",
            &|m| m[2] = 2,
            &NewerManifest { format: 2 },
        ),
    ];
    let mut forged = |name, change: &dyn Fn(&mut Parts), refusal: BundleError| {
        flaws.push(flaw(name, office.forge(change), refusal));
    };
    forged(
        "min-reader-2",
        &|p| p.manifest.cover.min_reader = 2,
        newer(2),
    );
    forged(
        "unknown-critical-entry",
        &|p| p.manifest.unknown = vec![(0x8000, vec![1])],
        newer(0),
    );
    let too_deep = (99, [vec![0x81; 8], vec![0]].concat());
    forged(
        "unknown-entry-too-deep",
        &|p| p.manifest.unknown = vec![too_deep.clone()],
        encoding,
    );
    forged(
        "log-range-backwards",
        &|p| p.manifest.cover.logs[0].from = 10,
        ManifestMalformed {
            what: "range runs backwards",
        },
    );
    forged(
        "held-intervals-overlap",
        &|p| {
            let held = HeldInterval {
                from: 9,
                to: 12,
                hash: [0; 32],
            };
            p.manifest.cover.have[0].intervals.push(held);
        },
        ManifestMalformed {
            what: "range runs backwards",
        },
    );
    flaws
}

pub fn block_flaws(office: &mut Office) -> Vec<Flaw> {
    let altered = |index| BlockAltered { index };
    let over = |what| OverLimit { what };
    let mut forged = |name, change: &dyn Fn(&mut Parts), refusal: BundleError| {
        flaw(name, office.forge(change), refusal)
    };
    let frame = |plain: &[u8]| zstd::bulk::compress(plain, 3).unwrap();
    let without_its_length = zstd::stream::encode_all(&[7u8; 300][..], 3).unwrap();
    let skippable = [&[0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4][..]].concat();
    vec![
        forged(
            "block-not-the-signed-one",
            &|p| {
                p.lengths_fit = false;
                let byte = &mut p.frames[1][9];
                *byte ^= 1;
            },
            altered(1),
        ),
        forged(
            "blocks-swapped",
            &|p| {
                p.lengths_fit = false;
                p.frames.swap(0, 1);
            },
            altered(0),
        ),
        forged(
            "block-no-zstd",
            &|p| p.frames[0] = vec![0xff; 50],
            altered(0),
        ),
        forged("block-empty", &|p| p.frames[1] = vec![], altered(1)),
        forged(
            "block-of-two-frames",
            &|p| p.frames[1] = frame(&[7; 150]).repeat(2),
            altered(1),
        ),
        forged(
            "block-with-a-skippable-frame",
            &|p| p.frames[1].extend_from_slice(&skippable),
            altered(1),
        ),
        forged(
            "block-longer-than-announced",
            &|p| p.manifest.blocks[1].plain_len = 299,
            altered(1),
        ),
        forged(
            "block-shorter-than-announced",
            &|p| p.manifest.blocks[1].plain_len = 301,
            altered(1),
        ),
        forged(
            "block-of-unknown-length-longer-than-announced",
            &|p| {
                p.frames[1] = without_its_length.clone();
                p.manifest.blocks[1].plain_len = 299;
            },
            altered(1),
        ),
        forged(
            "zip-bomb",
            &|p| p.frames[1] = frame(&vec![0; 64 << 20]),
            altered(1),
        ),
        forged(
            "zip-bomb-announced",
            &|p| {
                p.frames[1] = frame(&vec![0; 64 << 20]);
                p.manifest.blocks[1].plain_len = 64 << 20;
            },
            over(Limit::BlockPlainBytes),
        ),
        forged(
            "block-one-byte-too-large",
            &|p| p.manifest.blocks[0].plain_len = limits::BLOCK_PLAIN_BYTES + 1,
            over(Limit::BlockPlainBytes),
        ),
        forged(
            "blocks-too-large-together",
            &|p| {
                p.manifest.blocks[0].plain_len = limits::BLOCK_PLAIN_BYTES;
                p.manifest.blocks = vec![p.manifest.blocks[0].clone(); 257];
            },
            over(Limit::TotalPlainBytes),
        ),
        forged(
            "blocks-too-many",
            &|p| {
                p.manifest.blocks[0].plain_len = 1;
                p.manifest.blocks = vec![p.manifest.blocks[0].clone(); limits::BLOCKS + 1];
            },
            over(Limit::Blocks),
        ),
        forged(
            "commits-too-many",
            &|p| p.manifest.cover.logs[0].to = 4 + limits::COMMITS,
            over(Limit::Commits),
        ),
        forged(
            "commits-too-many-to-count",
            &|p| {
                p.manifest.cover.logs[0].to = u64::MAX;
                p.manifest.cover.logs.push(p.manifest.cover.logs[0].clone());
            },
            over(Limit::Commits),
        ),
    ]
}

pub fn length_flaws(office: &mut Office) -> Vec<Flaw> {
    let mut forged = |name, change: &dyn Fn(&mut Parts), refusal: BundleError| {
        flaw(name, office.forge(change), refusal)
    };
    vec![
        forged(
            "manifest-over-a-mebibyte-announced",
            &|p| p.manifest_length = Some((1 << 20) + 1),
            OverLimit {
                what: Limit::ManifestBytes,
            },
        ),
        forged(
            "manifest-longer-than-the-payload",
            &|p| p.manifest_length = Some(10_000),
            ManifestMalformed { what: "length" },
        ),
        forged(
            "block-longer-than-the-file",
            &|p| {
                p.lengths_fit = false;
                p.manifest.blocks[1].zlen = 1 << 40;
            },
            PaddingWrong,
        ),
        forged(
            "length-overflow",
            &|p| {
                p.lengths_fit = false;
                p.manifest.blocks[0].zlen = u64::MAX;
                p.manifest.blocks[1].zlen = u64::MAX;
            },
            PaddingWrong,
        ),
        forged(
            "padding-not-zero",
            &|p| p.zeros = vec![0, 0, 1],
            PaddingWrong,
        ),
        forged(
            "padding-missing",
            &|p| {
                p.lengths_fit = false;
                p.manifest.padded_len -= 1;
            },
            PaddingWrong,
        ),
        forged(
            "padding-too-long",
            &|p| p.zeros = vec![0; 2000],
            TrailingBytes,
        ),
    ]
}
