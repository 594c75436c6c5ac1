-- What the person had forgotten of what their verdicts taught. An empty kind: all that was said up to then; otherwise one
-- lesson, never learned again. The verdicts themselves stay as they are.
CREATE TABLE search_forgotten (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    since TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '', what TEXT NOT NULL DEFAULT ''
) STRICT;
