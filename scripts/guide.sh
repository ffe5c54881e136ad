#!/usr/bin/env bash
# Takes the pictures of the guide from the real window, on a hidden screen, while a script does a week's work with
# made-up people. They go to docs/images; look at them before you commit.
set -euo pipefail
source "$(dirname "$0")/common.sh"

build_programs
week=$(mktemp -d)
trap 'rm -rf "$week"' EXIT
target/debug/journey "$week"

for name in 2-today 3-log-contact 4-letter 5-victim 6-send-week 7-county-inbox 8-county-conflicts; do
    cp "$week/screens/$name.png" "docs/images/guide-${name#*-}.png"
done
say "the guide's pictures are in docs/images"
