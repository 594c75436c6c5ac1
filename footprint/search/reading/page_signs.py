"""What kind of page an answer is: one that says something, a wall, one that is not there, or no page at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footprint.search.matching.names import fold
from footprint.search.reading import phrases
from footprint.search.reading.markup import Markup
from footprint.search.reading.sign import Sign

LEAST = 60  # words: with fewer, what a page says of itself is all it says
FEW = 120
SHELL = 25
_LONGEST_HEADING = 14  # words: a longer one tells of something else that is gone
_PAGES = ("html", "xml", "text/plain", "json")
_TEXT = bytes([*b"\t\n\f\r\x1b", *range(0x20, 0x7F), *range(0x80, 0x100)])


def is_page(body: bytes, content_type: str) -> bool:
    """Whether `body` is text of some kind, whatever it calls itself."""
    kind = content_type.partition(";")[0].strip().lower()
    looks = any(one in kind for one in _PAGES) if kind else body[:200].lstrip()[:1] in (b"<", b"")
    return (looks and not _is_binary(body[:8_000])) or _wide(body)


def _is_binary(start: bytes) -> bool:
    """A picture or an archive, whatever it calls itself: text has NUL bytes by mistake, and hardly a control sign."""
    nothing = start.count(b"\0")
    return nothing > len(start) // 4 + 1 or len(start.translate(None, _TEXT)) - nothing > len(start) // 40 + 1


def _wide(body: bytes) -> bool:
    """UTF-16 is half NUL bytes and a page all the same."""
    return body[:2] in (b"\xff\xfe", b"\xfe\xff") and not body.startswith((b"\xff\xfe\x00\x00",))


def has_markup(content_type: str, source: str) -> bool:
    return "html" in content_type.lower() or "xml" in content_type.lower() or "<" in source[:2_000]


def signs_of(markup: Markup, source: str, words: int, refresh: str) -> frozenset[Sign]:
    """What the page says of itself: first its title and headings, then, when they say nothing, its few words.

    `words` is how many can be read on it; `refresh` is where it sends on to by itself, or "".
    """
    heads = (_plain(markup.title), *(_plain(one) for one in markup.headings))
    start = _plain(markup.text[:4_000])
    found: set[Sign] = set()
    if _any(phrases.GONE, tuple(one for one in heads if one.count(" ") < _LONGEST_HEADING)):
        found.add(Sign.GONE_HEADING)
    found |= set(_walls(markup, source, heads, "" if found else start, words))
    if words < FEW and phrases.GONE.search(start):
        found.add(Sign.GONE_TEXT)
    if words < SHELL and (markup.scripts >= 1 or phrases.SCRIPTS_NEEDED.search(_plain(markup.unscripted) + start)):
        found.add(Sign.SCRIPTED)
    if refresh:
        found.add(Sign.REFRESH)
    return frozenset(found)


def _walls(markup: Markup, source: str, heads: tuple[str, ...], start: str, words: int) -> Iterator[Sign]:
    """A page of few words that is about something else first; `start` is empty where its heading says it is gone:
    then a cookie notice or “Log in” in a corner is only that."""
    if words >= FEW:
        return
    about = " ".join(heads) if words >= LEAST else f"{' '.join(heads)} {start}"
    marked = words < SHELL and any(mark in source[:200_000].casefold() for mark in phrases.CHALLENGE_MARKS)
    if marked or phrases.CHALLENGE.search(about):
        yield Sign.CHALLENGE
    if phrases.TROUBLE.search(about):
        yield Sign.TROUBLE
    if _any(phrases.SIGN_IN, heads) or (phrases.SIGN_IN.search(start) and (markup.passwords > 0 or words < LEAST)):
        yield Sign.LOGIN
    if phrases.CONSENT.search(about):
        yield Sign.CONSENT


def _any(pattern: re.Pattern[str], texts: tuple[str, ...]) -> bool:
    return any(pattern.search(one) for one in texts if one)


def _plain(text: str) -> str:
    """Folded, on one line, as the phrases are written; long headings say something else."""
    return " ".join(fold(text[:4_000]).replace("’", "").split())
