-- What the person says about somebody who stands in a copy. `person` is the keyed hash that archive_left_out knows too.
CREATE TABLE archive_person_word (
    id TEXT PRIMARY KEY NOT NULL,
    person INTEGER NOT NULL,
    choice TEXT NOT NULL,            -- trust, discuss, unfriend, limit
    decided_at TEXT NOT NULL,
    done_on TEXT,                    -- the day it was done on the network
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX archive_person_word_of ON archive_person_word (person);
