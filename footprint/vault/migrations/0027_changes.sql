-- Whether a source had more results than were asked for: what is not among them may only have come further down. Where it
-- is not known, it is taken so.
ALTER TABLE search_look ADD COLUMN more INTEGER NOT NULL DEFAULT 1;
-- What a search said of a page, kept when it said something else than before: the first time, and each time it changed.
CREATE TABLE search_wording (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    finding_id TEXT NOT NULL, look_id TEXT NOT NULL, title TEXT NOT NULL, snippet TEXT NOT NULL
) STRICT;
CREATE INDEX search_wording_finding ON search_wording (finding_id);
CREATE INDEX search_wording_look ON search_wording (look_id);
CREATE INDEX search_sighting_look ON search_sighting (look_id);
