"""Google's activity as a page, which may have 100 MB: blocks are taken from the stream one by one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.html_text import Event, events
from footprint.archives.parsing.prose import When, prose
from footprint.archives.parsing.streams import Kept
from footprint.archives.readers.google.activity import Counting
from footprint.archives.records import Record

_MOST_TEXTS = 60  # of one block


class _Block:
    """One activity while it is read: its product, its first address, and the texts around."""

    def __init__(self) -> None:
        self.product = ""
        self.address = ""
        self.texts: list[str] = []
        self.part = ""  # the cell that is open
        self.cells = 0

    def take(self, event: Event) -> None:
        if event.kind == "+":
            if "header-cell" in event.words:
                self.part = "header"
            elif "content-cell" in event.words:
                self.part = "content"
                self.cells += 1
            elif event.name == "a" and self.cells == 1 and not self.address:
                self.address = event.href
        elif event.kind == "=" and event.words.strip():
            if self.part == "header" and not self.product:
                self.product = event.words.strip()
            elif self.cells == 1 and len(self.texts) < _MOST_TEXTS:
                self.texts.append(event.words.strip())

    def when(self) -> When | None:
        """The date stands last in the first cell."""
        return next((found for found in map(prose, reversed(self.texts)) if found), None)


def read(member: Member, context: Context) -> Iterator[Record]:
    counting = Counting(context)
    with contextlib.closing(Kept(member.open())) as stream:
        for block in _blocks(events(cast(BinaryIO, stream))):
            when = block.when()
            if block.texts or block.address:
                yield from counting.one(block.address, block.product, when.at if when else None)
        yield from counting.at_end()
        stream.settle()


def _blocks(found: Iterator[Event]) -> Iterator[_Block]:
    """A block runs to the beginning of the next: some are closed at the wrong place."""
    block: _Block | None = None
    for event in found:
        if event.kind == "+" and "outer-cell" in event.words:
            if block is not None:
                yield block
            block = _Block()
        elif block is not None:
            block.take(event)
    if block is not None:
        yield block
