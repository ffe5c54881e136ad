"""The part of CBOR (RFC 8949) the formats use, read strictly, and written in its deterministic form.

Only definite lengths; no fractions, no tags, no simple values but true, false and null. A reader that is
`strict` also refuses heads that are longer than need be and map keys that do not ascend. One that is not
accepts them, and its caller compares with what `encode` writes.
"""


class Malformed(Exception):
    """Not the CBOR that had to stand here."""


class NotCanonical(Malformed):
    """The same content has a shorter or better ordered form."""


NULL_BYTE = 0xF6
DEPTH = 8
INT64 = range(-(1 << 63), 1 << 63)


class Reader:
    def __init__(self, data, strict):
        self.data = data
        self.place = 0
        self.strict = strict

    # Heads

    def peek(self):
        if self.place >= len(self.data):
            raise Malformed
        return self.data[self.place]

    def head(self, *majors):
        first = self.peek()
        major, short = first >> 5, first & 31
        if major not in majors:
            raise Malformed
        if short >= 28:
            # 31 is an indefinite length, the rest is reserved.
            raise NotCanonical if self.strict and short == 31 else Malformed
        length = {24: 1, 25: 2, 26: 4, 27: 8}.get(short, 0)
        behind = self.data[self.place + 1:self.place + 1 + length]
        if len(behind) < length:
            raise Malformed
        number = int.from_bytes(behind, "big") if length else short
        if self.strict and len(write_head(major, number)) != 1 + length:
            raise NotCanonical
        self.place += 1 + length
        return major, number

    # Values of known types

    def uint(self, bits=64):
        _, number = self.head(0)
        if number >= 1 << bits:
            raise Malformed
        return number

    def int(self):
        major, number = self.head(0, 1)
        number = number if major == 0 else -1 - number
        if number not in INT64:
            raise Malformed
        return number

    def bytes(self, length=None):
        _, found = self.head(2)
        content = self.take(found)
        if length is not None and found != length:
            raise Malformed
        return content

    def text(self, limit=None):
        _, length = self.head(3)
        content = self.take(length)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            raise Malformed from None
        if limit is not None and length > limit:
            raise Malformed
        return text

    def array(self, length):
        _, found = self.head(4)
        if found != length:
            raise Malformed

    def list(self, read):
        _, length = self.head(4)
        if length > len(self.data) - self.place:
            raise Malformed
        return [read() for _ in range(length)]

    def optional(self, read):
        if self.peek() == NULL_BYTE:
            self.place += 1
            return None
        return read()

    def take(self, length):
        if length > len(self.data) - self.place:
            raise Malformed
        self.place += length
        return self.data[self.place - length:self.place]

    def end(self):
        if self.place != len(self.data):
            raise Malformed

    # Values of any type

    def past(self, depth=DEPTH):
        """Goes past one value of any kind; the value itself counts in its nesting."""
        if depth == 0:
            raise Malformed
        major, number = self.any_head()
        if major in (2, 3):
            content = self.take(number)
            if major == 3:
                try:
                    content.decode("utf-8")
                except UnicodeDecodeError:
                    raise Malformed from None
        elif major == 4:
            for _ in range(number):
                self.past(depth - 1)
        elif major == 5:
            last = b""
            for _ in range(number):
                start = self.place
                self.past(depth - 1)
                key = self.data[start:self.place]
                if key <= last:
                    raise NotCanonical
                last = key
                self.past(depth - 1)

    def any_head(self):
        if self.peek() in (0xF4, 0xF5, NULL_BYTE):
            self.place += 1
            return 7, 0
        return self.head(0, 1, 2, 3, 4, 5)


def read_map(data, known, most_unknown):
    """A map with ascending integer keys and nothing behind it: what was known, and the rest as it stands.

    `known` gives for a key the function that reads its value, or None. Values under known keys are read
    leniently, unknown ones strictly.
    """
    reader = Reader(data, strict=False)
    _, length = reader.head(5)
    found, unknown, last = {}, {}, -1
    for _ in range(length):
        key = reader.uint()
        if key <= last:
            raise Malformed
        last = key
        read = known(key)
        if read is not None:
            found[key] = read(reader)
            continue
        if len(unknown) == most_unknown:
            raise Malformed
        start = reader.place
        reader.strict = True
        reader.past()
        reader.strict = False
        unknown[key] = data[start:reader.place]
    reader.end()
    return found, unknown


# Writing

class Raw(bytes):
    """Bytes that are an encoded value already."""


def write_head(major, number):
    if number < 24:
        return bytes([major << 5 | number])
    for short, length in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << 8 * length:
            return bytes([major << 5 | short]) + number.to_bytes(length, "big")
    raise ValueError("more than 64 bits")


def encode(value):
    if isinstance(value, Raw):
        return bytes(value)
    if value is None:
        return bytes([NULL_BYTE])
    if value is True or value is False:
        return bytes([0xF5 if value else 0xF4])
    if isinstance(value, int):
        return write_head(0, value) if value >= 0 else write_head(1, -1 - value)
    if isinstance(value, bytes):
        return write_head(2, len(value)) + value
    if isinstance(value, str):
        content = value.encode("utf-8")
        return write_head(3, len(content)) + content
    if isinstance(value, (list, tuple)):
        return write_head(4, len(value)) + b"".join(encode(item) for item in value)
    if isinstance(value, dict):
        pairs = sorted((encode(key), encode(item)) for key, item in value.items())
        return write_head(5, len(pairs)) + b"".join(key + item for key, item in pairs)
    raise TypeError(type(value).__name__)
