-- How often a check is worth another look, where the person chose that: for one check, or ('') for a whole network.
CREATE TABLE check_every (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    network TEXT NOT NULL, check_id TEXT NOT NULL,
    months INTEGER NOT NULL          -- 0: never by itself
) STRICT;
CREATE INDEX check_every_by_check ON check_every (network, check_id) WHERE deleted_at IS NULL;

-- How often anything else comes up, where the person chose that. The newest row of a key holds.
CREATE TABLE reminder_every (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    key TEXT NOT NULL, count INTEGER NOT NULL, unit TEXT NOT NULL  -- 0 of any unit: never
) STRICT;
CREATE INDEX reminder_every_by_key ON reminder_every (key) WHERE deleted_at IS NULL;

-- Put off until a day, or left out for once. `until` '' leaves out what was due on `due` and nothing else.
CREATE TABLE reminder_mark (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    key TEXT NOT NULL, kind TEXT NOT NULL, due TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
CREATE INDEX reminder_mark_by_key ON reminder_mark (key) WHERE deleted_at IS NULL;

-- Reminders the person made. `first` is the day it first comes up; no `count`, no repeat.
CREATE TABLE reminder_own (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    what TEXT NOT NULL, first TEXT NOT NULL, count INTEGER NOT NULL, unit TEXT NOT NULL
) STRICT;

-- "I did this": the day up to which a reminder is dealt with, for what the app cannot see by itself.
CREATE TABLE reminder_done (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    key TEXT NOT NULL, day TEXT NOT NULL
) STRICT;
CREATE INDEX reminder_done_by_key ON reminder_done (key) WHERE deleted_at IS NULL;

-- What was handed to the person's own calendar: the id it has there, how often it was changed, and what was said last.
CREATE TABLE reminder_event (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    key TEXT NOT NULL, sequence INTEGER NOT NULL, said TEXT NOT NULL
) STRICT;
CREATE INDEX reminder_event_by_key ON reminder_event (key) WHERE deleted_at IS NULL;

-- "Remind me tomorrow" on Home is one of these marks from now on; `home_later` stays as it was, so that nothing is lost.
INSERT INTO reminder_mark (id, changed_at, deleted_at, key, kind, due, until)
    SELECT id, changed_at, deleted_at, suggestion, 'later', '', until FROM home_later;
