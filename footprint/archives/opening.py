"""The files and folders a person chose, opened where they lie: nothing is unpacked to the disk, nothing is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from footprint.archives.broken import BrokenMember
from footprint.archives.containers import unpacked
from footprint.archives.containers.base import Beat, Container, no_beat
from footprint.archives.containers.folder import Folder, Single
from footprint.archives.containers.guards import Purse, shown
from footprint.archives.containers.kept_file import KeptFile
from footprint.archives.containers.tarred import Tarred
from footprint.archives.containers.zipped import Zipped, ends_as_zip, is_zip
from footprint.archives.records import Trouble, Why

PARTS = 4000  # files chosen at once
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
        seen: set[tuple[int, int]] = set()
        for number, path in enumerate(map(Path, paths)):
            if number in without:
                continue
            try:
                about = path.stat()
                if (about.st_dev, about.st_ino) in seen and about.st_ino:
                    raise BrokenMember(Why.COPY)
                seen.add((about.st_dev, about.st_ino))
                if len(self.parts) >= PARTS:
                    raise BrokenMember(Why.TOO_MANY)
                self.parts.append(open_part(path, self.purse, beat))
                self.numbers.append(number)
            except BrokenMember as problem:
                self.refused.append((shown(path.name), Trouble(problem.why, where=shown(path.name))))
            except OSError:
                self.refused.append((shown(path.name), Trouble(Why.BROKEN_FILE, where=shown(path.name))))

    def close(self) -> None:
        for part in self.parts:
            part.close()

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_part(path: Path, purse: Purse, beat: Beat = no_beat) -> Container:
    """What is at `path`, by its content and not by its name. Raises `BrokenMember` or `OSError`."""
    if path.is_dir():
        return Folder(path)
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
        return Single(path)
    finally:
        if not kept:
            file.close()
