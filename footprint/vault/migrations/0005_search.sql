-- One execution of a plan, or one look the person took in their own browser. Starts as 'partial', so that a crash never reads as a clean result.
CREATE TABLE search_run (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    started_at TEXT NOT NULL, ended_at TEXT, outcome TEXT NOT NULL, stopped INTEGER NOT NULL DEFAULT 0,
    by_hand INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX search_run_started ON search_run (started_at);
-- One query put to one provider, and how that ended.
CREATE TABLE search_look (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    run_id TEXT NOT NULL, position INTEGER NOT NULL, provider TEXT NOT NULL, words TEXT NOT NULL,
    outcome TEXT NOT NULL, note TEXT NOT NULL, results INTEGER NOT NULL, first_look INTEGER NOT NULL,
    saw TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX search_look_run ON search_look (run_id, position);
CREATE INDEX search_look_asked ON search_look (provider, words);
-- An address somebody could find, once for all the ways of writing it.
CREATE TABLE search_finding (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    address TEXT NOT NULL, canonical TEXT NOT NULL, host TEXT NOT NULL, title TEXT NOT NULL, snippet TEXT NOT NULL,
    named TEXT NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, first_run TEXT NOT NULL,
    new_in TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT '', glad INTEGER NOT NULL DEFAULT 0, judged_at TEXT
) STRICT;
CREATE INDEX search_finding_canonical ON search_finding (canonical);
-- Who returned a finding, to which query, in which run, how far up.
CREATE TABLE search_sighting (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    finding_id TEXT NOT NULL, run_id TEXT NOT NULL, look_id TEXT NOT NULL,
    provider TEXT NOT NULL, words TEXT NOT NULL, rank INTEGER NOT NULL, seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX search_sighting_finding ON search_sighting (finding_id);
-- Pictures of results pages the person took: evidence of what was shown, when. The bytes stand apart, so that undo need
-- not carry them about.
CREATE TABLE search_picture (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    look_id TEXT NOT NULL, taken_at TEXT NOT NULL, kind TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL
) STRICT;
CREATE INDEX search_picture_look ON search_picture (look_id);
CREATE TABLE search_picture_bytes (picture_id TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT;
-- Sites whose other results the person does not want to be asked about.
CREATE TABLE search_hidden_site (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT, host TEXT NOT NULL
) STRICT;
