"""What goes over the pipe: one byte that says what it is, four for the length, and msgpack. Decoded strictly."""

from __future__ import annotations

import struct
from enum import Enum
from typing import BinaryIO

import msgspec

from footprint.archives.opening.batches import Carried, Checkpoint, Options, Tally
from footprint.archives.records import Connection, Entry, Flag, Held

LARGEST = 48 << 20  # bytes of one frame; a batch is about one megabyte, a picture may be large
_HEAD = struct.Struct("<cI")


class Frame(Enum):
    """What a frame is."""

    SCANNING = b"s"  # a part is looked through now
    MEMBER = b"m"  # a member is read now
    BEAT = b"."  # bytes gone through since the last one
    PARCEL = b"p"
    INSIDE = b"i"
    FILE = b"f"
    DONE = b"e"


class BadFrame(Exception):
    """The other side sent what no reader sends."""


class Job(msgspec.Struct, frozen=True):
    """What the process is asked for: "read", "look", or "fetch" or "outline" the members `wanted`."""

    what: str
    paths: tuple[bytes, ...]  # as the system writes them, which need not be text
    options: Options = Options()
    start: Checkpoint | None = None
    without: tuple[int, ...] = ()  # parts that broke their reader
    avoid: tuple[int, ...] = ()  # places of members that did
    careful: bool = False  # tell of each member before it is read, since one of the next breaks its reader
    wanted: tuple[str, ...] = ()
    most: int = 0


class AtMember(msgspec.Struct, frozen=True, array_like=True):
    """Which member is being read."""

    place: int
    member: str
    part: str
    network: str
    done: int


class Parcel(msgspec.Struct, frozen=True, array_like=True):
    """A `Batch` on its way. `carried` only when it changed."""

    entries: list[tuple[Entry, tuple[Flag, ...]]]
    connections: list[Connection]
    held: list[Held]
    tallies: list[Tally]
    done: int
    total: int
    place: int
    path: str
    ordinal: int
    carried: dict[str, Carried] | None = None


class LooseParcel(msgspec.Struct, frozen=True, array_like=True):
    """The same with its records not looked at yet, to keep the good ones of a parcel that has a bad one."""

    entries: list[msgspec.Raw]
    connections: list[msgspec.Raw]
    held: list[msgspec.Raw]
    tallies: list[Tally]
    done: int
    total: int
    place: int
    path: str
    ordinal: int
    carried: dict[str, Carried] | None = None


class Fetched(msgspec.Struct, frozen=True, array_like=True):
    """One file out of the archive, or `data` None when it is not there, too large or broken."""

    wanted: str
    data: bytes | None


def packed(kind: Frame, data: bytes = b"") -> bytes:
    return _HEAD.pack(kind.value, len(data)) + data


def receive(file: BinaryIO) -> tuple[Frame, bytes] | None:
    """The next frame, None when the pipe has ended. Raises `BadFrame`."""
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    mark, size = _HEAD.unpack(head)
    try:
        kind = Frame(mark)
    except ValueError:
        raise BadFrame from None
    if size > LARGEST:
        raise BadFrame
    data = file.read(size)
    return (kind, data) if len(data) == size else None
