"""A bundle from first byte to last commit, in the order of checks of docs/bundle-format.md."""

from collections import namedtuple

import zstandard

from crypto import key_id, sha256, signature_holds
from documents import Roster
from envelope import Payload, open_header, read_header, sealed_length
from history import (CODE_KIND, COMMITS_KIND, check_attestation, follow, read_block, read_code)
from manifest import CRITICAL_KEY, DIRECTIONS, read_manifest
from refusal import Refused, refuse_unless

MANIFEST_BYTES = 1 << 20
FRAME_MAGIC = b"\x28\xb5\x2f\xfd"

Opened = namedtuple("Opened", "bundle_id recipients manifest unknown blocks roster")
Branch = namedtuple("Branch", "range commits hashes")


def open_bundle(data, key, roster, agency=None, directions=tuple(DIRECTIONS.values())):
    """Opens as the holder of `key`, who knows `roster` (or has none yet)."""
    header = read_header(data)
    file_key = open_header(header, key)
    payload = Payload(header, file_key)
    encoded, signature = take_manifest(payload)
    manifest, unknown = read_manifest(encoded)

    device, signing_key = manifest[6], manifest[7]
    carried = carried_roster(manifest, roster)
    known = carried if roster is None else roster
    signer = known.verifying_key(device) if known else None
    enrolled = signer is not None and key_id(signer) == signing_key
    refuse_unless(enrolled, f"unknown signer {device.hex()}")
    message = b"clb1-manifest" + sha256(header.bytes) + encoded
    refuse_unless(signature_holds(signer, message, signature), "signature wrong")

    refuse_unless(manifest[2] <= 1, f"needs reader {manifest[2]}")
    refuse_unless(all(number < CRITICAL_KEY for number in unknown), "needs reader 0")
    refuse_unless(DIRECTIONS[manifest[5]] in directions, "wrong direction")
    refuse_unless(agency is None or manifest[4] == agency, "bundle of another agency")
    refuse_unless(key_id(key.public) in manifest[8], "not for this key")
    refuse_unless(len(manifest[8]) == len(header.recipients), "manifest malformed: recipients")

    start = 4 + len(encoded) + 64
    check_length(manifest, start, header)
    blocks = take_blocks(manifest, payload, start)
    return Opened(header.bundle_id, len(header.recipients), manifest, unknown, blocks, known)


def take_manifest(payload):
    length = int.from_bytes(payload.upto(4), "little")
    refuse_unless(payload.length >= 4, "manifest malformed: length")
    refuse_unless(length <= MANIFEST_BYTES, "over the limit: ManifestBytes")
    refuse_unless(4 + length + 64 <= payload.length, "manifest malformed: length")
    plain = payload.upto(4 + length + 64)
    return plain[4:4 + length], plain[4 + length:]


def carried_roster(manifest, known):
    """The roster that travels in a bootstrap bundle, for who has none."""
    if 19 not in manifest or known is not None or DIRECTIONS[manifest[5]] != "bootstrap":
        return None
    try:
        return Roster(manifest[19])
    except Refused:
        return None


def check_length(manifest, start, header):
    padded = manifest[21]
    content = start + sum(zlen for _, zlen, _, _ in manifest[18])
    refuse_unless(padded == padme(content), "padding wrong")
    expected = sealed_length(padded)
    refuse_unless(expected <= len(header.payload), "truncated")
    refuse_unless(expected >= len(header.payload), "bytes after the end")


def padme(length):
    exponent = length.bit_length() - 1
    step = 1 << exponent - exponent.bit_length()
    return -(-length // step) * step


def take_blocks(manifest, payload, start):
    """The frames, all of which are as they were signed for, and nothing but zeros behind them."""
    frames = []
    for number, (kind, zlen, plain_len, digest) in enumerate(manifest[18]):
        frame = payload.upto(start + zlen)[start:]
        refuse_unless(len(frame) == zlen, "truncated")
        refuse_unless(sha256(frame) == digest, f"block {number} altered")
        frames.append((kind, plain_len, frame))
        start += zlen
    refuse_unless(not any(payload.upto(payload.length)[start:]), "padding wrong")
    return frames


def inflate(number, plain_len, frame):
    """One frame, and nothing beside it, into exactly `plain_len` bytes."""
    altered = f"block {number} altered"
    refuse_unless(frame.startswith(FRAME_MAGIC), altered)
    try:
        # One byte more than announced is enough to know.
        stream = zstandard.ZstdDecompressor().stream_reader(frame)
        plain = stream.read(plain_len + 1)
        refuse_unless(len(plain) == plain_len, altered)
        whole = zstandard.ZstdDecompressor().decompressobj()
        whole.decompress(frame)
        refuse_unless(whole.eof and not whole.unused_data, altered)
    except zstandard.ZstdError:
        raise Refused(altered) from None
    return plain


def inflate_all(opened):
    return [(kind, inflate(number, plain_len, frame))
            for number, (kind, plain_len, frame) in enumerate(opened.blocks)]


def read_blocks(opened, hold_commits=True):
    """All commits, their chains followed and each log vouched for by its device; and other blocks."""
    plains = inflate_all(opened)
    if not hold_commits:
        return [], plains
    others = [(kind, plain) for kind, plain in plains if kind != COMMITS_KIND]
    places = [place for place, (kind, _) in enumerate(plains) if kind == CODE_KIND]
    if places:
        upwards = DIRECTIONS[opened.manifest[5]] == "up"
        refuse_unless(upwards and places == [0], "one-time code malformed")
        read_code(plains[0][1])
    return read_history(opened, [plain for kind, plain in plains if kind == COMMITS_KIND]), others


def read_history(opened, plains):
    manifest = opened.manifest
    upwards = DIRECTIONS[manifest[5]] == "up"
    signers = opened.roster.signers()
    for log_range in manifest[12]:
        check_attestation(log_range, signers, required=upwards)
    salted = [[] for _ in manifest[12]]
    for plain in plains:
        number, commits = read_block(plain, len(manifest[12]))
        salted[number].extend(commits)
    return [Branch(log_range, [commit for commit, _ in held], follow(log_range, held))
            for log_range, held in zip(manifest[12], salted)]
