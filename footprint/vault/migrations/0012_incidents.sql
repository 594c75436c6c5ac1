-- A note of something that happened online, for the person's own memory. Kept apart from the list of things to remove.
CREATE TABLE incident (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,              -- posted, contact, mistake, lost, threat
    what TEXT NOT NULL,
    seen_on TEXT,                    -- a plain day
    seen_typed TEXT NOT NULL,        -- the day as far as it was typed, "d/m/y"; '' once it is a day
    seen_at TEXT NOT NULL,           -- the time in the person's words
    place TEXT NOT NULL,             -- an address, or where it is in words
    concerns TEXT NOT NULL,          -- roles, not names
    agreed TEXT NOT NULL,
    wanted TEXT NOT NULL,            -- from the line manager
    network TEXT NOT NULL,           -- of a lost account; '' where it has to do with none
    item_id TEXT NOT NULL,           -- the item of the log it began from; '' for none
    telling TEXT NOT NULL,           -- who was told, as far as it was typed: who, day, month, year, time by tabs
    manager_fits INTEGER NOT NULL,   -- 0 where the line manager is not the right person
    step INTEGER NOT NULL,           -- the question to carry on with
    begun_at TEXT NOT NULL,
    finished_at TEXT,                -- empty while it can be carried on
    handed_on TEXT,                  -- a plain day
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE TABLE incident_told (
    id TEXT PRIMARY KEY NOT NULL,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    who TEXT NOT NULL,               -- a role, in the person's words
    told_on TEXT NOT NULL,           -- a plain day
    told_at TEXT NOT NULL,           -- the time in the person's words
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX incident_told_of ON incident_told (incident_id);
-- Evidence: a copy of its own, or a pointer to one the log keeps of an item.
CREATE TABLE incident_proof (
    id TEXT PRIMARY KEY NOT NULL,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    kept_id TEXT NOT NULL,           -- of the log's copy; '' for one of its own
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,            -- of the bytes as they came
    size INTEGER NOT NULL,
    taken_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX incident_proof_of ON incident_proof (incident_id);
CREATE TABLE incident_proof_bytes (
    proof_id TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL, thumbnail BLOB NOT NULL
) STRICT;
-- Each copy made for somebody else.
CREATE TABLE incident_copy (
    id TEXT PRIMARY KEY NOT NULL,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    form TEXT NOT NULL,              -- pdf, docx, html, txt
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX incident_copy_of ON incident_copy (incident_id);
-- Who to tell, as the person typed it in.
CREATE TABLE incident_contact (
    id TEXT PRIMARY KEY NOT NULL,
    post TEXT NOT NULL,              -- manager, above, safeguarding, it, data, communications, hr, union, hours, whistle
    name TEXT NOT NULL,              -- of the role
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    hours TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX incident_contact_post ON incident_contact (post);
