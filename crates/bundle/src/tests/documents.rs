//! Enrolment requests and rosters.

use super::support::*;
use crate::BundleError::*;
use crate::*;

#[test]
fn a_request_says_who_asks_and_shows_the_words_of_its_keys() {
    let office = Office::new();
    let request = request(&office);
    let bytes = request.encode(&office.laptop).unwrap();

    assert_eq!(recognise(&bytes), Some(FileKind::EnrolmentRequest));
    let read = EnrolmentRequest::decode(&bytes).unwrap();
    assert_eq!(read, request);
    assert_eq!(read.six_words(), request.six_words());

    let other = EnrolmentRequest {
        sealing_key: OpeningKey::generate(&mut Counted(99)).sealing_key().clone(),
        ..request.clone()
    };
    assert_ne!(other.six_words(), request.six_words());
}

#[test]
fn nobody_can_ask_for_a_key_he_does_not_have() {
    let office = Office::new();
    let mallory = SigningKey::generate(&mut Counted(77));
    assert_eq!(request(&office).encode(&mallory), Err(SignatureWrong));
}

#[test]
fn a_request_or_roster_with_one_changed_bit_is_refused() {
    for (good, read) in documents() {
        for place in 0..good.len() {
            let mut bytes = good.clone();
            bytes[place] ^= 1 << (place % 8);
            let refused = read(&bytes).unwrap_err();
            let right = match place {
                0..8 => matches!(refused, NotABundle | DamagedInTransfer),
                8 => matches!(refused, NewerVersion { .. } | DocumentMalformed { .. }),
                9..12 => matches!(refused, UnknownFlags { .. }),
                12..16 => matches!(refused, Truncated | TrailingBytes | OverLimit { .. }),
                _ => matches!(
                    refused,
                    SignatureWrong | DocumentMalformed { .. } | KeyMalformed
                ),
            };
            assert!(right, "byte {place}: {refused:?}");
        }
    }
}

#[test]
fn a_request_or_roster_cut_or_lengthened_is_refused() {
    for (good, read) in documents() {
        read(&good).unwrap();
        for length in 0..good.len() {
            assert_eq!(read(&good[..length]), Err(Truncated), "{length} bytes");
        }
        assert_eq!(read(&[&good[..], &[0]].concat()), Err(TrailingBytes));
    }
}

#[test]
fn a_request_is_no_roster_and_no_bundle() {
    let mut office = Office::new();
    let bundle = office.bundle();
    let [(request, as_request), (roster, as_roster)] = documents();
    assert_eq!(as_roster(&request), Err(NotABundle));
    assert_eq!(as_request(&roster), Err(NotABundle));
    assert_eq!(as_request(&bundle), Err(NotABundle));
    assert_eq!(inspect(&request).map(drop), Err(NotABundle));
    assert_eq!(recognise(&bundle), Some(FileKind::Bundle));
    assert_eq!(recognise(&roster), Some(FileKind::Roster));
    assert_eq!(recognise(b"PK\x03\x04"), None);
}

#[test]
fn a_roster_of_another_root_key_is_refused_however_well_signed() {
    let office = Office::new();
    let (ours, theirs) = (root(), SigningKey::generate(&mut Counted(300)));
    let roster = roster(&office);
    let signed = roster.sign(&ours).unwrap();
    assert_eq!(
        Roster::verify(&signed, &ours.verifying_key()),
        Ok(roster.clone())
    );

    let mut forged = roster.clone();
    forged.county.root = theirs.verifying_key();
    let forged_bytes = forged.sign(&theirs).unwrap();

    assert_eq!(
        Roster::verify(&forged_bytes, &ours.verifying_key()),
        Err(SignatureWrong)
    );
    assert_eq!(roster.sign(&theirs), Err(SignatureWrong));
    assert_ne!(forged.county.six_words(), roster.county.six_words());
}

#[test]
fn a_revoked_laptop_stays_on_the_roster_with_its_key() {
    let office = Office::new();
    let mut roster = roster(&office);
    roster.entries[0].revoked = Some(Revocation {
        at_ms: 5,
        last_known: vec![LastKnown {
            log_id: [1; 16],
            seq: 40,
            hash: [7; 32],
        }],
    });
    let signed = roster.sign(&root()).unwrap();

    let read = Roster::verify(&signed, &root().verifying_key()).unwrap();

    assert_eq!(read, roster);
    assert!(read.entry(&LAPTOP).unwrap().is_revoked());
    assert_eq!(
        read.verifying_key(&LAPTOP),
        Some(&office.laptop.verifying_key())
    );
    assert_eq!(
        read.verifying_key(&COUNTY),
        Some(&roster.county.verifying_key)
    );
    assert_eq!(read.verifying_key(&[0; 16]), None);
}

#[test]
fn what_a_newer_roster_says_is_kept_unless_it_must_be_understood() {
    let office = Office::new();
    let mut roster = roster(&office);
    roster.unknown = vec![(0x7fff, vec![0x82, 0x01, 0x02])];
    let signed = roster.sign(&root()).unwrap();
    assert_eq!(Roster::read_first(&signed).unwrap(), roster);

    roster.unknown = vec![(0x8000, vec![0x01])];
    let signed = roster.sign(&root()).unwrap();
    assert_eq!(
        Roster::read_first(&signed),
        Err(NeedsNewerReader { min_reader: 0 })
    );
}

#[test]
fn names_longer_than_any_name_are_not_signed() {
    let office = Office::new();
    let mut request = request(&office);
    request.person_name = "é".repeat(101);
    let too_long = Err(OverLimit {
        what: limits::Limit::TextBytes,
    });
    assert_eq!(request.encode(&office.laptop), too_long);
    let mut roster = roster(&office);
    roster.entries[0].laptop_name = "x".repeat(201);
    assert_eq!(roster.sign(&root()), too_long);
}

type Document = (Vec<u8>, fn(&[u8]) -> Result<(), BundleError>);

fn documents() -> [Document; 2] {
    let office = Office::new();
    let request = request(&office).encode(&office.laptop).unwrap();
    let roster = roster(&office).sign(&root()).unwrap();
    [
        (request, |bytes| EnrolmentRequest::decode(bytes).map(drop)),
        (roster, |bytes| {
            Roster::verify(bytes, &root().verifying_key()).map(drop)
        }),
    ]
}

pub(super) fn root() -> SigningKey {
    SigningKey::generate(&mut Counted(200))
}

pub(super) fn request(office: &Office) -> EnrolmentRequest {
    EnrolmentRequest {
        device: LAPTOP,
        laptop_name: "Patrol 7".into(),
        person_name: "Deputy Zo\u{eb} Exampleton".into(),
        verifying_key: office.laptop.verifying_key(),
        sealing_key: office.county.sealing_key().clone(),
        created_ms: -1,
    }
}

pub(super) fn roster(office: &Office) -> Roster {
    let request = request(office);
    Roster {
        version: 2,
        prev_hash: [1; 32],
        agency: AGENCY,
        created_ms: 1_700_000_000_000,
        office_name: "Rivertown".into(),
        training: true,
        county: County {
            root: root().verifying_key(),
            device: COUNTY,
            verifying_key: SigningKey::generate(&mut Counted(400)).verifying_key(),
            sealing_key: office.county.sealing_key().clone(),
            key_epoch: 1,
        },
        entries: vec![RosterEntry {
            device: LAPTOP,
            laptop_name: request.laptop_name,
            person_name: request.person_name,
            verifying_key: request.verifying_key,
            sealing_key: request.sealing_key,
            enrolled_at_ms: 3,
            revoked: None,
        }],
        unknown: Vec::new(),
    }
}
