-- A filter of the list under a name. One the app came with has a row only once it was hidden or opens the page.
CREATE TABLE log_view (
    id TEXT PRIMARY KEY NOT NULL,
    made TEXT NOT NULL,                -- the key of one the app came with; '' for the person's own
    name TEXT NOT NULL,
    query TEXT NOT NULL,               -- JSON
    num INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    opens INTEGER NOT NULL,            -- the list opens with it
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

-- Items that belong together, such as one photograph in five places. An item is in one group at most.
CREATE TABLE log_set (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE TABLE log_set_item (
    id TEXT PRIMARY KEY NOT NULL,
    set_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX log_set_item_set ON log_set_item (set_id, item_id);
CREATE INDEX log_set_item_item ON log_set_item (item_id);

-- Items put into one: what that changed, row by row, so that it can be taken apart again.
CREATE TABLE log_merge (
    id TEXT PRIMARY KEY NOT NULL,
    keep_id TEXT NOT NULL,
    changes TEXT NOT NULL,             -- JSON: table, key, values before, values after
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX log_merge_keep ON log_merge (keep_id);
CREATE TABLE log_merged (
    id TEXT PRIMARY KEY NOT NULL,
    merge_id TEXT NOT NULL,
    keep_id TEXT NOT NULL,
    item_id TEXT NOT NULL,             -- the one that went into the other
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX log_merged_item ON log_merged (item_id);
CREATE INDEX log_merged_merge ON log_merged (merge_id);
-- When a deleted item is emptied for good, nothing of what went into it is kept either.
CREATE TRIGGER log_merge_emptied AFTER UPDATE OF title ON log_item WHEN NEW.title = '' AND OLD.title <> '' BEGIN
    UPDATE log_merge SET changes = '', changed_at = NEW.changed_at, deleted_at = coalesce(deleted_at, NEW.changed_at)
    WHERE keep_id = NEW.id;
    UPDATE log_merged SET changed_at = NEW.changed_at, deleted_at = coalesce(deleted_at, NEW.changed_at)
    WHERE keep_id = NEW.id;
END;

-- The timeline: everything that happened, in the order of time.
CREATE INDEX log_event_by_time ON log_event (at) WHERE deleted_at IS NULL;
CREATE INDEX recheck_look_by_time ON recheck_look (at) WHERE deleted_at IS NULL;
