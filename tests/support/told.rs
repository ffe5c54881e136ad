//! What this program reads of a bundle, in the words of the reader in Python, to compare the two.

use std::collections::BTreeMap;

use countyline_bundle::{
    Block, EnrolmentRequest, LogPoint, LogRange, Manifest, Opened, Roster, RosterEntry,
};
use countyline_ledger::{
    Anchor, BlockSalts, Commit, CommitBlock, CommitHash, GivenSalts, LogId, Op, Parent, Salt,
    StoredOp, Value as Held, chain_start,
};
use serde_json::{Value, json};

/// A bundle with all its commits.
pub fn bundle(opened: &Opened<'_>, recipients: usize) -> Value {
    let ranges = &opened.manifest.cover.logs;
    let mut logs: Vec<(CommitHash, Vec<Value>)> = ranges
        .iter()
        .map(|range| match range.from {
            1 => (chain_start(LogId(range.log_id)), Vec::new()),
            _ => (CommitHash(range.prev_hash), Vec::new()),
        })
        .collect();
    let mut others = Vec::new();
    for block in opened.blocks() {
        let block = block.expect("the block inflates");
        if block.kind != Block::COMMITS {
            others.push(json!({ "kind": block.kind, "plain": hex(&block.plain) }));
            continue;
        }
        let read = CommitBlock::decode(&block.plain).expect("the block is one of commits");
        let place = usize::try_from(read.range).expect("the range is in the manifest");
        let (before, commits) = &mut logs[place];
        for (number, bytes) in read.commits.iter().enumerate() {
            let read_commit = Commit::decode(bytes.as_slice()).expect("the commit is read");
            let hash = read_commit
                .hash(*before, &salts_of(&read_commit, &read.salts, number))
                .expect("there are salts");
            commits.push(commit(&read_commit, hash));
            *before = hash;
        }
    }
    let logs: Vec<Value> = ranges
        .iter()
        .zip(logs)
        .map(|(range, (head, commits))| {
            assert_eq!(head.0, range.head_hash, "the chain ends as it was signed");
            json!({ "log": hex(&range.log_id), "commits": commits })
        })
        .collect();
    json!({
        "bundle_id": hex(&opened.bundle_id),
        "recipients": recipients,
        "manifest": manifest(&opened.manifest),
        "logs": logs,
        "other_blocks": others,
    })
}

/// A request to be enrolled.
pub fn request(read: &EnrolmentRequest) -> Value {
    json!({
        "device": hex(&read.device),
        "laptop": read.laptop_name,
        "person": read.person_name,
        "verifying_key": hex(&read.verifying_key.to_bytes()),
        "sealing_key": hex(&read.sealing_key.to_bytes()),
        "created_ms": read.created_ms,
        "words": read.six_words(),
    })
}

/// A roster, from its signed bytes.
pub fn roster(signed: &[u8]) -> Value {
    let read = Roster::read_first(signed).expect("the roster is signed");
    let county = &read.county;
    json!({
        "version": read.version,
        "prev_hash": hex(&read.prev_hash),
        "hash": hex(&Roster::hash(signed)),
        "agency": hex(&read.agency),
        "created_ms": read.created_ms,
        "office": read.office_name,
        "practice": read.training,
        "county": {
            "root": hex(&county.root.to_bytes()),
            "device": hex(&county.device),
            "verifying_key": hex(&county.verifying_key.to_bytes()),
            "sealing_key": hex(&county.sealing_key.to_bytes()),
            "key_epoch": county.key_epoch,
        },
        "laptops": read.entries.iter().map(laptop).collect::<Vec<_>>(),
        "unknown": unknown(&read.unknown),
        "words": county.six_words(),
    })
}

fn laptop(entry: &RosterEntry) -> Value {
    let revoked = entry.revoked.as_ref().map(|revoked| {
        let known = revoked.last_known.iter();
        let known: Vec<Value> = known
            .map(|last| json!([hex(&last.log_id), last.seq, hex(&last.hash)]))
            .collect();
        json!({ "at_ms": revoked.at_ms, "last_known": known })
    });
    json!({
        "device": hex(&entry.device),
        "laptop": entry.laptop_name,
        "person": entry.person_name,
        "verifying_key": hex(&entry.verifying_key.to_bytes()),
        "sealing_key": hex(&entry.sealing_key.to_bytes()),
        "enrolled_ms": entry.enrolled_at_ms,
        "revoked": revoked,
    })
}

