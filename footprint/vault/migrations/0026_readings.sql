-- What reading the page behind a finding showed. Every reading is kept, dated; one that failed has its outcome and why,
-- and nothing exposed. `exposed` is JSON: pairs of facet and the words as they stood.
CREATE TABLE search_reading (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    finding_id TEXT NOT NULL, read_at TEXT NOT NULL, outcome TEXT NOT NULL, why TEXT NOT NULL,
    by_hand INTEGER NOT NULL, final_address TEXT NOT NULL, canonical TEXT NOT NULL, title TEXT NOT NULL,
    picture TEXT NOT NULL, author TEXT NOT NULL, published TEXT NOT NULL, modified TEXT NOT NULL,
    robots TEXT NOT NULL, professional INTEGER NOT NULL, exposed TEXT NOT NULL, text_hash TEXT NOT NULL
) STRICT;
CREATE INDEX search_reading_finding ON search_reading (finding_id, read_at);
