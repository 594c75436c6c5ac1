"""The only SQL of this part: what was opened, and the looks that came of it."""

from __future__ import annotations

from footprint import ids
from footprint.search.records import Outcome
from footprint.vault import Connection


def add_opened(db: Connection, provider: str, words: str, now: str) -> str:
    """Without a provider it is the beginning of a new round."""
    made = ids.new_id()
    db.execute(
        "INSERT INTO search_opened (id, changed_at, provider, words, opened_at) VALUES (?, ?, ?, ?, ?)",
        (made, now, provider, words, now),
    )
    return made


def begun(db: Connection) -> str:
    """When the person last began anew; empty when they never did."""
    found = db.value("SELECT max(opened_at) FROM search_opened WHERE provider = '' AND deleted_at IS NULL")
    return found or ""


def opened(db: Connection, since: str) -> dict[tuple[str, str], str]:
    """(provider, words) of what was opened from `since` on, with the last time."""
    rows = db.execute(
        "SELECT provider, words, max(opened_at) FROM search_opened"
        " WHERE provider <> '' AND opened_at >= ? AND deleted_at IS NULL GROUP BY provider, words",
        (since,),
    )
    return {(provider, words): at for provider, words, at in rows}


def looked(db: Connection, since: str) -> dict[tuple[str, str], tuple[str, Outcome]]:
    """(provider, words) of the looks by hand from `since` on, with when and how the last of each ended."""
    rows = db.execute(
        "SELECT l.provider, l.words, r.started_at, l.outcome FROM search_run r JOIN search_look l ON l.run_id = r.id"
        " WHERE r.by_hand = 1 AND r.started_at >= ? AND r.deleted_at IS NULL AND l.deleted_at IS NULL AND l.words <> ''"
        " ORDER BY r.started_at, r.rowid",
        (since,),
    )
    return {(provider, words): (at, Outcome(outcome)) for provider, words, at, outcome in rows}