fn manifest(read: &Manifest) -> Value {
    let cover = &read.cover;
    let direction = format!("{:?}", cover.direction).to_lowercase();
    let held = cover.have.iter().map(|have| {
        let intervals = have.intervals.iter();
        let intervals: Vec<Value> = intervals
            .map(|held| json!([held.from, held.to, hex(&held.hash)]))
            .collect();
        json!({ "log": hex(&have.log_id), "intervals": intervals })
    });
    let needed = cover.need.iter().map(|need| {
        let intervals = need.intervals.iter();
        let intervals: Vec<Value> = intervals.map(|gap| json!([gap.from, gap.to])).collect();
        json!({ "log": hex(&need.log_id), "intervals": intervals })
    });
    let blocks = read.blocks.iter().map(|block| {
        json!({
            "kind": block.kind,
            "zlen": block.zlen,
            "plain_len": block.plain_len,
            "sha256": hex(&block.sha256),
        })
    });
    json!({
        "format": countyline_bundle::FORMAT,
        "min_reader": cover.min_reader,
        "app_version": cover.app_version,
        "agency": hex(&cover.agency),
        "direction": direction,
        "device": hex(&cover.device),
        "signing_key": hex(&read.signing_key.0),
        "recipients": read.recipients.iter().map(|key| hex(&key.0)).collect::<Vec<_>>(),
        "created_ms": cover.created_ms,
        "roster_known": cover.roster_known.map(|known| {
            json!({ "version": known.version, "hash": hex(&known.hash) })
        }),
        "registry_version": cover.registry_version,
        "logs": cover.logs.iter().map(log_range).collect::<Vec<_>>(),
        "anchors": cover.anchors.iter().map(point).collect::<Vec<_>>(),
        "held": held.collect::<Vec<_>>(),
        "acknowledged": cover.acks.iter().map(point).collect::<Vec<_>>(),
        "needed": needed.collect::<Vec<_>>(),
        "statement": cover.hub.map(|hub| json!([hub.epoch, hub.counter, hub.time_ms])),
        "blocks": blocks.collect::<Vec<_>>(),
        "roster": cover.roster_update.as_ref().map(|roster| hex(roster)),
        "erased": cover.erase_receipts.iter().map(|order| hex(order)).collect::<Vec<_>>(),
        "padded_len": read.padded_len,
        "unknown": unknown(&read.unknown),
    })
}

fn log_range(range: &LogRange) -> Value {
    let attestation = range.attestation.as_ref();
    json!({
        "log": hex(&range.log_id),
        "from": range.from,
        "to": range.to,
        "prev_hash": hex(&range.prev_hash),
        "head_hash": hex(&range.head_hash),
        "attestation": attestation.map(|word| json!([hex(&word.key.0), hex(&word.signature)])),
    })
}

fn point(point: &LogPoint) -> Value {
    json!({ "log": hex(&point.log_id), "seq": point.seq, "hash": hex(&point.hash) })
}

fn anchor(anchor: &Anchor) -> Value {
    json!({ "log": hex(&anchor.log.0), "seq": anchor.seq, "hash": hex(&anchor.hash.0) })
}

fn salts_of(commit: &Commit, given: &GivenSalts<'_>, number: usize) -> BlockSalts {
    let listed = match given {
        GivenSalts::Seed(seed) => return BlockSalts::Seed(*seed),
        GivenSalts::Listed(listed) => listed[number],
    };
    let stored = commit.stored_ops().enumerate();
    let present = stored.filter(|(_, op)| matches!(op, StoredOp::Present(_)));
    let seq = commit.header().seq;
    let (salts, _) = listed.as_chunks::<16>();
    BlockSalts::Salts(
        present
            .zip(salts)
            .map(|((place, _), salt)| ((seq, place), Salt(*salt)))
            .collect(),
    )
}

