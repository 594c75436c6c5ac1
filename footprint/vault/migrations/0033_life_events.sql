-- One row for each time a life event was begun: a short audit in the order of what cannot wait.
CREATE TABLE life_event (
    id TEXT PRIMARY KEY NOT NULL,
    event TEXT NOT NULL,             -- the id of a file of resources/events
    started_at TEXT NOT NULL,
    ended_at TEXT,                   -- empty while it can be carried on
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX life_event_newest ON life_event (started_at);
-- One row for each step that was ticked off or left out. Steps of checks are also done when their checks are.
CREATE TABLE life_event_step (
    id TEXT PRIMARY KEY NOT NULL,
    life_event_id TEXT NOT NULL REFERENCES life_event (id),
    step TEXT NOT NULL,
    mark TEXT NOT NULL,              -- done, left out
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX life_event_step_of ON life_event_step (life_event_id, step);
