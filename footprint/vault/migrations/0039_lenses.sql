-- Which lenses look, where the person chose otherwise than the lens begins.
CREATE TABLE archive_lens_choice (
    id TEXT PRIMARY KEY NOT NULL,
    lens TEXT NOT NULL,              -- the id of a file of resources/lenses
    looks INTEGER NOT NULL,          -- 1 it looks, 0 it does not
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX archive_lens_choice_of ON archive_lens_choice (lens);
-- Days the lens for old posts goes by: one row for each.
CREATE TABLE archive_lens_day (
    id TEXT PRIMARY KEY NOT NULL,
    what TEXT NOT NULL,              -- joined: came into the profession; before: a day the person chose
    day TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX archive_lens_day_of ON archive_lens_day (what);
-- Flags the person found wrong. Each counts against its rule; a `word` is silent in its lens, an `entry` in this lens.
CREATE TABLE archive_flag_wrong (
    id TEXT PRIMARY KEY NOT NULL,
    silences TEXT NOT NULL,          -- word, lens, entry
    lens TEXT NOT NULL,
    rule TEXT NOT NULL,
    words TEXT NOT NULL,             -- those that matched, in small letters
    entry INTEGER,                   -- the keyed hash of the entry (archive_entry.key), where it is about one
    said_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX archive_flag_wrong_of ON archive_flag_wrong (lens, rule);
