"""A hundred thousand items and events: list, filter and timeline, in vault and window, against plain SQLite."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw

from benchmarks.measure import Ratio, in_turn, timed
from footprint import dates, log
from footprint.log import Action, EventKind, Item, Kind, Origin, Query, Severity, State, timeline
from footprint.log import store as log_store
from footprint.vault import Connection, Vault, schema
from footprint.vault.connection import open_store

MANY = 100_000
ROUNDS = 15
TYPED = "person 42"
TODAY = datetime(2026, 11, 16, tzinfo=UTC).date()
KINDS, STATES, ORIGINS = tuple(Kind), tuple(State), tuple(Origin)


def run() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        vault, plain = _full_vault(Path(scratch)), _plain_copy(Path(scratch))
        against = "the same in plain SQLite"
        for name, query in (
            ("100,000 items: first page and count", Query()),
            (f"100,000 items: “{TYPED}” typed", Query(text=TYPED)),
        ):
            ours, theirs = in_turn(_look(vault, query), _look(plain, query), ROUNDS)
            yield Ratio(f"{name}", ours, against, theirs)
        for name, look in (
            ("100,000 events: outline of the timeline and first page", _timeline),
            ("100,000 events: a page in the middle", _middle),
        ):
            ours, theirs = in_turn(look(vault), look(plain), ROUNDS)
            yield Ratio(name, ours, against, theirs)
        yield from _in_the_window(vault, plain)
        vault.close()
        plain.close()


def _look(vault: Vault, query: Query) -> Callable[[], float]:
    def once() -> None:
        log.count(vault, query, TODAY)
        log.page(vault, query, 0, 100, TODAY)

    return lambda: timed(once)


def _timeline(vault: Vault) -> Callable[[], float]:
    return lambda: timed(lambda: timeline.page(vault, timeline.outline(vault), 0, 100))


def _middle(vault: Vault) -> Callable[[], float]:
    line = timeline.outline(vault)
    return lambda: timed(lambda: timeline.page(vault, line, line.total // 2, 100))


def _in_the_window(vault: Vault, plain: Vault) -> Iterator[Ratio]:
    """Until the rows are painted, against the plain look-up alone."""
    from benchmarks.list_window import PAUSE_MS, ListWindow

    against = "the look-up in plain SQLite"
    window = ListWindow(vault)
    typed = Query(text=TYPED)
    matching = log.count(vault, typed, TODAY)
    whole: list[float] = []

    def show() -> float:
        built = timed(window.build)
        shown = timed(window.show_list)
        whole.append(built + shown)
        return shown

    def type_words() -> float:
        window.clear_words()
        return timed(lambda: window.type_words(TYPED, matching)) - PAUSE_MS

    try:
        shown, theirs = in_turn(show, _look(plain, Query()), ROUNDS)
        yield Ratio("100,000 items: list shown in the window", shown, against, theirs)
        yield Ratio("  with building the page", statistics.median(whole[1:]), against, theirs)
        ours, theirs = in_turn(type_words, _look(plain, typed), ROUNDS)
        yield Ratio(f"100,000 items: “{TYPED}” typed there", ours, against, theirs)
    finally:
        window.close()


# -- the two stores ----------------------------------------------------------------------------------


def _full_vault(scratch: Path) -> Vault:
    key, path = os.urandom(32), scratch / "vault.db"
    with closing(open_store(path, key, create=True)) as first:
        schema.migrate(first)
    vault = Vault(lambda: open_store(path, key))
    with vault.writing(undo=False) as write:
        _fill(write.db)
    return vault


def _plain_copy(scratch: Path) -> Vault:
    """The same tables and rows in a file that is not encrypted, opened with the same settings."""
    path = scratch / "plain.db"

    def connect() -> Connection:
        raw = apsw.Connection(str(path))
        for name, value in (("journal_mode", "wal"), ("synchronous", "full"), ("cache_size", -65536)):
            raw.pragma(name, value)
        return Connection(raw)

    with closing(connect()) as first:
        schema.migrate(first)
    vault = Vault(connect)
    with vault.writing(undo=False) as write:
        _fill(write.db)
    return vault


def _fill(db: Connection) -> None:
    now = datetime(2026, 11, 16, 12, tzinfo=UTC)
    for n in range(MANY):
        title = f"Thing {n} by person {n % 997}"
        item = Item(
            id=f"{n:032x}", title=title, address=f"https://site{n % 50}.example/{n}", host=f"site{n % 50}.example",
            place=f"Place {n % 300}", network="facebook" if n % 3 else "", kind=KINDS[n % len(KINDS)],
            origin=ORIGINS[n % len(ORIGINS)], action=Action.REMOVE, contact="", notes="", severity=Severity.MEDIUM,
            state=STATES[n % len(STATES)], due=TODAY + timedelta(days=n % 60) if n % 2 else None,
            found_at=now - timedelta(minutes=n), finding_id="", check="", account_id="", changed_at=now,
        )  # fmt: skip
        log_store.add(db, item, title.casefold())
        event = log_store.EventRow(item.id, EventKind.MOVED, State.FOUND, item.state)
        log_store.add_events(db, [event], dates.to_text(now - timedelta(minutes=MANY - n)))
