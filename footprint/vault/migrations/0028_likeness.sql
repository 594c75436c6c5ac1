-- Profile pictures the person chose, and those of found profiles: a print to compare, and a small copy. Never the file.
CREATE TABLE likeness_picture (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    finding_id TEXT NOT NULL DEFAULT '',   -- the profile it was found on; '' for one of the person's own
    added_at TEXT NOT NULL,
    nature TEXT NOT NULL,                  -- a picture, letters or a figure in place of one, or unclear
    prints BLOB NOT NULL, small BLOB NOT NULL,
    answer TEXT NOT NULL DEFAULT ''        -- of a found one, to “Is this profile yours?”
) STRICT;
CREATE INDEX likeness_picture_finding ON likeness_picture (finding_id);
-- On which accounts a picture stands.
CREATE TABLE likeness_use (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    picture_id TEXT NOT NULL, account_id TEXT NOT NULL
) STRICT;
CREATE INDEX likeness_use_picture ON likeness_use (picture_id);
