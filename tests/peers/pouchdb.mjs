// PouchDB on its disk adapter: one database replicated into another.
//
// usage: node pouchdb.mjs FOLDER (with victims.jsonl, contacts.jsonl and moves.jsonl)
//
// Prints changes replicated per second of processor time: inserts, then updates. One revision for each change.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import PouchDB from "pouchdb";

const folder = process.argv[2];
const lines = (name) =>
  readFileSync(join(folder, `${name}.jsonl`), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

function database(name) {
  const path = join(folder, name);
  rmSync(path, { recursive: true, force: true });
  return new PouchDB(path);
}

async function write(database, documents) {
  for (const answer of await database.bulkDocs(documents)) {
    if (answer.error) throw new Error(`not written: ${answer.message}`);
  }
}

async function replicated(from, to, expected) {
  const before = process.cpuUsage();
  const done = await from.replicate.to(to, { batch_size: 1000 });
  const { user, system } = process.cpuUsage(before);
  if (done.docs_written !== expected) throw new Error(`${done.docs_written} of ${expected} were replicated`);
  return expected / ((user + system) / 1e6);
}

const document = ({ id, ...columns }) => ({ _id: id, ...columns });
const [victims, contacts, moves] = ["victims", "contacts", "moves"].map(lines);
const [sender, receiver] = ["sender", "receiver"].map(database);
await write(sender, victims.map(document));
await sender.replicate.to(receiver, { batch_size: 1000 });

await write(sender, contacts.map(document));
const inserts = await replicated(sender, receiver, contacts.length);

const zones = new Map(moves.map(({ id, zone }) => [id, zone]));
const { rows } = await sender.allDocs({ include_docs: true, keys: [...zones.keys()] });
await write(sender, rows.map(({ doc }) => ({ ...doc, zone: zones.get(doc._id) })));
const updates = await replicated(sender, receiver, moves.length);
console.log(inserts, updates);
