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
-- People: victims, incidents and the rules that keep people safe.

ALTER TABLE victim ADD COLUMN name_kind TEXT;
ALTER TABLE victim ADD COLUMN name_safe_to_print TEXT;
ALTER TABLE victim ADD COLUMN birth_date TEXT;
ALTER TABLE victim ADD COLUMN age_at_incident INTEGER;
ALTER TABLE victim ADD COLUMN age_at_first_service INTEGER;
ALTER TABLE victim ADD COLUMN age_band TEXT;
ALTER TABLE victim ADD COLUMN gender_stated TEXT;
ALTER TABLE victim ADD COLUMN interpreter_need TEXT;
ALTER TABLE victim ADD COLUMN access_needs TEXT;
ALTER TABLE victim ADD COLUMN acp TEXT;
ALTER TABLE victim ADD COLUMN acp_substitute_address TEXT;
ALTER TABLE victim ADD COLUMN acp_card_number TEXT;
ALTER TABLE victim ADD COLUMN acp_expires_on TEXT;
ALTER TABLE victim ADD COLUMN real_address TEXT;
ALTER TABLE victim ADD COLUMN real_address_need TEXT;
ALTER TABLE victim ADD COLUMN minor TEXT;
ALTER TABLE victim ADD COLUMN guardian TEXT;
ALTER TABLE victim ADD COLUMN guardian_is_alleged_abuser TEXT;
ALTER TABLE victim ADD COLUMN tribal_affiliation TEXT;
ALTER TABLE victim ADD COLUMN sealed INTEGER;
ALTER TABLE victim ADD COLUMN legal_hold INTEGER;
ALTER TABLE victim ADD COLUMN legal_hold_reason TEXT;
ALTER TABLE victim ADD COLUMN do_not_contact_reason TEXT;
ALTER TABLE victim ADD COLUMN special_class_other TEXT;

ALTER TABLE contact_method ADD COLUMN verified_on TEXT;
ALTER TABLE contact_method ADD COLUMN who_may_answer TEXT;
ALTER TABLE contact_method ADD COLUMN code_word TEXT;
ALTER TABLE contact_method ADD COLUMN envelope TEXT;
ALTER TABLE contact_method ADD COLUMN language_relay TEXT;
ALTER TABLE contact_method ADD COLUMN monitored_device TEXT;
ALTER TABLE contact_method ADD COLUMN blocked INTEGER;
ALTER TABLE contact_method ADD COLUMN closed INTEGER;

ALTER TABLE release_of_information ADD COLUMN signer TEXT;
ALTER TABLE release_of_information ADD COLUMN signer_capacity TEXT;
ALTER TABLE release_of_information ADD COLUMN effective_on TEXT;
ALTER TABLE release_of_information ADD COLUMN methods BLOB;
ALTER TABLE release_of_information ADD COLUMN excluded_items TEXT;
ALTER TABLE release_of_information ADD COLUMN risks_explained TEXT;
ALTER TABLE release_of_information ADD COLUMN language TEXT;
ALTER TABLE release_of_information ADD COLUMN interpreter TEXT;
ALTER TABLE release_of_information ADD COLUMN witness TEXT;
ALTER TABLE release_of_information ADD COLUMN copy_given TEXT;
ALTER TABLE release_of_information ADD COLUMN signer_not_abuser TEXT;
ALTER TABLE release_of_information ADD COLUMN revoked_on TEXT;
ALTER TABLE release_of_information ADD COLUMN revoked_how TEXT;
ALTER TABLE release_of_information ADD COLUMN revoked_by TEXT;

ALTER TABLE letter ADD COLUMN kind TEXT;
ALTER TABLE letter ADD COLUMN fields BLOB;
ALTER TABLE letter ADD COLUMN numbers BLOB;
ALTER TABLE letter ADD COLUMN paper_state TEXT;

