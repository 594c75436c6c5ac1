-- What is kept of a look at a list of logins: its day, and how many accounts it was about. NULL: the list did not say,
-- or nobody looked. No account, no name and nothing made from a password stands here.
CREATE TABLE password_look (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    looked_at TEXT NOT NULL, accounts INTEGER NOT NULL, shared INTEGER NOT NULL, weak INTEGER NOT NULL,
    leaked INTEGER, old INTEGER, no_two_step INTEGER
) STRICT;
CREATE INDEX password_look_at ON password_look (looked_at);
