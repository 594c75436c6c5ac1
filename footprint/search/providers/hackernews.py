"""Hacker News through the search Algolia offers for it: posts and comments by a name or a username.

Shapes from the Hacker News Search API page. That search forgives typing mistakes, which here would only be false
alarms: what does not hold the words asked for is left out.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from footprint.i18n import N_
from footprint.search.matching.names import fold
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_MOST = 50
_TEXTS = ("author", "title", "story_title", "story_text", "comment_text")


class HackerNews:
    """Posts and comments in which the words stand, or by that username."""

    name = "hackernews"
    label = "Hacker News"
    host = "hn.algolia.com"
    kind = Kind.PEOPLE
    needs = None
    keeps = N_("Algolia runs this search. It may keep the words and your internet address. It does not say how long.")

    def wording(self, words: str) -> str:
        return words

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = {"query": f'"{words}"', "hitsPerPage": _MOST, "typoTolerance": "false", "advancedSyntax": "true"}
        address = f"https://{self.host}/api/v1/search?{urlencode(asked)}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        found = base.answer(reply)
        posts = None if found is None else found.get("hits")
        if not isinstance(posts, list):
            return Page(Outcome.UNREADABLE)
        asked = _asked(reply.url)
        known = [one for one in base.entries(posts) or [] if _number(one)]
        meant = [one for one in known if _holds(one, asked)]
        lost, more = len(posts) - len(known), len(posts) >= _MOST
        if not known and lost:
            return Page(Outcome.UNREADABLE)
        return base.settled([_hit(one) for one in meant], len(meant) + lost, more=more) if meant else _nothing(lost)


def _nothing(lost: int) -> Page:
    return Page(Outcome.PARTIAL if lost else Outcome.EMPTY)


def _number(one: dict[str, object]) -> str:
    number = base.text_in(one, "objectID", 20)
    return number if re.fullmatch(r"[0-9]+", number) else ""


def _holds(one: dict[str, object], asked: str) -> bool:
    texts = (fold(base.text_in(one, name, 20_000, marked_up=True)) for name in _TEXTS)
    return any(asked in text for text in texts)


def _asked(address: str) -> str:
    try:
        return fold(parse_qs(urlsplit(address).query, errors="replace").get("query", [""])[0].strip('"'))
    except ValueError:
        return ""


def _hit(one: dict[str, object]) -> Hit | None:
    title = base.text_in(one, "title", 300) or base.text_in(one, "story_title", 300)
    author = base.text_in(one, "author", 60)
    words = base.text_in(one, "comment_text", marked_up=True) or base.text_in(one, "story_text", marked_up=True)
    shown = " – ".join(part for part in (title, author) if part)
    return Hit(f"https://news.ycombinator.com/item?id={_number(one)}", shown, words)
