"""What the process that reads archives hands to the one that keeps: batches, and where to go on after each.

for batch in read_apart(paths, Options(), task, start=checkpoint):
    ...keep the batch and batch.checkpoint in one transaction...
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from footprint.archives.records import Connection, Entry, Flag, Held, Trouble, Why

FlagsOf = Callable[[Entry], tuple[Flag, ...]]


class Flagging(msgspec.Struct, frozen=True):
    """Who raises flags, in the process that reads: `maker` is "package.module:function".

    The function is called once with `settings` (bytes of its own making: which lenses, the names of employers) and
    gives back a `FlagsOf`.
    """

    maker: str
    settings: bytes = b""


class Options(msgspec.Struct, frozen=True):
    """What the person chose. `me` is their own name in chats; `networks` limits what is read ("" = all of them)."""

    messages: bool = False
    me: str = ""
    networks: tuple[str, ...] = ()
    flagging: Flagging | None = None


class Carried(msgspec.Struct, frozen=True, array_like=True):
    """What members of one network's export know from those read before them (`Context` in `contract.py`)."""

    account: str = ""
    facts: dict[str, str] = {}
    counts: dict[str, int] = {}


class Checkpoint(msgspec.Struct, frozen=True, array_like=True):
    """Where to go on: the member at `place` in the order of reading, after its first `ordinal` records.

    `path` tells whether the set is still the same one; if it is not, reading starts at the beginning.
    """

    place: int = 0
    path: str = ""
    ordinal: int = 0
    carried: dict[str, Carried] = {}

    def packed(self) -> bytes:
        return msgspec.msgpack.encode(self)

    @staticmethod
    def unpacked(data: bytes) -> Checkpoint:
        """Raises `ValueError` (msgspec's own is one) when it is not a checkpoint."""
        return msgspec.msgpack.decode(data, type=Checkpoint)


class Tally(msgspec.Struct, frozen=True, array_like=True):
    """What a batch holds of one member. `member` is its path in the archive, or "" for what concerns a whole part.

    `part` is the name of the file or folder the person chose it from. `ended` says that the member is done, and then
    `stated` how many entries the export itself says it has.
    """

    network: str
    member: str
    part: str
    entries: int = 0
    connections: int = 0
    held: int = 0
    troubles: tuple[Trouble, ...] = ()
    ended: bool = False
    stated: int | None = None


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """Records in the order of the files, a few thousand at most; small members share a batch.

    `tallies` tells the members apart: the first `entries` of the first tally are of its member, and so on. `items`
    counts the records of all batches of this reading so far, this one included; `done_bytes` of `total_bytes` those
    of the members that are read (as packed in the archive).
    """

    entries: list[tuple[Entry, tuple[Flag, ...]]]
    connections: list[Connection]
    held: list[Held]
    tallies: list[Tally]
    done_bytes: int
    total_bytes: int
    items: int
    checkpoint: Checkpoint


class Part(msgspec.Struct, frozen=True, array_like=True):
    """One file or folder the person chose. `form` is "zip", "tar", "folder" or "file"."""

    name: str
    form: str
    size: int
    members: int
    troubles: tuple[Trouble, ...] = ()


class Estimate(msgspec.Struct, frozen=True, array_like=True):
    """Members of one network with the same role: about how many records are in them, None when nobody can say."""

    network: str
    role: str
    members: int
    size: int
    about: int | None = None


class Network(msgspec.Struct, frozen=True, array_like=True):
    """A network that was recognised. `share` is 0 to 1: how much of what could be recognised speaks for it."""

    name: str
    share: float
    members: int
    not_exported: tuple[str, ...] = ()


class Inside(msgspec.Struct, frozen=True, array_like=True):
    """What is in there, before anything is imported.

    `left` are reasons with their counts; `unknown` the first paths nobody knows; `ambiguous` paths that stand in the
    set more than once with different contents.
    """

    parts: tuple[Part, ...]
    networks: tuple[Network, ...]
    estimates: tuple[Estimate, ...]
    left: tuple[tuple[Why, int], ...]
    unknown: tuple[str, ...]
    ambiguous: tuple[str, ...]
    members: int
    size: int
    to_read: int
