-- What 0.2.0 adds. Every table made from the history is filled from it when the file is next opened.

-- This place
ALTER TABLE place ADD COLUMN tables_version INTEGER NOT NULL DEFAULT 1;
-- No log has a number again that one had which was taken back: a form may be open that showed its commits.
ALTER TABLE place ADD COLUMN last_log_taken_back INTEGER NOT NULL DEFAULT 0;
-- Nor does a commit get a place on a branch that another had which stands elsewhere now.
ALTER TABLE log ADD COLUMN taken_to INTEGER NOT NULL DEFAULT 0;
-- Any number of copies of one disk are heard, so what was put aside before a merge is numbered higher.
UPDATE laptop_heard SET telling = telling + 62 WHERE telling >= 2;
UPDATE laptop_have SET telling = telling + 62 WHERE telling >= 2;
UPDATE laptop_in_part SET telling = telling + 62 WHERE telling >= 2;

-- Finding
CREATE TABLE find_word (
    word TEXT NOT NULL,                      -- no case, no accents; of a phone number its digits, last one first
    kind INTEGER NOT NULL,                   -- what it is: 1 family name … 10 an incident's number (search/index.rs)
    entity BLOB NOT NULL,                    -- the victim or partner agency that is found by it, or the incident
    source BLOB NOT NULL,                    -- the record it stands in: hers, or of a way to reach her
    PRIMARY KEY (word, kind, entity, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE find_form (
    form TEXT NOT NULL,                      -- e and an English sound, s and a Spanish one, - and the word less a letter
    word TEXT NOT NULL,                      -- a word of a name in find_word
    PRIMARY KEY (form, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX find_word_by_entity ON find_word (entity, word);
CREATE INDEX find_word_by_source ON find_word (source) WHERE source <> entity;

-- Who may be one person: filled by the first look, and kept from then on
CREATE TABLE double_person (
    victim BLOB PRIMARY KEY,                 -- a victim who is not hidden
    keys BLOB NOT NULL                       -- her keys in double_key, eight bytes each, in ascending order
) STRICT, WITHOUT ROWID;
CREATE TABLE double_key (
    key INTEGER NOT NULL,                    -- what is shared: a rule, and a hash of the values (duplicates/blocking.rs)
    victim BLOB NOT NULL,
    PRIMARY KEY (key, victim)
) STRICT, WITHOUT ROWID;
CREATE TABLE double_pair (
    one BLOB NOT NULL,                       -- the victim with the smaller id
    other BLOB NOT NULL,
    weight INTEGER NOT NULL,                 -- what speaks for one person, in thousandths of a bit
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE double_number (
    key INTEGER PRIMARY KEY                  -- a case number that several have, as a key in double_key
) STRICT;
CREATE TABLE double_state (
    rid INTEGER PRIMARY KEY CHECK (rid = 1),
    persons INTEGER NOT NULL                 -- rows in double_person; without this row nothing is kept
) STRICT;
CREATE INDEX double_pair_by_other ON double_pair (other);
CREATE INDEX double_pair_by_weight ON double_pair (weight DESC, one, other);
CREATE INDEX persons_apart ON set_member (entity, element) WHERE record = 2 AND field = 61;

-- Today: counted and put in order by these indexes alone
DROP INDEX contact_by_day;
DROP INDEX follow_up_by_state;
CREATE INDEX contact_by_day ON contact (at, deleted);
CREATE INDEX follow_up_open ON follow_up (due_on, id, victim, deleted) WHERE state = 'open';
CREATE INDEX referral_by_day ON referral (made_at);
CREATE INDEX victim_by_day ON victim (opened_on);
CREATE INDEX victim_hidden ON victim (id) WHERE deleted = 1;

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
ALTER TABLE referral ADD COLUMN adults INTEGER;
ALTER TABLE referral ADD COLUMN children INTEGER;

ALTER TABLE follow_up ADD COLUMN policy TEXT;
ALTER TABLE follow_up ADD COLUMN policy_version INTEGER;
ALTER TABLE follow_up ADD COLUMN why TEXT;
ALTER TABLE follow_up ADD COLUMN due_at TEXT;
ALTER TABLE follow_up ADD COLUMN assigned_to BLOB;
ALTER TABLE follow_up ADD COLUMN about TEXT;

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
CREATE INDEX contact_by_follow_up ON contact (follow_up, at) WHERE follow_up IS NOT NULL;
-- Wherever a victim is shown it says when she was last reached, and how; this index alone says so.
DROP INDEX contact_by_victim;
CREATE INDEX contact_by_victim ON contact (victim, at, channel, outcome, contact_method, deleted);
-- People: victims, incidents and the rules that keep people safe.

ALTER TABLE victim ADD COLUMN name_kind TEXT;
ALTER TABLE victim ADD COLUMN name_safe_to_print TEXT;
ALTER TABLE victim ADD COLUMN birth_date TEXT;
ALTER TABLE victim ADD COLUMN age_at_incident INTEGER;
ALTER TABLE victim ADD COLUMN age_at_first_service INTEGER;
ALTER TABLE victim ADD COLUMN age_band TEXT;
ALTER TABLE victim ADD COLUMN gender TEXT;
ALTER TABLE victim ADD COLUMN gender_stated TEXT;
ALTER TABLE victim ADD COLUMN pronoun TEXT;
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
ALTER TABLE contact_method ADD COLUMN mark_reason TEXT;

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
ALTER TABLE letter ADD COLUMN referral BLOB;
ALTER TABLE letter ADD COLUMN page TEXT;
ALTER TABLE letter ADD COLUMN large_print INTEGER;
ALTER TABLE letter ADD COLUMN template_version TEXT;

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
    responding_agency TEXT,                  -- who answered the call, if it is not in the directory
    staff BLOB,                              -- who wrote it
    at TEXT,                                 -- instant it was written, RFC 3339
    reporting_officer BLOB,                  -- whose report it is, one of the people who work here
    responding_partner BLOB,                 -- the partner agency that answered the call
    legal_hold INTEGER,                      -- protective: nothing of anybody in it is erased
    legal_hold_reason TEXT                   -- who asked for it
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
    at TEXT,                                 -- instant it was written, RFC 3339
    pack TEXT,                               -- id and version of the pack the rights come from
    pack_sample INTEGER                      -- 1: the pack is a sample and no state's law
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
    at TEXT,                                 -- instant it was written, RFC 3339
    pack_sample INTEGER,                     -- 1: the pack is a sample and no state's law
    pack_chosen_by BLOB                      -- who chose or installed the pack; NULL: nobody did
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
    staff BLOB,                              -- who told it
    demanded_by TEXT                         -- which order or statute, where that is the basis
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
    statistics_months INTEGER,               -- months after the last work until everything falls due
    installed_pack TEXT,                     -- the office's own state pack, as JSON
    logo TEXT                                -- the county's logo, as JSON: what it shows, and its PNG file in base 64
) STRICT;

-- The county's own words for the messages of its papers: one row for each message and language.
CREATE TABLE wording (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made from the language and the message
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    language TEXT,                           -- code of language
    message TEXT,                            -- id of the message
    text TEXT                                -- Fluent pattern; empty where the program's own words stand again
) STRICT;

CREATE INDEX participation_by_victim ON participation (victim);
CREATE INDEX participation_by_incident ON participation (incident);
CREATE INDEX incident_fact_by_victim ON incident_fact (victim);
CREATE INDEX rights_notice_by_victim ON rights_notice (victim);
CREATE INDEX protection_order_by_victim ON protection_order (victim);
CREATE INDEX custody_notice_by_victim ON custody_notice (victim);
CREATE INDEX compensation_claim_by_victim ON compensation_claim (victim);
CREATE INDEX disclosure_by_victim ON disclosure (victim, at);

-- Partner agencies, the community, and the people who work here

ALTER TABLE partner ADD COLUMN alternate_name TEXT;           -- other name in use
ALTER TABLE partner ADD COLUMN description TEXT;              -- what the agency does
ALTER TABLE partner ADD COLUMN email TEXT;                    -- mailbox
ALTER TABLE partner ADD COLUMN website TEXT;                  -- page
ALTER TABLE partner ADD COLUMN accepts_letter INTEGER;        -- takes referral letters; NULL: not asked yet
ALTER TABLE partner ADD COLUMN phones BLOB;                   -- list of further phones, each an HSDS phone as JSON
ALTER TABLE partner ADD COLUMN more BLOB;                     -- what its directory says that has no field here: list of JSON
ALTER TABLE partner_contact ADD COLUMN purpose TEXT;          -- code of outreach_purpose
ALTER TABLE partner_contact ADD COLUMN commitment_by TEXT;    -- code of commitment_by
ALTER TABLE partner_contact ADD COLUMN commitment_state TEXT; -- code of commitment_state; NULL: nothing was promised
ALTER TABLE partner_contact ADD COLUMN next_step TEXT;        -- what comes next
ALTER TABLE partner_contact ADD COLUMN next_on TEXT;          -- ISO date it is to be done
ALTER TABLE partner_contact ADD COLUMN next_done_on TEXT;     -- ISO date it was done; NULL: open
ALTER TABLE staff ADD COLUMN training_hours INTEGER;          -- hours of training before the work began here
ALTER TABLE staff ADD COLUMN background_check_on TEXT;        -- ISO date it was passed; NULL: not yet
ALTER TABLE staff ADD COLUMN disabled_on TEXT;                -- protective: ISO date from which nothing is opened any more

-- A service a partner agency offers (HSDS service).
CREATE TABLE partner_service (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    partner BLOB,                            -- whose
    name TEXT,                               -- what it is called
    alternate_name TEXT,                     -- other name in use
    description TEXT,                        -- what it does
    status TEXT,                             -- code of service_status
    minimum_age INTEGER,                     -- years; NULL: none said
    maximum_age INTEGER,                     -- years; NULL: none said
    eligibility TEXT,                        -- who it is for
    application_process TEXT,                -- how to get in
    fees TEXT,                               -- what it costs, in words
    interpretation TEXT,                     -- interpreters on offer
    alert TEXT,                              -- short-term notice
    warm_line_24h INTEGER,                   -- answers at any hour
    notes_for_deputies TEXT,                 -- practical hints; never about a victim
    email TEXT,                              -- mailbox
    website TEXT,                            -- page
    assured_on TEXT,                         -- ISO date it was last checked
    schedules BLOB,                          -- list of opening times, each an HSDS schedule as JSON
    phones BLOB,                             -- list of phones, each an HSDS phone as JSON
    travel_minutes BLOB,                     -- list of [zone, minutes]
    required_documents BLOB,                 -- list of HSDS required_document as JSON
    cost_options BLOB,                       -- list of HSDS cost_option as JSON
    more BLOB                                -- what its directory says that has no field here: list of JSON
) STRICT;

-- A place of a partner agency (HSDS location). One whose location is confidential has none with an address.
CREATE TABLE partner_location (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    partner BLOB,                            -- whose
    name TEXT,                               -- what it is called
    location_type TEXT,                      -- code of location_type
    description TEXT,                        -- what is there
    addresses BLOB,                          -- list of HSDS address as JSON; empty when the location is confidential
    position TEXT,                           -- latitude,longitude; empty when the location is confidential
    transportation TEXT,                     -- how to get there
    accessibility BLOB,                      -- list of HSDS accessibility as JSON
    phones BLOB,                             -- list of phones, each an HSDS phone as JSON
    schedules BLOB,                          -- list of opening times, each an HSDS schedule as JSON
    more BLOB                                -- what its directory says that has no field here: list of JSON
) STRICT;

-- A person to speak with at a partner agency (HSDS contact).
CREATE TABLE partner_person (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    partner BLOB,                            -- where
    name TEXT,                               -- who
    title TEXT,                              -- job title
    department TEXT,                         -- part of the agency
    email TEXT,                              -- mailbox
    phone TEXT,                              -- direct phone
    left_on TEXT,                            -- ISO date; NULL: still there
    more BLOB                                -- what its directory says that has no field here: list of JSON
) STRICT;

-- An agreement (MOU) with partner agencies.
CREATE TABLE agreement (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    title TEXT,                              -- what it is called
    scope TEXT,                              -- duties of each
    confidentiality_terms TEXT,              -- what each keeps to itself
    signed_on TEXT,                          -- ISO date
    review_on TEXT,                          -- ISO date it is due to be gone over
    ended_on TEXT                            -- ISO date; NULL: in force
) STRICT;

-- An advisory board, interagency council or task force.
CREATE TABLE advisory_group (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    name TEXT,                               -- what it is called
    kind TEXT,                               -- code of advisory_group_kind
    ended_on TEXT                            -- ISO date; NULL: it meets
) STRICT;

-- A member of an advisory group.
CREATE TABLE group_member (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    advisory_group BLOB,                     -- of which
    person TEXT,                             -- who
    partner BLOB,                            -- for which agency; NULL: for none in the directory
    co_chair INTEGER,                        -- leads it with others
    joined_on TEXT,                          -- ISO date
    left_on TEXT                             -- ISO date; NULL: still a member
) STRICT;

-- A meeting of an advisory group. Never about one victim, and never changed afterwards.
CREATE TABLE group_meeting (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    advisory_group BLOB,                     -- of which
    held_on TEXT,                            -- ISO date
    present BLOB,                            -- list of who was there
    minutes TEXT,                            -- what was said
    decisions BLOB,                          -- list of what was decided
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- Outreach to the community. Never changed afterwards.
CREATE TABLE community_event (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    held_on TEXT,                            -- ISO date
    place TEXT,                              -- where
    audience TEXT,                           -- who came
    population TEXT,                         -- under-reached group it was for
    number_reached INTEGER,                  -- people, counted or estimated
    language TEXT,                           -- code of language
    note TEXT,                               -- what it was about
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- Brochures, cards and supplies that went out.
CREATE TABLE material (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    given_on TEXT,                           -- ISO date
    place TEXT,                              -- where
    item TEXT,                               -- code of material_item
    what TEXT,                               -- which, in words
    language TEXT,                           -- code of language
    quantity INTEGER,                        -- how many
    community_event BLOB,                    -- the event it was given at
    returned_on TEXT,                        -- ISO date a loan came back; NULL: not yet, or no loan
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- Somebody who works here was called out. Never about a victim, and never changed afterwards.
CREATE TABLE call_out (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    person BLOB,                             -- who went
    called_at TEXT,                          -- instant with offset, RFC 3339
    arrived_at TEXT,                         -- instant with offset, RFC 3339; NULL: did not get there
    place TEXT,                              -- code of call_out_place
    minutes INTEGER,                         -- minutes from call to home
    miles INTEGER,                           -- miles driven
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

-- A training session, and who came.
CREATE TABLE training_session (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    topic TEXT,                              -- what it is about
    held_on TEXT,                            -- ISO date
    mandatory INTEGER,                       -- everybody must come, to this or a repeat
    repeat_of BLOB,                          -- the first session of its row; NULL: this is the first
    minutes INTEGER                          -- how long
) STRICT;

-- A survey: whom it asks and since when.
CREATE TABLE survey (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    title TEXT,                              -- what it is called
    audience TEXT,                           -- code of survey_audience
    began_on TEXT,                           -- ISO date
    ended_on TEXT                            -- ISO date; NULL: it runs
) STRICT;

-- Sheets of a survey handed out and come back, and what they said. It names nobody and no day of an answer.
CREATE TABLE survey_return (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    survey BLOB,                             -- of which
    counted_on TEXT,                         -- ISO date
    handed_out INTEGER,                      -- sheets handed out
    returned INTEGER,                        -- sheets that came back
    answers BLOB                             -- list of [question, answer, how many]
) STRICT;

-- Finding out what the county lacks.
CREATE TABLE needs_assessment (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    campaign TEXT,                           -- what it is called
    scope TEXT,                              -- what it asks about
    method TEXT,                             -- code of assessment_method
    began_on TEXT,                           -- ISO date
    ended_on TEXT,                           -- ISO date; NULL: it runs
    findings TEXT                            -- what was found
) STRICT;

-- Hours somebody gave. Never changed afterwards.
CREATE TABLE staff_hours (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made where it was written
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    person BLOB,                             -- who
    worked_on TEXT,                          -- ISO date
    minutes INTEGER,                         -- how long
    kind TEXT,                               -- code of hours_kind
    staff BLOB,                              -- who wrote it
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

CREATE INDEX partner_service_by_partner ON partner_service (partner);
CREATE INDEX partner_location_by_partner ON partner_location (partner);
CREATE INDEX partner_person_by_partner ON partner_person (partner);
CREATE INDEX partner_contact_by_next ON partner_contact (next_on);
CREATE INDEX agreement_by_review ON agreement (review_on);
CREATE INDEX group_member_by_group ON group_member (advisory_group);
CREATE INDEX group_meeting_by_group ON group_meeting (advisory_group, held_on);
CREATE INDEX community_event_by_day ON community_event (held_on);
CREATE INDEX material_by_day ON material (given_on);
CREATE INDEX call_out_by_day ON call_out (called_at);
CREATE INDEX training_session_by_day ON training_session (held_on);
CREATE INDEX survey_return_by_survey ON survey_return (survey);
CREATE INDEX staff_hours_by_person ON staff_hours (person, worked_on);

CREATE TABLE draft (
    staff BLOB NOT NULL,
    form TEXT NOT NULL,
    about BLOB NOT NULL,
    content TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (staff, form, about)
) STRICT, WITHOUT ROWID;
