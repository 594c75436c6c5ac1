"""SearXNG on the person's own address: a search server that asks the large engines in turn."""

from __future__ import annotations

from urllib.parse import urlencode

from footprint.i18n import N_, _
from footprint.search.providers import base
from footprint.search.providers.base import Kind, Need
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_PAGE = 10  # results an engine behind it gives at least when it has more


class SearXNG:
    """Pages by their words; an engine behind it that did not answer makes the look partial."""

    name = "searxng"
    label = N_("Your own search server (SearXNG)")
    host = ""  # the person's own address says where
    kind = Kind.PAGES
    needs = Need(
        "search.searxng.address",
        N_("The address of your search server"),
        N_("Give only its start, such as https://search.example. The app goes to this one place and no other."),
        secret=False,
    )
    keeps = N_("Your server passes the words on to search engines. They do not see that it was you.")

    def wording(self, words: str) -> str:
        return words

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = {"q": words, "format": "json", "language": "en-GB", "categories": "general", "safesearch": 0}
        address = f"{given.rstrip('/')}/search?{urlencode({**asked, 'pageno': 1})}"
        headers = {"Accept": "application/json"}
        return (Request(address, Purpose.SEARCH, headers=headers, details=details, own_origin=True),)

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply)
        if unhappy is not None and reply.status == 403:
            return Page(Outcome.BLOCKED, note=_("Your server does not give JSON. Add “json” to its search formats."))
        if unhappy is not None:
            return unhappy
        found = base.answer(reply)
        results = None if found is None else found.get("results")
        if found is None or not isinstance(results, list):
            return Page(Outcome.UNREADABLE)
        silent = _engines(found.get("unresponsive_engines"))
        partial = _("These engines did not answer: {names}.").format(names=silent) if silent else ""
        return base.settled(
            [_hit(one) for one in base.entries(results) or []],
            len(results),
            partial=partial,
            more=len(results) >= _PAGE,
        )


def _hit(one: dict[str, object]) -> Hit | None:
    address = base.page_address(one.get("url"))
    if not address:
        return None
    return Hit(address, base.text_in(one, "title", 300), base.text_in(one, "content"))


def _engines(value: object) -> str:
    """The names in `[["google", "CAPTCHA"], …]`; something else that is not empty still means that one was silent."""
    if not value:
        return ""
    if not isinstance(value, list):
        return "?"
    names = [one[0] if isinstance(one, list) and one else one for one in value]
    return ", ".join(base.plain(name, 40) for name in names if isinstance(name, str)) or "?"
