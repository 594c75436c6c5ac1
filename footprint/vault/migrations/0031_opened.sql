-- A search the person opened in their own browser, so that they can go on another day. Without a provider: from here on a
-- new round begins, and what was opened and looked at before no longer counts as done.
CREATE TABLE search_opened (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    provider TEXT NOT NULL, words TEXT NOT NULL, opened_at TEXT NOT NULL
) STRICT;
CREATE INDEX search_opened_at ON search_opened (opened_at);
