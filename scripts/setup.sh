#!/usr/bin/env bash
# Installs what building and testing need on Debian or Ubuntu, and the screens' packages. Skips what is there.
set -euo pipefail
source "$(dirname "$0")/common.sh"

packages=(
    build-essential pkg-config perl        # the encrypted store
    libssl-dev libwebkit2gtk-4.1-dev       # the window
    webkit2gtk-driver xvfb                 # driving the window without a screen
    xdotool python3-gi gir1.2-gtk-3.0      # files that are let go over it
    dbus at-spi2-core gir1.2-atspi-2.0     # what a screen reader is told
    libfaketime                            # screens on one and the same morning
    poppler-utils qpdf mupdf-tools zbar-tools       # reading letters back, as others do
    fonts-noto-core fonts-noto-cjk         # letters in scripts that our own fonts lack
    python3-venv                           # the checker of PDF/UA, below
    python3 python3-cryptography python3-zstandard  # reading bundles by their description
    libclang-dev                           # the simulator's file system for SQLite
)

for program in cargo node npm; do
    command -v "$program" >/dev/null || { echo "setup: $program is missing; see README.md" >&2; exit 1; }
done

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]}"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
    "${as_root[@]}" apt-get update -q </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
fi

# Reads our papers for what the standard of accessible PDFs asks; only tests use it.
pdfua=target/tools/pdfua
if [ ! -x "$pdfua/bin/pdfua" ]; then
    say "installing the checker of PDF/UA"
    python3 -m venv "$pdfua"
    "$pdfua/bin/pip" install --quiet --disable-pip-version-check pdfua==0.1.3 </dev/null
fi

installed=ui/node_modules/.installed-from
wanted=$(sha256sum <ui/package-lock.json)
if [ "$(cat "$installed" 2>/dev/null)" != "$wanted" ]; then
    say "installing the screens' packages"
    # npm 10 can leave out the native half of Vite's bundler; npm 11 installs it.
    npm=(npm)
    if [ "$(npm --version | cut -d. -f1)" -lt 11 ] && npx --yes npm@11 --version >/dev/null 2>&1 </dev/null; then
        npm=(npx --yes npm@11)
    fi
    "${npm[@]}" --prefix ui ci --no-audit --no-fund </dev/null
    echo "$wanted" >"$installed"
fi
