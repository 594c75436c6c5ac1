"""Deletes the copies a person brought in, if they ask for it at the end; never by itself, and never a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from footprint import shredding
from footprint.i18n import _
from footprint.shredding import CannotShred, left_over
from footprint.tasks import Task


@dataclass(frozen=True)
class Outcome:
    """What became of one file: `problem` is "" when it is gone, else why it is not."""

    file: Path
    problem: str = ""


@dataclass(frozen=True)
class Shredded:
    """`left`: where copies may still be, in sentences; never empty, and to be read before and after."""

    files: tuple[Outcome, ...]
    left: tuple[str, ...]


def what_stays(files: Sequence[Path]) -> tuple[str, ...]:
    """What shredding these files cannot reach, each sentence once."""
    return tuple(dict.fromkeys(sentence for file in files for sentence in left_over(file)))


def shred(files: Sequence[Path], task: Task | None = None) -> Shredded:
    """Overwrite and delete each file that was brought in. A folder stays: it may hold more than the copy.

    Files of 50 GB take minutes; `Stopped` leaves the rest as it was.
    """
    stays = what_stays(files)
    return Shredded(tuple(_one(file, task or Task()) for file in files), stays)


def _one(file: Path, task: Task) -> Outcome:
    if file.is_dir() and not file.is_symlink():
        return Outcome(file, _("This is a folder, and it may hold other things. Delete it yourself."))
    try:
        shredding.shred(file, task)
    except CannotShred as problem:
        return Outcome(file, str(problem))
    return Outcome(file)
