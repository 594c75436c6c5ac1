"""Wikipedia in English: articles in which the name stands, word for word.

Shapes from the MediaWiki documentation (API:Search, API:Errors).
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from footprint.i18n import N_
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_MOST = 20


class Wikipedia:
    """Articles by the words in them."""

    name = "wikipedia"
    label = "Wikipedia"
    host = "en.wikipedia.org"
    kind = Kind.NAMES
    needs = None
    keeps = N_("Wikipedia may keep the words you search for and your internet address for some months.")

    def wording(self, words: str) -> str:
        return f'"{words}"'

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = {"action": "query", "list": "search", "srsearch": words, "srlimit": _MOST}
        address = f"https://{self.host}/w/api.php?{urlencode({**asked, 'format': 'json', 'formatversion': 2})}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        found = base.answer(reply)
        if found is None or "error" in found:
            return base.wiki_error(found)
        query = found.get("query")
        results = query.get("search") if isinstance(query, dict) else None
        if not isinstance(results, list):
            return Page(Outcome.UNREADABLE)
        return base.settled(
            [_hit(one) for one in base.entries(results) or []], len(results), more=len(results) >= _MOST
        )


def _hit(one: dict[str, object]) -> Hit | None:
    title = base.text_in(one, "title", 255)
    if not title:
        return None
    address = f"https://en.wikipedia.org/wiki/{quote(title.replace(' ', '_'), safe=':_()')}"
    return Hit(address, f"{title} – Wikipedia", base.text_in(one, "snippet", marked_up=True))
