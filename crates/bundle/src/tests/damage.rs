//! Any change of any byte, and any missing end, is noticed.

use super::support::*;
use crate::BundleError::*;
use crate::*;

#[test]
fn one_changed_bit_in_any_byte_is_refused_in_the_right_words() {
    let mut office = Office::new();
    let good = office.bundle();
    office.read(&good).unwrap();
    for place in 0..good.len() {
        let mut bytes = good.clone();
        bytes[place] ^= 1 << (place % 8);
        let refused = office.read(&bytes).unwrap_err();
        let right = match place {
            0..8 => matches!(refused, NotABundle | DamagedInTransfer),
            8 => matches!(refused, NewerVersion { .. } | HeaderMalformed { .. }),
            9 => matches!(refused, UnknownSuite { .. }),
            10..12 | 33..36 => matches!(refused, UnknownFlags { .. }),
            12..16 => matches!(refused, HeaderMalformed { .. }),
            16..32 => refused == HeaderAltered,
            32 => matches!(refused, HeaderMalformed { .. } | OverLimit { .. }),
            // The hint no longer fits, or fits another point.
            36..109 => refused == NotForThisKey,
            109..189 => refused == HeaderAltered,
            _ => refused == PayloadAltered { chunk: 0 },
        };
        assert!(right, "byte {place}: {refused:?}");
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let mut office = Office::new();
    let good = office.bundle();
    for length in 0..good.len() {
        let refused = office.read(&good[..length]).unwrap_err();
        let right = match length {
            // A cut within the only chunk looks like a change of it.
            218.. => refused == PayloadAltered { chunk: 0 },
            _ => refused == Truncated,
        };
        assert!(right, "{length} bytes: {refused:?}");
    }
}

#[test]
fn a_change_in_a_later_chunk_names_the_chunk() {
    let mut office = Office::new();
    let good = large(&mut office);
    let payload = inspect(&good).unwrap().header_bytes;
    for (chunk, start) in (payload..good.len()).step_by(CHUNK).enumerate() {
        for place in [start, start + 40, good.len().min(start + CHUNK) - 1] {
            let mut bytes = good.clone();
            bytes[place] ^= 0x10;
            assert_eq!(
                office.read(&bytes),
                Err(PayloadAltered {
                    chunk: chunk as u64
                })
            );
        }
    }
}

#[test]
fn chunks_cannot_be_cut_off_added_swapped_or_repeated() {
    let mut office = Office::new();
    let good = large(&mut office);
    let (header, payload) = good.split_at(inspect(&good).unwrap().header_bytes);
    let chunks: Vec<&[u8]> = payload.chunks(CHUNK).collect();
    assert_eq!(chunks.len(), 4);
    let put = |order: &[usize]| {
        let chosen: Vec<&[u8]> = order.iter().map(|place| chunks[*place]).collect();
        [header, &chosen.concat()].concat()
    };

    office.read(&put(&[0, 1, 2, 3])).unwrap();
    assert_eq!(office.read(&put(&[0])), Err(Truncated));
    assert_eq!(office.read(&put(&[0, 1, 2])), Err(Truncated));
    assert_eq!(
        office.read(&put(&[0, 2, 1, 3])),
        Err(PayloadAltered { chunk: 1 })
    );
    assert_eq!(
        office.read(&put(&[0, 1, 1, 3])),
        Err(PayloadAltered { chunk: 2 })
    );
    assert_eq!(
        office.read(&put(&[1, 0, 2, 3])),
        Err(PayloadAltered { chunk: 0 })
    );
    assert_eq!(office.read(&put(&[0, 1, 2, 2, 3])), Err(TrailingBytes));
    assert_eq!(
        office.read(&[&good[..], &[0; 9]].concat()),
        Err(TrailingBytes)
    );
    assert_eq!(office.read(&good[..good.len() - 9]), Err(Truncated));
}

#[test]
fn no_bytes_at_all_make_the_reader_panic() {
    let mut office = Office::new();
    let good = office.bundle();
    for round in 0..2000u64 {
        let mut bytes = good[..good.len().min(200 + round as usize % 200)].to_vec();
        let start = [0, 8, 36][round as usize % 3];
        Counted(round * 1000).fill(&mut bytes[start..]);
        assert!(inspect(&bytes).is_err() || office.open(&bytes).is_err());
        assert!(EnrolmentRequest::decode(&bytes).is_err());
        assert!(Roster::read_first(&bytes).is_err());
        assert!(Manifest::decode(&bytes).is_err());
    }
}

/// Sealed length of a full chunk.
const CHUNK: usize = (64 << 10) + 28;

/// A bundle of several chunks, which do not compress.
fn large(office: &mut Office) -> Vec<u8> {
    let mut contents = office.contents();
    let mut noise = vec![0; 200_000];
    Counted(1 << 40).fill(&mut noise);
    contents.blocks = vec![Block {
        kind: 2,
        plain: noise,
    }];
    office.seal(&contents)
}
