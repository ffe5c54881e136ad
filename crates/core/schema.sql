-- The case file. One part is the truth: what arrived, as it was signed (log, commit_log, salt_block, attestation).
-- The other part shows it: one table for each record type, made from the history and from nothing else.
-- The last part is this place's own: its keys, its roster, the bundles it wrote and read.

-- One log for each machine's incarnation, and for each branch of a log that was continued twice.
CREATE TABLE log (
    log_rid INTEGER PRIMARY KEY,             -- local number; upper part of a dot
    log_id BLOB NOT NULL,                    -- 16 random bytes
    branch BLOB NOT NULL,                    -- hash of the first commit of this branch; empty for the first branch
    base_rid INTEGER,                        -- the branch this one left; NULL for the first, and while it is not known
    branch_from INTEGER NOT NULL,            -- first sequence number on this branch
    contiguous INTEGER NOT NULL,             -- every commit up to here is held
    last_seq INTEGER NOT NULL,               -- newest commit held
    taken_to INTEGER NOT NULL DEFAULT 0,     -- no commit that comes gets a place up to here: others had these
    UNIQUE (log_id, branch)
) STRICT;

-- Every commit as it was signed, never written anew. The key is the dot: log_rid << 40 | seq.
CREATE TABLE commit_log (
    dot INTEGER PRIMARY KEY,                 -- see log
    hash BLOB NOT NULL,                      -- identity
    lamport INTEGER NOT NULL,                -- order of display, never of decision
    body BLOB NOT NULL,                      -- bytes as hashed
    bundle INTEGER NOT NULL,                 -- bundle it came in; 0 for our own
    salts BLOB                               -- 16 bytes for each operation present; NULL: from the block's seed
) STRICT;

-- Seeds of the salts under the digests, one for each 4,096 commits of a log.
CREATE TABLE salt_block (
    log_rid INTEGER NOT NULL,                -- see log
    block INTEGER NOT NULL,                  -- seq / 4096
    seed BLOB,                               -- 32 bytes; NULL: destroyed, something of the block was erased
    PRIMARY KEY (log_rid, block)
) STRICT, WITHOUT ROWID;

-- A machine's signature under the head of its log as it stood when a bundle was written.
CREATE TABLE attestation (
    log_rid INTEGER NOT NULL,                -- see log
    seq INTEGER NOT NULL,                    -- which commit
    hash BLOB NOT NULL,                      -- its hash
    signature BLOB NOT NULL,                 -- Ed25519, by the log's device
    key BLOB NOT NULL,                       -- id of the key that signed
    PRIMARY KEY (log_rid, seq)
) STRICT, WITHOUT ROWID;

-- What a commit behind a gap follows, as whoever brought it promised: the commit before it has not come. With
-- this it can be passed on.
CREATE TABLE behind_gap (
    dot INTEGER PRIMARY KEY,                 -- the first commit behind a gap, when it came
    previous BLOB NOT NULL                   -- hash of the commit before it
) STRICT;

-- Fields that several hold differently, or whose value fits no column here: all their heads.
CREATE TABLE field_head (
    record INTEGER NOT NULL,                 -- record type
    entity BLOB NOT NULL,                    -- record
    field INTEGER NOT NULL,                  -- field
    dot INTEGER NOT NULL,                    -- the commit that asserts it
    value BLOB NOT NULL,                     -- encoding
    open INTEGER NOT NULL,                   -- 1: a conflict that waits for a person
    PRIMARY KEY (record, entity, field, dot)
) STRICT, WITHOUT ROWID;

-- Elements of set fields.
CREATE TABLE set_member (
    record INTEGER NOT NULL,                 -- record type
    entity BLOB NOT NULL,                    -- record
    field INTEGER NOT NULL,                  -- field
    element BLOB NOT NULL,                   -- encoding
    dot INTEGER NOT NULL,                    -- the commit that added it
    PRIMARY KEY (record, entity, field, element, dot)
) STRICT, WITHOUT ROWID;

-- Deletions, each with what its author had on the screen.
CREATE TABLE tombstone (
    record INTEGER NOT NULL,                 -- record type
    entity BLOB NOT NULL,                    -- record
    dot INTEGER NOT NULL,                    -- the commit that deleted it
    seen BLOB NOT NULL,                      -- dots of all heads seen, 8 bytes each
    PRIMARY KEY (record, entity, dot)
) STRICT, WITHOUT ROWID;

-- Assertions that were replaced before they arrived.
CREATE TABLE replaced_early (
    record INTEGER NOT NULL,                 -- record type
    entity BLOB NOT NULL,                    -- record
    dot INTEGER NOT NULL,                    -- the commit that has not come
    field INTEGER NOT NULL,                  -- field
    element BLOB NOT NULL,                   -- encoding, empty for a field that is no set
    PRIMARY KEY (record, entity, dot, field, element)
) STRICT, WITHOUT ROWID;

