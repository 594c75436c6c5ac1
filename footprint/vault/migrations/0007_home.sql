-- How many things the person wanted to change, a day at a time: what the trend on Home is drawn from.
CREATE TABLE home_count (
    day TEXT PRIMARY KEY NOT NULL, open_things INTEGER NOT NULL, changed_at TEXT NOT NULL
) STRICT;

-- "Remind me tomorrow": a suggestion of Home that is not made again before this day.
CREATE TABLE home_later (
    id TEXT PRIMARY KEY NOT NULL, suggestion TEXT NOT NULL, until TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX home_later_suggestion ON home_later (suggestion) WHERE deleted_at IS NULL;
