"""Collects what readers give into parcels of about a megabyte, each with the place where reading can go on."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec

from footprint.archives.opening.apart.frames import Parcel
from footprint.archives.opening.apart.trimming import LONGEST, is_fine, shortened, size_of, trimmed
from footprint.archives.opening.batches import Carried, FlagsOf, Tally
from footprint.archives.records import Connection, Entry, Flag, Held, Record, Trouble, Why

_RECORDS = 2000
_CHARACTERS = 600_000
_SECONDS = 0.5
_REASONS = 30  # different troubles told of one member


class Gatherer:
    """One for a whole reading. `send` gets parcels; `flags_of` is asked about each entry."""

    def __init__(self, send: Callable[[bytes], None], flags_of: FlagsOf | None, total: int) -> None:
        self._send = send
        self._flags_of = flags_of
        self._total = total
        self._encoder = msgspec.msgpack.Encoder()
        self._place, self._path = 0, ""
        self._carried: dict[str, Carried] | None = None
        self.done: Callable[[], int] = int
        self._clear()
        self._begin("", "", "")

    def _clear(self) -> None:
        self._entries: list[tuple[Entry, tuple[Flag, ...]]] = []
        self._connections: list[Connection] = []
        self._held: list[Held] = []
        self._tallies: list[Tally] = []
        self._characters = 0
        self._flushed = time.monotonic()

    def _begin(self, network: str, member: str, part: str) -> None:
        self._of = (network, member, part)
        self._counted = [0, 0, 0]
        self._troubles: dict[tuple[Why, str], int] = {}
        self.ordinal = 0

    def begin(self, place: int, network: str, member: str, part: str) -> None:
        """The next records are of this member."""
        self._place, self._path = place, member
        self._begin(network, member, part)

    def take(self, record: Record) -> None:
        """One record of the member."""
        self.ordinal += 1
        if isinstance(record, Entry):
            self._take_entry(record)
        elif isinstance(record, Connection):
            self._connections.append(shortened(record))
            self._counted[1] += 1
        elif isinstance(record, Held):
            self._held.append(shortened(record))
            self._counted[2] += 1
        else:
            self.trouble(record)
        if self._is_full():
            self.flush()

    def _take_entry(self, entry: Entry) -> None:
        size = size_of(entry)
        if not is_fine(entry, size):
            if size > LONGEST:
                self.trouble(Trouble(Why.CUT))
            entry = trimmed(entry)
            size = size_of(entry)
        flags = self._flags_of(entry) if self._flags_of is not None else ()
        self._entries.append((entry, flags))
        self._counted[0] += 1
        self._characters += size + 100

    def trouble(self, trouble: Trouble, most: int = _REASONS) -> None:
        """Troubles of one kind are added up; of more than `most` kinds the place is no longer told."""
        where = trouble.where[:200] if isinstance(trouble.where, str) else ""
        if (trouble.why, where) not in self._troubles and len(self._troubles) >= most:
            where = ""
        self._troubles[trouble.why, where] = self._troubles.get((trouble.why, where), 0) + trouble.count

    def told(self, why: Why) -> bool:
        """Whether the member has that trouble already."""
        return any(each is why for each, _where in self._troubles)

    def _is_full(self) -> bool:
        if len(self._entries) + len(self._connections) + len(self._held) >= _RECORDS:
            return True
        if self._characters >= _CHARACTERS:
            return True
        return self.ordinal % 64 == 0 and time.monotonic() - self._flushed > _SECONDS

    def _tally(self, ended: bool, stated: int | None) -> None:
        """Note what this parcel holds of the member."""
        troubles = tuple(Trouble(why, count, where) for (why, where), count in self._troubles.items())
        network, member, part = self._of
        entries, connections, held = self._counted
        self._tallies.append(Tally(network, member, part, entries, connections, held, troubles, ended, stated))
        self._counted = [0, 0, 0]
        self._troubles = {}

    def end(self, stated: int | None = None, carried: dict[str, Carried] | None = None) -> None:
        """The member is done, and others may know what it said."""
        self._tally(True, stated)
        self._carried = carried if carried is not None else self._carried
        self._place, self._path = self._place + 1, ""
        ordinal, self.ordinal = self.ordinal, 0
        if len(self._tallies) >= _RECORDS or ordinal >= _RECORDS or time.monotonic() - self._flushed > _SECONDS:
            self._out()

    def flush(self) -> None:
        """Send what there is of the member so far."""
        self._tally(False, None)
        self._out()

    def rest(self) -> None:
        """Send what is left at the end of everything."""
        if self._tallies:
            self._out()

    def _out(self) -> None:
        parcel = Parcel(
            self._entries, self._connections, self._held, self._tallies,
            self.done(), self._total, self._place, self._path, self.ordinal, self._carried,
        )  # fmt: skip
        self._send(self._encoded(parcel))
        self._carried = None
        self._clear()

    def _encoded(self, parcel: Parcel) -> bytes:
        try:
            return self._encoder.encode(parcel)
        except (UnicodeEncodeError, OverflowError, TypeError):  # one of its records cannot be written down
            return self._encoder.encode(
                msgspec.structs.replace(
                    parcel,
                    entries=[(trimmed(entry), flags) for entry, flags in parcel.entries],
                    connections=[shortened(each) for each in parcel.connections],
                    held=[shortened(each) for each in parcel.held],
                )
            )