-- Orders of erasure, as the county gave them. Kept when they are heard, so that they need not be looked for.
CREATE TABLE erase_order (
    order_id BLOB PRIMARY KEY,               -- 16 random bytes
    basis TEXT NOT NULL,                     -- code of erase_basis
    dot INTEGER NOT NULL,                    -- the commit that gave it
    swept INTEGER NOT NULL,                  -- 1: nothing of it is left in this folder
    confirmed INTEGER NOT NULL               -- 1: this place has written its receipt
) STRICT, WITHOUT ROWID;

-- What these orders cover: the filter for everything that comes.
CREATE TABLE erase_scope (
    entity BLOB NOT NULL,                    -- record
    field INTEGER NOT NULL,                  -- field; -1 for the whole record and what belongs to it
    order_id BLOB NOT NULL,                  -- see erase_order
    record INTEGER NOT NULL,                 -- record type
    found INTEGER NOT NULL,                  -- 1: found here to belong to what the order names; 2: an incident that an erased part named
    PRIMARY KEY (entity, field, order_id)
) STRICT, WITHOUT ROWID;

-- Commits that wrote about what was erased and came after the order.
CREATE TABLE erase_late (
    order_id BLOB NOT NULL,                  -- see erase_order
    dot INTEGER NOT NULL,                    -- the commit
    PRIMARY KEY (order_id, dot)
) STRICT, WITHOUT ROWID;

-- Orders in logs that are not the county's. They have no effect.
CREATE TABLE erase_refused (
    dot INTEGER PRIMARY KEY                  -- the commit
) STRICT;

-- What is odd in a commit, though it was merged: something a person should look at.
CREATE TABLE problem (
    dot INTEGER NOT NULL,                    -- the commit
    kind INTEGER NOT NULL,                   -- 1 unknown operation, 2 wrong kind, 3 rewrote what is written once, 4 wrote twice
    record INTEGER NOT NULL,                 -- record type; 0 for none
    entity BLOB NOT NULL,                    -- record; empty for none
    field INTEGER NOT NULL,                  -- field; 0 for none
    PRIMARY KEY (dot, kind, record, entity, field)
) STRICT, WITHOUT ROWID;

-- Every word that a victim, a partner agency or an incident is found by.
CREATE TABLE find_word (
    word TEXT NOT NULL,                      -- no case, no accents; of a phone number its digits, last one first
    kind INTEGER NOT NULL,                   -- what it is: 1 family name … 10 an incident's number (search/index.rs)
    entity BLOB NOT NULL,                    -- the victim or partner agency that is found by it, or the incident
    source BLOB NOT NULL,                    -- the record it stands in: hers, or of a way to reach her
    PRIMARY KEY (word, kind, entity, source)
) STRICT, WITHOUT ROWID;

-- How these words sound, and how they look with a letter left out.
CREATE TABLE find_form (
    form TEXT NOT NULL,                      -- e and an English sound, s and a Spanish one, - and the word less a letter
    word TEXT NOT NULL,                      -- a word of a name in find_word
    PRIMARY KEY (form, word)
) STRICT, WITHOUT ROWID;

-- Who may be one person with whom: filled by the first look, and kept from then on.
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

-- This place: one row.
CREATE TABLE place (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    kind TEXT NOT NULL,                      -- county_office or laptop
    office_name TEXT NOT NULL,               -- the county's name; empty until a laptop has joined
    place_name TEXT NOT NULL,                -- this place's name
    person_name TEXT NOT NULL,               -- who works here
    training INTEGER NOT NULL,               -- 1: made-up people
    agency BLOB NOT NULL,                    -- 16 bytes, empty until joined
    device BLOB NOT NULL,                    -- 16 bytes
    staff BLOB NOT NULL,                     -- the person as a record
    log_rid INTEGER NOT NULL,                -- the log this place writes
    lamport INTEGER NOT NULL,                -- highest seen
    case_counter INTEGER NOT NULL,           -- last number given to a victim here
    signing_key BLOB NOT NULL,               -- Ed25519, private
    opening_key BLOB NOT NULL,               -- P-256, private
    root_key BLOB NOT NULL,                  -- county only: Ed25519, private; empty on a laptop
    tables_version INTEGER NOT NULL DEFAULT 1, -- the registry by which the tables were last made from the history
    last_log_taken_back INTEGER NOT NULL DEFAULT 0, -- no later log gets a number up to here: a form may be open that showed its commits
    send_folder TEXT NOT NULL DEFAULT ''     -- laptop only: where the last week was written; empty before the first
) STRICT;

-- The logs this place writes or wrote. One of them is being written; the others ended for a reason.
CREATE TABLE own_log (
    log_id BLOB PRIMARY KEY,                 -- see log
    ended TEXT NOT NULL,                     -- empty, restored, continued_elsewhere or county_restored
    sent_seq INTEGER NOT NULL                -- newest commit that some bundle carried
) STRICT, WITHOUT ROWID;

