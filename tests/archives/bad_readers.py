"""A reader that does whatever the name of its member says, to see what the process around it makes of that."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.opening.apart import child
from footprint.archives.records import Entry, Held, HeldKind, Kind, Record


class Bad:
    name = "bad"
    not_exported = ("Nothing is left out.",)

    def claim(self, path: str, head: bytes) -> Claim | None:
        if path == "head.bad" and head.startswith(b"crash"):
            os.abort()
        return Claim("bad", 10 if path.startswith("first") else 50, 0.9) if path.endswith(".bad") else None

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        name = Path(member.path).stem
        if name.startswith("first"):
            context.account = name
        with member.open() as stream:
            data = stream.read()
        for number in range(5):
            yield Entry("bad", Kind.POST, context.account, f"{name} {number}", number, data.decode())
        yield from _act(name)

    def pages(self) -> Mapping[str, str]:
        return {}


def _act(name: str) -> Iterator[Record]:
    """What the name says."""
    if name == "crash":
        os.abort()
    if name == "hang":
        time.sleep(600)
    if name == "memory":
        yield Held("bad", HeldKind.PLACE, words="x" * len(bytearray(4 << 30)))
    if name == "raise":
        raise RuntimeError(name)
    if name == "wrong":
        yield Entry("bad", Kind.POST, text=cast(Any, 12))
        yield Entry("bad", Kind.POST, where=cast(Any, 12))
        yield Entry("bad", Kind.POST, text="half \ud83d of one", title="nul\0")
    if name == "net":
        socket.create_connection(("127.0.0.1", 9))
    if name == "write":
        Path("written.txt").write_text("x")
    if name == "print":
        print("no frame")  # noqa: T201  # that is what is tried


def serve() -> None:
    child._readers = lambda: (Bad(),)  # type: ignore[assignment]  # the readers of the app are not asked here
    child.serve()
