-- Asking sites whether they know a username. A run starts as stopped, so that a crash never reads as a whole one.
CREATE TABLE probe_run (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    started_at TEXT NOT NULL, ended_at TEXT, stopped INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX probe_run_started ON probe_run (started_at);
-- What one site said of one username. `sure`: a source says how the site behaves.
CREATE TABLE probe_result (
    id TEXT PRIMARY KEY NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    run_id TEXT NOT NULL, position INTEGER NOT NULL, site TEXT NOT NULL, site_name TEXT NOT NULL,
    handle TEXT NOT NULL, address TEXT NOT NULL, answer TEXT NOT NULL, reason TEXT NOT NULL,
    declared INTEGER NOT NULL, sure INTEGER NOT NULL
) STRICT;
CREATE INDEX probe_result_run ON probe_result (run_id, position);
