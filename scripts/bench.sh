#!/usr/bin/env bash
# Measures the times a deputy and a coordinator wait, with the optimised program.
set -euo pipefail
source "$(dirname "$0")/common.sh"

exec cargo run --release -p system-tests --bin bench -- "$@"
