"""Small pictures of what a copy holds, decoded in a process apart and in memory only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from footprint import worker
from footprint.archives.index.finding import Row
from footprint.archives.index.imported import imports
from footprint.archives.opening.reading import fetch
from footprint.errors import FootprintError
from footprint.search.kept_pictures import BadPicture
from footprint.search.picture_notes import PictureNotes, read_notes
from footprint.tasks import Task
from footprint.vault import Vault

_LARGEST = 60_000_000  # bytes of pictures for one process


@dataclass(frozen=True)
class Thumbnail:
    """The first picture of an entry. `notes` is None where it is a film, damaged, or of a kind that is not shown.

    `there`: the copy lies where it was and holds the file.
    """

    row: Row
    there: bool
    notes: PictureNotes | None = None


class CannotShow(FootprintError):
    """The process that decodes gave up; the pictures are then shown as missing."""


def pictures_of(vault: Vault, wanted: Sequence[tuple[str, str]], task: Task | None = None) -> dict[str, bytes]:
    """(network, path in the copy) -> bytes, out of the newest copies that lie where they were."""
    found: dict[str, bytes] = {}
    for copy in imports(vault):
        missing = [path for network, path in wanted if network in copy.networks and path not in found]
        paths = [path for path in copy.paths if path.exists()]
        if missing and paths:
            found.update((path, data) for path, data in fetch(paths, missing, task) if data is not None)
    return found


def thumbnails(vault: Vault, rows: Iterable[Row], task: Task | None = None) -> tuple[Thumbnail, ...]:
    """One for each entry that has a picture, in their order."""
    first = [(row, next(medium.path for medium in row.entry.media if medium.path)) for row in _with_pictures(rows)]
    found = pictures_of(vault, [(row.entry.network, path) for row, path in first], task)
    small = _decoded(found, task)
    return tuple(Thumbnail(row, path in found, small.get(path)) for row, path in first)


def _with_pictures(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if any(medium.path for medium in row.entry.media)]


def _decoded(found: dict[str, bytes], task: Task | None) -> dict[str, PictureNotes]:
    """In as few processes as the sizes allow; one that breaks costs its own pictures only."""
    small: dict[str, PictureNotes] = {}
    batch: dict[str, bytes] = {}
    for path, data in found.items():
        if batch and sum(map(len, batch.values())) + len(data) > _LARGEST:
            small.update(_some(batch, task))
            batch = {}
        batch[path] = data
    small.update(_some(batch, task) if batch else {})
    return small


def _some(batch: dict[str, bytes], task: Task | None) -> dict[str, PictureNotes]:
    try:
        told = worker.apart(read_many, msgspec.msgpack.encode(list(batch.values())), refusal=CannotShow, task=task)
    except FootprintError:
        return {}
    return {path: notes for path, notes in zip(batch, told, strict=False) if notes is not None}


def read_many(data: bytes) -> list[PictureNotes | None]:
    """For the other process: what each picture shows and tells, None for what is no picture."""
    return [_one(one) for one in msgspec.msgpack.decode(data, type=list[bytes])]


def _one(content: bytes) -> PictureNotes | None:
    try:
        return read_notes(content)
    except BadPicture:
        return None