-- The signed list of who belongs to this office, every version.
CREATE TABLE roster (
    version INTEGER PRIMARY KEY,             -- from 1
    body BLOB NOT NULL                       -- as signed by the county's root key
) STRICT;

-- Which roster each laptop's weeks said it knows, and when the first of them came here. County only.
CREATE TABLE roster_known (
    device BLOB NOT NULL,                    -- whose week
    version INTEGER NOT NULL,                -- of the roster it knew
    seen_at TEXT NOT NULL,                   -- when the first such week came, RFC 3339
    PRIMARY KEY (device, version)
) STRICT, WITHOUT ROWID;

-- Weeks whose roster is not of our chain: somebody else signs with the root key, or this office was
-- brought back from an old copy.
CREATE TABLE roster_alarm (
    device BLOB NOT NULL,                    -- whose week
    version INTEGER NOT NULL,                -- of the roster it knew
    hash BLOB NOT NULL,                      -- its hash
    seen_at TEXT NOT NULL,                   -- when it came, RFC 3339
    PRIMARY KEY (device, version, hash)
) STRICT, WITHOUT ROWID;

-- Keys the county's weeks were sealed for before, one for each earlier epoch. County only.
CREATE TABLE replaced_key (
    epoch INTEGER PRIMARY KEY,               -- as the roster counts them, from 1
    sealing_key BLOB NOT NULL,               -- P-256, public: kept for ever, to tell what was sealed for it
    opening_key BLOB NOT NULL,               -- P-256, private; empty once destroyed
    roster_version INTEGER NOT NULL,         -- the roster that brought the next epoch
    replaced_at TEXT NOT NULL,               -- RFC 3339
    destroyed_at TEXT                        -- RFC 3339
) STRICT;

-- One-time codes that open a laptop whose passphrase was forgotten. On a laptop its own, to be sent; at the
-- county those that came.
CREATE TABLE unlock_code (
    device BLOB NOT NULL,                    -- the laptop
    number INTEGER NOT NULL,                 -- counts its codes, from 1
    code TEXT NOT NULL,                      -- eight words
    kept_at TEXT NOT NULL,                   -- when it was made, or came here, RFC 3339
    PRIMARY KEY (device, number, code)
) STRICT, WITHOUT ROWID;

-- Bundles written and read.
CREATE TABLE bundle (
    bundle_rid INTEGER PRIMARY KEY,          -- commit_log.bundle
    sha256 BLOB NOT NULL UNIQUE,             -- of the file
    direction TEXT NOT NULL,                 -- sent, returned or received
    number INTEGER NOT NULL,                 -- counts the weeks sent, from 1; 0 for others
    device BLOB NOT NULL,                    -- who made it; of a returned one, whom it is for
    made_at TEXT NOT NULL,                   -- claimed, RFC 3339
    kept_at TEXT NOT NULL,                   -- when this place wrote or received it, RFC 3339
    file_name TEXT NOT NULL,                 -- cl-….clb
    new_commits INTEGER NOT NULL,            -- commits that were new
    known_commits INTEGER NOT NULL,          -- commits that were known
    size_bytes INTEGER NOT NULL              -- of the file
) STRICT;

-- The county's count of its own statements: at the county the last one made, at a laptop the newest seen.
CREATE TABLE county_statement (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    epoch INTEGER NOT NULL,                  -- rises when the county was restored from a backup
    counter INTEGER NOT NULL,                -- rises with every statement of an epoch
    time_ms INTEGER NOT NULL                 -- the county's clock
) STRICT;

-- What the county confirmed of this laptop's own logs, by its newest statement.
CREATE TABLE acknowledged (
    log_id BLOB NOT NULL,                    -- see log
    seq INTEGER NOT NULL,                    -- the county holds this commit and all before it
    hash BLOB NOT NULL,                      -- its hash, found equal to ours
    PRIMARY KEY (log_id, seq, hash)
) STRICT, WITHOUT ROWID;

-- What the county lacks and this laptop may have, whoever wrote it.
CREATE TABLE needed (
    log_id BLOB NOT NULL,                    -- see log
    from_seq INTEGER NOT NULL,               -- first commit lacking
    to_seq INTEGER NOT NULL,                 -- last commit lacking
    PRIMARY KEY (log_id, from_seq, to_seq)
) STRICT, WITHOUT ROWID;

-- When the county heard last from each laptop.
CREATE TABLE laptop_heard (
    device BLOB NOT NULL,                    -- 16 bytes
    telling INTEGER NOT NULL,                -- 0 the last one; 64 as it was before the last merge
    heard_at TEXT NOT NULL,                  -- when its newest week was merged, RFC 3339
    made_at TEXT NOT NULL,                   -- when that was made, as the laptop claims, RFC 3339
    PRIMARY KEY (device, telling)
) STRICT, WITHOUT ROWID;

