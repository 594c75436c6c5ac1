"""What the reading process holds of a list before it is made unreadable; nothing of this leaves that process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from footprint.errors import FootprintError
from footprint.passwords.records import Manager

MOST_LOGINS = 50_000
LARGEST = 60_000_000  # bytes of a list itself; a manager with ten thousand logins writes about 3


class BadExport(FootprintError):
    """This file is not a list of logins that can be read, and what to do instead."""


@dataclass(frozen=True)
class Raw:
    """One login as it stood in the list. Its `repr` shows no secret."""

    title: str
    urls: tuple[str, ...]
    username: str = field(repr=False)
    password: str = field(repr=False)
    two_step: bool | None = None
    changed: date | None = None


@dataclass(frozen=True)
class Found:
    """A recognised list. `raws` may be read once; None in it is a row that is no login."""

    manager: Manager
    raws: Iterator[Raw | None]
    says_two_step: bool
    says_dates: bool


def day_of(value: object) -> date | None:
    """A day out of what managers write: ISO text, seconds or milliseconds since 1970; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()
    try:
        if text.lstrip("-").replace(".", "", 1).isdigit():
            seconds = float(text)
            seconds = seconds / 1000 if seconds > 1e11 else seconds
            found = datetime.fromtimestamp(seconds, UTC).date() if seconds > 0 else None
        else:
            found = datetime.fromisoformat(text.replace("Z", "+00:00")).date()
    except (ValueError, OverflowError, OSError):
        return None
    return found if found and found.year >= 1990 else None
