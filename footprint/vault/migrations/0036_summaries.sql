-- Every copy of a summary that was made for somebody else. `said` is the summary in its closed words (area and network
-- ids, tens, months): it holds no text of the person's.
CREATE TABLE summary_copy (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    made_at TEXT NOT NULL, form TEXT NOT NULL, said TEXT NOT NULL
) STRICT;
CREATE INDEX summary_copy_at ON summary_copy (made_at);

-- The person's own list for the talk, in the order they put it. It is never part of a summary.
CREATE TABLE take_line (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    place INTEGER NOT NULL, words TEXT NOT NULL, talked_on TEXT
) STRICT;

-- Reflective notes for the person's own record of learning. Never part of a summary either.
CREATE TABLE reflection (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    day TEXT NOT NULL, looked TEXT NOT NULL, learned TEXT NOT NULL, change TEXT NOT NULL, standards TEXT NOT NULL
) STRICT;
CREATE INDEX reflection_day ON reflection (day);