-- What each laptop held when it was last heard of, whoever wrote it.
CREATE TABLE laptop_have (
    device BLOB NOT NULL,                    -- 16 bytes
    telling INTEGER NOT NULL,                -- 0 the last one; 1 and on: ones before, which said more of some log: maybe
                                             -- copies; from 64 on: these as they were before the last merge
    log_id BLOB NOT NULL,                    -- see log; a log we do not know may be named
    from_seq INTEGER NOT NULL,               -- first commit held
    to_seq INTEGER NOT NULL,                 -- last commit held
    hash BLOB NOT NULL,                      -- hash of the last
    PRIMARY KEY (device, telling, log_id, from_seq, to_seq, hash)
) STRICT, WITHOUT ROWID;

-- What of that it held in part only, because something was withheld from it.
CREATE TABLE laptop_in_part (
    device BLOB NOT NULL,                    -- 16 bytes
    telling INTEGER NOT NULL,                -- as in laptop_have
    log_id BLOB NOT NULL,                    -- see log
    from_seq INTEGER NOT NULL,               -- first commit
    to_seq INTEGER NOT NULL,                 -- last commit
    PRIMARY KEY (device, telling, log_id, from_seq, to_seq)
) STRICT, WITHOUT ROWID;

-- Bundles that laptops' histories say were written. One that was never received was lost, or is on its way.
CREATE TABLE announced_bundle (
    sha256 BLOB PRIMARY KEY,                 -- of the file
    device BLOB NOT NULL,                    -- who made it
    dot INTEGER NOT NULL                     -- the commit that says so
) STRICT, WITHOUT ROWID;

-- What a person should know about histories: one continued twice, one that two places tell differently.
CREATE TABLE notice (
    kind TEXT NOT NULL,                      -- continued_twice, told_differently, began_anew, county_restored
    log_id BLOB NOT NULL,                    -- see log
    seq INTEGER NOT NULL,                    -- from which commit on
    hash BLOB NOT NULL,                      -- the commit in question
    device BLOB NOT NULL,                    -- whose
    noticed_at TEXT NOT NULL,                -- RFC 3339
    settled INTEGER NOT NULL,                -- 1: a person has dealt with it
    PRIMARY KEY (kind, log_id, seq, hash)
) STRICT, WITHOUT ROWID;

-- Bundles that cannot be merged yet. Each lies in the folder parked, sealed as it came.
CREATE TABLE parked (
    sha256 BLOB PRIMARY KEY,                 -- of the file, and its name there
    why TEXT NOT NULL,                       -- code of the refusal that holds it
    file_name TEXT NOT NULL,                 -- as it came
    parked_at TEXT NOT NULL,                 -- RFC 3339
    size_bytes INTEGER NOT NULL              -- of the file
) STRICT, WITHOUT ROWID;

-- What somebody typed and has not saved yet. In no history.
CREATE TABLE draft (
    staff BLOB NOT NULL,                     -- who typed it
    form TEXT NOT NULL,                      -- the screen's name of the form
    about BLOB NOT NULL,                     -- the record it is about; zeros for none
    content TEXT NOT NULL,                   -- as the screen wrote it
    kept_at TEXT NOT NULL,                   -- RFC 3339
    PRIMARY KEY (staff, form, about)
) STRICT, WITHOUT ROWID;

-- Who looked at what on this machine, chained by hashes. In no history.
CREATE TABLE look (
    seq INTEGER PRIMARY KEY,                 -- 1, 2, 3 … without a gap
    at_ms INTEGER NOT NULL,                  -- milliseconds since 1970, UTC
    who BLOB NOT NULL,                       -- staff id
    deed INTEGER NOT NULL,                   -- what was done; its code is in the list looked
    record BLOB NOT NULL,                    -- a victim's id; zeros for none
    times INTEGER NOT NULL,                  -- wrong passphrases before it
    hash BLOB NOT NULL                       -- SHA-256 over the hash before and this row
) STRICT;

-- Where the chain of looks begins and ends: one row.
CREATE TABLE look_chain (
    begins_seq INTEGER NOT NULL,             -- the last row that was let go; 0 for none
    begins_hash BLOB NOT NULL,               -- its hash
    last_seq INTEGER NOT NULL,               -- the last row
    last_hash BLOB NOT NULL,                 -- its hash
    told_seq INTEGER NOT NULL                -- the last row that a week carried
) STRICT;

-- A person who works here.
CREATE TABLE staff (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    name TEXT,                               -- the person's name
    role TEXT,                               -- code of role
    place TEXT,                              -- the laptop or desk they work at
    training_hours INTEGER,                  -- hours of training before the work began here
    background_check_on TEXT,                -- ISO date it was passed; NULL: not yet
    disabled_on TEXT                         -- protective: ISO date from which nothing is opened any more
) STRICT;

