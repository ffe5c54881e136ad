//! Flaws of enrolment requests and rosters.

use super::{Flaw, flaw};
use crate::BundleError::*;
use crate::limits::{self, Limit};
use crate::tests::documents::{request, root, roster};
use crate::tests::support::*;
use crate::*;

/// A point of order one: its signatures hold for every message.
const WEAK_KEY: [u8; 32] = {
    let mut key = [0; 32];
    key[0] = 1;
    key
};

pub fn request_flaws(office: &Office) -> Vec<Flaw> {
    let good = request(office).encode(&office.laptop).unwrap();
    let body = &good[16..good.len() - 64];
    let encoding = || DocumentMalformed { what: "encoding" };
    let signed = |name, change: &dyn Fn(&mut Vec<u8>), refusal: BundleError| {
        let mut body = body.to_vec();
        // Six entries, the first the device.
        assert_eq!(body[..3], [0xa6, 1, 0x50]);
        change(&mut body);
        let bytes = enrolment::FORM.sign(&body, &office.laptop).unwrap();
        flaw(name, bytes, refusal)
    };
    let place = |bytes: &[u8], part: &[u8]| {
        let mut places = bytes.windows(part.len());
        places.position(|window| window == part).unwrap()
    };
    let mallory = SigningKey::generate(&mut Counted(77));
    let mut flaws = file_flaws("request", &good, limits::REQUEST_BYTES);
    flaws.extend([
        flaw(
            "request-signed-with-another-key",
            enrolment::FORM.sign(body, &mallory).unwrap(),
            SignatureWrong,
        ),
        signed("request-empty", &|b| b.clear(), encoding()),
        signed(
            "request-with-bytes-behind-its-map",
            &|b| b.push(0),
            encoding(),
        ),
        signed(
            "request-without-device",
            &|b| _ = b.splice(0..19, [0xa5]),
            encoding(),
        ),
        signed(
            "request-key-twice",
            &|b| {
                let device = b[1..19].to_vec();
                b.splice(1..1, device);
                b[0] = 0xa7;
            },
            encoding(),
        ),
        signed(
            "request-length-not-shortest",
            &|b| _ = b.splice(2..3, [0x58, 16]),
            DocumentMalformed {
                what: "not deterministic",
            },
        ),
        signed(
            "request-device-with-a-short-name",
            &|b| {
                b[2] = 0x4f;
                b.remove(3);
            },
            encoding(),
        ),
        signed(
            "request-for-a-weak-key",
            &|b| {
                let at = place(b, &office.laptop.verifying_key().to_bytes());
                b[at..at + 32].copy_from_slice(&WEAK_KEY);
            },
            KeyMalformed,
        ),
        signed(
            "request-for-a-point-off-the-curve",
            &|b| {
                let at = place(b, &office.county.sealing_key().to_bytes());
                b[at + 64] ^= 1;
            },
            KeyMalformed,
        ),
        signed(
            "request-of-a-name-too-long",
            &|b| {
                let at = place(b, b"\x02\x68Patrol 7");
                let name = [&[2, 0x78, 201][..], &[b'x'; 201]].concat();
                b.splice(at..at + 10, name);
            },
            encoding(),
        ),
        signed(
            "request-with-a-critical-entry",
            &|b| {
                b.extend([0x19, 0x80, 0, 1]);
                b[0] = 0xa7;
            },
            NeedsNewerReader { min_reader: 0 },
        ),
    ]);
    flaws
}

