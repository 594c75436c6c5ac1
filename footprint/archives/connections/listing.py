"""Everybody who stands in a copy, in one list: those never heard of since long ago first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from footprint.archives.connections import store
from footprint.archives.connections.records import CLOSE, Choice, Counts, Somebody
from footprint.archives.index.keys import keys
from footprint.archives.index.numbers import RELATIONS, Keys
from footprint.archives.records import Relation
from footprint.dates import local_day
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.vault import Vault

_LISTED = frozenset(CLOSE)


@dataclass
class Met:
    """One person while the rows about them are put together."""

    network: str
    key: int
    name: str = ""
    handle: str = ""
    link: str = ""
    words: str = ""
    relations: list[Relation] = field(default_factory=list)
    since: int | None = None
    gone: bool = True
    nums: list[int] = field(default_factory=list)


def people(vault: Vault) -> tuple[Somebody, ...]:
    """Everybody but those who are blocked or removed already, in the order in which they are worth a look.

    First those of whom nothing was said; among them those who see what friends see, then those who never appear in an
    entry, and the longest known first.
    """
    with vault.reading() as db:
        met = put_together(keys(db), store.rows(db))
        pages, choices = store.pages(db), store.choices(db)
    found = [_somebody(one, pages, choices) for one in met.values() if _LISTED.intersection(one.relations)]
    return tuple(sorted(found, key=_worth_a_look))


def counted(found: Iterable[Somebody]) -> Counts:
    every = tuple(found)
    return Counts(len(every), sum(one.choice is not None for one in every), sum(one.open for one in every))


def somebody(vault: Vault, key: int) -> Somebody:
    """One of them. Raises `NotFound` when they are not in the list any more."""
    found = next((one for one in people(vault) if one.key == key), None)
    if found is None:
        raise NotFound(_("This is not in your notes any more."))
    return found


def put_together(known: Keys, rows: Iterable[tuple[Any, ...]]) -> dict[int, Met]:
    """One person of a network may be friend, follower and followed: all of it is one `Met`."""
    met: dict[int, Met] = {}
    for num, network, relation, native_id, name, handle, link, since, words, gone in rows:
        key = known.person(network, native_id, handle, link, name)
        one = met.setdefault(key, Met(network, key))
        one.nums.append(num)
        one.relations.append(RELATIONS[relation])
        one.name, one.handle = one.name or name, one.handle or handle
        one.link, one.words = one.link or link, one.words or words
        if since is not None:
            one.since = since if one.since is None else min(one.since, since)
        one.gone = one.gone and bool(gone)
    return met


def _somebody(
    one: Met, pages: Mapping[str, tuple[int, int | None]], choices: Mapping[int, tuple[Choice, date | None]]
) -> Somebody:
    times, last = 0, None
    for name in {one.name, one.handle} - {""}:
        count, at = pages.get(name, (0, None))
        times += count
        last = max((at_ for at_ in (last, at) if at_ is not None), default=None)
    choice, done_on = choices.get(one.key, (None, None))
    relations = tuple(relation for relation in CLOSE if relation in one.relations)
    return Somebody(
        one.key, one.network, one.name, one.handle, one.link, one.words, relations, _day(one.since), times, _day(last),
        choice, done_on, one.gone,
    )  # fmt: skip


def _day(seconds: int | None) -> date | None:
    return None if seconds is None else local_day(datetime.fromtimestamp(seconds, UTC))


def _worth_a_look(one: Somebody) -> tuple[bool, bool, int, bool, date, str]:
    closest = CLOSE.index(one.relations[0]) if one.relations else len(CLOSE)
    return one.gone, one.choice is not None, closest, one.times > 0, one.since or date.max, one.shown.casefold()
