"""Six words two people read to each other."""

from pathlib import Path

from crypto import sha256

LIST = (Path(__file__).resolve().parents[3] / "crates/bundle/data/eff-large-wordlist.txt"
        ).read_text().split()


def six_words(*parts):
    digest = sha256(*(len(part).to_bytes(8, "little") + part for part in parts))
    number = int.from_bytes(digest, "big") >> 256 - 77
    words = []
    for _ in range(6):
        number, digit = divmod(number, len(LIST))
        words.insert(0, LIST[digit])
    return words


def laptop_words(request):
    return six_words(b"countyline laptop", request[4], request[5])


def county_words(roster):
    return six_words(b"countyline county", roster.root, roster.county_sealing_key)
