"""Meta's exports as pages: blocks, whose class names change every year but not how they are built.

A block is a `div` with `uiBoxWhite` among its classes: a heading, texts, addresses, tables of labels and values, and a
written-out date without a zone as its last small text.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.html_text import Event, events
from footprint.archives.parsing.prose import When, prose
from footprint.archives.parsing.records import relative_media
from footprint.archives.parsing.streams import Kept
from footprint.archives.parsing.texts import clean, line, link
from footprint.archives.records import Media

_SPLITS = frozenset({"div", "td", "th", "tr", "table", "li", "ul", "p", "h1", "h2", "h3", "h4", "br", "section"})
_LONGEST_DATE = 60
_MOST = 400  # texts of one block


@dataclass
class Block:
    """What one block says."""

    heading: str = ""
    texts: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)  # (address, its words)
    files: list[str] = field(default_factory=list)

    def taken(self) -> When | None:
        """The date, which is taken out of the texts: the last that reads as one."""
        for texts in (self.texts, list(self.labels.values())):
            for at in range(len(texts) - 1, -1, -1):
                found = prose(texts[at]) if len(texts[at]) <= _LONGEST_DATE else None
                if found:
                    if texts is self.texts:
                        del self.texts[at]
                    else:
                        self.labels = {key: one for key, one in self.labels.items() if one != texts[at]}
                    return found
        return None

    @property
    def address(self) -> str:
        """The first address out of the archive."""
        return next((found for one, _words in self.links if (found := link(one))), "")

    @property
    def words(self) -> str:
        """The texts that are no words of an address."""
        of_links = {words for _one, words in self.links}
        return clean("\n".join(one for one in self.texts if one not in of_links))

    def media(self, member: Member, context: Context) -> tuple[Media, ...]:
        """The pictures and films it shows, each once."""
        return tuple(relative_media(context, member.path, one) for one in dict.fromkeys(self.files))


class _Reading:
    """A block while its events come."""

    def __init__(self) -> None:
        self.block = Block()
        self._open: list[str] = []
        self._said: list[str] = []
        self._label = ""
        self._address = ""
        self._address_words: list[str] = []

    def take(self, event: Event) -> bool:
        """False when the block has ended."""
        if event.kind == "=":
            self._said.append(event.words)
            if self._address:
                self._address_words.append(event.words)
            return True
        if event.name in _SPLITS:
            self._flush()
        if event.kind == "+":
            if event.name == "tr":
                self._label = ""
            self._begin(event)
        else:
            if event.name == "a":
                self._end_of_address()
            if event.name in self._open:
                while self._open.pop() != event.name:
                    pass
            elif event.name == "div":
                return False
        return True

    def _begin(self, event: Event) -> None:
        if event.name == "a":
            self._end_of_address()
            self._address = event.href
        elif event.name in ("img", "video", "audio", "source") and event.href and "://" not in event.href:
            self.block.files.append(event.href)
        if event.name in _SPLITS and event.name != "br":
            self._open.append(event.name)

    def _end_of_address(self) -> None:
        if self._address:
            self.block.links.append((self._address, " ".join("".join(self._address_words).split())))
            self._address, self._address_words = "", []

    def _flush(self) -> None:
        said, self._said = " ".join("".join(self._said).split()), []
        if not said or len(self.block.texts) > _MOST or len(self.block.labels) > _MOST:
            return
        around = self._open[-1] if self._open else ""
        if around in ("h1", "h2", "h3", "h4") and not self.block.heading:
            self.block.heading = line(said)
        elif "td" in self._open or "th" in self._open:
            if not self._label:
                self._label = said[:200]
                self.block.labels.setdefault(self._label, "")
            else:
                before = self.block.labels[self._label]
                self.block.labels[self._label] = f"{before}\n{said}" if before else said
        else:
            self.block.texts.append(said)

    def ended(self) -> Block:
        self._flush()
        self._end_of_address()
        return self.block


def blocks(member: Member) -> Iterator[Block]:
    """The blocks of a page, in their order; what broke the member off is raised behind them."""
    with contextlib.closing(Kept(member.open())) as stream:
        reading: _Reading | None = None
        for event in events(cast(BinaryIO, stream)):
            if event.kind == "+" and event.name == "div" and "uiBoxWhite" in event.words:
                if reading is not None:
                    yield reading.ended()
                reading = _Reading()
            elif reading is not None and not reading.take(event):
                yield reading.ended()
                reading = None
        if reading is not None:
            yield reading.ended()
        stream.settle()


_SIGNS = (b"uiBoxWhite", b"_a6-g", b"_3-95", b"_2pin", b"Facebook. All Rights Reserved", b"Meta Platforms")
_BASE = re.compile(rb"<base\s+href=\"(?:\.\./){0,6}\"")


def looks_like_page(path: str, head: bytes) -> bool:
    """Whether a file begins as Meta's pages do. The classes may come behind a long style sheet."""
    if not path.casefold().endswith((".html", ".htm")) or b"<html" not in head[:300].lower():
        return False
    return any(sign in head for sign in _SIGNS) or _BASE.search(head) is not None
