"""Whether a copy was read before: told by its files alone, in the time it takes to look at their ends.

A zip file keeps the names, sizes and check sums of all that is in it at its end, and a packed tar the check sum of the
whole. Two files that agree in size, start, middle and end hold the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from footprint.archives.opening.batches import Options

_START, _END = 64 * 1024, 4 * 1024 * 1024
_SMALL = 32 * 1024 * 1024  # read as a whole
_PIECES = 64


def print_of(paths: Sequence[Path], options: Options) -> bytes:
    """16 bytes that tell a set of files, in whatever order and place, read with these choices.

    Which lenses look at it makes no difference. Raises `OSError` when a file cannot be read.
    """
    made = blake2b(digest_size=16)
    made.update(repr((options.messages, options.me, sorted(options.networks))).encode())
    for one in sorted(_of_path(path) for path in paths):
        made.update(one)
    return made.digest()


def size_of(path: Path) -> int:
    """Bytes of a file; 0 for a folder."""
    return path.stat().st_size if path.is_file() else 0


def _of_path(path: Path) -> bytes:
    made = blake2b(digest_size=16)
    if path.is_dir():
        for name, size, changed in sorted(_walk(path)):
            made.update(repr((name, size, changed)).encode("utf-8", "surrogateescape"))
        return made.digest()
    size = path.stat().st_size
    made.update(b"%d" % size)
    with path.open("rb") as file:
        for start, length in _pieces(size):
            file.seek(start)
            made.update(file.read(length))
    return made.digest()


def _pieces(size: int) -> Iterable[tuple[int, int]]:
    if size <= _SMALL:
        return [(0, size)]
    between = [(size * n // _PIECES, 4096) for n in range(1, _PIECES)]
    return [(0, _START), *between, (size - _END, _END)]


def _walk(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Nothing of a link: what it points to is none of the copy's."""
    for at, _folders, names in os.walk(folder):
        for name in names:
            one = Path(at, name)
            if not one.is_symlink():
                found = one.stat()
                yield one.relative_to(folder).as_posix(), found.st_size, found.st_mtime_ns
