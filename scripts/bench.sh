#!/usr/bin/env bash
# Measures what people wait for, with the optimised program, beside the peers in tests/peers.
#
# The peers are installed into their own folder once: nothing of them is part of the program or of its tests. What
# cannot be installed is left out of the table, and said.
set -euo pipefail
source "$(dirname "$0")/common.sh"

peers=tests/peers
[ -d "$peers/node_modules/pouchdb" ] || {
    say "installing PouchDB to compare with"
    npm --prefix "$peers" ci --no-audit --no-fund </dev/null || say "PouchDB cannot be installed"
}
[ -e "$peers/python/lib" ] || {
    say "installing SQLite's session extension and WeasyPrint to compare with"
    { python3 -m venv "$peers/python" && "$peers/python/bin/pip" install -q -r "$peers/requirements.txt"; } </dev/null ||
        { say "they cannot be installed"; rm -rf "$peers/python"; }
}
command -v soffice >/dev/null || say "LibreOffice is left out: apt-get install libreoffice-writer-nogui"
say "building Automerge to compare with"
(cd "$peers/automerge" && cargo build --release --locked) </dev/null || say "Automerge cannot be built"

say "building the window, and an empty one to compare with"
build_screens
cargo build --release -p countyline-desktop --features custom-protocol --bin countyline-desktop </dev/null
(cd "$peers/empty-window" && cargo build --release --locked) </dev/null || say "the empty window cannot be built"

exec cargo run --release -p system-tests --features window --bin bench -- "$@"
