-- What the last run saw, and the looks by hand, found without reading all that was ever seen.
CREATE INDEX search_sighting_run ON search_sighting (run_id);
CREATE INDEX search_run_by_hand ON search_run (by_hand, started_at);
