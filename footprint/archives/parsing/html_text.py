"""HTML to text as events, never rendered: scripts and styles are dropped, no more than a piece is held at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from lxml import etree

from footprint.archives.parsing.texts import clean, unescaped

PIECE = 256 * 1024
MOST_FED = 8 * 1024 * 1024  # bytes for one parser
_NOT_INSIDE = ((b"<script", b"</script"), (b"<style", b"</style"), (b"<!--", b"-->"), (b"<textarea", b"</textarea"))
_CUT, _MARK = b"</div>", "footprint: another parser goes on here"
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
        self.open: list[str] = []  # elements that have begun and not ended
        self.again = 0  # how many of those begin once more, for another parser
        self.over = False  # what comes now is made up by the parser that is closed
        self._hidden = 0

    @property
    def hides(self) -> bool:
        return self._hidden > 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        if self.over or self.again:
            self.again = max(0, self.again - 1)
            return
        if tag not in _VOID:
            self.open.append(tag)
        if self._hidden or tag in _DROPPED:
            self._hidden += 1
            return
        address = attrs.get("href") or attrs.get("src") or ""
        self.events.append(Event("+", tag, clean(attrs.get("class", "")), clean(address)))

    def end(self, tag: str) -> None:
        if self.over:
            return
        if tag not in _VOID and self.open:
            self.open.pop()
        if self._hidden:
            self._hidden -= 1
        elif tag not in _VOID:
            self.events.append(Event("-", tag))

    def data(self, data: str) -> None:
        if not self._hidden and not self.over:
            self.events.append(Event("=", "", clean(data)))

    def comment(self, text: str) -> None:
        """Comments are no words for people; ours ends what one parser is given."""
        self.over = self.over or text.endswith(_MARK)

    def close(self) -> None:
        """Nothing is built."""


def events(stream: BinaryIO) -> Iterator[Event]:
    """The elements and texts of a page in their order, read piece by piece.

    A parser keeps all it was fed until it is closed, and would need as much memory as the page; so every few megabytes
    another one goes on, inside the elements that are open then.
    """
    target = _Target()
    parser, fed = _parser(target), 0
    try:
        piece = stream.read(PIECE).removeprefix(b"\xef\xbb\xbf")
        while piece:
            cut = _cut(piece) if fed > MOST_FED and not target.hides else 0
            if cut:
                parser.feed(piece[:cut] + f"<!--{_MARK}-->".encode())
                parser.close()
                parser, fed, piece = _parser(target), 0, piece[cut:]
            parser.feed(piece)
            fed += len(piece)
            found, target.events = target.events, []
            yield from found
            piece = stream.read(PIECE)
        parser.close()
    except etree.LxmlError:  # empty, or beyond what the parser repairs: what came before counts
        pass
    yield from target.events


def _cut(piece: bytes) -> int:
    """Behind the last block that ends in `piece` and in no script, style or comment; 0 when there is none."""
    low = piece.lower()
    cut = low.rfind(_CUT) + len(_CUT)
    inside = any(low.rfind(begins, 0, cut) > low.rfind(ends, 0, cut) for begins, ends in _NOT_INSIDE)
    return cut if cut >= len(_CUT) and not inside else 0


def _parser(target: _Target) -> etree.HTMLParser:
    """A parser that stands inside the elements `target` has open."""
    parser = etree.HTMLParser(target=target, no_network=True, huge_tree=True, encoding="utf-8")
    target.over, target.again = False, len(target.open)
    if target.open:
        parser.feed("".join(f"<{name}>" for name in target.open).encode())
    return parser


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
