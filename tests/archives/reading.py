"""Reads a set of files with one reader as the app does: by claims, in their order. No process, no container."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from footprint.archives.contract import HEAD, Context, Reader
from footprint.archives.records import Record, Trouble, Why


class Bytes:
    """A member in memory."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self.size = len(content)
        self._content = content

    def open(self) -> BinaryIO:
        return io.BytesIO(self._content)


def read_all(
    reader: Reader, files: Mapping[str, bytes], *, messages: bool = False, me: str = "", order: Iterable[str] = ()
) -> list[Record]:
    context = Context(messages=messages, me=me, paths=frozenset(files))
    claims = {path: reader.claim(path, files[path][:HEAD]) for path in order or files}
    taken = sorted(((claim.order, path, claim) for path, claim in claims.items() if claim), key=lambda one: one[:2])
    found: list[Record] = []
    for _order, path, claim in taken:
        if claim.role:
            found += reader.read(Bytes(path, files[path]), claim.role, context)
        else:
            assert Why(claim.leave)
    assert all(type(one) is not Trouble or one.count > 0 for one in found)
    return found
