-- An answer to “Who put it there?”, with who that is. Rows are added, never rewritten: which of them count is reckoned
-- from all of them, so that lists of two computers come out the same however they are merged.
CREATE TABLE log_origin (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL,
    origin TEXT NOT NULL,              -- '' once the item was deleted for good
    relation TEXT NOT NULL,
    over TEXT NOT NULL,                -- JSON: ids of the answers it saw and replaces
    changed_at TEXT NOT NULL,
    deleted_at TEXT                    -- when it was taken back
) STRICT;
CREATE INDEX log_origin_item ON log_origin (item_id);

-- Ids of the answers that count here, so that an undo notices one that came since. This vault's own.
ALTER TABLE log_item ADD COLUMN answers TEXT NOT NULL DEFAULT '';

-- What an item says so far is its first answer. Its id is the same wherever the same was said.
INSERT INTO log_origin (id, item_id, origin, relation, over, changed_at)
SELECT 'first:' || id || ':' || origin || ':' || relation, id, origin, relation, '[]', changed_at
FROM log_item WHERE title <> '';
UPDATE log_item SET answers = json_array('first:' || id || ':' || origin || ':' || relation) WHERE title <> '';
