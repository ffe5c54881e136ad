"""What blocks hold: commits, their operations, and the chain that ties them together."""

from collections import namedtuple

import cbor
import words
from crypto import key_id, sha256, signature_holds
from refusal import Refused, refuse_unless

COMMITS_KIND = 1
CODE_KIND = 3
COMMITS_PER_SALT_BLOCK = 4096
COMMIT_BYTES = 4 << 20
HEADER_BYTES = 256 << 10
OPS = 4096
OP_BYTES = 256 << 10
TEXT_BYTES = 64 << 10
REPLACEMENTS = 65536
SEQ = (1 << 40) - 1
LAMPORT = (1 << 63) - 1
TOMBSTONE = 0xFFFF

Commit = namedtuple("Commit", "header ops header_bytes stored")
Header = namedtuple("Header", "seq lamport wall_ms actor action flags anchors")


# Blocks

def read_block(plain, ranges):
    """The number of the range, and its commits with what their chain is followed with."""
    reader = cbor.Reader(plain, strict=True)
    try:
        reader.array(3)
        number = reader.uint()
        if reader.peek() >> 5 == 2:
            seed, listed = reader.bytes(32), None
        else:
            seed, listed = None, reader.list(reader.bytes)
        encoded = reader.list(reader.bytes)
        reader.end()
    except cbor.Malformed:
        raise Refused("block malformed") from None
    refuse_unless(number < ranges and encoded, "block malformed")
    commits = [read_commit(commit) for commit in counted_on(encoded)]
    blocks = {commit.header.seq // COMMITS_PER_SALT_BLOCK for commit in commits}
    refuse_unless(len(blocks) == 1, "block malformed")
    if listed is None:
        return number, [(commit, derived(seed, commit)) for commit in commits]
    refuse_unless(len(listed) == len(commits), "block malformed")
    return number, [(commit, given(salts, commit)) for salts, commit in zip(listed, commits)]


def counted_on(encoded):
    """The commits of a block as signed: in it, seq, lamport and time are steps from the commit before."""
    last, signed = (0, 0, 0), []
    for commit in encoded:
        try:
            reader = cbor.Reader(commit, strict=True)
            reader.array(2)
            header = cbor.Reader(reader.bytes(), strict=True)
            _, items = header.head(4)
            last = tuple(in_64_bits(before + header.int()) for before in last)
        except cbor.Malformed:
            raise Refused("commit malformed") from None
        start = cbor.write_head(4, items) + b"".join(map(cbor.encode, last))
        signed.append(b"\x82" + cbor.encode(start + header.data[header.place:]) + commit[reader.place:])
    return signed


def in_64_bits(number):
    return (number + (1 << 63)) % (1 << 64) - (1 << 63)


def places_present(commit):
    return [place for place, op in enumerate(commit.stored) if isinstance(op, bytes)]


def derived(seed, commit):
    """The salts of the operations present, by place, from the seed of their salt block."""
    seq = commit.header.seq.to_bytes(8, "little")
    return {place: sha256(seed, seq, place.to_bytes(4, "little"))[:16]
            for place in places_present(commit)}


def given(salts, commit):
    """The same from a list, one after the other."""
    places = places_present(commit)
    refuse_unless(len(salts) == 16 * len(places), "block malformed")
    return {place: salts[16 * n:16 * n + 16] for n, place in enumerate(places)}


# One-time codes

def read_code(plain):
    """The number and the words of a laptop's code; None in a form there is no description of."""
    reader = cbor.Reader(plain, strict=True)
    try:
        _, parts = reader.head(4)
        if reader.uint() != 1:
            return None
        number, code = reader.uint(32), reader.text()
        reader.end()
    except cbor.Malformed:
        raise Refused("one-time code malformed") from None
    named = code.split(" ")
    whole = parts == 3 and len(named) == 8 and all(word in words.LIST for word in named)
    refuse_unless(whole, "one-time code malformed")
    return number, code


# Commits

def read_commit(data):
    refuse_unless(len(data) <= COMMIT_BYTES, "commit malformed")
    try:
        reader = cbor.Reader(data, strict=True)
        reader.array(2)
        header_bytes = reader.bytes()
        stored = reader.list(lambda: read_stored(reader))
        reader.end()
        within = len(header_bytes) <= HEADER_BYTES and len(stored) <= OPS
        if not within:
            raise cbor.Malformed
        header = read_header(header_bytes)
        ops = [read_op(op) if isinstance(op, bytes) else op for op in stored]
    except cbor.Malformed:
        raise Refused("commit malformed") from None
    for op in ops:
        check_parents(op, header)
    return Commit(header, ops, header_bytes, stored)


def read_stored(reader):
    """An operation's bytes, or what is left of one."""
    if reader.peek() >> 5 == 2:
        op = reader.bytes()
        if len(op) > OP_BYTES:
            raise cbor.Malformed
        return op
    items, what = reader.head(4)[1], reader.uint()
    if (items, what) == (2, 0):
        return {"op": "withheld", "digest": reader.bytes(32)}
    if (items, what) == (3, 1):
        return {"op": "erased", "digest": reader.bytes(32), "order": reader.bytes(16)}
    raise cbor.Malformed


def read_header(data):
    reader = cbor.Reader(data, strict=True)
    _, items = reader.head(4)
    if items < 6:
        raise cbor.Malformed
    seq, lamport, wall_ms = reader.uint(), reader.uint(), reader.int()
    actor, action, flags = reader.bytes(16), reader.uint(16), reader.uint(16)
    anchors = reader.list(lambda: read_anchor(reader)) if items > 6 else []
    if items == 7 and not anchors:
        raise cbor.NotCanonical
    for _newer in range(7, items):
        read_value(reader)
    reader.end()
    if not 1 <= seq <= SEQ or lamport > LAMPORT or len(set(anchors)) < len(anchors):
        raise cbor.Malformed
    return Header(seq, lamport, wall_ms, actor, action, flags, anchors)


def read_anchor(reader):
    reader.array(3)
    log, seq, commit = reader.bytes(16), reader.uint(), reader.bytes(32)
    if not 1 <= seq <= SEQ:
        raise cbor.Malformed
    return log, seq, commit


# Operations

def read_op(data):
    reader = cbor.Reader(data, strict=True)
    _, items = reader.head(4)
    number = reader.uint()
    shapes = {
        1: ("set", [entity_of_record, parents, fields]),
        2: ("add", [entity_of_record, field, elements]),
        3: ("remove", [entity_of_record, field, elements, parents]),
        4: ("delete", [entity_of_record, parents]),
        6: ("erase", [order]),
        7: ("audit", [audited]),
    }
    if number not in shapes:
        return {"op": "unknown", "bytes": data}
    name, columns = shapes[number]
    widths = {entity_of_record: 2, audited: 3, order: 3}
    if items != 1 + sum(widths.get(column, 1) for column in columns):
        raise cbor.Malformed
    op = {"op": name}
    for column in columns:
        op.update(column(reader))
    reader.end()
    written = {"set": len(op.get("fields", ())), "remove": len(op.get("elements", ()))}.get(name, 1)
    if written * len(op.get("parents", ())) > REPLACEMENTS:
        raise cbor.Malformed
    return op


def entity_of_record(reader):
    return {"record": reader.uint(16), "entity": reader.bytes(16)}


def audited(reader):
    return {"what": reader.uint(16), "entity": reader.optional(lambda: reader.bytes(16)),
            "detail": read_value(reader)}


def order(reader):
    """An order of erasure: under which name and on what ground, and which records or fields."""
    found = {"order": reader.bytes(16), "basis": reader.text(TEXT_BYTES),
             "scopes": reader.list(lambda: scope(reader))}
    records = [(one["record"], one["entity"]) for one in found["scopes"]]
    if not records:
        raise cbor.Malformed
    if records != sorted(set(records)):
        raise cbor.NotCanonical
    return found


def scope(reader):
    reader.array(3)
    found = entity_of_record(reader)
    found["fields"] = reader.list(lambda: field(reader)["field"])
    if found["fields"] != sorted(set(found["fields"])):
        raise cbor.NotCanonical
    return found


def field(reader):
    number = reader.uint(16)
    if number == TOMBSTONE:
        raise cbor.Malformed
    return {"field": number}


def fields(reader):
    _, length = reader.head(5)
    found = {}
    for _ in range(length):
        number = field(reader)["field"]
        if found and number <= max(found):
            raise cbor.NotCanonical
        found[number] = read_value(reader)
    return {"fields": found}


def elements(reader):
    last, found = b"", []

    def element():
        nonlocal last
        start = reader.place
        value = read_value(reader)
        encoded = reader.data[start:reader.place]
        if encoded <= last:
            raise cbor.NotCanonical
        last = encoded
        return value
    found = reader.list(element)
    return {"elements": found}


def parents(reader):
    """Numbers of commits of the same log, then places of anchors, each ascending."""
    found = reader.list(reader.int)
    for number in found:
        if number > SEQ or number < -(1 << 32):
            raise cbor.Malformed
    order = [(number < 0, abs(number)) for number in found]
    if order != sorted(set(order)):
        raise cbor.NotCanonical
    return {"parents": found}


def check_parents(op, header):
    for parent in op.get("parents", ()):
        named = 1 <= parent < header.seq if parent >= 0 else -1 - parent < len(header.anchors)
        refuse_unless(named, "commit malformed")


def read_value(reader, depth=cbor.DEPTH):
    first = reader.peek()
    major = first >> 5
    if major in (0, 1):
        return reader.int()
    if major == 2:
        return reader.bytes()
    if major == 3:
        text = reader.text()
        if len(text.encode()) > TEXT_BYTES:
            raise cbor.Malformed
        return text
    if major in (4, 5) and depth == 0:
        raise cbor.Malformed
    if major == 4:
        return reader.list(lambda: read_value(reader, depth - 1))
    if major == 5:
        _, length = reader.head(5)
        found, last = {}, -1
        for _ in range(length):
            number = reader.uint(32)
            if number <= last:
                raise cbor.NotCanonical
            last = number
            found[number] = read_value(reader, depth - 1)
        return found
    reader.place += 1
    if first in (0xF4, 0xF5):
        return first == 0xF5
    if first == cbor.NULL_BYTE:
        return None
    raise cbor.Malformed


# The chain

def follow(log_range, salted):
    """The hashes of a range's commits, from the one before it to `head_hash`."""
    log, start, to, prev_hash, head_hash, _ = log_range
    numbers = [commit.header.seq for commit, _ in salted]
    refuse_unless(numbers == list(range(start, to + 1)), "out of sequence")
    before = sha256(b"clc1-log", log) if start == 1 else prev_hash
    hashes = []
    for commit, salts in salted:
        before = sha256(b"clc1", before, commit.header_bytes, *digests(commit, salts))
        hashes.append(before)
    refuse_unless(before == head_hash, "another head")
    return hashes


def digests(commit, salts):
    for place, op in enumerate(commit.stored):
        yield op["digest"] if isinstance(op, dict) else sha256(salts[place], op)


# Whose log it is

def check_attestation(log_range, signers, required):
    log, _, to, _, head_hash, attestation = log_range
    if attestation is None:
        refuse_unless(not required, "log not vouched for")
        return
    key, signature = attestation
    named = [signer for signer in signers if key_id(signer) == key]
    message = b"clb1-attestation" + log + to.to_bytes(8, "little") + head_hash
    vouched = named and signature_holds(named[0], message, signature)
    refuse_unless(vouched, "log not vouched for")
