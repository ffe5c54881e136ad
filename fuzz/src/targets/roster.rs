//! Rosters, as files and as bodies that their root key signed.

use std::sync::LazyLock;

use countyline_bundle::testing::sign_roster;
use countyline_bundle::{Roster, limits};

use super::Keys;

static KEYS: LazyLock<Keys> = LazyLock::new(Keys::known);

/// Reads the bytes as a roster, and as the body of one signed with the known key.
pub fn run(bytes: &[u8]) {
    let _ = Roster::read_first(bytes);
    let Ok(signed) = sign_roster(bytes, &KEYS.laptop) else {
        return assert!(bytes.len() > limits::ROSTER_BYTES);
    };
    let Ok(roster) = Roster::read_first(&signed) else {
        return;
    };
    assert_eq!(roster.sign(&KEYS.laptop), Ok(signed.clone()));
    assert_eq!(
        Roster::verify(&signed, &KEYS.laptop.verifying_key()),
        Ok(roster.clone())
    );
    roster.county.six_words();
    for entry in &roster.entries {
        assert!(roster.entry(&entry.device).is_some());
        assert!(roster.verifying_key(&entry.device).is_some());
    }
}
