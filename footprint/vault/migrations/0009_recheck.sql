-- Looking again whether an item is still there: one row each time, the person's own word among them. Of a page nothing
-- is kept that could be read: hashes, lengths and marks, and the address it was found at.
CREATE TABLE recheck_look (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_hand INTEGER NOT NULL,
    first INTEGER NOT NULL,          -- the baseline
    trouble TEXT NOT NULL,           -- why nothing came back; '' when an answer did
    status INTEGER,
    url TEXT NOT NULL,               -- where it was finally found
    hops TEXT NOT NULL,              -- JSON: the addresses on the way
    title TEXT NOT NULL,             -- short hash
    canonical TEXT NOT NULL,
    robots TEXT NOT NULL,
    length INTEGER NOT NULL,
    words INTEGER NOT NULL,
    named INTEGER NOT NULL,          -- a form of the person's name could be read there
    digest TEXT NOT NULL,            -- short hash of its words
    shape TEXT NOT NULL,             -- 64 bits of likeness
    signs TEXT NOT NULL,             -- names, by blanks
    refresh TEXT NOT NULL,
    note TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX recheck_look_item ON recheck_look (item_id, at);
-- One row for each time several were looked at together, so that a stopped one can be carried on.
CREATE TABLE recheck_run (
    id TEXT PRIMARY KEY NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,                   -- empty while it can be carried on
    items TEXT NOT NULL,             -- JSON: the ids, in order
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
-- When a deleted item is emptied for good, its looks are too.
CREATE TRIGGER recheck_emptied AFTER UPDATE OF title ON log_item WHEN NEW.title = '' AND OLD.title <> '' BEGIN
    UPDATE recheck_look
    SET url = '', hops = '[]', canonical = '', refresh = '', note = '', title = '', digest = '', shape = '',
        changed_at = NEW.changed_at, deleted_at = coalesce(deleted_at, NEW.changed_at)
    WHERE item_id = NEW.id;
END;