fn commit(read: &Commit, hash: CommitHash) -> Value {
    let header = read.header();
    let mut decoded: BTreeMap<usize, Op> = read
        .ops()
        .expect("the operations are read")
        .into_iter()
        .collect();
    let ops: Vec<Value> = read
        .stored_ops()
        .enumerate()
        .map(|(place, stored)| match stored {
            StoredOp::Present(_) => operation(&decoded.remove(&place).expect("it was read")),
            StoredOp::Withheld { digest } => json!({ "op": "withheld", "digest": hex(&digest) }),
            StoredOp::Erased { digest, order } => {
                json!({ "op": "erased", "digest": hex(&digest), "order": hex(&order.0) })
            }
        })
        .collect();
    json!({
        "seq": header.seq,
        "lamport": header.lamport,
        "wall_ms": header.wall_ms,
        "actor": hex(&header.actor.0),
        "action": header.action,
        "flags": header.flags,
        "anchors": header.anchors.iter().map(anchor).collect::<Vec<_>>(),
        "ops": ops,
        "hash": hex(&hash.0),
    })
}

fn operation(op: &Op) -> Value {
    match op {
        Op::Set {
            record,
            entity,
            parents: before,
            fields,
        } => {
            let fields: serde_json::Map<String, Value> = fields
                .iter()
                .map(|(field, held)| (field.0.to_string(), value(held)))
                .collect();
            json!({ "op": "set", "record": record.0, "entity": hex(&entity.0),
                    "parents": parents(before), "fields": fields })
        }
        Op::Add {
            record,
            entity,
            field,
            elements,
        } => json!({ "op": "add", "record": record.0, "entity": hex(&entity.0),
                     "field": field.0, "elements": values(elements) }),
        Op::Remove {
            record,
            entity,
            field,
            elements,
            parents: before,
        } => json!({ "op": "remove", "record": record.0, "entity": hex(&entity.0),
                     "field": field.0, "elements": values(elements),
                     "parents": parents(before) }),
        Op::Delete {
            record,
            entity,
            parents: before,
        } => json!({ "op": "delete", "record": record.0, "entity": hex(&entity.0),
                     "parents": parents(before) }),
        Op::Erase {
            order,
            basis,
            scopes,
        } => {
            let scopes = scopes.iter().map(|scope| {
                let fields: Vec<u16> = scope.fields.iter().map(|field| field.0).collect();
                json!({ "record": scope.record.0, "entity": hex(&scope.entity.0),
                        "fields": fields })
            });
            json!({ "op": "erase", "order": hex(&order.0), "basis": basis,
                    "scopes": scopes.collect::<Vec<_>>() })
        }
        Op::Audit {
            what,
            entity,
            detail,
        } => json!({ "op": "audit", "what": what,
                     "entity": entity.map(|entity| hex(&entity.0)), "detail": value(detail) }),
        Op::Unknown(bytes) => json!({ "op": "unknown", "bytes": hex(bytes) }),
    }
}

fn parents(parents: &[Parent]) -> Vec<i64> {
    let number = |parent: &Parent| match parent {
        Parent::Own(seq) => i64::try_from(*seq).expect("a sequence number has 40 bits"),
        Parent::Foreign(place) => -1 - i64::from(*place),
    };
    parents.iter().map(number).collect()
}

fn values(held: &[Held]) -> Vec<Value> {
    held.iter().map(value).collect()
}

fn value(held: &Held) -> Value {
    match held {
        Held::Null => Value::Null,
        Held::Bool(yes) => json!(yes),
        Held::Int(number) => json!(number),
        Held::Text(text) => json!(text.as_str()),
        Held::Bytes(bytes) => json!({ "bytes": hex(bytes) }),
        Held::List(items) => json!(values(items)),
        Held::Map(members) => {
            let members: serde_json::Map<String, Value> = members
                .iter()
                .map(|(number, held)| (number.to_string(), value(held)))
                .collect();
            json!({ "map": members })
        }
    }
}

fn unknown(entries: &[(u64, Vec<u8>)]) -> serde_json::Map<String, Value> {
    let entries = entries.iter();
    entries
        .map(|(key, held)| (key.to_string(), json!(hex(held))))
        .collect()
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
