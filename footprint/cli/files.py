"""Writing what the person asked for into a file of their choice."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from footprint.cli.output import write
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.vault import DiskFull

_LARGEST = 50_000_000


def read_file(file: Path) -> bytes:
    """The bytes of a file the person named (no more than any command takes), or a sentence."""
    try:
        with file.open("rb") as opened:
            return opened.read(_LARGEST)
    except OSError as problem:
        raise FootprintError(_("{file} could not be read.").format(file=file.name)) from problem


def put_file(file: Path, data: bytes, *, for_others: bool = False) -> None:
    """Write `data` to `file`, readable by its owner alone unless `for_others`; `-` is standard output, as text.

    A file that is there is replaced only once all of the new one is written.
    """
    if str(file) == "-":
        write(sys.stdout, data.decode("utf-8-sig").replace("\r\n", "\n"))
        return
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(data)
            if for_others:
                part.chmod(0o644)
            part.replace(file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise _in_words(problem, file) from problem


def make_folder(folder: Path) -> None:
    """Make a folder the person named, with those above it, or say why not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _in_words(problem, folder) from problem


def _in_words(problem: OSError, path: Path) -> FootprintError:
    if problem.errno == errno.ENOSPC:
        return DiskFull()
    return FootprintError(_("{file} could not be written there.").format(file=path.name))
