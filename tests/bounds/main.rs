//! What a stranger's file may cost before its signature is known to be good: memory is measured with an
//! allocator that counts, work by what is read at all. A test binary of its own, because the allocator
//! counts for everyone in it.

#![allow(clippy::unwrap_used)]

mod hostile;

use std::fs;
use std::sync::{Mutex, MutexGuard};

use countyline_bundle::testing::inflate;
use countyline_bundle::{
    BundleError, CoverSheet, Direction, EnrolmentRequest, Expectation, Manifest, Roster, inspect,
    limits, open,
};
use countyline_core::exchange::{self, testing::keys};
use countyline_core::testing::World;
use hostile::Stranger;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// More than this no file may take before somebody enrolled has signed for it.
const MOST_BYTES: usize = 64 << 20;

/// One test at a time: all of them share the memory.
static ALONE: Mutex<()> = Mutex::new(());

#[test]
fn the_measure_notices_what_it_must() {
    let _alone = alone();
    // The test runner allocates and frees a little beside us.
    let (peak, kept) = peak_of(|| vec![1u8; 2 * MOST_BYTES]);
    assert!(peak > MOST_BYTES && kept.len() > MOST_BYTES);
    assert!(peak_of(|| ()).0 < MOST_BYTES / 64);
}

#[test]
fn no_manifest_takes_much_memory_before_its_signature() {
    let _alone = alone();
    let stranger = Stranger::new();
    for (what, manifest) in hostile::manifests() {
        let file = stranger.seal(&manifest, 0);
        let (peak, refused) = peak_of(|| open_as_county(&stranger, &file));
        assert!(peak < MOST_BYTES, "{what}: {peak} bytes");
        let right = matches!(
            refused,
            BundleError::UnknownSigner { .. }
                | BundleError::ManifestMalformed { .. }
                | BundleError::OverLimit { .. }
        );
        assert!(right, "{what}: {refused:?}");
    }
}

#[test]
fn the_largest_file_takes_little_memory_before_its_signature() {
    let _alone = alone();
    let stranger = Stranger::new();
    let mut file = stranger.seal(&hostile::plain_manifest(), 200_000);
    file.resize(limits::FILE_BYTES, 0xA5);
    let (peak, outer) = peak_of(|| inspect(&file));
    assert!(outer.is_ok() && peak < 4096, "{peak} bytes");
    let (peak, refused) = peak_of(|| open_as_county(&stranger, &file));
    assert!(peak < 1 << 20, "{peak} bytes");
    // The first chunk is good, and all that was looked at.
    assert!(
        matches!(refused, BundleError::UnknownSigner { .. }),
        "{refused:?}"
    );

    file.push(0);
    let (peak, refused) = peak_of(|| open_as_county(&stranger, &file));
    assert!(peak < 4096, "{peak} bytes");
    let what = limits::Limit::FileBytes;
    assert_eq!(refused, BundleError::OverLimit { what });
}

#[test]
fn a_county_refuses_the_largest_file_without_reading_it_into_memory() {
    let _alone = alone();
    let world = World::new();
    let county = world.county("Rivertown");
    let county_key = keys(&county).unwrap().opening;
    let stranger = Stranger::writing_to(county_key);
    let path = world.stick("stranger").join("cl-abcdefgh.clb");
    fs::write(&path, stranger.seal(&hostile::plain_manifest(), 200_000)).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(limits::FILE_BYTES as u64).unwrap();
    let paths = [path.display().to_string()];
    let (peak, read) = peak_of(|| exchange::read_bundles(&county, &paths).unwrap());
    assert!(peak < 4 << 20, "{peak} bytes");
    let failure = read[0].failure.as_ref().unwrap();
    assert_eq!(failure.code, "bundle-unknown-laptop");

    file.set_len(limits::FILE_BYTES as u64 + 1).unwrap();
    let (peak, read) = peak_of(|| exchange::read_bundles(&county, &paths).unwrap());
    assert!(peak < 4 << 20, "{peak} bytes");
    assert_eq!(read[0].state, "refused");
}

/// What is larger than any honest file is told from its beginning alone, whatever it was chosen as.
#[test]
fn the_largest_file_is_looked_at_without_reading_it_into_memory() {
    let _alone = alone();
    let world = World::new();
    let county = world.county("Rivertown");
    let stranger = Stranger::new();
    let path = world.stick("stranger").join("enrol-abcdefgh.clb");
    fs::write(&path, stranger.seal(&hostile::plain_manifest(), 200_000)).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(limits::FILE_BYTES as u64).unwrap();
    let (peak, outer) = peak_of(|| exchange::inspect(&path).unwrap());
    assert!(peak < 1 << 20, "{peak} bytes");
    assert_eq!(outer.recipients.len(), 1);
    let (peak, refused) = peak_of(|| exchange::read_enrolment(&county, &path).map(drop));
    assert!(peak < 1 << 20, "{peak} bytes");
    assert_eq!(refused.unwrap_err().failure().code, "enrolment-altered");
}

