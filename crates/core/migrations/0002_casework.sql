-- What 0.2.0 adds. Every table made from the history is filled from it when the file is next opened.

-- This place
ALTER TABLE place ADD COLUMN tables_version INTEGER NOT NULL DEFAULT 1;

-- Finding
CREATE TABLE find_word (
    word TEXT NOT NULL,                      -- no case, no accents; of a phone number its digits, last one first
    kind INTEGER NOT NULL,                   -- what it is: 1 family name … 9 an agency's phone (search/index.rs)
    entity BLOB NOT NULL,                    -- the victim or partner agency that is found by it
    source BLOB NOT NULL,                    -- the record it stands in: hers, or of a way to reach her
    PRIMARY KEY (word, kind, entity, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE find_form (
    form TEXT NOT NULL,                      -- e and an English sound, s and a Spanish one, - and the word less a letter
    word TEXT NOT NULL,                      -- a word of a name in find_word
    PRIMARY KEY (form, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX find_word_by_entity ON find_word (entity);
CREATE INDEX find_word_by_source ON find_word (source) WHERE source <> entity;

-- Services: what is done for victims, and counting it
ALTER TABLE contact ADD COLUMN contact_method BLOB;
ALTER TABLE contact ADD COLUMN safe_check_reasked TEXT;
ALTER TABLE contact ADD COLUMN next_at TEXT;

ALTER TABLE referral ADD COLUMN urgency TEXT;
ALTER TABLE referral ADD COLUMN legal_basis TEXT;
ALTER TABLE referral ADD COLUMN legal_basis_note TEXT;
ALTER TABLE referral ADD COLUMN sent_method TEXT;
ALTER TABLE referral ADD COLUMN status_reason TEXT;
ALTER TABLE referral ADD COLUMN came_of_it BLOB;
ALTER TABLE referral ADD COLUMN outcome TEXT;
ALTER TABLE referral ADD COLUMN outcome_source TEXT;
ALTER TABLE referral ADD COLUMN barrier TEXT;
ALTER TABLE referral ADD COLUMN re_referred_from BLOB;

ALTER TABLE follow_up ADD COLUMN policy TEXT;
ALTER TABLE follow_up ADD COLUMN policy_version INTEGER;
ALTER TABLE follow_up ADD COLUMN why TEXT;
ALTER TABLE follow_up ADD COLUMN due_at TEXT;
ALTER TABLE follow_up ADD COLUMN assigned_to BLOB;

CREATE TABLE service_event (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    dot INTEGER NOT NULL,
    ver BLOB,
    deleted INTEGER NOT NULL,
    victim BLOB,
    incident BLOB,
    served_on TEXT,
    item TEXT,
    local_item TEXT,
    quantity INTEGER,
    minutes INTEGER,
    miles INTEGER,
    mode TEXT,
    funding_source TEXT,
    outcome TEXT,
    reason TEXT,
    compensation_assistance INTEGER,
    anonymous_contact INTEGER,
    victimization BLOB,
    referral BLOB,
    at TEXT,
    staff BLOB
) STRICT;

CREATE TABLE risk_screen (
    rid INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    dot INTEGER NOT NULL,
    ver BLOB,
    deleted INTEGER NOT NULL,
    victim BLOB,
    incident BLOB,
    instrument TEXT,
    instrument_version INTEGER,
    result TEXT,
    level TEXT,
    trigger TEXT,
    override_reason TEXT,
    answers BLOB,
    not_done_reason TEXT,
    hotline_called_at TEXT,
    hotline_answered TEXT,
    victim_spoke TEXT,
    minutes INTEGER,
    follow_up BLOB,
    at TEXT,
    staff BLOB
) STRICT;

CREATE INDEX service_event_by_day ON service_event (served_on);
CREATE INDEX service_event_by_victim ON service_event (victim, served_on);
CREATE INDEX service_event_by_referral ON service_event (referral);
CREATE INDEX risk_screen_by_victim ON risk_screen (victim, at);
CREATE INDEX contact_by_follow_up ON contact (follow_up, at);
