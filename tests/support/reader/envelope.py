"""The outside of a bundle: first bytes, header, our entry, and the payload's chunks."""

from collections import namedtuple

from crypto import hkdf, hmac_sha256, open_aead
from refusal import Refused, refuse_unless

FILE_BYTES = 256 << 20
RECIPIENTS = 16
CHUNK = 65536
OVERHEAD = 28

Header = namedtuple("Header", "bytes bundle_id recipients payload")


def check_magic(data, letter):
    """`letter` is B, E or R."""
    magic = b"\x89CL" + letter + b"\r\n\x1a\n"
    if data.startswith(magic):
        return
    refuse_unless(not magic.startswith(data), "truncated")
    encoded = {b"B": b"iUNMQg0K", b"E": b"iUNMRQ0K", b"R": b"iUNMUg0K"}[letter]
    lost = (b"", b"\x89", b"\x09", b"\xc2\x89", b"\xef\xbf\xbd")
    damaged = any(data.startswith(first + b"CL" + letter) for first in lost)
    refuse_unless(not damaged and not data.startswith(encoded), "damaged in transfer")
    raise Refused("not a bundle")


def read_header(data):
    refuse_unless(len(data) <= FILE_BYTES, "over the limit: FileBytes")
    check_magic(data, b"B")
    refuse_unless(len(data) >= 36, "truncated")
    refuse_unless(data[8] != 0, "header malformed: container version")
    refuse_unless(data[8] == 1, f"newer container version {data[8]}")
    refuse_unless(data[9] == 1, f"unknown suite {data[9]}")
    flags = int.from_bytes(data[10:12], "little")
    refuse_unless(flags == 0 and data[33:36] == bytes(3), f"unknown flags 0x{flags:04x}")
    count = data[32]
    refuse_unless(1 <= count <= RECIPIENTS, "over the limit: Recipients")
    length = 36 + 121 * count + 32
    stated = int.from_bytes(data[12:16], "little")
    refuse_unless(stated == length, "header malformed: header length")
    refuse_unless(len(data) >= length, "truncated")
    payload = data[length:]
    last = len(payload) % (CHUNK + OVERHEAD)
    refuse_unless(payload and (last == 0 or last > OVERHEAD), "truncated")
    entries = [data[start:start + 121] for start in range(36, length - 32, 121)]
    return Header(data[:length], data[16:32], entries, payload)


def open_header(header, key):
    """The file key."""
    info = b"clb1" + header.bytes[:36]
    ours = [entry for entry in header.recipients if entry[:8] == key.hint(entry[8:73])]
    refuse_unless(ours, "not for this key")
    opened = (key.open(info, entry[8:73], entry[73:]) for entry in ours)
    file_key = next((plain for plain in opened if plain is not None), None)
    refuse_unless(file_key is not None, "header altered")
    mac = hmac_sha256(hkdf(file_key, None, b"header"), header.bytes[:-32])
    refuse_unless(mac == header.bytes[-32:], "header altered")
    return file_key


def plain_length(payload):
    return len(payload) - -(-len(payload) // (CHUNK + OVERHEAD)) * OVERHEAD


def sealed_length(plain):
    return plain + -(-plain // CHUNK) * OVERHEAD


class Payload:
    """The plain bytes; a chunk is opened when a byte of it is asked for."""

    def __init__(self, header, file_key):
        self.key = hkdf(file_key, header.bundle_id, b"payload")
        self.sealed = header.payload
        self.length = plain_length(header.payload)
        self.plain = b""
        self.opened = 0

    def upto(self, end):
        """All plain bytes to this place, or to the end."""
        while len(self.plain) < min(end, self.length):
            self.plain += self.next_chunk()
        return self.plain[:end]

    def next_chunk(self):
        start = self.opened * (CHUNK + OVERHEAD)
        chunk = self.sealed[start:start + CHUNK + OVERHEAD]
        last = start + CHUNK + OVERHEAD >= len(self.sealed)
        plain = self.decrypt(chunk, last)
        if plain is None:
            misplaced = self.decrypt(chunk, not last) is not None
            refuse_unless(not misplaced, "truncated" if last else "bytes after the end")
            raise Refused(f"payload altered in chunk {self.opened}")
        self.opened += 1
        return plain

    def decrypt(self, chunk, last):
        place = self.opened.to_bytes(8, "little") + bytes([last])
        return open_aead(self.key, chunk[:12], chunk[12:], place)
