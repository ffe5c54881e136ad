"""The manifest: its table, its encoding, its limits."""

import cbor
from refusal import Refused, refuse_unless

TEXT_BYTES = 200
UNKNOWN_KEYS = 64
CRITICAL_KEY = 32768
BLOCKS = 4096
BLOCK_BYTES = 4 << 20
ALL_BLOCKS_BYTES = 1 << 30
COMMITS = 1_000_000
DIRECTIONS = {1: "up", 2: "return", 3: "bootstrap"}


def fixed(length):
    return lambda reader: reader.bytes(length)


def uint(bits=64):
    return lambda reader: reader.uint(bits)


def integer(reader):
    return reader.int()


def text(reader):
    return reader.text(TEXT_BYTES)


def row(*columns):
    def read(reader):
        reader.array(len(columns))
        return [column(reader) for column in columns]
    return read


def many(item):
    return lambda reader: reader.list(lambda: item(reader))


def optional(item):
    return lambda reader: reader.optional(lambda: item(reader))


def direction(reader):
    number = reader.uint(8)
    if number not in DIRECTIONS:
        raise cbor.Malformed
    return number


POINT = row(fixed(16), uint(), fixed(32))
KEYS = {
    1: uint(),
    2: uint(32),
    3: text,
    4: fixed(16),
    5: direction,
    6: fixed(16),
    7: fixed(8),
    8: many(fixed(8)),
    9: integer,
    10: row(uint(), fixed(32)),
    11: uint(32),
    12: many(row(fixed(16), uint(), uint(), fixed(32), fixed(32),
                 optional(row(fixed(8), fixed(64))))),
    13: many(POINT),
    14: many(row(fixed(16), many(row(uint(), uint(), fixed(32))))),
    15: many(POINT),
    16: many(row(fixed(16), many(row(uint(), uint())))),
    17: row(uint(), uint(), integer),
    18: many(row(uint(8), uint(), uint(), fixed(32))),
    19: lambda reader: reader.bytes(),
    20: many(fixed(16)),
    21: uint(),
}
ALWAYS = (1, 2, 3, 4, 5, 6, 7, 9, 11, 21)
LISTS = (8, 12, 13, 14, 15, 16, 18, 20)


def read_manifest(data):
    """What was known, by key, and the unknown values as they stand."""
    seen = {}

    def known(key):
        read = KEYS.get(key)
        if read is None:
            return None

        def remember(reader):
            seen[key] = read(reader)
            return seen[key]
        return remember

    try:
        found, unknown = cbor.read_map(data, known, UNKNOWN_KEYS)
    except cbor.Malformed:
        check_format(seen)
        raise Refused("manifest malformed: encoding") from None
    check_format(found)
    whole = found.get(1) == 1 and all(key in found for key in ALWAYS)
    refuse_unless(whole, "manifest malformed: encoding")
    again = {key: value for key, value in found.items() if key not in LISTS or value}
    again.update((key, cbor.Raw(value)) for key, value in unknown.items())
    refuse_unless(cbor.encode(again) == data, "manifest malformed: not deterministic")
    for key in LISTS:
        found.setdefault(key, [])
    check_ranges(found)
    check_limits(found)
    return found, unknown


def check_format(found):
    """Who signed a manifest of another layout cannot be told."""
    number = found.get(1, 1)
    refuse_unless(number <= 1, f"newer manifest format {number}")


def check_ranges(found):
    forwards = all(start <= to for _, start, to, *_ in found[12])
    for _, intervals in found[14] + found[16]:
        forwards &= all(interval[0] <= interval[1] for interval in intervals)
        forwards &= all(one[1] < next[0] for one, next in zip(intervals, intervals[1:]))
    refuse_unless(forwards, "manifest malformed: range runs backwards")


def check_limits(found):
    blocks = [plain_len for _, _, plain_len, _ in found[18]]
    commits = sum(to - start + 1 for _, start, to, *_ in found[12])
    refuse_unless(1 <= len(found[8]) <= 16, "over the limit: Recipients")
    refuse_unless(len(blocks) <= BLOCKS, "over the limit: Blocks")
    refuse_unless(max(blocks, default=0) <= BLOCK_BYTES, "over the limit: BlockPlainBytes")
    refuse_unless(sum(blocks) <= ALL_BLOCKS_BYTES, "over the limit: TotalPlainBytes")
    refuse_unless(commits <= COMMITS, "over the limit: Commits")
