-- One row for each copy of an account that the person asked a network for.
CREATE TABLE archive_asked (
    id TEXT PRIMARY KEY NOT NULL,
    network TEXT NOT NULL,
    stage TEXT NOT NULL,             -- asked, ready, brought in, finished
    asked_on TEXT NOT NULL,          -- days, in the person's own zone
    look_on TEXT,
    ready_on TEXT,
    fetch_by TEXT,
    brought_in_on TEXT,
    ending TEXT,                     -- what became of the file
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
