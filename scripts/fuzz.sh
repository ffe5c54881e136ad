#!/usr/bin/env bash
# Runs every fuzz target, or those named, for MINUTES each (10), one after the other; see docs/fuzzing.md. What is
# found stays in fuzz/artifacts, what was learnt in fuzz/corpus; neither is committed.
set -euo pipefail
source "$(dirname "$0")/common.sh"

minutes=${MINUTES:-10}
export PATH="$PWD/target/tools/bin:$PATH"
# The sanitizer and the coverage libFuzzer needs are flags of the nightly compiler; the stable one has them too.
export RUSTC_BOOTSTRAP=1

if ! command -v cargo-fuzz >/dev/null; then
    say "installing cargo-fuzz into target/tools (some minutes, once)"
    cargo install --quiet --locked --version 0.13.2 --root target/tools cargo-fuzz </dev/null
fi

targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    for seeds in fuzz/seeds/*/; do targets+=("$(basename "$seeds")"); done
fi

for target in "${targets[@]}"; do
    say "$target for $minutes minutes"
    mkdir -p "fuzz/corpus/$target"
    # No single piece of memory above 64 MiB (the largest block is 4 MiB), and nothing that takes long.
    cargo fuzz run --fuzz-dir fuzz --target-dir target/fuzz "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
        -max_total_time=$((minutes * 60)) -max_len=70000 -malloc_limit_mb=64 -rss_limit_mb=1024 -timeout=20 \
        -detect_leaks=0 -print_final_stats=1 </dev/null
done
