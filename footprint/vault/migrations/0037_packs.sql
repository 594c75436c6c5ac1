-- An employer's pack that was taken into use: one row for each version, the newest unended one is in use.
-- The file itself lies beside the vault under its hash; what it must be stands here, where nobody else can write.
CREATE TABLE pack_use (
    id TEXT PRIMARY KEY NOT NULL,
    pack TEXT NOT NULL,              -- the id the organisation gave it
    organisation TEXT NOT NULL,      -- as it was shown when it was taken
    version INTEGER NOT NULL,
    made TEXT NOT NULL,
    fingerprint TEXT NOT NULL,       -- of the key that signed it
    sha256 TEXT NOT NULL,            -- of the whole file
    source TEXT NOT NULL,            -- person, organisation (from the system's configuration folder)
    taken_at TEXT NOT NULL,
    ended_at TEXT,                   -- empty while it is in use
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX pack_use_newest ON pack_use (taken_at);
-- "Not now" said to a pack the organisation offers: that very file is not offered again by itself.
CREATE TABLE pack_later (
    id TEXT PRIMARY KEY NOT NULL,
    sha256 TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
