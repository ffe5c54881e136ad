#!/usr/bin/env bash
# Makes every paper an office prints into target/papers, and shows what is different from those that were approved.
# `scripts/papers.sh --approve` takes them as they are: look at the pictures first.
set -euo pipefail
source "$(dirname "$0")/common.sh"

cargo build --quiet "${everything[@]}" --bin papers </dev/null
exec "${CARGO_TARGET_DIR:-target}/debug/papers" "$@"
