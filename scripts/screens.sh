#!/usr/bin/env bash
# Takes a picture of every screen of the real window into target/screens, and says which differ from those that were
# approved. `scripts/screens.sh --approve` takes them as they are: look at the pictures first.
set -euo pipefail
source "$(dirname "$0")/common.sh"

build_programs
exec "${CARGO_TARGET_DIR:-target}/debug/screens" "$@"
