"""What every report is put together from: headings, the lines under them, and how a copy that is kept is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext


@dataclass(frozen=True)
class Part:
    """A heading and what stands under it, line by line."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """Everything a copy holds, in its order."""

    title: str
    intro: str
    parts: tuple[Part, ...]
    foot: str


def how_many(n: int) -> str:
    """How many things of the list a report holds, which may be fewer than are on it."""
    return ngettext("{n} thing of the list is in it.", "{n} things of the list are in it.", n).format(n=number(n))


def written_lines(text: str) -> tuple[str, ...]:
    """The lines somebody typed, without the empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def copy_line(kind: str, taken_at: datetime, size: int, sha256: str) -> str:
    """A copy that is kept: what it is, since when, how many bytes, and its fingerprint."""
    words = _("{kind}, kept on {day}, {n} bytes, fingerprint (SHA-256) {sha}")
    return words.format(kind=kind, day=day_in_words(local_day(taken_at)), n=number(size), sha=in_groups(sha256))


def in_groups(code: str) -> str:
    """A long code in groups of eight, which a person can compare and a line can break between."""
    return " ".join(code[at : at + 8] for at in range(0, len(code), 8))
