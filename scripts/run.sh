#!/usr/bin/env bash
# Opens Countyline on a training office with made-up people. Without a display the same work is done by a script in a
# hidden window, and what it leaves in out/ can be looked at. `make run PLACE=county` opens the county's side.
set -euo pipefail
source "$(dirname "$0")/common.sh"

scripts/setup.sh
build_programs

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec target/debug/journey out
fi

offices=out/training-office
if [ ! -d "$offices" ]; then
    mkdir -p out
    target/debug/countyline sample-office --out "$offices"
fi
echo "Passphrase of the training offices: training office only"
exec target/debug/countyline-desktop --office "$offices/${PLACE:-laptop-1}"
