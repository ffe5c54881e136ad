"""SQLite's session extension, by its Python binding: what a database would send, applied to another.

usage: changeset.py FOLDER (with victims.jsonl, contacts.jsonl and moves.jsonl)

Prints changes applied per second of processor time: inserts, then updates. Leaves both changesets in FOLDER.
The tables have the columns our own have, a primary key as the extension needs it, the indexes our screens need,
and the same settings.
"""

import json
import os
import sys
import time
import uuid

import apsw

SETTINGS = """PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;"""
TABLES = """
CREATE TABLE victim (id BLOB PRIMARY KEY NOT NULL, case_number TEXT, given_name TEXT, family_name TEXT,
    birth_year INTEGER, language TEXT, zone TEXT, do_not_contact INTEGER, opened_on TEXT) STRICT;
CREATE TABLE contact (id BLOB PRIMARY KEY NOT NULL, victim BLOB, at TEXT, channel TEXT, outcome TEXT,
    minutes INTEGER, note TEXT, staff BLOB, follow_up BLOB) STRICT;
CREATE INDEX victim_by_case_number ON victim (case_number);
CREATE INDEX contact_by_victim ON contact (victim, at);
CREATE INDEX contact_by_day ON contact (at);
"""


def database(path):
    if os.path.exists(path):
        os.remove(path)
    made = apsw.Connection(path)
    made.execute(SETTINGS)
    made.execute(TABLES)
    return made


def lines(folder, name):
    with open(os.path.join(folder, name + ".jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def insert_victims(made, victims):
    columns = ("case_number", "given_name", "family_name", "birth_year", "language", "zone", "opened_on")
    with made:
        made.executemany(
            "INSERT INTO victim (id, %s) VALUES (?, ?, ?, ?, ?, ?, ?, ?)" % ", ".join(columns),
            [(uuid.UUID(one["id"]).bytes, *(one[name] for name in columns)) for one in victims],
        )


def insert_contacts(made, contacts):
    with made:
        made.executemany(
            "INSERT INTO contact (id, victim, at, channel, outcome, minutes, note, staff) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    uuid.UUID(one["id"]).bytes,
                    uuid.UUID(one["victim"]).bytes,
                    one["at"],
                    one["channel"],
                    one["outcome"],
                    one["minutes"],
                    one["note"],
                    uuid.UUID(one["staff"]).bytes,
                )
                for one in contacts
            ],
        )


def move(made, moves):
    with made:
        made.executemany(
            "UPDATE victim SET zone = ? WHERE id = ?",
            [(one["zone"], uuid.UUID(one["id"]).bytes) for one in moves],
        )


def recorded(made, write):
    session = apsw.Session(made, "main")
    session.attach()
    write()
    return session.changeset()


def applied(made, changeset):
    start = time.process_time()
    with made:
        apsw.Changeset.apply(changeset, made, conflict=refuse)
    return time.process_time() - start


def refuse(reason, change):
    raise SystemExit("a change met a conflict")


def main(folder):
    victims, contacts, moves = (lines(folder, name) for name in ("victims", "contacts", "moves"))
    sender, receiver = (database(os.path.join(folder, name)) for name in ("sender.db", "receiver.db"))
    for made in (sender, receiver):
        insert_victims(made, victims)
    rates = []
    for name, changes, write in (
        ("inserts", contacts, lambda: insert_contacts(sender, contacts)),
        ("updates", moves, lambda: move(sender, moves)),
    ):
        changeset = recorded(sender, write)
        with open(os.path.join(folder, name + ".changeset"), "wb") as file:
            file.write(changeset)
        rates.append(len(changes) / applied(receiver, changeset))
    print(*rates)


main(sys.argv[1])
