-- "Log out and look": one row each time the person looked at an account as a stranger would.
CREATE TABLE stranger_look (
    id TEXT PRIMARY KEY NOT NULL,
    network TEXT NOT NULL,
    account_id TEXT NOT NULL,        -- '' where no account was in the list
    looked_at TEXT NOT NULL,         -- when it was begun
    finished_at TEXT,                -- empty while it can be carried on
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX stranger_look_newest ON stranger_look (network, account_id, looked_at);
-- One row for each thing looked for in a look, those not looked at yet among them.
CREATE TABLE stranger_mark (
    id TEXT PRIMARY KEY NOT NULL,
    look_id TEXT NOT NULL REFERENCES stranger_look (id),
    sign TEXT NOT NULL,              -- name, photo, friends, employer, town, tagged, old_posts, phone
    seen TEXT NOT NULL,              -- seen, not_seen, not_looked
    note TEXT NOT NULL,
    item_id TEXT NOT NULL,           -- the item it was logged as; '' for none
    changed_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX stranger_mark_of_look ON stranger_mark (look_id, sign);
