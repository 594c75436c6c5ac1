"""The copies that were brought in, with what came of each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from footprint import dates
from footprint.archives.index import store
from footprint.archives.index.course import Course
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.vault import Vault


@dataclass(frozen=True)
class Imported:
    """One reading of a copy. `ended_at` is None while it was stopped and can go on."""

    number: int
    started_at: datetime
    ended_at: datetime | None
    course: Course
    paths: tuple[Path, ...]

    @property
    def networks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line.network for line in self.course.lines if line.network))


def imports(vault: Vault) -> tuple[Imported, ...]:
    """Newest first."""
    with vault.reading() as db:
        return tuple(_imported(store.imports(db)))


def imported(vault: Vault, number: int) -> Imported:
    """Raises `NotFound`."""
    found = next((one for one in imports(vault) if one.number == number), None)
    if found is None:
        raise NotFound(_("This copy is not here any more."))
    return found


def _imported(rows: Iterable[tuple[Any, ...]]) -> Iterable[Imported]:
    for number, started, ended, _newest, tally, paths in rows:
        yield Imported(
            number,
            dates.from_text(started),
            dates.from_text(ended) if ended else None,
            Course.unpacked(tally),
            tuple(Path(one) for one in json.loads(paths)),
        )
