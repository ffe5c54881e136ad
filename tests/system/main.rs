//! What no single crate can promise.

mod dependencies;
