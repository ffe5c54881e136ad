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
