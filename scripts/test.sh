#!/usr/bin/env bash
# Everything that must hold before a change is taken. Goes on after a failed step, counts each step and each single
# test, and says `N passed, M failed` on the last line.
set -uo pipefail
source "$(dirname "$0")/common.sh"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0
failed=0

# step NAME COMMAND…: a step counts as one test beside the tests it ran, unless it failed because of one of them.
step() {
    local name=$1 started=$SECONDS failed_before=$failed
    shift
    say "$name"
    if "$@" >"$log" 2>&1 </dev/null; then
        show_briefly
        count_tests
        passed=$((passed + 1))
    else
        show_briefly
        count_tests
        [ "$failed" -gt "$failed_before" ] || failed=$((failed + 1))
        echo "FAILED: $name"
    fi
    echo "($((SECONDS - started)) s)"
}

# Progress and single passes are noise; everything else is shown.
show_briefly() {
    grep -vE '^ +(Compiling|Checking|Downloaded|Downloading|Adding|Blocking|Fresh|Running|Doc-tests) |^test .* \.\.\. ok$|^running [0-9]+ tests?$|^test result: ok. 0 passed; 0 failed|^$' "$log"
}

# Adds what cargo (`test result: ok. 9 passed; 0 failed`) and Vitest (`Tests  1 failed | 9 passed`) report.
count_tests() {
    local found
    found=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | awk '
        /^test result:| +Tests +[0-9]+ / {
            for (i = 2; i <= NF; i++) {
                if ($i ~ /^passed/) passed += $(i - 1)
                if ($i ~ /^failed/) failed += $(i - 1)
            }
        }
        END { print passed + 0, failed + 0 }')
    passed=$((passed + ${found% *}))
    failed=$((failed + ${found#* }))
}

step "setup" scripts/setup.sh
step "screens: build" build_screens
step "rust: format" cargo fmt --all --check
step "rust: lints" cargo clippy --keep-going --all-targets "${everything[@]}" -- -D warnings
step "fuzz: targets compile" cargo check --locked --manifest-path fuzz/Cargo.toml --bins --target-dir target/fuzz-check
step "screens: types" npm --prefix ui run check
step "screens: lints" npm --prefix ui run lint
step "screens: tests" npm --prefix ui run test
step "programs: build" build_programs
step "rust and window: tests" cargo test --no-fail-fast "${everything[@]}"
if command -v cargo-deny >/dev/null; then
    step "dependencies: licences, bans, sources" cargo deny --offline check licenses bans sources
fi

say "in all"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
