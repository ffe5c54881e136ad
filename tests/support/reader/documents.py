"""Enrolment requests and rosters: the two documents that are signed but not sealed."""

from collections import namedtuple

import cbor
from crypto import is_p256_point, is_strong_point, sha256, signature_holds
from envelope import check_magic
from manifest import (CRITICAL_KEY, UNKNOWN_KEYS, fixed, integer, many, optional, row, text, uint)
from refusal import Refused, refuse_unless

Kind = namedtuple("Kind", "letter context limit")
REQUEST = Kind(b"E", b"cle1-enrolment", 4096)
ROSTER = Kind(b"R", b"clr1-roster", 512 << 10)


def read_document(data, kind):
    """The body and whether a key signed it."""
    check_magic(data, kind.letter)
    refuse_unless(len(data) >= 16, "truncated")
    refuse_unless(data[8] != 0, "document malformed: version")
    refuse_unless(data[8] == 1, f"newer container version {data[8]}")
    refuse_unless(data[9:12] == bytes(3), "unknown flags 0x0000")
    length = int.from_bytes(data[12:16], "little")
    refuse_unless(length <= kind.limit, "over the limit: DocumentBytes")
    end = 16 + length
    refuse_unless(len(data) >= end + 64, "truncated")
    refuse_unless(len(data) == end + 64, "bytes after the end")

    def check(key):
        holds = signature_holds(key, kind.context + data[:end], data[end:])
        refuse_unless(holds, "signature wrong")
    return data[16:end], check


def read_body(body, keys, always, lists):
    try:
        found, unknown = cbor.read_map(body, keys.get, UNKNOWN_KEYS)
    except cbor.Malformed:
        raise Refused("document malformed: encoding") from None
    refuse_unless(all(key in found for key in always), "document malformed: encoding")
    return found, unknown, {key: value for key, value in found.items() if key not in lists or value}


def check_encoding(body, again, unknown):
    again.update((key, cbor.Raw(value)) for key, value in unknown.items())
    refuse_unless(cbor.encode(again) == body, "document malformed: not deterministic")


def check_unknown(unknown):
    refuse_unless(all(key < CRITICAL_KEY for key in unknown), "needs reader 0")


# Requests

REQUEST_KEYS = {1: fixed(16), 2: text, 3: text, 4: fixed(32), 5: fixed(65), 6: integer}


def read_request(data):
    body, check_signature = read_document(data, REQUEST)
    found, unknown, again = read_body(body, REQUEST_KEYS, REQUEST_KEYS, ())
    refuse_unless(is_strong_point(found[4]) and is_p256_point(found[5]), "key malformed")
    check_encoding(body, again, unknown)
    check_signature(found[4])
    check_unknown(unknown)
    return found


# Rosters

def verifying_key(reader):
    key = reader.bytes(32)
    if not is_strong_point(key):
        raise cbor.Malformed
    return key


def sealing_key(reader):
    key = reader.bytes(65)
    if not is_p256_point(key):
        raise cbor.Malformed
    return key


def flag(reader):
    number = reader.uint()
    if number > 1:
        raise cbor.Malformed
    return number


LAPTOP = row(fixed(16), text, text, verifying_key, sealing_key, integer,
             optional(row(integer, many(row(fixed(16), uint(), fixed(32))))))
ROSTER_KEYS = {
    1: uint(),
    2: fixed(32),
    3: fixed(16),
    4: integer,
    5: row(verifying_key, fixed(16), verifying_key, sealing_key, uint()),
    6: many(LAPTOP),
    7: text,
    8: flag,
}
ROSTER_ALWAYS = (1, 2, 3, 4, 5, 7, 8)


class Roster:
    """A roster whose signature, by the root key it names itself, was found good."""

    def __init__(self, data):
        body, check_signature = read_document(data, ROSTER)
        found, unknown, again = read_body(body, ROSTER_KEYS, ROSTER_ALWAYS, (6,))
        check_encoding(body, again, unknown)
        check_signature(found[5][0])
        check_unknown(unknown)
        self.hash = sha256(data)
        self.version, self.prev_hash, self.agency, self.created_ms = (
            found[key] for key in (1, 2, 3, 4))
        self.root, self.county, self.county_key, self.county_sealing_key, self.key_epoch = found[5]
        self.laptops = found.get(6, [])
        self.office_name, self.practice = found[7], found[8] == 1
        self.unknown = unknown

    def check_root(self, root):
        refuse_unless(self.root == root, "signature wrong")

    def succession(self, known):
        """What this is to one that is known: newer, known or older, if they are of one chain."""
        self.check_root(known.root)
        refuse_unless(self.agency == known.agency, "bundle of another agency")
        if self.version == known.version:
            one_chain = self.hash == known.hash
        elif self.version == known.version + 1:
            one_chain = self.prev_hash == known.hash
        elif self.version == known.version - 1:
            one_chain = known.prev_hash == self.hash
        else:
            one_chain = True
        refuse_unless(one_chain, f"roster {self.version} is of another chain")
        if self.version == known.version:
            return "known"
        return "newer" if self.version > known.version else "older"

    def verifying_key(self, device):
        if device == self.county:
            return self.county_key
        return next((laptop[3] for laptop in self.laptops if laptop[0] == device), None)

    def signers(self):
        """Every device's key, the county's first."""
        return [self.county_key] + [laptop[3] for laptop in self.laptops]
