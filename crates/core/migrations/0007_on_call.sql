CREATE TABLE on_call_shift (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    dot INTEGER NOT NULL,
    ver BLOB,
    deleted INTEGER NOT NULL,
    person BLOB,
    time BLOB,
    begins_at TEXT,
    ends_at TEXT,
    call_order TEXT,
    called_off INTEGER
) STRICT;

CREATE INDEX on_call_shift_by_end ON on_call_shift (ends_at);
