"""Mojeek, a British index of its own, with the person's own key.

Shapes from Mojeek's API documentation (request and response parameters). The documentation names www.mojeek.com and
the open clients api.mojeek.com; which one answers a key was not tried.
"""

from __future__ import annotations

from urllib.parse import urlencode

from footprint.i18n import N_
from footprint.search.providers import base
from footprint.search.providers.base import Kind, Need
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_PER_PAGE = 10
_PAGES = 2


class Mojeek:
    """Pages by their words, British ones first. The key has to stand in the address, so it is masked there."""

    name = "mojeek"
    label = "Mojeek"
    host = "api.mojeek.com"
    kind = Kind.PAGES
    needs = Need(
        "search.mojeek.key",
        N_("Your Mojeek key"),
        N_("Mojeek sells keys on its own site. The key is kept with your notes."),
        secret=True,
    )
    keeps = N_("Mojeek says it does not keep who searched. It may keep the words.")

    def wording(self, words: str) -> str:
        return words

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = {"q": words, "fmt": "json", "t": _PER_PAGE, "rb": "GB", "rbb": 10}
        return tuple(
            Request(
                f"https://{self.host}/search?{urlencode({**asked, 's': 1 + page * _PER_PAGE, 'api_key': given})}",
                Purpose.SEARCH,
                headers={"Accept": "application/json"},
                details=details,
                secrets=(given,),
            )
            for page in range(_PAGES)
        )

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply, keyed=True)
        if unhappy is not None:
            return unhappy
        found = (base.answer(reply) or {}).get("response")
        if not isinstance(found, dict):
            return Page(Outcome.UNREADABLE)
        status = base.text_in(found, "status", 200)
        if status != "OK":  # an error comes with code 200 and says so here
            return Page(Outcome.KEY_REFUSED if "key" in status.casefold() else Outcome.UNREADABLE)
        results, head = found.get("results"), found.get("head")
        if not isinstance(results, list):
            return Page(Outcome.UNREADABLE)
        return base.settled([_hit(one) for one in base.entries(results) or []], len(results), more=_more(head))


def _more(head: object) -> bool:
    """Whether the head counts more results than were sent so far."""
    if not isinstance(head, dict):
        return False
    start, sent, known = (head.get(name) for name in ("start", "return", "results"))
    if not isinstance(start, int) or not isinstance(sent, int) or not isinstance(known, int):
        return False
    return sent > 0 and start + sent <= known


def _hit(one: dict[str, object]) -> Hit | None:
    address = base.page_address(one.get("url"))
    if not address:
        return None
    title = base.text_in(one, "title", 300, marked_up=True)
    return Hit(address, title, base.text_in(one, "desc", marked_up=True))
