//! Flaws of single entries of a manifest: what it says is held, needed, acknowledged, vouched for.

use super::{Flaw, flaw};
use crate::BundleError::*;
use crate::cbor::Writer;
use crate::limits;
use crate::tests::support::*;
use crate::*;

const LOG: [u8; 16] = [0x10; 16];

pub fn entry_flaws(office: &mut Office) -> Vec<Flaw> {
    let encoding = || ManifestMalformed { what: "encoding" };
    let backwards = || ManifestMalformed {
        what: "range runs backwards",
    };
    // The good manifest has nothing under most of these keys; the others are emptied first.
    let mut entry = |name, key: u64, write: &dyn Fn(&mut Writer), refusal: BundleError| {
        let mut value = Writer::default();
        write(&mut value);
        let value = value.into_bytes();
        let bytes = office.forge(|parts| {
            match key {
                12 => parts.manifest.cover.logs.clear(),
                14 => parts.manifest.cover.have.clear(),
                _ => {}
            }
            parts.manifest.unknown = vec![(key, value)];
        });
        flaw(name, bytes, refusal)
    };
    let need = |w: &mut Writer, intervals: &[(u64, u64)]| {
        w.array(1).array(2).bytes(&LOG);
        w.list(intervals, |w, (from, to)| {
            w.array(2).uint(*from).uint(*to);
        });
    };
    vec![
        entry(
            "needed-interval-backwards",
            16,
            &|w| need(w, &[(9, 8)]),
            backwards(),
        ),
        entry(
            "needed-intervals-overlap",
            16,
            &|w| need(w, &[(1, 5), (5, 9)]),
            backwards(),
        ),
        entry(
            "needed-intervals-out-of-order",
            16,
            &|w| need(w, &[(7, 9), (1, 5)]),
            backwards(),
        ),
        entry(
            "needed-without-a-log",
            16,
            &|w| _ = w.array(1).array(1).array(0),
            encoding(),
        ),
        entry(
            "needed-of-a-log-with-a-short-name",
            16,
            &|w| _ = w.array(1).array(2).bytes(&LOG[..15]).array(0),
            encoding(),
        ),
        entry(
            "needed-from-a-negative-number",
            16,
            &|w| {
                w.array(1).array(2).bytes(&LOG);
                w.array(1).array(2).int(-1).uint(5);
            },
            encoding(),
        ),
        entry(
            "held-interval-backwards",
            14,
            &|w| {
                w.array(1).array(2).bytes(&LOG);
                w.array(1).array(3).uint(9).uint(8).bytes(&[0; 32]);
            },
            backwards(),
        ),
        entry(
            "held-interval-without-hash",
            14,
            &|w| {
                w.array(1).array(2).bytes(&LOG);
                w.array(1).array(2).uint(1).uint(8);
            },
            encoding(),
        ),
        entry(
            "acknowledged-with-a-short-hash",
            15,
            &|w| _ = w.array(1).array(3).bytes(&LOG).uint(8).bytes(&[0; 31]),
            encoding(),
        ),
        entry(
            "acknowledged-without-hash",
            15,
            &|w| _ = w.array(1).array(2).bytes(&LOG).uint(8),
            encoding(),
        ),
        entry(
            "acknowledged-as-a-text",
            15,
            &|w| _ = w.text("everything"),
            encoding(),
        ),
        entry(
            "acknowledged-list-empty",
            15,
            &|w| _ = w.array(0),
            ManifestMalformed {
                what: "not deterministic",
            },
        ),
        entry(
            "anchor-number-beyond-64-bits",
            13,
            &|w| {
                // A big number, which is a tag.
                w.array(1).array(3).bytes(&LOG);
                w.raw(&[0xc2]).bytes(&[1; 9]).bytes(&[0; 32]);
            },
            encoding(),
        ),
        entry(
            "statement-without-time",
            17,
            &|w| _ = w.array(2).uint(1).uint(1),
            encoding(),
        ),
        entry(
            "statement-with-negative-epoch",
            17,
            &|w| _ = w.array(3).int(-1).uint(1).int(0),
            encoding(),
        ),
        entry(
            "roster-known-without-hash",
            10,
            &|w| _ = w.array(1).uint(3),
            encoding(),
        ),
        entry(
            "roster-as-a-text",
            19,
            &|w| _ = w.text("roster"),
            encoding(),
        ),
        entry(
            "erasure-order-with-a-short-name",
            20,
            &|w| _ = w.array(1).bytes(&[1; 15]),
            encoding(),
        ),
        entry(
            "log-range-without-head",
            12,
            &|w| {
                w.array(1).array(5).bytes(&LOG).uint(1).uint(2);
                w.bytes(&[0; 32]).null();
            },
            encoding(),
        ),
        entry(
            "attestation-cut-short",
            12,
            &|w| {
                w.array(1).array(6).bytes(&LOG).uint(1).uint(2);
                w.bytes(&[0; 32]).bytes(&[1; 32]);
                w.array(2).bytes(&[2; 8]).bytes(&[3; 63]);
            },
            encoding(),
        ),
        entry(
            "attestation-without-key",
            12,
            &|w| {
                w.array(1).array(6).bytes(&LOG).uint(1).uint(2);
                w.bytes(&[0; 32]).bytes(&[1; 32]);
                w.array(1).bytes(&[3; 64]);
            },
            encoding(),
        ),
        entry(
            "list-said-to-be-longer-than-the-file",
            13,
            &|w| _ = w.raw(&[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
            encoding(),
        ),
    ]
}

pub fn unknown_flaws(office: &mut Office) -> Vec<Flaw> {
    let mut unknown = |name, entries: Vec<UnknownKey>| {
        let bytes = office.forge(|parts| parts.manifest.unknown = entries);
        flaw(name, bytes, ManifestMalformed { what: "encoding" })
    };
    let one = |value: &[u8]| vec![(99, value.to_vec())];
    vec![
        unknown("unknown-number-not-shortest", one(&[0x18, 5])),
        unknown("unknown-negative-not-shortest", one(&[0x39, 0, 200])),
        unknown("unknown-length-not-shortest", one(&[0x58, 1, 7])),
        unknown("unknown-list-of-unstated-length", one(&[0x9f, 1, 0xff])),
        unknown("unknown-text-in-pieces", one(&[0x7f, 0x61, b'a', 0xff])),
        unknown("unknown-text-no-utf-8", one(&[0x61, 0xff])),
        unknown("unknown-fraction", one(&[0xf9, 0x3c, 0])),
        unknown("unknown-tag", one(&[0xc1, 0])),
        unknown("unknown-undefined", one(&[0xf7])),
        unknown("unknown-members-out-of-order", one(&[0xa2, 2, 0, 1, 0])),
        unknown("unknown-member-twice", one(&[0xa2, 1, 0, 1, 0])),
        unknown(
            "unknown-entries-too-many",
            (0..=limits::UNKNOWN_KEYS as u64)
                .map(|n| (100 + n, vec![0]))
                .collect(),
        ),
    ]
}
