//! Automerge: one document holds every record, one change for each of ours; another replica takes them in.
//!
//! usage: automerge-peer FOLDER (with victims.jsonl, contacts.jsonl and moves.jsonl)
//!
//! Prints changes taken in per second of processor time: inserts, then updates. A replica that took changes in
//! saves itself, as ours does.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjType, ROOT, ReadDoc};
use serde_json::Value;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let folder = std::env::args().nth(1).ok_or("usage: automerge-peer FOLDER")?;
    let folder = Path::new(&folder);
    let mut sender = AutoCommit::new();
    for victim in lines(folder, "victims")? {
        record(&mut sender, &victim)?;
    }
    let mut receiver = sender.fork();
    let contacts = lines(folder, "contacts")?;
    for contact in &contacts {
        record(&mut sender, contact)?;
        sender.commit();
    }
    let inserts = taken_in(&mut sender, &mut receiver, contacts.len(), folder)?;
    let moves = lines(folder, "moves")?;
    for moved in &moves {
        let id = moved["id"].as_str().ok_or("a move has an id")?;
        let (_, victim) = sender.get(ROOT, id)?.ok_or("the victim is there")?;
        sender.put(&victim, "zone", moved["zone"].as_str().unwrap_or_default())?;
        sender.commit();
    }
    let updates = taken_in(&mut sender, &mut receiver, moves.len(), folder)?;
    println!("{inserts} {updates}");
    Ok(())
}

fn record(document: &mut AutoCommit, line: &Value) -> Outcome<()> {
    let columns = line.as_object().ok_or("a line is an object")?;
    let id = line["id"].as_str().ok_or("a record has an id")?;
    let object = document.put_object(ROOT, id, ObjType::Map)?;
    for (name, value) in columns.iter().filter(|(name, _)| *name != "id") {
        match value {
            Value::Number(number) => {
                document.put(&object, name, number.as_i64().unwrap_or_default())?;
            }
            other => document.put(&object, name, other.as_str().unwrap_or_default())?,
        }
    }
    Ok(())
}

/// What the sender wrote since, as the bytes it would send, taken in by the receiver.
fn taken_in(
    sender: &mut AutoCommit,
    receiver: &mut AutoCommit,
    expected: usize,
    folder: &Path,
) -> Outcome<f64> {
    let heads = receiver.get_heads();
    let sent = sender.save_after(&heads);
    let before = processor_time();
    receiver.load_incremental(&sent)?;
    std::fs::write(folder.join("automerge"), receiver.save())?;
    let spent = processor_time() - before;
    if receiver.get_heads() != sender.get_heads() {
        return Err("the receiver is not where the sender is".into());
    }
    Ok(expected as f64 / spent.as_secs_f64())
}

fn lines(folder: &Path, name: &str) -> Outcome<Vec<Value>> {
    let text = std::fs::read_to_string(folder.join(format!("{name}.jsonl")))?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn processor_time() -> Duration {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(spent.tv_sec as u64, spent.tv_nsec as u32)
}
