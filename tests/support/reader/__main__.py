"""Reads Countyline's files by docs/bundle-format.md alone; shares no code with the program.

    python3 tests/support/reader bundle FILE --keys KEYS.json
    python3 tests/support/reader roster FILE [--after FILE]
    python3 tests/support/reader request FILE
    python3 tests/support/reader judge FOLDER --keys KEYS.json

KEYS.json names a recipient's private key (`opening_key`) and what he knows: his `agency` and `roster` (a
file beside it), which a laptop that has not joined lacks, and the `directions` he takes. `judge` reads each file of a folder and
prints `name: refusal` or `name: good`, sorted; of a roster beside which a known one lies, what it is to that. `--json` prints what was read as JSON. Exit code 1: refused.
"""

import argparse
import json
import sys
from pathlib import Path

import dump
from bundle import open_bundle, read_blocks
from crypto import OpeningKey
from documents import Roster, read_request
from manifest import DIRECTIONS
from refusal import Refused


class Recipient:
    """Who reads: a private key, and what its holder knows already."""

    def __init__(self, path):
        known = json.loads(path.read_text())
        self.key = OpeningKey(bytes.fromhex(known["opening_key"]))
        self.agency = bytes.fromhex(known["agency"]) if "agency" in known else None
        roster = known.get("roster")
        self.roster = Roster((path.parent / roster).read_bytes()) if roster else None
        self.directions = known.get("directions", list(DIRECTIONS.values()))
        self.blocks_hold_commits = known.get("blocks_hold_commits", True)

    def read(self, data):
        opened = open_bundle(data, self.key, self.roster, self.agency, self.directions)
        return dump.bundle(opened, *read_blocks(opened, self.blocks_hold_commits))


def read_roster(data, known=None):
    roster = Roster(data)
    if known is not None:
        roster.succession(Roster(known))
    return dump.roster(roster)


def judged(path, recipient):
    """How one stored file fares. The roster known to who is handed one lies beside it as NAME.known."""
    data = path.read_bytes()
    try:
        if path.suffix == ".clr":
            roster, known = Roster(data), path.with_suffix(".known")
            if known.exists():
                return roster.succession(Roster(known.read_bytes()))
        elif path.suffix == ".cle":
            read_request(data)
        else:
            recipient.read(data)
    except Refused as refused:
        return refused.name
    return "good"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["bundle", "roster", "request", "judge"])
    parser.add_argument("path", type=Path)
    parser.add_argument("--keys", type=Path)
    parser.add_argument("--after", type=Path)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    recipient = Recipient(wanted.keys) if wanted.keys else None
    if wanted.what == "judge":
        files = sorted(wanted.path.glob("*.cl[ber]"))
        for path in files:
            print(f"{path.name}: {judged(path, recipient)}")
        return 0
    data = wanted.path.read_bytes()
    try:
        if wanted.what == "bundle":
            read = recipient.read(data)
        elif wanted.what == "roster":
            read = read_roster(data, wanted.after and wanted.after.read_bytes())
        else:
            read = dump.request(read_request(data))
    except Refused as refused:
        print(f"refused: {refused.name}", file=sys.stderr)
        return 1
    print(json.dumps(read) if wanted.json else "\n".join(dump.lines(read)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