-- An incident, whoever was in it. No narrative, no offender.
CREATE TABLE incident (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    agency_case_number TEXT,                 -- the agency’s own number
    occurred_on TEXT,                        -- ISO date
    occurred_at TEXT,                        -- time of day, HH:MM
    zone TEXT,                               -- town or zone
    tribal_jurisdiction TEXT,                -- answer
    arrest TEXT,                             -- answer
    in_custody TEXT,                         -- answer
    weapon_firearm TEXT,                     -- protective: answer
    children_present TEXT,                   -- protective: answer
    protection_order_in_force TEXT,          -- answer
    responding_agency TEXT,                  -- who answered the call
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- A victim in an incident.
CREATE TABLE participation (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- who
    incident BLOB,                           -- in which
    role TEXT,                               -- code of incident_role
    victimization_other TEXT,                -- explains V13 and V26
    offender_relation TEXT,                  -- code of offender_relation: what he is to her
    strangulation_reported TEXT,             -- protective: answer
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- Something she was told or handed.
CREATE TABLE rights_notice (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- who
    incident BLOB,                           -- about which
    item TEXT,                               -- code of notice_item
    version TEXT,                            -- of the text
    language TEXT,                           -- code of language
    how_given TEXT,                          -- code of how_given
    given_on TEXT,                           -- ISO date
    acknowledgement TEXT,                    -- code of acknowledgement
    rights_requested BLOB,                   -- list of rights of the state pack
    rights_waived BLOB,                      -- list of rights of the state pack
    representative TEXT,                     -- whom she named
    staff BLOB,                              -- who gave it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- A protection order for her.
CREATE TABLE protection_order (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- for whom
    incident BLOB,                           -- after which
    explained TEXT,                          -- answer
    served TEXT,                             -- answer
    expires_on TEXT,                         -- ISO date
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- Whether she is told when he is let out. Never the PIN.
CREATE TABLE custody_notice (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- who
    incident BLOB,                           -- after which
    state TEXT,                              -- code of custody_state
    contact_method BLOB,                     -- the phone it was checked with
    note TEXT,                               -- actions taken
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- A claim for crime victim compensation.
CREATE TABLE compensation_claim (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- whose
    incident BLOB,                           -- for which
    status TEXT,                             -- code of claim_status
    status_on TEXT,                          -- ISO date
    report_by TEXT,                          -- ISO date, from the state pack
    file_by TEXT,                            -- ISO date, from the state pack
    pack TEXT,                               -- id and version of the pack
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- What was really told about her. Never changed afterwards.
CREATE TABLE disclosure (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- about whom
    recipient BLOB,                          -- which agency
    at TEXT,                                 -- instant with offset, RFC 3339
    items BLOB,                              -- list of codes of release_item
    basis TEXT,                              -- code of disclosure_basis
    release BLOB,                            -- the release, where that is the basis
    form TEXT,                               -- code of disclosure_form
    letter BLOB,                             -- the paper
    staff BLOB                               -- who told it
) STRICT;

-- A dated answer about a victim in an incident.
CREATE TABLE incident_fact (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- who
    incident BLOB,                           -- in which
    fact TEXT,                               -- code of incident_fact
    answer TEXT,                             -- answer
    answered_on TEXT,                        -- ISO date
    agency TEXT,                             -- who does it
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- What the county decided for every place: one row.
CREATE TABLE office_policy (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    verify_after_days INTEGER,               -- days after which a safe way is asked about again
    state_pack TEXT,                         -- id of the state pack
    identity_months INTEGER,                 -- months after the last work until names and notes fall due
    statistics_months INTEGER                -- months after the last work until everything falls due
) STRICT;

CREATE INDEX participation_by_victim ON participation (victim);
CREATE INDEX participation_by_incident ON participation (incident);
CREATE INDEX incident_fact_by_victim ON incident_fact (victim);
CREATE INDEX rights_notice_by_victim ON rights_notice (victim);
CREATE INDEX protection_order_by_victim ON protection_order (victim);
CREATE INDEX custody_notice_by_victim ON custody_notice (victim);
CREATE INDEX compensation_claim_by_victim ON compensation_claim (victim);
CREATE INDEX disclosure_by_victim ON disclosure (victim, at);
