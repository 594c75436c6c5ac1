-- Everything that copies of accounts held, written in bulk. These rows are no records: nothing of them is undone one by
-- one; whole accounts are forgotten. What the person decides about an entry is a record of its own, at the end.

-- One account at one network, as its copies name it.
CREATE TABLE archive_account (
    num INTEGER PRIMARY KEY, network TEXT NOT NULL, account TEXT NOT NULL, UNIQUE (network, account)
) STRICT;

-- One reading of a copy. Without `ended_at` it was stopped or cut off, and `checkpoint` says where to go on.
CREATE TABLE archive_import (
    num INTEGER PRIMARY KEY,
    print BLOB NOT NULL,               -- tells the same copy, read in the same way
    started_at TEXT NOT NULL,
    ended_at TEXT,
    checkpoint BLOB NOT NULL,
    newest INTEGER,                    -- the newest time in it, seconds since 1970
    tally BLOB NOT NULL                -- what its report says
) STRICT;
CREATE INDEX archive_import_print ON archive_import (print);

-- The files and folders a copy was read from. Their paths are kept so that pictures can be shown from where they lie.
CREATE TABLE archive_part (
    import INTEGER NOT NULL, n INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY (import, n)
) STRICT, WITHOUT ROWID;

-- What can be asked about an entry, without its words. `id` is its time and a place of its own within that second, so
-- that rows stand in the order of time; those without a time come before all others.
CREATE TABLE archive_entry (
    id INTEGER PRIMARY KEY,
    key INTEGER NOT NULL,              -- keyed hash of what tells it from others in every copy
    content INTEGER NOT NULL,          -- check sum of all it holds
    account INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    state INTEGER NOT NULL,
    marks INTEGER NOT NULL,            -- bits: a picture, a film, a place, a clock time without a zone
    lenses INTEGER NOT NULL,           -- bits: the lenses that raised a flag
    thread INTEGER NOT NULL,           -- keyed hash of what holds replies together, 0 for none
    seen INTEGER NOT NULL,             -- the import that met it last
    gone INTEGER NOT NULL              -- the import that did not meet it any more, 0 for none
) STRICT;
CREATE TABLE archive_words (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL, title TEXT NOT NULL, whose TEXT NOT NULL, place TEXT NOT NULL,
    at INTEGER, link TEXT NOT NULL, native_id TEXT NOT NULL, thread TEXT NOT NULL, lat REAL, lon REAL
) STRICT;
-- Words are looked for by their beginning from 3 letters on; those of 3 and 4 stand ready, longer ones are few.
CREATE VIRTUAL TABLE archive_find USING fts5 (
    text, title, whose, place, content = 'archive_words', content_rowid = 'id', columnsize = 0, prefix = '3 4',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO archive_find (archive_find, rank) VALUES ('secure-delete', 1);
-- Sixteen pieces of the index become one on the way: a quarter less work than four, and a search still looks in few.
-- All at the end would be as much work as that, in steps that cost more the more pieces there are.
INSERT INTO archive_find (archive_find, rank) VALUES ('automerge', 16);
INSERT INTO archive_find (archive_find, rank) VALUES ('crisismerge', 64);

CREATE TABLE archive_media (
    entry INTEGER NOT NULL, n INTEGER NOT NULL, path TEXT NOT NULL, mime TEXT NOT NULL, words TEXT NOT NULL,
    lat REAL, lon REAL, PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;

-- From what tells an entry from others to its row. Written in order, a run at a time: `archive_new` holds what is not
-- there yet.
CREATE TABLE archive_key (key INTEGER PRIMARY KEY, entry INTEGER NOT NULL) STRICT;
CREATE TABLE archive_thread (
    thread INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (thread, entry)
) STRICT, WITHOUT ROWID;
CREATE TABLE archive_new (
    n INTEGER PRIMARY KEY, key INTEGER NOT NULL, entry INTEGER NOT NULL, thread INTEGER NOT NULL
) STRICT;

-- How many entries of a sort there are in each month (years times 12): counts, the timeline, and which months a filter
-- has to look at.
CREATE TABLE archive_month (
    month INTEGER NOT NULL, account INTEGER NOT NULL, kind INTEGER NOT NULL, audience INTEGER NOT NULL,
    marks INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (month, account, kind, audience, marks)
) STRICT, WITHOUT ROWID;

-- Flags: which words of an entry which rule of which lens matched.
CREATE TABLE archive_lens (num INTEGER PRIMARY KEY, lens TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE archive_rule (
    num INTEGER PRIMARY KEY, lens INTEGER NOT NULL, rule TEXT NOT NULL, UNIQUE (lens, rule)
) STRICT;
CREATE TABLE archive_flag (
    entry INTEGER NOT NULL, n INTEGER NOT NULL, rule INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    words TEXT NOT NULL, PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE archive_lens_month (
    lens INTEGER NOT NULL, month INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (lens, month)
) STRICT, WITHOUT ROWID;

-- People on the other side, and what else a network keeps.
CREATE TABLE archive_connection (
    num INTEGER PRIMARY KEY,
    key INTEGER NOT NULL UNIQUE,
    account INTEGER NOT NULL,
    relation INTEGER NOT NULL,
    native_id TEXT NOT NULL, name TEXT NOT NULL, handle TEXT NOT NULL, link TEXT NOT NULL,
    since INTEGER,
    words TEXT NOT NULL,
    seen INTEGER NOT NULL,
    gone INTEGER NOT NULL
) STRICT;
-- Known by a keyed hash alone: people who are not kept, so that the next copy does not bring them back.
CREATE TABLE archive_left_out (key INTEGER PRIMARY KEY) STRICT;
CREATE TABLE archive_held (
    num INTEGER PRIMARY KEY,
    key INTEGER NOT NULL UNIQUE,
    account INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    words TEXT NOT NULL,
    at INTEGER,
    n INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT;

-- What the person decided about an entry. `key` finds the entry again in every later copy.
CREATE TABLE archive_decision (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    key INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    decision TEXT NOT NULL,            -- delete, keep, limit, later, ask
    decided_at TEXT NOT NULL,
    listed_as TEXT NOT NULL            -- the thing in the list it made, "" for none
) STRICT;
CREATE INDEX archive_decision_entry ON archive_decision (entry) WHERE deleted_at IS NULL;
CREATE INDEX archive_decision_key ON archive_decision (key);
CREATE INDEX archive_decision_listed ON archive_decision (listed_as) WHERE listed_as <> '';
