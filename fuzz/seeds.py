"""Takes the stored vectors and old files apart and writes what is inside as seeds, one folder for each target.

    python3 fuzz/seeds.py

Opens bundles with the reader in tests/support/reader, so that a fuzzer starts behind the seals.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/support/reader"))

import bundle  # noqa: E402
import cbor  # noqa: E402
import envelope  # noqa: E402
import history  # noqa: E402
from crypto import OpeningKey, sha256  # noqa: E402
from refusal import Refused  # noqa: E402

SEEDS = ROOT / "fuzz/seeds"
# A seed is to be small: a fuzzer makes it grow by itself.
MOST_BYTES = 8 << 10


def keep(target, data):
    folder = SEEDS / target
    folder.mkdir(parents=True, exist_ok=True)
    if len(data) <= MOST_BYTES:
        (folder / sha256(data).hex()[:16]).write_bytes(data)


def take_bundle_apart(data, key):
    header = envelope.read_header(data)
    payload = envelope.Payload(header, envelope.open_header(header, key))
    manifest, _ = bundle.take_manifest(payload)
    keep("manifest", manifest)
    found, _ = bundle.read_manifest(manifest)
    start = 4 + len(manifest) + 64
    if 19 in found:
        keep("roster", found[19][16:-64])
    for number, (kind, _, plain_len, frame) in enumerate(
            (kind, zlen, plain_len, payload.upto(start := start + zlen)[start - zlen:])
            for kind, zlen, plain_len, _ in found[18]):
        keep("block", plain_len.to_bytes(4, "little") + frame)
        if kind == 1:
            take_block_apart(bundle.inflate(number, plain_len, frame))


def take_block_apart(plain):
    try:
        read = cbor.Reader(plain, strict=False)
        read.array(3)
        read.uint()
        read.past()
        for commit in history.counted_on(read.list(read.bytes))[:20]:
            take_commit_apart(commit)
    except (cbor.Malformed, Refused):
        pass


def take_commit_apart(commit):
    keep("commit", commit)
    read = cbor.Reader(commit, strict=False)
    read.array(2)
    read.bytes()
    for _ in range(read.head(4)[1]):
        start = read.place
        read.past()
        op = commit[start:read.place]
        if op[0] >> 5 == 2:
            keep("commit", cbor.Reader(op, strict=False).bytes())


# The targets whose seeds are all made here; those of tables are written by hand.
MADE = ["block", "commit", "enrolment", "header", "manifest", "roster"]


def main():
    for target in MADE:
        for seed in (SEEDS / target).glob("*"):
            seed.unlink()
    for path in sorted(ROOT.glob("tests/vectors/bundles/*.clb")):
        keep("header", path.read_bytes())
    for keys in sorted(ROOT.glob("tests/vectors/*/keys.json")) + sorted(
            ROOT.glob("tests/old-files/*/*keys.json")):
        key = OpeningKey(bytes.fromhex(json.loads(keys.read_text())["opening_key"]))
        for path in sorted(keys.parent.glob("*.clb")):
            try:
                take_bundle_apart(path.read_bytes(), key)
            except Refused:
                pass
    for suffix, target in (("cle", "enrolment"), ("clr", "roster")):
        for path in sorted(ROOT.glob(f"tests/*/*/*.{suffix}")):
            data = path.read_bytes()
            keep(target, data)
            keep(target, data[16:-64])
    # Commits of every shape, beside those that were found.
    entity, log, digest = b"\x09" * 16, b"\x01" * 16, b"\x02" * 32
    header = [3, 9, -1, b"\x03" * 16, 1, 0, [[log, 7, digest]]]
    ops = [
        [1, 1, entity, [2, -1], {1: "Elm Creek", 2: {1: None, 2: True}, 9: [1, b"\0", "a"]}],
        [2, 1, entity, 7, [1, "two"]],
        [3, 1, entity, 7, [1], [1, 2, -1]],
        [4, 1, entity, [2]],
        [7, 12, None, {1: -5}],
        [7, 12, entity, []],
        [99, [[1]]],
    ]
    encoded = [cbor.encode(op) for op in ops]
    rest = [[0, digest], [1, digest, log]]
    take_commit_apart(cbor.encode([cbor.encode(header), encoded + rest]))
    take_commit_apart(cbor.encode([cbor.encode(header[:6]), []]))
    keep("commit", cbor.encode(ops))
    keep("commit", cbor.encode({1: {2: [3, "text", b"bytes", None, True, -(1 << 63)]}}))


if __name__ == "__main__":
    main()
