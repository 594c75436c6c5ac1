-- How the person looks after the password of one account: answers, days, and reasons to change it. Never a password,
-- nor anything made from one.
CREATE TABLE password_habit (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    account_id TEXT NOT NULL, only_here TEXT NOT NULL, kept TEXT NOT NULL, two_step TEXT NOT NULL,
    passkey TEXT NOT NULL, contact TEXT NOT NULL, sessions_on TEXT, reviewed_on TEXT, changed_on TEXT,
    reasons TEXT NOT NULL
) STRICT;
CREATE INDEX password_habit_account ON password_habit (account_id);
