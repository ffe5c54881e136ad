//! The published vectors of the algorithms, run through the keys and calls the program uses.
//!
//! See `tests/vectors/README.md` for where they come from.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use serde_json::Value;

use crate::random::ForEncapsulation;
use crate::*;

const HPKE: &str = include_str!("../../../../tests/vectors/hpke-p256-sha256-aes256gcm.json");
const AES_GCM: &str = include_str!("../../../../tests/vectors/aes256gcm.json");

#[test]
fn keys_are_derived_as_rfc_9180_says() {
    let vector = hpke_vector();
    for (seed, private, public) in [("ikmR", "skRm", "pkRm"), ("ikmE", "skEm", "pkEm")] {
        let mut seed = just(bytes(&vector[seed]));
        let key = OpeningKey::generate(&mut seed);
        assert_eq!(key.to_bytes().to_vec(), bytes(&vector[private]));
        assert_eq!(
            key.sealing_key().to_bytes().to_vec(),
            bytes(&vector[public])
        );
        let again = OpeningKey::from_bytes(&key.to_bytes()).unwrap();
        assert_eq!(again.sealing_key(), key.sealing_key());
    }
}

#[test]
fn encapsulation_and_every_ciphertext_are_as_rfc_9180_says() {
    let vector = hpke_vector();
    let public = <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(&bytes(&vector["pkRm"])).unwrap();
    let mut seed = just(bytes(&vector["ikmE"]));
    let (enc, mut sender) = hpke::setup_sender_with_rng::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
        &OpModeS::Base,
        &public,
        &bytes(&vector["info"]),
        &mut ForEncapsulation(&mut seed),
    )
    .unwrap();
    assert_eq!(enc.to_bytes().to_vec(), bytes(&vector["enc"]));

    let private =
        <DhP256HkdfSha256 as Kem>::PrivateKey::from_bytes(&bytes(&vector["skRm"])).unwrap();
    let shared = DhP256HkdfSha256::decap(&private, None, &enc).unwrap();
    assert_eq!(shared.0.to_vec(), bytes(&vector["shared_secret"]));
    let mut receiver = hpke::setup_receiver::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
        &OpModeR::Base,
        &private,
        &enc,
        &bytes(&vector["info"]),
    )
    .unwrap();

    let encryptions = vector["encryptions"].as_array().unwrap();
    assert_eq!(encryptions.len(), 257);
    for encryption in encryptions {
        let [aad, sealed, plain] = ["aad", "ct", "pt"].map(|name| bytes(&encryption[name]));
        assert_eq!(sender.seal(&plain, &aad).unwrap(), sealed);
        assert_eq!(receiver.open(&sealed, &aad).unwrap(), plain);
    }
    for export in vector["exports"].as_array().unwrap() {
        let mut value = [0; 32];
        receiver
            .export(&bytes(&export["exporter_context"]), &mut value)
            .unwrap();
        assert_eq!(value.to_vec(), bytes(&export["exported_value"]));
    }
}

#[test]
fn file_keys_are_sealed_by_the_calls_the_vectors_prove() {
    let vector = hpke_vector();
    let (info, file_key) = (bytes(&vector["info"]), [0x5A; 32]);
    let me = OpeningKey::from_bytes(&bytes(&vector["skRm"]).try_into().unwrap()).unwrap();
    let public = <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(&bytes(&vector["pkRm"])).unwrap();
    let mut seed = just(bytes(&vector["ikmE"]));
    let (_, mut sender) = hpke::setup_sender_with_rng::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
        &OpModeS::Base,
        &public,
        &info,
        &mut ForEncapsulation(&mut seed),
    )
    .unwrap();

    let mut seed = just(bytes(&vector["ikmE"]));
    let (enc, sealed) = me.sealing_key().seal(&info, &file_key, &mut seed).unwrap();

    assert_eq!(enc.to_vec(), bytes(&vector["enc"]));
    assert_eq!(sealed.to_vec(), sender.seal(&file_key, b"").unwrap());
    assert_eq!(*me.open(&info, &enc, &sealed).unwrap(), file_key);
    assert_eq!(me.open(b"other info", &enc, &sealed), None);
}

