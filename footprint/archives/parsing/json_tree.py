"""Walking a JSON member: the elements of every list that is reached through objects alone, with the keys on the way.

Small members are decoded in one go; large ones and broken ones element by element, so that what stood before the
break is kept.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson
import msgspec

from footprint.archives.contract import Member
from footprint.archives.parsing.streams import Kept
from footprint.archives.parsing.texts import mend, mend_all
from footprint.archives.records import Trouble, Why

Path = tuple[str, ...]
Item = tuple[Path, object]
SMALL = 4 * 1024 * 1024
_DEEPEST = 8
_NESTED = 200  # a value deeper than this is no data of a network
NO_KEYS: frozenset[str] = frozenset()
_decode = msgspec.json.Decoder().decode


def walk(
    member: Member, record: frozenset[str] = NO_KEYS, *, mended: bool = False, ordered: bool = False
) -> Iterator[Item]:
    """Each element of a list as (keys on the way, element); an object with one of the keys `record` as itself; and a
    text or number that stands in an object outside any list. Where the member is broken the last value is a `Trouble`.

    `mended` undoes Meta's bytes; `ordered` minds keys that come twice in one object.
    """
    stream = Kept(member.open())
    with member_closed(stream):
        start = stream.read(SMALL + 1)
        if len(start) > SMALL:
            stream.put_back(start)
            yield from _mended(streamed(stream), mended)
        else:
            yield from _mended(_small(start, record, ordered), mended)
        stream.settle()


class member_closed:
    """`with`: close the stream whatever happens."""

    def __init__(self, stream: io.RawIOBase) -> None:
        self._stream = stream

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self._stream.close()


def _mended(found: Iterator[Item], mended: bool) -> Iterator[Item]:
    if not mended:
        return found
    return ((tuple(map(mend, path)), mend_all(value)) for path, value in found)


def _small(data: bytes, record: frozenset[str], ordered: bool) -> Iterator[Item]:
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    if not data.strip(b" \t\r\n\x00"):
        yield (), Trouble(Why.EMPTY)
        return
    try:
        value = decoded(data)
    except (ValueError, RecursionError):
        yield from streamed(io.BytesIO(data))
        return
    if ordered and type(value) is dict:
        yield from streamed(io.BytesIO(data))
    else:
        yield from spread(value, record)


def decoded(data: bytes) -> Any:
    """What JSON stands in `data`; raises `ValueError` or `RecursionError`."""
    try:
        return _decode(data)
    except (msgspec.DecodeError, UnicodeError):
        return json.loads(data.decode("utf-8", "replace"), strict=False)


def whole(member: Member, *, mended: bool = False, largest: int = 32 * 1024 * 1024) -> object:
    """The member as one value, for what is small by nature (a profile); a `Trouble` when it cannot be read."""
    stream = Kept(member.open())
    with member_closed(stream):
        data = stream.read(largest + 1)
        if len(data) > largest:
            return Trouble(Why.TOO_LARGE)
        try:
            value = decoded(data.removeprefix(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError):
            stream.settle()
            return Trouble(Why.BROKEN_FILE)
        return mend_all(value) if mended else value


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


def streamed(stream: BinaryIO | io.RawIOBase) -> Iterator[Item]:
    """The same walk through a stream, event by event; what is complete before a break comes out."""
    events = ijson.basic_parse(stream, use_float=True)
    try:
        for event, value in events:
            yield from _walk(events, event, value, ())
    except (ijson.JSONError, ValueError, RecursionError, OverflowError, RuntimeError):  # a bare end is a RuntimeError
        yield (), Trouble(Why.BROKEN_FILE)


def _walk(events: Iterator[tuple[str, Any]], event: str, value: Any, path: Path) -> Iterator[Item]:
    if event == "start_map" and len(path) <= _DEEPEST:
        for event, key in events:
            if event == "end_map":
                return
            inner, value = next(events)
            yield from _walk(events, inner, value, (*path, key))
    elif event == "start_array":
        for event, value in events:
            if event == "end_array":
                return
            yield path, _built(events, event, value)
    else:
        yield path, _built(events, event, value)


def _built(events: Iterator[tuple[str, Any]], event: str, value: Any, depth: int = 0) -> object:
    if depth > _NESTED:
        raise ValueError("nested too deep")
    if event == "start_map":
        found: dict[str, object] = {}
        for event, key in events:
            if event == "end_map":
                break
            inner, value = next(events)
            found[key] = _built(events, inner, value, depth + 1)
        return found
    if event == "start_array":
        return [_built(events, inner, one, depth + 1) for inner, one in iter(events.__next__, ("end_array", None))]
    return value
