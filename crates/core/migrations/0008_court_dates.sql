CREATE TABLE court_date (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    dot INTEGER NOT NULL,
    ver BLOB,
    deleted INTEGER NOT NULL,
    victim BLOB,
    incident BLOB,
    event TEXT,
    held_on TEXT,
    held_at TEXT,
    place TEXT,
    state TEXT,
    staff BLOB,
    at TEXT
) STRICT;
CREATE INDEX court_date_by_victim ON court_date (victim);

ALTER TABLE follow_up ADD COLUMN court_date BLOB;
CREATE INDEX follow_up_by_court_date ON follow_up (court_date) WHERE court_date IS NOT NULL;
