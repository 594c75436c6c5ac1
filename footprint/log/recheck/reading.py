"""An answer made into what is kept of it. Pure, never raises, in bounded time whatever came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from footprint.log.recheck import phrases
from footprint.log.recheck.likeness import shape_of, short_hash
from footprint.log.recheck.markup import Markup, take_apart
from footprint.log.recheck.named import Named
from footprint.log.recheck.records import Page, Sign
from footprint.search.names import fold
from footprint.web.text import decode

_LEAST = 60  # words: with fewer, what a page says of itself is all it says
_FEW = 120
_SHELL = 25
_LONGEST_HEADING = 14  # words: a longer one tells of something else that is gone
_PAGES = ("html", "xml", "text/plain", "json")
_LONGEST_URL = 2_000


def read_page(body: bytes, content_type: str, url: str, who: Named, salt: str) -> Page:
    """What is kept of the answer `body` that came from `url`. `salt` makes its hashes this item's own."""
    if not _is_page(body, content_type):
        return Page(digest=short_hash(body.hex(), salt), length=len(body), signs=frozenset({Sign.FILE}))
    source = decode(body, content_type)
    markup = take_apart(source) if _has_markup(content_type, source) else Markup(text=source)
    words = who.others_in(markup.text)
    refresh = _joined(url, markup.refresh)
    named = any(who.in_text(text) for text in (markup.title, markup.text, markup.extra) if text)
    return Page(
        title=short_hash(" ".join(who.others_in(markup.title)), salt) if markup.title else "",
        canonical=_joined(url, markup.canonical or markup.about),
        robots=markup.robots,
        length=len(markup.text),
        words=len(words),
        named=named,
        digest=short_hash(" ".join(words), salt),
        shape=shape_of(words, salt),
        signs=_signs(markup, source, len(words), refresh),
        refresh=refresh,
    )


def _is_page(body: bytes, content_type: str) -> bool:
    kind = content_type.partition(";")[0].strip().lower()
    looks = any(one in kind for one in _PAGES) if kind else body[:200].lstrip()[:1] in (b"<", b"")
    return (looks and body[:8_000].count(b"\0") <= len(body[:8_000]) // 4 + 1) or _wide(body)


def _wide(body: bytes) -> bool:
    """UTF-16 is half NUL bytes and a page all the same."""
    return body[:2] in (b"\xff\xfe", b"\xfe\xff") and not body.startswith((b"\xff\xfe\x00\x00",))


def _has_markup(content_type: str, source: str) -> bool:
    return "html" in content_type.lower() or "xml" in content_type.lower() or "<" in source[:2_000]


def _joined(url: str, link: str) -> str:
    """The whole address of a link on the page; "" where it is none."""
    if not link or len(link) > _LONGEST_URL:
        return ""
    try:
        there = urljoin(url, link)
    except ValueError:
        return ""
    return there if there.startswith(("https://", "http://")) and there.isprintable() else ""


# -- signs -----------------------------------------------------------------------------------------


def _signs(markup: Markup, source: str, words: int, refresh: str) -> frozenset[Sign]:
    """What the page says of itself: first its title and headings, then, when they say nothing, its few words."""
    heads = (_plain(markup.title), *(_plain(one) for one in markup.headings))
    start = _plain(markup.text[:4_000])
    found: set[Sign] = set()
    if _any(phrases.GONE, tuple(one for one in heads if one.count(" ") < _LONGEST_HEADING)):
        found.add(Sign.GONE_HEADING)
    found |= set(_walls(markup, source, heads, "" if found else start, words))
    if words < _FEW and phrases.GONE.search(start):
        found.add(Sign.GONE_TEXT)
    if words < _SHELL and (markup.scripts >= 1 or phrases.SCRIPTS_NEEDED.search(_plain(markup.unscripted) + start)):
        found.add(Sign.SCRIPTED)
    if refresh:
        found.add(Sign.REFRESH)
    return frozenset(found)


def _walls(markup: Markup, source: str, heads: tuple[str, ...], start: str, words: int) -> Iterator[Sign]:
    """A page of few words that is about something else first; `start` is empty where its heading says it is gone:
    then a cookie notice or “Log in” in a corner is only that."""
    if words >= _FEW:
        return
    about = " ".join(heads) if words >= _LEAST else f"{' '.join(heads)} {start}"
    marked = words < _SHELL and any(mark in source[:200_000].casefold() for mark in phrases.CHALLENGE_MARKS)
    if marked or phrases.CHALLENGE.search(about):
        yield Sign.CHALLENGE
    if phrases.TROUBLE.search(about):
        yield Sign.TROUBLE
    if _any(phrases.SIGN_IN, heads) or (phrases.SIGN_IN.search(start) and (markup.passwords > 0 or words < _LEAST)):
        yield Sign.LOGIN
    if phrases.CONSENT.search(about):
        yield Sign.CONSENT


def _any(pattern: re.Pattern[str], texts: tuple[str, ...]) -> bool:
    return any(pattern.search(one) for one in texts if one)


def _plain(text: str) -> str:
    """Folded, on one line, as the phrases are written; long headings say something else."""
    return " ".join(fold(text[:4_000]).replace("’", "").split())
