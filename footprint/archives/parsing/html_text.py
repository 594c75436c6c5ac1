"""HTML to text as events, never rendered: scripts and styles are dropped, no more than a piece is held at a time."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import BinaryIO, NamedTuple

from footprint.archives.parsing.texts import clean, unescaped

PIECE = 256 * 1024
_DROPPED = frozenset({"script", "style", "template", "noscript", "svg", "head", "iframe", "object"})
_BREAKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "table", "pre"})
_VOID = frozenset(
    {"br", "img", "hr", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track"}
)
_TAG = re.compile(r"<[a-zA-Z/!?][^>]{0,4000}>")


class Event(NamedTuple):
    """`+` an element begins, `-` it ends, `=` text. Void elements (`br`, `img`) only begin."""

    kind: str
    name: str
    words: str = ""  # its class when it begins, or the text
    href: str = ""  # or src


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
            return
        if tag in _DROPPED:
            self._hidden.append(tag)
            return
        found = dict(attrs)
        address = found.get("href") or found.get("src") or ""
        self.events.append(Event("+", tag, clean(found.get("class") or ""), clean(address)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            if tag not in _VOID:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1] or tag in ("body", "html"):
                self._hidden.pop()
            return
        if tag not in _VOID:
            self.events.append(Event("-", tag))

    def handle_data(self, data: str) -> None:
        if not self._hidden and data:
            self.events.append(Event("=", "", clean(data)))


def events(stream: BinaryIO) -> Iterator[Event]:
    """The elements and texts of a page in their order, read piece by piece."""
    parser = _Parser()
    decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
    while piece := stream.read(PIECE):
        yield from _fed(parser, decode(piece))
    yield from _fed(parser, decode(b"", True), close=True)


def _fed(parser: _Parser, text: str, close: bool = False) -> Iterator[Event]:
    parser.feed(text)
    if close:
        parser.close()
    found, parser.events = parser.events, []
    yield from found


def plain(markup: str) -> str:
    """The words of a small piece of HTML: paragraphs and breaks become lines, everything else only its text."""
    if "<" not in markup:
        return unescaped(markup).strip()
    parser = _Parser()
    parser.feed(markup)
    parser.close()
    parts: list[str] = []
    for event in parser.events:
        if event.kind == "=":
            parts.append(event.words)
        elif event.name in _BREAKS and (event.kind == "-" or event.name == "br"):
            parts.append("\n")
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """No blanks around lines and no more than one empty line after another."""
    lines = [" ".join(one.split()) for one in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def looks_like_markup(text: str) -> bool:
    """Whether a tag stands in `text`."""
    return _TAG.search(text) is not None
