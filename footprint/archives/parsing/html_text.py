"""HTML to text as events, never rendered: scripts and styles are dropped, no more than a piece is held at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from lxml import etree

from footprint.archives.parsing.texts import clean, unescaped

PIECE = 256 * 1024
_DROPPED = frozenset({"script", "style", "template", "noscript", "svg", "head", "iframe", "object", "textarea"})
_BREAKS = frozenset({"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "table", "pre"})
_VOID = frozenset(
    {"br", "img", "hr", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track"}
)
_TAG = re.compile(r"<[a-zA-Z/!?][^>]{0,4000}>")
_PLAIN_TAG = re.compile(r"</?(?:p|br|a|span|b|i|em|strong|u|del|code|ul|ol|li|blockquote|div|h[1-4])(?:\s[^<>]*)?/?>")
_PLAIN_BREAK = re.compile(r"<br(?:\s[^<>]*)?/?>|</(?:p|li|div|blockquote|ul|ol|h[1-4])\s*>")


class Event(NamedTuple):
    """`+` an element begins, `-` it ends, `=` text. Void elements (`br`, `img`) only begin."""

    kind: str
    name: str
    words: str = ""  # its class when it begins, or the text
    href: str = ""  # or src


class _Target:
    """What the parser calls. Elements that hold no words for people are left out with all they hold."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._hidden = 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        if self._hidden or tag in _DROPPED:
            self._hidden += 1
            return
        address = attrs.get("href") or attrs.get("src") or ""
        self.events.append(Event("+", tag, clean(attrs.get("class", "")), clean(address)))

    def end(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= 1
        elif tag not in _VOID:
            self.events.append(Event("-", tag))

    def data(self, data: str) -> None:
        if not self._hidden:
            self.events.append(Event("=", "", clean(data)))

    def comment(self, text: str) -> None:
        """Comments are no words for people."""

    def close(self) -> None:
        """Nothing is built."""


def events(stream: BinaryIO) -> Iterator[Event]:
    """The elements and texts of a page in their order, read piece by piece."""
    target = _Target()
    parser = etree.HTMLParser(target=target, no_network=True, huge_tree=True, encoding="utf-8")
    try:
        piece = stream.read(PIECE).removeprefix(b"\xef\xbb\xbf")
        while piece:
            parser.feed(piece)
            found, target.events = target.events, []
            yield from found
            piece = stream.read(PIECE)
        parser.close()
    except etree.LxmlError:  # empty, or beyond what the parser repairs: what came before counts
        pass
    yield from target.events


def plain(markup: str) -> str:
    """The words of a small piece of HTML: paragraphs and breaks become lines, everything else only its text."""
    if "<" not in markup:
        return unescaped(markup).strip()
    if markup.count("<") == len(_PLAIN_TAG.findall(markup)):  # what servers write; nothing to repair
        return tidy(unescaped(_PLAIN_TAG.sub("", _PLAIN_BREAK.sub("\n", markup))))
    target = _Target()
    parser = etree.HTMLParser(target=target, no_network=True, huge_tree=True, encoding="utf-8")
    try:
        parser.feed(clean(markup).encode())
        parser.close()
    except etree.LxmlError:
        pass
    parts: list[str] = []
    for event in target.events:
        if event.kind == "=":
            parts.append(event.words)
        elif event.name == "br" or (event.kind == "-" and event.name in _BREAKS):
            parts.append("\n")
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """No blanks around lines and no more than one empty line after another."""
    lines = [" ".join(one.split()) for one in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def looks_like_markup(text: str) -> bool:
    """Whether a tag stands in `text`."""
    return _TAG.search(text) is not None
