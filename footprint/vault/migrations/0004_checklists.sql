-- One row an answer, never changed: the newest one of a check holds, the older ones are its history.
CREATE TABLE check_answer (
    id TEXT PRIMARY KEY NOT NULL,
    network TEXT NOT NULL,
    check_id TEXT NOT NULL,
    choice TEXT NOT NULL,            -- what it was found set to; '' where the person did not look
    decision TEXT NOT NULL,          -- changed, keep, later, not_for_me; '' where none was needed
    changed_to TEXT NOT NULL,        -- the choice it was changed to
    reason TEXT NOT NULL,
    until TEXT,                      -- the day a "keep" runs out or a "later" comes up
    wording TEXT NOT NULL,           -- hash of the question as it was put
    title_seen TEXT NOT NULL,        -- the question and the choice in words, readable without the checklist
    label_seen TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX check_answer_by_check ON check_answer (network, check_id, answered_at);
-- What the person wrote beside a check: a private note, or what looked different on their screen.
CREATE TABLE check_note (
    id TEXT PRIMARY KEY NOT NULL,
    network TEXT NOT NULL,
    check_id TEXT NOT NULL,
    kind TEXT NOT NULL,              -- note, looks_different
    text TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX check_note_by_check ON check_note (network, check_id, kind);
