-- What the person took on of a plan somebody gave them. It says what was taken on and never what came of it: how far
-- the person is, is worked out from their own answers. Nothing here goes back to whoever made the plan.
CREATE TABLE plan_taken (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    digest TEXT NOT NULL,            -- of the file, so that the same plan is known again
    sender TEXT NOT NULL,            -- who it says it is from
    note TEXT NOT NULL,
    made TEXT NOT NULL,
    prompts TEXT NOT NULL,           -- ids of questions for a talk, by blanks
    search INTEGER NOT NULL,         -- 1: the search for one's own name was taken on
    due TEXT NOT NULL,               -- the day taken on, '' for none
    again INTEGER NOT NULL,          -- months between looks, 0 where that was not taken on
    reminder TEXT NOT NULL,          -- the person's own reminder of the day, '' for none
    taken_at TEXT NOT NULL
) STRICT;
-- Each network taken on, by the id or the name the plan has for it.
CREATE TABLE plan_network (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    plan_id TEXT NOT NULL REFERENCES plan_taken (id),
    network TEXT NOT NULL
) STRICT;
CREATE INDEX plan_network_of ON plan_network (plan_id);
