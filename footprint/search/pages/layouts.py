"""The engines whose pages are known: by where they stand, what their titles look like and where the words are kept.

Nothing here is a class name or an id of their pages: those change from week to week.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from footprint.search.providers.base import plain

_LONGEST_WORDS = 400


@dataclass(frozen=True)
class Layout:
    """`hosts` and `title` are patterns; the words searched for are the group of `title`, and the field `asks`.

    `own_lines` are lines that the engine's page shows and other pages do not: the sign of its copied text.
    """

    name: str
    hosts: str
    title: str
    asks: tuple[str, ...] = ("q",)
    paths: tuple[str, ...] = ("/search",)
    own_lines: frozenset[str] = frozenset()


LAYOUTS = (
    Layout(
        "google",
        r"(?:[a-z0-9-]+\.)?google\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})",
        r"(?:(?P<words>.*) [-–] )?Google(?: Search|-Suche| zoeken| keresés)?",
        own_lines=frozenset(
            {"accessibility help", "accessibility feedback", "google apps", "ai mode", "send feedback"}
        ),
    ),
    Layout(
        "bing",
        r"(?:[a-z0-9-]+\.)?bing\.com",
        r"(?P<words>.*) [-–] (?:Bing|Microsoft Bing|Search|Search Images|Bing images)",
        paths=("/search", "/images/search"),
        own_lines=frozenset({"microsoft bing", "skip to content", "copilot", "manage cookie preference", "rewards"}),
    ),
    Layout(
        "duckduckgo",
        r"(?:[a-z]+\.)?duckduckgo\.com",
        r"(?P<words>.*) at DuckDuckGo",
        paths=("/", "", "/html", "/html/", "/lite", "/lite/"),
        own_lines=frozenset({"duckduckgo", "duck.ai", "all regions", "safe search: moderate", "any time"}),
    ),
    Layout(
        "brave",
        r"search\.brave\.com",
        r"(?P<words>.*) [-–] Brave Search",
        own_lines=frozenset({"brave search", "ask brave", "all countries", "download brave", "goggles"}),
    ),
    Layout(
        "startpage",
        r"(?:[a-z0-9-]+\.)?startpage\.com",
        r"(?:(?P<words>.*) [-–] )?Startpage(?:\.com)?(?: Search Results| [-–] Private Search Engine.*)?",
        asks=("query", "q"),
        paths=("/sp/search", "/do/search", "/do/dsearch", "/do/metasearch.pl", "/search"),
        own_lines=frozenset({"anonymous view", "visit in anonymous view", "startpage", "all results", "startpage.com"}),
    ),
    Layout(
        "mojeek",
        r"(?:www\.|api\.)?mojeek\.(?:com|co\.uk)",
        r"(?P<words>.*) [-–] Mojeek(?: Search)?",
        own_lines=frozenset({"mojeek", "mojeek search", "substack", "all results from this site"}),
    ),
    Layout(
        "lens",
        r"lens\.google(?:\.com)?",
        r"(?:Google Lens|Google Images)",
        paths=("/search", "/v3/upload", "/"),
        own_lines=frozenset({"visual matches", "exact matches", "about this image"}),
    ),
    Layout("tineye", r"(?:www\.)?tineye\.com", r".*TinEye.*", asks=(), own_lines=frozenset({"tineye", "best match"})),
    Layout(
        "yandex",
        r"(?:[a-z0-9-]+\.)?(?:yandex\.[a-z]{2,3}(?:\.tr)?|ya\.ru)",
        r"(?P<words>.*) [-–—:] (?:Yandex|Яндекс).*|Yandex.*",
        asks=("text",),
        paths=("/search/", "/images/search"),
        own_lines=frozenset({"yandex images", "similar images", "image appears to contain"}),
    ),
)
OWN_LINES = frozenset(line for one in LAYOUTS for line in one.own_lines)
BY_NAME = {one.name: one for one in LAYOUTS}
_HOSTS = tuple((one, re.compile(one.hosts)) for one in LAYOUTS)
# Part of the engines and of who runs them: links there are no results.
_OWN = re.compile(
    r"(?:^|\.)(?:google\.[a-z.]{2,6}|gstatic\.com|googleusercontent\.com|googleadservices\.com|withgoogle\.com|bing\.com"
    r"|bing\.net|msn\.com|microsoft\.com|live\.com|microsofttranslator\.com|duckduckgo\.com|duck\.com|duck\.ai"
    r"|spreadprivacy\.com|search\.brave\.com|brave\.com|startpage\.com|mojeek\.(?:com|co\.uk)|tineye\.com"
    r"|yandex\.[a-z.]{2,6}|yastatic\.net)$"
)


def is_own(host: str) -> bool:
    """Whether a link to this host stays with the engines themselves."""
    return _OWN.search(host) is not None


def of_host(host: str) -> Layout | None:
    found = [one for one, pattern in _HOSTS if pattern.fullmatch(host.lower())]
    return found[-1] if found else None  # the more particular stands later


def of_address(address: str) -> Layout | None:
    """The engine whose page of results stands at `address`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return of_host(parts.hostname or "")


def of_title(title: str) -> Layout | None:
    """By the title alone; the ending “- Search” says too little for that."""
    for one in LAYOUTS:
        if re.fullmatch(one.title, title) and not title.endswith((" - Search", " – Search")):
            return one
    return None


def words_in_title(layout: Layout, title: str) -> str:
    found = re.fullmatch(layout.title, title)
    return tidy(found["words"] or "") if found and "words" in found.groupdict() else ""


def words_in_address(layout: Layout, address: str) -> str:
    """What an address of the engine asks for; empty for its other pages."""
    try:
        parts = urlsplit(address)
        fields = parse_qs(parts.query, errors="replace", max_num_fields=100)
    except ValueError:
        return ""
    if parts.path not in layout.paths and parts.path.rstrip("/") not in layout.paths:
        return ""
    return next((tidy(fields[name][0]) for name in layout.asks if name in fields), "")


def tidy(words: str) -> str:
    """Search words on one line, in straight quotes as they are typed."""
    return plain(words.translate({0x201C: '"', 0x201D: '"', 0x201E: '"', 0xAB: '"', 0xBB: '"'}), _LONGEST_WORDS)


def of_lines(lines: Iterable[str]) -> Layout | None:
    """The engine of a copied page, by lines that only its pages have; the one with most of them, at least two."""
    shown = {line.casefold() for line in lines}
    score = {one.name: len(one.own_lines & shown) for one in LAYOUTS}
    best = max(score, key=lambda name: score[name])
    named = [one for one in LAYOUTS if one.name in shown or f"{one.name} search" in shown]
    if score[best] >= 2:
        return BY_NAME[best]
    return named[0] if len(named) == 1 else None
