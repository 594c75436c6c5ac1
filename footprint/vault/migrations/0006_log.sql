-- One thing to act on. `num` is the row's place in the word index: this vault's own, given anew by a merge.
CREATE TABLE log_item (
    id TEXT PRIMARY KEY NOT NULL,
    num INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,           -- the title as it is sorted: no capitals, no accents
    address TEXT NOT NULL,
    host TEXT NOT NULL,
    place TEXT NOT NULL,               -- where it is, in the person's words
    network TEXT NOT NULL,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    action TEXT NOT NULL,
    contact TEXT NOT NULL,
    notes TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT,                          -- a plain day
    found_at TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    check_id TEXT NOT NULL,            -- "network:check"
    account_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
-- One index for each way of sorting. Each holds all that a filter asks about, so that only a page's own rows are read.
CREATE INDEX log_item_by_due ON log_item
    (coalesce(due, '9999-12-31'), num DESC, state, kind, origin, network, due, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX log_item_by_found ON log_item
    (found_at DESC, num DESC, state, kind, origin, network, due, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX log_item_by_title ON log_item
    (title_key, num DESC, state, kind, origin, network, due, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX log_item_by_severity ON log_item
    (CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, coalesce(due, '9999-12-31'), num DESC,
     state, kind, origin, network, due, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX log_item_by_state ON log_item (state, due) WHERE deleted_at IS NULL;
CREATE INDEX log_item_deleted ON log_item (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX log_item_finding ON log_item (finding_id) WHERE finding_id <> '';
CREATE INDEX log_item_check ON log_item (check_id) WHERE check_id <> '';

-- The words of an item. Deleted words leave no trace in it.
CREATE VIRTUAL TABLE log_words USING fts5 (
    title, place, address, contact, notes,
    content = 'log_item', content_rowid = 'num', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO log_words (log_words, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER log_words_add AFTER INSERT ON log_item BEGIN
    INSERT INTO log_words (rowid, title, place, address, contact, notes)
    VALUES (NEW.num, NEW.title, NEW.place, NEW.address, NEW.contact, NEW.notes);
END;
CREATE TRIGGER log_words_change AFTER UPDATE OF num, title, place, address, contact, notes ON log_item
WHEN NEW.num <> OLD.num OR NEW.title <> OLD.title OR NEW.place <> OLD.place OR NEW.address <> OLD.address
  OR NEW.contact <> OLD.contact OR NEW.notes <> OLD.notes BEGIN
    INSERT INTO log_words (log_words, rowid, title, place, address, contact, notes)
    VALUES ('delete', OLD.num, OLD.title, OLD.place, OLD.address, OLD.contact, OLD.notes);
    INSERT INTO log_words (rowid, title, place, address, contact, notes)
    VALUES (NEW.num, NEW.title, NEW.place, NEW.address, NEW.contact, NEW.notes);
END;
CREATE TRIGGER log_words_drop AFTER DELETE ON log_item BEGIN
    INSERT INTO log_words (log_words, rowid, title, place, address, contact, notes)
    VALUES ('delete', OLD.num, OLD.title, OLD.place, OLD.address, OLD.contact, OLD.notes);
END;

-- What happened to an item, one row each, never changed.
CREATE TABLE log_event (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,                -- added, moved, changed, asked, evidence, deleted, restored
    was TEXT NOT NULL,                 -- the state before
    became TEXT NOT NULL,              -- the state after
    about TEXT NOT NULL,               -- names of the fields changed, how it was asked, or the kind of evidence
    note TEXT NOT NULL,                -- the person's own words
    due TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX log_event_item ON log_event (item_id, at);

-- A message the person says they sent, or that they asked in person (then the text is empty).
CREATE TABLE log_request (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL,
    letter TEXT NOT NULL,              -- id of the letter it was written from
    tone TEXT NOT NULL,
    how TEXT NOT NULL,                 -- copied, email, in person
    text TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    due TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX log_request_item ON log_request (item_id, sent_on);

-- A copy of what was seen. The bytes stand apart, so that undo need not carry them about.
CREATE TABLE log_evidence (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,              -- of the bytes as they came
    size INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    says_where INTEGER NOT NULL,       -- the picture says where it was taken
    taken_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX log_evidence_item ON log_evidence (item_id);
CREATE TABLE log_evidence_bytes (
    evidence_id TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL, thumbnail BLOB NOT NULL
) STRICT;