/// Who has the county's public key can seal a file for it. One that nobody enrolled signed is kept under no name.
#[test]
fn what_a_stranger_calls_newer_is_refused_and_not_kept() {
    let _alone = alone();
    let world = World::new();
    let mut county = world.county("Rivertown");
    let stranger = Stranger::writing_to(keys(&county).unwrap().opening);
    let mut manifest = hostile::plain_manifest();
    assert_eq!(manifest[1..3], [1, 1], "the format");
    manifest[2] = 2;
    let path = world.stick("stranger").join("cl-abcdefgh.clb");
    fs::write(&path, stranger.seal(&manifest, 200_000)).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(limits::FILE_BYTES as u64).unwrap();
    let paths = [path.display().to_string()];
    let (peak, summary) = peak_of(|| exchange::merge(&mut county, &paths).unwrap());
    assert!(peak < 4 << 20, "{peak} bytes");
    assert_eq!(summary.files[0].state, "refused");
    assert_eq!(
        summary.files[0].failure.as_ref().unwrap().code,
        "bundle-newer"
    );
    assert!(exchange::parked(&county).unwrap().is_empty());
    assert!(!county.folder().join("parked").exists());
    assert!(path.exists(), "it stays where it came from");
}

#[test]
fn a_file_that_waits_is_kept_without_reading_it_into_memory() {
    let _alone = alone();
    let world = World::new();
    let mut county = world.county("Rivertown");
    let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
    let laptop = keys(&laptop).unwrap();
    let (agency, device) = (laptop.agency.unwrap(), laptop.device);
    let laptop = Stranger::signing_as(laptop.signing, keys(&county).unwrap().opening);
    let mut manifest = laptop.manifest(CoverSheet::new(agency, device, Direction::Up, 0));
    assert_eq!(manifest[1..5], [1, 1, 2, 1], "the oldest reader");
    manifest[4] = 2;
    let path = world.stick("laptop").join("cl-abcdefgh.clb");
    fs::write(&path, laptop.seal(&manifest, 200_000)).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(32 << 20).unwrap();
    let paths = [path.display().to_string()];
    let (peak, summary) = peak_of(|| exchange::merge(&mut county, &paths).unwrap());
    assert!(peak < 4 << 20, "{peak} bytes");
    assert_eq!(summary.files[0].state, "parked");
    let waiting = exchange::parked(&county).unwrap();
    assert_eq!(waiting[0].size_bytes, 32 << 20);
}

#[test]
fn only_the_chunks_of_the_manifest_are_decrypted_before_the_signature() {
    let _alone = alone();
    let stranger = Stranger::new();
    const CHUNK: usize = (64 << 10) + 28;
    for manifest_bytes in [500, 60_000, 200_000, limits::MANIFEST_BYTES] {
        let manifest = hostile::manifest_of(manifest_bytes);
        let good = stranger.seal(&manifest, 20 * CHUNK);
        let header = inspect(&good).unwrap().header_bytes;
        let needed = (4 + manifest_bytes + 64).div_ceil(64 << 10);
        let mut file = good.clone();
        let behind = header + needed * CHUNK;
        file[behind..].fill(0xA5);
        // Nobody knows the signer, and that is all that is found out.
        let refused = open_as_county(&stranger, &file);
        assert!(
            matches!(refused, BundleError::UnknownSigner { .. }),
            "{refused:?}"
        );
        // One that is needed is missed at once.
        file[behind - 1] ^= 1;
        let chunk = needed as u64 - 1;
        let refused = open_as_county(&stranger, &file);
        assert_eq!(refused, BundleError::PayloadAltered { chunk });
    }
}

#[test]
fn sixteen_entries_with_our_hint_are_tried_and_no_more() {
    let _alone = alone();
    let stranger = Stranger::new();
    let file = stranger.with_our_hint_in_every_entry();
    assert_eq!(inspect(&file).unwrap().recipients.len(), limits::RECIPIENTS);
    let (peak, refused) = peak_of(|| open_as_county(&stranger, &file));
    assert!(peak < 1 << 20, "{peak} bytes");
    assert_eq!(refused, BundleError::HeaderAltered);
}

#[test]
fn no_roster_and_no_request_takes_much_memory_before_its_signature() {
    let _alone = alone();
    for (what, body) in hostile::roster_bodies() {
        let file = hostile::unsigned(b'R', &body);
        let (peak, refused) = peak_of(|| Roster::read_first(&file).unwrap_err());
        assert!(peak < MOST_BYTES, "{what}: {peak} bytes");
        let right = matches!(
            refused,
            BundleError::SignatureWrong
                | BundleError::DocumentMalformed { .. }
                | BundleError::OverLimit { .. }
        );
        assert!(right, "{what}: {refused:?}");
        let file = hostile::unsigned(b'E', &body);
        let (peak, _) = peak_of(|| EnrolmentRequest::decode(&file).unwrap_err());
        assert!(peak < 1 << 20, "{what}: {peak} bytes");
    }
}

#[test]
fn a_frame_inflates_into_what_was_signed_for_and_no_more() {
    let _alone = alone();
    let bomb = zstd::bulk::compress(&vec![0; 256 << 20], 3).unwrap();
    let endless = zstd::stream::encode_all(&vec![0; 256 << 20][..], 3).unwrap();
    for frame in [bomb, endless] {
        for announced in [0, 300, limits::BLOCK_PLAIN_BYTES] {
            let (peak, plain) = peak_of(|| inflate(&frame, announced));
            assert_eq!(plain, None);
            assert!(peak < 5 << 20, "{announced} announced: {peak} bytes");
        }
    }
}

/// Opens as the county, whose roster does not have the signer.
fn open_as_county(stranger: &Stranger, file: &[u8]) -> BundleError {
    let expect = Expectation {
        agency: None,
        directions: &[Direction::Up],
    };
    let nobody = |_: &Manifest| None;
    open(file, &stranger.county, nobody, &expect).unwrap_err()
}

/// The most that was held at any moment beyond what was held before, and the answer.
fn peak_of<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let answer = work();
    (MEMORY.peak_usage().saturating_sub(before), answer)
}

fn alone() -> MutexGuard<'static, ()> {
    ALONE
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}
