#!/usr/bin/env bash
# Opens Countyline on a training office with made-up people. Without a display the same work is done by a script in a
# hidden window, and what it leaves in out/ can be looked at.
set -euo pipefail
source "$(dirname "$0")/common.sh"

scripts/setup.sh
build_programs

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec target/debug/journey out
fi

office=out/training-office
if [ ! -d "$office" ]; then
    mkdir -p out
    target/debug/countyline sample-office --out "$office"
fi
echo "Passphrase of the training office: training office only"
exec target/debug/countyline-desktop --office "$office"
