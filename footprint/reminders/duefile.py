"""`due.json` beside the vault: what is due as dates and counts, so that a reminder works while the notes are locked.

    {"version": 1, "days": {"2026-11-16": 2, "2027-01-05": 1}, "told": "2026-11-16"}

`days` says how many things come up on which day; `told` is the last day on which that was said, or null. There is
nothing else in it and no room for anything else: a day is checked to be a day and a count to be a whole number, on the
way in and on the way out. Who may read the folder can learn from it when checks are due, and how many.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from footprint.reminders.digests import Due

FILE = "due.json"
LOCK = "due.lock"
_VERSION = 1
_LARGEST = 1_000_000
_MOST_DAYS = 10_000
_MOST = 1_000_000
_WAIT = 2.0  # seconds for another process that is writing


def load(folder: Path) -> Due:
    """What is noted; nothing where there is no file, or it cannot be read. Whatever is odd in it is left out."""
    try:
        with (folder / FILE).open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return Due({})
    if not isinstance(found, dict) or found.get("version") != _VERSION:
        return Due({})
    days = found.get("days")
    return Due(_days(days if isinstance(days, dict) else {}), _day(found.get("told")))


def text_of(due: Due) -> str:
    """The file's whole text."""
    days = {day.isoformat(): int(count) for day, count in sorted(due.days.items()) if 0 < count <= _MOST}
    told = due.told.isoformat() if due.told else None
    return json.dumps({"version": _VERSION, "days": dict(list(days.items())[:_MOST_DAYS]), "told": told})


def keep_days(folder: Path, days: Mapping[date, int]) -> Due:
    """Note what is due now; the day it was last said stays. Raises `OSError`."""
    return _change(folder, lambda old: Due(dict(days), old.told))


def keep_told(folder: Path, told: date) -> Due:
    """Note that it was said on that day. Raises `OSError`."""
    return _change(folder, lambda old: Due(old.days, told))


def claim(folder: Path, day: date) -> bool:
    """Note that it is said on `day`, unless another process did so since: two at once say it once."""
    first = False

    def put(old: Due) -> Due:
        nonlocal first
        first = old.told != day
        return Due(old.days, day)

    _change(folder, put)
    return first


def give_back(folder: Path, told: date | None) -> None:
    """It could not be said after all: what stood there before stands again."""
    with suppress(OSError):
        _change(folder, lambda old: Due(old.days, told))


def _change(folder: Path, to: Callable[[Due], Due]) -> Due:
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    with _held(folder):
        old = load(folder)
        new = to(old)
        if new != old or not (folder / FILE).exists():
            temporary = folder / f"{FILE}.tmp"
            with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write(text_of(new))
            temporary.replace(folder / FILE)
    return new


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / LOCK, timeout=_WAIT, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as problem:
        raise OSError("due.json is being written") from problem
    try:
        yield
    finally:
        lock.release()


def _days(found: Mapping[object, object]) -> dict[date, int]:
    kept = {}
    for text, count in list(found.items())[:_MOST_DAYS]:
        day = _day(text)
        if day is not None and type(count) is int and 0 < count <= _MOST:
            kept[day] = count
    return kept


def _day(text: object) -> date | None:
    if not isinstance(text, str) or len(text) != 10:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
