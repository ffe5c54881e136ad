#!/usr/bin/env bash
# Takes the pictures of the guide from the real window, on a hidden screen, while a script does a week's work with
# made-up people. They go to docs/images; look at them before you commit.
set -euo pipefail
source "$(dirname "$0")/common.sh"

build_programs
week=$(mktemp -d)
trap 'rm -rf "$week"' EXIT
target/debug/journey "$week"

# Picture of the week, and the screen it shows in the guide.
pictures=(
    laptop-en-day-today guide-today
    laptop-en-day-victim guide-victim
    laptop-en-day-log-contact guide-log-contact
    laptop-en-day-refer guide-refer
    laptop-en-day-send-week guide-send-week
    laptop-es-day-today guide-es-today
    laptop-es-day-log-contact guide-es-log-contact
)
for ((at = 0; at < ${#pictures[@]}; at += 2)); do
    taken=$(find "$week" -name "*${pictures[at]}.png" -print -quit)
    [ -n "$taken" ] || { echo "guide: no picture of ${pictures[at]}" >&2; exit 1; }
    cp "$taken" "docs/images/${pictures[at + 1]}.png"
done
say "the guide's pictures are in docs/images"
