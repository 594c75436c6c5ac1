-- The vault's own row: raised in every writing transaction, so that an older copy put back is noticed.
CREATE TABLE vault_commit (
    only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL, at TEXT NOT NULL
) STRICT;
INSERT INTO vault_commit VALUES (1, 0, '');
-- Small facts about this vault itself (who owns the computer, when the recovery sheet was last confirmed, keys of providers).
CREATE TABLE vault_fact (
    name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
