-- What a copy shows, as the person said before it was kept: '' for nothing to mind, 'intimate' for an adult undressed.
ALTER TABLE log_evidence ADD COLUMN shows TEXT NOT NULL DEFAULT '';
-- SHA-256 of the file this copy was cropped, covered or cleaned from; '' for a file kept as it came.
ALTER TABLE log_evidence ADD COLUMN made_from TEXT NOT NULL DEFAULT '';