-- A victim.
CREATE TABLE victim (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    case_number TEXT,                        -- number made on the laptop: prefix, year, device letters, counter
    name BLOB,                               -- compound: the whole name as one value
    given_name TEXT,                         -- member of name: given name or initials
    family_name TEXT,                        -- member of name
    birth_year INTEGER,                      -- year of birth
    language TEXT,                           -- code of language
    zone TEXT,                               -- town or zone
    do_not_contact INTEGER,                  -- protective: no channel may be used
    opened_on TEXT,                          -- ISO date the record was opened
    restricted INTEGER,                      -- protective: goes to the laptops that need it only
    name_kind TEXT,                          -- code of name_kind
    name_safe_to_print TEXT,                 -- protective: answer
    birth_date TEXT,                         -- ISO date
    age_at_incident INTEGER,                 -- years
    age_at_first_service INTEGER,            -- years
    age_band TEXT,                           -- code of age_band, where nothing finer is known
    gender TEXT,                             -- code of gender
    gender_stated TEXT,                      -- in her words
    pronoun TEXT,                            -- how to speak of her, in her words
    interpreter_need TEXT,                   -- answer
    access_needs TEXT,                       -- in her words
    acp TEXT,                                -- protective: answer, takes part in an address confidentiality program
    acp_substitute_address TEXT,             -- the address government must accept
    acp_card_number TEXT,                    -- number of the certificate
    acp_expires_on TEXT,                     -- ISO date the certificate ends
    real_address TEXT,                       -- street; never printed or exported
    real_address_need TEXT,                  -- the legal need it is kept for
    minor TEXT,                              -- protective: answer
    guardian TEXT,                           -- who may sign for a minor
    guardian_is_alleged_abuser TEXT,         -- protective: answer
    tribal_affiliation TEXT,                 -- in her words
    sealed INTEGER,                          -- protective: goes to those named for her only
    legal_hold INTEGER,                      -- protective: nothing of hers is erased
    legal_hold_reason TEXT,                  -- who asked for it
    do_not_contact_reason TEXT,              -- why no channel may be used
    special_class_other TEXT                 -- explains S8
) STRICT;

-- A way to reach a victim, with its safety.
CREATE TABLE contact_method (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- whose
    way BLOB,                                -- compound: channel, value and safety as one value
    channel TEXT,                            -- member of way: code of channel
    value TEXT,                              -- member of way: number, address or place
    safe TEXT,                               -- member of way, protective: code of safe
    voicemail TEXT,                          -- member of way: answer
    hours TEXT,                              -- member of way: in her words
    cover_name TEXT,                         -- member of way: who to say is calling
    do_not_contact INTEGER,                  -- protective: this way must not be used
    verified_on TEXT,                        -- member of way: ISO date she last said it is safe
    who_may_answer TEXT,                     -- member of way: in her words
    code_word TEXT,                          -- said by both; never on paper and in no list
    envelope TEXT,                           -- protective: code of envelope
    language_relay TEXT,                     -- language, relay or TTY
    monitored_device TEXT,                   -- protective: answer, he may be watching it
    blocked INTEGER,                         -- protective: not to be used until it was asked about again
    closed INTEGER,                          -- protective: wrong, disconnected or returned
    mark_reason TEXT                         -- member of way: why it is marked as it is
) STRICT;

-- A contact with a victim, or an attempt at one. Never changed afterwards.
CREATE TABLE contact (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- with whom
    at TEXT,                                 -- instant with offset, RFC 3339
    channel TEXT,                            -- code of channel
    outcome TEXT,                            -- code of outcome
    minutes INTEGER,                         -- minutes spent
    note TEXT,                               -- actions taken
    staff BLOB,                              -- who made it
    follow_up BLOB,                          -- the follow-up it answers
    contact_method BLOB,                     -- the way that was used, if one was named
    safe_check_reasked TEXT,                 -- answer: was it asked again whether the way is safe
    next_at TEXT                             -- instant agreed for the next try, RFC 3339
) STRICT;

-- A partner agency.
CREATE TABLE partner (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    name TEXT,                               -- agency name
    kind TEXT,                               -- code of partner_kind
    phone TEXT,                              -- public phone
    hours TEXT,                              -- hours in words
    address TEXT,                            -- street address; empty when the location is confidential
    zone TEXT,                               -- town or zone
    confidential_location INTEGER,           -- protective: the location is never stored, shown or printed
    victim_service_program INTEGER,          -- counts as a victim service program
    assured_on TEXT,                         -- ISO date the entry was last assured
    alternate_name TEXT,                     -- other name in use
    description TEXT,                        -- what the agency does
    email TEXT,                              -- mailbox
    website TEXT,                            -- page
    accepts_letter INTEGER,                  -- takes referral letters; NULL: not asked yet
    phones BLOB,                             -- list of further phones, each an HSDS phone as JSON
    more BLOB                                -- what its directory says that has no field here: list of JSON
) STRICT;

