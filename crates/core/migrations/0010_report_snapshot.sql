CREATE TABLE report_snapshot (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    dot INTEGER NOT NULL,
    ver BLOB,
    deleted INTEGER NOT NULL,
    report TEXT,
    covers_from TEXT,
    covers_to TEXT,
    settings TEXT,
    figures TEXT,
    handed_in_on TEXT,
    amends BLOB,
    staff BLOB,
    at TEXT
) STRICT;