#[test]
fn aes_256_gcm_gives_the_published_answers() {
    let vectors: Vec<Value> = serde_json::from_str(AES_GCM).unwrap();
    let refused = vectors
        .iter()
        .filter(|vector| vector["plain"].is_null())
        .count();
    assert_eq!((vectors.len(), refused), (50, 25));
    for vector in vectors {
        let key: [u8; 32] = bytes(&vector["key"]).try_into().unwrap();
        let nonce: [u8; 12] = bytes(&vector["nonce"]).try_into().unwrap();
        let tag: [u8; 16] = bytes(&vector["tag"]).try_into().unwrap();
        let aad = bytes(&vector["aad"]);
        let cipher = Aes256Gcm::new(&key.into());
        let mut text = bytes(&vector["ciphertext"]);
        let opened = cipher.decrypt_inout_detached(
            &Nonce::from(nonce),
            &aad,
            text.as_mut_slice().into(),
            &Tag::from(tag),
        );
        if vector["plain"].is_null() {
            assert!(opened.is_err());
            continue;
        }
        opened.unwrap();
        assert_eq!(text, bytes(&vector["plain"]));
        let sealed_tag = cipher
            .encrypt_inout_detached(&Nonce::from(nonce), &aad, text.as_mut_slice().into())
            .unwrap();
        assert_eq!(
            (text, sealed_tag.to_vec()),
            (bytes(&vector["ciphertext"]), tag.to_vec())
        );
    }
}

#[test]
fn ed25519_signs_as_rfc_8032_says() {
    // RFC 8032, 7.1, test 2: one byte, 0x72.
    let secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    let public = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    let signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
                     085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
    let key = SigningKey::from_bytes(&hex(secret).try_into().unwrap());

    assert_eq!(key.verifying_key().to_bytes().to_vec(), hex(public));
    assert_eq!(key.sign(&[0x72]).to_vec(), hex(signature));
    assert_eq!(
        key.verifying_key().check(&[0x72], &key.sign(&[0x72])),
        Ok(())
    );
}

#[test]
fn points_that_are_no_keys_are_refused() {
    let refused = Err(BundleError::KeyMalformed);
    assert_eq!(
        VerifyingKey::from_bytes(&[0; 32]).map(drop),
        refused,
        "small order"
    );
    assert_eq!(
        VerifyingKey::from_bytes(&[2; 32]).map(drop),
        refused,
        "no point"
    );
    let mut off_the_curve = OpeningKey::generate(&mut just(vec![7; 32]))
        .sealing_key()
        .to_bytes();
    off_the_curve[64] ^= 1;
    assert_eq!(SealingKey::from_bytes(&off_the_curve).map(drop), refused);
    assert_eq!(SealingKey::from_bytes(&[0; 65]).map(drop), refused);
    assert_eq!(OpeningKey::from_bytes(&[0; 32]).map(drop), refused);
    assert_eq!(OpeningKey::from_bytes(&[0xff; 32]).map(drop), refused);
}

#[test]
fn secret_keys_never_show_in_debug_text() {
    let signing = SigningKey::generate(&mut just(vec![0xAB; 32]));
    let opening = OpeningKey::generate(&mut just(vec![0xCD; 32]));
    let shown = format!("{signing:?} {opening:?}");

    assert_eq!(
        shown,
        format!(
            "SigningKey({}) OpeningKey({})",
            signing.verifying_key().key_id(),
            opening.sealing_key().key_id()
        )
    );
}

fn hpke_vector() -> Value {
    serde_json::from_str(HPKE).unwrap()
}

/// Gives these bytes, once.
fn just(bytes: Vec<u8>) -> impl FnMut(&mut [u8]) {
    move |buffer| buffer.copy_from_slice(&bytes)
}

fn bytes(value: &Value) -> Vec<u8> {
    hex(value.as_str().unwrap())
}

fn hex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}