-- A contact with a partner agency about working together. Never about one victim.
CREATE TABLE partner_contact (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    partner BLOB,                            -- with which agency
    contacted_on TEXT,                       -- ISO date
    person TEXT,                             -- whom we spoke with
    kind TEXT,                               -- code of partner_contact_kind
    concerns BLOB,                           -- list of codes of concern
    response_given TEXT,                     -- what we answered
    commitment TEXT,                         -- what was promised
    relationship_stage TEXT,                 -- code of relationship_stage
    staff BLOB,                              -- who made it
    at TEXT,                                 -- instant it was written, RFC 3339
    purpose TEXT,                            -- code of outreach_purpose
    commitment_by TEXT,                      -- code of commitment_by
    commitment_state TEXT,                   -- code of commitment_state; NULL: nothing was promised
    next_step TEXT,                          -- what comes next
    next_on TEXT,                            -- ISO date it is to be done
    next_done_on TEXT                        -- ISO date it was done; NULL: open
) STRICT;

-- A service referral.
CREATE TABLE referral (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- who is referred
    partner BLOB,                            -- to which agency
    need TEXT,                               -- code of need
    kind TEXT,                               -- code of referral_kind
    release BLOB,                            -- the release that covers it
    status TEXT,                             -- code of referral_status
    made_at TEXT,                            -- instant with offset, RFC 3339
    staff BLOB,                              -- who made it
    urgency TEXT,                            -- code of urgency
    legal_basis TEXT,                        -- code of referral_basis: why the agency may be told
    legal_basis_note TEXT,                   -- which order or statute
    sent_method TEXT,                        -- code of sent_method
    status_reason TEXT,                      -- why it stands where it stands, in words
    came_of_it BLOB,                         -- compound: what came of it and who says so, as one value
    outcome TEXT,                            -- member of came_of_it: code of referral_outcome
    outcome_source TEXT,                     -- member of came_of_it: code of outcome_source
    barrier TEXT,                            -- member of came_of_it: code of barrier
    re_referred_from BLOB,                   -- the referral that led nowhere before this one
    adults INTEGER,                          -- how many adults it is for
    children INTEGER,                        -- how many children it is for
    own_need TEXT,                           -- code of a need of the office's own, which counts as need
    service BLOB                             -- which of the agency's services
) STRICT;

-- A release of information.
CREATE TABLE release_of_information (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- whose information
    recipient BLOB,                          -- the one partner agency
    items BLOB,                              -- list of codes of release_item
    purpose TEXT,                            -- why, in her words
    signed_on TEXT,                          -- ISO date
    expires_on TEXT,                         -- protective: ISO date, the earliest holds
    signature TEXT,                          -- paper_on_file or signed_here
    revoked INTEGER,                         -- protective: revoked
    staff BLOB,                              -- who took it
    at TEXT,                                 -- instant it was written, RFC 3339
    signer TEXT,                             -- who signed
    signer_capacity TEXT,                    -- code of signer_capacity
    effective_on TEXT,                       -- ISO date it begins
    methods BLOB,                            -- list of codes of release_method
    excluded_items TEXT,                     -- what she does not want told
    risks_explained TEXT,                    -- answer: risks and alternatives
    language TEXT,                           -- code of language it was explained in
    interpreter TEXT,                        -- who interpreted
    witness TEXT,                            -- who saw it signed
    copy_given TEXT,                         -- answer
    signer_not_abuser TEXT,                  -- answer: the signer is not the alleged abuser
    revoked_on TEXT,                         -- ISO date
    revoked_how TEXT,                        -- code of revoked_how
    revoked_by TEXT                          -- who took it back
) STRICT;

-- A promise to get in touch again.
CREATE TABLE follow_up (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- whom to contact
    due_on TEXT,                             -- ISO date
    reason TEXT,                             -- code of follow_up_reason
    state TEXT,                              -- code of follow_up_state
    policy TEXT,                             -- code of follow_up_policy, if one set it
    policy_version INTEGER,                  -- version of that policy
    why TEXT,                                -- code of due_why: which rule set the day
    due_at TEXT,                             -- instant it is due, RFC 3339, where a policy counts hours
    assigned_to BLOB,                        -- who is to do it
    about TEXT,                              -- which order or statute she is to be told of
    court_date BLOB                          -- the day in court she is to be told of
) STRICT;

