-- A rung of the ladder that the person chose or took for an item, with the day and what came of it.
CREATE TABLE log_rung (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL,
    rung TEXT NOT NULL,
    request_id TEXT NOT NULL,          -- the message it was done with, "" when there is none
    taken_on TEXT NOT NULL,            -- a plain day
    due TEXT,                          -- a plain day: they have until then
    outcome TEXT NOT NULL,             -- chosen, waiting, done, accepted, refused, silence, ...
    ended_on TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX log_rung_item ON log_rung (item_id, taken_on);

-- What somebody answered. `text` is kept only if the person wants it.
CREATE TABLE log_reply (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    ground TEXT NOT NULL,
    contact TEXT NOT NULL,             -- whom the message went to, for one that came back
    text TEXT NOT NULL,
    received_on TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX log_reply_item ON log_reply (item_id, received_on);

-- What the person said about an item that decides its rungs: whether work is in it, whether a case could be.
CREATE TABLE log_ladder_fact (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL,
    name TEXT NOT NULL,                -- work, case
    value TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    UNIQUE (item_id, name)
) STRICT;

-- A complaint or a court hearing that is going on.
CREATE TABLE log_life_event (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL UNIQUE,
    since TEXT NOT NULL,               -- a plain day
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
