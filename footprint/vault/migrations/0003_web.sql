-- One row for each preview the person pressed: what it said, word for word. It ends with the run it was pressed for.
CREATE TABLE web_consent (
    id TEXT PRIMARY KEY NOT NULL,
    purpose TEXT NOT NULL,
    pressed_at TEXT NOT NULL,
    ended_at TEXT,
    sendings TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- The ledger. No `deleted_at`: it cannot be undone. A row stands here before its request leaves.
CREATE TABLE web_ledger (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,                -- sent, made (a file or a copy), cleared
    at TEXT NOT NULL,
    consent_id TEXT,
    purpose TEXT NOT NULL DEFAULT '',
    host TEXT NOT NULL DEFAULT '',
    method TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',      -- keys masked
    headers TEXT NOT NULL DEFAULT '[]',
    details TEXT NOT NULL DEFAULT '[]',
    note TEXT NOT NULL DEFAULT '',
    connected INTEGER NOT NULL DEFAULT 1,  -- 0 only once it is sure that no connection was made
    outcome TEXT NOT NULL DEFAULT '',  -- empty: still on its way, or the app stopped before an answer
    status INTEGER,
    bytes INTEGER,
    changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX web_ledger_at ON web_ledger (at);

CREATE TRIGGER web_ledger_stands BEFORE UPDATE OF
    id, kind, at, consent_id, purpose, host, method, url, headers, details, note ON web_ledger
BEGIN SELECT RAISE(ABORT, 'what was sent is never rewritten'); END;
CREATE TRIGGER web_ledger_answered_once BEFORE UPDATE ON web_ledger WHEN OLD.outcome <> ''
BEGIN SELECT RAISE(ABORT, 'an answer is noted once'); END;

-- The person's own SearXNG, one exact origin.
CREATE TABLE web_origin (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
