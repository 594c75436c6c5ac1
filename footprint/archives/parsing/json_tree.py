"""Walking a JSON member: the elements of every list that is reached through objects alone, with the keys on the way.

Small members are decoded in one go, so that one bare record can be told from a list; large and broken ones element by
element, so that what stood before a break is kept.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec

from footprint.archives.contract import Member
from footprint.archives.parsing.json_items import decoded, json_items
from footprint.archives.parsing.streams import Kept
from footprint.archives.parsing.texts import mend, mend_all
from footprint.archives.records import Trouble, Why

Path = tuple[str, ...]
Item = tuple[Path, object]
SMALL = 2 * 1024 * 1024
NO_KEYS: frozenset[str] = frozenset()
_DEEPEST = 8
_PREFIX = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[A-Za-z_$][\w.$]{0,200}\s*=(?!=)\s*)?")


def walk(
    member: Member, record: frozenset[str] = NO_KEYS, *, mended: bool = False, ordered: bool = False
) -> Iterator[Item]:
    """Each element of a list as (keys on the way, element); an object with one of the keys `record` as itself; and a
    text or number that stands in an object outside any list. Where the member is broken the value is a `Trouble`.

    `mended` undoes Meta's bytes; `ordered` minds keys that come twice in one object. What broke the member off is
    raised at the end.
    """
    with contextlib.closing(Kept(member.open())) as stream:
        start = stream.read(SMALL + 1)
        found = None if ordered or len(start) > SMALL else _at_once(start, record)
        if found is None:
            stream.put_back(start)
            found = json_items(cast(BinaryIO, stream))
        if mended:
            for path, value in found:
                yield tuple(map(mend, path)), mend_all(value)
        else:
            yield from found
        stream.settle()


def _at_once(data: bytes, record: frozenset[str]) -> Iterator[Item] | None:
    """The walk through what is small and whole; None when it is neither."""
    prefix = _PREFIX.match(data)
    raw = (data[prefix.end() :] if prefix else data).rstrip(b"; \t\r\n\x00")
    if not raw:
        return iter([((), Trouble(Why.EMPTY))])
    try:
        msgspec.json.decode(raw, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    return spread(decoded(raw), record)


def whole(member: Member, *, mended: bool = False, largest: int = 16 * 1024 * 1024) -> object:
    """The member as one value, for what is small by nature (a profile); a `Trouble` when it cannot be read."""
    with contextlib.closing(Kept(member.open())) as stream:
        data = stream.read(largest + 1)
        if len(data) > largest:
            return Trouble(Why.TOO_LARGE)
        prefix = _PREFIX.match(data)
        value = decoded((data[prefix.end() :] if prefix else data).rstrip(b"; \t\r\n\x00"))
        if type(value) is Trouble:
            stream.settle()
            return Trouble(Why.BROKEN_FILE)
        return mend_all(value) if mended else cast(object, value)


def spread(value: object, record: frozenset[str] = NO_KEYS, path: Path = ()) -> Iterator[Item]:
    """The same walk through a value that is decoded already."""
    if type(value) is list:
        for one in value:
            yield path, one
    elif type(value) is dict and len(path) <= _DEEPEST and record.isdisjoint(value):
        for key, one in value.items():
            yield from spread(one, record, (*path, key))
    else:
        yield path, value
