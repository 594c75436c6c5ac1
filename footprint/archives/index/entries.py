"""Entries as they were read, put together again from the tables of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footprint.archives.index.found import store as queries
from footprint.archives.index.numbers import AUDIENCES, KINDS, LOCAL, STATES
from footprint.archives.records import Entry, Media
from footprint.vault import Connection


@dataclass(frozen=True)
class Stored:
    """An entry with what the index knows beside it."""

    id: int
    entry: Entry
    account: int
    lenses: int
    key: int
    gone: int
    thread: int


def read(db: Connection, ids: Iterable[int]) -> Iterator[Stored]:
    """In the order given; but for `ordinal`, which only the keys know, each is what its reader gave."""
    wanted = list(ids)
    media: dict[int, list[Media]] = {}
    for entry, path, mime, words, lat, lon in queries.media_of(db, wanted):
        media.setdefault(entry, []).append(Media(path, mime, words, lat, lon))
    for row in queries.whole(db, wanted):
        entry_id, network, account, kind, audience, state, marks = row[:7]
        text, title, whose, place, at, link, native_id, thread, lat, lon = row[7:17]
        yield Stored(
            entry_id,
            Entry(
                network, KINDS[kind], account, native_id, at, text, title, whose, AUDIENCES[audience], STATES[state],
                link, thread, place, lat, lon, tuple(media.get(entry_id, ())), bool(marks & LOCAL),
            ),
            account=row[21], lenses=row[17], key=row[18], gone=row[19], thread=row[20],
        )  # fmt: skip
