"""Single files out of a set, pictures above all, for those who look at an entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers.base import Beat, Container
from footprint.archives.opening.naming import is_media


def fetched(
    parts: Sequence[Container], wanted: Sequence[str], most: int, beat: Beat
) -> Iterator[tuple[str, bytes | None]]:
    """Each wanted path with its bytes; None when nothing ends like it, or it is longer than `most`.

    A path stands for the shortest one in the set that is it or ends with it, since an export may be wrapped in a
    folder, and media split from the lists that name them.
    """
    places = _places(parts, wanted, beat)
    for path in wanted:
        place = places.get(path)
        yield path, _bytes(parts[place[0]], place[1], most) if place else None


def outlined(parts: Sequence[Container], wanted: Sequence[str], beat: Beat) -> Iterator[tuple[str, bytes | None]]:
    """The outline of each wanted file, for a report about one that nobody knows."""
    from footprint.archives.opening.skeleton.outline import outline

    places = _places(parts, wanted, beat)
    for path in wanted:
        place = places.get(path)
        yield path, outline(parts[place[0]], place[1]).encode() if place else None


def _places(parts: Sequence[Container], wanted: Sequence[str], beat: Beat) -> dict[str, tuple[int, int]]:
    by_name: dict[str, list[str]] = {}
    for path in wanted:
        by_name.setdefault(path.rpartition("/")[2], []).append(path)
    best: dict[str, tuple[int, int, int]] = {}
    for number, part in enumerate(parts):
        for row, there, _head in part.scan(0, _nothing, beat):
            for path in by_name.get(there.rpartition("/")[2], ()):
                found = (len(there), number, row)
                if (there == path or there.endswith("/" + path)) and found < best.get(path, (1 << 30, 0, 0)):
                    best[path] = found
    return {path: (number, row) for path, (_length, number, row) in best.items()}


def _nothing(_path: str) -> bool:
    return False


def _bytes(part: Container, row: int, most: int) -> bytes | None:
    data = bytearray()
    try:
        with part.open(row) as stream:
            while piece := stream.read(1 << 20):
                data += piece
                if len(data) > most:
                    return None
    except BrokenMember:
        return None if not is_media(part.path(row)) else bytes(data)  # half a picture is often worth a look
    return bytes(data)
