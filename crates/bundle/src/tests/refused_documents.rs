//! Enrolment requests and rosters that must be refused, each named after its flaw, and how.
//!
//! They stand in `tests/vectors/documents` for readers written by others.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::documents::{request, root, roster};
use super::flaws::{Flaw, request_flaws, roster_flaws};
use super::refused::{list, vectors};
use super::support::*;
use crate::*;

#[test]
fn every_flaw_of_a_request_or_roster_is_refused_by_its_own_name() {
    for (flaw, extension) in flaws() {
        assert_eq!(
            read(extension, &flaw.bytes),
            Err(flaw.refusal),
            "{}",
            flaw.name
        );
    }
}

#[test]
fn stored_requests_and_rosters_are_read_and_refused_as_written_down() {
    if std::env::var_os("WRITE_VECTORS").is_some() {
        write_vectors();
    }
    for extension in ["cle", "clr"] {
        let good = fs::read(folder().join(format!("good.{extension}"))).unwrap();
        assert_eq!(read(extension, &good), Ok(()));
    }
    let expected = expected();
    let listed = fs::read_to_string(folder().join("refused.txt")).unwrap();
    assert_eq!(listed.replace("\r\n", "\n"), list(&expected));
    let mut stored: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("good.") && name != "refused.txt")
        .collect();
    stored.sort();
    assert_eq!(stored, expected.keys().cloned().collect::<Vec<_>>());
    for (name, refusal) in expected {
        let bytes = fs::read(folder().join(&name)).unwrap();
        let extension = name.rsplit('.').next().unwrap();
        assert_eq!(read(extension, &bytes), Err(refusal), "{name}");
    }
}

fn read(extension: &str, bytes: &[u8]) -> Result<(), BundleError> {
    match extension {
        "cle" => EnrolmentRequest::decode(bytes).map(drop),
        _ => Roster::read_first(bytes).map(drop),
    }
}

fn flaws() -> impl Iterator<Item = (Flaw, &'static str)> {
    let office = Office::new();
    let requests = request_flaws(&office).into_iter().map(|flaw| (flaw, "cle"));
    let rosters = roster_flaws(&office).into_iter().map(|flaw| (flaw, "clr"));
    requests.chain(rosters)
}

fn expected() -> BTreeMap<String, BundleError> {
    flaws()
        .map(|(flaw, extension)| (format!("{}.{extension}", flaw.name), flaw.refusal))
        .collect()
}

fn write_vectors() {
    let _ = fs::remove_dir_all(folder());
    fs::create_dir_all(folder()).unwrap();
    let office = Office::new();
    let request = request(&office).encode(&office.laptop).unwrap();
    fs::write(folder().join("good.cle"), request).unwrap();
    let roster = roster(&office).sign(&root()).unwrap();
    fs::write(folder().join("good.clr"), roster).unwrap();
    for (flaw, extension) in flaws() {
        let path = folder().join(format!("{}.{extension}", flaw.name));
        fs::write(path, flaw.bytes).unwrap();
    }
    fs::write(folder().join("refused.txt"), list(&expected())).unwrap();
}

fn folder() -> PathBuf {
    vectors().join("documents")
}
