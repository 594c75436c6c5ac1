"""Takes a page apart: what can be read on it, and the few marks that tell what kind of page it is.

One walk from front to back, in time that grows with the length and no faster, whatever is in it: every step goes on
from where the one before ended, and nothing is searched for twice. It never raises.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

MOST = 1_000_000
"""Letters of a page that are walked; what follows is not read."""
_LONGEST_TAG = 8_192
_MOST_ATTRIBUTES = 40
_SILENT = frozenset({"script", "style", "template", "svg", "noscript", "iframe", "object", "textarea", "select"})
_HEADINGS = frozenset({"h1", "h2"})
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:-]{0,30}")
_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:.-]{0,40})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SHOWN = ("alt", "title", "aria-label", "placeholder")
_BLANKS = re.compile(r"\s+")


@dataclass
class Markup:
    """What the walk found. Texts are unescaped; `extra` is what stands in attributes and in descriptions."""

    title: str = ""
    headings: list[str] = field(default_factory=list)
    text: str = ""
    extra: str = ""
    unscripted: str = ""  # what is said to those without scripts
    canonical: str = ""
    about: str = ""  # og:url
    robots: str = ""
    refresh: str = ""
    passwords: int = 0
    scripts: int = 0
    images: int = 0


def take_apart(source: str) -> Markup:
    """Every page, whole or broken, gives something."""
    walk = Walk(source[:MOST])
    walk.run()
    return walk.found()


class Walk:
    """From front to back; what is said, opened and closed on the way can be listened to by one made from it."""

    def __init__(self, source: str) -> None:
        self._source, self._at = source, 0
        self._low = source.lower() if len(source.lower()) == len(source) else _same_length_lower(source)
        self._markup = Markup()
        self._text: list[str] = []
        self._extra: list[str] = []
        self._unscripted: list[str] = []
        self._title: list[str] = []
        self._heading: list[str] | None = None
        self._ends: dict[str, int] = {}

    def run(self) -> None:
        source, end = self._source, len(self._source)
        while self._at < end:
            here = source.find("<", self._at)
            if here < 0:
                self.say(source[self._at :])
                return
            self.say(source[self._at : here])
            self._at = here + 1
            self._tag()

    def found(self) -> Markup:
        one = self._markup
        one.title = tidy(" ".join(self._title))
        one.text = tidy("".join(self._text), lines=True)
        one.extra = "\n".join(self._extra)
        one.unscripted = tidy(" ".join(self._unscripted))
        one.headings = [tidy(text) for text in one.headings]
        return one

    # -- one thing after another ---------------------------------------------------------------------

    def say(self, raw: str) -> None:
        if not raw:
            return
        self._text.append(raw)
        if self._heading is not None:
            self._heading.append(raw)

    def _tag(self) -> None:
        source, at = self._source, self._at
        if source.startswith("!--", at):
            self._at = self._after("-->", at + 3)
        elif source[at : at + 1] in ("!", "?"):
            self._at = self._after(">", at)
        elif source[at : at + 1] == "/":
            name = _NAME.match(source, at + 1)
            self._at = self._after(">", at)
            self.close(name[0].lower() if name else "")
        else:
            name = _NAME.match(source, at)
            if name is None:
                self.say("<")
                return
            inside = self._inside(name.end())
            self.open(name[0].lower(), inside)

    def _inside(self, start: int) -> str:
        """The attributes of a tag; a `>` between quotes does not end it unless the quotes never close nearby."""
        source, at, before = self._source, start, ""
        limit = min(len(source), start + _LONGEST_TAG)
        while at < limit:
            letter = source[at]
            if letter == ">":
                self._at = at + 1
                return source[start:at]
            if letter in "\"'" and before == "=":
                at = source.find(letter, at + 1, limit)
                if at < 0:
                    break
            before = before if letter.isspace() else letter
            at += 1
        self._at = self._after(">", start)
        return source[start : min(self._at, limit)].rstrip(">")

    def _after(self, mark: str, start: int) -> int:
        """Behind the next `mark`, or the end. A mark that is nowhere ahead is not searched for again."""
        if self._ends.get(mark, start - 1) >= len(self._source):
            return len(self._source)
        found = self._low.find(mark, start)
        if found < 0:
            self._ends[mark] = len(self._source)
            return len(self._source)
        return found + len(mark)

    def open(self, name: str, inside: str) -> None:
        told = _attributes(inside) if inside.strip(" /\t\r\n") else {}
        if name == "title":
            end = self._after("</title", self._at)
            if not self._title:
                self._title.append(tidy(self._source[self._at : end].rpartition("</")[0]))
            self._at = self._after(">", end)
            return
        if name in _SILENT:
            self.silent(name, told)
            return
        if name in _HEADINGS:
            self._end_heading()
            self._heading = []
        self._notes(name, told)
        self.opened(name, told)
        self._text.append("\n" if name not in INLINE else "")

    def opened(self, name: str, told: dict[str, str]) -> None:
        """A tag that is not silent, with its attributes."""

    def scripted(self, told: dict[str, str], content: str) -> None:
        """A script, with its attributes."""

    def silent(self, name: str, told: dict[str, str]) -> None:
        start = self._at
        end = self._after(f"</{name}", start)
        content = self._source[start:end]
        if end < len(self._source) or content.lower().endswith(f"</{name}"):
            content = content[: -len(name) - 2]
            self._at = self._after(">", end)
        else:
            self._at = end
        if name == "script":
            self._markup.scripts += 1
            self.scripted(told, content)
            if "ld+json" in told.get("type", ""):
                self._extra.append(content[:20_000])
        elif name == "noscript":
            self._unscripted.append(_TAGS.sub(" ", content[:5_000]))

    def close(self, name: str) -> None:
        if name in _HEADINGS:
            self._end_heading()
        self._text.append("\n" if name not in INLINE else "")

    def _end_heading(self) -> None:
        if self._heading is not None and len(self._markup.headings) < 20:
            self._markup.headings.append("".join(self._heading)[:2_000])
        self._heading = None

    def _notes(self, name: str, told: dict[str, str]) -> None:
        one = self._markup
        if len(self._extra) < 2_000:
            self._extra += [told[key] for key in _SHOWN if told.get(key)]
        if name == "meta":
            self._meta(told)
        elif name == "link" and "canonical" in told.get("rel", "").lower().split():
            one.canonical = one.canonical or told.get("href", "").strip()
        elif name == "input" and told.get("type", "").lower() == "password":
            one.passwords += 1
        elif name == "img":
            one.images += 1

    def _meta(self, told: dict[str, str]) -> None:
        one, content = self._markup, told.get("content", "")
        what = (told.get("name") or told.get("property") or "").lower()
        if what in ("description", "og:title", "og:description", "twitter:title", "author", "profile:username"):
            self._extra.append(content)
        elif what == "og:url":
            one.about = one.about or content.strip()
        elif what == "robots":
            one.robots = one.robots or " ".join(content.lower().split())[:100]
        elif told.get("http-equiv", "").lower() == "refresh":
            _seconds, _sign, target = content.partition("=")
            one.refresh = one.refresh or target.strip(" \"'")


INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "img",
    ]
)
_TAGS = re.compile(r"<[^<>]{0,500}>")


def _attributes(inside: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside[:_LONGEST_TAG]):
        name = match[1].lower()
        if name not in told:
            told[name] = html.unescape(match[2] or match[3] or match[4] or "")
        if len(told) >= _MOST_ATTRIBUTES:
            break
    return told


def tidy(raw: str, *, lines: bool = False) -> str:
    """Unescaped, its blanks made one each; with `lines`, lines are kept apart."""
    text = html.unescape(raw)
    if not lines:
        return _BLANKS.sub(" ", text).strip()
    kept = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in kept if line)


def _same_length_lower(source: str) -> str:
    """Lower case without changing any place: a few letters grow when they are made small."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in source)
