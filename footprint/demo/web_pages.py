"""The invented web: its pages, who is on it, and a small search over them."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from footprint import paths


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    url: str
    title: str
    snippet: str
    text: str
    listed: tuple[str, ...] = ()
    goes_to: str = ""
    later: bool = False
    later_snippet: str = ""
    later_text: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def place(self) -> str:
        """Path and query, as a server sees them."""
        parts = urlsplit(self.url)
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    @property
    def html(self) -> str:
        title, snippet, text = escape(self.title), escape(self.snippet), escape(self.text)
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="description" content="{snippet}"><meta property="og:title" content="{title}">'
            f'<link rel="canonical" href="{escape(self.url)}"></head>'
            f"<body><h1>{title}</h1><p>{text}</p></body></html>"
        )


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    handle: str
    name: str
    about: str


class Coder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    login: str
    name: str
    place: str
    about: str


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one of the smaller sources knows. `number` is its own key for it: an id, an e-mail or a page address."""

    source: str
    number: str
    name: str
    about: str = ""


class Pages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    page: tuple[Page, ...]
    actor: tuple[Actor, ...] = ()
    coder: tuple[Coder, ...] = ()
    entry: tuple[Entry, ...] = ()

    def hosts(self) -> tuple[str, ...]:
        """Every host that serves a page, with the www., m. and mobile. forms the search lists."""
        listed = (urlsplit(one).hostname or "" for page in self.page for one in page.listed)
        own = [page.host for page in self.page]
        return tuple(dict.fromkeys([*own, *(host for host in listed if host.endswith(".example"))]))

    def at_first(self) -> Pages:
        """The web as it is to begin with: without the pages that come later."""
        return replace(self, page=tuple(one for one in self.page if not one.later))

    def later(self, down: Collection[str]) -> Pages:
        """The web some months on: all of its pages but those taken down (`host/path`), some in other words."""
        there = [one for one in self.page if f"{one.host}{one.place}" not in down]
        return replace(self, page=tuple(map(_later, there)))

    def at(self, host: str, place: str) -> Page | None:
        """The page served there, also under www., m. and mobile., with tracking or a last slash."""
        site = re.sub(r"^(www|m|mobile)\.", "", host)
        mine = [page for page in self.page if page.host == site]
        exact = (page for page in mine if page.place == place)
        path = place.partition("?")[0].rstrip("/") or "/"
        near = (page for page in mine if page.place == path)
        return next(exact, None) or next(near, None)

    def search(self, query: str) -> list[tuple[str, Page]]:
        """(address as listed, page), best first. Another query lists the same page under another of its addresses."""
        scored = [(_score(query, page), page) for page in self.page if page.title]
        found = sorted(((score, page) for score, page in scored if score), key=lambda one: -one[0])
        return [(_listed_as(page, query), page) for _score, page in found]


def _later(one: Page) -> Page:
    return replace(one, snippet=one.later_snippet or one.snippet, text=one.later_text or one.text)


def load(path: Path | None = None) -> Pages:
    file = path or paths.shipped("resources") / "demo" / "web.toml"
    return msgspec.toml.decode(file.read_bytes(), type=Pages)


def matches(query: str, *texts: str) -> bool:
    """Whether every word of the query stands in one of the texts, whatever the case."""
    words = re.findall(r"[\w-]+", query.casefold())
    here = " ".join(texts).casefold()
    return bool(words) and all(word in here for word in words)


def _score(query: str, page: Page) -> int:
    """0 for no hit. Quoted words must stand together, `-word` must not, `site:` names the site; others count."""
    here = f"{page.title} {page.text}".casefold()
    query = query.casefold()
    phrases = re.findall(r'"([^"]+)"', query)
    rest = re.sub(r'"[^"]*"', " ", query).split()
    sites = [word[5:] for word in rest if word.startswith("site:")]
    without = [word[1:] for word in rest if word.startswith("-")]
    words = [word for word in rest if not word.startswith(("-", "site:"))]
    if any(word in here for word in without) or any(not page.host.endswith(site) for site in sites):
        return 0
    if not all(phrase in here for phrase in phrases):
        return 0
    hits = sum(bool(re.search(rf"\b{re.escape(word)}\b", here)) for word in words)
    if not phrases and hits * 2 <= len(words) and not (sites and not words):
        return 0
    return 1 + 3 * hits + 5 * sum(phrase in page.title.casefold() for phrase in phrases)


def _listed_as(page: Page, query: str) -> str:
    addresses = (page.url, *page.listed)
    return addresses[sum(map(ord, query)) % len(addresses)]
