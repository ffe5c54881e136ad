#!/usr/bin/env bash
# Measures how well doubles are found: on made-up counties of our own, then on public sets beside Splink.
#
# scripts/duplicates.sh [FOLDER]: FOLDER holds Splink's two sets, which no package has; see compare.py.
set -euo pipefail
source "$(dirname "$0")/common.sh"

peer=tests/peers/splink
say "our own made-up counties"
cargo run --release -p system-tests --bin duplicates </dev/null

[ -e "$peer/python/lib" ] || {
    say "installing Splink to compare with"
    { python3 -m venv "$peer/python" && "$peer/python/bin/pip" install -q -r "$peer/requirements.txt"; } </dev/null || {
        rm -rf "$peer/python"
        say "Splink cannot be installed"
        exit 1
    }
}
say "public sets, beside Splink"
cargo build --release -p countyline-cli </dev/null
exec "$peer/python/bin/python" "$peer/compare.py" target/release/countyline "$@"
