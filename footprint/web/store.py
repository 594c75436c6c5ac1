"""The rows of the ledger, the consents and the person's own search server: the only SQL of this room."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from footprint import dates
from footprint.ids import new_id
from footprint.vault.connection import Connection
from footprint.web.records import Entry, Kind, Purpose, Sending

_COLUMNS = (
    "id, kind, at, consent_id, purpose, host, method, url, headers, details, note, connected, outcome, status, bytes"
)


# When a preview was pressed, what for, and what it said.
Said = tuple[datetime, Purpose, tuple[Sending, ...]]


def add_consent(db: Connection, consent_id: str, purpose: Purpose, sendings: Sequence[Sending], now: str) -> None:
    words = json.dumps([asdict(one) for one in sendings], ensure_ascii=False)
    db.execute(
        "INSERT INTO web_consent (id, purpose, pressed_at, sendings, changed_at) VALUES (?, ?, ?, ?, ?)",
        (consent_id, purpose, now, words, now),
    )


def end_consent(db: Connection, consent_id: str, now: str) -> None:
    db.execute("UPDATE web_consent SET ended_at = ?, changed_at = ? WHERE id = ?", (now, now, consent_id))


def consents(db: Connection, ids: Iterable[str]) -> dict[str, Said]:
    """The consents with these ids, by id."""
    rows = db.execute(
        "SELECT id, pressed_at, purpose, sendings FROM web_consent WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {
        key: (
            dates.from_text(pressed),
            Purpose(purpose),
            tuple(Sending(**{**one, "details": tuple(one["details"])}) for one in json.loads(words)),
        )
        for key, pressed, purpose, words in rows
    }


def add_entry(
    db: Connection,
    kind: Kind,
    now: str,
    *,
    consent_id: str | None = None,
    purpose: str = "",
    host: str = "",
    method: str = "",
    url: str = "",
    headers: Sequence[str] = (),
    details: Sequence[str] = (),
    note: str = "",
    connected: bool = True,
    outcome: str = "",
) -> str:
    entry_id = new_id()
    db.execute(
        f"INSERT INTO web_ledger ({_COLUMNS}, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,NULL,NULL,?)",
        (
            entry_id, kind, now, consent_id, purpose, host, method, url,
            json.dumps(list(headers), ensure_ascii=False), json.dumps(list(details), ensure_ascii=False),
            note, int(connected), outcome, now,
        ),
    )  # fmt: skip
    return entry_id


def complete(
    db: Connection, entry_id: str, outcome: str, status: int | None, received: int | None, connected: bool, now: str
) -> None:
    db.execute(
        "UPDATE web_ledger SET outcome = ?, status = ?, bytes = ?, connected = ?, changed_at = ? WHERE id = ?",
        (outcome, status, received, int(connected), now, entry_id),
    )


def entry(db: Connection, entry_id: str) -> Entry:
    row = db.row(f"SELECT {_COLUMNS} FROM web_ledger WHERE id = ?", (entry_id,))
    assert row is not None
    return _entry(row)


def entries(db: Connection, since: str, until: str, limit: int) -> tuple[Entry, ...]:
    """Newest first, from `since` up to but without `until`."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM web_ledger WHERE at >= ? AND at < ? ORDER BY at DESC, rowid DESC LIMIT ?",
        (since, until, limit),
    )
    return tuple(_entry(row) for row in rows)


def times_sent(db: Connection, since: str, until: str) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT at FROM web_ledger WHERE kind = 'sent' AND connected = 1 AND at >= ? AND at < ?", (since, until)
    )
    return tuple(at for (at,) in rows)


def clear(db: Connection, before: str) -> int:
    """Take out what is older than `before`; gives how many entries that were."""
    gone = int(db.value("SELECT count(*) FROM web_ledger WHERE at < ?", (before,)))
    db.execute("DELETE FROM web_ledger WHERE at < ?", (before,))
    db.execute(
        "DELETE FROM web_consent WHERE pressed_at < ? AND ended_at IS NOT NULL"
        " AND id NOT IN (SELECT consent_id FROM web_ledger WHERE consent_id IS NOT NULL)",
        (before,),
    )
    return gone


def origin(db: Connection) -> str | None:
    found = db.value("SELECT origin FROM web_origin WHERE deleted_at IS NULL ORDER BY changed_at DESC LIMIT 1")
    return None if found is None else str(found)


def set_origin(db: Connection, text: str | None, now: str) -> None:
    db.execute("UPDATE web_origin SET deleted_at = ?, changed_at = ? WHERE deleted_at IS NULL", (now, now))
    if text is not None:
        db.execute("INSERT INTO web_origin (id, origin, changed_at) VALUES (?, ?, ?)", (new_id(), text, now))


def _entry(row: tuple[object, ...]) -> Entry:
    (entry_id, kind, at, consent_id, purpose, host, method, url, headers, details, note, connected, outcome, status,
     received) = row  # fmt: skip
    return Entry(
        id=str(entry_id),
        kind=Kind(str(kind)),
        at=dates.from_text(str(at)),
        consent=None if consent_id is None else str(consent_id),
        purpose=Purpose(str(purpose)) if purpose else None,
        host=str(host),
        method=str(method),
        url=str(url),
        headers=tuple(json.loads(str(headers))),
        details=tuple(json.loads(str(details))),
        note=str(note),
        connected=bool(connected),
        outcome=str(outcome),
        status=status if isinstance(status, int) else None,
        bytes=received if isinstance(received, int) else None,
    )
