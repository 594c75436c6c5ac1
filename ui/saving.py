"""Files the person asks for: a word before one goes where it is copied elsewhere, and one when it cannot be written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.vault import DiskFull
from ui.kit.dialogs import Question
from ui.kit.files import ask_save, synced_folder_words


class NotSaved(FootprintError):
    """The place does not take the file: no room, no right, or no such folder."""

    def __init__(self) -> None:
        super().__init__(_("The file could not be saved there. Choose another folder."))


@contextmanager
def writing() -> Iterator[None]:
    """Around the lines that write the file, on a lane's thread. Raises `DiskFull` or `NotSaved` for an `OSError`."""
    try:
        yield
    except OSError as problem:
        raise DiskFull if problem.errno == errno.ENOSPC else NotSaved from problem


@contextmanager
def whole_file(path: Path, *, for_others: bool = False) -> Iterator[Path]:
    """A file beside `path` to write to, readable by its owner alone, which takes the place of `path` once it is whole.

    With `for_others` it is one that is to be handed round, and everybody may read it.

    When it is stopped or cannot be written, what was there before stays, and nothing half-made is left.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with writing():
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            yield part
            if for_others:
                part.chmod(0o644)
            part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink()


def save_as(
    parent: QWidget, title: str, suggested: str, filters: Sequence[str], write: Callable[[Path], object]
) -> QFileDialog:
    """Let the person say where; `write` gets the place, once they know that its folder is copied elsewhere if it is."""

    def chosen(path: Path) -> None:
        warn_of_copies(parent, path, lambda: write(path), lambda: save_as(parent, title, suggested, filters, write))

    return ask_save(parent, title, suggested, filters, chosen)


def warn_of_copies(
    parent: QWidget,
    path: Path,
    write: Callable[[], object],
    elsewhere: Callable[[], object] | None = None,
    *,
    beside: str = "",
) -> Question | None:
    """Go on to `write`, after a question where files of this folder are copied to somewhere else.

    `elsewhere` asks for another place; without it the answer is not to save. `beside` is said as well.
    """
    words = synced_folder_words(path.parent)
    if not words:
        write()
        return None
    leave = _("Choose another place") if elsewhere is not None else _("Do not save")
    said = f"{words} {beside}" if beside else words
    question = Question(parent.window(), _("Save it there?"), said, _("Save it there"), leave)
    question.accepted.connect(write)
    if elsewhere is not None:
        question.rejected.connect(elsewhere)
    question.open()
    return question
