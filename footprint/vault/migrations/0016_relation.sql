-- Who it is to the person (friend, colleague, club, ...); '' where nobody said, or where nobody is ever asked.
ALTER TABLE log_item ADD COLUMN relation TEXT NOT NULL DEFAULT '';
-- What an incident note's own copy shows, and the SHA-256 of the file it was cropped or covered from ('' as it came).
ALTER TABLE incident_proof ADD COLUMN shows TEXT NOT NULL DEFAULT '';
ALTER TABLE incident_proof ADD COLUMN made_from TEXT NOT NULL DEFAULT '';
