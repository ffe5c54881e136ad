CREATE TABLE look (
    seq INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    who BLOB NOT NULL,
    deed INTEGER NOT NULL,
    record BLOB NOT NULL,
    times INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE look_chain (
    begins_seq INTEGER NOT NULL,
    begins_hash BLOB NOT NULL,
    last_seq INTEGER NOT NULL,
    last_hash BLOB NOT NULL,
    told_seq INTEGER NOT NULL
) STRICT;

INSERT INTO look_chain (begins_seq, begins_hash, last_seq, last_hash, told_seq)
VALUES (0, zeroblob(32), 0, zeroblob(32), 0);

CREATE TABLE look_portion (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    dot INTEGER NOT NULL,
    ver BLOB,
    deleted INTEGER NOT NULL,
    device BLOB,
    first_seq INTEGER,
    first_ms INTEGER,
    last_ms INTEGER,
    rows BLOB
) STRICT;

CREATE TABLE look_review (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    dot INTEGER NOT NULL,
    ver BLOB,
    deleted INTEGER NOT NULL,
    staff BLOB,
    at TEXT
) STRICT;
