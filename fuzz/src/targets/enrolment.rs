//! Requests to be enrolled, as files and as bodies that their own key signed.

use std::sync::LazyLock;

use countyline_bundle::testing::sign_request;
use countyline_bundle::{EnrolmentRequest, limits};

use super::Keys;

static KEYS: LazyLock<Keys> = LazyLock::new(Keys::known);

/// Reads the bytes as a request, and as the body of one signed with the known key.
pub fn run(bytes: &[u8]) {
    let _ = EnrolmentRequest::decode(bytes);
    let Ok(signed) = sign_request(bytes, &KEYS.laptop) else {
        return assert!(bytes.len() > limits::REQUEST_BYTES);
    };
    let Ok(request) = EnrolmentRequest::decode(&signed) else {
        return;
    };
    request.six_words();
    // A request is written anew by nobody but its laptop, so what is unknown in it is not kept.
    let again = request
        .encode(&KEYS.laptop)
        .expect("what was read can be written");
    assert_eq!(EnrolmentRequest::decode(&again), Ok(request));
    assert!(again.len() <= signed.len());
}
