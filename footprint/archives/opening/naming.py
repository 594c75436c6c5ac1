"""What a file's name alone says of it, for all networks alike."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Set

_PICTURES = "jpg jpeg jpe jfif png gif webp avif heic heif bmp tif tiff ico svg dng raw cr2 nef arw psd"
_FILMS = "mp4 m4v mov avi mkv webm 3gp 3g2 mpg mpeg wmv flv mts m2ts mp"
_SOUNDS = "mp3 m4a aac ogg oga opus wav flac amr srt vtt"
_OTHERS = "woff woff2 ttf otf eot css map pdf"
_MEDIA = frozenset(f"{_PICTURES} {_FILMS} {_SOUNDS} {_OTHERS}".split())
_PACKED = re.compile(r"\.(?:zip|tar|tgz|tbz2?|txz|gz|bz2|xz|7z|rar)$", re.IGNORECASE)


def ending(path: str) -> str:
    """What stands after the last dot of the name, in small letters."""
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return name[dot + 1 :].lower() if dot >= 0 else ""


def is_media(path: str) -> bool:
    """A picture, a film, a sound, a letter shape: no reader is asked about it."""
    return path[path.rfind(".") + 1 :].lower() in _MEDIA


def is_packed(path: str) -> bool:
    return _PACKED.search(path) is not None


def without_wrappers(path: str, most: int = 3) -> Iterator[str]:
    """The path, then the same with one, two, three outer folders less."""
    yield path
    for _ in range(most):
        _first, slash, path = path.partition("/")
        if not slash:
            return
        yield path


class Paths(Set[str]):
    """A set of paths in eight bytes each, for archives of a million members. `every` lists them anew each time.

    Two paths of a million have the same eight bytes with a chance of 1 in 30 million.
    """

    def __init__(self, every: Callable[[], Iterator[str]]) -> None:
        self._every = every
        self._sums = array("q", sorted(array("q", map(hash, every()))))

    def __contains__(self, path: object) -> bool:
        wanted = hash(path)
        at = bisect_left(self._sums, wanted)
        return at < len(self._sums) and self._sums[at] == wanted

    def __iter__(self) -> Iterator[str]:
        return self._every()

    def __len__(self) -> int:
        return len(self._sums)
