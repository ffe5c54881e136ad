"""What was read, as plain values for JSON and as lines for a person."""

from documents import Roster
from manifest import DIRECTIONS
from words import county_words, laptop_words


def plain(value):
    """A value of an operation: bytes and maps have no form of their own in JSON."""
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, dict):
        return {"map": {str(number): plain(item) for number, item in value.items()}}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def point(found):
    return {"log": found[0].hex(), "seq": found[1], "hash": found[2].hex()}


def manifest(found, unknown):
    return {
        "format": found[1],
        "min_reader": found[2],
        "app_version": found[3],
        "agency": found[4].hex(),
        "direction": DIRECTIONS[found[5]],
        "device": found[6].hex(),
        "signing_key": found[7].hex(),
        "recipients": [key.hex() for key in found[8]],
        "created_ms": found[9],
        "roster_known": found.get(10) and {"version": found[10][0], "hash": found[10][1].hex()},
        "registry_version": found[11],
        "logs": [log_range(row) for row in found[12]],
        "anchors": [point(row) for row in found[13]],
        "held": [{"log": log.hex(),
                  "intervals": [[start, to, end.hex()] for start, to, end in intervals]}
                 for log, intervals in found[14]],
        "acknowledged": [point(row) for row in found[15]],
        "needed": [{"log": log.hex(), "intervals": intervals} for log, intervals in found[16]],
        "statement": found.get(17),
        "blocks": [{"kind": kind, "zlen": zlen, "plain_len": plain_len, "sha256": digest.hex()}
                   for kind, zlen, plain_len, digest in found[18]],
        "roster": found[19].hex() if 19 in found else None,
        "erased": [order.hex() for order in found[20]],
        "padded_len": found[21],
        "unknown": {str(key): value.hex() for key, value in unknown.items()},
    }


def log_range(row):
    log, start, to, prev_hash, head_hash, attestation = row
    return {"log": log.hex(), "from": start, "to": to, "prev_hash": prev_hash.hex(),
            "head_hash": head_hash.hex(),
            "attestation": attestation and [part.hex() for part in attestation]}


def operation(op):
    shown = {}
    for name, value in op.items():
        if name == "fields":
            shown[name] = {str(number): plain(item) for number, item in value.items()}
        elif name == "scopes":
            shown[name] = [dict(one, entity=one["entity"].hex()) for one in value]
        elif name in ("elements", "detail"):
            shown[name] = plain(value)
        else:
            shown[name] = value.hex() if isinstance(value, bytes) else value
    return shown


def commit(read, own_hash):
    header = read.header
    return {
        "seq": header.seq,
        "lamport": header.lamport,
        "wall_ms": header.wall_ms,
        "actor": header.actor.hex(),
        "action": header.action,
        "flags": header.flags,
        "anchors": [point(anchor) for anchor in header.anchors],
        "ops": [operation(op) for op in read.ops],
        "hash": own_hash.hex(),
    }


def bundle(opened, branches, others):
    return {
        "bundle_id": opened.bundle_id.hex(),
        "recipients": opened.recipients,
        "manifest": manifest(opened.manifest, opened.unknown),
        "logs": [{"log": branch.range[0].hex(),
                  "commits": [commit(*pair) for pair in zip(branch.commits, branch.hashes)]}
                 for branch in branches],
        "other_blocks": [{"kind": kind, "plain": content.hex()} for kind, content in others],
    }


def request(found):
    return {
        "device": found[1].hex(),
        "laptop": found[2],
        "person": found[3],
        "verifying_key": found[4].hex(),
        "sealing_key": found[5].hex(),
        "created_ms": found[6],
        "words": laptop_words(found),
    }


def roster(read: Roster):
    return {
        "version": read.version,
        "prev_hash": read.prev_hash.hex(),
        "hash": read.hash.hex(),
        "agency": read.agency.hex(),
        "created_ms": read.created_ms,
        "office": read.office_name,
        "practice": read.practice,
        "county": {
            "root": read.root.hex(),
            "device": read.county.hex(),
            "verifying_key": read.county_key.hex(),
            "sealing_key": read.county_sealing_key.hex(),
            "key_epoch": read.key_epoch,
        },
        "laptops": [laptop(row) for row in read.laptops],
        "unknown": {str(key): value.hex() for key, value in read.unknown.items()},
        "words": county_words(read),
    }


def laptop(row):
    device, name, person, verifying_key, sealing_key, enrolled_ms, revoked = row
    return {
        "device": device.hex(),
        "laptop": name,
        "person": person,
        "verifying_key": verifying_key.hex(),
        "sealing_key": sealing_key.hex(),
        "enrolled_ms": enrolled_ms,
        "revoked": revoked and {"at_ms": revoked[0],
                                "last_known": [[log.hex(), seq, last.hex()]
                                               for log, seq, last in revoked[1]]},
    }


def lines(value, indent=0):
    """Readable lines, one for each thing."""
    space = "  " * indent
    if isinstance(value, dict):
        for name, item in value.items():
            if isinstance(item, (dict, list)) and item:
                yield f"{space}{name}:"
                yield from lines(item, indent + 1)
            else:
                yield f"{space}{name}: {shown(item)}"
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)):
                yield f"{space}-"
                yield from lines(item, indent + 1)
            else:
                yield f"{space}- {shown(item)}"
    else:
        yield f"{space}{shown(value)}"


def shown(item):
    return "none" if item is None or item == [] or item == {} else item
