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
if command -v cargo-deny >/dev/null; then
    cargo deny check
else
    echo "cargo-deny is not installed: advisories were not checked (cargo install cargo-deny)"
fi
