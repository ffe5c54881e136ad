#!/usr/bin/env bash
# Makes the Debian package. Takes long: everything is compiled for release, OpenSSL too, so that the encrypted store
# does not depend on the machine it is installed on.
set -euo pipefail
source "$(dirname "$0")/common.sh"

scripts/setup.sh
unset OPENSSL_NO_VENDOR
cargo build --release -p countyline-cli
# Not among the screens' packages: nothing else needs it, and its parts for other systems are not in every registry.
(cd src-tauri && npx --yes @tauri-apps/cli@2.12.5 build --bundles deb --ci </dev/null)
find target/release/bundle/deb -name '*.deb' -exec ls -l {} +
