"""Entries as numbers: what stands in the index in place of words, and rows in the order of time.

An id is the second of an entry and one of 16 places in it. Whatever walks the rows, the word index too, then meets
them in the order of time, and newest first is a walk from the end: nothing is sorted. Where a second is full (copies
that give only days have thousands in one) the next seconds take the rest.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b

import msgspec

from footprint.archives.records import Audience, Connection, Entry, Held, HeldKind, Kind, Relation, State

# What is stored for each member: its place here. New members go to the end, none is ever taken out.
KINDS: tuple[Kind, ...] = (
    Kind.POST, Kind.STORY, Kind.NOTE, Kind.REVIEW, Kind.ANSWER, Kind.COMMENT, Kind.REPLY, Kind.PHOTO, Kind.VIDEO,
    Kind.TAG_OF_ME, Kind.REACTION, Kind.SHARE, Kind.REPOST, Kind.SAVE, Kind.GROUP, Kind.PAGE, Kind.EVENT,
    Kind.PROFILE, Kind.MESSAGE,
)  # fmt: skip
AUDIENCES: tuple[Audience, ...] = (
    Audience.PUBLIC, Audience.UNLISTED, Audience.FRIENDS, Audience.SOME, Audience.ONE, Audience.ME, Audience.UNKNOWN,
)  # fmt: skip
STATES: tuple[State, ...] = (State.LIVE, State.NO_TEXT, State.DELETED, State.DRAFT)
RELATIONS: tuple[Relation, ...] = (
    Relation.FRIEND, Relation.FOLLOWER, Relation.FOLLOWING, Relation.ASKED_ME, Relation.ASKED_BY_ME,
    Relation.BLOCKED, Relation.REMOVED,
)  # fmt: skip
HELD_KINDS: tuple[HeldKind, ...] = (
    HeldKind.LOGIN, HeldKind.DEVICE, HeldKind.APP, HeldKind.ADVERTISER, HeldKind.INTEREST, HeldKind.INFERENCE,
    HeldKind.ADDRESS_BOOK, HeldKind.SEARCH, HeldKind.VIEW, HeldKind.PLACE, HeldKind.DETAIL,
)  # fmt: skip
KIND_NUM = {one: n for n, one in enumerate(KINDS)}
AUDIENCE_NUM = {one: n for n, one in enumerate(AUDIENCES)}
STATE_NUM = {one: n for n, one in enumerate(STATES)}
RELATION_NUM = {one: n for n, one in enumerate(RELATIONS)}
HELD_NUM = {one: n for n, one in enumerate(HELD_KINDS)}

PHOTO, FILM, PLACE, LOCAL = 1, 2, 4, 8
"""Bits of `marks`. Counts by month know the first three."""
COUNTED = PHOTO | FILM | PLACE

PLACES = 16
"""Places in one second."""
UNDATED = 1 << 34
"""Ids of entries without a time are below this, counted down from it, so that they keep the order of their file."""
_SHIFT = 1 << 32
_EARLIEST, _LATEST = -(1 << 31), 1 << 33  # 1901 and 2242; what lies outside is no time of a post
_ENDLESS = 1 << 62
_DAY, _EPOCH = 86_400, date(1970, 1, 1)

# Ids of these are a network's own for one thing, whoever's copy it stands in; others are marks on somebody's thing.
_OWN = frozenset(
    {Kind.POST, Kind.STORY, Kind.NOTE, Kind.REVIEW, Kind.ANSWER, Kind.COMMENT, Kind.REPLY, Kind.PHOTO, Kind.VIDEO,
     Kind.REPOST, Kind.MESSAGE}
)  # fmt: skip
_pack = msgspec.msgpack.Encoder().encode


def first_place(at: int) -> int:
    """The first id of that second (since 1970, UTC)."""
    return (min(max(at, _EARLIEST), _LATEST) + _SHIFT) * PLACES


def bounded(number: int | None, most: int = 1 << 40) -> int | None:
    """A number from an archive as it can be kept: none that is beyond all sense, whatever read it."""
    return number if number is not None and -most < number < most else None


def second_of(entry_id: int) -> int | None:
    """About when it was: exact unless its second was full. None without a time."""
    return None if entry_id < UNDATED else entry_id // PLACES - _SHIFT


def month_of(entry_id: int) -> int:
    """Years times 12 and months from 0, in UTC; 0 without a time."""
    return 0 if entry_id < UNDATED else _month_of_day((entry_id // PLACES - _SHIFT) // _DAY)


@lru_cache(maxsize=8_192)
def _month_of_day(day: int) -> int:
    when = _EPOCH + timedelta(days=day)
    return when.year * 12 + when.month - 1


def month_number(year: int, month: int = 1) -> int:
    """The same for a month of a year, counted from 1."""
    return year * 12 + month - 1


def month_ids(month: int) -> tuple[int, int]:
    """The first id of a month and the one after its last."""
    if month <= 0:
        return 0, UNDATED
    return _month_start(month), _month_start(month + 1)


def _month_start(month: int) -> int:
    year, n = divmod(month, 12)
    if year > 9999:
        return _ENDLESS
    return first_place(int(datetime(year, n + 1, 1, tzinfo=UTC).timestamp()))


def marks_of(one: Entry) -> int:
    marks = LOCAL if one.local else 0
    if one.lat is not None or one.place:
        marks |= PLACE
    if one.kind is Kind.PHOTO:
        marks |= PHOTO
    elif one.kind is Kind.VIDEO:
        marks |= FILM
    for medium in one.media:
        if medium.mime.startswith("image/"):
            marks |= PHOTO
        elif medium.mime.startswith("video/"):
            marks |= FILM
        if medium.lat is not None:
            marks |= PLACE
    return marks


class Keys:
    """Hashes under a salt of the vault: 63 bits. Of a million entries, two share one in one vault of twenty million.

    Nobody who writes an archive knows the salt, so nobody can make two entries meet on purpose.
    """

    def __init__(self, salt: bytes) -> None:
        self._base = blake2b(digest_size=8, key=salt)

    def _number(self, data: bytes) -> int:
        made = self._base.copy()
        made.update(data)
        return int.from_bytes(made.digest(), "big") >> 1 or 1

    def entry(self, one: Entry) -> int:
        """What tells an entry from others: its own id where the network gives one, else all that it says."""
        if one.native_id:
            whose = "" if one.kind in _OWN else one.account
            return self._number(_pack((one.network, one.kind, whose, one.native_id)))
        return self._number(
            _pack((one.network, one.kind, one.account, one.at, one.text, one.where, one.link, one.ordinal, one.title))
        )

    def thread(self, one: Entry) -> int:
        return self._number(_pack((one.network, one.thread))) if one.thread else 0

    def connection(self, one: Connection) -> int:
        return self._number(
            _pack((one.network, one.account, one.relation, one.native_id or one.handle or one.link or one.name))
        )

    def person(self, network: str, native_id: str, handle: str, link: str, name: str) -> int:
        """Somebody, whatever they are to the person: by the network’s own id, or the best the copy gives instead."""
        return self._number(_pack(("person", network, native_id or handle or link or name)))

    def held(self, one: Held) -> int:
        return self._number(_pack((one.network, one.account, one.kind, one.words, one.at)))


def content_of(one: Entry) -> int:
    """A check sum of everything an entry holds."""
    return zlib.crc32(_pack(one))


def spans(months: Sequence[int]) -> list[tuple[int, int]]:
    """Ranges of ids (first, one after the last) for months given from the newest back; neighbours become one."""
    found: list[tuple[int, int]] = []
    for month in months:
        first, after = month_ids(month)
        if found and found[-1][0] == after:
            found[-1] = (first, found[-1][1])
        else:
            found.append((first, after))
    return found
