"""The sums and looks that keep a hostile archive from costing more than a line in the report.

Limits go by ratio, not by a fixed total: real archives reach 50 GB. Deflate cannot pack more than about 1,030 to 1.
Exports of JSON, CSV and HTML pack 5 to 40 to 1, and lists of almost the same lines up to 120; so a member that unpacks
to more than 250 times what it takes is not what it says. The first megabytes are free, since a short list of zeros is
harmless, but not for each of a million members: what is above the ratio is drawn from one purse for the whole set.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.records import Trouble, Why

RATIO = 250
FREE = 64 << 20  # bytes a member may unpack to whatever its ratio
PURSE = 2 << 30  # bytes above the ratio for all members of a set together
MEMBERS = 1_000_000  # files in one archive that are looked at; the largest real ones have some 300,000
LONGEST_NAME = 1024
_TOLD = 40  # members named for each reason; the others are counted

_DRIVE = re.compile(r"^[A-Za-z]:")
_LITTER = (".DS_Store", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini")
_PLAIN = re.compile(r"[A-Za-z0-9_()\[\]+=~@#$%&!,;' -][^\\/:\0]*(?:/[A-Za-z0-9_()\[\]+=~@#$%&!,;' -][^\\/:\0]*)*")


def label(name: str) -> str | None:
    """The name of a member as a path with forward slashes, or None where it points outside or is no name at all."""
    if _PLAIN.fullmatch(name) and len(name) <= LONGEST_NAME and name.isprintable():
        return name  # nearly all of them
    if "\\" in name and "/" not in name:
        name = name.replace("\\", "/")
    if name.startswith("/") or _DRIVE.match(name) or "\0" in name or len(name) > LONGEST_NAME:
        return None
    pieces = [piece for piece in re.split(r"[/\\]", name) if piece not in ("", ".")]
    if not pieces or any(piece.strip(" ") == ".." for piece in pieces):
        return None
    return shown("/".join(piece for piece in name.split("/") if piece not in ("", ".")))


def shown(name: str) -> str:
    """The name without anything that could turn or break the line it is printed on."""
    return name if name.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


def is_litter(path: str) -> bool:
    """What a Mac or Windows adds to a folder by itself."""
    return "__MACOSX/" in path or "/._" in path or path.startswith("._") or path.endswith(_LITTER)


@dataclass
class Left:
    """What was left out while an archive was opened, by reason. The first of each are named."""

    counts: Counter[Why] = field(default_factory=Counter)
    named: dict[Why, list[str]] = field(default_factory=dict)

    def add(self, why: Why, where: str = "", count: int = 1) -> None:
        self.counts[why] += count
        told = self.named.setdefault(why, [])
        if where and count == 1 and len(told) < _TOLD:
            told.append(shown(where)[:200])

    def troubles(self) -> Iterator[Trouble]:
        """One for each that is named, and one for all the others with the same reason."""
        for why, count in self.counts.items():
            told = self.named.get(why, [])
            for where in told:
                yield Trouble(why, 1, where)
            if count > len(told):
                yield Trouble(why, count - len(told))


class Purse:
    """What all members of a set may unpack to above their ratio."""

    def __init__(self, size: int | None = None) -> None:
        self.left = PURSE if size is None else size


class Meter:
    """Compares what comes out of a packed stream with what went in."""

    def __init__(self, purse: Purse) -> None:
        self._purse = purse
        self._paid = 0
        self.taken = 0
        self.given = 0

    def count(self, taken: int, given: int) -> None:
        """`taken` bytes more were unpacked to `given` more. Raises `BrokenMember` when that is too much."""
        self.taken += taken
        self.given += given
        above = self.given - self.taken * RATIO
        if above <= self._paid:
            return
        self._purse.left -= above - self._paid
        self._paid = above
        if above > FREE or self._purse.left < 0:
            raise BrokenMember(Why.TOO_LARGE)
