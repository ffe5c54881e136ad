#!/usr/bin/env bash
# The quick half of scripts/test.sh: formats, lints and types, and the rules about dependencies. Stops at the first fault.
set -euo pipefail
source "$(dirname "$0")/common.sh"

scripts/setup.sh
build_screens
cargo fmt --all --check
cargo clippy --all-targets "${everything[@]}" -- -D warnings
npm --prefix ui run check </dev/null
npm --prefix ui run lint </dev/null
cargo test "${everything[@]}" --test system dependencies

# cargo-deny is built once, for this checkout, where the machine does not have it.
export PATH="$PWD/target/tools/bin:$PATH"
if ! command -v cargo-deny >/dev/null; then
    say "installing cargo-deny into target/tools (some minutes, once)"
    cargo install --quiet --locked --version 0.20.2 --root target/tools cargo-deny </dev/null
fi
cargo deny check licenses bans sources
# The list of advisories comes from the network; a machine without one cannot check them and says so.
if cargo deny fetch db 2>/dev/null; then
    cargo deny check advisories
else
    echo "advisories were not checked: their list could not be fetched"
fi
