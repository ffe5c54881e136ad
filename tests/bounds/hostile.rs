//! Files of a stranger who has the county's public key and patience, but is on no roster.

use countyline_bundle::testing::{Inside, read_manifest, seal_as_it_is, write_manifest};
use countyline_bundle::{
    Contents, CoverSheet, Direction, Expectation, Manifest, OpeningKey, Random, SigningKey, limits,
    open, seal,
};
use minicbor::Encoder;

/// Somebody, and the county he writes to.
pub struct Stranger {
    pub county: OpeningKey,
    signer: SigningKey,
}

/// The same bytes in every run.
struct Counted(u8);

impl Random for Counted {
    fn fill(&mut self, buffer: &mut [u8]) {
        for byte in buffer {
            self.0 = self.0.wrapping_mul(5).wrapping_add(113);
            *byte = self.0;
        }
    }
}

impl Stranger {
    pub fn new() -> Stranger {
        Stranger::writing_to(OpeningKey::generate(&mut Counted(1)))
    }

    pub fn writing_to(county: OpeningKey) -> Stranger {
        Stranger {
            county,
            signer: SigningKey::generate(&mut Counted(2)),
        }
    }

    /// One who took the key of somebody enrolled.
    pub fn signing_as(signer: SigningKey, county: OpeningKey) -> Stranger {
        Stranger { county, signer }
    }

    /// A manifest with nothing wrong about it, of a week that says this.
    pub fn manifest(&self, cover: CoverSheet) -> Vec<u8> {
        let contents = Contents {
            cover,
            blocks: Vec::new(),
        };
        let recipients = [self.county.sealing_key().clone()];
        let file = seal(&contents, &recipients, &self.signer, &mut Counted(5)).unwrap();
        let expect = Expectation {
            agency: None,
            directions: &[Direction::Up],
        };
        let known = |_: &Manifest| Some(self.signer.verifying_key());
        let opened = open(&file, &self.county, known, &expect).unwrap();
        write_manifest(&opened.manifest)
    }

    /// A bundle with these bytes as its manifest, well sealed and signed.
    pub fn seal(&self, manifest: &[u8], behind: usize) -> Vec<u8> {
        let inside = Inside {
            manifest_length: manifest.len() as u32,
            manifest,
            rest: &vec![0; behind],
        };
        let recipients = [self.county.sealing_key().clone()];
        seal_as_it_is(&inside, &recipients, &self.signer, &mut Counted(3)).unwrap()
    }

    /// A header with the most entries there can be, each of which looks like the county's.
    pub fn with_our_hint_in_every_entry(&self) -> Vec<u8> {
        let inside = Inside {
            manifest_length: 0,
            manifest: &[],
            rest: &[0],
        };
        let recipients = vec![self.county.sealing_key().clone(); limits::RECIPIENTS];
        let mut file = seal_as_it_is(&inside, &recipients, &self.signer, &mut Counted(4)).unwrap();
        for entry in 0..limits::RECIPIENTS {
            // The sealed key's last byte.
            file[36 + 121 * entry + 120] ^= 1;
        }
        file
    }
}

/// A manifest with nothing wrong about it.
pub fn plain_manifest() -> Vec<u8> {
    Stranger::new().manifest(CoverSheet::new([1; 16], [2; 16], Direction::Up, 0))
}

/// A manifest of exactly this length.
pub fn manifest_of(length: usize) -> Vec<u8> {
    let plain = plain_manifest();
    // The key, a head of five bytes (three or two if less is left), and the filling.
    let (left, head) = match length - plain.len() {
        left @ 0x1_0009.. => (left - 8, 8),
        left => (left - 6, 6),
    };
    assert_eq!(plain.len() + left + head, length);
    let manifest = with(&plain, 0x7fff, |w| _ = w.bytes(&vec![7; left]).unwrap());
    assert_eq!(manifest.len(), length);
    read_manifest(&manifest).unwrap();
    manifest
}

