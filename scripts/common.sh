# Sourced by every script: where we are, and how everything is built.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Debian's OpenSSL instead of compiling our own; only packages compile it (scripts/package.sh).
export OPENSSL_NO_VENDOR=1
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-never}"

# The packages and features of every build that is not a package for people: one set, so that nothing is compiled twice.
# `automation` adds `countyline-driven` beside the program people use and changes nothing in that one.
everything=(--workspace --features countyline-desktop/custom-protocol,countyline-desktop/automation,system-tests/window)

say() { printf '\n== %s\n' "$*"; }

# The screens, built only when something they are made of is newer.
build_screens() {
    local built=ui/dist/index.html
    if [ -f "$built" ] && [ -z "$(find ui assets/words assets/codes docs/guide docs/merging-tables.md -type f -newer "$built" \
        -not -path 'ui/node_modules/*' -not -path 'ui/dist/*' -print -quit)" ]; then
        return 0
    fi
    npm --prefix ui run build </dev/null
}

# The window, the window for tests, and the command line.
build_programs() {
    build_screens && cargo build --bins "${everything[@]}" </dev/null
}