-- A paper that went out: what it was, never what it said.
CREATE TABLE letter (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- for whom
    at TEXT,                                 -- instant with offset, RFC 3339
    form TEXT,                               -- code of letter_form
    language TEXT,                           -- code of language
    partners BLOB,                           -- list of the agencies it names
    sha256 TEXT,                             -- hash of the file, hex
    given TEXT,                              -- saved or printed
    staff BLOB,                              -- who made it
    kind TEXT,                               -- code of letter_kind
    fields BLOB,                             -- list of codes of letter_field: what it held
    numbers BLOB,                            -- list of the phone numbers it carries, in the order of partners; of her own ways a mark for each, in their order
    paper_state TEXT,                        -- code of paper_state
    referral BLOB,                           -- the referral that a letter to an agency is made for
    page TEXT,                               -- size of the page, us_letter or a4
    large_print INTEGER,                     -- in large print
    template_version TEXT,                   -- whose wording it has: the program's version; behind + a hash of the county's own words
    ways BLOB,                               -- list of her own ways whose numbers it carries
    came_out TEXT,                           -- protective: answer whether it came out of the printer; unknown until somebody says so, NULL for a file
    places BLOB                              -- where the number of a service is on it: each agency it gives a number for, that number, and the service if it is of one
) STRICT;

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

