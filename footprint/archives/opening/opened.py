"""The files and folders a person chose, opened where they lie: nothing is unpacked to the disk, nothing is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers import unpacked
from footprint.archives.opening.containers.base import Beat, Container, no_beat
from footprint.archives.opening.containers.folder import Folder, Single
from footprint.archives.opening.containers.guards import Purse, shown
from footprint.archives.opening.containers.kept_file import KeptFile
from footprint.archives.opening.containers.tarred import Tarred
from footprint.archives.opening.containers.zipped import Zipped, ends_as_zip, is_zip
from footprint.archives.opening.naming import is_packed
from footprint.archives.records import Trouble, Why

PARTS = 900  # files at once, each of which may be held open
_ZIP_NAMES = (".zip",)


class Opened:
    """A set of parts, to be closed. Those that cannot be opened are in `refused`; those `without` are not tried."""

    def __init__(
        self, paths: Iterable[str | Path], beat: Beat = no_beat, *, without: Collection[int] = ()
    ) -> None:  # fmt: skip
        self.purse = Purse()
        self.parts: list[Container] = []
        self.numbers: list[int] = []  # which of the paths each part is
        self.refused: list[tuple[str, Trouble]] = []
        self._seen: set[tuple[int, int]] = set()
        for number, path in enumerate(map(Path, paths)):
            if number not in without:
                self._add(number, path, beat)

    def _add(self, number: int, path: Path, beat: Beat) -> None:
        try:
            self._once(path)
            inner = packed_in(path) if path.is_dir() else []
            self.parts.append(open_part(path, self.purse, beat, without=[each.name for each in inner]))
            self.numbers.append(number)
        except BrokenMember as problem:
            self._refuse(path, problem.why)
        except OSError:
            self._refuse(path, Why.BROKEN_FILE)
        else:
            for each in inner:
                self._add(number, each, beat)

    def _once(self, path: Path) -> None:
        """Raises `BrokenMember` for a file that is among the parts already, and when there are too many."""
        about = path.stat()
        if about.st_ino and (about.st_dev, about.st_ino) in self._seen:
            raise BrokenMember(Why.COPY)
        self._seen.add((about.st_dev, about.st_ino))
        if len(self.parts) >= PARTS:
            raise BrokenMember(Why.TOO_MANY)

    def _refuse(self, path: Path, why: Why) -> None:
        name = shown(path.name)
        self.refused.append((name, Trouble(why, where=name)))

    def close(self) -> None:
        for part in self.parts:
            part.close()

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def packed_in(folder: Path) -> list[Path]:
    """Archives right in a chosen folder: parts that were downloaded into it. Deeper ones are told as nested."""
    return sorted(
        each for each in folder.iterdir() if is_packed(each.name) and each.is_file() and not each.is_symlink()
    )


def open_part(path: Path, purse: Purse, beat: Beat = no_beat, *, without: Collection[str] = ()) -> Container:
    """What is at `path`, by its content and not by its name. Raises `BrokenMember` or `OSError`."""
    if path.is_dir():
        return Folder(path, without)
    file = KeptFile(path)
    kept = False
    try:
        head = file.at(0, 8)
        if is_zip(head) or (path.suffix.lower() in _ZIP_NAMES and ends_as_zip(path)):
            return Zipped(path, purse, beat)
        inside = unpacked.opened(file)
        if inside is not None:
            kept = True
            return Tarred(path, file, inside)
        if is_packed(path.name):
            raise BrokenMember
        return Single(path)
    finally:
        if not kept:
            file.close()
