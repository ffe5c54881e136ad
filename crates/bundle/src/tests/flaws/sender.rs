//! Flaws in who signed, for whom, and what was done with it afterwards.

use super::{Flaw, flaw};
use crate::BundleError::*;
use crate::limits::Limit;
use crate::outer::{Header, seal_header};
use crate::tests::support::*;
use crate::*;

pub fn sender_flaws(office: &mut Office, good: &[u8]) -> Vec<Flaw> {
    let mallory = SigningKey::generate(&mut office.random);
    let mallory_id = mallory.verifying_key().key_id();
    let unknown = |device| UnknownSigner { device };
    let one_of_two = {
        let other = OpeningKey::generate(&mut office.random)
            .sealing_key()
            .clone();
        let recipients = [office.county.sealing_key().clone(), other];
        reseal(office, good, &recipients)
    };
    let same_again = reseal(office, good, &[office.county.sealing_key().clone()]);
    let mut forged = |name, change: &dyn Fn(&mut Parts), refusal: BundleError| {
        flaw(name, office.forge(change), refusal)
    };
    vec![
        forged(
            "unknown-device",
            &|p| p.manifest.cover.device = [9; 16],
            unknown([9; 16]),
        ),
        forged(
            "signing-key-not-on-the-roster",
            &|p| {
                p.signer = mallory.clone();
                p.manifest.signing_key = mallory_id;
            },
            unknown(LAPTOP),
        ),
        forged(
            "signed-with-another-key",
            &|p| p.signer = mallory.clone(),
            SignatureWrong,
        ),
        flaw(
            "passed-on-to-another-by-a-recipient",
            one_of_two,
            SignatureWrong,
        ),
        flaw("sealed-again-by-a-recipient", same_again, SignatureWrong),
        forged(
            "of-another-agency",
            &|p| p.manifest.cover.agency = [1; 16],
            OtherAgency,
        ),
        forged(
            "return-bundle-given-to-the-county",
            &|p| p.manifest.cover.direction = Direction::Return,
            WrongDirection {
                found: Direction::Return,
            },
        ),
        forged(
            "signed-for-another-key",
            &|p| p.manifest.recipients = vec![KeyId([1; 8])],
            NotForThisKey,
        ),
        forged(
            "signed-for-more-than-it-is-sealed-for",
            &|p| p.manifest.recipients.push(KeyId([1; 8])),
            ManifestMalformed { what: "recipients" },
        ),
        forged(
            "signed-for-nobody",
            &|p| {
                p.lengths_fit = false;
                p.manifest.recipients.clear();
            },
            OverLimit {
                what: Limit::Recipients,
            },
        ),
    ]
}

/// What a recipient, who has the file key, could do: put the payload under a header of his own.
fn reseal(office: &mut Office, good: &[u8], recipients: &[SealingKey]) -> Vec<u8> {
    let header = Header::parse(good, good.len() as u64).unwrap();
    let file_key = header.open(&office.county).unwrap();
    let id = header.bundle_id();
    let mut file = seal_header(&id, &file_key, recipients, &mut office.random).unwrap();
    file.extend_from_slice(&good[header.bytes.len()..]);
    file
}