-- A day in court about what happened to her.
CREATE TABLE court_date (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- who is told of it
    incident BLOB,                           -- after which
    event TEXT,                              -- code of court_event
    held_on TEXT,                            -- protective: ISO date
    held_at TEXT,                            -- hh:mm, of the court's clock
    place TEXT,                              -- which court and room
    state TEXT,                              -- code of court_date_state
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
    logo TEXT,                               -- the county's logo, as JSON: what it shows, and its PNG file in base 64
    own_lists TEXT,                          -- the office's own services, follow-up figures and closed days, as JSON
    call_back_phone TEXT                     -- the office's phone number on letters to agencies
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

-- One place's word that an order of erasure was carried out there and nothing is left.
CREATE TABLE erase_receipt (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made there
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    order_id BLOB,                           -- which order
    carried_out_at TEXT,                     -- instant with offset, RFC 3339
    found BLOB                               -- records found there to belong to it: list of [record type, id]
) STRICT;

-- That a person has seen a problem that nothing can settle.
CREATE TABLE problem_seen (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    problem TEXT,                            -- which one: the same name on every machine
    staff BLOB,                              -- who saw it
    at TEXT                                  -- instant it was seen, RFC 3339
) STRICT;

-- One service given to a victim, offered, refused, or asked for and not to be had. Never changed afterwards.
CREATE TABLE service_event (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- for whom; NULL for an anonymous contact
    incident BLOB,                           -- after what
    served_on TEXT,                          -- ISO date, local
    item TEXT,                               -- code of service_item: what the report counts
    local_item TEXT,                         -- code of local_item: what the office calls it
    quantity INTEGER,                        -- times
    minutes INTEGER,                         -- minutes spent
    miles INTEGER,                           -- miles driven
    mode TEXT,                               -- code of service_mode
    funding_source TEXT,                     -- code of funding_source; NULL: nobody said
    outcome TEXT,                            -- code of service_outcome; accepted: delivered
    reason TEXT,                             -- code of declined_reason or unmet_reason
    compensation_assistance INTEGER,         -- help with a compensation claim
    anonymous_contact INTEGER,               -- somebody who gave no name
    victimization BLOB,                      -- list of types an anonymous contact spoke of
    referral BLOB,                           -- the referral whose sending it is
    at TEXT,                                 -- instant it was written, RFC 3339
    staff BLOB                               -- who did it
) STRICT;

-- A risk screen that was asked, or that was not and why.
CREATE TABLE risk_screen (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    victim BLOB,                             -- who was asked
    incident BLOB,                           -- after what
    instrument TEXT,                         -- id of the instrument
    instrument_version INTEGER,              -- its version
    result TEXT,                             -- the instrument's own result; NULL: not done
    level TEXT,                              -- code of risk_level
    trigger TEXT,                            -- code of risk_trigger
    override_reason TEXT,                    -- why the officer believes it
    answers BLOB,                            -- list of [item, code of screen_answer], if the policy keeps them
    not_done_reason TEXT,                    -- code of not_done_reason
    hotline_called_at TEXT,                  -- instant the hotline was called, RFC 3339
    hotline_answered TEXT,                   -- answer
    victim_spoke TEXT,                       -- answer: did she speak with the hotline
    minutes INTEGER,                         -- minutes she spoke
    follow_up BLOB,                          -- the follow-up it set
    at TEXT,                                 -- instant with offset, RFC 3339
    staff BLOB                               -- who asked
) STRICT;

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

-- Somebody is on call.
CREATE TABLE on_call_shift (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    person BLOB,                             -- who
    time BLOB,                               -- begin and end as one value
    begins_at TEXT,                          -- the clock on the wall, YYYY-MM-DDTHH:MM
    ends_at TEXT,                            -- the same; over then
    call_order TEXT,                         -- code of on_call_order
    called_off INTEGER                       -- 1 if it was planned and will not be
) STRICT;

-- What was looked at on a laptop, a portion of it.
CREATE TABLE look_portion (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    device BLOB,                             -- which laptop
    first_seq INTEGER,                       -- number of its first row there
    first_ms INTEGER,                        -- milliseconds of its earliest row
    last_ms INTEGER,                         -- milliseconds of its latest row
    rows BLOB                                -- the hash it follows on, who, about whom, and twelve bytes a row
) STRICT;

-- Somebody went through who looked at what.
CREATE TABLE look_review (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    staff BLOB,                              -- who
    at TEXT                                  -- instant, RFC 3339
) STRICT;

-- The figures of a report as they were handed in. They open to no case.
CREATE TABLE report_snapshot (
    rid INTEGER PRIMARY KEY,                 -- local row
    id BLOB NOT NULL UNIQUE,                 -- 16 bytes, made on the laptop
    dot INTEGER NOT NULL,                    -- smallest dot that still stands in this row
    ver BLOB,                                -- fields that stand by another commit: field, dot; NULL for none
    deleted INTEGER NOT NULL,                -- 0 no, 1 hidden, 2 deleted while another edited it
    report TEXT,                             -- version of the report's definition
    covers_from TEXT,                        -- ISO date, first day of the period
    covers_to TEXT,                          -- ISO date, its last day
    settings TEXT,                           -- JSON: what it was counted with
    figures TEXT,                            -- JSON: question, code and count of each figure
    handed_in_on TEXT,                       -- ISO date
    amends BLOB,                             -- the report it stands in place of
    staff BLOB,                              -- who handed it in
    at TEXT                                  -- instant it was written, RFC 3339
) STRICT;

CREATE INDEX contact_method_by_victim ON contact_method (victim);
CREATE INDEX contact_by_victim ON contact (victim, at, channel, outcome, contact_method, deleted);
CREATE INDEX contact_by_day ON contact (at, deleted);
CREATE INDEX partner_contact_by_partner ON partner_contact (partner, at);
CREATE INDEX referral_by_victim ON referral (victim, made_at);
CREATE INDEX referral_by_partner ON referral (partner);
CREATE INDEX release_by_victim ON release_of_information (victim);
CREATE INDEX follow_up_by_victim ON follow_up (victim);
CREATE INDEX follow_up_by_court_date ON follow_up (court_date) WHERE court_date IS NOT NULL;
CREATE INDEX follow_up_open ON follow_up (due_on, id, victim, deleted) WHERE state = 'open';
CREATE INDEX letter_by_victim ON letter (victim, at);
CREATE INDEX victim_by_case_number ON victim (case_number);
CREATE INDEX erase_receipt_by_order ON erase_receipt (order_id);
CREATE INDEX problem_seen_by_problem ON problem_seen (problem);
CREATE INDEX person_links ON set_member (entity, element) WHERE record = 2 AND field = 60;
CREATE INDEX log_by_id ON log (log_id);
CREATE INDEX find_word_by_entity ON find_word (entity, word);
CREATE INDEX find_word_by_source ON find_word (source) WHERE source <> entity;
CREATE INDEX double_pair_by_other ON double_pair (other);
CREATE INDEX double_pair_by_weight ON double_pair (weight DESC, one, other);
CREATE INDEX referral_by_day ON referral (made_at);
CREATE INDEX victim_by_day ON victim (opened_on);
CREATE INDEX victim_hidden ON victim (id) WHERE deleted = 1;
CREATE INDEX persons_apart ON set_member (entity, element) WHERE record = 2 AND field = 61;
CREATE INDEX open_conflicts ON field_head (open, record, entity, field);
CREATE INDEX service_event_by_day ON service_event (served_on);
CREATE INDEX service_event_by_victim ON service_event (victim, served_on);
CREATE INDEX service_event_by_referral ON service_event (referral);
CREATE INDEX risk_screen_by_victim ON risk_screen (victim, at);
CREATE INDEX contact_by_follow_up ON contact (follow_up, at) WHERE follow_up IS NOT NULL;
CREATE INDEX participation_by_victim ON participation (victim);
CREATE INDEX participation_by_incident ON participation (incident);
CREATE INDEX incident_fact_by_victim ON incident_fact (victim);
CREATE INDEX rights_notice_by_victim ON rights_notice (victim);
CREATE INDEX protection_order_by_victim ON protection_order (victim);
CREATE INDEX court_date_by_victim ON court_date (victim);
CREATE INDEX custody_notice_by_victim ON custody_notice (victim);
CREATE INDEX compensation_claim_by_victim ON compensation_claim (victim);
CREATE INDEX disclosure_by_victim ON disclosure (victim, at);
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
CREATE INDEX on_call_shift_by_end ON on_call_shift (ends_at);
CREATE INDEX referral_waiting ON referral (made_at, id) WHERE status = 'sent';