pub fn roster_flaws(office: &Office) -> Vec<Flaw> {
    let good = roster(office).sign(&root()).unwrap();
    let body = &good[16..good.len() - 64];
    let encoding = || DocumentMalformed { what: "encoding" };
    let signed = |name, change: &dyn Fn(&mut Roster), refusal: BundleError| {
        let mut changed = roster(office);
        change(&mut changed);
        flaw(name, changed.sign(&root()).unwrap(), refusal)
    };
    let rewritten = |name, change: &dyn Fn(&mut Vec<u8>), refusal: BundleError| {
        let mut body = body.to_vec();
        change(&mut body);
        let bytes = roster::FORM.sign(&body, &root()).unwrap();
        flaw(name, bytes, refusal)
    };
    let place = |bytes: &[u8], part: &[u8]| {
        let mut places = bytes.windows(part.len());
        places.position(|window| window == part).unwrap()
    };
    let mallory = SigningKey::generate(&mut Counted(77));
    let mut flaws = file_flaws("roster", &good, limits::ROSTER_BYTES);
    flaws.extend([
        flaw(
            "roster-signed-with-another-key",
            roster::FORM.sign(body, &mallory).unwrap(),
            SignatureWrong,
        ),
        flaw(
            "roster-signed-as-a-request",
            {
                let mut bytes = enrolment::FORM.sign(&body[..100], &root()).unwrap();
                bytes[3] = b'R';
                bytes
            },
            encoding(),
        ),
        rewritten("roster-empty", &|b| b.clear(), encoding()),
        rewritten(
            "roster-with-bytes-behind-its-map",
            &|b| b.push(0),
            encoding(),
        ),
        rewritten(
            "roster-keys-out-of-order",
            &|b| {
                // The version, with which the map begins, goes to its end.
                let version: Vec<u8> = b.drain(1..3).collect();
                b.extend(version);
            },
            encoding(),
        ),
        rewritten(
            "roster-version-not-shortest",
            &|b| _ = b.splice(2..3, [0x18, 2]),
            DocumentMalformed {
                what: "not deterministic",
            },
        ),
        rewritten(
            "roster-practice-flag-2",
            &|b| {
                let at = place(b, &[8, 1]);
                b[at + 1] = 2;
            },
            encoding(),
        ),
        rewritten(
            "roster-root-key-weak",
            &|b| {
                let at = place(b, &root().verifying_key().to_bytes());
                b[at..at + 32].copy_from_slice(&WEAK_KEY);
            },
            encoding(),
        ),
        rewritten(
            "roster-county-key-off-the-curve",
            &|b| {
                let at = place(b, &office.county.sealing_key().to_bytes());
                b[at + 64] ^= 1;
            },
            encoding(),
        ),
        rewritten(
            "roster-laptop-without-keys",
            &|b| {
                let at = place(b, &[6, 0x81, 0x87]);
                b[at + 2] = 0x85;
            },
            encoding(),
        ),
        signed(
            "roster-with-a-critical-entry",
            &|r| r.unknown = vec![(0x8000, vec![1])],
            NeedsNewerReader { min_reader: 0 },
        ),
        signed(
            "roster-with-a-fraction",
            &|r| r.unknown = vec![(99, vec![0xf9, 0x3c, 0])],
            encoding(),
        ),
        signed(
            "roster-with-unknown-entries-too-many",
            &|r| {
                r.unknown = (0..=limits::UNKNOWN_KEYS as u64)
                    .map(|n| (100 + n, vec![0]))
                    .collect();
            },
            encoding(),
        ),
    ]);
    flaws
}

/// What can be wrong with either kind of file outside its body.
fn file_flaws(kind: &str, good: &[u8], most: usize) -> Vec<Flaw> {
    let name =
        |flaw: &str| -> &'static str { Box::leak(format!("{kind}-{flaw}").into_boxed_str()) };
    let changed = |place: usize, byte: u8| {
        let mut bytes = good.to_vec();
        bytes[place] = byte;
        bytes
    };
    let mut announced = good.to_vec();
    announced[12..16].copy_from_slice(&(most as u32 + 1).to_le_bytes());
    let last = good.len() - 1;
    vec![
        flaw(name("cut-short"), good[..last].to_vec(), Truncated),
        flaw(name("cut-in-its-head"), good[..12].to_vec(), Truncated),
        flaw(
            name("with-bytes-behind"),
            [good, &[0]].concat(),
            TrailingBytes,
        ),
        flaw(
            name("line-ends-made-unix"),
            [&good[..4], b"\n\x1a\n", &good[8..]].concat(),
            DamagedInTransfer,
        ),
        flaw(name("of-another-kind"), changed(3, b'X'), NotABundle),
        flaw(
            name("version-0"),
            changed(8, 0),
            DocumentMalformed { what: "version" },
        ),
        flaw(
            name("version-2"),
            changed(8, 2),
            NewerVersion { version: 2 },
        ),
        flaw(
            name("reserved-byte-set"),
            changed(10, 1),
            UnknownFlags { flags: 0 },
        ),
        flaw(
            name("too-large-announced"),
            announced,
            OverLimit {
                what: Limit::DocumentBytes,
            },
        ),
        flaw(
            name("with-one-bit-changed"),
            changed(last, good[last] ^ 0x40),
            SignatureWrong,
        ),
    ]
}
