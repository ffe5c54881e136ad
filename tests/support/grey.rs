//! Pictures in grey that somebody approved, and how much of another picture differs from them.

use std::fs;
use std::path::Path;

/// How hard the approved pictures are compressed.
const LEVEL: i32 = 19;

/// Of ten thousand dots, how many differ by so much of 255; all of them if the pictures have other sizes.
pub fn share_that_differs(one: &[u8], other: &[u8], different_from: u8) -> usize {
    if one.len() != other.len() {
        return 10_000;
    }
    let pairs = one.iter().zip(other);
    let different = pairs.filter(|(one, other)| one.abs_diff(**other) >= different_from);
    different.count() * 10_000 / one.len().max(1)
}

/// The approved dots in a file; none if there is no such file.
pub fn read(path: &Path) -> Vec<u8> {
    let kept = fs::read(path).unwrap_or_default();
    zstd::decode_all(&*kept).unwrap_or_default()
}

/// Keeps dots as approved.
pub fn write(path: &Path, dots: &[u8]) {
    let kept = zstd::encode_all(dots, LEVEL).expect("dots can be compressed");
    fs::write(path, kept).expect("an approved picture can be written");
}
