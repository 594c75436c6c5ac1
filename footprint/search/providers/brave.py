"""Brave Search, with the person's own key: the one large index an ordinary person can still ask from a program."""

from __future__ import annotations

from urllib.parse import urlencode

from footprint.i18n import N_
from footprint.search.providers import base
from footprint.search.providers.base import Kind, Need
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_PAGES = 2
_PER_PAGE = 20


class Brave:
    """Pages by their words, as seen from the United Kingdom."""

    name = "brave"
    label = "Brave Search"
    host = "api.search.brave.com"
    kind = Kind.PAGES
    needs = Need(
        "search.brave.key",
        N_("Your Brave Search key"),
        N_("Brave gives you a key on its own site and asks for a payment card. The key is kept with your notes."),
        secret=True,
    )
    keeps = N_("Brave may keep the words you search for up to 90 days.")

    def wording(self, words: str) -> str:
        """Brave takes up to 400 letters and 50 words."""
        return " ".join(words.split()[:50])[:400]

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = {"q": words, "country": "GB", "search_lang": "en", "count": _PER_PAGE, "safesearch": "off"}
        return tuple(
            Request(
                f"https://{self.host}/res/v1/web/search?{urlencode({**asked, 'offset': page})}",
                Purpose.SEARCH,
                headers={"Accept": "application/json"},
                secret_headers={"X-Subscription-Token": given},
                details=details,
            )
            for page in range(_PAGES)
        )

    def read(self, reply: Reply) -> Page:
        if reply.status == 422 and "TOKEN" in _error_code(reply):  # what Brave answers to a key it does not know
            return Page(Outcome.KEY_REFUSED)
        unhappy = base.unhappy(reply, keyed=True)
        if unhappy is not None:
            return unhappy
        found = base.answer(reply)
        if found is None or found.get("type") != "search" or not isinstance(found.get("query"), dict):
            return Page(Outcome.UNREADABLE)
        web = found.get("web", {"results": []})  # left out where nothing was found
        results = web.get("results") if isinstance(web, dict) else None
        if not isinstance(results, list):
            return Page(Outcome.UNREADABLE)
        query = found["query"]
        more = isinstance(query, dict) and query.get("more_results_available") is True
        return base.settled([_hit(one) for one in base.entries(results) or []], len(results), more=more)


def _error_code(reply: Reply) -> str:
    error = (base.answer(reply) or {}).get("error")
    return base.text_in(error, "code", 80).upper() if isinstance(error, dict) else ""


def _hit(one: dict[str, object]) -> Hit | None:
    address = base.page_address(one.get("url"))
    if not address:
        return None
    title = base.text_in(one, "title", 300, marked_up=True)
    return Hit(address, title, base.text_in(one, "description", marked_up=True))