/// Manifests as large as may be, full of what takes most memory to read.
pub fn manifests() -> Vec<(&'static str, Vec<u8>)> {
    let plain = plain_manifest();
    let log = [0x10; 16];
    // What is left of a mebibyte for one entry.
    let room = limits::MANIFEST_BYTES - plain.len() - 16;
    let fill = |key: u64, one: &dyn Fn(&mut Encoder<Vec<u8>>, u64)| {
        with(&plain, key, |w| {
            let each = {
                let mut one_item = Encoder::new(Vec::new());
                one(&mut one_item, 1 << 31);
                one_item.into_writer().len()
            };
            let count = (room / each) as u64;
            w.array(count).unwrap();
            (0..count).for_each(|n| one(w, n));
        })
    };
    let mut unknown: Vec<(u64, Vec<u8>)> =
        (0..room as u64 / 5).map(|n| (100 + n, vec![0])).collect();
    unknown.retain(|(key, _)| *key < 0x8000);
    vec![
        ("nothing special", plain.clone()),
        (
            "one entry of a mebibyte",
            manifest_of(limits::MANIFEST_BYTES),
        ),
        ("as many unknown entries as fit", with_raw(&plain, &unknown)),
        (
            "as many unknown entries as are allowed",
            with_raw(&plain, &unknown[..limits::UNKNOWN_KEYS]),
        ),
        (
            "needed: one log, many intervals",
            with(&plain, 16, |w| {
                w.array(1).unwrap().array(2).unwrap().bytes(&log).unwrap();
                let count = (room / 11) as u64;
                w.array(count).unwrap();
                for n in 0..count {
                    let at = (1 << 20) + 2 * n;
                    w.array(2).unwrap().u64(at).unwrap().u64(at).unwrap();
                }
            }),
        ),
        (
            "needed: intervals out of one byte each",
            with(&plain, 16, |w| {
                w.array(1).unwrap().array(2).unwrap().bytes(&log).unwrap();
                let count = (room / 3) as u64;
                w.array(count).unwrap();
                (0..count).for_each(|_| _ = w.array(2).unwrap().u64(1).unwrap().u64(1).unwrap());
            }),
        ),
        (
            "needed: many logs without intervals",
            fill(16, &|w, _| {
                _ = w.array(2).unwrap().bytes(&log).unwrap().array(0).unwrap();
            }),
        ),
        (
            "needed: many logs with one interval",
            fill(16, &|w, _| {
                w.array(2).unwrap().bytes(&log).unwrap().array(1).unwrap();
                w.array(2).unwrap().u64(1).unwrap().u64(1).unwrap();
            }),
        ),
        (
            "held: many logs with one interval",
            fill(14, &|w, _| {
                w.array(2).unwrap().bytes(&log).unwrap().array(1).unwrap();
                w.array(3).unwrap().u64(1).unwrap().u64(1).unwrap();
                w.bytes(&[0; 32]).unwrap();
            }),
        ),
        (
            "many recipients",
            fill(8, &|w, _| _ = w.bytes(&[1; 8]).unwrap()),
        ),
        (
            "many orders",
            fill(20, &|w, _| _ = w.bytes(&[1; 16]).unwrap()),
        ),
        (
            "many acknowledgements",
            fill(15, &|w, n| {
                w.array(3).unwrap().bytes(&log).unwrap();
                w.u64(n).unwrap().bytes(&[0; 32]).unwrap();
            }),
        ),
        (
            "many log ranges",
            fill(12, &|w, _| {
                w.array(6).unwrap().bytes(&log).unwrap();
                w.u64(1).unwrap().u64(1).unwrap();
                w.bytes(&[0; 32]).unwrap().bytes(&[0; 32]).unwrap();
                w.null().unwrap();
            }),
        ),
        (
            "many blocks",
            fill(18, &|w, _| {
                w.array(4).unwrap().u64(1).unwrap();
                w.u64(1).unwrap().u64(1).unwrap().bytes(&[0; 32]).unwrap();
            }),
        ),
        (
            "a roster of a mebibyte",
            with(&plain, 19, |w| _ = w.bytes(&vec![0; room]).unwrap()),
        ),
        (
            "a list said to have 2^64 items",
            with(&plain, 13, |w| {
                w.writer_mut()
                    .extend([0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
            }),
        ),
        (
            "an unknown list said to have 2^64 items",
            with(&plain, 99, |w| {
                w.writer_mut()
                    .extend([0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
            }),
        ),
        (
            "lists in lists, a mebibyte deep",
            with(&plain, 99, |w| w.writer_mut().extend(vec![0x81; room])),
        ),
        (
            "maps in maps, a mebibyte deep",
            with(&plain, 99, |w| {
                w.writer_mut().extend([0xa1, 0].repeat(room / 2))
            }),
        ),
        (
            "a map of many small members",
            with(&plain, 99, |w| {
                let count = (room / 6) as u64;
                w.map(count).unwrap();
                (0..count).for_each(|n| _ = w.u64((1 << 20) + n).unwrap().u8(0).unwrap());
            }),
        ),
        (
            "a list of the smallest items",
            with(&plain, 99, |w| {
                w.array(room as u64).unwrap();
                w.writer_mut().extend(vec![0; room]);
            }),
        ),
    ]
}

/// Bodies of rosters, as large as may be.
pub fn roster_bodies() -> Vec<(&'static str, Vec<u8>)> {
    let stranger = Stranger::new();
    let (key, point) = (
        stranger.signer.verifying_key().to_bytes(),
        stranger.county.sealing_key().to_bytes(),
    );
    let body = |laptops: u64, revoked: u64, more: &[(u64, Vec<u8>)]| {
        let mut w = Encoder::new(Vec::new());
        w.map(8 + more.len() as u64).unwrap();
        w.u8(1)
            .unwrap()
            .u64(1)
            .unwrap()
            .u8(2)
            .unwrap()
            .bytes(&[0; 32])
            .unwrap();
        w.u8(3)
            .unwrap()
            .bytes(&[1; 16])
            .unwrap()
            .u8(4)
            .unwrap()
            .u64(0)
            .unwrap();
        w.u8(5)
            .unwrap()
            .array(5)
            .unwrap()
            .bytes(&key)
            .unwrap()
            .bytes(&[2; 16])
            .unwrap();
        w.bytes(&key)
            .unwrap()
            .bytes(&point)
            .unwrap()
            .u64(1)
            .unwrap();
        w.u8(6).unwrap().array(laptops).unwrap();
        for _ in 0..laptops {
            w.array(7)
                .unwrap()
                .bytes(&[3; 16])
                .unwrap()
                .str("")
                .unwrap()
                .str("")
                .unwrap();
            w.bytes(&key)
                .unwrap()
                .bytes(&point)
                .unwrap()
                .u64(0)
                .unwrap();
            if revoked == 0 {
                w.null().unwrap();
                continue;
            }
            w.array(2).unwrap().u64(0).unwrap().array(revoked).unwrap();
            for _ in 0..revoked {
                w.array(2).unwrap().bytes(&[4; 16]).unwrap().u64(1).unwrap();
            }
        }
        w.u8(7)
            .unwrap()
            .str("")
            .unwrap()
            .u8(8)
            .unwrap()
            .u8(0)
            .unwrap();
        let mut bytes = w.into_writer();
        for (key, value) in more {
            let mut w = Encoder::new(&mut bytes);
            w.u64(*key).unwrap();
            bytes.extend_from_slice(value);
        }
        bytes
    };
    let many: Vec<(u64, Vec<u8>)> = (0..30_000).map(|n| (100 + n, vec![0])).collect();
    let bodies = vec![
        ("one laptop", body(1, 0, &[])),
        ("as many laptops as fit", body(4200, 0, &[])),
        (
            "one laptop revoked in as many logs as fit",
            body(1, 27_000, &[]),
        ),
        ("many laptops revoked", body(3600, 1, &[])),
        ("many unknown entries", body(1, 0, &many)),
        ("an unknown entry of half a mebibyte", {
            let mut w = Encoder::new(Vec::new());
            w.bytes(&vec![7; limits::ROSTER_BYTES - 1000]).unwrap();
            body(1, 0, &[(99, w.into_writer())])
        }),
        ("lists in lists", vec![0x81; limits::ROSTER_BYTES]),
        ("an announced list", [&[0xa1, 6][..], &[0x9b; 9]].concat()),
    ];
    for (what, body) in &bodies {
        assert!(body.len() <= limits::ROSTER_BYTES, "{what}: {}", body.len());
    }
    bodies
}

/// A document of this kind under a signature that is none.
pub fn unsigned(letter: u8, body: &[u8]) -> Vec<u8> {
    let mut file = vec![
        0x89, b'C', b'L', letter, b'\r', b'\n', 0x1a, b'\n', 1, 0, 0, 0,
    ];
    file.extend((body.len() as u32).to_le_bytes());
    file.extend_from_slice(body);
    file.extend([5; 64]);
    file
}

/// The manifest with one more entry, written by `write`, in its place.
fn with(manifest: &[u8], key: u64, write: impl FnOnce(&mut Encoder<Vec<u8>>)) -> Vec<u8> {
    let mut writer = Encoder::new(Vec::new());
    write(&mut writer);
    with_raw(manifest, &[(key, writer.into_writer())])
}

fn with_raw(manifest: &[u8], entries: &[(u64, Vec<u8>)]) -> Vec<u8> {
    let mut manifest = read_manifest(manifest).unwrap();
    if entries.iter().any(|(key, _)| *key == 8) {
        manifest.recipients.clear();
    }
    manifest.unknown = entries.to_vec();
    write_manifest(&manifest)
}
