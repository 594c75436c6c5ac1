-- What the person says about themself: names, places, ways to reach them. `searchable`: may stand in a search.
CREATE TABLE person_detail (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    kind TEXT NOT NULL, text TEXT NOT NULL, given TEXT NOT NULL DEFAULT '', family TEXT NOT NULL DEFAULT '',
    searchable INTEGER NOT NULL, network TEXT NOT NULL DEFAULT '', added_at TEXT NOT NULL
) STRICT;
-- What chooses wording and routes; a vault is about one person, so there is one row.
CREATE TABLE person_profile (
    id TEXT PRIMARY KEY NOT NULL CHECK (id = 'me'), changed_at TEXT NOT NULL, deleted_at TEXT,
    nation TEXT NOT NULL, role TEXT NOT NULL, service TEXT NOT NULL, regulator TEXT NOT NULL
) STRICT;
-- The person's presence on a network.
CREATE TABLE person_account (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    network TEXT NOT NULL, label TEXT NOT NULL, handle TEXT NOT NULL, address TEXT NOT NULL,
    purpose TEXT NOT NULL, state TEXT NOT NULL, added_at TEXT NOT NULL
) STRICT;
