//! What released programs wrote is read by this one, and by a stranger.

use std::fs;
use std::path::{Path, PathBuf};

use countyline_bundle::{
    Direction, EnrolmentRequest, Expectation, OpeningKey, Roster, inspect, open,
};
use countyline_core::exchange;
use serde_json::Value;
use system_tests::{old_files, reader, told};

/// The folder of each version.
fn versions() -> Vec<PathBuf> {
    let mut versions: Vec<PathBuf> = fs::read_dir(old_files::every_version())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    versions.sort();
    versions
}

#[test]
fn there_are_old_files_of_this_version() {
    assert!(versions().contains(&old_files::this_version()));
}

#[test]
fn offices_of_every_version_open_and_show_what_they_showed() {
    for version in versions() {
        let expected = fs::read(version.join("expected.json")).unwrap();
        let expected: Value = serde_json::from_slice(&expected).unwrap();
        for place in old_files::PLACES {
            let copy = tempfile::tempdir().unwrap();
            old_files::copy_office(&version.join(place), copy.path());
            let file = old_files::unlock(copy.path());
            assert_eq!(old_files::counts(&file), expected[place], "{version:?}");
        }
    }
}

#[test]
fn a_week_of_every_version_is_merged() {
    for version in versions() {
        let copy = tempfile::tempdir().unwrap();
        old_files::copy_office(&version.join("county"), copy.path());
        let mut county = old_files::unlock(copy.path());
        let week = version.join("bundles/up/bundle.clb").display().to_string();
        let before = county.verify().unwrap().commits;
        let merged = exchange::merge(&mut county, &[week]).unwrap();
        assert_eq!(
            merged.files[0].state, "ready",
            "{:?}",
            merged.files[0].failure
        );
        let report = county.verify().unwrap();
        assert!(report.ok && report.commits > before, "{version:?}");
    }
}

#[test]
fn a_stranger_reads_in_bundles_of_every_version_what_we_read() {
    for version in versions() {
        let bundles = version.join("bundles");
        for entry in fs::read_dir(&bundles).unwrap() {
            let folder = entry.unwrap().path();
            if !folder.is_dir() {
                continue;
            }
            let path = folder.join("bundle.clb");
            let theirs = reader::bundle(&path, &folder.join("keys.json")).unwrap();
            assert!(theirs["logs"][0]["commits"][0]["hash"].is_string());
            assert_eq!(theirs, ours(&path, &folder.join("keys.json")), "{path:?}");
        }
        let signed = fs::read(bundles.join("roster.clr")).unwrap();
        let theirs = reader::roster(&bundles.join("roster.clr")).unwrap();
        assert_eq!(theirs, told::roster(&signed));
        let asked = fs::read(bundles.join("request.cle")).unwrap();
        let theirs = reader::request(&bundles.join("request.cle")).unwrap();
        assert_eq!(
            theirs,
            told::request(&EnrolmentRequest::decode(&asked).unwrap())
        );
    }
}

/// What we read of a bundle as the holder of these keys.
fn ours(path: &Path, keys: &Path) -> Value {
    let bytes = fs::read(path).unwrap();
    let known: Value = serde_json::from_slice(&fs::read(keys).unwrap()).unwrap();
    let opening = OpeningKey::from_bytes(&secret(known["opening_key"].as_str().unwrap())).unwrap();
    let roster = known["roster"].as_str().map(|name| {
        let signed = fs::read(keys.with_file_name(name)).unwrap();
        Roster::read_first(&signed).unwrap()
    });
    let every = [Direction::Up, Direction::Return, Direction::Bootstrap];
    let expect = Expectation {
        agency: None,
        directions: &every,
    };
    let opened = open(
        &bytes,
        &opening,
        |manifest| {
            let carried = manifest.cover.roster_update.as_ref();
            let roster = roster
                .clone()
                .or(carried.and_then(|r| Roster::read_first(r).ok()));
            roster?.verifying_key(&manifest.cover.device).cloned()
        },
        &expect,
    )
    .unwrap();
    told::bundle(&opened, inspect(&bytes).unwrap().recipients.len())
}

fn secret(hex: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).unwrap();
    }
    bytes
}
