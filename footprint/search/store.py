"""The only SQL of this room."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from footprint import dates, ids
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.search.hosts import is_on
from footprint.search.records import Finding, Hit, Look, Outcome, Picture, Run, Sighting, Verdict
from footprint.vault import Connection

_LATEST = 500  # answers that teach; with more, each new one would take longer to learn from
_RUN = "id, started_at, ended_at, outcome, stopped, by_hand"
_LOOK = "id, run_id, provider, words, outcome, note, results, first_look, saw"
_FINDING = (
    "f.id, f.address, f.canonical, f.host, f.title, f.snippet, f.named, f.first_seen, f.last_seen, f.new_in,"
    " f.verdict, f.glad"
)


def add_run(db: Connection, now: str, *, by_hand: bool = False) -> str:
    """A run that has begun. Until `end_run` it reads as partial, also after a crash."""
    run_id = ids.new_id()
    db.execute(
        "INSERT INTO search_run (id, changed_at, started_at, outcome, by_hand) VALUES (?, ?, ?, ?, ?)",
        (run_id, now, now, Outcome.PARTIAL, int(by_hand)),
    )
    return run_id


def end_run(db: Connection, run_id: str, outcome: Outcome, stopped: bool, now: str) -> None:
    db.execute(
        "UPDATE search_run SET ended_at = ?, outcome = ?, stopped = ?, changed_at = ? WHERE id = ?",
        (now, outcome, int(stopped), now, run_id),
    )


def add_look(db: Connection, new: Look, position: int, now: str) -> None:
    values = (new.id, now, new.run_id, position, new.provider, new.words, new.outcome, new.note, new.results)
    more = (int(new.first_look), json.dumps(new.saw))
    db.execute(
        "INSERT INTO search_look (id, changed_at, run_id, position, provider, words, outcome, note, results,"
        " first_look, saw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, *more),
    )


def next_place(db: Connection, run_id: str) -> int:
    """The place after the last look of a run."""
    return int(db.value("SELECT coalesce(max(position) + 1, 0) FROM search_look WHERE run_id = ?", (run_id,)))


def look(db: Connection, look_id: str) -> Look:
    row = db.row(f"SELECT {_LOOK} FROM search_look WHERE id = ? AND deleted_at IS NULL", (look_id,))
    if row is None:
        raise NotFound(_("This search is not in your notes any more."))
    return _look(row)


def add_picture(db: Connection, new: Picture, data: bytes, now: str) -> None:
    db.execute(
        "INSERT INTO search_picture (id, changed_at, look_id, taken_at, kind, sha256, size)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new.id, now, new.look_id, dates.to_text(new.taken_at), new.kind, new.sha256, new.size),
    )
    db.execute("INSERT INTO search_picture_bytes VALUES (?, ?)", (new.id, data))


def pictures(db: Connection, look_id: str) -> tuple[Picture, ...]:
    rows = db.execute(
        "SELECT id, look_id, taken_at, kind, sha256, size FROM search_picture"
        " WHERE look_id = ? AND deleted_at IS NULL ORDER BY taken_at, rowid",
        (look_id,),
    )
    return tuple(Picture(one, look, dates.from_text(at), kind, sha, size) for one, look, at, kind, sha, size in rows)


def pictures_of_finding(db: Connection, finding_id: str) -> tuple[Picture, ...]:
    looks = db.execute(
        "SELECT look_id FROM search_sighting WHERE finding_id = ? AND deleted_at IS NULL"
        " GROUP BY look_id ORDER BY max(seen_at) DESC",
        (finding_id,),
    )
    return tuple(picture for look_id in [one for (one,) in looks] for picture in pictures(db, look_id))


def picture_bytes(db: Connection, picture_id: str) -> bytes:
    data = db.value(
        "SELECT b.bytes FROM search_picture p JOIN search_picture_bytes b ON b.picture_id = p.id"
        " WHERE p.id = ? AND p.deleted_at IS NULL",
        (picture_id,),
    )
    if data is None:
        raise NotFound(_("This picture is not in your notes any more."))
    return bytes(data)


def set_outcome(db: Connection, look_id: str, outcome: Outcome, now: str) -> None:
    """A look by hand turned out better than was said at first; its run is that one look."""
    by_hand = "SELECT l.run_id FROM search_look l JOIN search_run r ON r.id = l.run_id WHERE l.id = ? AND r.by_hand = 1"
    run_id = db.value(by_hand, (look_id,))
    if run_id is not None:
        db.execute("UPDATE search_look SET outcome = ?, changed_at = ? WHERE id = ?", (outcome, now, look_id))
        db.execute("UPDATE search_run SET outcome = ?, changed_at = ? WHERE id = ?", (outcome, now, run_id))


def count_results(db: Connection, look_id: str, now: str) -> Look:
    """Set how many findings a look by hand has, after some were added to it."""
    db.execute(
        "UPDATE search_look SET changed_at = ?, results = (SELECT count(DISTINCT finding_id) FROM search_sighting"
        " WHERE look_id = search_look.id AND deleted_at IS NULL) WHERE id = ?",
        (now, look_id),
    )
    return look(db, look_id)


def searched_before(db: Connection, provider: str, words: str, run_id: str) -> bool:
    """Whether an earlier run put these words to this provider and got a full answer."""
    found = db.value(
        "SELECT 1 FROM search_look l JOIN search_run r ON r.id = l.run_id AND r.deleted_at IS NULL"
        " WHERE l.provider = ? AND l.words = ? AND l.run_id <> ? AND l.outcome IN (?, ?)"
        " AND l.deleted_at IS NULL LIMIT 1",
        (provider, words, run_id, Outcome.RESULTS, Outcome.EMPTY),
    )
    return found is not None


def save_hit(db: Connection, hit: Hit, canonical: str, host: str, run_id: str, new: bool, now: str) -> str:
    """Make or refresh the finding of this canonical address; gives its id. What is known already is never lost.

    `new`: the look has an earlier good one to compare with, so an address not met before is new since then.
    """
    found = db.value("SELECT id FROM search_finding WHERE canonical = ? AND deleted_at IS NULL", (canonical,))
    if found is None:
        found = ids.new_id()
        db.execute(
            "INSERT INTO search_finding (id, changed_at, address, canonical, host, title, snippet, named, first_seen,"
            " last_seen, first_run) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?2, ?2, ?9)",
            (found, now, hit.address, canonical, host, hit.title, hit.snippet, hit.named, run_id),
        )
    db.execute(
        "UPDATE search_finding SET changed_at = ?1, last_seen = ?1,"
        " new_in = CASE WHEN ?7 AND first_run = ?2 THEN ?2 ELSE new_in END,"
        " title = CASE WHEN ?3 = '' THEN title ELSE ?3 END, snippet = CASE WHEN ?4 = '' THEN snippet ELSE ?4 END,"
        " named = CASE WHEN ?5 = '' THEN named ELSE ?5 END,"
        " address = CASE WHEN ?8 = canonical THEN ?8 ELSE address END WHERE id = ?6",
        (now, run_id, hit.title, hit.snippet, hit.named, found, int(new), hit.address),
    )
    return str(found)


def add_sighting(db: Connection, finding_id: str, seen_in: Look, rank: int, now: str) -> None:
    db.execute(
        "INSERT INTO search_sighting (id, changed_at, finding_id, run_id, look_id, provider, words, rank, seen_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (ids.new_id(), now, finding_id, seen_in.run_id, seen_in.id, seen_in.provider, seen_in.words, rank, now),
    )


def sightings(db: Connection, finding_id: str) -> tuple[Sighting, ...]:
    rows = db.execute(
        "SELECT provider, words, rank, seen_at FROM search_sighting WHERE finding_id = ? AND deleted_at IS NULL"
        " ORDER BY seen_at DESC, rank",
        (finding_id,),
    )
    return tuple(Sighting(who, words, rank, dates.from_text(at)) for who, words, rank, at in rows)


def run(db: Connection, run_id: str) -> Run:
    row = db.row(f"SELECT {_RUN} FROM search_run WHERE id = ? AND deleted_at IS NULL", (run_id,))
    if row is None:
        raise NotFound(_("This search is not in your notes any more."))
    asked = f"SELECT {_LOOK} FROM search_look WHERE run_id = ? AND deleted_at IS NULL ORDER BY position"
    return _run(row, map(_look, db.execute(asked, (run_id,))))


def runs(db: Connection, limit: int) -> tuple[Run, ...]:
    newest = f"SELECT {_RUN} FROM search_run WHERE deleted_at IS NULL ORDER BY started_at DESC, rowid DESC LIMIT ?1"
    rows = list(db.execute(newest, (limit,)))
    looks: dict[str, list[Look]] = {row[0]: [] for row in rows}
    asked = (
        f"SELECT {_LOOK} FROM search_look WHERE run_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL"
        " ORDER BY run_id, position"
    )
    for one in map(_look, db.execute(asked, (json.dumps(list(looks)),))):
        looks[one.run_id].append(one)
    return tuple(_run(row, looks[row[0]]) for row in rows)


def last_run_id(db: Connection) -> str:
    """The newest run the app did by itself; empty when there is none."""
    found = db.value(
        "SELECT id FROM search_run WHERE deleted_at IS NULL AND by_hand = 0"
        " ORDER BY started_at DESC, rowid DESC LIMIT 1"
    )
    return found or ""


def last_look_id(db: Connection) -> str:
    """The newest run in which something was searched for, by the app or by hand; empty when there is none."""
    found = db.value(
        "SELECT r.id FROM search_run r WHERE r.deleted_at IS NULL AND (r.by_hand = 0 OR EXISTS"
        " (SELECT 1 FROM search_look l WHERE l.run_id = r.id AND l.words <> '' AND l.deleted_at IS NULL))"
        " ORDER BY r.started_at DESC, r.rowid DESC LIMIT 1"
    )
    return found or ""


def latest_looks(db: Connection) -> frozenset[str]:
    """The runs that hold the newest answers: the last one of the app, and by hand the last for each question."""
    rows = db.execute(
        "SELECT run_id FROM (SELECT l.run_id, row_number() OVER (PARTITION BY l.provider, l.words"
        " ORDER BY r.started_at DESC, r.rowid DESC) AS age"
        " FROM search_run r CROSS JOIN search_look l ON r.id = l.run_id"
        " WHERE r.by_hand = 1 AND r.deleted_at IS NULL AND l.deleted_at IS NULL AND l.words <> '') WHERE age = 1"
    )
    return frozenset((last_run_id(db), *(run_id for (run_id,) in rows))) - {""}


def _run(row: tuple[Any, ...], looks: Iterable[Look]) -> Run:
    run_id, started, ended, outcome, stopped, by_hand = row
    end = None if ended is None else dates.from_text(ended)
    return Run(run_id, dates.from_text(started), end, Outcome(outcome), bool(stopped), bool(by_hand), tuple(looks))


def _look(row: tuple[Any, ...]) -> Look:
    look_id, run_id, provider, words, outcome, note, results, first, saw = row
    seen = () if saw == "[]" else tuple(json.loads(saw))
    return Look(look_id, run_id, provider, words, Outcome(outcome), note, results, bool(first), seen)


def findings(db: Connection) -> Iterator[Finding]:
    """Every finding, those of hidden sites left out unless they are sorted already; not judged yet."""
    seen, latest = _seen_in(db, last_run_id(db)), latest_looks(db)
    hidden = hidden_sites(db)
    for row in db.execute(f"SELECT {_FINDING} FROM search_finding f WHERE f.deleted_at IS NULL ORDER BY f.rowid"):
        finding = _finding(row, latest, row[0] in seen)
        if finding.verdict is not None or not is_hidden(finding.host, hidden):
            yield finding


def finding(db: Connection, finding_id: str) -> Finding:
    row = db.row(f"SELECT {_FINDING} FROM search_finding f WHERE f.id = ? AND f.deleted_at IS NULL", (finding_id,))
    if row is None:
        raise NotFound(_("This result is not in your notes any more."))
    seen = "SELECT 1 FROM search_sighting WHERE run_id = ? AND finding_id = ?"
    return _finding(row, latest_looks(db), db.value(seen, (last_run_id(db), finding_id)) is not None)


def _seen_in(db: Connection, run_id: str) -> frozenset[str]:
    """The findings a run saw."""
    return frozenset(one for (one,) in db.execute("SELECT finding_id FROM search_sighting WHERE run_id = ?", (run_id,)))


def tally(db: Connection) -> Iterator[tuple[Verdict | None, int]]:
    """How many findings were judged so; those of hidden sites count only when they are sorted already."""
    hidden = hidden_sites(db)
    rows = db.execute(
        "SELECT verdict, host, count(*) FROM search_finding WHERE deleted_at IS NULL GROUP BY verdict, host"
    )
    for verdict, host, number in rows:
        if verdict or not is_hidden(host, hidden):
            yield (Verdict(verdict) if verdict else None), number


def judged(db: Connection, since: str = "") -> tuple[Finding, ...]:
    """What the person said something about after `since`: the latest, as many as learning needs."""
    asked = (
        f"SELECT {_FINDING} FROM search_finding f"
        " WHERE f.deleted_at IS NULL AND f.verdict <> '' AND coalesce(f.judged_at, '') > ?"
        f" ORDER BY f.judged_at DESC LIMIT {_LATEST}"
    )
    return tuple(_finding(row, frozenset(), False) for row in db.execute(asked, (since,)))


def forget_lesson(db: Connection, kind: str, what: str, now: str) -> None:
    """`kind` empty: everything learned from what was said before `now`."""
    db.execute(
        "INSERT INTO search_forgotten (id, changed_at, since, kind, what) VALUES (?, ?, ?, ?, ?)",
        (ids.new_id(), now, now, kind, what),
    )


def forgotten(db: Connection) -> tuple[str, frozenset[tuple[str, str]]]:
    """Since when verdicts teach again, and the lessons that are never learned."""
    rows = list(db.execute("SELECT since, kind, what FROM search_forgotten WHERE deleted_at IS NULL"))
    since = max((at for at, kind, _what in rows if not kind), default="")
    return since, frozenset((kind, what) for _at, kind, what in rows if kind)


def _finding(row: tuple[Any, ...], latest: frozenset[str], seen_last_time: bool) -> Finding:
    found, address, canonical, host, title, snippet, named, first, seen, new_in, verdict, glad = row
    return Finding(
        id=found,
        address=address,
        canonical=canonical,
        host=host,
        title=title,
        snippet=snippet,
        named=named,
        first_seen=dates.from_text(first),
        last_seen=dates.from_text(seen),
        is_new=new_in in latest,
        seen_last_time=seen_last_time,
        verdict=Verdict(verdict) if verdict else None,
        glad=bool(glad),
    )


def set_verdict(db: Connection, finding_id: str, verdict: Verdict | None, glad: bool, now: str) -> None:
    db.execute(
        "UPDATE search_finding SET verdict = ?, glad = ?, judged_at = ?, changed_at = ? WHERE id = ?",
        (verdict or "", int(glad), now if verdict else None, now, finding_id),
    )


def hidden_sites(db: Connection) -> tuple[str, ...]:
    rows = db.execute("SELECT host FROM search_hidden_site WHERE deleted_at IS NULL ORDER BY host")
    return tuple(host for (host,) in rows)


def is_hidden(host: str, hidden: tuple[str, ...]) -> bool:
    return any(is_on(host, site) for site in hidden)


def hide_site(db: Connection, host: str, now: str) -> None:
    db.execute("INSERT INTO search_hidden_site (id, changed_at, host) VALUES (?, ?, ?)", (ids.new_id(), now, host))


def show_site(db: Connection, host: str, now: str) -> None:
    db.execute(
        "UPDATE search_hidden_site SET deleted_at = ?1, changed_at = ?1 WHERE host = ?2 AND deleted_at IS NULL",
        (now, host),
    )
